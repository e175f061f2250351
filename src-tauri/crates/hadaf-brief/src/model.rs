//! What a one-page briefing says: every text and figure ready to be set. The template sets it and
//! computes nothing. Passed to Typst as a JSON file, never spliced into markup.

use serde::Serialize;

/// A run of prose with the numbers of the source notes that back it.
#[derive(Debug, Clone, Serialize)]
pub struct Text {
    /// Pieces in order; a piece is a run of text or a note number.
    pub pieces: Vec<Piece>,
}

/// One piece of a [`Text`].
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Plain text.
    Run(String),
    /// The number of a source note, set as a superior figure.
    Note(u32),
}

/// One of the big figures of the headline box.
#[derive(Debug, Clone, Serialize)]
pub struct Headline {
    /// "FY2026, July to February".
    pub label: String,
    /// "$2,975 m".
    pub value: String,
    /// "a month"; may be empty.
    pub unit: String,
}

/// One row of the table of fiscal years. Cells are ready to be set, empty cells as "–".
#[derive(Debug, Clone, Serialize)]
pub struct YearRow {
    /// "FY2025", or "FY2026 to February".
    pub fiscal_year: Text,
    /// Exports in the unit of the header.
    pub exports: String,
    /// Growth in percent with sign.
    pub growth: String,
    /// Target with its note.
    pub target: Text,
    /// Exports less target, or what is still to go.
    pub gap: String,
    /// The current, unfinished year: set in bold.
    pub current: bool,
}

/// One row of the small pace table.
#[derive(Debug, Clone, Serialize)]
pub struct PaceRow {
    /// "Needed for $5.2 bn".
    pub label: Text,
    /// "556".
    pub value: String,
}

/// One question: a sourced fact, one ask, and what a good answer contains.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionBlock {
    /// Fact and ask.
    pub ask: Text,
    /// "A good answer: amount, month, owner for each."
    pub good_answer: String,
}

/// A numbered source note.
#[derive(Debug, Clone, Serialize)]
pub struct SourceNote {
    /// Its number, from 1 in order of first use.
    pub number: u32,
    /// Publisher, date ("undated, about March 2026"), what it says.
    pub text: String,
}

/// A text of a chart that the page sets, since it needs several fonts; sizes in pixels of the chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartText {
    /// The words.
    pub words: String,
    /// Left end of its place, from the left of the chart.
    pub left: f64,
    /// Its baseline, from the top of the chart.
    pub baseline: f64,
    /// Width of its place.
    pub width: f64,
    /// Font size.
    pub size: f64,
    /// Weight, 400 or 600.
    pub weight: u16,
    /// Its colour, as "#rrggbb".
    pub colour: String,
}

/// The chart as it goes on the page.
#[derive(Debug, Clone, Serialize)]
pub struct ChartBlock {
    /// The finding; a heading above the picture.
    pub title: String,
    /// What is plotted: series, unit and span.
    pub subtitle: String,
    /// The picture: an SVG without title, subtitle, note and source lines.
    pub svg: String,
    /// Its texts that the page sets.
    pub texts: Vec<ChartText>,
    /// Its width in pixels.
    pub width: f64,
    /// The text alternative, at most 250 characters, never empty.
    pub alt: String,
    /// What the marks of the chart stand for.
    pub note: String,
    /// "Source: ...".
    pub source: String,
}

/// Fixed words of the page, from the message catalogue.
#[derive(Debug, Clone, Serialize)]
pub struct Labels {
    /// Heading of the table of years.
    pub years_heading: String,
    /// Column heads: fiscal year, exports, growth, target, gap.
    pub years_columns: [String; 5],
    /// A line under the table; may be empty.
    pub years_note: String,
    /// Heading of the pace table.
    pub pace_heading: String,
    /// Heading of the questions.
    pub questions_heading: String,
    /// Heading of the source notes, for readers of the tags.
    pub sources_heading: String,
    /// "page {n} of {m}" pieces: between the two numbers, e.g. " of ".
    pub page_of: String,
}

/// A file attached inside the PDF.
#[derive(Debug, Clone, Serialize)]
pub struct Attachment {
    /// File name, unique in the document.
    pub name: String,
    /// For example "text/csv".
    pub mime: String,
    /// One sentence.
    pub description: String,
    /// The file as it is attached.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// The whole one-page briefing.
#[derive(Debug, Clone, Serialize)]
pub struct Briefing {
    /// "en" or "ur".
    pub lang: String,
    /// Document and page title: the finding.
    pub title: String,
    /// One or two sentences for the document's metadata.
    pub description: String,
    /// Document author (the workspace's name).
    pub author: String,
    /// For whom: the committee; may be empty.
    pub audience: String,
    /// "Briefing, as of 1 April 2026".
    pub as_of_line: String,
    /// The as-of day: the document's date, and the only "today" that Typst sees.
    pub date: jiff::civil::Date,
    /// Big figures, at most three.
    pub headlines: Vec<Headline>,
    /// Summary bullets, three to five.
    pub summary: Vec<Text>,
    /// The one picture of the page.
    pub chart: ChartBlock,
    /// Fiscal years, oldest first.
    pub years: Vec<YearRow>,
    /// What is needed a month, beside what there has been.
    pub pace: Vec<PaceRow>,
    /// Three questions.
    pub questions: Vec<QuestionBlock>,
    /// Source notes in order.
    pub notes: Vec<SourceNote>,
    /// The fixed words of the template, in the language of the briefing.
    pub labels: Labels,
    /// "As of 1 April 2026. Digest 7c1e 94b0 2f6d. Data attached to this file." for the footer.
    pub footer: String,
    /// Files inside the PDF (data.csv, data.json).
    #[serde(skip)]
    pub attachments: Vec<Attachment>,
}
