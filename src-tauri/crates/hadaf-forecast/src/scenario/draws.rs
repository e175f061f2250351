//! Draws of factors that are in doubt.
//!
//! *Weighed:* Beta for shares and lognormal for amounts have two parameters and cannot pass through
//! three points. Here a normal deviate is put on the factor's own scale (logit for shares, logarithm
//! for amounts, plain where one of the three lies at an end of these) with one width below the centre
//! and one above: the 10, 50 and 90 % points are met exactly and no value leaves the allowed range. The price is a kink in
//! the density at the centre.

use hadaf_core::{Assumptions, CostPoint, Decimal, Factor, FactorGroup, FactorId, FactorUnit};

use super::Base;
use super::formula::Formula;
use crate::numeric::{exp, ln, normal_quantile};
use crate::rng::Rng;

/// The normal deviate of 90 %.
const Z90: f64 = 1.281_551_565_544_6;

/// The most different sets of factors. Paths beyond so many take them in turn: each factor's margin is
/// laid out evenly over them, so that 500 show as much of it as ten thousand at random (the share below
/// any point is within 0.001), in a twentieth of the time.
pub(super) const MOST: usize = 500;

/// Draws of the register where everything else is held: its outages are all that differs.
const FEW: usize = 100;

/// One factor over all draws.
#[derive(Debug, Clone)]
pub(super) enum FactorDraws {
    Fixed(f64),
    Drawn(Vec<f64>),
}

impl FactorDraws {
    pub(super) fn at(&self, draw: usize) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Drawn(values) => values[draw],
        }
    }
}

/// Every factor over all draws.
#[derive(Debug, Clone)]
pub(super) struct Draws {
    /// The coefficients, then the parts of the assumptions.
    pub(super) columns: Vec<FactorDraws>,
    /// For each measure, a number between 0 and 1 below whose chance it is delivered; none: by its chance.
    pub(super) delivered: Vec<Option<FactorDraws>>,
    count: usize,
}

impl Draws {
    /// Every factor in doubt drawn.
    pub(super) fn new(base: &Base<'_>, assumptions: &Assumptions, factors: &[Factor]) -> Self {
        let in_doubt = |factor: &Factor| {
            let used = match factor.id {
                FactorId::Coefficient(coefficient) => assumptions.uses(coefficient),
                FactorId::Part { .. } => true,
            };
            used && !factor.setting.is_fixed()
        };
        if assumptions.initiatives.is_empty() && !factors.iter().any(in_doubt) {
            return Self::held(base, assumptions, factors, CostPoint::Central);
        }
        let count = MOST.min(base.paths.count());
        let correlation = assumptions.coefficient(Formula::of_country().severity_correlation);
        let scores = NormalScores::new(base.seed, count, correlation.setting.central.to_f64());
        let column = |factor: &Factor| {
            if !in_doubt(factor) {
                return FactorDraws::Fixed(factor.setting.central.to_f64());
            }
            let quantiles = Quantiles::of(factor);
            let scores = scores.of(&factor.id.to_string(), is_severe(factor));
            FactorDraws::Drawn(scores.into_iter().map(|z| quantiles.at(z)).collect())
        };
        let delivered = |index: usize| {
            let key = format!("initiative.{}.delivered", index + 1);
            Some(FactorDraws::Drawn(scores.uniform(&key)))
        };
        Self {
            columns: factors.iter().map(column).collect(),
            delivered: (0..assumptions.initiatives.len()).map(delivered).collect(),
            count,
        }
    }

    /// Every factor held at one of its points; measures count by their chance. Outages of the register are drawn all
    /// the same.
    pub(super) fn held(base: &Base<'_>, assumptions: &Assumptions, factors: &[Factor], point: CostPoint) -> Self {
        let value = |factor: &Factor| FactorDraws::Fixed(factor.setting.at(point).to_f64());
        let count = if assumptions.outages_from_register { FEW } else { 1 };
        Self {
            columns: factors.iter().map(value).collect(),
            delivered: vec![None; assumptions.initiatives.len()],
            count: count.min(base.paths.count()),
        }
    }

    /// How many there are; the paths take them in turn.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

/// Whether a factor moves with the severity of an outage.
fn is_severe(factor: &Factor) -> bool {
    matches!(
        factor.group,
        FactorGroup::Event | FactorGroup::Capacity | FactorGroup::Live | FactorGroup::Recovered | FactorGroup::Clients
    )
}

/// A factor's quantile function.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantiles {
    scale: FactorScale,
    /// The three points on the scale.
    points: [f64; 3],
    least: f64,
    most: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum FactorScale {
    Plain,
    Log,
    Logit,
}

impl Quantiles {
    pub(super) fn of(factor: &Factor) -> Self {
        let values = factor.setting.values().map(Decimal::to_f64);
        let within = |low: f64, high: f64| values.iter().all(|value| *value > low && *value < high);
        let share = matches!(factor.unit, FactorUnit::Share | FactorUnit::SharePerDay);
        let amount = matches!(factor.unit, FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months);
        let scale = match () {
            () if factor.setting.is_fixed() => FactorScale::Plain,
            () if share && within(0.0, 1.0) => FactorScale::Logit,
            () if amount && within(0.0, f64::INFINITY) => FactorScale::Log,
            () => FactorScale::Plain,
        };
        Self {
            scale,
            points: values.map(|value| scale.apply(value)),
            least: factor.least.to_f64(),
            most: factor.most.to_f64(),
        }
    }

    /// The value at a normal deviate of cost.
    pub(super) fn at(&self, z: f64) -> f64 {
        let [mild, central, severe] = self.points;
        let width = if z > 0.0 { severe - central } else { central - mild };
        self.scale
            .invert(central + z / Z90 * width)
            .clamp(self.least, self.most)
    }
}

impl FactorScale {
    fn apply(self, value: f64) -> f64 {
        match self {
            Self::Plain => value,
            Self::Log => ln(value),
            Self::Logit => ln(value / (1.0 - value)),
        }
    }

    fn invert(self, value: f64) -> f64 {
        match self {
            Self::Plain => value,
            Self::Log => exp(value),
            Self::Logit => 1.0 / (1.0 + exp(-value)),
        }
    }
}

/// Evenly laid normal deviates, in an order that a seed and a key decide.
pub(super) struct NormalScores {
    seed: u64,
    severity: Vec<f64>,
    /// Weight of the severity.
    load: f64,
    /// The deviates from the lowest to the highest.
    even: Vec<f64>,
}

impl NormalScores {
    /// `correlation` is the rank correlation with the severity.
    pub(super) fn new(seed: u64, count: usize, correlation: f64) -> Self {
        let even = (0..count)
            .map(|i| normal_quantile((i as f64 + 0.5) / count as f64))
            .collect();
        Self {
            severity: normals(seed, "severity", count),
            // A normal pair of this correlation has that rank correlation (Kruskal 1958).
            load: 2.0 * libm::sin(correlation.clamp(0.0, 1.0) * std::f64::consts::PI / 6.0),
            seed,
            even,
        }
    }

    /// Deviates of a factor, of an outage or not.
    pub(super) fn of(&self, key: &str, severe: bool) -> Vec<f64> {
        let mut scores = normals(self.seed, key, self.even.len());
        if severe {
            // What goes with the severity by chance is taken out, so that so few draws hold the correlation.
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
    use hadaf_core::coefficients;

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
        let scores = NormalScores::new(7, MOST, 0.5);
        let (capacity, live) = (scores.of("capacity_national", true), scores.of("live_software", true));
        let severity = &scores.severity;
        // Each has 0.5 with the severity; two of them about 0.25 with each other
        let rank = |values: &[f64]| crate::numeric::rank_correlation(values, severity);
        assert!((rank(&capacity) - 0.5).abs() < 0.03, "{}", rank(&capacity));
        let both = crate::numeric::rank_correlation(&capacity, &live);
        assert!((both - 0.25).abs() < 0.12, "{both}");
        let alone = crate::numeric::rank_correlation(&scores.of("budget_lag", false), severity);
        assert!(alone.abs() < 0.12, "{alone}");
    }

    #[test]
    fn draws_are_even_and_depend_on_the_key_alone() {
        let scores = NormalScores::new(7, 100, 0.5);
        let mut uniform = scores.uniform("initiative.1.delivered");
        uniform.sort_by(f64::total_cmp);
        assert!((uniform[0] - 0.005).abs() < 1e-12 && (uniform[99] - 0.995).abs() < 1e-12);
        let again = NormalScores::new(7, 100, 0.5);
        assert_eq!(scores.of("made_up", true), again.of("made_up", true));
        assert_ne!(scores.of("made_up", true), scores.of("made_up_days", true));
    }
}
