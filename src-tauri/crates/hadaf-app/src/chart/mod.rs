//! Charts: from a situation to a [`ChartSpec`] with all its words, its table, and whose history each
//! point opens.
//!
//! A kind of chart is a file here and two lines: its name, and what it is drawn from.

mod annual;
mod backtest;
mod draw;
mod fan;
mod hedgehog;
mod monthly;
mod outlook;
mod registers;
mod scenario;
mod table;
mod table_file;
mod theme;
mod wording;
mod year_to_date;

use hadaf_chart::{ChartSpec, Plot};
use hadaf_core::Adding;
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Outlook, Record, ScenarioCase};
use hadaf_register::RegisterKind;
use hadaf_words::{Format, Page, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, HistoryRequest};

pub(crate) use draw::texts_of_page;
pub use draw::{ChartExport, ChartPoint, ChartRequest, ChartView, ScenarioChart};
pub(crate) use scenario::{scenario_fan, scenarios, scenarios_table, swing_cells, tornado, tornado_table};
pub use table::{ChartTable, TableCell};
pub use theme::ChartTheme;
pub(crate) use wording::with_note;

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
enum Origin {
    /// From what a series says on a day; `None`: it has nothing to plot.
    Series(fn(&App, Page<'_>) -> Result<Option<ChartSheet>>),
    /// From the paths of one scenario.
    Scenario(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
    /// From the paths of all scenarios.
    Scenarios(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
}

impl ChartKind {
    /// The register that a kind shows.
    fn register(self) -> Option<RegisterKind> {
        match self {
            Self::Disruptions => Some(RegisterKind::Disruptions),
            Self::Budget => Some(RegisterKind::Budget),
            Self::Initiatives => Some(RegisterKind::Initiatives),
            Self::Concerns => Some(RegisterKind::Concerns),
            _ => None,
        }
    }

    /// Where each kind is built.
    fn origin(self) -> Origin {
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
            Self::Outlook => Series(|app, page| {
                let ahead = Outlook::of(&app.fits, page.situation, None)?;
                Ok(outlook::year(page, &ahead))
            }),
            Self::OutlookMonthly => Series(|app, page| {
                let ahead = Outlook::of(&app.fits, page.situation, None)?;
                Ok(outlook::months(page, &ahead))
            }),
            Self::Backtest => Series(|app, page| {
                let record = Record::of(&app.fits, page.situation)?;
                Ok(backtest::sheet(page, &record))
            }),
        }
    }
}

/// A spec with what belongs to it.
#[derive(Debug)]
pub(crate) struct ChartSheet<P = Plot> {
    pub(crate) spec: ChartSpec<P>,
    pub(crate) table: ChartTable,
    /// Whose history each read-out point opens, by lane and index.
    histories: Vec<Vec<Option<HistoryRequest>>>,
}

impl<P> ChartSheet<P> {
    /// The same with another plot: from one kind to [`Plot`].
    fn map<Q>(self, plot: impl FnOnce(P) -> Q) -> ChartSheet<Q> {
        ChartSheet {
            spec: self.spec.map(plot),
            table: self.table,
            histories: self.histories,
        }
    }
}

/// The chart of a briefing: the months or quarters, or the years of a series that has years alone.
///
/// # Errors
/// [`Code::NoData`].
pub(crate) fn of_brief(page: Page<'_>) -> Result<ChartSheet> {
    monthly::sheet(page)
        .or_else(|| annual::sheet(page))
        .ok_or_else(|| no_data(page))
}

fn no_data(page: Page<'_>) -> AppError {
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
fn no_entries(register: RegisterKind, format: Format) -> AppError {
    let empty = say_of!(format.words, "empty-{}", RegisterKind, register);
    refusal!(Code::NoData, "no-entries", empty = empty)
}
