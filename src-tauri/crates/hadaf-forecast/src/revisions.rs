//! Revisions of a total: it is told, and later told otherwise.

use std::sync::Arc;

use crate::numeric::normal_quantile;
use crate::rng::Rng;

/// How far a total is revised in each path, as a factor of what is told first. Without revisions it stays as told, to the last
/// digit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Revisions(Arc<[f64]>);

/// Eight of ten draws lie within so many standard deviations.
const WITHIN: f64 = 0.9;

impl Revisions {
    /// None.
    pub fn none() -> Self {
        Self::default()
    }

    /// Drawn from a normal distribution around none, for so many paths: eight of ten are no larger than `within_percent`
    /// percent of the total. The same seed gives the same draws.
    pub fn drawn(within_percent: f64, paths: usize, seed: u64) -> Self {
        if within_percent <= 0.0 || !within_percent.is_finite() {
            return Self::none();
        }
        let size = within_percent / 100.0 / normal_quantile(WITHIN);
        let mut rng = Rng::new(seed ^ REVISED);
        // No revision makes a total change its sign.
        Self((0..paths).map(|_| (1.0 + size * rng.normal()).max(0.0)).collect())
    }

    /// A total of a path as it will stand.
    pub fn of(&self, path: usize, total: f64) -> f64 {
        self.0.get(path).map_or(total, |factor| factor * total)
    }
}

/// Keeps these draws apart from those of the paths.
const REVISED: u64 = 0x7e71_5ed0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_of_ten_revisions_are_no_larger() {
        let revisions = Revisions::drawn(0.7, 20_000, 5);
        let inside = (0..20_000).filter(|path| (revisions.of(*path, 1_000.0) - 1_000.0).abs() <= 7.0);
        assert!((inside.count() as f64 / 20_000.0 - 0.8).abs() < 0.01);
        assert_eq!(revisions, Revisions::drawn(0.7, 20_000, 5));
        assert_eq!(Revisions::drawn(0.0, 20_000, 5), Revisions::none());
        assert_eq!(Revisions::none().of(3, 0.1 + 0.2), 0.1 + 0.2);
    }
}
