//! Files that are missing, in the way, damaged, or in somebody else's hands.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use hadaf_app::wire::SetObservation;
use hadaf_app::{Access, App, Code};
use hadaf_tests::{hadaf, program, run};

use super::calls::app;
use super::{Case, Meddler, Said, check, in_words, refused, told, works};

#[test]
fn hints_about_places() {
    check(&places());
}

#[test]
fn hints_about_workspaces_that_are_none() {
    check(&contents());
}

#[test]
fn hints_about_other_programs() {
    check(&others());
}

#[test]
fn hints_about_a_file_that_went() {
    check(&elsewhere());
}

pub(super) fn cases() -> Vec<Case> {
    [places(), contents(), others(), elsewhere()]
        .into_iter()
        .flatten()
        .collect()
}

const SET: &str = "set sample.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin";

fn places() -> Vec<Case> {
    vec![
        Case {
            code: Code::NotFound,
            about: "no file of this name",
            brings: |folder| refused(folder, "show smaple.hadaf"),
            hint: "Check the name",
            follow: |folder, _| works(folder, "show sample.hadaf"),
        },
        Case {
            code: Code::Exists,
            about: "a file in the way",
            brings: |folder| refused(folder, "new sample.hadaf"),
            hint: "another name",
            follow: |folder, said| {
                works(folder, "new other.hadaf");
                assert!(said.hint.contains("force"), "{}", said.hint);
                works(folder, "new other.hadaf --force");
            },
        },
        Case {
            code: Code::Io,
            about: "a folder where a file should go",
            brings: |folder| {
                fs::create_dir(folder.join("a.svg")).unwrap();
                refused(folder, "chart sample.hadaf monthly --out a.svg --force")
            },
            hint: "Check the place",
            follow: |folder, _| works(folder, "chart sample.hadaf monthly --out a.svg/b.svg"),
        },
        #[cfg(target_os = "linux")]
        Case {
            code: Code::DiskFull,
            about: "no room for the answer",
            brings: |folder| told(&to_a_full_disk(folder, "show sample.hadaf --json")),
            hint: "send the output elsewhere",
            follow: |folder, _| works(folder, "show sample.hadaf --json"),
        },
    ]
}

/// Runs a call whose output goes where there is no room for it.
fn to_a_full_disk(folder: &Path, words: &str) -> hadaf_tests::Run {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(program("hadaf"));
    command.current_dir(folder).args(words.split(' '));
    let output = command
        .stdin(std::process::Stdio::null())
        .stdout(full)
        .output()
        .unwrap();
    hadaf_tests::Run {
        code: output.status.code(),
        stdout: String::new(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// An answer that is not there is no success, whoever gives it.
#[cfg(target_os = "linux")]
#[test]
fn every_verb_fails_when_its_answer_cannot_be_written() {
    let folder = hadaf_tests::folder();
    hadaf_tests::sample(folder.path());
    for words in [
        SET,
        "undo sample.hadaf",
        "redo sample.hadaf",
        "show sample.hadaf",
        "show sample.hadaf --json",
        "forecast sample.hadaf",
        "risks sample.hadaf",
        "claims sample.hadaf",
        "scenario sample.hadaf",
        "chart sample.hadaf monthly --out a.svg",
        "check sample.hadaf",
        "log sample.hadaf",
        "new other.hadaf",
        "completions bash",
        "man",
        "--help",
        "--version",
    ] {
        let run = to_a_full_disk(folder.path(), words);
        assert_eq!(run.code, Some(1), "{words}: {}", run.stderr);
        assert!(
            run.stderr.contains("could not be written out"),
            "{words}: {}",
            run.stderr
        );
    }
}

/// Whoever reads the first lines alone has what they wanted.
#[cfg(unix)]
#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let folder = hadaf_tests::folder();
    hadaf_tests::sample(folder.path());
    let script = "set -o pipefail; \"$HADAF\" show sample.hadaf --series ict_total --json | head -1";
    let mut command = Command::new("bash");
    command
        .args(["-c", script])
        .env("HADAF", program("hadaf"))
        .current_dir(folder.path());
    let done = run(&mut command);
    assert_eq!(
        (done.code, done.stdout.as_str(), done.stderr.as_str()),
        (Some(0), "{\n", "")
    );
}

fn contents() -> Vec<Case> {
    vec![
        Case {
            code: Code::NotAWorkspace,
            about: "a letter",
            brings: |folder| {
                fs::write(folder.join("letter.txt"), "To the committee.\n".repeat(100)).unwrap();
                refused(folder, "show letter.txt")
            },
            hint: "left as it is",
            follow: |folder, _| {
                let letter = fs::read_to_string(folder.join("letter.txt")).unwrap();
                assert!(letter.ends_with("committee.\n"));
                works(folder, "show sample.hadaf");
            },
        },
        Case {
            code: Code::NewerVersion,
            about: "a file of a newer Hadaf",
            brings: |folder| {
                works(folder, "new next.hadaf");
                format(&folder.join("next.hadaf"), 9999);
                refused(folder, "show next.hadaf")
            },
            hint: "newer version",
            follow: |folder, _| {
                // The newer version finds it as it was.
                format(&folder.join("next.hadaf"), version(&folder.join("sample.hadaf")));
                works(folder, "show next.hadaf");
            },
        },
        Case {
            code: Code::Damaged,
            about: "a damaged file with a backup",
            brings: |folder| {
                works(folder, SET);
                damage(&folder.join("sample.hadaf"));
                refused(folder, "show sample.hadaf")
            },
            hint: "newest backup",
            follow: |folder, said| {
                let backup = said.hint.split(' ').find(|word| word.contains(".bak-")).unwrap();
                fs::copy(folder.join(backup.trim_end_matches(',')), folder.join("rescued.hadaf")).unwrap();
                works(folder, "show rescued.hadaf");
                fs::rename(folder.join("sample.hadaf"), folder.join("damaged")).unwrap();
            },
        },
        Case {
            code: Code::Damaged,
            about: "a damaged file without one",
            brings: |folder| {
                fs::copy(folder.join("sample.hadaf"), folder.join("my own copy.hadaf")).unwrap();
                damage(&folder.join("sample.hadaf"));
                refused(folder, "show sample.hadaf")
            },
            hint: "copy of your own",
            follow: |folder, _| {
                fs::rename(folder.join("sample.hadaf"), folder.join("damaged")).unwrap();
                fs::rename(folder.join("my own copy.hadaf"), folder.join("sample.hadaf")).unwrap();
                works(folder, "show sample.hadaf");
            },
        },
        Case {
            code: Code::Damaged,
            about: "a file with something put into it",
            brings: |folder| {
                works(folder, SET);
                Meddler::at(&folder.join("sample.hadaf"), "CREATE VIEW mine AS SELECT 1").end();
                refused(folder, "show sample.hadaf")
            },
            hint: "newest backup",
            follow: |folder, said| {
                let backup = said.hint.split(' ').find(|word| word.contains(".bak-")).unwrap();
                fs::copy(folder.join(backup.trim_end_matches(',')), folder.join("rescued.hadaf")).unwrap();
                works(folder, "show rescued.hadaf");
                fs::rename(folder.join("sample.hadaf"), folder.join("altered")).unwrap();
            },
        },
    ]
}

/// Where SQLite's header keeps the number of the format.
fn format(file: &Path, version: u32) {
    let mut bytes = fs::read(file).unwrap();
    bytes[60..64].copy_from_slice(&version.to_be_bytes());
    fs::write(file, bytes).unwrap();
}

fn version(file: &Path) -> u32 {
    u32::from_be_bytes(fs::read(file).unwrap()[60..64].try_into().unwrap())
}

fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 8192 * 4096;
    bytes[middle..middle + 4096].fill(0xff);
    fs::write(file, bytes).unwrap();
}

fn others() -> Vec<Case> {
    vec![
        Case {
            code: Code::Busy,
            about: "another program in the middle of a change",
            brings: |folder| {
                let holder = Meddler::at(&folder.join("sample.hadaf"), "BEGIN EXCLUSIVE");
                let said = refused(folder, "show sample.hadaf");
                holder.end();
                said
            },
            hint: "Try again",
            follow: |folder, _| works(folder, "show sample.hadaf"),
        },
        Case {
            code: Code::ReadOnly,
            about: "somebody else has it open",
            brings: |folder| {
                let other = app();
                other.open(&folder.join("sample.hadaf"), Access::Write).unwrap();
                refused(folder, SET)
            },
            hint: "Wait until",
            follow: |folder, _| works(folder, SET),
        },
        Case {
            code: Code::Conflict,
            about: "a change that no longer fits",
            brings: |folder| {
                works(folder, SET);
                let sql =
                    "UPDATE observation SET value_mantissa = 401 WHERE period = '2026-03' AND series = 'ict_total'";
                Meddler::at(&folder.join("sample.hadaf"), sql).end();
                refused(folder, "undo sample.hadaf")
            },
            hint: "by hand",
            follow: |folder, _| {
                works(folder, &SET.replace("400", "402"));
                let log = hadaf(folder, "log sample.hadaf --json").json();
                assert_eq!(
                    log["entries"].as_array().unwrap().len(),
                    2,
                    "the entry stays in the log"
                );
            },
        },
    ]
}

/// The file is not what was opened. Elsewhere than on Unix the system keeps an open file in its place.
fn elsewhere() -> Vec<Case> {
    vec![
        #[cfg(unix)]
        Case {
            code: Code::Replaced,
            about: "another file in its place",
            brings: |folder| {
                works(folder, "new other.hadaf --sample pakistan-it-exports");
                let file = folder.join("sample.hadaf");
                let app = app();
                app.open(&file, Access::Write).unwrap();
                fs::rename(folder.join("other.hadaf"), &file).unwrap();
                let said = in_words(&app.observation_set(&march()).unwrap_err());
                // Both ways of the hint: what was shown is kept, and what is there now is opened.
                app.workspace_save_copy(&folder.join("kept.hadaf")).unwrap();
                app.open(&file, Access::Write).unwrap();
                changes(&app);
                said
            },
            hint: "Open it again",
            follow: |folder, _| works(folder, "undo sample.hadaf"),
        },
        #[cfg(unix)]
        Case {
            code: Code::NotFound,
            about: "taken away while it is open",
            brings: |folder| {
                let file = folder.join("sample.hadaf");
                let app = app();
                app.open(&file, Access::Write).unwrap();
                fs::rename(&file, folder.join("moved.hadaf")).unwrap();
                let said = in_words(&app.observation_set(&march()).unwrap_err());
                app.workspace_save_copy(&folder.join("kept.hadaf")).unwrap();
                fs::rename(folder.join("moved.hadaf"), &file).unwrap();
                app.open(&file, Access::Write).unwrap();
                changes(&app);
                said
            },
            hint: "save a copy",
            follow: |folder, _| works(folder, "show kept.hadaf"),
        },
    ]
}

fn march() -> SetObservation {
    SetObservation {
        series: "ict_total".into(),
        period: "2026-03".into(),
        value: "400".into(),
        published: "2026-04-10".into(),
        source: "Bulletin".into(),
        status: None,
        note: String::new(),
    }
}

fn changes(app: &App) {
    app.observation_set(&march()).unwrap_or_else(|error| {
        let Said { message, hint, .. } = in_words(&error);
        panic!("{message} {hint}")
    });
}

/// Reading takes back what a crash cut short, so that nobody has to copy a file without its journal.
#[test]
fn a_workspace_that_a_crash_left_is_read_and_whole() {
    for words in [
        "show it.hadaf --json",
        "check it.hadaf --json",
        "brief it.hadaf --out a.pdf",
        "log it.hadaf",
    ] {
        let folder = hadaf_tests::folder();
        let file = folder.path().join("it.hadaf");
        fs::rename(hadaf_tests::sample(folder.path()), &file).unwrap();
        let before = hadaf(folder.path(), "show it.hadaf --json").json();
        super::crash(&file);
        works(folder.path(), words);
        assert_eq!(hadaf(folder.path(), "show it.hadaf --json").json(), before, "{words}");
        super::sound(folder.path(), words);
    }
}

/// A name that is no text.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_of_any_bytes_works() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = hadaf_tests::folder();
    let name = OsStr::from_bytes(b"r\xe9sum\xe9.hadaf");
    let picture = OsStr::from_bytes(b"\xff.svg");
    let call = |words: &[&OsStr]| {
        let mut command = Command::new(program("hadaf"));
        command
            .current_dir(folder.path())
            .env("HADAF_HOME", folder.path().join("home"));
        let done = run(command.args(words));
        assert_eq!(done.code, Some(0), "{words:?}: {}", done.stderr);
    };
    let [new, set, show, chart] = ["new", "set", "show", "chart"].map(OsStr::new);
    call(&[new, name]);
    let more = ["total", "2026-03", "400", "--published", "2026-04-10", "--source", "B"].map(OsStr::new);
    call(&[&[set, name][..], &more].concat());
    call(&[show, name]);
    call(&[chart, name, OsStr::new("monthly"), OsStr::new("--out"), picture]);
    for name in [name, picture] {
        assert!(folder.path().join(name).is_file(), "{name:?}");
    }
}
