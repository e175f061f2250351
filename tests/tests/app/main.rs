//! The use cases on the sample, against values worked out by hand from its tables.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod changes;
mod charts;
mod claims;
mod doubts;
mod figures;
mod forecast;
mod hostile;
mod outlook;
mod past_year;
mod risks;
mod scenario;
mod tape;
mod views;

use std::path::{Path, PathBuf};

use hadaf_app::{App, Environment, Existing, PAKISTAN};

/// A session on 1 April 2026, 14:02 five hours east of Greenwich, in a folder of its own.
struct Desk {
    app: App,
    folder: tempfile::TempDir,
}

impl Desk {
    fn empty() -> Self {
        Self::at("2026-04-01T14:02:00+05:00[+05:00]")
    }

    /// A session at another moment.
    fn at(moment: &'static str) -> Self {
        Self::within(tempfile::tempdir().unwrap(), moment)
    }

    /// Another session in the folder of one before.
    fn reopened(folder: tempfile::TempDir) -> Self {
        Self::within(folder, "2026-04-01T14:02:00+05:00[+05:00]")
    }

    fn within(folder: tempfile::TempDir, moment: &'static str) -> Self {
        let environment = Environment {
            clock: Box::new(move || moment.parse().unwrap()),
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            user: "Ayesha".into(),
        };
        Self {
            app: App::new(environment),
            folder,
        }
    }

    fn with_sample() -> Self {
        Self::sample_at("2026-04-01T14:02:00+05:00[+05:00]")
    }

    /// The sample, read at another moment.
    fn sample_at(moment: &'static str) -> Self {
        let desk = Self::at(moment);
        desk.app
            .create_sample(&desk.path("sample.hadaf"), PAKISTAN, Existing::Keep)
            .unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
