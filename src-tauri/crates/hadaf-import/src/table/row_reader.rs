//! The rows of a table, one after the other: what each says of period, series and unit, with what the rows above leave
//! over it.

use std::collections::HashMap;

use hadaf_core::{FiscalCalendar, PartialDate, read_partial_date};

use crate::sheet::{CellKind, Sheet, SheetCell};

use super::columns::{TableColumn, clean_label};
use super::head::{Head, HeadSpan, HeadYear, head, year_number};
use super::month_words::is_total;
use super::roles::ColumnRole;
use super::unit_words::{UnitWords, is_change_of_row, label_and_unit, pure_unit};

/// What a row says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowSays {
    pub(crate) head: Option<Head>,
    /// The number of its label, by [`RowWalk::label_text`].
    pub(crate) label: usize,
    pub(crate) unit: Option<UnitWords>,
    pub(crate) is_change: bool,
    /// When its values were published, where a column says so.
    pub(crate) published: Option<PartialDate>,
}

/// Reads rows in their order.
pub(crate) struct RowWalk<'a> {
    sheet: &'a Sheet,
    periods: Vec<&'a TableColumn>,
    labels: Vec<usize>,
    units: Vec<usize>,
    multipliers: Vec<usize>,
    to_date: Vec<usize>,
    published: Vec<usize>,
    days: HashMap<&'a str, Option<PartialDate>>,
    calendar: FiscalCalendar,
    heads: HashMap<&'a str, Option<Head>>,
    unit_texts: HashMap<&'a str, Option<UnitWords>>,
    known_labels: HashMap<String, usize>,
    /// Labels without their units and marks, each with its unit, and whether it names a change.
    read_labels: Vec<(String, Option<UnitWords>, bool)>,
    /// The texts that make up the label of the row before, and its number.
    last_label: (Vec<&'a str>, usize),
    /// Room for those of the next one.
    parts: Vec<&'a str>,
    /// What the corner calls the rows, for those that name nothing but a unit.
    corner: String,
    /// The year that stands over the rows below.
    pub(crate) section: Head,
    /// The heading that stands over the rows below.
    pub(crate) heading: String,
    pub(crate) heading_unit: Option<UnitWords>,
    above: Vec<Option<Head>>,
    labels_above: Vec<&'a str>,
}

impl<'a> RowWalk<'a> {
    pub(crate) fn new(
        sheet: &'a Sheet,
        columns: &'a [TableColumn],
        labels: Vec<usize>,
        calendar: FiscalCalendar,
    ) -> Self {
        let of = |role: ColumnRole| columns.iter().filter(move |column| column.role == role);
        let indices = |role: ColumnRole| of(role).map(|column| column.index).collect();
        let periods: Vec<&TableColumn> = of(ColumnRole::Period).collect();
        let named = columns.iter().find(|column| labels == [column.index]);
        let corner = named
            .map(|column| clean_label(&label_and_unit(&column.name).0))
            .unwrap_or_default();
        Self {
            sheet,
            above: vec![None; periods.len()],
            periods,
            labels_above: vec![""; labels.len()],
            labels,
            units: indices(ColumnRole::Unit),
            multipliers: indices(ColumnRole::Multiplier),
            to_date: indices(ColumnRole::ToDate),
            published: indices(ColumnRole::Published),
            days: HashMap::new(),
            calendar,
            heads: HashMap::new(),
            unit_texts: HashMap::new(),
            known_labels: HashMap::new(),
            read_labels: Vec::new(),
            last_label: (Vec::new(), 0),
            parts: Vec::new(),
            corner,
            section: Head::default(),
            heading: String::new(),
            heading_unit: None,
        }
    }

    /// Periods stand in rows.
    pub(crate) fn has_periods(&self) -> bool {
        !self.periods.is_empty()
    }

    /// Takes a row without figures as what it says over the rows below.
    pub(crate) fn take_heading(&mut self, text: &str) {
        if let Some(head) = head(text).filter(|head| head.span.is_none()) {
            self.section = head;
        } else if let Some(unit) = pure_unit(text) {
            self.heading_unit = Some(unit);
        } else {
            let (label, unit) = label_and_unit(text);
            self.heading = clean_label(&label);
            self.heading_unit = unit.or(self.heading_unit);
        }
        self.above.fill(None);
    }

    /// What a row says of its period.
    pub(crate) fn head(&mut self, row: usize) -> Option<Head> {
        let mut whole: Option<Head> = None;
        let last = self.periods.len().checked_sub(1)?;
        for place in (0..=last).rev() {
            let column = self.periods[place];
            let cell = self.sheet.cell(row, column.index);
            let mut read = match cell.kind {
                CellKind::Empty if place < last => self.above[place],
                CellKind::Empty => {
                    merged_above(self.sheet, row, column.index).and_then(|cell| self.cell_head(cell, column))
                }
                _ => self.cell_head(cell, column),
            };
            if place < last {
                self.above[place] = read;
            }
            if read.is_none() && place == last && is_total(cell.text) {
                // A total behind twelve months is that of the year over them.
                let year = self.above[..last]
                    .iter()
                    .flatten()
                    .find_map(|head| head.year)
                    .or(self.section.year);
                read = Some(Head {
                    year,
                    ..Head::default()
                });
            }
            if place == last && read.is_none() {
                return None;
            }
            if let Some(read) = read {
                whole = Some(whole.map_or(read, |known| known.with(read)));
            }
        }
        let mut whole = whole?;
        for column in &self.to_date {
            let text = self.sheet.cell(row, *column).text;
            whole.to_date |= text.eq_ignore_ascii_case("yes") || text.eq_ignore_ascii_case("true");
        }
        Some(whole)
    }

    fn cell_head(&mut self, cell: SheetCell<'a>, column: &TableColumn) -> Option<Head> {
        let counts_quarters = column.counts_quarters;
        if column.has_small_numbers
            && let Ok(number @ 1..=12) = cell.text.parse::<u8>()
        {
            let span = match (counts_quarters, number) {
                (true, 1..=4) => HeadSpan::Quarter(number),
                (true, _) => return None,
                (false, _) => HeadSpan::Month(number),
            };
            return Some(Head {
                span: Some(span),
                ..Head::default()
            });
        }
        let head = cell_head(&mut self.heads, cell)?;
        Some(match (head.span, head.year) {
            // The quarter that ends with the month.
            (Some(HeadSpan::Month(month)), _) if counts_quarters => Head {
                span: Some(HeadSpan::Months((month + 9) % 12 + 1, month)),
                ..head
            },
            // 2025 in a column of fiscal years is what FY2025 is.
            (None, Some(HeadYear::Bare(year))) if column.counts_fiscal_years => Head {
                year: Some(HeadYear::Named(year)),
                ..head
            },
            _ => head,
        })
    }

    /// What a row says of everything.
    pub(crate) fn says(&mut self, row: usize) -> RowSays {
        let head = self.head(row);
        let label = self.label(row);
        let (_, label_unit, is_change) = self.read_labels[label];
        let mut unit = label_unit;
        for (place, column) in self.units.iter().chain(&self.multipliers).enumerate() {
            let text = self.sheet.cell(row, *column).text;
            let is_multiplier = place >= self.units.len();
            let words = *self.unit_texts.entry(text).or_insert_with(|| match is_multiplier {
                true => multiplier(text),
                false => pure_unit(text),
            });
            unit = match (words, unit) {
                (Some(words), Some(unit)) => Some(words.with(unit)),
                (words, unit) => words.or(unit),
            };
        }
        RowSays {
            head,
            label,
            unit,
            is_change: is_change && !self.has_periods(),
            published: self.published(row),
        }
    }

    /// A label by its number.
    pub(crate) fn label_text(&self, label: usize) -> &str {
        &self.read_labels[label].0
    }

    /// The number of a label under the heading that stands over it.
    pub(crate) fn under_heading(&mut self, label: usize) -> usize {
        let (text, unit, is_change) = &self.read_labels[label];
        let read = (format!("{}: {text}", self.heading), *unit, *is_change);
        self.number_of(read)
    }

    /// The number of a row's label. Rows of one series mostly follow one another.
    fn label(&mut self, row: usize) -> usize {
        let last = self.labels.len().saturating_sub(1);
        let mut parts = std::mem::take(&mut self.parts);
        parts.clear();
        for (place, column) in self.labels.iter().enumerate() {
            let mut text = self.sheet.cell(row, *column).text;
            // A name that is not repeated holds for the rows below it.
            if text.is_empty() && (place < last || !self.periods.is_empty()) {
                text = self.labels_above[place];
            } else {
                self.labels_above[place] = text;
            }
            if !text.is_empty() {
                parts.push(text);
            }
        }
        let before = &mut self.last_label.0;
        if self.read_labels.is_empty() || *before != parts {
            std::mem::swap(before, &mut parts);
            self.last_label.1 = self.read_label();
        }
        self.parts = parts;
        self.last_label.1
    }

    /// Reads a label, or remembers it by its text.
    fn read_label(&mut self) -> usize {
        let text = self.last_label.0.join(": ");
        if let Some(known) = self.known_labels.get(&text) {
            return *known;
        }
        let (label, unit) = label_and_unit(&text);
        let mut label = clean_label(&label);
        if label.is_empty() && unit.is_some() {
            label.clone_from(&self.corner);
        }
        let number = self.number_of((label, unit, is_change_of_row(&text)));
        self.known_labels.insert(text, number);
        number
    }

    fn number_of(&mut self, read: (String, Option<UnitWords>, bool)) -> usize {
        self.read_labels.push(read);
        self.read_labels.len() - 1
    }

    /// The day in a column of publication days; a year alone is none.
    fn published(&mut self, row: usize) -> Option<PartialDate> {
        let column = *self.published.first()?;
        let (text, calendar) = (self.sheet.cell(row, column).text, self.calendar);
        *self.days.entry(text).or_insert_with(|| {
            let day = read_partial_date(text, &calendar).ok()?;
            (!matches!(day, PartialDate::Year(_))).then_some(day)
        })
    }
}

/// The head of a cell, remembered by its text.
pub(crate) fn cell_head<'a>(known: &mut HashMap<&'a str, Option<Head>>, cell: SheetCell<'a>) -> Option<Head> {
    if cell.kind == CellKind::Number
        && let Some(year) = year_number(cell.text)
    {
        return Some(Head {
            year: Some(HeadYear::Bare(year)),
            ..Head::default()
        });
    }
    *known.entry(cell.text).or_insert_with(|| head(cell.text))
}

/// The power of ten of SDMX, or its word.
fn multiplier(text: &str) -> Option<UnitWords> {
    let word = match text.trim() {
        "3" => "thousand",
        "6" => "million",
        "9" => "billion",
        "0" | "" | "Units" | "units" => return None,
        word => word,
    };
    pure_unit(word)
}

/// The first cell of a merged region that covers this one.
fn merged_above(sheet: &Sheet, row: usize, column: usize) -> Option<SheetCell<'_>> {
    if sheet.merged.len() > 10_000 {
        return None;
    }
    let covers = |from: u32, to: u32, place: usize| (from as usize..=to as usize).contains(&place);
    let region = sheet
        .merged
        .iter()
        .find(|region| covers(region.top, region.bottom, row) && covers(region.left, region.right, column))?;
    Some(sheet.cell(region.top as usize, region.left as usize))
}
