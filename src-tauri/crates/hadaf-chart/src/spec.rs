//! What a chart says, before anything has a place: the input of [`crate::Scene`].
//!
//! The caller has done all arithmetic and all wording. A spec carries numbers only as positions on
//! an axis and texts only as they will stand.

use hadaf_core::{FiscalYear, Month};

mod backtest;
mod budget;
mod fan;
mod hedgehog;
mod scenarios;
mod timeline;
mod tornado;

pub use backtest::{Backtest, BacktestNames, Outturn, PastLine, PastStep};
pub use budget::{Budget, BudgetBar};
pub use fan::{Fan, FanStep};
pub use hedgehog::{Hedgehog, HedgehogNames, HedgehogYear, Spine, SpineMark};
pub use scenarios::{ScenarioColumn, Scenarios};
pub use timeline::{Lane, Span, Timeline, Tone};
pub use tornado::{Tornado, TornadoRow};

/// The colours and strokes to draw with. Values are those of the design tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// White background, on screen.
    Light,
    /// Dark background, on screen.
    Dark,
    /// White background, black ink, bands that survive a grey printer.
    Print,
}

/// Width and height of the canvas in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
}

/// The texts around the plot. All are ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The finding with its number; wrapped to two lines at most. Empty: no title (the briefing sets its own).
    pub title: String,
    /// What is plotted, unit, period, as-of. Empty: none.
    pub subtitle: String,
    /// "(p) first print ..." and the like.
    pub note: String,
    /// "Source: ...", the last line of every chart.
    pub source: String,
    /// The text alternative: finding and range, at most 250 characters.
    pub alt: String,
    /// Words for a value axis that does not start at zero, with `{value}` where its first value stands
    /// ("axis starts at {value}"). Empty: lines are never cropped. Charts of running totals and of
    /// fiscal years always start at zero.
    pub axis_starts: String,
}

/// How one dot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Published and confirmed: filled dot.
    Confirmed,
    /// First print, not confirmed since: hollow dot, "(p)".
    Provisional,
    /// Calculated from printed totals: open square, not joined to the line.
    Derived,
}

/// One month of a monthly series.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthPoint {
    /// The month.
    pub month: Month,
    /// The value in the series' unit. A month without a point is a gap.
    pub value: f64,
    /// How the dot is drawn.
    pub mark: Mark,
    /// The print that this value replaced, drawn as a grey dot.
    pub revised_from: Option<f64>,
    /// One line for the read-out and the accessible name, e.g. "December 2025: US$ 437 m, first print".
    pub readout: String,
    /// Text to stand on the point ("Dec 2025: $437 m"), for the few that are labelled.
    pub label: Option<String>,
}

/// A level or path that a claim asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimLine {
    /// The months and values of the path, in order.
    pub points: Vec<(Month, f64)>,
    /// Lowest and highest value per month when past shares repeat: the band behind the path; may be empty.
    pub band: Vec<(Month, f64, f64)>,
    /// Text on the path, at most two lines, e.g. ["Path set by the", "$5.2 bn target"].
    pub label: Vec<String>,
}

/// The level needed from here on.
#[derive(Debug, Clone, PartialEq)]
pub struct NeededLevel {
    /// First month it is needed in.
    pub from: Month,
    /// Last month it is needed in.
    pub to: Month,
    /// Value a month.
    pub value: f64,
    /// Label lines; the first is set in bold, e.g. ["Needed: $556 m", "a month to June"].
    pub label: Vec<String>,
}

/// One fiscal year as the axis names it.
#[derive(Debug, Clone, PartialEq)]
pub struct YearMark {
    /// The year.
    pub fiscal_year: FiscalYear,
    /// Its first month, where the long tick stands.
    pub first_month: Month,
    /// "FY2025".
    pub label: String,
    /// "3,810" or "2,975 to Feb"; may be empty.
    pub total: String,
}

/// Monthly values against a target path and the level still needed.
#[derive(Debug, Clone, PartialEq)]
pub struct Monthly {
    /// Texts around the plot.
    pub frame: Frame,
    /// First and last month of the axis (the last is usually the end of the current fiscal year).
    pub span: (Month, Month),
    /// Observed and derived months, in order.
    pub points: Vec<MonthPoint>,
    /// The target path, if a claim is in force.
    pub path: Option<ClaimLine>,
    /// The level needed from here on, if a claim is in force and months are left.
    pub needed: Option<NeededLevel>,
    /// What may come. Its read-outs are lane 1.
    pub fan: Option<Fan>,
    /// A baseline behind a scenario's fan: a grey outline without tints.
    pub behind: Option<Fan>,
    /// Fiscal years on the axis, in order.
    pub years: Vec<YearMark>,
    /// "$" and " m": put round the number of the top tick.
    pub tick_prefix: String,
    /// See `tick_prefix`.
    pub tick_suffix: String,
    /// "calculated": stands near the first derived point of each group; empty: none.
    pub derived_label: String,
    /// Month names of the axis, twelve from January ("Jan", ...).
    pub month_names: [String; 12],
}

/// One fiscal year's running total.
#[derive(Debug, Clone, PartialEq)]
pub struct CumulativeYear {
    /// "FY2025 $3,810 m".
    pub label: String,
    /// Running totals from the first fiscal month; `None` where the months so far are not all known.
    pub totals: Vec<Option<f64>>,
    /// Read-outs, one per entry of `totals`.
    pub readouts: Vec<String>,
    /// The year that the chart is about: strong, in the series' colour. Others are grey.
    pub current: bool,
    /// Whether the last point is provisional.
    pub provisional: bool,
}

/// A claim as a mark at the end of the year or on a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimMark {
    /// The value in the series' unit.
    pub value: f64,
    /// The upper end where the claim is a range.
    pub value_high: Option<f64>,
    /// True: a target; false: a projection (own colour and a diamond).
    pub target: bool,
    /// Label lines with who said it and when, e.g. ["$5.2 bn target", "Ministry of IT, before July 2025"].
    pub label: Vec<String>,
}

/// Fiscal year to date against the target path and past years.
#[derive(Debug, Clone, PartialEq)]
pub struct YearToDate {
    /// Texts around the plot.
    pub frame: Frame,
    /// Names of the twelve fiscal months, in order.
    pub month_names: [String; 12],
    /// Past years and the current one, oldest first.
    pub years: Vec<CumulativeYear>,
    /// The target path's twelve running totals; empty: none.
    pub path: Vec<f64>,
    /// Label lines of the path.
    pub path_label: Vec<String>,
    /// Claims at the end of the year.
    pub claims: Vec<ClaimMark>,
    /// What may come, joined to the current year's last running total. Its read-outs are the lane after
    /// those of `years`.
    pub fan: Option<Fan>,
    /// See [`Monthly::behind`].
    pub behind: Option<Fan>,
    /// See [`Monthly::tick_prefix`].
    pub tick_prefix: String,
    /// See [`Monthly::tick_prefix`].
    pub tick_suffix: String,
}

/// One fiscal year of the annual chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnualYear {
    /// The year.
    pub fiscal_year: FiscalYear,
    /// "FY2025".
    pub label: String,
    /// The total, absent when not published.
    pub value: Option<f64>,
    /// How the dot is drawn; a year to date is provisional.
    pub mark: Mark,
    /// Text on the dot ("3,810"), ready to print.
    pub value_label: String,
    /// Read-out line.
    pub readout: String,
    /// Targets and projections for this year.
    pub claims: Vec<ClaimMark>,
}

/// Fiscal years as dots, claims as ticks and diamonds, each with who said it and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Annual {
    /// Texts around the plot.
    pub frame: Frame,
    /// The years, in order, without holes.
    pub years: Vec<AnnualYear>,
    /// See [`Monthly::tick_prefix`].
    pub tick_prefix: String,
    /// See [`Monthly::tick_prefix`].
    pub tick_suffix: String,
}

/// A chart to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartSpec {
    /// Months against path and needed level.
    Monthly(Monthly),
    /// Running totals against the target path.
    YearToDate(YearToDate),
    /// Fiscal years against their claims.
    Annual(Annual),
    /// Allocated, released, spent.
    Budget(Budget),
    /// Scenarios side by side.
    Scenarios(Scenarios),
    /// What happened, or is due, when.
    Timeline(Timeline),
    /// What each factor does to a result.
    Tornado(Tornado),
    /// Past claims against what came.
    Hedgehog(Hedgehog),
    /// Past forecasts against what came.
    Backtest(Backtest),
}

impl ChartSpec {
    /// The texts around its plot.
    pub fn frame(&self) -> &Frame {
        match self {
            Self::Monthly(chart) => &chart.frame,
            Self::YearToDate(chart) => &chart.frame,
            Self::Annual(chart) => &chart.frame,
            Self::Budget(chart) => &chart.frame,
            Self::Scenarios(chart) => &chart.frame,
            Self::Timeline(chart) => &chart.frame,
            Self::Tornado(chart) => &chart.frame,
            Self::Hedgehog(chart) => &chart.frame,
            Self::Backtest(chart) => &chart.frame,
        }
    }

    /// The texts around its plot, to be changed.
    pub fn frame_mut(&mut self) -> &mut Frame {
        match self {
            Self::Monthly(chart) => &mut chart.frame,
            Self::YearToDate(chart) => &mut chart.frame,
            Self::Annual(chart) => &mut chart.frame,
            Self::Budget(chart) => &mut chart.frame,
            Self::Scenarios(chart) => &mut chart.frame,
            Self::Timeline(chart) => &mut chart.frame,
            Self::Tornado(chart) => &mut chart.frame,
            Self::Hedgehog(chart) => &mut chart.frame,
            Self::Backtest(chart) => &mut chart.frame,
        }
    }
}
