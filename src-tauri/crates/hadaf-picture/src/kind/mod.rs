//! The kinds of chart: the name of each, and what it is drawn from.

mod annual;
mod backtest;
mod fan;
mod hedgehog;
mod monthly;
mod outlook;
mod registers;
mod scenario;
mod year_to_date;

use hadaf_core::Adding;
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Fits, Outlook, Record, ScenarioCase};
use hadaf_register::RegisterKind;
use hadaf_words::{Format, Page, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sheet::ChartSheet;

pub use scenario::{scenario_fan, scenarios, scenarios_table, swing_cells, tornado, tornado_table};

/// The kinds of chart, each with its name on the command line; on the wire its words are joined by underscores.
macro_rules! kinds {
    ($($(#[doc = $about:literal])+ $kind:ident = $name:literal),+ $(,)?) => {
        /// Which chart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum ChartKind {
            $($(#[doc = $about])+ $kind),+
        }

        impl ChartKind {
            /// All of them, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// Its name, in words joined by hyphens.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name),+
                }
            }

            /// What it shows, in a few words.
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!($($about),+).trim_ascii()),+
                }
            }
        }
    };
}

kinds! {
    /// Months, or quarters, against the target path and the level still needed
    Monthly = "monthly",
    /// The fiscal year so far against path and past years
    YearToDate = "year-to-date",
    /// Fiscal years against their claims
    Annual = "annual",
    /// Every past claim from the day it was made, against the outturn
    Hedgehog = "hedgehog",
    /// What happened when, above the months
    Disruptions = "disruptions",
    /// Allocated, released and spent
    Budget = "budget",
    /// What was promised, and how it stands
    Initiatives = "initiatives",
    /// What the committee raised, and what was promised in answer
    Concerns = "concerns",
    /// The year with a scenario, the baseline behind it
    ScenarioFan = "scenario-fan",
    /// Where each scenario leaves the year
    Scenarios = "scenarios",
    /// The factors of a scenario, one at a time
    Tornado = "tornado",
    /// The fiscal year so far, with what may come of it
    Outlook = "outlook",
    /// Months, with what may come of them
    OutlookMonthly = "outlook-monthly",
    /// What would have been forecast from past months, against the outturn
    Backtest = "backtest",
}

/// What a chart is drawn from.
#[derive(Debug, Clone, Copy)]
pub enum Origin {
    /// From what a series says on a day; `None`: it has nothing to plot.
    Series(fn(&Fits, Page<'_>) -> Result<Option<ChartSheet>>),
    /// From the paths of one scenario.
    Scenario(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
    /// From the paths of all scenarios.
    Scenarios(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
}

impl ChartKind {
    /// The register that a kind shows.
    pub fn register(self) -> Option<RegisterKind> {
        match self {
            Self::Disruptions => Some(RegisterKind::Disruptions),
            Self::Budget => Some(RegisterKind::Budget),
            Self::Initiatives => Some(RegisterKind::Initiatives),
            Self::Concerns => Some(RegisterKind::Concerns),
            _ => None,
        }
    }

    /// Where each kind is built.
    pub fn origin(self) -> Origin {
        use Origin::{Scenario, Scenarios, Series};
        match self {
            Self::Monthly => Series(|_, page| Ok(monthly::sheet(page))),
            Self::YearToDate => Series(|_, page| Ok(year_to_date::sheet(page))),
            Self::Annual => Series(|_, page| Ok(annual::sheet(page))),
            Self::Hedgehog => Series(|_, page| Ok(hedgehog::sheet(page))),
            Self::Disruptions => Series(|_, page| Ok(registers::disruptions(page))),
            Self::Budget => Series(|_, page| Ok(registers::budget(page))),
            Self::Initiatives => Series(|_, page| Ok(registers::initiatives(page))),
            Self::Concerns => Series(|_, page| Ok(registers::concerns(page))),
            Self::ScenarioFan => Scenario(|case, format| Ok(scenario::fan_sheet(case, format))),
            Self::Scenarios => Scenarios(scenario::scenarios_sheet),
            Self::Tornado => Scenario(|case, format| Ok(scenario::tornado_sheet(case, format))),
            Self::Outlook => Series(|fits, page| {
                let ahead = Outlook::of(fits, page.situation, None)?;
                Ok(outlook::year(page, &ahead))
            }),
            Self::OutlookMonthly => Series(|fits, page| {
                let ahead = Outlook::of(fits, page.situation, None)?;
                Ok(outlook::months(page, &ahead))
            }),
            Self::Backtest => Series(|fits, page| {
                let record = Record::of(fits, page.situation)?;
                Ok(backtest::sheet(page, &record))
            }),
        }
    }
}

/// The chart of a briefing: the months or quarters, or the years of a series that has years alone.
///
/// # Errors
/// [`Code::NoData`].
pub fn of_brief(page: Page<'_>) -> Result<ChartSheet> {
    monthly::sheet(page)
        .or_else(|| annual::sheet(page))
        .ok_or_else(|| no_data(page))
}

/// That a series has nothing to draw on the day, and why.
pub fn no_data(page: Page<'_>) -> AppError {
    let (situation, title, periods) = (page.situation, page.title(), page.periods());
    if page.is_yearly() && !situation.totals.is_empty() {
        return refusal!(Code::NoData, "years-alone", series = title);
    }
    if situation.readings.adding() == Adding::Nothing && situation.readings.newest().is_some() {
        return refusal!(Code::NoData, "no-sum", series = title, every = page.every());
    }
    if let Some((partial, month)) = situation.partial.last().and_then(|it| Some((it, *it.lacking.first()?))) {
        let year = partial.fiscal_year;
        let [known, lacking] = periods.counted_of([&partial.known, &partial.lacking]);
        return refusal!(
            Code::NoData,
            "no-total",
            series = title,
            year = year,
            known = known.number,
            of = known.number + lacking.number,
            every = known.every,
            missing = periods.starting(month)
        );
    }
    refusal!(Code::NoData, "no-data", series = title)
}

/// That a register has nothing to draw on the day.
pub fn no_entries(register: RegisterKind, format: Format) -> AppError {
    let empty = say_of!(format.words, "empty-{}", RegisterKind, register);
    refusal!(Code::NoData, "no-entries", empty = empty)
}
