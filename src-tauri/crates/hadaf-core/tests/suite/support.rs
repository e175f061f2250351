//! What the tests share.

use hadaf_core::{
    ClaimId, Decimal, FiscalCalendar, FiscalYear, Month, Observation, Period, Published, SeriesId, SourceId, Status,
};
use jiff::civil::Date;

/// July to June.
pub(crate) fn july() -> FiscalCalendar {
    FiscalCalendar::new(7).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub(crate) fn year(year: i16) -> FiscalYear {
    FiscalYear::new(year).unwrap()
}

pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

pub(crate) fn claim_id(text: &str) -> ClaimId {
    ClaimId::new(text).unwrap()
}

/// The day on which the sample was collected.
pub(crate) fn collected() -> Date {
    day("2026-11-23")
}

/// A print; an empty date is unknown.
pub(crate) fn print(id: i64, period: &str, value: &str, status: Status, published: &str) -> Observation {
    let published = match published {
        "" => Published::undated(collected()),
        text => Published {
            date: Some(day(text)),
            approximate: false,
            seen: collected(),
        },
    };
    Observation {
        id,
        series: SeriesId::new("ict_total").unwrap(),
        period: period.parse::<Period>().unwrap(),
        through: false,
        value: decimal(value),
        status,
        published,
        source: SourceId(1),
        note: String::new(),
        entered_by: "test".into(),
        entered_at: "2026-11-23T00:00:00Z".into(),
    }
}

/// The prints of Pakistan's IT exports, monthly, annual and calculated, with the reading rules' dates.
pub(crate) fn ict_total() -> Vec<Observation> {
    let rows = include_str!("../fixtures/ict_total.csv").lines().skip(1).enumerate();
    rows.map(|(index, line)| {
        let cells: Vec<&str> = line.split(',').collect();
        let mut read = print(
            i64::try_from(index).unwrap() + 1,
            cells[0],
            cells[1],
            cells[2].parse().unwrap(),
            cells[3],
        );
        read.published.approximate = cells[4] == "about";
        read
    })
    .collect()
}
