//! Writes a large workspace for measuring: 100 series over 240 months, the rest later vintages,
//! 2,195 sources and 500 claims. The same count gives the same content.
//!
//! `cargo run --release --example large -- FILE OBSERVATIONS`

use std::error::Error;
use std::path::Path;

use hadaf_core::{
    Basis, Claim, ClaimKind, Decimal, FiscalCalendar, FiscalYear, Frequency, Holidays, Measure, Month, Observation,
    ObservationId, Published, Sector, Series, Source, SourceId, Status,
};
use hadaf_store::{Access, Change, Existing, Workspace, WorkspaceInfo};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

const SERIES: usize = 100;
const MONTHS: usize = 240;
const SOURCES: usize = 2195;
const CLAIMS: usize = 500;

/// As many as one import takes.
const ROWS_IN_ONE_CHANGE: usize = 50_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: large FILE OBSERVATIONS".into());
    };
    write(Path::new(&path), count.parse()?)
}

fn write(path: &Path, observations: usize) -> Result<(), Box<dyn Error>> {
    let now: Timestamp = "2026-04-01T09:00:00Z".parse()?;
    let info = WorkspaceInfo {
        name: format!("{observations} observations"),
        currency: "USD".parse()?,
        calendar: FiscalCalendar::new(7)?,
        created: now,
        holidays: Holidays::NONE,
    };
    drop(Workspace::build::<Box<dyn Error>>(
        path,
        &info,
        Existing::Replace,
        |change| frame(change, now),
    )?);
    let mut workspace = Workspace::open(path, Access::Write)?;
    for first in (0..observations).step_by(ROWS_IN_ONE_CHANGE) {
        let rows = first..(first + ROWS_IN_ONE_CHANGE).min(observations);
        workspace.change::<_, Box<dyn Error>>("Import", now, "Bench", |change| {
            for number in rows {
                change.add(&observation(number, now)?)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// All but the observations.
fn frame(change: &Change<'_>, now: Timestamp) -> Result<(), Box<dyn Error>> {
    for number in 0..SERIES {
        let id = name(number);
        change.put(&Sector {
            id: id.parse()?,
            title: format!("Sector {number}"),
            // A tree of three levels: one root, nine below it, ten below each of these.
            parent: match number {
                0 => None,
                1..10 => Some(name(0).parse()?),
                _ => Some(name(number / 10).parse()?),
            },
            ebops: None,
            position: number as i64,
        })?;
        change.put(&Series {
            id: id.parse()?,
            sector: id.parse()?,
            title: format!("Exports of sector {number}"),
            unit: "USD million".parse()?,
            frequency: Frequency::Month,
            measure: Measure::Flow,
            places: 0,
            part_of_total: false,
            position: number as i64,
            origin: "Central bank".into(),
            note: String::new(),
            archived: false,
            formula: None,
        })?;
    }
    for number in 0..SOURCES {
        change.add(&Source {
            id: SourceId::NEW,
            title: format!("Release {number}"),
            publisher: format!("Publisher {}", number % 40),
            address: format!("https://example.org/{number}"),
            page: String::new(),
            retrieved: None,
            file_hash: None,
            note: String::new(),
        })?;
    }
    (0..CLAIMS).try_for_each(|number| Ok(change.put(&claim(number, now)?)?))
}

fn name(number: usize) -> String {
    format!("s{number:02}")
}

fn source(number: usize) -> SourceId {
    SourceId(1 + (number % SOURCES) as i64)
}

/// The n-th of all: series by series for a month, months back from the newest, then all of it again
/// as a later vintage.
fn observation(number: usize, now: Timestamp) -> Result<Observation, Box<dyn Error>> {
    let (series, back, vintage) = (number % SERIES, number / SERIES % MONTHS, number / (SERIES * MONTHS));
    let month: Month = "2026-02".parse::<Month>()?.plus(-i32::try_from(back)?);
    let published: Date = month.last_day().checked_add((17 + 28 * vintage as i64).days())?;
    Ok(Observation {
        id: ObservationId::NEW,
        series: name(series).parse()?,
        period: month.into(),
        basis: Basis::Period,
        value: value(series, back, vintage)?,
        status: Some(if vintage == 0 { Status::First } else { Status::Revised }),
        published: Published::on(published.min(date(2026, 4, 1))),
        source: source(number / 7 + vintage),
        note: String::new(),
        entered_by: "Bench".into(),
        entered_at: now,
        preferred: false,
    })
}

/// Growth of a per cent a month with a season and some noise; each vintage moves every third one by a little.
fn value(series: usize, back: usize, vintage: usize) -> Result<Decimal, Box<dyn Error>> {
    let age = (MONTHS - back) as f64;
    let season = 1.0 + 0.08 * (age * std::f64::consts::TAU / 12.0).sin();
    let noise = 1.0 + 0.03 * ((series * 7919 + back * 104_729) % 1000) as f64 / 1000.0;
    let moved = if back.is_multiple_of(3) {
        vintage as f64 * 0.004
    } else {
        0.0
    };
    let grown: f64 = (back..MONTHS).map(|_| 1.01).product();
    let level = 600.0 / (1.0 + series as f64) * grown / 11.0;
    let tenths = (level * season * noise * (1.0 + moved) * 10.0).round() as i64;
    Ok(Decimal::new(tenths, 1)?)
}

fn claim(number: usize, now: Timestamp) -> Result<Claim, Box<dyn Error>> {
    let year = FiscalYear::new(2007 + i16::try_from(number / 25)?)?;
    Ok(Claim {
        id: format!("C{number}").parse()?,
        series: name(number * 3 % SERIES).parse()?,
        kind: if number.is_multiple_of(3) {
            ClaimKind::Projection
        } else {
            ClaimKind::Target
        },
        fiscal_year: Some(year),
        value: Decimal::new(500 + 13 * number as i64, 0)?,
        value_high: None,
        unit: "USD million".parse()?,
        announced: Some(date(year.year() - 1, 6, 10)),
        announced_approx: None,
        announced_latest: None,
        seen: date(year.year() - 1, 6, 12),
        maker: format!("Minister {}", number % 12),
        office: "Ministry".into(),
        conditions: String::new(),
        note: String::new(),
        source: source(number),
        page: String::new(),
        quote: String::new(),
        official: true,
        standing: u8::try_from(number % 5)?,
        not_scorable: None,
        entered_by: "Bench".into(),
        entered_at: now,
    })
}
