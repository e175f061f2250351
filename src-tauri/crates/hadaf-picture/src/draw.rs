//! Drawing a chart that was asked for, onto a page or into a file.

use std::collections::BTreeSet;

use hadaf_brief::{ChartPage, ChartText};
use hadaf_chart::{Density, Frame, PlacedText, ReadPoint, Rgb, Scene, Size, Theme, Weight};
use hadaf_error::Result;
use hadaf_words::Words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::history::HistoryRequest;
use crate::sheet::ChartSheet;
use crate::table::ChartTable;
use crate::table_file;
use crate::theme::ChartTheme;

/// A point that the read-out can stand on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChartPoint {
    /// Pixels from the canvas' left.
    pub x: f64,
    /// Pixels from its top.
    pub y: f64,
    /// Which line it belongs to: up and down change the lane, left and right the point.
    pub lane: u32,
    /// What it is: the period, or the entry.
    pub head: String,
    /// What is said of it: value, status, comparison; may be empty.
    pub text: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// A chart with all its texts.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChartView {
    /// The picture.
    pub svg: String,
    /// Canvas width.
    pub width: f64,
    /// Canvas height.
    pub height: f64,
    /// The finding.
    pub title: String,
    /// What is plotted.
    pub subtitle: String,
    /// Marks explained.
    pub note: String,
    /// Source line.
    pub source: String,
    /// Text alternative.
    pub alt: String,
    /// Top of the plot, for the read-out line.
    pub plot_top: f64,
    /// Bottom of the plot.
    pub plot_bottom: f64,
    /// In reading order.
    pub points: Vec<ChartPoint>,
    /// The same as a table.
    pub table: ChartTable,
}

/// The picture that a run draws with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioChart {
    /// Canvas width in CSS pixels.
    pub width: f64,
    /// Canvas height in CSS pixels.
    pub height: f64,
    /// Colours.
    pub theme: ChartTheme,
}

/// How a chart is to be drawn, whatever it shows.
#[derive(Debug, Clone, Copy)]
pub struct Rendering {
    /// The canvas, in CSS pixels.
    pub size: Size,
    /// Its colours.
    pub theme: Theme,
    /// With title, subtitle, note and source inside the picture; else whoever shows it sets them.
    pub framed: bool,
}

impl Rendering {
    /// Of a chart that stands beside others in one answer: the page sets its texts.
    pub(crate) fn beside(chart: &ScenarioChart) -> Self {
        Self {
            size: Size {
                width: chart.width,
                height: chart.height,
            },
            theme: chart.theme.into(),
            framed: false,
        }
    }
}

/// A chart on its canvas.
#[derive(Debug)]
pub struct DrawnChart {
    scene: Scene,
    /// The texts round it, which the picture may lack.
    texts: Frame,
    table: ChartTable,
    histories: Vec<Vec<Option<HistoryRequest>>>,
}

impl DrawnChart {
    /// The sheet laid out.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Chart`] for a canvas that is too small.
    pub fn new(sheet: ChartSheet, rendering: &Rendering) -> Result<Self> {
        let ChartSheet { spec, table, histories } = sheet;
        let texts = spec.frame.clone();
        let spec = if rendering.framed { spec } else { spec.bare() };
        Ok(Self {
            scene: spec.lay_out(rendering.size, rendering.theme)?,
            texts,
            table,
            histories,
        })
    }

    /// The picture alone.
    pub fn svg(&self) -> String {
        self.scene.to_svg()
    }

    /// The picture alone in pixels.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Chart`] where it would have too many.
    pub fn png(&self, density: Density) -> Result<Vec<u8>> {
        Ok(hadaf_chart::png(&self.svg(), density)?)
    }

    /// The numbers behind it for other programs; notes go with them where asked for.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Internal`] when a row has not as many cells as there are columns.
    pub fn csv(&self, with_notes: bool, words: &Words) -> Result<Vec<u8>> {
        table_file::csv(&self.table, with_notes, words)
    }

    /// With all that the window says beside it.
    pub fn view(&self) -> ChartView {
        let Size { width, height } = self.scene.size();
        let plot = self.scene.plot();
        ChartView {
            svg: self.svg(),
            width,
            height,
            title: self.texts.title.clone(),
            subtitle: self.texts.subtitle.clone(),
            note: self.texts.note.clone(),
            source: self.texts.source.clone(),
            alt: self.texts.alt.clone(),
            plot_top: plot.top,
            plot_bottom: plot.bottom,
            points: self.points(),
            table: self.table.clone(),
        }
    }

    /// What of its words no font has.
    pub fn undrawn(&self) -> BTreeSet<char> {
        let Frame {
            title,
            subtitle,
            note,
            source,
            ..
        } = &self.texts;
        let cells = self.table.rows.iter().flatten().map(|cell| &cell.text);
        let texts = [title, subtitle, note, source].into_iter().chain(&self.table.columns);
        texts.chain(cells).flat_map(|text| hadaf_fonts::undrawn(text)).collect()
    }

    /// The chart alone as a page.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Brief`] where the page cannot be set.
    pub fn pdf(&self, date: Date, lang: &str) -> Result<Vec<u8>> {
        let (svg, apart) = self.scene.to_page();
        Ok(hadaf_brief::chart_pdf(&ChartPage {
            svg: &svg,
            texts: &texts_of_page(&apart),
            alt: &self.texts.alt,
            title: &self.texts.title,
            date,
            lang,
        })?)
    }

    fn points(&self) -> Vec<ChartPoint> {
        let history = |lane: usize, index: usize| self.histories.get(lane)?.get(index)?.clone();
        let point = |point: &ReadPoint| ChartPoint {
            x: point.x,
            y: point.y,
            lane: u32::try_from(point.lane).expect("a chart has a few lanes"),
            head: point.readout.head.clone(),
            text: point.readout.text.clone(),
            history: history(point.lane, point.index),
        };
        self.scene.points().iter().map(point).collect()
    }
}

/// The texts of a picture that its page sets.
pub fn texts_of_page(texts: &[&PlacedText]) -> Vec<ChartText> {
    let text = |text: &&PlacedText| {
        let Rgb(red, green, blue) = text.colour;
        ChartText {
            words: text.content.clone(),
            left: text.bounds.left,
            baseline: text.baseline,
            width: text.bounds.width(),
            size: text.size,
            weight: match text.weight {
                Weight::Regular => 400,
                Weight::SemiBold => 600,
            },
            colour: format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    };
    texts.iter().map(text).collect()
}
