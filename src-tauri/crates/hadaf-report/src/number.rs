//! How the reports round: a number keeps all that is known of it until it is written as JSON, and is rounded there,
//! once. The text of a verb rounds the same number to places of its own.

use hadaf_core::Chance;
use serde::{Serialize, Serializer};

/// Writes a number, or the lack of one, to two places, half away from zero.
pub(crate) fn two_places<S: Serializer>(
    value: &(impl Into<Option<f64>> + Copy),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let value: Option<f64> = (*value).into();
    value.map(rounded).serialize(serializer)
}

/// The same as text, as exact amounts are written.
pub(crate) fn two_places_text<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(|value| rounded(value).to_string()).serialize(serializer)
}

/// Writes a number, or the lack of one, to six digits: more than any forecast has, fewer than would look exact.
pub(crate) fn six_digits<S: Serializer>(
    value: &(impl Into<Option<f64>> + Copy),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let digits = |value: f64| {
        format!("{value:.5e}")
            .parse::<f64>()
            .expect("a number was just written")
    };
    let value: Option<f64> = (*value).into();
    value.map(digits).serialize(serializer)
}

/// Writes a number as text.
pub(crate) fn as_text<S: Serializer>(value: &impl std::fmt::Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Writes a chance, or the lack of one, as it is held within the ends of what is told.
pub(crate) fn held_chance<S: Serializer>(
    chance: &(impl Into<Option<Chance>> + Copy),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let chance: Option<Chance> = (*chance).into();
    chance.map(Chance::value).serialize(serializer)
}

/// Writes a chance to four digits, on the same side of the ends where other words begin.
pub(crate) fn chance<S: Serializer>(chance: &Chance, serializer: S) -> Result<S::Ok, S::Error> {
    four_digits(chance.value()).serialize(serializer)
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn four_digits(share: f64) -> f64 {
    let rounded = (share * 10_000.0).round() / 10_000.0;
    match share {
        it if it <= Chance::LOWEST || it >= Chance::HIGHEST => rounded,
        it if it < 0.01 => rounded.clamp(0.0011, 0.0099),
        it if it > 0.99 => rounded.clamp(0.9901, 0.9989),
        _ => rounded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Written {
        #[serde(serialize_with = "two_places")]
        percent: f64,
        #[serde(serialize_with = "two_places_text")]
        amount: Option<f64>,
        #[serde(serialize_with = "six_digits")]
        total: Option<f64>,
        #[serde(serialize_with = "chance")]
        chance: Chance,
        #[serde(serialize_with = "held_chance")]
        held: Chance,
    }

    fn written(value: f64, chance: f64) -> String {
        let chance = Chance::new(chance).expect("a share");
        let written = Written {
            percent: value,
            amount: Some(value),
            total: Some(value),
            chance,
            held: chance,
        };
        serde_json::to_string(&written).expect("finite numbers")
    }

    #[test]
    fn numbers_are_rounded_where_they_are_written() {
        assert_eq!(
            written(1234.5678, 0.123_456),
            r#"{"percent":1234.57,"amount":"1234.57","total":1234.57,"chance":0.1235,"held":0.123456}"#
        );
        assert_eq!(
            written(-0.004, 1.0),
            r#"{"percent":-0.0,"amount":"-0","total":-0.004,"chance":0.999,"held":0.999}"#
        );
    }

    /// Four digits would make 0.0099996 "1 in 100", whose word is another one.
    #[test]
    fn a_chance_stays_on_its_side_of_the_ends() {
        for (share, told) in [
            (0.009_999_6, 0.0099),
            (0.001_04, 0.0011),
            (0.990_04, 0.9901),
            (0.0, 0.001),
        ] {
            let told = format!("\"chance\":{told},");
            assert!(written(0.0, share).contains(&told), "{share}: {}", written(0.0, share));
        }
    }
}
