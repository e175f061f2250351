//! What the words of all periods of a table, taken together, say that one alone does not; and what remains to ask.

use hadaf_core::{FiscalCalendar, Month};

use super::head::{Head, HeadSpan, HeadYear};
use super::out::Out;
use super::reading::{AssumedThat, QuestionKind, SheetPlace};
use super::resolve::{Resolver, Spacing, YearMeaning};

/// What is known of a table's periods: each in the order of the table, and the words around it.
pub(crate) struct Periods<'a> {
    pub(crate) heads: &'a [Head],
    /// Days are shown without a year.
    pub(crate) days_without_year: bool,
    /// Titles, the sheet's name and notes.
    pub(crate) around: &'a [String],
}

/// Decides, and asks what cannot be decided.
pub(crate) fn decide(periods: &Periods<'_>, place: &SheetPlace, out: &mut Out<'_>) -> Resolver {
    let mut resolver = Resolver::new(out.context.calendar);
    let heads = periods.heads;
    file_calendar(periods, &mut resolver, place, out);
    pairs(heads, &mut resolver);
    day_order(heads, &mut resolver, place, out);
    mangled_days(periods, &mut resolver, place, out);
    spacing(heads, &mut resolver, place, out);
    month_years(heads, &mut resolver, place, out);
    years(heads, &mut resolver, place, out);
    quarters(heads, &mut resolver, place, out);
    resolver.to_date_spans = heads.iter().any(|head| match head.span {
        Some(HeadSpan::Months(first, last)) => {
            let length = (last + 12 - first) % 12 + 1;
            first == out.context.calendar.start_month() && !matches!(length, 3 | 12)
        }
        _ => false,
    });
    if heads.iter().any(|head| head.maybe_day) {
        out.ask(QuestionKind::MonthOrDay, place.clone(), &["month_of_year", "day"], 0);
    }
    resolver
}

/// The fiscal year of the file: named in words, or seen where twelve months stand under one year.
fn file_calendar(periods: &Periods<'_>, resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let named = periods.around.iter().find_map(|text| super::head::year_span_in(text));
    let of_months = || {
        // Months without a year of their own stand under one too: that of a title, or of a row.
        let under = |head: &Head| match (head.year, head.span) {
            (Some(HeadYear::Fiscal(year) | HeadYear::Named(year)), Some(HeadSpan::Month(month))) => Some((year, month)),
            (None, Some(HeadSpan::Month(month))) => Some((0, month)),
            _ => None,
        };
        let months: Vec<(i16, u8)> = periods.heads.iter().filter_map(under).collect();
        let year = months
            .chunk_by(|left, right| left.0 == right.0)
            .find(|year| year.len() == 12)?;
        let rises = year.windows(2).all(|pair| pair[1].1 == pair[0].1 % 12 + 1);
        let falls = year.windows(2).all(|pair| pair[0].1 == pair[1].1 % 12 + 1);
        match (rises, falls) {
            (true, _) => FiscalCalendar::new(year[0].1).ok(),
            (_, true) => FiscalCalendar::new(year[11].1).ok(),
            _ => None,
        }
    };
    let uses_fiscal = periods
        .heads
        .iter()
        .any(|head| matches!(head.year, None | Some(HeadYear::Fiscal(_) | HeadYear::Named(_))));
    if let Some(file) = of_months()
        .or(named)
        .filter(|file| uses_fiscal && *file != resolver.calendar)
    {
        resolver.file = file;
        out.assume(place.clone(), AssumedThat::FiscalYearStarts(file.start_month()));
    }
}

/// `2010-11` among `2012-13` is a year, among `2010-05` a month.
fn pairs(heads: &[Head], resolver: &mut Resolver) {
    let spans_year = heads
        .iter()
        .any(|head| head.span.is_none() && matches!(head.year, Some(HeadYear::Fiscal(_) | HeadYear::Named(_))));
    let pairs = || {
        heads
            .iter()
            .filter(|head| matches!(head.span, Some(HeadSpan::Pair(..))))
    };
    let months = heads.iter().any(|head| {
        matches!(
            (head.span, head.year),
            (Some(HeadSpan::Month(_)), Some(HeadYear::Bare(_)))
        )
    });
    resolver.pair_is_month = months || !(spans_year || pairs().count() > 1);
}

/// Which of two numbers is the day.
fn day_order(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let either = heads.iter().filter_map(|head| match head.span {
        Some(HeadSpan::EitherDay(first, second, _)) => Some((first, second)),
        _ => None,
    });
    let either: Vec<(u8, u8)> = either.collect();
    if either.is_empty() {
        return;
    }
    // Days of the first of each month: the number that stays is the day.
    let firsts = either.iter().all(|(first, _)| *first == either[0].0);
    let seconds = either.iter().all(|(_, second)| *second == either[0].1);
    match (firsts, seconds) {
        (true, false) if either.len() > 1 => {
            resolver.day_first = true;
            out.assume(place.clone(), AssumedThat::DayFirst);
        }
        (false, true) => {
            resolver.day_first = false;
            out.assume(place.clone(), AssumedThat::MonthFirst);
        }
        _ => {
            let answer = out.ask(QuestionKind::DateOrder, place.clone(), &["day_first", "month_first"], 0);
            resolver.day_first = answer == "day_first";
        }
    }
}

/// Days that a machine made of something else: `01/07/2025` read with the month first, `Jul-25` read as a day.
fn mangled_days(periods: &Periods<'_>, resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let days = periods.heads.iter().filter_map(|head| match head.span {
        Some(HeadSpan::Day(day)) => Some(day),
        _ => None,
    });
    let days: Vec<_> = days.collect();
    let [first, _, ..] = days[..] else { return };
    let in_one_month = days.iter().all(|day| day.month() == first.month() && day.day() <= 12);
    let steps = days
        .windows(2)
        .all(|pair| (pair[1].day() - pair[0].day()).abs() == 1 || pair[1].year() != pair[0].year());
    if in_one_month && steps && days.len() >= 3 {
        let answer = out.ask(QuestionKind::DateOrder, place.clone(), &["swapped", "as_it_stands"], 0);
        resolver.swapped = answer == "swapped";
        return;
    }
    let one_day = days.chunk_by(|left, right| left.day() == right.day()).count() <= days.len() / 4 + 1;
    let is_year = |day: i8| (20..=39).contains(&day);
    let ends = days.iter().all(|day| *day == day.last_of_month());
    if periods.days_without_year && one_day && !ends && days.iter().all(|day| is_year(day.day())) {
        let answer = out.ask(QuestionKind::MonthOrDay, place.clone(), &["month_of_year", "day"], 0);
        resolver.day_is_year = answer == "month_of_year";
    } else if days.iter().any(|day| day.day() != 1 && *day != day.last_of_month()) {
        out.assume(place.clone(), AssumedThat::DayForMonth);
    }
}

/// Days three or twelve months apart may stand for quarters or years.
fn spacing(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let month = |head: &Head| match head.span {
        Some(HeadSpan::Day(day)) if !resolver.swapped && !resolver.day_is_year => Some(Month::of(day)),
        Some(HeadSpan::EitherDay(first, second, year)) => {
            Month::new(year, if resolver.day_first { second } else { first }).ok()
        }
        _ => None,
    };
    let mut months: Vec<Month> = heads.iter().filter_map(month).collect();
    months.sort_unstable();
    months.dedup();
    if months.len() < 3 || heads.iter().any(|head| matches!(head.span, Some(HeadSpan::Quarter(_)))) {
        return;
    }
    let apart = |gap: i32| months.windows(2).all(|pair| pair[1].since(pair[0]) % gap == 0);
    let choices = match (apart(12), apart(3) && months.len() >= 4) {
        (true, _) => ["year", "month"],
        (false, true) => ["quarter", "month"],
        (false, false) => return,
    };
    resolver.spacing = match out.ask(QuestionKind::Spacing, place.clone(), &choices, 0).as_str() {
        "year" => Spacing::Year,
        "quarter" => Spacing::Quarter,
        _ => Spacing::Month,
    };
}

/// A bare year over months that pass New Year is no calendar year.
fn month_years(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let month = |head: &Head| match (head.year, head.span) {
        (Some(HeadYear::Bare(year)), Some(HeadSpan::Month(month))) => Some((year, month)),
        _ => None,
    };
    let months: Vec<(i16, u8)> = heads.iter().filter_map(month).collect();
    let passes = |pair: &[(i16, u8)]| pair[0].0 == pair[1].0 && pair[0].1 == 12 && pair[1].1 == 1;
    if !months.windows(2).any(passes) {
        return;
    }
    let first = months
        .chunk_by(|left, right| left.0 == right.0)
        .find(|year| year.windows(2).any(passes));
    let first = first.map_or(1, |year| year[0].1);
    let answer = out.ask(QuestionKind::MonthYear, place.clone(), &["year_ends", "year_begins"], 0);
    let meaning = if answer == "year_begins" {
        YearMeaning::Begins
    } else {
        YearMeaning::Ends
    };
    resolver.month_year = Some((meaning, first));
}

/// A bare year where the workspace's year is another.
fn years(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let has_bare = heads.iter().any(|head| {
        matches!(head.span, None | Some(HeadSpan::Half(_))) && matches!(head.year, Some(HeadYear::Bare(_)))
    });
    if !has_bare || resolver.calendar.is_calendar_year() {
        return;
    }
    // Where months of calendar years stand under the same years, so do their totals.
    let of_months = resolver.month_year.is_none()
        && heads.iter().any(|head| {
            matches!(
                (head.span, head.year),
                (Some(HeadSpan::Month(_)), Some(HeadYear::Bare(_)))
            )
        });
    let answer = out.ask(
        QuestionKind::YearMeaning,
        place.clone(),
        &["year_ends", "year_begins", "calendar_year"],
        if of_months { 2 } else { 0 },
    );
    resolver.year = match answer.as_str() {
        "year_begins" => YearMeaning::Begins,
        "calendar_year" => YearMeaning::Calendar,
        _ => YearMeaning::Ends,
    };
}

fn quarters(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let has_bare = heads.iter().any(|head| {
        matches!(
            (head.span, head.year),
            (Some(HeadSpan::Quarter(_)), Some(HeadYear::Bare(_)))
        )
    });
    if !has_bare || resolver.calendar.is_calendar_year() {
        return;
    }
    let answer = out.ask(QuestionKind::QuarterMeaning, place.clone(), &["calendar", "fiscal"], 0);
    resolver.quarter_is_fiscal = answer == "fiscal";
}
