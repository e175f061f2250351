//! What the system does not let us write. The superuser may write everywhere, so under one the program runs as somebody
//! who may not.

#[cfg(not(unix))]
pub(super) fn cases() -> Vec<super::Case> {
    Vec::new()
}

#[cfg(unix)]
pub(super) use unix::cases;

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    use hadaf_app::Code;
    use hadaf_tests::{Run, hadaf, program, run};

    use super::super::{Case, check, crash, told, works};

    /// "nobody" on every Unix that we know.
    const NOBODY: u32 = 65534;

    #[test]
    fn hints_about_what_is_protected() {
        check(&cases());
    }

    pub(crate) fn cases() -> Vec<Case> {
        const SET: &str = "set sample.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin --json";
        vec![
            Case {
                code: Code::ReadOnly,
                about: "a folder that takes no file",
                brings: |folder| protected(folder, 0o555, 0o644, SET),
                hint: "into a folder that can be written",
                follow: |folder, _| {
                    fs::create_dir(folder.join("mine")).unwrap();
                    fs::copy(folder.join("away/sample.hadaf"), folder.join("mine/sample.hadaf")).unwrap();
                    works(&folder.join("mine"), SET);
                },
            },
            Case {
                code: Code::ReadOnly,
                about: "a file that is write-protected",
                brings: |folder| protected(folder, 0o755, 0o444, SET),
                hint: "Remove the write protection",
                follow: |folder, _| {
                    mode(&folder.join("away/sample.hadaf"), 0o644);
                    works(&folder.join("away"), SET);
                },
            },
            Case {
                code: Code::ReadOnly,
                about: "a crash in a folder that is write-protected since",
                brings: |folder| {
                    crash(&folder.join("sample.hadaf"));
                    protected(folder, 0o555, 0o444, "show sample.hadaf --json")
                },
                hint: "together with the one beside it that ends in -journal",
                follow: |folder, _| {
                    fs::create_dir(folder.join("mine")).unwrap();
                    for name in ["sample.hadaf", "sample.hadaf-journal"] {
                        fs::copy(folder.join("away").join(name), folder.join("mine").join(name)).unwrap();
                        mode(&folder.join("mine").join(name), 0o644);
                    }
                    works(&folder.join("mine"), "show sample.hadaf");
                    let log = hadaf(&folder.join("mine"), "log sample.hadaf --json").json();
                    assert_eq!(log["entries"].as_array().unwrap().len(), 0);
                    // With the protection gone the first one opens too.
                    works(&folder.join("away"), "show sample.hadaf");
                },
            },
        ]
    }

    /// What a call says on the workspace, which lies in a folder of these rights with these of its own.
    fn protected(folder: &Path, of_folder: u32, of_file: u32, words: &str) -> super::super::Said {
        let away = folder.join("away");
        fs::create_dir(&away).unwrap();
        for name in ["sample.hadaf", "sample.hadaf-journal"] {
            let from = folder.join(name);
            if from.exists() {
                fs::rename(&from, away.join(name)).unwrap();
                mode(&away.join(name), of_file);
            }
        }
        mode(folder, 0o755);
        mode(&away, of_folder);
        let run = without_privilege(&away, words);
        // So that it can be gone on with, and removed.
        mode(&away, 0o755);
        told(&run)
    }

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    fn without_privilege(folder: &Path, words: &str) -> Run {
        let mut command = Command::new(program("hadaf"));
        if fs::write(folder.join("probe"), "").is_ok() {
            let _ = fs::remove_file(folder.join("probe"));
            // The build's folder may be closed to others.
            let copy = folder.with_file_name("program");
            fs::copy(program("hadaf"), &copy).unwrap();
            for entry in fs::read_dir(folder).unwrap() {
                chown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
            }
            chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
            command = Command::new(copy);
            command.uid(NOBODY).gid(NOBODY);
        }
        let home = std::env::temp_dir().join("hadaf-nobody");
        run(command
            .current_dir(folder)
            .env("HADAF_HOME", home)
            .args(words.split(' ')))
    }
}
