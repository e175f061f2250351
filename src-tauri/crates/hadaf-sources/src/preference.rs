//! Deciding which of several sources is read for a period, and taking that back.

use hadaf_core::{Observation, Period, Preference, PreferenceId, Series, Source, Vintage, mark_preferred};
use hadaf_error::{Code, Result, parse_period, refusal, required};
use hadaf_model::{Book, check_entered};
use hadaf_words::{Format, say};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::SourceChange;
use crate::typed::line;

/// Decides that the figure of one source is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetPreference {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
    /// The source, by its number or its title.
    pub source: String,
    /// Why it is read.
    pub reason: String,
}

/// Takes such a decision back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WithdrawPreference {
    /// Series id.
    pub series: String,
    /// As people write it.
    pub period: String,
}

/// What deciding which source is read does. The book has the observations of the series.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Period`]; [`Code::Word`] without a reason, and where it is decided so already;
/// [`Code::Refused`] for a source that has no figure of the period, and for a series that is worked out from others.
pub fn set_preference(book: &Book, asked: &SetPreference, format: Format) -> Result<SourceChange> {
    let (series, period) = place(book, &asked.series, &asked.period)?;
    check_entered(book, &series.id)?;
    let entries = entries(book, series, period);
    let source = among(book, series, period, &entries, &asked.source)?;
    let reason = required(&line(&asked.reason)?, || refusal!(Code::Word, "prefer-reason"))?;
    let before = book.preference(&series.id, period);
    if before.is_some_and(|it| it.source == source.id && it.reason == reason) {
        return Err(refusal!(
            Code::Word,
            "prefer-again",
            series = &series.title,
            period = period,
            source = &source.title
        ));
    }
    let preference = Preference {
        id: before.map_or(PreferenceId::NEW, |before| before.id),
        series: series.id.clone(),
        period,
        source: source.id,
        reason,
        preferred_by: String::new(),
        preferred_at: Timestamp::UNIX_EPOCH,
    };
    let words = format.words;
    Ok(SourceChange {
        label: say!(
            words,
            "label-prefer",
            series = &series.title,
            period = format.period_short(period),
            source = &source.title
        ),
        notes: notes(book, &entries, std::slice::from_ref(&preference), format),
        preferences: vec![preference],
        ..SourceChange::default()
    })
}

/// What taking the decision back does. The book has the observations of the series.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Period`]; [`Code::Word`] where nobody decided anything.
pub fn withdraw_preference(book: &Book, asked: &WithdrawPreference, format: Format) -> Result<SourceChange> {
    let (series, period) = place(book, &asked.series, &asked.period)?;
    let of_place = |it: &&Preference| it.period == period && it.series == series.id;
    let gone: Vec<PreferenceId> = book.preferences.iter().filter(of_place).map(|it| it.id).collect();
    if gone.is_empty() {
        return Err(refusal!(
            Code::Word,
            "prefer-none",
            series = &series.title,
            period = period
        ));
    }
    Ok(SourceChange {
        label: say!(
            format.words,
            "label-prefer-withdraw",
            series = &series.title,
            period = format.period_short(period)
        ),
        notes: notes(book, &entries(book, series, period), &[], format),
        gone_preferences: gone,
        ..SourceChange::default()
    })
}

fn place<'a>(book: &'a Book, series: &str, period: &str) -> Result<(&'a Series, Period)> {
    // An empty id means the first series elsewhere; what is decided must be named.
    let id = match series.trim() {
        "" => "?",
        id => id,
    };
    Ok((book.series(id)?, parse_period(period, book.calendar())?))
}

/// Every observation of a period.
fn entries<'a>(book: &'a Book, series: &Series, period: Period) -> Vec<&'a Observation> {
    let all = book.observations(&series.id).iter();
    all.filter(|it| it.period == period && !it.basis.is_to_date()).collect()
}

/// The source that is meant among those that have a figure of the period: of several of one title, the newest.
fn among<'a>(
    book: &'a Book,
    series: &Series,
    period: Period,
    entries: &[&Observation],
    name: &str,
) -> Result<&'a Source> {
    let name = name.trim();
    let figures = entries.iter().filter(|it| !it.is_withdrawn());
    let mut sources: Vec<&Source> = figures.filter_map(|it| book.source(it.source)).collect();
    sources.sort_by_key(|source| source.id);
    sources.dedup_by_key(|source| source.id);
    let numbered = sources.iter().find(|source| source.id.to_string() == name);
    let titled = || sources.iter().rfind(|source| source.title.trim() == name);
    if let Some(source) = numbered.or_else(titled).copied() {
        return Ok(source);
    }
    let known: Vec<String> = (sources.iter())
        .map(|source| format!("{} {}", source.id, source.title))
        .collect();
    Err(refusal!(
        Code::Refused,
        "prefer-no-figure",
        source = name,
        series = &series.title,
        period = period,
        known = known.join("; ")
    ))
}

/// What is read with these decisions in place of those that stand.
fn notes(book: &Book, entries: &[&Observation], decided: &[Preference], format: Format) -> Vec<String> {
    let read = |observations: &[Observation]| {
        let reading = Vintage::read(observations, book.calendar(), book.now());
        reading.map(|reading| (reading.value, reading.source))
    };
    let now: Vec<Observation> = entries.iter().map(|it| (*it).clone()).collect();
    let mut then: Vec<Observation> = entries
        .iter()
        .map(|it| Observation {
            preferred: false,
            ..(*it).clone()
        })
        .collect();
    mark_preferred(&mut then, decided);
    let words = format.words;
    let (before, after) = (read(&now), read(&then));
    let mut notes = vec![match (before, after) {
        (Some((before, _)), Some((after, _))) if !before.same_value(after) => say!(
            words,
            "note-prefer-reads",
            after = format.exact(after),
            before = format.exact(before)
        ),
        (_, after) => say!(
            words,
            "note-prefer-same",
            value = after.map_or_else(|| "\u{2013}".to_owned(), |(value, _)| format.exact(value))
        ),
    }];
    if let Some(decided) = decided.first() {
        notes.push(match after.is_some_and(|(_, source)| source == decided.source) {
            true => say!(words, "note-prefer-past"),
            false => say!(words, "note-prefer-idle"),
        });
    }
    notes
}
