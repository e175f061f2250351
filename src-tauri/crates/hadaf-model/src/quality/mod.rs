//! The quality of the data: what does not add up, is missing, disagrees, or bears no date.

mod order;
mod runs;

use std::collections::BTreeSet;
use std::fmt;

use hadaf_core::{
    AcceptanceId, Claim, ClaimId, Decimal, Doubt, Frequency, Measure, Month, PartsCheck, Period, Reading, Readings,
    Series, Unit, VintageRole, sum_is_off, sum_of,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use self::order::revised_before;
use self::runs::{is_one_run, months_like_years, one_of_run, one_unit};
use crate::book::Book;
use crate::claim_doubts::standing_claim_doubts;
use crate::doubts::standing_doubts;
use crate::error::Result;

/// Something about the data that a reader should know.
#[derive(Debug, Clone)]
pub struct QualityIssue<'a> {
    /// In which series.
    pub series: &'a Series,
    /// Of which period, the first of several; none: of the series as a whole.
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
    /// No figure for some periods, one after the other, between the first known and the last.
    Missing {
        /// What lacks: months, quarters or years.
        every: Frequency,
        /// The last of them.
        last: Period,
        /// How many.
        count: usize,
    },
    /// No figure for more than half of the periods between the first known and the last: the series is published
    /// otherwise.
    MostMissing {
        /// What lacks: months, quarters or years.
        every: Frequency,
        /// Periods with a figure.
        known: usize,
        /// Periods without one.
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
    /// Figures of periods that follow on one another are all the same power of ten times what is usual: another unit.
    OtherUnit {
        /// The last of the periods.
        last: Period,
        /// The figures, in order.
        values: Vec<Decimal>,
        /// 3 for a thousand times, -1 for a tenth.
        power: i32,
        /// What is usual at the first of them.
        usual: f64,
    },
    /// A figure that is said to be a revision is dated before all that it could revise.
    RevisedBefore {
        /// The figure.
        value: Decimal,
        /// What was published later, and says nothing of a revision.
        revised: Decimal,
        /// On this day.
        day: Date,
    },
    /// The amount of a claim about the period may not have been meant.
    DoubtfulClaim {
        /// Which.
        claim: ClaimId,
        /// Its amount, or the low end of a range, in the unit of the series.
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
            Self::Missing { every, .. } | Self::MostMissing { every, .. } => match every {
                Frequency::Month => "missing_month",
                Frequency::Quarter => "missing_quarter",
                Frequency::FiscalYear => "missing_year",
            },
            Self::Disagreement { .. } => "disagreement",
            Self::MonthsLikeYears { .. } => "months_like_years",
            Self::Doubtful { doubt, .. } => doubt.code(),
            Self::OtherUnit { power, usual, .. } => one_of_run(*power, *usual).code(),
            Self::RevisedBefore { .. } => "revised_before",
            Self::DoubtfulClaim { doubt, .. } => return f.pad(&format!("claim_{}", doubt.code())),
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
                doubt: Doubt::Break { .. } | Doubt::OffPattern { .. },
                ..
            } => IssueSeverity::Note,
            Self::PartsOff(_)
            | Self::MonthsOff { .. }
            | Self::MonthsLikeYears { .. }
            | Self::OtherUnit { .. }
            | Self::RevisedBefore { .. }
            | Self::Doubtful { .. }
            | Self::DoubtfulClaim { .. } => IssueSeverity::Warning,
            Self::Missing { .. } | Self::MostMissing { .. } | Self::Disagreement { .. } | Self::Undated { .. } => {
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
            Self::Doubtful { value, doubt } | Self::DoubtfulClaim { value, doubt, .. } => doubt.size_of(*value),
            Self::RevisedBefore { value, revised, .. } => Some(value.to_f64() - revised.to_f64()),
            Self::OtherUnit {
                values, power, usual, ..
            } => one_of_run(*power, *usual).size_of(*values.first()?),
            Self::Missing { .. } | Self::MostMissing { .. } | Self::MonthsLikeYears { .. } | Self::Undated { .. } => {
                None
            }
        }
    }

    /// How much it weighs beside others of its severity, the larger the sooner it is told: a whole series, then what is
    /// off by its share of the figure, then how much lacks.
    fn weight(&self) -> (u8, f64) {
        match self {
            Self::MonthsLikeYears { .. } => (3, 0.0),
            Self::PartsOff(_)
            | Self::MonthsOff { .. }
            | Self::Disagreement { .. }
            | Self::OtherUnit { .. }
            | Self::RevisedBefore { .. }
            | Self::Doubtful { .. }
            | Self::DoubtfulClaim { .. } => (2, self.share()),
            Self::Missing { count, .. } | Self::MostMissing { missing: count, .. } => (1, *count as f64),
            Self::Undated { .. } => (0, 0.0),
        }
    }

    /// How far off it is as a share of the largest number that it is about, at most 1; all where nothing is measured.
    fn share(&self) -> f64 {
        let Some(size) = self.size().map(f64::abs) else {
            return 1.0;
        };
        let values = self.about().into_iter().map(|value| value.to_f64().abs());
        match values.fold(size, f64::max) {
            largest if largest > 0.0 => size / largest,
            _ => 0.0,
        }
    }

    /// The exact values that it is about: where one of them changes, it is another issue.
    pub fn about(&self) -> Vec<Decimal> {
        match self {
            Self::PartsOff(check) => vec![check.parts, check.total],
            Self::MonthsOff { sum, annual, .. } => vec![*sum, *annual],
            Self::Disagreement { value, others } => [&[*value], &others[..]].concat(),
            Self::Doubtful { value, doubt } | Self::DoubtfulClaim { value, doubt, .. } => {
                [vec![*value], doubt.about()].concat()
            }
            Self::OtherUnit { values, .. } => values.clone(),
            Self::RevisedBefore { value, revised, .. } => vec![*value, *revised],
            Self::Undated { value } => vec![*value],
            Self::Missing { .. } | Self::MostMissing { .. } | Self::MonthsLikeYears { .. } => Vec::new(),
        }
    }
}

/// The issues of all current figures: warnings first, the largest of them first, then in the order of series, kind and time.
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
    // What is worked out is as good as what it is worked out from, where it is found.
    for series in chosen.into_iter().filter(|series| series.formula.is_none()) {
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
        add(doubtful_claims(book, series, &readings)?);
        add(months_like_years(&readings));
        add(missing(book, series, &readings));
        add(revised_before(book, series));
        add(disagreements(book, series, &readings));
        add(undated(&readings));
    }
    let weight = |issue: &QualityIssue<'_>| issue.kind.weight();
    issues.sort_by(|left, right| {
        let severity = left.kind.severity().cmp(&right.kind.severity());
        let (of_left, of_right) = (weight(left), weight(right));
        severity
            .then(of_right.0.cmp(&of_left.0))
            .then(of_right.1.total_cmp(&of_left.1))
    });
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
    let told = found.filter(|(period, _, doubt)| !told_elsewhere(*period, doubt));
    let told: Vec<(Period, Decimal, Doubt)> = told.collect();
    let runs = told.chunk_by(|left, right| is_one_run(book, series, left, right));
    Ok(runs.flat_map(one_unit).collect())
}

/// Claims whose amount may not have been meant.
fn doubtful_claims(book: &Book, series: &Series, readings: &Readings) -> Result<Found> {
    let found = standing_claim_doubts(book, series, readings)?.into_iter();
    let issue = |(claim, value, doubt): (&Claim, Decimal, Doubt)| {
        let kind = IssueKind::DoubtfulClaim {
            claim: claim.id.clone(),
            value,
            doubt,
        };
        (claim.fiscal_year.map(Period::from), kind)
    };
    Ok(found.map(issue).collect())
}

/// Periods without a figure between the first and the last one that has one. Those that follow on one another, and were
/// accepted together or not at all, are one finding.
fn missing(book: &Book, series: &Series, readings: &Readings) -> Found {
    let (calendar, every) = (book.calendar(), series.frequency);
    let of_month = |month: Month| -> Period {
        match every {
            Frequency::Month => month.into(),
            Frequency::Quarter => calendar.quarter_of(month).into(),
            Frequency::FiscalYear => calendar.year_of(month).into(),
        }
    };
    let observed = readings.iter().map(|(period, _)| period);
    let known: BTreeSet<Period> = observed
        .filter(|period| of_month(calendar.start_of(*period)) == *period && readings.observed(*period).is_some())
        .collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return Vec::new();
    };
    let mut all: Vec<Period> = Month::range(calendar.start_of(*first)..=calendar.start_of(*last))
        .map(of_month)
        .collect();
    all.dedup();
    let missing = all.len() - known.len();
    if missing > known.len() {
        let known = known.len();
        return vec![(None, IssueKind::MostMissing { every, known, missing })];
    }
    let mut found = Found::new();
    // Of the period before: nothing where it has a figure, else by what it was accepted.
    let mut before: Option<Option<AcceptanceId>> = None;
    for period in all {
        let lacks = (!known.contains(&period)).then(|| {
            let word = IssueKind::Missing {
                every,
                last: period,
                count: 1,
            }
            .to_string();
            let mut accepted = book
                .acceptances
                .iter()
                .filter(|it| it.series == series.id && it.kind == word);
            accepted.rfind(|it| it.covers(period)).map(|it| it.id)
        });
        match (&lacks, found.last_mut()) {
            (Some(_), Some((_, IssueKind::Missing { last, count, .. }))) if lacks == before => {
                (*last, *count) = (period, *count + 1);
            }
            (Some(_), _) => found.push((
                Some(period),
                IssueKind::Missing {
                    every,
                    last: period,
                    count: 1,
                },
            )),
            (None, _) => {}
        }
        before = lacks;
    }
    found
}

fn disagreements(book: &Book, series: &Series, readings: &Readings) -> Found {
    let disagreeing = readings.iter().filter(|(_, reading)| reading.disagreement);
    disagreeing
        .filter(|(period, _)| !is_decided(book, series, *period))
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

/// Whether somebody decided which source is read, and nobody else has published another figure since.
fn is_decided(book: &Book, series: &Series, period: Period) -> bool {
    let Some(decided) = book.preference(&series.id, period) else {
        return false;
    };
    let day = decided.preferred_at.to_zoned_datetime(TimeZone::UTC).date();
    let history = book.history(&series.id, period, book.now()).into_iter();
    let mut others = history.filter(|it| it.role == VintageRole::Disagrees);
    others.all(|it| it.observation.source != decided.source && it.observation.published.known_from() <= day)
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
