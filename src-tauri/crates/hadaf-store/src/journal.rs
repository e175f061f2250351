//! Every change is one transaction with one entry. The entry keeps the changeset that SQLite's
//! session extension recorded: inverted it undoes the change, as it is it redoes it. No command
//! has an inverse of its own that could be forgotten.

use hadaf_core::JournalEntryId;
use jiff::Timestamp;
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType, Session, invert_strm};
use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};

use crate::change::Change;
use crate::codec::{Cells, Stored};
use crate::error::{Result, StoreError};
use crate::reader::Reader;
use crate::schema::DATA_TABLES;

/// One change that was made to a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number.
    pub id: JournalEntryId,
    /// What was done, as the person would say it.
    pub label: String,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: String,
    /// Whether it is taken back now.
    pub undone: bool,
    /// Whether it was taken back for good: another change followed, so it cannot be redone.
    pub dropped: bool,
    /// When and by whom it was taken back, while it is; nothing where an earlier program did so.
    pub undone_as: Option<Signature>,
    /// When and by whom it was made again, while it stands since.
    pub redone_as: Option<Signature>,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
}

/// Runs `act` and records what it did to the data tables. What changed nothing leaves no entry,
/// and leaves redo as it was.
pub(crate) fn record<T, E: From<StoreError>>(
    conn: &Connection,
    label: &str,
    author: &Signature,
    act: impl FnOnce(&Change<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let tx = begin(conn)?;
    let mut session = watch(conn)?;
    let value = act(&Change::new(conn))?;
    let changeset = changeset(&mut session)?;
    drop(session);
    if !changeset.is_empty() {
        append(conn, label, author, &changeset)?;
    }
    tx.commit().map_err(StoreError::from)?;
    Ok(value)
}

/// Takes the newest entry back that still stands.
pub(crate) fn undo(conn: &Connection, author: Signature) -> Result<JournalEntry> {
    let tx = begin(conn)?;
    let mut entry = Reader::within(conn).next_undo()?.ok_or(StoreError::NothingToUndo)?;
    let changeset = changeset_of(conn, &entry)?;
    let mut inverse = Vec::with_capacity(changeset.len());
    invert_strm(&mut changeset.as_slice(), &mut inverse)?;
    apply(conn, &inverse, &entry.label)?;
    mark(conn, &mut entry, true, author)?;
    tx.commit()?;
    Ok(entry)
}

/// Makes the oldest entry again that was taken back and not dropped.
pub(crate) fn redo(conn: &Connection, author: Signature) -> Result<JournalEntry> {
    let tx = begin(conn)?;
    let mut entry = Reader::within(conn).next_redo()?.ok_or(StoreError::NothingToRedo)?;
    apply(conn, &changeset_of(conn, &entry)?, &entry.label)?;
    mark(conn, &mut entry, false, author)?;
    tx.commit()?;
    Ok(entry)
}

fn begin(conn: &Connection) -> Result<Transaction<'_>> {
    // Immediate: two writers meet here, before either has done any work.
    Ok(Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?)
}

fn watch(conn: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(conn)?;
    for table in DATA_TABLES {
        session.attach(Some(*table))?;
    }
    Ok(session)
}

fn changeset(session: &mut Session<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(bytes)
}

fn append(conn: &Connection, label: &str, author: &Signature, changeset: &[u8]) -> Result<()> {
    conn.execute("UPDATE journal SET dropped = 1 WHERE undone = 1", [])?;
    conn.execute(
        include_str!("../queries/journal_append.sql"),
        named_params! {
            ":label": label,
            ":at": author.at.to_string(),
            ":by": author.by,
            ":changeset": changeset,
        },
    )?;
    Ok(())
}

fn changeset_of(conn: &Connection, entry: &JournalEntry) -> Result<Vec<u8>> {
    Ok(
        conn.query_row("SELECT changeset FROM journal WHERE id = ?1", [entry.id.0], |row| {
            row.get(0)
        })?,
    )
}

fn mark(conn: &Connection, entry: &mut JournalEntry, undone: bool, author: Signature) -> Result<()> {
    conn.execute(
        include_str!("../queries/journal_mark.sql"),
        named_params! {
            ":id": entry.id.0,
            ":undone": undone,
            ":at": author.at.to_string(),
            ":by": author.by,
        },
    )?;
    entry.undone = undone;
    match undone {
        true => entry.undone_as = Some(author),
        false => entry.redone_as = Some(author),
    }
    Ok(())
}

/// Applies a changeset wholly or not at all. Its rows come in no particular order, so SQLite checks
/// references at its end.
fn apply(conn: &Connection, mut changeset: &[u8], label: &str) -> Result<()> {
    let abort = |_: ConflictType, _: &ChangesetItem| ConflictAction::SQLITE_CHANGESET_ABORT;
    // A journal from elsewhere could name other tables, among them itself.
    let ours = |table: &str| DATA_TABLES.contains(&table);
    conn.apply_strm(&mut changeset, Some(ours), abort)
        .map_err(|error| match error.sqlite_error_code() {
            Some(
                rusqlite::ErrorCode::OperationAborted
                | rusqlite::ErrorCode::ConstraintViolation
                | rusqlite::ErrorCode::SchemaChanged,
            ) => StoreError::Conflict(label.to_owned()),
            _ => error.into(),
        })
}

fn entry(cells: &mut Cells<'_>) -> rusqlite::Result<JournalEntry> {
    Ok(JournalEntry {
        id: Stored::read(cells)?,
        label: Stored::read(cells)?,
        at: Stored::read(cells)?,
        by: Stored::read(cells)?,
        undone: Stored::read(cells)?,
        dropped: Stored::read(cells)?,
        undone_as: signature(cells)?,
        redone_as: signature(cells)?,
    })
}

fn signature(cells: &mut Cells<'_>) -> rusqlite::Result<Option<Signature>> {
    let (at, by): (Option<Timestamp>, Option<String>) = Stored::read(cells)?;
    Ok(at.zip(by).map(|(at, by)| Signature { at, by }))
}

impl Reader<'_> {
    /// Every change ever made, newest first.
    ///
    /// # Errors
    /// As every read: [`StoreError::Locked`], [`StoreError::Damaged`].
    pub fn log(&self) -> Result<Vec<JournalEntry>> {
        self.all(include_str!("../queries/journal_log.sql"), [], entry)
    }

    /// The entry that undo would take back.
    ///
    /// # Errors
    /// As [`Reader::log`].
    pub fn next_undo(&self) -> Result<Option<JournalEntry>> {
        self.first(include_str!("../queries/journal_next_undo.sql"), [], entry)
    }

    /// The entry that redo would make again.
    ///
    /// # Errors
    /// As [`Reader::log`].
    pub fn next_redo(&self) -> Result<Option<JournalEntry>> {
        self.first(include_str!("../queries/journal_next_redo.sql"), [], entry)
    }
}
