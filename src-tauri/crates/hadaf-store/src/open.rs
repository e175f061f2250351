//! From a path to a connection that can be trusted.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{OVERWRITTEN, ReadOnlyReason, Result, StoreError};
use crate::lock::WriteLock;
use crate::schema::{self, DATA_TABLES};

/// How long a call waits for another program's transaction to end. The default of rusqlite, five
/// seconds, would freeze a window.
const BUSY_TIMEOUT: Duration = Duration::from_millis(250);

/// How much of a file is kept in memory. The default of 2 MiB is read anew for each question from
/// some ten thousand observations on.
const PAGE_CACHE_KIB: i64 = 16 * 1024;

/// How many statements stay prepared: all that a change and the questions of a screen use.
const STATEMENTS: usize = 128;

/// An SQLite file has at least one page, and a page at least this many bytes.
const SMALLEST_PAGE: u64 = 512;

/// An SQLite file begins with its name, and the bytes up to this end with the application id.
const HEADER: usize = 72;

/// Bytes beyond which a file is not checked as a whole whenever it is opened: it takes about a second for each hundred
/// thousand observations.
const LARGE: i64 = 48 << 20;

/// The tables that make a file large.
const LARGE_TABLES: [&str; 2] = ["observation", "document_content"];

/// Findings of the integrity check that are listed; the rest would say the same.
const MAX_FINDINGS: i64 = 3;

/// Whether the holder of a workspace may change it.
#[derive(Debug)]
pub(crate) enum Mode {
    // Held, not read: it ends with the workspace.
    Writing { _lock: WriteLock },
    Reading(ReadOnlyReason),
}

/// Opens the workspace at `path` after every check. Until the file is known to be ours it is only
/// ever open for reading, so that one which is not keeps its bytes.
pub(crate) fn open(path: &Path, lock: Result<WriteLock, ReadOnlyReason>) -> Result<(Connection, Mode)> {
    refuse_no_file(path)?;
    // Whoever has it open for writing here has been through this, and would lose SQLite's locks
    // when we close our handle to the file.
    if lock.is_ok() || !WriteLock::is_held_here(path) {
        refuse_foreign(path)?;
    }
    let (conn, mode) = match lock {
        Ok(lock) => open_for_writing(path, lock)?,
        Err(reason) => (open_or_recover(path)?, Mode::Reading(reason)),
    };
    // Last, because SQLite looks at CHECK constraints on a connection for writing only. On the
    // other kind, a value that breaks one is found when it is read.
    let findings = at_opening(&conn)?;
    if !findings.is_empty() {
        let mut told: Vec<String> = findings.iter().map(|finding| in_plain_words(finding)).collect();
        told.dedup();
        return Err(StoreError::Damaged(told.join("; ")));
    }
    if let Mode::Writing { .. } = mode {
        make_durable(&conn)?;
    }
    Ok((conn, mode))
}

fn open_for_reading(path: &Path) -> Result<Connection> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    identify(&conn)?;
    Ok(conn)
}

/// As [`open_for_reading`]; a change that a crash cut short is taken back first, since nothing can be
/// read before. Whoever was left to do it by hand would copy the file without the journal that
/// makes it whole.
fn open_or_recover(path: &Path) -> Result<Connection> {
    match open_for_reading(path) {
        Err(StoreError::Unfinished) => {}
        opened => return opened,
    }
    let lock = match WriteLock::take(path) {
        Ok(lock) => lock,
        // Whoever holds it takes the rest back with its next look at the file.
        Err(ReadOnlyReason::InUse) => return Err(StoreError::Locked),
        Err(_) => return Err(StoreError::Unfinished),
    };
    let (writer, held) = open_for_writing(path, lock)?;
    writer.close().map_err(|(_, error)| StoreError::from(error))?;
    drop(held);
    open_for_reading(path)
}

fn open_for_writing(path: &Path, lock: WriteLock) -> Result<(Connection, Mode)> {
    let reader = match open_for_reading(path) {
        Ok(reader) => Some(reader),
        // SQLite must roll a cut-off change back before anything can be read. We hold the lock,
        // so the rest is nobody's work in progress.
        Err(StoreError::Unfinished) => None,
        Err(error) => return Err(error),
    };
    let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    match reader {
        Some(reader) if writer.is_readonly("main")? => Ok((reader, Mode::Reading(ReadOnlyReason::FileProtected))),
        Some(_) => Ok((writer, Mode::Writing { _lock: lock })),
        None => {
            identify(&writer)?;
            Ok((writer, Mode::Writing { _lock: lock }))
        }
    }
}

/// Ours, not newer, and with our schema; in this order, so that nothing in the file is relied on
/// before it was checked.
fn identify(conn: &Connection) -> Result<()> {
    let version = schema::version(conn)?;
    schema::verify(conn, version)
}

/// Creates an empty database at `path`, where nothing stands.
pub(crate) fn create(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = connect(path, flags)?;
    make_durable(&conn)?;
    Ok(conn)
}

fn refuse_no_file(path: &Path) -> Result<()> {
    let meta = match path.metadata() {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::NotFound(path.to_owned()));
        }
        Err(error) => return Err(error.into()),
    };
    if meta.is_dir() {
        return Err(StoreError::NotADatabase("it is a folder".into()));
    }
    if !meta.is_file() {
        return Err(StoreError::NotADatabase("it is not a file".into()));
    }
    // SQLite takes an empty file, or one of a few bytes, for an empty database.
    if meta.len() < SMALLEST_PAGE {
        return Err(StoreError::NotADatabase("it is empty or nearly so".into()));
    }
    Ok(())
}

/// Looks for SQLite's and our mark in the first page, without SQLite: it would roll back another
/// program's unfinished change, or put a log and its index beside a database that has one.
fn refuse_foreign(path: &Path) -> Result<()> {
    let mut header = [0; HEADER];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    // The system's own words do not name the file.
    read.map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotADatabase("it is not an SQLite database".into()));
    }
    if !header.ends_with(&schema::APPLICATION_ID.to_be_bytes()) {
        return Err(StoreError::OtherDatabase);
    }
    Ok(())
}

/// Connects with everything off that a schema from elsewhere could use against us.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        conn.set_db_config(config, on)?;
    }
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "cache_size", -PAGE_CACHE_KIB)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(conn)
}

/// Rollback journal and a full sync at every commit: one file at rest, safe to copy to a USB stick
/// and on a network drive, which a write-ahead log is not.
fn make_durable(conn: &Connection) -> Result<()> {
    // Both pragmas may be refused without an error, so that their answer is what counts.
    let journal: String = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    let synchronous: i64 = conn.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if journal != "delete" || synchronous != 2 {
        return Err(StoreError::ReadOnly(ReadOnlyReason::NoLock(format!(
            "journal mode `{journal}`, synchronous {synchronous}"
        ))));
    }
    // macOS: a plain fsync may stop at the disk's own cache. Elsewhere this is ignored.
    conn.pragma_update(None, "fullfsync", true)?;
    Ok(())
}

/// A finding of the check, without words of the engine.
fn in_plain_words(finding: &str) -> String {
    if finding.starts_with("a row of ") {
        return finding.to_owned();
    }
    match finding.strip_prefix("CHECK constraint failed in ") {
        Some(table) => format!("the table {table} holds a value that may not stand there"),
        None => OVERWRITTEN.to_owned(),
    }
}

/// What the check at opening finds: the full one, unless the file is so large that nobody would wait for it. Of such a one
/// every table is checked but those that make it large: whatever is read of them is checked then, and all of it by
/// [`integrity`], when somebody asks.
fn at_opening(conn: &Connection) -> Result<Vec<String>> {
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    if number("page_count")?.saturating_mul(number("page_size")?) <= LARGE {
        return integrity(conn);
    }
    let mut findings = Vec::new();
    for table in DATA_TABLES.iter().filter(|table| !LARGE_TABLES.contains(table)) {
        findings.extend(texts(conn, &format!("PRAGMA integrity_check({table})"))?);
        let references = include_str!("../queries/broken_references_of.sql");
        let mut statement = conn.prepare(references)?;
        let broken = statement.query_map(rusqlite::params![table, MAX_FINDINGS], |row| row.get(0))?;
        findings.extend(broken.collect::<rusqlite::Result<Vec<String>>>()?);
    }
    findings.retain(|line| line != "ok");
    Ok(findings)
}

/// The first column of a query, as texts.
fn texts(conn: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}

/// What SQLite's full check and the check of all references find; nothing in a whole file.
pub(crate) fn integrity(conn: &Connection) -> Result<Vec<String>> {
    let mut findings = texts(conn, &format!("PRAGMA integrity_check({MAX_FINDINGS})"))?;
    findings.retain(|line| line != "ok");
    let mut statement = conn.prepare(include_str!("../queries/broken_references.sql"))?;
    let broken = statement.query_map([MAX_FINDINGS], |row| row.get(0))?;
    for line in broken {
        findings.push(line?);
    }
    Ok(findings)
}
