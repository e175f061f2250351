//! Writes a package of so many observations in every format into a folder, and tells how long each took: for measuring,
//! and for the judges of `tests/outside`. The same count gives the same content.
//!
//! `cargo run --release -p hadaf-export --example export -- FOLDER OBSERVATIONS`

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use hadaf_core::{
    Basis, Claim, ClaimKind, Decimal, FiscalCalendar, FiscalYear, Frequency, Measure, Month, Period, Published, Sector,
    SectorId, Series, SeriesId, Source, SourceId, Status,
};
use hadaf_export::{
    ExportFormat, ExportLabels, ExportedFigure, ExportedSeries, ExportedValue, ExportedYear, Package, PathOfTarget,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};

const SERIES: usize = 100;
const MONTHS: usize = 240;
const SOURCES: i64 = 2_000;
const SEEN: Date = date(2026, 11, 23);

/// What somebody may have typed: in notes and titles, so that every judge meets it.
const TYPED: [&str; 8] = [
    "=cmd|' /C calc'!A0",
    "+1, \"quoted\"; <b>&amp;</b>",
    "two\nlines",
    "-2+3",
    "@SUM(A1)",
    "برآمدات 🙂",
    "tab\tinside",
    "_x0041_ and nul\0",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: export FOLDER OBSERVATIONS".into());
    };
    std::fs::create_dir_all(&folder)?;
    let package = package(count.parse()?)?;
    let mut out = std::io::stdout();
    for format in ExportFormat::ALL {
        let start = Instant::now();
        let written = format.write(&package, &ExportLabels::bare())?;
        let (taken, size) = (start.elapsed(), written.bytes.len());
        writeln!(
            out,
            "{:12} {:8.0} ms {:10} bytes",
            format.as_str(),
            taken.as_secs_f64() * 1e3,
            size
        )?;
        let name = format!("{}.{}", format.as_str(), format.extension());
        std::fs::write(Path::new(&folder).join(name), written.bytes)?;
    }
    Ok(())
}

fn package(count: usize) -> Result<Package, Box<dyn Error>> {
    let series = (0..SERIES).map(|number| series(number, count));
    Ok(Package {
        name: "Services exports".into(),
        currency: "USD".parse()?,
        calendar: FiscalCalendar::new(7)?,
        as_of: date(2026, 11, 27),
        sectors: vec![Sector {
            id: SectorId::new("services")?,
            title: "Services".into(),
            parent: None,
            ebops: Some("S".into()),
            position: 0,
        }],
        series: series.collect::<Result<_, _>>()?,
        sources: (1..=SOURCES).map(source).collect(),
        claims: vec![claim()?],
        licences: Vec::new(),
    })
}

/// The observations of one series: 240 months, then years, quarters, totals to date, and later releases of all of them.
fn series(number: usize, count: usize) -> Result<ExportedSeries, Box<dyn Error>> {
    let own = count / SERIES + usize::from(number < count % SERIES);
    let periods = periods()?;
    let first = Month::new(2005, 7)?;
    let mut values = Vec::with_capacity(own);
    for place in 0..own {
        let (period, basis) = periods[place % periods.len()];
        let release = place / periods.len();
        let cents = i64::try_from(1_000 * (number + 1) + 7 * place)?;
        let later = i32::try_from(place % MONTHS + 2 + release)?;
        values.push(ExportedValue {
            period,
            basis,
            value: Some(Decimal::new(cents, 2)?),
            status: Some(if release == 0 { Status::First } else { Status::Revised }),
            published: Published::on(first.plus(later).first_day()),
            source: SourceId(i64::try_from(place)? % SOURCES + 1),
            note: if place % 50 == 0 {
                TYPED[place / 50 % TYPED.len()].into()
            } else {
                String::new()
            },
        });
    }
    let figures = values
        .iter()
        .take(periods.len())
        .filter(|value| value.basis == Basis::Period);
    let figures = figures.filter_map(|value| {
        Some(ExportedFigure {
            period: value.period,
            value: value.value?,
            provisional: value.period == Period::Month(first.plus(3)),
        })
    });
    let figures = figures.collect();
    let title = format!("Series {number} {}", TYPED[number % TYPED.len()]);
    Ok(ExportedSeries {
        series: Series {
            id: SeriesId::new(&format!("series_{number}"))?,
            sector: SectorId::new("services")?,
            title,
            unit: "USD million".parse()?,
            frequency: Frequency::Month,
            measure: Measure::Flow,
            places: 2,
            part_of_total: number > 0,
            position: 0,
            origin: String::new(),
            note: String::new(),
            archived: false,
            formula: None,
        },
        values,
        figures,
        years: years()?,
        target: (number == 0).then(|| PathOfTarget {
            title: "Target".into(),
            months: (0..12).map(|later| (first.plus(228 + later), 30.25)).collect(),
        }),
    })
}

fn periods() -> Result<Vec<(Period, Basis)>, Box<dyn Error>> {
    let first = Month::new(2005, 7)?;
    let months = (0..MONTHS).map(|later| (Period::Month(first.ahead(later)), Basis::Period));
    let to_date = (0..12).map(|later| (Period::Month(first.plus(later)), Basis::ToDate));
    let mut periods: Vec<(Period, Basis)> = months.chain(to_date).collect();
    for year in FiscalYear::range(FiscalYear::new(2006)?..=FiscalYear::new(2010)?) {
        periods.push((Period::FiscalYear(year), Basis::Period));
        periods.push((format!("{:04}-Q3", year.year()).parse()?, Basis::Period));
    }
    Ok(periods)
}

fn years() -> Result<Vec<ExportedYear>, Box<dyn Error>> {
    let years = FiscalYear::range(FiscalYear::new(2006)?..=FiscalYear::new(2025)?);
    let year = |fiscal_year: FiscalYear| ExportedYear {
        fiscal_year,
        value: Decimal::from(i32::from(fiscal_year.year()) * 2 - 3_000),
        basis: "sum of twelve months".into(),
        months: 12,
        growth_percent: Some(4.25),
        target: (fiscal_year.year() > 2020).then(|| Decimal::from(1_100)),
    };
    Ok(years.map(year).collect())
}

fn source(number: i64) -> Source {
    let typed = TYPED[usize::try_from(number).expect("above zero") % TYPED.len()];
    Source {
        id: SourceId(number),
        title: format!("{typed} {number}"),
        publisher: "State Bank".into(),
        address: format!("https://example.org/{number}?a=1&b=2"),
        page: String::new(),
        retrieved: Some(SEEN),
        file_hash: None,
        note: typed.into(),
    }
}

fn claim() -> Result<Claim, Box<dyn Error>> {
    Ok(Claim {
        id: "T1".parse()?,
        series: SeriesId::new("series_0")?,
        kind: ClaimKind::Target,
        fiscal_year: Some(FiscalYear::new(2025)?),
        value: "1.1".parse()?,
        value_high: None,
        unit: "USD billion".parse()?,
        announced: None,
        announced_approx: Some("before July 2025".into()),
        announced_latest: Some(date(2025, 6, 30)),
        seen: SEEN,
        maker: "=Ministry".into(),
        office: String::new(),
        conditions: String::new(),
        note: String::new(),
        source: SourceId(1),
        page: String::new(),
        quote: String::new(),
        official: true,
        standing: 3,
        not_scorable: None,
        entered_by: String::new(),
        entered_at: Timestamp::UNIX_EPOCH,
    })
}
