//! The workspace as scripts read it: the JSON that design calls an interface. Additions only.

mod history;
mod of;
mod text;

use hadaf_core::{
    Adding, ClaimId, Currency, Decimal, FiscalCalendar, FiscalYear, Frequency, Holidays, Month, Period, SeriesFormula,
    SeriesId, Status, TotalBasis, Unit, YearNames,
};
use jiff::civil::Date;
use serde::Serialize;

use crate::number::{two_places, two_places_text};

pub use history::{ShowHistory, ShowPreference, ShowRelease};

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
    /// Which months make a quarter and a year, in text.
    #[serde(skip)]
    pub calendar: FiscalCalendar,
}

/// About the workspace.
#[derive(Debug, Clone, Serialize)]
pub struct ShowWorkspace {
    /// Its name.
    pub name: String,
    /// 1 to 12.
    pub fiscal_year_start_month: u8,
    /// Which of its two calendar years names a fiscal year, here and in every period: last or first.
    pub fiscal_year_names: YearNames,
    /// Three letters.
    pub currency: Currency,
    /// Which feasts, public holidays and weekends count.
    pub holidays: Holidays,
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
    /// In what it is told: month, quarter or fiscal_year, as often as it has a figure as far as is known on the day.
    pub frequency: Frequency,
    /// How a year comes of its figures, in text.
    #[serde(skip)]
    pub adding: Adding,
    /// How they are worked out from those of other series; null where they are entered.
    pub formula: Option<SeriesFormula>,
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
    /// The day is known to the month only, or was assumed: about then.
    pub published_about: bool,
    /// Publisher and title.
    pub source: String,
    /// A first release that nothing has confirmed yet.
    pub provisional: bool,
    /// The number that was current before.
    pub revised_from: Option<Decimal>,
    /// Some observation gives another number and is no revision.
    pub disagreement: bool,
    /// Change of a month on the same month a year before, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub growth_percent: Option<f64>,
    /// That compares unlike months: a feast or many working days fell elsewhere a year before.
    pub unlike_months: bool,
}

/// One fiscal year of one series.
#[derive(Debug, Clone, Serialize)]
pub struct ShowYear {
    /// Series id.
    pub series: SeriesId,
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// Exact; null where months are known and no total so far, since months lack between them.
    pub value: Option<Decimal>,
    /// Published as a total, or a sum of months; null without a total.
    pub basis: Option<TotalBasis>,
    /// How many months it covers; without a total, how many are known.
    pub months: u8,
    /// The last month that it covers; without a total, the last one known.
    pub last_month: Option<Month>,
    /// Months that lack before one that is known: without them it has no total, or its total ends before them.
    pub lacking: Vec<Month>,
    /// Known months that are in no total, since one before them lacks.
    pub beyond: Vec<Month>,
    /// It was over on the day of reading.
    #[serde(skip)]
    pub is_over: bool,
    /// Change on the same months a year before, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub growth_percent: Option<f64>,
    /// That compares unlike months: a feast or many working days fell elsewhere a year before.
    pub unlike_months: bool,
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
    /// The year so far has reached the target. Then nothing more is needed, and all that would say how much is null or
    /// 0.
    pub is_reached: bool,
    /// The month in which it had; null while it has not, and where the figures do not tell.
    pub reached: Option<Month>,
    /// The month, or the quarter of a series of quarters, in which it had; null as `reached` is.
    pub reached_in: Option<Period>,
    /// Months after those of the total so far.
    pub months_left: u8,
    /// In what the rest of the year is counted: month, or quarter where the series has quarters and whole ones are left;
    /// fiscal_year where it has years alone, of which nothing is left.
    pub counted_in: Frequency,
    /// How many of these are left.
    pub periods_left: u8,
    /// The months that are left, where they are unlike those of a year before; else none.
    #[serde(skip)]
    pub unlike_left: Vec<Month>,
    /// Decimal places of what is needed, in text.
    #[serde(skip)]
    pub places: u8,
    /// The year was over on the day of reading: what is needed would have been needed.
    pub year_over: bool,
    /// Average a month, to two places in JSON; null when no month is left.
    #[serde(serialize_with = "two_places_text")]
    pub needed_per_month: Option<f64>,
    /// The same over `counted_in`, as the text tells it: what a quarter of a series of quarters must bring.
    #[serde(serialize_with = "two_places_text")]
    pub needed_per_period: Option<f64>,
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
    /// As many months, or quarters, in a row as are left that grew at least as fast on the year before: how many there were.
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
    /// The total of the year before; null while it is not known whole.
    pub year_before: Option<Decimal>,
    /// The target against that total, percent; to two places in JSON.
    #[serde(serialize_with = "two_places")]
    pub growth_on_year_before_percent: Option<f64>,
    /// How the year so far stands to the target path, percent of what the path asks to the same month, below zero is
    /// behind; to two places in JSON. Null for a claim that has no path, and once the year is known whole.
    #[serde(serialize_with = "two_places")]
    pub path_gap_percent: Option<f64>,
    /// The claim that a path would be drawn to, were the total of the year before it known.
    #[serde(skip)]
    pub has_no_path: bool,
}
