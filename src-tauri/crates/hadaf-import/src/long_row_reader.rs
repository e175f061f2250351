//! One row of ours into one value, and what is wrong or worth knowing of it.

use std::collections::HashMap;

use hadaf_core::{
    Basis, DayError, Decimal, Month, PartialDate, Period, Published, SeriesId, Status, read_partial_date,
};

use crate::header::{Header, trimmed};
use crate::long_described::DescribedSeries;
use crate::long_figures::{Dating, LongFigure, LongInterner};
use crate::long_sdmx::{self, NoPeriod};
use crate::period::{ColumnKinds, ColumnPeriod};
use crate::split::Row;
use crate::{Cell, Column, ColumnUse, Context, Imported, Issue, Limits, read_number};

/// Texts of days that are remembered with what they are.
const REMEMBERED: usize = 10_000;

pub(crate) struct LongRowReader<'a> {
    context: &'a Context,
    kinds: ColumnKinds,
    header: Header,
    is_guarded: bool,
    issues: Vec<Issue>,
    issues_left_off: usize,
    days: HashMap<String, Result<Option<PartialDate>, DayError>>,
    held: LongInterner,
    described: DescribedSeries,
}

/// A row that cannot become a value: the issue says why.
type CellResult<T> = Result<T, Box<Issue>>;

impl<'a> LongRowReader<'a> {
    pub(crate) fn new(context: &'a Context, kinds: ColumnKinds, header: Header, is_guarded: bool) -> Self {
        Self {
            context,
            kinds,
            header,
            is_guarded,
            issues: Vec::new(),
            issues_left_off: 0,
            days: HashMap::new(),
            held: LongInterner::default(),
            described: DescribedSeries::default(),
        }
    }

    /// What was read of so many rows; or, where rows further down tell how those further up are to be read, what they
    /// tell.
    pub(crate) fn finish(mut self, rows: usize) -> Result<Imported, ColumnKinds> {
        let kinds = std::mem::take(&mut self.kinds).settled()?;
        for (line, code, message) in kinds.remarks() {
            self.report(Issue::note(code, Some(line), Some("period"), message));
        }
        let mut issues = self.issues;
        issues.sort_by_key(|issue| issue.line);
        Ok(Imported {
            columns: self.header.columns,
            rows,
            figures: self.held.held,
            described: self.described.finish(),
            issues,
            issues_left_off: self.issues_left_off,
        })
    }

    pub(crate) fn limits(&self) -> Limits {
        self.context.limits
    }

    /// Says of each column that it is not ours.
    pub(crate) fn report_unread(&mut self) {
        if self.header.sdmx.is_some() {
            return;
        }
        let unread = |used: &&ColumnUse| used.column.is_none() && !used.name.is_empty();
        let names: Vec<String> = self
            .header
            .columns
            .iter()
            .filter(unread)
            .map(|used| used.name.clone())
            .collect();
        for name in names {
            let message = format!("the column {name:?} is not read");
            self.report(Issue::note("column_not_read", Some(1), Some(&name), message));
        }
    }

    pub(crate) fn report(&mut self, issue: Issue) {
        if self.issues.len() < self.context.limits.issues {
            self.issues.push(issue);
        } else {
            self.issues_left_off += 1;
        }
    }

    /// Takes the next row.
    pub(crate) fn take(&mut self, row: Row<'_>) {
        match self.read(row) {
            Ok(figure) => self.held.held.figures.extend(figure),
            Err(issue) => self.report(*issue),
        }
    }

    fn read(&mut self, row: Row<'_>) -> CellResult<Option<LongFigure>> {
        self.shape(row)?;
        let series = self.series(row)?;
        self.see_period(row, series);
        let stated = self.status(row)?;
        let value = match stated {
            // A release that says there is no figure has none.
            Some(Status::Withdrawn) => Cell::Number {
                value: Decimal::ZERO,
                mark: None,
                rounded: false,
            },
            _ => self.number(row)?,
        };
        let Cell::Number { value, mark, rounded } = value else {
            let message = match self.cell(row, Column::Value) {
                "" => "the value is empty; nothing is taken from this row".into(),
                written => format!("{written:?} says that there is no figure; nothing is taken from this row"),
            };
            self.report(Issue::note("value_empty", Some(row.line), Some("value"), message));
            return Ok(None);
        };
        let ColumnPeriod {
            period,
            mark: period_mark,
            to_date,
        } = self.period(row, series)?;
        let mark_status = [mark, period_mark].into_iter().flatten().find_map(crate::Mark::status);
        let basis = self.basis(row, period, to_date)?;
        let (published, dating) = self.published(row)?;
        let source = self.source(row)?;
        let note = self.text(row, Column::Note);
        let note = self.held.note(note);
        self.describe(row, series)?;
        self.told_beside(row, (value, mark, rounded), (period, period_mark));
        Ok(Some(LongFigure {
            line: u32::try_from(row.line).ok().unwrap_or(u32::MAX),
            series,
            source,
            note,
            period,
            basis,
            value,
            status: stated.or(mark_status),
            published,
            dating,
        }))
    }

    /// Notes what stood beside the number and the period and was taken off.
    fn told_beside(
        &mut self,
        row: Row<'_>,
        (value, mark, rounded): (Decimal, Option<crate::Mark>, bool),
        (period, period_mark): (Period, Option<crate::Mark>),
    ) {
        let written = self.cell(row, Column::Value);
        let mut note = |code, column, message| self.report(Issue::note(code, Some(row.line), Some(column), message));
        let taken_off = |it: String, mark: crate::Mark| {
            format!("the mark beside {it} was taken off, and read as {}", mark.in_words())
        };
        if let Some(mark) = mark {
            note("mark_taken_off", "value", taken_off(value.to_string(), mark));
        }
        if rounded {
            let message =
                format!("{written} was read as {value}: the digits behind the fifteenth are a spreadsheet's noise");
            note("value_rounded", "value", message);
        }
        if let Some(mark) = period_mark {
            note("mark_taken_off", "period", taken_off(period.to_string(), mark));
        }
    }

    /// Takes down what the row says that its series is.
    fn describe(&mut self, row: Row<'_>, series: u32) -> CellResult<()> {
        if ![Column::Title, Column::Unit, Column::Measure]
            .iter()
            .any(|column| self.header.place(*column).is_some())
        {
            return Ok(());
        }
        let unit = self.cell(row, Column::Unit);
        let power = self.header.sdmx.map(|columns| beside(row, columns.multiplier));
        let told = [unit, power.unwrap_or_default(), self.cell(row, Column::Measure)];
        if self.described.knows(series, told) {
            return Ok(());
        }
        let title = self.text(row, Column::Title);
        let id = &self.held.held.series[series as usize];
        let taken = self.described.take(series, id, title, told, power.is_some());
        taken.map_err(|wrong| self.at(row, wrong.column, wrong.code, wrong.message, wrong.hint))
    }

    /// The row has as many cells as the header, and nothing in them that no text should hold.
    fn shape(&self, row: Row<'_>) -> CellResult<()> {
        let width = self.header.columns.len();
        if let Some(columns) = self.header.sdmx
            && beside(row, columns.action) == "D"
        {
            let message = "the row asks that a value be deleted, which no import does".into();
            return Err(self.wrong(row, "action_deletes", Some("ACTION"), message, "leave the row out"));
        }
        if row.open_quote {
            let hint = "close it, or double it if it belongs to the text";
            return Err(self.wrong(
                row,
                "quote_open",
                None,
                "a quotation mark opens and is not closed".into(),
                hint,
            ));
        }
        let surplus = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if row.cells.len() < width || surplus {
            let message = format!("the row has {} cells, the header {width}", row.cells.len());
            return Err(self.wrong(
                row,
                "row_width",
                None,
                message,
                "put texts with separators in quotation marks",
            ));
        }
        for (cell, used) in row.cells.iter().zip(&self.header.columns) {
            let name = Some(used.name.as_str());
            if cell.contains('\0') {
                return Err(self.wrong(
                    row,
                    "nul_byte",
                    name,
                    "the cell holds a NUL byte".into(),
                    "save the file again as CSV UTF-8",
                ));
            }
            if cell.len() > self.context.limits.cell && cell.chars().count() > self.context.limits.cell {
                let message = format!("the cell has more than {} characters", self.context.limits.cell);
                return Err(self.wrong(row, "cell_too_long", name, message, "shorten it"));
            }
        }
        Ok(())
    }

    fn number(&self, row: Row<'_>) -> CellResult<Cell> {
        let text = self.cell(row, Column::Value);
        read_number(text).map_err(|error| self.at(row, Column::Value, error.code(), error.to_string(), &error.hint()))
    }

    /// Takes in what kind the period of a row is.
    fn see_period(&mut self, row: Row<'_>, series: u32) {
        if self.header.sdmx.is_some() {
            return;
        }
        let text = self.cell(row, Column::Period);
        let (yearly, id) = (&self.context.yearly, &self.held.held.series[series as usize]);
        self.kinds
            .see((series, text, row.line), || yearly.contains(id), &self.context.calendar);
    }

    fn period(&mut self, row: Row<'_>, series: u32) -> CellResult<ColumnPeriod> {
        let text = self.cell(row, Column::Period);
        let Some(columns) = self.header.sdmx else {
            let read = self.kinds.read(series, text, &self.context.calendar);
            return read.map_err(|error| self.at(row, Column::Period, error.code(), error.to_string(), &error.hint()));
        };
        let read = long_sdmx::period(text, beside(row, columns.year_start), &self.context.calendar);
        let (period, to_date) = read.map_err(|why| match why {
            NoPeriod::Unknown => {
                let hint = "write a month as 2025-07";
                self.at(
                    row,
                    Column::Period,
                    "period_unknown",
                    format!("{text:?} is no period"),
                    hint,
                )
            }
            NoPeriod::OtherYear => {
                let message = format!("{text:?} is of another fiscal year than that of the workspace");
                self.at(
                    row,
                    Column::Period,
                    "period_other_year",
                    message,
                    "import it into a workspace of its fiscal year",
                )
            }
        })?;
        Ok(ColumnPeriod {
            period,
            mark: None,
            to_date,
        })
    }

    /// The number of the series.
    fn series(&mut self, row: Row<'_>) -> CellResult<u32> {
        let text = match (self.cell(row, Column::Series), &self.context.series) {
            ("", Some(series)) => series.as_str(),
            ("", None) => {
                let message = "the row names no series".into();
                return Err(self.at(row, Column::Series, "series_missing", message, "name one"));
            }
            (text, _) => text,
        };
        if let Some(known) = self.held.known_series(text) {
            return Ok(known);
        }
        let id = SeriesId::new(text);
        let id = id.map_err(|error| self.at(row, Column::Series, error.code(), error.to_string(), &error.hint()))?;
        Ok(self.held.series(text, id))
    }

    fn basis(&self, row: Row<'_>, period: Period, to_date: bool) -> CellResult<Basis> {
        let text = self.cell(row, Column::Through);
        let basis = match text {
            "TO_DATE" if self.header.sdmx.is_some() => Basis::ToDate,
            "PERIOD" if self.header.sdmx.is_some() => Basis::Period,
            "" if to_date => Basis::ToDate,
            "" | "0" => Basis::Period,
            "1" => Basis::ToDate,
            text if ["no", "false"].iter().any(|no| text.eq_ignore_ascii_case(no)) => Basis::Period,
            text if ["yes", "true"].iter().any(|yes| text.eq_ignore_ascii_case(yes)) => Basis::ToDate,
            _ => {
                return Err(self.at(
                    row,
                    Column::Through,
                    "word_unknown",
                    format!("{text:?} is neither yes nor no"),
                    "write yes or no",
                ));
            }
        };
        if basis.is_to_date() && period.as_month().is_none() {
            let message = format!("a total to date runs through a month, and {period} is none");
            return Err(self.at(
                row,
                Column::Through,
                "through_needs_month",
                message,
                "give the last month of the total",
            ));
        }
        Ok(basis)
    }

    fn status(&self, row: Row<'_>) -> CellResult<Option<Status>> {
        let text = self.cell(row, Column::Status);
        if text.is_empty() {
            return Ok(None);
        }
        let status = text.parse().or_else(|_| text.to_ascii_lowercase().parse());
        status.map(Some).map_err(|error: hadaf_core::CoreError| {
            self.at(row, Column::Status, error.code(), error.to_string(), &error.hint())
        })
    }

    fn published(&mut self, row: Row<'_>) -> CellResult<(Published, Dating)> {
        let seen = match self.date(row, Column::Seen)? {
            Some(date) => date.latest(),
            None => self.context.today,
        };
        let dated = self.cell(row, Column::Dated);
        let about = dated.eq_ignore_ascii_case("about");
        if !about && !dated.is_empty() {
            let message = format!("{dated:?} does not say how the row is dated");
            return Err(self.at(row, Column::Dated, "word_unknown", message, "write about, or nothing"));
        }
        let published = match self.date(row, Column::Published)? {
            Some(PartialDate::Day(date)) if !about => Published {
                date: Some(date),
                approximate: false,
                seen,
            },
            Some(PartialDate::Year(year)) => {
                let message = format!("{year} alone is no publication date");
                return Err(self.at(
                    row,
                    Column::Published,
                    "date_invalid",
                    message,
                    "give the month too, such as 2025-01",
                ));
            }
            // Known to the month only: that month's last day.
            Some(date) => Published {
                date: Some(Month::of(date.latest()).last_day()),
                approximate: true,
                seen,
            },
            None => Published {
                date: self.context.published,
                approximate: false,
                seen,
            },
        };
        let dating = match (published.date, self.cell(row, Column::Published)) {
            (Some(_), _) => Dating::Said,
            (None, text) if is_unknown(text) => Dating::Unknown,
            (None, _) if self.cell(row, Column::Seen).is_empty() => Dating::Unsaid,
            (None, _) => Dating::Said,
        };
        Ok((published, dating))
    }

    fn date(&mut self, row: Row<'_>, column: Column) -> CellResult<Option<PartialDate>> {
        let text = self.cell(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let read = match self.days.get(text) {
            Some(known) => known.clone(),
            None => {
                let read = match is_unknown(text) {
                    true => Ok(None),
                    false => read_partial_date(text, &self.context.calendar).map(Some),
                };
                if self.days.len() < REMEMBERED {
                    self.days.insert(text.to_owned(), read.clone());
                }
                read
            }
        };
        read.map_err(|error: DayError| {
            self.at(row, column, "date_invalid", error.to_string(), "write it as 2025-01-31")
        })
    }

    /// The number of the source.
    fn source(&mut self, row: Row<'_>) -> CellResult<u32> {
        let title = match (self.text(row, Column::Source), &self.context.source) {
            ("", Some(source)) => source.as_str(),
            ("", None) => {
                return Err(self.at(
                    row,
                    Column::Source,
                    "source_missing",
                    "the row names no source".into(),
                    "say where the value was read",
                ));
            }
            (title, _) => title,
        };
        let texts = [
            title,
            self.text(row, Column::Publisher),
            self.text(row, Column::Address),
        ];
        Ok(self.held.source(texts))
    }

    fn cell<'r>(&self, row: Row<'r>, column: Column) -> &'r str {
        self.header.cell(row, column)
    }

    /// A free text, without the apostrophe that keeps spreadsheets from calculating it.
    fn text<'r>(&self, row: Row<'r>, column: Column) -> &'r str {
        let text = self.cell(row, column);
        match self.is_guarded {
            true => hadaf_core::unguarded(text),
            false => text,
        }
    }

    fn at(&self, row: Row<'_>, column: Column, code: &'static str, message: String, hint: &str) -> Box<Issue> {
        let name = self
            .header
            .place(column)
            .map_or(column.as_str(), |place| self.header.columns[place].name.as_str());
        self.wrong(row, code, Some(name), message, hint)
    }

    fn wrong(&self, row: Row<'_>, code: &'static str, column: Option<&str>, message: String, hint: &str) -> Box<Issue> {
        Box::new(Issue::error(code, row.line, column, message, hint.into()))
    }
}

/// A cell that is none of our columns.
fn beside<'r>(row: Row<'r>, place: usize) -> &'r str {
    row.cells.get(place).map_or("", trimmed)
}

/// That nobody knows a day, as people write it.
fn is_unknown(text: &str) -> bool {
    let words = ["unknown", "not known", "undated", "no date", "n.a.", "n/a", "na", "?"];
    words.contains(&text.trim().to_lowercase().as_str())
}
