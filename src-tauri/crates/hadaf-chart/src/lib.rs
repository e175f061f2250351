//! From what a chart says to a picture: [`ChartSpec`] -> [`Scene`] -> SVG -> PNG.
//!
//! A spec carries numbers as positions and texts as they will stand. [`ChartSpec::lay_out`] gives everything
//! a place, measured with the fonts that will draw; geometry is tested as numbers there.
//! [`Scene::to_svg`] only writes, [`png`] only paints. Nothing here reads a file, a clock or a system
//! font, and equal input gives equal bytes.
//!
//! Modules know one another in one direction only: `scene` (data) below `canvas` (what a layout draws on) below
//! `axis`, `label` and `part` (what several kinds draw alike) below `kind` (one folder for each kind of chart),
//! and `layout` above them all. [`Plot`] is the one list of kinds.
//!
//! # Where plotters works, and where it does not
//! plotters gives the coordinate system (`scale.rs`: its `Cartesian2d` over our value axis, whose key
//! points are the grid lines) and the drawing (`svg.rs`: its `DrawingArea` and elements on a
//! `DrawingBackend` of ours). Weighed and refused: its own SVG backend (no dashes, no weight 600, text
//! placed by guesses, font sizes off by 1.24), its chart builder (axes and labels that cannot be
//! placed by measure), and its text measuring (`kern` table only, no shaping). Its coordinates are
//! integers; we count in hundredths of a pixel, so every number written has at most two decimals.
//! None of its types leave this crate.

mod axis;
mod canvas;
mod error;
#[doc(hidden)]
pub mod fixture;
mod fonts;
mod frame;
mod geometry;
mod kind;
mod label;
mod layout;
mod metrics;
mod paper;
mod part;
mod png;
mod range;
mod readout;
mod scale;
mod scene;
mod spec;
mod surround;
mod svg;
mod text;
mod theme;
mod ticks;

pub use axis::YearMark;
pub use error::{ChartError, Result};
pub use fonts::{FAMILY, Typeface, Weight, fonts};
pub use frame::{Frame, TickStyle};
pub use geometry::{Point, Rect, Size};
pub use kind::*;
pub use part::{ClaimMark, ClaimSign, Fan, FanBand, FanLine, FanStep, MonthPoint, PointMark};
pub use png::{Density, outlined, png};
pub use readout::Readout;
pub use scene::{Align, PlacedText, ReadPoint, Role, Scene, Shape, Stroke};
pub use spec::ChartSpec;
pub use theme::{Rgb, Theme};
