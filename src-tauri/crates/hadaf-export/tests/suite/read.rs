//! Files read back by calamine, csv, zip and serde_json.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Ods, Range, Reader, Xlsx};
use hadaf_export::{ExportFormat, ExportLabels, ExportedFile, Package};

pub(crate) fn written(package: &Package, format: ExportFormat) -> ExportedFile {
    format.write(package, &ExportLabels::bare()).unwrap()
}

pub(crate) fn bytes(package: &Package, format: ExportFormat) -> Vec<u8> {
    written(package, format).bytes
}

/// The sheets of a spreadsheet of either kind, by name, in order.
pub(crate) fn sheets(package: &Package, format: ExportFormat) -> Vec<(String, Range<Data>)> {
    let bytes = Cursor::new(bytes(package, format));
    match format {
        ExportFormat::Xlsx => in_order(Xlsx::new(bytes).unwrap()),
        _ => in_order(Ods::new(bytes).unwrap()),
    }
}

fn in_order<R: Reader<Cursor<Vec<u8>>>>(mut book: R) -> Vec<(String, Range<Data>)>
where
    R::Error: std::fmt::Debug,
{
    let names = book.sheet_names();
    let ranges = names.into_iter().map(|name| {
        let range = book.worksheet_range(&name).unwrap();
        (name, range)
    });
    ranges.collect()
}

/// The cells of one sheet.
pub(crate) fn sheet(package: &Package, format: ExportFormat, name: &str) -> Vec<Vec<Data>> {
    let sheets = sheets(package, format);
    let (_, range) = sheets.iter().find(|(known, _)| known == name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// What a person sees in a cell, days by their ISO form.
pub(crate) fn shown(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::DateTime(stamp) => {
            let (year, month, day, ..) = stamp.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// The rows of a CSV, the header first.
pub(crate) fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader
        .records()
        .map(|record| record.unwrap().iter().map(Into::into).collect());
    rows.collect()
}

/// The rows of a CSV by the names of its columns.
pub(crate) fn records(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let rows = rows(bytes);
    let (head, rows) = rows.split_first().unwrap();
    rows.iter()
        .map(|row| head.iter().cloned().zip(row.iter().cloned()).collect())
        .collect()
}

/// The files of a zip.
pub(crate) fn files(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}
