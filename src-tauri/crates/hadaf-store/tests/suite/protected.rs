//! What the system does not let us write. The superuser may write everywhere, so under one these
//! tests run once more, in a process of somebody who may not.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use hadaf_core::Sector;
use hadaf_store::{Access, Existing, ReadOnlyReason, StoreError, Workspace};
use tempfile::TempDir;

use crate::kit::{self, filled, folder, info, names, now};

/// "nobody" on every Unix that we know.
const NOBODY: u32 = 65534;

/// Runs `test`, known to the test program by `name`, without the right to write everywhere.
fn without_privilege(name: &str, test: fn()) {
    if !may_write_everywhere() {
        return test();
    }
    let folder = folder();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("suite");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let scratch = folder.path().join("scratch");
    fs::create_dir(&scratch).unwrap();
    chown(&scratch, Some(NOBODY), Some(NOBODY)).unwrap();
    let run = Command::new(&program)
        .args(["--exact", name, "--nocapture"])
        .env("TMPDIR", &scratch)
        .current_dir(&scratch)
        .uid(NOBODY)
        .gid(NOBODY)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
    assert!(said.contains("1 passed"), "{said}");
}

fn may_write_everywhere() -> bool {
    let folder = folder();
    set_mode(folder.path(), 0o555);
    fs::write(folder.path().join("probe"), "").is_ok()
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_cannot_be_written() {
    without_privilege("protected::a_folder_that_cannot_be_written", || {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        let before = fs::read(&path).unwrap();
        set_mode(folder.path(), 0o555);
        let mut workspace = Workspace::open(&path, Access::Write).unwrap();
        assert_eq!(workspace.read_only(), Some(&ReadOnlyReason::FolderProtected));
        assert_eq!(workspace.read().unwrap().count::<Sector>().unwrap(), 1);
        let refused = workspace.change("Add", now(), "A", |change| change.put(&kit::sector("a")));
        assert!(
            matches!(refused, Err(StoreError::ReadOnly(ReadOnlyReason::FolderProtected))),
            "{refused:?}"
        );
        let beside = folder.path().join("new.hadaf");
        for refused in [
            workspace.save_copy(&beside, Existing::Keep),
            Workspace::create(&beside, &info(), Existing::Keep).map(|_| ()),
        ] {
            assert!(
                matches!(refused, Err(StoreError::ReadOnly(ReadOnlyReason::FolderProtected))),
                "{refused:?}"
            );
        }
        assert_eq!(names(folder.path()), ["it.hadaf"]);
        assert_eq!(fs::read(&path).unwrap(), before);
        give_back(folder);
    });
}

#[test]
fn a_file_that_cannot_be_written() {
    without_privilege("protected::a_file_that_cannot_be_written", || {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        set_mode(&path, 0o444);
        let workspace = Workspace::open(&path, Access::Write).unwrap();
        assert_eq!(workspace.read_only(), Some(&ReadOnlyReason::FileProtected));
        assert_eq!(workspace.read().unwrap().count::<Sector>().unwrap(), 1);
        assert_eq!(
            names(folder.path()),
            ["it.hadaf"],
            "no lock is held for what is only read"
        );
    });
}

#[test]
fn a_file_that_cannot_be_read() {
    without_privilege("protected::a_file_that_cannot_be_read", || {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        set_mode(&path, 0o000);
        let error = Workspace::open(&path, Access::Write).unwrap_err();
        assert!(matches!(error, StoreError::Io(_)), "{error}");
        assert!(error.to_string().contains("it.hadaf"), "{error}");
    });
}

#[test]
fn an_older_file_that_cannot_be_written_is_read_in_todays_format() {
    without_privilege(
        "protected::an_older_file_that_cannot_be_written_is_read_in_todays_format",
        || {
            let folder = folder();
            let path = folder.path().join("old.hadaf");
            kit::historic(&path, 1);
            set_mode(folder.path(), 0o555);
            let workspace = Workspace::open(&path, Access::Write).unwrap();
            assert_eq!(workspace.read_only(), Some(&ReadOnlyReason::FolderProtected));
            assert!(workspace.read().unwrap().log().unwrap().is_empty());
            give_back(folder);
        },
    );
}

#[test]
fn a_crash_in_a_folder_that_cannot_be_written_since() {
    without_privilege("protected::a_crash_in_a_folder_that_cannot_be_written_since", || {
        let folder = folder();
        let (path, workspace) = filled(&folder);
        drop(workspace);
        let crashed = path.with_file_name("crashed.hadaf");
        kit::cut_short(&path, &crashed);
        set_mode(folder.path(), 0o555);
        let error = Workspace::open(&crashed, Access::Write).unwrap_err();
        assert!(matches!(error, StoreError::Unfinished), "{error}");
        give_back(folder);
    });
}

/// So that the folder can be removed.
fn give_back(folder: TempDir) {
    set_mode(folder.path(), 0o755);
    folder.close().unwrap();
}
