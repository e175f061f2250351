//! The workspace as scripts read it: the JSON that design calls an interface. Additions only.

use hadaf_core::{Claim, ClaimKind, DailyPace, FiscalYearTotal, Pace, Period, stretches};
use hadaf_model::{Book, Need, Situation};
use jiff::civil::Date;
use serde::Serialize;

use crate::session::{App, Result};
use crate::view::prints_of;
use crate::words::titled;

/// `hadaf show --json`.
#[derive(Debug, Clone, Serialize)]
pub struct Show {
    /// About the workspace.
    pub workspace: ShowWorkspace,
    /// The day as of which it was read; null: all that is known.
    pub as_of: Option<Date>,
    /// The series with their numbers in force.
    pub series: Vec<ShowSeries>,
    /// Totals of fiscal years.
    pub fiscal_years: Vec<ShowYear>,
    /// What each official target of the year in hand still needs, the weightiest first.
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
    pub currency: String,
}

/// One series.
#[derive(Debug, Clone, Serialize)]
pub struct ShowSeries {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Canonical unit, e.g. `USD million`.
    pub unit: String,
    /// Numbers in force, in the order of time.
    pub observations: Vec<ShowObservation>,
}

/// A number in force.
#[derive(Debug, Clone, Serialize)]
pub struct ShowObservation {
    /// Canonical.
    pub period: String,
    /// Exact, digit for digit as printed.
    pub value: String,
    /// first, revised, estimate, comparator or derived.
    pub status: String,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// Publisher and title.
    pub source: String,
    /// A first print that nothing has confirmed yet.
    pub provisional: bool,
    /// The number that was in force before.
    pub revised_from: Option<String>,
    /// Some print gives another number and is no revision.
    pub disagreement: bool,
}

/// One fiscal year of one series.
#[derive(Debug, Clone, Serialize)]
pub struct ShowYear {
    /// Series id.
    pub series: String,
    /// Canonical.
    pub fiscal_year: String,
    /// Exact.
    pub value: String,
    /// published, sum or to_date.
    pub basis: String,
    /// How many months it covers.
    pub months: u8,
    /// Change on the same months a year before, percent to two places.
    pub growth_percent: Option<f64>,
    /// The target that stood, in the series' unit.
    pub target: Option<String>,
    /// Value less target.
    pub gap: Option<String>,
    /// Id of the target's claim.
    pub claim: Option<String>,
}

/// What a claim still needs.
#[derive(Debug, Clone, Serialize)]
pub struct ShowPace {
    /// Series id.
    pub series: String,
    /// Canonical.
    pub fiscal_year: String,
    /// Claim id.
    pub claim: String,
    /// In the series' unit.
    pub target: String,
    /// The year's total so far.
    pub to_date: String,
    /// Months of which nothing is printed.
    pub months_left: u8,
    /// The year was over on the day of reading: what is needed would have been needed.
    pub year_over: bool,
    /// Average a month, to two places; null when no month is left.
    pub needed_per_month: Option<String>,
    /// Change on the same months a year before, percent to two places.
    pub needed_growth_percent: Option<f64>,
    /// Average a day over the days of the months left, to two places; null when no month is left.
    pub needed_per_day: Option<String>,
    /// The year so far, average a day, to two places.
    pub so_far_per_day: Option<String>,
    /// Days of the months left.
    pub days_left: u32,
    /// As many months in a row as are left that grew at least as fast on the year before: how many there were.
    pub windows_reached: usize,
    /// Of how many.
    pub windows: usize,
    /// First and last month of the newest of them, canonical; null when there was none.
    pub last_reached: Option<[String; 2]>,
    /// What was projected officially for the year before.
    pub projected_before: Option<String>,
    /// The target against that projection, percent to two places.
    pub growth_on_projection_percent: Option<f64>,
}

/// `hadaf show --life --json`.
#[derive(Debug, Clone, Serialize)]
pub struct ShowLife {
    /// Series id.
    pub series: String,
    /// Canonical.
    pub period: String,
    /// Newest first.
    pub prints: Vec<ShowPrint>,
}

/// One print of a number.
#[derive(Debug, Clone, Serialize)]
pub struct ShowPrint {
    /// Exact.
    pub value: String,
    /// first, revised, estimate, comparator or derived.
    pub status: String,
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
    /// in_force, superseded, confirms, rounded, disagrees, derived or not_yet_known.
    pub role: String,
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
    /// Numbers in force, totals of fiscal years, pace.
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
            let inside = |text: &str| {
                text.parse()
                    .is_ok_and(|period| book.calendar().fiscal_year_of(period) == year)
            };
            for series in &mut show.series {
                series.observations.retain(|observation| inside(&observation.period));
            }
            show.fiscal_years.retain(|total| inside(&total.fiscal_year));
            show.pace.retain(|pace| inside(&pace.fiscal_year));
        }
        Ok(show)
    }

    /// Every print of one number, given as `SERIES@PERIOD`.
    ///
    /// # Errors
    /// [`crate::Code::Word`] without the `@`, [`crate::Code::UnknownSeries`], [`crate::Code::Period`].
    pub fn show_life(&self, place: &str, as_of: Option<&str>) -> Result<ShowLife> {
        let (series, period) = place
            .split_once('@')
            .ok_or_else(|| crate::AppError::of(crate::Code::Word, "life-place", &[("text", place)]))?;
        let as_of = self.as_of(as_of)?;
        let series = series.trim();
        let book = self.book_for(Need::Series(series))?;
        let series = book.series(series)?;
        let period = Period::parse(period, book.calendar())?;
        let print = |(print, role): (&hadaf_core::Observation, hadaf_core::VintageRole)| ShowPrint {
            value: print.value.to_string(),
            status: print.status.to_string(),
            published: print.published.date,
            source: titled(&book, print.source),
            entered_by: print.entered_by.clone(),
            entered_at: print.entered_at.clone(),
            note: print.note.clone(),
            role: role.to_string(),
        };
        Ok(ShowLife {
            series: series.id.to_string(),
            period: period.to_string(),
            prints: prints_of(&book, series, period, as_of).into_iter().map(print).collect(),
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
        currency: book.info.currency.to_string(),
    }
}

fn series(situation: &Situation<'_>) -> ShowSeries {
    let mut readings: Vec<_> = situation.readings.iter().collect();
    readings.sort_by(|left, right| situation.calendar().compare(left.0, right.0));
    let observation = |(period, reading): (Period, &hadaf_core::Reading)| ShowObservation {
        period: period.to_string(),
        value: reading.value.to_string(),
        status: reading.status.to_string(),
        published: reading.published.date,
        source: titled(situation.book, reading.source),
        provisional: reading.provisional,
        revised_from: reading.revised_from.map(|value| value.to_string()),
        disagreement: reading.disagreement,
    };
    ShowSeries {
        id: situation.series.id.to_string(),
        title: situation.series.title.clone(),
        unit: situation.series.unit.to_string(),
        observations: readings.into_iter().map(observation).collect(),
    }
}

fn year(situation: &Situation<'_>, total: &FiscalYearTotal) -> ShowYear {
    let claim = situation.target_of(total.fiscal_year);
    let target = claim.and_then(|claim| situation.amount(claim));
    let gap = target.and_then(|target| total.value.checked_sub(target).ok());
    ShowYear {
        series: situation.series.id.to_string(),
        fiscal_year: total.fiscal_year.to_string(),
        value: total.value.to_string(),
        basis: total.basis.to_string(),
        months: total.months,
        growth_percent: total.growth_percent.map(two_places),
        target: target.map(|target| target.to_string()),
        gap: gap.map(|gap| gap.to_string()),
        claim: claim.map(|claim| claim.id.to_string()),
    }
}

fn paces(situation: &Situation<'_>) -> Vec<ShowPace> {
    let Some(fiscal_year) = situation.year() else {
        return Vec::new();
    };
    let targets = situation
        .in_force
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
    let runs = stretches(&situation.readings, pace.months_left).unwrap_or_default();
    let grown: Vec<f64> = runs.iter().filter_map(|run| run.growth_percent).collect();
    let reached = |needed: f64| grown.iter().filter(|growth| **growth >= needed).count();
    let written = |value: f64| two_places(value).to_string();
    ShowPace {
        needed_per_day: daily.needed.map(written),
        so_far_per_day: daily.so_far.map(written),
        days_left: daily.days_left,
        windows_reached: pace.needed_growth_percent.map_or(0, reached),
        windows: grown.len(),
        last_reached: pace
            .last_reached
            .map(|run| [run.first.to_string(), run.last.to_string()]),
        series: situation.series.id.to_string(),
        fiscal_year: pace.fiscal_year.to_string(),
        claim: pace.claim.to_string(),
        target: pace.target.to_string(),
        to_date: pace.to_date.value.to_string(),
        months_left: pace.months_left,
        year_over: situation.ended().is_some(),
        needed_per_month: pace.needed_per_month.map(|needed| two_places(needed).to_string()),
        needed_growth_percent: pace.needed_growth_percent.map(two_places),
        projected_before: before.map(|base| base.to_string()),
        growth_on_projection_percent: growth.map(two_places),
    }
}

/// Rounded to two places, half away from zero.
fn two_places(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
