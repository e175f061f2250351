//! What messages take.

use std::borrow::Cow;

use hadaf_core::isolated;

/// A text, or a number.
pub use fluent_bundle::FluentValue as Value;

/// What may be given to a message: where it decides a plural (`COUNT`) a number, elsewhere also a text.
pub trait Argument<'a, const COUNT: bool> {
    /// As the catalogue takes it.
    fn into_value(self) -> Value<'a>;
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl<'a, const COUNT: bool> Argument<'a, COUNT> for $number {
            fn into_value(self) -> Value<'a> {
                self.into()
            }
        }
    )+};
}

macro_rules! texts {
    ($($text:ty),+) => {$(
        impl<'a> Argument<'a, false> for $text {
            fn into_value(self) -> Value<'a> {
                text(self.into())
            }
        }
    )+};
}

/// A text in a sentence: a name from the right does not turn round what stands beside it.
pub(crate) fn text(text: Cow<'_, str>) -> Value<'_> {
    match text {
        Cow::Borrowed(text) => isolated(text).into(),
        Cow::Owned(text) => {
            let changed = match isolated(&text) {
                Cow::Owned(changed) => Some(changed),
                Cow::Borrowed(_) => None,
            };
            changed.unwrap_or(text).into()
        }
    }
}

numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);
texts!(String, &'a str, &'a String, Cow<'a, str>);
