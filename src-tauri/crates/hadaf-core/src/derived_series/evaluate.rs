//! A formula for one period on one day.
//!
//! A period has a figure only where all have one that it is worked out from. What is a share, a growth or a part a day is
//! worked out of totals: that of a year is the share of the years, and no mean of the shares of months.

use std::cell::{Cell, RefCell};

use jiff::civil::Date;

use super::DerivedFrom;
use super::kind::{CheckedFormula, power};
use super::lines::{FigureLines, LineFigure, frequency_of};
use super::wide::WideDecimal;
use crate::{Adding, Frequency, Period, Published, SeriesFormula, SeriesId, SourceId};

/// What a formula gave, and what of its inputs goes with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormulaFigure {
    pub(super) value: WideDecimal,
    /// All that it rests on was published after its period was over.
    pub(super) outturn: bool,
    /// Some of that has not been confirmed.
    pub(super) provisional: bool,
    /// When the newest of it was published.
    pub(super) published: Published,
    /// And where.
    pub(super) source: SourceId,
}

impl From<LineFigure> for FormulaFigure {
    fn from(figure: LineFigure) -> Self {
        Self {
            value: figure.value.into(),
            outturn: figure.outturn,
            provisional: figure.provisional,
            published: figure.published,
            source: figure.source,
        }
    }
}

impl FormulaFigure {
    /// Another value that rests on two figures.
    fn with(self, other: Self, value: Option<WideDecimal>) -> Option<Self> {
        let newest = match self.published.known_from() < other.published.known_from() {
            true => other,
            false => self,
        };
        Some(Self {
            value: value?,
            outturn: self.outturn && other.outturn,
            provisional: self.provisional || other.provisional,
            ..newest
        })
    }
}

/// Reads the inputs as of a day, and keeps what it asked for.
pub(super) struct Evaluation<'a> {
    from: &'a DerivedFrom<'a>,
    lines: &'a FigureLines,
    day: Date,
    next: Cell<Option<Date>>,
    used: RefCell<Vec<(SeriesId, Period)>>,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(from: &'a DerivedFrom<'a>, lines: &'a FigureLines, day: Date) -> Self {
        Self {
            from,
            lines,
            day,
            next: Cell::new(None),
            used: RefCell::new(Vec::new()),
        }
    }

    /// The next day on which something that was asked for is another.
    pub(super) fn next_day(&self) -> Option<Date> {
        self.next.get()
    }

    /// The figures that were found.
    pub(super) fn into_used(self) -> Vec<(SeriesId, Period)> {
        self.used.into_inner()
    }

    /// The figure of a period; none where one lacks that it is worked out from, where it would be divided by what is not
    /// above zero, or where it does not fit.
    pub(super) fn figure(&self, of: &CheckedFormula<'_>, period: Period) -> Option<FormulaFigure> {
        match (of.formula, &of.operands[..]) {
            (SeriesFormula::Series(id), _) => self.read(id, period),
            (SeriesFormula::Sum(..), [left, right]) => {
                let (one, other) = (self.figure(left, period)?, self.figure_like(right, left, period)?);
                one.with(other, one.value.plus(other.value))
            }
            (SeriesFormula::Difference(..), [left, right]) => {
                let (one, other) = (self.figure(left, period)?, self.figure_like(right, left, period)?);
                one.with(other, one.value.minus(other.value))
            }
            (SeriesFormula::Share(..), [part, whole]) => {
                let (part_of, whole_of) = (self.total(part, period)?, self.total(whole, period)?);
                let shift = power(part.kind.unit) - power(whole.kind.unit);
                let share = part_of.value.shifted(shift)?.over(above_zero(whole_of.value)?, 2);
                part_of.with(whole_of, share)
            }
            (SeriesFormula::Growth(_), [of]) => {
                let (now, before) = (self.total(of, period)?, self.total(of, self.year_before(period))?);
                let more = now.value.minus(before.value)?;
                now.with(before, more.over(above_zero(before.value)?, 2))
            }
            (SeriesFormula::Rolling(_), [of]) => self.sum(of, &self.year_to(period)?),
            (SeriesFormula::PerDay(_), [of]) => {
                let months = self.from.calendar.months_in(period).into_iter();
                self.per_day(of, period, months.map(|month| u32::from(month.days())).sum())
            }
            (SeriesFormula::PerWorkingDay(_), [of]) => {
                let months = self.from.calendar.months_in(period).into_iter();
                let days: Option<u32> = months.map(|month| (self.from.working_days)(month).map(u32::from)).sum();
                self.per_day(of, period, days?)
            }
            // A rate of a year is not that of its months.
            (SeriesFormula::Convert { into, .. }, [amount, rate]) if frequency_of(period) == of.kind.frequency => {
                let (money, price) = (self.figure(amount, period)?, self.figure(rate, period)?);
                let each = above_zero(price.value.shifted(power(rate.kind.unit))?)?;
                let divides = amount.kind.unit.currency() == rate.kind.unit.currency() && into.is_some();
                let value = match divides {
                    true => money.value.over(each, 0),
                    false => money.value.times(each),
                };
                money.with(price, value)
            }
            (SeriesFormula::Quarterly(_) | SeriesFormula::Yearly(_), [finer]) => {
                match frequency_of(period) == of.kind.frequency {
                    true => self.total(finer, period),
                    false => self.figure(finer, period),
                }
            }
            _ => None,
        }
    }

    fn read(&self, series: &SeriesId, period: Period) -> Option<FormulaFigure> {
        let (figure, changes) = self.lines.at(series, period, self.day);
        let next = self.next.get().into_iter().chain(changes).min();
        self.next.set(next);
        let mut used = self.used.borrow_mut();
        if figure.is_some() && !used.iter().any(|(id, of)| id == series && *of == period) {
            used.push((series.clone(), period));
        }
        figure.map(FormulaFigure::from)
    }

    /// In the unit of another.
    fn figure_like(&self, of: &CheckedFormula<'_>, like: &CheckedFormula<'_>, period: Period) -> Option<FormulaFigure> {
        let figure = self.figure(of, period)?;
        let value = figure.value.shifted(power(of.kind.unit) - power(like.kind.unit))?;
        Some(FormulaFigure { value, ..figure })
    }

    /// The figure of a period, else what the finer periods in it come to.
    fn total(&self, of: &CheckedFormula<'_>, period: Period) -> Option<FormulaFigure> {
        if let Some(figure) = self.figure(of, period) {
            return Some(figure);
        }
        let finer = self.inside(period, of.kind.frequency)?;
        match of.kind.adding() {
            Adding::Sum => self.sum(of, &finer),
            Adding::Last => self.figure(of, *finer.last()?),
            Adding::Nothing => None,
        }
    }

    fn sum(&self, of: &CheckedFormula<'_>, periods: &[Period]) -> Option<FormulaFigure> {
        let mut figures = periods.iter().map(|period| self.figure(of, *period));
        let first = figures.next()??;
        figures.try_fold(first, |sum, figure| {
            let figure = figure?;
            sum.with(figure, sum.value.plus(figure.value))
        })
    }

    fn per_day(&self, of: &CheckedFormula<'_>, period: Period, days: u32) -> Option<FormulaFigure> {
        let figure = self.total(of, period)?;
        let days = crate::Decimal::new(days.into(), 0).ok()?;
        let value = figure.value.over(above_zero(days.into())?, 0)?;
        Some(FormulaFigure { value, ..figure })
    }

    /// The periods of a frequency in a coarser one; none where it is not coarser.
    fn inside(&self, period: Period, frequency: Frequency) -> Option<Vec<Period>> {
        if frequency >= frequency_of(period) {
            return None;
        }
        let months = self.from.calendar.months_in(period).into_iter();
        let mut inside: Vec<Period> = months.map(|month| self.period_at(month, frequency)).collect();
        inside.dedup();
        Some(inside)
    }

    fn year_before(&self, period: Period) -> Period {
        let start = self.from.calendar.start_of(period).plus(-12);
        self.period_at(start, frequency_of(period))
    }

    /// The twelve months or four quarters that a period ends; none of a year.
    fn year_to(&self, period: Period) -> Option<Vec<Period>> {
        let frequency = frequency_of(period);
        let last = self.from.calendar.start_of(period);
        let starts: Vec<i32> = match frequency {
            Frequency::Month => (0..12).collect(),
            Frequency::Quarter => (0..4).map(|quarter| 3 * quarter).collect(),
            Frequency::FiscalYear => return None,
        };
        let before = starts.into_iter().rev();
        Some(
            before
                .map(|months| self.period_at(last.plus(-months), frequency))
                .collect(),
        )
    }

    fn period_at(&self, month: crate::Month, frequency: Frequency) -> Period {
        match frequency {
            Frequency::Month => month.into(),
            Frequency::Quarter => self.from.calendar.quarter_of(month).into(),
            Frequency::FiscalYear => self.from.calendar.year_of(month).into(),
        }
    }
}

fn above_zero(value: WideDecimal) -> Option<WideDecimal> {
    value.is_positive().then_some(value)
}
