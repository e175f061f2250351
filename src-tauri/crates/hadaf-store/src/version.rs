//! Whether the data may have changed, without looking at them.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::Result;
use crate::workspace::{Reader, Workspace};

/// A state of a workspace's data, so that what was derived from them can be remembered with it: as
/// long as the version is the same, so is every answer. It means something within this process
/// only, and two openings of a file have no version in common.
///
/// It is made of what SQLite counts: commits of other programs (`PRAGMA data_version`, which
/// compares the change counter in the file's header) and rows written by ourselves. Both may count
/// a change that came to nothing, never the other way round. The journal's newest entry would not
/// do: undo adds none, and another program need not keep one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DataVersion {
    opening: Opening,
    others: i64,
    ours: u64,
}

/// Tells the openings of workspaces in this process from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Opening(u64);

impl Opening {
    pub(crate) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl Workspace {
    /// The version of the data now; while a [`Reader`] of this workspace lives, that of the moment
    /// which it reads. It costs one look at the file's first page.
    ///
    /// Ask before reading: what is read then is of this version or a newer one, and a newer one is
    /// noticed at the next asking.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn data_version(&self) -> Result<DataVersion> {
        let reader = Reader::within(self.conn());
        let others = reader.first("PRAGMA data_version", [], crate::codec::Stored::read)?;
        Ok(DataVersion {
            opening: self.opening(),
            others: others.expect("the pragma has a row"),
            ours: self.conn().total_changes(),
        })
    }
}
