//! Drawing a chart that was asked for, onto a page or into a file.

use std::collections::BTreeSet;

use hadaf_brief::{ChartPage, ChartText};
use hadaf_chart::{Density, Frame, PlacedText, ReadPoint, Rgb, Scene, Size, Theme, Weight};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, Need, Question, Situation};
use hadaf_store::Existing;
use hadaf_words::Page;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChartKind, ChartSheet, ChartTable, ChartTheme, Origin, no_data, no_entries, table_file};
use crate::session::{
    App, Exported, FileKind, HistoryRequest, replaced, scenario_case, scenario_of, unknown_ending, write_whole,
};

/// Asks for a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartRequest {
    /// Which chart.
    pub kind: ChartKind,
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// Canvas width in CSS pixels.
    pub width: f64,
    /// Canvas height in CSS pixels.
    pub height: f64,
    /// Colours.
    pub theme: ChartTheme,
    /// With title, subtitle, note and source inside the picture (as exported); false: the page sets them.
    pub framed: bool,
    /// Id of the scenario, for the kinds that draw one; the empty scenario when absent.
    #[serde(default)]
    #[ts(optional)]
    pub scenario: Option<String>,
}

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

/// Asks to write a chart to a file; the format is the path's ending: svg, png or pdf, or csv for the
/// numbers behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChartExport {
    /// Which chart.
    pub chart: ChartRequest,
    /// Where to.
    pub path: std::path::PathBuf,
    /// Pixels of a PNG to each of the canvas; one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub scale: Option<f64>,
    /// The notes of the workspace go with the numbers; they stay in when absent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub with_notes: bool,
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

impl App {
    /// A chart with its texts, points and table.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::NoData`] when there is nothing to plot,
    /// [`Code::Chart`] for a canvas that is too small.
    pub fn chart(&self, request: &ChartRequest) -> Result<ChartView> {
        self.drawn(request, |drawn| Ok(drawn.view()))
    }

    /// The chart as a PNG for the clipboard, twice as dense as the request's pixels.
    ///
    /// # Errors
    /// As [`App::chart`].
    pub fn chart_png(&self, request: &ChartRequest) -> Result<Vec<u8>> {
        self.painted(request, Density::TWO)
    }

    fn painted(&self, request: &ChartRequest, density: Density) -> Result<Vec<u8>> {
        self.drawn(request, |drawn| Ok(hadaf_chart::png(&drawn.scene.to_svg(), density)?))
    }

    /// Writes the chart to a file; the ending says the format.
    ///
    /// # Errors
    /// As [`App::chart`]; [`Code::Format`] for another ending, and those of writing a file.
    pub fn chart_export(&self, request: &ChartExport, existing: Existing) -> Result<Exported> {
        let path = request.path.as_path();
        let format = self.format();
        let density = request.scale.map(Density::new).transpose()?;
        let bytes = match FileKind::of(path) {
            Some(FileKind::Svg) => self.drawn(&request.chart, |drawn| Ok(drawn.scene.to_svg().into_bytes()))?,
            Some(FileKind::Png) => self.painted(&request.chart, density.unwrap_or(Density::ONE))?,
            Some(FileKind::Pdf) => {
                let day = self.as_of(request.chart.as_of.as_deref())?.day();
                self.drawn(&request.chart, |drawn| drawn.pdf(day, format.words.lang()))?
            }
            Some(FileKind::Csv) => self.drawn(&request.chart, |drawn| {
                table_file::csv(&drawn.table, request.with_notes, format.words)
            })?,
            Some(FileKind::Hadaf | FileKind::Xlsx | FileKind::Ods | FileKind::Zip) | None => {
                let known = [FileKind::Svg, FileKind::Png, FileKind::Pdf, FileKind::Csv];
                return Err(unknown_ending(path, &known));
            }
        };
        let exported = write_whole(path, &bytes, existing)?;
        let undrawn = match FileKind::of(path) {
            Some(FileKind::Csv) => BTreeSet::new(),
            _ => self.drawn(&request.chart, |drawn| Ok(drawn.undrawn()))?,
        };
        Ok(Exported {
            replaced: replaced(&undrawn),
            ..exported
        })
    }

    fn drawn<T>(&self, request: &ChartRequest, act: impl FnOnce(&DrawnChart) -> Result<T>) -> Result<T> {
        match request.kind.origin() {
            Origin::Series(sheet) => {
                let as_of = self.as_of(request.as_of.as_deref())?;
                let book = self.book_for(Need::Series(&request.series))?;
                let situation = Situation::read(&book, book.series(&request.series)?, as_of)?;
                let page = Page::new(&situation, self.format());
                let sheet = sheet(self, page)?.ok_or_else(|| match request.kind.register() {
                    Some(register) => no_entries(register, self.format()),
                    None => no_data(page),
                })?;
                act(&DrawnChart::new(sheet, &Rendering::of(request))?)
            }
            Origin::Scenario(_) if request.scenario.is_none() => Err(self.scenario_missing()?),
            Origin::Scenario(sheet) | Origin::Scenarios(sheet) => {
                let (series, as_of) = (&request.series, request.as_of.as_deref());
                let question = |book: &Book| question(book, request.scenario.as_deref());
                scenario_case(self, series, as_of, question, |case| {
                    let sheet = sheet(case, self.format())?;
                    act(&DrawnChart::new(sheet, &Rendering::of(request))?)
                })
            }
        }
    }

    /// That a chart of one scenario needs to be told which.
    fn scenario_missing(&self) -> Result<AppError> {
        let book = self.book_for(Need::Registers)?;
        let known: Vec<String> = book.scenarios.iter().map(|it| it.id.to_string()).collect();
        Ok(refusal!(
            Code::Word,
            "scenario-missing",
            count = known.len(),
            known = known.join(", ")
        ))
    }
}

/// What a saved scenario asks; without an id, nothing but the baseline.
fn question(book: &Book, id: Option<&str>) -> Result<Question> {
    let Some(id) = id else { return Ok(Question::default()) };
    let saved = scenario_of(&book.scenarios, id)?;
    Ok(Question {
        id: saved.id.to_string(),
        title: saved.title.clone(),
        assumptions: saved.assumptions.clone(),
        ..Question::default()
    })
}

/// How a chart is to be drawn, whatever it shows.
pub(crate) struct Rendering {
    size: Size,
    theme: Theme,
    framed: bool,
}

impl Rendering {
    fn of(request: &ChartRequest) -> Self {
        Self {
            size: Size {
                width: request.width,
                height: request.height,
            },
            theme: request.theme.into(),
            framed: request.framed,
        }
    }

    /// Of a chart that stands beside others in one answer: the page sets its texts.
    pub(super) fn beside(chart: &ScenarioChart) -> Self {
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
pub(super) struct DrawnChart {
    scene: Scene,
    /// The texts round it, which the picture may lack.
    texts: Frame,
    table: ChartTable,
    histories: Vec<Vec<Option<HistoryRequest>>>,
}

impl DrawnChart {
    pub(super) fn new(sheet: ChartSheet, rendering: &Rendering) -> Result<Self> {
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

    pub(super) fn view(&self) -> ChartView {
        let Size { width, height } = self.scene.size();
        let plot = self.scene.plot();
        ChartView {
            svg: self.scene.to_svg(),
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
    fn undrawn(&self) -> BTreeSet<char> {
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
    fn pdf(&self, date: Date, lang: &str) -> Result<Vec<u8>> {
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
pub(crate) fn texts_of_page(texts: &[&PlacedText]) -> Vec<ChartText> {
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
