//! The binary workbooks of Excel, by way of calamine, with what it leaves away of the older form beside it.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xls, XlsError, Xlsb};

use super::error::WorkbookError;
use super::grid::{CellKind, MergedRegion, SheetBuilder};
use super::number_format::NumberFormat;
use super::parts::ZipParts;
use super::xls_look::Look;
use super::xlsx::{day_of, put_number};
use super::{Workbook, WorkbookKind, WorkbookRemark, bounds};

const PART: &str = "workbook";

/// Reads a workbook of Excel 97 to 2003. A newer one that is locked has the same shell.
pub(crate) fn xls(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| WorkbookError::damaged(PART))?;
    if file.exists("/EncryptedPackage") {
        return Err(WorkbookError::Password);
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name)) else {
        let what = if file.exists("/WordDocument") { "word" } else { "binary" };
        return Err(WorkbookError::NoTable { what });
    };
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map_err(|_| WorkbookError::damaged(PART))?;
    let read = opened.take(bounds::FILE_BYTES as u64).read_to_end(&mut stream);
    read.map_err(|_| WorkbookError::damaged(PART))?;
    // Before calamine lays out each sheet as a rectangle, what it would have to lay out is known.
    let look = Look::of(&stream)?;
    let macros = file.exists("/_VBA_PROJECT_CUR");
    let mut workbook = guarded(|| xls_values(bytes, &look))?;
    workbook.remarks.extend(macros.then_some(WorkbookRemark::Macros));
    Ok(workbook)
}

fn xls_values(bytes: &[u8], look: &Look) -> Result<Workbook, WorkbookError> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => WorkbookError::Password,
        _ => WorkbookError::damaged(PART),
    })?;
    let formats: Arc<[NumberFormat]> = look.formats.clone().into();
    let mut sheets = Vec::new();
    let mut left = bounds::CELLS;
    let listed: Vec<(String, bool)> = visible(book.sheets_metadata());
    if listed.len() > bounds::SHEETS {
        return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
    }
    for (index, (name, hidden)) in listed.into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&name) else {
            continue;
        };
        let shape = look.sheets.get(index);
        let mut builder = SheetBuilder::new(&name, Arc::clone(&formats), left);
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let at = |offset: u32, index: usize| offset + u32::try_from(index).expect("within a sheet");
            let place = (at(first_row, row), at(first_column, column));
            let format = shape.and_then(|shape| shape.styles.get(&place)).copied().unwrap_or(0);
            put(&mut builder, place, value, book.has_1904_epoch(), format)?;
        }
        let merged = book.merge_cells_by_sheet_name(&name).ok().unwrap_or_default();
        let sheet = builder.sheet();
        sheet.merged = merged.into_iter().take(bounds::REGIONS).map(region).collect();
        if let Some(shape) = shape {
            sheet.hidden_rows.clone_from(&shape.hidden_rows);
            sheet.hidden_columns.clone_from(&shape.hidden_columns);
        }
        sheet.hidden = hidden;
        let (sheet, rest) = builder.finish();
        left = rest;
        sheets.push(sheet);
    }
    Ok(Workbook {
        kind: WorkbookKind::Xls,
        sheets,
        remarks: Vec::new(),
    })
}

/// Reads Excel's binary form of 2007. Formats, merged and hidden cells of it are not seen.
pub(crate) fn xlsb(bytes: &[u8], parts: &mut ZipParts<'_>) -> Result<Workbook, WorkbookError> {
    // calamine unpacks without counting; so it is counted before.
    parts.weigh()?;
    let macros = parts.has("xl/vbaProject.bin");
    let mut workbook = guarded(|| xlsb_values(bytes))?;
    workbook.remarks.extend(macros.then_some(WorkbookRemark::Macros));
    Ok(workbook)
}

fn xlsb_values(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    let damaged = |_| WorkbookError::damaged(PART);
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    let mut left = bounds::CELLS;
    let from_1904 = book.has_1904_epoch();
    for (name, hidden) in visible(book.sheets_metadata()) {
        let mut builder = SheetBuilder::plain(&name, left);
        let mut cells = book.worksheet_cells_reader(&name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let value = match cell.get_value() {
                DataRef::SharedString(text) => Data::String((*text).to_owned()),
                other => Data::from(other.clone()),
            };
            put(&mut builder, cell.get_position(), &value, from_1904, 0)?;
        }
        builder.sheet().hidden = hidden;
        let (sheet, rest) = builder.finish();
        left = rest;
        sheets.push(sheet);
    }
    Ok(Workbook {
        kind: WorkbookKind::Xlsb,
        sheets,
        remarks: vec![WorkbookRemark::LookUnseen],
    })
}

/// calamine checks most lengths of a damaged file, not all; a panic in it is a damaged file to us.
fn guarded(read: impl FnOnce() -> Result<Workbook, WorkbookError>) -> Result<Workbook, WorkbookError> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(workbook) => workbook,
        Err(_) => Err(WorkbookError::damaged(PART)),
    }
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let sheets = sheets
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet);
    sheets
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

fn region(region: calamine::Dimensions) -> MergedRegion {
    let ((top, left), (bottom, right)) = (region.start, region.end);
    MergedRegion {
        top,
        left,
        bottom,
        right,
    }
}

fn put(
    builder: &mut SheetBuilder,
    (row, column): (u32, u32),
    value: &Data,
    from_1904: bool,
    format: u16,
) -> Result<(), WorkbookError> {
    match value {
        Data::Empty => Ok(()),
        Data::Int(value) => builder.put(row, column, CellKind::Number, &value.to_string(), format),
        Data::Float(value) => put_number(builder, (row, column), &value.to_string(), false, false, format),
        Data::String(text) | Data::DurationIso(text) => builder.put(row, column, CellKind::Text, text, format),
        Data::Bool(value) => builder.put(
            row,
            column,
            CellKind::Bool,
            if *value { "TRUE" } else { "FALSE" },
            format,
        ),
        Data::DateTime(day) => put_day(builder, (row, column), day, from_1904, format),
        Data::DateTimeIso(text) => builder.put(row, column, CellKind::Date, text.get(..10).unwrap_or_default(), format),
        Data::Error(error) => builder.put(row, column, CellKind::Error, &error.to_string(), format),
    }
}

fn put_day(
    builder: &mut SheetBuilder,
    (row, column): (u32, u32),
    day: &ExcelDateTime,
    from_1904: bool,
    format: u16,
) -> Result<(), WorkbookError> {
    match day_of(day.as_f64(), from_1904) {
        Some(date) => builder.put(row, column, CellKind::Date, &date.to_string(), format),
        None => builder.put(row, column, CellKind::Error, &day.as_f64().to_string(), format),
    }
}
