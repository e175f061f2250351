//! Everything that is said: the catalogue, how numbers and days are written, and the sentences that screen, page and
//! command line share. Knows the model; knows no request, no screen and no file.

mod catalogue;
mod chance;
mod claim_record;
mod claims;
mod factors;
mod findings;
pub(crate) mod format;
mod formula;
mod levers;
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
pub(crate) use claims::{ClaimWords, entry_sign, listed, outcome_word};
pub(crate) use factors::{factor_label, factor_source, factor_value, factor_word};
pub(crate) use findings::Findings;
pub(crate) use formula::formula_lines;
pub(crate) use levers::{LeverWords, asked_claim, break_even_words};
pub(crate) use notes::{Note, Notes, published_day, published_when, publisher, released, said, sentence_case, titled};
pub(crate) use prose::{Backing, Prose, back, curly};
pub(crate) use questions::{questions, three};
pub(crate) use record::{held, held_finding, record_finding, record_note};
pub(crate) use scenario::{ScenarioOutcome, SwingWords, assumed_note, scenario_outcomes, scenario_title};
