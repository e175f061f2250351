//! The record of chances: what would have been said of the next season's sum, and whether it came.

use crate::forecast::{Forecast, TimeSeries};
use crate::numeric::mean;

/// A chance given at a past origin, and what happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastChance {
    /// Number of periods of the series that were known.
    pub known: usize,
    /// The multiple of the last season's sum that was asked about.
    pub factor: f64,
    /// The chance that the next season's sum reaches it, 0 to 1.
    pub said: f64,
    /// Whether the total reached the amount.
    pub happened: bool,
}

/// Chances of an origin whose last and next season are wholly known.
pub(crate) fn at_origin(
    series: &TimeSeries<'_>,
    known: usize,
    forecast: &Forecast,
    factors: &[f64],
) -> Vec<PastChance> {
    let season = series.season;
    let sum = |from: Option<usize>| -> Option<f64> {
        let from = from?;
        series.values.get(from..from + season)?.iter().copied().sum()
    };
    let Some((last, next)) = sum(known.checked_sub(season)).zip(sum(Some(known))) else {
        return Vec::new();
    };
    if last <= 0.0 {
        return Vec::new();
    }
    let said = |factor: f64| forecast.probability_total_at_least(1..=season, factor * last);
    let chances = factors.iter().filter_map(|factor| {
        Some(PastChance {
            known,
            factor: *factor,
            said: said(*factor)?,
            happened: next >= factor * last,
        })
    });
    chances.collect()
}

/// Mean squared distance of what was said from what happened (Brier 1950): 0 is best, 0.25 that of always
/// saying one half. None without chances.
pub fn brier(chances: &[PastChance]) -> Option<f64> {
    let distance = |chance: &PastChance| chance.said - f64::from(u8::from(chance.happened));
    (!chances.is_empty()).then(|| mean(chances.iter().map(|chance| distance(chance) * distance(chance))))
}

#[cfg(test)]
mod tests {
    use crate::reference::AIR_PASSENGERS;
    use crate::{Forecast, Looking, Options, TimeSeries, backtest, brier, look_back};

    fn looking(factors: &[f64]) -> Looking {
        Looking {
            horizon: 12,
            origins: 30,
            step: 3,
            factors: factors.to_vec(),
            paths: 2_000,
            seed: 4,
        }
    }

    #[test]
    fn chances_are_those_of_a_forecast_made_then() {
        let values: Vec<Option<f64>> = AIR_PASSENGERS.iter().copied().map(Some).collect();
        let series = TimeSeries {
            values: &values,
            season: 12,
        };
        let factors = [0.9, 1.0, 1.1, 1.2, 1.3];
        let (record, chances) = look_back(&series, &looking(&factors)).expect("long enough");
        // The next twelve months are known at all origins but the last four.
        assert_eq!((record.origins.len(), chances.len()), (30, 26 * 5));
        assert!(chances.windows(2).all(|pair| pair[0].known <= pair[1].known));
        let last = chances[chances.len() - 3];
        assert_eq!((last.known, last.factor), (131, 1.1));
        let before = TimeSeries {
            values: &values[..131],
            ..series
        };
        let options = Options {
            horizon: 12,
            paths: 2_000,
            seed: 4,
        };
        let sum = |from: usize| AIR_PASSENGERS[from..from + 12].iter().sum::<f64>();
        let forecast = Forecast::fit(&before, &options).expect("long enough");
        let said = forecast.probability_total_at_least(1..=12, 1.1 * sum(119));
        assert_eq!((Some(last.said), last.happened), (said, sum(131) >= 1.1 * sum(119)));
        // Better than the share that happened, given to everybody.
        let base = chances.iter().filter(|chance| chance.happened).count() as f64 / chances.len() as f64;
        let score = brier(&chances).expect("chances");
        assert!(score < 0.6 * base * (1.0 - base), "{score} {base}");
        // And the methods' record is the one without chances.
        let plain = backtest(&series, 12, 30).expect("long enough");
        assert_eq!(plain, record);
    }

    #[test]
    fn what_is_not_known_is_not_asked() {
        let mut values: Vec<Option<f64>> = AIR_PASSENGERS.iter().copied().map(Some).collect();
        values[140] = None;
        let series = TimeSeries {
            values: &values,
            season: 12,
        };
        let (_, chances) = look_back(&series, &looking(&[1.0])).expect("long enough");
        assert!(chances.iter().all(|chance| chance.known + 12 <= 140));
        assert_eq!(brier(&[]), None);
        let negative: Vec<Option<f64>> = values.iter().map(|value| value.map(|v| -v)).collect();
        let series = TimeSeries {
            values: &negative,
            season: 12,
        };
        assert!(look_back(&series, &looking(&[1.0])).expect("long enough").1.is_empty());
    }
}
