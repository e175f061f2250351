//! What each column of a table is for, and what the rows above it say.

use std::collections::HashMap;

use crate::Mark;
use crate::sheet::{CellKind, Sheet};

use super::figure::{Figure, figure, is_number};
use super::head::{Head, head, year_number};
use super::layout::TableArea;
use super::month_words::is_total;
use super::roles::{ColumnRole, by_fiscal_years, by_name, by_quarters, is_generic, speaks_of_years};
use super::unit_words::{UnitWords, is_change, label_and_unit, pure_unit};

/// Rows that are looked at to tell what columns hold.
const SAMPLE: usize = 200;

/// One column of a table.
#[derive(Debug, Clone)]
pub(crate) struct TableColumn {
    pub(crate) index: usize,
    pub(crate) role: ColumnRole,
    /// The lowest text above it.
    pub(crate) name: String,
    /// What the rows above say of a period.
    pub(crate) head: Head,
    /// What they say of a series.
    pub(crate) label: String,
    pub(crate) unit: Option<UnitWords>,
    /// It holds changes or shares.
    pub(crate) is_change: bool,
    /// It names other periods than those of the figures.
    pub(crate) is_rival: bool,
    /// Its small numbers are months, 1 to 12, or quarters.
    pub(crate) has_small_numbers: bool,
    /// Its periods are quarters, by its name.
    pub(crate) counts_quarters: bool,
    /// Its periods are fiscal years, by its name.
    pub(crate) counts_fiscal_years: bool,
}

/// What a column holds in the rows of figures.
#[derive(Default)]
struct Held {
    numbers: usize,
    heads: usize,
    years: usize,
    texts: usize,
    small: usize,
}

/// All columns of a table, and the unit that its header names for all of them.
pub(crate) fn columns(sheet: &Sheet, area: &TableArea) -> (Vec<TableColumn>, Option<UnitWords>) {
    let texts = HeaderTexts::of(sheet, area);
    let mut unit = None;
    let mut columns = Vec::new();
    for index in area.left..=area.right {
        columns.push(column(sheet, area, &texts, index));
    }
    // A unit over one column of a row without other words over values counts for all.
    for row in &texts.rows {
        let over_values = row.iter().filter(|(at, _)| **at >= area.first_value);
        let mut over: Vec<(&usize, &String)> = over_values.collect();
        over.sort_unstable();
        if let [(at, text)] = over[..]
            && let Some(words) = pure_unit(text)
        {
            unit = unit.or(Some(words));
            if let Some(column) = columns.iter_mut().find(|column| column.index == *at) {
                column.unit = None;
            }
        }
    }
    // A unit in the corner, over the names of rows or periods, counts for all.
    let mut corner = columns
        .iter()
        .filter(|column| matches!(column.role, ColumnRole::Label | ColumnRole::Period));
    let unit = unit.or(corner.find_map(|column| column.unit));
    total_columns(&mut columns);
    drop_common_labels(&mut columns);
    (columns, unit)
}

/// A column of totals beside columns of periods is the year of its row, not another series.
fn total_columns(columns: &mut [TableColumn]) {
    let mut values = columns.iter().filter(|column| column.role == ColumnRole::Value);
    if !values.any(|column| column.head.span.is_some()) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.head == Head::default()) {
        if is_total(&column.label) {
            column.label.clear();
        }
    }
}

/// A text over all columns of values tells none from another.
fn drop_common_labels(columns: &mut [TableColumn]) {
    let values = || {
        columns
            .iter()
            .filter(|column| column.role == ColumnRole::Value && !column.is_change)
    };
    let mut labels: Vec<Vec<String>> = values()
        .map(|column| column.label.split('\n').map(Into::into).collect())
        .collect();
    let several = labels.len() > 1;
    if several {
        let common: Vec<String> = labels[0]
            .iter()
            .filter(|part| labels.iter().all(|label| label.contains(part)))
            .cloned()
            .collect();
        for label in &mut labels {
            label.retain(|part| !common.contains(part));
        }
    }
    let mut labels = labels.into_iter();
    for column in columns
        .iter_mut()
        .filter(|column| column.role == ColumnRole::Value && !column.is_change)
    {
        let parts: Vec<String> = labels.next().unwrap_or_default();
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        column.label = parts.join(": ");
        if !several && is_generic(&column.label) {
            column.label.clear();
        }
    }
}

fn column(sheet: &Sheet, area: &TableArea, texts: &HeaderTexts, index: usize) -> TableColumn {
    let stack: Vec<&String> = texts.rows.iter().filter_map(|row| row.get(&index)).collect();
    let name = stack.last().map(|name| (*name).clone()).unwrap_or_default();
    let held = held(sheet, area, index);
    let role = role(&name, &held, area, index);
    let mut column = TableColumn {
        index,
        role,
        name: name.clone(),
        head: Head::default(),
        label: String::new(),
        unit: None,
        is_change: false,
        is_rival: false,
        has_small_numbers: role == ColumnRole::Period && held.small > 0 && held.years == 0 && held.heads == 0,
        counts_quarters: by_quarters(&name),
        counts_fiscal_years: by_fiscal_years(&name),
    };
    let mut labels: Vec<String> = Vec::new();
    // The lowest row says most about the column; what it leaves open, the rows above say.
    for text in stack.iter().rev() {
        if let Some(mark) = mark(text) {
            column.head.mark = column.head.mark.or(Some(mark));
        } else if let Some(head) = head(text) {
            column.head = column.head.with(head);
        } else if is_change(text) {
            column.is_change = true;
        } else if let Some(unit) = pure_unit(text) {
            column.unit = Some(column.unit.map_or(unit, |known| known.with(unit)));
        } else {
            column.text(text, &mut labels);
        }
    }
    labels.reverse();
    labels.dedup();
    column.label = labels.join("\n");
    column
}

impl TableColumn {
    /// A text that holds more than one thing: a label with its unit, a period with its unit.
    fn text(&mut self, text: &str, labels: &mut Vec<String>) {
        let (label, unit) = label_and_unit(text);
        if let Some(unit) = unit {
            self.unit = Some(self.unit.map_or(unit, |known| known.with(unit)));
        }
        if let Some((words, head)) = words_before_head(&label) {
            self.head = self.head.with(head);
            return labels.push(clean_label(words));
        }
        // FY25 (Target): a period, and what its figures are.
        let in_brackets = label.strip_suffix(')').and_then(|label| label.split_once('('));
        let with_words = in_brackets.and_then(|(period, words)| Some((head(period)?, words)));
        match (head(&label), with_words) {
            (Some(head), _) => self.head = self.head.with(head),
            (None, Some((head, words))) => {
                self.head = self.head.with(head);
                labels.push(clean_label(words));
            }
            (None, None) => labels.push(clean_label(&label)),
        }
    }
}

/// `Budget 2024-25`: what the figures are, and their period.
fn words_before_head(text: &str) -> Option<(&str, Head)> {
    let at = text.find(|c: char| c.is_numeric())?;
    let words = text[..at].rfind(' ').map_or("", |space| &text[..space]);
    // "Exports FY 2024-25" and "Exports Jul-25": the last word before the digits may belong to the period.
    let words = words.strip_suffix(" FY").unwrap_or(words);
    let (words, period) = text.split_at(words.len());
    let has_letters = words.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let head = head(period.trim()).filter(|head| head.year.is_some() && has_letters)?;
    super::head::head(words).is_none().then_some((words, head))
}

/// A label without the marks of footnotes.
pub(crate) fn clean_label(text: &str) -> String {
    let text = text.trim_start_matches(['.', ' ', '-', '\u{B7}', '\u{2022}', '\u{2013}']);
    let text = text.trim_end_matches(['*', '\u{B9}', '\u{B2}', '\u{B3}', '\u{2020}', '\u{2021}', ':', ' ', '#']);
    let text = match text.rsplit_once(' ') {
        Some((label, note)) if note.len() <= 3 && note.ends_with('/') && !label.is_empty() => label,
        _ => text,
    };
    let text = match text.rsplit_once('(') {
        Some((label, note)) if note.len() == 2 && note.ends_with(')') && !label.is_empty() => label,
        _ => text,
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `R`, `(P)` and their like, alone in a cell.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    Mark::named(text.trim().trim_matches(['(', ')', '[', ']', '.']))
}

fn held(sheet: &Sheet, area: &TableArea, index: usize) -> Held {
    let mut held = Held::default();
    for row in area.body.clone().take(SAMPLE) {
        let cell = sheet.cell(row, index);
        match cell.kind {
            CellKind::Empty => {}
            CellKind::Date => held.heads += 1,
            CellKind::Error => held.numbers += 1,
            _ if year_number(cell.text).is_some() => held.years += 1,
            CellKind::Text if head(cell.text).is_some() => held.heads += 1,
            _ if is_number(cell) => {
                held.numbers += 1;
                let is_small = cell.text.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number));
                held.small += usize::from(is_small);
            }
            CellKind::Text if figure(cell, false) == Figure::Missing => {}
            CellKind::Text if cell.text.chars().any(char::is_alphanumeric) => held.texts += 1,
            _ => {}
        }
    }
    held
}

fn role(name: &str, held: &Held, area: &TableArea, index: usize) -> ColumnRole {
    let named = by_name(name);
    let is_before = index < area.first_value;
    let mostly_periods = held.heads + if is_before { held.years } else { 0 } > held.texts + held.numbers;
    let all_small = held.small > 0 && held.small == held.numbers;
    match named {
        Some(ColumnRole::Period)
            if held.heads + held.years >= held.texts.max(1) && held.heads + held.years >= held.numbers =>
        {
            ColumnRole::Period
        }
        Some(ColumnRole::Period) if all_small && held.texts == 0 => ColumnRole::Period,
        // Years alone behind the figures, under "Base year".
        None if held.years > 1 && held.numbers + held.heads + held.texts == 0 && speaks_of_years(name) => {
            ColumnRole::Period
        }
        Some(ColumnRole::Period | ColumnRole::Value) | None if is_before && mostly_periods => ColumnRole::Period,
        Some(ColumnRole::Period | ColumnRole::Value) | None if is_before && held.texts + held.heads >= held.numbers => {
            ColumnRole::Label
        }
        Some(ColumnRole::Period | ColumnRole::Value) | None if is_before => ColumnRole::Aside,
        Some(ColumnRole::Period | ColumnRole::Value) | None if mostly_periods && held.heads > 0 => ColumnRole::Period,
        Some(ColumnRole::Period | ColumnRole::Value) | None if held.texts > (held.numbers + held.years) => {
            ColumnRole::Aside
        }
        Some(ColumnRole::Period | ColumnRole::Value) | None => ColumnRole::Value,
        Some(role) => role,
    }
}

/// The texts of the rows that name columns, as they hold for each column.
pub(crate) struct HeaderTexts {
    pub(crate) rows: Vec<HashMap<usize, String>>,
}

impl HeaderTexts {
    fn of(sheet: &Sheet, area: &TableArea) -> Self {
        let mut rows: Vec<HashMap<usize, String>> =
            area.header.clone().map(|row| own_texts(sheet, area, row)).collect();
        let mut has_merged = vec![false; rows.len()];
        let mut budget = 200_000_usize;
        for region in &sheet.merged {
            let (top, bottom) = (region.top as usize, region.bottom as usize);
            if bottom < area.header.start || top >= area.header.end {
                continue;
            }
            let text = sheet.cell(top, region.left as usize).text.to_owned();
            let columns = (region.left as usize).max(area.left)..=(region.right as usize).min(area.right);
            for row in top.max(area.header.start)..=bottom.min(area.header.end - 1) {
                let at = row - area.header.start;
                has_merged[at] |= region.right > region.left;
                // A title across the whole table names no column.
                let across = columns.clone().count() > (area.right - area.left) && area.right > area.left;
                budget = budget.saturating_sub(columns.clone().count());
                for column in columns.clone().filter(|_| !text.is_empty() && !across && budget > 0) {
                    rows[at].entry(column).or_insert_with(|| text.clone());
                }
                if across {
                    rows[at].remove(&(region.left as usize));
                }
            }
        }
        for at in 0..rows.len().saturating_sub(1) {
            if !has_merged[at] {
                let below: Vec<usize> = (area.first_value..=area.right)
                    .filter(|column| rows[at + 1..].iter().any(|row| row.contains_key(column)))
                    .collect();
                fill_right(&mut rows[at], &below);
            }
        }
        // A text that a merged region carries down is one text.
        Self { rows }
    }
}

fn own_texts(sheet: &Sheet, area: &TableArea, row: usize) -> HashMap<usize, String> {
    let cells = (area.left..=area.right).map(|column| (column, sheet.cell(row, column)));
    let filled: Vec<(usize, String)> = cells
        .filter(|(_, cell)| cell.kind != CellKind::Empty)
        .map(|(column, cell)| (column, cell.text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    let numbers = filled.iter().filter(|(_, text)| {
        let digits = text.trim_matches(['(', ')']);
        !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    // (1) (2) (3) number the columns.
    if numbers.count() >= 3 && filled.iter().all(|(_, text)| head(text).is_none()) {
        return HashMap::new();
    }
    filled.into_iter().collect()
}

/// A text over the first of several columns, with empty cells behind it, stands for them all.
fn fill_right(row: &mut HashMap<usize, String>, below: &[usize]) {
    let mut last: Option<String> = None;
    for column in below {
        match row.get(column) {
            Some(text) if mark(text).is_none() && pure_unit(text).is_none() => {
                last = Some(text.clone());
            }
            Some(_) => {}
            None => {
                if let Some(text) = &last {
                    row.insert(*column, text.clone());
                }
            }
        }
    }
}
