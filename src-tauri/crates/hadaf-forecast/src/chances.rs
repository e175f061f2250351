//! The record of chances: what would have been said of the sum of some periods, and what it came to.

use crate::forecast::{Forecast, Options, TimeSeries};
use crate::numeric::mean;
use crate::paths::chance_at_least;
use crate::revisions::Revisions;

/// What is asked at a past point of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastQuestion {
    /// Number of periods of the series that were known.
    pub known: usize,
    /// Of how many periods after them the sum is asked about, from 1.
    pub ahead: usize,
    /// What the sum is to reach, in units of the series.
    pub amount: f64,
    /// What the periods before them brought that count with them in a total.
    pub before: f64,
    /// Eight of ten revisions of such a total are no larger, percent of it; 0 where there are none.
    pub revised_percent: f64,
}

/// What would have been said, and what happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastChance {
    /// What was asked.
    pub asked: PastQuestion,
    /// The chance that the sum reaches the amount, 0 to 1.
    pub said: f64,
    /// The middle of what was said of the sum.
    pub median: f64,
    /// Lower end of 80 %.
    pub low80: f64,
    /// Upper end of 80 %.
    pub high80: f64,
    /// What the sum came to.
    pub outturn: f64,
    /// Whether that reached the amount.
    pub happened: bool,
}

/// Answers each question from what lay before it, by a fit of its own. None where the periods asked about are not all
/// known or too little lay before them.
pub fn past_chance(series: &TimeSeries<'_>, asked: PastQuestion, paths: usize, seed: u64) -> Option<PastChance> {
    let after = series.values.get(asked.known..asked.known.checked_add(asked.ahead)?)?;
    let outturn: f64 = after.iter().copied().sum::<Option<f64>>()?;
    let before = TimeSeries {
        values: &series.values[..asked.known],
        season: series.season,
        regressors: series.regressors,
    };
    let options = Options {
        horizon: asked.ahead,
        paths,
        seed,
    };
    let forecast = Forecast::fit(&before, &options).ok()?;
    let mut totals = forecast.paths().totals(1..=asked.ahead)?;
    let revisions = Revisions::drawn(asked.revised_percent, totals.len(), seed);
    for (path, total) in totals.iter_mut().enumerate() {
        *total = revisions.of(path, asked.before + *total) - asked.before;
    }
    totals.sort_by(f64::total_cmp);
    let at = |share: f64| {
        totals
            .get((share * (totals.len() as f64 - 1.0)).round() as usize)
            .copied()
    };
    Some(PastChance {
        asked,
        said: chance_at_least(&totals, asked.amount),
        median: at(0.5)?,
        low80: at(0.1)?,
        high80: at(0.9)?,
        outturn,
        happened: outturn >= asked.amount,
    })
}

/// Mean squared distance of what was said from what happened (Brier 1950): 0 is best, 0.25 that of always
/// saying one half. None without chances.
pub fn brier(chances: &[PastChance]) -> Option<f64> {
    let distance = |chance: &PastChance| chance.said - f64::from(u8::from(chance.happened));
    (!chances.is_empty()).then(|| mean(chances.iter().map(|chance| distance(chance) * distance(chance))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::AIR_PASSENGERS;

    fn air() -> Vec<Option<f64>> {
        AIR_PASSENGERS.iter().copied().map(Some).collect()
    }

    fn asked(values: &[Option<f64>], known: usize, ahead: usize, amount: f64) -> Option<PastChance> {
        let asked = PastQuestion {
            known,
            ahead,
            amount,
            before: 0.0,
            revised_percent: 0.0,
        };
        past_chance(&TimeSeries::of(values, 12), asked, 2_000, 4)
    }

    #[test]
    fn a_chance_is_that_of_a_forecast_made_then() {
        let values = air();
        let sum = |from: usize, to: usize| AIR_PASSENGERS[from..to].iter().sum::<f64>();
        let amount = 1.1 * sum(119, 131);
        let told = asked(&values, 131, 12, amount).expect("long enough");
        let options = Options {
            horizon: 12,
            paths: 2_000,
            seed: 4,
        };
        let before = TimeSeries::of(&values[..131], 12);
        let forecast = Forecast::fit(&before, &options).expect("long enough");
        assert_eq!(Some(told.said), forecast.probability_total_at_least(1..=12, amount));
        assert_eq!((told.outturn, told.happened), (sum(131, 143), sum(131, 143) >= amount));
        assert!(told.low80 < told.median && told.median < told.high80);
        // Nothing that came later changes what was said.
        let mut changed = values.clone();
        changed[131..].iter_mut().for_each(|value| *value = Some(9_999.0));
        let other = asked(&changed, 131, 12, amount).expect("long enough");
        assert_eq!((other.said, other.happened), (told.said, true));
    }

    /// Independent years of air passengers, with four months to go each: the amount is what the same months would
    /// bring at last year's growth.
    #[test]
    fn chances_of_years_are_better_than_a_half() {
        let values = air();
        let sum = |from: usize| AIR_PASSENGERS[from..from + 4].iter().sum::<f64>();
        let chances: Vec<PastChance> = (3..12)
            .filter_map(|year| {
                let known = 12 * year + 8;
                asked(&values, known, 4, sum(known - 12) * sum(known - 12) / sum(known - 24))
            })
            .collect();
        assert_eq!(chances.len(), 9);
        assert!(brier(&chances).expect("chances") < 0.25, "{chances:?}");
        let held = chances.iter().filter(|it| (it.low80..=it.high80).contains(&it.outturn));
        assert!(held.count() >= 6);
    }

    #[test]
    fn what_is_not_known_is_not_asked() {
        let mut values = air();
        values[140] = None;
        assert_eq!(asked(&values, 131, 12, 1.0), None);
        assert_eq!(asked(&values, 141, 12, 1.0), None);
        assert_eq!(asked(&values, 10, 2, 1.0), None);
        assert_eq!(brier(&[]), None);
    }
}
