//! Axes: values at the left or from left to right, time below.

mod horizontal;
mod months;
mod names;
mod rows;
mod values;
mod years;

pub(crate) use horizontal::HorizontalAxis;
pub use months::YearMark;
pub(crate) use months::{MonthAxis, month_rows};
pub(crate) use names::{draw_months, draw_names};
pub(crate) use rows::AxisRows;
pub(crate) use values::ValueAxis;
