use hadaf_core::{Currency, FiscalCalendar};
use jiff::Timestamp;
use rusqlite::Row;

use crate::change::Change;
use crate::error::{Result, StoreError};
use crate::row::{parsed, text};
use crate::workspace::Reader;

/// What a workspace knows about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceInfo {
    /// What the team calls it.
    pub name: String,
    /// The currency in which sums are told.
    pub currency: Currency,
    /// The fiscal year.
    pub calendar: FiscalCalendar,
    /// The moment of its making.
    pub created: Timestamp,
}

impl Reader<'_> {
    /// What the workspace knows about itself.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes, [`StoreError::Damaged`] when its row
    /// is missing or cannot be read.
    pub fn info(&self) -> Result<WorkspaceInfo> {
        self.first("SELECT * FROM workspace", [], read)?
            .ok_or_else(|| StoreError::Damaged("its name and calendar are missing".into()))
    }
}

impl Change<'_> {
    /// Changes what the workspace knows about itself.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] for an empty name.
    pub fn set_info(&self, info: &WorkspaceInfo) -> Result<()> {
        let values = [
            text(&info.name),
            text(info.currency),
            i64::from(info.calendar.start_month()).into(),
            text(info.created),
        ];
        self.run(include_str!("../queries/set_info.sql"), values)?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<WorkspaceInfo> {
    let start: u8 = row.get("fiscal_year_start_month")?;
    Ok(WorkspaceInfo {
        name: row.get("name")?,
        currency: parsed(row, "currency")?,
        calendar: FiscalCalendar::new(start)
            .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(3, i64::from(start)))?,
        created: parsed(row, "created")?,
    })
}
