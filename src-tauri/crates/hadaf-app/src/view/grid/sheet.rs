//! The grid while it is filled: a row for each month and year, a cell for each series, and the parts against their total.

use hadaf_core::{
    FiscalYear, FiscalYearTotal, Frequency, Month, PartsCheck, Period, Reading, Series, TotalBasis, Withdrawal,
};
use hadaf_model::Book;
use hadaf_words::{Format, Keyword, MonthNames, PeriodNames, derived_note, derived_status, released, say};
use jiff::civil::Date;

use super::{CellMark, GridCell, GridColumn, GridRow, GridView, GridYear, SeriesColumn};

/// How many years before the present one are there to be filled, in any workspace.
const YEARS_TO_FILL: i16 = 4;

/// The grid while it is filled.
pub(super) struct GridSheet<'a> {
    pub(super) book: &'a Book,
    /// Today, or the past day that is read.
    pub(super) day: Date,
    pub(super) format: Format,
    pub(super) frequency: Frequency,
    pub(super) columns: &'a [SeriesColumn<'a>],
}

impl GridSheet<'_> {
    pub(super) fn view(&self, editable: Option<String>) -> GridView {
        let years: Vec<GridYear> = self.years().into_iter().map(|year| self.year(year)).collect();
        let months = || years.iter().flat_map(|year| &year.months);
        let checked = months().filter(|row| !row.check.is_empty()).count();
        let off = months().filter(|row| row.check_off).count();
        let whole = || years.iter().map(|year| &year.total).filter(|row| !row.check.is_empty());
        let (years_checked, years_off) = (whole().count(), whole().filter(|row| row.check_off).count());
        let (words, every) = (self.format.words, self.frequency.as_str());
        let summary = match (off, years_off) {
            _ if checked + years_checked == 0 => say!(words, "grid-no-check", every = every),
            (0, 0) => say!(words, "grid-check-none"),
            (0, _) => say!(
                words,
                "grid-check-years",
                checked = checked,
                every = every,
                years = years_checked,
                years_off = years_off
            ),
            _ => say!(
                words,
                "grid-check",
                checked = checked,
                off = off,
                every = every,
                years = years_checked,
                years_off = years_off
            ),
        };
        GridView {
            columns: self.columns.iter().map(|column| self.column(column)).collect(),
            frequency: self.frequency.into(),
            frequencies: self.frequencies(),
            check_title: say!(words, "grid-check-title"),
            summary,
            editable,
            years,
        }
    }

    /// Those of the series that are worked on.
    fn frequencies(&self) -> Vec<Keyword<Frequency>> {
        let has = |frequency: &&Frequency| {
            let mut worked_on = self.book.series.iter().filter(|series| !series.archived);
            worked_on.any(|series| series.frequency == **frequency)
        };
        Frequency::ALL.iter().filter(has).map(|one| Keyword(*one)).collect()
    }

    /// The periods of a year that have a row of their own.
    pub(super) fn periods(&self, year: FiscalYear) -> Vec<Period> {
        let months = self.book.calendar().months_of(year);
        match self.frequency {
            Frequency::Month => months.into_iter().map(Period::Month).collect(),
            Frequency::Quarter => {
                let calendar = self.book.calendar();
                let mut quarters: Vec<Period> = months
                    .into_iter()
                    .map(|month| Period::Quarter(calendar.quarter_of(month)))
                    .collect();
                quarters.dedup();
                quarters
            }
            Frequency::FiscalYear => Vec::new(),
        }
    }

    fn column(&self, column: &SeriesColumn<'_>) -> GridColumn {
        GridColumn {
            series: column.series.id.to_string(),
            title: column.series.title.clone(),
            unit: self.format.unit(column.series.unit),
            depth: self.book.depth(column.series),
            places: places(column).into(),
            derived: derived_note(self.book, self.format, column.series),
            frequency: column.series.frequency.into(),
            sector: column.series.sector.to_string(),
            sector_title: self.sector(column.series),
            note: column.series.note.clone(),
        }
    }

    fn sector(&self, series: &Series) -> String {
        let mut sectors = self.book.sectors.iter();
        let sector = sectors.find(|sector| sector.id == series.sector);
        sector.map_or_else(String::new, |sector| sector.title.clone())
    }

    /// The column whose figures are the rows, and against which parts are held: those of longer periods stand beside.
    fn total(&self) -> Option<usize> {
        let is_own = |column: &SeriesColumn<'_>| column.series.frequency == self.frequency;
        self.columns.iter().position(is_own)
    }

    /// The years with numbers, without holes; one before them, so that older figures can be entered; and those up to
    /// the day that is read, whose months may have been published. The last few years are there in any case.
    fn years(&self) -> Vec<FiscalYear> {
        let known = || {
            let calendar = self.book.calendar();
            self.columns.iter().flat_map(move |column| {
                let partial = column.partial.iter().map(|partial| partial.fiscal_year);
                let estimates = column.readings.estimates();
                let totals = column.totals.iter().map(|total| total.fiscal_year).chain(partial);
                let figures = column.readings.iter().chain(estimates);
                totals.chain(figures.map(|(period, _)| calendar.fiscal_year_of(period)))
            })
        };
        let now = self.book.calendar().year_of(Month::of(self.day));
        let first = known()
            .min()
            .map_or(now, FiscalYear::prev)
            .min(now.plus(-YEARS_TO_FILL));
        let last = known().max().map_or(now, |newest| newest.max(now));
        FiscalYear::range(first..=last).collect()
    }

    fn year(&self, year: FiscalYear) -> GridYear {
        let calendar = self.book.calendar();
        let totals: Vec<Option<&FiscalYearTotal>> = self
            .columns
            .iter()
            .map(|column| column.totals.iter().find(|total| total.fiscal_year == year))
            .collect();
        let cells = self
            .columns
            .iter()
            .zip(&totals)
            .map(|(column, total)| self.total_cell(column, year, *total))
            .collect();
        let full = |index: usize| {
            totals[index]
                .filter(|total| total.months == 12)
                .map(|total| total.value)
        };
        let (check, check_off) = self.check(full, PartsCheck::new);
        let periods = self.periods(year);
        let observed = self.total().map_or(0, |total| {
            let column = &self.columns[total];
            let known = periods
                .iter()
                .filter(|period| column.readings.get(**period).is_some_and(|it| !it.derived));
            known.count()
        });
        let total = GridRow {
            period: year.to_string(),
            label: self.format.year(year),
            span: self.format.span_of(&calendar.months_of(year), MonthNames::Dated),
            observed: match periods.len() {
                0 => String::new(),
                of => say!(self.format.words, "grid-observed", count = observed, of = of),
            },
            cells,
            check,
            check_off,
        };
        GridYear {
            total,
            months: periods.into_iter().map(|period| self.period(period)).collect(),
        }
    }

    fn period(&self, period: Period) -> GridRow {
        let reading = |index: usize| self.columns[index].readings.observed(period);
        let (check, check_off) = self.check(reading, PartsCheck::of_readings);
        GridRow {
            period: period.to_string(),
            label: match period {
                Period::Month(month) => self.format.month_short(month),
                other => self.format.period(other),
            },
            span: String::new(),
            observed: String::new(),
            cells: self.columns.iter().map(|column| self.cell(column, period)).collect(),
            check,
            check_off,
        }
    }

    /// Parts less total, when the total and all its parts are known.
    fn check<T>(
        &self,
        value: impl Fn(usize) -> Option<T>,
        judge: impl Fn(T, &[T]) -> hadaf_core::Result<PartsCheck>,
    ) -> (String, bool) {
        let nothing = (String::new(), false);
        let Some(whole) = self.total() else {
            return nothing;
        };
        let wanted = self.book.parts(self.columns[whole].series);
        let place = |part: &&Series| self.columns.iter().position(|column| column.series.id == part.id);
        let parts: Option<Vec<T>> = wanted.iter().map(|part| value(place(part)?)).collect();
        let (Some(total), Some(parts)) = (value(whole), parts.filter(|parts| !parts.is_empty())) else {
            return nothing;
        };
        match judge(total, &parts) {
            Ok(check) => {
                let places = check.difference.places().min(2);
                (self.format.signed(check.difference.to_f64(), places), check.off)
            }
            Err(_) => nothing,
        }
    }

    fn cell(&self, column: &SeriesColumn<'_>, period: Period) -> GridCell {
        if column.series.frequency > self.frequency {
            return self.longer_cell(column, period);
        }
        let cell = self.own_cell(column, period);
        cell.or_else(|| self.together_cell(column, period))
            .unwrap_or_else(empty_cell)
    }

    /// What is known of a period itself.
    pub(super) fn own_cell(&self, column: &SeriesColumn<'_>, period: Period) -> Option<GridCell> {
        let reading = column.readings.get(period).or_else(|| column.readings.estimate(period));
        let withdrawal = || {
            column
                .readings
                .withdrawal(period)
                .map(|withdrawal| self.withdrawn_cell(withdrawal))
        };
        let cell = reading.map(|reading| self.reading_cell(column, reading));
        cell.or_else(withdrawal)
    }

    fn withdrawn_cell(&self, withdrawal: &Withdrawal) -> GridCell {
        let what = say!(self.format.words, "status-withdrawn");
        let place = released(self.book, self.format, withdrawal.source, &withdrawal.published);
        GridCell {
            text: "\u{2013}".into(),
            value: None,
            summed: false,
            mark: CellMark::Withdrawn,
            hint: format!("{what}; {place}"),
            ..empty_cell()
        }
    }

    fn reading_cell(&self, column: &SeriesColumn<'_>, reading: &Reading) -> GridCell {
        GridCell {
            text: self.format.exact(reading.value),
            value: Some(reading.value.to_string()),
            summed: false,
            mark: mark(reading),
            hint: self.hint(column, reading),
            span: None,
            note: noted(column, reading),
        }
    }

    fn total_cell(&self, column: &SeriesColumn<'_>, year: FiscalYear, total: Option<&FiscalYearTotal>) -> GridCell {
        let estimate = column.readings.estimate(year);
        let Some(total) = total else {
            let said = estimate.map(|estimate| self.reading_cell(column, estimate));
            return said.unwrap_or_else(|| self.partial_cell(column, year));
        };
        let words = self.format.words;
        let reading = column.readings.get(Period::FiscalYear(total.fiscal_year));
        let periods = self.periods_of(column);
        let end = periods.end_short(total.last_month);
        let hint = match (reading, total.basis) {
            (Some(reading), _) => self.hint(column, reading),
            (None, TotalBasis::PublishedToDate) => say!(words, "total-published-to", end = end),
            (None, TotalBasis::Last) => say!(words, "total-last", end = end),
            (None, _) => periods.sum(total.months.into()),
        };
        // The year is not over: what was said of it stands beside its months, and closes nothing.
        let hint = estimate.map_or(hint.clone(), |estimate| {
            let value = self.format.exact(estimate.value);
            format!(
                "{hint}; {}",
                say!(
                    words,
                    "grid-estimate",
                    value = value,
                    hint = self.hint(column, estimate)
                )
            )
        });
        GridCell {
            text: self.format.exact(total.value),
            value: Some(total.value.to_string()),
            summed: reading.is_none(),
            mark: match reading {
                Some(reading) => mark(reading),
                None if total.months < 12 => CellMark::ToDate,
                None if total.derived.is_empty() && column.series.formula.is_none() => CellMark::None,
                None => CellMark::Derived,
            },
            hint,
            span: None,
            note: reading.and_then(|reading| noted(column, reading)),
        }
    }

    /// Months in the unit of the column's series.
    pub(super) fn periods_of(&self, column: &SeriesColumn<'_>) -> PeriodNames {
        PeriodNames::new(self.format, *self.book.calendar(), column.readings.every())
    }

    /// Of a year without a total: how many of its months or quarters are known.
    fn partial_cell(&self, column: &SeriesColumn<'_>, year: FiscalYear) -> GridCell {
        let words = self.format.words;
        let Some(partial) = column.partial.iter().find(|partial| partial.fiscal_year == year) else {
            let is_within = column.readings.every() != Frequency::FiscalYear;
            let why = self.periods_of(column).no_year_so_far(column.readings.adding());
            return GridCell {
                hint: why.filter(|_| is_within).unwrap_or_default(),
                ..empty_cell()
            };
        };
        let periods = self.periods_of(column);
        let months = self.book.calendar().months_of(year);
        let [known, _, whole] = periods.counted_of([&partial.known, &partial.lacking, &months]);
        let partly = periods.partly(&partial.known, &partial.lacking);
        GridCell {
            text: say!(words, "grid-part", known = known.number, of = whole.number),
            value: None,
            summed: false,
            mark: CellMark::Partial,
            hint: say!(words, "grid-part-hint", partly = partly),
            ..empty_cell()
        }
    }

    /// Status, day and source, for the eye and the ear.
    fn hint(&self, column: &SeriesColumn<'_>, reading: &Reading) -> String {
        let words = self.format.words;
        let what = match (mark(reading), reading.revised_from) {
            (CellMark::Derived, _) => match &column.series.formula {
                Some(formula) => derived_status(self.book, self.format, formula),
                None => say!(words, "status-derived"),
            },
            (CellMark::Estimate, _) => say!(words, "status-estimate"),
            (CellMark::Revised, Some(before)) => say!(words, "status-revised", before = self.format.exact(before)),
            (CellMark::Provisional, _) => say!(words, "status-provisional"),
            _ => say!(words, "status-confirmed"),
        };
        let place = released(self.book, self.format, reading.source, &reading.published);
        let mut hint = format!("{what}; {place}");
        if reading.disagreement {
            hint = format!("{hint}; {}", say!(words, "status-disagrees"));
        }
        hint
    }
}

/// The decimals of a column: as many as its finest figure has, so that decimal points stand in line.
fn places(column: &SeriesColumn<'_>) -> u8 {
    let figures = column.readings.iter().map(|(_, reading)| reading.value.places());
    let totals = column.totals.iter().map(|total| total.value.places());
    figures.chain(totals).fold(column.series.places, u8::max)
}

/// What was noted beside a figure.
fn noted(column: &SeriesColumn<'_>, reading: &Reading) -> Option<String> {
    column.notes.get(&reading.observation).map(|note| (*note).to_owned())
}

fn mark(reading: &Reading) -> CellMark {
    match reading {
        reading if !reading.outturn => CellMark::Estimate,
        reading if reading.derived || reading.observation.is_calculated() => CellMark::Derived,
        reading if reading.revised_from.is_some() => CellMark::Revised,
        reading if reading.provisional => CellMark::Provisional,
        _ => CellMark::None,
    }
}

pub(super) fn empty_cell() -> GridCell {
    GridCell {
        text: String::new(),
        value: None,
        summed: false,
        mark: CellMark::None,
        hint: String::new(),
        span: None,
        note: None,
    }
}
