//! What a change of the outline does to the file, all of it known before anything is written.

use hadaf_core::{Claim, Observation, ObservationId, Preference, PreferenceId, Sector, SectorId, Series, SeriesId};
use hadaf_store::{Change, StoreError, WorkspaceInfo};

/// A change of sectors, series or settings: one entry of the journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Redraft {
    /// What is done, for the journal.
    pub label: String,
    /// What is worth knowing of it.
    pub notes: Vec<String>,
    /// Id of the series or sector that is made.
    pub made: Option<String>,
    /// What the workspace knows about itself from now on.
    pub info: Option<WorkspaceInfo>,
    /// Sectors that are new or have another content; one above stands before those below it.
    pub sectors: Vec<Sector>,
    /// Series that are new or have another content.
    pub series: Vec<Series>,
    /// Observations that belong to another series now.
    pub observations: Vec<Observation>,
    /// Observations that say what another one says.
    pub repeats: Vec<ObservationId>,
    /// Claims that are about another series now.
    pub claims: Vec<Claim>,
    /// Decisions which source is read that are about another series now.
    pub preferences: Vec<Preference>,
    /// Such decisions that go.
    pub gone_preferences: Vec<PreferenceId>,
    /// Series that go.
    pub gone_series: Vec<SeriesId>,
    /// Sectors that go: one below stands before that above it.
    pub gone_sectors: Vec<SectorId>,
}

impl Redraft {
    /// Writes all of it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn write(&self, change: &Change<'_>) -> Result<(), StoreError> {
        if let Some(info) = &self.info {
            change.set_info(info)?;
        }
        for sector in &self.sectors {
            change.put(sector)?;
        }
        for series in &self.series {
            change.put(series)?;
        }
        for observation in &self.observations {
            change.amend(observation)?;
        }
        for repeat in &self.repeats {
            change.take_out(*repeat)?;
        }
        for claim in &self.claims {
            change.put(claim)?;
        }
        for preference in &self.preferences {
            change.amend(preference)?;
        }
        for preference in &self.gone_preferences {
            change.remove::<Preference>(preference)?;
        }
        for series in &self.gone_series {
            change.remove::<Series>(series)?;
        }
        for sector in &self.gone_sectors {
            change.remove::<Sector>(sector)?;
        }
        Ok(())
    }
}
