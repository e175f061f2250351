//! The register of undertakings.

use hadaf_core::Undertaking;
use hadaf_words::say;

use super::initiative::{overdue_days, pressing, remarks};
use super::{Desk, Entry, Remarks, register};

// How it ended was not known before it ended.
register! {
    Undertaking of Undertakings in undertakings keeping earlier_of;
    text.key();
    promised_by.key();
    concern;
    promised;
    due.not_before("promised");
    status.optional();
    state.known(|entry, desk| desk.has_passed(entry.closed));
    closed.known(|entry, desk| desk.has_passed(entry.closed));
    published;
    computed overdue_days(|entry, desk| overdue_days(entry.due_on(desk.day())));
    note.optional();
}

impl Entry for Undertaking {
    fn name(&self) -> String {
        self.text.clone()
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        remarks(desk, self.due_on(desk.day()), self.state)
    }

    fn pressing(&self, desk: &Desk<'_>) -> u32 {
        pressing(self.due_on(desk.day()))
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let overdue = entries.iter().filter(|entry| entry.due_on(desk.day()).is_overdue());
        say!(
            desk.format.words,
            "finding-undertakings",
            count = entries.len(),
            overdue = overdue.count()
        )
    }
}
