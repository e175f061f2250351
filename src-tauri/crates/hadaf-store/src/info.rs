use hadaf_core::{Currency, FiscalCalendar, Holidays, YearNames};
use jiff::Timestamp;
use rusqlite::types::Value;

use crate::change::Change;
use crate::codec::{Cells, Stored};
use crate::error::{Result, StoreError};
use crate::reader::Reader;

/// What a workspace knows about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceInfo {
    /// What the team calls it.
    pub name: String,
    /// The currency in which sums are shown.
    pub currency: Currency,
    /// In which month the fiscal year begins, and which of its two calendar years names it.
    pub calendar: FiscalCalendar,
    /// The moment of its making.
    pub created: Timestamp,
    /// Which feasts, public holidays and weekends count.
    pub holidays: Holidays,
}

impl Stored for WorkspaceInfo {
    const WIDTH: usize = 6;

    fn write(&self, values: &mut Vec<Value>) {
        self.name.write(values);
        self.currency.write(values);
        self.calendar.write(values);
        self.created.write(values);
        // Later formats have these columns, so that they stand last.
        self.calendar.names().write(values);
        self.holidays.write(values);
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let mut info = Self {
            name: Stored::read(cells)?,
            currency: Stored::read(cells)?,
            calendar: Stored::read(cells)?,
            created: Stored::read(cells)?,
            holidays: Holidays::NONE,
        };
        info.calendar = info.calendar.named(YearNames::read(cells)?);
        info.holidays = Stored::read(cells)?;
        Ok(info)
    }
}

impl Reader<'_> {
    /// What the workspace knows about itself.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while another program writes, [`StoreError::Damaged`] when its row
    /// is missing or cannot be read.
    pub fn info(&self) -> Result<WorkspaceInfo> {
        self.first(include_str!("../queries/info.sql"), [], Stored::read)?
            .ok_or_else(|| StoreError::Damaged("its name and calendar are missing".into()))
    }
}

impl Change<'_> {
    /// Changes what the workspace knows about itself.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] for an empty name.
    pub fn set_info(&self, info: &WorkspaceInfo) -> Result<()> {
        self.run(include_str!("../queries/set_info.sql"), info.values())?;
        Ok(())
    }
}
