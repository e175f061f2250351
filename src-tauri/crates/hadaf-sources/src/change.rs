//! What a change of sources does to the file, all of it known before anything is written.

use hadaf_core::{DocumentContent, Preference, PreferenceId, Source, SourceDocument, SourceId};
use hadaf_store::{Change, StoreError};
use jiff::Timestamp;

use crate::rests::MovedRests;

/// A change of sources, documents or preferences: one entry of the journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceChange {
    /// What is done, for the journal.
    pub label: String,
    /// What is worth knowing of it.
    pub notes: Vec<String>,
    /// Sources that are new, or have another content.
    pub sources: Vec<Source>,
    /// What rests on another source now.
    pub moved: MovedRests,
    /// Documents that are kept from now on, or are kept elsewhere.
    pub documents: Vec<SourceDocument>,
    /// Their bytes, of those that are kept inside.
    pub contents: Vec<DocumentContent>,
    /// Documents whose bytes go out of the workspace.
    pub emptied: Vec<String>,
    /// Decisions which source is read, new or with another content.
    pub preferences: Vec<Preference>,
    /// Decisions that go.
    pub gone_preferences: Vec<PreferenceId>,
    /// Sources that go.
    pub gone: Vec<SourceId>,
    /// Documents that go.
    pub gone_documents: Vec<String>,
}

impl SourceChange {
    /// Writes all of it, as somebody at a moment. Answers with the number of a source that was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn write(&self, change: &Change<'_>, by: &str, at: Timestamp) -> Result<Option<SourceId>, StoreError> {
        for document in &self.documents {
            change.put(&SourceDocument {
                attached_by: by.to_owned(),
                attached_at: at,
                ..document.clone()
            })?;
        }
        for content in &self.contents {
            change.put(content)?;
        }
        let mut made = None;
        for source in &self.sources {
            if source.id == SourceId::NEW {
                made = Some(change.add(source)?);
            } else {
                change.amend(source)?;
            }
        }
        self.moved.write(change)?;
        for preference in &self.preferences {
            let preference = Preference {
                preferred_by: by.to_owned(),
                preferred_at: at,
                ..preference.clone()
            };
            if preference.id == PreferenceId::NEW {
                change.add(&preference)?;
            } else {
                change.amend(&preference)?;
            }
        }
        for preference in &self.gone_preferences {
            change.remove::<Preference>(preference)?;
        }
        for source in &self.gone {
            change.remove::<Source>(source)?;
        }
        for hash in &self.emptied {
            change.remove::<DocumentContent>(hash)?;
        }
        for hash in &self.gone_documents {
            change.remove::<SourceDocument>(hash)?;
        }
        Ok(made)
    }
}
