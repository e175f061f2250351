//! A file that was opened, and what is in it.

use hadaf_core::LongRow;
use hadaf_error::{AppError, Result};
use hadaf_import::sheet::{Sheet, Workbook, WorkbookKind, clipboard, folder, workbook};
use hadaf_import::{Column, FileFormat, Limits};

use crate::wire::IntakePaste;

/// A file that was opened, or what was pasted.
#[derive(Debug)]
pub struct IntakeFile {
    /// Its name; empty for what was pasted.
    pub name: String,
    pub(crate) content: Result<FileContent>,
}

/// What is in a file.
#[derive(Debug)]
pub(crate) enum FileContent {
    /// Our own long CSV, and the same as a sheet.
    Long(Vec<u8>, Option<Workbook>),
    /// Tables of any make.
    Tables(Workbook),
}

impl IntakeFile {
    /// Takes the bytes of a file. Whoever says the series or the source of all rows says so, since our own long CSV then
    /// needs no column for it.
    pub fn read(name: &str, bytes: Vec<u8>, given: &[Column]) -> Self {
        let content = match FileFormat::of(&bytes, given) {
            FileFormat::LongCsv => {
                let sheet = workbook(&bytes, name).ok();
                Ok(FileContent::Long(bytes, sheet))
            }
            FileFormat::Tables => workbook(&bytes, name).map(found).map_err(AppError::from),
        };
        Self {
            name: name.to_owned(),
            content,
        }
    }

    /// Takes a folder that is a data package: the paths of its files within it, and their bytes.
    pub fn folder(name: &str, files: &[(String, Vec<u8>)]) -> Self {
        Self {
            name: name.to_owned(),
            content: folder(files).map(found).map_err(AppError::from),
        }
    }

    /// Takes what the clipboard holds.
    pub fn pasted(pasted: &IntakePaste) -> Self {
        let book = clipboard(&pasted.text, pasted.html.as_deref());
        Self {
            name: String::new(),
            content: book.map(FileContent::Tables).map_err(AppError::from),
        }
    }

    /// A file that cannot be opened.
    pub fn unread(name: &str, failure: AppError) -> Self {
        Self {
            name: name.to_owned(),
            content: Err(failure),
        }
    }

    /// Its sheets, as far as it can be read.
    pub(crate) fn workbook(&self) -> Option<&Workbook> {
        match &self.content {
            Ok(FileContent::Tables(book)) => Some(book),
            Ok(FileContent::Long(_, book)) => book.as_ref(),
            Err(_) => None,
        }
    }
}

/// A workbook that we wrote has a sheet of our own rows; the others show the same figures once more.
fn found(mut book: Workbook) -> FileContent {
    let Some(index) = book.sheets.iter().position(is_ours) else {
        return FileContent::Tables(book);
    };
    book.sheets.swap(0, index);
    book.sheets.truncate(1);
    match book.sheets.first().map(rows_of) {
        Some(bytes) if bytes.len() <= Limits::default().bytes => FileContent::Long(bytes, Some(book)),
        _ => FileContent::Tables(book),
    }
}

/// Its first row names all that our rows have.
fn is_ours(sheet: &Sheet) -> bool {
    let names: Vec<&str> = (0..sheet.width_of(0))
        .map(|column| sheet.cell(0, column).text)
        .collect();
    LongRow::COLUMNS.iter().all(|column| names.contains(column))
}

/// The rows of a sheet as text: line by line, so that each stands in the line of its number.
fn rows_of(sheet: &Sheet) -> Vec<u8> {
    let mut text = String::new();
    for row in 0..sheet.rows() {
        for column in 0..sheet.columns() {
            let cell = sheet
                .cell(row, column)
                .text
                .replace(['\n', '\r'], " ")
                .replace('"', "\"\"");
            text.push_str(if column == 0 { "\"" } else { ",\"" });
            text.push_str(&cell);
            text.push('"');
        }
        text.push('\n');
    }
    text.into_bytes()
}

/// A stable word for what a workbook is.
pub(crate) fn kind_word(kind: WorkbookKind) -> &'static str {
    match kind {
        WorkbookKind::Delimited { .. } => "text",
        WorkbookKind::Html => "page",
        WorkbookKind::Xlsx => "xlsx",
        WorkbookKind::Xlsb => "xlsb",
        WorkbookKind::Xls => "xls",
        WorkbookKind::Ods => "ods",
        WorkbookKind::DataPackage => "package",
    }
}
