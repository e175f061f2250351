//! What was found about the conditions of a claim.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ClaimId, ConditionFindingId, DisruptionId, SourceId};

/// Whether a condition that a claim states held, with the evidence. Without a finding a missed claim
/// is missed: an excuse needs a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionFinding {
    /// Its number.
    pub id: ConditionFindingId,
    /// Of which claim.
    pub claim: ClaimId,
    /// Which of its conditions, in a few words.
    pub condition: String,
    /// Whether the condition held.
    pub met: bool,
    /// The disruption that broke it, from which or from whose entered cost follows what that took; none: its
    /// worth is not known.
    pub disruption: Option<DisruptionId>,
    /// What shows it.
    pub evidence: String,
    /// Where that was read.
    pub source: SourceId,
    /// The day from which it counts: when the evidence was complete.
    pub judged: Date,
    /// Who put it into the workspace.
    pub entered_by: String,
    /// When.
    pub entered_at: Timestamp,
}
