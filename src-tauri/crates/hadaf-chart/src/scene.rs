//! A chart with every part in its place: what [`crate::Scene::to_svg`] writes and what tests measure.

use crate::error::{ChartError, Result};
use crate::fonts::measure;
use crate::geometry::{Point, Rect};
use crate::kind;
use crate::spec::{ChartSpec, Size, Theme};
use crate::text::clean;
use crate::theme::Rgb;

/// Which of the two weights of [`crate::FAMILY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// Which part of a text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The finding.
    Title,
    /// What is plotted.
    Subtitle,
    /// A number of the value axis.
    Tick,
    /// A month of the time axis.
    Month,
    /// A fiscal year of the time axis.
    Year,
    /// The total beside a fiscal year.
    Total,
    /// A label right of the plot, in the order of the values.
    EndLabel,
    /// A label on a point, path or claim.
    Label,
    /// A small remark on the plot ("calculated").
    Remark,
    /// A number that stands for a label explained below the plot.
    Number,
    /// A name in the key above the plot.
    Key,
    /// The note below the plot.
    Note,
    /// The source line.
    Source,
}

/// One line of text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// What it is for.
    pub role: Role,
    /// The characters, without anything that XML cannot hold.
    pub content: String,
    /// Where `align` stands.
    pub x: f64,
    /// Its baseline.
    pub baseline: f64,
    /// What stands at `x`.
    pub align: Align,
    /// Its weight.
    pub weight: Weight,
    /// Font size in pixels.
    pub size: f64,
    /// Its colour.
    pub colour: Rgb,
    /// Advance width by ascent and descent, as measured.
    pub bounds: Rect,
}

/// How a text looks, apart from its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) role: Role,
    pub(crate) weight: Weight,
    pub(crate) size: f64,
    pub(crate) colour: Rgb,
}

impl Text {
    pub(crate) fn new(style: Style, content: &str, align: Align, x: f64, baseline: f64) -> Self {
        let content = clean(content);
        let extent = measure(&content, style.weight, style.size);
        let left = match align {
            Align::Start => x,
            Align::Middle => x - extent.width / 2.0,
            Align::End => x - extent.width,
        };
        Self {
            role: style.role,
            x,
            baseline,
            align,
            weight: style.weight,
            size: style.size,
            colour: style.colour,
            bounds: Rect::new(
                left,
                baseline - extent.ascent,
                left + extent.width,
                baseline + extent.descent,
            ),
            content,
        }
    }

    /// The rectangle that its ink should fill; `None`: it has none.
    pub fn ink(&self) -> Option<Rect> {
        let ink = crate::fonts::ink(&self.content, self.weight, self.size)?;
        Some(Rect::new(
            self.bounds.left + ink.left,
            self.baseline + ink.top,
            self.bounds.left + ink.right,
            self.baseline + ink.bottom,
        ))
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgb,
    /// Its width in pixels.
    pub width: f64,
    /// Length of dash and gap in pixels; `None`: solid.
    pub dash: Option<(f64, f64)>,
    /// Round joins and ends, for data; square ones for axes.
    pub round: bool,
}

impl Stroke {
    pub(crate) const fn solid(colour: Rgb, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: None,
            round: false,
        }
    }

    pub(crate) const fn data(colour: Rgb, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: None,
            round: true,
        }
    }

    pub(crate) const fn dashed(colour: Rgb, width: f64, dash: (f64, f64)) -> Self {
        Self {
            colour,
            width,
            dash: Some(dash),
            round: false,
        }
    }
}

/// One thing on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Joined points.
    Line {
        /// In order.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A closed area.
    Area {
        /// Its corners in order.
        points: Vec<Point>,
        /// Its colour.
        colour: Rgb,
    },
    /// A filled circle; a hollow dot is a smaller one of the background on a larger one.
    Dot {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: f64,
        /// Its colour.
        colour: Rgb,
    },
    /// A filled rectangle; an open square is two of them.
    Block {
        /// Its edges.
        rect: Rect,
        /// Its colour.
        colour: Rgb,
    },
    /// A line of text.
    Text(Text),
}

/// A point that a read-out can stand on.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPoint {
    /// Pixels from the left of the canvas.
    pub x: f64,
    /// Pixels from its top.
    pub y: f64,
    /// Which line: 0 is the one that the chart is about, then the others as in the spec.
    pub lane: usize,
    /// Which entry of that line in the spec: point of a monthly series, month of a year, fiscal year.
    pub index: usize,
    /// The line to read out.
    pub readout: String,
}

/// A laid-out chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub(crate) size: Size,
    pub(crate) background: Rgb,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) points: Vec<ReadPoint>,
    pub(crate) plot: Rect,
    pub(crate) numbered: Vec<String>,
    pub(crate) left_out: Vec<String>,
}

impl Scene {
    /// Gives every part of a chart its place.
    ///
    /// # Errors
    /// [`ChartError::Size`] for a canvas outside 320 x 200 to 8000 x 8000 pixels,
    /// [`ChartError::Empty`] and [`ChartError::Value`] for a spec that cannot be plotted,
    /// [`ChartError::Crowded`] where the texts leave no room for the plot.
    pub fn new(spec: &ChartSpec, size: Size, theme: Theme) -> Result<Self> {
        let Size { width, height } = size;
        if !(320.0..=8000.0).contains(&width) || !(200.0..=8000.0).contains(&height) {
            return Err(ChartError::Size { width, height });
        }
        match spec {
            ChartSpec::Monthly(chart) => kind::monthly::lay_out(chart, size, theme),
            ChartSpec::YearToDate(chart) => kind::year_to_date::lay_out(chart, size, theme),
            ChartSpec::Annual(chart) => kind::annual::lay_out(chart, size, theme),
            ChartSpec::Budget(chart) => kind::budget::lay_out(chart, size, theme),
            ChartSpec::Scenarios(chart) => kind::scenarios::lay_out(chart, size, theme),
            ChartSpec::Timeline(chart) => kind::timeline::lay_out(chart, size, theme),
            ChartSpec::Tornado(chart) => kind::tornado::lay_out(chart, size, theme),
            ChartSpec::Hedgehog(chart) => kind::hedgehog::lay_out(chart, size, theme),
            ChartSpec::Backtest(chart) => kind::backtest::lay_out(chart, size, theme),
        }
    }

    /// The canvas.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The rectangle between the first and last tick and the first and last period.
    pub fn plot(&self) -> Rect {
        self.plot
    }

    /// Points for the read-out, lane by lane, from left to right.
    pub fn points(&self) -> &[ReadPoint] {
        &self.points
    }

    /// Everything drawn, from back to front.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The texts among [`Self::shapes`].
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            Shape::Line { .. } | Shape::Area { .. } | Shape::Dot { .. } | Shape::Block { .. } => None,
        })
    }

    /// Labels that found no place on the plot, "1" first: a number stands there instead, and these
    /// lines below it.
    pub fn numbered(&self) -> &[String] {
        &self.numbered
    }

    /// Labels of marks that are drawn but could not be told on a canvas of this size; "+3" below the
    /// plot counts them.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }
}
