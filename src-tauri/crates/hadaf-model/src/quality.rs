//! The quality of the data: what does not add up, is missing, disagrees, or bears no date.

use std::collections::BTreeSet;
use std::fmt;

use hadaf_core::{
    Decimal, Doubt, Frequency, Measure, Month, PartsCheck, Period, Reading, Readings, Series, Unit, VintageRole,
    sum_is_off, sum_of,
};

use crate::book::Book;
use crate::doubts::standing_doubts;
use crate::error::Result;

/// Something about the data that a reader should know.
#[derive(Debug, Clone)]
pub struct QualityIssue<'a> {
    /// In which series.
    pub series: &'a Series,
    /// Of which period; none: of the series as a whole.
    pub period: Option<Period>,
    /// What it is.
    pub kind: IssueKind,
}

/// What an issue is, with the numbers that show it.
#[derive(Debug, Clone, PartialEq)]
pub enum IssueKind {
    /// The parts of a total do not sum to it.
    PartsOff(PartsCheck),
    /// Twelve months do not sum to the published year.
    MonthsOff {
        /// Sum of the months.
        sum: Decimal,
        /// The year as published.
        annual: Decimal,
        /// Sum less year.
        difference: Decimal,
    },
    /// No figure for a month between the first known and the last.
    MissingMonth,
    /// No figure for more than half of the months between the first known and the last: the series is published
    /// otherwise.
    MostMonthsMissing {
        /// Months with a figure.
        known: usize,
        /// Months without one.
        missing: usize,
    },
    /// Sources give different numbers, and none is a revision of the other.
    Disagreement {
        /// The current figure.
        value: Decimal,
        /// What the others say, the newest first.
        others: Vec<Decimal>,
    },
    /// One month for each of some years, one later each time, as where fiscal years such as 2008-09 were read as months.
    MonthsLikeYears {
        /// The first of them.
        first: Month,
        /// The last.
        last: Month,
    },
    /// The current figure may not have been meant.
    Doubtful {
        /// The figure.
        value: Decimal,
        /// Why.
        doubt: Doubt,
    },
    /// The page of the current figure has no date, so that no earlier day of reading knows it.
    Undated {
        /// The figure.
        value: Decimal,
    },
}

/// How much an issue weighs; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssueSeverity {
    /// Numbers contradict one another.
    Warning,
    /// Worth knowing.
    Note,
}

/// The word for programs.
impl fmt::Display for IssueSeverity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// The word for programs.
impl fmt::Display for IssueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::PartsOff(_) => "parts_off",
            Self::MonthsOff { .. } => "months_annual",
            Self::MissingMonth | Self::MostMonthsMissing { .. } => "missing_month",
            Self::Disagreement { .. } => "disagreement",
            Self::MonthsLikeYears { .. } => "months_like_years",
            Self::Doubtful { doubt, .. } => doubt.code(),
            Self::Undated { .. } => "undated",
        })
    }
}

impl IssueKind {
    /// How much it weighs.
    pub fn severity(&self) -> IssueSeverity {
        match self {
            // A break may be the economy's own.
            Self::Doubtful {
                doubt: Doubt::Break { .. },
                ..
            } => IssueSeverity::Note,
            Self::PartsOff(_) | Self::MonthsOff { .. } | Self::MonthsLikeYears { .. } | Self::Doubtful { .. } => {
                IssueSeverity::Warning
            }
            Self::MissingMonth | Self::MostMonthsMissing { .. } | Self::Disagreement { .. } | Self::Undated { .. } => {
                IssueSeverity::Note
            }
        }
    }

    /// How far off it is, in the unit of the series; none where nothing is measured.
    pub fn size(&self) -> Option<f64> {
        match self {
            Self::PartsOff(check) => Some(check.difference.to_f64()),
            Self::MonthsOff { difference, .. } => Some(difference.to_f64()),
            Self::Disagreement { value, others } => {
                let apart = others.iter().map(|other| other.to_f64() - value.to_f64());
                apart.max_by(|left, right| left.abs().total_cmp(&right.abs()))
            }
            Self::Doubtful { value, doubt } => doubt.size_of(*value),
            Self::MissingMonth
            | Self::MostMonthsMissing { .. }
            | Self::MonthsLikeYears { .. }
            | Self::Undated { .. } => None,
        }
    }

    /// The exact values that it is about: where one of them changes, it is another issue.
    pub fn about(&self) -> Vec<Decimal> {
        match self {
            Self::PartsOff(check) => vec![check.parts, check.total],
            Self::MonthsOff { sum, annual, .. } => vec![*sum, *annual],
            Self::Disagreement { value, others } => [&[*value], &others[..]].concat(),
            Self::Doubtful { value, doubt } => [vec![*value], doubt.about()].concat(),
            Self::Undated { value } => vec![*value],
            Self::MissingMonth | Self::MostMonthsMissing { .. } | Self::MonthsLikeYears { .. } => Vec::new(),
        }
    }
}

/// The issues of all current figures: warnings first, then in the order of series, kind and time.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// Where the book was read without the observations of a series.
pub fn quality_issues(book: &Book) -> Result<Vec<QualityIssue<'_>>> {
    issues_of(book, &book.series)
}

/// The issues of some series.
pub(crate) fn issues_of<'a>(
    book: &'a Book,
    chosen: impl IntoIterator<Item = &'a Series>,
) -> Result<Vec<QualityIssue<'a>>> {
    let mut issues = Vec::new();
    for series in chosen {
        let readings = book.readings(series, book.now());
        let mut add = |found: Vec<(Option<Period>, IssueKind)>| {
            issues.extend(
                found
                    .into_iter()
                    .map(|(period, kind)| QualityIssue { series, period, kind }),
            );
        };
        add(parts_off(book, series, &readings)?);
        if series.measure == Measure::Flow && series.unit != Unit::Percent {
            add(months_off(book, &readings)?);
        }
        add(doubtful(book, series, &readings)?);
        add(months_like_years(&readings));
        if series.frequency == Frequency::Month {
            add(missing_months(&readings));
        }
        add(disagreements(book, series, &readings));
        add(undated(&readings));
    }
    issues.sort_by_key(|issue| issue.kind.severity());
    Ok(issues)
}

type Found = Vec<(Option<Period>, IssueKind)>;

/// Parts against the total, where all are known of one vintage.
fn parts_off(book: &Book, series: &Series, readings: &Readings) -> Result<Found> {
    let parts: Vec<Readings> = book
        .parts(series)
        .iter()
        .map(|part| book.readings(part, book.now()))
        .collect();
    let mut found = Vec::new();
    if parts.is_empty() {
        return Ok(found);
    }
    for (period, total) in readings.iter() {
        let of_period: Option<Vec<&Reading>> = parts.iter().map(|part| part.observed(period)).collect();
        let Some(of_period) = of_period.filter(|_| readings.observed(period).is_some()) else {
            continue;
        };
        let check = PartsCheck::of_readings(total, &of_period)?;
        if check.off {
            found.push((Some(period), IssueKind::PartsOff(check)));
        }
    }
    Ok(found)
}

/// Twelve months against the published year.
fn months_off(book: &Book, readings: &Readings) -> Result<Found> {
    let mut found = Vec::new();
    for (period, reading) in readings.iter() {
        let Some(year) = period.as_fiscal_year() else { continue };
        let months = book.calendar().months_of(year);
        // A month that was worked out of the year's total tells nothing of it; of quarters the doubts tell.
        if months.iter().any(|month| readings.observed(*month).is_none()) {
            continue;
        }
        let Some(sum) = sum_of(readings, book.calendar(), months)? else {
            continue;
        };
        let annual = reading.value;
        let difference = sum.checked_sub(annual)?;
        if sum_is_off(sum, annual) {
            let kind = IssueKind::MonthsOff {
                sum,
                annual,
                difference,
            };
            found.push((Some(period), kind));
        }
    }
    Ok(found)
}

/// Figures that may not have been meant. What is found of a part is not told again of its whole, nor of a year what its
/// months tell.
fn doubtful(book: &Book, series: &Series, readings: &Readings) -> Result<Found> {
    let told_elsewhere = |period: Period, doubt: &Doubt| match doubt {
        Doubt::BelowPart { .. } => true,
        Doubt::BelowMonths { .. } | Doubt::AboveMonths { .. } | Doubt::PartialSum { .. } => {
            let months = book.calendar().months_in(period);
            period.as_fiscal_year().is_some() && months.into_iter().all(|month| readings.get(month).is_some())
        }
        _ => false,
    };
    let found = standing_doubts(book, series, readings)?.into_iter();
    Ok(found
        .filter(|(period, _, doubt)| !told_elsewhere(*period, doubt))
        .map(|(period, value, doubt)| (Some(period), IssueKind::Doubtful { value, doubt }))
        .collect())
}

/// A series whose only months are 2008-09, 2009-10, 2010-11 and on.
fn months_like_years(readings: &Readings) -> Found {
    let months: Vec<Month> = readings.months().map(|(month, _)| month).collect();
    let is_like = |month: &Month| i16::from(month.month()) == (month.year() + 1) % 100;
    let are_apart = months.windows(2).all(|pair| pair[1].since(pair[0]) == 13);
    match months[..] {
        [first, .., last] if are_apart && months.iter().all(is_like) => {
            vec![(None, IssueKind::MonthsLikeYears { first, last })]
        }
        _ => Vec::new(),
    }
}

/// Months without a figure between the first and the last one that has one.
fn missing_months(readings: &Readings) -> Found {
    let months = readings.months().map(|(month, _)| month);
    let known: BTreeSet<Month> = months.filter(|month| readings.derivation(*month).is_none()).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return Vec::new();
    };
    let all = Month::range(*first..=*last);
    let missing: Vec<Month> = all.filter(|month| !known.contains(month)).collect();
    if missing.len() > known.len() {
        let kind = IssueKind::MostMonthsMissing {
            known: known.len(),
            missing: missing.len(),
        };
        return vec![(None, kind)];
    }
    let issue = |month: Month| (Some(month.into()), IssueKind::MissingMonth);
    missing.into_iter().map(issue).collect()
}

fn disagreements(book: &Book, series: &Series, readings: &Readings) -> Found {
    let disagreeing = readings.iter().filter(|(_, reading)| reading.disagreement);
    disagreeing
        .map(|(period, reading)| {
            let history = book.history(&series.id, period, book.now()).into_iter();
            let mut others: Vec<Decimal> = Vec::new();
            for other in history.filter(|it| it.role == VintageRole::Disagrees) {
                let value = other.observation.value;
                if !others.iter().any(|told| told.same_value(value)) {
                    others.push(value);
                }
            }
            let value = reading.value;
            (Some(period), IssueKind::Disagreement { value, others })
        })
        .collect()
}

fn undated(readings: &Readings) -> Found {
    let observed = readings
        .iter()
        .filter(|(period, _)| readings.observed(*period).is_some());
    let undated = observed.filter(|(_, reading)| reading.published.date.is_none());
    let issue = |value| IssueKind::Undated { value };
    undated
        .map(|(period, reading)| (Some(period), issue(reading.value)))
        .collect()
}
