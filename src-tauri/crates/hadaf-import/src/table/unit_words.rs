//! Units as tables write them: `Million US$`, `Thousand US Dollar`, `Rs. crore`, `in lakhs`.

use hadaf_core::{Currency, Scale, Unit};

use super::month_words::plain;
use crate::money_words::{currencies, scale};

/// What a text says of a unit. Its parts may stand in different places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct UnitWords {
    /// The currencies that the word may stand for, the likeliest first.
    pub(crate) currency: Option<&'static [&'static str]>,
    /// The scale, and by how many places numbers move to be counted in it.
    pub(crate) scale: Option<(Scale, i32, &'static str)>,
    pub(crate) percent: bool,
    pub(crate) count: bool,
}

impl UnitWords {
    pub(crate) fn with(self, other: Self) -> Self {
        if self.percent || self.count {
            return self;
        }
        Self {
            currency: self.currency.or(other.currency),
            scale: self.scale.or(other.scale),
            percent: other.percent && self.currency.is_none() && self.scale.is_none(),
            count: other.count && self.currency.is_none(),
        }
    }

    pub(crate) fn says_something(self) -> bool {
        self.currency.is_some() || self.scale.is_some() || self.percent || self.count
    }

    /// The unit and the shift of its numbers, with this currency where the word may stand for several.
    pub(crate) fn unit(self, currency: Option<Currency>) -> Option<(Unit, i32)> {
        if self.percent {
            return Some((Unit::Percent, 0));
        }
        let (scale, shift) = self.scale.map_or((Scale::One, 0), |(scale, shift, _)| (scale, shift));
        match (self.currency, currency) {
            (None, _) if self.count => Some((Unit::Count, i32::from(scale.power()) + shift)),
            (Some([only]), _) => Some((
                Unit::Money {
                    currency: only.parse().ok()?,
                    scale,
                },
                shift,
            )),
            (Some(_), Some(currency)) => Some((Unit::Money { currency, scale }, shift)),
            _ => None,
        }
    }
}

const FILLERS: &[&str] = &[
    "in",
    "of",
    "at",
    "current",
    "prices",
    "price",
    "constant",
    "values",
    "value",
    "figures",
    "figure",
    "amount",
    "amounts",
    "all",
    "unit",
    "units",
    "currency",
    "us",
    "u",
    "s",
    "and",
    "are",
    "the",
    "as",
    "nominal",
    "pakistani",
    "indian",
    "pak",
    "measure",
    "per",
    "measured",
    "expressed",
    "data",
    "میں",
];

/// The unit of a text that says nothing else.
pub(crate) fn pure_unit(text: &str) -> Option<UnitWords> {
    if text.len() > 80 {
        return None;
    }
    let plain = plain(text);
    let mut words = UnitWords::default();
    for word in plain
        .split(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | ')' | ',' | '.' | ':' | '[' | ']' | '/' | '\'' | '-' | '_' | ';' | '='
                )
        })
        .filter(|word| !word.is_empty())
    {
        // "US$million" and "$mn" stand without a space.
        let (sign, rest) = match word.find('$') {
            Some(at) if at + 1 < word.len() => word.split_at(at + 1),
            _ => (word, ""),
        };
        for word in [sign, rest] {
            if word.is_empty() || FILLERS.contains(&word) {
                continue;
            }
            if let Some(codes) = currencies(word) {
                words.currency = words.currency.or(Some(codes));
            } else if let Some(found) = scale(word) {
                words.scale = words.scale.or(Some(found));
            } else {
                match word {
                    "%" | "percent" | "percentage" | "cent" | "pct" => words.percent = true,
                    "number" | "numbers" | "persons" | "people" | "count" | "no" | "nos" => words.count = true,
                    "m" if words.currency.is_some() => {
                        words.scale = words.scale.or(Some((Scale::Million, 0, "million")));
                    }
                    "b" if words.currency.is_some() => {
                        words.scale = words.scale.or(Some((Scale::Billion, 0, "billion")));
                    }
                    _ => return None,
                }
            }
        }
    }
    let only_percent = words.percent && words.currency.is_none() && words.scale.is_none();
    words.percent = only_percent;
    words.says_something().then_some(words)
}

/// A label without its unit, and the unit: `Exports (US$ million)`, `Exports, Rs. crore`, `Exports in US$ mn`.
pub(crate) fn label_and_unit(text: &str) -> (String, Option<UnitWords>) {
    let brackets = [('(', ')'), ('[', ']')];
    for (open, close) in brackets {
        let found = text.rmatch_indices(open).find_map(|(at, _)| {
            let end = at + text[at..].find(close)?;
            pure_unit(&text[at + open.len_utf8()..end]).map(|unit| (at, end, unit))
        });
        if let Some((at, end, unit)) = found {
            let label = format!(
                "{} {}",
                text[..at].trim_end(),
                text[end + close.len_utf8()..].trim_start()
            );
            return (label.trim().into(), Some(unit));
        }
        // (BoP, current US$): the unit is the last of what stands in brackets.
        if let Some((at, end)) = text.rfind(open).zip(text.rfind(close)).filter(|(at, end)| at < end)
            && let Some((first, unit)) = text[at..end].rsplit_once(", ")
            && let Some(unit) = pure_unit(unit)
        {
            return (format!("{}{first}{}", &text[..at], &text[end..]), Some(unit));
        }
    }
    for mark in [", ", " - ", " \u{2013} ", ": ", " in "] {
        if let Some((label, unit)) = text.rsplit_once(mark)
            && label.matches('(').count() == label.matches(')').count()
            && let Some(unit) = pure_unit(unit)
        {
            return (label.trim().into(), Some(unit));
        }
    }
    with_unit_behind(text).unwrap_or_else(|| (text.trim().into(), None))
}

/// `Exports US$ mn`, `exports_usd_million`, `Share %`: the last words are a unit where they name a currency and its scale,
/// or a percentage.
fn with_unit_behind(text: &str) -> Option<(String, Option<UnitWords>)> {
    let spaced = match text.contains(' ') {
        true => text.to_owned(),
        false => text.replace('_', " "),
    };
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    let most = words.len().saturating_sub(1).min(4);
    (1..=most).rev().find_map(|count| {
        let (label, unit) = words.split_at(words.len() - count);
        let unit = pure_unit(&unit.join(" "))?;
        let is_whole = unit.percent || (unit.currency.is_some() && unit.scale.is_some());
        is_whole.then(|| (label.join(" "), Some(unit)))
    })
}

/// The unit that a title names.
pub(crate) fn unit_in_title(text: &str) -> Option<UnitWords> {
    if text.len() > 400 {
        return None;
    }
    pure_unit(text).or_else(|| label_and_unit(text).1).or_else(|| {
        let pieces = text.split([',', '(', ')', ';', ':', '\u{2013}', '[', ']']);
        let pieces = pieces.flat_map(|piece| piece.rsplit(" in ").take(2));
        pieces
            .filter_map(pure_unit)
            .filter(|unit| !unit.count)
            .find(|unit| unit.scale.is_some() || unit.currency.is_some())
    })
}

/// Words that say whose currency it is.
pub(crate) fn country_currency(text: &str) -> Option<&'static str> {
    let plain = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let whole = |name: &str| plain.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
    if has(&["pakistan", "پاکستان"]) || whole("sbp") || whole("pbs") {
        Some("PKR")
    } else if has(&["india", "nasscom"]) || whole("rbi") {
        Some("INR")
    } else if has(&["sri lanka"]) {
        Some("LKR")
    } else if has(&["nepal"]) {
        Some("NPR")
    } else {
        None
    }
}

/// A change, worked out of other figures, over a column.
pub(crate) fn is_change(text: &str) -> bool {
    let plain = plain(text);
    let bare = plain.trim().trim_matches(['(', ')']);
    matches!(bare, "%" | "percent" | "% age" | "%age")
        || has_word(&plain, &["change", "variation", "chg", "diff", "difference"])
        || grows(&plain)
}

/// A change named by the label of a row, where a change of stocks is a figure like others.
pub(crate) fn is_change_of_row(text: &str) -> bool {
    let plain = plain(text);
    grows(&plain)
        || (plain.contains('%') || plain.contains("percent")) && has_word(&plain, &["change", "variation", "chg"])
}

fn grows(plain: &str) -> bool {
    has_word(
        plain,
        &["growth", "y/y", "yoy", "y-o-y", "m/m", "mom", "m-o-m", "q/q", "qoq"],
    )
}

fn has_word(plain: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        plain.match_indices(word).any(|(at, _)| {
            let before = plain[..at].chars().next_back();
            let after = plain[at + word.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_tables() {
        for (text, unit, shift) in [
            ("(Million US$)", "USD million", 0),
            ("Thousand US Dollar", "USD thousand", 0),
            ("Rs. crore", "PKR million", 1),
            ("US Dollars at current prices in millions", "USD million", 0),
            ("US$ '000", "USD thousand", 0),
            ("current US$", "USD", 0),
            ("percent", "percent", 0),
            ("€ mn", "EUR million", 0),
            ("US$million", "USD million", 0),
            ("₹ lakh", "INR thousand", 2),
        ] {
            let read = unit_in_title(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                read.unit("PKR".parse().ok()).unwrap(),
                (unit.parse().unwrap(), shift),
                "{text}"
            );
        }
        let (label, unit) = label_and_unit("Computer services (US$ million)");
        assert_eq!(label, "Computer services");
        assert!(unit.is_some());
        assert_eq!(unit_in_title("Exports of computer services"), None);
        assert!(unit_in_title("Exports of services (Million US$), July-June").is_some());
        for text in ["Exports US$ mn", "Exports in US$ mn", "exports_usd_mn"] {
            let (label, unit) = label_and_unit(text);
            assert_eq!(label.to_lowercase(), "exports");
            assert!(unit.is_some(), "{text}");
        }
        assert!(is_change("% change") && is_change("Growth (%)") && !is_change("Exchange services"));
    }
}
