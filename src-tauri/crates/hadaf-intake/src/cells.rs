//! Windows of what may be large: cells of a sheet with what each was taken for, and values beside the workspace's.

use hadaf_import::sheet::{CellKind, Sheet};
use hadaf_import::table::{CellAt, SheetPlace};
use hadaf_words::Format;

use crate::compare::IntakeDraft;
use crate::file_reading::ReadContent;
use crate::opened::IntakeFile;
use crate::places::{cell, narrow};
use crate::spoken;
use crate::wire::{
    IntakeCell, IntakeCells, IntakeCellsRequest, IntakeOutcome, IntakeRegion, IntakeRole, IntakeRow, IntakeValue,
    IntakeValues, IntakeValuesRequest,
};

/// Rows and columns of a window.
const ROWS: u32 = 500;
const COLUMNS: u32 = 60;
/// Values of a page.
const VALUES: u32 = 500;

/// What the cells of one sheet were taken for.
struct Roles<'a> {
    /// Values, in the order of their cells.
    values: Vec<(CellAt, IntakeOutcome)>,
    checks: Vec<CellAt>,
    /// Regions that were not taken.
    ignored: Vec<&'a SheetPlace>,
    /// Tables, with their rows that name columns.
    tables: Vec<(&'a SheetPlace, Option<(u32, u32)>)>,
}

impl IntakeDraft {
    /// A window of cells.
    pub fn cells(&self, files: &[IntakeFile], request: &IntakeCellsRequest) -> Option<IntakeCells> {
        let region = request.region;
        let book = files.get(region.file as usize)?.workbook()?;
        let sheet = book.sheets.get(region.sheet as usize)?;
        let last = |from: u32, to: u32, most: u32, all: usize| {
            to.min(from.saturating_add(most - 1)).min(narrow(all).saturating_sub(1))
        };
        let window = IntakeRegion {
            bottom: last(region.top, region.bottom, ROWS, sheet.rows()),
            right: last(region.left, region.right, COLUMNS, sheet.columns()),
            ..region
        };
        let roles = self.roles(&window);
        let rows = (window.top..=window.bottom).map(|row| IntakeRow {
            number: row + 1,
            hidden: sheet.hidden || sheet.hidden_rows.binary_search(&row).is_ok(),
            cells: (window.left..=window.right)
                .map(|column| view(sheet, CellAt { row, column }, &roles))
                .collect(),
        });
        let letters = |column: u32| {
            let name = CellAt { row: 0, column }.to_string();
            name.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
        };
        Some(IntakeCells {
            region: window,
            columns: (window.left..=window.right).map(letters).collect(),
            rows: rows.collect(),
        })
    }

    fn roles(&self, window: &IntakeRegion) -> Roles<'_> {
        let inside = |at: CellAt| (window.top..=window.bottom).contains(&at.row);
        let of_sheet = self.figures.iter().filter(|figure| {
            (figure.place.file, figure.place.sheet) == (window.file, window.sheet) && inside(figure.place.at)
        });
        let mut values: Vec<_> = of_sheet.map(|figure| (figure.place.at, figure.outcome)).collect();
        values.sort_unstable();
        let file = &self.reading.files[window.file as usize];
        let tables = file
            .tables()
            .iter()
            .filter(|table| table.place.sheet == window.sheet as usize);
        let ignored = match &file.content {
            ReadContent::Tables(reading) => reading.left_out.as_slice(),
            ReadContent::Failed(_) | ReadContent::Long(_) => &[],
        };
        let checks = tables
            .clone()
            .flat_map(|table| table.checks.iter().map(|check| check.at));
        Roles {
            values,
            checks: checks.filter(|at| inside(*at)).collect(),
            ignored: ignored
                .iter()
                .map(|left_out| &left_out.place)
                .filter(|place| place.sheet == window.sheet as usize)
                .collect(),
            tables: tables.map(|table| (&table.place, table.header)).collect(),
        }
    }

    /// A page of values beside the workspace's.
    pub fn values(&self, request: &IntakeValuesRequest, format: Format) -> IntakeValues {
        let wanted = self.figures.iter().filter(|figure| {
            let is_kind = request.outcomes.is_empty() || request.outcomes.contains(&figure.outcome);
            is_kind && request.series.is_none_or(|series| series == figure.series)
        });
        let page = wanted
            .clone()
            .skip(request.from as usize)
            .take(request.count.min(VALUES) as usize);
        let values = page.map(|figure| IntakeValue {
            series: figure.series,
            title: self.title(figure.series as usize),
            period: format.period(figure.period),
            to_date: figure.basis.is_to_date(),
            before: figure.before.map_or_else(String::new, |before| format.exact(before)),
            value: format.exact(figure.value),
            difference: Self::difference(figure, format),
            outcome: figure.outcome,
            message: spoken::outcome(format, figure.outcome, figure.before, figure.value),
            region: cell(figure.place),
        });
        IntakeValues {
            values: values.collect(),
            of: narrow(wanted.count()),
        }
    }
}

fn view(sheet: &Sheet, at: CellAt, roles: &Roles<'_>) -> IntakeCell {
    let (row, column) = (at.row as usize, at.column as usize);
    let stored = sheet.cell(row, column);
    let found = roles.values.binary_search_by_key(&at, |(at, _)| *at).ok();
    let outcome = found.map(|place| roles.values[place].1);
    let role = match stored.kind {
        CellKind::Empty => IntakeRole::Empty,
        _ if outcome.is_some() => IntakeRole::Value,
        _ if roles.checks.contains(&at) => IntakeRole::Check,
        _ if roles.ignored.iter().any(|place| holds(place, at)) => IntakeRole::Ignored,
        _ => roles.beside(at),
    };
    IntakeCell {
        text: stored.text.chars().take(200).collect(),
        role,
        number: stored.kind == CellKind::Number || outcome.is_some(),
        span: span(sheet, at),
        outcome,
    }
}

impl Roles<'_> {
    /// What a cell is that holds neither value nor check: within a table it names something.
    fn beside(&self, at: CellAt) -> IntakeRole {
        let table = self.tables.iter().find(|(place, _)| holds(place, at));
        match table {
            Some((place, header)) => {
                // Titles stand above the rows that name columns.
                let is_title = header.is_some_and(|(first, _)| at.row < first && place.first.row < first);
                if is_title {
                    IntakeRole::Ignored
                } else {
                    IntakeRole::Header
                }
            }
            None => IntakeRole::Ignored,
        }
    }
}

fn holds(place: &SheetPlace, at: CellAt) -> bool {
    (place.first.row..=place.last.row).contains(&at.row)
        && (place.first.column..=place.last.column).contains(&at.column)
}

/// Columns that a cell covers on the screen; 0 where another one covers it.
fn span(sheet: &Sheet, at: CellAt) -> u32 {
    let region = sheet.merged.iter().find(|region| {
        (region.top..=region.bottom).contains(&at.row) && (region.left..=region.right).contains(&at.column)
    });
    match region {
        Some(region) if (region.top, region.left) == (at.row, at.column) => region.right - region.left + 1,
        Some(region) if region.left < at.column && region.top == at.row => 0,
        _ => 1,
    }
}
