//! What the ranges hold, by year ahead and by length of history, on series of which long runs are known.
//!
//! `coverage_csv IN.csv [train]`: reads `series_id,t,value`; with `train` only rows whose `split` is that. From each
//! series and for each length of history it forecasts up to five years ahead from every origin that a year of outturns
//! follows, two years apart, and counts. Prints CSV: history, year ahead, months counted, share held of 80 and of 95 %,
//! and mean width of 80 % over the point.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use hadaf_forecast::{Forecast, Options, TimeSeries};

/// Lengths of history, months.
const HISTORIES: [usize; 7] = [13, 15, 18, 24, 36, 60, 96];
/// Years ahead.
const YEARS: usize = 5;
/// Months between origins.
const APART: usize = 24;

#[derive(Default, Clone, Copy)]
struct Counts {
    months: u32,
    held80: u32,
    held95: u32,
    width: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let input = args.first().ok_or("coverage_csv IN.csv [train]")?;
    let all = series(&fs::read_to_string(input)?, args.get(1).map(String::as_str))?;
    let mut out = String::from("history,year,months,held80,held95,width80\n");
    for history in HISTORIES {
        let mut counts = [Counts::default(); YEARS];
        for values in &all {
            for from in (0..values.len().saturating_sub(history + 12)).rev().step_by(APART) {
                count(&values[from..], history, &mut counts)?;
            }
        }
        for (year, counts) in (1..).zip(counts) {
            let share = |held: u32| f64::from(held) / f64::from(counts.months.max(1));
            out += &format!(
                "{history},{year},{},{:.4},{:.4},{:.4}\n",
                counts.months,
                share(counts.held80),
                share(counts.held95),
                counts.width / f64::from(counts.months.max(1)),
            );
        }
    }
    #[allow(clippy::print_stdout)] // an example's answer
    {
        print!("{out}");
    }
    Ok(())
}

fn count(values: &[f64], history: usize, counts: &mut [Counts; YEARS]) -> Result<(), Box<dyn Error>> {
    let known: Vec<Option<f64>> = values[..history].iter().copied().map(Some).collect();
    let series = TimeSeries::of(&known, 12);
    let after = &values[history..];
    let options = Options {
        horizon: after.len().min(12 * YEARS),
        paths: 0,
        seed: 1,
    };
    let forecast = Forecast::fit(&series, &options)?;
    for (h, value) in (1..=options.horizon).zip(after) {
        let counts = &mut counts[(h - 1) / 12];
        let range = |tail: f64| forecast.quantile(h, tail)..=forecast.quantile(h, 1.0 - tail);
        counts.months += 1;
        counts.held80 += u32::from(range(0.1).contains(value));
        counts.held95 += u32::from(range(0.025).contains(value));
        let point = forecast.mean(h).abs();
        if point > 0.0 {
            counts.width += ((range(0.1).end() - range(0.1).start()) / point).min(10.0);
        }
    }
    Ok(())
}

/// The values of each series, in order.
fn series(text: &str, wanted: Option<&str>) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let at = |name: &str| headers.iter().position(|header| header == name);
    let (Some(id), Some(value)) = (at("series_id"), at("value")) else {
        return Err("the table needs series_id and value".into());
    };
    let split = at("split");
    let mut all: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        let is_wanted = split.zip(wanted).is_none_or(|(at, wanted)| &record[at] == wanted);
        if is_wanted {
            all.entry(record[id].to_owned())
                .or_default()
                .push(record[value].parse()?);
        }
    }
    Ok(all.into_values().collect())
}
