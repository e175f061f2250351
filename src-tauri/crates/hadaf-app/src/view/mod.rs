//! What the window shows, screen by screen; each with its wire types beside it.

mod claim_history;
mod claims;
mod grid;
mod history;
mod noted;
mod outlook;
mod overview;
mod register;
mod revisions;
pub(crate) mod scenario;
mod sources;

pub use claims::*;
pub(crate) use claims::{claim_of, claim_told, claim_typed};
pub use grid::*;
pub use history::{HistoryView, ObservationView};
pub use noted::SourceMark;
pub use outlook::*;
pub use overview::*;
pub use scenario::*;
pub use sources::KnownRequest;

pub(crate) use claim_history::claim_history;
pub(crate) use history::entered_day;
