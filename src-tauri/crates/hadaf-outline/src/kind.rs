//! What the figures of a series count: what is typed of it, and what a formula gives.

use std::str::FromStr;

use hadaf_core::{CoreError, FormulaKind, Series, Unit};
use hadaf_error::{Code, Result, refusal};
use hadaf_words::{Format, say};

/// What the figures of a derived series count: what its formula gives, at the scale that was typed or was there.
///
/// # Errors
/// [`Code::Word`] for what is no unit, frequency or measure, [`Code::Refused`] for another one than the formula gives.
pub(crate) fn derived_kind(
    derived: FormulaKind,
    before: Option<&Series>,
    unit: Option<&str>,
    [frequency, measure]: [&Option<String>; 2],
    format: Format,
) -> Result<FormulaKind> {
    // Money that counted in the same currency keeps its scale.
    let is_like = |unit: Unit| unit.currency().is_some() && unit.currency() == derived.unit.currency();
    let usual = before
        .map(|it| it.unit)
        .filter(|unit| is_like(*unit))
        .unwrap_or(derived.unit);
    let asked = FormulaKind {
        unit: match unit.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => unit_typed(text)?,
            None => usual,
        },
        frequency: word(frequency.as_ref(), None, derived.frequency)?,
        measure: word(measure.as_ref(), None, derived.measure)?,
    };
    let gives = FormulaKind {
        unit: if is_like(asked.unit) { asked.unit } else { derived.unit },
        ..derived
    };
    if asked != gives {
        return Err(refusal!(
            Code::Refused,
            "formula-kind",
            gives = kind_in_words(derived, format),
            asked = kind_in_words(asked, format)
        ));
    }
    Ok(asked)
}

/// "US$ million, each month, over the period".
pub(crate) fn kind_in_words(kind: FormulaKind, format: Format) -> String {
    say!(
        format.words,
        "series-kind",
        unit = format.unit(kind.unit),
        frequency = kind.frequency.as_str(),
        measure = kind.measure.as_str()
    )
}

/// A unit as people type it: a currency may stand in small letters.
pub(crate) fn unit_typed(text: &str) -> Result<Unit> {
    let (head, tail) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let is_code = head.len() == 3 && head.bytes().all(|letter| letter.is_ascii_alphabetic());
    let head = if is_code {
        head.to_uppercase()
    } else {
        head.to_lowercase()
    };
    Ok(format!("{head} {}", tail.trim().to_lowercase()).trim_end().parse()?)
}

/// A word that was typed; what stood before where nothing was, else what is usual.
pub(crate) fn word<T: FromStr<Err = CoreError>>(typed: Option<&String>, before: Option<T>, usual: T) -> Result<T> {
    match typed
        .map(|text| text.trim().replace('-', "_"))
        .filter(|text| !text.is_empty())
    {
        Some(text) => Ok(text.parse()?),
        None => Ok(before.unwrap_or(usual)),
    }
}
