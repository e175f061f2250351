//! What a forecast says of one number: its values in every path, and intervals read off them.

use crate::Chance;

/// The values of one number in every path of a forecast, such as the total of a year. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    ascending: Vec<f64>,
}

impl Sample {
    /// Sorts the values; none without any.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        // Values that are equal by this order are so to the last bit: which of them stands first shows nowhere.
        values.sort_unstable_by(f64::total_cmp);
        (!values.is_empty()).then_some(Self { ascending: values })
    }

    /// The value below which a share of the paths lies, between two paths by interpolation.
    pub fn quantile(&self, share: f64) -> f64 {
        let place = share.clamp(0.0, 1.0) * (self.ascending.len() - 1) as f64;
        let (below, above) = (place.floor() as usize, place.ceil() as usize);
        let (low, high) = (self.ascending[below], self.ascending[above]);
        low + (place - below as f64) * (high - low)
    }

    /// Chance of reaching an amount: the share of the paths at or above it.
    pub fn chance(&self, amount: f64) -> Chance {
        let short = self.ascending.partition_point(|value| *value < amount);
        Chance::of_count(self.ascending.len() - short, self.ascending.len()).expect("a sample is never empty")
    }

    /// The middle, with the intervals around it.
    pub fn intervals(&self) -> Intervals {
        Intervals::of(|share| self.quantile(share))
    }

    /// The values, the lowest first.
    pub fn values(&self) -> &[f64] {
        &self.ascending
    }
}

/// The three levels at which intervals are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Half of the outturns are to lie inside.
    P50,
    /// Four of five.
    P80,
    /// Nineteen of twenty.
    P95,
}

impl Level {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::P50, Self::P80, Self::P95];

    /// The share of outturns that are to lie inside, percent.
    pub fn percent(self) -> u8 {
        match self {
            Self::P50 => 50,
            Self::P80 => 80,
            Self::P95 => 95,
        }
    }

    /// The share of outturns that are to lie inside.
    pub fn share(self) -> f64 {
        f64::from(self.percent()) / 100.0
    }

    /// The quantiles at its two ends: as many outturns are to lie below as above.
    pub fn ends(self) -> (f64, f64) {
        // Literals, since (1 - 0.95) / 2 is not 0.025 in binary.
        match self {
            Self::P50 => (0.25, 0.75),
            Self::P80 => (0.1, 0.9),
            Self::P95 => (0.025, 0.975),
        }
    }
}

/// A central interval, both ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval<T = f64> {
    /// Its lower end.
    pub low: T,
    /// Its upper end.
    pub high: T,
}

/// The middle of a forecast and the intervals around it: numbers, or what is made of each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Intervals<T = f64> {
    /// Half of the paths end above.
    pub median: T,
    /// Half of the paths end inside.
    pub p50: Interval<T>,
    /// Four of five paths end inside, from the 10 to the 90 % quantile.
    pub p80: Interval<T>,
    /// Nineteen of twenty, from the 2.5 to the 97.5 % quantile.
    pub p95: Interval<T>,
}

impl<T> Intervals<T> {
    /// From the value at each quantile.
    pub fn of(mut quantile: impl FnMut(f64) -> T) -> Self {
        let mut interval = |level: Level| {
            let (low, high) = level.ends();
            Interval {
                low: quantile(low),
                high: quantile(high),
            }
        };
        let (p50, p80, p95) = (interval(Level::P50), interval(Level::P80), interval(Level::P95));
        Self {
            median: quantile(0.5),
            p50,
            p80,
            p95,
        }
    }

    /// The interval of a level.
    pub fn at(&self, level: Level) -> &Interval<T> {
        match level {
            Level::P50 => &self.p50,
            Level::P80 => &self.p80,
            Level::P95 => &self.p95,
        }
    }

    /// Each number beside the one that another forecast has at the same place.
    pub fn zip<U>(self, other: Intervals<U>) -> Intervals<(T, U)> {
        let interval = |one: Interval<T>, other: Interval<U>| Interval {
            low: (one.low, other.low),
            high: (one.high, other.high),
        };
        Intervals {
            median: (self.median, other.median),
            p50: interval(self.p50, other.p50),
            p80: interval(self.p80, other.p80),
            p95: interval(self.p95, other.p95),
        }
    }

    /// The same of something made of each number.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Intervals<U> {
        let mut interval = |interval: Interval<T>| Interval {
            low: make(interval.low),
            high: make(interval.high),
        };
        let (p50, p80, p95) = (interval(self.p50), interval(self.p80), interval(self.p95));
        Intervals {
            median: make(self.median),
            p50,
            p80,
            p95,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantiles_lie_between_two_paths() {
        let sample = Sample::of(vec![4.0, 1.0, 3.0, 2.0]).unwrap();
        // R's quantile(c(4, 1, 3, 2), c(0, .1, .5, .75, 1)), type 7.
        let quantiles = [0.0, 0.1, 0.5, 0.75, 1.0].map(|share| sample.quantile(share));
        assert_eq!(quantiles, [1.0, 1.3, 2.5, 3.25, 4.0]);
        assert_eq!((sample.quantile(-1.0), sample.quantile(2.0)), (1.0, 4.0));
        assert_eq!(Sample::of(Vec::new()), None);
        assert_eq!(Sample::of(vec![7.0]).unwrap().quantile(0.3), 7.0);
    }

    #[test]
    fn a_path_that_ends_on_the_amount_reaches_it() {
        let sample = Sample::of(vec![1.0, 2.0, 2.0, 3.0]).unwrap();
        let chances = [0.5, 2.0, 2.5, 3.0, 3.5].map(|amount| sample.chance(amount));
        assert_eq!(chances, [4, 3, 1, 1, 0].map(|hits| Chance::of_count(hits, 4).unwrap()));
    }

    #[test]
    fn levels_are_laid_out_evenly() {
        for level in Level::ALL {
            let (low, high) = level.ends();
            assert!((low + high - 1.0).abs() < 1e-15 && (high - low - level.share()).abs() < 1e-15);
        }
    }

    proptest! {
        #[test]
        fn intervals_lie_in_one_another(values in proptest::collection::vec(-1e9..1e9_f64, 1..60)) {
            let found = Sample::of(values).unwrap().intervals();
            let order = [
                found.p95.low, found.p80.low, found.p50.low, found.median, found.p50.high, found.p80.high, found.p95.high,
            ];
            prop_assert!(order.is_sorted(), "{order:?}");
            let mapped = found.map(|value| -value);
            prop_assert_eq!(mapped.at(Level::P80).low, -found.at(Level::P80).low);
        }
    }
}
