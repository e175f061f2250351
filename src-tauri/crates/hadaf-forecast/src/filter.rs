//! One pass of the structural model's filter over a series, for all parameter sets at once.
//!
//! The pass yields, for every set, the likelihood, the error of the forecasts from every past origin,
//! and the forecasts from the last one. Sets lie side by side in memory, so that the inner loops are
//! plain arithmetic on slices.

use crate::grid::{SetTable, Trend};
use crate::numeric::ln;
use crate::transform::{Transform, log_error, root_error};

/// Horizons are judged in three bands: near, middle, far.
pub(crate) const BANDS: usize = 3;

/// Longest horizon at which past forecasts are judged, in periods.
const JUDGED: usize = 9;

/// The band of a horizon (from 1).
pub(crate) fn band(h: usize) -> usize {
    match h {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    }
}

/// How many values there are before the first origin whose forecasts are judged: a fifth of the
/// series, at least half a year of months.
pub(crate) fn first_origin(length: usize) -> usize {
    (length / 5).clamp(6, 60).min(length - 1)
}

/// A series on one scale, relative to its first value.
pub(crate) struct Scaled<'a> {
    pub transform: Transform,
    /// On the scale, less the first; what is missing is never read.
    pub values: &'a [f64],
    /// In units of the series' mean size.
    pub original: &'a [f64],
    pub observed: &'a [bool],
}

/// What one pass found out about every set.
pub(crate) struct Pass {
    /// Log likelihood, up to a constant that all share.
    pub likelihood: Vec<f64>,
    /// Mean size of the errors of past forecasts.
    pub error: Vec<f64>,
    /// The same by band of horizons.
    pub band_error: [Vec<f64>; BANDS],
    /// Forecasts on the scale less the first value: `[h - 1][set]`.
    pub forecasts: Vec<Vec<f64>>,
}

/// States of all sets.
struct States {
    level: Vec<f64>,
    slope: Vec<f64>,
    season: Vec<Vec<f64>>,
}

/// Factors of the sets that do not change with time.
struct Factors {
    damping: Vec<f64>,
    feed: Vec<f64>,
    seen: Vec<f64>,
    /// What the second state adds to a forecast: `[h][set]`.
    ahead: Vec<Vec<f64>>,
}

impl Factors {
    fn new(table: &SetTable, longest: usize) -> Self {
        let cycle = |yes: f64, no: f64| -> Vec<f64> {
            let pick = |trend| if trend == Trend::Cycle { yes } else { no };
            table.sets.iter().map(|set| pick(set.trend)).collect()
        };
        let damping: Vec<f64> = table.sets.iter().map(|set| set.damping).collect();
        let is_slope = cycle(0.0, 1.0);
        // Per set, then turned round so that sets lie side by side.
        let mut ahead = vec![vec![0.0; table.sets.len()]; longest + 1];
        for (i, set) in table.sets.iter().enumerate() {
            let mut power = 1.0;
            let mut sum = 0.0;
            ahead[0][i] = if set.trend == Trend::Cycle { 1.0 } else { 0.0 };
            for row in &mut ahead[1..] {
                power *= set.damping;
                sum += power;
                row[i] = if set.trend == Trend::Cycle { power } else { sum };
            }
        }
        Self {
            feed: damping.iter().zip(&is_slope).map(|(d, s)| d * s).collect(),
            seen: cycle(1.0, 0.0),
            damping,
            ahead,
        }
    }
}

impl States {
    fn new(count: usize, season: usize) -> Self {
        Self {
            level: vec![0.0; count],
            slope: vec![0.0; count],
            season: vec![vec![0.0; count]; season],
        }
    }

    fn step(&mut self, factors: &Factors) {
        let levels = self.level.iter_mut().zip(&mut self.slope);
        for ((level, slope), (feed, damping)) in levels.zip(factors.feed.iter().zip(&factors.damping)) {
            *level += feed * *slope;
            *slope *= damping;
        }
    }

    /// One-step errors of all sets.
    fn errors(&self, value: f64, place: usize, factors: &Factors, errors: &mut [f64]) {
        let states = self.level.iter().zip(&self.slope).zip(&self.season[place]);
        for ((error, ((level, slope), season)), seen) in errors.iter_mut().zip(states).zip(&factors.seen) {
            *error = value - level - seen * slope - season;
        }
    }

    fn update(&mut self, table: &SetTable, t: usize, place: usize, errors: &[f64]) {
        let add = |states: &mut [f64], gains: &[f64]| {
            for ((state, gain), error) in states.iter_mut().zip(gains).zip(errors) {
                *state += gain * error;
            }
        };
        add(&mut self.level, table.gains(t, 0));
        add(&mut self.slope, table.gains(t, 1));
        for k in 0..table.season {
            add(&mut self.season[(place + k) % table.season], table.gains(t, 2 + k));
        }
    }

    /// Calls back with every set's forecast `h` periods on.
    #[inline]
    fn forecast(&self, h: usize, place: usize, factors: &Factors, mut each: impl FnMut(usize, f64)) {
        let count = self.level.len();
        let season = &self.season[(place + h) % self.season.len()][..count];
        let (level, slope, ahead) = (&self.level[..count], &self.slope[..count], &factors.ahead[h][..count]);
        for i in 0..count {
            each(i, level[i] + ahead[i] * slope[i] + season[i]);
        }
    }
}

/// The Gaussian likelihood of all sets, from one-step errors in units of an irregular whose variance is concentrated
/// out (Durbin and Koopman 2012, *Time Series Analysis by State Space Methods*, section 7.2).
struct Likelihood {
    squares: Vec<f64>,
    /// Sum of the logarithms of the errors' variances, as far as it has been taken.
    logs: Vec<f64>,
    /// Product of the variances since.
    product: Vec<f64>,
}

impl Likelihood {
    fn new(count: usize) -> Self {
        Self {
            squares: vec![0.0; count],
            logs: vec![0.0; count],
            product: vec![1.0; count],
        }
    }

    fn add(&mut self, errors: &[f64], variances: &[f64]) {
        let sums = self.squares.iter_mut().zip(&mut self.product);
        for (((sum, product), error), variance) in sums.zip(errors).zip(variances) {
            *sum += error * error / variance;
            *product *= variance;
        }
    }

    /// Takes the logarithm of the products: one for several factors, since it is what costs.
    fn fold(&mut self) {
        for (log, product) in self.logs.iter_mut().zip(&mut self.product) {
            *log += ln(*product);
            *product = 1.0;
        }
    }

    /// Of so many values seen; the first one sets the level.
    fn of(&self, seen: usize) -> Vec<f64> {
        let freedom = seen.max(2) as f64 - 1.0;
        let logs = self.logs.iter().zip(&self.product);
        let each = self.squares.iter().zip(logs);
        each.map(|(squares, (logs, product))| {
            -0.5 * (freedom * ln((squares / freedom).max(1e-18)) + logs + ln(*product))
        })
        .collect()
    }
}

/// Errors of the forecasts from past origins, by band of horizons.
struct JudgedPoint {
    sums: [Vec<f64>; BANDS],
    counts: [f64; BANDS],
}

impl JudgedPoint {
    fn new(count: usize) -> Self {
        Self {
            sums: std::array::from_fn(|_| vec![0.0; count]),
            counts: [0.0; BANDS],
        }
    }

    /// Adds the forecasts from the origin `t`.
    fn add(&mut self, series: &Scaled<'_>, states: &States, factors: &Factors, t: usize) {
        let (count, length) = (states.level.len(), series.values.len());
        let place = t % states.season.len();
        for h in 1..=JUDGED.min(length - 1 - t) {
            if !series.observed[t + h] {
                continue;
            }
            let (on_scale, actual) = (series.values[t + h], series.original[t + h]);
            let root = actual.max(0.0).sqrt();
            let sums = &mut self.sums[band(h)][..count];
            self.counts[band(h)] += 1.0;
            // One loop per scale, so that each is plain arithmetic.
            match series.transform {
                Transform::Raw => states.forecast(h, place, factors, |i, forecast| {
                    sums[i] += (forecast - on_scale).abs();
                }),
                Transform::Root => states.forecast(h, place, factors, |i, forecast| {
                    sums[i] += root_error(forecast - on_scale, root);
                }),
                Transform::Log => states.forecast(h, place, factors, |i, forecast| {
                    sums[i] += log_error(forecast - on_scale, actual);
                }),
            }
        }
    }

    /// Mean size of all errors, and by band; a band without any has the mean of all.
    fn means(self) -> (Vec<f64>, [Vec<f64>; BANDS]) {
        let Self { mut sums, counts } = self;
        let total: f64 = counts.iter().sum();
        let all: Vec<f64> = (0..sums[0].len())
            .map(|i| sums.iter().map(|sums| sums[i]).sum::<f64>() / total.max(1.0))
            .collect();
        for (sums, count) in sums.iter_mut().zip(counts) {
            if count > 0.0 {
                sums.iter_mut().for_each(|sum| *sum /= count);
            } else {
                sums.clone_from(&all);
            }
        }
        (all, sums)
    }
}

/// Runs all sets over the series and forecasts `horizon` periods.
pub(crate) fn pass(table: &SetTable, series: &Scaled<'_>, horizon: usize) -> Pass {
    let (count, length) = (table.sets.len(), series.values.len());
    let factors = Factors::new(table, horizon.max(JUDGED));
    let mut states = States::new(count, table.season);
    let mut errors = vec![0.0; count];
    let (mut likelihood, mut judged) = (Likelihood::new(count), JudgedPoint::new(count));
    let mut seen = 0_usize;
    for t in 0..length {
        let place = t % table.season;
        if t > 0 {
            states.step(&factors);
        }
        if series.observed[t] {
            states.errors(series.values[t], place, &factors, &mut errors);
            if seen > 0 {
                likelihood.add(&errors, table.variances(t));
            }
            states.update(table, t, place, &errors);
            seen += 1;
        }
        if t % 8 == 7 {
            likelihood.fold();
        }
        if t + 1 >= first_origin(length) {
            judged.add(series, &states, &factors, t);
        }
    }
    let (error, band_error) = judged.means();
    let forecasts = (1..=horizon).map(|h| {
        let mut row = vec![0.0; count];
        states.forecast(h, (length - 1) % table.season, &factors, |i, forecast| {
            row[i] = forecast;
        });
        row
    });
    Pass {
        likelihood: likelihood.of(seen),
        error,
        band_error,
        forecasts: forecasts.collect(),
    }
}

/// What the members' second run over a series says about the past; sums are weighted.
pub(crate) struct Retrace {
    /// Forecasts from origin `start - 1 + i`, `h` periods on: `[i * longest + h - 1]`.
    pub past: Vec<f64>,
    /// Standard deviation of one-step errors.
    pub one_step: f64,
    /// What an error of one adds to the value so many periods on.
    pub response: Vec<f64>,
}

/// Runs the sets of a table again and adds up their forecasts from every past origin.
pub(crate) fn retrace(table: &SetTable, series: &Scaled<'_>, weights: &[f64], start: usize, longest: usize) -> Retrace {
    let (count, length) = (table.sets.len(), series.values.len());
    let factors = Factors::new(table, longest);
    let mut states = States::new(count, table.season);
    let mut errors = vec![0.0; count];
    let mut squares = vec![0.0; count];
    let (mut judged, mut last_seen) = (0.0, 0);
    let mut past = vec![0.0; (length + 1 - start) * longest];
    for t in 0..length {
        let place = t % table.season;
        if t > 0 {
            states.step(&factors);
        }
        if series.observed[t] {
            last_seen = t;
            states.errors(series.values[t], place, &factors, &mut errors);
            if t + 1 >= start {
                judged += 1.0;
                let scaled = errors.iter().zip(table.variances(t));
                for (sum, (error, variance)) in squares.iter_mut().zip(scaled) {
                    *sum += error * error / variance;
                }
            }
            states.update(table, t, place, &errors);
        }
        if t + 1 >= start {
            let row = &mut past[(t + 1 - start) * longest..][..longest];
            for (h, cell) in (1..=longest.min(length - 1 - t)).zip(row) {
                states.forecast(h, place, &factors, |i, forecast| *cell += weights[i] * forecast);
            }
        }
    }
    let spreads = squares.iter().zip(table.variances(last_seen)).zip(weights);
    let one_step = spreads
        .map(|((sum, v), weight)| weight * (sum / f64::max(judged, 1.0) * v).sqrt())
        .sum();
    let response = (0..longest)
        .map(|h| {
            if h == 0 {
                return weights.iter().sum();
            }
            let gains = table.gains(last_seen, 0).iter().zip(table.gains(last_seen, 1));
            let seasonal = table.gains(last_seen, 2 + h % table.season);
            let each = gains.zip(&factors.ahead[h]).zip(seasonal).zip(weights);
            each.map(|((((level, slope), ahead), season), w)| w * (level + ahead * slope + season))
                .sum()
        })
        .collect();
    Retrace {
        past,
        one_step,
        response,
    }
}
