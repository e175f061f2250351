//! A block copied from a spreadsheet: what it would change, then the change, one undoable entry.

use std::collections::BTreeSet;

use hadaf_core::{Basis, Period, SeriesId};
use hadaf_error::{AppError, Code, ErrorView, Result, refusal, required};
use hadaf_import::{Cell, Draft, Mark, SourceDraft, read_number, read_paste};
use hadaf_model::{Book, Effect, Plan, SourceBy, Step};
use hadaf_words::{DoubtView, Format, entry_notes, label_with_corrections, say, with_hint};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::effect::{PasteOutcome, effect_in_words, outcome};
use super::meant::{accept_doubted, doubts_of};
use super::placing::{BlockNames, Placing};
use super::plan::mark_told;
use super::publication::Publication;
use super::writer::ObservationWriter;
use crate::session::{App, Changed};

/// A block copied from a spreadsheet, to be placed on the grid.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteRequest {
    /// The clipboard's text.
    pub text: String,
    /// Columns it falls on, from the anchor to the right.
    pub series: Vec<String>,
    /// Rows it falls on, from the anchor down.
    pub periods: Vec<String>,
    /// The day of all values, as people write it; "after-each-period": each about a month after its period;
    /// "unknown": nobody knows.
    pub published: String,
    /// Title of the source.
    pub source: String,
    /// Figures that stand in the place of those copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub corrected: Option<Vec<Corrected>>,
    /// The text fills the whole block: its rows and columns are repeated until the end, and nothing falls beside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub fill: Option<bool>,
    /// What there is to know about these figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A figure of a block that a person put right before it was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Corrected {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// As people write it.
    pub value: String,
}

impl PasteRequest {
    /// The figure put in the place of a copied one, if there is one.
    fn corrected(&self, series: &SeriesId, period: Period) -> Option<&str> {
        let is_it = |it: &&Corrected| it.series == series.as_str() && it.period == period.to_string();
        let found = self.corrected.iter().flatten().rfind(is_it)?;
        Some(&found.value)
    }
}

/// What would become of one pasted cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteCell {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// As it stood in the clipboard.
    pub raw: String,
    /// Exact value; null when it is no number.
    pub value: Option<String>,
    /// What would become of it.
    pub outcome: PasteOutcome,
    /// "324 → 310", what stays beside it, or why it is invalid.
    pub message: String,
    /// Why it may not have been meant.
    pub doubts: Vec<DoubtView>,
    /// What else is worth knowing of it: that it is kept as an estimate.
    pub notes: Vec<String>,
}

/// What a paste would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PastePreview {
    /// Row by row.
    pub cells: Vec<PasteCell>,
    /// One sentence.
    pub summary: String,
    /// How many figures would be entered: new ones and revisions.
    pub changes: usize,
    /// Nothing is invalid and something changes.
    pub ready: bool,
    /// The day of publication is one.
    pub dated: bool,
    /// That a whole history bears one day; empty where it does not.
    pub advice: String,
    /// Whether the figures that are doubted were meant, in words; empty when none is.
    pub question: String,
    /// That the block names series or periods itself, in a sentence; absent where it falls on the selection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub found: Option<String>,
    /// It names things that are no series or period of the workspace: it is to be read as a table, which asks about them.
    pub table: bool,
}

impl App {
    /// What a paste would do, cell by cell.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`] for a column that is none, [`Code::Period`] for a row that is none.
    pub fn paste_preview(&self, request: &PasteRequest) -> Result<PastePreview> {
        let book = self.book()?;
        // The day may not have been typed yet.
        let publication = Publication::read(&request.published);
        let dated = publication.is_ok();
        let block = Block::read(
            &book,
            request,
            publication.ok().unwrap_or(Publication::Unknown),
            self.today(),
        )?;
        block.preview(&book, self.today(), dated, self.format())
    }

    /// Enters all new and changed values of a paste as new observations. Who pastes was asked whether those that are doubted
    /// are meant, so that the doubts count as accepted.
    ///
    /// # Errors
    /// As [`App::paste_preview`]; [`Code::Refused`] when a cell cannot be read or nothing would
    /// change, [`Code::Date`], [`Code::Word`] without a source, [`Code::ReadOnly`].
    pub fn paste_apply(&self, request: &PasteRequest) -> Result<Changed> {
        let preview = self.paste_preview(request)?;
        if !preview.ready {
            return Err(refusal!(Code::Refused, "paste-not-ready", summary = &preview.summary));
        }
        required(&request.source, || refusal!(Code::Word, "source-missing"))?;
        let book = self.book()?;
        let block = Block::read(&book, request, Publication::read(&request.published)?, self.today())?;
        let plan = block.plan(&book, self.today());
        let changes = Plan {
            steps: plan.steps.into_iter().filter(is_change).collect(),
        };
        let changes = changes.enterable()?;
        let format = self.format();
        let label = match block.named {
            BlockNames::Filled => say!(format.words, "label-fill", count = changes.steps.len()),
            _ => say!(format.words, "label-paste", count = changes.steps.len()),
        };
        let label = label_with_corrections(format, label, &changes.steps);
        let before = self.doubted_before(&book, &changes.steps, true)?;
        self.change(&label, |change, author| {
            let mut writer = ObservationWriter::new(change, author, SourceBy::Title);
            changes.steps.iter().try_for_each(|step| writer.write(step))?;
            writer.finish()?;
            accept_doubted(change, author, before.as_ref())
        })
    }
}

/// What repeats the current figure is left out of a paste.
fn is_change(step: &Step) -> bool {
    !matches!(step.effect, Effect::Repeats | Effect::Known)
}

/// One pasted cell.
struct Pasted {
    series: SeriesId,
    period: Period,
    raw: String,
    content: Content,
}

enum Content {
    Empty,
    Invalid(AppError),
    Number(Option<Mark>, Draft),
}

struct Block {
    cells: Vec<Pasted>,
    outside: Option<Outside>,
    named: BlockNames,
}

/// What of the clipboard falls beside the grid.
enum Outside {
    /// More rows than there are periods from the first one on.
    Rows { rows: usize, room: usize, from: Period },
    /// More columns than there are series from the first one on.
    Columns { columns: usize, room: usize },
}

impl Outside {
    /// What falls beside the selection; nothing of a block that names its places.
    fn of(book: &Book, placing: &Placing<'_>) -> Result<Option<Self>> {
        if placing.named == BlockNames::Table {
            return Ok(None);
        }
        let (rows, room) = (placing.rows.len(), placing.periods.len());
        let series = placing.series.iter().flatten().next();
        if let Some(series) = series.filter(|_| rows > room && room > 0)
            && let Some(from) = placing.period(book, series, 0)?
        {
            return Ok(Some(Self::Rows { rows, room, from }));
        }
        let (columns, room) = (
            placing.rows.iter().map(Vec::len).max().unwrap_or(0),
            placing.series.len(),
        );
        Ok((columns > room).then_some(Self::Columns { columns, room }))
    }

    fn in_words(&self, format: Format) -> String {
        let words = format.words;
        match *self {
            Self::Rows { rows, room, from } => {
                say!(
                    words,
                    "paste-outside",
                    rows = rows,
                    room = room,
                    period = format.period(from)
                )
            }
            Self::Columns { columns, room } => say!(words, "paste-outside-columns", columns = columns, room = room),
        }
    }
}

impl Block {
    fn read(book: &Book, request: &PasteRequest, publication: Publication, today: Date) -> Result<Self> {
        let selection = (request.series.as_slice(), request.periods.as_slice());
        let fill = request.fill == Some(true);
        let placing = Placing::of(book, selection, fill, read_paste(&request.text)?)?;
        let mut block = Self {
            cells: Vec::new(),
            outside: Outside::of(book, &placing)?,
            named: placing.named,
        };
        let mut placed: BTreeSet<(SeriesId, Period)> = BTreeSet::new();
        for (at, row) in placing.rows.iter().enumerate().take(placing.periods.len()) {
            for (raw, series) in row.iter().zip(&placing.series) {
                let Some(series) = series else { continue };
                let Some(period) = placing.period(book, series, at)? else {
                    continue;
                };
                let raw = request.corrected(&series.id, period).unwrap_or(raw);
                // A quarter that several selected months share is filled once.
                if fill && !placed.insert((series.id.clone(), period)) {
                    continue;
                }
                let content = match read_number(raw) {
                    Ok(Cell::Empty) => Content::Empty,
                    Err(error) => Content::Invalid(error.into()),
                    Ok(Cell::Number { value, mark, .. }) => Content::Number(
                        mark,
                        Draft {
                            line: at as u64 + 1,
                            series: series.id.clone(),
                            period,
                            basis: Basis::Period,
                            value,
                            status: mark.and_then(Mark::status),
                            published: publication.of(period, book.calendar(), today),
                            source: SourceDraft {
                                title: request.source.trim().to_owned(),
                                publisher: String::new(),
                                address: String::new(),
                            },
                            note: request.note.as_deref().unwrap_or_default().trim().to_owned(),
                        },
                    ),
                };
                block.cells.push(Pasted {
                    series: series.id.clone(),
                    period,
                    raw: raw.to_owned(),
                    content,
                });
            }
        }
        block.refuse_twice();
        Ok(block)
    }

    /// A figure of a quarter beside months may come once.
    fn refuse_twice(&mut self) {
        let mut seen: BTreeSet<(SeriesId, Period)> = BTreeSet::new();
        for cell in &mut self.cells {
            let is_number = matches!(cell.content, Content::Number(..));
            if is_number && !seen.insert((cell.series.clone(), cell.period)) {
                cell.content = Content::Invalid(refusal!(Code::Period, "paste-twice", period = cell.period));
            }
        }
    }

    fn plan(&self, book: &Book, today: Date) -> Plan {
        let drafts = self.cells.iter().filter_map(|cell| match &cell.content {
            Content::Number(_, draft) => Some(draft.clone()),
            Content::Empty | Content::Invalid(_) => None,
        });
        Plan::of(book, drafts, SourceBy::Title, today)
    }

    fn preview(&self, book: &Book, today: Date, dated: bool, format: Format) -> Result<PastePreview> {
        let plan = self.plan(book, today);
        let mut steps = plan.steps.iter().zip(doubts_of(book, &plan.steps, format)?);
        let view = |cell: &Pasted| {
            let mut notes = Vec::new();
            let (value, outcome, message, doubts) = match &cell.content {
                Content::Empty => (None, PasteOutcome::Empty, String::new(), Vec::new()),
                Content::Invalid(why) => {
                    let ErrorView { message, hint, .. } = why.view(format);
                    let told = with_hint(&message, &hint.unwrap_or_default());
                    (None, PasteOutcome::Invalid, told, Vec::new())
                }
                Content::Number(mark, draft) => {
                    let (step, doubts) = steps.next().expect("one step for each number");
                    let told = mark.map(|mark| mark_told(format, mark));
                    let message = with_hint(&effect_in_words(step, format), &told.unwrap_or_default());
                    let told = entry_notes(book, format, step).into_iter();
                    notes.extend(told.filter(|note| note.code == "estimate").map(|note| note.text));
                    (Some(draft.value), outcome(&step.effect), message, doubts)
                }
            };
            PasteCell {
                series: cell.series.to_string(),
                period: cell.period.to_string(),
                raw: cell.raw.clone(),
                value: value.map(|value| value.to_string()),
                outcome,
                message,
                doubts,
                notes,
            }
        };
        let cells: Vec<PasteCell> = self.cells.iter().map(view).collect();
        let count = |outcome| cells.iter().filter(|cell| cell.outcome == outcome).count();
        let another = [PasteOutcome::Revises, PasteOutcome::Beside, PasteOutcome::Corrects];
        let (new, revises) = (count(PasteOutcome::New), another.map(count).iter().sum::<usize>());
        let (same, invalid) = (count(PasteOutcome::Same), count(PasteOutcome::Invalid));
        let mut summary = say!(
            format.words,
            "paste-summary",
            new = new,
            revises = revises,
            same = same,
            invalid = invalid
        );
        if let Some(outside) = &self.outside {
            summary = format!("{summary} {}", outside.in_words(format));
        }
        let doubted = cells.iter().filter(|cell| !cell.doubts.is_empty()).count();
        let one_day = plan.one_day(book.calendar()).filter(|_| dated);
        Ok(PastePreview {
            advice: one_day.map_or_else(String::new, |day| {
                say!(format.words, "paste-one-day", day = format.day(day))
            }),
            question: match doubted {
                0 => String::new(),
                _ => say!(format.words, "paste-doubted", count = doubted),
            },
            ready: invalid == 0 && new + revises > 0 && self.outside.is_none() && self.named != BlockNames::Table,
            changes: new + revises,
            found: self.named.told(format),
            table: self.named == BlockNames::Table,
            dated,
            cells,
            summary,
        })
    }
}
