//! On which days a feast falls. Days are numbered from 1 January 1970, which was a Thursday.

use std::ops::RangeInclusive;

use crate::Month;

/// The day before the first day of the Islamic calendar, Friday 16 July 622 (Julian).
const BEFORE_HIJRI: i64 = -492_149;
/// Days of thirty Islamic years, eleven of them leap years.
const HIJRI_CYCLE: i64 = 10_631;

/// How the day of a feast is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rule {
    /// A month and day of the arithmetical Islamic calendar.
    Hijri(i64, i64),
    /// The same month and day each year.
    Fixed(i64, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// These days, in order of time: those of `dates.csv`. Diwali is of the holidays of central government offices (Ministry
    /// of Personnel, India), the same as at timeanddate.com for 2001 to 2035; the Lunar New Year of the Hong Kong
    /// Observatory's *Gregorian-Lunar Calendar Conversion Table*.
    Listed(Vec<i64>),
}

impl Rule {
    /// Its days in the year before a year, in it and in the one after; others may be among them.
    pub(super) fn about(&self, year: i16) -> Vec<i64> {
        let years = i64::from(year) - 1..=i64::from(year) + 1;
        match self {
            Self::Hijri(month, day) => {
                let from = day_number(*years.start(), 1, 1);
                // An Islamic year is shorter, so that up to four begin in three years.
                let first = (30 * (from - BEFORE_HIJRI)).div_euclid(HIJRI_CYCLE);
                let known = (first..=first + 5).filter(|year| *year >= 1);
                known.map(|year| hijri(year, *month, *day)).collect()
            }
            Self::Fixed(month, day) => years.map(|year| day_number(year, *month, *day)).collect(),
            Self::Easter(after) => years.map(|year| easter(year) + after).collect(),
            Self::Listed(days) => days.clone(),
        }
    }
}

/// The number of a day of the Gregorian calendar (Hinnant, chrono-compatible low-level date algorithms).
pub(super) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    // Years from March on, so that the leap day is the last one.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - 400 * era;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Monday is 0.
pub(super) fn weekday(day: i64) -> u8 {
    u8::try_from((day + 3).rem_euclid(7)).expect("the remainder of seven")
}

/// The days of a month.
pub(super) fn days_of(month: Month) -> RangeInclusive<i64> {
    let first = day_number(month.year().into(), month.month().into(), 1);
    first..=first + i64::from(month.days()) - 1
}

/// The number of a day of the arithmetical Islamic calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29
/// of thirty, the Kuwaiti algorithm (Dershowitz and Reingold, *Calendrical Calculations*, chapter 7).
fn hijri(year: i64, month: i64, day: i64) -> i64 {
    BEFORE_HIJRI + 354 * (year - 1) + (3 + 11 * year).div_euclid(30) + 29 * (month - 1) + month / 2 + day
}

/// Easter Sunday of the Gregorian calendar (Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i64) -> i64 {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    day_number(year, days / 31, days % 31 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_1970_on() {
        assert_eq!((day_number(1970, 1, 1), weekday(0)), (0, 3));
        // 29 February 2024 was a Thursday.
        assert_eq!((day_number(2024, 2, 29), weekday(day_number(2024, 2, 29))), (19_782, 3));
        assert_eq!(
            day_number(622, 7, 19),
            BEFORE_HIJRI + 1,
            "16 July of the Julian calendar"
        );
    }

    /// Published Easter Sundays.
    #[test]
    fn easter_is_found() {
        for (year, month, day) in [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)] {
            assert_eq!(easter(year), day_number(year, month, day), "{year}");
        }
    }

    /// Every day of the three years about a year is there: no Islamic year is stepped over.
    #[test]
    fn no_islamic_year_is_left_out() {
        for year in 1900..2100 {
            let rule = Rule::Hijri(1, 1);
            let inside = day_number(year - 1, 1, 1)..day_number(year + 2, 1, 1);
            let all = (1..2000).map(|it| hijri(it, 1, 1)).filter(|day| inside.contains(day));
            let about = rule.about(i16::try_from(year).unwrap());
            assert!(all.into_iter().all(|day| about.contains(&day)), "{year}");
        }
    }
}
