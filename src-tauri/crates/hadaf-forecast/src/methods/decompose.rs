//! Classical decomposition and the test whether there is a season at all.

use crate::numeric::mean;

/// Deviate of the one-sided 5 % (two-sided 10 %) test that the M4 competition's benchmarks use.
const DEVIATE: f64 = 1.645;

/// Whether the autocorrelation at the seasonal lag stands out (Bartlett's formula), given at least
/// two seasons.
pub fn is_seasonal(values: &[f64], season: usize) -> bool {
    let length = values.len();
    if season < 2 || length < 2 * season {
        return false;
    }
    let centre = mean(values.iter().copied());
    let centred: Vec<f64> = values.iter().map(|v| v - centre).collect();
    let total: f64 = centred.iter().map(|v| v * v).sum();
    if total <= 0.0 {
        return false;
    }
    let lagged = |k: usize| centred[k..].iter().zip(&centred).map(|(a, b)| a * b).sum::<f64>() / total;
    let before: f64 = (1..season).map(|k| lagged(k) * lagged(k)).sum();
    lagged(season).abs() > DEVIATE * ((1.0 + 2.0 * before) / length as f64).sqrt()
}

/// Multiplicative seasonal indices with mean 1, by place in the season counted from the first value;
/// `None` unless there are two seasons of positive values and every index is above 0.01.
pub fn multiplicative_indices(values: &[f64], season: usize) -> Option<Vec<f64>> {
    if season < 2 || values.len() < 2 * season || values.iter().any(|v| *v <= 0.0) {
        return None;
    }
    let half = season / 2;
    let mut ratios = vec![Vec::new(); season];
    for t in half..values.len() - half {
        let trend = centred_average(values, t, season);
        ratios[t % season].push(values[t] / trend);
    }
    let raw: Vec<f64> = ratios.into_iter().map(mean).collect();
    let level = mean(raw.iter().copied());
    let indices: Vec<f64> = raw.iter().map(|v| v / level).collect();
    indices.iter().all(|v| *v > 0.01).then_some(indices)
}

/// Average over one season around `t`; the ends count half where the season is even.
fn centred_average(values: &[f64], t: usize, season: usize) -> f64 {
    let half = season / 2;
    let sum: f64 = values[t - half..=t + half].iter().sum();
    if season.is_multiple_of(2) {
        (sum - 0.5 * (values[t - half] + values[t + half])) / season as f64
    } else {
        sum / season as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::AIR_PASSENGERS;

    #[test]
    fn indices_agree_with_statsmodels() {
        // statsmodels 0.14 seasonal_decompose(AirPassengers, model="multiplicative", period=12)
        let published = [
            0.910_230_367_372_200_9,
            0.883_625_320_694_375_6,
            1.007_366_287_603_545_6,
            0.975_906_012_322_847_5,
            0.981_378_027_495_129_6,
            1.112_775_826_679_272_7,
            1.226_555_542_931_201_4,
            1.219_910_969_445_625_2,
            1.060_491_932_646_818_7,
            0.921_757_240_410_497_6,
            0.801_178_082_413_474_4,
            0.898_824_389_985_011_5,
        ];
        let indices = multiplicative_indices(&AIR_PASSENGERS, 12).expect("positive");
        for (ours, theirs) in indices.iter().zip(published) {
            assert!((ours - theirs).abs() < 1e-12, "{ours} {theirs}");
        }
        assert!(is_seasonal(&AIR_PASSENGERS, 12));
    }

    #[test]
    fn a_line_is_not_seasonal_enough_to_decompose_when_it_has_no_size() {
        assert!(!is_seasonal(&[3.0; 48], 12));
        assert!(multiplicative_indices(&[0.0; 48], 12).is_none());
    }
}
