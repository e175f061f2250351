//! Files that mean no good, and files of any bytes: refused in words or read, never a panic, never without end.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::LazyLock;

use hadaf_core::FiscalCalendar;
use hadaf_import::sheet::{WorkbookError, clipboard, folder, workbook};
use hadaf_import::table::{TableContext, read_tables};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zip::write::SimpleFileOptions;

fn context() -> TableContext {
    TableContext::new(FiscalCalendar::new(7).unwrap(), "2026-11-27".parse().unwrap())
}

/// Reads as far as it goes.
fn read(bytes: &[u8]) {
    if let Ok(book) = workbook(bytes, "hostile") {
        drop(read_tables(&book, &context()));
    }
}

static FIXTURES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(fixtures);

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let kinds = ["xlsx", "xls", "ods", "html", "zip", "csv", "txt"];
    let own = paths.into_iter().filter(|path| {
        path.extension()
            .is_some_and(|kind| kinds.iter().any(|known| kind == *known))
    });
    own.filter(|path| !path.to_str().unwrap().ends_with(".expected.csv"))
        .map(|path| std::fs::read(path).unwrap())
        .filter(|bytes| bytes.len() < 40_000)
        .collect()
}

fn xlsx(sheet: &str) -> Vec<u8> {
    let book = r#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let relations = r#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_that_claims_all_cells_is_read_by_those_it_has() {
    let claimed = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>US$ million</v></c><c r="B1" t="str"><v>Jul-25</v></c></row><row r="2"><c r="A2" t="str"><v>Total</v></c><c r="B2"><v>354</v></c></row></sheetData></worksheet>"#;
    let book = workbook(&xlsx(claimed), "").unwrap();
    assert_eq!((book.sheets[0].rows(), book.sheets[0].columns()), (2, 2));
}

#[test]
fn cells_too_far_out_are_too_many() {
    let rows: String = (1..2_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    let error = workbook(
        &xlsx(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        "",
    )
    .unwrap_err();
    assert_eq!(error.code(), "import_too_many_cells");
    let outside = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(workbook(&xlsx(outside), "").unwrap_err().code(), "import_damaged");
}

#[test]
fn a_locked_workbook_is_told() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage")
        .unwrap()
        .write_all(b"secret")
        .unwrap();
    file.flush().unwrap();
    assert_eq!(
        workbook(&file.into_inner().into_inner(), "").unwrap_err(),
        WorkbookError::Password
    );
}

#[test]
fn a_megabyte_in_a_cell_and_tables_within_tables_are_refused() {
    let long = format!("Item,Jul-25\n{},1\n", "x".repeat(1 << 20));
    assert_eq!(workbook(long.as_bytes(), "").unwrap_err().code(), "import_long_cell");
    let nested = "<table><tr><td>".repeat(20_000);
    assert_eq!(workbook(nested.as_bytes(), "").unwrap_err().code(), "import_damaged");
}

#[test]
fn an_open_quote_loses_no_other_row() {
    let mut text = String::from("Month,US$ million\nJul-25,\"354\n");
    for month in 1..=60 {
        text.push_str(&format!("{}-{:02},{month}\n", 2010 + month / 12, month % 12 + 1));
    }
    let reading = read_tables(&workbook(text.as_bytes(), "").unwrap(), &context()).unwrap();
    let figures: usize = reading
        .tables
        .iter()
        .flat_map(|table| &table.series)
        .map(|series| series.figures.len())
        .sum();
    assert!(figures >= 60, "{figures}");
}

#[test]
fn the_clipboard_takes_the_page_before_the_text() {
    let page = "<html><body><table><tr><th>US$ million</th><th>Jul-25</th></tr><tr><td>Total</td><td>354</td></tr></table></body></html>";
    let reading = read_tables(&clipboard("Total\t1", Some(page)).unwrap(), &context()).unwrap();
    assert_eq!(reading.tables[0].series[0].figures[0].value.to_string(), "354");
    let reading = read_tables(
        &clipboard("US$ million\tJul-25\nTotal\t354\n", None).unwrap(),
        &context(),
    )
    .unwrap();
    assert_eq!(reading.tables[0].series[0].figures[0].at.to_string(), "B2");
}

#[test]
fn a_package_is_read_from_its_folder_too() {
    let descriptor =
        br#"{"resources":[{"name":"exports","path":"exports.csv"},{"name":"outside","path":"../secret.csv"}]}"#;
    let files = [
        ("datapackage.json".to_owned(), descriptor.to_vec()),
        ("exports.csv".to_owned(), b"month,US$ million\n2025-07,354\n".to_vec()),
    ];
    let book = folder(&files).unwrap();
    assert_eq!(book.sheets.len(), 1);
    let reading = read_tables(&book, &context()).unwrap();
    assert_eq!(reading.tables[0].series[0].figures[0].value.to_string(), "354");
    assert_eq!(folder(&files[1..]).unwrap_err().code(), "import_damaged");
}

#[test]
fn an_answer_is_taken() {
    let book = workbook(b"Quarter,US$ million\n2024-Q3,876\n2024-Q4,988\n", "").unwrap();
    let mut context = context();
    let asked = read_tables(&book, &context).unwrap();
    let question = asked
        .questions
        .iter()
        .find(|question| question.kind.as_str() == "quarter_meaning")
        .unwrap();
    context.answers.insert(question.id.clone(), "fiscal".into());
    let answered = read_tables(&book, &context).unwrap();
    assert_eq!(answered.tables[0].series[0].figures[0].period.to_string(), "2024-Q3");
    assert!(
        !answered
            .questions
            .iter()
            .any(|question| question.kind.as_str() == "quarter_meaning")
    );
}

proptest! {
    #[test]
    fn bytes_of_any_kind(
        begin in select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"<table>", b"%PDF"]),
        bytes in vec(any::<u8>(), 0..3_000),
    ) {
        read(&[begin, &bytes].concat());
    }

    #[test]
    fn fixtures_with_damage(which in any::<Index>(), changes in vec((any::<Index>(), any::<u8>()), 1..8), cut in any::<Index>(), cuts in any::<bool>()) {
        let mut bytes = which.get(&FIXTURES).clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        read(&bytes);
    }

    #[test]
    fn texts_like_tables(text in "[-0-9A-Za-z,;\t\n\"'./()% $]{0,300}") {
        read(text.as_bytes());
    }

    #[test]
    fn cells_like_headers(cells in vec(vec(select(vec!["", "Jul", "Jul-25", "FY25", "2024", "2024-25", "Q1", "Jul-Sep", "354", "1,234", "..", "Total", "US$ million", "% change", "R", "03/04/2026", "25-Jul", "h1"]), 0..6), 0..12)) {
        let text: Vec<String> = cells.iter().map(|row| row.join("\t")).collect();
        read(text.join("\n").as_bytes());
    }

    #[test]
    fn pages_like_pages(parts in vec(select(vec!["<table>", "</table>", "<tr>", "<td>", "<td rowspan=9999 colspan=999>", "</td>", "<th>", "Jul-25", "354", "<script>", "</script>", "<!--", "&amp;", "<caption>", "\n"]), 0..40)) {
        read(parts.concat().as_bytes());
    }
}
