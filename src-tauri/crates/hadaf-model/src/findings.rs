//! What the check finds, and what of it somebody has accepted.

use hadaf_core::{Acceptance, AcceptanceId, Decimal, Period, Series, SeriesId};
use jiff::Timestamp;

use crate::book::Book;
use crate::error::Result;
use crate::quality::{IssueKind, QualityIssue, issues_of, quality_issues};

/// An issue of the data, and the acceptance of it that holds.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// What was found.
    pub issue: QualityIssue<'a>,
    /// By whom and why it is let stand; none where it is open. One of other values than those that stand holds no more.
    pub acceptance: Option<&'a Acceptance>,
}

/// All that the check finds: warnings first, the largest of them first, then in the order of series, kind and time.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// Where the book was read without the observations of a series.
pub fn findings(book: &Book) -> Result<Vec<Finding<'_>>> {
    let issues = quality_issues(book)?.into_iter();
    let found = issues.map(|issue| Finding {
        acceptance: acceptance_of(book, &issue),
        issue,
    });
    Ok(found.collect())
}

fn acceptance_of<'a>(book: &'a Book, issue: &QualityIssue<'_>) -> Option<&'a Acceptance> {
    acceptances_of(book, issue).pop()
}

/// What somebody accepted of a finding as it is now, the newest last.
pub fn acceptances_of<'a>(book: &'a Book, issue: &QualityIssue<'_>) -> Vec<&'a Acceptance> {
    let (kind, about) = (issue.kind.to_string(), issue.about());
    let of_series = book
        .acceptances
        .iter()
        .filter(|it| it.series == issue.series.id && it.kind == kind);
    let holds = |it: &&Acceptance| match (&issue.kind, issue.period) {
        (IssueKind::Missing { .. }, Some(period)) => it.covers(period),
        _ => it.period == issue.period && it.about == about,
    };
    of_series.filter(holds).collect()
}

impl QualityIssue<'_> {
    /// The name by which it is accepted, the same for as long as it is found: `KIND:SERIES@PERIOD`, or `KIND:SERIES`.
    pub fn id(&self) -> String {
        let (kind, series) = (&self.kind, &self.series.id);
        match self.period {
            Some(period) => format!("{kind}:{series}@{period}"),
            None => format!("{kind}:{series}"),
        }
    }

    /// The first and the last period that it is about, mostly one; none where it is about the series as a whole.
    pub fn periods(&self) -> Option<(Period, Period)> {
        let last = match self.kind {
            IssueKind::Missing { last, .. } | IssueKind::OtherUnit { last, .. } => Some(last),
            _ => self.period,
        };
        self.period.zip(last)
    }

    /// The values that it is about, as an acceptance keeps them; of several periods without a figure the last.
    pub fn about(&self) -> String {
        if let IssueKind::Missing { last, .. } = self.kind {
            return match self.period == Some(last) {
                true => String::new(),
                false => last.to_string(),
            };
        }
        let values: Vec<String> = self.kind.about().into_iter().map(plain).collect();
        values.join(" ")
    }

    /// That somebody lets it stand, as it is now.
    pub fn accepted(&self, because: &str, by: &str, at: Timestamp) -> Acceptance {
        Acceptance {
            id: AcceptanceId::NEW,
            kind: self.kind.to_string(),
            series: self.series.id.clone(),
            period: self.period,
            about: self.about(),
            anyway: because.is_empty(),
            because: because.to_owned(),
            accepted_by: by.to_owned(),
            accepted_at: at,
        }
    }
}

/// What was entered though it was doubted: the acceptances of what the check finds since, in some series and what they
/// hang together with.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// Where a book was read without the observations of the series and their kin.
pub fn entered_anyway(
    before: &Book,
    after: &Book,
    entered: &[SeriesId],
    by: &str,
    at: Timestamp,
) -> Result<Vec<Acceptance>> {
    let known: Vec<(String, String)> = doubts_of(before, entered)?
        .iter()
        .map(|issue| (issue.id(), issue.about()))
        .collect();
    let is_new = |issue: &QualityIssue<'_>| {
        !known.contains(&(issue.id(), issue.about())) && acceptance_of(after, issue).is_none()
    };
    let found = doubts_of(after, entered)?.into_iter().filter(is_new);
    Ok(found.map(|issue| issue.accepted("", by, at)).collect())
}

/// What is told at the entrances of what stands in some series and their kin.
fn doubts_of<'a>(book: &'a Book, entered: &[SeriesId]) -> Result<Vec<QualityIssue<'a>>> {
    let issues = issues_of(book, with_kin(book, entered))?.into_iter();
    let is_doubt = |issue: &QualityIssue<'_>| {
        matches!(
            issue.kind,
            IssueKind::Doubtful { .. }
                | IssueKind::OtherUnit { .. }
                | IssueKind::DoubtfulClaim { .. }
                | IssueKind::RevisedBefore { .. }
                | IssueKind::MonthsOff { .. }
        )
    };
    Ok(issues.filter(is_doubt).collect())
}

/// Some series with the whole of which each is a part, and its parts; each once.
fn with_kin<'a>(book: &'a Book, chosen: &[SeriesId]) -> Vec<&'a Series> {
    let mut all: Vec<&Series> = Vec::new();
    for series in book.series.iter().filter(|series| chosen.contains(&series.id)) {
        let kin = [series].into_iter().chain(book.whole(series)).chain(book.parts(series));
        for one in kin {
            if !all.iter().any(|known| known.id == one.id) {
                all.push(one);
            }
        }
    }
    all
}

/// Without zeros behind the last digit that counts, so that 402 and 402.0 are one value.
fn plain(mut value: Decimal) -> String {
    while let Some(shorter) = value
        .places()
        .checked_sub(1)
        .and_then(|places| value.rescale(places).ok())
    {
        value = shorter;
    }
    value.to_string()
}
