//! The record of every method on one series: what it would have said from past origins.

use crate::combine::filled;
use crate::error::ForecastError;
use crate::forecast::{Forecast, Options, TimeSeries};
use crate::methods::{Ets, Theta, seasonal_naive};
use crate::numeric::mean;

/// Levels of the intervals whose coverage is counted.
pub const LEVELS: [f64; 3] = [0.5, 0.8, 0.95];

/// Error of one method over all past origins.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodRecord {
    /// The method, in words.
    pub method: &'static str,
    /// Mean absolute error, in units of the series.
    pub mean_absolute_error: f64,
    /// The same over the mean change on the same period of last season in the history before each
    /// origin (mean absolute scaled error): below 1 is better than that. `None` where nothing changed.
    pub scaled_error: Option<f64>,
    /// Mean error, actual less forecast: above 0 the method has been too low.
    pub bias: f64,
    /// Mean absolute error of the sum over the horizon, in percent of the actual sum; `None` where
    /// that is 0 or a period in it is missing at every origin.
    pub total_error_percent: Option<f64>,
}

/// How often the actual value lay inside the intervals of the combination.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coverage {
    /// What was promised, 0 to 1.
    pub level: f64,
    /// What happened, 0 to 1.
    pub covered: f64,
}

/// One past origin: what would have been forecast from it, and what followed.
#[derive(Debug, Clone, PartialEq)]
pub struct PastForecast {
    /// Number of periods of the series that were known.
    pub known: usize,
    /// Points of the combination by horizon, from 1.
    pub points: Vec<f64>,
    /// Bounds of the 80 % interval by horizon.
    pub bounds: Vec<(f64, f64)>,
    /// The outturn, where it is known.
    pub actual: Vec<Option<f64>>,
}

/// The record of all methods on one series.
#[derive(Debug, Clone, PartialEq)]
pub struct BacktestResult {
    /// The combination first, then each method on its own.
    pub methods: Vec<MethodRecord>,
    /// Coverage of the combination's intervals.
    pub coverage: [Coverage; 3],
    /// Pairs of forecast and actual that everything rests on.
    pub pairs: usize,
    /// Every origin, the earliest first.
    pub origins: Vec<PastForecast>,
}

/// From where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looking {
    /// Periods ahead that the methods are scored on.
    pub horizon: usize,
    /// The most origins that are looked at, the newest ones.
    pub origins: usize,
    /// Periods between origins, from 1. As many as the horizon: then nothing is counted twice.
    pub step: usize,
    /// Periods known after the newest origin, from 1.
    pub held_back: usize,
}

/// Forecasts the series again from up to `origins` past points in time, `horizon` periods ahead, from
/// the end backwards in steps of a quarter of the season, and scores every method against the outturn.
/// Each forecast knows only what lay before it; the weights are made anew each time.
///
/// # Errors
/// [`ForecastError::TooShort`] where not even one origin has a season and one value before it.
pub fn backtest(series: &TimeSeries<'_>, horizon: usize, origins: usize) -> Result<BacktestResult, ForecastError> {
    let looking = Looking {
        horizon,
        origins,
        step: (series.season / 4).max(1),
        held_back: 1,
    };
    look_back(series, &looking)
}

/// The record of the methods from chosen origins.
///
/// # Errors
/// As [`backtest`].
pub fn look_back(series: &TimeSeries<'_>, looking: &Looking) -> Result<BacktestResult, ForecastError> {
    let length = series.values.len();
    let options = Options {
        horizon: looking.horizon,
        paths: 0,
        seed: 0,
    };
    let mut tally = Tally::new(looking.horizon);
    let mut refusal = ForecastError::TooShort {
        have: length,
        need: series.season + 2,
    };
    for back in 0..looking.origins {
        let Some(known) = length.checked_sub(looking.held_back.max(1) + back * looking.step.max(1)) else {
            break;
        };
        let before = TimeSeries {
            values: &series.values[..known],
            season: series.season,
            regressors: series.regressors,
        };
        match Forecast::fit(&before, &options) {
            Ok(forecast) => tally.add(&before, &forecast, &series.values[known..]),
            Err(reason) => {
                if back == 0 {
                    refusal = reason;
                }
                break;
            }
        }
    }
    tally.finish().ok_or(refusal)
}

/// Running sums of one method.
#[derive(Default)]
struct Sums {
    errors: Vec<f64>,
    scaled: Vec<f64>,
    totals: Vec<f64>,
}

struct Tally {
    horizon: usize,
    names: [&'static str; 4],
    sums: [Sums; 4],
    inside: [usize; 3],
    pairs: usize,
    origins: Vec<PastForecast>,
}

impl Tally {
    fn new(horizon: usize) -> Self {
        Self {
            horizon,
            names: ["combination", "ETS", "theta", "seasonal naive"],
            sums: Default::default(),
            inside: [0; 3],
            pairs: 0,
            origins: Vec::new(),
        }
    }

    fn add(&mut self, before: &TimeSeries<'_>, forecast: &Forecast, after: &[Option<f64>]) {
        let (season, horizon) = (before.season, self.horizon);
        let actual: Vec<Option<f64>> = after.iter().copied().take(horizon).collect();
        let observed: Vec<bool> = before.values.iter().map(Option::is_some).collect();
        let values: Vec<f64> = before.values.iter().map(|v| v.unwrap_or(0.0)).collect();
        let complete = filled(&values, &observed, season);
        let naive = || seasonal_naive(&complete, season, horizon);
        let points = [
            (1..=horizon).map(|h| forecast.mean(h)).collect(),
            Ets::fit(&complete, season).map_or_else(naive, |ets| ets.forecast(horizon)),
            Theta::fit(&complete, season).map_or_else(naive, |theta| theta.forecast(horizon)),
            naive(),
        ];
        let changes = (season..complete.len()).map(|t| (complete[t] - complete[t - season]).abs());
        let scale = mean(changes);
        for (sums, points) in self.sums.iter_mut().zip(&points) {
            sums.add(points, &actual, scale, horizon);
        }
        for (h, value) in actual.iter().enumerate().filter_map(|(i, v)| Some((i + 1, (*v)?))) {
            self.pairs += 1;
            for (inside, level) in self.inside.iter_mut().zip(LEVELS) {
                let tail = 0.5 * (1.0 - level);
                let interval = forecast.quantile(h, tail)..=forecast.quantile(h, 1.0 - tail);
                *inside += usize::from(interval.contains(&value));
            }
        }
        let [points, ..] = points;
        self.origins.push(PastForecast {
            known: before.values.len(),
            points,
            bounds: (1..=horizon)
                .map(|h| (forecast.quantile(h, 0.1), forecast.quantile(h, 0.9)))
                .collect(),
            actual,
        });
    }

    fn finish(mut self) -> Option<BacktestResult> {
        if self.pairs == 0 {
            return None;
        }
        self.origins.reverse();
        let methods = self
            .names
            .iter()
            .zip(&self.sums)
            .map(|(name, sums)| sums.record(name))
            .collect();
        let covered = |i: usize| self.inside[i] as f64 / self.pairs as f64;
        Some(BacktestResult {
            methods,
            coverage: std::array::from_fn(|i| Coverage {
                level: LEVELS[i],
                covered: covered(i),
            }),
            pairs: self.pairs,
            origins: self.origins,
        })
    }
}

impl Sums {
    fn add(&mut self, points: &[f64], actual: &[Option<f64>], scale: f64, horizon: usize) {
        for (point, value) in points.iter().zip(actual).filter_map(|(p, v)| Some((p, (*v)?))) {
            self.errors.push(value - point);
            if scale > 0.0 {
                self.scaled.push((value - point).abs() / scale);
            }
        }
        let whole: Option<Vec<f64>> = actual.iter().copied().collect();
        if let Some(whole) = whole.filter(|whole| whole.len() == horizon) {
            let (sum, said) = (whole.iter().sum::<f64>(), points.iter().sum::<f64>());
            if sum != 0.0 {
                self.totals.push(100.0 * ((said - sum) / sum).abs());
            }
        }
    }

    fn record(&self, method: &'static str) -> MethodRecord {
        let some = |values: &[f64]| (!values.is_empty()).then(|| mean(values.iter().copied()));
        MethodRecord {
            method,
            mean_absolute_error: mean(self.errors.iter().map(|e| e.abs())),
            scaled_error: some(&self.scaled),
            bias: mean(self.errors.iter().copied()),
            total_error_percent: some(&self.totals),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::AIR_PASSENGERS;

    #[test]
    fn the_record_on_air_passengers_is_one_to_expect() {
        let values: Vec<Option<f64>> = AIR_PASSENGERS.iter().copied().map(Some).collect();
        let record = backtest(&TimeSeries::of(&values, 12), 12, 16).expect("long enough");
        let error = |i: usize| record.methods[i].scaled_error.expect("it changes");
        assert!(error(0) < 0.7 && error(3) > 0.9, "{:?}", record.methods);
        assert!(record.coverage[2].covered > 0.85, "{:?}", record.coverage);
        assert_eq!(record.origins.len(), 16);
        assert!(record.origins.windows(2).all(|pair| pair[0].known < pair[1].known));
    }

    /// A season apart and a season ahead: every value is counted once.
    #[test]
    fn seasons_that_do_not_overlap_are_independent() {
        let values: Vec<Option<f64>> = AIR_PASSENGERS.iter().copied().map(Some).collect();
        let looking = Looking {
            horizon: 12,
            origins: 5,
            step: 12,
            held_back: 12,
        };
        let series = TimeSeries::of(&values, 12);
        let record = look_back(&series, &looking).expect("long enough");
        let known: Vec<usize> = record.origins.iter().map(|origin| origin.known).collect();
        assert_eq!((known, record.pairs), (vec![84, 96, 108, 120, 132], 60));
    }

    #[test]
    fn the_future_does_not_leak() {
        let values: Vec<Option<f64>> = AIR_PASSENGERS.iter().copied().map(Some).collect();
        let mut changed = values.clone();
        changed[140..].iter_mut().for_each(|v| *v = Some(9_999.0));
        let record = |values: &[Option<f64>]| backtest(&TimeSeries::of(values, 12), 6, 3).expect("long");
        let (a, b) = (record(&values), record(&changed));
        assert_eq!(a.origins[0].known, 137);
        assert_eq!(a.origins[0].points, b.origins[0].points);
        assert_ne!(a.origins[2].points, b.origins[2].points);
    }

    #[test]
    fn too_short_says_what_it_takes() {
        let values = vec![Some(1.0); 13];
        let refusal = backtest(&TimeSeries::of(&values, 12), 6, 3).err();
        assert_eq!(refusal, Some(ForecastError::TooShort { have: 12, need: 13 }));
    }
}
