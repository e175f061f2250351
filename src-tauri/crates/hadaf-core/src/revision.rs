//! The totals of years as they were first known and as they are now, and how far they moved.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::outturn::{Naive, Outturn};
use crate::totals::bare_total;
use crate::{Adding, AsOf, FiscalCalendar, FiscalYear, Observation, Readings, Result, growth_percent, known_days};

/// What a year's total was when twelve months of it, or the year, were first known, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearRevision {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The first total known.
    pub first: Outturn,
    /// The current total, with the day from which it counts.
    pub latest: Outturn,
}

impl YearRevision {
    /// How far the total moved, percent of the first; none when the first was the same number
    /// rounded, which is no revision, or is not above zero.
    pub fn percent(&self) -> Option<f64> {
        let (first, latest) = (self.first.value, self.latest.value);
        let finer = latest
            .round_to_power(first.last_digit())
            .is_ok_and(|rounded| rounded.same_value(first));
        growth_percent(first.to_f64(), latest.to_f64()).filter(|_| !finer)
    }
}

/// How far the total of a year is usually revised, by the years of which something was published after the first total.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RevisionSpread {
    /// How many years tell of it.
    pub years: usize,
    /// Eight of ten revisions are no larger, percent of the first total. 0 while none was revised.
    pub percent: f64,
}

impl RevisionSpread {
    /// Revisions are taken to be drawn around none at all from a normal distribution whose width nobody knows: the
    /// bound is Student's, wider the fewer years there are.
    fn of(revisions: &[f64]) -> Self {
        let years = revisions.len();
        let squares: f64 = revisions.iter().map(|percent| percent * percent).sum();
        let percent = match years {
            0 => 0.0,
            years => (squares / years as f64).sqrt() * student_90(years),
        };
        Self { years, percent }
    }

    /// Whether a revision may turn over what lies so many percent from where it is decided. Where no year was ever
    /// revised every difference counts, and an exact hit is one.
    pub fn is_too_close(self, distance_percent: Option<f64>) -> bool {
        self.percent > 0.0 && distance_percent.is_some_and(|distance| distance.abs() <= self.percent)
    }
}

/// The 90 % point of Student's distribution, by degrees of freedom from 1 on.
fn student_90(freedom: usize) -> f64 {
    const FIRST: [f64; 10] = [
        3.077_684, 1.885_618, 1.637_744, 1.533_206, 1.475_884, 1.439_756, 1.414_924, 1.396_815, 1.383_029, 1.372_184,
    ];
    // The first terms of its expansion about the normal point (Abramowitz and Stegun 1964, 26.7.5).
    const Z: f64 = 1.281_551_565_544_6;
    let n = freedom as f64;
    let further = || {
        let (three, five) = (Z * Z * Z, Z * Z * Z * Z * Z);
        Z + (three + Z) / (4.0 * n) + (5.0 * five + 16.0 * three + 3.0 * Z) / (96.0 * n * n)
    };
    FIRST.get(freedom.saturating_sub(1)).copied().unwrap_or_else(further)
}

/// The totals of all years that are known whole on a day.
#[derive(Debug, Clone)]
pub struct Outturns<'a> {
    as_of: AsOf,
    calendar: &'a FiscalCalendar,
    adding: Adding,
    observations: BTreeMap<FiscalYear, Vec<&'a Observation>>,
    years: BTreeMap<FiscalYear, YearRevision>,
}

impl<'a> Outturns<'a> {
    /// Reads the observations of ONE series as of a day.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn read(
        adding: Adding,
        observations: &'a [Observation],
        calendar: &'a FiscalCalendar,
        as_of: AsOf,
    ) -> Result<Self> {
        let mut by_year: BTreeMap<FiscalYear, Vec<&Observation>> = BTreeMap::new();
        for observation in observations {
            by_year
                .entry(calendar.fiscal_year_of(observation.period))
                .or_default()
                .push(observation);
        }
        let mut outturns = Self {
            as_of,
            calendar,
            adding,
            observations: by_year,
            years: BTreeMap::new(),
        };
        let years: Vec<FiscalYear> = outturns.observations.keys().copied().collect();
        for year in years {
            if let Some(revision) = outturns.revision(year, as_of)? {
                outturns.years.insert(year, revision);
            }
        }
        Ok(outturns)
    }

    /// The years that are known whole, oldest first.
    pub fn revisions(&self) -> impl Iterator<Item = &YearRevision> {
        self.years.values()
    }

    /// The first total known of a year.
    pub fn first(&self, year: FiscalYear) -> Option<Outturn> {
        self.years.get(&year).map(|revision| revision.first)
    }

    /// The current total of a year.
    pub fn latest(&self, year: FiscalYear) -> Option<Outturn> {
        self.years.get(&year).map(|revision| revision.latest)
    }

    /// The largest revision that a year's total has had so far, percent of its first release, without
    /// its sign. 0 when none was revised.
    pub fn largest_revision_percent(&self) -> f64 {
        let moved = self.years.values().filter_map(YearRevision::percent).map(f64::abs);
        moved.fold(0.0, f64::max)
    }

    /// How far totals are usually revised. A year of which nothing was published since tells nothing.
    pub fn spread(&self) -> RevisionSpread {
        let is_told_again = |revision: &&YearRevision| {
            let of = self.observations.get(&revision.fiscal_year).into_iter().flatten();
            let mut days = of.map(|it| it.published.known_from());
            days.any(|day| day > revision.first.since && self.as_of.has(day))
        };
        let told = self.years.values().filter(is_told_again);
        let percents: Vec<f64> = told.map(|revision| revision.percent().unwrap_or(0.0)).collect();
        RevisionSpread::of(&percents)
    }

    /// What "nothing new" would have said on `day` about `year`: from the newest year that was known
    /// whole then, no later than the year before. None when there was none.
    ///
    /// # Errors
    /// [`crate::CoreError::Overflow`] when a sum does not fit.
    pub fn naive(&self, year: FiscalYear, day: Date) -> Result<Option<Naive>> {
        let earlier: Vec<FiscalYear> = self.observations.range(..year).map(|(year, _)| *year).rev().collect();
        for base_year in earlier {
            let Some(base) = self.at(base_year, AsOf::Day(day))? else {
                continue;
            };
            let base = base.value.to_f64();
            let before = self
                .at(base_year.prev(), AsOf::Day(day))?
                .map(|before| before.value.to_f64());
            let ahead = i32::from(year.year() - base_year.year());
            let factor = before.filter(|before| *before > 0.0).map(|before| base / before);
            return Ok(Some(Naive {
                base_year,
                same: base,
                growth: factor
                    .map(|factor| (0..ahead).fold(base, |value, _| value * factor))
                    .filter(|value| value.is_finite()),
            }));
        }
        Ok(None)
    }

    fn revision(&self, year: FiscalYear, as_of: AsOf) -> Result<Option<YearRevision>> {
        let Some(latest) = self.at(year, as_of)? else {
            return Ok(None);
        };
        // Twelve months of it were known at the latest when the current total was; the first day
        // on which they were is that of one of its observations.
        let observations = self.observations.get(&year).map_or(&[][..], Vec::as_slice);
        for day in known_days(observations.iter().copied()) {
            if let Some(first) = self.at(year, AsOf::Day(day))? {
                return Ok(Some(YearRevision {
                    fiscal_year: year,
                    first: Outturn { since: day, ..first },
                    latest,
                }));
            }
        }
        Ok(None)
    }

    /// The whole total of a year as of a day, since the newest of the observations that it rests on.
    fn at(&self, year: FiscalYear, as_of: AsOf) -> Result<Option<Outturn>> {
        let observations = self.observations.get(&year).map_or(&[][..], Vec::as_slice);
        let readings = Readings::adding_up(self.adding, observations.iter().copied(), self.calendar, as_of);
        let whole = bare_total(&readings, self.calendar, year)?.filter(|total| total.months == 12);
        Ok(whole.and_then(|total| {
            let rests_on = observations
                .iter()
                .filter(|observation| total.observations.contains(&observation.id));
            let since = rests_on.map(|observation| observation.published.known_from()).max()?;
            Some(Outturn {
                value: total.value,
                since,
            })
        }))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    /// Reference values: `scipy.stats.t.ppf(0.9, n)`, SciPy 1.17.
    #[test]
    fn the_bound_is_students() {
        for (freedom, point) in [
            (1, 3.077_684),
            (10, 1.372_184),
            (11, 1.363_430),
            (30, 1.310_415),
            (200, 1.285_799),
        ] {
            assert!((student_90(freedom) - point).abs() < 2e-4, "{freedom}");
        }
        assert_eq!(RevisionSpread::of(&[]), RevisionSpread::default());
        assert!(!RevisionSpread::of(&[0.0, 0.0]).is_too_close(Some(0.0)));
        // Of one revision by 1 % little is known; four of which one was by 1 % are usually smaller.
        assert!((RevisionSpread::of(&[-1.0]).percent - 3.077_684).abs() < 1e-9);
        let four = RevisionSpread::of(&[0.0, 0.0, 1.0, 0.0]);
        assert!((four.percent - 0.5 * 1.533_206).abs() < 1e-9 && four.years == 4);
        assert!(four.is_too_close(Some(-0.7)) && !four.is_too_close(Some(0.8)));
    }

    /// FY2021 was cut from 2,123 to 2,108; FY2025 was told as 3,800 before 3,810 was published, which is the
    /// same number with more digits.
    #[test]
    fn more_digits_are_no_revision() {
        let percent = |first: &str, latest: &str| {
            let outturn = |text: &str| Outturn {
                value: text.parse().unwrap(),
                since: jiff::civil::date(2025, 7, 19),
            };
            let revision = YearRevision {
                fiscal_year: FiscalYear::new(2025).unwrap(),
                first: outturn(first),
                latest: outturn(latest),
            };
            revision.percent()
        };
        assert_eq!(percent("2123", "2108"), Some(-15.0 / 2123.0 * 100.0));
        assert_eq!(percent("3800", "3810"), None);
        assert_eq!(percent("3800", "3860"), Some(60.0 / 3800.0 * 100.0));
        assert_eq!(percent("1438.827", "1438.827"), None);
        assert_eq!(percent("0", "5"), None);
    }
}
