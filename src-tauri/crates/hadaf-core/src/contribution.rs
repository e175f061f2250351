//! What each part of a total added to its growth, and what each is short of what a target asks.
//!
//! *Growth:* a part's change on the same months a year before, over the total of those months a year
//! before, is its contribution in percentage points. The contributions and the rest add up to the
//! total's growth exactly as the changes do.
//!
//! *Gap:* the target path asks the total for an amount by now, which is some growth on the same months a year before.
//! Every part is asked to have grown as much on its own same months; what is missing of that is its gap. So a part keeps
//! last year's share, the total's gap is the one to the path that charts and briefings tell, and the parts' gaps and
//! the rest add up to it. *Weighed:* the growth that the target asks of the whole year, which is another path, ahead of the
//! first one early in a year; a path for every part, of which most have too few months.

use crate::totals::total_through;
use crate::{Decimal, FiscalCalendar, FiscalYear, Month, Readings, Result, SeriesId, growth_percent};

/// Where a year so far is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToDateBasis {
    /// The months where all are known, else as [`crate::running_totals`] has it: what differs between the publications lies
    /// in the rest.
    Mixed,
    /// The published to-date totals, of one publication.
    Published,
    /// The sum of the months.
    Months,
}

crate::text::words!(ToDateBasis, {
    Mixed => "mixed", Published => "published", Months => "months",
});

/// One part of the total, or the total itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Which series.
    pub series: SeriesId,
    /// Its year so far, through [`Contributions::through`].
    pub now: Decimal,
    /// The same months a year before.
    pub before: Decimal,
    /// The change in the unit of the series, exact.
    pub change: Decimal,
    /// Its own growth, percent.
    pub growth_percent: Option<f64>,
    /// What it adds to the total's growth, percentage points.
    pub growth_points: Option<f64>,
    /// How much more it would need to have by now for the target; below zero when it is ahead.
    pub gap: Option<f64>,
    /// Its share of the total's gap, 1 is the whole. None when the total is not short.
    pub gap_share: Option<f64>,
}

/// What the parts of a total add to its growth and to its gap, for a year so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The last month so far: of the spans over which the parts that are known bring most of the total, give or take
    /// [`AS_MUCH`], the longest one.
    pub through: Month,
    /// Where the numbers are taken from: one basis for all wherever as many parts are known on it.
    pub basis: ToDateBasis,
    /// The total.
    pub total: Contribution,
    /// The parts that are known, in the order given.
    pub parts: Vec<Contribution>,
    /// Parts without a number through that month in one of the years; they are in the rest.
    pub unknown: Vec<SeriesId>,
    /// The total's change less that of the parts, exact.
    pub rest: Decimal,
    /// What the rest adds to growth, percentage points.
    pub rest_points: Option<f64>,
    /// What of the gap is in no part.
    pub rest_gap: Option<f64>,
}

/// The contributions of parts to the growth of a total in a year so far, and to its gap against the path of a target for
/// that year: what the path asks to the end of each month, in the series' unit. None when the total is not known in
/// both years.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn contributions(
    total: (&SeriesId, &Readings),
    parts: &[(&SeriesId, &Readings)],
    calendar: &FiscalCalendar,
    year: FiscalYear,
    path: Option<[f64; 12]>,
) -> Result<Option<Contributions>> {
    let Some(span) = SpanToDate::most_known(total.1, parts, calendar, year)? else {
        return Ok(None);
    };
    let Some((total_now, total_before)) = span.both_years(total.1)? else {
        return Ok(None);
    };
    let asked = path.map(|path| path[usize::from(span.months()) - 1]);
    let factor = asked
        .filter(|_| total_before.to_f64() > 0.0)
        .map(|asked| asked / total_before.to_f64());
    let total_gap = factor.map(|factor| total_before.to_f64() * factor - total_now.to_f64());
    let contribution = |series: &SeriesId, (now, before): (Decimal, Decimal)| -> Result<Contribution> {
        let change = now.checked_sub(before)?;
        let gap = factor.map(|factor| before.to_f64() * factor - now.to_f64());
        Ok(Contribution {
            series: series.clone(),
            now,
            before,
            change,
            growth_percent: growth_percent(before.to_f64(), now.to_f64()),
            growth_points: points(change, total_before),
            gap,
            gap_share: gap
                .zip(total_gap.filter(|whole| *whole > 0.0))
                .map(|(gap, whole)| gap / whole),
        })
    };
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for (series, readings) in parts {
        match span.both_years(readings)? {
            Some(values) => found.push(contribution(series, values)?),
            None => unknown.push((*series).clone()),
        }
    }
    let total = contribution(total.0, (total_now, total_before))?;
    let rest = total
        .change
        .checked_sub(Decimal::sum(found.iter().map(|part| part.change))?)?;
    let in_parts: f64 = found.iter().filter_map(|part| part.gap).sum();
    Ok(Some(Contributions {
        fiscal_year: year,
        through: span.through,
        basis: span.basis,
        rest_points: points(rest, total.before),
        rest_gap: total_gap.map(|whole| whole - in_parts),
        rest,
        total,
        parts: found,
        unknown,
    }))
}

fn points(change: Decimal, total_before: Decimal) -> Option<f64> {
    let before = total_before.to_f64();
    (before > 0.0).then(|| change.to_f64() / before * 100.0)
}

/// Spans whose parts bring so much less of the total than those of the best one are as good: a longer one then says more.
const AS_MUCH: f64 = 0.05;

/// The months from a fiscal year's first one on, as they are known on one basis.
#[derive(Clone, Copy)]
struct SpanToDate<'a> {
    calendar: &'a FiscalCalendar,
    through: Month,
    basis: ToDateBasis,
}

impl<'a> SpanToDate<'a> {
    /// Of the spans over which the total is known in both years, the longest of those whose parts bring most of it, on
    /// the best basis for it.
    fn most_known(
        total: &Readings,
        parts: &[(&SeriesId, &Readings)],
        calendar: &'a FiscalCalendar,
        year: FiscalYear,
    ) -> Result<Option<Self>> {
        let mut spans: Vec<(f64, usize, Self)> = Vec::new();
        for through in calendar.months_of(year) {
            for basis in ToDateBasis::ALL.iter().copied() {
                let span = Self {
                    calendar,
                    through,
                    basis,
                };
                let Some((whole, _)) = span.both_years(total)? else {
                    continue;
                };
                let mut known = Vec::new();
                for (_, readings) in parts {
                    known.extend(span.both_years(readings)?.map(|(now, _)| now.to_f64()));
                }
                let (sum, whole) = (known.iter().sum::<f64>(), whole.to_f64());
                spans.push((if whole > 0.0 { sum / whole } else { 0.0 }, known.len(), span));
            }
        }
        let most = spans.iter().map(|(share, ..)| *share).fold(0.0, f64::max);
        let as_much = spans.into_iter().filter(|(share, ..)| *share >= most - AS_MUCH);
        let best = as_much.max_by_key(|(_, parts, span)| (span.through, *parts, span.basis));
        Ok(best.map(|(.., span)| span))
    }

    /// How many months it has, 1 to 12.
    fn months(self) -> u8 {
        self.calendar.position(self.through) + 1
    }

    /// Its value in this year and in the one before, where both are known.
    fn both_years(self, readings: &Readings) -> Result<Option<(Decimal, Decimal)>> {
        let now = self.value(readings, self.through)?;
        Ok(now.zip(self.value(readings, self.through.plus(-12))?))
    }

    /// From the first month of its fiscal year through a month.
    fn value(self, readings: &Readings, through: Month) -> Result<Option<Decimal>> {
        let year = self.calendar.year_of(through);
        let first = self.calendar.first_month(year);
        let annual = || readings.get(year).filter(|_| through == self.calendar.last_month(year));
        let published = || {
            annual()
                .or_else(|| readings.through(through))
                .map(|reading| reading.value)
        };
        let sum = || crate::sum_of(readings, self.calendar, Month::range(first..=through));
        Ok(match self.basis {
            ToDateBasis::Months => sum()?,
            ToDateBasis::Published => published(),
            ToDateBasis::Mixed => total_through(readings, self.calendar, year, self.months())?,
        })
    }
}
