//! Texts that are meant to do something, or that a format cannot hold: each comes out harmless in every format.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use hadaf_export::{ExportFormat, Package};

use crate::kit::package;
use crate::read::{bytes, files, rows, sheet, shown, written};

/// A text, and what a file may keep of it.
fn texts() -> Vec<(String, String)> {
    let same = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1,1)",
        "\t=1+1",
        "'=1+1",
        "=HYPERLINK(\"http://example.org\",\"a\")",
        "=sheet about!$A$1",
        "a, \"b\"; c",
        "first\nsecond",
        "  spaces  inside  ",
        "<b>&amp;</b>]]>",
        "_x0041_",
        "🙂 👩‍👩‍👧",
        "برآمدات، ۱۲۳",
        "\u{202E}reversed",
        "#REF!",
        "TRUE",
        "007",
        "1E5",
    ];
    let mut texts: Vec<(String, String)> = same.map(|text| (text.into(), text.into())).into();
    texts.extend([
        ("nul\0and\u{1}bell\u{7}".into(), "nulandbell".into()),
        ("a\r\nb\rc".into(), "a\nb\nc".into()),
        ("\r=1+1".into(), "\n=1+1".into()),
        ("\u{85}\u{9f}c1\u{FFFF}\u{FFFE}".into(), "c1".into()),
        ("\0".into(), String::new()),
    ]);
    texts
}

/// The text everywhere where somebody types one.
fn with(text: &str) -> Package {
    let mut package = package();
    package.name = text.into();
    package.series[0].series.title = text.into();
    package.series[0].series.note = text.into();
    package.series[0].values[0].note = text.into();
    package.series[0].years[0].basis = text.into();
    package.series[0].target.as_mut().unwrap().title = text.into();
    package.sectors[0].title = text.into();
    package.sectors[0].ebops = Some(text.into());
    for source in &mut package.sources {
        source.title = text.into();
        source.publisher = text.into();
        source.address = text.into();
        source.note = text.into();
    }
    package.claims[0].maker = text.into();
    package.claims[0].quote = text.into();
    package.claims[0].announced = None;
    package.claims[0].announced_approx = Some(text.into());
    package.licences[0].title = text.into();
    package.licences[0].address = text.into();
    package
}

#[test]
fn no_text_is_calculated_in_a_table() {
    for (text, kept) in texts() {
        let package = with(&text);
        let mut tables = vec![
            bytes(&package, ExportFormat::Csv),
            bytes(&package, ExportFormat::SdmxCsv),
        ];
        let files = files(bytes(&package, ExportFormat::DataPackage));
        let is_table = |name: &&String| name.ends_with(".csv");
        tables.extend(
            files
                .keys()
                .filter(is_table)
                .map(|name| files[name].clone().into_bytes()),
        );
        for table in tables {
            for cell in rows(&table).into_iter().flatten() {
                let number = cell.parse::<f64>().is_ok() || cell.starts_with("--07-01");
                let calculates = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !number;
                assert!(!calculates, "{text:?} became {cell:?}");
                assert!(!cell.contains('\0'), "{text:?} became {cell:?}");
            }
        }
        let note = &rows(&bytes(&package, ExportFormat::Csv))[1][11];
        assert_eq!(hadaf_core::unguarded(note), kept, "{text:?}");
        serde_json::from_str::<serde_json::Value>(&files["datapackage.json"]).unwrap();
    }
}

#[test]
fn every_text_is_a_text_in_a_spreadsheet() {
    for (text, kept) in texts() {
        let package = with(&text);
        for format in [ExportFormat::Xlsx, ExportFormat::Ods] {
            let note = shown(&sheet(&package, format, "sheet published")[1][11]);
            let title = shown(&sheet(&package, format, "sheet series")[1][1]);
            assert_eq!(note, kept, "{format:?} {text:?}");
            assert_eq!(title, kept, "{format:?} {text:?}");
        }
        let mut excel = Xlsx::new(Cursor::new(bytes(&package, ExportFormat::Xlsx))).unwrap();
        for name in excel.sheet_names() {
            let formulas = excel.worksheet_formula(&name).unwrap();
            let some = formulas.used_cells().next();
            assert!(some.is_none(), "{text:?} is calculated in {name}: {some:?}");
        }
        let parts = files(bytes(&package, ExportFormat::Ods));
        assert!(!parts["content.xml"].contains("table:formula"));
        let links = parts["content.xml"].contains("xlink:href");
        assert!(!links, "{text:?} is no address of the web");
    }
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_told() {
    let long: String = "اردو🙂".chars().cycle().take(40_000).collect();
    let mut package = package();
    package.series[0].values[1].note = long.clone();
    for format in ExportFormat::ALL {
        let written = written(&package, format);
        let told: Vec<(String, String, usize)> = written
            .shortened
            .iter()
            .map(|cut| (cut.sheet.clone(), cut.cell.clone(), cut.characters))
            .collect();
        match format {
            ExportFormat::Xlsx | ExportFormat::Ods => {
                let expected = ("sheet published".to_owned(), "L3".to_owned(), 40_000);
                assert_eq!(told, [expected], "{format:?}");
                let note = shown(&sheet(&package, format, "sheet published")[2][11]);
                assert!(note.encode_utf16().count() <= 32_767, "{format:?}");
                assert!(long.starts_with(note.strip_suffix(" […]").unwrap()), "{format:?}");
            }
            _ => assert!(told.is_empty(), "{format:?}"),
        }
    }
    assert_eq!(rows(&bytes(&package, ExportFormat::Csv))[2][11], long);
}

#[test]
fn how_many_texts_changed_is_told() {
    let mut package = package();
    assert_eq!(written(&package, ExportFormat::Csv).cleaned, 0);
    package.series[0].values[0].note = "a\0b".into();
    package.claims[0].quote = "a\rb".into();
    assert_eq!(written(&package, ExportFormat::Csv).cleaned, 2);
}
