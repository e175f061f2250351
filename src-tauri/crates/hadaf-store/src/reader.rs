//! Reading at one moment.

use rusqlite::{Connection, OptionalExtension, Params, Transaction};

use crate::codec::Cells;
use crate::error::Result;

/// Reads a workspace. The methods stand beside the table that they read.
#[derive(Debug)]
pub struct Reader<'a> {
    conn: &'a Connection,
    _snapshot: Option<Transaction<'a>>,
}

impl<'a> Reader<'a> {
    /// A reader of one moment, which lasts as long as its transaction.
    pub(crate) fn of(conn: &'a Connection, snapshot: Option<Transaction<'a>>) -> Self {
        Self {
            conn,
            _snapshot: snapshot,
        }
    }

    /// A reader inside a transaction that somebody else holds.
    pub(crate) fn within(conn: &'a Connection) -> Self {
        Self::of(conn, None)
    }

    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }

    /// All rows of a query.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&mut Cells<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| read(&mut Cells::of(row)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first row of a query.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&mut Cells<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let row = statement.query_row(params, |row| read(&mut Cells::of(row)));
        Ok(row.optional()?)
    }
}
