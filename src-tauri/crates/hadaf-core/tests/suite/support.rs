//! What the tests share.

use std::collections::BTreeMap;

use hadaf_core::{
    AsOf, Basis, Claim, ClaimId, Decimal, FiscalCalendar, FiscalYear, Frequency, Lineage, Measure, Month, Observation,
    ObservationId, Period, Published, Series, SeriesId, SourceId, Status,
};
use jiff::Timestamp;
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

pub(crate) fn entered() -> Timestamp {
    "2026-11-23T00:00:00Z".parse().unwrap()
}

/// A day within FY2026, whether it starts in April or in July.
pub(crate) const DURING: Date = jiff::civil::date(2026, 1, 31);

/// All that is known, read on that day.
pub(crate) const LATEST: AsOf = AsOf::Latest(jiff::civil::date(2026, 11, 23));

/// As of a day; empty: all that is known.
pub(crate) fn as_of(text: &str) -> AsOf {
    if text.is_empty() { LATEST } else { AsOf::Day(day(text)) }
}

/// An observation; an empty date is unknown.
pub(crate) fn observation(id: i64, period: &str, value: &str, status: Status, published: &str) -> Observation {
    let published = match published {
        "" => Published::undated(collected()),
        text => Published {
            date: Some(day(text)),
            approximate: false,
            seen: collected(),
        },
    };
    Observation {
        id: ObservationId(id),
        series: SeriesId::new("ict_total").unwrap(),
        period: period.parse::<Period>().unwrap(),
        basis: Basis::Period,
        value: decimal(value),
        status: Some(status),
        published,
        source: SourceId(1),
        note: String::new(),
        entered_by: "test".into(),
        entered_at: entered(),
        preferred: false,
    }
}

/// The observations of Pakistan's IT exports, monthly, annual and calculated, with the reading rules' dates.
pub(crate) fn ict_total() -> Vec<Observation> {
    let rows = include_str!("../fixtures/ict_total.csv").lines().skip(1).enumerate();
    rows.map(|(index, line)| {
        let cells: Vec<&str> = line.split(',').collect();
        let mut read = observation(
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

/// Rows of a CSV text with quoted cells, as maps from heading to cell.
fn csv(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = text.lines().map(|line| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for character in line.chars() {
            match character {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                other => cells.last_mut().unwrap().push(other),
            }
        }
        cells
    });
    let heading = rows.next().unwrap();
    rows.map(|row| heading.iter().cloned().zip(row).collect()).collect()
}

/// The claims of the sample about one series.
pub(crate) fn sample_claims(series: &str) -> Vec<Claim> {
    let rows = csv(include_str!(
        "../../../../../assets/samples/pakistan-it-exports/claims.csv"
    ));
    rows.into_iter()
        .filter(|row| row["series"] == series)
        .map(|row| {
            let some = |column: &str| Some(row[column].clone()).filter(|cell| !cell.is_empty());
            Claim {
                id: claim_id(&row["id"]),
                series: SeriesId::new(series).unwrap(),
                kind: row["kind"].parse().unwrap(),
                fiscal_year: some("fiscal_year").map(|cell| cell.parse().unwrap()),
                value: decimal(&row["value"]),
                value_high: some("value_high").map(|cell| decimal(&cell)),
                unit: "USD million".parse().unwrap(),
                announced: some("announced").map(|cell| day(&cell)),
                announced_approx: some("announced_approx"),
                announced_latest: some("announced_latest").map(|cell| day(&cell)),
                seen: collected(),
                maker: row["maker"].clone(),
                office: row["office"].clone(),
                conditions: row["conditions"].clone(),
                note: String::new(),
                source: SourceId(row["source"].parse().unwrap()),
                page: String::new(),
                quote: String::new(),
                official: row["official"] == "1",
                standing: row["standing"].parse().unwrap(),
                not_scorable: some("not_scorable"),
                entered_by: String::new(),
                entered_at: entered(),
            }
        })
        .collect()
}

/// How the claims of the sample hang together.
pub(crate) fn sample_lineage() -> Vec<Lineage> {
    let rows = csv(include_str!(
        "../../../../../assets/samples/pakistan-it-exports/lineage.csv"
    ));
    let link = |row: BTreeMap<String, String>| Lineage {
        from: claim_id(&row["from"]),
        to: claim_id(&row["to"]),
        kind: row["kind"].parse().unwrap(),
    };
    rows.into_iter().map(link).collect()
}

/// The series of Pakistan's IT exports.
pub(crate) fn ict_series() -> Series {
    Series {
        id: SeriesId::new("ict_total").unwrap(),
        sector: "ict".parse().unwrap(),
        title: "ICT".into(),
        unit: "USD million".parse().unwrap(),
        frequency: Frequency::Month,
        measure: Measure::Flow,
        places: 0,
        part_of_total: false,
        position: 0,
        origin: String::new(),
        note: String::new(),
        archived: false,
        formula: None,
    }
}
