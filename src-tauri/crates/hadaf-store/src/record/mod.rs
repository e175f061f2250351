//! One mechanism for the rows of every table: what is declared in one line for each field (see
//! [`crate::table`]) can be listed, counted, added to, amended and removed from.

mod acceptance;
mod claims;
mod document;
mod import;
mod many;
mod observation;
mod preference;
mod registers;
mod scenario;
mod series;
mod source;

use rusqlite::types::Value;
use rusqlite::{Params, params_from_iter};

use crate::change::Change;
use crate::codec::Stored;
use crate::error::{Result, StoreError};
use crate::reader::Reader;
use crate::table::{Named, Numbered, TableRow};

pub use observation::SourceUse;

impl Reader<'_> {
    /// Every record of one kind, in its own order: by position where it has one, otherwise by
    /// time and number.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes, [`StoreError::Damaged`] for a value
    /// that cannot be read.
    pub fn list<R: TableRow>(&self) -> Result<Vec<R>> {
        self.all(&R::statements().list, [], R::read)
    }

    /// The record of this key.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn get<R: TableRow>(&self, key: &R::Key) -> Result<Option<R>> {
        self.first(&R::statements().get, params_from_iter(key.values()), R::read)
    }

    /// How many records of one kind there are.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn count<R: TableRow>(&self) -> Result<usize> {
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method holds for one lifetime only"
        )]
        let count = self.first(&R::statements().count, [], |cells| cells.count())?;
        Ok(count.expect("a count has a row"))
    }

    /// The records that a condition leaves, in the order that it asks for.
    pub(crate) fn select<R: TableRow>(&self, condition: &str, params: impl Params) -> Result<Vec<R>> {
        self.all(&format!("{} {condition}", R::statements().select), params, R::read)
    }

    /// The first record that a condition leaves.
    pub(crate) fn select_first<R: TableRow>(&self, condition: &str, params: impl Params) -> Result<Option<R>> {
        self.first(&format!("{} {condition}", R::statements().select), params, R::read)
    }
}

impl Change<'_> {
    /// Adds a record under its name, or gives the one of this name its new content.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when it refers to something that is not there, or a value
    /// breaks a rule of its table.
    pub fn put<R: Named>(&self, record: &R) -> Result<()> {
        self.run(&R::statements().put, all_values(record))?;
        Ok(())
    }

    /// Adds a record and gives it a number of its own.
    ///
    /// # Errors
    /// As [`Change::put`].
    pub fn add<R: Numbered>(&self, record: &R) -> Result<R::Key> {
        let mut fields = Vec::new();
        record.write(&mut fields);
        self.run(&R::statements().add, fields)?;
        Ok(R::numbered(self.conn().last_insert_rowid()))
    }

    /// Gives the record of the same key its new content.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] without such a record, and as [`Change::put`].
    pub fn amend<R: TableRow>(&self, record: &R) -> Result<()> {
        match self.run(&R::statements().amend, all_values(record))? {
            0 => Err(unknown::<R>(&record.key())),
            _ => Ok(()),
        }
    }

    /// Removes the record of this key. Nothing that refers to it goes with it.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] without such a record, [`StoreError::Constraint`] while another
    /// one refers to it.
    pub fn remove<R: TableRow>(&self, key: &R::Key) -> Result<()> {
        match self.run(&R::statements().remove, key.values())? {
            0 => Err(unknown::<R>(key)),
            _ => Ok(()),
        }
    }

    /// Runs a statement that writes, and counts the rows that it wrote.
    pub(crate) fn run(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<usize> {
        let mut statement = self.conn().prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(values))?)
    }
}

/// The key's values, then those of all fields.
fn all_values<R: TableRow>(record: &R) -> Vec<Value> {
    let mut values = record.key().values();
    record.write(&mut values);
    values
}

fn unknown<R: TableRow>(key: &R::Key) -> StoreError {
    let words: Vec<String> = key
        .values()
        .into_iter()
        .map(|value| match value {
            Value::Text(text) => text,
            Value::Integer(number) => number.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    StoreError::Unknown {
        kind: R::TABLE,
        id: words.join(" "),
    }
}
