//! Charts: from a situation to a [`ChartSpec`] with all its words, its table, and whose life each
//! point opens.

mod annual;
mod backtest;
mod fan;
mod hedgehog;
mod monthly;
mod outlook;
mod registers;
mod scenario;
mod table_file;
mod wire;
mod year_to_date;

use std::path::Path;

use fan::fan;
use hadaf_chart::{ChartSpec, Frame, Scene, Size, Theme};
use hadaf_core::{Claim, Reading};
use hadaf_model::{Book, Need, Outlook, Question, Record, Situation};
use hadaf_store::Existing;

use crate::session::{
    App, AppError, Code, Exported, FileKind, LifeRequest, Result, parse_as_of, scenario_case, scenario_of,
    unknown_ending, write_whole,
};
use crate::words::{Format, printed, printed_when, say};

pub(crate) use scenario::{fans, scenario_fan, scenarios, tornado};
pub use wire::*;

/// Claims of less weight than this (a wish, a voice from outside) are left out of the year charts,
/// where one of them would flatten everything else; the claims list has them all.
const PLAN: u8 = 2;

/// Pixels of a picture for each CSS pixel: sharp on paper and on dense screens.
const PNG_SCALE: f32 = 2.0;

impl App {
    /// A chart with its texts, points and table.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::NoData`] when there is nothing to plot,
    /// [`Code::Chart`] for a canvas that is too small.
    pub fn chart(&self, request: &ChartRequest) -> Result<ChartView> {
        self.drawn(request, |drawn| Ok(drawn.view(request)))
    }

    /// The chart as a PNG, twice as dense as the request's pixels.
    ///
    /// # Errors
    /// As [`App::chart`].
    pub fn chart_png(&self, request: &ChartRequest) -> Result<Vec<u8>> {
        self.drawn(request, |drawn| Ok(hadaf_chart::png(&drawn.scene.to_svg(), PNG_SCALE)?))
    }

    /// Writes the chart to a file; the ending says the format.
    ///
    /// # Errors
    /// As [`App::chart`]; [`Code::Format`] for another ending, and those of writing a file.
    pub fn chart_export(&self, request: &ChartExport, existing: Existing) -> Result<Exported> {
        let path = Path::new(&request.path);
        let format = self.format();
        let bytes = match FileKind::of(path) {
            Some(FileKind::Svg) => self.drawn(&request.chart, |drawn| Ok(drawn.scene.to_svg().into_bytes()))?,
            Some(FileKind::Png) => self.chart_png(&request.chart)?,
            Some(FileKind::Pdf) => {
                let day = parse_as_of(request.chart.as_of.as_deref())?.unwrap_or_else(|| self.today());
                self.drawn(&request.chart, |drawn| {
                    let (svg, frame) = (drawn.scene.to_svg(), drawn.sheet.spec.frame());
                    Ok(hadaf_brief::chart_pdf(
                        &svg,
                        &frame.alt,
                        &drawn.title,
                        day,
                        format.words.lang(),
                    )?)
                })?
            }
            Some(FileKind::Csv) => self.drawn(&request.chart, |drawn| table_file::csv(&drawn.sheet.table))?,
            Some(FileKind::Hadaf) | None => {
                let known = [FileKind::Svg, FileKind::Png, FileKind::Pdf, FileKind::Csv];
                return Err(unknown_ending(path, &known));
            }
        };
        write_whole(path, &bytes, existing)
    }

    fn drawn<T>(&self, request: &ChartRequest, act: impl FnOnce(&Drawn) -> Result<T>) -> Result<T> {
        if let ChartKind::ScenarioFan | ChartKind::Scenarios | ChartKind::Tornado = request.kind {
            if request.kind != ChartKind::Scenarios && request.scenario.is_none() {
                let known: Vec<String> = self
                    .book_for(Need::Registers)?
                    .scenarios
                    .iter()
                    .map(|it| it.id.to_string())
                    .collect();
                return Err(AppError::of(
                    Code::Word,
                    "scenario-missing",
                    &[("known", &known.join(", "))],
                ));
            }
            let format = self.format();
            let question = |book: &Book| {
                let Some(id) = &request.scenario else {
                    return Ok(Question::default());
                };
                let saved = scenario_of(&book.scenarios, id)?;
                Ok(Question {
                    id: saved.id.to_string(),
                    title: saved.title.clone(),
                    assumptions: saved.assumptions.clone(),
                    ..Question::default()
                })
            };
            return scenario_case(self, &request.series, request.as_of.as_deref(), question, |setup| {
                let sheet = scenario::sheet(setup, &request.kind, format)?;
                act(&Drawn::new(sheet, request)?)
            });
        }
        let as_of = parse_as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let sheet = sheet(self, &situation, &request.kind, self.format())?;
        act(&Drawn::new(sheet, request)?)
    }
}

/// A spec with what belongs to it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) spec: ChartSpec,
    pub(crate) table: ChartTable,
    /// Whose life each read-out point opens, by lane and index.
    lives: Vec<Vec<Option<LifeRequest>>>,
}

/// The chart of a kind.
///
/// # Errors
/// [`Code::NoData`]; [`Code::Forecast`] for what may come where there is no forecast.
fn sheet(app: &App, situation: &Situation<'_>, kind: &ChartKind, format: Format) -> Result<Sheet> {
    let ahead = || Outlook::of(&app.fits, situation, None);
    let made = match kind {
        ChartKind::Monthly => monthly::sheet(situation, format),
        ChartKind::YearToDate => year_to_date::sheet(situation, format),
        ChartKind::Annual => annual::sheet(situation, format),
        ChartKind::Hedgehog => hedgehog::sheet(situation, format),
        ChartKind::Disruptions => registers::disruptions(situation, format),
        ChartKind::Budget => registers::budget(situation, format),
        ChartKind::Initiatives => registers::initiatives(situation, format),
        ChartKind::Concerns => registers::concerns(situation, format),
        // These are drawn over paths, see `App::drawn`.
        ChartKind::ScenarioFan | ChartKind::Scenarios | ChartKind::Tornado => None,
        ChartKind::Outlook => outlook::year(situation, &*ahead()?, format),
        ChartKind::OutlookMonthly => outlook::months(situation, &*ahead()?, format),
        ChartKind::Backtest => backtest::sheet(situation, &*Record::of(&app.fits, situation)?, format),
    };
    made.ok_or_else(|| no_data(situation))
}

/// The chart of a briefing: the months, or the years of a series that nobody prints by month.
///
/// # Errors
/// [`Code::NoData`].
pub(crate) fn of_brief(situation: &Situation<'_>, format: Format) -> Result<Sheet> {
    monthly::sheet(situation, format)
        .or_else(|| annual::sheet(situation, format))
        .ok_or_else(|| no_data(situation))
}

fn no_data(situation: &Situation<'_>) -> AppError {
    AppError::of(Code::NoData, "no-data", &[("series", situation.series.title.as_str())])
}

/// A chart on its canvas.
struct Drawn {
    sheet: Sheet,
    scene: Scene,
    /// The title, which the picture may lack.
    title: String,
    texts: Frame,
}

impl Drawn {
    fn new(mut sheet: Sheet, request: &ChartRequest) -> Result<Self> {
        let texts = sheet.spec.frame().clone();
        let title = texts.title.clone();
        if !request.framed {
            bare(&mut sheet.spec);
        }
        let theme = match request.theme {
            ChartTheme::Light => Theme::Light,
            ChartTheme::Dark => Theme::Dark,
            ChartTheme::Print => Theme::Print,
        };
        let size = Size {
            width: request.width,
            height: request.height,
        };
        let scene = Scene::new(&sheet.spec, size, theme)?;
        Ok(Self {
            sheet,
            scene,
            title,
            texts,
        })
    }

    fn view(&self, request: &ChartRequest) -> ChartView {
        let plot = self.scene.plot();
        ChartView {
            svg: self.scene.to_svg(),
            width: request.width,
            height: request.height,
            title: self.texts.title.clone(),
            subtitle: self.texts.subtitle.clone(),
            note: self.texts.note.clone(),
            source: self.texts.source.clone(),
            alt: self.texts.alt.clone(),
            plot_top: plot.top,
            plot_bottom: plot.bottom,
            points: self.points(),
            table: self.sheet.table.clone(),
        }
    }

    fn points(&self) -> Vec<ChartPoint> {
        let life = |lane: usize, index: usize| self.sheet.lives.get(lane)?.get(index)?.clone();
        let point = |point: &hadaf_chart::ReadPoint| ChartPoint {
            x: point.x,
            y: point.y,
            lane: u32::try_from(point.lane).unwrap_or_default(),
            readout: point.readout.clone(),
            life: life(point.lane, point.index),
        };
        self.scene.points().iter().map(point).collect()
    }
}

/// Takes title, subtitle, note and source out of the picture: the page sets them.
pub(crate) fn bare(spec: &mut ChartSpec) {
    let frame = spec.frame_mut();
    for text in [
        &mut frame.title,
        &mut frame.subtitle,
        &mut frame.note,
        &mut frame.source,
    ] {
        text.clear();
    }
}

/// What the three kinds word alike.
struct Wording<'a> {
    situation: &'a Situation<'a>,
    format: Format,
}

impl Wording<'_> {
    fn frame(&self, title: String, subtitle: String, note: String, range: &str) -> Frame {
        let alt = clipped(&format!("{title}. {range}"), 250);
        let axis_starts = say!(self.format.words, "chart-axis-starts", value = "{value}");
        Frame {
            title,
            subtitle: self.dated(subtitle),
            note,
            source: self.source(),
            alt,
            axis_starts,
        }
    }

    /// With the day as of which it was read.
    fn dated(&self, text: String) -> String {
        match self.situation.as_of {
            Some(day) => format!(
                "{text}, {}",
                say!(self.format.words, "as-known-on", day = self.format.day(day))
            ),
            None => text,
        }
    }

    /// The newest print, how many there are, and what a fiscal year is.
    fn source(&self) -> String {
        let situation = self.situation;
        let known = || {
            situation
                .prints
                .iter()
                .filter(|print| hadaf_model::known(&print.published, situation.as_of))
        };
        let newest = known()
            .filter(|print| !print.through)
            .max_by_key(|print| (print.period.as_month(), print.published.known_from()));
        let Some(newest) = newest else { return String::new() };
        let calendar = situation.calendar();
        let start = hadaf_core::Month::new(2000, calendar.start_month()).unwrap_or(hadaf_core::Month::MIN);
        let span = self.format.span(start, start.plus(11), false);
        let pages = known()
            .map(|print| print.source)
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        let words = self.format.words;
        let origin = situation.series.origin.trim();
        if origin.is_empty() {
            let latest = printed(situation.book, self.format, newest.source, &newest.published);
            return say!(words, "chart-source", latest = latest, pages = pages, span = span);
        }
        let latest = printed_when(self.format, &newest.published);
        say!(
            words,
            "chart-source-origin",
            origin = origin,
            latest = latest,
            pages = pages,
            span = span
        )
    }

    /// "first print", "revised from 324", "calculated from printed totals", nothing when confirmed.
    fn status(&self, reading: &Reading) -> Option<String> {
        let words = self.format.words;
        match reading {
            reading if reading.derived => Some(say!(words, "status-derived")),
            reading if reading.provisional => Some(say!(words, "status-provisional")),
            Reading {
                revised_from: Some(before),
                ..
            } => Some(say!(words, "status-revised", before = self.format.exact(*before))),
            _ => None,
        }
    }

    /// "US$ 437 m" in read-outs, where the unit may be of any series.
    fn value(&self, value: f64) -> String {
        self.format
            .money_rounded(value, self.situation.series.unit, self.situation.series.places)
    }

    /// What a claim says and who said it when: two lines.
    fn claim_label(&self, claim: &Claim) -> Vec<String> {
        let words = self.format.words;
        let amount = self.format.money_short(claim.value, claim.unit);
        let what = words.say(&format!("claim-{}", claim.kind), &[("amount", amount.into())]);
        let who = if claim.office.is_empty() {
            &claim.maker
        } else {
            &claim.office
        };
        vec![what, format!("{who}, {}", self.said_short(claim))]
    }

    fn said_short(&self, claim: &Claim) -> String {
        match (claim.announced, &claim.announced_approx) {
            (Some(day), _) => self.format.day_short(day),
            (None, Some(approx)) => approx.clone(),
            (None, None) => say!(self.format.words, "day-none"),
        }
    }

    /// The claims that a chart of years marks: official ones of weight, at most two targets and a projection.
    fn marked<'c>(&self, claims: &[&'c Claim]) -> Vec<&'c Claim> {
        use hadaf_core::ClaimKind;
        let official = || {
            claims
                .iter()
                .copied()
                .filter(|claim| claim.official && claim.standing >= PLAN)
        };
        let of = |kind: ClaimKind, count: usize| official().filter(move |claim| claim.kind == kind).take(count);
        of(ClaimKind::Target, 2).chain(of(ClaimKind::Projection, 1)).collect()
    }
}

/// At most `limit` characters, cut after a word.
fn clipped(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit - 1).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole}…")
}

/// Months of the axis by their first letters, from January.
fn month_names(format: Format) -> [String; 12] {
    std::array::from_fn(|index| format.month_short_name(index as u8 + 1))
}

/// The number of a claim in the series' unit, for its place on the axis.
fn claimed(claim: &Claim, situation: &Situation<'_>) -> Option<f64> {
    Some(Book::claim_in(claim, situation.series.unit)?.to_f64())
}
