//! Whether the data may have changed, without looking at them.

use std::sync::atomic::{AtomicU64, Ordering};

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
    /// Which opening of which file.
    pub(crate) opening: Opening,
    /// Commits of other programs.
    pub(crate) others: i64,
    /// Rows written by ourselves.
    pub(crate) ours: u64,
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
