//! The day as of which a workspace is read: what was known then, and nothing later.

use jiff::civil::Date;

use crate::Published;

/// Whether a day is still to come anywhere. Tomorrow is not: east of here it has begun.
pub fn is_to_come(day: Date, today: Date) -> bool {
    today.tomorrow().is_ok_and(|tomorrow| day > tomorrow)
}

/// The day as of which a workspace is read. The rule stands here and nowhere else: on a past day, what became known
/// later is not there; without one, everything is, whatever day it bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsOf {
    /// All that is known. The date is that of reading: today.
    Latest(Date),
    /// What was known at the end of a day.
    Day(Date),
}

impl AsOf {
    /// As of the day that was asked for; without one, all that is known today.
    pub fn new(day: Option<Date>, today: Date) -> Self {
        day.map_or(Self::Latest(today), Self::Day)
    }

    /// What was known before a day began.
    pub fn before(day: Date) -> Self {
        // Nothing comes before the first day of the calendar.
        Self::Day(day.yesterday().ok().unwrap_or(day))
    }

    /// The day on which the reader stands, from which what is due is late and a year is over.
    pub fn day(self) -> Date {
        match self {
            Self::Latest(day) | Self::Day(day) => day,
        }
    }

    /// The day that was asked for; none for all that is known.
    pub fn past(self) -> Option<Date> {
        match self {
            Self::Latest(_) => None,
            Self::Day(day) => Some(day),
        }
    }

    /// Whether what became known on a day is there.
    pub fn has(self, known_from: Date) -> bool {
        match self {
            Self::Latest(_) => true,
            Self::Day(day) => known_from <= day,
        }
    }

    /// Whether what was published then is there.
    pub fn knows(self, published: &Published) -> bool {
        self.has(published.known_from())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_past_day_hides_what_is_later_and_no_day_hides_nothing() {
        let (before, day, after) = (date(2026, 3, 17), date(2026, 3, 18), date(2026, 3, 19));
        let published = Published::on(day);
        let known = [
            AsOf::Day(before),
            AsOf::Day(day),
            AsOf::Day(after),
            AsOf::Latest(before),
        ];
        assert_eq!(known.map(|as_of| as_of.knows(&published)), [false, true, true, true]);
        // A page without a date counts from the day on which it was seen.
        assert!(!AsOf::Day(before).knows(&Published::undated(day)));
    }

    #[test]
    fn the_reader_stands_on_the_day_asked_for_or_on_today() {
        let (past, today) = (date(2025, 1, 1), date(2026, 4, 1));
        assert_eq!(AsOf::new(Some(past), today), AsOf::Day(past));
        assert_eq!(AsOf::new(None, today), AsOf::Latest(today));
        assert_eq!(AsOf::before(today), AsOf::Day(date(2026, 3, 31)));
        assert_eq!([AsOf::Day(past), AsOf::Latest(today)].map(AsOf::day), [past, today]);
        assert_eq!(
            [AsOf::Day(past), AsOf::Latest(today)].map(AsOf::past),
            [Some(past), None]
        );
    }
}
