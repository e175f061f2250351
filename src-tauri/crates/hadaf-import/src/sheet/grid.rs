//! A sheet as it is in the file: its cells in one text, row by row.

use std::sync::Arc;

use super::bounds;
use super::error::WorkbookError;
use super::number_format::NumberFormat;

/// What the file says that a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Nothing.
    Empty,
    /// A text; it may still read as a number or a period.
    Text,
    /// A number; its text is the exact decimal.
    Number,
    /// A day; its text is `2025-07-31`.
    Date,
    /// Yes or no.
    Bool,
    /// An error of a formula, such as `#REF!`.
    Error,
}

/// One cell, as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetCell<'a> {
    /// What it holds.
    pub kind: CellKind,
    /// Its content: exact for numbers, ISO for days, as it stands otherwise.
    pub text: &'a str,
    /// How the file shows it.
    pub format: &'a NumberFormat,
}

/// Cells that are one on the screen. Rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedRegion {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

#[derive(Debug, Clone, Copy)]
struct StoredCell {
    at: u32,
    length: u32,
    kind: CellKind,
    format: u16,
}

const NOTHING: StoredCell = StoredCell {
    at: 0,
    length: 0,
    kind: CellKind::Empty,
    format: 0,
};

/// One sheet of a workbook, one table of a page, one text.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name, or the caption of a table; may be empty.
    pub name: String,
    /// Regions that are one cell on the screen.
    pub merged: Vec<MergedRegion>,
    /// Rows that are not shown, from 0, in order.
    pub hidden_rows: Vec<u32>,
    /// Columns that are not shown, from 0, in order.
    pub hidden_columns: Vec<u32>,
    /// The whole sheet is not shown.
    pub hidden: bool,
    text: String,
    cells: Vec<StoredCell>,
    starts: Vec<usize>,
    columns: usize,
    formats: Arc<[NumberFormat]>,
}

impl Sheet {
    /// Rows down to the last with anything in it.
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// Columns up to the last with anything in it.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell; beyond the last one, nothing.
    pub fn cell(&self, row: usize, column: usize) -> SheetCell<'_> {
        let stored = match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) if column < end - start => self.cells[start + column],
            _ => NOTHING,
        };
        let at = stored.at as usize;
        SheetCell {
            kind: stored.kind,
            text: &self.text[at..at + stored.length as usize],
            format: &self.formats[usize::from(stored.format)],
        }
    }

    /// Places of a row up to its last cell.
    pub fn width_of(&self, row: usize) -> usize {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => end - start,
            _ => 0,
        }
    }

    /// Nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

/// Takes the cells of a sheet in the order of reading.
#[derive(Debug)]
pub(crate) struct SheetBuilder {
    sheet: Sheet,
    left: usize,
}

impl SheetBuilder {
    /// A sheet whose cells have these formats; the first is that of cells that have none. `left` cells may still come.
    pub(crate) fn new(name: &str, formats: Arc<[NumberFormat]>, left: usize) -> Self {
        Self {
            sheet: Sheet {
                name: name.trim().chars().take(255).collect(),
                merged: Vec::new(),
                hidden_rows: Vec::new(),
                hidden_columns: Vec::new(),
                hidden: false,
                text: String::new(),
                cells: Vec::new(),
                starts: vec![0],
                columns: 0,
                formats,
            },
            left,
        }
    }

    /// A sheet of plain texts.
    pub(crate) fn plain(name: &str, left: usize) -> Self {
        Self::new(name, Arc::from([NumberFormat::default()]), left)
    }

    /// Puts a cell behind all that came before: its row is the last one or a later one, its column a later one.
    pub(crate) fn put(
        &mut self,
        row: u32,
        column: u32,
        kind: CellKind,
        text: &str,
        format: u16,
    ) -> Result<(), WorkbookError> {
        let text = match kind {
            CellKind::Text => text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}'),
            _ => text,
        };
        if text.is_empty() {
            return Ok(());
        }
        if row >= bounds::ROWS || column >= bounds::COLUMNS || self.sheet.text.len() + text.len() > bounds::TEXT_BYTES {
            return Err(WorkbookError::TooManyCells { limit: bounds::CELLS });
        }
        if text.len() > bounds::CELL_BYTES {
            return Err(WorkbookError::LongCell {
                sheet: self.sheet.name.clone(),
                row: row + 1,
                limit: bounds::CELL_BYTES,
            });
        }
        self.go_to(row);
        let sheet = &mut self.sheet;
        let width = sheet.cells.len() - sheet.starts[sheet.starts.len() - 1];
        let (wanted, current) = (column as usize, sheet.starts.len() - 1);
        if wanted < width || (row as usize) < current {
            return Err(WorkbookError::Damaged {
                part: sheet.name.clone(),
            });
        }
        let places = wanted - width + 1;
        self.left = self
            .left
            .checked_sub(places)
            .ok_or(WorkbookError::TooManyCells { limit: bounds::CELLS })?;
        sheet.cells.resize(sheet.cells.len() + wanted - width, NOTHING);
        let format = if usize::from(format) < sheet.formats.len() {
            format
        } else {
            0
        };
        sheet.cells.push(StoredCell {
            at: u32::try_from(sheet.text.len()).expect("held below four gigabytes above"),
            length: u32::try_from(text.len()).expect("shorter than the longest cell"),
            kind,
            format,
        });
        sheet.text.push_str(text);
        sheet.columns = sheet.columns.max(wanted + 1);
        Ok(())
    }

    /// Closes rows until `row` is the one that takes cells.
    fn go_to(&mut self, row: u32) {
        let sheet = &mut self.sheet;
        while sheet.starts.len() - 1 < row as usize {
            sheet.starts.push(sheet.cells.len());
        }
    }

    /// Regions, hidden rows and columns are set on the sheet itself.
    pub(crate) fn sheet(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// The sheet, and how many cells may still come.
    pub(crate) fn finish(mut self) -> (Sheet, usize) {
        let sheet = &mut self.sheet;
        if sheet.starts.last() != Some(&sheet.cells.len()) {
            sheet.starts.push(sheet.cells.len());
        }
        sheet.hidden_rows.sort_unstable();
        sheet.hidden_columns.sort_unstable();
        sheet.hidden_rows.dedup();
        sheet.hidden_columns.dedup();
        (self.sheet, self.left)
    }
}

/// The number of a binary fraction: the shortest decimal of at most fifteen digits, which is what a spreadsheet shows.
/// None for what is no number, or too large to be one of ours.
pub(crate) fn exact(value: f64) -> Option<String> {
    if !value.is_finite() || value.abs() >= 1e18 {
        return None;
    }
    let shortest = format!("{value}");
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    if digits <= 15 {
        return Some(if shortest == "-0" { "0".into() } else { shortest });
    }
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let negative = mantissa.starts_with('-');
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let point = exponent + 1;
    let length = i32::try_from(digits.len()).ok()?;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).ok().unwrap_or(0));
    let plain = match (point, digits.is_empty()) {
        (_, true) => return Some("0".into()),
        (..=0, _) => format!("0.{}{digits}", zeros(-point)),
        _ if point >= length => format!("{digits}{}", zeros(point - length)),
        _ => {
            let (whole, fraction) = digits.split_at(usize::try_from(point).ok()?);
            format!("{whole}.{fraction}")
        }
    };
    Some(if negative { format!("-{plain}") } else { plain })
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn fifteen_digits_of_a_binary_fraction() {
        for (value, text) in [
            (7.000_000_000_000_001, "7"),
            (361.999_999_999_999_94, "362"),
            (0.1 + 0.2, "0.3"),
            (1234.5, "1234.5"),
            (-0.000_012_5, "-0.0000125"),
            (123_456_789_012_345.0, "123456789012345"),
            (1e17, "100000000000000000"),
            (-0.0, "0"),
        ] {
            assert_eq!(exact(value).as_deref(), Some(text));
        }
        assert_eq!(exact(f64::NAN), None);
        assert_eq!(exact(1e300), None);
    }
}
