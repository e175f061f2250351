//! A figure against those before and after it.

use std::cell::OnceCell;

use super::pattern::YearPattern;
use super::units::put_right;
use super::{Doubt, Figures};
use crate::{Decimal, FiscalCalendar, Period};

/// How many figures before and after one are its neighbours.
pub(super) const NEIGHBOURS: usize = 6;
/// Those of its neighbours that are nearest in time.
const NEAREST: usize = 3;
/// With fewer neighbours nothing is usual yet, and only a factor of a thousand is told.
pub(super) const FEWEST: usize = 3;
/// A figure this many times its neighbours, or this small a part of them, is a break, unless the series has had such.
pub(super) const BREAK: f64 = 3.0;
/// With its point put right, a figure is at most this many times what is usual, or its inverse.
pub(super) const NEAR: f64 = 2.0;
/// How many times, one upon the other, a series is from its neighbours where it jumps out of habit.
const HABIT: u8 = 5;
/// Half way between one and ten, as one multiplies.
const HALF_WAY: f64 = 3.162_277_660_168_379_5;
/// With its unit put right, a figure is at most this many times what is usual, or its inverse.
pub(super) const UNIT_NEAR: f64 = 5.0;
/// The power of ten from which two neighbours are enough.
pub(super) const GROSS: i32 = 3;
/// A zero is rounding where what is usual has fewer units of the last place than this.
const UNITS: f64 = 5.0;
/// How many years before and after tell the season.
const SEASONS: i32 = 5;

/// The figures of one kind of period, in order of time.
#[derive(Debug)]
pub(super) struct FigureLine {
    /// With those of another unit put right, so that none of them hides another one.
    figures: Vec<(Period, f64)>,
    /// Those that lie far from how the series grows are nobody's neighbours.
    pattern: YearPattern,
    /// What lies around each figure.
    around: Vec<Option<Neighbours>>,
    /// How many times its neighbours each figure is; none where that says nothing.
    times: Vec<Option<f64>>,
    /// How many times, or the inverse, those are that say something, the least first: asked about every figure that
    /// stands out, so sorted once.
    apart: OnceCell<Vec<f64>>,
    /// The unit of the last place with which figures are written.
    last_place: f64,
}

/// What lies around a figure.
#[derive(Debug, Clone, Copy)]
struct Neighbours {
    /// How many neighbours it has.
    count: usize,
    /// The middle of them.
    usual: f64,
    /// The middle of the nearest ones: of a series that grows fast, the last figures say more than those before.
    near: f64,
    /// The smallest of them.
    least: f64,
    /// None of them is at or below zero.
    all_above: bool,
}

impl FigureLine {
    pub(super) fn of(figures: impl Iterator<Item = (Period, Decimal)>) -> Self {
        let figures: Vec<(Period, Decimal)> = figures.collect();
        let places = figures.iter().map(|(_, value)| value.places()).max().unwrap_or(0);
        let written: Vec<(Period, f64)> = figures
            .iter()
            .map(|(period, value)| (*period, value.to_f64()))
            .collect();
        let figures = put_right(&written);
        let pattern = YearPattern::of(&figures, |odd| {
            let around = Neighbours::of_all(&figures, odd);
            around.iter().map(|around| around.map(|around| around.usual)).collect()
        });
        let around = Neighbours::of_all(&figures, &pattern.odd);
        let times = figures.iter().zip(&around).map(|((_, value), around)| {
            let around = around.as_ref().filter(|around| around.count >= FEWEST)?;
            Some(*value / around.usual).filter(|times| *times > 0.0)
        });
        Self {
            times: times.collect(),
            figures,
            pattern,
            around,
            apart: OnceCell::new(),
            last_place: (0..places).fold(1.0, |place, _| place / 10.0),
        }
    }

    /// Enough figures lie around a period to say what is usual there.
    pub(super) fn tells(&self, period: Period) -> bool {
        self.around(period).is_some_and(|around| around.count >= FEWEST)
    }

    pub(super) fn doubt(&self, period: Period, value: f64) -> Option<Doubt> {
        let around = self.around(period)?;
        let usual = around.usual;
        let is_known = around.count >= FEWEST;
        if value == 0.0 {
            let is_surprising =
                around.all_above && around.least * BREAK >= usual && usual >= UNITS * self.last_place && is_known;
            return is_surprising.then_some(Doubt::Zero { usual });
        }
        if value < 0.0 {
            return (is_known && around.all_above).then_some(Doubt::Negative { usual });
        }
        let usual = match usual * self.season(period) {
            usual if apart(value / usual) <= apart(value / around.near) => usual,
            _ => around.near,
        };
        let times = value / usual;
        if apart(times) <= BREAK {
            let usual = self.pattern.broken(&self.figures, period, (value, usual));
            return usual.map(|usual| Doubt::OffPattern {
                times: value / usual,
                usual,
            });
        }
        if apart(times) <= self.farthest(period) {
            return None;
        }
        let (power, rest) = factor(times);
        if power.abs() >= GROSS || power != 0 && is_known && apart(rest) <= NEAR {
            return Some(Doubt::PowerOfTen { power, usual });
        }
        is_known.then_some(Doubt::Break { times, usual })
    }

    /// What lies around a period; none when nothing does, or much of it is not above zero.
    fn around(&self, period: Period) -> Option<Neighbours> {
        match self.figures.binary_search_by_key(&period, |(other, _)| *other) {
            Ok(place) => self.around[place],
            Err(place) => Neighbours::of((&self.figures, &self.pattern.odd), place, place, period),
        }
    }

    /// How many times its neighbours the same month is in other years, at the middle: a harvest month is no break. One where
    /// fewer than two years tell.
    fn season(&self, period: Period) -> f64 {
        let Some(month) = period.as_month() else { return 1.0 };
        let years = (-SEASONS..=SEASONS).filter(|years| *years != 0);
        let mut times: Vec<f64> = years
            .filter_map(|years| {
                let other = Period::from(month.plus(12 * years));
                let place = self.figures.binary_search_by_key(&other, |(period, _)| *period).ok()?;
                self.times[place]
            })
            .collect();
        if times.len() < 2 {
            return 1.0;
        }
        times.sort_by(f64::total_cmp);
        let (low, high) = (times[(times.len() - 1) / 2], times[times.len() / 2]);
        // Of two in the middle the one nearer to the neighbours: the other may be a mistake.
        if apart(low) <= apart(high) { low } else { high }
    }

    /// How many times their neighbours, or the inverse, nine of ten other figures are at most: of a series that jumps, a jump
    /// says nothing. A few that stand out among many quiet ones are no habit.
    fn farthest(&self, period: Period) -> f64 {
        let all = self.apart.get_or_init(|| {
            let mut all: Vec<f64> = self.times.iter().flatten().map(|times| apart(*times)).collect();
            all.sort_by(f64::total_cmp);
            all
        });
        let own = self.figures.binary_search_by_key(&period, |(other, _)| *other).ok();
        let own = own.and_then(|place| self.times[place]).map(apart);
        let without = own.map(|own| all.partition_point(|other| other.total_cmp(&own).is_lt()));
        let count = all.len() - usize::from(without.is_some());
        if count == 0 {
            return 1.0;
        }
        let at = |place: usize| all[place + usize::from(without.is_some_and(|without| place >= without))];
        quantile(count, at, 0.9).min(multiplied(quantile(count, at, 0.5), HABIT))
    }
}

impl Neighbours {
    /// Of every figure, without those that are odd.
    fn of_all(figures: &[(Period, f64)], odd: &[bool]) -> Vec<Option<Self>> {
        let of = |at: usize| Self::of((figures, odd), at, at + 1, figures[at].0);
        (0..figures.len()).map(of).collect()
    }

    /// Of a period with figures before `start` and from `end` on; none when nothing lies near, or much of it is not above
    /// zero.
    fn of((figures, odd): (&[(Period, f64)], &[bool]), start: usize, end: usize, period: Period) -> Option<Self> {
        let here = place(period);
        let near = |at: usize| {
            let (other, value) = figures[at];
            let far = i32::try_from(place(other).abs_diff(here)).ok()?;
            (far <= reach(period)).then_some((far, value))
        };
        let is_plain = |at: &usize| !odd[*at];
        let before = (0..start).rev().filter(is_plain).take(NEIGHBOURS).filter_map(near);
        let after = (end..figures.len()).filter(is_plain).take(NEIGHBOURS).filter_map(near);
        let (mut all, mut count) = ([(0, 0.0); 2 * NEIGHBOURS], 0);
        for neighbour in before.chain(after) {
            all[count] = neighbour;
            count += 1;
        }
        let all = &mut all[..count];
        all.sort_by_key(|(far, _)| *far);
        let (mut above, mut has) = ([0.0; 2 * NEIGHBOURS], 0);
        for (_, value) in all.iter().filter(|(_, value)| *value > 0.0) {
            above[has] = *value;
            has += 1;
        }
        if has == 0 || has * 4 < count * 3 {
            return None;
        }
        let above = &mut above[..has];
        let nearest = &mut above[..has.min(NEAREST)];
        nearest.sort_by(f64::total_cmp);
        let near = middle(nearest);
        above.sort_by(f64::total_cmp);
        Some(Self {
            count: has,
            usual: middle(above),
            near,
            least: above[0],
            all_above: has == count,
        })
    }
}

/// A number so many times upon itself, by multiplying, which is the same on every platform.
pub(super) fn multiplied(number: f64, times: u8) -> f64 {
    (0..times).fold(1.0, |all, _| all * number)
}

/// The middle of some numbers in order, at least one.
pub(super) fn middle(ascending: &[f64]) -> f64 {
    quantile(ascending.len(), |place| ascending[place], 0.5)
}

/// The number below which a share of some numbers in order lies, between two by interpolation.
fn quantile(count: usize, at: impl Fn(usize) -> f64, share: f64) -> f64 {
    let place = share * (count - 1) as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    let (low, high) = (at(below), at(above));
    low + (place - below as f64) * (high - low)
}

/// The months of a series, its quarters, and its years: those without a figure of their own by the sum of their months.
#[derive(Debug)]
pub(super) struct Lines {
    months: FigureLine,
    quarters: FigureLine,
    years: FigureLine,
}

impl Lines {
    pub(super) fn of(figures: &Figures, sums: bool, calendar: &FiscalCalendar) -> Self {
        let line = |alike: fn(Period) -> bool| FigureLine::of(figures.iter().filter(|(period, _)| alike(*period)));
        let mut years = Figures::default();
        if sums {
            years = years.with(whole_years(figures, calendar));
        }
        let published = figures.iter().filter(|(period, _)| period.as_fiscal_year().is_some());
        Self {
            months: line(|period| matches!(period, Period::Month(_))),
            quarters: line(|period| matches!(period, Period::Quarter(_))),
            years: FigureLine::of(years.with(published).iter()),
        }
    }

    /// Those of a period's kind.
    pub(super) fn alike(&self, period: Period) -> &FigureLine {
        match period {
            Period::Month(_) => &self.months,
            Period::Quarter(_) => &self.quarters,
            Period::FiscalYear(_) => &self.years,
        }
    }
}

/// The years of which all months are known, with their sums. One too large to be a figure is left out.
fn whole_years(figures: &Figures, calendar: &FiscalCalendar) -> Vec<(Period, Decimal)> {
    let months = figures.iter().filter_map(|(period, _)| period.as_month());
    let last = |month: &crate::Month| calendar.position(*month) == 11;
    months
        .filter(last)
        .filter_map(|month| {
            let year = calendar.year_of(month);
            let months: Option<Vec<Decimal>> = (calendar.months_of(year).into_iter())
                .map(|month| figures.get(month.into()))
                .collect();
            Some((year.into(), Decimal::sum(months?).ok()?))
        })
        .collect()
}

/// Where a period lies among those of its kind.
pub(super) fn place(period: Period) -> i32 {
    match period {
        Period::Month(month) => month.since(crate::Month::MIN),
        Period::Quarter(quarter) => i32::from(quarter.fiscal_year().year()) * 4 + i32::from(quarter.number()),
        Period::FiscalYear(year) => i32::from(year.year()),
    }
}

/// How far neighbours may lie: two years of months, three of quarters, ten years. Beyond, an economy is another one.
pub(super) fn reach(period: Period) -> i32 {
    match period {
        Period::Month(_) => 24,
        Period::Quarter(_) => 12,
        Period::FiscalYear(_) => 10,
    }
}

/// So many times, in whichever direction: at least one.
pub(super) fn apart(times: f64) -> f64 {
    times.max(1.0 / times)
}

/// A power of ten of a number above zero, and what is left without it: one of a unit (a thousand, a million) where that is
/// about right, else the nearest.
pub(super) fn factor(times: f64) -> (i32, f64) {
    let (power, rest) = power_of_ten(times);
    // 10^4 and 10^5 are no units; 10^7 is a million times ten, or nearly four million.
    let units = [power - 1, power, power + 1]
        .into_iter()
        .find(|power| power % GROSS == 0);
    match units.filter(|units| *units != 0) {
        Some(units) => {
            let left = (units..power).fold(rest, |rest, _| rest * 10.0);
            let left = (power..units).fold(left, |rest, _| rest / 10.0);
            if apart(left) <= UNIT_NEAR {
                (units, left)
            } else {
                (power, rest)
            }
        }
        None => (power, rest),
    }
}

/// The nearest power of ten of a number above zero, and what is left of the number without it. By multiplying, which is the
/// same on every platform.
fn power_of_ten(mut times: f64) -> (i32, f64) {
    let mut power = 0;
    while times >= HALF_WAY {
        times /= 10.0;
        power += 1;
    }
    while times < 1.0 / HALF_WAY {
        times *= 10.0;
        power -= 1;
    }
    (power, times)
}
