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
        [(77.8, 94.1), (77.3, 93.6), (79.3, 94.8), (80.6, 95.8), (81.8, 96.6)],
    ),
    (
        15,
        [(78.0, 94.4), (76.8, 93.2), (78.9, 94.3), (79.9, 95.2), (81.1, 96.2)],
    ),
    (
        18,
        [(77.2, 93.7), (73.0, 91.0), (76.4, 92.5), (77.3, 93.9), (78.9, 95.5)],
    ),
    (
        24,
        [(77.6, 93.5), (75.1, 92.1), (78.7, 93.4), (80.0, 94.9), (81.5, 96.3)],
    ),
    (
        36,
        [(77.6, 94.1), (74.3, 92.0), (76.9, 93.8), (79.0, 94.8), (81.0, 96.5)],
    ),
    (
        60,
        [(78.2, 94.2), (75.6, 92.8), (77.1, 94.1), (79.4, 94.6), (80.8, 95.5)],
    ),
    (
        96,
        [(78.5, 94.5), (76.7, 93.4), (77.8, 95.0), (79.8, 95.5), (80.5, 96.0)],
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

    /// What is promised is nearly held everywhere: in no year and for no history by more than eight points less.
    #[test]
    fn ranges_hold_about_what_they_say() {
        for (history, years) in TESTED {
            for (held80, held95) in years {
                assert!(
                    (72.0..86.0).contains(&held80) && (89.0..98.0).contains(&held95),
                    "{history}: {held80} {held95}"
                );
            }
        }
    }
}
