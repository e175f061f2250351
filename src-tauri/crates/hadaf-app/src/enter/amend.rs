//! Putting right what was mistyped, and entering that a publisher withdrew a figure. A correction is of our error, so
//! that the wrong figure is read nowhere; a withdrawal is a release like any other.

use hadaf_core::{Basis, Decimal, Draft, Observation, Period, Published, Series, SourceDraft, SourceId, Status};
use hadaf_error::{Code, Result, number, refusal, required};
use hadaf_import::Mark;
use hadaf_model::{Book, Effect, Entering, Entries, Need, Plan, SourceBy, check_day};
use hadaf_words::{Format, correction_label, correction_notes, doubt_views, entry_notes, published_day, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meant::read_as;
use super::plan::{mark_told, period_for};
use super::publication::Publication;
use super::writer::ObservationWriter;
use crate::session::{App, Changed};

/// Puts an entry of ours right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct CorrectObservation {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// Number of the entry; null: the one of this day and source where there is one, else the current one.
    pub entry: Option<String>,
    /// What it should have said, as people write it; null: it should never have been entered, and is taken out.
    pub value: Option<String>,
    /// The day that it should bear, as in [`SetObservation`](super::SetObservation); empty: it was right.
    pub published: String,
    /// Title of the source that it should name; empty: it was right.
    pub source: String,
    /// What there is to know about it; null: that was right.
    pub note: Option<String>,
}

/// Enters that a figure was withdrawn by its publisher.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WithdrawObservation {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// The day on which it was withdrawn.
    pub published: String,
    /// Title of the document that says so.
    pub source: String,
    /// May be empty.
    pub note: String,
}

impl App {
    /// Puts an entry of ours right, or takes it out. What it said is kept in the log and in the history of the number
    /// alone.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Number`], [`Code::Date`]; [`Code::Word`] where there is no
    /// such entry, or it says that already; [`Code::ReadOnly`].
    pub fn observation_correct(&self, request: &CorrectObservation) -> Result<Changed> {
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let (period, _) = period_for(&book, series, &request.period)?;
        let format = self.format();
        let publication = match request.published.trim() {
            "" => None,
            text => Some(Publication::read(text)?.of(period, book.calendar(), self.today())),
        };
        let source = request.source.trim();
        let entries = Entries::of(&book, series, period);
        let wrong = match request.entry.as_deref() {
            Some(number) => entries.numbered(number),
            None => entries.meant(publication, source),
        };
        let wrong =
            wrong.ok_or_else(|| refusal!(Code::Word, "correct-no-entry", series = &series.title, period = period))?;
        let Some(typed) = &request.value else {
            return self.take_out(series, period, wrong);
        };
        let same_source = source.is_empty() || entries.is_of(wrong.source, source);
        let (right, mark) = corrected(&book, wrong, request, typed, publication)?;
        check_day(&book, period, right.published.date, self.today())?;
        if right == *wrong {
            return Err(refusal!(
                Code::Word,
                "correct-nothing",
                series = &series.title,
                period = period
            ));
        }
        let named = match same_source {
            true => book.source(wrong.source).map_or(source, |source| source.title.as_str()),
            false => source,
        };
        let label = say!(
            format.words,
            "label-amend",
            series = series.title.clone(),
            period = format.period_short(period),
            changes = correction_label(&book, format, wrong, &right, named)
        );
        let doubts = doubts_of_correction(&book, wrong, &right, &request.period, format)?;
        let became = correction_notes(&book, format, wrong, &right).into_iter();
        let told = mark.map(|mark| mark_told(format, mark));
        let notes = doubts
            .into_iter()
            .chain(became.map(|note| note.text))
            .chain(told)
            .collect();
        let wrong = wrong.clone();
        let changed = self.change(&label, |change, author| {
            let source = match same_source {
                true => wrong.source,
                false => change.source_named(source)?,
            };
            let right = Observation { source, ..right };
            Ok(change.correct(&wrong, &right, &author.name, author.at)?)
        })?;
        Ok(Changed { notes, ..changed })
    }

    fn take_out(&self, series: &Series, period: Period, wrong: &Observation) -> Result<Changed> {
        let format = self.format();
        let before = match wrong.is_withdrawn() {
            true => say!(format.words, "status-withdrawn"),
            false => format.exact(wrong.value),
        };
        let label = say!(
            format.words,
            "label-remove",
            series = series.title.clone(),
            period = format.period_short(period),
            before = before
        );
        self.change(&label, |change, _| Ok(change.take_out(wrong.id)?))
    }

    /// Enters that a figure was withdrawn by its publisher: from that day on its period is without one.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`], [`Code::Date`]; [`Code::Word`] without a source, and where there is no
    /// figure to withdraw on that day; [`Code::Refused`] where another source published it; [`Code::ReadOnly`].
    pub fn observation_withdraw(&self, request: &WithdrawObservation) -> Result<Changed> {
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let (period, _) = period_for(&book, series, &request.period)?;
        let published = Publication::read(&request.published)?.of(period, book.calendar(), self.today());
        let format = self.format();
        let draft = Draft {
            line: 1,
            series: series.id.clone(),
            period,
            basis: Basis::Period,
            value: Decimal::ZERO,
            status: Some(Status::Withdrawn),
            published,
            source: SourceDraft {
                title: required(&request.source, || refusal!(Code::Word, "source-missing"))?,
                publisher: String::new(),
                address: String::new(),
            },
            note: request.note.trim().to_owned(),
        };
        let plan = Plan::of(&book, [draft], SourceBy::Title, self.today()).enterable()?;
        let step = plan.steps.first().expect("one step for each draft");
        let Effect::Withdraws(withdraws) = step.effect else {
            return Err(refusal!(
                Code::Word,
                "withdraw-nothing",
                series = &series.title,
                period = period,
                day = published_day(format, &published)
            ));
        };
        let notes = entry_notes(&book, format, step).into_iter();
        let label = say!(
            format.words,
            "label-withdraw",
            series = series.title.clone(),
            period = format.period_short(period),
            value = format.exact(withdraws.figure)
        );
        let changed = self.change(&label, |change, author| {
            let mut writer = ObservationWriter::new(change, author, SourceBy::Title);
            plan.steps.iter().try_for_each(|step| writer.write(step))?;
            writer.finish()
        })?;
        Ok(Changed {
            notes: notes.map(|note| note.text).collect(),
            ..changed
        })
    }
}

/// An entry as it should have been, with the mark beside the figure that was typed. A source that is not there yet has
/// no number.
fn corrected(
    book: &Book,
    wrong: &Observation,
    request: &CorrectObservation,
    typed: &str,
    publication: Option<Published>,
) -> Result<(Observation, Option<Mark>)> {
    let (value, mark) = number(typed)?;
    let title = request.source.trim();
    let is_same = title.is_empty() || book.source(wrong.source).is_some_and(|source| source.title == title);
    let named = || book.sources.values().rfind(|source| source.title == title);
    let note = request.note.as_deref().map(|note| note.trim().to_owned());
    let right = Observation {
        value,
        status: match wrong.is_withdrawn() {
            true => None,
            false => mark.and_then(Mark::status).or(wrong.status),
        },
        published: publication.unwrap_or(wrong.published),
        source: match is_same {
            true => wrong.source,
            false => named().map_or(SourceId::NEW, |source| source.id),
        },
        note: note.unwrap_or_else(|| wrong.note.clone()),
        ..wrong.clone()
    };
    Ok((right, mark))
}

/// Why the right figure may not have been meant either, in words; nothing where only its day or source is put right.
fn doubts_of_correction(
    book: &Book,
    wrong: &Observation,
    right: &Observation,
    period: &str,
    format: Format,
) -> Result<Vec<String>> {
    if wrong.value.same_value(right.value) {
        return Ok(Vec::new());
    }
    let figure = Entering {
        series: right.series.clone(),
        period: right.period,
        value: right.value,
    };
    let read_as = read_as(book, format, period, &figure);
    let doubts = doubt_views(format, book, &[figure])?.into_iter().flatten();
    Ok(read_as.into_iter().chain(doubts).map(|doubt| doubt.message).collect())
}
