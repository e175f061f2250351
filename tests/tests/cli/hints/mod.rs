//! Every code of failure in one table: how it comes about, what its hint says, and that doing so ends well. A hint is
//! followed by somebody in a hurry, so each is followed here, to the letter; then every workspace in the folder must be
//! whole, and nothing half done may lie about. A code without a line fails the test.

mod calls;
mod files;
mod protected;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use hadaf_app::{AppError, Code, ErrorView, Format};
use hadaf_tests::{folder, hadaf, program, sample};

/// What was said of a failure.
struct Said {
    code: String,
    message: String,
    hint: String,
}

/// One way to a failure.
struct Case {
    code: Code,
    /// What happened, for whoever reads a failing test.
    about: &'static str,
    /// Brings it about in a folder with the sample in it, and answers with what was said.
    brings: fn(&Path) -> Said,
    /// Words that the hint must have.
    hint: &'static str,
    /// Does what the hint says, and sees that it helps.
    follow: fn(&Path, &Said),
}

/// Faults of the program: nobody but its authors can do anything about them, and the hint says so. Those of a briefing
/// are tried in `hadaf-app`, where they can be brought about.
const FAULTS: [Code; 2] = [Code::Internal, Code::Brief];

fn cases() -> Vec<Case> {
    [calls::cases(), files::cases(), protected::cases()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_code_has_its_case() {
    let listed: BTreeSet<Code> = cases().iter().map(|case| case.code).chain(FAULTS).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(listed, all, "how does it come about, and does its hint help?");
}

/// Runs the cases of these codes.
fn check(cases: &[Case]) {
    for Case {
        code,
        about,
        brings,
        hint,
        follow,
    } in cases
    {
        let folder = folder();
        sample(folder.path());
        let said = brings(folder.path());
        assert_eq!(said.code, code.as_str(), "{about}: {} {}", said.message, said.hint);
        assert!(said.hint.contains(hint), "{about}: {:?}", said.hint);
        follow(folder.path(), &said);
        sound(folder.path(), about);
    }
}

/// Every workspace is whole, and no work half done lies about. What was left as it was has another ending.
fn sound(folder: &Path, about: &str) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            if name != "home" {
                sound(&entry.path(), about);
            }
            continue;
        }
        for tail in ["-journal", "-wal", "-shm", ".part", ".lock"] {
            assert!(!name.ends_with(tail), "{about} leaves {name}");
        }
        if name.ends_with(".hadaf") {
            let checked = hadaf(folder, &format!("check {name} --json"));
            assert_eq!(
                checked.code,
                Some(0),
                "{about}: {name}: {}{}",
                checked.stdout,
                checked.stderr
            );
        }
    }
}

/// What a call says that fails.
fn refused(folder: &Path, words: &str) -> Said {
    told(&hadaf(folder, &format!("{words} --json")))
}

fn told(run: &hadaf_tests::Run) -> Said {
    assert!(
        matches!(run.code, Some(1 | 2)),
        "{:?} {}{}",
        run.code,
        run.stdout,
        run.stderr
    );
    let error = run.error();
    let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
    Said {
        code: text("code"),
        message: text("message"),
        hint: text("hint"),
    }
}

/// What the application says of a failure.
fn in_words(error: &AppError) -> Said {
    let ErrorView { code, message, hint } = error.view(Format::of("en"));
    Said {
        code: code.as_str().into(),
        message,
        hint: hint.unwrap_or_default(),
    }
}

/// A call that succeeds.
fn works(folder: &Path, words: &str) {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}{}", run.stdout, run.stderr);
}

/// Another program at a workspace, holding what it holds until it is let go.
struct Meddler(Child);

impl Meddler {
    fn at(file: &Path, sql: &str) -> Self {
        let mut child = Command::new(program("examples/meddle"))
            .arg(file)
            .arg(sql)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut done = [0; 5];
        std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut done).unwrap();
        Self(child)
    }

    /// Lets it end.
    fn end(mut self) {
        drop(self.0.stdin.take());
        assert!(self.0.wait().unwrap().success());
    }

    /// Ends it in the middle of its work, as a power cut does.
    fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// A crash in the middle of a change of `file`: what was written before the change was whole is still there, and beside
/// it the journal that takes it back.
fn crash(file: &Path) {
    let sql = "PRAGMA cache_size = 2; BEGIN IMMEDIATE;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO sector SELECT 's' || i, hex(zeroblob(100)), NULL, NULL, 1 FROM n";
    Meddler::at(file, sql).kill();
    let journal = file.with_file_name(format!("{}-journal", file.file_name().unwrap().display()));
    assert!(journal.metadata().unwrap().len() > 512, "the change has begun");
}
