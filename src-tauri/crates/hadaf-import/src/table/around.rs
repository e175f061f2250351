//! What stands around the figures of a table: titles, notes, headings, and the periods that rows and columns name.

use crate::sheet::{CellKind, Sheet};

use super::columns::TableColumn;
use super::head::{Head, HeadYear, head, year_in};
use super::layout::TableArea;
use super::roles::ColumnRole;
use super::row_reader::RowWalk;

/// Rows whose periods are looked at before reading.
const SAMPLE: usize = 20_000;

/// What holds for a whole sheet.
pub(crate) struct SheetSays<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) decimal_comma: bool,
    pub(crate) hidden_rows: Vec<bool>,
    pub(crate) hidden_columns: Vec<bool>,
}

pub(crate) fn hidden(places: &[bool], index: usize) -> bool {
    places.get(index).copied().unwrap_or(false)
}

/// What stands around the figures of a table.
pub(crate) struct Around {
    /// The lines above it.
    pub(crate) titles: Vec<String>,
    /// The lines below it, by their rows.
    pub(crate) notes: Vec<(usize, String)>,
    /// All that may tell year, unit and country, the nearest first.
    pub(crate) texts: Vec<String>,
    /// The year that stands alone above the figures.
    pub(crate) section: Head,
    /// Headings between the names of columns and the figures.
    pub(crate) headings: Vec<String>,
    /// The year that titles or the sheet's name are about.
    pub(crate) year: Option<HeadYear>,
    /// Nothing but a title names a period.
    pub(crate) of_title: bool,
    /// The first row of all this.
    pub(crate) top: usize,
}

impl Around {
    pub(crate) fn of(sheet: &Sheet, area: &TableArea, shown: &[TableColumn], labels: &[usize], name: &str) -> Self {
        let above = lines(sheet, area.top..area.header.start, area);
        let notes = lines(sheet, area.body.end..area.end, area);
        let between = lines(sheet, area.header.end..area.body.start, area);
        let last = above.last().and_then(|(_, text)| head(text));
        let section = last.filter(|head| head.span.is_none()).unwrap_or_default();
        let top = above.first().map_or(area.header.start, |(row, _)| *row);
        let titles: Vec<String> = above.into_iter().map(|(_, text)| text).collect();
        let mut texts: Vec<String> = titles.iter().rev().cloned().collect();
        texts.push(name.to_owned());
        // A name that is the same in all rows tells what the table is about.
        let unused = shown
            .iter()
            .filter(|column| column.role == ColumnRole::Label && !labels.contains(&column.index));
        texts.extend(unused.map(|column| sheet.cell(area.body.start, column.index).text.to_owned()));
        texts.extend(notes.iter().map(|(_, text)| text.clone()));
        let names_period = |column: &TableColumn| column.role == ColumnRole::Period || column.head != Head::default();
        Self {
            of_title: section == Head::default()
                && !shown.iter().any(names_period)
                && titles.iter().any(|text| year_in(text).is_some()),
            year: texts.iter().find_map(|text| year_in(text)),
            headings: between.into_iter().map(|(_, text)| text).collect(),
            titles,
            notes,
            texts,
            section,
            top,
        }
    }
}

impl Around {
    /// The texts with those of the corner, over the names of rows: `April-March` may stand there.
    pub(crate) fn with_corner(&self, sheet: &Sheet, area: &TableArea) -> Vec<String> {
        let rows = area.header.clone();
        let corner = rows.flat_map(|row| (area.left..area.first_value).map(move |column| sheet.cell(row, column).text));
        let corner = corner.filter(|text| !text.is_empty()).map(str::to_owned);
        self.texts.iter().cloned().chain(corner).collect()
    }
}

/// Some day of the table is shown by day and month alone.
pub(crate) fn days_without_year(sheet: &Sheet, area: &TableArea) -> bool {
    let rows = area.header.start..area.body.end.min(area.header.start + 100);
    rows.into_iter().any(|row| {
        (area.left..=area.right).any(|column| {
            let cell = sheet.cell(row, column);
            cell.kind == CellKind::Date && cell.format.is_day_and_month
        })
    })
}

fn lines(sheet: &Sheet, rows: std::ops::Range<usize>, area: &TableArea) -> Vec<(usize, String)> {
    let line = |row: usize| {
        let cells = (area.left..sheet.width_of(row).min(area.right + 1)).map(|column| sheet.cell(row, column).text);
        let words: Vec<&str> = cells.filter(|text| !text.is_empty()).collect();
        (row, words.join(" "))
    };
    rows.filter(|row| sheet.width_of(*row) > 0)
        .take(1_000)
        .map(line)
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// The periods of a table in its order, put together from rows and columns.
pub(crate) fn sample(
    rows: &mut RowWalk<'_>,
    says: &SheetSays<'_>,
    area: &TableArea,
    shown: &[TableColumn],
    title_year: Option<HeadYear>,
) -> Vec<Head> {
    let values: Vec<&TableColumn> = shown
        .iter()
        .filter(|column| column.role == ColumnRole::Value && !column.is_change)
        .collect();
    let from_title = Head {
        year: title_year,
        ..Head::default()
    };
    let whole = |head: Head| if head.is_whole() { head } else { head.with(from_title) };
    let mut heads = Vec::new();
    if !rows.has_periods() {
        let own = values.iter().map(|column| whole(column.head.with(rows.section)));
        heads.extend(own.filter(|head| head.span.is_some() || head.is_whole()));
        return heads;
    }
    // Of a matrix of months and years, year by year.
    let mut by_column: Vec<Vec<Head>> = vec![Vec::new(); values.len().clamp(1, 50)];
    for row in area.body.clone().take(SAMPLE) {
        if let Some(text) = heading(says, shown, row) {
            rows.take_heading(text);
            continue;
        }
        let Some(head) = rows.head(row) else { continue };
        for (place, list) in by_column.iter_mut().enumerate() {
            let over = values.get(place).map_or(Head::default(), |column| column.head);
            if place == 0 || over != Head::default() {
                list.push(whole(head.with(over).with(rows.section)));
            }
        }
    }
    heads.extend(by_column.into_iter().flatten());
    heads
}

/// The text of a row without figures that stands over the rows below.
pub(crate) fn heading<'a>(says: &SheetSays<'a>, shown: &[TableColumn], row: usize) -> Option<&'a str> {
    let sheet = says.sheet;
    let width = sheet.width_of(row);
    let mut filled = shown
        .iter()
        .take_while(|column| column.index < width)
        .filter(|column| sheet.cell(row, column.index).kind != CellKind::Empty);
    if filled.clone().any(|column| column.role == ColumnRole::Value) {
        return None;
    }
    let first = filled.next()?;
    let alone = filled.next().is_none();
    let cell = sheet.cell(row, first.index);
    // A month without a figure yet is no heading.
    let is_period = first.role == ColumnRole::Period && head(cell.text).is_none_or(|head| head.span.is_some());
    (alone && !(is_period && head(cell.text).is_some())).then_some(cell.text)
}
