//! The domain of Hadaf: periods under a fiscal calendar, exact amounts, series, observations with
//! their vintages, claims and target paths. Pure: no I/O, no clock, no floating point in stored values.
//!
//! Start at [`Period`] and [`FiscalCalendar`], then [`Observation`] and [`Vintage`] (which print of a
//! number was in force on a day), then [`ClaimsInForce`], [`Pace`] and [`TargetPath`].

mod amount;
mod calendar;
mod claim;
mod decimal;
mod error;
mod observation;
mod pace;
mod period;
mod period_text;
mod readings;
mod risk;
mod series;
mod source;
mod target_path;
mod text;
mod totals;
mod vintage;

pub use amount::{Amount, Currency, Scale, Unit};
pub use calendar::FiscalCalendar;
pub use claim::{Claim, ClaimId, ClaimKind, ClaimsInForce, Lineage, LineageKind};
pub use decimal::Decimal;
pub use error::{CoreError, PeriodError, Result};
pub use observation::{Observation, Published, Status};
pub use pace::{Pace, PastGrowth, Stretch, stretches};
pub use period::{FiscalYear, Month, Period, Quarter};
pub use readings::Readings;
pub use risk::{BudgetLine, Concern, Disruption, Initiative, PartialDate};
pub use series::{Frequency, Measure, Sector, SectorId, Series, SeriesId};
pub use source::{Source, SourceId};
pub use target_path::{Landing, PathMethod, TargetPath, past_years};
pub use totals::{FiscalYearTotal, PartsCheck, TotalBasis, growth_percent, sum_of, total, totals};
pub use vintage::{Reading, Vintage, VintageRole};
