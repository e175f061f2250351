//! `hadaf check`: is the file whole, and are the data sound.

use std::fmt;

use hadaf_core::{Period, SeriesId};
use hadaf_model::{Book, Finding, IssueKind, IssueSeverity};
use serde::{Serialize, Serializer};

use crate::number::{as_text, six_digits};
use hadaf_words::{Format, acceptance_words, finding_size, finding_text, quality_summary};

/// `hadaf check --json`.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// What is broken in the file, in words of the database; "ok" in JSON for nothing.
    #[serde(rename = "integrity", serialize_with = "integrity")]
    pub broken: Vec<String>,
    /// What is open: warnings first, the largest of them first.
    pub findings: Vec<CheckFinding>,
    /// What somebody let stand.
    pub accepted: Vec<AcceptedFinding>,
    /// How many of each, in words.
    #[serde(skip)]
    pub summary: String,
}

/// A finding that somebody let stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AcceptedFinding {
    /// What was found.
    #[serde(flatten)]
    pub finding: CheckFinding,
    /// Why it stands; empty where it was entered anyway.
    pub because: String,
    /// It was entered though it was doubted.
    pub entered_anyway: bool,
    /// Who accepted it.
    pub accepted_by: String,
    /// When, RFC 3339.
    pub accepted_at: String,
    /// The same in a sentence.
    #[serde(skip)]
    pub told: String,
}

/// Something about the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckFinding {
    /// The name by which it is accepted.
    pub id: String,
    /// `parts_off`, `months_annual`, `missing_month` (quarter, year), disagreement, undated, or the word of a doubt, such as
    /// `power_of_ten`.
    #[serde(serialize_with = "as_text")]
    pub kind: IssueKind,
    /// How much it weighs.
    #[serde(serialize_with = "as_text")]
    pub severity: IssueSeverity,
    /// Where in the data.
    #[serde(serialize_with = "as_text")]
    pub r#where: FindingPlace,
    /// The last of several periods, of which `where` is the first; null where it is about one alone.
    pub last: Option<Period>,
    /// How far off it is, in the unit of the series; null where nothing is measured.
    #[serde(serialize_with = "six_digits")]
    pub size: Option<f64>,
    /// In words.
    pub message: String,
    /// How far off it is, in words.
    #[serde(skip)]
    pub off: String,
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
    /// From what is broken in the file and what was found of its data.
    pub fn of(broken: Vec<String>, book: &Book, found: &[Finding<'_>], format: Format) -> Self {
        let listed = |found: &Finding<'_>| CheckFinding {
            id: found.issue.id(),
            kind: found.issue.kind.clone(),
            severity: found.issue.kind.severity(),
            r#where: FindingPlace {
                series: found.issue.series.id.clone(),
                period: found.issue.period,
            },
            last: found
                .issue
                .periods()
                .filter(|(first, last)| first != last)
                .map(|(_, last)| last),
            size: found.issue.kind.size(),
            off: finding_size(format, &found.issue),
            message: finding_text(book, format, &found.issue),
        };
        let accepted = |found: &Finding<'_>| {
            let acceptance = found.acceptance?;
            Some(AcceptedFinding {
                finding: listed(found),
                because: acceptance.because.clone(),
                entered_anyway: acceptance.anyway,
                accepted_by: acceptance.accepted_by.clone(),
                accepted_at: acceptance.accepted_at.to_string(),
                told: acceptance_words(format, acceptance),
            })
        };
        let open = found.iter().filter(|it| it.acceptance.is_none());
        let (findings, accepted): (Vec<_>, Vec<_>) =
            (open.map(listed).collect(), found.iter().filter_map(accepted).collect());
        Self {
            broken,
            summary: quality_summary(format, findings.len(), accepted.len()),
            findings,
            accepted,
        }
    }

    /// The file is whole.
    pub fn is_whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// For the eye; with `all`, what was accepted too.
    pub fn to_text(&self, all: bool) -> String {
        let mut lines = vec![format!("integrity: {}", state(&self.broken))];
        lines.extend(self.findings.iter().map(CheckFinding::line));
        if !self.accepted.is_empty() {
            lines.push(self.summary.clone());
        }
        for accepted in self.accepted.iter().filter(|_| all) {
            lines.push(accepted.finding.line());
            lines.push(format!("         {}", accepted.told));
        }
        lines.join("\n")
    }
}

impl CheckFinding {
    fn line(&self) -> String {
        let Self { kind, severity, .. } = self;
        let line = format!("{severity:8} {kind:14} {}: {}", self.r#where, self.message);
        match self.off.as_str() {
            "" => line,
            off => format!("{line} ({off})"),
        }
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
