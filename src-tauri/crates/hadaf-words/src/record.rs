//! The record of the method in a sentence.

use hadaf_model::Record;
use hadaf_model::outlook::ChanceBand;

use crate::Format;

/// "Its 80 % band held 190 of 216 past months".
pub fn record_finding(record: &Record, format: Format) -> String {
    held_finding(held(record, 1), format)
}

/// The same of how many outturns the interval held, and of how many.
pub fn held_finding((held, of): (usize, usize), format: Format) -> String {
    say!(
        format.words,
        "record-title",
        level = format.percent(80.0, 0),
        held = held,
        of = of
    )
}

/// How many outturns an interval held, and of how many.
pub fn held(record: &Record, index: usize) -> (usize, usize) {
    let of = record.backtest.pairs;
    (
        (record.backtest.coverage[index].covered * of as f64).round() as usize,
        of,
    )
}

/// The outermost bands in words, since these are the chances that people act on.
pub fn record_note(record: &Record, format: Format) -> String {
    let words = format.words;
    let (first, last) = (record.chances.first(), record.chances.last());
    let low = first.filter(|band| band.from <= 0.0);
    let high = last.filter(|band| band.to >= 1.0);
    let tell = |is_high: bool, band: &ChanceBand| {
        say!(
            words,
            match is_high {
                true => "record-chances-high",
                false => "record-chances-low",
            },
            count = band.count,
            happened = band.happened
        )
    };
    let parts: Vec<String> = [high.map(|band| tell(true, band)), low.map(|band| tell(false, band))]
        .into_iter()
        .flatten()
        .collect();
    if record.chances.is_empty() {
        return say!(words, "record-chances-none");
    }
    if parts.is_empty() {
        return String::new();
    }
    say!(
        words,
        "record-chances-note",
        parts = parts.join("; "),
        origins = record.chance_origins
    )
}
