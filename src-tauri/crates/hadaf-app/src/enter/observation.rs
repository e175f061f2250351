//! Entering one value: a new observation beside the older ones, never over them.

use hadaf_core::{Basis, Published, Status};
use hadaf_import::{Draft, Mark, SourceDraft};
use hadaf_model::{Book, Need};
use hadaf_words::say;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::{ObservationWriter, Plan, SourceBy, period_for};
use crate::session::{App, Changed, Code, Result, number, parse_day, refusal, required};

/// Enters one value as a new observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetObservation {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// As people write it.
    pub value: String,
    /// ISO date.
    pub published: String,
    /// Title of the source; created when new.
    pub source: String,
    /// "first", "revised" or "estimate"; null: first when there is none yet, else revised.
    pub status: Option<String>,
    /// May be empty.
    pub note: String,
}

impl App {
    /// Enters one value as a new observation.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Number`], [`Code::Date`] (also for a day that
    /// is still to come, or before the period has begun), [`Code::Word`] without a source,
    /// [`Code::ReadOnly`].
    pub fn observation_set(&self, request: &SetObservation) -> Result<Changed> {
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let draft = draft(&book, request)?;
        let format = self.format();
        let (period, value) = (format.period_short(draft.period), format.exact(draft.value));
        let plan = Plan::of(&book, [draft], SourceBy::Title, self.today()).enterable()?;
        required(&request.source, || refusal!(Code::Word, "source-missing"))?;
        let label = say!(
            format.words,
            "label-set",
            series = series.title.clone(),
            period = period,
            value = value
        );
        self.change(&label, |change, author| {
            let mut writer = ObservationWriter::new(change, author, SourceBy::Title);
            plan.steps.iter().try_for_each(|step| writer.write(step))
        })
    }
}

/// What was typed.
pub(super) fn draft(book: &Book, typed: &SetObservation) -> Result<Draft> {
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
        published: Published::on(parse_day(&typed.published)?),
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
