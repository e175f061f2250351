//! What the words of all periods of a table, taken together, say that one alone does not; and what remains to ask.

use std::collections::BTreeSet;

use hadaf_core::{Basis, FiscalCalendar, Frequency, Month, Period};

use super::head::{Head, HeadSpan, HeadYear};
use super::out::Out;
use super::reading::{AssumedThat, QuestionKind, SheetPlace};
use super::resolve::{Resolver, Spacing, YearMeaning};

/// What is known of a table's periods: each in the order of the table, and the words around it.
pub(crate) struct Periods<'a> {
    pub(crate) heads: &'a [Head],
    /// Days are shown without a year.
    pub(crate) days_without_year: bool,
    /// Those of one column, or one row, follow one another.
    pub(crate) is_sequence: bool,
    /// Titles, the sheet's name and notes.
    pub(crate) around: &'a [String],
}

/// Decides, and asks what cannot be decided.
pub(crate) fn decide(periods: &Periods<'_>, place: &SheetPlace, out: &mut Out<'_>) -> Resolver {
    let mut resolver = Resolver::new(out.context.calendar);
    let heads = periods.heads;
    file_calendar(periods, &mut resolver, place, out);
    let is_asked = pairs(heads, &mut resolver, place, out);
    day_order(heads, &mut resolver, place, out);
    mangled_days(periods, &mut resolver, place, out);
    spacing(heads, &mut resolver, place, out);
    month_years(heads, &mut resolver, place, out);
    years(heads, &mut resolver, place, out);
    quarters(heads, &mut resolver, place, out);
    // What a period such as 2008-09 is says what the column holds.
    if periods.is_sequence && !is_asked {
        mixed(heads, &mut resolver, place, out);
    }
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

/// Months this far from another one belong to a column of months.
const NEAR: i32 = 3;

/// `2010-11` among `2012-13` is a year, among `2010-10` a month; where both are, it is asked. Whether it is.
fn pairs(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) -> bool {
    let spans_year = heads
        .iter()
        .any(|head| head.span.is_none() && matches!(head.year, Some(HeadYear::Fiscal(_) | HeadYear::Named(_))));
    let (mut pairs, mut months) = (Vec::new(), Vec::new());
    for head in heads {
        match (head.span, resolver.period(*head)) {
            (Some(HeadSpan::Pair(year, month)), _) => pairs.extend(Month::new(year, month)),
            (_, Ok((Period::Month(month), Basis::Period))) => months.push(month),
            _ => {}
        }
    }
    let is_near = |pair: &Month| months.iter().any(|month| month.since(*pair).abs() <= NEAR);
    if months.is_empty() {
        resolver.pair_is_month = !(spans_year || pairs.len() > 1);
        return false;
    }
    if pairs.iter().all(is_near) {
        resolver.pair_is_month = true;
        return false;
    }
    let picked = usize::from(!spans_year && pairs.len() == 1);
    let answer = out.ask(QuestionKind::PairMeaning, place.clone(), &["year", "month"], picked);
    resolver.pair_is_month = answer == "month";
    true
}

/// One kind of period that follows on itself, and those beside it.
type KindRun<'a> = &'a [Period];

/// A column that goes from years to months and back, where none of the years is the sum of the months beside it.
fn mixed(heads: &[Head], resolver: &mut Resolver, place: &SheetPlace, out: &mut Out<'_>) {
    let read = heads.iter().filter_map(|head| resolver.period(*head).ok());
    let periods: Vec<Period> = read
        .filter(|(_, basis)| *basis == Basis::Period)
        .map(|(period, _)| period)
        .collect();
    // What begins again is another series.
    let mut segments: Vec<&[Period]> = Vec::new();
    let (mut seen, mut start) = (BTreeSet::new(), 0);
    for (at, period) in periods.iter().enumerate() {
        if !seen.insert(*period) {
            segments.push(&periods[start..at]);
            (seen, start) = (BTreeSet::from([*period]), at);
        }
    }
    segments.push(&periods[start..]);
    if !segments.iter().any(|segment| changes_kind(segment, &resolver.calendar)) {
        return;
    }
    let kinds: BTreeSet<Frequency> = periods.iter().map(|period| period.frequency()).collect();
    let choices: Vec<&str> = ["both"]
        .into_iter()
        .chain(kinds.iter().map(|kind| kind.as_str()))
        .collect();
    let answer = out.ask(QuestionKind::MixedPeriods, place.clone(), &choices, 0);
    resolver.only = kinds.into_iter().find(|kind| kind.as_str() == answer);
}

fn changes_kind(periods: &[Period], calendar: &FiscalCalendar) -> bool {
    let runs: Vec<KindRun<'_>> = periods
        .chunk_by(|left, right| left.frequency() == right.frequency())
        .collect();
    if runs.len() < 3 {
        return false;
    }
    // Years before the months of the next one, and years ahead, are usual at one end.
    let mut stray = (0..runs.len()).filter(|at| {
        let before = at.checked_sub(1).map(|at| runs[at]);
        let beside = before.into_iter().chain(runs.get(at + 1).copied());
        let mut finer = beside
            .filter(|run| run[0].frequency() < runs[*at][0].frequency())
            .peekable();
        finer.peek().is_some() && !finer.any(|run| holds_any(runs[*at], run, calendar))
    });
    match (stray.next(), stray.next_back()) {
        (None, _) => false,
        (Some(one), None) => one != 0 && one + 1 != runs.len(),
        (Some(_), Some(_)) => true,
    }
}

/// One of some years or quarters holds one of some months or quarters.
fn holds_any(coarse: KindRun<'_>, fine: KindRun<'_>, calendar: &FiscalCalendar) -> bool {
    coarse.iter().any(|whole| {
        let months = calendar.months_in(*whole);
        let mut parts = fine.iter();
        parts.any(|part| calendar.months_in(*part).iter().all(|month| months.contains(month)))
    })
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
