//! What the journal says, and what undo and redo refuse.

use hadaf_core::{JournalEntryId, Sector, SourceId};
use hadaf_store::{Access, Signature, StoreError, Workspace};

use crate::kit::{self, BY, UNDONE_BY, change, dump, filled, folder, now};

#[test]
fn an_entry_says_what_when_and_by_whom() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a sector", |change| {
        change.put(&kit::sector("telecom"))
    })
    .unwrap();
    drop(workspace);

    let workspace = Workspace::open(&path, Access::Read).unwrap();
    let read = workspace.read().unwrap();
    let log = read.log().unwrap();
    let [entry] = log.as_slice() else { panic!("{log:?}") };
    assert_eq!(
        (entry.id, entry.label.as_str(), entry.at, entry.by.as_str()),
        (JournalEntryId(1), "Add a sector", now(), BY)
    );
    assert!(!entry.undone && !entry.dropped);
    assert_eq!(read.next_undo().unwrap().as_ref(), Some(entry));
    assert_eq!(read.next_redo().unwrap(), None);
}

#[test]
fn an_entry_says_who_took_it_back_and_who_made_it_again() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    let signed = |by: &str| {
        Some(Signature {
            at: now(),
            by: by.into(),
        })
    };
    let states = [
        (kit::undo(&mut workspace).unwrap(), signed(UNDONE_BY), None),
        (kit::redo(&mut workspace).unwrap(), signed(UNDONE_BY), signed(BY)),
        (kit::undo(&mut workspace).unwrap(), signed(UNDONE_BY), signed(BY)),
    ];
    for (entry, undone, redone) in &states {
        assert_eq!(
            (entry.by.as_str(), &entry.undone_as, &entry.redone_as),
            (BY, undone, redone)
        );
    }
    drop(workspace);
    let workspace = Workspace::open(&path, Access::Read).unwrap();
    assert_eq!(
        workspace.read().unwrap().log().unwrap()[0],
        states[2].0,
        "also after a restart"
    );
}

#[test]
fn what_changes_nothing_leaves_no_entry_and_keeps_redo() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    kit::undo(&mut workspace).unwrap();
    change(&mut workspace, "Nothing", |_| Ok(())).unwrap();
    change(&mut workspace, "The same again", |change| {
        change.put(&kit::sector("ict"))
    })
    .unwrap();
    change(&mut workspace, "There and back", |change| {
        change.put(&kit::sector("telecom"))?;
        change.remove::<Sector>(&"telecom".parse().unwrap())
    })
    .unwrap();
    assert_eq!(workspace.read().unwrap().log().unwrap().len(), 1);
    assert_eq!(kit::redo(&mut workspace).unwrap().label, "Add");
}

#[test]
fn a_failing_change_leaves_nothing() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    let before = dump(&path);
    let failed = change(&mut workspace, "Half", |change| {
        change.put(&kit::sector("telecom"))?;
        change.add(&kit::observation("no_such_series", "2024-12", "1", SourceId(1)))?;
        Ok(())
    });
    assert!(matches!(failed, Err(StoreError::Constraint(_))), "{failed:?}");
    assert_eq!(dump(&path), before);
    assert!(workspace.read().unwrap().log().unwrap().is_empty());
}

#[test]
fn a_change_after_undo_drops_what_could_be_redone_but_the_log_keeps_it() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    for id in ["one", "two"] {
        change(&mut workspace, id, |change| change.put(&kit::sector(id))).unwrap();
    }
    assert_eq!(kit::undo(&mut workspace).unwrap().label, "two");
    change(&mut workspace, "three", |change| change.put(&kit::sector("three"))).unwrap();
    assert!(matches!(kit::redo(&mut workspace), Err(StoreError::NothingToRedo)));
    let log = workspace.read().unwrap().log().unwrap();
    let shown: Vec<_> = log
        .iter()
        .map(|entry| (entry.label.as_str(), entry.undone, entry.dropped))
        .collect();
    assert_eq!(
        shown,
        [("three", false, false), ("two", true, true), ("one", false, false)]
    );
    assert_eq!(kit::undo(&mut workspace).unwrap().label, "three");
    assert_eq!(kit::undo(&mut workspace).unwrap().label, "one");
    assert!(matches!(kit::undo(&mut workspace), Err(StoreError::NothingToUndo)));
}

#[test]
fn undo_refuses_what_no_longer_fits() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a sector", |change| {
        change.put(&kit::sector("telecom"))
    })
    .unwrap();
    drop(workspace);
    // Somebody edits the file past us, with foreign keys respected.
    kit::raw(&path)
        .execute("UPDATE sector SET title = 'Other' WHERE id = 'telecom'", [])
        .unwrap();
    let before = dump(&path);

    let mut workspace = Workspace::open(&path, Access::Write).unwrap();
    let refused = kit::undo(&mut workspace);
    assert!(
        matches!(&refused, Err(StoreError::Conflict(label)) if label == "Add a sector"),
        "{refused:?}"
    );
    assert_eq!(dump(&path), before);
    assert!(!workspace.read().unwrap().log().unwrap()[0].undone);
}

#[test]
fn undo_refuses_to_leave_a_reference_to_nothing() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a source", |change| {
        change.add(&kit::source("Dawn")).map(|_| ())
    })
    .unwrap();
    kit::raw(&path)
        .execute("UPDATE observation SET source = 2", [])
        .unwrap();
    let before = dump(&path);
    assert!(matches!(kit::undo(&mut workspace), Err(StoreError::Conflict(_))));
    assert_eq!(dump(&path), before);
}

#[test]
fn a_journal_from_elsewhere_reaches_the_data_tables_only() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    drop(workspace);
    // A changeset that would rewrite the journal itself, and one that is no changeset.
    let conn = kit::raw(&path);
    let mut session = rusqlite::session::Session::new(&conn).unwrap();
    session.attach(Some("journal")).unwrap();
    conn.execute("UPDATE journal SET by = 'Mallory'", []).unwrap();
    let mut forged = Vec::new();
    session.changeset_strm(&mut forged).unwrap();
    drop(session);
    conn.execute(
        "UPDATE journal SET by = ?1, changeset = ?2",
        rusqlite::params![BY, forged],
    )
    .unwrap();
    drop(conn);
    let mut workspace = Workspace::open(&path, Access::Write).unwrap();
    kit::undo(&mut workspace).unwrap();
    assert_eq!(workspace.read().unwrap().log().unwrap()[0].by, BY);

    kit::raw(&path)
        .execute("UPDATE journal SET undone = 0, changeset = x'54ff00aa'", [])
        .unwrap();
    let before = dump(&path);
    let refused = kit::undo(&mut workspace);
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(dump(&path), before);
}
