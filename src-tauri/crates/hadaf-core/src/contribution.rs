//! What each part of a total added to its growth, and what each is short of what a target asks.
//!
//! *Growth:* a part's change on the same months a year before, over the total of those months a year
//! before, is its contribution in percentage points. The contributions and the rest add up to the
//! total's growth exactly as the changes do.
//!
//! *Gap:* a target asks the whole year to grow by one factor on the year before. Every part's months
//! so far are asked to have grown by that factor on its own same months; what is missing of that is
//! its gap. So a part keeps last year's share and last year's season, and the parts' gaps and the
//! rest add up to the total's. *Weighed:* gaps against the monthly growth of the target path would
//! need every part's own path, of which most have too few months.

use crate::totals::bare_total;
use crate::{Decimal, FiscalCalendar, FiscalYear, Month, Readings, Result, SeriesId, growth_percent};

/// Where a year so far is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToDateBasis {
    /// The months where all are known, else the printed to-date total: what differs between the two
    /// publications lies in the rest.
    Mixed,
    /// The printed to-date totals, of one publication.
    Published,
    /// The sum of the months.
    Months,
}

crate::text::words!(ToDateBasis, "basis of a year so far", {
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
    /// The change, exact.
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
    /// The last month so far: the newest one through which most parts are known in both years.
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

/// The contributions of parts to the growth of a total in a year so far, and to its gap against a
/// target for that year, which is in the series' unit. None when the total is not known in both years.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when a sum does not fit.
pub fn contributions(
    total: (&SeriesId, &Readings),
    parts: &[(&SeriesId, &Readings)],
    calendar: &FiscalCalendar,
    year: FiscalYear,
    target: Option<Decimal>,
) -> Result<Option<Contributions>> {
    let both = |readings: &Readings, through: Month, basis: ToDateBasis| -> Result<Option<(Decimal, Decimal)>> {
        let now = to_date(readings, calendar, through, basis)?;
        Ok(now.zip(to_date(readings, calendar, through.plus(-12), basis)?))
    };
    // The newest of the months through which the most parts are known, on the best basis for it.
    let mut best: Option<(usize, Month, ToDateBasis)> = None;
    for month in calendar.months_of(year) {
        for basis in ToDateBasis::ALL {
            if both(total.1, month, *basis)?.is_none() {
                continue;
            }
            let mut known = 0;
            for (_, readings) in parts {
                known += usize::from(both(readings, month, *basis)?.is_some());
            }
            best = best.max(Some((known, month, *basis)));
        }
    }
    let Some((_, through, basis)) = best else {
        return Ok(None);
    };
    let Some((total_now, total_before)) = both(total.1, through, basis)? else {
        return Ok(None);
    };
    let last_year = bare_total(total.1, calendar, year.prev())?.filter(|before| before.months == 12);
    let factor = target
        .zip(last_year)
        .filter(|(_, last)| last.value.to_f64() > 0.0)
        .map(|(target, last)| target.to_f64() / last.value.to_f64());
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
        match both(readings, through, basis)? {
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
        through,
        basis,
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

/// From the year's first month through `month`.
fn to_date(
    readings: &Readings,
    calendar: &FiscalCalendar,
    month: Month,
    basis: ToDateBasis,
) -> Result<Option<Decimal>> {
    let first = calendar.first_month(calendar.year_of(month));
    let published = || readings.through(month).map(|reading| reading.value);
    let sum = || crate::sum_of(readings, Month::range(first..=month));
    Ok(match basis {
        ToDateBasis::Months => sum()?,
        ToDateBasis::Published => published(),
        ToDateBasis::Mixed => sum()?.or_else(published),
    })
}
