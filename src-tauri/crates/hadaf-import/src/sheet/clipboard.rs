//! What the clipboard holds: a block of a spreadsheet, a page's table, a text copied from a PDF.

use super::error::WorkbookError;
use super::{Workbook, bounds, delimited, html};

/// Reads the clipboard: its HTML where that holds a table, since it keeps merged cells, else its text.
///
/// # Errors
/// [`WorkbookError`] as [`super::workbook`].
pub fn clipboard(text: &str, page: Option<&str>) -> Result<Workbook, WorkbookError> {
    if text.len() > bounds::FILE_BYTES || page.is_some_and(|page| page.len() > bounds::FILE_BYTES) {
        return Err(WorkbookError::TooLarge {
            bytes: text.len(),
            limit: bounds::FILE_BYTES,
        });
    }
    if let Some(page) = page
        && html::is_page(page)
    {
        let workbook = html::page(page)?;
        if workbook.sheets.iter().any(|sheet| !sheet.is_empty()) {
            return Ok(workbook);
        }
    }
    let workbook = delimited::delimited(text, "")?;
    match workbook.sheets.iter().all(super::Sheet::is_empty) {
        true => Err(WorkbookError::Empty),
        false => Ok(workbook),
    }
}
