//! Exponential smoothing in its state space form (Hyndman, Koehler, Ord and Snyder 2008).
//!
//! The likelihood, the criterion and the recursions are those of R's `forecast::ets`. Where R also
//! searches the starting states, [`Ets::fit`] takes them from a decomposition of the first seasons:
//! a fiftieth of the time, at a slightly lower likelihood.

use super::decompose::{is_seasonal, multiplicative_indices};
use super::simplex;
use crate::numeric::{ln, mean};

/// How errors or a season enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Not at all (for a season).
    None,
    /// Added.
    Additive,
    /// Multiplied.
    Multiplicative,
}

/// How the level moves on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slope {
    /// It does not.
    None,
    /// By a slope.
    Additive,
    /// By a slope that dies down.
    Damped,
}

/// Which model of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EtsKind {
    /// Additive or multiplicative errors.
    pub error: Form,
    /// Whether there is a trend, and how it goes on.
    pub slope: Slope,
    /// Whether there is a season, and how it meets the level.
    pub season: Form,
}

/// Smoothing parameters, as R reports them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EtsParameters {
    /// Of the level, 0 to 1.
    pub alpha: f64,
    /// Of the slope, at most `alpha`.
    pub beta: f64,
    /// Of the season, at most `1 - alpha`.
    pub gamma: f64,
    /// Damping of the slope; 1 is none.
    pub phi: f64,
}

/// Level, slope and seasonal effects.
#[derive(Debug, Clone, PartialEq)]
pub struct EtsState {
    /// Level, in the unit of the values.
    pub level: f64,
    /// Slope per period, in that unit.
    pub slope: f64,
    /// Effects of the coming periods, the next one first; empty without a season.
    pub season: Vec<f64>,
}

/// A model fitted to a series, ready to forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Ets {
    kind: EtsKind,
    parameters: EtsParameters,
    end: EtsState,
    log_likelihood: f64,
    corrected: f64,
}

impl Ets {
    /// Fits every model of the family that suits the series (additive or multiplicative errors,
    /// no, linear or damped trend, no, additive or multiplicative season) and keeps the one with the
    /// least corrected information criterion. `None` for fewer than five values.
    pub fn fit(values: &[f64], season: usize) -> Option<Self> {
        let family = Self::family(values, season).into_iter();
        family.min_by(|a, b| a.corrected.total_cmp(&b.corrected))
    }

    /// Every model of the family that suits the series, fitted; see [`Ets::fit`].
    pub fn family(values: &[f64], season: usize) -> Vec<Self> {
        let positive = values.iter().all(|v| *v > 0.0);
        let form = if positive { Form::Multiplicative } else { Form::Additive };
        let seasonal = season > 1 && values.len() >= 2 * season;
        let seasons: &[Form] = match (seasonal, seasonal && is_seasonal(values, season)) {
            (true, true) => &[form],
            (true, false) => &[Form::None, form],
            (false, _) => &[Form::None],
        };
        let slopes = [Slope::None, Slope::Additive, Slope::Damped];
        let kinds = seasons.iter().flat_map(|season| slopes.map(|slope| (slope, *season)));
        kinds
            .filter_map(|(slope, season_form)| {
                let kind = EtsKind {
                    error: form,
                    slope,
                    season: season_form,
                };
                Self::fit_kind(values, season, kind)
            })
            .collect()
    }

    /// Fits one model. `None` where the series is too short or not positive for it.
    pub fn fit_kind(values: &[f64], season: usize, kind: EtsKind) -> Option<Self> {
        let start = starting_state(values, season, kind)?;
        let read = |[alpha, beta, gamma, phi]: [f64; 4]| EtsParameters {
            alpha,
            beta: beta * alpha,
            gamma: gamma * (1.0 - alpha),
            phi,
        };
        // Shares of what R allows; a parameter that the model lacks is held at a point.
        let free = [
            true,
            kind.slope != Slope::None,
            kind.season != Form::None,
            kind.slope == Slope::Damped,
        ];
        let all = |p: &[f64]| -> [f64; 4] {
            let mut next = p.iter();
            let fixed = [0.1, 0.0, 0.0, 1.0];
            std::array::from_fn(|i| {
                if free[i] {
                    *next.next().expect("a value for each free parameter")
                } else {
                    fixed[i]
                }
            })
        };
        let pick = |full: [f64; 4]| -> Vec<f64> { (0..4).filter(|i| free[*i]).map(|i| full[i]).collect() };
        let cost = |p: &[f64]| {
            let full = all(p);
            let share = 1e-4..=0.9999;
            let inside = share.contains(&full[0])
                && (!free[1] || share.contains(&full[1]))
                && (!free[2] || share.contains(&full[2]))
                && (!free[3] || (0.8..=0.98).contains(&full[3]));
            if !inside {
                return f64::INFINITY;
            }
            run(values, kind, &read(full), &start).map_or(f64::INFINITY, |(log, _)| -log)
        };
        let (best, _) = simplex::minimise(cost, &pick([0.3, 0.1, 0.1, 0.95]), &pick([0.2, 0.1, 0.1, -0.05]), 120);
        Self::with(values, kind, read(all(&best)), &start)
    }

    /// The model with given parameters and starting state. `None` where a multiplicative part meets
    /// a value that is not positive.
    pub fn with(values: &[f64], kind: EtsKind, parameters: EtsParameters, start: &EtsState) -> Option<Self> {
        let (log_likelihood, end) = run(values, kind, &parameters, start)?;
        let count = values.len() as f64;
        let slopes = match kind.slope {
            Slope::None => 0.0,
            Slope::Additive => 2.0,
            Slope::Damped => 3.0,
        };
        // Parameters and starting states, less the one that makes the season sum up, and the variance.
        let seasons = if kind.season == Form::None {
            0.0
        } else {
            start.season.len() as f64
        };
        let k = 3.0 + slopes + seasons;
        let room = (count - k - 1.0).max(0.5);
        let corrected = -2.0 * log_likelihood + 2.0 * k + 2.0 * k * (k + 1.0) / room;
        Some(Self {
            kind,
            parameters,
            end,
            log_likelihood,
            corrected,
        })
    }

    /// Which model.
    pub fn kind(&self) -> EtsKind {
        self.kind
    }

    /// The smoothing parameters.
    pub fn parameters(&self) -> EtsParameters {
        self.parameters
    }

    /// R's log likelihood, which leaves out a constant.
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// The corrected information criterion (AICc).
    pub fn criterion(&self) -> f64 {
        self.corrected
    }

    /// Point forecasts, in units of the series.
    pub fn forecast(&self, horizon: usize) -> Vec<f64> {
        let mut damping = 1.0;
        let mut slopes = 0.0;
        (0..horizon)
            .map(|h| {
                damping *= self.parameters.phi;
                slopes += damping * self.end.slope;
                let level = self.end.level + if self.kind.slope == Slope::None { 0.0 } else { slopes };
                let effect = |none: f64| {
                    let season = &self.end.season;
                    if season.is_empty() {
                        none
                    } else {
                        season[h % season.len()]
                    }
                };
                match self.kind.season {
                    Form::None => level,
                    Form::Additive => level + effect(0.0),
                    Form::Multiplicative => level * effect(1.0),
                }
            })
            .collect()
    }
}

/// Log likelihood and the state at the end.
fn run(values: &[f64], kind: EtsKind, p: &EtsParameters, start: &EtsState) -> Option<(f64, EtsState)> {
    let mut state = start.clone();
    let period = state.season.len().max(1);
    let (mut squares, mut logs, mut product) = (0.0, 0.0, 1.0_f64);
    let slope_gain = if p.alpha > 0.0 { p.beta / p.alpha } else { 0.0 };
    for (t, &value) in values.iter().enumerate() {
        let moved = if kind.slope == Slope::None {
            0.0
        } else {
            p.phi * state.slope
        };
        let base = state.level + moved;
        let place = t % period;
        let (fitted, without) = match kind.season {
            Form::None => (base, value),
            Form::Additive => (base + state.season[place], value - state.season[place]),
            Form::Multiplicative => (base * state.season[place], value / state.season[place]),
        };
        let error = match kind.error {
            Form::Multiplicative => {
                if fitted.abs() < 1e-12 {
                    return None;
                }
                product *= fitted.abs();
                (value - fitted) / fitted
            }
            _ => value - fitted,
        };
        squares += error * error;
        // The logarithm of a product instead of a sum of logarithms: one call in sixteen, before it leaves the range.
        if !(1e-100..1e100).contains(&product) || t % 16 == 15 {
            logs += ln(product);
            product = 1.0;
        }
        match kind.season {
            Form::None => {}
            Form::Additive => state.season[place] += p.gamma * (value - base - state.season[place]),
            Form::Multiplicative => {
                if base.abs() < 1e-12 {
                    return None;
                }
                state.season[place] += p.gamma * (value / base - state.season[place]);
            }
        }
        let level = base + p.alpha * (without - base);
        if kind.slope != Slope::None {
            state.slope = moved + slope_gain * (level - state.level - moved);
        }
        state.level = level;
    }
    if !state.season.is_empty() {
        state.season.rotate_left(values.len() % period);
    }
    let likelihood = -0.5 * (values.len() as f64 * ln(squares.max(1e-300)) + 2.0 * (logs + ln(product)));
    (likelihood.is_finite() && state.level.is_finite()).then_some((likelihood, state))
}

/// Level, slope and season from the first seasons: indices of a decomposition, and a line through
/// the first ten (or two seasons of) values without them.
fn starting_state(values: &[f64], season: usize, kind: EtsKind) -> Option<EtsState> {
    if values.len() < 5 {
        return None;
    }
    let effects = match kind.season {
        Form::None => Vec::new(),
        Form::Multiplicative => {
            let first = &values[..values.len().min(4 * season)];
            multiplicative_indices(first, season)?
        }
        Form::Additive => additive_effects(values, season)?,
    };
    let length = values.len().min(if effects.is_empty() { 10 } else { 2 * season });
    let adjusted: Vec<f64> = (0..length)
        .map(|t| match kind.season {
            Form::None => values[t],
            Form::Additive => values[t] - effects[t % season],
            Form::Multiplicative => values[t] / effects[t % season],
        })
        .collect();
    let centre = 0.5 * (length as f64 + 1.0);
    let average = mean(adjusted.iter().copied());
    let places = || adjusted.iter().zip(1..).map(|(v, t)| (f64::from(t) - centre, *v));
    let slope = places().map(|(x, v)| x * v).sum::<f64>() / places().map(|(x, _)| x * x).sum::<f64>();
    let (level, slope) = match kind.slope {
        Slope::None => (average - if length > 10 { slope * (centre - 1.0) } else { 0.0 }, 0.0),
        Slope::Additive => (average - slope * centre, slope),
        Slope::Damped => (average - slope * centre, slope),
    };
    let level = if kind.error == Form::Multiplicative && level <= 0.0 {
        average
    } else {
        level
    };
    Some(EtsState {
        level,
        slope,
        season: effects,
    })
}

/// Mean distance of every place in the season from the mean of its season.
fn additive_effects(values: &[f64], season: usize) -> Option<Vec<f64>> {
    let whole: Vec<&[f64]> = values.chunks_exact(season).take(4).collect();
    if season < 2 || whole.len() < 2 {
        return None;
    }
    let centres: Vec<f64> = whole.iter().map(|year| mean(year.iter().copied())).collect();
    Some(
        (0..season)
            .map(|place| mean(whole.iter().zip(&centres).map(|(year, centre)| year[place] - centre)))
            .collect(),
    )
}

#[cfg(test)]
mod tests;
