//! One table, cell by cell.

use std::collections::HashMap;

use hadaf_core::{Basis, Decimal, Frequency, Period};

use crate::Mark;
use crate::sheet::{CellKind, SheetCell};

pub(crate) use super::around::SheetSays;
use super::around::{Around, days_without_year, heading, hidden, sample};
use super::checks::take_checks;
use super::columns::{TableColumn, columns};
use super::decide::{Periods, decide};
use super::figure::{Figure, figure};
use super::head::{Head, HeadYear, year_in};
use super::labels::label_columns;
use super::layout::TableArea;
use super::out::Out;
use super::reading::{
    AssumedThat, CellAt, QuestionKind, ReadFigure, SeriesReading, TableLayout, TableReading, WhyLeftOut,
};
use super::resolve::Resolver;
use super::rivals::settle;
use super::roles::{ColumnRole, by_name};
use super::row_reader::{RowSays, RowWalk};
use super::seen::SeenPeriods;
use super::unit_words::{UnitWords, pure_unit, unit_in_title};
use super::units::Units;

/// What tells one series from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct SeriesKey {
    /// Numbers of labels.
    row: u32,
    column: u32,
    /// The number of a unit.
    unit: usize,
    frequency: Frequency,
    basis: Basis,
}

struct TableWalk<'a, 'b, 'c> {
    says: &'a SheetSays<'a>,
    area: &'a TableArea,
    out: &'b mut Out<'c>,
    resolver: Resolver,
    units: Units,
    table_unit: UnitWords,
    title_year: Option<HeadYear>,
    /// Nothing but a title names a period.
    of_title: bool,
    labels: HashMap<String, u32>,
    series: Vec<SeriesReading>,
    keys: HashMap<SeriesKey, usize>,
    /// That of the value before: rows of one series mostly follow one another.
    last: Option<(SeriesKey, usize)>,
    /// The numbers of labels of rows and of columns.
    row_labels: Vec<Option<u32>>,
    column_labels: Vec<Option<u32>>,
    /// By series, of which periods there are values.
    seen: Vec<SeenPeriods>,
    many_vintages: bool,
    missing: usize,
    twice: Vec<CellAt>,
}

/// Reads a table; none where it holds no value for any period.
pub(crate) fn read_table(says: &SheetSays<'_>, area: &TableArea, out: &mut Out<'_>) -> Option<TableReading> {
    let sheet = says.sheet;
    let (all, header_unit) = columns(sheet, area);
    let mut shown: Vec<TableColumn> = all
        .into_iter()
        .filter(|column| !hidden(&says.hidden_columns, column.index))
        .collect();
    settle(sheet, area, &mut shown, out);
    let labels = label_columns(sheet, area, &shown);
    let around = Around::of(sheet, area, &shown, &labels, &out.name);
    let place = out.place((around.top, area.left), (area.body.end - 1, area.right));
    let calendar = out.context.calendar;
    let reader = || {
        let mut rows = RowWalk::new(sheet, &shown, labels.clone(), calendar);
        rows.section = around.section;
        for text in &around.headings {
            rows.take_heading(text);
        }
        rows
    };
    let heads = sample(&mut reader(), says, area, &shown, around.year);
    let heads: Vec<Head> = heads.into_iter().map(|head| head.ended(&calendar)).collect();
    if heads.is_empty() {
        return None;
    }
    let named_around = around.with_corner(sheet, area);
    let periods = Periods {
        heads: &heads,
        days_without_year: days_without_year(sheet, area),
        is_sequence: labels.is_empty() || !shown.iter().any(|column| column.role == ColumnRole::Period),
        around: &named_around,
    };
    let resolver = decide(&periods, &place, out);
    let named = around.texts.iter().filter_map(|text| unit_in_title(text));
    let table_unit = named.fold(header_unit.unwrap_or_default(), UnitWords::with);
    let mut walk = TableWalk {
        says,
        area,
        resolver,
        units: Units::new(place.clone(), &around.texts),
        table_unit,
        title_year: around.year,
        of_title: around.of_title,
        labels: HashMap::new(),
        series: Vec::new(),
        keys: HashMap::new(),
        last: None,
        row_labels: Vec::new(),
        column_labels: Vec::new(),
        seen: Vec::new(),
        many_vintages: shown.iter().any(|column| column.role == ColumnRole::Published),
        missing: 0,
        twice: Vec::new(),
        out,
    };
    let mut rows = reader();
    walk.columns_left_out(&shown);
    walk.body(&mut rows, &shown);
    walk.ask_twice();
    let mut series = walk.series;
    let (missing, out) = (walk.missing, walk.out);
    for (row, text) in &around.notes {
        out.left_out((*row, area.left), (*row, area.left), text, WhyLeftOut::Note);
    }
    let checks = take_checks(&mut series, &out.context.calendar);
    series.retain(|series| !series.figures.is_empty());
    (!series.is_empty() || !checks.is_empty()).then(|| TableReading {
        place,
        layout: layout(rows.has_periods(), &shown),
        title: around.titles,
        header: (!area.header.is_empty()).then(|| {
            let first = CellAt::new(area.header.start, 0).row;
            (first, CellAt::new(area.header.end - 1, 0).row)
        }),
        series,
        checks,
        missing,
    })
}

fn layout(has_periods: bool, shown: &[TableColumn]) -> TableLayout {
    let mut values = shown.iter().filter(|column| column.role == ColumnRole::Value);
    let over = values.clone().any(|column| column.head != Head::default());
    let is_long = values.any(|column| by_name(&column.name) == Some(ColumnRole::Value));
    match (has_periods, over) {
        (true, true) => TableLayout::Matrix,
        (true, false) if is_long => TableLayout::Long,
        (true, false) => TableLayout::PeriodsInRows,
        (false, _) => TableLayout::PeriodsInColumns,
    }
}

impl TableWalk<'_, '_, '_> {
    fn columns_left_out(&mut self, shown: &[TableColumn]) {
        let (first, last) = (self.area.body.start, self.area.body.end - 1);
        for column in shown {
            let why = match column.role {
                ColumnRole::Value | ColumnRole::Aside if column.is_change => WhyLeftOut::Change,
                ColumnRole::Aside if column.is_rival => WhyLeftOut::OtherColumn,
                ColumnRole::Aside | ColumnRole::Code => WhyLeftOut::NoFigure,
                _ => continue,
            };
            self.out
                .left_out((first, column.index), (last, column.index), &column.name, why);
        }
    }

    fn body<'s>(&mut self, rows: &mut RowWalk<'s>, shown: &'s [TableColumn]) {
        let values: Vec<&TableColumn> = shown
            .iter()
            .filter(|column| column.role == ColumnRole::Value && !column.is_change)
            .collect();
        let status: Vec<&TableColumn> = shown
            .iter()
            .filter(|column| column.role == ColumnRole::Status)
            .collect();
        let repeats = self.repeated_labels(shown, rows.has_periods());
        for row in self.area.body.clone() {
            if hidden(&self.says.hidden_rows, row) || self.says.sheet.width_of(row) == 0 {
                continue;
            }
            if let Some(text) = heading(self.says, shown, row) {
                rows.take_heading(text);
                continue;
            }
            let mut says = rows.says(row);
            if says.is_change {
                let (first, label) = (self.area.left, rows.label_text(says.label));
                self.out
                    .left_out((row, first), (row, self.area.right), label, WhyLeftOut::Change);
                continue;
            }
            if rows.has_periods() && says.head.is_none() {
                self.without_period(row, &values);
                continue;
            }
            if !rows.heading.is_empty() && repeats.contains_key(rows.label_text(says.label)) {
                says.label = rows.under_heading(says.label);
            }
            let mark = status
                .iter()
                .find_map(|column| status_mark(self.says.sheet.cell(row, column.index).text));
            let width = self.says.sheet.width_of(row);
            for column in values.iter().take_while(|column| column.index < width) {
                self.value(row, column, says, rows, mark);
            }
        }
    }

    /// Labels that stand in more than one row, where rows are series.
    fn repeated_labels(&self, shown: &[TableColumn], has_periods: bool) -> HashMap<String, usize> {
        if has_periods {
            return HashMap::new();
        }
        let label = shown.iter().rfind(|column| column.role == ColumnRole::Label);
        let mut counts: HashMap<String, usize> = HashMap::new();
        if let Some(column) = label {
            for row in self.area.body.clone() {
                let text = super::columns::clean_label(self.says.sheet.cell(row, column.index).text);
                *counts.entry(text).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count > 1);
        counts
    }

    fn without_period(&mut self, row: usize, values: &[&TableColumn]) {
        let cell = self.says.sheet.cell(row, self.area.left);
        let has_figures = values
            .iter()
            .take_while(|column| column.index < self.says.sheet.width_of(row))
            .any(|column| self.says.sheet.cell(row, column.index).kind != CellKind::Empty);
        if has_figures {
            let text = cell.text.to_owned();
            self.out.left_out(
                (row, self.area.left),
                (row, self.area.right),
                &text,
                WhyLeftOut::NoPeriod,
            );
        }
    }

    fn value(&mut self, row: usize, column: &TableColumn, says: RowSays, rows: &RowWalk<'_>, mark: Option<Mark>) {
        let cell = self.says.sheet.cell(row, column.index);
        let at = (row, column.index);
        let (value, own_mark, rounded) = match figure(cell, self.says.decimal_comma) {
            Figure::Nothing => return,
            Figure::Number { value, mark, rounded } => (value, mark, rounded),
            other => {
                let why = match other {
                    Figure::Missing => WhyLeftOut::Missing,
                    Figure::Error => WhyLeftOut::FormulaError,
                    _ => WhyLeftOut::NoNumber,
                };
                self.missing += usize::from(why == WhyLeftOut::Missing);
                return self.out.left_out(at, at, cell.text, why);
            }
        };
        let mut head = says.head.unwrap_or_default().with(column.head);
        if !head.is_whole() {
            head = head.with(rows.section);
        }
        if !head.is_whole() && (head.span.is_some() || self.of_title) {
            head.year = self.title_year.or_else(|| year_in(rows.label_text(says.label)));
            if let Some(HeadYear::Fiscal(year) | HeadYear::Named(year) | HeadYear::Bare(year)) = head.year {
                let place = self.out.place(at, at);
                self.out.assume(place, AssumedThat::YearOf(year.to_string()));
            }
        }
        let (period, basis) = match self.resolver.period(head) {
            Ok(resolved) => resolved,
            Err(why) => return self.out.left_out(at, at, cell.text, why),
        };
        let words = self.words(cell, column, says, rows);
        let (unit, shift) = self.units.of(words, self.out);
        let Some(value) = self.shifted(value, shift, cell, rounded, at) else {
            return self.out.left_out(at, at, cell.text, WhyLeftOut::NoNumber);
        };
        let figure = ReadFigure {
            period,
            value,
            mark: own_mark.or(head.mark).or(mark),
            published: says.published,
            at: CellAt::new(row, column.index),
        };
        self.take(rows, (says.label, column), (unit, basis), figure);
    }

    fn words(&self, cell: SheetCell<'_>, column: &TableColumn, says: RowSays, rows: &RowWalk<'_>) -> UnitWords {
        let mut words = UnitWords::default();
        for more in [column.unit, says.unit, rows.heading_unit] {
            words = more.map_or(words, |more| words.with(more));
        }
        words = words.with(self.table_unit);
        if !cell.format.words.is_empty()
            && let Some(more) = pure_unit(&cell.format.words)
        {
            words = words.with(more);
        }
        if cell.format.is_percent && words.currency.is_none() {
            words = UnitWords {
                percent: true,
                ..UnitWords::default()
            };
        }
        words
    }

    /// The number as it is shown, counted in the scale of the unit.
    fn shifted(
        &mut self,
        value: Decimal,
        shift: i32,
        cell: SheetCell<'_>,
        rounded: bool,
        at: (usize, usize),
    ) -> Option<Decimal> {
        let place = || (at, at);
        let mut shift = shift;
        let is_scaled = cell.kind == CellKind::Number && cell.format.thousands > 0;
        if is_scaled {
            shift -= 3 * i32::from(cell.format.thousands);
            let (first, last) = place();
            let place = self.out.place(first, last);
            self.out
                .assume(place, AssumedThat::ShownInThousands(cell.format.thousands));
        }
        if cell.kind == CellKind::Number && cell.format.is_percent {
            shift += 2;
        }
        if rounded {
            let place = self.out.place(at, at);
            self.out.assume(place, AssumedThat::Rounded);
        }
        let shifted = if shift == 0 { value } else { value.shifted(shift).ok()? };
        Some(if is_scaled { without_zeros(shifted) } else { shifted })
    }

    fn take(
        &mut self,
        rows: &RowWalk<'_>,
        (label, column): (usize, &TableColumn),
        (unit, basis): (usize, Basis),
        figure: ReadFigure,
    ) {
        let frequency = match figure.period {
            Period::Month(_) => Frequency::Month,
            Period::Quarter(_) => Frequency::Quarter,
            Period::FiscalYear(_) => Frequency::FiscalYear,
        };
        let key = SeriesKey {
            row: self.row_label(rows, label),
            column: self.column_label(column),
            unit,
            frequency,
            basis,
        };
        let index = match self.last {
            Some((last, index)) if last == key => index,
            _ => self.series_of(key, (rows.label_text(label), &column.label)),
        };
        self.last = Some((key, index));
        let figures = &mut self.series[index].figures;
        if !self.many_vintages {
            match self.seen[index].see(figure.period, figures) {
                Some(before) if figures[before].value.same_value(figure.value) => {
                    let at = (figure.at.row as usize, figure.at.column as usize);
                    return self
                        .out
                        .left_out(at, at, &figure.value.to_string(), WhyLeftOut::Repeated);
                }
                Some(_) => self.twice.push(figure.at),
                None => {}
            }
            self.seen[index].put(figure.period, figures.len());
        }
        figures.push(figure);
    }

    /// The place of a series, which is made where there is none of this key yet.
    fn series_of(&mut self, key: SeriesKey, label: (&str, &str)) -> usize {
        let next = self.series.len();
        let index = *self.keys.entry(key).or_insert(next);
        if index == next {
            let label = match label {
                (row, "") => row.to_owned(),
                ("", column) => column.to_owned(),
                (row, column) => format!("{row}: {column}"),
            };
            self.series.push(SeriesReading {
                label,
                unit: self.units.unit(key.unit),
                frequency: key.frequency,
                basis: key.basis,
                figures: Vec::new(),
            });
            self.seen.push(SeenPeriods::default());
        }
        index
    }

    /// The number of a row's label: the same for all texts that say the same without their units and marks.
    fn row_label(&mut self, rows: &RowWalk<'_>, label: usize) -> u32 {
        if let Some(Some(number)) = self.row_labels.get(label) {
            return *number;
        }
        let number = self.label(rows.label_text(label));
        if self.row_labels.len() <= label {
            self.row_labels.resize(label + 1, None);
        }
        self.row_labels[label] = Some(number);
        number
    }

    fn column_label(&mut self, column: &TableColumn) -> u32 {
        if let Some(Some(number)) = self.column_labels.get(column.index) {
            return *number;
        }
        let number = self.label(&column.label);
        if self.column_labels.len() <= column.index {
            self.column_labels.resize(column.index + 1, None);
        }
        self.column_labels[column.index] = Some(number);
        number
    }

    fn label(&mut self, label: &str) -> u32 {
        if let Some(number) = self.labels.get(label) {
            return *number;
        }
        let number = u32::try_from(self.labels.len()).ok().unwrap_or(u32::MAX);
        self.labels.insert(label.to_owned(), number);
        number
    }

    /// Two values for one period of one series: which is meant is asked, once for the table.
    fn ask_twice(&mut self) {
        let (Some(first), Some(last)) = (self.twice.first(), self.twice.last()) else {
            return;
        };
        let at = |cell: &CellAt| (cell.row as usize, cell.column as usize);
        let place = self.out.place(at(first), at(last));
        let answer = self.out.ask(QuestionKind::Twice, place, &["both", "first", "last"], 0);
        if answer == "both" {
            return;
        }
        for series in &mut self.series {
            let mut kept: HashMap<Period, ReadFigure> = HashMap::new();
            for figure in &series.figures {
                if answer == "last" || !kept.contains_key(&figure.period) {
                    kept.insert(figure.period, *figure);
                }
            }
            series.figures.retain(|figure| kept.get(&figure.period) == Some(figure));
        }
    }
}

/// What a column of statuses says of a value.
fn status_mark(text: &str) -> Option<Mark> {
    match text {
        "first" => Some(Mark::Provisional),
        // The normal value of a column of statuses.
        _ => Mark::named(text).filter(|mark| *mark != Mark::Actual),
    }
}

/// The number without zeros behind its last digit: those of a stored number were never shown.
fn without_zeros(value: Decimal) -> Decimal {
    let mut shortest = value;
    while let Some(places) = shortest.places().checked_sub(1)
        && let Ok(shorter) = shortest.rescale(places)
    {
        shortest = shorter;
    }
    shortest
}
