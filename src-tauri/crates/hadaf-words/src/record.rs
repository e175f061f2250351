//! The record of the method in a sentence.

use hadaf_forecast::{TESTED_SERIES, tested};
use hadaf_model::outlook::{ChanceBand, PastYear};
use hadaf_model::{Outlook, Record};

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

/// Of how many past years, at the same point, the range held the total; then the outermost bands of chances, since these
/// are the ones that people act on.
pub fn record_note(record: &Record, format: Format) -> String {
    let words = format.words;
    if record.years.is_empty() {
        return say!(words, "record-chances-none");
    }
    let note = say!(
        words,
        "record-chances-note",
        years = record.years.len(),
        togo = record.months_to_go,
        level = format.percent(80.0, 0),
        held = record.years_held(),
    );
    let low = record.chances.first().filter(|band| band.from <= 0.0);
    let high = record.chances.last().filter(|band| band.to >= 1.0);
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
    let parts = [high.map(|band| tell(true, band)), low.map(|band| tell(false, band))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => note,
        false => format!(
            "{note} {}",
            say!(words, "record-chances-parts", parts = parts.join("; "))
        ),
    }
}

/// Whether a past year met what was asked of it.
pub fn past_year_outcome(year: &PastYear, format: Format) -> String {
    let is_met = year.happened;
    say!(
        format.words,
        match is_met {
            true => "record-year-met",
            false => "record-year-not-met",
        }
    )
}

/// What ranges such as these held on public series, year by year ahead; none where nothing was tried.
pub fn tested_note(outlook: &Outlook, months_ahead: usize, format: Format) -> Option<String> {
    let tested = tested(outlook.known_months, months_ahead);
    let (first, last) = (tested.first()?, tested.last()?);
    let held: Vec<String> = tested.iter().map(|year| format.percent(year.held80, 0)).collect();
    Some(say!(
        format.words,
        "record-tested",
        level = format.percent(80.0, 0),
        series = TESTED_SERIES.to_string(),
        history = first.history,
        years = last.year,
        held = held.join(", "),
    ))
}
