//! One-step errors of a structural model with given parameters, of several columns at once.

use crate::grid::{Covariance, Params};

/// What one run of a filter says of columns of equal length. Gains do not depend on values, so that the errors are linear in
/// them: a regression of errors on errors is that of values on values by generalised least squares (Harvey 1989,
/// *Forecasting, Structural Time Series Models and the Kalman Filter*, section 3.4).
pub(crate) struct Innovations {
    /// Errors of each column in standard deviations, up to the model's scale; 0 at the first value and where none is seen.
    pub columns: Vec<Vec<f64>>,
    /// Sum of the logarithms of the errors' variances, up to that scale.
    pub log_variances: f64,
    /// How many errors there are.
    pub count: usize,
}

/// Runs one set over columns, values of which are read where they are observed.
pub(crate) fn innovations(set: &Params, observed: &[bool], season: usize, values: &[&[f64]]) -> Innovations {
    let mut covariance = Covariance::new(set, season);
    let mut states = vec![(0.0, 0.0, vec![0.0; season]); values.len()];
    let mut found = Innovations {
        columns: vec![vec![0.0; observed.len()]; values.len()],
        log_variances: 0.0,
        count: 0,
    };
    let mut begun = false;
    for (t, &seen) in observed.iter().enumerate() {
        let place = t % season;
        if seen {
            let (gain, variance) = covariance.observe();
            for ((column, value), (level, slope, effects)) in found.columns.iter_mut().zip(values).zip(&mut states) {
                let error = value[t] - *level - effects[place];
                *level += gain[0] * error;
                *slope += gain[1] * error;
                for k in 0..season {
                    effects[(place + k) % season] += gain[2 + k] * error;
                }
                if begun {
                    column[t] = error / variance.sqrt();
                }
            }
            if begun {
                found.log_variances += crate::numeric::ln(variance);
                found.count += 1;
            }
            begun = true;
        }
        covariance.step();
        for (level, slope, _) in &mut states {
            *level += set.damping * *slope;
            *slope *= set.damping;
        }
    }
    found
}
