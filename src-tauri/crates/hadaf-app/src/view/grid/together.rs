//! Figures that span several rows: of a quarter or a year beside months, and of months that are known together alone.

use hadaf_core::{MonthsTogether, Period};
use hadaf_words::{MonthNames, say, worked_out_words};

use super::sheet::{GridSheet, empty_cell};
use super::{CellMark, GridCell, GridSpan, SeriesColumn};

impl SeriesColumn<'_> {
    /// The months known together alone among which a month is.
    pub(super) fn run_of(&self, period: Period) -> Option<&MonthsTogether> {
        let month = period.as_month()?;
        let holds = |run: &&MonthsTogether| (run.first..=run.last).contains(&month);
        self.together.iter().find(holds)
    }
}

impl GridSheet<'_> {
    /// The period of a series of longer periods in which a row lies.
    pub(super) fn longer(&self, column: &SeriesColumn<'_>, row: Period) -> Period {
        let calendar = self.book.calendar();
        calendar.period_of(calendar.start_of(row), column.series.frequency)
    }

    /// A row of a series of longer periods: a quarter's figure spans its months; a year's stands in the row of the year.
    pub(super) fn longer_cell(&self, column: &SeriesColumn<'_>, row: Period) -> GridCell {
        let calendar = self.book.calendar();
        let period = self.longer(column, row);
        let (start, months) = (calendar.start_of(row), calendar.months_in(period));
        let each = usize::from(self.frequency.months());
        let place = months.iter().position(|month| *month == start).unwrap_or_default();
        let is_year = period.as_fiscal_year().is_some();
        let name = self.format.period_short(period);
        let span = GridSpan {
            period: Some(period.to_string()),
            rows: months.len() / each,
            row: place / each,
            note: if is_year { String::new() } else { name.clone() },
        };
        let cell = match is_year {
            true => GridCell {
                hint: say!(self.format.words, "grid-yearly", year = name),
                ..empty_cell()
            },
            false => self.own_cell(column, period).unwrap_or_else(empty_cell),
        };
        GridCell {
            span: Some(span),
            ..cell
        }
    }

    /// A month of several that are known together alone.
    pub(super) fn together_cell(&self, column: &SeriesColumn<'_>, row: Period) -> Option<GridCell> {
        let run = column.run_of(row)?;
        let words = self.format.words;
        let rows = usize::try_from(run.last.since(run.first) + 1).ok()?;
        let place = usize::try_from(row.as_month()?.since(run.first)).ok()?;
        let how = worked_out_words(self.format, run.reading.value, run.derivation);
        Some(GridCell {
            text: self.format.exact(run.reading.value),
            value: Some(run.reading.value.to_string()),
            summed: true,
            mark: CellMark::Derived,
            hint: say!(
                words,
                "grid-together",
                months = self.format.span(run.first, run.last, MonthNames::Dated),
                how = how
            ),
            span: Some(GridSpan {
                period: None,
                rows,
                row: place,
                note: say!(words, "grid-months", count = rows),
            }),
            note: None,
        })
    }
}
