//! Chances in number, frequency and words.

use hadaf_core::{Band, Chance, Frequency100, Month, OutcomeChances};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Format, sentence_case};

/// A chance as it is told: number first, then words, never 0 or 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChanceView {
    /// Within 0.001 and 0.999.
    pub value: f64,
    /// "62 of 100", "fewer than 1 in 100", "less than 1 in 1,000".
    pub frequency: String,
    /// "62 %", "< 1 %".
    pub percent: String,
    /// "Likely": a word of one ladder, each with its band.
    pub words: String,
    /// How many of 100 marks are filled, 0 to 100.
    pub marks: u32,
}

/// What is told in place of a chance where the thing has happened: a state, in which month.
pub fn reached_view(format: Format, month: Month) -> ChanceView {
    let reached = say!(format.words, "chance-reached", month = format.month_short(month));
    ChanceView {
        value: Chance::HIGHEST,
        frequency: reached.clone(),
        percent: say!(format.words, "headline-reached-value"),
        words: sentence_case(&reached),
        marks: 100,
    }
}

/// "59 of 100; 21 too close to call, 20 missed": the chance that a claim is met, with the rest of the whole. Where
/// nothing is too close, the chance alone tells it all.
pub fn outcomes_text(format: Format, chances: &OutcomeChances) -> String {
    let met = chance_view(format, chances.met).frequency;
    match outcomes_rest(format, chances) {
        Some(rest) => say!(format.words, "chance-with-rest", met = met, rest = rest),
        None => met,
    }
}

/// "21 too close to call, 20 missed"; none where fewer than one in a hundred is too close.
pub fn outcomes_rest(format: Format, chances: &OutcomeChances) -> Option<String> {
    let [_, close, missed] = chances.of_100();
    (close > 0).then(|| {
        let missed = match chances.missed.frequency() {
            Frequency100::BelowOneIn1000 | Frequency100::BelowOneIn100 => say!(format.words, "chance-part-least"),
            Frequency100::Above99In100 | Frequency100::Above999In1000 => say!(format.words, "chance-part-most"),
            Frequency100::Of100(_) => missed.to_string(),
        };
        say!(format.words, "chance-rest", close = close.to_string(), missed = missed)
    })
}

/// A chance in number, frequency and words.
pub fn chance_view(format: Format, chance: Chance) -> ChanceView {
    let words = format.words;
    let (frequency, percent) = match chance.frequency() {
        Frequency100::BelowOneIn1000 => (say!(words, "chance-least"), format!("< {}", format.percent(0.1, 1))),
        Frequency100::BelowOneIn100 => (say!(words, "chance-below-1"), format!("< {}", format.percent(1.0, 0))),
        Frequency100::Of100(marks) => (
            say!(words, "chance-of-100", marks = marks.to_string()),
            format.percent(marks.into(), 0),
        ),
        Frequency100::Above99In100 => (say!(words, "chance-above-99"), format!("> {}", format.percent(99.0, 0))),
        Frequency100::Above999In1000 => (say!(words, "chance-most"), format!("> {}", format.percent(99.9, 1))),
    };
    ChanceView {
        value: chance.value(),
        frequency,
        percent,
        words: say_of!(words, "chance-band-{}", Band, chance.band()),
        marks: chance.marks().into(),
    }
}
