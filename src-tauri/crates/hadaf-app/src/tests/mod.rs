//! The use cases on the sample, against values worked out by hand from its tables.

mod bindings;
mod changes;
mod figures;
mod hostile;
mod views;

use std::path::{Path, PathBuf};

use crate::{App, Environment, Existing, PAKISTAN};

/// A session on 1 April 2026, 14:02 five hours east of Greenwich, in a folder of its own.
struct Desk {
    app: App,
    folder: tempfile::TempDir,
}

impl Desk {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let environment = Environment {
            clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().unwrap()),
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
        let desk = Self::empty();
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
