//! The benchmark's harness: a long CSV in, two CSVs of forecasts out.
//!
//! `forecast_csv IN.csv OUT.csv ANNUAL.csv [HORIZON [CUT]]`: reads `series_id,t,value`, keeps rows
//! whose `split` is `train` where there is such a column, forecasts HORIZON (18) months from the
//! last CUT months (all), and tells the milliseconds per series on stderr.

use hadaf_forecast::{TableOptions, forecast_table};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, out, annual, rest @ ..] = args.as_slice() else {
        return Err("forecast_csv IN.csv OUT.csv ANNUAL.csv [HORIZON [CUT]]".into());
    };
    let number = |at: usize, default: usize| rest.get(at).map_or(Ok(default), |text| text.parse());
    let (horizon, cut) = (number(0, 18)?, number(1, 0)?);
    let (text, count) = history(&fs::read_to_string(input)?, cut)?;
    let options = TableOptions {
        season: 12,
        horizon,
        paths: 1000,
        seed: 1,
    };
    let start = Instant::now();
    let tables = forecast_table(&text, &options)?;
    let each = start.elapsed().as_secs_f64() * 1e3 / count as f64;
    #[allow(clippy::print_stderr)] // an example's report
    {
        eprintln!("{count} series, {each:.2} ms each");
    }
    fs::write(out, tables.forecasts)?;
    fs::write(annual, tables.annual)?;
    Ok(())
}

/// The last `cut` training rows of every series (0: all), and the number of series.
fn history(text: &str, cut: usize) -> Result<(String, usize), Box<dyn Error>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let at = |name: &str| headers.iter().position(|h| h == name);
    let (id, t, value) = (at("series_id"), at("t"), at("value"));
    let (Some(id), Some(t), Some(value)) = (id, t, value) else {
        return Err("the table needs series_id, t and value".into());
    };
    let split = at("split");
    let mut order = Vec::new();
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        if split.is_some_and(|split| &record[split] != "train") {
            continue;
        }
        let row = format!("{},{},{}\n", &record[id], &record[t], &record[value]);
        let known = rows.entry(record[id].to_owned()).or_insert_with(|| {
            order.push(record[id].to_owned());
            Vec::new()
        });
        known.push(row);
    }
    let mut kept = String::from("series_id,t,value\n");
    for id in &order {
        let all = &rows[id];
        let from = if cut == 0 { 0 } else { all.len().saturating_sub(cut) };
        all[from..].iter().for_each(|row| kept.push_str(row));
    }
    Ok((kept, order.len()))
}
