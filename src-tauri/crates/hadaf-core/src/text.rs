//! Types that are stored and sent as their canonical text.

/// Conversions from and into `String` by `FromStr` and `Display`, as serde's `try_from` and `into` want them.
macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl TryFrom<String> for $name {
            type Error = crate::CoreError;

            fn try_from(text: String) -> crate::Result<Self> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    )+};
}

/// An enum whose variants are words: `as_str`, `Display`, `FromStr`.
macro_rules! words {
    ($name:ident, { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is stored.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::CoreError;

            fn from_str(text: &str) -> crate::Result<Self> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::CoreError::Word {
                        what: crate::WordKind::$name,
                        text: text.into(),
                        known: concat!($($word, " "),+),
                    }),
                }
            }
        }

        crate::text::as_text!($name);
    };
}

pub(crate) use {as_text, words};
