//! Whether a figure can have been meant: what every entrance and `check` ask before they take it at its word.
//!
//! A figure is held against its neighbours in time, against the same season of other years, and against the series of
//! which it is a part. A doubt never forbids anything: the surprising figure may be right.

mod claimed;
mod figures;
mod line;
mod pattern;
mod sums;
mod units;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use self::claimed::{ClaimedYears, claim_doubt, years_known};
pub use self::figures::Figures;
pub use self::sums::{SumOf, sum_is_off};

use self::line::Lines;
use crate::{Decimal, FiscalCalendar, Period, Result, Unit};

/// Years between which the figures of an economy lie.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;
/// A year may lie this much beside the sum of its months, and a part this much above its whole, by rounding and restating.
const ROUNDING: f64 = 0.001;

/// What the world produces in a year, about, in one of [`LARGE_UNITS`].
const WORLD: f64 = 1e14;
/// Currencies of which the world's product is no larger number than that.
const LARGE_UNITS: [&str; 3] = ["USD", "EUR", "GBP"];

/// Why a figure may not have been meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doubt {
    /// It is some power of ten times what is usual there: a misplaced point, or another unit.
    PowerOfTen {
        /// 3 for a thousand times, -1 for a tenth.
        power: i32,
        /// What is usual there.
        usual: f64,
    },
    /// More than the whole world produces in a year, though there is nothing beside it to tell what is usual.
    TooLarge {
        /// The power of ten of the scale in which the series counts: 6 for millions.
        power: i32,
    },
    /// A zero where all neighbours are above it.
    Zero {
        /// What is usual there.
        usual: f64,
    },
    /// Below zero where all others are above.
    Negative {
        /// What is usual there.
        usual: f64,
    },
    /// More than three times, or less than a third of, what is usual there, and the series has had nothing like it.
    Break {
        /// Times what is usual.
        times: f64,
        /// What is usual there.
        usual: f64,
    },
    /// Far from where the figure of a year before and the growth since lead, by what the series moves otherwise.
    OffPattern {
        /// Times what they lead to.
        times: f64,
        /// What they lead to.
        usual: f64,
    },
    /// A part above its whole.
    AboveWhole {
        /// The whole in that period.
        whole: Decimal,
    },
    /// A whole below one of its parts.
    BelowPart {
        /// The largest part in that period.
        part: Decimal,
    },
    /// A year or a quarter below the sum of those of its months, or quarters, that are known.
    BelowMonths {
        /// Their sum.
        sum: Decimal,
        /// What was summed.
        of: SumOf,
    },
    /// A year or a quarter above the sum of all its months, or quarters.
    AboveMonths {
        /// Their sum.
        sum: Decimal,
        /// What was summed.
        of: SumOf,
    },
    /// A year or a quarter that is the sum of its first months alone: a total so far, entered as that of the whole.
    PartialSum {
        /// How many of them.
        count: usize,
        /// What was summed.
        of: SumOf,
    },
    /// With a month or a quarter those of its year sum to more than the year.
    MonthsAboveYear {
        /// Their sum.
        sum: Decimal,
        /// The year.
        year: Decimal,
        /// What was summed.
        of: SumOf,
    },
    /// With a month or a quarter all of its year are known, and sum to less than the year.
    MonthsBelowYear {
        /// Their sum.
        sum: Decimal,
        /// The year.
        year: Decimal,
        /// What was summed.
        of: SumOf,
    },
    /// A month or a quarter above the year in which it lies.
    AboveYear {
        /// The year.
        year: Decimal,
    },
    /// A period outside the years 1900 to 2100.
    FarYear,
}

impl Doubt {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PowerOfTen { .. } => "power_of_ten",
            Self::TooLarge { .. } => "too_large",
            Self::Zero { .. } => "zero",
            Self::Negative { .. } => "negative",
            Self::Break { .. } => "break",
            Self::OffPattern { .. } => "off_pattern",
            Self::AboveWhole { .. } => "above_whole",
            Self::BelowPart { .. } => "below_part",
            Self::BelowMonths { .. } => "below_months",
            Self::AboveMonths { .. } => "above_months",
            Self::PartialSum { .. } => "partial_sum",
            Self::MonthsAboveYear { .. } => "months_above_year",
            Self::MonthsBelowYear { .. } => "months_below_year",
            Self::AboveYear { .. } => "above_year",
            Self::FarYear => "far_year",
        }
    }

    /// What may have been meant instead of a figure, where the doubt says so: with its point put right, or above zero.
    pub fn instead_of(&self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::PowerOfTen { power, .. } | Self::TooLarge { power } => value
                .shifted(-power)
                .ok()
                .map(|moved| without_zeros(moved, value.places())),
            Self::Negative { .. } => value.checked_neg().ok(),
            Self::Zero { .. }
            | Self::Break { .. }
            | Self::OffPattern { .. }
            | Self::AboveWhole { .. }
            | Self::BelowPart { .. }
            | Self::BelowMonths { .. }
            | Self::AboveMonths { .. }
            | Self::PartialSum { .. }
            | Self::MonthsAboveYear { .. }
            | Self::MonthsBelowYear { .. }
            | Self::AboveYear { .. }
            | Self::FarYear => None,
        }
    }

    /// How far off the figure is from what it is held against, in the unit of its series; none where it is not held against
    /// a number.
    pub fn size_of(&self, value: Decimal) -> Option<f64> {
        let value = value.to_f64();
        match self {
            Self::PowerOfTen { usual, .. }
            | Self::Zero { usual }
            | Self::Negative { usual }
            | Self::Break { usual, .. }
            | Self::OffPattern { usual, .. } => Some(value - usual),
            Self::AboveWhole { whole: other }
            | Self::BelowPart { part: other }
            | Self::BelowMonths { sum: other, .. }
            | Self::AboveMonths { sum: other, .. }
            | Self::AboveYear { year: other } => Some(value - other.to_f64()),
            Self::MonthsAboveYear { sum, year, .. } | Self::MonthsBelowYear { sum, year, .. } => {
                Some(sum.to_f64() - year.to_f64())
            }
            Self::TooLarge { .. } | Self::PartialSum { .. } | Self::FarYear => None,
        }
    }

    /// The exact figures that the doubt is about beside the figure itself: where one of them changes, it is another doubt.
    pub fn about(&self) -> Vec<Decimal> {
        match *self {
            Self::AboveWhole { whole: other }
            | Self::BelowPart { part: other }
            | Self::BelowMonths { sum: other, .. }
            | Self::AboveMonths { sum: other, .. }
            | Self::AboveYear { year: other } => vec![other],
            Self::MonthsAboveYear { sum, year, .. } | Self::MonthsBelowYear { sum, year, .. } => vec![sum, year],
            // What is usual moves with every new month, and the figure is as unusual as before.
            Self::PowerOfTen { .. }
            | Self::TooLarge { .. }
            | Self::Zero { .. }
            | Self::Negative { .. }
            | Self::Break { .. }
            | Self::OffPattern { .. }
            | Self::PartialSum { .. }
            | Self::FarYear => Vec::new(),
        }
    }
}

/// What a series hangs together with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kin<'a> {
    /// The figures of the series of which it is a clean part.
    pub whole: Option<&'a Figures>,
    /// Those of its own clean parts.
    pub parts: &'a [Figures],
    /// The months sum to the year.
    pub sums: bool,
    /// In what it counts; none: what it counts has no bound that is known.
    pub unit: Option<Unit>,
}

/// Judges the figures of one series.
#[derive(Debug)]
pub struct Judge<'a> {
    known: Figures,
    /// Those of `known` that stand.
    before: Figures,
    /// The periods of those that are entered along.
    entered_periods: BTreeSet<Period>,
    kin: Kin<'a>,
    calendar: &'a FiscalCalendar,
    /// Of the figures that stand.
    standing: Lines,
    /// With those that are entered along, where there are any.
    entered: Option<Lines>,
}

impl<'a> Judge<'a> {
    /// Of the figures of a series that stand, and of those that are to be entered along. What stands is asked first: a
    /// block of wrong figures does not vouch for itself.
    pub fn of(standing: &Figures, entered: &[(Period, Decimal)], kin: Kin<'a>, calendar: &'a FiscalCalendar) -> Self {
        let known = standing.with(entered.iter().copied());
        Self {
            kin,
            calendar,
            standing: Lines::of(standing, kin.sums, calendar),
            entered: (!entered.is_empty()).then(|| Lines::of(&known, kin.sums, calendar)),
            before: standing.clone(),
            entered_periods: entered.iter().map(|(period, _)| *period).collect(),
            known,
        }
    }

    /// All doubts about a figure, the gravest first. The figure itself may be among those of the series: what is read there
    /// for its own period is left out of account.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when the months of a year have no sum.
    pub fn doubts(&self, period: Period, value: Decimal) -> Result<Vec<Doubt>> {
        let mut doubts = Vec::new();
        if !YEARS.contains(&self.calendar.fiscal_year_of(period).year()) {
            doubts.push(Doubt::FarYear);
        }
        let standing = self.standing.alike(period);
        let line = match &self.entered {
            Some(entered) if !standing.tells(period) => entered.alike(period),
            _ => standing,
        };
        let doubt = line.doubt(period, value.to_f64());
        doubts.extend(doubt);
        // With its point in the wrong place it is above and below everything else too.
        if matches!(doubt, Some(Doubt::PowerOfTen { .. })) {
            return Ok(doubts);
        }
        if doubt.is_none() {
            doubts.extend(self.kin.unit.and_then(|unit| against_world(unit, value)));
        }
        doubts.extend(self.against_whole(period, value));
        doubts.extend(self.against_parts(period, value));
        doubts.extend(self.against_sum(period, value)?);
        doubts.extend(self.against_year(period, value)?);
        Ok(doubts)
    }

    fn against_whole(&self, period: Period, value: Decimal) -> Option<Doubt> {
        let of = self
            .kin
            .whole
            .filter(|whole| !whole.is_balance() && !self.known.is_balance())?;
        let whole = of.get(period)?;
        exceeds(value, whole).then_some(Doubt::AboveWhole { whole })
    }

    fn against_parts(&self, period: Period, value: Decimal) -> Option<Doubt> {
        if self.known.is_balance() {
            return None;
        }
        let parts = self.kin.parts.iter().filter(|part| !part.is_balance());
        let parts = parts.filter_map(|part| part.get(period));
        let part = parts.max_by(|left, right| left.cmp_value(*right))?;
        exceeds(part, value).then_some(Doubt::BelowPart { part })
    }
}

fn against_world(unit: Unit, value: Decimal) -> Option<Doubt> {
    let Unit::Money { currency, scale } = unit else {
        return None;
    };
    let is_large_unit = LARGE_UNITS.contains(&currency.as_str());
    let power = i32::from(scale.power());
    let all = (0..power).fold(value.to_f64(), |all, _| all * 10.0);
    (is_large_unit && power > 0 && all > WORLD).then_some(Doubt::TooLarge { power })
}

/// Without the zeros at the end that were not written: of 402,000,000 in millions 402 is meant.
fn without_zeros(mut value: Decimal, places: u8) -> Decimal {
    while value.places() > places {
        match value.rescale(value.places() - 1) {
            Ok(shorter) => value = shorter,
            Err(_) => break,
        }
    }
    value
}

/// More than rounding above another.
fn exceeds(value: Decimal, other: Decimal) -> bool {
    value.to_f64() > other.to_f64() + tolerance(other)
}

/// More than rounding below another.
fn falls_short(value: Decimal, other: Decimal) -> bool {
    value.to_f64() < other.to_f64() - tolerance(other)
}

/// What rounding and restating may change of a number.
fn tolerance(of: Decimal) -> f64 {
    (of.to_f64().abs() * ROUNDING).max(half_of_last(of))
}

/// Half a unit of the last place that is written.
fn half_of_last(of: Decimal) -> f64 {
    (0..of.places()).fold(0.5, |place, _| place / 10.0)
}
