//! Where the tables of a sheet are: titles above, rows that name columns, the body, notes below.

use crate::sheet::{CellKind, Sheet};

use super::figure::is_number;
use super::head::{head, year_number};
use super::rows::{KnownTexts, RowLook};
use super::unit_words::pure_unit;

/// Where one table stands. Rows and columns from 0; ranges without their ends.
#[derive(Debug, Clone)]
pub(crate) struct TableArea {
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Where its titles begin.
    pub(crate) top: usize,
    /// The rows that name columns. Rows between these and the body are headings.
    pub(crate) header: std::ops::Range<usize>,
    /// From the first row of figures to the last.
    pub(crate) body: std::ops::Range<usize>,
    /// Where its notes end.
    pub(crate) end: usize,
    /// The first column with figures.
    pub(crate) first_value: usize,
}

/// Rows above a table that may name its columns.
const HEADER_ROWS: usize = 30;
/// Tables side by side.
const BANDS: usize = 256;
/// Rows that are looked at to tell what columns hold.
const SAMPLE: usize = 200;

/// All tables of a sheet, from top to bottom, from left to right.
pub(crate) fn tables(sheet: &Sheet) -> Vec<TableArea> {
    let bands = bands(sheet);
    bands
        .into_iter()
        .flat_map(|(left, right)| in_band(sheet, left, right))
        .collect()
}

/// The columns of tables that stand side by side: parted by empty columns, each with labels or periods of its own.
fn bands(sheet: &Sheet) -> Vec<(usize, usize)> {
    let mut filled = vec![false; sheet.columns()];
    for row in 0..sheet.rows() {
        for (column, filled) in filled.iter_mut().enumerate().take(sheet.width_of(row)) {
            *filled |= sheet.cell(row, column).kind != CellKind::Empty;
        }
    }
    let mut bands: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for column in 0..=filled.len() {
        match (start, filled.get(column).copied().unwrap_or(false)) {
            (None, true) => start = Some(column),
            (Some(first), false) => {
                start = None;
                let full = bands.len() >= BANDS;
                match bands.last_mut() {
                    Some(before) if full || !has_own_labels(sheet, first, column - 1, *before) => before.1 = column - 1,
                    _ => bands.push((first, column - 1)),
                }
            }
            _ => {}
        }
    }
    bands
}

/// Its first column names what its others count, and so does that of the band before.
fn has_own_labels(sheet: &Sheet, left: usize, right: usize, before: (usize, usize)) -> bool {
    let names = |left: usize, right: usize| {
        let rows = (0..sheet.rows().min(2_000)).filter(|row| {
            let cell = sheet.cell(*row, left);
            let is_name = matches!(cell.kind, CellKind::Text | CellKind::Date) && !is_number(cell)
                || year_number(cell.text).is_some();
            is_name && (left + 1..=right).any(|column| is_number(sheet.cell(*row, column)))
        });
        rows.count()
    };
    names(left, right) >= 2 && names(before.0, before.1) >= 2
}

fn in_band(sheet: &Sheet, left: usize, right: usize) -> Vec<TableArea> {
    let mut texts = KnownTexts::default();
    let looks: Vec<RowLook> = (0..sheet.rows())
        .map(|row| RowLook::of(sheet, row, left, right, &mut texts))
        .collect();
    let mut tables = Vec::new();
    let mut top = 0;
    while let Some(first) = (top..looks.len()).find(|row| looks[*row].is_data() && !is_single_year_row(&looks, *row)) {
        let first_value = first_value(sheet, &looks, first, left, right);
        let end = body_end(&looks, first, first_value);
        let last = (first..end)
            .rev()
            .find(|row| looks[*row].is_data() || is_sparse(&looks[*row], first_value));
        let last = last.unwrap_or(first);
        tables.push(TableArea {
            left,
            right,
            top,
            header: header(sheet, &looks, top, first, first_value, left),
            body: first..last + 1,
            end,
            first_value,
        });
        top = end;
    }
    tables
}

/// A row such as `Item | 2024` over a column of figures.
fn is_single_year_row(looks: &[RowLook], row: usize) -> bool {
    let look = looks[row];
    look.numbers == 0 && look.missing == 0 && look.years == 1 && look.filled >= 2
}

/// A row with one figure alone, such as a value without a label.
fn is_sparse(look: &RowLook, first_value: usize) -> bool {
    look.numbers > 0 && look.last as usize >= first_value
}

/// The first column with figures: behind every label and period.
fn first_value(sheet: &Sheet, looks: &[RowLook], first: usize, left: usize, right: usize) -> usize {
    let rows: Vec<usize> = (first..looks.len().min(first + SAMPLE))
        .filter(|row| looks[*row].is_data())
        .collect();
    let mut first_number = right;
    for column in left..=right {
        let (mut numbers, mut others, mut years, mut counted) = (0, 0, 0, true);
        let mut last = 0_i64;
        for row in &rows {
            let cell = sheet.cell(*row, column);
            match cell.kind {
                CellKind::Empty | CellKind::Error => {}
                _ if year_number(cell.text).is_some() => {
                    years += 1;
                    counted = false;
                }
                CellKind::Date => others += 1,
                _ if head(cell.text).is_some() => others += 1,
                _ if is_number(cell) => {
                    numbers += 1;
                    let number: Option<i64> = cell.text.trim_end_matches('.').parse().ok();
                    counted &= number.is_some_and(|number| number == last + 1);
                    last += 1;
                }
                // A mark that nothing is known stands for a figure or a text.
                _ if cell.text.chars().all(|c| !c.is_alphanumeric()) => {}
                _ => others += 1,
            }
        }
        // The numbers of rows, 1, 2, 3, or codes stand before the labels.
        let before_names = column == left && names(sheet, &rows, left + 1);
        let is_counting = counted && numbers >= 3 && column == left && right > left + 1;
        if numbers > 0 && numbers >= others && years <= numbers && !is_counting && !before_names {
            first_number = column;
            break;
        }
    }
    first_number
}

/// A column holds mostly texts that are neither numbers nor periods.
fn names(sheet: &Sheet, rows: &[usize], column: usize) -> bool {
    let is_name = |row: &&usize| {
        let cell = sheet.cell(**row, column);
        let has_letters = cell.text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        cell.kind == CellKind::Text && has_letters && !is_number(cell) && head(cell.text).is_none()
    };
    rows.iter().filter(is_name).count() * 2 > rows.len()
}

/// Where a table ends: before the row that names the columns of the next.
fn body_end(looks: &[RowLook], first: usize, first_value: usize) -> usize {
    let value = u32::try_from(first_value).ok().unwrap_or(u32::MAX);
    let mut blank: Option<usize> = None;
    for row in first + 1..looks.len() {
        let look = &looks[row];
        if look.is_blank() {
            blank = blank.or(Some(row));
            continue;
        }
        let follows_data = || (row + 1..looks.len().min(row + 8)).any(|row| looks[row].is_data());
        let names_columns = look.numbers == 0
            && look.missing == 0
            && look.filled >= 2
            && look.last >= value.min(look.first + 1)
            && (blank.is_some() && look.last >= value || look.is_period_row(value));
        if names_columns && follows_data() {
            return blank.unwrap_or(row);
        }
        if look.is_data() {
            blank = None;
        }
    }
    looks.len()
}

/// The rows directly above the body that name columns.
fn header(
    sheet: &Sheet,
    looks: &[RowLook],
    top: usize,
    first: usize,
    first_value: usize,
    left: usize,
) -> std::ops::Range<usize> {
    let (mut start, mut end) = (first, first);
    let mut seen = false;
    let mut row = first;
    let value = u32::try_from(first_value).ok().unwrap_or(u32::MAX);
    while row > top && first - row < HEADER_ROWS {
        row -= 1;
        let look = &looks[row];
        if look.is_blank() {
            if seen {
                break;
            }
            continue;
        }
        let alone = look.filled == 1;
        let text = sheet.cell(row, look.first as usize).text;
        let names = match alone {
            // A unit that stands alone at the right is a title; so is a text at the left.
            true => look.first >= value.max(u32::try_from(left + 1).ok().unwrap_or(1)) && pure_unit(text).is_none(),
            false => look.last >= value || look.numbering || (look.numbers == 0 && look.missing == 0),
        };
        if !names {
            if seen || !alone {
                break;
            }
            // A year alone above months is read with the body; a heading may stand between header and body.
            continue;
        }
        if !seen {
            end = row + 1;
        }
        seen = true;
        start = row;
    }
    start..end
}
