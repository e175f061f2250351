//! How wide: the calibrated size of errors.

use crate::average::Average;

/// What the widths of the intervals rest on, and the widths.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    widths: Vec<f64>,
    /// model sigma by h, relative
    pub features: Vec<[f64; 6]>,
}

impl Spread {
    pub(crate) fn new(average: &Average, values: &[f64], observed: &[bool], season: usize, unit: f64) -> Spread {
        let power = average.shares[2] + 0.5 * average.shares[1];
        let level = |v: f64| if v > 0.0 && power > 0.0 { crate::numeric::exp(power * crate::numeric::ln(v)) } else { 1.0 };
        let n = values.len();
        // one-step sd of the model at horizon h
        let mut sum = 0.0;
        let model: Vec<f64> = average.response.iter().map(|c| { sum += c * c; average.one_step * f64::sqrt(sum) }).collect();
        // ratio of past errors to the model's
        let ratio = |from: usize, to: usize| {
            let (mut a, mut b, mut c) = (0.0, 0.0, 0.0);
            for (h, e, f) in &average.past {
                if *h >= from && *h <= to { a += e.abs(); b += model[h - 1] * level(*f); c += 1.0; }
            }
            (a + 1e-9 + 0.05 * b, 1.05 * b + 1e-9, c)
        };
        let all = ratio(1, 999);
        let bands = [ratio(1, 3), ratio(4, 9), ratio(10, 999)];
        let pairs: Vec<f64> = (season..n).filter(|t| observed[*t] && observed[t - season]).map(|t| (values[t] - values[t - season]).abs() / level(values[t])).collect();
        let s = crate::numeric::mean(pairs.iter().copied());
        let _ = level;
        let features: Vec<[f64; 6]> = (1..=average.response.len()).map(|h| {
            let b = bands[crate::filter::band(h)];
            let m = level(average.point[h - 1]);
            [model[h - 1] * m * unit, all.0 / all.1, if b.2 > 0.0 { b.0 / b.1 } else { all.0 / all.1 }, s * m * unit, n as f64, power]
        }).collect();
        Spread { widths: features.iter().map(|f| f[0]).collect(), features }
    }

    /// Distance from the point at a standard normal deviate.
    pub(crate) fn at(&self, h: usize, z: f64) -> f64 {
        self.widths[h - 1] * z
    }
}
