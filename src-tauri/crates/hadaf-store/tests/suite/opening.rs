//! Who may write, what an older file becomes, and what a crash leaves.

use std::fs;

use hadaf_core::{BudgetLine, Disruption, Initiative, Sector, State, Undertaking};
use hadaf_store::{Access, BackupState, Existing, ReadOnlyReason, StoreError, Workspace};

use rusqlite::session::Session;

use crate::kit::{self, dump, filled, folder, info, names, now};

#[test]
fn the_second_person_reads_and_is_told() {
    let folder = folder();
    let (path, mut first) = filled(&folder);
    assert_eq!(first.read_only(), None);
    let mut second = Workspace::open(&path, Access::Write).unwrap();
    assert_eq!(second.read_only(), Some(&ReadOnlyReason::InUse));
    let refused = second.change("Add", now(), "B", |change| change.put(&kit::sector("b")));
    assert!(
        matches!(refused, Err(StoreError::ReadOnly(ReadOnlyReason::InUse))),
        "{refused:?}"
    );
    assert!(matches!(kit::undo(&mut second), Err(StoreError::ReadOnly(_))));
    assert!(matches!(kit::redo(&mut second), Err(StoreError::ReadOnly(_))));

    first
        .change("Add", now(), "A", |change| change.put(&kit::sector("a")))
        .unwrap();
    assert_eq!(
        second.read().unwrap().count::<Sector>().unwrap(),
        2,
        "and sees what the first one does"
    );
    drop(first);
    assert!(
        second.read_only().is_some(),
        "a workspace does not change sides while it is open"
    );
    drop(second);
    assert_eq!(Workspace::open(&path, Access::Write).unwrap().read_only(), None);
}

#[test]
fn reading_leaves_no_trace_and_holds_nobody_up() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let before = fs::read(&path).unwrap();
    let reader = Workspace::open(&path, Access::Read).unwrap();
    assert_eq!(reader.read_only(), Some(&ReadOnlyReason::Asked));
    reader.read().unwrap().list::<Sector>().unwrap();
    assert_eq!(names(folder.path()), ["it.hadaf"]);
    assert_eq!(fs::read(&path).unwrap(), before);

    let mut writer = Workspace::open(&path, Access::Write).unwrap();
    writer
        .change("Add", now(), "A", |change| change.put(&kit::sector("a")))
        .unwrap();
    assert_eq!(reader.read().unwrap().count::<Sector>().unwrap(), 2);
}

#[test]
fn a_closed_workspace_is_one_file() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    workspace
        .change("Add", now(), "A", |change| change.put(&kit::sector("a")))
        .unwrap();
    drop(workspace);
    assert_eq!(names(folder.path()), ["it.hadaf", "it.hadaf.bak-2026-11-24"]);
    let header = fs::read(&path).unwrap();
    assert_eq!(&header[68..72], b"Hadf", "application id");
    assert_eq!(header[18..20], [1, 1], "rollback journal, not a write-ahead log");
}

#[test]
fn a_write_ahead_log_that_another_program_switched_on_is_switched_off() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let mode: String = kit::raw(&path)
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .unwrap();
    assert_eq!((mode.as_str(), fs::read(&path).unwrap()[18]), ("wal", 2));
    drop(Workspace::open(&path, Access::Write).unwrap());
    assert_eq!(fs::read(&path).unwrap()[18..20], [1, 1]);
    assert_eq!(names(folder.path()), ["it.hadaf"]);
}

#[test]
fn two_spellings_are_one_file() {
    let folder = folder();
    let (path, _first) = filled(&folder);
    let name = path.file_name().unwrap();
    let detour = path.parent().unwrap().join("x").join("..").join(name);
    fs::create_dir(path.with_file_name("x")).unwrap();
    let second = Workspace::open(&detour, Access::Write).unwrap();
    assert_eq!(second.read_only(), Some(&ReadOnlyReason::InUse));
    assert_eq!(second.path(), path);
}

#[test]
fn an_older_file_is_brought_up_to_date_with_its_rows() {
    for version in 1..kit::VERSION {
        let folder = folder();
        let path = folder.path().join("old.hadaf");
        kit::historic(&path, version);
        let old = fs::read(&path).unwrap();

        let reader = Workspace::open(&path, Access::Read).unwrap();
        assert_eq!(reader.read().unwrap().info().unwrap().name, "Old");
        assert!(
            reader.read().unwrap().log().unwrap().is_empty(),
            "read in today's format"
        );
        assert!(reader.integrity().unwrap().is_empty());
        assert_eq!(fs::read(&path).unwrap(), old, "but the file is left as it is");
        drop(reader);

        let mut writer = Workspace::open(&path, Access::Write).unwrap();
        let BackupState::Taken(backup) = writer.backup().clone() else {
            panic!("{:?}", writer.backup())
        };
        writer
            .change("Add", now(), "A", |change| change.put(&kit::sector("a")))
            .unwrap();
        drop(writer);
        let read = Workspace::open(&path, Access::Read).unwrap();
        assert_eq!(read.read().unwrap().count::<Sector>().unwrap(), 2);
        let kept: i64 = kit::raw(&backup)
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(kept, version, "the file as it was is beside it");
    }
}

/// Tables have grown columns since format 4. What was journalled before is still taken back and made again.
#[test]
fn a_change_of_an_older_format_is_undone_in_todays() {
    let folder = folder();
    let path = folder.path().join("old.hadaf");
    kit::historic(&path, 4);
    let conn = kit::raw(&path);
    conn.execute_batch(
        "INSERT INTO source VALUES (1, 'Dawn', '', '', '', NULL, NULL, '');
         INSERT INTO initiative VALUES (1, 'Retention', 'SBP', NULL, '2024', 'planned', 1, '');
         INSERT INTO undertaking VALUES (1, NULL, 'Report', 'PTA', NULL, '2025', 'open', NULL, '');",
    )
    .unwrap();
    let mut session = Session::new(&conn).unwrap();
    session.attach(None::<&str>).unwrap();
    conn.execute_batch(
        "INSERT INTO disruption VALUES (1, '2024', NULL, 'all', 'cable', NULL, NULL, NULL, '', 1, '');
         INSERT INTO budget_line VALUES (1, 'FY2025', 'PSDP', 'All', 'PKR million', 5, 0, NULL, NULL, NULL, NULL,
             NULL, 0, '2025-01-01', 1, '');
         UPDATE initiative SET status = 'in effect';
         DELETE FROM undertaking;",
    )
    .unwrap();
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset).unwrap();
    drop(session);
    conn.execute(
        "INSERT INTO journal VALUES (1, 'Enter', '2026-01-01T00:00:00Z', 'A', ?1, 0, 0)",
        [changeset],
    )
    .unwrap();
    conn.close().unwrap();

    let mut workspace = Workspace::open(&path, Access::Write).unwrap();
    let state = |workspace: &Workspace| {
        let read = workspace.read().unwrap();
        let counts = [
            read.count::<Disruption>().unwrap(),
            read.count::<BudgetLine>().unwrap(),
            read.count::<Undertaking>().unwrap(),
        ];
        (counts, read.list::<Initiative>().unwrap()[0].status.clone())
    };
    let (before, after) = (([0, 0, 1], "planned".to_owned()), ([1, 1, 0], "in effect".to_owned()));
    assert_eq!(state(&workspace), after);
    kit::undo(&mut workspace).unwrap();
    assert_eq!(state(&workspace), before);
    kit::redo(&mut workspace).unwrap();
    assert_eq!(state(&workspace), after);
    // A change to a new column lies on top and is taken back first.
    let read = workspace.read().unwrap().list::<Initiative>().unwrap().remove(0);
    let judged = Initiative {
        state: Some(State::Done),
        ..read
    };
    workspace
        .change("Judge", now(), "A", |change| change.amend(&judged))
        .unwrap();
    kit::undo(&mut workspace).unwrap();
    kit::undo(&mut workspace).unwrap();
    assert_eq!(state(&workspace), before);
}

/// An entry of an older file is known from when its page was read, else from the last change on: it cannot have been
/// entered later.
#[test]
fn an_older_entry_is_known_no_earlier_than_it_was_entered() {
    let folder = folder();
    let path = folder.path().join("old.hadaf");
    kit::historic(&path, 9);
    let conn = kit::raw(&path);
    conn.execute_batch(
        "INSERT INTO source (id, title, publisher, address, page, retrieved, file_hash, note)
             VALUES (1, 'Read', '', '', '', '2026-02-03', NULL, ''), (2, 'Typed', '', '', '', NULL, NULL, '');
         INSERT INTO initiative (id, name, owner, status, source, note)
             VALUES (1, 'A', '', 'late', 1, ''), (2, 'B', '', 'late', 2, '');",
    )
    .unwrap();
    conn.close().unwrap();
    let seen = |path: &std::path::Path| -> Vec<String> {
        let workspace = Workspace::open(path, Access::Read).unwrap();
        let initiatives = workspace.read().unwrap().list::<Initiative>().unwrap();
        let known = initiatives.iter().map(|it| (it.published.date, it.earlier_of));
        assert!(known.into_iter().all(|known| known == (None, None)));
        initiatives.iter().map(|it| it.published.seen.to_string()).collect()
    };
    assert_eq!(
        seen(&path),
        ["2026-02-03", "2026-01-01"],
        "without a change, when the file was made"
    );
    let conn = kit::raw(&path);
    conn.execute_batch(
        "INSERT INTO journal (id, label, at, by, changeset, undone, dropped)
             VALUES (1, 'Enter', '2026-03-04T05:06:07Z', 'A', x'54', 0, 0);",
    )
    .unwrap();
    conn.close().unwrap();
    assert_eq!(seen(&path), ["2026-02-03", "2026-03-04"]);
}

#[test]
fn nothing_is_overwritten_unasked() {
    let folder = folder();
    let path = folder.path().join("notes.hadaf");
    fs::write(&path, "my notes").unwrap();
    let refused = Workspace::create(&path, &info(), Existing::Keep);
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), b"my notes");
    let workspace = Workspace::create(&path, &info(), Existing::Replace).unwrap();
    assert_eq!(workspace.read().unwrap().info().unwrap(), info());
    let refused = Workspace::create(&path, &info(), Existing::Replace);
    assert!(
        matches!(refused, Err(StoreError::ReadOnly(ReadOnlyReason::InUse))),
        "{refused:?}"
    );
}

#[test]
fn a_new_file_is_whole_or_absent() {
    let folder = folder();
    let path = folder.path().join("new.hadaf");
    let fail = |existing| {
        Workspace::build(&path, &info(), existing, |change| {
            kit::fill(change)?;
            change.remove::<Sector>(&"no_such".parse().unwrap())
        })
    };
    let failed = fail(Existing::Keep);
    assert!(
        matches!(&failed, Err(StoreError::Unknown { kind: "sector", id }) if id == "no_such"),
        "{failed:?}"
    );
    assert!(names(folder.path()).is_empty());

    fs::write(&path, "before").unwrap();
    assert!(fail(Existing::Replace).is_err());
    assert_eq!(names(folder.path()), ["new.hadaf"]);
    assert_eq!(fs::read(&path).unwrap(), b"before");

    let nowhere = folder.path().join("no").join("where.hadaf");
    assert!(matches!(
        Workspace::create(&nowhere, &info(), Existing::Keep),
        Err(StoreError::NoFolder(_))
    ));
}

/// Nothing can be read before. Reading does it too: whoever was told to copy the file first would
/// leave the journal behind, and with it what makes the file whole.
#[test]
fn a_change_cut_short_by_a_crash_is_taken_back() {
    for access in [Access::Read, Access::Write] {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        let before = dump(&path);
        let crashed = path.with_file_name("crashed.hadaf");
        kit::cut_short(&path, &crashed);

        let opened = Workspace::open(&crashed, access).unwrap();
        assert!(opened.integrity().unwrap().is_empty());
        assert_eq!(opened.read_only().is_none(), access == Access::Write);
        drop(opened);
        assert_eq!(dump(&crashed), before, "{access:?}");
        assert_eq!(names(folder.path()), ["crashed.hadaf", "it.hadaf"]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_was_replaced_or_taken_away_is_not_changed() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    let other = path.with_file_name("other.hadaf");
    drop(Workspace::create(&other, &info(), Existing::Keep).unwrap());
    let bytes = fs::read(&other).unwrap();
    workspace.in_place().unwrap();

    fs::rename(&other, &path).unwrap();
    let refused = kit::change(&mut workspace, "Add", |change| change.put(&kit::sector("a")));
    assert!(matches!(refused, Err(StoreError::Replaced)), "{refused:?}");
    assert!(matches!(kit::undo(&mut workspace), Err(StoreError::Replaced)));
    assert_eq!(
        fs::read(&path).unwrap(),
        bytes,
        "the one that stands there is left as it is"
    );

    fs::remove_file(&path).unwrap();
    let refused = kit::change(&mut workspace, "Add", |change| change.put(&kit::sector("a")));
    assert!(matches!(refused, Err(StoreError::Gone)), "{refused:?}");
    // What was opened is still whole, and can be saved elsewhere.
    let copy = path.with_file_name("copy.hadaf");
    workspace.save_copy(&copy, Existing::Keep).unwrap();
    let copy = Workspace::open(&copy, Access::Read).unwrap();
    assert_eq!(copy.read().unwrap().count::<Sector>().unwrap(), 1);
}

#[test]
fn a_new_file_is_safe_from_the_journal_of_the_one_it_replaces() {
    for existing in [Existing::Keep, Existing::Replace] {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        let crashed = path.with_file_name("crashed.hadaf");
        kit::cut_short(&path, &crashed);
        if existing == Existing::Keep {
            fs::remove_file(&crashed).unwrap();
        }
        drop(Workspace::create(&crashed, &info(), existing).unwrap());
        let workspace = Workspace::open(&crashed, Access::Write).unwrap();
        assert_eq!(workspace.read().unwrap().count::<Sector>().unwrap(), 0);
        assert!(workspace.integrity().unwrap().is_empty());
    }
}

/// The system ends a lock with its holder, whatever the holder came to.
#[test]
fn a_crash_leaves_no_lock() {
    const PATH: &str = "HADAF_TEST_CRASH_WITH_OPEN";
    if let Some(path) = std::env::var_os(PATH) {
        let workspace = Workspace::open(path.as_ref(), Access::Write).unwrap();
        assert_eq!(workspace.read_only(), None);
        std::process::abort();
    }
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let run = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "opening::a_crash_leaves_no_lock"])
        .env(PATH, &path)
        .output()
        .unwrap();
    assert!(!run.status.success());
    assert_eq!(
        names(folder.path()),
        [".it.hadaf.lock", "it.hadaf"],
        "it got as far as the lock"
    );
    let workspace = Workspace::open(&path, Access::Write).unwrap();
    assert_eq!(workspace.read_only(), None);
    drop(workspace);
    assert_eq!(names(folder.path()), ["it.hadaf"]);
}
