//! What a workspace rests on: its sources, the documents that they were read in, and whose word is preferred where they
//! disagree. What is typed becomes a [`SourceChange`], which is known before anything is written; what keeps a source from
//! being removed is counted and told. Documents are read and held against their hash here; nothing here asks the session,
//! and nothing writes a file.

mod attach;
mod change;
mod document;
mod edit;
mod list;
mod merge;
mod names;
mod preference;
mod rests;
mod typed;

pub use attach::{AttachDocument, DocumentOffer, SaveDocument, attach_document, detach_document, offer_document};
pub use change::SourceChange;
pub use document::{DocumentState, DocumentLook, MOST_BESIDE, MOST_INSIDE, document_bytes, document_of, document_state};
pub use edit::{SetSource, set_source};
pub use list::{DocumentItem, SourceItem, SourcesView, document_item};
pub use merge::{MergeSources, merge_sources, remove_source};
pub use names::file_name_of;
pub use preference::{SetPreference, WithdrawPreference, set_preference, withdraw_preference};
