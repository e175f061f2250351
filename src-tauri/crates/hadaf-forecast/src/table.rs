//! Many series at once: from a long table to tables of forecasts, as text.

use crate::error::ForecastError;
use crate::forecast::{Forecast, Options, TimeSeries};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use thiserror::Error;

/// Multiples of the last season's sum for which the chance of the next season's is given.
pub const ANNUAL_FACTORS: [f64; 6] = [0.8, 0.9, 1.0, 1.1, 1.2, 1.3];

/// How to read and how far to forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOptions {
    /// Periods in a season.
    pub season: usize,
    /// Periods ahead that are written.
    pub horizon: usize,
    /// Paths per series, for the chances.
    pub paths: usize,
    /// Seed of the paths.
    pub seed: u64,
}

/// Periods of a series that a long table leaves out, amid others. They count as missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableGap {
    /// Which series.
    pub series: String,
    /// The first `t` that is left out.
    pub first: i64,
    /// The last one.
    pub last: i64,
}

/// Two tables in CSV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// `series_id,h,mean,lo80,hi80,lo95,hi95`
    pub forecasts: String,
    /// `series_id,factor,p`: the chance that the next season sums to factor × the last one.
    pub annual: String,
    /// What was left out of the long table, series by series.
    pub gaps: Vec<TableGap>,
}

/// What is wrong with a long table.
#[derive(Debug, Error)]
pub enum TableError {
    /// Not CSV.
    #[error("not a table: {0}")]
    Csv(#[from] csv::Error),
    /// A row has more or fewer cells than there are columns.
    #[error("line {line} has {found} cells, the first line {expected}")]
    Ragged {
        /// Line, from 1.
        line: u64,
        /// Its cells.
        found: u64,
        /// Those of the first line.
        expected: u64,
    },
    /// A column is missing.
    #[error("the table has no column {0}")]
    Column(&'static str),
    /// A cell is no number.
    #[error("line {line}: \u{201c}{text}\u{201d} is not a number")]
    Number {
        /// Line, from 1.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// Two rows give the same period of a series: which one is meant cannot be told.
    #[error("lines {first} and {line} both give series {id} at t = {t}")]
    Twice {
        /// The earlier line, from 1.
        first: u64,
        /// The later one.
        line: u64,
        /// Which series.
        id: String,
        /// Which period.
        t: i64,
    },
    /// A series cannot be forecast.
    #[error("series {id}: {reason}")]
    Series {
        /// Which one.
        id: String,
        /// Why.
        reason: ForecastError,
    },
}

/// Forecasts every series of a long table with the columns `series_id`, `t`, `value` (others are
/// ignored), `t` whole numbers in the order of time. A `t` that is left out, or an empty value, is a
/// missing period.
///
/// # Errors
/// [`TableError`] names the line, the column or the series.
pub fn forecast_table(text: &str, options: &TableOptions) -> Result<Tables, TableError> {
    let mut forecasts = String::from("series_id,h,mean,lo80,hi80,lo95,hi95\n");
    let mut annual = String::from("series_id,factor,p\n");
    let mut gaps = Vec::new();
    for (id, rows) in read(text)? {
        let values = evenly(&rows);
        gaps.extend(left_out(&id, &rows));
        let series = TimeSeries::of(&values, options.season);
        let fit = Options {
            horizon: options.horizon.max(options.season),
            paths: options.paths,
            seed: options.seed,
        };
        let forecast = Forecast::fit(&series, &fit).map_err(|reason| TableError::Series { id: id.clone(), reason })?;
        for h in 1..=options.horizon {
            let q = |p| forecast.quantile(h, p);
            // Writing to a string cannot fail.
            let _ = writeln!(
                forecasts,
                "{id},{h},{},{},{},{},{}",
                forecast.mean(h),
                q(0.1),
                q(0.9),
                q(0.025),
                q(0.975)
            );
        }
        let last: f64 = values.iter().rev().take(options.season).flatten().sum();
        for factor in ANNUAL_FACTORS {
            if let Some(p) = forecast.probability_total_at_least(1..=options.season, factor * last) {
                let _ = writeln!(annual, "{id},{factor},{p:.5}");
            }
        }
    }
    Ok(Tables {
        forecasts,
        annual,
        gaps,
    })
}

/// Lines and values of one series, by their `t`.
type TableRows = BTreeMap<i64, (u64, Option<f64>)>;

/// Series of the table in the order in which they appear.
fn read(text: &str) -> Result<Vec<(String, TableRows)>, TableError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let column = |name: &'static str| {
        headers
            .iter()
            .position(|header| header.trim() == name)
            .ok_or(TableError::Column(name))
    };
    let (id, time, value) = (column("series_id")?, column("t")?, column("value")?);
    let mut order: Vec<String> = Vec::new();
    let mut rows: BTreeMap<String, TableRows> = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(ragged)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: usize| record.get(at).unwrap_or("").trim();
        let wrong = |at: usize| TableError::Number {
            line,
            text: cell(at).to_owned(),
        };
        let t: i64 = cell(time).parse().map_err(|_| wrong(time))?;
        let number = match cell(value) {
            "" => None,
            text => Some(text.parse().map_err(|_| wrong(value))?),
        };
        let known = rows.entry(cell(id).to_owned()).or_insert_with(|| {
            order.push(cell(id).to_owned());
            BTreeMap::new()
        });
        if let Some((first, _)) = known.insert(t, (line, number)) {
            let id = cell(id).to_owned();
            return Err(TableError::Twice { first, line, id, t });
        }
    }
    let of = |id: String| rows.remove(&id).map(|of| (id, of));
    Ok(order.into_iter().filter_map(of).collect())
}

/// A row of another length is told as one; whatever else is wrong, it is no CSV.
fn ragged(error: csv::Error) -> TableError {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => TableError::Ragged {
            line: pos.as_ref().map_or(0, csv::Position::line),
            found: *len,
            expected: *expected_len,
        },
        _ => error.into(),
    }
}

/// The runs of `t` that have no row amid those that have one.
fn left_out(id: &str, rows: &TableRows) -> Vec<TableGap> {
    let gap = |(before, after): (&i64, &i64)| {
        let (first, last) = (before.saturating_add(1), after.saturating_sub(1));
        (first <= last).then(|| TableGap {
            series: id.to_owned(),
            first,
            last,
        })
    };
    rows.keys().zip(rows.keys().skip(1)).filter_map(gap).collect()
}

/// Values one per period, `None` where one is missing. A gap beyond any history that is used is cut short.
fn evenly(rows: &TableRows) -> Vec<Option<f64>> {
    const LONGEST_GAP: i64 = 1000;
    let mut values = Vec::with_capacity(rows.len());
    let mut next = None;
    for (&t, &(_, value)) in rows {
        let gap = next.map_or(0, |next: i64| t.saturating_sub(next).min(LONGEST_GAP));
        values.extend((0..gap).map(|_| None));
        values.push(value);
        next = Some(t.saturating_add(1));
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_empty_cells_are_missing_periods() {
        let read = read("series_id,t,value\nb,1,2\nb,3,\nb,6,4\na,1,7\n").expect("a table");
        let (id, rows) = &read[0];
        assert_eq!(
            (id.as_str(), evenly(rows)),
            ("b", vec![Some(2.0), None, None, None, None, Some(4.0)])
        );
        let gaps: Vec<(i64, i64)> = left_out(id, rows).iter().map(|gap| (gap.first, gap.last)).collect();
        assert_eq!(
            gaps,
            [(2, 2), (4, 5)],
            "an empty cell says itself that nothing is known"
        );
        assert_eq!(read[1].0, "a");
        assert!(left_out("a", &read[1].1).is_empty());
    }

    #[test]
    fn what_is_wrong_is_named() {
        let options = TableOptions {
            season: 12,
            horizon: 3,
            paths: 100,
            seed: 1,
        };
        let message = |text: &str| forecast_table(text, &options).err().map(|e| e.to_string());
        assert_eq!(
            message("series_id,t\na,1\n").as_deref(),
            Some("the table has no column value")
        );
        assert_eq!(
            message("series_id,t,value\na,1,x\n").as_deref(),
            Some("line 2: \u{201c}x\u{201d} is not a number")
        );
        // Also where both say the same: one of them stands in a wrong place.
        for second in ["9", "1", ""] {
            assert_eq!(
                message(&format!("series_id,t,value\na,1,1\nb,1,4\na,2,5\na,1,{second}\n")).as_deref(),
                Some("lines 2 and 5 both give series a at t = 1"),
                "{second}"
            );
        }
        assert_eq!(
            message("series_id,t,value\na,1,1\nb,2\n").as_deref(),
            Some("line 3 has 2 cells, the first line 3")
        );
        assert_eq!(
            message("series_id,t,value\na,1,1\n").as_deref(),
            Some("series a: 1 values are observed, a forecast needs at least 13")
        );
    }
}
