//! The chances of what may become of a claim, by the rule that will score it ([`crate::outcome`]).

use crate::stated::Stated;
use crate::{Chance, Claim, Decimal, Sample, Series};

/// What a year's total may be found to be: the parts of one whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutcomeChances {
    /// It reaches the number, by more than totals of years are revised.
    pub met: Chance,
    /// It lies so near to the number that a revision may decide.
    pub too_close: Chance,
    /// It falls short by more than that.
    pub missed: Chance,
}

impl OutcomeChances {
    /// From the total in every path, for a number that is called too close within so many percent of it.
    pub fn of(totals: &Sample, amount: f64, close_percent: f64) -> Self {
        let met = totals.chance(Goal::reaching(amount, close_percent).low);
        // Strictly below the near side is missed; where nothing is ever revised, so is all that is not met.
        let reaches_near = totals.chance(amount - margin(amount, close_percent));
        let near = (reaches_near.exact() - met.exact()).max(0.0);
        Self {
            met,
            too_close: Chance::new(near).expect("a difference of shares is a number"),
            missed: reaches_near.complement(),
        }
    }

    /// Of a claim about a series, by what decides it: its number, or both ends of a range that was projected. None for
    /// another measure.
    pub fn of_claim(totals: &Sample, claim: &Claim, series: &Series, close_percent: f64) -> Option<Self> {
        let stated = Stated::of(claim, series)?;
        let low = stated.low.to_f64();
        Some(match stated.deciding_end() {
            None => Self::of(totals, low, close_percent),
            Some(high) => Self::within(totals, low, high.to_f64(), close_percent),
        })
    }

    /// Of a total that is to lie between two ends.
    fn within(totals: &Sample, low: f64, high: f64, close_percent: f64) -> Self {
        let reaches = |value: f64| totals.chance(value).exact();
        let (by_low, by_high) = (margin(low, close_percent), margin(high, close_percent));
        let met = (reaches(low + by_low) - reaches(high - by_high)).max(0.0);
        let missed = 1.0 - reaches(low - by_low) + reaches(high + by_high);
        let part = |share: f64| Chance::new(share).expect("a share is a number");
        Self {
            met: part(met),
            too_close: part((1.0 - met - missed).max(0.0)),
            missed: part(missed),
        }
    }

    /// The parts in 100, met, too close and missed: they sum to 100. The first is that which is told of the chance alone
    /// ([`Chance::marks`]), what rounding leaves over is of the last.
    pub fn of_100(&self) -> [u8; 3] {
        let met = self.met.marks();
        let rest = 100 - met;
        // 0 to 100, of a share.
        let close = (100.0 * self.too_close.exact()).round() as u8;
        let close = close.min(rest);
        [met, close, rest - close]
    }
}

/// What a total has to be for a claim to be met, by more than what is too close.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// The least total that meets it.
    pub low: f64,
    /// Of a range that was projected, the total from which on it is met no more.
    pub below: Option<f64>,
}

impl Goal {
    /// To reach a number that is called too close within so many percent of it.
    pub fn reaching(amount: f64, close_percent: f64) -> Self {
        Self {
            low: amount + margin(amount, close_percent),
            below: None,
        }
    }

    /// Of a claim about a series, by what decides it: its number, or both ends of a range that was projected. None for
    /// another measure.
    pub fn of_claim(claim: &Claim, series: &Series, close_percent: f64) -> Option<Self> {
        let stated = Stated::of(claim, series)?;
        let high = stated.deciding_end().map(Decimal::to_f64);
        Some(Self {
            below: high.map(|high| high - margin(high, close_percent)),
            ..Self::reaching(stated.low.to_f64(), close_percent)
        })
    }

    /// Whether a total meets it.
    pub fn is_met(self, total: f64) -> bool {
        total >= self.low && self.below.is_none_or(|below| total < below)
    }
}

fn margin(amount: f64, close_percent: f64) -> f64 {
    amount.abs() * close_percent / 100.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    /// Of 1 to 100, against 70 within 10 %: 77 to 100 meet it, 63 to 76 are too close, 1 to 62 miss it.
    #[test]
    fn parts_are_those_of_the_scoring_rule() {
        let totals = Sample::of((1..=100).map(f64::from).collect()).unwrap();
        let parts = OutcomeChances::of(&totals, 70.0, 10.0);
        assert_eq!(parts.of_100(), [24, 14, 62]);
        let plain = OutcomeChances::of(&totals, 70.0, 0.0);
        assert_eq!((plain.of_100(), plain.met), ([31, 0, 69], totals.chance(70.0)));
    }

    /// Of 1 to 100, between 40 and 60 within 5 %: 42 and 63 are the far sides of what is too close, 38 and 57 the near ones.
    #[test]
    fn a_range_is_met_between_its_ends() {
        let totals = Sample::of((1..=100).map(f64::from).collect()).unwrap();
        let parts = OutcomeChances::within(&totals, 40.0, 60.0, 5.0);
        // Met: 42 to 56. Missed: 1 to 37, and 63 to 100.
        assert_eq!(parts.of_100(), [15, 10, 75]);
        assert_eq!(OutcomeChances::within(&totals, 40.0, 60.0, 0.0).of_100(), [20, 0, 80]);
        assert_eq!(OutcomeChances::within(&totals, 40.0, 41.0, 10.0).of_100()[0], 0);
        let goal = Goal {
            below: Some(57.0),
            ..Goal::reaching(40.0, 5.0)
        };
        assert_eq!(totals.values().iter().filter(|total| goal.is_met(**total)).count(), 15);
    }

    /// 39.5, 1 and 59.5 are told as 40, 1 and 59: the chance alone would be told as 40.
    #[test]
    fn the_first_part_is_the_chance_as_it_is_told() {
        let part = |share: f64| Chance::new(share).unwrap();
        let chances = OutcomeChances {
            met: part(0.395),
            too_close: part(0.01),
            missed: part(0.595),
        };
        assert_eq!(chances.of_100(), [40, 1, 59]);
    }

    #[test]
    fn rounded_parts_sum_to_a_hundred() {
        let totals = Sample::of((0..7).map(f64::from).collect()).unwrap();
        for amount in 0..8 {
            for close in [0.0, 5.0, 40.0, 200.0] {
                let parts = OutcomeChances::of(&totals, f64::from(amount), close).of_100();
                assert_eq!(
                    parts.iter().map(|part| u32::from(*part)).sum::<u32>(),
                    100,
                    "{amount} {close}"
                );
            }
        }
    }
}
