//! Entering one value: a new observation beside the older ones, never over them.

use hadaf_core::{Basis, Status};
use hadaf_error::{Code, Result, number, refusal, required};
use hadaf_import::{Draft, Mark, SourceDraft};
use hadaf_model::{Book, Effect, Need, Plan, SourceBy};
use hadaf_words::{entry_notes, say};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meant::accept_doubted;
use super::plan::period_for;
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
    /// The day, as people write it; "after-each-period": about a month after the period; "unknown": nobody knows.
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
    /// [`Code::ReadOnly`].
    pub fn observation_set(&self, request: &SetObservation) -> Result<Changed> {
        self.enter_observation(request, true)
    }

    /// Enters one value; where it is entered `anyway`, its doubts count as accepted.
    pub(super) fn enter_observation(&self, request: &SetObservation, anyway: bool) -> Result<Changed> {
        let book = self.book_for(Need::Kin(&request.series))?;
        let series = book.series(&request.series)?;
        let draft = draft(&book, request, self.today())?;
        let format = self.format();
        let (series, period, value) = (
            series.title.clone(),
            format.period_short(draft.period),
            format.exact(draft.value),
        );
        let plan = Plan::of(&book, [draft], SourceBy::Title, self.today()).enterable()?;
        required(&request.source, || refusal!(Code::Word, "source-missing"))?;
        let label = match plan.steps.first().map(|step| &step.effect) {
            Some(Effect::Corrects(Some(wrong))) => say!(
                format.words,
                "label-correct",
                series = series,
                period = period,
                before = format.exact(*wrong),
                value = value
            ),
            _ => say!(
                format.words,
                "label-set",
                series = series,
                period = period,
                value = value
            ),
        };
        let before = self.doubted_before(&book, &plan.steps, anyway)?;
        let changed = self.change(&label, |change, author| {
            let mut writer = ObservationWriter::new(change, author, SourceBy::Title);
            plan.steps.iter().try_for_each(|step| writer.write(step))?;
            accept_doubted(change, author, before.as_ref())
        })?;
        // That it corrects an entry says the label.
        let notes = plan.steps.iter().flat_map(|step| entry_notes(&book, format, step));
        let notes = notes.filter(|note| note.code != "corrects");
        Ok(Changed {
            notes: notes.map(|note| note.text).collect(),
            ..changed
        })
    }
}

/// What was typed.
pub(super) fn draft(book: &Book, typed: &SetObservation, today: Date) -> Result<Draft> {
    let series = book.series(&typed.series)?;
    let (period, period_mark) = period_for(book, series, &typed.period)?;
    let (value, mark) = number(&typed.value)?;
    let mark_status = [mark, period_mark].into_iter().flatten().find_map(Mark::status);
    Ok(Draft {
        line: 1,
        series: series.id.clone(),
        period,
        basis: Basis::Period,
        value,
        published: Publication::read(&typed.published)?.of(period, book.calendar(), today),
        status: match typed.status.as_deref().map(str::trim) {
            None | Some("") => mark_status,
            Some(word) => Some(entered_status(word)?),
        },
        source: SourceDraft {
            title: typed.source.trim().to_owned(),
            publisher: String::new(),
            address: String::new(),
        },
        note: typed.note.trim().to_owned(),
    })
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
