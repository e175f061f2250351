//! Many observations at once, as they come out of a file.

use std::fmt::Write as _;

use hadaf_core::{Observation, Status};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Statement;

use crate::change::Change;
use crate::error::Result;
use crate::table::Layout;

/// From so many on it is worth to prepare for them.
const MANY: usize = 64;

impl Change<'_> {
    /// Adds observations, which get numbers of their own: the same as adding each. The rules that the table has for its
    /// columns are kept by the types of an observation, and are not asked of so many once more: they take longer than all
    /// the rest of the writing.
    ///
    /// # Errors
    /// As [`Change::add`].
    pub fn add_all(&self, observations: &[Observation]) -> Result<()> {
        if observations.len() < MANY || !observations.iter().all(keeps_the_rules) {
            return observations.iter().try_for_each(|one| self.add(one).map(drop));
        }
        let rules_off = |are_off: bool| self.conn().pragma_update(None, "ignore_check_constraints", are_off);
        rules_off(true)?;
        let added = self.add_each(observations);
        // Also where something failed: what comes after is asked again.
        rules_off(false)?;
        added
    }

    fn add_each(&self, observations: &[Observation]) -> Result<()> {
        let mut statement = self.conn().prepare(&Observation::statements().add)?;
        let mut texts = RowTexts::default();
        for observation in observations {
            texts.bind(&mut statement, observation)?;
            statement.raw_execute()?;
        }
        Ok(())
    }
}

/// The rules of the table that its types leave open.
fn keeps_the_rules(observation: &Observation) -> bool {
    let published = &observation.published;
    let has_four_digits = |day: Date| (0..=9999).contains(&day.year());
    published.date.is_none_or(has_four_digits)
        && has_four_digits(published.seen)
        && (published.date.is_some() || !published.approximate)
        && (!observation.basis.is_to_date() || observation.period.as_month().is_some())
}

/// The texts of a row, held from one row to the next: days and times mostly repeat.
#[derive(Default)]
struct RowTexts {
    period: String,
    published: Option<(Date, String)>,
    seen: Option<(Date, String)>,
    entered_at: Option<(Timestamp, String)>,
}

impl RowTexts {
    /// Binds the columns in the order of the table.
    fn bind(&mut self, statement: &mut Statement<'_>, observation: &Observation) -> rusqlite::Result<()> {
        let published = &observation.published;
        self.period.clear();
        write!(self.period, "{}", observation.period)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        statement.raw_bind_parameter(1, observation.series.as_str())?;
        statement.raw_bind_parameter(2, self.period.as_str())?;
        statement.raw_bind_parameter(3, observation.basis.is_to_date())?;
        statement.raw_bind_parameter(4, observation.value.mantissa())?;
        statement.raw_bind_parameter(5, observation.value.places())?;
        statement.raw_bind_parameter(6, observation.status.map(Status::as_str))?;
        let day = published.date.map(|day| text(&mut self.published, day));
        statement.raw_bind_parameter(7, day)?;
        statement.raw_bind_parameter(8, published.approximate)?;
        statement.raw_bind_parameter(9, text(&mut self.seen, published.seen))?;
        statement.raw_bind_parameter(10, observation.source.0)?;
        statement.raw_bind_parameter(11, observation.note.as_str())?;
        statement.raw_bind_parameter(12, observation.entered_by.as_str())?;
        statement.raw_bind_parameter(13, text(&mut self.entered_at, observation.entered_at))
    }
}

/// The text of a value, made anew where it is another one than before.
fn text<T: Copy + PartialEq + ToString>(known: &mut Option<(T, String)>, value: T) -> &str {
    if known.as_ref().is_none_or(|(of, _)| *of != value) {
        *known = Some((value, value.to_string()));
    }
    known.as_ref().map_or("", |(_, text)| text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is bound one by one is what the declaration of the table says.
    #[test]
    fn the_columns_are_those_of_the_table() {
        let expected = [
            "series",
            "period",
            "through",
            "value_mantissa",
            "value_places",
            "status",
            "published",
            "published_approximate",
            "seen",
            "source",
            "note",
            "entered_by",
            "entered_at",
        ];
        assert_eq!(Observation::COLUMNS.concat(), expected);
    }
}
