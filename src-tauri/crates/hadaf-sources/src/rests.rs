//! What rests on a source: counted and told, or moved to another one.

use hadaf_core::{Claim, ConditionFinding, Correction, Observation, ObservationId, Preference, SourceId};
use hadaf_model::{Book, Resting};
use hadaf_store::{Change, StoreError};
use hadaf_words::{Format, say};

/// Series that are named beside the number of figures; of more only how many there are.
const MOST_SERIES: usize = 4;

/// What rests on a source, in words: "138 figures (IT exports 120, Telecom 18)", "2 targets and projections".
pub(crate) fn rests_words(book: &Book, on: &Resting, format: Format) -> Vec<String> {
    let words = format.words;
    let title = |id: &hadaf_core::SeriesId| match book.series(id.as_str()) {
        Ok(series) => series.title.clone(),
        Err(_) => id.to_string(),
    };
    let mut told = Vec::new();
    if on.observations > 0 {
        let mut series: Vec<String> = (on.series.iter())
            .take(MOST_SERIES)
            .map(|(id, count)| format!("{} {count}", title(id)))
            .collect();
        if on.series.len() > MOST_SERIES {
            series.push("\u{2026}".into());
        }
        told.push(say!(
            words,
            "rests-figures",
            figures = on.observations,
            series = series.join(", ")
        ));
    }
    if on.claims > 0 {
        told.push(say!(words, "rests-claims", claims = on.claims));
    }
    if on.entries > 0 {
        told.push(say!(words, "rests-entries", entries = on.entries));
    }
    told
}

/// Declares what can be moved from one source to another: figures, claims and what hangs on them, and the registers from
/// the list of them.
macro_rules! moved {
    (() $(#[doc = $about:literal] $kind:ident = $word:literal of $entry:ident in $place:ident;)+) => {
        /// What rests on another source from now on.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct MovedRests {
            /// Observations.
            pub observations: Vec<Observation>,
            /// Observations that say what one of the other source says.
            pub repeats: Vec<ObservationId>,
            /// Typing errors that were put right.
            pub corrections: Vec<Correction>,
            /// Targets, projections, commitments.
            pub claims: Vec<Claim>,
            /// What was found about conditions.
            pub findings: Vec<ConditionFinding>,
            /// Decisions which source is read.
            pub preferences: Vec<Preference>,
            $(
                #[doc = $about]
                pub $place: Vec<hadaf_core::$entry>,
            )+
        }

        impl MovedRests {
            /// All that rests on one source, as of another one. The book has the observations of all series.
            pub(crate) fn of(book: &Book, from: SourceId, into: SourceId) -> Self {
                let (repeats, observations) = observations(book, from, into);
                // What is put right in an observation that goes, goes with it.
                let is_kept = |it: &&Correction| it.source == from && !repeats.contains(&it.observation);
                Self {
                    corrections: (book.corrections.iter().filter(is_kept))
                        .map(|it| Correction { source: into, ..it.clone() })
                        .collect(),
                    claims: (book.claims.iter().filter(|it| it.source == from))
                        .map(|it| Claim { source: into, ..it.clone() })
                        .collect(),
                    findings: (book.findings.iter().filter(|it| it.source == from))
                        .map(|it| ConditionFinding { source: into, ..it.clone() })
                        .collect(),
                    preferences: (book.preferences.iter().filter(|it| it.source == from))
                        .map(|it| Preference { source: into, ..it.clone() })
                        .collect(),
                    $(
                        $place: (book.$place.rows())
                            .filter(|it| Option::<SourceId>::from(it.source) == Some(from))
                            .map(|it| hadaf_core::$entry { source: into.into(), ..it.clone() })
                            .collect(),
                    )+
                    observations,
                    repeats,
                }
            }

            /// How many entries of registers and findings there are.
            pub(crate) fn entries(&self) -> usize {
                self.findings.len() $(+ self.$place.len())+
            }

            pub(crate) fn write(&self, change: &Change<'_>) -> Result<(), StoreError> {
                self.observations.iter().try_for_each(|it| change.amend(it))?;
                self.corrections.iter().try_for_each(|it| change.amend(it))?;
                self.repeats.iter().try_for_each(|it| change.take_out(*it))?;
                self.claims.iter().try_for_each(|it| change.put(it))?;
                self.findings.iter().try_for_each(|it| change.amend(it))?;
                self.preferences.iter().try_for_each(|it| change.amend(it))?;
                $(self.$place.iter().try_for_each(|it| change.amend(it))?;)+
                Ok(())
            }
        }
    };
}

hadaf_core::registers!([moved]);

/// The observations of one source: those that the other one has too, and the rest as of the other one.
fn observations(book: &Book, from: SourceId, into: SourceId) -> (Vec<ObservationId>, Vec<Observation>) {
    let there: Vec<&Observation> = book.all_observations().filter(|it| it.source == into).collect();
    let (mut repeats, mut moved) = (Vec::new(), Vec::new());
    for observation in book.all_observations().filter(|it| it.source == from) {
        match there.iter().any(|other| says_the_same(observation, other)) {
            true => repeats.push(observation.id),
            false => moved.push(Observation {
                source: into,
                ..observation.clone()
            }),
        }
    }
    (repeats, moved)
}

/// The same figure of the same period, published on the same day, with nothing to know about it that the other lacks.
fn says_the_same(one: &Observation, other: &Observation) -> bool {
    is_of_one_place(one, other)
        && one.value == other.value
        && one.status == other.status
        && (one.note.is_empty() || one.note == other.note)
}

/// Of the same period of the same series, published on the same day.
pub(crate) fn is_of_one_place(one: &Observation, other: &Observation) -> bool {
    one.series == other.series
        && one.period == other.period
        && one.basis == other.basis
        && one.published == other.published
}
