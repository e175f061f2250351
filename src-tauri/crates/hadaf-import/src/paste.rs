//! A block copied from a spreadsheet.

use crate::sheet::{RowCells, rows, too_long_line};

/// Why a pasted text is no block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasteError {
    /// Nothing in it.
    Empty,
    /// More cells than a grid can take.
    TooLarge {
        /// The most we take.
        limit: usize,
    },
}

impl PasteError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "paste_empty",
            Self::TooLarge { .. } => "paste_too_large",
        }
    }
}

crate::said::said_elsewhere!(PasteError);

/// The most cells of a block.
const LIMIT: usize = 100_000;

/// Cuts clipboard text into a rectangle of raw texts: tabs between cells, line breaks between rows
/// (inside quotes they belong to the cell), the empty row at the end taken off, short rows filled up.
///
/// # Errors
/// [`PasteError`] when there is nothing, or too much.
pub fn read_paste(text: &str) -> Result<Vec<Vec<String>>, PasteError> {
    if text.len() > LIMIT * 64 || too_long_line(text).is_some() {
        return Err(PasteError::TooLarge { limit: LIMIT });
    }
    let mut block: Vec<Vec<String>> = Vec::new();
    let mut next_line = 1;
    let mut lines = rows(text.strip_prefix('\u{FEFF}').unwrap_or(text), b'\t', None);
    while let Some(row) = lines.next() {
        // Lines without anything are rows too: they keep the rows below in their place.
        while next_line < row.line && block.len() < LIMIT {
            block.push(Vec::new());
            next_line += 1;
        }
        next_line = row.line + 1 + breaks(row.cells);
        block.push(row.cells.to_texts());
    }
    while block.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        block.pop();
    }
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    match width.saturating_mul(block.len()) {
        0 => Err(PasteError::Empty),
        cells if cells > LIMIT => Err(PasteError::TooLarge { limit: LIMIT }),
        _ => {
            block.iter_mut().for_each(|row| row.resize(width, String::new()));
            Ok(block)
        }
    }
}

/// Line breaks inside cells.
fn breaks(cells: RowCells<'_>) -> u64 {
    cells.iter().map(|cell| cell.matches('\n').count() as u64).sum()
}
