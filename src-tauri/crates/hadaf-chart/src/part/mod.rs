//! What several kinds of chart draw alike.

mod claim;
mod column;
mod fan;
pub(crate) mod legend;
mod points;
mod settle;
pub(crate) mod table;

pub(crate) use claim::rank;
pub use claim::{ClaimMark, ClaimSign};
pub(crate) use column::{EndLabel, LabelAnchor, column_limit, column_width, draw_column};
pub use fan::{Fan, FanBand, FanLine, FanStep};
pub(crate) use fan::{FanLabel, PlacedFan, forecast_dash, outline_label};
pub use points::{MonthPoint, PointMark};
pub(crate) use points::{Runs, draw_year_mark};
pub(crate) use settle::{Attempt, LabelFate, settle, unplaced};
