//! The workspace file: one SQLite database that holds all that a team knows, with every change
//! in a journal that undoes it.
//!
//! Start at [`Workspace`]. Read through [`Workspace::read`], change through [`Workspace::change`];
//! what is read and written are the records of `hadaf-core` (see [`TableRow`]). This crate has no
//! clock: the moment and the author of a change are arguments.
//!
//! ```
//! use hadaf_core::{FiscalCalendar, Holidays, Sector};
//! use hadaf_store::{Access, Existing, Workspace, WorkspaceInfo};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("it.hadaf");
//! let now = "2026-11-24T09:30:00Z".parse()?;
//! let calendar = FiscalCalendar::new(7)?;
//! let (name, currency, holidays) = ("IT exports".into(), "USD".parse()?, Holidays::NONE);
//! let info = WorkspaceInfo { name, currency, calendar, created: now, holidays };
//! drop(Workspace::create(&path, &info, Existing::Keep)?);
//!
//! let mut workspace = Workspace::open(&path, Access::Write)?;
//! let sector = Sector { id: "ict".parse()?, title: "ICT".into(), parent: None, ebops: None, position: 1 };
//! workspace.change("Add ICT", now, "Ayesha", |change| change.put(&sector))?;
//! assert_eq!(workspace.read()?.list::<Sector>()?, [sector]);
//!
//! assert_eq!(workspace.undo(now, "Bilal")?.label, "Add ICT");
//! assert_eq!(workspace.read()?.count::<Sector>()?, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What holds whatever happens:
//! - a change is done whole, with its way back, or not at all;
//! - a file that cannot be used keeps its bytes;
//! - a number reads back digit for digit.
//!
//! Beside `NAME.hadaf` stand `NAME.hadaf.bak-2026-11-24` and the like, the workspace as it was before
//! the first change of each of the last three days of work, and `.bak-format-N` as it was in an
//! older format; and while it is open for writing `.NAME.hadaf.lock`, which is
//! empty, and at moments SQLite's `NAME.hadaf-journal`.

mod backup;
mod change;
mod codec;
mod error;
mod files;
mod info;
mod journal;
mod lock;
mod open;
mod reader;
mod record;
mod schema;
mod table;
mod version;
mod workspace;

pub use backup::{BackupState, newest_backup};
pub use change::Change;
pub use error::{ReadOnlyReason, Result, StoreError};
pub use files::{Existing, write_whole};
pub use info::WorkspaceInfo;
pub use journal::{JournalEntry, Signature};
pub use reader::Reader;
pub use record::SourceUse;
pub use table::{Named, Numbered, TableRow};
pub use version::DataVersion;
pub use workspace::{Access, Workspace};
