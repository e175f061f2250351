//! Everything that is said: the catalogue, how numbers and days are written, and the sentences that screen, page and
//! command line share. Knows the model; knows no request, no screen and no file.
//!
//! Start at [`say!`] for one message, at [`say_of!`] for one of each word of a set, at [`Format`] for numbers and days.

// Their macros are known to all that follow.
#[macro_use]
mod message;
#[macro_use]
mod prose;

mod argument;
mod catalogue;
mod chance;
mod claim_record;
mod claims;
mod derived;
mod doubts;
mod entered;
mod factors;
mod findings;
mod format;
mod formula;
mod holes;
mod holidays;
mod keyword;
mod levers;
mod notes;
mod page;
mod period_names;
#[cfg(test)]
mod plurals;
mod provenance;
mod quality;
mod questions;
mod record;
mod scenario;
mod sectors;
mod sentence;
mod summary;
mod typography;
mod unusual;
mod vintage;

pub use argument::{Argument, Value};
pub use catalogue::Words;
pub use chance::ChanceView;
pub use format::{Format, MonthNames};

pub use chance::{ClaimAhead, above, chance_or_reached, chance_view, outcomes_rest, outcomes_text, reached_words};
pub use claims::{
    ClaimWords, claim_amount, claim_named, entry_sign, first_sign, listed, not_scorable_words, outcome_word,
};
pub use derived::{
    FigureUsedView, derived_note, derived_status, figure_used_words, figures_used_view, formula_reading, formula_words,
};
pub use doubts::{
    DoubtView, Instead, claim_doubt_text, doubt_text, doubt_views, month_or_year, period_span, revised_before,
};
pub use entered::{EntryNote, correction_label, correction_notes, effect_words, entry_notes, label_with_corrections};
pub use factors::{factor_label, factor_source, factor_value};
pub use formula::formula_lines;
pub use holes::Hole;
pub use holidays::{holiday_effects, unlike_words};
pub use keyword::{Keyword, Keywords};
pub use levers::{LeverWords, asked_amount, asked_claim, break_even_words};
pub use message::{Family, Message};
pub use notes::{Note, Notes};
pub use page::Page;
pub use period_names::{Counted, PeriodNames};
pub use prose::{Backing, Prose, ProsePiece, back};
pub use provenance::{published_day, published_when, publisher, released, said, titled};
pub use quality::{
    QualityFinding, QualityView, acceptance_words, finding_size, finding_text, quality_summary, quality_view,
};
pub use questions::{OfficeQuestion, questions, three};
pub use record::{held, held_finding, past_year_outcome, record_finding, record_note, tested_note};
pub use scenario::{ScenarioOutcome, SwingWords, assumed_note, scenario_outcomes, scenario_title};
pub use sectors::{beside_total, sectors_ahead_heads, sectors_ahead_notes, sectors_ahead_title};
pub use sentence::{Detail, IntoDetail, Sentence};
pub use summary::summary;
pub use typography::{curly, in_a_sentence, sentence_case, with_hint};
pub use unusual::{unusual_months, unusual_note};
pub use vintage::{
    correction_words, corrections_of, history_sentences, preference_words, role_words, worked_out_words,
};
