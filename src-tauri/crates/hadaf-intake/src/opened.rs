//! A file that was opened, and what is in it.

use std::sync::OnceLock;

use hadaf_core::LongRow;
use hadaf_error::{AppError, Result};
use hadaf_import::sheet::{Sheet, Workbook, WorkbookKind, clipboard, folder, workbook};
use hadaf_import::{Column, FileFormat};

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
    /// Our own rows as text, and the same as a sheet, which is made when somebody looks at it.
    Long(Vec<u8>, OnceLock<Option<Workbook>>),
    /// Sheets of our own rows.
    Rows(Workbook),
    /// Tables of any make.
    Tables(Workbook),
}

impl IntakeFile {
    /// Takes the bytes of a file. Whoever says the series or the source of all rows says so, since our own long CSV then
    /// needs no column for it.
    pub fn read(name: &str, bytes: Vec<u8>, given: &[Column]) -> Self {
        let content = match FileFormat::of(&bytes, given) {
            FileFormat::LongCsv => Ok(FileContent::Long(bytes, OnceLock::new())),
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
            Ok(FileContent::Tables(book) | FileContent::Rows(book)) => Some(book),
            Ok(FileContent::Long(bytes, book)) => book.get_or_init(|| workbook(bytes, &self.name).ok()).as_ref(),
            Err(_) => None,
        }
    }
}

/// A workbook that we wrote has sheets of our own rows; the others show the same figures once more.
fn found(mut book: Workbook) -> FileContent {
    let names = |sheet: &Sheet| -> Vec<String> {
        let cells = (0..sheet.width_of(0)).map(|column| sheet.cell(0, column).text.to_owned());
        cells.collect()
    };
    let is_ours = |names: &Vec<String>| {
        let mut needed = LongRow::plain_columns().iter();
        needed.all(|column| names.iter().any(|name| name == column))
    };
    let Some(ours) = book.sheets.iter().map(names).find(is_ours) else {
        return FileContent::Tables(book);
    };
    book.sheets.retain(|sheet| names(sheet) == ours);
    FileContent::Rows(book)
}

/// Texts of tables of text are guarded against being calculated, those of a spreadsheet need not be.
pub(crate) fn is_guarded(kind: WorkbookKind) -> bool {
    match kind {
        WorkbookKind::Delimited { .. } | WorkbookKind::DataPackage => true,
        WorkbookKind::Html | WorkbookKind::Xlsx | WorkbookKind::Xlsb | WorkbookKind::Xls | WorkbookKind::Ods => false,
    }
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
