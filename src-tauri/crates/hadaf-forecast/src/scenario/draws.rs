//! Draws of factors that are in doubt.
//!
//! *Weighed:* Beta for shares and lognormal for amounts have two parameters and cannot pass through
//! three points. Here a normal deviate is put on the factor's own scale (logit for shares, logarithm
//! for amounts, plain where one of the three lies at an end of these) with one width below the centre
//! and one above: the 10, 50 and 90 % points are met exactly and no value leaves the allowed range. The price is a kink in
//! the density at the centre.

use hadaf_core::{Factor, FactorUnit};

use crate::numeric::{exp, ln, normal_quantile};
use crate::rng::Rng;

/// The normal deviate of 90 %.
const Z90: f64 = 1.281_551_565_544_6;

/// The most different sets of factors. Paths beyond so many take them in turn: each factor's margin is
/// laid out evenly over them, so that 500 tell as much of it as ten thousand at random (the share below
/// any point is within 0.001), in a twentieth of the time.
pub(super) const MOST: usize = 500;

/// A factor's quantile function.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantiles {
    scale: Scale,
    /// The three points on the scale.
    points: [f64; 3],
    least: f64,
    most: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    Plain,
    Log,
    Logit,
}

impl Quantiles {
    pub(super) fn of(factor: &Factor) -> Quantiles {
        let values = factor.setting.values().map(hadaf_core::Decimal::to_f64);
        let within = |low: f64, high: f64| values.iter().all(|value| *value > low && *value < high);
        let share = matches!(factor.unit, FactorUnit::Share | FactorUnit::SharePerDay);
        let amount = matches!(factor.unit, FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months);
        let scale = match () {
            () if factor.setting.is_fixed() => Scale::Plain,
            () if share && within(0.0, 1.0) => Scale::Logit,
            () if amount && within(0.0, f64::INFINITY) => Scale::Log,
            () => Scale::Plain,
        };
        Quantiles {
            scale,
            points: values.map(|value| scale.apply(value)),
            least: factor.least.to_f64(),
            most: factor.most.to_f64(),
        }
    }

    /// The value at a normal deviate of cost.
    pub(super) fn at(&self, z: f64) -> f64 {
        let [low, central, high] = self.points;
        let width = if z > 0.0 { high - central } else { central - low };
        self.scale
            .invert(central + z / Z90 * width)
            .clamp(self.least, self.most)
    }
}

impl Scale {
    fn apply(self, value: f64) -> f64 {
        match self {
            Scale::Plain => value,
            Scale::Log => ln(value),
            Scale::Logit => ln(value / (1.0 - value)),
        }
    }

    fn invert(self, value: f64) -> f64 {
        match self {
            Scale::Plain => value,
            Scale::Log => exp(value),
            Scale::Logit => 1.0 / (1.0 + exp(-value)),
        }
    }
}

/// Evenly laid normal deviates, in an order that a seed and a key decide.
pub(super) struct Scores {
    seed: u64,
    severity: Vec<f64>,
    /// Weight of the severity.
    load: f64,
    /// The deviates from the lowest to the highest.
    even: Vec<f64>,
}

impl Scores {
    /// `correlation` is the rank correlation with the severity.
    pub(super) fn new(seed: u64, count: usize, correlation: f64) -> Scores {
        let even = (0..count)
            .map(|i| normal_quantile((i as f64 + 0.5) / count as f64))
            .collect();
        Scores {
            severity: normals(seed, "severity", count),
            // a normal pair of this correlation has that rank correlation (Kruskal 1958)
            load: 2.0 * libm::sin(correlation.clamp(0.0, 1.0) * std::f64::consts::PI / 6.0),
            seed,
            even,
        }
    }

    /// Deviates of a factor, of an outage or not.
    pub(super) fn of(&self, key: &str, severe: bool) -> Vec<f64> {
        let mut scores = normals(self.seed, key, self.even.len());
        if severe {
            // what goes with the severity by chance is taken out, so that so few draws hold the correlation
            let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
            let size = product(&self.severity, &self.severity).max(1e-9);
            let chance = product(&scores, &self.severity) / size;
            for (score, severity) in scores.iter_mut().zip(&self.severity) {
                *score -= chance * severity;
            }
            let even = (size / product(&scores, &scores).max(1e-9)).sqrt();
            let own = (1.0 - self.load * self.load).max(0.0).sqrt() * even;
            for (score, severity) in scores.iter_mut().zip(&self.severity) {
                *score = self.load * severity + own * *score;
            }
        }
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_unstable_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        for (rank, place) in order.into_iter().enumerate() {
            scores[place] = self.even[rank];
        }
        scores
    }

    /// Numbers evenly laid between 0 and 1, in the order of the same key.
    pub(super) fn uniform(&self, key: &str) -> Vec<f64> {
        let count = self.even.len() as f64;
        let place = |z: f64| self.even.partition_point(|even| *even < z) as f64;
        self.of(key, false)
            .into_iter()
            .map(|z| (place(z) + 0.5) / count)
            .collect()
    }
}

fn normals(seed: u64, key: &str, count: usize) -> Vec<f64> {
    let mut rng = Rng::new(keyed(seed, key));
    (0..count).map(|_| rng.normal()).collect()
}

/// A seed of its own for a key: FNV-1a (Fowler, Noll and Vo) from the seed on.
pub(super) fn keyed(seed: u64, key: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed;
    key.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hadaf_core::{Coefficient, coefficients};

    #[test]
    fn the_three_points_are_met_exactly() {
        for factor in coefficients() {
            let quantiles = Quantiles::of(&factor);
            for (z, value) in [-Z90, 0.0, Z90].into_iter().zip(factor.setting.values()) {
                assert!((quantiles.at(z) - value.to_f64()).abs() < 1e-12, "{} {z}", factor.id);
            }
            for z in [-8.0, -3.0, 3.0, 8.0] {
                let range = factor.least.to_f64()..=factor.most.to_f64();
                assert!(range.contains(&quantiles.at(z)), "{} {z}", factor.id);
            }
        }
    }

    #[test]
    fn ranks_of_two_factors_correlate_as_asked() {
        let scores = Scores::new(7, MOST, 0.5);
        let (capacity, live) = (scores.of("capacity_national", true), scores.of("live_software", true));
        let severity = &scores.severity;
        // each has 0.5 with the severity; two of them about 0.25 with each other
        let rank = |values: &[f64]| crate::numeric::rank_correlation(values, severity);
        assert!((rank(&capacity) - 0.5).abs() < 0.03, "{}", rank(&capacity));
        let both = crate::numeric::rank_correlation(&capacity, &live);
        assert!((both - 0.25).abs() < 0.12, "{both}");
        let alone = crate::numeric::rank_correlation(&scores.of("budget_lag", false), severity);
        assert!(alone.abs() < 0.12, "{alone}");
    }

    #[test]
    fn draws_are_even_and_depend_on_the_key_alone() {
        let scores = Scores::new(7, 100, 0.5);
        let mut uniform = scores.uniform("initiative.1.delivered");
        uniform.sort_by(f64::total_cmp);
        assert!((uniform[0] - 0.005).abs() < 1e-12 && (uniform[99] - 0.995).abs() < 1e-12);
        let factor = Coefficient::MadeUp.as_str();
        assert_eq!(scores.of(factor, true), Scores::new(7, 100, 0.5).of(factor, true));
        assert_ne!(scores.of(factor, true), scores.of("made_up_days", true));
    }
}
