//! The kinds of chart. Each folder holds what its chart says, how that is laid out, and an example of it.
//!
//! A kind is known here and nowhere else in the crate.

pub mod annual;
pub mod backtest;
pub mod budget;
pub mod hedgehog;
pub mod monthly;
pub mod scenarios;
pub mod timeline;
pub mod tornado;
pub mod year_to_date;

use crate::error::Result;
use crate::paper::Paper;
use crate::scene::Scene;
use crate::spec::ChartSpec;

pub use annual::{AnnualPlot, AnnualYear};
pub use backtest::{BacktestNames, BacktestPlot, OutturnPoint, PastLine, PastStep};
pub use budget::{BudgetBar, BudgetPlot};
pub use hedgehog::{HedgehogNames, HedgehogPlot, HedgehogYear, Spine, SpineMark};
pub use monthly::{ClaimLine, MonthlyPlot, NeededLevel};
pub use scenarios::{ScenarioColumn, ScenariosPlot};
pub use timeline::{Lane, TimelinePlot, TimelineSpan, Tone};
pub use tornado::{TornadoPlot, TornadoRow};
pub use year_to_date::{CumulativeYear, RunningTotal, YearToDatePlot};

/// What is plotted.
#[derive(Debug, Clone, PartialEq)]
pub enum Plot {
    /// Months against path and needed level.
    Monthly(MonthlyPlot),
    /// Running totals against the target path.
    YearToDate(YearToDatePlot),
    /// Fiscal years against their claims.
    Annual(AnnualPlot),
    /// Allocated, released, spent.
    Budget(BudgetPlot),
    /// Scenarios side by side.
    Scenarios(ScenariosPlot),
    /// What happened, or is due, when.
    Timeline(TimelinePlot),
    /// What each factor does to a result.
    Tornado(TornadoPlot),
    /// Past claims against the outturn.
    Hedgehog(HedgehogPlot),
    /// Past forecasts against the outturn.
    Backtest(BacktestPlot),
}

impl Plot {
    /// Lays out a plot on empty paper.
    ///
    /// # Errors
    /// As [`ChartSpec::lay_out`].
    pub(crate) fn lay_out(&self, paper: &Paper) -> Result<Scene> {
        match self {
            Self::Monthly(plot) => monthly::lay_out(plot, paper),
            Self::YearToDate(plot) => year_to_date::lay_out(plot, paper),
            Self::Annual(plot) => annual::lay_out(plot, paper),
            Self::Budget(plot) => budget::lay_out(plot, paper),
            Self::Scenarios(plot) => scenarios::lay_out(plot, paper),
            Self::Timeline(plot) => timeline::lay_out(plot, paper),
            Self::Tornado(plot) => tornado::lay_out(plot, paper),
            Self::Hedgehog(plot) => hedgehog::lay_out(plot, paper),
            Self::Backtest(plot) => backtest::lay_out(plot, paper),
        }
    }
}

/// Examples of every kind by name, to test and to measure with.
#[doc(hidden)]
pub fn fixtures() -> Vec<(&'static str, ChartSpec<Plot>)> {
    vec![
        ("monthly", monthly::fixture::monthly().map(Plot::Monthly)),
        ("monthly-fan", monthly::fixture::monthly_fan().map(Plot::Monthly)),
        (
            "year-to-date",
            year_to_date::fixture::year_to_date().map(Plot::YearToDate),
        ),
        (
            "year-to-date-fan",
            year_to_date::fixture::year_to_date_fan().map(Plot::YearToDate),
        ),
        (
            "year-to-date-scenario",
            year_to_date::fixture::year_to_date_scenario().map(Plot::YearToDate),
        ),
        ("annual", annual::fixture::annual().map(Plot::Annual)),
        ("budget", budget::fixture::budget().map(Plot::Budget)),
        ("scenarios", scenarios::fixture::scenarios().map(Plot::Scenarios)),
        ("timeline", timeline::fixture::timeline().map(Plot::Timeline)),
        ("initiatives", timeline::fixture::initiatives().map(Plot::Timeline)),
        ("tornado", tornado::fixture::tornado().map(Plot::Tornado)),
        ("hedgehog", hedgehog::fixture::hedgehog().map(Plot::Hedgehog)),
        ("backtest", backtest::fixture::backtest().map(Plot::Backtest)),
    ]
}
