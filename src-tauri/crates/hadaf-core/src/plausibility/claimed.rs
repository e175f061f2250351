//! The amount of a claim, held against what the years of its series came to and against what others claimed.
//!
//! A target is no figure: it may lie far from what is, the farther the later its year. So only what cannot be ambition is
//! doubted: an amount whose point or unit is wrong.

use std::collections::BTreeMap;

use super::line::{BREAK, GROSS, NEAR, apart, factor};
use super::{Doubt, YEARS, against_world};
use crate::{Adding, Decimal, FiscalCalendar, FiscalYear, Period, Readings, Result, Unit, totals};

/// A series may grow so many times in a year before a claim about it is doubted.
const GROWTH: f64 = 1.5;
/// Beyond so many years nothing more is granted; what bears no year may be meant for this far.
const FARTHEST: u16 = 10;

/// What the amount of a claim is held against, in the unit of its series.
#[derive(Debug, Clone, Copy)]
pub struct ClaimedYears<'a> {
    /// What years came to, as [`years_known`] has them.
    pub known: &'a BTreeMap<FiscalYear, f64>,
    /// What the other claims about the series say, each with its year.
    pub claimed: &'a [(Option<FiscalYear>, f64)],
    /// In what the series counts.
    pub unit: Unit,
}

/// What the years of a series came to, in its unit: each whole year's total, of a stock or a share its last figure. Where
/// no year is whole, what the months or quarters that are known of each would make in twelve months.
///
/// # Errors
/// [`crate::CoreError::Overflow`] when the months of a year have no sum.
pub fn years_known(readings: &Readings, calendar: &FiscalCalendar) -> Result<BTreeMap<FiscalYear, f64>> {
    let of_year = |period: Period, value: Decimal| (calendar.fiscal_year_of(period), value.to_f64());
    if readings.adding() != Adding::Sum {
        let all = readings.iter().map(|(period, reading)| of_year(period, reading.value));
        return Ok(all.collect());
    }
    let whole: BTreeMap<FiscalYear, f64> = totals(readings, calendar)?
        .into_iter()
        .filter(|total| total.months == 12)
        .map(|total| (total.fiscal_year, total.value.to_f64()))
        .collect();
    if !whole.is_empty() {
        return Ok(whole);
    }
    let mut sums: BTreeMap<FiscalYear, (f64, usize)> = BTreeMap::new();
    let length = |period: Period| calendar.months_in(period).len();
    let shortest = readings.iter().map(|(period, _)| length(period)).min();
    for (period, reading) in readings.iter().filter(|(period, _)| Some(length(*period)) == shortest) {
        let (year, value) = of_year(period, reading.value);
        let (sum, months) = sums.entry(year).or_default();
        *sum += value;
        *months += length(period);
    }
    let at_the_rate = |(year, (sum, months)): (FiscalYear, (f64, usize))| (year, sum / months as f64 * 12.0);
    Ok(sums.into_iter().map(at_the_rate).collect())
}

/// Why the amount of a claim may not have been meant; for a year, or for none. At most one reason: what is a thousand times
/// too large is wrong beside everything else too.
pub fn claim_doubt(year: Option<FiscalYear>, value: Decimal, beside: ClaimedYears<'_>) -> Option<Doubt> {
    if year.is_some_and(|year| !YEARS.contains(&year.year())) {
        return Some(Doubt::FarYear);
    }
    let amount = value.to_f64();
    let is_balance = beside.known.values().any(|known| *known <= 0.0);
    let usual = match nearest(year, beside.known) {
        // What lies around zero has no scale.
        _ if is_balance => None,
        Some((known, usual)) => Some((usual, room(year, known, amount / usual))),
        None => closest(amount, beside.claimed).map(|usual| (usual, BREAK)),
    };
    let Some((usual, room)) = usual else {
        return against_world(beside.unit, value);
    };
    if amount <= 0.0 {
        return Some(match amount == 0.0 {
            true => Doubt::Zero { usual },
            false => Doubt::Negative { usual },
        });
    }
    let times = amount / usual;
    if apart(times) <= room {
        return None;
    }
    let (power, rest) = factor(times);
    let is_gross = power.abs() >= GROSS;
    let is_vouched = || {
        let vouches =
            |(of, other): &(Option<FiscalYear>, f64)| *of == year && *other > 0.0 && apart(amount / other) <= BREAK;
        beside.claimed.iter().any(vouches)
    };
    // Without a year that is known, other claims tell of gross mistakes alone.
    let is_small = || !beside.known.is_empty() && power != 0 && apart(rest) <= NEAR && !is_vouched();
    (is_gross || is_small()).then_some(Doubt::PowerOfTen { power, usual })
}

/// The year that is known nearest to one, of two the later; of no year, the last.
fn nearest(year: Option<FiscalYear>, known: &BTreeMap<FiscalYear, f64>) -> Option<(FiscalYear, f64)> {
    let apart = |other: FiscalYear| year.map_or(0, |year| year.year().abs_diff(other.year()));
    let years = known.iter().map(|(year, value)| (*year, *value));
    years.rev().min_by_key(|(other, _)| apart(*other))
}

/// How many times what a year came to, or the inverse, an amount may be without a doubt.
fn room(year: Option<FiscalYear>, known: FiscalYear, times: f64) -> f64 {
    let (years, is_later) = match year {
        Some(year) => (year.year().abs_diff(known.year()).min(FARTHEST), year >= known),
        None => (FARTHEST, true),
    };
    // A series grows: what is later may be more, and what is earlier less.
    match is_later == (times >= 1.0) {
        true => (0..years).fold(BREAK, |room, _| room * GROWTH),
        false => BREAK,
    }
}

/// The amount of another claim that is nearest, as one multiplies.
fn closest(amount: f64, claimed: &[(Option<FiscalYear>, f64)]) -> Option<f64> {
    let others = claimed.iter().map(|(_, other)| *other).filter(|other| *other > 0.0);
    others.min_by(|left, right| apart(amount / left).total_cmp(&apart(amount / right)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: i16) -> FiscalYear {
        FiscalYear::new(number).unwrap()
    }

    fn code(of: Option<i16>, amount: &str, claimed: &[(i16, f64)]) -> Option<String> {
        // Pakistan's IT exports, US$ million, as the State Bank has them.
        let known = [(2023, 2596.0), (2024, 3223.0), (2025, 3809.0)];
        let known: BTreeMap<FiscalYear, f64> = known.map(|(of, value)| (year(of), value)).into();
        let claimed: Vec<_> = claimed.iter().map(|(of, value)| (Some(year(*of)), *value)).collect();
        let beside = ClaimedYears {
            known: &known,
            claimed: &claimed,
            unit: "USD million".parse().unwrap(),
        };
        let value = Decimal::parse(amount).unwrap();
        let doubt = claim_doubt(of.map(year), value, beside)?;
        let instead = doubt.instead_of(value).map(|it| format!(" {it}")).unwrap_or_default();
        Some(format!("{}{instead}", doubt.code()))
    }

    #[test]
    fn an_amount_with_its_point_or_unit_wrong_is_doubted() {
        for (of, amount, expected) in [
            (Some(2027), "5.2", Some("power_of_ten 5200")),
            (Some(2027), "5200000", Some("power_of_ten 5200")),
            (Some(2027), "5200000000", Some("power_of_ten 5200")),
            (Some(2027), "520", Some("power_of_ten 5200")),
            (Some(2027), "52000", Some("power_of_ten 5200")),
            (Some(2027), "5200", None),
            (None, "5.2", Some("power_of_ten 5200")),
            (None, "30000", None),
            (Some(2027), "-5200", Some("negative 5200")),
            (Some(2027), "0", Some("zero")),
            (Some(3027), "5200", Some("far_year")),
            // What ministers said, before some of these years were known.
            (Some(2020), "6000", None),
            (Some(2026), "15000", None),
            (Some(2028), "18000", None),
            (Some(2030), "25000", None),
            (Some(2030), "15000", None),
            (Some(2021), "2000", None),
            // A third of what is: odd, and a number that somebody may have said.
            (Some(2026), "1500", None),
        ] {
            assert_eq!(code(of, amount, &[]).as_deref(), expected, "{of:?} {amount}");
        }
    }

    #[test]
    fn another_claim_of_the_year_vouches_for_what_is_large_not_for_what_is_absurd() {
        assert_eq!(code(Some(2027), "52000", &[(2027, 50000.0)]), None);
        assert_eq!(
            code(Some(2027), "52000", &[(2028, 50000.0)]).as_deref(),
            Some("power_of_ten 5200")
        );
        assert_eq!(
            code(Some(2027), "5.2", &[(2027, 5.0)]).as_deref(),
            Some("power_of_ten 5200")
        );
    }

    #[test]
    fn without_a_year_that_is_known_other_claims_tell_of_a_unit_alone() {
        let doubt = |amount: &str, claimed: &[(Option<FiscalYear>, f64)]| {
            let beside = ClaimedYears {
                known: &BTreeMap::new(),
                claimed,
                unit: "USD million".parse().unwrap(),
            };
            claim_doubt(Some(year(2027)), Decimal::parse(amount).unwrap(), beside).map(|doubt| doubt.code())
        };
        let others = [(Some(year(2026)), 5000.0)];
        assert_eq!(doubt("5.2", &others), Some("power_of_ten"));
        assert_eq!(doubt("52000", &others), None);
        assert_eq!(doubt("5.2", &[]), None);
        assert_eq!(doubt("5200000000", &[]), Some("too_large"));
    }

    #[test]
    fn a_balance_has_no_scale() {
        let known: BTreeMap<FiscalYear, f64> = [(year(2024), -40.0), (year(2025), 3.0)].into();
        let beside = ClaimedYears {
            known: &known,
            claimed: &[],
            unit: Unit::Percent,
        };
        for amount in ["0", "-5", "300"] {
            assert_eq!(
                claim_doubt(Some(year(2026)), Decimal::parse(amount).unwrap(), beside),
                None,
                "{amount}"
            );
        }
    }
}
