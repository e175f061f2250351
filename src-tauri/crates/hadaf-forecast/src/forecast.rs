//! A forecast: points, calibrated quantiles, and paths that agree with both.

use crate::average::{Average, Prepared, average};
use crate::clean;
use crate::combine::{self, Voices};
use crate::error::ForecastError;
use crate::grid::{Damping, SetTable};
use crate::numeric::{mean, normal_quantile};
use crate::paths::{self, Paths};
use crate::pulses::Pulse;
use crate::regression::{Regression, Regressor, RegressorEffect};
use crate::shifts::LevelShift;
use crate::spread::{Spread, Unknown};
use crate::transform::{TRANSFORMS, Transform};

/// Longest season, in periods.
pub const MAX_SEASON: usize = 53;
/// Longest horizon, in periods.
pub const MAX_HORIZON: usize = 120;
/// Seasons of history that are used (of at least twelve periods); what is older is left out: on
/// training parts with up to 25 years of months, ten years forecast better than all.
const SEASONS_KEPT: usize = 10;

/// What is to be forecast.
#[derive(Debug, Clone, Copy)]
pub struct TimeSeries<'a> {
    /// Values in order of time, one per period; `None` where a period is missing.
    pub values: &'a [Option<f64>],
    /// Periods in a season: 12 for months, 4 for quarters, 1 where there is none.
    pub season: usize,
    /// What is known beside it for every period, such as working days, the plainest first; nothing where nothing is.
    pub regressors: &'a [Regressor],
}

impl<'a> TimeSeries<'a> {
    /// Values of a season of so many periods, with nothing known beside them.
    pub fn of(values: &'a [Option<f64>], season: usize) -> Self {
        Self {
            values,
            season,
            regressors: &[],
        }
    }
}

/// How far and with how many paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Periods ahead, from 1.
    pub horizon: usize,
    /// Number of sample paths; 0 draws none.
    pub paths: usize,
    /// Seed of the draws. Two series with one seed share their shocks: as if they moved together in
    /// all things. Give each its own where they do not.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            horizon: 24,
            paths: 10_000,
            seed: 1,
        }
    }
}

/// A forecast of one series.
#[derive(Debug, Clone)]
pub struct Forecast {
    point: Vec<f64>,
    spread: Spread,
    shares: [f64; 3],
    members: f64,
    voices: f64,
    outliers: Vec<usize>,
    level_shifts: Vec<LevelShift>,
    pulses: Vec<Pulse>,
    missing: Vec<usize>,
    never_negative: bool,
    past_errors: Vec<Option<f64>>,
    regression: Regression,
    unit: f64,
    unchanged: usize,
    paths: Paths,
    /// By horizon; empty for a forecast of its own.
    moved: Vec<Moved>,
}

/// How far other knowledge than the series' own moved what is said of a period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moved {
    /// The middle, in units of the series.
    pub(crate) shift: f64,
    /// The widths, as a multiple.
    pub(crate) scale: f64,
}

impl Forecast {
    /// Forecasts a series.
    ///
    /// # Errors
    /// [`ForecastError`] says what is missing: too few values, a value that is no number, an
    /// impossible season or horizon.
    pub fn fit(series: &TimeSeries<'_>, options: &Options) -> Result<Self, ForecastError> {
        Self::fit_damped(series, options, Damping::Usual)
    }

    /// The same with slopes of another kind: what damping costs and saves is measured by it (`examples/damping_csv.rs`).
    ///
    /// # Errors
    /// As [`Forecast::fit`].
    pub fn fit_damped(series: &TimeSeries<'_>, options: &Options, damping: Damping) -> Result<Self, ForecastError> {
        let (values, observed, dropped) = checked(series, options)?;
        let seen = || values.iter().zip(&observed).filter(|(_, seen)| **seen).map(|(v, _)| *v);
        let size = mean(seen().map(f64::abs));
        let unit = if size > 0.0 { size } else { 1.0 };
        let mut prepared = Prepared {
            smallest: seen().fold(f64::INFINITY, f64::min) / unit,
            values: values.iter().map(|v| v / unit).collect(),
            observed,
        };
        let regression = Regression::of(&prepared, series.season, series.regressors, dropped, options.horizon);
        regression.take_out(&mut prepared);
        let oddities = clean::clean(&mut prepared, series.season, unit, dropped);
        // The first value is never taken for an odd one.
        let constant = clean::is_constant(&prepared).then(|| values[0]);
        let average = SetTable::with(series.season, &prepared.observed, damping, |table| {
            average(table, &prepared, options.horizon)
        });
        let complete = combine::filled(&prepared.values, &prepared.observed, series.season);
        let voices = Voices::of(&complete, series.season, options.horizon);
        let never_negative = prepared.smallest >= 0.0;
        let growth = match damping {
            Damping::Usual => combine::lasting_growth(&complete, series.season, never_negative),
            Damping::Alone | Damping::Never => 0.0,
        };
        let average = Average {
            point: voices.join(&average.point, series.season, growth),
            ..average
        };
        let floor = |v: f64| if never_negative { v.max(0.0) } else { v };
        let unknown = Unknown {
            unchanged: clean::unchanged(&prepared, series.season),
            doubt: oddities.doubt,
            odd: oddities.odd,
            season: series.season,
        };
        let doubt = |h: usize, point: f64| regression.doubt(h, point);
        let spread = Spread::new(&average, &prepared.observed, unit, &unknown, doubt);
        let mut forecast = Self {
            point: average
                .point
                .iter()
                .map(|v| constant.unwrap_or_else(|| floor(v * unit)))
                .collect(),
            spread,
            shares: average.shares,
            members: average.members,
            voices: voices.share(),
            outliers: oddities.outliers,
            level_shifts: oddities.level_shifts,
            pulses: oddities.pulses,
            missing: missing(series, dropped),
            never_negative,
            past_errors: average.next.clone(),
            regression: regression.in_unit(unit),
            unit,
            unchanged: unknown.unchanged,
            paths: Paths::none(options.horizon),
            moved: Vec::new(),
        };
        forecast.paths = forecast.draw(&average, options);
        Ok(forecast)
    }

    fn draw(&self, average: &Average, options: &Options) -> Paths {
        let margins: Vec<paths::Margin> = (1..=self.horizon())
            .map(|h| paths::Margin::new(|z| self.at(h, z)))
            .collect();
        paths::draw(&margins, &average.response, options.paths, options.seed)
    }

    /// How many periods ahead it reaches.
    pub fn horizon(&self) -> usize {
        self.point.len()
    }

    /// The point forecast `h` periods ahead (from 1), in units of the series: the middle of what
    /// may come, which is also the centre of the intervals.
    ///
    /// # Panics
    /// Where `h` is 0 or beyond the horizon.
    pub fn mean(&self, h: usize) -> f64 {
        let point = self.put_back(h, self.point[h - 1]);
        self.held(self.moved.get(h - 1).map_or(point, |moved| point + moved.shift))
    }

    /// The value that the series stays below with chance `p`, `h` periods ahead, in units of the
    /// series. Calibrated on past forecasts of many series, see [`Spread`].
    ///
    /// # Panics
    /// Where `h` is 0 or beyond the horizon.
    pub fn quantile(&self, h: usize, p: f64) -> f64 {
        self.at(h, normal_quantile(p))
    }

    /// The quantile at a standard normal deviate: the same for intervals and paths.
    fn at(&self, h: usize, z: f64) -> f64 {
        let (point, width) = (self.point[h - 1], self.spread.at(h, z));
        let scales = TRANSFORMS.iter().zip(self.shares).filter(|(_, share)| *share > 0.0);
        let value = if point > 0.0 {
            scales.map(|(scale, share)| share * away(*scale, point, width)).sum()
        } else {
            point + width
        };
        let value = self.put_back(h, value);
        let moved = self.moved.get(h - 1).map(|moved| {
            let point = self.put_back(h, point);
            point + moved.shift + moved.scale * (value - point)
        });
        self.held(moved.unwrap_or(value))
    }

    /// With the effects of the period.
    fn put_back(&self, h: usize, value: f64) -> f64 {
        self.regression.put_back(h, value, self.unit)
    }

    /// What was never negative is not foretold to be.
    fn held(&self, value: f64) -> f64 {
        if self.never_negative { value.max(0.0) } else { value }
    }

    /// The same series with other draws, and how far they moved what was said of each period.
    pub(crate) fn with_paths(&self, paths: Paths, moved: Vec<Moved>) -> Self {
        Self {
            paths,
            moved,
            ..self.clone()
        }
    }

    /// No value was below zero, and none will be.
    pub(crate) fn is_never_negative(&self) -> bool {
        self.never_negative
    }

    /// The joint draws of all periods ahead, in the unit of the series.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// Chance that the sum over the horizons of a range (from 1, both ends in) reaches a level, as
    /// the share of paths that do, kept away from 0 and 1 by what so many draws cannot tell.
    /// `None` without paths or for a range outside the horizon.
    pub fn probability_total_at_least(&self, range: std::ops::RangeInclusive<usize>, level: f64) -> Option<f64> {
        self.paths.probability_total_at_least(range, level)
    }

    /// What made the forecast, in words.
    pub fn method(&self) -> &'static str {
        if self.voices > 0.0 {
            "averaged structural model with ETS, theta and seasonal naive"
        } else {
            "averaged structural model"
        }
    }

    /// Share of the median of ETS, theta and seasonal naive; the rest is the averaged model's.
    pub fn voices(&self) -> f64 {
        self.voices
    }

    /// Weight of each scale; they sum to 1.
    pub fn weights(&self) -> [(Transform, f64); 3] {
        std::array::from_fn(|i| (TRANSFORMS[i], self.shares[i]))
    }

    /// How many models share the weight: the inverse of the sum of squared weights.
    pub fn effective_models(&self) -> f64 {
        self.members
    }

    /// Positions of the values that stood out and were pulled in before fitting.
    pub fn outliers(&self) -> &[usize] {
        &self.outliers
    }

    /// Lasting steps to another level, in order of time. They are shown, not taken out.
    pub fn level_shifts(&self) -> &[LevelShift] {
        &self.level_shifts
    }

    /// One-off spans, in order of time: taken out before fitting, so that they are not expected again.
    pub fn pulses(&self) -> &[Pulse] {
        &self.pulses
    }

    /// How many of the last values are the same as the one before them, or the one of the season before.
    pub fn unchanged(&self) -> usize {
        self.unchanged
    }

    /// Positions of the periods without a value, after the first one that is used.
    pub fn missing(&self) -> &[usize] {
        &self.missing
    }

    /// What the series says of each regressor, in their order.
    pub fn regressor_effects(&self) -> &[RegressorEffect] {
        &self.regression.effects
    }

    /// Errors of past forecasts of the last periods, one ahead, relative to the forecast.
    pub(crate) fn past_errors(&self) -> &[Option<f64>] {
        &self.past_errors
    }

    /// What the widths of the intervals rest on.
    pub fn spread(&self) -> &Spread {
        &self.spread
    }
}

/// A point moved by a width, in the manner of a scale: symmetric on the scale, not off it.
fn away(scale: Transform, point: f64, width: f64) -> f64 {
    match scale {
        Transform::Raw => point + width,
        Transform::Root => {
            let root = (1.0 + 0.5 * width / point).max(0.0);
            point * root * root
        }
        Transform::Log => point * crate::numeric::exp((width / point).min(4.0)),
    }
}

/// Values from the first observed one on, at most ten seasons, and how many were left out.
type Checked = (Vec<f64>, Vec<bool>, usize);

fn checked(series: &TimeSeries<'_>, options: &Options) -> Result<Checked, ForecastError> {
    let season = series.season;
    if !(1..=MAX_SEASON).contains(&season) {
        return Err(ForecastError::Season {
            season,
            max: MAX_SEASON,
        });
    }
    if !(1..=MAX_HORIZON).contains(&options.horizon) {
        return Err(ForecastError::Horizon {
            horizon: options.horizon,
            max: MAX_HORIZON,
        });
    }
    let unusable = |v: &Option<f64>| v.is_some_and(|v| !v.is_finite() || v.abs() > 1e100);
    if let Some(position) = series.values.iter().position(unusable) {
        return Err(ForecastError::NotFinite { position });
    }
    let kept = series.values.len().min(SEASONS_KEPT * season.max(12));
    let late = &series.values[series.values.len() - kept..];
    let leading = late.iter().position(Option::is_some).unwrap_or(kept);
    let late = &late[leading..];
    let (have, need) = (late.iter().flatten().count(), (season + 1).max(4));
    if have < need {
        return Err(ForecastError::TooShort { have, need });
    }
    let observed: Vec<bool> = late.iter().map(Option::is_some).collect();
    let values = late.iter().map(|v| v.unwrap_or(0.0)).collect();
    Ok((values, observed, series.values.len() - late.len()))
}

/// Positions without a value after the first one that is kept.
fn missing(series: &TimeSeries<'_>, dropped: usize) -> Vec<usize> {
    let late = series.values.iter().enumerate().skip(dropped);
    late.filter(|(_, value)| value.is_none()).map(|(t, _)| t).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::AIR_PASSENGERS;

    fn until(known: usize) -> Forecast {
        let values: Vec<Option<f64>> = AIR_PASSENGERS[..known].iter().copied().map(Some).collect();
        let options = Options {
            horizon: 12,
            paths: 4_000,
            seed: 11,
        };
        let series = TimeSeries::of(&values, 12);
        Forecast::fit(&series, &options).expect("long enough")
    }

    #[test]
    fn the_last_year_of_air_passengers_is_foreseen() {
        let (forecast, actual) = (until(132), &AIR_PASSENGERS[132..]);
        let error = mean((1..=12).map(|h| (forecast.mean(h) / actual[h - 1] - 1.0).abs()));
        assert!(error < 0.04, "{error}");
        let inside = |h: &usize| (forecast.quantile(*h, 0.025)..forecast.quantile(*h, 0.975)).contains(&actual[h - 1]);
        assert!((1..=12).filter(inside).count() >= 11);
        let year: f64 = actual.iter().sum();
        let sure = forecast.probability_total_at_least(1..=12, 0.9 * year).expect("paths");
        let unlikely = forecast.probability_total_at_least(1..=12, 1.2 * year).expect("paths");
        assert!(sure > 0.9 && unlikely < 0.05, "{sure} {unlikely}");
        assert_eq!(forecast.probability_total_at_least(1..=13, year), None);
        assert!(forecast.voices() > 0.0 && forecast.effective_models() > 1.0);
    }

    /// The same digits everywhere: a platform that differs in an elementary function is found here.
    #[test]
    fn digits_do_not_depend_on_the_platform() {
        let forecast = until(144);
        let chance = forecast.probability_total_at_least(1..=12, 6_000.0).expect("paths");
        let digits = [forecast.mean(1), forecast.mean(12), forecast.quantile(6, 0.9), chance];
        let golden = [
            449.605_102_754_048_74,
            460.968_437_793_841_13,
            619.950_578_063_857_2,
            0.658_710_322_419_395_2,
        ];
        assert_eq!(digits, golden);
    }
}
