//! The files of `assets/holidays`, read once.

use std::error::Error;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::rule::{Rule, day_number, days_of};
use crate::Month;
use crate::language_table::{LanguageTexts, lines};

macro_rules! file {
    ($file:literal) => {
        include_str!(concat!("../../../../../assets/holidays/", $file))
    };
}

pub(super) static TABLE: LazyLock<HolidaysTable> = LazyLock::new(|| {
    HolidaysTable::read(
        file!("holidays.csv"),
        file!("feasts.csv"),
        file!("dates.csv"),
        file!("sources.csv"),
    )
    .expect("compiled in, and read by the tests of this file")
});

/// A feast or a public holiday.
#[derive(Debug)]
pub struct Feast {
    /// Its word.
    pub id: String,
    /// Offices are closed; else it shortens the day alone.
    pub free: bool,
    /// What stands behind its days, in full.
    pub source: String,
    /// Places of the choices that count it.
    pub(super) holidays: Vec<u8>,
    rule: Rule,
    first: i64,
    days: i64,
    labels: LanguageTexts,
}

impl Feast {
    /// Its name in a language; that of the first language of the table where it has none.
    pub fn label(&self, lang: &str) -> &str {
        self.labels.of(lang)
    }

    /// It falls in other months in other years.
    pub fn moves(&self) -> bool {
        !matches!(self.rule, Rule::Fixed(..))
    }

    /// How many of its days fall in a month.
    pub fn days_in(&self, month: Month) -> u8 {
        let days: i64 = self.spans(month).iter().map(|span| span.end() - span.start() + 1).sum();
        u8::try_from(days).ok().unwrap_or(month.days()).min(month.days())
    }

    /// It is kept on a day.
    pub fn falls_on(&self, day: Date) -> bool {
        let number = number(day);
        self.spans(Month::of(day)).iter().any(|span| span.contains(&number))
    }

    /// Its days in a month, by their numbers.
    pub(super) fn spans(&self, month: Month) -> Vec<RangeInclusive<i64>> {
        let whole = days_of(month);
        let span = |day: i64| {
            let first = day + self.first;
            first.max(*whole.start())..=(first + self.days - 1).min(*whole.end())
        };
        let spans = self.rule.about(month.year()).into_iter().map(span);
        spans.filter(|span| !span.is_empty()).collect()
    }
}

/// A choice of what counts.
#[derive(Debug)]
pub(super) struct HolidaysRow {
    pub(super) id: String,
    /// Weekdays, Monday is 0.
    pub(super) weekend: Vec<u8>,
    pub(super) labels: LanguageTexts,
}

#[derive(Debug)]
pub(super) struct HolidaysTable {
    pub(super) rows: Vec<HolidaysRow>,
    pub(super) feasts: Vec<Feast>,
    /// Which choices there are, one after the other.
    pub(super) known: String,
}

#[derive(Debug, Deserialize)]
struct HolidaysLine {
    id: String,
    weekend: String,
}

#[derive(Debug, Deserialize)]
struct FeastLine {
    id: String,
    holidays: String,
    rule: String,
    at: String,
    first: i64,
    days: i64,
    free: bool,
    source: String,
}

#[derive(Debug, Deserialize)]
struct DateLine {
    feast: String,
    first: Date,
}

#[derive(Debug, Deserialize)]
struct HolidaySourceLine {
    source: String,
    citation: String,
}

type BoxedError = Box<dyn Error>;

impl HolidaysTable {
    fn read(holidays: &str, feasts: &str, dates: &str, sources: &str) -> Result<Self, BoxedError> {
        let row = |(line, labels): (HolidaysLine, LanguageTexts)| -> Result<HolidaysRow, BoxedError> {
            let weekend = line.weekend.split_whitespace().map(weekday).collect::<Result<_, _>>()?;
            let id = line.id;
            Ok(HolidaysRow { id, weekend, labels })
        };
        let rows = lines(holidays, Some("weekend"))?.into_iter().map(row);
        let rows: Vec<HolidaysRow> = rows.collect::<Result<_, BoxedError>>()?;
        // Places are counted in a byte, and the first one counts nothing.
        u8::try_from(rows.len())?;
        if rows
            .first()
            .is_none_or(|row| row.id != "none" || !row.weekend.is_empty())
        {
            return Err("the first choice is none".into());
        }
        let dates: Vec<(DateLine, LanguageTexts)> = lines(dates, None)?;
        let sources: Vec<(HolidaySourceLine, LanguageTexts)> = lines(sources, None)?;
        let feast = |(line, labels): (FeastLine, LanguageTexts)| -> Result<Feast, BoxedError> {
            let place = |id: &str| -> Result<u8, BoxedError> {
                let place = rows.iter().skip(1).position(|row| row.id == id);
                let place = place.ok_or_else(|| format!("{}: no holidays {id}", line.id))?;
                Ok(u8::try_from(place + 1)?)
            };
            let source = sources.iter().find(|(it, _)| it.source == line.source);
            let (source, _) = source.ok_or_else(|| format!("{}: no source {}", line.id, line.source))?;
            if !(1..=31).contains(&line.days) || !(-31..=31).contains(&line.first) {
                return Err(format!("{}: its days are out of bounds", line.id).into());
            }
            Ok(Feast {
                free: line.free,
                source: source.citation.clone(),
                holidays: line
                    .holidays
                    .split_whitespace()
                    .map(place)
                    .collect::<Result<_, BoxedError>>()?,
                rule: rule(&line, &dates)?,
                first: line.first,
                days: line.days,
                labels,
                id: line.id,
            })
        };
        let feasts = lines(feasts, Some("source"))?.into_iter().map(feast);
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        Ok(Self {
            feasts: feasts.collect::<Result<_, BoxedError>>()?,
            known: ids.join(" "),
            rows,
        })
    }
}

fn rule(line: &FeastLine, dates: &[(DateLine, LanguageTexts)]) -> Result<Rule, BoxedError> {
    let month_and_day = || -> Result<(i64, i64), BoxedError> {
        let (month, day) = line.at.split_once('-').ok_or_else(|| format!("{}: no day", line.id))?;
        let (month, day): (i64, i64) = (month.parse()?, day.parse()?);
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
        if !is_day {
            return Err(format!("{}: no day", line.id).into());
        }
        Ok((month, day))
    };
    Ok(match line.rule.as_str() {
        "hijri" => month_and_day().map(|(month, day)| Rule::Hijri(month, day))?,
        "fixed" => month_and_day().map(|(month, day)| Rule::Fixed(month, day))?,
        "easter" => Rule::Easter(line.at.parse()?),
        "listed" => {
            let own = dates.iter().filter(|(date, _)| date.feast == line.id);
            Rule::Listed(own.map(|(date, _)| number(date.first)).collect())
        }
        other => return Err(format!("{}: no rule {other}", line.id).into()),
    })
}

fn number(date: Date) -> i64 {
    day_number(date.year().into(), date.month().into(), date.day().into())
}

/// The number of a weekday, Monday is 0.
fn weekday(name: &str) -> Result<u8, BoxedError> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let place = NAMES.iter().position(|it| *it == name);
    Ok(u8::try_from(place.ok_or_else(|| format!("no weekday {name}"))?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Holidays;

    /// Every choice has its name and, but for none, a weekend and a feast; every feast has its name and days.
    #[test]
    fn the_table_is_whole() {
        for it in Holidays::all() {
            assert_eq!(it.as_str().parse(), Ok(it), "there twice");
            assert!(!it.label("en").is_empty());
            assert_eq!(it.is_none(), it.feasts().next().is_none(), "{it}");
        }
        for feast in &TABLE.feasts {
            assert!(!feast.label("en").is_empty() && !feast.source.is_empty(), "{feast:?}");
            let year = (1..=12).map(|month| Month::new(2024, month).expect("a month"));
            let days: i64 = year.map(|month| i64::from(feast.days_in(month))).sum();
            assert_eq!(days, feast.days, "{} in 2024", feast.id);
            assert!(!feast.holidays.is_empty(), "{} is counted by nobody", feast.id);
        }
    }

    #[test]
    fn a_table_with_a_mistake_is_refused() {
        let head = "id,holidays,rule,at,first,days,free,source,en";
        let read = |line: &str| {
            let holidays = "id,weekend,en\nnone,,None\na,sunday,A\n";
            HolidaysTable::read(
                holidays,
                &format!("{head}\n{line}\n"),
                "feast,first\n",
                "source,citation\ns,S\n",
            )
        };
        assert!(read("f,a,hijri,10-01,0,3,true,s,F").is_ok());
        for line in [
            "f,b,hijri,10-01,0,3,true,s,F",
            "f,a,moon,10-01,0,3,true,s,F",
            "f,a,fixed,13-01,0,3,true,s,F",
            "f,a,fixed,12-25,0,0,true,s,F",
            "f,a,fixed,12-25,0,1,maybe,s,F",
            "f,a,fixed,12-25,0,1,true,t,F",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
