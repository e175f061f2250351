//! Figures one after the other as one finding: in another unit, or of months that may be years.

use hadaf_core::{Decimal, Doubt, Month, Period, Readings, Series};

use super::{Found, IssueKind};
use crate::book::Book;

/// The doubt about each figure of a run in another unit.
pub(super) fn one_of_run(power: i32, usual: f64) -> Doubt {
    Doubt::PowerOfTen { power, usual }
}

/// Two figures that follow on one another are off by the same power of ten, and somebody let neither stand by itself.
pub(super) fn is_one_run(
    book: &Book,
    series: &Series,
    (before, left, one): &(Period, Decimal, Doubt),
    (after, right, other): &(Period, Decimal, Doubt),
) -> bool {
    let (Doubt::PowerOfTen { power, .. }, Doubt::PowerOfTen { power: next, .. }) = (one, other) else {
        return false;
    };
    let calendar = book.calendar();
    let follows = before.frequency() == after.frequency()
        && calendar.start_of(*after).since(calendar.start_of(*before)) == i32::from(before.frequency().months());
    let is_accepted = |period: &Period, value: &Decimal| {
        let mut accepted = book.acceptances.iter().filter(|it| it.series == series.id);
        accepted.any(|it| {
            it.kind == one.code()
                && it.period == Some(*period)
                && Decimal::parse(&it.about).is_ok_and(|about| about.same_value(*value))
        })
    };
    power == next && follows && !is_accepted(before, left) && !is_accepted(after, right)
}

/// A run in another unit as one finding; what stands alone as it is.
pub(super) fn one_unit(run: &[(Period, Decimal, Doubt)]) -> Found {
    match run {
        [(first, _, Doubt::PowerOfTen { power, usual }), .., (last, ..)] => {
            let kind = IssueKind::OtherUnit {
                last: *last,
                values: run.iter().map(|(_, value, _)| *value).collect(),
                power: *power,
                usual: *usual,
            };
            vec![(Some(*first), kind)]
        }
        alone => (alone.iter())
            .map(|(period, value, doubt)| {
                let kind = IssueKind::Doubtful {
                    value: *value,
                    doubt: *doubt,
                };
                (Some(*period), kind)
            })
            .collect(),
    }
}

/// A series whose only months are 2008-09, 2009-10, 2010-11 and on.
pub(super) fn months_like_years(readings: &Readings) -> Found {
    let months: Vec<Month> = readings.months().map(|(month, _)| month).collect();
    let is_like = |month: &Month| i16::from(month.month()) == (month.year() + 1) % 100;
    let are_apart = months.windows(2).all(|pair| pair[1].since(pair[0]) == 13);
    match months[..] {
        [first, .., last] if are_apart && months.iter().all(is_like) => {
            vec![(None, IssueKind::MonthsLikeYears { first, last })]
        }
        _ => Vec::new(),
    }
}
