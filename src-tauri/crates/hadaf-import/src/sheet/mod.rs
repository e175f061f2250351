//! A file of any make into sheets of cells. What a file is, its bytes say; its name only tells where to look when they do
//! not.

pub mod bounds;
mod clipboard;
mod delimited;
mod error;
mod grid;
mod html;
mod number_format;
mod ods;
mod old_excel;
mod package;
mod parts;
mod split;
mod text;
mod xls_look;
mod xlsx;
mod xlsx_parts;

pub use clipboard::clipboard;
pub use error::WorkbookError;
pub use grid::{CellKind, MergedRegion, Sheet, SheetCell};
pub use number_format::NumberFormat;
pub use package::folder;
pub(crate) use split::{Row, RowCells, Rows, rows, too_long_line};
pub(crate) use text::utf_16;

use parts::ZipParts;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookKind {
    /// Text with separators between its cells.
    Delimited {
        /// The separator; a space stands for columns that are set by spaces.
        separator: char,
    },
    /// A page of the web, whatever its name says.
    Html,
    /// Excel since 2007, with or without macros.
    Xlsx,
    /// Excel's binary form of 2007.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// LibreOffice and its like.
    Ods,
    /// A Frictionless data package.
    DataPackage,
}

/// Something about a file that its reader should know and that changes no value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkbookRemark {
    /// It is no UTF-8 and says nothing; it was read as this.
    Encoding(&'static str),
    /// Macros are in it; none was run.
    Macros,
    /// Number formats, hidden rows and columns of this kind of file cannot be seen.
    LookUnseen,
    /// The end of the text was missing, or was taken as it came.
    Truncated,
}

/// A file, read.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// What it is.
    pub kind: WorkbookKind,
    /// Its sheets in their order, the empty ones left away.
    pub sheets: Vec<Sheet>,
    /// What to know about it.
    pub remarks: Vec<WorkbookRemark>,
}

/// Reads the bytes of a file. The name is a hint where bytes alone do not tell.
///
/// # Errors
/// [`WorkbookError`] when it holds no table, is locked, is damaged, or is more than is read.
pub fn workbook(bytes: &[u8], name_hint: &str) -> Result<Workbook, WorkbookError> {
    if bytes.len() > bounds::FILE_BYTES {
        return Err(WorkbookError::TooLarge {
            bytes: bytes.len(),
            limit: bounds::FILE_BYTES,
        });
    }
    let mut workbook = by_bytes(bytes, name_hint)?;
    workbook.sheets.retain(|sheet| !sheet.is_empty());
    if workbook.sheets.is_empty() {
        return Err(WorkbookError::Empty);
    }
    Ok(workbook)
}

/// Reads a text as one sheet whose cells are known to be parted by commas, whatever else stands in them. None for what is
/// no text.
///
/// # Errors
/// [`WorkbookError`] when it is more than is read.
pub fn comma_separated(bytes: &[u8], name: &str) -> Result<Option<Sheet>, WorkbookError> {
    if bytes.len() > bounds::FILE_BYTES || bytes.starts_with(b"PK") || no_table(bytes).is_some() {
        return Ok(None);
    }
    let Ok((text, _)) = text::decoded(bytes) else {
        return Ok(None);
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    delimited::quoted_within(text, b',', name, bounds::CELLS, usize::MAX)
}

fn by_bytes(bytes: &[u8], name_hint: &str) -> Result<Workbook, WorkbookError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return old_excel::xls(bytes);
    }
    if let Some(what) = no_table(bytes) {
        return Err(WorkbookError::NoTable { what });
    }
    let (text, remark) = text::decoded(bytes)?;
    let mut workbook = match html::is_page(&text) {
        true => html::page(&text)?,
        false => delimited::delimited(&text, name_hint)?,
    };
    workbook.remarks.extend(remark);
    Ok(workbook)
}

fn zipped(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    let mut parts = ZipParts::open(bytes)?;
    if parts.has("xl/workbook.xml") {
        return xlsx::xlsx(&mut parts);
    }
    if parts.has("xl/workbook.bin") {
        return old_excel::xlsb(bytes, &mut parts);
    }
    if parts.has("content.xml") {
        return ods::ods(&mut parts);
    }
    if parts.ending("datapackage.json").is_some() {
        return package::zipped(&mut parts);
    }
    let what = match (parts.has("word/document.xml"), parts.has("ppt/presentation.xml")) {
        (true, _) => "word",
        (_, true) => "slides",
        _ => return package::loose(&mut parts),
    };
    Err(WorkbookError::NoTable { what })
}

/// Files that are no tables, by their first bytes.
fn no_table(bytes: &[u8]) -> Option<&'static str> {
    let begins: [(&[u8], &'static str); 8] = [
        (b"%PDF", "pdf"),
        (b"\x89PNG", "picture"),
        (b"\xFF\xD8\xFF", "picture"),
        (b"GIF8", "picture"),
        (b"{\\rtf", "word"),
        (b"SQLite format 3\0", "binary"),
        (b"\x1F\x8B", "archive"),
        (b"7z\xBC\xAF\x27\x1C", "archive"),
    ];
    begins
        .into_iter()
        .find(|(begin, _)| bytes.starts_with(begin))
        .map(|(_, what)| what)
}
