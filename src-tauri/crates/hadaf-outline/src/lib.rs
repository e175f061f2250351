//! What a workspace is made of before any figure stands in it: its sectors, its series and its settings. What is typed
//! becomes a [`Redraft`], which says what it does before it writes; what keeps something from being changed or removed is
//! counted and told; a list shows all of it. Nothing here asks the session.

mod formula;
mod kind;
mod list;
mod merge;
mod redraft;
mod sector;
mod series;
mod settings;
mod typed;

pub use formula::{FormulaView, ReadFormula, read_formula};
pub use list::{Outline, OutlineSector, OutlineSeries};
pub use merge::{MergeSectors, MergeSeries, merge_sectors, merge_series};
pub use redraft::Redraft;
pub use sector::{SetSector, remove_sector, set_sector};
pub use series::{ArchiveSeries, SetSeries, archive_series, remove_series, set_series};
pub use settings::{HolidayChoice, SetWorkspace, WorkspaceSettings, set_workspace};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a series or a sector that is to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveNamed {
    /// Its id.
    pub id: String,
}
