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
mod table_file;
mod wire;
mod year_to_date;

use fan::fan;
use hadaf_chart::{ChartSpec, ClaimSign, Frame, Plot, TickStyle};
use hadaf_core::{Claim, ClaimKind, Reading, Unit};
use hadaf_model::{Book, Outlook, Record, ScenarioCase, Situation};
use hadaf_words::{Format, published_when, released, say, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, AppError, Code, HistoryRequest, Result, refusal};

pub(crate) use scenario::{scenario_fan, scenarios, scenarios_table, tornado, tornado_table};
pub use wire::*;

/// Claims of less weight than this (a wish, a voice from outside) are left out of the year charts,
/// where one of them would flatten everything else; the claims list has them all.
const PLAN: u8 = 2;

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
    /// Months against the target path and the level still needed
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
    Series(fn(&App, &Situation<'_>, Format) -> Result<Option<ChartSheet>>),
    /// From the paths of one scenario.
    Scenario(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
    /// From the paths of all scenarios.
    Scenarios(fn(&ScenarioCase<'_>, Format) -> Result<ChartSheet>),
}

impl ChartKind {
    /// Where each kind is built.
    fn origin(self) -> Origin {
        use Origin::{Scenario, Scenarios, Series};
        match self {
            Self::Monthly => Series(|_, situation, format| Ok(monthly::sheet(situation, format))),
            Self::YearToDate => Series(|_, situation, format| Ok(year_to_date::sheet(situation, format))),
            Self::Annual => Series(|_, situation, format| Ok(annual::sheet(situation, format))),
            Self::Hedgehog => Series(|_, situation, format| Ok(hedgehog::sheet(situation, format))),
            Self::Disruptions => Series(|_, situation, format| Ok(registers::disruptions(situation, format))),
            Self::Budget => Series(|_, situation, format| Ok(registers::budget(situation, format))),
            Self::Initiatives => Series(|_, situation, format| Ok(registers::initiatives(situation, format))),
            Self::Concerns => Series(|_, situation, format| Ok(registers::concerns(situation, format))),
            Self::ScenarioFan => Scenario(scenario::fan_of),
            Self::Scenarios => Scenarios(scenario::side_by_side),
            Self::Tornado => Scenario(scenario::tornado_of),
            Self::Outlook => Series(|app, situation, format| {
                let ahead = Outlook::of(&app.fits, situation, None)?;
                Ok(outlook::year(situation, &ahead, format))
            }),
            Self::OutlookMonthly => Series(|app, situation, format| {
                let ahead = Outlook::of(&app.fits, situation, None)?;
                Ok(outlook::months(situation, &ahead, format))
            }),
            Self::Backtest => Series(|app, situation, format| {
                let record = Record::of(&app.fits, situation)?;
                Ok(backtest::sheet(situation, &record, format))
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

/// The chart of a briefing: the months, or the years of a series that nobody prints by month.
///
/// # Errors
/// [`Code::NoData`].
pub(crate) fn of_brief(situation: &Situation<'_>, format: Format) -> Result<ChartSheet> {
    monthly::sheet(situation, format)
        .or_else(|| annual::sheet(situation, format))
        .ok_or_else(|| no_data(situation))
}

fn no_data(situation: &Situation<'_>) -> AppError {
    refusal!(Code::NoData, "no-data", series = situation.series.title.as_str())
}

/// What the three kinds word alike.
struct Wording<'a> {
    situation: &'a Situation<'a>,
    format: Format,
}

impl Wording<'_> {
    fn frame(&self, title: String, subtitle: String, note: String, range: &str) -> Frame {
        let alt = clipped(&format!("{title}. {range}"), 250);
        let axis_starts = say!(self.format.words, "chart-axis-starts", value = "{value}");
        Frame {
            title,
            subtitle: self.dated(subtitle),
            note,
            source: self.source(),
            alt,
            axis_starts,
        }
    }

    /// With the day as of which it was read.
    fn dated(&self, text: String) -> String {
        match self.situation.as_of.past() {
            Some(day) => format!(
                "{text}, {}",
                say!(self.format.words, "as-known-on", day = self.format.day(day))
            ),
            None => text,
        }
    }

    /// The latest release, how many there are, and what a fiscal year is.
    fn source(&self) -> String {
        let situation = self.situation;
        let known = || {
            situation
                .observations
                .iter()
                .filter(|observation| situation.as_of.knows(&observation.published))
        };
        let newest = known()
            .filter(|observation| !observation.basis.is_to_date())
            .max_by_key(|observation| (observation.period.as_month(), observation.published.known_from()));
        let Some(newest) = newest else { return String::new() };
        let calendar = situation.calendar();
        let start = hadaf_core::Month::new(2000, calendar.start_month()).expect("a calendar begins in a month");
        let span = self.format.span(start, start.plus(11), false);
        let pages = known()
            .map(|observation| observation.source)
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        let words = self.format.words;
        let origin = situation.series.origin.trim();
        if origin.is_empty() {
            let latest = released(situation.book, self.format, newest.source, &newest.published);
            return say!(words, "chart-source", latest = latest, pages = pages, span = span);
        }
        let latest = published_when(self.format, &newest.published);
        say!(
            words,
            "chart-source-origin",
            origin = origin,
            latest = latest,
            pages = pages,
            span = span
        )
    }

    /// "first release", "revised from 324", "calculated from printed totals", nothing when confirmed.
    fn status(&self, reading: &Reading) -> Option<String> {
        let words = self.format.words;
        match reading {
            reading if reading.derived => Some(say!(words, "status-derived")),
            reading if reading.provisional => Some(say!(words, "status-provisional")),
            Reading {
                revised_from: Some(before),
                ..
            } => Some(say!(words, "status-revised", before = self.format.exact(*before))),
            _ => None,
        }
    }

    /// "US$ 437 m" in read-outs, where the unit may be of any series.
    fn value(&self, value: f64) -> String {
        self.format
            .money_rounded(value, self.situation.series.unit, self.situation.series.places)
    }

    /// What a claim says and who said it when: two lines.
    fn claim_label(&self, claim: &Claim) -> Vec<String> {
        let words = self.format.words;
        let amount = self.format.money_short(claim.value, claim.unit);
        let what = say_of!(words, "claim-{}", ClaimKind, claim.kind, amount = amount);
        let who = if claim.office.is_empty() {
            &claim.maker
        } else {
            &claim.office
        };
        vec![what, format!("{who}, {}", self.said_short(claim))]
    }

    fn said_short(&self, claim: &Claim) -> String {
        match (claim.announced, &claim.announced_approx) {
            (Some(day), _) => self.format.day_short(day),
            (None, Some(approx)) => approx.clone(),
            (None, None) => say!(self.format.words, "day-none"),
        }
    }

    /// The claims that a chart of years marks: official ones of weight, at most two targets and a projection.
    fn marked<'c>(&self, claims: &[&'c Claim]) -> Vec<&'c Claim> {
        let official = || {
            claims
                .iter()
                .copied()
                .filter(|claim| claim.official && claim.standing >= PLAN)
        };
        let of = |kind: ClaimKind, count: usize| official().filter(move |claim| claim.kind == kind).take(count);
        of(ClaimKind::Target, 2).chain(of(ClaimKind::Projection, 1)).collect()
    }
}

/// At most `limit` characters, cut after a word.
fn clipped(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit - 1).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole}…")
}

/// How the value axis of a chart is written.
fn ticks(format: Format, unit: Unit) -> TickStyle {
    let (prefix, suffix) = format.tick(unit);
    TickStyle {
        prefix,
        suffix,
        numbers: format.words.numbers().clone(),
    }
}

/// The sign of a claim: what somebody undertook to reach, or what somebody expected.
fn sign(kind: ClaimKind) -> ClaimSign {
    match kind {
        ClaimKind::Target | ClaimKind::Commitment => ClaimSign::Target,
        ClaimKind::Projection => ClaimSign::Projection,
    }
}

/// Months of the axis by their first letters, from January.
fn month_names(format: Format) -> [String; 12] {
    std::array::from_fn(|index| format.month_short_name(index as u8 + 1))
}

/// The number of a claim in the series' unit, for its place on the axis.
fn claimed(claim: &Claim, situation: &Situation<'_>) -> Option<f64> {
    Some(Book::claim_in(claim, situation.series.unit)?.to_f64())
}
