//! The record of the method on a series: what it would have said from past months, beside what came. Each past
//! forecast knows only the months before it, on the figures as they stand on the day of reading.

use std::sync::Arc;

use hadaf_core::Month;
use hadaf_forecast::{ANNUAL_FACTORS, Backtest, Forecast, Options, Series, backtest};

use super::{Known, Outlook, SEASON, refused};
use crate::app::App;
use crate::error::Result;
use crate::situation::Situation;

/// Months ahead of each past forecast: a year.
pub(crate) const AHEAD: usize = 12;
/// Past months that are tried, a quarter apart: five years.
const ORIGINS: usize = 20;
/// Paths of a past chance: a tenth of a point is nothing beside what so few outturns can tell.
const PATHS: usize = 2_000;
/// Records that are remembered.
pub(crate) const RECORDS: usize = 8;
/// Chances are counted in five bands.
const BANDS: usize = 5;

/// What the method would have said, and what came.
#[derive(Debug)]
pub(crate) struct Record {
    /// Errors and coverage of months.
    pub(crate) backtest: Backtest,
    /// Chances that twelve months reach so many times the twelve before, in bands; none that is empty.
    pub(crate) chances: Vec<ChanceBand>,
    /// How many past months the chances were told from.
    pub(crate) chance_origins: usize,
    /// The month of the first value.
    oldest: Month,
}

/// Past chances of about the same size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ChanceBand {
    /// From this chance on, 0 to 1.
    pub(crate) from: f64,
    /// To this one.
    pub(crate) to: f64,
    /// How many chances were told.
    pub(crate) count: usize,
    /// How many came true.
    pub(crate) happened: usize,
    /// Their mean.
    pub(crate) said: f64,
    /// Mean squared distance of what was said from what came, 1 or 0 (Brier 1950); 0.25 is that of always a half.
    pub(crate) brier: f64,
}

impl Record {
    /// The record on a series as of a day, made once and then shared.
    ///
    /// # Errors
    /// As [`Outlook::of`], and where no past month has enough before it.
    pub(crate) fn of(app: &App, situation: &Situation<'_>) -> Result<Arc<Self>> {
        let known = Known::read(situation)?;
        let outlook = Outlook::of(app, situation, None)?;
        let title = &situation.series.title;
        app.records.get(known.digest("record"), || {
            Self::made(&outlook)
                .map(Arc::new)
                .map_err(|reason| refused(title, &reason))
        })
    }

    fn made(outlook: &Outlook) -> Result<Self, hadaf_forecast::ForecastError> {
        let series = Series {
            values: &outlook.values,
            season: SEASON,
        };
        let told = past_chances(&outlook.values, outlook.seed);
        Ok(Self {
            backtest: backtest(&series, AHEAD, ORIGINS)?,
            chance_origins: told.len() / ANNUAL_FACTORS.len(),
            chances: bands(&told),
            oldest: outlook.month_at(0),
        })
    }

    /// The month after so many are known.
    pub(crate) fn month_after(&self, known: usize) -> Month {
        self.oldest.plus(i32::try_from(known).unwrap_or(0))
    }
}

/// From past months a quarter apart whose year before and year after are known: what was said about reaching each
/// of [`ANNUAL_FACTORS`] times the year before, and whether it came.
fn past_chances(values: &[Option<f64>], seed: u64) -> Vec<(f64, bool)> {
    let sum = |months: &[Option<f64>]| months.iter().copied().sum::<Option<f64>>();
    let options = Options {
        horizon: AHEAD,
        paths: PATHS,
        seed,
    };
    let mut told = Vec::new();
    for back in 0..ORIGINS {
        let Some(known) = values
            .len()
            .checked_sub(AHEAD + back * SEASON / 4)
            .filter(|known| *known > SEASON)
        else {
            break;
        };
        let (Some(before), Some(after)) = (sum(&values[known - SEASON..known]), sum(&values[known..known + AHEAD]))
        else {
            continue;
        };
        let series = Series {
            values: &values[..known],
            season: SEASON,
        };
        let Ok(forecast) = Forecast::fit(&series, &options) else {
            continue;
        };
        for factor in ANNUAL_FACTORS {
            let amount = factor * before;
            let said = forecast.probability_total_at_least(1..=AHEAD, amount);
            told.extend(said.map(|said| (said, after >= amount)));
        }
    }
    told
}

/// What was said less what came.
fn off(said: f64, came: bool) -> f64 {
    said - f64::from(u8::from(came))
}

fn bands(told: &[(f64, bool)]) -> Vec<ChanceBand> {
    let band = |index: usize| {
        let (from, to) = (index as f64 / BANDS as f64, (index + 1) as f64 / BANDS as f64);
        let inside = |said: f64| said >= from && (said < to || index + 1 == BANDS);
        let of: Vec<&(f64, bool)> = told.iter().filter(|(said, _)| inside(*said)).collect();
        let mean = |value: &dyn Fn(&(f64, bool)) -> f64| of.iter().map(|it| value(it)).sum::<f64>() / of.len() as f64;
        (!of.is_empty()).then(|| ChanceBand {
            from,
            to,
            count: of.len(),
            happened: of.iter().filter(|(_, came)| *came).count(),
            said: mean(&|(said, _)| *said),
            brier: mean(&|(said, came)| off(*said, *came) * off(*said, *came)),
        })
    };
    (0..BANDS).filter_map(band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by hand: (0.1 - 0)^2 = 0.01, (0.9 - 1)^2 = 0.01, (1 - 0)^2 = 1.
    #[test]
    fn chances_are_counted_in_their_bands() {
        let found = bands(&[(0.1, false), (0.9, true), (1.0, false)]);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].count, found[0].happened), (1, 0));
        assert!((found[0].brier - 0.01).abs() < 1e-12);
        assert_eq!((found[1].count, found[1].happened), (2, 1));
        assert!((found[1].said - 0.95).abs() < 1e-12 && (found[1].brier - 0.505).abs() < 1e-12);
    }

    /// A past chance knows nothing of what came after it.
    #[test]
    fn chances_do_not_look_ahead() {
        let values: Vec<Option<f64>> = (0..60).map(|t| Some(100.0 + f64::from(t % 12))).collect();
        let mut changed = values.clone();
        changed[48..].iter_mut().for_each(|value| *value = Some(900.0));
        let (as_it_was, changed) = (past_chances(&values, 1), past_chances(&changed, 1));
        let newest = ANNUAL_FACTORS.len();
        let said = |told: &[(f64, bool)]| told[..newest].iter().map(|it| it.0).collect::<Vec<f64>>();
        assert_eq!(said(&as_it_was), said(&changed));
        // Nine times as much came: every amount was reached.
        assert!(changed[..newest].iter().all(|(_, came)| *came));
    }
}
