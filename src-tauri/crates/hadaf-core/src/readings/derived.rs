//! Months that nobody published, worked out from published totals when a series is read.
//!
//! A total less an earlier one, less the months between them that are known, is the one month between them that lacks.
//! It is worked out only where all of these come from one line of publication, since the totals of different
//! publications differ by more than a month: what an early page had to February 2020 and a page of a year later to April
//! would make March 2020 166 where both months together brought 242. So
//!
//! - two totals were published on one day, or as long after what they count, give or take
//!   [`SAME_AGE`] days: a first release less a first release;
//! - no month that is taken off was published after the total that holds it, and the total is not a much later revision;
//! - no month that the earlier total holds was revised between the two: the later one holds the revision;
//! - the figures have digits enough, so that rounding leaves less than [`MOST_ROUNDING`] of the month in doubt;
//! - the month has the sign of the others.
//!
//! What is worked out says so, gives way to whatever is published of its month, and extends no total by itself.

use serde::Serialize;

use crate::{Decimal, FiscalCalendar, FiscalYear, Month, Period, Reading, Readings, Result, Status};

/// Days by which the ages of two totals may differ that are of one line of publication. Months are published two to six
/// weeks after their end, and are quoted again a year later.
const SAME_AGE: i32 = 100;

/// The share of a month that the rounding of what it is worked out from may leave in doubt.
const MOST_ROUNDING: f64 = 0.05;

/// What a month was worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Derivation {
    /// The total that holds the month: to the end of a month, or of the whole year.
    pub total: Period,
    /// The month to whose end the earlier total goes; none where the months since the year's first one are taken off.
    pub after: Option<Month>,
    /// How many known months are taken off along with it.
    pub months: usize,
}

/// A published total of a year's first months.
#[derive(Clone, Copy)]
struct Anchor<'a> {
    /// How many months.
    months: usize,
    /// Of which period it was published.
    period: Period,
    reading: &'a Reading,
}

/// Months in a row that are known together alone: what they brought is the difference of two published totals, and what
/// each of them brought nobody can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthsTogether {
    /// The first of them.
    pub first: Month,
    /// The last of them; at least the one after the first.
    pub last: Month,
    /// What all of them brought, worked out as a single month is.
    pub reading: Reading,
    /// What it was worked out from; its months are those between them that are known and were taken off.
    pub derivation: Derivation,
}

/// The months of a series that can be worked out, each with its reading and what it rests on.
pub(crate) fn derived(readings: &Readings, calendar: &FiscalCalendar) -> Result<Vec<(Month, Reading, Derivation)>> {
    let mut found = Vec::new();
    for year in years(readings, calendar) {
        let months = calendar.months_of(year);
        for place in (0..12).filter(|place| readings.get(months[*place]).is_none()) {
            if readings.withdrawal(months[place]).is_some() {
                continue;
            }
            let month = Lacking {
                readings,
                calendar,
                months,
                places: place..place + 1,
            };
            let worked_out = month.derive(year)?;
            found.extend(worked_out.map(|(reading, derivation)| (months[place], reading, derivation)));
        }
    }
    Ok(found)
}

/// The months of a series that are known together alone, by the same rules: of the totals that lie nearest together. A whole
/// year is none of them, since its total stands by itself.
pub(crate) fn together(readings: &Readings, calendar: &FiscalCalendar) -> Result<Vec<MonthsTogether>> {
    let mut found = Vec::new();
    for year in years(readings, calendar) {
        let months = calendar.months_of(year);
        let lacks = |place: &usize| readings.observed(months[*place]).is_none();
        let mut taken = [false; 12];
        let whole = Lacking {
            readings,
            calendar,
            months,
            places: 0..12,
        };
        for (total, before) in whole.pairs(year) {
            let from = before.map_or(0, |before| before.months);
            let lacking: Vec<usize> = (from..total.months).filter(lacks).collect();
            let (Some(first), Some(last)) = (lacking.first(), lacking.last()) else {
                continue;
            };
            let places = *first..last + 1;
            let is_withdrawn = |place: &usize| readings.withdrawal(months[*place]).is_some();
            let in_a_row = lacking.len() == places.len() && (2..12).contains(&lacking.len());
            if !in_a_row || places.clone().any(|place| taken[place] || is_withdrawn(&place)) {
                continue;
            }
            let run = Lacking {
                places,
                ..whole.clone()
            };
            if let Some(reading) = run.between(total, before)? {
                taken[run.places.clone()].fill(true);
                found.push(MonthsTogether {
                    first: months[run.places.start],
                    last: months[run.places.end - 1],
                    reading,
                    derivation: run.derivation(total, before),
                });
            }
        }
    }
    found.sort_by_key(|run| run.first);
    Ok(found)
}

/// The years with a published total.
fn years(readings: &Readings, calendar: &FiscalCalendar) -> std::collections::BTreeSet<FiscalYear> {
    let to_date = readings.to_date().map(|(month, _)| calendar.year_of(month));
    let whole = readings.iter().filter_map(|(period, _)| period.as_fiscal_year());
    to_date.chain(whole).collect()
}

/// Months of a year in a row that lack, by their places: one, or several that are known together alone.
#[derive(Clone)]
struct Lacking<'a> {
    readings: &'a Readings,
    calendar: &'a FiscalCalendar,
    months: [Month; 12],
    places: std::ops::Range<usize>,
}

impl<'a> Lacking<'a> {
    /// From the totals that lie nearest together.
    fn derive(&self, year: FiscalYear) -> Result<Option<(Reading, Derivation)>> {
        let around = |(total, before): &(Anchor<'_>, Option<Anchor<'_>>)| {
            total.months >= self.places.end && before.is_none_or(|before| before.months <= self.places.start)
        };
        for (total, before) in self.pairs(year).into_iter().filter(around) {
            if let Some(reading) = self.between(total, before)? {
                return Ok(Some((reading, self.derivation(total, before))));
            }
        }
        Ok(None)
    }

    fn derivation(&self, total: Anchor<'_>, before: Option<Anchor<'_>>) -> Derivation {
        Derivation {
            total: total.period,
            after: before.and_then(|before| before.period.as_month()),
            months: total.months - before.map_or(0, |before| before.months) - self.places.len(),
        }
    }

    /// Each total of the year, with each earlier one and with none; those that lie nearest together come first.
    fn pairs(&self, year: FiscalYear) -> Vec<(Anchor<'a>, Option<Anchor<'a>>)> {
        let anchors = self.anchors(year);
        let mut pairs = Vec::new();
        for total in &anchors {
            let earlier = anchors.iter().filter(|before| before.months < total.months).copied();
            pairs.extend(earlier.map(Some).chain([None]).map(|before| (*total, before)));
        }
        pairs.sort_by_key(|(total, before)| total.months - before.map_or(0, |before| before.months));
        pairs
    }

    fn anchors(&self, year: FiscalYear) -> Vec<Anchor<'a>> {
        let to_date = self.months.into_iter().enumerate().filter_map(|(place, month)| {
            Some(Anchor {
                months: place + 1,
                period: month.into(),
                reading: self.readings.through(month)?,
            })
        });
        let whole = self.readings.get(year).map(|reading| Anchor {
            months: 12,
            period: year.into(),
            reading,
        });
        to_date.chain(whole).filter(|anchor| !anchor.reading.derived).collect()
    }

    /// What they brought, as one total less another and less the other months between; none where one of these lacks, or
    /// where they are not of one line of publication.
    fn between(&self, total: Anchor<'_>, before: Option<Anchor<'_>>) -> Result<Option<Reading>> {
        let first = before.map_or(0, |before| before.months);
        let places = (first..total.months).filter(|place| !self.places.contains(place));
        let known: Option<Vec<(Month, &Reading)>> = places
            .map(|place| Some((self.months[place], self.readings.observed(self.months[place])?)))
            .collect();
        let Some(known) = known else { return Ok(None) };
        if !self.is_one_line(total, before, &known) {
            return Ok(None);
        }
        let mut value = total.reading.value;
        let parts = || {
            before
                .iter()
                .map(|it| it.reading)
                .chain(known.iter().map(|(_, reading)| *reading))
        };
        for part in parts() {
            value = value.checked_sub(part.value)?;
        }
        let totals = before.iter().map(|it| it.reading).chain([total.reading]);
        let of_totals: f64 = totals.map(|reading| rounding(reading.value, true)).sum();
        let of_months: f64 = known.iter().map(|(_, reading)| rounding(reading.value, false)).sum();
        let in_doubt = of_totals + of_months;
        let same_sign = self.readings.months().all(|(_, other)| other.value.to_f64() > 0.0);
        let size = value.to_f64();
        if in_doubt > MOST_ROUNDING * size.abs() || (same_sign && size <= 0.0) {
            return Ok(None);
        }
        let newest = parts()
            .chain([total.reading])
            .max_by_key(|it| it.published.known_from());
        let newest = newest.unwrap_or(total.reading);
        Ok(Some(Reading {
            value,
            status: Status::Derived,
            outturn: true,
            observation: total.reading.observation,
            source: total.reading.source,
            published: newest.published,
            provisional: false,
            revised_from: None,
            derived: true,
            disagreement: false,
        }))
    }

    /// A month of the earlier total was revised after that and no later than the other: their difference would have the
    /// revision too. November 2024 went from 324 to 310 between the totals to November and to January.
    fn is_outdated(&self, total: Anchor<'_>, before: Option<Anchor<'_>>) -> bool {
        let day = |reading: &Reading| reading.published.known_from();
        before.is_some_and(|before| {
            let between = |month: &Reading| day(month) > day(before.reading) && day(month) <= day(total.reading);
            let held = self.months.iter().take(before.months);
            held.filter_map(|month| self.readings.get(*month))
                .any(|month| month.revised_from.is_some() && between(month))
        })
    }

    fn is_one_line(&self, total: Anchor<'_>, before: Option<Anchor<'_>>, known: &[(Month, &Reading)]) -> bool {
        let day = |reading: &Reading| reading.published.known_from();
        let age = |period: Period, reading: &Reading| (day(reading) - self.calendar.end_of(period)).get_days();
        let total_age = age(total.period, total.reading);
        let of_one = before.is_none_or(|before| {
            day(before.reading) == day(total.reading)
                || (age(before.period, before.reading) - total_age).abs() <= SAME_AGE
        });
        let is_held = known.iter().all(|(_, month)| day(month) <= day(total.reading));
        // A total that is revised long after its months holds their revisions, which they do not.
        let ages = known.iter().map(|(month, reading)| age((*month).into(), reading));
        let oldest = ages
            .chain(before.map(|before| age(before.period, before.reading)))
            .max();
        of_one
            && is_held
            && !self.is_outdated(total, before)
            && oldest.is_none_or(|oldest| total_age - oldest <= SAME_AGE)
    }
}

/// As far as rounding may have moved a number: half of one of its last digit. Zeros at the end of a total are taken for
/// rounding where two or more follow no more than two digits: 3,800, and not 3,810.
fn rounding(value: Decimal, is_total: bool) -> f64 {
    let half_of = |power: i32| {
        let step = if power < 0 { 0.1 } else { 10.0 };
        (0..power.abs()).fold(0.5, |half, _| half * step)
    };
    let power = value.last_digit();
    let is_rough = is_total && power > 1 && value.to_f64().abs() < 200.0 * half_of(power);
    half_of(if is_rough { power } else { power.min(0) })
}
