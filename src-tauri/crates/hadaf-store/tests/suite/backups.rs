//! Copies of the whole workspace: the one that each session takes, and those that are asked for.

use hadaf_store::{Access, BackupState, Existing, StoreError, Workspace};

use crate::kit::{self, change, dump, filled, folder};

#[test]
fn the_first_change_of_a_session_keeps_a_copy_and_three_are_kept() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    assert_eq!(*workspace.backup(), BackupState::NotYet);
    let mut states = Vec::new();
    for session in 0..5 {
        states.push(dump(&path));
        for step in 0..2 {
            let id = format!("s{session}_{step}");
            change(&mut workspace, "Add", |change| change.put(&kit::sector(&id))).unwrap();
        }
        let newest = path.with_file_name("it.hadaf.bak-1");
        assert_eq!(*workspace.backup(), BackupState::Taken(newest));
        drop(workspace);
        workspace = Workspace::open(&path, Access::Write).unwrap();
    }
    drop(workspace);
    let mut names: Vec<_> = folder
        .path()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["it.hadaf", "it.hadaf.bak-1", "it.hadaf.bak-2", "it.hadaf.bak-3"]
    );
    for (n, state) in (1..=3).zip(states.iter().rev()) {
        let backup = path.with_file_name(format!("it.hadaf.bak-{n}"));
        assert_eq!(dump(&backup), *state, "backup {n}");
        Workspace::open(&backup, Access::Read).unwrap();
    }
}

#[test]
fn a_change_is_not_held_up_by_a_backup_that_fails() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    // A folder stands where the copy should be written.
    let in_the_way = path.with_file_name(".it.hadaf.bak-1.part");
    std::fs::create_dir(&in_the_way).unwrap();
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    assert!(
        matches!(workspace.backup(), BackupState::Failed(_)),
        "{:?}",
        workspace.backup()
    );
    std::fs::remove_dir(&in_the_way).unwrap();
    workspace.undo().unwrap();
    assert!(
        matches!(workspace.backup(), BackupState::Taken(_)),
        "the next change tries again"
    );
}

#[test]
fn a_copy_is_the_whole_workspace_with_its_way_back() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    let copy = folder.path().join("copy.hadaf");
    workspace.save_copy(&copy, Existing::Keep).unwrap();
    assert_eq!(dump(&copy), dump(&path));
    assert!(matches!(
        workspace.save_copy(&copy, Existing::Keep),
        Err(StoreError::Exists(_))
    ));
    assert!(matches!(
        workspace.save_copy(&path, Existing::Replace),
        Err(StoreError::Exists(_))
    ));
    workspace.undo().unwrap();
    workspace.save_copy(&copy, Existing::Replace).unwrap();
    assert_eq!(dump(&copy), dump(&path));
    let mut opened = Workspace::open(&copy, Access::Write).unwrap();
    assert_eq!(opened.redo().unwrap().label, "Add");
    // Somebody has it open now.
    assert!(matches!(
        workspace.save_copy(&copy, Existing::Replace),
        Err(StoreError::ReadOnly(_))
    ));
}
