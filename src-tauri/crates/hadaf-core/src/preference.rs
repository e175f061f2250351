//! Which of several sources is read for a period, by somebody's decision.

use jiff::Timestamp;

use crate::{Observation, Period, PreferenceId, SeriesId, SourceId};

/// That what one source says of a period is read, and not what others say. It is a decision of who keeps the workspace, and
/// nothing that was published: it applies to the reading of every day, and says nothing where the source has no figure.
/// Totals to date are figures of their own, to which it does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// Its number in the workspace.
    pub id: PreferenceId,
    /// Of which series.
    pub series: SeriesId,
    /// For which period.
    pub period: Period,
    /// The source that is read.
    pub source: SourceId,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub preferred_by: String,
    /// When.
    pub preferred_at: Timestamp,
}

impl Preference {
    /// Whether an observation is of the source and the period that it is about.
    pub fn is_for(&self, observation: &Observation) -> bool {
        observation.period == self.period
            && observation.source == self.source
            && observation.series == self.series
            && !observation.basis.is_to_date()
    }
}

/// Marks the observations whose source somebody preferred for their period. The newest decision about a period counts.
pub fn mark_preferred(observations: &mut [Observation], preferences: &[Preference]) {
    if preferences.is_empty() {
        return;
    }
    for observation in observations {
        let of_place = |it: &&Preference| it.period == observation.period && it.series == observation.series;
        let decided = preferences.iter().rfind(of_place);
        observation.preferred = decided.is_some_and(|it| it.is_for(observation));
    }
}
