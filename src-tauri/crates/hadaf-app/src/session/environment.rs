//! Everything that comes from outside: the clock, the folders, the user. Nothing below asks for them.

use std::path::PathBuf;

use jiff::ZonedDateTime;

/// Gives the moment that "now" is, with its time zone.
pub type Clock = Box<dyn Fn() -> ZonedDateTime + Send + Sync>;

/// The outside world of an [`crate::App`].
pub struct Environment {
    /// The clock.
    pub clock: Clock,
    /// Folder of the settings; made when first written.
    pub config: PathBuf,
    /// Folder of the sample workspace; made when first written.
    pub data: PathBuf,
    /// Who enters, until the settings name somebody.
    pub user: String,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Environment")
            .field("config", &self.config)
            .field("data", &self.data)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

impl Environment {
    /// This machine: its clock and time zone, the user's folders, the login name.
    ///
    /// `HADAF_HOME` moves both folders, e.g. onto a stick that carries program and settings.
    pub fn of_this_machine() -> Self {
        let (config, data) = match std::env::var_os("HADAF_HOME") {
            Some(home) => (PathBuf::from(&home).join("config"), PathBuf::from(&home).join("data")),
            None => user_folders(),
        };
        let user = ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        Self {
            clock: Box::new(ZonedDateTime::now),
            config,
            data,
            user: user
                .filter(|name| !name.trim().is_empty())
                .unwrap_or_else(|| "unknown".into()),
        }
    }
}

/// Where this operating system keeps a program's settings and data.
fn user_folders() -> (PathBuf, PathBuf) {
    let folder = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let home = || {
        folder("HOME")
            .or_else(|| folder("USERPROFILE"))
            .unwrap_or_else(|| PathBuf::from("."))
    };
    let (config, data) = if cfg!(windows) {
        let roaming = || home().join("AppData").join("Roaming");
        let local = || home().join("AppData").join("Local");
        (
            folder("APPDATA").unwrap_or_else(roaming),
            folder("LOCALAPPDATA").unwrap_or_else(local),
        )
    } else if cfg!(target_os = "macos") {
        let support = home().join("Library").join("Application Support");
        (support.clone(), support)
    } else {
        (
            folder("XDG_CONFIG_HOME").unwrap_or_else(|| home().join(".config")),
            folder("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local").join("share")),
        )
    };
    (config.join("hadaf"), data.join("hadaf"))
}
