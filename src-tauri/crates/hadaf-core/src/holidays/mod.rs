//! Which days are no working days: feasts that move through the year, public holidays and weekends.
//!
//! What counts is a choice of the workspace among the lines of `assets/holidays`, whose README says what the columns mean.
//! Days are computed, so that they are known for every month, past and to come.

mod rule;
mod table;
mod unlike;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{CoreError, Month, Result, WordKind};

pub use table::Feast;
pub use unlike::{FeastDays, UnlikeMonths, unlike_months};

use table::{HolidaysRow, TABLE};

/// Which feasts, public holidays and weekends a workspace counts: a line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Holidays(u8);

impl Holidays {
    /// Nothing is counted: no feast, no weekend.
    pub const NONE: Self = Self(0);

    /// All choices, that of none first.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        // The table is refused where it has more lines than a byte can count.
        (0..TABLE.rows.len()).map(|place| Self(place as u8))
    }

    /// Its word, as it is stored.
    pub fn as_str(self) -> &'static str {
        &self.row().id
    }

    /// Its name in a language; that of the first language of the table where it has none.
    pub fn label(self, lang: &str) -> &'static str {
        self.row().labels.of(lang)
    }

    /// Nothing is counted.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// The feasts and public holidays that count.
    pub fn feasts(self) -> impl Iterator<Item = &'static Feast> {
        TABLE
            .feasts
            .iter()
            .filter(move |feast| feast.holidays.contains(&self.0))
    }

    /// Days of a month that are neither weekend nor free; none where nothing is counted.
    pub fn working_days(self, month: Month) -> Option<u8> {
        if self.is_none() {
            return None;
        }
        let free: Vec<_> = self
            .feasts()
            .filter(|feast| feast.free)
            .flat_map(|feast| feast.spans(month))
            .collect();
        let is_worked = |day: &i64| {
            let is_free = free.iter().any(|span| span.contains(day));
            !is_free && !self.row().weekend.contains(&rule::weekday(*day))
        };
        let worked = rule::days_of(month).filter(is_worked).count();
        Some(u8::try_from(worked).expect("at most the days of a month"))
    }

    fn row(self) -> &'static HolidaysRow {
        &TABLE.rows[usize::from(self.0)]
    }
}

impl fmt::Display for Holidays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Holidays {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::all().find(|it| it.as_str() == text);
        found.ok_or_else(|| CoreError::Word {
            what: WordKind::Holidays,
            text: text.into(),
            known: &TABLE.known,
        })
    }
}

crate::text::as_text!(Holidays);
