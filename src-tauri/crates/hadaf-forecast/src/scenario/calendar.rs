//! Days and weighted days, from some months before the first horizon to the last.

use hadaf_core::{Month, Outage};

/// Months before the first horizon that are looked at: an outage of 1,000 days, half a year in which
/// work returns, and two months until it is paid.
const LONGEST_BACK: i32 = 42;
/// Mean length of a month, days.
pub(super) const MONTH_DAYS: f64 = 30.436_875;

/// The days of an experiment, counted from the first day of its first month.
pub(super) struct Calendar {
    /// How many months lie before the first horizon.
    pub(super) back: usize,
    first: Month,
    /// Where each month begins, and where the last one ends.
    bounds: Vec<f64>,
    /// Weekdays before each day.
    weekdays: Vec<f64>,
}

impl Calendar {
    /// Reaches back to the first of the known months, or as far as an outage can matter.
    pub(super) fn new(first: Month, horizon: usize, known: &[(Month, f64)]) -> Self {
        let before = known.iter().map(|(month, _)| first.since(*month)).max().unwrap_or(0);
        let back = before.clamp(0, LONGEST_BACK);
        let start = first.plus(-back);
        let (mut bounds, mut weekdays) = (vec![0.0], vec![0.0]);
        let mut sum = 0.0;
        let back = usize::try_from(back).expect("clamped from zero on");
        for index in 0..back + horizon {
            let month = start.ahead(index);
            let offset = month.first_day().weekday().to_monday_zero_offset();
            for day in 0..i32::from(month.days()) {
                sum += f64::from(u8::from((i32::from(offset) + day) % 7 < 5));
                weekdays.push(sum);
            }
            bounds.push((weekdays.len() - 1) as f64);
        }
        Self {
            back,
            first: start,
            bounds,
            weekdays,
        }
    }

    /// Number of months.
    pub(super) fn months(&self) -> usize {
        self.bounds.len() - 1
    }

    /// A month by its place.
    pub(super) fn month(&self, index: usize) -> Month {
        self.first.ahead(index)
    }

    /// The place of a month.
    pub(super) fn place(&self, month: Month) -> Option<usize> {
        usize::try_from(month.since(self.first))
            .ok()
            .filter(|place| *place < self.months())
    }

    /// First and last moment of a month, days from the start.
    pub(super) fn bounds(&self, index: usize) -> (f64, f64) {
        (self.bounds[index], self.bounds[index + 1])
    }

    /// Days from the start to the first day of an outage; below 0 for one before it.
    pub(super) fn start_of(&self, outage: &Outage) -> f64 {
        let hours = outage.start.duration_since(self.first.first_day()).as_hours();
        hours as f64 / 24.0
    }

    /// The month in which a moment falls, or the one nearest to it.
    pub(super) fn month_at(&self, moment: f64) -> usize {
        let after = self.bounds.partition_point(|bound| *bound <= moment);
        after.saturating_sub(1).min(self.months().saturating_sub(1))
    }

    /// Weighted days from the start to a moment.
    fn weighted_until(&self, moment: f64, weekend: f64) -> f64 {
        let last = (self.weekdays.len() - 1) as f64;
        let moment = moment.clamp(0.0, last);
        let day = (moment as usize).min(self.weekdays.len().saturating_sub(2));
        let rest = moment - day as f64;
        let weekday = self.weekdays.get(day + 1).map_or(0.0, |next| next - self.weekdays[day]);
        let weekdays = self.weekdays[day] + rest * weekday;
        weekdays + weekend * (moment - weekdays)
    }

    /// Weighted days of a stretch within a month, and of the whole month.
    pub(super) fn weighted(&self, index: usize, from: f64, to: f64, weekend: f64) -> (f64, f64) {
        let (begin, end) = self.bounds(index);
        let until = |moment| self.weighted_until(moment, weekend);
        let (from, to) = (from.max(begin), to.min(end));
        let hit = if to > from { until(to) - until(from) } else { 0.0 };
        (hit, until(end) - until(begin))
    }
}

/// Length of what two stretches share.
pub(super) fn overlap(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.1.min(b.1) - a.0.max(b.0)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_and_april_2026_have_the_weights_of_their_days() {
        let month = |text: &str| text.parse::<Month>().expect("a month");
        let calendar = Calendar::new(month("2026-04"), 3, &[(month("2026-02"), 1.0)]);
        assert_eq!((calendar.back, calendar.months()), (2, 5));
        // 20 weekdays and 8 days of weekends; 22 and 8.
        let whole = |place: usize| calendar.weighted(place, 0.0, 1e9, 0.3).1;
        assert!((whole(0) - 22.4).abs() < 1e-9 && (whole(2) - 24.4).abs() < 1e-9);
        // Monday 6 April, a week.
        let from = 28.0 + 31.0 + 5.0;
        assert!((calendar.weighted(2, from, from + 7.0, 0.3).0 - 5.6).abs() < 1e-9);
        assert!((calendar.weighted(2, from + 5.5, from + 6.0, 0.3).0 - 0.15).abs() < 1e-9);
        assert_eq!(calendar.weighted(1, from, from + 7.0, 0.3).0, 0.0);
        assert_eq!(calendar.month_at(from), 2);
        assert_eq!((calendar.month_at(-5.0), calendar.month_at(1e6)), (0, 4));
    }
}
