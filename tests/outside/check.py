"""Whether other programs read what Hadaf exports: one line for each judge, exit code 1 when one objects.

python check.py FOLDER

FOLDER holds csv.csv, xlsx.xlsx, ods.ods, sdmx-csv.csv and datapackage.zip of one package, as
`cargo run -p hadaf-export --example export -- FOLDER 1000` writes them. LibreOffice judges too where it is installed.
"""

import csv
import datetime
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from decimal import Decimal

FOLDER = pathlib.Path(sys.argv[1])
FORMULA = tuple("=+-@\t\r")
LIST = "sheet published"


def long_rows(text):
    """The long form: what every other format is held against."""
    return list(csv.DictReader(io.StringIO(text)))


def unguarded(text):
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


def shown(value):
    """A cell of a spreadsheet as the long form writes it."""
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%Y-%m-%d")
    return str(value)


def same(expected, found, where):
    """A row of the long form and a row of a sheet."""
    for name, text in expected.items():
        text, cell = unguarded(text), shown(found[name])
        if name == "value":
            assert Decimal(text or 0) == Decimal(cell or 0), (where, name, text, cell)
        else:
            assert text.split() == cell.split(), (where, name, text, cell)


LONG = long_rows((FOLDER / "csv.csv").read_text(encoding="utf-8"))


def judge_openpyxl():
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(FOLDER / "xlsx.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"a formula in {sheet.title}!{cell.coordinate}"
                if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
                    assert cell.quotePrefix, f"not marked as a text: {sheet.title}!{cell.coordinate}"
    assert book["sheet months"].freeze_panes == "B3", book["sheet months"].freeze_panes
    charts = {sheet.title: len(sheet._charts) for sheet in book if sheet._charts}
    assert charts == {"sheet charts": 2}, charts
    assert book["sheet months"]["A3"].is_date
    assert book.properties.created == datetime.datetime(2026, 11, 27)
    head, *rows = book[LIST].iter_rows(values_only=True)
    assert len(rows) == len(LONG), (len(rows), len(LONG))
    for place, (expected, row) in enumerate(zip(LONG, rows)):
        same(expected, dict(zip(head, row)), place)
    return f"{len(book.sheetnames)} sheets, 2 charts, {len(rows)} values the same as in the long form"


def judge_odfpy():
    from odf.opendocument import load
    from odf.table import Table, TableCell

    document = load(FOLDER / "ods.ods")
    tables = document.getElementsByType(Table)
    cells = sum(len(table.getElementsByType(TableCell)) for table in tables)
    assert not any(cell.getAttribute("formula") for table in tables for cell in table.getElementsByType(TableCell))
    return f"{len(tables)} sheets, {cells} cells"


def judge_frictionless():
    import frictionless

    report = frictionless.validate(FOLDER / "datapackage.zip", type="package")
    errors = report.flatten(["type", "title", "note"])
    assert report.valid, errors[:3]
    with zipfile.ZipFile(FOLDER / "datapackage.zip") as archive:
        assert long_rows(archive.read("data/observations.csv").decode()) == LONG
    return f"{len(report.tasks)} tables are valid"


def judge_pysdmx():
    from pysdmx.io import read_sdmx

    message = read_sdmx(FOLDER / "sdmx-csv.csv", validate=False)
    (data,) = message.data
    frame = data.data
    assert len(frame) == len(LONG), (len(frame), len(LONG))
    values = [Decimal(str(value)) for value in frame["OBS_VALUE"]]
    assert values == [Decimal(row["value"]) for row in LONG]
    assert not frame.duplicated(["FREQ", "SERIES", "BASIS", "RELEASE", "TIME_PERIOD"]).any()
    return f"{len(frame)} observations of {data.short_urn}"


def judge_sdmx1():
    import sdmx
    from sdmx.model import v30

    structure = v30.DataStructureDefinition(id="SERIES", version="1.0.0", maintainer=v30.common.Agency(id="HADAF"))
    flow = v30.Dataflow(id="SERIES", version="1.0.0", maintainer=structure.maintainer, structure=structure)
    head = next(csv.reader(open(FOLDER / "sdmx-csv.csv", encoding="utf-8")))
    dimensions = ["FREQ", "SERIES", "BASIS", "RELEASE", "TIME_PERIOD"]
    for name in dimensions:
        structure.dimensions.getdefault(id=name)
    structure.measures.getdefault(id="OBS_VALUE", cls=v30.Measure)
    for name in head[head.index("OBS_VALUE") + 1 :]:
        structure.attributes.getdefault(id=name)
    message = sdmx.read_sdmx(FOLDER / "sdmx-csv.csv", structure=flow)
    count = sum(len(data.obs) for data in message.data)
    assert count == len(LONG), (count, len(LONG))
    return f"{count} observations"


def judge_libreoffice():
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return "is not installed: not asked"
    import openpyxl

    told = []
    for name in ["xlsx.xlsx", "ods.ods"]:
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder]
            subprocess.run([*command, str(FOLDER / name)], check=True, capture_output=True, timeout=300)
            with warnings.catch_warnings():
                # What LibreOffice writes of a chart is not what openpyxl expects.
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(next(pathlib.Path(folder).glob("*.xlsx")))
        assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row), name
        head, *rows = book[LIST].iter_rows(values_only=True)
        for place, (expected, row) in enumerate(zip(LONG, rows, strict=True)):
            same(expected, dict(zip(head, row)), (name, place))
        told.append(f"{name} as {len(book.sheetnames)} sheets")
    return ", ".join(told)


def judge_formulas():
    """No cell of a table starts like a formula, but for numbers and the start of the fiscal year."""
    count = 0
    tables = [(FOLDER / name).read_bytes() for name in ["csv.csv", "sdmx-csv.csv"]]
    with zipfile.ZipFile(FOLDER / "datapackage.zip") as archive:
        tables += [archive.read(name) for name in archive.namelist() if name.endswith(".csv")]
    for table in tables:
        for row in csv.reader(io.StringIO(table.decode())):
            for cell in row:
                count += 1
                if cell.startswith(FORMULA) and not cell.startswith("--"):
                    Decimal(cell)
    return f"{count} cells, none calculated"


def main():
    failed = False
    judges = [
        judge_openpyxl,
        judge_odfpy,
        judge_libreoffice,
        judge_frictionless,
        judge_pysdmx,
        judge_sdmx1,
        judge_formulas,
    ]
    for judge in judges:
        name = judge.__name__.removeprefix("judge_")
        try:
            print(f"{name:13} {judge()}")
        except Exception as error:  # A judge may object in any way.
            failed = True
            print(f"{name:13} OBJECTS: {type(error).__name__}: {str(error)[:600]}")
    sys.exit(failed)


main()
