//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CoreError, NumberFault, Operation, RangeKind, Result};

/// Whole numbers up to this one are binary numbers exactly.
const EXACT: u64 = 1 << 53;

/// An exact decimal number: `mantissa / 10^places`. It keeps the digits it was written with, so
/// 2619.100 and 2619.1 are the same value ([`Decimal::same_value`]) but not equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    mantissa: i64,
    places: u8,
}

impl Decimal {
    /// Nothing, without decimal places.
    pub const ZERO: Self = Self { mantissa: 0, places: 0 };
    /// The most decimal places.
    pub const MAX_PLACES: u8 = 9;

    /// `mantissa / 10^places`.
    ///
    /// # Errors
    /// [`CoreError::Range`] for more than nine places.
    pub fn new(mantissa: i64, places: u8) -> Result<Self> {
        if places <= Self::MAX_PLACES {
            Ok(Self { mantissa, places })
        } else {
            let (value, high) = (i64::from(places), i64::from(Self::MAX_PLACES));
            Err(CoreError::Range {
                what: RangeKind::Places,
                value,
                low: 0,
                high,
            })
        }
    }

    /// One of ours, at most nine places.
    pub(crate) const fn constant(mantissa: i64, places: u8) -> Self {
        Self { mantissa, places }
    }

    /// Reads digits with an optional sign (`-`, `+` or U+2212), optional thousands commas (1,234,567
    /// or 12,34,567) and an optional decimal point. The digits are written back as they were.
    ///
    /// # Errors
    /// [`CoreError::Number`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let trimmed = text.trim();
        parse_digits(trimmed).map_err(|reason| CoreError::Number {
            text: trimmed.into(),
            reason,
        })
    }

    /// All digits as one integer.
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of them stand behind the point.
    pub fn places(self) -> u8 {
        self.places
    }

    /// The sum, with the places of the finer one.
    ///
    /// # Errors
    /// [`CoreError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self> {
        let (left, right, places) = self.aligned(other);
        narrow(left + right, places, Operation::Addition)
    }

    /// The difference, with the places of the finer one.
    ///
    /// # Errors
    /// [`CoreError::Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self> {
        let (left, right, places) = self.aligned(other);
        narrow(left - right, places, Operation::Subtraction)
    }

    /// The number with the other sign.
    ///
    /// # Errors
    /// [`CoreError::Overflow`] for the smallest mantissa.
    pub fn checked_neg(self) -> Result<Self> {
        narrow(-i128::from(self.mantissa), self.places, Operation::Sign)
    }

    /// The exact sum of all.
    ///
    /// # Errors
    /// [`CoreError::Overflow`] when the sum (not a part of it) does not fit.
    pub fn sum(values: impl IntoIterator<Item = Self>) -> Result<Self> {
        let (mut total, mut places) = (0_i128, 0_u8);
        for value in values {
            let finer = places.max(value.places);
            total =
                widen(total, finer - places).saturating_add(widen(i128::from(value.mantissa), finer - value.places));
            places = finer;
        }
        narrow(total, places, Operation::Sum)
    }

    /// The mean of so many numbers of which this is the sum, with one place more than the sum, half away from zero; none of
    /// no numbers.
    pub fn mean_of(self, count: usize) -> Option<Self> {
        let places = (self.places + 1).min(Self::MAX_PLACES);
        let count = i128::try_from(count).ok().filter(|count| *count > 0)?;
        let mantissa = divide_rounded(widen(i128::from(self.mantissa), places - self.places), count);
        narrow(mantissa, places, Operation::Sum).ok()
    }

    /// The same value with exactly `places` decimal places.
    ///
    /// # Errors
    /// [`CoreError::Inexact`] when digits other than zero would be lost, [`CoreError::Overflow`],
    /// [`CoreError::Range`] for more than nine places.
    pub fn rescale(self, places: u8) -> Result<Self> {
        Self::new(0, places)?;
        if places >= self.places {
            return narrow(
                widen(i128::from(self.mantissa), places - self.places),
                places,
                Operation::Places,
            );
        }
        let factor = 10_i64.pow(u32::from(self.places - places));
        if self.mantissa % factor == 0 {
            Ok(Self {
                mantissa: self.mantissa / factor,
                places,
            })
        } else {
            Err(CoreError::Inexact { value: self, places })
        }
    }

    /// Rounded to `places`, half away from zero; unchanged when it has no more than that.
    #[must_use]
    pub fn round(self, places: u8) -> Self {
        if places >= self.places {
            return self;
        }
        let mantissa = divide_rounded(i128::from(self.mantissa), widen(1, self.places - places));
        Self {
            mantissa: i64::try_from(mantissa).expect("smaller than the mantissa it came from"),
            places,
        }
    }

    /// The places in which a number of about this size is written with three digits: none from 100 on, two from 1 on,
    /// at most nine.
    pub fn places_of(size: f64) -> u8 {
        let size = size.abs();
        if !(size > 0.0 && size.is_finite()) {
            return 0;
        }
        let mut least = 100.0;
        let mut places = 0;
        while size < least && places < Self::MAX_PLACES {
            least /= 10.0;
            places += 1;
        }
        places
    }

    /// A number that was worked out, rounded to `places` (at most nine), half away from zero; `None` for one that is
    /// infinite, none, or too large.
    pub fn rounded_from(value: f64, places: u8) -> Option<Self> {
        // A first rounding to nine places removes the dust of binary arithmetic (0.125 stored as 0.12499999...).
        let places = places.min(9);
        Some(Self::parse(&format!("{value:.9}")).ok()?.round(places))
    }

    /// Rounded to a multiple of `10^exponent`, half away from zero, e.g. 3223 at exponent 1 is 3220.
    /// Exponents below zero are decimal places.
    ///
    /// # Errors
    /// [`CoreError::Overflow`] when the next multiple does not fit.
    pub fn round_to_power(self, exponent: i32) -> Result<Self> {
        if exponent <= 0 {
            // More places than a number can have change nothing.
            let places = u8::try_from(exponent.unsigned_abs()).ok().unwrap_or(Self::MAX_PLACES);
            return Ok(self.round(places));
        }
        let factor = 10_i128.pow(exponent.unsigned_abs().min(18));
        let units = divide_rounded(i128::from(self.mantissa), factor * widen(1, self.places));
        narrow(units * factor, 0, Operation::Rounding)
    }

    /// Same value, whatever the digits written: 2619.1 and 2619.100.
    pub fn same_value(self, other: Self) -> bool {
        self.cmp_value(other).is_eq()
    }

    /// Order by value alone.
    pub fn cmp_value(self, other: Self) -> Ordering {
        let (left, right, _) = self.aligned(other);
        left.cmp(&right)
    }

    /// Whether it is nought, with however many places.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Nearest binary number, for geometry and growth; never stored.
    pub fn to_f64(self) -> f64 {
        // Zeros behind the point say nothing, and could make the mantissa too long for a binary number.
        let (mut mantissa, mut places) = (self.mantissa, self.places);
        while mantissa.unsigned_abs() > EXACT && places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        // Division by an exact power of ten is correctly rounded, hence the same on every platform.
        mantissa as f64 / 10_i64.pow(u32::from(places)) as f64
    }

    /// Power of ten of the last digit that says something: -2 for 12.30, 0 for 324, 1 for 3220.
    /// Zeros before the point may be rounding, those behind it are not.
    pub fn last_digit(self) -> i32 {
        if self.places > 0 || self.mantissa == 0 {
            return -i32::from(self.places);
        }
        let (mut rest, mut exponent) = (self.mantissa, 0);
        while rest % 10 == 0 {
            rest /= 10;
            exponent += 1;
        }
        exponent
    }

    /// Times `10^power`, exactly, with no more places than needed.
    ///
    /// # Errors
    /// [`CoreError::Overflow`] and [`CoreError::Range`] when the digits do not fit.
    pub fn shifted(self, power: i32) -> Result<Self> {
        let places = i32::from(self.places) - power;
        if places < 0 {
            let zeros = u8::try_from((-places).min(18)).expect("at most 18");
            return narrow(widen(i128::from(self.mantissa), zeros), 0, Operation::Scale);
        }
        let (mut mantissa, mut places) = (self.mantissa, places);
        while places > i32::from(Self::MAX_PLACES) && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        // What no byte holds is refused as too many places too.
        Self::new(mantissa, u8::try_from(places).ok().unwrap_or(u8::MAX))
    }

    fn aligned(self, other: Self) -> (i128, i128, u8) {
        let places = self.places.max(other.places);
        let scaled = |value: Self| widen(i128::from(value.mantissa), places - value.places);
        (scaled(self), scaled(other), places)
    }
}

fn widen(value: i128, places: u8) -> i128 {
    value.saturating_mul(10_i128.pow(u32::from(places)))
}

fn narrow(value: i128, places: u8, operation: Operation) -> Result<Decimal> {
    let mantissa = i64::try_from(value).map_err(|_| CoreError::Overflow { operation })?;
    Ok(Decimal { mantissa, places })
}

/// Half away from zero; `divisor` is positive.
fn divide_rounded(value: i128, divisor: i128) -> i128 {
    (value + value.signum() * (divisor / 2)) / divisor
}

fn parse_digits(text: &str) -> std::result::Result<Decimal, NumberFault> {
    let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((_, "")) => return Err(NumberFault::Point),
        Some((whole, fraction)) => (whole, fraction),
        None => (unsigned, ""),
    };
    if unsigned.is_empty() {
        return Err(NumberFault::NoDigits);
    }
    if !fraction.bytes().all(|byte| byte.is_ascii_digit())
        || !whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
    {
        return Err(NumberFault::Signs);
    }
    if whole.contains(',') && !grouped(whole) {
        return Err(NumberFault::Commas);
    }
    let places = u8::try_from(fraction.len())
        .ok()
        .filter(|places| *places <= Decimal::MAX_PLACES);
    let places = places.ok_or(NumberFault::Places)?;
    let mut mantissa = 0_i64;
    for digit in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
        let next = mantissa
            .checked_mul(10)
            .and_then(|value| value.checked_add(i64::from(digit - b'0')));
        mantissa = next.ok_or(NumberFault::Digits)?;
    }
    Ok(Decimal {
        mantissa: if negative { -mantissa } else { mantissa },
        places,
    })
}

/// Commas in thousands (1,234,567) or in the Indian way (12,34,567).
fn grouped(whole: &str) -> bool {
    let mut groups: Vec<usize> = whole.split(',').map(str::len).collect();
    let last = groups.pop();
    let first = groups.first().copied().unwrap_or(0);
    let middle = groups.get(1..).unwrap_or_default();
    last == Some(3)
        && ((1..=3).contains(&first) && middle.iter().all(|length| *length == 3)
            || (1..=2).contains(&first) && middle.iter().all(|length| *length == 2))
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    /// By value, then by places, so that the order agrees with equality.
    fn cmp(&self, other: &Self) -> Ordering {
        self.cmp_value(*other).then(self.places.cmp(&other.places))
    }
}

impl From<i32> for Decimal {
    fn from(value: i32) -> Self {
        Self {
            mantissa: i64::from(value),
            places: 0,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        if self.places == 0 {
            return f.pad(&format!("{sign}{digits}"));
        }
        let factor = 10_u64.pow(u32::from(self.places));
        let width = usize::from(self.places);
        f.pad(&format!("{sign}{}.{:0width$}", digits / factor, digits % factor))
    }
}

impl FromStr for Decimal {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        Self::parse(text)
    }
}

crate::text::as_text!(Decimal);
