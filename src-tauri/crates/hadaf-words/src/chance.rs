//! Chances in number, frequency and words.

use hadaf_core::{Band, Chance, ClaimId, ClaimKind, Decimal, FiscalYear, Frequency100, OutcomeChances, Reached};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Format, MonthNames, sentence_case};

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

/// "reached in May 2026", "reached in Q3 FY2026"; "reached" where nothing tells when.
pub fn reached_words(format: Format, reached: Reached, names: MonthNames) -> String {
    let words = format.words;
    match (reached.period, names) {
        (None, _) => say!(words, "headline-reached-value"),
        (Some(period), MonthNames::Short) => say!(words, "chance-reached", when = format.period_short(period)),
        (Some(period), _) => say!(words, "chance-reached", when = format.period(period)),
    }
}

/// "175 above it", "exactly at it": how a year so far stands to what it has reached.
pub fn above(format: Format, is_exact: bool, gap: impl FnOnce() -> String) -> String {
    match is_exact {
        true => say!(format.words, "reached-exactly"),
        false => say!(format.words, "reached-above", gap = gap()),
    }
}

/// The chance of what may still be reached; what is reached is told in place of one: a state, and in which month.
pub fn chance_or_reached(format: Format, reached: Option<Reached>, chance: impl FnOnce() -> Chance) -> ChanceView {
    let Some(reached) = reached else {
        return chance_view(format, chance());
    };
    let told = reached_words(format, reached, MonthNames::Short);
    ChanceView {
        value: Chance::HIGHEST,
        frequency: told.clone(),
        percent: say!(format.words, "headline-reached-value"),
        words: sentence_case(&told),
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

/// A claim about a year ahead on a line: "Target T30, 5,200 in FY2026: chance that it is met fewer than 1 in 100".
pub struct ClaimAhead<'a> {
    /// Its id.
    pub id: &'a ClaimId,
    /// What kind.
    pub kind: ClaimKind,
    /// What has to be reached, in the series' unit.
    pub value: Decimal,
    /// The high end of a range, in the same unit.
    pub high: Option<Decimal>,
    /// Which year.
    pub year: FiscalYear,
    /// That the year so far has reached it.
    pub reached: Option<Reached>,
    /// What may become of it.
    pub outcomes: &'a OutcomeChances,
}

impl ClaimAhead<'_> {
    /// The line.
    pub fn text(&self, format: Format) -> String {
        let words = format.words;
        let kind = say_of!(words, "kind-{}", ClaimKind, self.kind);
        let (id, year) = (self.id.to_string(), format.year(self.year));
        let value = low_to_high(
            format,
            format.exact(self.value),
            self.high.map(|high| format.exact(high)),
        );
        match self.reached {
            Some(reached) => say!(
                words,
                "forecast-claim-reached",
                claim = id,
                kind = kind,
                value = value,
                year = year,
                reached = reached_words(format, reached, MonthNames::Long),
            ),
            None => say!(
                words,
                "forecast-claim",
                claim = id,
                kind = kind,
                value = value,
                year = year,
                chance = outcomes_text(format, self.outcomes),
            ),
        }
    }
}

/// Both ends of a range, or the one number.
pub(crate) fn low_to_high(format: Format, low: String, high: Option<String>) -> String {
    match high {
        Some(high) => format.range(low, high),
        None => low,
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
