//! Amounts of money as people write them: a number with its currency and its scale.

use hadaf_core::{Amount, Currency, Decimal, Scale, Unit};

use crate::number::{Cell, NumberError, read_number};

/// Signs and short words of currencies. `Rs` and `$` are those of the reader's own currency where it has one.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("us$", &["USD"]),
    ("usd", &["USD"]),
    ("$", &["USD", "CAD", "AUD", "SGD", "NZD", "HKD"]),
    ("€", &["EUR"]),
    ("£", &["GBP", "EGP"]),
    ("rs.", &["PKR", "INR", "LKR", "NPR"]),
    ("rs", &["PKR", "INR", "LKR", "NPR"]),
    ("₨", &["PKR", "INR", "LKR", "NPR"]),
    ("₹", &["INR"]),
];

/// Words behind a number: the scale that they name, and by how many places the number moves to be counted in it.
const SCALES: &[(&str, Scale, i32)] = &[
    ("k", Scale::Thousand, 0),
    ("thousand", Scale::Thousand, 0),
    ("lakh", Scale::Thousand, 2),
    ("lac", Scale::Thousand, 2),
    ("m", Scale::Million, 0),
    ("mn", Scale::Million, 0),
    ("mln", Scale::Million, 0),
    ("million", Scale::Million, 0),
    ("crore", Scale::Million, 1),
    ("cr", Scale::Million, 1),
    ("bn", Scale::Billion, 0),
    ("b", Scale::Billion, 0),
    ("billion", Scale::Billion, 0),
    ("arab", Scale::Billion, 0),
    ("tn", Scale::Billion, 3),
    ("trillion", Scale::Billion, 3),
];

/// One amount, or a range of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountRange {
    /// The amount, or the low end.
    pub low: Amount,
    /// The high end, in the same unit.
    pub high: Option<Decimal>,
}

/// Reads an amount or a range: `5.2 bn`, `$5.2 billion`, `USD 365 m`, `Rs 3 crore`, `12 %`, `10 to 20 bn`,
/// `3.5-3.7bn`, or the bare number in the unit that is usual here. Digits stay as they were written, counted in the
/// scale that was named. Of a range the unit behind the second number holds for both.
///
/// # Errors
/// [`NumberError::NoNumber`] when nothing is written, a word is unknown, the ends do not rise, or a number cannot be
/// read; the other [`NumberError`]s as [`read_number`].
pub fn read_amount(text: &str, usual: Unit) -> Result<AmountRange, NumberError> {
    let written = text.trim();
    let Some((low, high)) = ends(written) else {
        return Ok(AmountRange {
            low: read_one(written, written, usual)?,
            high: None,
        });
    };
    // "10 to 20 bn": the first number counts in what is named behind the second.
    let is_bare = Parts::of(low).is_some_and(|parts| parts.scale.is_none() && !parts.percent);
    let low = match is_bare {
        true => read_one(written, &format!("{low} {}", behind(high)), usual)?,
        false => read_one(written, low, usual)?,
    };
    let high = read_one(written, high, low.unit)?
        .in_unit(low.unit)
        .map_err(|error| no_amount(written, &error.to_string()))?;
    if high.value.cmp_value(low.value).is_le() {
        return Err(no_amount(written, "the second number of a range is the larger one"));
    }
    Ok(AmountRange {
        low,
        high: Some(high.value),
    })
}

/// The two ends of a range: parted by "to" or a dash between two numbers.
fn ends(text: &str) -> Option<(&str, &str)> {
    let has_digit = |part: &str| part.contains(char::is_numeric);
    [" to ", "\u{2013}", "\u{2014}", "-"]
        .iter()
        .filter_map(|mark| text.split_once(mark))
        .map(|(low, high)| (low.trim(), high.trim()))
        .find(|(low, high)| has_digit(low) && has_digit(high))
}

/// What stands behind the last digit or bracket.
fn behind(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_numeric())
        .rsplit(|c: char| c.is_numeric() || c == ')')
        .next()
        .unwrap_or_default()
}

/// A number taken apart.
struct Parts<'a> {
    currency: Option<&'a str>,
    number: &'a str,
    scale: Option<&'static (&'static str, Scale, i32)>,
    percent: bool,
}

impl<'a> Parts<'a> {
    /// None without a number, or when a word before or behind it is unknown.
    fn of(text: &'a str) -> Option<Self> {
        let begins = |c: char| c.is_numeric() || matches!(c, '-' | '\u{2212}' | '(' | '+');
        let (before, rest) = text.split_at(text.find(begins)?);
        let (number, after) = rest.split_at(rest.len() - behind(rest).len());
        let mut parts = Self {
            currency: None,
            number,
            scale: None,
            percent: false,
        };
        for word in before.split_whitespace().chain(after.split_whitespace()) {
            let plain = word.trim_end_matches(['.', ',']).to_lowercase();
            if let Some(scale) = SCALES.iter().find(|(name, ..)| *name == plain) {
                parts.scale = Some(scale);
            } else if matches!(plain.as_str(), "%" | "percent" | "pc") {
                parts.percent = true;
            } else if parts.currency.is_none() && (is_sign(&plain) || is_code(word) || plain.ends_with("dollars")) {
                parts.currency = Some(word);
            } else {
                return None;
            }
        }
        Some(parts)
    }
}

fn is_sign(word: &str) -> bool {
    CURRENCIES.iter().any(|(sign, _)| *sign == word)
}

fn is_code(word: &str) -> bool {
    word.parse::<Currency>().is_ok()
}

fn read_one(whole: &str, text: &str, usual: Unit) -> Result<Amount, NumberError> {
    let parts = Parts::of(text).ok_or_else(|| no_amount(whole, "a word in it is no currency and no scale"))?;
    let value = match read_number(parts.number)? {
        Cell::Number { value, .. } => value,
        Cell::Empty => return Err(no_amount(whole, "there are no digits")),
    };
    if parts.percent {
        return match (parts.currency, parts.scale) {
            (None, None) => Ok(Amount::new(value, Unit::Percent)),
            _ => Err(no_amount(whole, "a percentage has no currency and no scale")),
        };
    }
    let currency = match (parts.currency, usual) {
        (Some(word), _) => Some(currency(word, usual).ok_or_else(|| no_amount(whole, "its currency is unknown"))?),
        (None, Unit::Money { currency, .. }) => Some(currency),
        (None, Unit::Percent | Unit::Count) => None,
    };
    let Some(currency) = currency else {
        // A count in millions is written out, since counts have no scale.
        return match parts.scale {
            None => Ok(Amount::new(value, usual)),
            Some((_, scale, shift)) => {
                let value = value
                    .shifted(i32::from(scale.power()) + shift)
                    .map_err(|error| no_amount(whole, &error.to_string()))?;
                Ok(Amount::new(value, usual))
            }
        };
    };
    let (scale, shift) = match (parts.scale, usual) {
        (Some((_, scale, shift)), _) => (*scale, *shift),
        // A bare number counts as the series does; with a sign alone it would not be known in what.
        (None, Unit::Money { scale, .. }) if parts.currency.is_none() => (scale, 0),
        (None, _) => (Scale::One, 0),
    };
    let value = value
        .shifted(shift)
        .map_err(|error| no_amount(whole, &error.to_string()))?;
    Ok(Amount::new(value, Unit::Money { currency, scale }))
}

/// The currency of a sign or code: the usual one where the sign may stand for it.
fn currency(word: &str, usual: Unit) -> Option<Currency> {
    let plain = word.trim_end_matches(',').to_lowercase();
    if plain.ends_with("dollars") {
        return "USD".parse().ok();
    }
    let Some((_, codes)) = CURRENCIES.iter().find(|(sign, _)| *sign == plain) else {
        return word.parse().ok();
    };
    let usual = match usual {
        Unit::Money { currency, .. } => codes.iter().find(|code| **code == currency.as_str()),
        Unit::Percent | Unit::Count => None,
    };
    usual.or(codes.first())?.parse().ok()
}

fn no_amount(text: &str, reason: &str) -> NumberError {
    NumberError::NoNumber {
        text: text.into(),
        reason: reason.into(),
    }
}
