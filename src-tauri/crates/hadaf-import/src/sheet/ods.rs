//! LibreOffice and its like: the values of the file, with what it shows beside them.

use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::error::WorkbookError;
use super::grid::{CellKind, MergedRegion, Sheet, SheetBuilder, exact};
use super::number_format::NumberFormat;
use super::parts::ZipParts;
use super::xlsx_parts::{attribute, entity};
use super::{Workbook, WorkbookKind, WorkbookRemark, bounds};

const PART: &str = "content.xml";

/// Formats of cells: those of a plain number, of hundredths, and of the currencies that were met.
const PERCENT: u16 = 1;
const CURRENCIES: [&str; 12] = [
    "USD", "PKR", "INR", "EUR", "GBP", "BDT", "PHP", "LKR", "NPR", "AED", "CNY", "JPY",
];

/// Reads all sheets.
pub(crate) fn ods(parts: &mut ZipParts<'_>) -> Result<Workbook, WorkbookError> {
    if let Some(manifest) = parts.xml("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(WorkbookError::Password);
    }
    let xml = parts.xml(PART)?.ok_or_else(|| WorkbookError::damaged(PART))?;
    let mut reader = OdsReader::new();
    reader.read(&xml)?;
    let macros = parts
        .names()
        .iter()
        .any(|name| name.starts_with("Basic/") && name.ends_with(".xml"));
    Ok(Workbook {
        kind: WorkbookKind::Ods,
        sheets: reader.done,
        remarks: macros.then_some(WorkbookRemark::Macros).into_iter().collect(),
    })
}

struct OdsReader {
    formats: Arc<[NumberFormat]>,
    done: Vec<Sheet>,
    left: usize,
    builder: Option<SheetBuilder>,
    row: u32,
    row_repeats: u32,
    column: u32,
    columns_named: u32,
    cell: OdsCell,
    /// The cells of the row at hand, for rows that repeat.
    cells: Vec<OdsCell>,
}

#[derive(Default, Clone)]
struct OdsCell {
    column: u32,
    repeats: u32,
    kind: String,
    value: String,
    currency: String,
    shown: String,
    across: u32,
    down: u32,
}

impl OdsReader {
    fn new() -> Self {
        let mut formats = vec![NumberFormat::default(); 2];
        formats[usize::from(PERCENT)].is_percent = true;
        formats.extend(CURRENCIES.map(|currency| NumberFormat {
            words: currency.into(),
            ..NumberFormat::default()
        }));
        Self {
            formats: formats.into(),
            done: Vec::new(),
            left: bounds::CELLS,
            builder: None,
            row: 0,
            row_repeats: 1,
            column: 0,
            columns_named: 0,
            cell: OdsCell::default(),
            cells: Vec::new(),
        }
    }

    fn read(&mut self, xml: &str) -> Result<(), WorkbookError> {
        let damaged = |_| WorkbookError::damaged(PART);
        let mut reader = Reader::from_str(xml);
        let (mut in_text, mut paragraphs) = (0_u32, 0_u32);
        loop {
            match reader.read_event().map_err(damaged)? {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table" => self.open_sheet(&tag)?,
                    "table:table-row" => self.open_row(&tag),
                    "table:table-cell" | "table:covered-table-cell" => {
                        self.open_cell(&tag);
                        paragraphs = 0;
                    }
                    "table:table-column" => self.name_columns(&tag),
                    "office:annotation" | "draw:frame" | "table:shapes" => {
                        reader.read_to_end(tag.name()).map_err(damaged)?;
                    }
                    "text:p" => {
                        in_text += 1;
                        paragraphs += 1;
                        if paragraphs > 1 {
                            self.cell.shown.push(' ');
                        }
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.name().as_ref() {
                    "table:table-row" => {
                        self.open_row(&tag);
                        self.close_row()?;
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        self.open_cell(&tag);
                        self.close_cell();
                    }
                    "table:table-column" => self.name_columns(&tag),
                    "text:s" | "text:line-break" | "text:tab" if in_text > 0 => self.cell.shown.push(' '),
                    _ => {}
                },
                Event::End(tag) => match tag.name().as_ref() {
                    "table:table" => self.close_sheet()?,
                    "table:table-row" => self.close_row()?,
                    "table:table-cell" | "table:covered-table-cell" => self.close_cell(),
                    "text:p" => in_text = in_text.saturating_sub(1),
                    _ => {}
                },
                Event::Text(text) if in_text > 0 => self.cell.shown.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if in_text > 0 => self.cell.shown.extend(entity(&reference)),
                Event::Eof => return Ok(()),
                _ => {}
            }
            if self.cell.shown.len() > bounds::CELL_BYTES * 2 {
                return Err(WorkbookError::LongCell {
                    sheet: String::new(),
                    row: self.row + 1,
                    limit: bounds::CELL_BYTES,
                });
            }
        }
    }

    fn open_sheet(&mut self, tag: &BytesStart<'_>) -> Result<(), WorkbookError> {
        if self.done.len() >= bounds::SHEETS || self.builder.is_some() {
            return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
        }
        let name = attribute(tag, "name").unwrap_or_default();
        self.builder = Some(SheetBuilder::new(&name, Arc::clone(&self.formats), self.left));
        (self.row, self.columns_named) = (0, 0);
        Ok(())
    }

    fn close_sheet(&mut self) -> Result<(), WorkbookError> {
        if let Some(builder) = self.builder.take() {
            let (sheet, left) = builder.finish();
            self.left = left;
            self.done.push(sheet);
        }
        Ok(())
    }

    /// Columns come before the rows and say whether they are shown.
    fn name_columns(&mut self, tag: &BytesStart<'_>) {
        let count = repeats(tag, "number-columns-repeated");
        let hidden = attribute(tag, "visibility").is_some_and(|visibility| visibility != "visible");
        let first = self.columns_named;
        self.columns_named = first.saturating_add(count).min(bounds::COLUMNS);
        // The last columns of a sheet, beyond all cells, repeat by thousands.
        if hidden
            && count < 1000
            && let Some(builder) = &mut self.builder
        {
            builder.sheet().hidden_columns.extend(first..self.columns_named);
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        self.row_repeats = repeats(tag, "number-rows-repeated");
        self.column = 0;
        self.cells.clear();
        let hidden = attribute(tag, "visibility").is_some_and(|visibility| visibility != "visible");
        if hidden
            && self.row_repeats < 10_000
            && let Some(builder) = &mut self.builder
        {
            let rows = self.row..self.row.saturating_add(self.row_repeats);
            let hidden = &mut builder.sheet().hidden_rows;
            if hidden.len() < bounds::REGIONS {
                hidden.extend(rows);
            }
        }
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>) {
        self.cell = OdsCell {
            column: self.column,
            repeats: 1,
            across: 1,
            down: 1,
            ..OdsCell::default()
        };
        for attribute in tag.attributes().with_checks(false).filter_map(Result::ok) {
            let value = || attribute.value.clone().into_owned();
            let count = || attribute.value.parse::<u32>().ok().unwrap_or(1).max(1);
            match attribute.key.as_ref() {
                "office:value-type" => self.cell.kind = value(),
                "office:value" | "office:date-value" | "office:boolean-value" => self.cell.value = value(),
                "office:currency" => self.cell.currency = value(),
                "table:number-columns-repeated" => self.cell.repeats = count(),
                "table:number-columns-spanned" => self.cell.across = count(),
                "table:number-rows-spanned" => self.cell.down = count(),
                _ => {}
            }
        }
    }

    fn close_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        self.column = self.column.saturating_add(cell.repeats);
        if !cell.shown.is_empty() || !cell.value.is_empty() {
            self.cells.push(cell);
        }
    }

    fn close_row(&mut self) -> Result<(), WorkbookError> {
        let first = self.row;
        self.row = first.saturating_add(self.row_repeats);
        let cells = std::mem::take(&mut self.cells);
        let Some(builder) = &mut self.builder else {
            return Ok(());
        };
        if cells.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            for cell in &cells {
                for column in cell.column..cell.column.saturating_add(cell.repeats) {
                    put(builder, row, column, cell)?;
                }
                if cell.across > 1 || cell.down > 1 {
                    let merged = &mut builder.sheet().merged;
                    if merged.len() < bounds::REGIONS {
                        merged.push(MergedRegion {
                            top: row,
                            left: cell.column,
                            bottom: row.saturating_add(cell.down - 1),
                            right: cell.column.saturating_add(cell.across - 1),
                        });
                    }
                }
            }
        }
        Ok(())
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u32 {
    let count = attribute(tag, name).and_then(|count| count.parse().ok());
    count.unwrap_or(1).max(1)
}

fn put(builder: &mut SheetBuilder, row: u32, column: u32, cell: &OdsCell) -> Result<(), WorkbookError> {
    let format = match cell.kind.as_str() {
        "percentage" => PERCENT,
        _ => CURRENCIES
            .iter()
            .position(|currency| *currency == cell.currency)
            .and_then(|index| u16::try_from(index + 2).ok())
            .unwrap_or(0),
    };
    match cell.kind.as_str() {
        "float" | "percentage" | "currency" => {
            let number = cell.value.parse().ok().and_then(exact);
            match number {
                Some(number) => builder.put(row, column, CellKind::Number, &number, format),
                None => builder.put(row, column, CellKind::Error, &cell.value, format),
            }
        }
        "date" => builder.put(
            row,
            column,
            CellKind::Date,
            cell.value.get(..10).unwrap_or_default(),
            format,
        ),
        "boolean" => builder.put(row, column, CellKind::Bool, &cell.value, format),
        _ if cell.shown.starts_with('#') && cell.shown.ends_with(['!', '?', 'A']) => {
            builder.put(row, column, CellKind::Error, &cell.shown, format)
        }
        _ => builder.put(row, column, CellKind::Text, &cell.shown, format),
    }
}
