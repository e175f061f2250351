//! Sentences that are not said yet: a message with its values, which become text in the language of whoever reads it.

use hadaf_core::{FiscalYear, Month, Period};
use jiff::civil::Date;

use crate::{Format, Message, Value};

/// A value of a [`Sentence`].
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// As it stands.
    Text(String),
    /// A number, by which a message may choose a plural.
    Count(i64),
    /// A day, written out.
    Day(Date),
    /// A period, written out.
    Period(Period),
    /// Another message, such as the name of a field.
    Message(Message),
    /// Another sentence, with values of its own.
    Sentence(Box<Sentence>),
}

impl Detail {
    fn value(&self, format: Format) -> Value<'static> {
        match self {
            Self::Text(text) => crate::argument::text(text.clone().into()),
            Self::Count(count) => (*count).into(),
            Self::Day(day) => format.day(*day).into(),
            Self::Period(period) => format.period(*period).into(),
            Self::Message(message) => format.words.say(*message, &[]).into(),
            Self::Sentence(sentence) => sentence.text(format).into(),
        }
    }
}

impl From<Sentence> for Detail {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(Box::new(sentence))
    }
}

/// What may be a value of a [`Sentence`]: where its message decides a plural (`COUNT`), a number.
pub trait IntoDetail<const COUNT: bool> {
    /// The value.
    fn into_detail(self) -> Detail;
}

macro_rules! counts {
    ($($number:ty),+) => {$(
        impl<const COUNT: bool> IntoDetail<COUNT> for $number {
            fn into_detail(self) -> Detail {
                Detail::Count(i64::try_from(self).ok().unwrap_or(i64::MAX))
            }
        }
    )+};
}

macro_rules! values {
    ($($value:ty => $variant:ident),+ $(,)?) => {$(
        impl IntoDetail<false> for $value {
            fn into_detail(self) -> Detail {
                Detail::$variant(self.into())
            }
        }
    )+};
}

impl IntoDetail<false> for Sentence {
    fn into_detail(self) -> Detail {
        self.into()
    }
}

impl IntoDetail<false> for Detail {
    fn into_detail(self) -> Detail {
        self
    }
}

counts!(u8, u16, u32, u64, usize, i32, i64);
values!(
    &str => Text,
    &String => Text,
    String => Text,
    Date => Day,
    Month => Period,
    FiscalYear => Period,
    Period => Period,
    Message => Message,
);

/// A message with its values; [`sentence!`](crate::sentence!) makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    message: Message,
    hint: Option<Message>,
    details: Vec<(&'static str, Detail)>,
}

impl Sentence {
    /// A message, what to do about it where the catalogue says so, and the values of both; by
    /// [`sentence!`](crate::sentence!), which knows that they take them.
    pub fn new(message: Message, hint: Option<Message>, details: Vec<(&'static str, Detail)>) -> Self {
        Self { message, hint, details }
    }

    /// What it says.
    pub fn text(&self, format: Format) -> String {
        self.say(self.message, format)
    }

    /// What to do about it.
    pub fn hint(&self, format: Format) -> Option<String> {
        let hint = self.hint.map(|hint| self.say(hint, format));
        hint.filter(|hint| !hint.is_empty())
    }

    /// The id of its message.
    pub fn id(&self) -> &'static str {
        self.message.id()
    }

    fn say(&self, message: Message, format: Format) -> String {
        let known = self.details.iter().filter(|(name, _)| message.knows(name));
        let values: Vec<_> = known.map(|(name, detail)| (*name, detail.value(format))).collect();
        format.words.say(message, &values)
    }
}

/// A sentence with the values that its message and its hint take, the message of `error-NAME` and the hint of
/// `error-NAME-hint`: `sentence!("error-", "no-date", text = text)`.
#[macro_export]
macro_rules! sentence {
    ($head:literal, $name:literal $(, $key:ident = $value:expr)* $(,)?) => {{
        const MESSAGE: $crate::Message = $crate::Message::of(concat!($head, $name));
        const HINT: Option<$crate::Message> = $crate::Message::find(concat!($head, $name, "-hint"));
        const _: () = MESSAGE.takes_with(HINT, &[$(stringify!($key)),*]);
        $crate::Sentence::new(
            MESSAGE,
            HINT,
            vec![$((
                stringify!($key),
                $crate::IntoDetail::<{ MESSAGE.counts(stringify!($key)) }>::into_detail($value),
            )),*],
        )
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_with_its_hint_when_it_is_read() {
        let day: Date = "2026-03-20".parse().unwrap();
        let sentence = sentence!("error-", "date-to-come", day = day, today = day);
        let format = Format::of("en");
        assert_eq!(
            sentence.text(format),
            "20 March 2026 is still to come; today is 20 March 2026."
        );
        assert!(sentence.hint(format).unwrap().starts_with("Give today"));
        let both = sentence!("", "either-or", first = sentence.clone(), second = "soon");
        assert_eq!(
            both.text(format),
            "20 March 2026 is still to come; today is 20 March 2026. or soon"
        );
        assert_eq!(
            sentence!("log-", "since", what = "undone", by = "A", when = "B").hint(format),
            None
        );
    }
}
