//! Whether a figure can have been meant: what every entrance and `check` ask before they take it at its word.
//!
//! A figure is held against its neighbours in time, against the same season of other years, and against the series of
//! which it is a part. A doubt never forbids anything: the surprising figure may be right.

use crate::{Decimal, FiscalCalendar, Period, Readings, Result, Sample, sum_of};

/// How many figures before and after one are its neighbours.
const NEIGHBOURS: usize = 6;
/// With fewer neighbours nothing is usual yet.
const FEWEST: usize = 3;
/// A figure this many times its neighbours, or this small a part of them, is a break, unless the series has had such.
const BREAK: f64 = 3.0;
/// With its point put right, a figure is at most this many times what is usual, or its inverse.
const NEAR: f64 = 2.0;
/// Half way between one and ten, as one multiplies.
const HALF_WAY: f64 = 3.162_277_660_168_379_5;
/// Years between which the figures of an economy lie.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;
/// How many years before and after tell the season.
const SEASONS: i32 = 5;
/// A year may lie this much under the sum of its months, by rounding and restating.
const ROUNDING: f64 = 0.001;

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
    /// A year below the sum of those of its months that are known.
    BelowMonths {
        /// Their sum.
        sum: Decimal,
    },
    /// A period outside the years 1900 to 2100.
    FarYear,
}

impl Doubt {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PowerOfTen { .. } => "power_of_ten",
            Self::Zero { .. } => "zero",
            Self::Negative { .. } => "negative",
            Self::Break { .. } => "break",
            Self::AboveWhole { .. } => "above_whole",
            Self::BelowPart { .. } => "below_part",
            Self::BelowMonths { .. } => "below_months",
            Self::FarYear => "far_year",
        }
    }
}

/// Judges the figures of one series.
#[derive(Debug)]
pub struct Judge<'a> {
    series: &'a Readings,
    whole: Option<&'a Readings>,
    parts: &'a [Readings],
    calendar: &'a FiscalCalendar,
    months: Line,
    quarters: Line,
    years: Line,
}

impl<'a> Judge<'a> {
    /// Of a series' current figures, with those of the series of which it is a clean part, and of its own clean parts.
    pub fn of(
        series: &'a Readings,
        whole: Option<&'a Readings>,
        parts: &'a [Readings],
        calendar: &'a FiscalCalendar,
    ) -> Self {
        let line = |alike: fn(&Period) -> bool| {
            Line::of(
                series
                    .iter()
                    .filter(|(period, _)| alike(period))
                    .map(|(period, reading)| (period, reading.value.to_f64())),
            )
        };
        Self {
            series,
            whole,
            parts,
            calendar,
            months: line(|period| matches!(period, Period::Month(_))),
            quarters: line(|period| matches!(period, Period::Quarter(_))),
            years: line(|period| matches!(period, Period::FiscalYear(_))),
        }
    }

    /// All doubts about a figure. The figure itself may be among those of the series: what is read there for its own period
    /// is left out of account.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when the months of a year have no sum.
    pub fn doubts(&self, period: Period, value: Decimal) -> Result<Vec<Doubt>> {
        let mut doubts = Vec::new();
        if !YEARS.contains(&self.calendar.fiscal_year_of(period).year()) {
            doubts.push(Doubt::FarYear);
        }
        let line = match period {
            Period::Month(_) => &self.months,
            Period::Quarter(_) => &self.quarters,
            Period::FiscalYear(_) => &self.years,
        };
        doubts.extend(line.doubt(period, value.to_f64()));
        let whole = self.whole.and_then(|whole| whole.get(period));
        doubts.extend(
            whole
                .filter(|whole| value.cmp_value(whole.value).is_gt())
                .map(|whole| Doubt::AboveWhole { whole: whole.value }),
        );
        let parts = self.parts.iter().filter_map(|part| part.get(period));
        let largest = parts
            .map(|part| part.value)
            .max_by(|left, right| left.cmp_value(*right));
        doubts.extend(
            largest
                .filter(|part| part.cmp_value(value).is_gt())
                .map(|part| Doubt::BelowPart { part }),
        );
        doubts.extend(self.below_months(period, value)?);
        Ok(doubts)
    }

    fn below_months(&self, period: Period, value: Decimal) -> Result<Option<Doubt>> {
        let Period::FiscalYear(year) = period else {
            return Ok(None);
        };
        let months = self.calendar.months_of(year);
        let known = months.into_iter().filter(|month| self.series.get(*month).is_some());
        let sum = sum_of(self.series, known)?.filter(|sum| sum.mantissa() > 0);
        Ok(sum
            .filter(|sum| sum.to_f64() > value.to_f64() * (1.0 + ROUNDING))
            .map(|sum| Doubt::BelowMonths { sum }))
    }
}

/// The figures of one kind of period, in order of time.
#[derive(Debug)]
struct Line {
    figures: Vec<(Period, f64)>,
    /// How many times its neighbours each figure is; none where that says nothing.
    times: Vec<Option<f64>>,
}

impl Line {
    fn of(figures: impl Iterator<Item = (Period, f64)>) -> Self {
        let mut line = Self {
            figures: figures.collect(),
            times: Vec::new(),
        };
        line.times = (line.figures.iter())
            .map(|(period, value)| Some(*value / line.usual(*period)?).filter(|times| *times > 0.0))
            .collect();
        line
    }

    fn doubt(&self, period: Period, value: f64) -> Option<Doubt> {
        let usual = self.usual(period)?;
        if value == 0.0 {
            return Some(Doubt::Zero { usual });
        }
        if value < 0.0 {
            return Some(Doubt::Negative { usual });
        }
        let usual = usual * self.season(period);
        let times = value / usual;
        if apart(times) <= self.farthest(period).max(BREAK) {
            return None;
        }
        let (power, rest) = power_of_ten(times);
        Some(match power != 0 && apart(rest) <= NEAR {
            true => Doubt::PowerOfTen { power, usual },
            false => Doubt::Break { times, usual },
        })
    }

    /// The middle of the nearest figures before and after; none when they are too few, or not all above zero.
    fn usual(&self, period: Period) -> Option<f64> {
        let start = self.figures.partition_point(|(other, _)| *other < period);
        let end = self.figures.partition_point(|(other, _)| *other <= period);
        let before = &self.figures[start.saturating_sub(NEIGHBOURS)..start];
        let after = &self.figures[end..self.figures.len().min(end + NEIGHBOURS)];
        let around: Vec<f64> = before.iter().chain(after).map(|(_, value)| *value).collect();
        if around.len() < FEWEST || around.iter().any(|value| *value <= 0.0) {
            return None;
        }
        Some(Sample::of(around)?.quantile(0.5))
    }

    /// How many times its neighbours the same month is in other years, at the middle: a harvest month is no break. One where
    /// fewer than two years tell.
    fn season(&self, period: Period) -> f64 {
        let Some(month) = period.as_month() else { return 1.0 };
        let years = (-SEASONS..=SEASONS).filter(|years| *years != 0);
        let times: Vec<f64> = years
            .filter_map(|years| {
                let other = Period::from(month.plus(12 * years));
                let place = self.figures.binary_search_by_key(&other, |(period, _)| *period).ok()?;
                self.times[place]
            })
            .collect();
        match times.len() {
            0 | 1 => 1.0,
            _ => Sample::of(times).map_or(1.0, |times| times.quantile(0.5)),
        }
    }

    /// How many times their neighbours, or the inverse, nine of ten other figures are at most: of a series that jumps, a jump
    /// says nothing.
    fn farthest(&self, period: Period) -> f64 {
        let far: Vec<f64> = (self.figures.iter().zip(&self.times))
            .filter(|((other, _), _)| *other != period)
            .filter_map(|(_, times)| Some(apart(*times.as_ref()?)))
            .collect();
        Sample::of(far).map_or(1.0, |far| far.quantile(0.9))
    }
}

/// So many times, in whichever direction: at least one.
fn apart(times: f64) -> f64 {
    times.max(1.0 / times)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AsOf, Observation, Published, Status};

    /// Fifty-one months of a series that grows by 1.2 % a month with a season of 10 %, from July 2022.
    fn months(of: impl Fn(f64) -> f64) -> Vec<(Period, Decimal)> {
        let first: crate::Month = "2022-07".parse().unwrap();
        // 1 + 0.1 sin(2 pi i / 12).
        let season = [
            1.0, 1.05, 1.0866, 1.1, 1.0866, 1.05, 1.0, 0.95, 0.9134, 0.9, 0.9134, 0.95,
        ];
        let value = |index: u8| {
            let growth: f64 = (0..index).map(|_| 1.012).product();
            let value = of(100.0 * growth * season[usize::from(index % 12)]);
            Decimal::parse(&format!("{value:.1}")).unwrap()
        };
        (0..51)
            .map(|index| (first.plus(index.into()).into(), value(index)))
            .collect()
    }

    fn readings(figures: &[(Period, Decimal)]) -> Readings {
        let observations: Vec<Observation> = (figures.iter().zip(1..))
            .map(|((period, value), id)| Observation {
                id: id.into(),
                series: "total".parse().unwrap(),
                period: *period,
                basis: crate::Basis::Period,
                value: *value,
                status: Some(Status::First),
                published: Published::on("2026-11-01".parse().unwrap()),
                source: crate::SourceId(1),
                note: String::new(),
                entered_by: String::new(),
                entered_at: jiff::Timestamp::UNIX_EPOCH,
            })
            .collect();
        Readings::of(
            &observations,
            &FiscalCalendar::new(7).unwrap(),
            AsOf::Day("2026-11-01".parse().unwrap()),
        )
    }

    fn codes(judge: &Judge<'_>, period: &str, value: &str) -> Vec<&'static str> {
        let doubts = judge
            .doubts(period.parse().unwrap(), Decimal::parse(value).unwrap())
            .unwrap();
        doubts.iter().map(Doubt::code).collect()
    }

    #[test]
    fn what_cannot_have_been_meant_is_doubted() {
        let (calendar, figures) = (FiscalCalendar::new(7).unwrap(), readings(&months(|value| value)));
        let judge = Judge::of(&figures, None, &[], &calendar);
        for (period, value, expected) in [
            // The month as it is, and months that grew or fell as months do.
            ("2026-09", "183.5", None),
            ("2026-10", "195", None),
            ("2026-10", "120", None),
            ("2026-10", "300", None),
            // A unit too fine, a point too far, a digit too few.
            ("2026-10", "185000000", Some("power_of_ten")),
            ("2026-10", "1850", Some("power_of_ten")),
            ("2026-10", "18.5", Some("power_of_ten")),
            ("2025-03", "1402", Some("power_of_ten")),
            ("2026-10", "0", Some("zero")),
            ("2026-10", "-185", Some("negative")),
            ("2026-10", "900", Some("break")),
            ("2026-10", "40", Some("break")),
            ("3026-10", "185", Some("far_year")),
            // Twelve months of FY2026 sum to more than 1,800.
            ("FY2026", "185", Some("below_months")),
            ("FY2026", "1990", None),
        ] {
            let expected: Vec<&str> = expected.into_iter().collect();
            assert_eq!(codes(&judge, period, value), expected, "{period} {value}");
        }
    }

    #[test]
    fn a_series_that_jumps_or_has_gone_below_zero_is_not_doubted() {
        let calendar = FiscalCalendar::new(7).unwrap();
        // A harvest in each October, forty times the other months.
        let harvest: Vec<_> = (months(|value| value).into_iter())
            .map(|(period, value)| match period.as_month().unwrap().month() {
                10 => (
                    period,
                    Decimal::parse(&format!("{:.1}", value.to_f64() * 40.0)).unwrap(),
                ),
                _ => (period, value),
            })
            .collect();
        let harvest = readings(&harvest);
        let judge = Judge::of(&harvest, None, &[], &calendar);
        assert!(codes(&judge, "2026-10", "7400").is_empty(), "the harvest comes again");
        assert_eq!(codes(&judge, "2026-11", "7400"), ["break"], "not in November");
        let balance = readings(&months(|value| value - 140.0));
        let judge = Judge::of(&balance, None, &[], &calendar);
        assert!(codes(&judge, "2024-10", "0").is_empty() && codes(&judge, "2024-10", "-30").is_empty());
        let few = readings(&months(|value| value)[..2]);
        assert!(codes(&Judge::of(&few, None, &[], &calendar), "2022-09", "402000000").is_empty());
    }

    #[test]
    fn a_part_above_its_whole_is_doubted_from_both_sides() {
        let calendar = FiscalCalendar::new(7).unwrap();
        let (whole, part) = (months(|value| value), months(|value| value * 0.6));
        let (whole, part) = (readings(&whole), [readings(&part)]);
        let judge = Judge::of(&part[0], Some(&whole), &[], &calendar);
        assert_eq!(codes(&judge, "2026-09", "201"), ["above_whole"]);
        let judge = Judge::of(&whole, None, &part, &calendar);
        assert_eq!(codes(&judge, "2026-09", "100"), ["below_part"]);
        assert!(codes(&judge, "2026-09", "183.5").is_empty());
    }
}
