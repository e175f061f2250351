//! SDMX-CSV 2.0 (SDMX 3.0): one row, one observation, every column a component of one structure.
//!
//! The observations of a series and period are told apart by `RELEASE`, counted in the order in which they became
//! known, since SDMX wants a key for each. Periods of a fiscal year are reporting periods: SDMX names a reporting year by
//! the calendar year in which it starts, and says in `REPORTING_YEAR_START_DAY` on which day. So FY2026 of July 2025 to
//! June 2026 is `2025-A1` with `--07-01`, and its first quarter `2025-Q1`. A total to date is a time range, such as
//! `2025-07-01/P5M`.

use std::collections::BTreeMap;

use hadaf_core::{Basis, FiscalCalendar, LongRow, Period, Scale, Status, Unit, guarded};

use crate::{ExportedSeries, Package, Result};

/// The structure that the columns are of; agency, id and version, as SDMX writes them.
const STRUCTURE_ID: &str = "HADAF:SERIES(1.0.0)";

const COLUMNS: [&str; 25] = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    // Dimensions.
    "FREQ",
    "SERIES",
    "BASIS",
    "RELEASE",
    "TIME_PERIOD",
    // The measure.
    "OBS_VALUE",
    // Attributes.
    "OBS_STATUS",
    "UNIT_MEASURE",
    "UNIT_MULT",
    "DECIMALS",
    "REPORTING_YEAR_START_DAY",
    "STATUS",
    "PUBLISHED",
    "DATED",
    "SEEN",
    "TITLE",
    "REF_SECTOR_EBOPS",
    "MEASURE_KIND",
    "SOURCE",
    "PUBLISHER",
    "ADDRESS",
    "COMMENT_OBS",
];

/// Writes every published value.
pub(crate) fn write(package: &Package) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for series in &package.series {
        let about = SeriesColumns::of(package, series);
        let mut releases: BTreeMap<(Period, Basis), usize> = BTreeMap::new();
        for value in &series.values {
            let release = releases.entry((value.period, value.basis)).or_default();
            *release += 1;
            writer.write_record(about.record(&package.row(series, value), *release))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// What is the same in every row of a series.
struct SeriesColumns<'a> {
    calendar: FiscalCalendar,
    title: String,
    ebops: &'a str,
    measure: &'static str,
    unit: String,
    multiplier: String,
    year_start: String,
}

impl<'a> SeriesColumns<'a> {
    fn of(package: &'a Package, series: &'a ExportedSeries) -> Self {
        let sector = package.sectors.iter().find(|sector| sector.id == series.series.sector);
        let (unit, scale) = measured(series.series.unit);
        let start = package.calendar.start_month();
        Self {
            calendar: package.calendar,
            title: guarded(&series.series.title).into_owned(),
            ebops: sector.and_then(|sector| sector.ebops.as_deref()).unwrap_or_default(),
            measure: series.series.measure.as_str(),
            unit,
            multiplier: scale.power().to_string(),
            year_start: if package.calendar.is_calendar_year() {
                String::new()
            } else {
                format!("--{start:02}-01")
            },
        }
    }

    fn record(&self, row: &LongRow<'_>, release: usize) -> [String; COLUMNS.len()] {
        [
            "dataflow".into(),
            STRUCTURE_ID.into(),
            "I".into(),
            frequency(row.period).into(),
            row.series.to_string(),
            if row.basis.is_to_date() { "TO_DATE" } else { "PERIOD" }.into(),
            release.to_string(),
            time_period(row.period, row.basis, &self.calendar),
            row.value.map(|value| value.to_string()).unwrap_or_default(),
            observation_status(row).into(),
            self.unit.clone(),
            self.multiplier.clone(),
            row.value.map(|value| value.places().to_string()).unwrap_or_default(),
            self.year_start.clone(),
            row.status.map_or("", Status::as_str).into(),
            row.published.date.map(|date| date.to_string()).unwrap_or_default(),
            row.dated().into(),
            row.published.seen.to_string(),
            self.title.clone(),
            guarded(self.ebops).into_owned(),
            self.measure.into(),
            guarded(row.source).into_owned(),
            guarded(row.publisher).into_owned(),
            guarded(row.address).into_owned(),
            guarded(row.note).into_owned(),
        ]
    }
}

/// The code of `CL_FREQ`.
fn frequency(period: Period) -> &'static str {
    match period {
        Period::Month(_) => "M",
        Period::Quarter(_) => "Q",
        Period::FiscalYear(_) => "A",
    }
}

/// A period as SDMX writes it.
fn time_period(period: Period, basis: Basis, calendar: &FiscalCalendar) -> String {
    let year = calendar.fiscal_year_of(period);
    let reporting_year = calendar.first_month(year).year();
    match (period, basis) {
        (Period::Month(month), Basis::ToDate) => {
            let first = calendar.first_month(year);
            format!("{first}-01/P{}M", month.since(first) + 1)
        }
        (Period::Month(month), Basis::Period) => month.to_string(),
        (Period::Quarter(quarter), _) => format!("{reporting_year:04}-Q{}", quarter.number()),
        (Period::FiscalYear(_), _) => format!("{reporting_year:04}-A1"),
    }
}

/// The code of `CL_OBS_STATUS`: M missing, P provisional, E estimated, I imputed from other figures, A normal.
fn observation_status(row: &LongRow<'_>) -> &'static str {
    match (row.value, row.status) {
        (None, _) => "M",
        (_, Some(Status::First)) => "P",
        (_, Some(Status::Estimate)) => "E",
        (_, Some(Status::Derived)) => "I",
        _ => "A",
    }
}

/// The code of the unit, and by which power of ten it is multiplied.
fn measured(unit: Unit) -> (String, Scale) {
    match unit {
        Unit::Money { currency, scale } => (currency.to_string(), scale),
        Unit::Percent => ("PT".into(), Scale::One),
        Unit::Count => ("PN".into(), Scale::One),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_periods_are_reporting_periods_of_the_year_in_which_they_start() {
        let july = FiscalCalendar::new(7).unwrap();
        let january = FiscalCalendar::new(1).unwrap();
        let cases = [
            (&july, "2025-11", Basis::Period, "2025-11"),
            (&july, "2025-11", Basis::ToDate, "2025-07-01/P5M"),
            (&july, "2026-06", Basis::ToDate, "2025-07-01/P12M"),
            (&july, "2026-Q1", Basis::Period, "2025-Q1"),
            (&july, "2026-Q4", Basis::Period, "2025-Q4"),
            (&july, "FY2026", Basis::Period, "2025-A1"),
            (&january, "2026-Q1", Basis::Period, "2026-Q1"),
            (&january, "FY2026", Basis::Period, "2026-A1"),
            (&january, "2026-03", Basis::ToDate, "2026-01-01/P3M"),
        ];
        for (calendar, period, basis, expected) in cases {
            assert_eq!(time_period(period.parse().unwrap(), basis, calendar), expected);
        }
    }

    #[test]
    fn units_have_codes_and_powers_of_ten() {
        let cases = [
            ("USD million", "USD", 6),
            ("PKR", "PKR", 0),
            ("percent", "PT", 0),
            ("count", "PN", 0),
        ];
        for (unit, code, power) in cases {
            let (found, scale) = measured(unit.parse().unwrap());
            assert_eq!((found.as_str(), scale.power()), (code, power));
        }
    }
}
