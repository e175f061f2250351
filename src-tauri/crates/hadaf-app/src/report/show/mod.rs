//! The workspace as scripts read it: the JSON that design calls an interface. Additions only.

mod text;

use hadaf_core::{
    Claim, ClaimId, ClaimKind, Currency, DailyPace, Decimal, FiscalYear, FiscalYearTotal, Month, Pace, Period,
    SeriesId, Status, TotalBasis, Unit, VintageRole, stretches,
};
use hadaf_model::{Book, Need, Situation};
use hadaf_words::titled;
use jiff::civil::Date;
use serde::Serialize;

use super::number::{two_places, two_places_text};
use crate::session::{App, Result, refusal};
use crate::view::observations_of;

/// `hadaf show --json`.
#[derive(Debug, Clone, Serialize)]
pub struct Show {
    /// About the workspace.
    pub workspace: ShowWorkspace,
    /// The day as of which it was read; null: all that is known.
    pub as_of: Option<Date>,
    /// The series with their current figures.
    pub series: Vec<ShowSeries>,
    /// Totals of fiscal years.
    pub fiscal_years: Vec<ShowYear>,
    /// What each official target of the current year still needs, the highest-ranked first.
    pub pace: Vec<ShowPace>,
}

/// About the workspace.
#[derive(Debug, Clone, Serialize)]
pub struct ShowWorkspace {
    /// Its name.
    pub name: String,
    /// 1 to 12.
    pub fiscal_year_start_month: u8,
    /// Three letters.
    pub currency: Currency,
}

/// One series.
#[derive(Debug, Clone, Serialize)]
pub struct ShowSeries {
    /// Its id.
    pub id: SeriesId,
    /// Its title.
    pub title: String,
    /// What its numbers count, e.g. `USD million`.
    pub unit: Unit,
    /// Current figures, in the order of time.
    pub observations: Vec<ShowObservation>,
}

/// A current figure.
#[derive(Debug, Clone, Serialize)]
pub struct ShowObservation {
    /// Which month, quarter or year.
    pub period: Period,
    /// Exact, digit for digit as published.
    pub value: Decimal,
    /// What its observation says about itself.
    pub status: Status,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// Publisher and title.
    pub source: String,
    /// A first release that nothing has confirmed yet.
    pub provisional: bool,
    /// The number that was current before.
    pub revised_from: Option<Decimal>,
    /// Some observation gives another number and is no revision.
    pub disagreement: bool,
}

/// One fiscal year of one series.
#[derive(Debug, Clone, Serialize)]
pub struct ShowYear {
    /// Series id.
    pub series: SeriesId,
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// Exact.
    pub value: Decimal,
    /// Published as a total, or a sum of months.
    pub basis: TotalBasis,
    /// How many months it covers.
    pub months: u8,
    /// Change on the same months a year before, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub growth_percent: Option<f64>,
    /// The target that stood, in the series' unit.
    pub target: Option<Decimal>,
    /// Value less target.
    pub gap: Option<Decimal>,
    /// Id of the target's claim.
    pub claim: Option<ClaimId>,
}

/// What a claim still needs.
#[derive(Debug, Clone, Serialize)]
pub struct ShowPace {
    /// Series id.
    pub series: SeriesId,
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// Claim id.
    pub claim: ClaimId,
    /// In the series' unit.
    pub target: Decimal,
    /// The year's total so far.
    pub to_date: Decimal,
    /// Months of which nothing is published.
    pub months_left: u8,
    /// The year was over on the day of reading: what is needed would have been needed.
    pub year_over: bool,
    /// Average a month, to two places in JSON; null when no month is left.
    #[serde(serialize_with = "two_places_text")]
    pub needed_per_month: Option<f64>,
    /// Change on the same months a year before, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub needed_growth_percent: Option<f64>,
    /// Average a day over the days of the months left, to two places in JSON; null when no month is left.
    #[serde(serialize_with = "two_places_text")]
    pub needed_per_day: Option<f64>,
    /// The year so far, average a day, to two places in JSON.
    #[serde(serialize_with = "two_places_text")]
    pub so_far_per_day: Option<f64>,
    /// Days of the months left.
    pub days_left: u32,
    /// As many months in a row as are left that grew at least as fast on the year before: how many there were.
    pub windows_reached: usize,
    /// Of how many.
    pub windows: usize,
    /// First and last month of the newest of them; null when there was none.
    pub last_reached: Option<[Month; 2]>,
    /// What was projected officially for the year before.
    pub projected_before: Option<Decimal>,
    /// The target against that projection, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub growth_on_projection_percent: Option<f64>,
}

/// `hadaf show --history --json`.
#[derive(Debug, Clone, Serialize)]
pub struct ShowHistory {
    /// Series id.
    pub series: SeriesId,
    /// Which month, quarter or year.
    pub period: Period,
    /// Newest first.
    #[serde(rename = "prints")]
    pub observations: Vec<ShowRelease>,
}

/// One observation of a number.
#[derive(Debug, Clone, Serialize)]
pub struct ShowRelease {
    /// Exact.
    pub value: Decimal,
    /// What it says about itself.
    pub status: Status,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// Publisher and title.
    pub source: String,
    /// Who entered it.
    pub entered_by: String,
    /// When, RFC 3339.
    pub entered_at: String,
    /// Anything to know.
    pub note: String,
    /// What it is to the current figure.
    pub role: VintageRole,
}

/// What to show.
#[derive(Debug, Clone, Default)]
pub struct ShowRequest {
    /// One series; none: all.
    pub series: Option<String>,
    /// The day; none: all that is known.
    pub as_of: Option<String>,
    /// One fiscal year as people write it; none: all.
    pub fiscal_year: Option<String>,
}

impl App {
    /// Current figures, totals of fiscal years, pace.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`], [`crate::Code::Period`].
    pub fn show(&self, request: &ShowRequest) -> Result<Show> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let need = request.series.as_deref().map_or(Need::All, Need::Series);
        let book = self.book_for(need)?;
        let chosen = match &request.series {
            Some(id) => vec![book.series(id)?],
            None => book.series.iter().collect(),
        };
        let year = request
            .fiscal_year
            .as_deref()
            .map(|text| Period::parse(text, book.calendar()))
            .transpose()?;
        let year = year.map(|period| book.calendar().fiscal_year_of(period));
        let mut show = Show {
            workspace: workspace(&book),
            as_of: as_of.past(),
            series: vec![],
            fiscal_years: vec![],
            pace: vec![],
        };
        for series in chosen {
            let one = of(&Situation::read(&book, series, as_of)?);
            show.series.extend(one.series);
            show.fiscal_years.extend(one.fiscal_years);
            show.pace.extend(one.pace);
        }
        if let Some(year) = year {
            let inside = |period: Period| book.calendar().fiscal_year_of(period) == year;
            for series in &mut show.series {
                series.observations.retain(|observation| inside(observation.period));
            }
            show.fiscal_years.retain(|total| total.fiscal_year == year);
            show.pace.retain(|pace| pace.fiscal_year == year);
        }
        Ok(show)
    }

    /// Every observation of one number, given as `SERIES@PERIOD`.
    ///
    /// # Errors
    /// [`crate::Code::Word`] without the `@`, [`crate::Code::UnknownSeries`], [`crate::Code::Period`].
    pub fn show_history(&self, place: &str, as_of: Option<&str>) -> Result<ShowHistory> {
        let (series, period) = place
            .split_once('@')
            .ok_or_else(|| refusal!(crate::Code::Word, "history-place", text = place))?;
        let as_of = self.as_of(as_of)?;
        let series = series.trim();
        let book = self.book_for(Need::Series(series))?;
        let series = book.series(series)?;
        let period = Period::parse(period, book.calendar())?;
        let observation = |(observation, role): (&hadaf_core::Observation, hadaf_core::VintageRole)| ShowRelease {
            value: observation.value,
            status: observation.status,
            published: observation.published.date,
            source: titled(&book, observation.source),
            entered_by: observation.entered_by.clone(),
            entered_at: observation.entered_at.to_string(),
            note: observation.note.clone(),
            role,
        };
        Ok(ShowHistory {
            series: series.id.clone(),
            period,
            observations: observations_of(&book, series, period, as_of)
                .into_iter()
                .map(observation)
                .collect(),
        })
    }
}

/// One series as it stands.
pub(crate) fn of(situation: &Situation<'_>) -> Show {
    Show {
        workspace: workspace(situation.book),
        as_of: situation.as_of.past(),
        series: vec![series(situation)],
        fiscal_years: situation.totals.iter().map(|total| year(situation, total)).collect(),
        pace: paces(situation),
    }
}

fn workspace(book: &Book) -> ShowWorkspace {
    ShowWorkspace {
        name: book.info.name.clone(),
        fiscal_year_start_month: book.calendar().start_month(),
        currency: book.info.currency,
    }
}

fn series(situation: &Situation<'_>) -> ShowSeries {
    let mut readings: Vec<_> = situation.readings.iter().collect();
    readings.sort_by(|left, right| situation.calendar().compare(left.0, right.0));
    let observation = |(period, reading): (Period, &hadaf_core::Reading)| ShowObservation {
        period,
        value: reading.value,
        status: reading.status,
        published: reading.published.date,
        source: titled(situation.book, reading.source),
        provisional: reading.provisional,
        revised_from: reading.revised_from,
        disagreement: reading.disagreement,
    };
    ShowSeries {
        id: situation.series.id.clone(),
        title: situation.series.title.clone(),
        unit: situation.series.unit,
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
        value: total.value,
        basis: total.basis,
        months: total.months,
        growth_percent: total.growth_percent,
        target,
        gap,
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
    let daily = DailyPace::of(pace, situation.calendar());
    let runs = stretches(&situation.readings, pace.months_left)
        .ok()
        .unwrap_or_default();
    let grown: Vec<f64> = runs.iter().filter_map(|run| run.growth_percent).collect();
    let reached = |needed: f64| grown.iter().filter(|growth| **growth >= needed).count();
    ShowPace {
        needed_per_day: daily.needed,
        so_far_per_day: daily.so_far,
        days_left: daily.days_left,
        windows_reached: pace.needed_growth_percent.map_or(0, reached),
        windows: grown.len(),
        last_reached: pace.last_reached.map(|run| [run.first, run.last]),
        series: situation.series.id.clone(),
        fiscal_year: pace.fiscal_year,
        claim: pace.claim.clone(),
        target: pace.target,
        to_date: pace.to_date.value,
        months_left: pace.months_left,
        year_over: situation.ended().is_some(),
        needed_per_month: pace.needed_per_month,
        needed_growth_percent: pace.needed_growth_percent,
        projected_before: before,
        growth_on_projection_percent: growth,
    }
}
