//! Files that are no workspace, or no longer one: a clear word, and the bytes as they were.

use std::fs;
use std::path::Path;

use hadaf_core::{Claim, ConditionFinding, CostClaim, Disruption, Observation, Scenario, Series};
use hadaf_store::{Access, StoreError, Workspace};
use rusqlite::Connection;

use crate::kit::{self, filled, folder, names};

/// Opens the file for reading and for writing, and expects the same refusal from both and the
/// folder as it was.
fn refusal(path: &Path) -> StoreError {
    let folder = path.parent().unwrap();
    let before = (names(folder), fs::read(path).unwrap());
    let [reading, writing] = [Access::Read, Access::Write].map(|access| Workspace::open(path, access).unwrap_err());
    assert_eq!(reading.to_string(), writing.to_string());
    assert_eq!((names(folder), fs::read(path).unwrap()), before, "left as it was");
    assert!(writing.is_unreadable(), "{writing}");
    writing
}

/// A closed workspace that `change` has been let loose on, past the crate under test.
fn tampered(change: impl FnOnce(&Connection)) -> StoreError {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let conn = kit::raw(&path);
    change(&conn);
    conn.close().unwrap();
    refusal(&path)
}

#[test]
fn no_database() {
    let folder = folder();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".repeat(300);
    let files: [(&str, &[u8]); 4] = [
        ("empty", b""),
        ("short", b"hello"),
        ("text", &b"series,period,value\nict_total,2024-11,324\n".repeat(200)),
        ("image", &png),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let error = refusal(&path);
        assert!(matches!(error, StoreError::NotADatabase(_)), "{name}: {error}");
    }
}

/// The marks are there, and nothing else.
#[test]
fn an_empty_promise() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let hollow = path.with_file_name("hollow.hadaf");
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..].fill(0);
    fs::write(&hollow, &bytes).unwrap();
    let error = refusal(&hollow);
    assert!(matches!(error, StoreError::Damaged(_)), "{error}");
}

#[test]
fn no_file() {
    let folder = folder();
    for access in [Access::Read, Access::Write] {
        let error = Workspace::open(&folder.path().join("absent.hadaf"), access).unwrap_err();
        assert!(matches!(error, StoreError::NotFound(_)), "{error}");
        let error = Workspace::open(&folder.path().join("no").join("absent.hadaf"), access).unwrap_err();
        assert!(matches!(error, StoreError::NoFolder(_)), "{error}");
        let error = Workspace::open(folder.path(), access).unwrap_err();
        assert!(matches!(error, StoreError::NotADatabase(_)), "{error}");
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_database_of_another_program() {
    for setup in [
        "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)",
        "PRAGMA application_id = 42; CREATE TABLE t (a)",
        "PRAGMA application_id = 42; PRAGMA user_version = 4; PRAGMA journal_mode = WAL; CREATE TABLE t (a)",
    ] {
        let folder = folder();
        let path = folder.path().join("places.sqlite");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(setup).unwrap();
        conn.close().unwrap();
        let error = refusal(&path);
        assert!(matches!(error, StoreError::OtherDatabase), "{setup}: {error}");
    }
}

/// Another program's unfinished change is not ours to roll back.
#[test]
fn a_database_of_another_program_that_crashed() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    kit::raw(&path).pragma_update(None, "application_id", 42).unwrap();
    let crashed = path.with_file_name("crashed.sqlite");
    kit::cut_short(&path, &crashed);
    let before = (names(folder.path()), fs::read(&crashed).unwrap());
    let error = Workspace::open(&crashed, Access::Write).unwrap_err();
    assert!(matches!(error, StoreError::OtherDatabase), "{error}");
    assert_eq!((names(folder.path()), fs::read(&crashed).unwrap()), before);
}

#[test]
fn a_newer_workspace() {
    let error = tampered(|conn| conn.pragma_update(None, "user_version", kit::VERSION + 1).unwrap());
    assert!(
        matches!(error, StoreError::Newer { file, program } if (file, program) == (kit::VERSION + 1, kit::VERSION)),
        "{error}"
    );
    assert!(error.to_string().contains("needs a newer Hadaf"), "{error}");
}

#[test]
fn a_schema_that_is_not_ours() {
    let cases = [
        ("CREATE TABLE extra (a)", "extra"),
        (
            "CREATE VIEW series_view AS SELECT load_extension('x') FROM series",
            "series_view",
        ),
        (
            "CREATE TRIGGER mine AFTER INSERT ON observation BEGIN DELETE FROM claim; END",
            "mine",
        ),
        ("CREATE TABLE g (a, b AS (abs(a)) STORED)", "g"),
        ("CREATE INDEX slow ON observation (lower(note))", "slow"),
        ("DROP INDEX observation_source", "observation_source"),
        ("DROP TABLE journal", "journal"),
        ("ALTER TABLE source ADD COLUMN mine TEXT", "source"),
        ("ANALYZE", "sqlite_stat1"),
        (
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'undertaking'",
            "undertaking",
        ),
    ];
    for (sql, object) in cases {
        let error = tampered(|conn| conn.execute_batch(sql).unwrap());
        assert!(
            matches!(&error, StoreError::Altered(name) if name == object),
            "{sql}: {error}"
        );
    }
}

#[test]
fn a_reference_to_nothing() {
    let error = tampered(|conn| {
        conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM source")
            .unwrap();
    });
    assert!(
        matches!(&error, StoreError::Damaged(detail) if detail.contains("missing row of source")),
        "{error}"
    );
}

/// SQLite looks at CHECK constraints only where it could write; for the rest there is the reading.
#[test]
fn a_row_that_breaks_a_rule_of_its_table() {
    for sql in [
        "UPDATE observation SET value_places = 200",
        "UPDATE claim SET kind = 'hope'",
        "UPDATE cost_claim SET concept = 'pain'",
        "UPDATE condition_finding SET judged = 'soon'",
    ] {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        kit::raw(&path)
            .execute_batch(&format!("PRAGMA ignore_check_constraints = ON; {sql}"))
            .unwrap();
        let before = fs::read(&path).unwrap();
        let error = Workspace::open(&path, Access::Write).unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{sql}: {error}");
        assert_eq!(fs::read(&path).unwrap(), before);

        let workspace = Workspace::open(&path, Access::Read).unwrap();
        let read = workspace.read().unwrap();
        let errors = [
            read.list::<Observation>().err(),
            read.list::<Claim>().err(),
            read.list::<CostClaim>().err(),
            read.list::<ConditionFinding>().err(),
        ];
        let error = errors.into_iter().flatten().next().unwrap();
        assert!(matches!(error, StoreError::Damaged(_)), "{sql}: {error}");
    }
}

/// Text that keeps the schema's rules and is still no period, day or unit.
#[test]
fn a_value_that_cannot_be_read_is_named_and_does_not_stop_the_rest() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    kit::raw(&path)
        .execute_batch(
            "UPDATE observation SET period = '2024-13';
             UPDATE disruption SET start = '2024-02-31';
             UPDATE condition_finding SET entered_at = 'yesterday'",
        )
        .unwrap();
    let workspace = Workspace::open(&path, Access::Read).unwrap();
    let read = workspace.read().unwrap();
    assert!(matches!(read.list::<Observation>(), Err(StoreError::Damaged(detail)) if detail.contains("2024-13")));
    assert!(matches!(read.list::<Disruption>(), Err(StoreError::Damaged(detail)) if detail.contains("2024-02-31")));
    let findings = read.list::<ConditionFinding>();
    assert!(matches!(findings, Err(StoreError::Damaged(detail)) if detail.contains("entered_at")));
    assert_eq!(read.list::<Claim>().unwrap().len(), 2);
}

/// Assumptions come from other people's files. They are refused in words, never run, and the rest still reads.
#[test]
fn hostile_assumptions() {
    let deep = format!("{}1{}", "[".repeat(900), "]".repeat(900));
    let cases = [
        ("[]", "no JSON object"),
        ("null", "no JSON object"),
        (
            r#"{"factors":{"capacity_national":{"low":"1","high":"1"}}}"#,
            "missing field",
        ),
        (
            r#"{"factors":{"capacity_of_nothing":{"low":"1","central":"1","high":"1"}}}"#,
            "capacity_of_nothing",
        ),
        (
            r#"{"factors":{"capacity_national":{"low":"7","central":"7","high":"7"}}}"#,
            "refused",
        ),
        (
            r#"{"outages":7,"outages_from_register":false,"budget":[],"initiatives":[],"factors":{}}"#,
            "invalid type",
        ),
        (
            r#"{"outages":[],"outages_from_register":false,"budget":[],"initiatives":[],"factors":{},"sql":"x"}"#,
            "unknown field",
        ),
        (
            r#"{"outages":[],"outages_from_register":false,"budget":[],"initiatives":[],
                "factors":{"capacity_national":{"low":"1e999","central":"1","high":"1"}}}"#,
            "no number",
        ),
        (&deep, "no JSON object"),
    ];
    for (json, word) in cases {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        kit::raw(&path)
            .execute("UPDATE scenario SET assumptions = ?1", [json])
            .unwrap();
        let workspace = Workspace::open(&path, Access::Read).unwrap();
        let read = workspace.read().unwrap();
        let error = read.list::<Scenario>().unwrap_err();
        assert!(
            matches!(&error, StoreError::Damaged(detail) if detail.contains("assumptions") && detail.contains(word)),
            "{json}: {error}"
        );
        assert_eq!(read.list::<Claim>().unwrap().len(), 2);
    }
}

/// More than the table allows: SQLite's own check refuses it where it can write, our reading where it cannot.
#[test]
fn assumptions_without_end() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let long = format!("{{\"outages\":[{}]}}", "0,".repeat(40_000));
    let conn = kit::raw(&path);
    for json in [long.as_str(), "not json"] {
        assert!(conn.execute("UPDATE scenario SET assumptions = ?1", [json]).is_err());
        conn.pragma_update(None, "ignore_check_constraints", true).unwrap();
        conn.execute("UPDATE scenario SET assumptions = ?1", [json]).unwrap();
        conn.pragma_update(None, "ignore_check_constraints", false).unwrap();
        assert!(matches!(
            Workspace::open(&path, Access::Write),
            Err(StoreError::Damaged(_))
        ));
        let workspace = Workspace::open(&path, Access::Read).unwrap();
        let error = workspace.read().unwrap().list::<Scenario>().unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{error}");
    }
}

#[test]
fn a_file_cut_off_anywhere() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let whole = fs::read(&path).unwrap();
    let cut = path.with_file_name("cut.hadaf");
    // At the page ends, where nothing looks torn, and in between.
    let page_ends = (0..whole.len()).step_by(4096);
    for length in page_ends.chain((1..whole.len()).step_by(7919)) {
        fs::write(&cut, &whole[..length]).unwrap();
        let error = refusal(&cut);
        assert!(
            matches!(error, StoreError::NotADatabase(_) | StoreError::Damaged(_)),
            "{length}: {error}"
        );
    }
}

/// SQLite keeps no checksums, so a flipped digit inside a text is nobody's to see; whatever
/// bears structure is. In no case a panic, and a refused file keeps its bytes.
#[test]
fn flipped_bytes() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let whole = fs::read(&path).unwrap();
    let flipped = path.with_file_name("flipped.hadaf");
    let mut refused = 0;
    for at in (0..whole.len()).step_by(509) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        fs::write(&flipped, &bytes).unwrap();
        match Workspace::open(&flipped, Access::Write) {
            Ok(workspace) => {
                let read = workspace.read().unwrap();
                let _ = (
                    read.info(),
                    read.list::<Series>(),
                    read.list::<Observation>(),
                    read.log(),
                );
            }
            Err(_) => {
                refused += 1;
                assert_eq!(fs::read(&flipped).unwrap(), bytes, "byte {at}");
            }
        }
    }
    assert!(refused > 0);
    // The kind of every page but the first, each alone.
    for page in (4096..whole.len()).step_by(4096) {
        let mut bytes = whole.clone();
        bytes[page..page + 64].fill(0x5a);
        fs::write(&flipped, &bytes).unwrap();
        let error = refusal(&flipped);
        assert!(matches!(error, StoreError::Damaged(_)), "page at {page}: {error}");
    }
}
