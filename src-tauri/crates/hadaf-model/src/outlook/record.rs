//! The record of the method on a series: what it would have said at past points, beside the outturn. Each past
//! forecast knows only the months before it, on the figures as they stand on the day of reading.
//!
//! Past years are independent of one another: the months ahead of one are never those of another, so that nothing is
//! counted twice. Chances are told at the same number of months to go as the chance of the current year, and ask one
//! question a year that somebody might have bet on: the target that stood, else that the year grows as the last one did.

use std::sync::Arc;

use hadaf_core::{Decimal, FiscalYear, Goal, Measure, Month};
use hadaf_forecast::{BacktestResult, Looking, PastChance, PastQuestion, brier, look_back, past_chance};

use super::fits::Fits;
use super::{FitInput, Outlook, SEASON, months_to};
use crate::error::FitError;
use crate::situation::Situation;

/// Months ahead of each past forecast: a year.
pub const AHEAD: usize = 12;
/// Past years that are tried.
const YEARS: usize = 10;
/// Paths of a past chance: a tenth of a point is nothing beside what so few outturns can tell.
const PATHS: usize = 2_000;
/// Chances are counted in five bands.
const BANDS: usize = 5;

/// What the method would have said, and the outturn.
#[derive(Debug)]
pub struct Record {
    /// Errors and coverage of months, over years that do not overlap.
    pub backtest: BacktestResult,
    /// What would have been said of past fiscal years with as many months to go as the current one has, oldest first.
    pub years: Vec<PastYear>,
    /// The months that the current year has to go.
    pub months_to_go: usize,
    /// The chances of these years, in bands; none that is empty.
    pub chances: Vec<ChanceBand>,
    /// The month of the first value.
    oldest: Month,
}

/// What would have been said of the total of a past year, and the outturn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastYear {
    /// Which year.
    pub year: FiscalYear,
    /// What it was asked to reach, in the series' unit.
    pub amount: f64,
    /// A target asked for it; otherwise growth as fast as the year before.
    pub is_target: bool,
    /// The chance that it is met, by the rule that scores claims; 0 to 1.
    pub said: f64,
    /// Whether it was.
    pub happened: bool,
    /// The middle of what was said of the total.
    pub median: f64,
    /// Lower end of 80 %.
    pub low80: f64,
    /// Upper end of 80 %.
    pub high80: f64,
    /// The total, as it stands.
    pub outturn: f64,
}

impl PastYear {
    /// The range of 80 % held the total.
    pub fn is_held(&self) -> bool {
        (self.low80..=self.high80).contains(&self.outturn)
    }
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
        let questions = Questions::of(situation, &outlook);
        fits.records.get(known.digest(&format!("record {questions:?}")), || {
            Self::made(&outlook, &questions)
                .map(Arc::new)
                .map_err(|reason| FitError::refused(title, reason))
        })
    }

    fn made(outlook: &Outlook, questions: &Questions) -> Result<Self, hadaf_forecast::ForecastError> {
        let length = outlook.values.len();
        let series = outlook.series(length);
        let looking = Looking {
            horizon: AHEAD,
            origins: YEARS,
            step: AHEAD,
            // A short history has one origin, as late as it must be.
            held_back: AHEAD.min(length.saturating_sub(SEASON + 1)).max(1),
        };
        let backtest = look_back(&series, &looking)?;
        let answer = |question: &YearAsked| {
            let told = past_chance(&series, question.asked, PATHS, outlook.seed)?;
            Some((question.year_of(&told), told))
        };
        let (years, past): (Vec<PastYear>, Vec<PastChance>) = questions.questions.iter().filter_map(answer).unzip();
        Ok(Self {
            backtest,
            chances: bands(&past),
            years,
            months_to_go: questions.months_to_go,
            oldest: outlook.month_at(0),
        })
    }

    /// The month after so many are known.
    pub fn month_after(&self, known: usize) -> Month {
        self.oldest.ahead(known)
    }

    /// Of how many past years the range of 80 % held the total.
    pub fn years_held(&self) -> usize {
        self.years.iter().filter(|year| year.is_held()).count()
    }
}

/// What is asked of past years.
#[derive(Debug, Default)]
struct Questions {
    months_to_go: usize,
    questions: Vec<YearAsked>,
}

#[derive(Debug)]
struct YearAsked {
    year: FiscalYear,
    amount: f64,
    is_target: bool,
    /// What its first months brought: what is asked of the others is less by this.
    before: f64,
    asked: PastQuestion,
}

impl Questions {
    /// Each year whose twelve months are known, at the point at which the current year is now. None for a stock.
    fn of(situation: &Situation<'_>, outlook: &Outlook) -> Self {
        let current = outlook
            .years()
            .first()
            .filter(|_| situation.series.measure == Measure::Flow);
        let Some((current, missing)) = current.and_then(|year| Some((year, *year.missing.first()?))) else {
            return Self::default();
        };
        let months_to_go = months_to(missing, current.months[11]);
        let years = (1..=YEARS).rev().filter_map(|back| {
            let back = i16::try_from(back).expect("a few years");
            question(
                situation,
                outlook,
                current.year.plus(-back),
                months_to_go,
                current.close_percent,
            )
        });
        Self {
            months_to_go,
            questions: years.collect(),
        }
    }
}

fn question(
    situation: &Situation<'_>,
    outlook: &Outlook,
    year: FiscalYear,
    months_to_go: usize,
    close_percent: f64,
) -> Option<YearAsked> {
    let months = situation.calendar().months_of(year);
    let oldest = outlook.month_at(0);
    let from = usize::try_from(months[0].since(oldest)).ok()?;
    let values: Option<Vec<f64>> = outlook.values.get(from..from + 12)?.iter().copied().collect();
    let total = |year: FiscalYear| {
        let total = situation.total_of(year).filter(|total| total.months == 12);
        total.map(|total| total.value.to_f64())
    };
    let target = situation.target_of(year).and_then(|claim| situation.amount(claim));
    let (last, before_last) = (total(year.prev()), total(year.prev().prev()));
    let grown = last.zip(before_last).filter(|(_, before)| *before > 0.0);
    let amount = match (target.map(Decimal::to_f64), grown) {
        (Some(target), _) => target,
        (None, Some((last, before))) => last * last / before,
        (None, None) => last?,
    };
    let ahead = months_to_go;
    let before = values?[..12 - ahead].iter().sum::<f64>();
    Some(YearAsked {
        year,
        amount,
        is_target: target.is_some(),
        before,
        asked: PastQuestion {
            known: from + 12 - ahead,
            ahead,
            amount: Goal::reaching(amount, close_percent).low - before,
            before,
            revised_percent: close_percent,
        },
    })
}

impl YearAsked {
    fn year_of(&self, told: &PastChance) -> PastYear {
        PastYear {
            year: self.year,
            amount: self.amount,
            is_target: self.is_target,
            said: told.said,
            happened: told.happened,
            median: self.before + told.median,
            low80: self.before + told.low80,
            high80: self.before + told.high80,
            outturn: self.before + told.outturn,
        }
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
            asked: PastQuestion {
                known: 24,
                ahead: 4,
                amount: 1.0,
                before: 0.0,
                revised_percent: 0.0,
            },
            said,
            median: 1.0,
            low80: 0.0,
            high80: 2.0,
            outturn: 1.0,
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
