use std::collections::BTreeMap;
use hadaf_forecast::{Forecast, Options, TimeSeries};
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let text = std::fs::read_to_string(&args[0]).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let at = |n: &str| head.iter().position(|h| h == n).unwrap();
    let (id, value, split) = (at("series_id"), at("value"), at("split"));
    let mut all: BTreeMap<String, (Vec<f64>, usize)> = BTreeMap::new();
    for r in reader.records() {
        let r = r.unwrap();
        let e = all.entry(r[id].to_owned()).or_default();
        e.0.push(r[value].parse().unwrap());
        if &r[split] == "train" { e.1 = e.0.len(); }
    }
    println!("series,history,from,h,train,p,width");
    for history in [13usize, 15, 18, 24, 36, 60, 96] {
        for (name, (values, train)) in &all {
            for from in (0..values.len().saturating_sub(history + 12)).rev().step_by(24) {
                let v = &values[from..];
                let known: Vec<Option<f64>> = v[..history].iter().copied().map(Some).collect();
                let after = &v[history..v.len().min(history + 60)];
                let options = Options { horizon: after.len(), paths: 0, seed: 1 };
                let Ok(f) = Forecast::fit(&TimeSeries::of(&known, 12), &options) else { continue };
                for (h, actual) in (1..).zip(after) {
                    let (mut lo, mut hi) = (1e-9f64, 1.0 - 1e-9);
                    for _ in 0..40 {
                        let mid = 0.5 * (lo + hi);
                        if f.quantile(h, mid) < *actual { lo = mid } else { hi = mid }
                    }
                    let t = u8::from(from + history + h <= *train);
                    let w = f.quantile(h, 0.9) - f.quantile(h, 0.1);
                    println!("{name},{history},{from},{h},{t},{:.7},{:.4}", 0.5 * (lo + hi), w / f.mean(h).abs().max(1e-9));
                }
            }
        }
    }
}
