//! How a screen, a chart or a table names a figure, so that its history can be asked for.

use hadaf_core::Claim;
use hadaf_model::Situation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryRequest {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// Of a claim instead of a number: its id. Series and period are then not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub claim: Option<String>,
}

/// Asks for the history of a number of the series, as of the same day.
pub fn history_of(situation: &Situation<'_>, period: impl std::fmt::Display) -> HistoryRequest {
    HistoryRequest {
        series: situation.series.id.to_string(),
        period: period.to_string(),
        as_of: situation.as_of.past().map(|day| day.to_string()),
        claim: None,
    }
}

/// Asks for the history of the claim that the pace uses, where there is one.
pub fn history_of_target(situation: &Situation<'_>) -> Option<HistoryRequest> {
    situation.target().map(|claim| history_of_claim(situation, claim))
}

/// Asks for the history of a claim, as of the same day.
pub fn history_of_claim(situation: &Situation<'_>, claim: &Claim) -> HistoryRequest {
    let year = claim.fiscal_year.map_or_else(String::new, |year| year.to_string());
    HistoryRequest {
        claim: Some(claim.id.to_string()),
        ..history_of(situation, year)
    }
}
