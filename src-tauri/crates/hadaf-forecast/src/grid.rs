//! The parameter sets of the structural model and their gains.
//!
//! The gain of a Kalman filter depends on the parameters and on which values are missing, never on
//! the values: for a complete series it is tabled once and shared by all series and scales.

use std::sync::OnceLock;

/// Steps after which a gain is taken as settled.
pub(crate) const SETTLED: usize = 120;

/// How the second state enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trend {
    /// A damped slope that feeds the level.
    Slope,
    /// A first-order autoregressive deviation that is added to the level.
    Cycle,
}

/// Whether slopes die down: what a forecast has, and what it is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damping {
    /// Damped slopes, with the growth beside them that a series has shown: as [`crate::Forecast::fit`] has it.
    Usual,
    /// Damped slopes alone.
    Alone,
    /// No slope dies down, and nothing is added.
    Never,
}

/// One parameter set; variances are in units of the variance of the irregular.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Params {
    pub trend: Trend,
    /// Variance of the level's steps.
    pub level: f64,
    /// Variance of the second state's steps.
    pub slope: f64,
    /// Damping of the slope, or persistence of the cycle.
    pub damping: f64,
    /// Variance of the second state before the first value.
    pub slope_prior: f64,
    /// Variance of a seasonal effect before the first value: small is shrinkage.
    pub season_prior: f64,
    /// Variance of a seasonal effect's steps.
    pub season: f64,
}

const LEVELS: [f64; 7] = [0.001, 0.01, 0.05, 0.2, 0.6, 2.0, 10.0];

/// (prior, steps) of the seasonal effects: none, shrunken and free, fixed and moving.
const SEASONS: [(f64, f64); 8] = [
    (0.0, 0.0),
    (0.3, 0.0),
    (1.0, 0.0),
    (1.0, 0.01),
    (3.0, 0.0),
    (10.0, 0.0),
    (10.0, 0.03),
    (10.0, 0.2),
];

/// (kind, prior, steps, damping) of the second state.
const TRENDS: [(Trend, f64, f64, f64); 10] = [
    (Trend::Slope, 0.0, 0.0, 1.0),
    (Trend::Slope, 0.1, 0.0, 0.8),
    (Trend::Slope, 0.03, 0.0, 0.9),
    (Trend::Slope, 0.03, 0.0, 0.97),
    (Trend::Slope, 0.01, 0.003, 0.97),
    (Trend::Slope, 0.001, 0.0, 1.0),
    (Trend::Slope, 0.01, 0.0, 0.99),
    (Trend::Slope, 0.3, 0.0, 0.7),
    (Trend::Cycle, 0.0, 0.3, 0.5),
    (Trend::Cycle, 0.0, 0.3, 0.8),
];

/// All parameter sets for a season of so many periods. Deviations that pass are no slopes, and keep what they have.
pub(crate) fn parameter_sets(season: usize, damping: Damping) -> Vec<Params> {
    let seasons = if season > 1 { &SEASONS[..] } else { &SEASONS[..1] };
    let mut sets = Vec::with_capacity(LEVELS.len() * TRENDS.len() * seasons.len());
    for level in LEVELS {
        for (trend, slope_prior, slope, dies_down) in TRENDS {
            let lasts = trend == Trend::Slope && damping == Damping::Never;
            for &(season_prior, season) in seasons {
                sets.push(Params {
                    trend,
                    level,
                    slope,
                    damping: if lasts { 1.0 } else { dies_down },
                    slope_prior,
                    season_prior,
                    season,
                });
            }
        }
    }
    sets
}

/// Gains of every set at every step: level, second state, then the seasonal effects from the
/// current period on.
pub(crate) struct SetTable {
    /// The sets.
    pub sets: Vec<Params>,
    /// Periods in a season.
    pub season: usize,
    steps: usize,
    gains: Vec<f64>,
    variances: Vec<f64>,
}

impl SetTable {
    /// The table of a series with these values observed.
    fn new(season: usize, observed: &[bool], damping: Damping) -> Self {
        let sets = parameter_sets(season, damping);
        let (count, size, steps) = (sets.len(), 2 + season, observed.len());
        let mut gains = vec![0.0; steps * size * count];
        let mut variances = vec![1.0; steps * count];
        for (i, set) in sets.iter().enumerate() {
            let mut filter = Covariance::new(set, season);
            for (t, &seen) in observed.iter().enumerate() {
                if seen {
                    let (gain, variance) = filter.observe();
                    variances[t * count + i] = variance;
                    for (d, g) in gain.into_iter().enumerate() {
                        gains[(t * size + d) * count + i] = g;
                    }
                }
                filter.step();
            }
        }
        Self {
            sets,
            season,
            steps,
            gains,
            variances,
        }
    }

    /// The table of some of the sets, for a series of this length.
    pub(crate) fn only(&self, chosen: &[usize], length: usize) -> Self {
        let (count, steps) = (self.sets.len(), self.steps.min(length));
        let pick = |all: &[f64]| -> Vec<f64> {
            let rows = all.chunks(count).take(all.len() / count / self.steps * steps);
            rows.flat_map(|row| chosen.iter().map(|i| row[*i])).collect()
        };
        Self {
            sets: chosen.iter().map(|i| self.sets[*i]).collect(),
            season: self.season,
            steps,
            gains: pick(&self.gains),
            variances: pick(&self.variances),
        }
    }

    /// The table of a complete series, made once for months and once for quarters.
    pub(crate) fn with<R>(season: usize, observed: &[bool], damping: Damping, use_it: impl FnOnce(&Self) -> R) -> R {
        static MONTHS: [OnceLock<SetTable>; 2] = [const { OnceLock::new() }; 2];
        static QUARTERS: [OnceLock<SetTable>; 2] = [const { OnceLock::new() }; 2];
        let place = usize::from(damping == Damping::Never);
        let shared = match season {
            12 => Some(&MONTHS[place]),
            4 => Some(&QUARTERS[place]),
            _ => None,
        };
        match shared {
            Some(table) if observed.iter().all(|&seen| seen) => {
                use_it(table.get_or_init(|| Self::new(season, &[true; SETTLED], damping)))
            }
            _ => use_it(&Self::new(season, observed, damping)),
        }
    }

    fn at(&self, t: usize) -> usize {
        t.min(self.steps - 1)
    }

    /// Gains at step `t` of state `d` (0 level, 1 second state, 2 + k season k periods on).
    pub(crate) fn gains(&self, t: usize, d: usize) -> &[f64] {
        let count = self.sets.len();
        let start = (self.at(t) * (2 + self.season) + d) * count;
        &self.gains[start..start + count]
    }

    /// Variances of the one-step errors at step `t`.
    pub(crate) fn variances(&self, t: usize) -> &[f64] {
        let count = self.sets.len();
        &self.variances[self.at(t) * count..(self.at(t) + 1) * count]
    }
}

/// Covariance of seasonal effects by distance in the season before anything is seen: slow waves vary
/// more than fast ones (variance of the k-th harmonic as 1/k), so that a short series learns a smooth
/// season first. The effects sum to zero; the variance of each is 1 − 1/season.
fn smooth_covariance(season: usize) -> Vec<f64> {
    let harmonics = season / 2;
    let weight = |k: usize| {
        if 2 * k == season {
            0.5 / k as f64
        } else {
            1.0 / k as f64
        }
    };
    let total: f64 = (1..=harmonics).map(weight).sum();
    let turn = 2.0 * std::f64::consts::PI / season as f64;
    let scale = (1.0 - 1.0 / season as f64) / total;
    (0..season)
        .map(|lag| {
            let waves = (1..=harmonics).map(|k| weight(k) * libm::cos(turn * (k * lag) as f64));
            scale * waves.sum::<f64>()
        })
        .collect()
}

/// Covariance of the states of one set; the seasonal effects are kept from the current period on.
pub(crate) struct Covariance {
    set: Params,
    season: usize,
    p: Vec<f64>,
}

impl Covariance {
    pub(crate) fn new(set: &Params, season: usize) -> Self {
        let size = 2 + season;
        let mut covariance = Self {
            set: *set,
            season,
            p: vec![0.0; size * size],
        };
        // Next to nothing is known of the level: the first value sets it.
        covariance.p[0] = 1e4;
        covariance.p[size + 1] = set.slope_prior;
        if set.season_prior > 0.0 && season > 1 {
            let by_lag = smooth_covariance(season);
            for (i, row) in covariance.p.chunks_exact_mut(size).skip(2).enumerate() {
                for (j, cell) in row[2..].iter_mut().enumerate() {
                    *cell = set.season_prior * by_lag[i.abs_diff(j)];
                }
            }
        }
        covariance
    }

    /// Adds a variance to the seasonal effects that keeps their sum at zero.
    fn add_season(&mut self, variance: f64) {
        if variance <= 0.0 || self.season < 2 {
            return;
        }
        let size = 2 + self.season;
        let share = 1.0 / self.season as f64;
        for (i, row) in self.p.chunks_exact_mut(size).skip(2).enumerate() {
            row[2..].iter_mut().for_each(|cell| *cell -= variance * share);
            row[2 + i] += variance;
        }
    }

    /// Takes in one value: the gain of every state and the variance of the value's error (Harvey 1989, *Forecasting,
    /// Structural Time Series Models and the Kalman Filter*, section 3.2).
    pub(crate) fn observe(&mut self) -> (Vec<f64>, f64) {
        let size = 2 + self.season;
        let weight = if self.set.trend == Trend::Cycle { 1.0 } else { 0.0 };
        let seen: Vec<f64> = (0..size)
            .map(|i| {
                let row = &self.p[i * size..(i + 1) * size];
                row[0] + weight * row[1] + row[2]
            })
            .collect();
        // The last 1 is the irregular, in whose variance everything is counted.
        let variance = seen[0] + weight * seen[1] + seen[2] + 1.0;
        let gain: Vec<f64> = seen.iter().map(|s| s / variance).collect();
        for (row, g) in self.p.chunks_exact_mut(size).zip(&gain) {
            for (cell, s) in row.iter_mut().zip(&seen) {
                *cell -= g * s;
            }
        }
        (gain, variance)
    }

    /// Moves on by one period.
    pub(crate) fn step(&mut self) {
        let size = 2 + self.season;
        let damping = self.set.damping;
        let feed = if self.set.trend == Trend::Slope { damping } else { 0.0 };
        // T P T' without the matrices: rows, then columns. The season does not mix, it moves on one place.
        for j in 0..size {
            let slope = self.p[size + j];
            self.p[j] += feed * slope;
            self.p[size + j] = damping * slope;
        }
        for i in 0..size {
            let slope = self.p[i * size + 1];
            self.p[i * size] += feed * slope;
            self.p[i * size + 1] = damping * slope;
        }
        self.p[0] += self.set.level;
        self.p[size + 1] += self.set.slope;
        self.p[2 * size..].rotate_left(size);
        for row in self.p.chunks_exact_mut(size) {
            row[2..].rotate_left(1);
        }
        self.add_season(self.set.season);
    }
}
