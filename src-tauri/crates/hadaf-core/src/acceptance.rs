//! That somebody knows what the check found, and lets it stand.

use jiff::Timestamp;

use crate::{AcceptanceId, Period, SeriesId};

/// A finding of the check that somebody let stand. It holds for the values that the finding was about: where one of them
/// changes, the finding is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Its number in the workspace.
    pub id: AcceptanceId,
    /// The word of what was found, such as `power_of_ten`.
    pub kind: String,
    /// In which series.
    pub series: SeriesId,
    /// Of which period; none: of the series as a whole.
    pub period: Option<Period>,
    /// The values that it was about, as text; of several periods without a figure the last; may be empty.
    pub about: String,
    /// The figure was entered though it was doubted; nobody was asked for a reason then.
    pub anyway: bool,
    /// Why it stands; empty where it was entered anyway.
    pub because: String,
    /// Who accepted it.
    pub accepted_by: String,
    /// When.
    pub accepted_at: Timestamp,
}

impl Acceptance {
    /// Whether a period is among those that it is about: from its own to the last that it names, which it need not do of
    /// a single one.
    pub fn covers(&self, period: Period) -> bool {
        let last = self.about.parse().ok().or(self.period);
        let span = self.period.zip(last);
        span.is_some_and(|(first, last)| (first..=last).contains(&period))
    }
}
