//! What the check finds, in words, and the list of it beside the data.

use hadaf_core::{Acceptance, isolated};
use hadaf_model::{Book, Finding, IssueKind, IssueSeverity, QualityIssue, findings};
use serde::Serialize;
use ts_rs::TS;

use crate::doubts::other_unit_text;
use crate::{Format, claim_doubt_text, doubt_text};

/// Something about the data that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QualityFinding {
    /// The name by which it is accepted.
    pub id: String,
    /// Numbers contradict one another; else it is worth knowing.
    pub warning: bool,
    /// Series id.
    pub series: String,
    /// Canonical period, the first of several; null: of the series as a whole.
    pub period: Option<String>,
    /// "IT exports, March 2026".
    pub place: String,
    /// In words, with the numbers.
    pub message: String,
    /// How far off it is, with its sign and unit; empty where nothing is measured.
    pub size: String,
    /// "Accepted on 27 November 2026 by Ayesha: a bulk order."; null where it is open.
    pub accepted: Option<String>,
}

/// What the check finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QualityView {
    /// What is open: warnings first, the largest of them first.
    pub open: Vec<QualityFinding>,
    /// What somebody let stand.
    pub accepted: Vec<QualityFinding>,
    /// "5 findings, 2 accepted."
    pub summary: String,
}

/// What the check finds of the data as they stand.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// Where the book was read without the observations of a series.
pub fn quality_view(book: &Book, format: Format) -> hadaf_model::Result<QualityView> {
    let all = findings(book)?;
    let views = all.iter().map(|finding| finding_view(book, format, finding));
    let (accepted, open): (Vec<QualityFinding>, Vec<QualityFinding>) = views.partition(|view| view.accepted.is_some());
    Ok(QualityView {
        summary: quality_summary(format, open.len(), accepted.len()),
        open,
        accepted,
    })
}

/// "5 findings, 2 accepted."
pub fn quality_summary(format: Format, open: usize, accepted: usize) -> String {
    say!(format.words, "quality-summary", open = open, accepted = accepted)
}

fn finding_view(book: &Book, format: Format, finding: &Finding<'_>) -> QualityFinding {
    let issue = &finding.issue;
    let title = isolated(&issue.series.title);
    QualityFinding {
        id: issue.id(),
        warning: issue.kind.severity() == IssueSeverity::Warning,
        series: issue.series.id.to_string(),
        period: issue.period.map(|period| period.to_string()),
        place: match issue.periods() {
            Some((first, last)) => format!("{title}, {}", format.periods(first, last)),
            None => title.into_owned(),
        },
        message: finding_text(book, format, issue),
        size: finding_size(format, issue),
        accepted: finding
            .acceptance
            .map(|acceptance| acceptance_words(format, acceptance)),
    }
}

/// How far off it is, with its sign and unit; empty where nothing is measured. No message says it, so that it is told once.
pub fn finding_size(format: Format, issue: &QualityIssue<'_>) -> String {
    let Some(size) = issue.kind.size() else {
        return String::new();
    };
    let values = issue.kind.about();
    let places = values
        .iter()
        .map(|value| value.places())
        .fold(issue.series.places, u8::max);
    let size = format.signed(size, places);
    format!("{} {}", format.trimmed(&size), format.unit(issue.series.unit))
}

/// "Accepted on 27 November 2026 by Ayesha: a bulk order.", "Entered anyway on 27 November 2026 by Ayesha."
pub fn acceptance_words(format: Format, acceptance: &Acceptance) -> String {
    let words = format.words;
    let day = format.day(acceptance.accepted_at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
    let who = acceptance.accepted_by.clone();
    match acceptance.anyway {
        true => say!(words, "finding-anyway", day = day, who = who),
        false => say!(
            words,
            "finding-accepted",
            day = day,
            who = who,
            because = acceptance.because.clone()
        ),
    }
}

/// What was found, in a sentence.
pub fn finding_text(book: &Book, format: Format, issue: &QualityIssue<'_>) -> String {
    let words = format.words;
    let period = issue.period.map_or_else(String::new, |period| format.period(period));
    match &issue.kind {
        IssueKind::PartsOff(check) => say!(
            words,
            "finding-parts",
            period = period,
            parts = format.worked_out(check.parts),
            total = format.exact(check.total),
        ),
        IssueKind::MonthsOff { sum, annual, .. } => say!(
            words,
            "finding-months",
            year = period,
            sum = format.worked_out(*sum),
            annual = format.exact(*annual),
        ),
        IssueKind::Missing { every, count, .. } => say!(
            words,
            "finding-missing",
            span = issue
                .periods()
                .map_or_else(String::new, |(first, last)| format.periods(first, last)),
            count = *count,
            every = every.as_str(),
        ),
        IssueKind::MostMissing { every, known, missing } => say!(
            words,
            "finding-thin",
            every = every.as_str(),
            known = *known,
            missing = *missing
        ),
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
                .map(|of| doubt_text(format, book.calendar(), issue.series, (of, *value), doubt));
            say!(
                words,
                "finding-doubtful",
                period = period,
                doubt = doubt.unwrap_or_default()
            )
        }
        IssueKind::OtherUnit {
            values, power, usual, ..
        } => {
            let span = issue.periods().map(|(first, last)| format.periods(first, last));
            let run = (values.len(), *power, *usual);
            other_unit_text(format, issue.series, span.unwrap_or_default(), run)
        }
        IssueKind::RevisedBefore { value, revised, day } => say!(
            words,
            "finding-revised-before",
            period = period,
            value = format.exact(*value),
            revised = format.exact(*revised),
            day = format.day(*day)
        ),
        IssueKind::DoubtfulClaim { claim, value, doubt } => say!(
            words,
            "finding-doubtful-claim",
            claim = claim.as_str(),
            doubt = claim_doubt_text(format, issue.series, (issue.period, *value), doubt)
        ),
        IssueKind::Undated { .. } => say!(words, "finding-undated", period = period),
    }
}
