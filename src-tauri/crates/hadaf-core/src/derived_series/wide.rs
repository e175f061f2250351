//! Numbers on the way through a formula: exact as long as they can be, else to twelve places.

use crate::Decimal;

/// Places to which a quotient is carried, and a product that would have more than [`MOST_PLACES`].
const WORKING_PLACES: u8 = 12;
/// The most places of a number on its way.
const MOST_PLACES: u8 = 18;

/// `mantissa / 10^places`. What does not fit is no number: none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WideDecimal {
    mantissa: i128,
    places: u8,
}

impl From<Decimal> for WideDecimal {
    fn from(value: Decimal) -> Self {
        Self {
            mantissa: value.mantissa().into(),
            places: value.places(),
        }
    }
}

impl WideDecimal {
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let mantissa = self.at(places)?.checked_add(other.at(places)?)?;
        Some(Self { mantissa, places })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let mantissa = self.at(places)?.checked_sub(other.at(places)?)?;
        Some(Self { mantissa, places })
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let product = Self {
            mantissa: self.mantissa.checked_mul(other.mantissa)?,
            places: self.places.checked_add(other.places)?,
        };
        if product.places <= MOST_PLACES {
            return Some(product);
        }
        product.rounded(WORKING_PLACES)
    }

    /// A quotient times `10^power`; none by zero.
    pub(super) fn over(self, other: Self, power: u8) -> Option<Self> {
        let divided = self.with_sign_of(other)?;
        let zeros = i16::from(WORKING_PLACES) + i16::from(power) + i16::from(other.places) - i16::from(self.places);
        let (top, bottom) = match u32::try_from(zeros) {
            Ok(zeros) => (
                divided.checked_mul(10_i128.checked_pow(zeros)?)?,
                other.mantissa.checked_abs()?,
            ),
            Err(_) => (
                divided,
                other
                    .mantissa
                    .checked_abs()?
                    .checked_mul(10_i128.checked_pow(zeros.unsigned_abs().into())?)?,
            ),
        };
        Some(Self {
            mantissa: half_away(top, bottom)?,
            places: WORKING_PLACES,
        })
    }

    /// Times `10^power`, exactly.
    pub(super) fn shifted(self, power: i16) -> Option<Self> {
        let places = i16::from(self.places) - power;
        if let Ok(places) = u8::try_from(places) {
            return Some(Self { places, ..self });
        }
        let zeros = 10_i128.checked_pow(places.unsigned_abs().into())?;
        Some(Self {
            mantissa: self.mantissa.checked_mul(zeros)?,
            places: 0,
        })
    }

    pub(super) fn is_positive(self) -> bool {
        self.mantissa > 0
    }

    /// For its size alone.
    pub(super) fn to_f64(self) -> f64 {
        self.mantissa as f64 / (0..self.places).fold(1.0, |power, _| power * 10.0)
    }

    /// With at most so many places, half away from zero.
    pub(super) fn to_decimal(self, places: u8) -> Option<Decimal> {
        let rounded = match self.places > places {
            true => self.rounded(places)?,
            false => self,
        };
        Decimal::new(i64::try_from(rounded.mantissa).ok()?, rounded.places).ok()
    }

    fn rounded(self, places: u8) -> Option<Self> {
        let factor = 10_i128.checked_pow((self.places - places).into())?;
        Some(Self {
            mantissa: half_away(self.mantissa, factor)?,
            places,
        })
    }

    fn at(self, places: u8) -> Option<i128> {
        self.mantissa
            .checked_mul(10_i128.checked_pow((places - self.places).into())?)
    }

    fn with_sign_of(self, other: Self) -> Option<i128> {
        match other.mantissa.signum() {
            0 => None,
            sign => self.mantissa.checked_mul(sign),
        }
    }
}

/// A quotient by something above zero.
fn half_away(top: i128, bottom: i128) -> Option<i128> {
    top.checked_add(top.signum() * (bottom / 2))?.checked_div(bottom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> WideDecimal {
        Decimal::parse(text).unwrap().into()
    }

    #[test]
    fn quotients_and_products_are_those_of_the_hand() {
        let told = |value: Option<WideDecimal>, places| value.unwrap().to_decimal(places).unwrap().to_string();
        assert_eq!(told(wide("1").over(wide("3"), 2), 6), "33.333333");
        assert_eq!(told(wide("-1").over(wide("8"), 0), 2), "-0.13");
        assert_eq!(told(wide("1").over(wide("-8"), 0), 2), "-0.13");
        assert_eq!(told(wide("412").times(wide("278.5435")), 9), "114759.9220");
        assert_eq!(
            told(
                wide("412").over(wide("278.5435"), 0).unwrap().times(wide("278.5435")),
                6
            ),
            "412.000000"
        );
        assert_eq!(told(wide("0.1").plus(wide("0.25")), 9), "0.35");
        assert_eq!(told(wide("5.2").shifted(3), 9), "5200");
        assert_eq!(told(wide("5200").shifted(-3), 9), "5.200");
        assert_eq!(wide("1").over(wide("0.00"), 0), None);
    }
}
