//! A year against its months or quarters, and a month or quarter against its year.

use super::{Doubt, Judge, exceeds, falls_short, half_of_last};
use crate::{Decimal, Period, Quarter, Result};

/// What the figures are that a sum is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SumOf {
    /// Months.
    Months,
    /// Quarters.
    Quarters,
}

impl SumOf {
    /// The word of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Quarters => "quarters",
        }
    }
}

/// Whether a sum is another number than the whole that was published: by more than rounding and restating.
pub fn sum_is_off(sum: Decimal, whole: Decimal) -> bool {
    exceeds(sum, whole) || falls_short(sum, whole)
}

/// The periods that make up another one, with the figures that are known of them.
struct Cover {
    of: SumOf,
    figures: Vec<Option<Decimal>>,
}

impl Cover {
    fn is_whole(&self) -> bool {
        self.figures.iter().all(Option::is_some)
    }

    fn sum(&self) -> Result<Decimal> {
        Decimal::sum(self.figures.iter().flatten().copied())
    }

    /// The longest run from the start, short of the whole, that sums to a value as it is written.
    fn run_that_sums_to(&self, value: Decimal) -> Result<Option<usize>> {
        let run: Vec<Decimal> = self.figures.iter().map_while(|figure| *figure).collect();
        let mut found = None;
        for count in 1..=run.len().min(self.figures.len() - 1) {
            let sum = Decimal::sum(run[..count].iter().copied())?;
            let is_it = (sum.to_f64() - value.to_f64()).abs() <= half_of_last(value);
            if is_it && sum.mantissa() > 0 {
                found = Some(count);
            }
        }
        Ok(found)
    }
}

impl Judge<'_> {
    /// A year, or a quarter, against what is known of its months and quarters.
    pub(super) fn against_sum(&self, period: Period, value: Decimal) -> Result<Option<Doubt>> {
        let covers = self.covers(period);
        if !self.kin.sums || covers.is_empty() {
            return Ok(None);
        }
        let is_balance = self.known.is_balance();
        if !is_balance && !self.agrees_with_a_whole_sum(&covers, value)? {
            for cover in &covers {
                if let Some(count) = cover.run_that_sums_to(value)? {
                    return Ok(Some(Doubt::PartialSum { count, of: cover.of }));
                }
            }
        }
        if let Some(whole) = covers.iter().find(|cover| cover.is_whole()) {
            let (sum, of) = (whole.sum()?, whole.of);
            return Ok(match (exceeds(sum, value), falls_short(sum, value)) {
                (true, _) => Some(Doubt::BelowMonths { sum, of }),
                (_, true) => Some(Doubt::AboveMonths { sum, of }),
                _ => None,
            });
        }
        for cover in covers.iter().filter(|_| !is_balance) {
            let sum = cover.sum()?;
            if sum.mantissa() > 0 && exceeds(sum, value) {
                return Ok(Some(Doubt::BelowMonths { sum, of: cover.of }));
            }
        }
        Ok(None)
    }

    /// A month or a quarter against the year in which it lies: alone, and with the others of its kind. Nothing of the sum
    /// is said where the year is entered along, which is told then, and but once where several of its months are.
    pub(super) fn against_year(&self, period: Period, value: Decimal) -> Result<Option<Doubt>> {
        if !self.kin.sums || period.as_fiscal_year().is_some() {
            return Ok(None);
        }
        let calendar = self.calendar;
        let fiscal_year = Period::from(calendar.fiscal_year_of(period));
        let Some(year) = self.known.get(fiscal_year) else {
            return Ok(None);
        };
        let is_balance = self.known.is_balance();
        if !is_balance && exceeds(value, year) {
            return Ok(Some(Doubt::AboveYear { year }));
        }
        let of = match period {
            Period::Quarter(_) => SumOf::Quarters,
            _ => SumOf::Months,
        };
        let periods = self.periods_of(fiscal_year, of);
        let is_along = |other: &Period| self.entered_periods.contains(other);
        if is_along(&fiscal_year)
            || periods
                .iter()
                .rfind(|other| is_along(other))
                .is_some_and(|last| *last != period)
        {
            return Ok(None);
        }
        let with = |other: &Period| {
            if *other == period {
                Some(value)
            } else {
                self.known.get(*other)
            }
        };
        let after = Cover {
            of,
            figures: periods.iter().map(with).collect(),
        };
        let before = Cover {
            of,
            figures: periods.iter().map(|other| self.before.get(*other)).collect(),
        };
        let (sum, stood) = (after.sum()?, before.sum()?);
        let is_above = exceeds(sum, year) && (after.is_whole() || !is_balance);
        let is_below = after.is_whole() && falls_short(sum, year);
        // What was so before is not this figure's doing.
        let was_above = exceeds(stood, year) && sum.cmp_value(stood).is_le();
        let was_below = before.is_whole() && falls_short(stood, year) && sum.cmp_value(stood).is_ge();
        Ok(match (is_above && !was_above, is_below && !was_below) {
            (true, _) => Some(Doubt::MonthsAboveYear { sum, year, of }),
            (_, true) => Some(Doubt::MonthsBelowYear { sum, year, of }),
            _ => None,
        })
    }

    fn agrees_with_a_whole_sum(&self, covers: &[Cover], value: Decimal) -> Result<bool> {
        for cover in covers.iter().filter(|cover| cover.is_whole()) {
            if !sum_is_off(cover.sum()?, value) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What a year or a quarter is made of, months first; nothing of a month.
    fn covers(&self, period: Period) -> Vec<Cover> {
        let of: &[SumOf] = match period {
            Period::Month(_) => &[],
            Period::Quarter(_) => &[SumOf::Months],
            Period::FiscalYear(_) => &[SumOf::Months, SumOf::Quarters],
        };
        let cover = |of: &SumOf| Cover {
            of: *of,
            figures: (self.periods_of(period, *of).into_iter())
                .map(|part| self.known.get(part))
                .collect(),
        };
        of.iter().map(cover).collect()
    }

    fn periods_of(&self, period: Period, of: SumOf) -> Vec<Period> {
        match of {
            SumOf::Months => self.calendar.months_in(period).into_iter().map(Period::from).collect(),
            SumOf::Quarters => {
                let year = self.calendar.fiscal_year_of(period);
                let quarter = |number| Quarter::new(year, number).expect("a year has four quarters");
                (1..=4).map(|number| Period::Quarter(quarter(number))).collect()
            }
        }
    }
}
