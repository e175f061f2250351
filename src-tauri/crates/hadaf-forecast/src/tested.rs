//! What the ranges were found to hold, on public series, by how far ahead and how long the history is.
//!
//! `python tests/bench/forecast.py FOLDER` prints the table anew (`examples/coverage_csv.rs`); BENCHMARKS.md has it too.

/// Series that were tried.
pub const TESTED_SERIES: usize = 570;

/// Months of history, and the shares that ranges of 80 and of 95 % held one, two, ... five years ahead, percent.
type TestedRow = (usize, [(f64, f64); 5]);

const TESTED: [TestedRow; 7] = [
    (
        13,
        [(78.6, 94.5), (79.8, 94.6), (80.2, 95.1), (80.5, 95.6), (81.1, 96.1)],
    ),
    (
        15,
        [(78.8, 94.7), (79.5, 94.4), (80.2, 94.6), (79.9, 95.1), (80.5, 95.8)],
    ),
    (
        18,
        [(78.4, 94.2), (78.8, 93.7), (79.9, 94.0), (79.2, 94.4), (79.7, 95.4)],
    ),
    (
        24,
        [(78.4, 93.9), (79.0, 93.8), (80.2, 93.9), (80.0, 94.7), (80.7, 95.6)],
    ),
    (
        36,
        [(78.5, 94.5), (78.6, 94.1), (79.6, 94.7), (79.6, 94.7), (80.5, 95.8)],
    ),
    (
        60,
        [(78.1, 94.2), (78.4, 93.9), (79.7, 94.8), (79.7, 94.5), (80.2, 95.0)],
    ),
    (
        96,
        [(78.4, 94.4), (78.0, 94.1), (79.8, 95.6), (79.7, 95.2), (79.8, 95.3)],
    ),
];

/// What ranges held where they were tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// Months of history that they were tried with: the most that a series has.
    pub history: usize,
    /// In which year ahead, from 1.
    pub year: usize,
    /// Share of outturns that ranges of 80 % held, percent.
    pub held80: f64,
    /// The same of 95 %.
    pub held95: f64,
}

/// What ranges held in each year of months ahead, for a series of so many known months. None where these are too few for
/// a forecast; beyond the fifth year nothing was tried.
pub fn tested(known: usize, ahead: usize) -> Vec<Tested> {
    let Some((history, years)) = TESTED.iter().rfind(|(history, _)| *history <= known) else {
        return Vec::new();
    };
    let reached = years.iter().take(ahead.div_ceil(12));
    (1..)
        .zip(reached)
        .map(|(year, &(held80, held95))| Tested {
            history: *history,
            year,
            held80,
            held95,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_told_by_the_nearest_shorter_one() {
        let told = tested(63, 28);
        assert_eq!(
            told.iter().map(|it| (it.history, it.year)).collect::<Vec<_>>(),
            [(60, 1), (60, 2), (60, 3)]
        );
        assert!(tested(12, 12).is_empty());
        assert_eq!(tested(500, 120).len(), 5);
    }

    /// What is promised is held everywhere, in each year and for every history, within two points.
    #[test]
    fn ranges_hold_about_what_they_say() {
        for (history, years) in TESTED {
            for (held80, held95) in years {
                assert!(
                    (78.0..=82.0).contains(&held80) && (93.0..=97.0).contains(&held95),
                    "{history}: {held80} {held95}"
                );
            }
        }
    }
}
