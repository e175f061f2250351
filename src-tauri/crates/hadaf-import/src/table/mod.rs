//! Tables of any layout into series: where they are, what their headers say, what is assumed, left out and asked.

mod around;
mod checks;
mod columns;
mod decide;
mod figure;
mod head;
mod head_words;
mod labels;
mod layout;
mod month_words;
mod out;
mod part;
mod reading;
mod resolve;
mod rivals;
mod roles;
mod row_reader;
mod rows;
mod seen;
mod unit_words;
mod units;
mod walk;

pub use reading::{
    AssumedThat, Assumption, CellAt, ImportQuestion, LeftOut, QuestionKind, ReadFigure, SeriesReading, SheetPlace,
    TableContext, TableLayout, TableReading, TotalCheck, WhyLeftOut, WorkbookReading,
};

use hadaf_core::{Currency, Unit};

use crate::sheet::{Sheet, Workbook, WorkbookError, WorkbookKind, WorkbookRemark};

use figure::CommaUse;
use out::Out;
use roles::{ColumnRole, by_name};
use walk::{SheetSays, read_table};

/// Reads every table of a workbook.
///
/// # Errors
/// [`WorkbookError::Deletes`] when a file of SDMX asks that values be deleted.
pub fn read_tables(workbook: &Workbook, context: &TableContext) -> Result<WorkbookReading, WorkbookError> {
    let mut out = Out {
        reading: WorkbookReading::default(),
        context,
        sheet: 0,
        name: String::new(),
    };
    for (index, sheet) in workbook.sheets.iter().enumerate() {
        refuse_deletes(sheet)?;
        (out.sheet, out.name) = (index, sheet.name.clone());
        if matches!(workbook.kind, WorkbookKind::Delimited { .. }) {
            // The name of a text is that of its file, which its places need not repeat.
            out.name.clear();
        }
        read_sheet(sheet, workbook.kind, &mut out);
    }
    for remark in &workbook.remarks {
        if let WorkbookRemark::Encoding(encoding) = remark {
            (out.sheet, out.name) = (0, String::new());
            let place = out.place((0, 0), (0, 0));
            out.assume(place, AssumedThat::Encoding(encoding));
        }
    }
    let is_undated = |table: &TableReading| {
        let mut figures = table.series.iter().flat_map(|series| &series.figures);
        figures.any(|figure| figure.published.is_none())
    };
    if out.reading.tables.iter().any(is_undated) {
        (out.sheet, out.name) = (0, String::new());
        let place = out.place((0, 0), (0, 0));
        out.ask(QuestionKind::Published, place, &[], 0);
    }
    Ok(out.reading)
}

/// Reads a unit as tables write it, `US$ million`; with this currency where its word may stand for several. One in which
/// nothing of ours counts, such as crore, is none.
pub fn read_unit(text: &str, currency: Option<Currency>) -> Option<Unit> {
    let words = unit_words::pure_unit(text)?;
    let usual = currency.filter(|usual| words.currency.is_none_or(|codes| codes.contains(&usual.as_str())));
    let (unit, shift) = words.unit(usual)?;
    (shift == 0).then_some(unit)
}

/// Whether a text says nothing but a unit.
pub fn is_unit_text(text: &str) -> bool {
    unit_words::pure_unit(text).is_some()
}

fn read_sheet(sheet: &Sheet, kind: WorkbookKind, out: &mut Out<'_>) {
    let end = (sheet.rows().saturating_sub(1), sheet.columns().saturating_sub(1));
    if sheet.hidden {
        let place = out.place((0, 0), end);
        if out.ask(QuestionKind::Hidden, place, &["leave_out", "take"], 0) == "leave_out" {
            return out.left_out((0, 0), end, &sheet.name, WhyLeftOut::Hidden);
        }
    }
    let says = SheetSays {
        sheet,
        decimal_comma: decimal_comma(sheet, kind, out),
        hidden_rows: unseen(sheet, &sheet.hidden_rows, true, out),
        hidden_columns: unseen(sheet, &sheet.hidden_columns, false, out),
    };
    let found = |out: &Out<'_>| (out.reading.tables.len(), out.reading.left_out.len());
    let before = found(out);
    for area in layout::tables(sheet) {
        let table = read_table(&says, &area, out);
        out.reading.tables.extend(table);
    }
    // A table of which nothing fits has said so.
    if found(out) == before {
        let text = (0..sheet.width_of(0))
            .map(|column| sheet.cell(0, column).text)
            .find(|text| !text.is_empty());
        out.left_out((0, 0), end, text.unwrap_or_default(), WhyLeftOut::NoTable);
    }
}

/// Rows or columns that are not shown, unless they are to be taken.
fn unseen(sheet: &Sheet, places: &[u32], are_rows: bool, out: &mut Out<'_>) -> Vec<bool> {
    let limit = if are_rows { sheet.rows() } else { sheet.columns() };
    let mut has_text = vec![are_rows; limit];
    if !are_rows && !places.is_empty() {
        for row in 0..sheet.rows() {
            for (column, has_text) in has_text.iter_mut().enumerate().take(sheet.width_of(row)) {
                *has_text |= !sheet.cell(row, column).text.is_empty();
            }
        }
    }
    let filled = |place: usize| has_text[place] && (!are_rows || sheet.width_of(place) > 0);
    let places: Vec<usize> = places
        .iter()
        .map(|place| *place as usize)
        .filter(|place| *place < limit && filled(*place))
        .collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let region = |first: usize, last: usize| match are_rows {
        true => ((first, 0), (last, sheet.columns().saturating_sub(1))),
        false => ((0, first), (sheet.rows().saturating_sub(1), last)),
    };
    let (from, to) = region(*first, *last);
    let place = out.place(from, to);
    if out.ask(QuestionKind::Hidden, place, &["leave_out", "take"], 0) == "take" {
        return Vec::new();
    }
    for run in places.chunk_by(|left, right| left + 1 == *right) {
        let (from, to) = region(run[0], run[run.len() - 1]);
        let text = sheet.cell(from.0, from.1).text.to_owned();
        out.left_out(from, to, &text, WhyLeftOut::Hidden);
    }
    let mut unseen = vec![false; limit];
    for place in places {
        unseen[place] = true;
    }
    unseen
}

/// What commas in numbers mean: by the numbers that can mean but one thing, else asked where both are usual.
fn decimal_comma(sheet: &Sheet, kind: WorkbookKind, out: &mut Out<'_>) -> bool {
    let found = CommaUse::of(sheet);
    let place = out.place(
        (0, 0),
        (sheet.rows().saturating_sub(1), sheet.columns().saturating_sub(1)),
    );
    match (found.decimal, found.thousands) {
        (true, false) => {
            out.assume(place, AssumedThat::DecimalComma);
            true
        }
        (false, true) => false,
        // Both, or neither: a file whose cells are parted by semicolons comes from where commas stand before decimals.
        (true, true) => out.ask(QuestionKind::DecimalComma, place, &["thousands", "decimals"], 0) == "decimals",
        (false, false) if found.either && matches!(kind, WorkbookKind::Delimited { separator: ';' }) => {
            out.ask(QuestionKind::DecimalComma, place, &["thousands", "decimals"], 0) == "decimals"
        }
        (false, false) => {
            if found.either {
                out.assume(place, AssumedThat::CommaThousands);
            }
            false
        }
    }
}

fn header_names(sheet: &Sheet) -> impl Iterator<Item = (usize, ColumnRole)> {
    (0..sheet.width_of(0)).filter_map(|column| Some((column, by_name(sheet.cell(0, column).text)?)))
}

/// SDMX can ask that values be deleted; no import does that.
fn refuse_deletes(sheet: &Sheet) -> Result<(), WorkbookError> {
    let Some((column, _)) = header_names(sheet).find(|(_, role)| *role == ColumnRole::Action) else {
        return Ok(());
    };
    let deletes = (1..sheet.rows()).find(|row| sheet.cell(*row, column).text == "D");
    match deletes {
        Some(row) => Err(WorkbookError::Deletes {
            row: CellAt::new(row + 1, 0).row,
        }),
        None => Ok(()),
    }
}
