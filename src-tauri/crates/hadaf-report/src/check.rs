//! `hadaf check`: is the file whole, and are the data sound.

use std::fmt;

use hadaf_core::{Period, SeriesId};
use hadaf_model::{IssueKind, IssueSeverity, QualityIssue};
use serde::{Serialize, Serializer};

use crate::number::as_text;
use hadaf_words::{Format, doubt_text, say};

/// `hadaf check --json`.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// What is broken in the file, in words of the database; "ok" in JSON for nothing.
    #[serde(rename = "integrity", serialize_with = "integrity")]
    pub broken: Vec<String>,
    /// Warnings first.
    pub findings: Vec<CheckFinding>,
}

/// Something about the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckFinding {
    /// `parts_off`, `months_annual`, `missing_month`, disagreement, undated, or the word of a doubt, such as `power_of_ten`.
    #[serde(serialize_with = "as_text")]
    pub kind: IssueKind,
    /// How much it weighs.
    #[serde(serialize_with = "as_text")]
    pub severity: IssueSeverity,
    /// Where in the data.
    #[serde(serialize_with = "as_text")]
    pub r#where: FindingPlace,
    /// In words.
    pub message: String,
}

/// A series, or one period of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// Which series.
    pub series: SeriesId,
    /// Which period; none: the series as a whole.
    pub period: Option<Period>,
}

/// `SERIES@PERIOD`, or a series.
impl fmt::Display for FindingPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.period {
            Some(period) => write!(f, "{}@{period}", self.series),
            None => write!(f, "{}", self.series),
        }
    }
}

impl CheckReport {
    /// From what is broken in the file and the issues of its data.
    pub fn of(broken: Vec<String>, issues: &[QualityIssue<'_>], format: Format) -> Self {
        let finding = |issue: &QualityIssue<'_>| CheckFinding {
            kind: issue.kind.clone(),
            severity: issue.kind.severity(),
            r#where: FindingPlace {
                series: issue.series.id.clone(),
                period: issue.period,
            },
            message: message(issue, format),
        };
        Self {
            broken,
            findings: issues.iter().map(finding).collect(),
        }
    }

    /// The file is whole.
    pub fn is_whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// For the eye.
    pub fn to_text(&self) -> String {
        let mut lines = vec![format!("integrity: {}", state(&self.broken))];
        lines.extend(self.findings.iter().map(|finding| {
            let CheckFinding { kind, severity, .. } = finding;
            format!("{severity:8} {kind:14} {}: {}", finding.r#where, finding.message)
        }));
        lines.join("\n")
    }
}

fn integrity<S: Serializer>(broken: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    state(broken).serialize(serializer)
}

fn state(broken: &[String]) -> String {
    if broken.is_empty() {
        return "ok".to_owned();
    }
    broken.join("; ")
}

fn message(issue: &QualityIssue<'_>, format: Format) -> String {
    let words = format.words;
    let period = issue.period.map_or_else(String::new, |period| format.period(period));
    match &issue.kind {
        IssueKind::PartsOff(check) => say!(
            words,
            "finding-parts",
            period = period,
            parts = format.exact(check.parts),
            total = format.exact(check.total),
            difference = format.signed(check.difference.to_f64(), check.difference.places()),
        ),
        IssueKind::MonthsOff {
            sum,
            annual,
            difference,
        } => say!(
            words,
            "finding-months",
            year = period,
            sum = format.exact(*sum),
            annual = format.exact(*annual),
            difference = format.signed(difference.to_f64(), difference.places()),
        ),
        IssueKind::MissingMonth => say!(words, "finding-missing", month = period),
        IssueKind::MostMonthsMissing { known, missing } => {
            say!(words, "finding-thin", known = *known, missing = *missing)
        }
        IssueKind::Disagreement { value, others } => {
            let others: Vec<String> = others.iter().map(|other| format.exact(*other)).collect();
            say!(
                words,
                "finding-disagrees",
                period = period,
                value = format.exact(*value),
                others = others.join(", "),
            )
        }
        IssueKind::MonthsLikeYears { first, last } => say!(
            words,
            "finding-months-like-years",
            first = format.month(*first),
            last = format.month(*last),
            text = first.to_string()
        ),
        IssueKind::Doubtful { value, doubt } => {
            let doubt = issue
                .period
                .map(|of| doubt_text(format, issue.series, of, *value, doubt));
            say!(
                words,
                "finding-doubtful",
                period = period,
                doubt = doubt.unwrap_or_default()
            )
        }
        IssueKind::Undated => say!(words, "finding-undated", period = period),
    }
}
