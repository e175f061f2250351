//! The built programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a finished program left.
#[derive(Debug)]
pub struct Run {
    /// Its exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// What it published.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
}

impl Run {
    /// Its output as JSON.
    ///
    /// # Panics
    /// It failed, or published something else.
    #[must_use]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// The `error` object of its complaint.
    ///
    /// # Panics
    /// The complaint is not the JSON that scripts rely on.
    #[must_use]
    pub fn error(&self) -> Value {
        let complaint: Value = serde_json::from_str(self.stderr.trim())
            .unwrap_or_else(|error| panic!("{error}: {:?} {:?}", self.code, self.stderr));
        complaint["error"].clone()
    }
}

/// A program of this workspace, as `make build` left it: beside the running test in Cargo's target folder.
///
/// # Panics
/// It has not been built.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let built = test.ancestors().nth(2).expect("tests run from target/PROFILE/deps");
    let path = built.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.is_file(), "{} is not built: run `make build`", path.display());
    path
}

/// Runs a command to its end.
///
/// # Panics
/// It cannot be started.
pub fn run(command: &mut Command) -> Run {
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    Run {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A folder of its own for a test, with a space in its name, as people's folders have.
///
/// # Panics
/// The system gives none.
#[must_use]
pub fn folder() -> TempDir {
    tempfile::Builder::new()
        .prefix("hadaf test ")
        .tempdir()
        .expect("a temporary folder")
}

/// Runs `hadaf` in `folder` with these words, split at spaces. Its settings are in `folder` too.
#[must_use]
pub fn hadaf(folder: &Path, words: &str) -> Run {
    let mut command = Command::new(program("hadaf"));
    run(command
        .current_dir(folder)
        .env("HADAF_HOME", folder.join("home"))
        .args(words.split(' ')))
}

/// Builds the sample workspace as `sample.hadaf` in `folder`.
///
/// # Panics
/// It cannot be built.
pub fn sample(folder: &Path) -> PathBuf {
    let built = hadaf(folder, "new sample.hadaf --sample pakistan-it-exports");
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    folder.join("sample.hadaf")
}
