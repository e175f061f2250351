//! `hadaf show --history`: every observation of one number.

use hadaf_core::{
    AsOf, Correction, Decimal, Derivation, Judged, ObservationId, Period, Preference, Series, SeriesFormula, SeriesId,
    Status, VintageRole,
};
use hadaf_model::Book;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::text::day_or_about;
use crate::text_table::table;
use hadaf_words::{
    Format, correction_words, figure_used_words, preference_words, role_words, say, sentence_case, titled,
    worked_out_words,
};

/// `hadaf show --history --json`.
#[derive(Debug, Clone, Serialize)]
pub struct ShowHistory {
    /// Series id.
    pub series: SeriesId,
    /// Which month, quarter or year.
    pub period: Period,
    /// Newest first.
    #[serde(rename = "prints")]
    pub observations: Vec<ShowRelease>,
    /// Published totals from the fiscal year's first month to the end of this one, newest first.
    pub to_date: Vec<ShowRelease>,
    /// Typing errors that were put right, oldest first.
    pub corrections: Vec<ShowCorrection>,
    /// The figure where published totals alone tell it; null otherwise.
    pub worked_out: Option<ShowWorkedOut>,
    /// The decision which of several sources is read; null where there is none.
    pub preference: Option<ShowPreference>,
    /// How the series is worked out from others; null where its figures are entered.
    pub formula: Option<SeriesFormula>,
    /// The figures that this one is worked out from; none where it was entered.
    pub used: Vec<ShowFigureUsed>,
}

/// That one source is read, by somebody's decision, on past days too.
#[derive(Debug, Clone, Serialize)]
pub struct ShowPreference {
    /// Publisher and title.
    pub source: String,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub preferred_by: String,
    /// When, RFC 3339.
    pub preferred_at: String,
    /// The same in a sentence.
    #[serde(skip)]
    pub told: String,
}

/// A figure of another series that one of a derived series is worked out from.
#[derive(Debug, Clone, Serialize)]
pub struct ShowFigureUsed {
    /// Id of its series.
    pub series: SeriesId,
    /// Which month, quarter or year.
    pub period: Period,
    /// Exact, as it is read on the day.
    pub value: Decimal,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// Publisher and title.
    pub source: String,
    /// In a line.
    #[serde(skip)]
    pub text: String,
}

/// A month that nobody published, worked out from published totals.
#[derive(Debug, Clone, Serialize)]
pub struct ShowWorkedOut {
    /// Exact.
    pub value: Decimal,
    /// What it was worked out from.
    #[serde(flatten)]
    pub derivation: Derivation,
}

/// A typing error that was put right.
#[derive(Debug, Clone, Serialize)]
pub struct ShowCorrection {
    /// Number of the entry.
    pub entry: ObservationId,
    /// What it said; null where it said that there was no figure.
    pub value: Option<Decimal>,
    /// The day that it bore.
    pub published: Option<Date>,
    /// The source that it named.
    pub source: String,
    /// Who put it right.
    pub corrected_by: String,
    /// When, RFC 3339.
    pub corrected_at: String,
    /// As it is kept.
    #[serde(skip)]
    pub correction: Correction,
}

/// One observation of a number.
#[derive(Debug, Clone, Serialize)]
pub struct ShowRelease {
    /// Its number, by which it is corrected.
    pub entry: ObservationId,
    /// Exact; null where it says that there is no figure.
    pub value: Option<Decimal>,
    /// What it is.
    pub status: Status,
    /// ISO date; null where the page has none.
    pub published: Option<Date>,
    /// The day is known to the month only, or was assumed: about then.
    pub published_about: bool,
    /// Publisher and title.
    pub source: String,
    /// Who entered it.
    pub entered_by: String,
    /// When, RFC 3339.
    pub entered_at: String,
    /// Anything to know.
    pub note: String,
    /// What it is to the current figure; the current one is called `in_force` in JSON.
    #[serde(serialize_with = "role")]
    pub role: VintageRole,
}

/// Scripts rely on the word that the current figure had first.
fn role<S: Serializer>(role: &VintageRole, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match role {
        VintageRole::Current => "in_force",
        other => other.as_str(),
    })
}

impl ShowHistory {
    /// A number of a series as of a day.
    pub fn of(book: &Book, series: &Series, period: Period, as_of: AsOf, format: Format) -> Self {
        let release = |judged: &Judged<'_>| {
            let observation = judged.observation;
            ShowRelease {
                entry: observation.id,
                value: (!observation.is_withdrawn()).then_some(observation.value),
                status: judged.status,
                published: observation.published.date,
                published_about: observation.published.approximate,
                source: titled(book, observation.source),
                entered_by: observation.entered_by.clone(),
                entered_at: observation.entered_at.to_string(),
                note: observation.note.clone(),
                role: judged.role,
            }
        };
        let history = book.history(&series.id, period, as_of);
        let to_date = period
            .as_month()
            .map(|month| book.history_to_date(&series.id, month, as_of));
        let to_date = to_date.unwrap_or_default();
        let is_here = |it: &&Correction| {
            history
                .iter()
                .chain(&to_date)
                .any(|judged| judged.observation.id == it.observation)
        };
        let correction = |it: &Correction| ShowCorrection {
            entry: it.observation,
            value: it.value,
            published: it.published.date,
            source: titled(book, it.source),
            corrected_by: it.corrected_by.clone(),
            corrected_at: it.corrected_at.to_string(),
            correction: it.clone(),
        };
        let readings = book.readings(series, as_of);
        let worked_out = period.as_month().and_then(|month| {
            Some(ShowWorkedOut {
                derivation: readings.derivation(month)?,
                value: readings.get(month)?.value,
            })
        });
        let preference = |it: &Preference| ShowPreference {
            source: titled(book, it.source),
            reason: it.reason.clone(),
            preferred_by: it.preferred_by.clone(),
            preferred_at: it.preferred_at.to_string(),
            told: preference_words(book, format, it),
        };
        let used = book.figures_used(series, period, as_of);
        let used = used.iter().map(|used| ShowFigureUsed {
            series: used.series.id.clone(),
            period: used.period,
            value: used.reading.value,
            published: used.reading.published.date,
            source: titled(book, used.reading.source),
            text: figure_used_words(book, format, used),
        });
        Self {
            preference: book.preference_on(&series.id, period, as_of).map(preference),
            used: used.collect(),
            formula: series.formula.clone(),
            worked_out,
            series: series.id.clone(),
            period,
            observations: history.iter().map(release).collect(),
            to_date: to_date.iter().map(release).collect(),
            corrections: book.corrections.iter().filter(is_here).map(correction).collect(),
        }
    }

    /// Nothing is known of it.
    fn is_empty(&self) -> bool {
        self.observations.is_empty() && self.to_date.is_empty() && self.worked_out.is_none() && self.used.is_empty()
    }

    /// For the eye.
    pub fn to_text(&self, format: Format) -> String {
        let row = |release: &ShowRelease| {
            vec![
                release
                    .value
                    .map_or_else(|| "\u{2013}".to_owned(), |value| format.exact(value)),
                role_words(format, release.role, release.status),
                day_or_about(format, release.published, release.published_about),
                release.source.clone(),
            ]
        };
        let rows = |releases: &[ShowRelease]| table(&releases.iter().map(row).collect::<Vec<_>>());
        let mut text = format!("{}, {}", self.series, format.period(self.period));
        if self.is_empty() {
            text = format!("{text}\n{}", say!(format.words, "show-history-none"));
        }
        if !self.observations.is_empty() {
            text = format!("{text}\n{}", rows(&self.observations));
        }
        if !self.to_date.is_empty() {
            let end = format.period(self.period);
            let head = sentence_case(&say!(format.words, "total-published-to", end = end));
            text = format!("{text}\n{head}\n{}", rows(&self.to_date));
        }
        if let Some(ShowWorkedOut { value, derivation }) = &self.worked_out {
            text = format!("{text}\n{}", worked_out_words(format, *value, *derivation));
        }
        if let Some(formula) = &self.formula {
            text = format!(
                "{text}\n{}",
                say!(format.words, "outline-derived", formula = formula.to_string())
            );
        }
        for used in &self.used {
            text = format!("{text}\n  {}", used.text);
        }
        for correction in &self.corrections {
            let words = correction_words(format, &correction.correction, &correction.source);
            text = format!("{text}\n{words}");
        }
        if let Some(preference) = &self.preference {
            text = format!("{text}\n{}", preference.told);
        }
        text
    }
}
