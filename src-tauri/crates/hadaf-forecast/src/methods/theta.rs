//! The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016,
//! "Models for optimising the theta method and their relationship to state space models").

use super::decompose::{is_seasonal, multiplicative_indices};
use super::simplex;

/// Parameters of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThetaParameters {
    /// Level before the first value.
    pub level: f64,
    /// Smoothing of the level.
    pub alpha: f64,
    /// Curvature kept: 1 is plain smoothing, 2 the classical method.
    pub theta: f64,
}

/// A fitted theta model, with seasonal indices where the series has a season.
#[derive(Debug, Clone, PartialEq)]
pub struct Theta {
    parameters: ThetaParameters,
    indices: Option<Vec<f64>>,
    state: ThetaState,
    length: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct ThetaState {
    level: f64,
    mean: f64,
    intercept: f64,
    slope: f64,
    /// (1 − α) to the power of the number of values seen.
    decay: f64,
}

impl ThetaState {
    fn first(parameters: &ThetaParameters, value: f64) -> Self {
        Self {
            level: parameters.alpha * value + (1.0 - parameters.alpha) * parameters.level,
            mean: value,
            intercept: value,
            slope: 0.0,
            decay: 1.0 - parameters.alpha,
        }
    }

    fn forecast(&self, p: &ThetaParameters) -> f64 {
        let line = self.intercept * self.decay + self.slope * (1.0 - self.decay * (1.0 - p.alpha)) / p.alpha;
        self.level + (1.0 - 1.0 / p.theta) * line
    }

    /// Takes in the value number `count + 1`.
    fn update(&mut self, p: &ThetaParameters, value: f64, count: usize) {
        let n = count as f64;
        self.level = p.alpha * value + (1.0 - p.alpha) * self.level;
        self.slope = ((n - 1.0) * self.slope + 6.0 * (value - self.mean) / (n + 1.0)) / (n + 2.0);
        self.mean = (n * self.mean + value) / (n + 1.0);
        self.intercept = self.mean - self.slope * (n + 2.0) / 2.0;
        self.decay *= 1.0 - p.alpha;
    }
}

impl Theta {
    /// Fits level, α and θ by least squares, after dividing by seasonal indices where the 10 % test
    /// finds a season in a positive series. `None` for fewer than five values.
    pub fn fit(values: &[f64], season: usize) -> Option<Self> {
        let (adjusted, indices) = adjust(values, season);
        let first = *adjusted.first().filter(|_| values.len() >= 5)?;
        let size = crate::numeric::mean(adjusted.iter().map(|v| v.abs())).max(1e-12);
        let read = |p: &[f64]| ThetaParameters {
            level: p[0] * size,
            alpha: p[1],
            theta: p[2],
        };
        let cost = |p: &[f64]| {
            let inside = (0.1..=0.99).contains(&p[1]) && (1.0..=1e10).contains(&p[2]);
            if inside {
                errors(&adjusted, &read(p)).0
            } else {
                f64::INFINITY
            }
        };
        let start = [0.5 * first / size, 0.5, 2.0];
        let (best, _) = simplex::minimise(cost, &start, &[0.25, 0.2, 0.5], 220);
        Some(Self::finish(&adjusted, read(&best), indices))
    }

    /// The model with given parameters: for reference values.
    pub fn with(values: &[f64], season: usize, parameters: ThetaParameters) -> Option<Self> {
        let (adjusted, indices) = adjust(values, season);
        (values.len() >= 5).then(|| Self::finish(&adjusted, parameters, indices))
    }

    fn finish(adjusted: &[f64], parameters: ThetaParameters, indices: Option<Vec<f64>>) -> Self {
        let (_, state) = errors(adjusted, &parameters);
        Self {
            parameters,
            indices,
            state,
            length: adjusted.len(),
        }
    }

    /// The parameters.
    pub fn parameters(&self) -> ThetaParameters {
        self.parameters
    }

    /// Point forecasts, in units of the series.
    pub fn forecast(&self, horizon: usize) -> Vec<f64> {
        let mut state = self.state;
        (0..horizon)
            .map(|h| {
                let point = state.forecast(&self.parameters);
                state.update(&self.parameters, point, self.length + h);
                let index = self.indices.as_ref().map_or(1.0, |i| i[(self.length + h) % i.len()]);
                point * index
            })
            .collect()
    }
}

/// The series without its season, and the indices.
fn adjust(values: &[f64], season: usize) -> (Vec<f64>, Option<Vec<f64>>) {
    let indices = if is_seasonal(values, season) {
        multiplicative_indices(values, season)
    } else {
        None
    };
    let adjusted = match &indices {
        None => values.to_vec(),
        Some(indices) => values
            .iter()
            .enumerate()
            .map(|(t, v)| v / indices[t % indices.len()])
            .collect(),
    };
    (adjusted, indices)
}

/// Sum of squared errors from the fourth value on, and the state at the end.
fn errors(values: &[f64], parameters: &ThetaParameters) -> (f64, ThetaState) {
    let mut state = ThetaState::first(parameters, values[0]);
    let mut sum = 0.0;
    for (t, value) in values.iter().enumerate().skip(1) {
        let error = value - state.forecast(parameters);
        if t >= 3 {
            sum += error * error;
        }
        state.update(parameters, *value, t);
    }
    (sum, state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{AIR_PASSENGERS, NILE};

    /// statsforecast 2.1.1, DynamicOptimizedTheta(season_length=12) on AirPassengers.
    const PARAMETERS: ThetaParameters = ThetaParameters {
        level: -363.301_662_621_783_75,
        alpha: 0.724_759_416_874_159_8,
        theta: 90.891_999_919_734_08,
    };
    const FORECAST: [f64; 12] = [
        442.927_194_870_733_05,
        432.298_400_819_237_26,
        495.482_454_381_388_8,
        482.575_341_288_567_4,
        487.865_993_318_093_3,
        556.121_586_277_397_8,
        616.222_955_274_374_4,
        616.109_730_537_158_6,
        538.402_722_475_859_5,
        470.410_524_874_375_5,
        410.998_993_650_168_9,
        463.477_222_402_154_3,
    ];

    #[test]
    fn agrees_with_statsforecast_at_its_parameters() {
        let theta = Theta::with(&AIR_PASSENGERS, 12, PARAMETERS).expect("long enough");
        for (ours, theirs) in theta.forecast(12).iter().zip(FORECAST) {
            assert!((ours - theirs).abs() < 1e-6, "{ours} {theirs}");
        }
    }

    /// statsforecast 2.1.1, DynamicOptimizedTheta(season_length=1) on NILE.
    #[test]
    fn agrees_with_statsforecast_on_the_nile() {
        let parameters = ThetaParameters {
            level: 1_248.597_638_834_178,
            alpha: 0.267_490_836_436_547_75,
            theta: 1.0,
        };
        let theta = Theta::with(&NILE, 1, parameters).expect("long enough");
        assert!(
            (theta.forecast(1)[0] - 798.230_188_729_681_1).abs() < 1e-6,
            "{}",
            theta.forecast(1)[0]
        );
        let ours = Theta::fit(&NILE, 1).expect("long enough");
        let ratio = errors(&NILE, &ours.parameters()).0 / errors(&NILE, &parameters).0;
        // A flat valley: our search ends a little beside.
        assert!(ratio <= 1.01, "{ratio}");
        assert!((ours.forecast(1)[0] / theta.forecast(1)[0] - 1.0).abs() < 0.02);
    }

    #[test]
    fn fits_at_least_as_well_as_statsforecast() {
        let (adjusted, _) = adjust(&AIR_PASSENGERS, 12);
        let ours = Theta::fit(&AIR_PASSENGERS, 12).expect("long enough");
        assert!(errors(&adjusted, &ours.parameters()).0 <= errors(&adjusted, &PARAMETERS).0 * 1.001);
        for (ours, theirs) in ours.forecast(12).iter().zip(FORECAST) {
            assert!((ours / theirs - 1.0).abs() < 0.01, "{ours} {theirs}");
        }
    }
}
