//! Whether months can be compared with those of a year before: a feast that fell in other months makes growth of what is none.

use super::{Feast, Holidays};
use crate::Month;

/// Spans are unlike where their working days differ by more than this share of those a year before: two days of a month.
const WORKING_SHARE: f64 = 0.07;
/// Where days of a free feast differ by more than this share of all days: two of a month.
const FREE_SHARE: f64 = 0.06;
/// Where days of a fast differ by more than this share of all days: a week of a month.
const FAST_SHARE: f64 = 0.2;

/// Why months are no like ones with the same months a year before.
#[derive(Debug, Clone)]
pub struct UnlikeMonths {
    /// Working days, and those a year before, where they differ by much.
    pub working_days: Option<(u16, u16)>,
    /// Moving feasts that fell elsewhere a year before.
    pub feasts: Vec<FeastDays>,
}

/// Days of a feast in some months, and in the same months a year before.
#[derive(Debug, Clone)]
pub struct FeastDays {
    /// Which one.
    pub feast: &'static Feast,
    /// Its days.
    pub now: u16,
    /// A year before.
    pub before: u16,
}

/// Why `months` are no like ones with the same months a year before; none where they are, and where nothing is counted. Over
/// many months the differences are small shares, so that whole years are always alike.
pub fn unlike_months(holidays: Holidays, months: impl IntoIterator<Item = Month> + Clone) -> Option<UnlikeMonths> {
    let sum = |days: &dyn Fn(Month) -> u8, back: i32| -> u16 {
        let each = months.clone().into_iter().map(|month| days(month.plus(-back)));
        each.map(u16::from).sum()
    };
    let pair = |days: &dyn Fn(Month) -> u8| (sum(days, 0), sum(days, 12));
    let differ =
        |(now, before): (u16, u16), share: f64, of: u16| f64::from(now.abs_diff(before)) > share * f64::from(of);
    let all = sum(&Month::days, 0);
    let working = pair(&|month| holidays.working_days(month).unwrap_or(0));
    let feast_days = |feast: &'static Feast| {
        let (now, before) = pair(&|month| feast.days_in(month));
        FeastDays { feast, now, before }
    };
    let is_elsewhere = |days: &FeastDays| {
        let share = if days.feast.free { FREE_SHARE } else { FAST_SHARE };
        differ((days.now, days.before), share, all)
    };
    let moving = holidays.feasts().filter(|feast| feast.moves());
    let unlike = UnlikeMonths {
        working_days: Some(working).filter(|days| differ(*days, WORKING_SHARE, days.1)),
        feasts: moving.map(feast_days).filter(is_elsewhere).collect(),
    };
    (unlike.working_days.is_some() || !unlike.feasts.is_empty()).then_some(unlike)
}
