//! The sector tree and the series that measure it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CoreError, Result, Unit};

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
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
                    let hint = "small letters, digits and underscores, at most 64, such as computer_services";
                    Err(CoreError::Word { what: $what, text: text.into(), hint })
                }
            }
        }

        crate::text::as_text!($name);
    };
}

pub(crate) use word_id;

word_id!(
    /// Name of a series, e.g. `ict_total`.
    SeriesId,
    "series id"
);
word_id!(
    /// Name of a sector, e.g. `computer_services`.
    SectorId,
    "sector id"
);

/// How often a series has a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Frequency {
    /// Each month.
    #[default]
    Month,
    /// Each quarter of the fiscal year.
    Quarter,
    /// Each fiscal year.
    FiscalYear,
}

crate::text::words!(Frequency, "frequency", { Month => "month", Quarter => "quarter", FiscalYear => "fiscal_year" });

impl Frequency {
    /// How many months a period of it has: 1, 3 or 12.
    pub const fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::FiscalYear => 12,
        }
    }
}

/// Whether the values of months add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Measure {
    /// Counted over the period; months sum to a year.
    Flow,
    /// Counted at the period's end; months do not sum.
    Stock,
}

crate::text::words!(Measure, "measure", { Flow => "flow", Stock => "stock" });

/// How the year of a series comes of its periods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Adding {
    /// Months and quarters sum to it: a flow.
    #[default]
    Sum,
    /// It is the last period: a stock.
    Last,
    /// It does not: the percentages of twelve months have no sum.
    Nothing,
}

/// A node of the sector tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sector {
    /// Its name.
    pub id: SectorId,
    /// As people call it.
    pub title: String,
    /// The sector it is part of; none at the root.
    pub parent: Option<SectorId>,
    /// Code of the Extended Balance of Payments Services classification 2010, where one fits.
    pub ebops: Option<String>,
    /// Order among its siblings.
    pub position: i64,
}

/// One measured quantity of one sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub id: SeriesId,
    /// The sector that it measures.
    pub sector: SectorId,
    /// As people call it.
    pub title: String,
    /// In which its values count.
    pub unit: Unit,
    /// How often it has one.
    pub frequency: Frequency,
    /// Whether they add up.
    pub measure: Measure,
    /// Decimal places that are shown; stored are as many as were published.
    pub places: u8,
    /// It is a clean part of its parent's total: siblings that are parts must sum to it.
    pub part_of_total: bool,
    /// Order among the series of its sector.
    pub position: i64,
    /// Who makes the statistic, whoever published it; may be empty.
    pub origin: String,
    /// Definition and caveats.
    pub note: String,
    /// Nobody works on it any more: its figures stay, and screens do not offer it.
    pub archived: bool,
}

impl Series {
    /// How its year comes of its periods.
    pub fn adding(&self) -> Adding {
        match (self.measure, self.unit) {
            (Measure::Stock, _) => Adding::Last,
            (Measure::Flow, Unit::Percent) => Adding::Nothing,
            (Measure::Flow, _) => Adding::Sum,
        }
    }
}
