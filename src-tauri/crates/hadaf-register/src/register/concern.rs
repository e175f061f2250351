//! The register of concerns.

use hadaf_core::Concern;
use hadaf_words::say;

use super::{Desk, Entry, Remarks, register};

register! {
    Concern of Concerns in concerns keeping earlier_of;
    text.key();
    raised_by.key();
    raised;
    answer.optional();
    status.optional();
    published;
    note.optional();
}

impl Entry for Concern {
    fn name(&self) -> String {
        self.text.clone()
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        if is_answered(self) {
            Remarks::good()
        } else {
            Remarks::bad(say!(desk.format.words, "remark-unanswered"))
        }
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let unanswered = entries.iter().filter(|entry| !is_answered(entry)).count();
        say!(
            desk.format.words,
            "finding-concerns",
            count = entries.len(),
            unanswered = unanswered
        )
    }
}

/// Whether anything was answered.
pub fn is_answered(concern: &Concern) -> bool {
    !concern.answer.trim().is_empty()
}
