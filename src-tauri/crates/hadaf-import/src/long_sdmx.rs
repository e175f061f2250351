//! Our own SDMX-CSV, which says of each value what our long CSV says: the names of its columns, and how it writes periods
//! and units. Periods of a fiscal year are reporting periods, named by the calendar year in which they start.

use hadaf_core::{Currency, FiscalCalendar, Month, Period, Quarter, Scale, Unit};

use crate::Column;

/// The columns that say what our long CSV says.
const NAMES: [(&str, Column); 15] = [
    ("SERIES", Column::Series),
    ("TIME_PERIOD", Column::Period),
    ("BASIS", Column::Through),
    ("OBS_VALUE", Column::Value),
    ("STATUS", Column::Status),
    ("PUBLISHED", Column::Published),
    ("DATED", Column::Dated),
    ("SEEN", Column::Seen),
    ("SOURCE", Column::Source),
    ("PUBLISHER", Column::Publisher),
    ("ADDRESS", Column::Address),
    ("COMMENT_OBS", Column::Note),
    ("TITLE", Column::Title),
    ("UNIT_MEASURE", Column::Unit),
    ("MEASURE_KIND", Column::Measure),
];
/// The columns that the others are read by.
const BESIDE: [&str; 3] = ["UNIT_MULT", "REPORTING_YEAR_START_DAY", "ACTION"];

/// Where the columns stand that the others are read by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SdmxColumns {
    pub(crate) multiplier: usize,
    pub(crate) year_start: usize,
    pub(crate) action: usize,
}

impl SdmxColumns {
    /// Of a file that has all that we write; none where something lacks.
    pub(crate) fn of(names: &[String]) -> Option<Self> {
        let place = |wanted: &str| names.iter().position(|name| name.trim() == wanted);
        let [multiplier, year_start, action] = BESIDE.map(place);
        let has_all = NAMES.iter().all(|(name, _)| place(name).is_some());
        has_all
            .then_some((multiplier?, year_start?, action?))
            .map(|(multiplier, year_start, action)| Self {
                multiplier,
                year_start,
                action,
            })
    }
}

/// What a column means.
pub(crate) fn column(name: &str) -> Option<Column> {
    let found = NAMES.iter().find(|(known, _)| *known == name.trim());
    found.map(|(_, column)| *column)
}

/// Why a period cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SdmxPeriodError {
    /// It is none that we write.
    Unknown,
    /// It is of a fiscal year that starts in another month than that of the workspace.
    OtherYear,
}

/// A period, and whether it runs from the fiscal year's start. The day on which reporting years start is empty where they
/// are calendar years.
pub(crate) fn period(
    text: &str,
    year_start: &str,
    calendar: &FiscalCalendar,
) -> Result<(Period, bool), SdmxPeriodError> {
    if let Ok(month) = text.parse::<Month>() {
        return Ok((month.into(), false));
    }
    if let Some((first, months)) = text.split_once("-01/P") {
        let first: Month = first.parse().map_err(|_| SdmxPeriodError::Unknown)?;
        let months = months.strip_suffix('M').and_then(|months| months.parse::<i32>().ok());
        let months = months
            .filter(|months| (1..=12).contains(months))
            .ok_or(SdmxPeriodError::Unknown)?;
        return match calendar.position(first) {
            0 => Ok((first.plus(months - 1).into(), true)),
            _ => Err(SdmxPeriodError::OtherYear),
        };
    }
    let (year, part) = text.split_once('-').ok_or(SdmxPeriodError::Unknown)?;
    let start = match year_start {
        "" => Some(1),
        day => day
            .strip_prefix("--")
            .and_then(|day| day.strip_suffix("-01")?.parse().ok()),
    };
    let first = year
        .parse()
        .ok()
        .zip(start)
        .and_then(|(year, start)| Month::new(year, start).ok());
    let first = first.ok_or(SdmxPeriodError::Unknown)?;
    if calendar.position(first) != 0 {
        return Err(SdmxPeriodError::OtherYear);
    }
    let year = calendar.year_of(first);
    match part {
        "A1" => Ok((year.into(), false)),
        _ => {
            let number = part.strip_prefix('Q').and_then(|number| number.parse().ok());
            let quarter = number.and_then(|number| Quarter::new(year, number).ok());
            Ok((quarter.ok_or(SdmxPeriodError::Unknown)?.into(), false))
        }
    }
}

/// The unit of its two codes: the currency, `PT` or `PN`, and the power of ten.
pub(crate) fn unit(code: &str, multiplier: &str) -> Option<Unit> {
    let scale = match multiplier {
        "" | "0" => Scale::One,
        "3" => Scale::Thousand,
        "6" => Scale::Million,
        "9" => Scale::Billion,
        _ => return None,
    };
    match code {
        "PT" => (scale == Scale::One).then_some(Unit::Percent),
        "PN" => (scale == Scale::One).then_some(Unit::Count),
        _ => {
            let currency: Currency = code.parse().ok()?;
            Some(Unit::Money { currency, scale })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_those_that_we_write() {
        let july = FiscalCalendar::new(7).unwrap();
        let january = FiscalCalendar::new(1).unwrap();
        for (text, start, calendar, expected) in [
            ("2025-11", "--07-01", &july, Ok(("2025-11", false))),
            ("2025-07-01/P5M", "--07-01", &july, Ok(("2025-11", true))),
            ("2025-07-01/P12M", "--07-01", &july, Ok(("2026-06", true))),
            ("2025-Q4", "--07-01", &july, Ok(("2026-Q4", false))),
            ("2025-A1", "--07-01", &july, Ok(("FY2026", false))),
            ("2025-A1", "", &january, Ok(("FY2025", false))),
            ("2025-A1", "--07-01", &january, Err(SdmxPeriodError::OtherYear)),
            ("2025-07-01/P5M", "--07-01", &january, Err(SdmxPeriodError::OtherYear)),
            ("2025-Q5", "--07-01", &july, Err(SdmxPeriodError::Unknown)),
            ("2025-07-01/P13M", "--07-01", &july, Err(SdmxPeriodError::Unknown)),
            ("2025", "--07-01", &july, Err(SdmxPeriodError::Unknown)),
            ("", "", &july, Err(SdmxPeriodError::Unknown)),
        ] {
            let read = period(text, start, calendar);
            let expected = expected.map(|(period, to_date)| (period.parse().unwrap(), to_date));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn units_are_those_that_we_write() {
        for (code, multiplier, expected) in [
            ("USD", "6", Some("USD million")),
            ("PKR", "0", Some("PKR")),
            ("PT", "0", Some("percent")),
            ("PN", "", Some("count")),
            ("PT", "3", None),
            ("USD", "7", None),
            ("us", "6", None),
        ] {
            let expected = expected.map(|unit| unit.parse().unwrap());
            assert_eq!(unit(code, multiplier), expected, "{code} {multiplier}");
        }
    }
}
