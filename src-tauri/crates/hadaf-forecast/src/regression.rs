//! What is known beside a series for every period, such as working days: how much of it the series carries.
//!
//! Several structural models are run over the series and over what may explain it; their one-step errors are regressed on
//! each other, which is generalised least squares. A regressor stays where its coefficient is clear, where the criterion of the
//! likelihood pays for it, and where it would have made the forecasts of the past better, each from what was known before it.
//! What stays is shrunken by how large an effect is usual, and taken out before anything else is fitted; the forecast gets its
//! own back. What is the same every year belongs to the season: a regressor is what differs from the usual of its place.

use crate::average::Prepared;
use crate::grid::{Params, Trend};
use crate::innovations::{Innovations, innovations};
use crate::numeric::{exp, ln, median};
use crate::transform::Transform;

/// Seasons that must be seen at least.
const SEASONS: usize = 3;
/// A coefficient is clear from so many standard errors on.
const CLEAR: f64 = 3.0;
/// By so much the corrected criterion of Akaike must fall.
const GAIN: f64 = 2.0;
/// Errors are held within so many robust standard deviations, so that a crisis is no feast.
const HELD: f64 = 3.0;
/// The first third of the errors only begins the test on the past.
const BEGINNING: usize = 3;
/// Where one-step errors are so small, as a share of the series' mean size, nothing is left to explain.
const NOTHING: f64 = 1e-6;

/// Variances of the level's steps that are tried; the season moves slowly.
const LEVELS: [f64; 4] = [0.05, 0.2, 0.6, 2.0];

/// Something that is known for every period, also for those ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct Regressor {
    /// Its values from the first period of the series on. Periods beyond its end are taken as usual ones.
    pub values: Vec<f64>,
    /// How much one unit of it usually moves a value, as a share of the value: the standard deviation of such effects.
    pub usual: f64,
    /// Seasons that must be seen before it is asked for: what moves slowly through the year looks like a season for long.
    pub seasons: usize,
}

/// What a series says of a regressor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegressorEffect {
    /// The forecast counts it; else the series does not carry it, and all else here is of what was tried.
    pub kept: bool,
    /// What one unit more does: a factor, for a series that is always positive.
    pub ratio: Option<f64>,
    /// The same as a step in the series' unit, for any other series.
    pub step: Option<f64>,
    /// Standard error of the effect: of the ratio, or of the step.
    pub error: f64,
}

/// The regression of one series.
#[derive(Debug, Clone)]
pub(crate) struct Regression {
    pub effects: Vec<RegressorEffect>,
    scale: Transform,
    /// How far each period is moved on the scale, first those of the series and then those ahead.
    moved: Vec<f64>,
    known: usize,
    /// Standard deviation of that for the periods ahead.
    doubt: Vec<f64>,
}

impl Regression {
    /// Of a series, the first `dropped` periods of which were left out.
    pub(crate) fn of(series: &Prepared, season: usize, given: &[Regressor], dropped: usize, horizon: usize) -> Self {
        let known = series.values.len();
        let mut regression = Self {
            effects: vec![RegressorEffect::of(scale_of(series), false, 0.0, 0.0); given.len()],
            scale: scale_of(series),
            moved: vec![0.0; known + horizon],
            known,
            doubt: vec![0.0; horizon],
        };
        let seen = series.observed.iter().filter(|seen| **seen).count();
        if given.is_empty() || season < 2 || seen < SEASONS * season {
            return regression;
        }
        let columns: Vec<Vec<f64>> = given
            .iter()
            .map(|it| unusual(it, series, season, dropped, known + horizon))
            .collect();
        let tried = Tried::new(series, season, &columns, given);
        let chosen = tried.choose();
        let Some(fit) = tried.fit(&chosen) else {
            return regression;
        };
        for (t, moved) in regression.moved.iter_mut().enumerate() {
            *moved = chosen
                .iter()
                .zip(&fit.sizes)
                .map(|(i, size)| size * columns[*i][t])
                .sum();
        }
        for (h, doubt) in regression.doubt.iter_mut().enumerate() {
            let at: Vec<f64> = chosen.iter().map(|i| columns[*i][known + h]).collect();
            *doubt = fit.variance_at(&at).max(0.0).sqrt();
        }
        for (i, effect) in regression.effects.iter_mut().enumerate() {
            let place = chosen.iter().position(|it| *it == i);
            let alone = || Some(tried.fit(&[i])?.effect(0));
            let told = place.map(|place| fit.effect(place)).or_else(alone);
            if let Some((size, error)) = told {
                *effect = RegressorEffect::of(regression.scale, place.is_some(), size, error);
            }
        }
        regression
    }

    /// Takes it out of the series.
    pub(crate) fn take_out(&self, series: &mut Prepared) {
        if self.moved.iter().all(|moved| *moved == 0.0) {
            return;
        }
        let places = series.values.iter_mut().zip(&self.moved).zip(&series.observed);
        for ((value, moved), _) in places.filter(|(_, seen)| **seen) {
            *value = self.shifted(*value, -moved, 1.0);
        }
        let seen = series.values.iter().zip(&series.observed).filter(|(_, seen)| **seen);
        // What was never negative stays so: the forecast is held at nothing by it.
        let smallest = seen.map(|(value, _)| *value).fold(f64::INFINITY, f64::min);
        series.smallest = if series.smallest >= 0.0 {
            smallest.max(0.0)
        } else {
            smallest
        };
    }

    /// Gives a forecast `h` periods ahead its own back, in a unit of the series.
    pub(crate) fn put_back(&self, h: usize, value: f64, unit: f64) -> f64 {
        let moved = self.moved[self.known + h - 1];
        if moved == 0.0 {
            return value;
        }
        self.shifted(value, moved, unit)
    }

    fn shifted(&self, value: f64, moved: f64, unit: f64) -> f64 {
        match self.scale {
            Transform::Log => value * exp(moved),
            Transform::Raw | Transform::Root => value + moved * unit,
        }
    }

    /// Standard deviation of what is not known of it, `h` periods ahead, in the unit of a point.
    pub(crate) fn doubt(&self, h: usize, point: f64) -> f64 {
        match self.scale {
            Transform::Log => self.doubt[h - 1] * point.abs(),
            Transform::Raw | Transform::Root => self.doubt[h - 1],
        }
    }

    /// In units of the series.
    pub(crate) fn in_unit(mut self, unit: f64) -> Self {
        for effect in self.effects.iter_mut().filter(|effect| effect.step.is_some()) {
            effect.step = effect.step.map(|step| step * unit);
            effect.error *= unit;
        }
        self
    }
}

impl RegressorEffect {
    fn of(scale: Transform, kept: bool, size: f64, error: f64) -> Self {
        let is_ratio = scale == Transform::Log;
        let ratio = exp(size);
        Self {
            kept,
            ratio: is_ratio.then_some(ratio),
            step: (!is_ratio).then_some(size),
            error: if is_ratio { ratio * error } else { error },
        }
    }
}

fn scale_of(series: &Prepared) -> Transform {
    match Transform::Log.allows(series.smallest) {
        true => Transform::Log,
        false => Transform::Raw,
    }
}

/// A regressor less what is usual of it at each place of the season.
fn unusual(given: &Regressor, series: &Prepared, season: usize, dropped: usize, length: usize) -> Vec<f64> {
    let at = |t: usize| given.values.get(dropped + t).copied().filter(|value| value.is_finite());
    let usual = |place: usize| {
        let seen = (place..series.values.len())
            .step_by(season)
            .filter(|t| series.observed[*t]);
        let values: Vec<f64> = seen.filter_map(at).collect();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    };
    let usual: Vec<Option<f64>> = (0..season).map(usual).collect();
    (0..length)
        .map(|t| at(t).zip(usual[t % season]).map_or(0.0, |(value, usual)| value - usual))
        .collect()
}

/// One-step errors of the series and of all regressors, by several models.
struct Tried {
    runs: Vec<Innovations>,
    /// Errors of the series, those that stand out held in.
    held: Vec<Vec<f64>>,
    priors: Vec<f64>,
    /// Whether each has been seen for as long as it asks for.
    seen: Vec<bool>,
}

/// A regression on some of the regressors.
struct RegressionFit {
    sizes: Vec<f64>,
    covariance: Vec<Vec<f64>>,
    /// Coefficients over their standard errors, before anything is shrunken.
    clear: Vec<f64>,
    criterion: f64,
    run: usize,
    variance: f64,
}

impl RegressionFit {
    /// The size of one of them, and its standard error.
    fn effect(&self, place: usize) -> (f64, f64) {
        (self.sizes[place], self.covariance[place][place].max(0.0).sqrt())
    }

    /// Variance of the effect of some values of the regressors.
    fn variance_at(&self, at: &[f64]) -> f64 {
        let rows = self.covariance.iter().zip(at);
        rows.map(|(row, x)| x * row.iter().zip(at).map(|(c, y)| c * y).sum::<f64>())
            .sum()
    }
}

impl Tried {
    fn new(series: &Prepared, season: usize, columns: &[Vec<f64>], given: &[Regressor]) -> Self {
        let scale = scale_of(series);
        let places = series.values.iter().zip(&series.observed);
        let on_scale: Vec<f64> = places
            .map(|(value, seen)| if *seen { scale.apply(*value) } else { 0.0 })
            .collect();
        let first = series
            .observed
            .iter()
            .position(|seen| *seen)
            .map_or(0.0, |t| on_scale[t]);
        let on_scale: Vec<f64> = on_scale.iter().map(|value| value - first).collect();
        let length = on_scale.len();
        let all: Vec<&[f64]> = std::iter::once(&on_scale[..])
            .chain(columns.iter().map(|column| &column[..length]))
            .collect();
        let runs: Vec<Innovations> = LEVELS
            .iter()
            .map(|level| innovations(&set(*level), &series.observed, season, &all))
            .collect();
        let held = runs.iter().map(|run| held(&run.columns[0])).collect();
        let priors = given.iter().map(|it| it.usual).collect();
        let months = series.observed.iter().filter(|seen| **seen).count();
        let seen = given.iter().map(|it| months >= it.seasons * season).collect();
        Self {
            runs,
            held,
            priors,
            seen,
        }
    }

    /// Asks each regressor in its order whether it is worth counting beside those that are: the plainest stands first.
    fn choose(&self) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let Some(mut now) = self.fit(&chosen) else {
            return chosen;
        };
        if now.variance.sqrt() < NOTHING {
            return chosen;
        }
        for i in (0..self.priors.len()).filter(|i| self.seen[*i]) {
            let with = [&chosen[..], &[i]].concat();
            let Some(fit) = self.fit(&with) else { continue };
            let is_clear = fit.clear.last().is_some_and(|clear| clear.abs() >= CLEAR);
            let is_paid = fit.criterion + GAIN < now.criterion;
            if is_clear && is_paid && self.past_error(&with, &fit) < self.past_error(&chosen, &fit) {
                (chosen, now) = (with, fit);
            }
        }
        chosen
    }

    /// The regression under the model that fits best; none where the regressors cannot be told apart.
    fn fit(&self, chosen: &[usize]) -> Option<RegressionFit> {
        let fits = (0..self.runs.len()).filter_map(|run| self.fit_of(run, chosen));
        fits.min_by(|left, right| left.criterion.total_cmp(&right.criterion))
    }

    fn fit_of(&self, run: usize, chosen: &[usize]) -> Option<RegressionFit> {
        let (errors, columns) = (&self.held[run], self.columns(run, chosen));
        let (count, size) = (self.runs[run].count as f64, chosen.len() as f64);
        let inverse = inverted(moments(&columns, errors.len()))?;
        let raw = times(&inverse, &against(&columns, errors, errors.len()));
        let left: f64 = (0..errors.len())
            .map(|t| {
                let told: f64 = raw.iter().zip(&columns).map(|(size, column)| size * column[t]).sum();
                (errors[t] - told) * (errors[t] - told)
            })
            .sum();
        let variance = left / (count - size).max(1.0);
        let spare = (count - size - 2.0).max(1.0);
        let criterion = count * ln((left / count).max(1e-18))
            + self.runs[run].log_variances
            + 2.0 * (size + 1.0)
            + 2.0 * (size + 1.0) * (size + 2.0) / spare;
        let clear = raw
            .iter()
            .enumerate()
            .map(|(i, size)| size / (variance * inverse[i][i]).max(1e-300).sqrt());
        let clear = clear.collect();
        let (sizes, covariance) = self.shrunken(run, chosen, variance, errors.len())?;
        Some(RegressionFit {
            sizes,
            covariance,
            clear,
            criterion,
            run,
            variance,
        })
    }

    /// Coefficients from the first errors, shrunken towards nothing by what is usual: the mean and the covariance after them,
    /// where there was a normal prior before.
    fn shrunken(&self, run: usize, chosen: &[usize], variance: f64, until: usize) -> Option<(Vec<f64>, Vec<Vec<f64>>)> {
        let columns = self.columns(run, chosen);
        let mut moments = moments(&columns, until);
        for (i, place) in chosen.iter().enumerate() {
            moments[i][i] += variance / (self.priors[*place] * self.priors[*place]).max(1e-300);
        }
        let inverse = inverted(moments)?;
        let sizes = times(&inverse, &against(&columns, &self.held[run], until));
        let scaled = |row: Vec<f64>| row.into_iter().map(|cell| cell * variance).collect();
        Some((sizes, inverse.into_iter().map(scaled).collect()))
    }

    /// Sum of the squared errors of the past, each with coefficients from what lay before it, under the model of a fit.
    fn past_error(&self, chosen: &[usize], fit: &RegressionFit) -> f64 {
        let (errors, columns) = (&self.held[fit.run], self.columns(fit.run, chosen));
        let told = |t: usize| -> f64 {
            let sizes = self.shrunken(fit.run, chosen, fit.variance, t);
            let sizes = sizes.map_or_else(Vec::new, |(sizes, _)| sizes);
            sizes.iter().zip(&columns).map(|(size, column)| size * column[t]).sum()
        };
        (errors.len() / BEGINNING..errors.len())
            .map(|t| (errors[t] - told(t)) * (errors[t] - told(t)))
            .sum()
    }

    fn columns(&self, run: usize, chosen: &[usize]) -> Vec<&[f64]> {
        chosen.iter().map(|i| &self.runs[run].columns[1 + i][..]).collect()
    }
}

/// A level that moves by this variance, a damped slope, a season that moves slowly.
fn set(level: f64) -> Params {
    Params {
        trend: Trend::Slope,
        level,
        slope: 0.0,
        damping: 0.97,
        slope_prior: 0.03,
        season_prior: 10.0,
        season: 0.01,
    }
}

/// Errors, those that stand out held in.
fn held(errors: &[f64]) -> Vec<f64> {
    let sizes = errors.iter().filter(|error| **error != 0.0).map(|error| error.abs());
    let most = HELD * 1.4826 * median(sizes.collect());
    errors.iter().map(|error| error.clamp(-most, most)).collect()
}

/// Sums of products of columns, over their first values.
fn moments(columns: &[&[f64]], until: usize) -> Vec<Vec<f64>> {
    let row = |one: &&[f64]| columns.iter().map(|other| product(one, other, until)).collect();
    columns.iter().map(row).collect()
}

fn against(columns: &[&[f64]], errors: &[f64], until: usize) -> Vec<f64> {
    columns.iter().map(|column| product(column, errors, until)).collect()
}

fn product(one: &[f64], other: &[f64], until: usize) -> f64 {
    one[..until].iter().zip(&other[..until]).map(|(a, b)| a * b).sum()
}

fn times(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    let row = |row: &Vec<f64>| row.iter().zip(vector).map(|(a, b)| a * b).sum();
    matrix.iter().map(row).collect()
}

/// The inverse of a small symmetric matrix by elimination; none where its rows are next to alike.
fn inverted(mut matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let whole: Vec<f64> = (0..size).map(|i| matrix[i][i]).collect();
    let mut inverse: Vec<Vec<f64>> = (0..size)
        .map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect())
        .collect();
    // It is positive definite, or of no use: no rows need change places.
    for i in 0..size {
        let pivot = matrix[i][i];
        let is_apart = pivot > 1e-9 * whole[i] && pivot > 1e-12;
        if !is_apart {
            return None;
        }
        for row in [&mut matrix, &mut inverse] {
            row[i].iter_mut().for_each(|cell| *cell /= pivot);
        }
        let (own, own_inverse) = (matrix[i].clone(), inverse[i].clone());
        for other in (0..size).filter(|other| *other != i) {
            let factor = matrix[other][i];
            let less = |row: &mut Vec<f64>, own: &[f64]| {
                row.iter_mut().zip(own).for_each(|(cell, own)| *cell -= factor * own);
            };
            less(&mut matrix[other], &own);
            less(&mut inverse[other], &own_inverse);
        }
    }
    Some(inverse)
}
