//! Amounts: numbers with their units.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CoreError, Decimal, Result, WordKind};

crate::text::as_text!(Currency, Unit);

/// Three capital letters, e.g. `USD` (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Its three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("three letters by construction")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Currency {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        <[u8; 3]>::try_from(text.as_bytes())
            .ok()
            .filter(|letters| letters.iter().all(u8::is_ascii_uppercase))
            .map(Self)
            .ok_or_else(|| CoreError::Word {
                what: WordKind::Currency,
                text: text.into(),
                known: "",
            })
    }
}

/// In what the money is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Scale {
    /// Single units.
    One,
    /// Thousands.
    Thousand,
    /// Millions.
    Million,
    /// Billions (10^9).
    Billion,
}

crate::text::words!(Scale, { One => "one", Thousand => "thousand", Million => "million", Billion => "billion" });

impl Scale {
    /// Power of ten: 0, 3, 6 or 9.
    pub fn power(self) -> u8 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }
}

/// What a number counts. Canonical forms `USD million`, `USD`, `percent`, `count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Unit {
    /// Money.
    Money {
        /// Which.
        currency: Currency,
        /// In what it is counted.
        scale: Scale,
    },
    /// Hundredths.
    Percent,
    /// Things or people.
    Count,
}

impl Unit {
    /// Its currency, where it counts money.
    pub fn currency(self) -> Option<Currency> {
        match self {
            Self::Money { currency, .. } => Some(currency),
            Self::Percent | Self::Count => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money {
                currency,
                scale: Scale::One,
            } => write!(f, "{currency}"),
            Self::Money { currency, scale } => write!(f, "{currency} {scale}"),
            Self::Percent => write!(f, "percent"),
            Self::Count => write!(f, "count"),
        }
    }
}

impl FromStr for Unit {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let money = || {
            let (currency, scale) = text.split_once(' ').unwrap_or((text, "one"));
            Some(Self::Money {
                currency: currency.parse().ok()?,
                scale: scale.parse().ok()?,
            })
        };
        match text {
            "percent" => Ok(Self::Percent),
            "count" => Ok(Self::Count),
            _ => money().ok_or_else(|| CoreError::Word {
                what: WordKind::Unit,
                text: text.into(),
                known: "",
            }),
        }
    }
}

/// A number and what it counts. Numbers of different units never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// The number, counted in `unit`.
    pub value: Decimal,
    /// What one of it is: a currency and scale, or something counted.
    pub unit: Unit,
}

impl Amount {
    /// A number of a unit.
    pub fn new(value: Decimal, unit: Unit) -> Self {
        Self { value, unit }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`CoreError::UnitMismatch`] for another unit, [`CoreError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self> {
        self.same_unit(other)?;
        Ok(Self {
            value: self.value.checked_add(other.value)?,
            ..self
        })
    }

    /// The difference.
    ///
    /// # Errors
    /// [`CoreError::UnitMismatch`] for another unit, [`CoreError::Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self> {
        self.same_unit(other)?;
        Ok(Self {
            value: self.value.checked_sub(other.value)?,
            ..self
        })
    }

    /// The sum of all; none when there are none.
    ///
    /// # Errors
    /// As [`Amount::checked_add`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Option<Self>> {
        let mut amounts = amounts.into_iter();
        let Some(first) = amounts.next() else { return Ok(None) };
        amounts.try_fold(first, Self::checked_add).map(Some)
    }

    /// The same money counted in another scale, exactly: 5.2 billion are 5200 million.
    ///
    /// # Errors
    /// [`CoreError::UnitMismatch`] for another currency or kind, [`CoreError::Overflow`] and
    /// [`CoreError::Range`] when the digits do not fit.
    pub fn in_unit(self, unit: Unit) -> Result<Self> {
        let (
            Unit::Money { currency, scale },
            Unit::Money {
                currency: wanted,
                scale: target,
            },
        ) = (self.unit, unit)
        else {
            self.same_unit(Self { unit, ..self })?;
            return Ok(self);
        };
        if currency != wanted {
            return Err(CoreError::UnitMismatch {
                left: self.unit,
                right: unit,
            });
        }
        Ok(Self {
            value: self
                .value
                .shifted(i32::from(scale.power()) - i32::from(target.power()))?,
            unit,
        })
    }

    fn same_unit(self, other: Self) -> Result<()> {
        if self.unit == other.unit {
            Ok(())
        } else {
            Err(CoreError::UnitMismatch {
                left: self.unit,
                right: other.unit,
            })
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value, self.unit)
    }
}
