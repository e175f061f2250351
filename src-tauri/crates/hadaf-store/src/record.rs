//! One mechanism for the rows of every table: a table says its name, its key and its columns, and
//! can then be listed, added to, amended and removed from.

mod budget_line;
mod claim;
mod concern;
mod condition_finding;
mod cost_claim;
mod disruption;
mod initiative;
mod observation;
mod scenario;
mod sector;
mod series;
mod source;
mod undertaking;

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use crate::change::Change;
use crate::error::{Result, StoreError};
use crate::row::Fields;
use crate::workspace::Reader;

/// How a record lies in its table. Only this crate can say so.
pub(crate) mod layout {
    use super::{Fields, Row, Value};

    pub trait Layout: Sized {
        /// The table, which is also the word for one row of it.
        const TABLE: &'static str;
        /// The columns of the key.
        const KEY: &'static [&'static str];
        /// The columns by which a list is ordered.
        const ORDER: &'static str;
        /// What names one row.
        type Key: Clone;

        fn key(&self) -> Self::Key;
        /// One value for each column of [`Layout::KEY`].
        fn key_values(key: &Self::Key) -> Vec<Value>;
        /// All other columns.
        fn fields(&self) -> Fields;
        fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
    }
}

use layout::Layout;

/// What a workspace keeps many of: `Sector`, `Series`, `Source`, `Observation`, `Claim`, `Lineage`,
/// `Disruption`, `BudgetLine`, `Initiative`, `Concern`, `Undertaking`,
/// `ConditionFinding`, `CostClaim`, `Scenario`.
pub trait Record: Layout {}
impl<T: Layout> Record for T {}

/// A record that people name: `Sector`, `Series`, `Claim`, `Lineage`, `Scenario`.
pub trait Named: Record {}

/// A record that the workspace numbers. Its `id` counts only when it is amended.
pub trait Numbered: Record {
    /// The key of the record with this number.
    fn numbered(id: i64) -> Self::Key;
}

impl Reader<'_> {
    /// Every record of one kind, in its own order: by position where it has one, otherwise by
    /// time and number.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes, [`StoreError::Damaged`] for a value
    /// that cannot be read.
    pub fn list<R: Record>(&self) -> Result<Vec<R>> {
        let sql = format!("SELECT * FROM {} ORDER BY {}", R::TABLE, R::ORDER);
        self.all(&sql, [], R::read)
    }

    /// The record of this key.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn get<R: Record>(&self, key: &R::Key) -> Result<Option<R>> {
        let sql = format!("SELECT * FROM {} WHERE {}", R::TABLE, key_is::<R>(1));
        self.first(&sql, params_from_iter(R::key_values(key)), R::read)
    }

    /// How many records of one kind there are.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn count<R: Record>(&self) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM {}", R::TABLE);
        Ok(self.first(&sql, [], |row| row.get(0))?.unwrap_or_default())
    }
}

impl Change<'_> {
    /// Adds a record under its name, or gives the one of this name its new content.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when it refers to something that is not there, or a value
    /// breaks a rule of its table.
    pub fn put<R: Named>(&self, record: &R) -> Result<()> {
        let fields = record.fields();
        let changed: Vec<String> = fields
            .iter()
            .map(|(column, _)| format!("{column} = excluded.{column}"))
            .collect();
        let sql = format!(
            "{} ON CONFLICT ({}) DO UPDATE SET {}",
            insert_sql::<R>(R::KEY.iter().copied().chain(columns(&fields))),
            R::KEY.join(", "),
            changed.join(", "),
        );
        self.run(&sql, R::key_values(&record.key()).into_iter().chain(values(fields)))?;
        Ok(())
    }

    /// Adds a record and gives it a number of its own.
    ///
    /// # Errors
    /// As [`Change::put`].
    pub fn add<R: Numbered>(&self, record: &R) -> Result<R::Key> {
        let fields = record.fields();
        let sql = insert_sql::<R>(columns(&fields));
        self.run(&sql, values(fields))?;
        Ok(R::numbered(self.conn().last_insert_rowid()))
    }

    /// Gives the record of the same key its new content.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] without such a record, and as [`Change::put`].
    pub fn amend<R: Record>(&self, record: &R) -> Result<()> {
        let fields = record.fields();
        let changed: Vec<String> = columns(&fields)
            .enumerate()
            .map(|(index, column)| format!("{column} = ?{}", index + 1))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE {}",
            R::TABLE,
            changed.join(", "),
            key_is::<R>(fields.len() + 1),
        );
        let key = record.key();
        match self.run(&sql, values(fields).chain(R::key_values(&key)))? {
            0 => Err(unknown::<R>(&key)),
            _ => Ok(()),
        }
    }

    /// Removes the record of this key. Nothing that refers to it goes with it.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] without such a record, [`StoreError::Constraint`] while another
    /// one refers to it.
    pub fn remove<R: Record>(&self, key: &R::Key) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE {}", R::TABLE, key_is::<R>(1));
        match self.run(&sql, R::key_values(key))? {
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

fn columns(fields: &Fields) -> impl Iterator<Item = &'static str> {
    fields.iter().map(|(column, _)| *column)
}

fn values(fields: Fields) -> impl Iterator<Item = Value> {
    fields.into_iter().map(|(_, value)| value)
}

fn insert_sql<R: Record>(columns: impl Iterator<Item = &'static str>) -> String {
    let columns: Vec<&str> = columns.collect();
    let slots: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({})",
        R::TABLE,
        columns.join(", "),
        slots.join(", "),
    )
}

/// `a = ?n AND b = ?n+1` over the key's columns.
fn key_is<R: Record>(first: usize) -> String {
    let tests: Vec<String> = R::KEY
        .iter()
        .enumerate()
        .map(|(index, column)| format!("{column} = ?{}", first + index))
        .collect();
    tests.join(" AND ")
}

fn unknown<R: Record>(key: &R::Key) -> StoreError {
    let words: Vec<String> = R::key_values(key)
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
