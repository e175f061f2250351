use std::ops::Deref;

use rusqlite::Connection;

use crate::reader::Reader;

/// A change that is being made: it writes, and reads what it has written so far.
///
/// Given out by [`Workspace::change`](crate::Workspace::change) only, so that nothing is written
/// outside a transaction and past the journal.
#[derive(Debug)]
pub struct Change<'a>(Reader<'a>);

impl<'a> Change<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self(Reader::within(conn))
    }
}

impl<'a> Deref for Change<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.0
    }
}
