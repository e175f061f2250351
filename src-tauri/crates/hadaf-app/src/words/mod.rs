//! Everything that is said: the catalogue, how numbers and days are written, and the sentences that screen, page and
//! command line share. Knows the model; knows no request, no screen and no file.

mod catalogue;
mod chance;
mod claims;
mod factors;
mod findings;
pub(crate) mod format;
mod notes;
mod prose;
mod questions;
mod record;
mod scenario;

pub use catalogue::Words;
pub use chance::ChanceView;
pub use format::Format;

pub(crate) use catalogue::say;
pub(crate) use chance::chance_view;
pub(crate) use claims::{ClaimWords, TIED, listed, outcome_word, sign};
pub(crate) use factors::{factor_label, factor_source, factor_value, factor_word};
pub(crate) use findings::Findings;
pub(crate) use notes::{Note, Notes, published_day, published_when, publisher, released, said, sentence_case, titled};
pub(crate) use prose::{Backing, Prose, back, curly};
pub(crate) use questions::{questions, three};
pub(crate) use record::{held, record_finding, record_note};
pub(crate) use scenario::{ScenarioOutcome, SwingWords, assumed_note, scenario_outcomes, scenario_title};
