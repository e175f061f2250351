//! What the program remembers between sessions: choices and the files opened before, one JSON file
//! in the folder of the settings.

use std::path::{Path, PathBuf};

use hadaf_error::{AppError, Result, file_name};
use hadaf_store::Existing;
use hadaf_words::{Format, Words};
use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Serialize};

use crate::session::{Environment, RecentFile, Settings, ThemeChoice, write_whole};

/// How many files are remembered.
const REMEMBERED: usize = 12;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Memory {
    pub(crate) settings: Settings,
    #[serde(default)]
    recent: Vec<Recent>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Recent {
    path: PathBuf,
    name: String,
    opened_at: Timestamp,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            zoom: 1.0,
            lang: "en".into(),
            author: String::new(),
        }
    }
}

impl Settings {
    /// Every choice brought back into what the program offers.
    fn sound(self) -> Self {
        let zoom = if self.zoom.is_finite() {
            self.zoom.clamp(0.5, 3.0)
        } else {
            1.0
        };
        let lang = if Words::languages().any(|lang| lang == self.lang) {
            self.lang
        } else {
            "en".into()
        };
        Self {
            theme: self.theme,
            zoom,
            lang,
            author: self.author.trim().to_owned(),
        }
    }
}

impl Memory {
    /// What was remembered; nothing where the file is not there, or is no such file. That one is put aside, so that
    /// nothing is written over it.
    pub(crate) fn load(environment: &Environment) -> Self {
        let path = file(environment);
        let read = std::fs::read(&path).ok().map(|bytes| serde_json::from_slice(&bytes));
        let mut memory: Self = match read {
            Some(Ok(memory)) => memory,
            Some(Err(_)) => {
                // Where it cannot be put aside, the program works all the same.
                let _ = std::fs::rename(&path, path.with_extension("json.broken"));
                Self::default()
            }
            None => Self::default(),
        };
        memory.settings = memory.settings.sound();
        if memory.settings.author.is_empty() {
            memory.settings.author.clone_from(&environment.user);
        }
        memory
    }

    /// Takes new choices.
    pub(crate) fn choose(&mut self, settings: Settings) {
        self.settings = settings.sound();
    }

    /// Puts a file at the head of those opened before. A path that is no text cannot be written down.
    pub(crate) fn remember(&mut self, path: &Path, name: &str, now: &ZonedDateTime) {
        if path.to_str().is_none() {
            return;
        }
        self.recent.retain(|recent| recent.path != path);
        let recent = Recent {
            path: path.into(),
            name: name.into(),
            opened_at: now.timestamp(),
        };
        self.recent.insert(0, recent);
        self.recent.truncate(REMEMBERED);
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Those of writing a file.
    pub(crate) fn save(&self, environment: &Environment) -> Result<()> {
        let path = file(environment);
        let text = serde_json::to_string_pretty(self).expect("settings are text, numbers and paths that are text");
        std::fs::create_dir_all(&environment.config).map_err(|error| AppError::io(&environment.config, &error))?;
        write_whole(&path, text.as_bytes(), Existing::Replace)?;
        Ok(())
    }

    /// The files opened before, newest first.
    pub(crate) fn recent(&self, now: &ZonedDateTime) -> Vec<RecentFile> {
        let (zone, format) = (now.time_zone(), Format::of(&self.settings.lang));
        let recent = |recent: &Recent| RecentFile {
            path: recent.path.display().to_string(),
            file_name: file_name(&recent.path),
            name: recent.name.clone(),
            opened_at: format.moment(&recent.opened_at.to_zoned_datetime(zone.clone()), now),
            missing: !recent.path.is_file(),
        };
        self.recent.iter().map(recent).collect()
    }
}

fn file(environment: &Environment) -> PathBuf {
    environment.config.join("settings.json")
}
