//! Amounts of money as people write them: a number with its currency and its scale.

use hadaf_core::{Amount, Currency, Decimal, Scale, Unit, plain_text};

use crate::money_words::{currencies, scale};
use crate::number::{Cell, read_number};
use crate::number_error::NumberError;

/// Words and signs of currencies that many countries have: that of the series where it is one of them, else the first.
const COMMON: &[(&[&str], &[&str])] = &[
    (
        &["$", "dollar", "dollars"],
        &["USD", "CAD", "AUD", "SGD", "NZD", "HKD", "TWD", "JMD", "NAD", "FJD"],
    ),
    (&["£", "pound", "pounds"], &["GBP", "EGP", "SYP", "LBP", "SDG", "SSP"]),
    (&["peso", "pesos"], &["PHP", "MXN", "ARS", "CLP", "COP", "UYU", "DOP"]),
    (&["dirham", "dirhams"], &["AED", "MAD"]),
];

/// The currencies of ISO 4217 that countries have; three other capitals are no currency.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
                     CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
                     GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK \
                     LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
                     OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN \
                     SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF \
                     YER ZAR ZMW ZWG";

/// Words behind a number that name a scale there alone: in the heading of a table they may mean something else.
const SHORT_SCALES: &[(&str, Scale, i32)] = &[
    ("one", Scale::One, 0),
    ("k", Scale::Thousand, 0),
    ("m", Scale::Million, 0),
    ("cr", Scale::Million, 1),
    ("b", Scale::Billion, 0),
    ("arab", Scale::Billion, 0),
];

/// Before an amount: it is near that.
const ABOUT: &[&str] = &[
    "~",
    "\u{2248}",
    "\u{2243}",
    "about",
    "around",
    "approximately",
    "approx.",
    "approx",
    "roughly",
    "some",
    "circa",
    "ca.",
    "ca",
    "c.",
    "nearly",
    "almost",
    "close to",
];
/// Behind one: the same.
const ABOUT_BEHIND: &[&str] = &["(approx.)", "(approx)", "approx.", "approx", "approximately", "or so"];

/// Before an amount: it is a bound, and no amount.
const BOUNDS: &[&str] = &[
    "more than",
    "less than",
    "not less than",
    "no less than",
    "at least",
    "at most",
    "up to",
    "upto",
    "over",
    "above",
    "under",
    "below",
    "beyond",
    "exceeding",
    "minimum",
    "maximum",
    ">=",
    "<=",
    ">",
    "<",
    "\u{2265}",
    "\u{2264}",
];
/// Behind one: the same.
const BOUNDS_BEHIND: &[&str] = &["or more", "or less", "and above", "plus", "+"];

/// One amount, or a range of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountRange {
    /// The amount, or the low end.
    pub low: Amount,
    /// The high end, in the same unit.
    pub high: Option<Decimal>,
    /// It was written as near that: `~`, "about".
    pub about: bool,
}

/// Why a text is no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountError {
    /// A number in it cannot be read.
    Number(NumberError),
    /// It has no digits.
    NoDigits {
        /// As it was written.
        text: String,
    },
    /// A word is no currency and no scale.
    Word {
        /// As it was written.
        text: String,
        /// The word.
        word: String,
    },
    /// A second currency, or a second scale.
    Twice {
        /// As it was written.
        text: String,
        /// The second one.
        word: String,
    },
    /// A percentage with a currency or a scale.
    PercentOf {
        /// As it was written.
        text: String,
    },
    /// A bound: "over 5 bn".
    Bound {
        /// As it was written.
        text: String,
        /// What says so.
        word: String,
    },
    /// So small a sum of money that it may not be counted in single units, where its series counts in a larger scale.
    Scaleless {
        /// As it was written.
        text: String,
        /// In what its series counts.
        scale: Scale,
    },
    /// The second number of a range is not the larger one.
    Falling {
        /// As it was written.
        text: String,
    },
    /// The ends of a range count in different currencies.
    Mixed {
        /// As it was written.
        text: String,
    },
    /// Its digits do not fit.
    TooLarge {
        /// As it was written.
        text: String,
    },
}

impl AmountError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Number(error) => error.code(),
            Self::Scaleless { .. } => "number_ambiguous",
            Self::NoDigits { .. }
            | Self::Word { .. }
            | Self::Twice { .. }
            | Self::PercentOf { .. }
            | Self::Bound { .. }
            | Self::Falling { .. }
            | Self::Mixed { .. }
            | Self::TooLarge { .. } => "number_invalid",
        }
    }
}

crate::said::said_elsewhere!(AmountError);

impl From<NumberError> for AmountError {
    fn from(error: NumberError) -> Self {
        Self::Number(error)
    }
}

/// Reads an amount or a range: `5.2 bn`, `$5.2 billion`, `5.2bn USD`, `Rs 3 crore`, `12 %`, `10 to 20 bn`, `3.5-3.7bn`,
/// `between 3.5 and 3.7 bn`, `~$5.2 bn`, or the bare number in the unit that is usual here. Digits stay as they were
/// written, counted in the scale that was named. Of a range the unit behind the second number holds for both. What may mean
/// one thing or another, and a bound, is no amount.
///
/// # Errors
/// [`AmountError`] says why.
pub fn read_amount(text: &str, usual: Unit) -> Result<AmountRange, AmountError> {
    let written = text.trim();
    let plain = plain_text(written);
    let mut rest = plain.trim();
    let mut about = false;
    while let Some(bare) = ABOUT.iter().find_map(|word| after(rest, word)) {
        (rest, about) = (bare, true);
    }
    if let Some(bare) = ABOUT_BEHIND.iter().find_map(|word| before(rest, word)) {
        (rest, about) = (bare, true);
    }
    let bound = BOUNDS.iter().find(|word| after(rest, word).is_some());
    if let Some(word) = bound.or(BOUNDS_BEHIND.iter().find(|word| before(rest, word).is_some())) {
        return Err(AmountError::Bound {
            text: written.into(),
            word: (*word).into(),
        });
    }
    let reader = AmountReader { written, usual };
    let (rest, mark) = match (after(rest, "between"), after(rest, "from")) {
        (Some(rest), _) => (rest, " and "),
        (None, Some(rest)) => (rest, " to "),
        (None, None) => (rest, " to "),
    };
    let (low, high) = match ends(rest, mark) {
        Some((low, high)) => {
            let (low, high) = reader.range(low, high)?;
            (low, Some(high))
        }
        None => (reader.one(rest, usual)?, None),
    };
    Ok(AmountRange { low, high, about })
}

/// What stands behind a word at the beginning, whatever its letters' size.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    let ends = !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
    (ends && head.eq_ignore_ascii_case(word)).then(|| rest.trim_start())
}

/// What stands before a word at the end.
fn before<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    let begins = !word.starts_with(char::is_alphabetic) || !rest.ends_with(char::is_alphabetic);
    (begins && tail.eq_ignore_ascii_case(word)).then(|| rest.trim_end())
}

/// The two ends of a range: parted by a word or a dash between two numbers.
fn ends<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let has_digit = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    [word, "-"]
        .iter()
        .filter_map(|mark| text.split_once(mark))
        .map(|(low, high)| (low.trim(), high.trim()))
        .find(|(low, high)| has_digit(low) && has_digit(high))
}

/// What stands behind the last digit or bracket.
fn behind(text: &str) -> &str {
    text.rsplit(|c: char| c.is_ascii_digit() || c == ')')
        .next()
        .unwrap_or_default()
}

/// Reads the amounts of one text.
struct AmountReader<'a> {
    written: &'a str,
    usual: Unit,
}

/// A number taken apart.
struct Parts<'a> {
    number: &'a str,
    /// Those that its words may mean, the likeliest first; empty without such a word.
    currencies: Vec<Currency>,
    scale: Option<(Scale, i32)>,
    percent: bool,
}

impl AmountReader<'_> {
    fn text(&self) -> String {
        self.written.into()
    }

    fn too_large(&self) -> AmountError {
        AmountError::TooLarge { text: self.text() }
    }

    fn range(&self, low: &str, high: &str) -> Result<(Amount, Decimal), AmountError> {
        // "10 to 20 bn": the first number counts in what is named behind the second.
        let parts = self.parts(low)?;
        let low = match parts.scale.is_none() && !parts.percent {
            true => self.one(&format!("{low} {}", behind(high)), self.usual)?,
            false => self.one(low, self.usual)?,
        };
        let high = self.one(high, low.unit)?;
        let high = high
            .in_unit(low.unit)
            .map_err(|_| AmountError::Mixed { text: self.text() })?;
        match high.value.cmp_value(low.value).is_gt() {
            true => Ok((low, high.value)),
            false => Err(AmountError::Falling { text: self.text() }),
        }
    }

    fn one(&self, text: &str, usual: Unit) -> Result<Amount, AmountError> {
        let parts = self.parts(text)?;
        let value = match read_number(parts.number)? {
            Cell::Number { value, .. } => value,
            Cell::Empty => return Err(AmountError::NoDigits { text: self.text() }),
        };
        if parts.percent {
            return match (&parts.currencies[..], parts.scale) {
                ([], None) => Ok(Amount::new(value, Unit::Percent)),
                _ => Err(AmountError::PercentOf { text: self.text() }),
            };
        }
        let Some(currency) = parts.currency(usual) else {
            // A count in millions is written out, since counts have no scale.
            let shift = parts.scale.map_or(0, |(scale, shift)| i32::from(scale.power()) + shift);
            let value = value.shifted(shift).map_err(|_| self.too_large())?;
            return Ok(Amount::new(value, usual));
        };
        let is_small = |scale: Scale| value.to_f64().abs() < 10_i64.pow(u32::from(scale.power())) as f64;
        let (scale, shift) = match (parts.scale, usual) {
            (Some(named), _) => named,
            // A bare number counts as the series does.
            (None, Unit::Money { scale, .. }) if parts.currencies.is_empty() => (scale, 0),
            // "$5,200" where the series counts in millions may be those, or single dollars.
            (None, Unit::Money { scale, .. }) if scale != Scale::One && is_small(scale) => {
                let text = self.text();
                return Err(AmountError::Scaleless { text, scale });
            }
            (None, _) => (Scale::One, 0),
        };
        let value = value.shifted(shift).map_err(|_| self.too_large())?;
        Ok(Amount::new(value, Unit::Money { currency, scale }))
    }

    fn parts<'t>(&self, text: &'t str) -> Result<Parts<'t>, AmountError> {
        let begins = |c: char| c.is_ascii_digit() || matches!(c, '-' | '(' | '+');
        let none = || AmountError::NoDigits { text: self.text() };
        let (front, rest) = text.split_at(text.find(begins).ok_or_else(none)?);
        let (number, back) = rest.split_at(rest.len() - behind(rest).len());
        let mut parts = Parts {
            number,
            currencies: Vec::new(),
            scale: None,
            percent: false,
        };
        for word in words(front).chain(words(back)) {
            self.take(&mut parts, &word)?;
        }
        Ok(parts)
    }

    /// Takes in a word beside the number.
    fn take(&self, parts: &mut Parts<'_>, word: &str) -> Result<(), AmountError> {
        let small = word.to_lowercase();
        let twice = || AmountError::Twice {
            text: self.text(),
            word: word.into(),
        };
        if matches!(small.as_str(), "%" | "percent" | "pc" | "pct") {
            parts.percent = true;
        } else if let Some(named) = scale_of(&small) {
            parts.scale = Some(match parts.scale {
                None => named,
                // "3 lakh crore"; "5 thousand million".
                Some((Scale::Thousand, by)) if named.0 == Scale::Million => (Scale::Million, named.1 + by + 3),
                Some(_) => return Err(twice()),
            });
        } else {
            let found = self.currencies(word, &small);
            if found.is_empty() {
                return Err(AmountError::Word {
                    text: self.text(),
                    word: word.into(),
                });
            }
            // "$5.2 bn USD": both words must be able to mean it.
            match parts.currencies.is_empty() {
                true => parts.currencies = found,
                false => parts.currencies.retain(|known| found.contains(known)),
            }
            if parts.currencies.is_empty() {
                return Err(twice());
            }
        }
        Ok(())
    }

    /// What a word may stand for, the likeliest first.
    fn currencies(&self, word: &str, small: &str) -> Vec<Currency> {
        let common = COMMON.iter().find(|(names, _)| names.contains(&small));
        let codes = common.map(|(_, codes)| *codes).or_else(|| currencies(small));
        if let Some(codes) = codes {
            return codes.iter().filter_map(|code| code.parse().ok()).collect();
        }
        let is_usual = |code: &str| matches!(self.usual, Unit::Money { currency, .. } if currency.as_str() == code);
        let code = small.to_uppercase();
        let is_code = is_usual(&code) || word == code && CODES.split(' ').any(|known| known == code);
        is_code.then(|| code.parse().ok()).flatten().into_iter().collect()
    }
}

impl Parts<'_> {
    /// The currency of the series where it may be meant.
    fn currency(&self, usual: Unit) -> Option<Currency> {
        let usual = match usual {
            Unit::Money { currency, .. } => Some(currency),
            Unit::Percent | Unit::Count => None,
        };
        match &self.currencies[..] {
            [] => usual,
            [first, ..] => usual.filter(|usual| self.currencies.contains(usual)).or(Some(*first)),
        }
    }
}

/// The scale that a word names, and by how many places a number moves to be counted in it.
fn scale_of(word: &str) -> Option<(Scale, i32)> {
    let short = SHORT_SCALES.iter().find(|(name, ..)| *name == word);
    short
        .map(|(_, scale, shift)| (*scale, *shift))
        .or_else(|| scale(word).map(|(scale, shift, _)| (scale, shift)))
}

/// The words beside a number. A sign of money stands for itself, also right beside another word.
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut text = text.replace("U.S.", "US");
    // "US $" and "US dollars" are one word.
    for apart in ["US $", "US dollars", "US dollar", "US Dollars", "US Dollar"] {
        text = text.replace(apart, " US$");
    }
    let mut found: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some((at, sign)) = rest.char_indices().find(|(_, c)| "$€£₨₹৳₱%".contains(*c)) {
            let end = at + sign.len_utf8();
            match &rest[..at] {
                head if head.eq_ignore_ascii_case("us") => found.push(rest[..end].into()),
                head => found.extend([head.into(), sign.to_string()]),
            }
            rest = &rest[end..];
        }
        found.push(rest.into());
    }
    let plain = |word: String| word.trim_matches(['.', ',']).to_owned();
    found.into_iter().map(plain).filter(|word| !word.is_empty())
}
