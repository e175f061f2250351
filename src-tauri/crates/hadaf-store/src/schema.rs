//! The tables of a workspace file, and the way from every earlier form of them to today's.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Result, StoreError};

/// "Hadf" in ASCII, in the header of every workspace file.
pub(crate) const APPLICATION_ID: i32 = 0x4861_6466;

// `MIGRATIONS`, one step each, in order: the n-th file of the folder brings a file to `user_version` n. Never edited
// after a release, only added to, and only by what leaves old journal entries applicable: new tables, new columns at a
// table's end, and rules of a column that allow more than they did. `DATA_TABLES`, which the journal records: those that
// the steps create, but for itself; a test holds this list against the schema. Both are written by `build.rs`.
include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The format that this program writes.
pub(crate) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Brings a workspace of format `from` to format `to`, in one transaction with the number itself.
pub(crate) fn migrate(conn: &Connection, from: i64, to: i64) -> Result<()> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for sql in steps(from, to) {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", to)?;
    Ok(tx.commit()?)
}

fn steps(from: i64, to: i64) -> impl Iterator<Item = &'static str> {
    (1..=VERSION)
        .zip(MIGRATIONS)
        .filter(move |(version, _)| (from + 1..=to).contains(version))
        .map(|(_, sql)| *sql)
}

/// The format of an open file.
///
/// # Errors
/// [`StoreError::OtherDatabase`] without our application id, [`StoreError::Newer`] beyond
/// [`VERSION`].
pub(crate) fn version(conn: &Connection) -> Result<i64> {
    let application_id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application_id != APPLICATION_ID || version < 1 {
        return Err(StoreError::OtherDatabase);
    }
    if version > VERSION {
        return Err(StoreError::Newer {
            file: version,
            program: VERSION,
        });
    }
    Ok(version)
}

/// Holds the file's schema against the one that we would have made for `version`. A workspace
/// comes from other people's USB sticks: a view, a trigger or a changed table is refused before
/// anything in it can run.
///
/// # Errors
/// [`StoreError::Altered`] with the name of the first object that differs.
pub(crate) fn verify(conn: &Connection, version: i64) -> Result<()> {
    let ours = Connection::open_in_memory()?;
    migrate(&ours, 0, version)?;
    let expected = objects(&ours)?;
    let found = objects(conn)?;
    let strange = found
        .iter()
        .find(|(name, sql)| expected.get(*name) != Some(sql))
        .or_else(|| expected.iter().find(|(name, _)| !found.contains_key(*name)));
    match strange {
        Some(((_, name), _)) => Err(StoreError::Altered(name.clone())),
        None => Ok(()),
    }
}

/// Every object of the schema: (type, name) to the words that made it.
fn objects(conn: &Connection) -> Result<BTreeMap<(String, String), Option<String>>> {
    let mut statement = conn.prepare("SELECT type, name, sql FROM main.sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(version: i64) -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        migrate(&conn, 0, version).unwrap();
        conn
    }

    #[test]
    fn every_historic_schema_upgrades_to_todays() {
        let fresh = objects(&at(VERSION)).unwrap();
        for old in 1..VERSION {
            let conn = at(old);
            assert_eq!(version(&conn).unwrap(), old);
            migrate(&conn, old, VERSION).unwrap();
            assert_eq!(version(&conn).unwrap(), VERSION);
            assert_eq!(objects(&conn).unwrap(), fresh, "from format {old}");
        }
    }

    #[test]
    fn a_failing_step_leaves_the_file_at_its_old_format() {
        let conn = at(1);
        // A table of step 2 is in the way, so that step 2 fails after step 1's number was read.
        conn.execute_batch("CREATE TABLE claim (id INTEGER PRIMARY KEY) STRICT")
            .unwrap();
        let before = objects(&conn).unwrap();
        assert!(migrate(&conn, 1, VERSION).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
        assert_eq!(objects(&conn).unwrap(), before);
    }

    #[test]
    fn the_journal_records_every_table_but_itself() {
        let mut tables: Vec<String> = objects(&at(VERSION))
            .unwrap()
            .into_keys()
            .filter(|(kind, name)| kind == "table" && name != "journal")
            .map(|(_, name)| name)
            .collect();
        let mut ours: Vec<&str> = DATA_TABLES.to_vec();
        tables.sort();
        ours.sort_unstable();
        assert_eq!(tables, ours);
    }

    /// The session extension does not record a table without a primary key, nor a row with NULL
    /// in its key.
    #[test]
    fn every_table_is_strict_and_has_a_key_without_null() {
        let conn = at(VERSION);
        for table in DATA_TABLES {
            let (strict, keys, nullable): (bool, i64, i64) = conn
                .query_row(
                    "SELECT (SELECT strict FROM pragma_table_list WHERE name = ?1),
                            (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0),
                            (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0 AND \"notnull\" = 0)",
                    [table],
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
                )
                .unwrap();
            assert!(strict, "{table} is not STRICT");
            assert!(keys > 0, "{table} has no key");
            assert_eq!(nullable, 0, "{table} allows NULL in its key");
        }
    }
}
