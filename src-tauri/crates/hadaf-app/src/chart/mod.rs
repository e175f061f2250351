//! Charts that are asked for: on the screen, on the clipboard, in a file. `hadaf-picture` draws them.

use std::collections::BTreeSet;

use hadaf_chart::{Density, Size};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, Need, Question, Situation};
use hadaf_picture::{ChartKind, ChartTheme, ChartView, DrawnChart, Origin, Rendering, no_data, no_entries};
use hadaf_store::Existing;
use hadaf_words::Page;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Exported, FileKind, replaced, scenario_case, scenario_of, unknown_ending, write_whole};

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
        self.drawn(request, |drawn| drawn.png(density))
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
            Some(FileKind::Svg) => self.drawn(&request.chart, |drawn| Ok(drawn.svg().into_bytes()))?,
            Some(FileKind::Png) => self.painted(&request.chart, density.unwrap_or(Density::ONE))?,
            Some(FileKind::Pdf) => {
                let day = self.as_of(request.chart.as_of.as_deref())?.day();
                self.drawn(&request.chart, |drawn| drawn.pdf(day, format.words.lang()))?
            }
            Some(FileKind::Csv) => self.drawn(&request.chart, |drawn| drawn.csv(request.with_notes, format.words))?,
            Some(FileKind::Hadaf | FileKind::Xlsx | FileKind::Ods | FileKind::Zip | FileKind::Document) | None => {
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
                let sheet = sheet(&self.fits, page)?.ok_or_else(|| match request.kind.register() {
                    Some(register) => no_entries(register, self.format()),
                    None => no_data(page),
                })?;
                act(&DrawnChart::new(sheet, &rendering(request))?)
            }
            Origin::Scenario(_) if request.scenario.is_none() => Err(self.scenario_missing()?),
            Origin::Scenario(sheet) | Origin::Scenarios(sheet) => {
                let (series, as_of) = (&request.series, request.as_of.as_deref());
                let question = |book: &Book| question(book, request.scenario.as_deref());
                scenario_case(self, series, as_of, question, |case| {
                    let sheet = sheet(case, self.format())?;
                    act(&DrawnChart::new(sheet, &rendering(request))?)
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
fn rendering(request: &ChartRequest) -> Rendering {
    Rendering {
        size: Size {
            width: request.width,
            height: request.height,
        },
        theme: request.theme.into(),
        framed: request.framed,
    }
}
