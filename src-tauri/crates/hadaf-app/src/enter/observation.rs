//! Entering one value: a new observation beside the older ones, never over them.

use hadaf_core::{Basis, Status};
use hadaf_error::{Code, Result, number, refusal, required};
use hadaf_import::{Draft, Mark, SourceDraft};
use hadaf_model::{Book, Effect, Need, Plan, SourceBy};
use hadaf_words::{entry_notes, published_day, say};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meant::accept_doubted;
use super::plan::{mark_told, period_for};
use super::publication::Publication;
use super::writer::ObservationWriter;
use crate::session::{App, Changed};

/// Enters one value as a new observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetObservation {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// As people write it.
    pub value: String,
    /// The day, as people write it; "today"; "after-each-period": about a month after the period; "unknown": nobody knows.
    pub published: String,
    /// Title of the source; created when new.
    pub source: String,
    /// "first", "revised" or "estimate"; null: by its day of publication among the others.
    pub status: Option<String>,
    /// May be empty.
    pub note: String,
}

impl App {
    /// Enters one value as a new observation. Who enters it was asked whether it is meant, where that is doubted, so that
    /// the doubts count as accepted.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Number`], [`Code::Date`] (also for a day that
    /// is still to come, or before the period has begun), [`Code::Word`] without a source,
    /// [`Code::ReadOnly`]. What its source said on that day already is not entered again, and its label says so.
    pub fn observation_set(&self, request: &SetObservation) -> Result<Changed> {
        let book = self.book_for(Need::Series(&request.series))?;
        let planned = Planned::of(&book, request, self.today())?;
        self.enter_planned(&book, planned, true)
    }

    /// Enters what was planned for a value that was typed; where it is entered `anyway`, its doubts count as accepted.
    pub(super) fn enter_planned(&self, book: &Book, planned: Planned, anyway: bool) -> Result<Changed> {
        let (format, marks) = (self.format(), planned.marks);
        let plan = planned.plan.enterable()?;
        let step = plan.steps.first().expect("one step for each draft");
        let draft = &step.draft;
        required(&draft.source.title, || refusal!(Code::Word, "source-missing"))?;
        let series = book.series(draft.series.as_str())?.title.clone();
        let (period, value) = (format.period_short(draft.period), format.exact(draft.value));
        let label = match &step.effect {
            Effect::Corrects(Some(wrong)) => say!(
                format.words,
                "label-correct",
                series = &series,
                period = period,
                before = format.exact(*wrong),
                value = value
            ),
            _ => say!(
                format.words,
                "label-set",
                series = &series,
                period = period,
                value = value
            ),
        };
        if step.effect == Effect::Known {
            let day = published_day(format, &draft.published);
            let said = say!(
                format.words,
                "label-set-before",
                series = &series,
                period = format.period_short(draft.period),
                value = format.exact(draft.value),
                source = &draft.source.title,
                day = day
            );
            return self.unchanged(&said);
        }
        let before = self.doubted_before(book, &plan.steps, anyway)?;
        let changed = self.change(&label, |change, author| {
            let mut writer = ObservationWriter::new(change, author, SourceBy::Title);
            plan.steps.iter().try_for_each(|step| writer.write(step))?;
            writer.finish()?;
            accept_doubted(change, author, before.as_ref())
        })?;
        // That it corrects an entry says the label.
        let notes = plan.steps.iter().flat_map(|step| entry_notes(book, format, step));
        let notes = notes.filter(|note| note.code != "corrects").map(|note| note.text);
        let marks = marks.into_iter().map(|mark| mark_told(format, mark));
        Ok(Changed {
            notes: notes.chain(marks).collect(),
            ..changed
        })
    }
}

/// What a value that was typed would do.
pub(super) struct Planned {
    /// One step.
    pub(super) plan: Plan,
    /// The marks beside the value and its period.
    marks: Vec<Mark>,
}

impl Planned {
    /// Reads what was typed, and plans it.
    ///
    /// # Errors
    /// As [`App::observation_set`].
    pub(super) fn of(book: &Book, typed: &SetObservation, today: Date) -> Result<Self> {
        let series = book.series(&typed.series)?;
        let (period, period_mark) = period_for(book, series, &typed.period)?;
        let (value, mark) = number(&typed.value)?;
        let marks: Vec<Mark> = mark.into_iter().chain(period_mark).collect();
        let draft = Draft {
            line: 1,
            series: series.id.clone(),
            period,
            basis: Basis::Period,
            value,
            published: Publication::read(&typed.published)?.of(period, book.calendar(), today),
            status: match typed.status.as_deref().map(str::trim) {
                None | Some("") => marks.iter().copied().find_map(Mark::status),
                Some(word) => Some(entered_status(word)?),
            },
            source: SourceDraft {
                title: typed.source.trim().to_owned(),
                publisher: String::new(),
                address: String::new(),
            },
            note: typed.note.trim().to_owned(),
        };
        let plan = Plan::of(book, [draft], SourceBy::Title, today);
        Ok(Self { plan, marks })
    }
}

/// A status that a person may enter.
///
/// # Errors
/// [`Code::Word`].
fn entered_status(word: &str) -> Result<Status> {
    match word {
        "first" => Ok(Status::First),
        "revised" => Ok(Status::Revised),
        "estimate" => Ok(Status::Estimate),
        other => Err(refusal!(Code::Word, "status-unknown", text = other)),
    }
}
