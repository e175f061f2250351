//! Any values come back from every format as they went in, digit for digit where the format has digits.

use std::collections::BTreeMap;

use hadaf_core::{Basis, Decimal, Frequency, Month, Period, Published, SourceId, Status};
use hadaf_export::{ExportFormat, ExportedValue, Package};
use proptest::prelude::*;

use crate::kit::{SEEN, package, series};
use crate::read::{bytes, files, records, sheet, shown};

/// What a row of the long form says.
type LongCells = BTreeMap<String, String>;

fn any_value() -> impl Strategy<Value = ExportedValue> {
    let period = prop_oneof![
        (1950_i16..2100, 1_u8..=12).prop_map(|(year, month)| Period::Month(Month::new(year, month).unwrap())),
        (1950_i16..2100, 1_u8..=4)
            .prop_map(|(year, quarter)| -> Period { format!("{year}-Q{quarter}").parse().unwrap() }),
        (1950_i16..2100).prop_map(|year| -> Period { format!("FY{year}").parse().unwrap() }),
    ];
    let value = prop::option::weighted(0.95, (any::<i64>(), 0_u8..=9));
    let small = prop::option::weighted(0.95, (-999_999_999_i64..999_999_999, 0_u8..=6));
    let status = prop::option::of(prop::sample::select(Status::ALL));
    let published = prop_oneof![
        Just(Published::undated(SEEN)),
        (1990_i16..2030, 1_u8..=12).prop_map(|(year, month)| Published::about(Month::new(year, month).unwrap(), SEEN)),
    ];
    // No spaces at the edges, which the long form does not keep.
    let note = r#"[a-z=+@'"<&;,\-اردو][a-z =,\n"]{0,12}[a-z0-9]"#;
    (
        period,
        any::<bool>(),
        prop_oneof![value, small],
        status,
        published,
        note,
    )
        .prop_map(|(period, through, value, status, published, note)| ExportedValue {
            period,
            basis: Basis::to_date_if(through && period.as_month().is_some()),
            value: value.map(|(mantissa, places)| Decimal::new(mantissa, places).unwrap()),
            status,
            published,
            source: SourceId(1),
            note,
        })
}

fn of(values: Vec<ExportedValue>) -> Package {
    let mut package = package();
    let mut lead = series("ict_total", "IT exports", "USD million", Frequency::Month);
    lead.values = values;
    package.series = vec![lead];
    package
}

fn told(value: &ExportedValue) -> LongCells {
    let text = |name: &str, text: String| (name.to_owned(), text);
    [
        text("period", value.period.to_string()),
        text("through", if value.basis.is_to_date() { "yes" } else { "" }.into()),
        text("value", value.value.map(|value| value.to_string()).unwrap_or_default()),
        text(
            "status",
            value.status.map(|status| status.to_string()).unwrap_or_default(),
        ),
        text(
            "published",
            value.published.date.map(|day| day.to_string()).unwrap_or_default(),
        ),
        text("note", value.note.clone()),
    ]
    .into()
}

fn kept(record: &LongCells) -> LongCells {
    let names = ["period", "through", "value", "status", "published", "note"];
    names
        .into_iter()
        .map(|name| (name.to_owned(), hadaf_core::unguarded(&record[name]).to_owned()))
        .collect()
}

/// A row of a sheet; numbers as the shortest digits that mean them.
fn from_sheet(package: &Package, format: ExportFormat) -> Vec<LongCells> {
    let rows = sheet(package, format, "sheet published");
    let (head, rows) = rows.split_first().unwrap();
    rows.iter()
        .map(|row| head.iter().map(shown).zip(row.iter().map(shown)).collect())
        .collect()
}

/// The same but for zeros at the end, which no binary number has.
fn loosely(mut told: LongCells) -> LongCells {
    let value = &told["value"];
    if value.contains('.') {
        let value = value.trim_end_matches('0').trim_end_matches('.').to_owned();
        let value = if value == "-0" { "0".into() } else { value };
        told.insert("value".into(), value);
    }
    told.retain(|name, _| ["period", "through", "value", "status", "published", "note"].contains(&name.as_str()));
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn tables_of_text_keep_every_digit(values in prop::collection::vec(any_value(), 0..40)) {
        let expected: Vec<LongCells> = values.iter().map(told).collect();
        let package = of(values);
        let long: Vec<LongCells> = records(&bytes(&package, ExportFormat::Csv)).iter().map(kept).collect();
        prop_assert_eq!(&long, &expected);
        let files = files(bytes(&package, ExportFormat::DataPackage));
        let tabular: Vec<LongCells> = records(files["data/observations.csv"].as_bytes()).iter().map(kept).collect();
        prop_assert_eq!(&tabular, &expected);
        let sdmx = records(&bytes(&package, ExportFormat::SdmxCsv));
        let mut keys = std::collections::BTreeSet::new();
        for (record, expected) in sdmx.iter().zip(&expected) {
            prop_assert_eq!(&record["OBS_VALUE"], &expected["value"]);
            prop_assert_eq!(&record["STATUS"], &expected["status"]);
            prop_assert_eq!(&record["PUBLISHED"], &expected["published"]);
            prop_assert_eq!(hadaf_core::unguarded(&record["COMMENT_OBS"]), &expected["note"]);
            let key = ["FREQ", "SERIES", "BASIS", "RELEASE", "TIME_PERIOD"].map(|name| record[name].clone());
            prop_assert!(keys.insert(key), "two observations have one key");
        }
        prop_assert_eq!(sdmx.len(), expected.len());
    }

    #[test]
    fn spreadsheets_keep_every_value(values in prop::collection::vec(any_value(), 1..40)) {
        let expected: Vec<LongCells> = values.iter().map(|value| loosely(told(value))).collect();
        let package = of(values);
        for format in [ExportFormat::Xlsx, ExportFormat::Ods] {
            let found: Vec<LongCells> = from_sheet(&package, format).into_iter().map(loosely).collect();
            prop_assert_eq!(&found, &expected);
        }
    }
}
