//! How a workbook of Excel 97 to 2003 looks: number formats, hidden rows and columns, and how far its cells reach, read
//! from the records of its stream.

use std::collections::HashMap;

use super::bounds;
use super::error::WorkbookError;
use super::number_format::NumberFormat;

/// Cells of the rectangles of all sheets that are laid out.
const AREA: u64 = 8_000_000;

/// How one sheet looks.
#[derive(Debug, Default)]
pub(crate) struct SheetLook {
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) hidden_columns: Vec<u32>,
    /// The style of each cell that has one, by row and column.
    pub(crate) styles: HashMap<(u32, u32), u16>,
    bounds: Option<(u32, u32, u32, u32)>,
}

/// How a workbook looks.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// The format of each style.
    pub(crate) formats: Vec<NumberFormat>,
    pub(crate) sheets: Vec<SheetLook>,
}

impl Look {
    /// Reads the records of the stream `Workbook`.
    pub(crate) fn of(stream: &[u8]) -> Result<Self, WorkbookError> {
        let mut look = Self::default();
        let mut codes: HashMap<u32, NumberFormat> = HashMap::new();
        let mut styles: Vec<u32> = Vec::new();
        let mut depth = 0_usize;
        let mut is_sheet = false;
        let mut at = 0;
        while let Some(head) = stream.get(at..at + 4) {
            let (kind, length) = (
                u16::from_le_bytes([head[0], head[1]]),
                usize::from(u16::from_le_bytes([head[2], head[3]])),
            );
            let Some(data) = stream.get(at + 4..at + 4 + length) else {
                break;
            };
            at += 4 + length;
            match kind {
                // BOF: its second number says what begins; sheets come in the order of the list.
                0x0809 => {
                    depth += 1;
                    if depth == 1 && number(data, 2) == Some(0x10) {
                        is_sheet = true;
                        look.sheets.push(SheetLook::default());
                    }
                }
                0x000A => {
                    depth = depth.saturating_sub(1);
                    is_sheet &= depth > 0;
                }
                0x002F => return Err(WorkbookError::Password),
                0x041E => {
                    if let (Some(number), Some(code)) = (number(data, 0), unicode(data.get(2..).unwrap_or_default())) {
                        codes.insert(u32::from(number), NumberFormat::of_code(&code));
                    }
                }
                0x00E0 if styles.len() < bounds::FORMATS => styles.push(u32::from(number(data, 2).unwrap_or(0))),
                _ if is_sheet && depth == 1 => {
                    if let Some(sheet) = look.sheets.last_mut() {
                        sheet.record(kind, data);
                    }
                }
                _ => {}
            }
            if look.sheets.len() > bounds::SHEETS {
                return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
            }
        }
        let format = |code: u32| {
            codes
                .get(&code)
                .cloned()
                .unwrap_or_else(|| NumberFormat::built_in(code))
        };
        look.formats = styles.into_iter().map(format).collect();
        if look.formats.is_empty() {
            look.formats.push(NumberFormat::default());
        }
        let area: u64 = look.sheets.iter().map(SheetLook::area).sum();
        match area > AREA {
            true => Err(WorkbookError::TooManyCells { limit: bounds::CELLS }),
            false => Ok(look),
        }
    }
}

impl SheetLook {
    fn area(&self) -> u64 {
        let side = |from: u32, to: u32| u64::from(to - from + 1);
        self.bounds
            .map_or(0, |(top, left, bottom, right)| side(top, bottom) * side(left, right))
    }

    fn record(&mut self, kind: u16, data: &[u8]) {
        let at = |place: usize| number(data, place).map(u32::from);
        match kind {
            // ROW: bit 5 of its options says that it is hidden.
            0x0208 => {
                if let (Some(row), Some(options)) = (at(0), at(12))
                    && options & 0x20 != 0
                    && self.hidden_rows.len() < bounds::REGIONS
                {
                    self.hidden_rows.push(row);
                }
            }
            // COLINFO
            0x007D => {
                if let (Some(first), Some(last), Some(options)) = (at(0), at(2), at(8))
                    && options & 1 != 0
                    && self.hidden_columns.len() < bounds::REGIONS
                {
                    self.hidden_columns.extend(first..=last.min(255));
                }
            }
            // FORMULA, NUMBER, LABELSST, LABEL, RK, BOOLERR: row, column, style.
            0x0006 | 0x0203 | 0x00FD | 0x0204 | 0x027E | 0x0205 => {
                if let (Some(row), Some(column), Some(style)) = (at(0), at(2), number(data, 4)) {
                    self.cell(row, column, style);
                }
            }
            // MULRK: row, first column, then style and number for each.
            0x00BD => {
                if let (Some(row), Some(first)) = (at(0), at(2)) {
                    let places = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                    for (column, place) in (first..).zip(places.chunks_exact(6)) {
                        self.cell(row, column, u16::from_le_bytes([place[0], place[1]]));
                    }
                }
            }
            _ => {}
        }
    }

    fn cell(&mut self, row: u32, column: u32, style: u16) {
        let (top, left, bottom, right) = self.bounds.unwrap_or((row, column, row, column));
        self.bounds = Some((top.min(row), left.min(column), bottom.max(row), right.max(column)));
        if style != 0 {
            self.styles.insert((row, column), style);
        }
    }
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_le_bytes([bytes[0], bytes[1]]))
}

/// A text with its length before it, of one or two bytes a letter.
fn unicode(data: &[u8]) -> Option<String> {
    let length = usize::from(number(data, 0)?);
    let is_wide = data.get(2)? & 1 != 0;
    let letters = data.get(3..)?;
    if is_wide {
        let units: Vec<u16> = letters
            .chunks_exact(2)
            .take(length)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        return Some(String::from_utf16_lossy(&units));
    }
    Some(letters.iter().take(length).map(|byte| char::from(*byte)).collect())
}
