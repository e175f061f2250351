//! Names of series and sectors: words that people type.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CoreError, Result};

/// Declares a name that is a word.
macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes a word of small letters, digits and underscores that starts with a letter.
            ///
            /// # Errors
            /// [`CoreError::Word`] for anything else.
            pub fn new(text: &str) -> Result<Self> {
                text.parse()
            }

            /// The word.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = CoreError;

            fn from_str(text: &str) -> Result<Self> {
                let starts = text.starts_with(|first: char| first.is_ascii_lowercase());
                let rest = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
                if starts && rest && text.len() <= 64 {
                    Ok(Self(text.into()))
                } else {
                    Err(CoreError::Word { what: crate::WordKind::$name, text: text.into(), known: "" })
                }
            }
        }

        crate::text::as_text!($name);
    };
}

pub(crate) use word_id;

word_id!(
    /// Name of a series, e.g. `ict_total`.
    SeriesId
);
word_id!(
    /// Name of a sector, e.g. `computer_services`.
    SectorId
);
