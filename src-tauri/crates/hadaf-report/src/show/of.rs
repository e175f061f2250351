//! From a situation to what is shown of it.

use hadaf_core::{
    Adding, AsOf, Claim, ClaimKind, DailyPace, FiscalCalendar, FiscalYear, FiscalYearTotal, Month, Pace, PartialYear,
    Period, stretches, unlike_months,
};
use hadaf_model::{Book, Situation};

use super::{Show, ShowObservation, ShowPace, ShowSeries, ShowWorkspace, ShowYear};
use hadaf_words::titled;

impl Show {
    /// A workspace as of a day, without any series yet.
    pub fn new(book: &Book, as_of: AsOf) -> Self {
        Self {
            workspace: workspace(book),
            as_of: as_of.past(),
            series: Vec::new(),
            fiscal_years: Vec::new(),
            pace: Vec::new(),
            calendar: *book.calendar(),
        }
    }

    /// One series on its day.
    pub fn of(situation: &Situation<'_>) -> Self {
        let mut show = Self::new(situation.book, situation.as_of);
        show.add(situation);
        show
    }

    /// Adds a series, as of the same day.
    pub fn add(&mut self, situation: &Situation<'_>) {
        self.series.push(series(situation));
        let totals = situation.totals.iter().map(|total| year(situation, total));
        let partial = situation.partial.iter().map(|partial| partial_year(situation, partial));
        let mut years: Vec<ShowYear> = totals.chain(partial).collect();
        years.sort_by_key(|year| year.fiscal_year);
        self.fiscal_years.extend(years);
        self.pace.extend(paces(situation));
    }

    /// Leaves out what is not about a year.
    pub fn keep(&mut self, year: FiscalYear, calendar: &FiscalCalendar) {
        for series in &mut self.series {
            series
                .observations
                .retain(|observation| calendar.fiscal_year_of(observation.period) == year);
        }
        self.fiscal_years.retain(|total| total.fiscal_year == year);
        self.pace.retain(|pace| pace.fiscal_year == year);
    }
}

fn workspace(book: &Book) -> ShowWorkspace {
    ShowWorkspace {
        name: book.info.name.clone(),
        fiscal_year_start_month: book.calendar().start_month(),
        fiscal_year_names: book.calendar().names(),
        currency: book.info.currency,
        holidays: book.info.holidays,
    }
}

fn series(situation: &Situation<'_>) -> ShowSeries {
    // What was said of a period that is not over is told as the estimate that it is.
    let mut readings: Vec<_> = situation
        .readings
        .iter()
        .chain(situation.readings.estimates())
        .collect();
    readings.sort_by(|left, right| situation.calendar().compare(left.0, right.0));
    let observation = |(period, reading): (Period, &hadaf_core::Reading)| ShowObservation {
        period,
        value: reading.value,
        status: reading.status,
        published: reading.published.date,
        published_about: reading.published.approximate,
        source: titled(situation.book, reading.source),
        provisional: reading.provisional,
        revised_from: reading.revised_from,
        disagreement: reading.disagreement,
        growth_percent: Some(period)
            .filter(|period| period.frequency() == situation.readings.every())
            .and_then(|period| situation.growth_of(period)),
        unlike_months: period.as_month().is_some_and(|month| is_unlike(situation, &[month])),
    };
    ShowSeries {
        id: situation.series.id.clone(),
        title: situation.series.title.clone(),
        unit: situation.series.unit,
        frequency: situation.readings.every(),
        adding: situation.readings.adding(),
        formula: situation.series.formula.clone(),
        observations: readings.into_iter().map(observation).collect(),
    }
}

fn year(situation: &Situation<'_>, total: &FiscalYearTotal) -> ShowYear {
    let claim = situation.target_of(total.fiscal_year);
    let target = claim.and_then(|claim| situation.amount(claim));
    let gap = target.and_then(|target| total.value.checked_sub(target).ok());
    ShowYear {
        series: situation.series.id.clone(),
        fiscal_year: total.fiscal_year,
        value: Some(total.value),
        basis: Some(total.basis),
        months: total.months,
        last_month: Some(total.last_month),
        lacking: total.lacking.clone(),
        beyond: total.beyond.clone(),
        is_over: situation.is_over(total.fiscal_year),
        growth_percent: total.growth_percent,
        unlike_months: is_unlike(situation, &so_far(situation, total)),
        target,
        gap,
        claim: claim.map(|claim| claim.id.clone()),
    }
}

/// The months of a year so far.
fn so_far(situation: &Situation<'_>, total: &FiscalYearTotal) -> Vec<Month> {
    let first = situation.calendar().first_month(total.fiscal_year);
    Month::range(first..=total.last_month).collect()
}

/// Whether growth of some months compares like with like.
fn is_unlike(situation: &Situation<'_>, months: &[Month]) -> bool {
    situation.readings.adding() == Adding::Sum
        && unlike_months(situation.book.info.holidays, months.iter().copied()).is_some()
}

/// A year of which months are known, but no total so far.
fn partial_year(situation: &Situation<'_>, partial: &PartialYear) -> ShowYear {
    let claim = situation.target_of(partial.fiscal_year);
    ShowYear {
        series: situation.series.id.clone(),
        fiscal_year: partial.fiscal_year,
        value: None,
        basis: None,
        months: u8::try_from(partial.known.len()).expect("a year has twelve months"),
        last_month: partial.last_month(),
        lacking: partial.lacking.clone(),
        beyond: partial.known.clone(),
        is_over: situation.is_over(partial.fiscal_year),
        growth_percent: None,
        unlike_months: false,
        target: claim.and_then(|claim| situation.amount(claim)),
        gap: None,
        claim: claim.map(|claim| claim.id.clone()),
    }
}

fn paces(situation: &Situation<'_>) -> Vec<ShowPace> {
    let Some(fiscal_year) = situation.year() else {
        return Vec::new();
    };
    let targets = situation
        .current
        .claims
        .iter()
        .filter(|claim| claim.official && claim.kind == ClaimKind::Target);
    let read = |claim: &&Claim| situation.pace_of(claim, fiscal_year).ok().flatten();
    targets
        .filter_map(|claim| read(claim).map(|needs| pace(situation, &needs)))
        .collect()
}

fn pace(situation: &Situation<'_>, pace: &Pace) -> ShowPace {
    let before = situation.projected_before().map(|(_, base)| base);
    let growth = before.and_then(|base| hadaf_core::growth_percent(base.to_f64(), pace.target.to_f64()));
    let year_before = situation
        .total_of(pace.fiscal_year.prev())
        .filter(|total| total.months == 12);
    let is_used = situation.pace.as_ref().is_some_and(|used| used.claim == pace.claim);
    let daily = DailyPace::of(pace, situation.calendar());
    let runs = stretches(&situation.readings, situation.calendar(), pace.every, pace.periods_left)
        .ok()
        .unwrap_or_default();
    let grown: Vec<f64> = runs.iter().filter_map(|run| run.growth_percent).collect();
    let reached = |needed: f64| grown.iter().filter(|growth| **growth >= needed).count();
    ShowPace {
        needed_per_day: daily.needed,
        so_far_per_day: daily.so_far,
        days_left: daily.days_left,
        windows_reached: pace.needed_growth_percent.map_or(0, reached),
        windows: if pace.reached.is_some() { 0 } else { grown.len() },
        is_reached: pace.reached.is_some(),
        reached: pace.reached.and_then(|it| it.period?.as_month()),
        reached_in: pace.reached.and_then(|it| it.period),
        places: situation.places,
        last_reached: pace.last_reached.map(|run| [run.first, run.last]),
        series: situation.series.id.clone(),
        fiscal_year: pace.fiscal_year,
        claim: pace.claim.clone(),
        target: pace.target,
        to_date: pace.to_date.value,
        months_left: pace.months_left,
        counted_in: pace.every,
        periods_left: pace.periods_left,
        unlike_left: if is_unlike(situation, &pace.left) {
            pace.left.clone()
        } else {
            Vec::new()
        },
        year_over: situation.ended().is_some(),
        needed_per_month: pace.needed_per_month,
        needed_per_period: pace.needed,
        needed_growth_percent: pace.needed_growth_percent,
        year_before: year_before.map(|total| total.value),
        growth_on_year_before_percent: year_before
            .and_then(|total| hadaf_core::growth_percent(total.value.to_f64(), pace.target.to_f64())),
        path_gap_percent: situation.path_gap_percent().filter(|_| is_used),
        has_no_path: is_used && situation.open_pace().is_some() && situation.path.is_none(),
        projected_before: before,
        growth_on_projection_percent: growth,
    }
}
