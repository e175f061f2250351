//! Copies of the whole workspace: the one that each session takes, and those that are asked for.

use hadaf_store::{Access, BackupState, Change, Existing, StoreError, Workspace, newest_backup};

use crate::kit::{self, change, dump, filled, folder};

/// On the command line a session is one call, so that many of them make a day.
#[test]
fn the_first_change_of_a_day_keeps_a_copy_and_three_days_are_kept() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    assert_eq!(*workspace.backup(), BackupState::NotYet);
    // Neither a day nor ours: left alone.
    let others = ["it.hadaf.bak-1", "it.hadaf.bak-old"];
    for name in others {
        std::fs::write(path.with_file_name(name), "mine").unwrap();
    }
    let days = ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
    let mut states = Vec::new();
    for day in days {
        states.push(dump(&path));
        for session in 0..4 {
            let at = format!("{day}T0{session}:30:00Z").parse().unwrap();
            for step in 0..2 {
                let id = format!("s{}_{session}_{step}", &day[8..]);
                let add = |change: &Change<'_>| change.put(&kit::sector(&id));
                workspace.change::<_, StoreError>("Add", at, kit::BY, add).unwrap();
            }
            let of_the_day = path.with_file_name(format!("it.hadaf.bak-{day}"));
            assert_eq!(*workspace.backup(), BackupState::Taken(of_the_day));
            drop(workspace);
            workspace = Workspace::open(&path, Access::Write).unwrap();
        }
    }
    drop(workspace);
    let kept: Vec<String> = days[2..].iter().map(|day| format!("it.hadaf.bak-{day}")).collect();
    let mut wanted: Vec<&str> = kept
        .iter()
        .map(String::as_str)
        .chain(others)
        .chain(["it.hadaf"])
        .collect();
    wanted.sort_unstable();
    assert_eq!(kit::names(folder.path()), wanted);
    assert_eq!(newest_backup(&path), Some(path.with_file_name(&kept[2])));
    for (name, state) in kept.iter().zip(&states[2..]) {
        let backup = path.with_file_name(name);
        assert_eq!(dump(&backup), *state, "{name}");
        Workspace::open(&backup, Access::Read).unwrap();
    }
}

/// A computer whose clock was wrong for a day.
#[test]
fn the_copy_just_made_is_never_the_one_that_goes() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    for day in ["2030-01-01", "2030-01-02", "2030-01-03", "2026-11-24"] {
        let at = format!("{day}T10:00:00Z").parse().unwrap();
        let id = format!("d{}", day.replace('-', "_"));
        let add = |change: &Change<'_>| change.put(&kit::sector(&id));
        workspace.change::<_, StoreError>("Add", at, kit::BY, add).unwrap();
    }
    let wanted = ["2026-11-24", "2030-01-02", "2030-01-03"].map(|day| format!("it.hadaf.bak-{day}"));
    drop(workspace);
    assert_eq!(kit::names(folder.path())[1..], wanted);
}

#[test]
fn a_change_is_not_held_up_by_a_backup_that_fails() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    // A folder stands where the copy should be written.
    let in_the_way = path.with_file_name(".it.hadaf.bak-2026-11-24.part");
    std::fs::create_dir(&in_the_way).unwrap();
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    assert!(
        matches!(workspace.backup(), BackupState::Failed(_)),
        "{:?}",
        workspace.backup()
    );
    std::fs::remove_dir(&in_the_way).unwrap();
    kit::undo(&mut workspace).unwrap();
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
    kit::undo(&mut workspace).unwrap();
    workspace.save_copy(&copy, Existing::Replace).unwrap();
    assert_eq!(dump(&copy), dump(&path));
    let mut opened = Workspace::open(&copy, Access::Write).unwrap();
    assert_eq!(kit::redo(&mut opened).unwrap().label, "Add");
    // Somebody has it open now.
    assert!(matches!(
        workspace.save_copy(&copy, Existing::Replace),
        Err(StoreError::ReadOnly(_))
    ));
}
