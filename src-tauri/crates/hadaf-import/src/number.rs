//! Numbers as people write them.

use hadaf_core::{
    CoreError, DayError, Decimal, FiscalCalendar, NumberFault, Period, PeriodError, plain_text, read_day,
};

use crate::mark::{Mark, strip_marks};
use crate::number_error::{NumberError, TimeKind};
use crate::period::read_period;

/// What stands in a cell that should hold a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or a sign for nothing: `-`, `..`, `n/a`, `#N/A`.
    Empty,
    /// A number.
    Number {
        /// Its digits.
        value: Decimal,
        /// The mark beside it, if there is one.
        mark: Option<Mark>,
        /// It was written with the noise of a binary fraction (361.99999999999994), which was taken off.
        rounded: bool,
    },
}

/// How many digits a spreadsheet's binary fraction carries for sure; those behind are noise.
const SURE_DIGITS: usize = 15;

/// Reads a number: `1,234.5`, `12,34,567`, `1 234.5` and `12 34 567` (spaces of any kind), `(5)` and U+2212 for less
/// than nothing, `236 (p)`, `324r`, `365*`, `190 [1]`, `~190`, `3.62E+02`, digits of any script. Nothing is guessed:
/// a comma that would have to be a decimal point is asked about. Of a binary fraction written out in full
/// (361.99999999999994) the fifteen digits are read that a spreadsheet shows: 362; of a quotient (63.3333333333333) the
/// nine decimals that a figure may have.
///
/// # Errors
/// [`NumberError`] says what is wrong.
pub fn read_number(text: &str) -> Result<Cell, NumberError> {
    if let Some(value) = plain_digits(text) {
        return Ok(Cell::Number {
            value,
            mark: None,
            rounded: false,
        });
    }
    let plain = plain_text(text);
    let written = plain.trim();
    if is_no_figure(written) {
        return Ok(Cell::Empty);
    }
    if is_error(written) {
        return Err(NumberError::IsError {
            text: text.trim().into(),
        });
    }
    let (unmarked, mark) = match scientific(written) {
        Some(_) => (written, None),
        None => strip_marks(written),
    };
    let (body, negative) = strip_brackets(unmarked);
    let digits = scientific(body).unwrap_or_else(|| join_groups(body));
    let value = Decimal::parse(&digits).and_then(|value| if negative { value.checked_neg() } else { Ok(value) });
    match value {
        Ok(_) if negative && body.starts_with('-') => Err(NumberError::TwoSigns {
            text: text.trim().into(),
        }),
        Ok(value) => Ok(Cell::Number {
            value,
            mark,
            rounded: false,
        }),
        Err(error) => match sure_digits(&digits).filter(|_| !(negative && body.starts_with('-'))) {
            Some(value) => Ok(Cell::Number {
                value: if negative {
                    value.checked_neg().expect("fifteen digits have another sign")
                } else {
                    value
                },
                mark,
                rounded: true,
            }),
            None => Err(explain(text, &digits, negative, &error)),
        },
    }
}

/// A number of nothing but digits, with a sign before and a point between them at most: most numbers are no more.
fn plain_digits(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain.then(|| Decimal::parse(text).ok()).flatten()
}

/// The number that stands in the first fifteen digits of more, or in nine decimals of more, half away from zero; none
/// where nothing of it would be left.
fn sure_digits(digits: &str) -> Option<Decimal> {
    let (whole, fraction) = digits.split_once('.')?;
    let (sign, whole) = match whole.strip_prefix('-') {
        Some(whole) => ("-", whole),
        None => ("", whole),
    };
    let whole = whole.replace(',', "");
    let all: String = [whole.as_str(), fraction].concat();
    let zeros = all.len() - all.trim_start_matches('0').len();
    let is_digits = !whole.is_empty() && all.bytes().all(|byte| byte.is_ascii_digit());
    let sure = (zeros + SURE_DIGITS).min(whole.len() + usize::from(Decimal::MAX_PLACES));
    if !is_digits || all.len() <= sure || whole.len() > SURE_DIGITS {
        return None;
    }
    let (kept, rest) = all.split_at(sure);
    let mantissa = kept.parse::<u64>().ok()? + u64::from(rest.starts_with(['5', '6', '7', '8', '9']));
    let places = kept.len().checked_sub(whole.len())?;
    if mantissa == 0 {
        return None;
    }
    let padded = format!("{mantissa:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Decimal::parse(&format!("{sign}{whole}{point}{fraction}")).ok()
}

/// Whether a plain text says that there is no figure.
pub(crate) fn is_no_figure(text: &str) -> bool {
    let word = text.to_lowercase();
    // "(-)", but nothing in brackets is a slip.
    let inside = word
        .strip_prefix(['(', '['])
        .map(|word| word.trim_end_matches([')', ']']));
    let word = inside.filter(|word| !word.is_empty()).unwrap_or(&word);
    matches!(
        word.trim(),
        "" | "-"
            | "--"
            | "---"
            | "."
            | ".."
            | "..."
            | ". ."
            | ". . ."
            | "\u{2026}"
            | "_"
            | ":"
            | "n/a"
            | "n/a."
            | "na"
            | "n.a."
            | "n.a"
            | "n. a."
            | "n.d."
            | "n.d"
            | "nd"
            | "#n/a"
            | "#n/a n/a"
            | "nan"
            | "null"
            | "none"
            | "not available"
            | "not applicable"
            | "x"
    )
}

/// What a spreadsheet writes where a formula failed; `#N/A` says that there is no figure.
fn is_error(text: &str) -> bool {
    let text = text.to_uppercase();
    matches!(
        text.as_str(),
        "#VALUE!" | "#REF!" | "#DIV/0!" | "#NAME?" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!" | "#ERROR!" | "#FIELD!"
    ) || text
        .strip_prefix("ERR:")
        .is_some_and(|number| number.parse::<u16>().is_ok())
}

/// `3.62E+02`, as spreadsheets write what is large or small, as digits: 362. Nothing where it has more digits than a figure.
fn scientific(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let shift: i32 = exponent.parse().ok()?;
    let has_sign = exponent.starts_with(['+', '-']);
    let is_power = exponent
        .trim_start_matches(['+', '-'])
        .bytes()
        .all(|byte| byte.is_ascii_digit());
    let number = Decimal::parse(mantissa).ok()?;
    if !is_power || !has_sign && exponent.len() > 2 || mantissa.contains(',') {
        return None;
    }
    let (digits, places) = (number.mantissa(), i32::from(number.places()) - shift);
    let value = match u8::try_from(places) {
        Ok(places) if places <= Decimal::MAX_PLACES => Decimal::new(digits, places).ok()?,
        Ok(_) => return None,
        Err(_) => {
            let factor = 10_i64.checked_pow(places.unsigned_abs())?;
            Decimal::new(digits.checked_mul(factor)?, 0).ok()?
        }
    };
    Some(value.to_string())
}

/// `(5)` is less than nothing.
fn strip_brackets(text: &str) -> (&str, bool) {
    match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    }
}

/// Takes out spaces and apostrophes that separate thousands; any others stay and will not parse.
fn join_groups(text: &str) -> String {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text).trim_start()),
    };
    let (whole, rest) = unsigned.split_at(unsigned.find(['.', ',']).unwrap_or(unsigned.len()));
    for mark in [' ', '\''] {
        let groups: Vec<&str> = whole.split(mark).collect();
        let [first, middle @ .., last] = &groups[..] else {
            continue;
        };
        let is_grouped = |digits: usize| {
            middle.iter().all(|group| group.len() == digits) && last.len() == 3 && (1..=digits).contains(&first.len())
        };
        // Lakhs and crores have two digits.
        if is_grouped(3) || is_grouped(2) {
            return format!("{sign}{}{rest}", groups.concat());
        }
    }
    format!("{sign}{unsigned}")
}

fn explain(text: &str, digits: &str, negative: bool, error: &CoreError) -> NumberError {
    let text = text.trim();
    if let Some(reading) = with_decimal_comma(digits) {
        let reading = if negative {
            reading.checked_neg().expect("what was read without its sign")
        } else {
            reading
        };
        return NumberError::DecimalComma {
            text: text.into(),
            reading,
        };
    }
    if let Some(what) = period_kind(text) {
        return NumberError::IsPeriod {
            text: text.into(),
            what,
        };
    }
    let has_digit = digits.contains(|c: char| c.is_ascii_digit());
    let has_unit = digits.contains(|c: char| c.is_alphabetic() || "%$€£¥₨".contains(c));
    if has_digit && has_unit {
        return NumberError::WithUnit { text: text.into() };
    }
    NumberError::NoNumber {
        text: text.into(),
        fault: match error {
            CoreError::Number { reason, .. } => *reason,
            _ => NumberFault::Digits,
        },
    }
}

/// What kind of period or day a text names, if it names one. Which fiscal calendar reads it makes no difference to its kind.
fn period_kind(text: &str) -> Option<TimeKind> {
    let calendar = FiscalCalendar::new(7).ok()?;
    match read_period(text, &calendar) {
        Ok((Period::Month(_), _)) => Some(TimeKind::Month),
        Ok((Period::Quarter(_), _)) => Some(TimeKind::Quarter),
        Ok((Period::FiscalYear(_), _)) => Some(TimeKind::Year),
        Err(PeriodError::Ambiguous { .. }) if text.contains(char::is_alphabetic) => Some(TimeKind::Period),
        Err(_) => match read_day(text) {
            Ok(_) | Err(DayError::Ambiguous { .. }) => Some(TimeKind::Day),
            Err(_) => None,
        },
    }
}

/// `1234,5` and `1.234,5`: one comma, behind which no thousands stand.
fn with_decimal_comma(digits: &str) -> Option<Decimal> {
    let (whole, fraction) = digits.split_once(',')?;
    let whole = if whole.contains('.') {
        Decimal::parse(&whole.replace('.', ",")).ok()?.to_string()
    } else {
        whole.into()
    };
    Decimal::parse(&format!("{whole}.{fraction}")).ok()
}
