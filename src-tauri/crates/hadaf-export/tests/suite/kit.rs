//! Packages to write.

use hadaf_core::{
    Basis, Claim, ClaimKind, Decimal, FiscalCalendar, FiscalYear, Frequency, Measure, Month, Period, Published, Sector,
    SectorId, Series, SeriesId, Source, SourceId, Status,
};
use hadaf_export::{ExportedFigure, ExportedSeries, ExportedValue, ExportedYear, Licence, Package, PathOfTarget};
use jiff::Timestamp;
use jiff::civil::{Date, date};

pub(crate) const SEEN: Date = date(2026, 11, 23);

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A series of nothing.
pub(crate) fn series(id: &str, title: &str, unit: &str, frequency: Frequency) -> ExportedSeries {
    ExportedSeries {
        series: Series {
            id: SeriesId::new(id).unwrap(),
            sector: SectorId::new("ict").unwrap(),
            title: title.into(),
            unit: unit.parse().unwrap(),
            frequency,
            measure: Measure::Flow,
            places: 0,
            part_of_total: false,
            position: 0,
            origin: "State Bank".into(),
            note: String::new(),
            archived: false,
            formula: None,
        },
        values: Vec::new(),
        figures: Vec::new(),
        years: Vec::new(),
        target: None,
    }
}

/// A published value without any remark, and the figure that is read.
pub(crate) fn publish(series: &mut ExportedSeries, period: &str, value: &str) {
    let period: Period = period.parse().unwrap();
    let value = decimal(value);
    series.values.push(ExportedValue {
        period,
        basis: Basis::Period,
        value: Some(value),
        status: Some(Status::First),
        published: Published::on(date(2026, 1, 19)),
        source: SourceId(1),
        note: String::new(),
    });
    series.figures.push(ExportedFigure {
        period,
        value,
        provisional: false,
    });
}

/// Months with a hole, a revision, a total to date and a withdrawal; quarters; years; a claim.
pub(crate) fn package() -> Package {
    let mut total = series("ict_total", "IT exports", "USD million", Frequency::Month);
    for (period, value) in [("2025-07", "354"), ("2025-08", "337.5"), ("2025-10", "-386.250")] {
        publish(&mut total, period, value);
    }
    total.figures[2].provisional = true;
    let more = |period: &str, basis, value: Option<&str>, status, published| ExportedValue {
        period: period.parse().unwrap(),
        basis,
        value: value.map(decimal),
        status,
        published,
        source: SourceId(2),
        note: "Read off a table".into(),
    };
    let about = Published::about(Month::new(2026, 2).unwrap(), SEEN);
    total.values.extend([
        more("2025-07", Basis::Period, Some("355.10"), Some(Status::Revised), about),
        more("2025-10", Basis::ToDate, Some("1430"), Some(Status::Derived), about),
        more("FY2025", Basis::Period, Some("3810"), None, Published::undated(SEEN)),
        more("2025-12", Basis::Period, None, None, about),
    ]);
    total.years = vec![
        year(2025, "3810", 12, Some("3500")),
        ExportedYear {
            growth_percent: Some(-1.26),
            ..year(2026, "691.5", 2, Some("5200"))
        },
    ];
    let months = (0..12).map(|later| (Month::new(2025, 7).unwrap().plus(later), 5200.0 / 12.0));
    total.target = Some(PathOfTarget {
        title: "Target of the ministry".into(),
        months: months.collect(),
    });
    let mut quarterly = series("freelance", "Freelancers", "PKR billion", Frequency::Quarter);
    publish(&mut quarterly, "2026-Q1", "80.25");
    publish(&mut quarterly, "2026-Q2", "91");
    Package {
        name: "Pakistan's IT exports".into(),
        currency: "USD".parse().unwrap(),
        calendar: FiscalCalendar::new(7).unwrap(),
        as_of: date(2026, 11, 27),
        sectors: vec![Sector {
            id: SectorId::new("ict").unwrap(),
            title: "Telecommunications, computer and information services".into(),
            parent: None,
            ebops: Some("9".into()),
            position: 0,
        }],
        series: vec![total, quarterly],
        sources: vec![
            source(1, "IT exports to January 2026", "https://example.org/a?b=1&c=2"),
            source(2, "Annual report", "javascript:alert(1)"),
        ],
        claims: vec![claim()],
        licences: vec![Licence {
            name: "CC-BY-4.0".into(),
            title: "Creative Commons Attribution 4.0".into(),
            address: "https://creativecommons.org/licenses/by/4.0/".into(),
        }],
    }
}

fn year(year: i16, value: &str, months: u8, target: Option<&str>) -> ExportedYear {
    ExportedYear {
        fiscal_year: FiscalYear::new(year).unwrap(),
        value: decimal(value),
        basis: "published".into(),
        months,
        growth_percent: None,
        target: target.map(decimal),
    }
}

fn source(id: i64, title: &str, address: &str) -> Source {
    Source {
        id: SourceId(id),
        title: title.into(),
        publisher: "State Bank of Pakistan".into(),
        address: address.into(),
        page: String::new(),
        retrieved: Some(SEEN),
        file_hash: None,
        note: String::new(),
    }
}

fn claim() -> Claim {
    Claim {
        id: "T30".parse().unwrap(),
        series: SeriesId::new("ict_total").unwrap(),
        kind: ClaimKind::Target,
        fiscal_year: Some(FiscalYear::new(2026).unwrap()),
        value: decimal("5.2"),
        value_high: None,
        unit: "USD billion".parse().unwrap(),
        announced: Some(date(2025, 7, 1)),
        announced_approx: None,
        announced_latest: None,
        seen: SEEN,
        maker: "Ministry of IT".into(),
        office: String::new(),
        conditions: "An internet that is never off".into(),
        note: String::new(),
        source: SourceId(1),
        page: String::new(),
        quote: String::new(),
        official: true,
        standing: 4,
        not_scorable: None,
        entered_by: String::new(),
        entered_at: Timestamp::UNIX_EPOCH,
    }
}
