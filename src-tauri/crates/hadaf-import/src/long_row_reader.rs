//! One row of ours into one value, and what is wrong or worth knowing of it.

use std::collections::HashMap;

use hadaf_core::{
    Basis, DayError, Decimal, Month, PartialDate, Period, PeriodError, Published, SeriesId, Status, read_partial_date,
};

use crate::header::{Header, trimmed};
use crate::long_described::DescribedSeries;
use crate::long_figures::{Dating, LongFigure, LongInterner};
use crate::long_sdmx::{self, SdmxPeriodError};
use crate::period::{ColumnKinds, ColumnPeriod};
use crate::sheet::Row;
use crate::{Cell, Column, ColumnUse, Context, Imported, Issue, Limits, RowError, RowNote, read_number};

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
        for (line, note) in kinds.remarks() {
            self.report(Issue::of(note, Some(line), Some("period")));
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
            self.report(Issue::of(RowNote::ColumnNotRead, Some(1), Some(&name)));
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
            let kind = match self.cell(row, Column::Value) {
                "" => RowNote::ValueEmpty,
                text => RowNote::NoFigure { text: text.into() },
            };
            self.report(Issue::of(kind, Some(row.line), Some("value")));
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
        let text = self.cell(row, Column::Value);
        let mut note = |kind: RowNote, column| self.report(Issue::of(kind, Some(row.line), Some(column)));
        if let Some(mark) = mark {
            note(RowNote::MarkAtValue { value, mark }, "value");
        }
        if rounded {
            let text = text.into();
            note(RowNote::ValueRounded { text, value }, "value");
        }
        if let Some(mark) = period_mark {
            note(RowNote::MarkAtPeriod { period, mark }, "period");
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
        taken.map_err(|(column, error)| self.at(row, column, error))
    }

    /// The row has as many cells as the header, and nothing in them that no text should hold.
    fn shape(&self, row: Row<'_>) -> CellResult<()> {
        let width = self.header.columns.len();
        if row.open_quote {
            return Err(wrong(row, RowError::QuoteOpen, None));
        }
        let surplus = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if row.cells.len() < width || surplus {
            let kind = RowError::RowWidth {
                cells: row.cells.len(),
                header: width,
            };
            return Err(wrong(row, kind, None));
        }
        let limit = self.context.limits.cell;
        for (cell, used) in row.cells.iter().zip(&self.header.columns) {
            let name = Some(used.name.as_str());
            if cell.contains('\0') {
                return Err(wrong(row, RowError::NulByte, name));
            }
            if cell.len() > limit && cell.chars().count() > limit {
                return Err(wrong(row, RowError::CellTooLong { limit }, name));
            }
        }
        match self.header.sdmx {
            Some(columns) if beside(row, columns.action) == "D" => Err(wrong(row, RowError::Deletes, Some("ACTION"))),
            _ => Ok(()),
        }
    }

    fn number(&self, row: Row<'_>) -> CellResult<Cell> {
        let text = self.cell(row, Column::Value);
        read_number(text).map_err(|error| self.at(row, Column::Value, RowError::Number(error)))
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
            return read.map_err(|error| self.at(row, Column::Period, RowError::Period(error)));
        };
        let read = long_sdmx::period(text, beside(row, columns.year_start), &self.context.calendar);
        let (period, to_date) = read.map_err(|why| {
            let text = text.to_owned();
            let error = match why {
                SdmxPeriodError::Unknown => RowError::Period(PeriodError::Unknown { text }),
                SdmxPeriodError::OtherYear => RowError::OtherYear { text },
            };
            self.at(row, Column::Period, error)
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
            ("", None) => return Err(self.at(row, Column::Series, RowError::SeriesMissing)),
            (text, _) => text,
        };
        if let Some(known) = self.held.known_series(text) {
            return Ok(known);
        }
        let id = SeriesId::new(text);
        let id = id.map_err(|error| self.at(row, Column::Series, RowError::Word(error)))?;
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
            text => {
                let text = text.to_owned();
                return Err(self.at(row, Column::Through, RowError::NotYesOrNo { text }));
            }
        };
        if basis.is_to_date() && period.as_month().is_none() {
            return Err(self.at(row, Column::Through, RowError::ThroughNeedsMonth { period }));
        }
        Ok(basis)
    }

    fn status(&self, row: Row<'_>) -> CellResult<Option<Status>> {
        let text = self.cell(row, Column::Status);
        if text.is_empty() {
            return Ok(None);
        }
        let status = text.parse().or_else(|_| text.to_ascii_lowercase().parse());
        status
            .map(Some)
            .map_err(|error: hadaf_core::CoreError| self.at(row, Column::Status, RowError::Word(error)))
    }

    fn published(&mut self, row: Row<'_>) -> CellResult<(Published, Dating)> {
        let seen = match self.date(row, Column::Seen)? {
            Some(date) => date.latest(),
            None => self.context.today,
        };
        let dated = self.cell(row, Column::Dated);
        let about = dated.eq_ignore_ascii_case("about");
        if !about && !dated.is_empty() {
            let text = dated.to_owned();
            return Err(self.at(row, Column::Dated, RowError::NotDated { text }));
        }
        let published = match self.date(row, Column::Published)? {
            Some(PartialDate::Day(date)) if !about => Published {
                date: Some(date),
                approximate: false,
                seen,
            },
            Some(PartialDate::Year(year)) => {
                return Err(self.at(row, Column::Published, RowError::YearAlone { year }));
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
        read.map_err(|error| self.at(row, column, RowError::Day(error)))
    }

    /// The number of the source.
    fn source(&mut self, row: Row<'_>) -> CellResult<u32> {
        let title = match (self.text(row, Column::Source), &self.context.source) {
            ("", Some(source)) => source.as_str(),
            ("", None) => return Err(self.at(row, Column::Source, RowError::SourceMissing)),
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

    fn at(&self, row: Row<'_>, column: Column, error: RowError) -> Box<Issue> {
        let name = self
            .header
            .place(column)
            .map_or(column.as_str(), |place| self.header.columns[place].name.as_str());
        wrong(row, error, Some(name))
    }
}

fn wrong(row: Row<'_>, error: RowError, column: Option<&str>) -> Box<Issue> {
    Box::new(Issue::of(error, Some(row.line), column))
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
