//! The record of the method on a series: what it would have said from past months, beside the outturn. Each past
//! forecast knows only the months before it, on the figures as they stand on the day of reading.

use std::sync::Arc;

use hadaf_core::Month;
use hadaf_forecast::{ANNUAL_FACTORS, BacktestResult, Looking, PastChance, TimeSeries, brier, look_back};

use super::{FitInput, Outlook, SEASON};
use crate::error::FitError;
use crate::fits::Fits;
use crate::situation::Situation;

/// Months ahead of each past forecast: a year.
pub const AHEAD: usize = 12;
/// Past months that are tried, a quarter apart: five years.
const ORIGINS: usize = 20;
/// Paths of a past chance: a tenth of a point is nothing beside what so few outturns can tell.
const PATHS: usize = 2_000;
/// Chances are counted in five bands.
const BANDS: usize = 5;

/// What the method would have said, and the outturn.
#[derive(Debug)]
pub struct Record {
    /// Errors and coverage of months.
    pub backtest: BacktestResult,
    /// Chances that twelve months reach so many times the twelve before, in bands; none that is empty.
    pub chances: Vec<ChanceBand>,
    /// How many past months the chances were given from.
    pub chance_origins: usize,
    /// The month of the first value.
    oldest: Month,
}

/// Past chances of about the same size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChanceBand {
    /// From this chance on, 0 to 1.
    pub from: f64,
    /// Up to this chance, 0 to 1.
    pub to: f64,
    /// How many chances were given.
    pub count: usize,
    /// How many came true.
    pub happened: usize,
    /// The mean of the chances given, 0 to 1.
    pub said: f64,
    /// Mean squared distance of what was said from the outturn, 1 or 0 (Brier 1950); 0.25 is that of always a half.
    pub brier: f64,
}

impl Record {
    /// The record on a series as of a day, made once and then shared.
    ///
    /// # Errors
    /// As [`Outlook::of`], and where no past month has enough before it.
    pub fn of(fits: &Fits, situation: &Situation<'_>) -> Result<Arc<Self>, FitError> {
        let known = FitInput::read(situation)?;
        let outlook = Outlook::of(fits, situation, None)?;
        let title = &situation.series.title;
        fits.records.get(known.digest("record"), || {
            Self::made(&outlook)
                .map(Arc::new)
                .map_err(|reason| FitError::refused(title, reason))
        })
    }

    fn made(outlook: &Outlook) -> Result<Self, hadaf_forecast::ForecastError> {
        let series = TimeSeries {
            values: &outlook.values,
            season: SEASON,
        };
        let looking = Looking {
            horizon: AHEAD,
            origins: ORIGINS,
            step: SEASON / 4,
            factors: ANNUAL_FACTORS.to_vec(),
            paths: PATHS,
            seed: outlook.seed,
        };
        let (backtest, past) = look_back(&series, &looking)?;
        Ok(Self {
            backtest,
            chance_origins: past.len() / ANNUAL_FACTORS.len(),
            chances: bands(&past),
            oldest: outlook.month_at(0),
        })
    }

    /// The month after so many are known.
    pub fn month_after(&self, known: usize) -> Month {
        self.oldest.ahead(known)
    }
}

fn bands(past: &[PastChance]) -> Vec<ChanceBand> {
    let band = |index: usize| {
        let (from, to) = (index as f64 / BANDS as f64, (index + 1) as f64 / BANDS as f64);
        let inside = |said: f64| said >= from && (said < to || index + 1 == BANDS);
        let of: Vec<PastChance> = past.iter().copied().filter(|chance| inside(chance.said)).collect();
        Some(ChanceBand {
            from,
            to,
            brier: brier(&of)?,
            count: of.len(),
            happened: of.iter().filter(|chance| chance.happened).count(),
            said: of.iter().map(|chance| chance.said).sum::<f64>() / of.len() as f64,
        })
    };
    (0..BANDS).filter_map(band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by hand: (0.1 - 0)^2 = 0.01, and the mean of (0.9 - 1)^2 = 0.01 and (1 - 0)^2 = 1 is 0.505.
    #[test]
    fn chances_are_counted_in_their_bands() {
        let past = [(0.1, false), (0.9, true), (1.0, false)].map(|(said, happened)| PastChance {
            known: 24,
            factor: 1.0,
            said,
            happened,
        });
        let found = bands(&past);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].count, found[0].happened), (1, 0));
        assert!((found[0].brier - 0.01).abs() < 1e-12);
        assert_eq!((found[1].count, found[1].happened), (2, 1));
        assert!((found[1].said - 0.95).abs() < 1e-12 && (found[1].brier - 0.505).abs() < 1e-12);
    }
}
