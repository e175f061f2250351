//! What damping slopes costs and saves: the same forecasts with it, without the growth beside it, and without it.
//!
//! `damping_csv IN.csv [HISTORY]`: reads `series_id,t,value`, where there is a `split` only rows of `train`; an empty value is
//! missing. From origins half a year apart in each series, with 36 months before the first, it forecasts a year from all months, or from
//! the last HISTORY, and compares it with what came. Prints CSV: damping, origins, mean absolute errors of months 1 to 3, 4 to
//! 12 and of the year's sum, and the mean error of that sum (below 0: said too little), percent; a series counts once.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use hadaf_forecast::{Damping, Forecast, Options, TimeSeries};

const AHEAD: usize = 12;
/// Months before the first origin.
const LEAST: usize = 36;
/// Months between origins.
const APART: usize = 6;
const KINDS: [(&str, Damping); 3] = [
    ("as it is", Damping::Usual),
    ("damped, no growth added", Damping::Alone),
    ("not damped", Damping::Never),
];

type AnyError = Box<dyn Error>;

/// Errors in percent of the mean size of the months ahead.
#[derive(Default, Clone, Copy)]
struct Errors {
    near: f64,
    far: f64,
    sum: f64,
    bias: f64,
}

impl Errors {
    fn fields(&mut self) -> [&mut f64; 4] {
        [&mut self.near, &mut self.far, &mut self.sum, &mut self.bias]
    }

    /// Adds a share of others.
    fn add(&mut self, mut other: Self, share: f64) {
        for (own, other) in self.fields().into_iter().zip(other.fields()) {
            *own += share * *other;
        }
    }
}

fn main() -> Result<(), AnyError> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let input = args.first().ok_or("damping_csv IN.csv [HISTORY]")?;
    let history = args.get(1).map_or(Ok(0), |text| text.parse())?;
    let all = series(&fs::read_to_string(input)?)?;
    let mut out = String::from("damping,origins,months1to3,months4to12,year,bias\n");
    for (name, damping) in KINDS {
        let (mut whole, mut origins, mut counted) = (Errors::default(), 0, 0.0);
        for values in &all {
            let found = errors(values, damping, history)?;
            if found.is_empty() {
                continue;
            }
            origins += found.len();
            counted += 1.0;
            let share = 1.0 / found.len() as f64;
            found.into_iter().for_each(|it| whole.add(it, share));
        }
        let cells = whole
            .fields()
            .map(|sum| format!("{:.3}", *sum / f64::max(counted, 1.0)));
        out += &format!("{name},{origins},{}\n", cells.join(","));
    }
    #[allow(clippy::print_stdout)] // an example's answer
    {
        print!("{out}");
    }
    Ok(())
}

/// One for each origin whose year ahead is known.
fn errors(values: &[Option<f64>], damping: Damping, history: usize) -> Result<Vec<Errors>, AnyError> {
    let last = values.len().saturating_sub(AHEAD);
    let options = Options {
        horizon: AHEAD,
        paths: 0,
        seed: 1,
    };
    let mut found = Vec::new();
    for origin in (LEAST..=last).rev().step_by(APART) {
        let after: Option<Vec<f64>> = values[origin..origin + AHEAD].iter().copied().collect();
        let Some(after) = after else { continue };
        let size = after.iter().map(|value| value.abs()).sum::<f64>() / AHEAD as f64;
        let from = if history == 0 {
            0
        } else {
            origin.saturating_sub(history)
        };
        let forecast = Forecast::fit_damped(&TimeSeries::of(&values[from..origin], 12), &options, damping)?;
        let error = |h: usize| 100.0 * (forecast.mean(h) - after[h - 1]) / size;
        let mean = |range: std::ops::RangeInclusive<usize>| {
            let count = range.clone().count() as f64;
            range.map(|h| error(h).abs()).sum::<f64>() / count
        };
        let bias = (1..=AHEAD).map(error).sum::<f64>() / AHEAD as f64;
        if size > 0.0 {
            found.push(Errors {
                near: mean(1..=3),
                far: mean(4..=AHEAD),
                sum: bias.abs(),
                bias,
            });
        }
    }
    Ok(found)
}

/// The values of each series, in order.
fn series(text: &str) -> Result<Vec<Vec<Option<f64>>>, AnyError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let at = |name: &str| headers.iter().position(|header| header == name);
    let (Some(id), Some(value)) = (at("series_id"), at("value")) else {
        return Err("the table needs series_id and value".into());
    };
    let split = at("split");
    let mut all: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        if split.is_some_and(|split| &record[split] != "train") {
            continue;
        }
        let text = record[value].trim();
        let number = if text.is_empty() { None } else { Some(text.parse()?) };
        all.entry(record[id].to_owned()).or_default().push(number);
    }
    Ok(all.into_values().collect())
}
