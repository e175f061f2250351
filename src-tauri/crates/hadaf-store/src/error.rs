use std::fmt;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi;

/// The result of a call into the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why a workspace could not be opened, read or changed. Each variant is one thing that the
/// caller can do, or say, about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No file at this path.
    #[error("there is no file `{}`", .0.display())]
    NotFound(PathBuf),
    /// No folder at this path, in which the file should be.
    #[error("there is no folder `{}`", .0.display())]
    NoFolder(PathBuf),
    /// A file stands where a new one should be written. Nothing is overwritten unasked.
    #[error("`{}` exists already", .0.display())]
    Exists(PathBuf),
    /// The file is empty, a folder, or something other than an SQLite database.
    #[error("the file is not a workspace: {0}")]
    NotADatabase(String),
    /// An SQLite database of another program.
    #[error("the file is a database of another program, not a workspace")]
    OtherDatabase,
    /// The file was written by a newer version of the program.
    #[error("the workspace has format {file} and this program reads up to {program}: it needs a newer Hadaf")]
    Newer {
        /// The format of the file.
        file: i64,
        /// The newest format that this program reads.
        program: i64,
    },
    /// The file is cut off or has been changed at random.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// The file's schema is not ours: a table, view, trigger or index was added or changed.
    #[error("the workspace holds `{0}`, which Hadaf did not put there")]
    Altered(String),
    /// The program died while it wrote, and the file cannot be written, so that the rest stays.
    #[error("the last change to this workspace was cut short, and cannot be taken back where the file lies")]
    Unfinished,
    /// Another file stands at the workspace's place since it was opened.
    #[error("the file was replaced by another one since it was opened")]
    Replaced,
    /// No file stands at the workspace's place since it was opened.
    #[error("the file is no longer where it was opened")]
    Gone,
    /// A change was asked of a workspace that is open for reading only, or a new file of a folder
    /// that takes none.
    #[error("the workspace cannot be written: {0}")]
    ReadOnly(ReadOnlyReason),
    /// Another program is reading or writing the file at this moment.
    #[error("another program is using the workspace at this moment; try again")]
    Locked,
    /// No room left where the file lies. Nothing was changed.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// The change breaks a rule of the workspace: an unknown series, a name twice.
    #[error("the change does not fit the workspace: {0}")]
    Constraint(String),
    /// A row that should be changed or removed is not there.
    #[error("there is no {kind} `{id}`")]
    Unknown {
        /// The table's word: `series`, `claim` ...
        kind: &'static str,
        /// The id that was asked for.
        id: String,
    },
    /// Every change has been undone, or none was made.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// No change has been undone since the last one was made.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The journal entry no longer fits the data; nothing was changed.
    #[error("`{0}` no longer fits the data, so it was left as it is")]
    Conflict(String),
    /// The operating system refused a file operation.
    #[error(transparent)]
    Io(std::io::Error),
    /// SQLite failed in a way that has no better word.
    #[error("the database engine reports: {0}")]
    Engine(rusqlite::Error),
}

/// What is wrong with a file whose pages do not fit together; the engine says so in words of its own.
pub(crate) const OVERWRITTEN: &str = "parts of the file are missing or were overwritten";

/// Why a workspace is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// The caller asked for it.
    Asked,
    /// Somebody else has the workspace open for writing.
    InUse,
    /// The file is write-protected.
    FileProtected,
    /// The folder (or the whole medium) is write-protected, and a safe change needs a journal
    /// file beside the workspace.
    FolderProtected,
    /// The lock that keeps two writers apart could not be had, for the reason given.
    NoLock(String),
}

impl ReadOnlyReason {
    /// Its word.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::InUse => "in-use",
            Self::FileProtected => "file",
            Self::FolderProtected => "folder",
            Self::NoLock(_) => "no-lock",
        }
    }

    /// What the system said of it, if anything.
    pub fn detail(&self) -> &str {
        match self {
            Self::NoLock(detail) => detail,
            _ => "",
        }
    }
}

impl fmt::Display for ReadOnlyReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("it was opened for reading only"),
            Self::InUse => f.write_str("somebody else has it open"),
            Self::FileProtected => f.write_str("the file is write-protected"),
            Self::FolderProtected => f.write_str("its folder is write-protected"),
            Self::NoLock(detail) => write!(f, "this drive cannot lock files ({detail})"),
        }
    }
}

impl StoreError {
    /// Whether trying again in a moment can help.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Locked)
    }

    /// Whether the file itself cannot be used as a workspace by this program.
    pub fn is_unreadable(&self) -> bool {
        matches!(
            self,
            Self::NotADatabase(_) | Self::OtherDatabase | Self::Newer { .. } | Self::Damaged(_) | Self::Altered(_)
        )
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, ref message) = error else {
            return match error {
                // A stored text that is no period, date or unit: nobody but a damaged disk or a
                // hand-made file can have put it there.
                rusqlite::Error::FromSqlConversionFailure(_, _, what) => Self::Damaged(what.to_string()),
                rusqlite::Error::InvalidColumnType(_, column, _) => {
                    Self::Damaged(format!("the column {column} holds something of another kind"))
                }
                rusqlite::Error::IntegralValueOutOfRange(_, number) => {
                    Self::Damaged(format!("{number} is too large for where it stands"))
                }
                other => Self::Engine(other),
            };
        };
        let detail = || message.clone().unwrap_or_else(|| failure.to_string());
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::NotADatabase => Self::NotADatabase("it is not an SQLite database".into()),
            ErrorCode::DatabaseCorrupt => Self::Damaged(OVERWRITTEN.into()),
            ErrorCode::ConstraintViolation => Self::Constraint(detail()),
            ErrorCode::ReadOnly => match failure.extended_code {
                ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY => Self::Unfinished,
                ffi::SQLITE_READONLY_DBMOVED => Self::Replaced,
                ffi::SQLITE_READONLY_DIRECTORY => Self::ReadOnly(ReadOnlyReason::FolderProtected),
                _ => Self::ReadOnly(ReadOnlyReason::FileProtected),
            },
            ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied => {
                Self::Io(std::io::Error::other(detail()))
            }
            _ => Self::Engine(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}
