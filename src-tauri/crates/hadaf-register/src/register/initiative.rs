//! The register of initiatives.

use hadaf_core::{Due, Initiative, State};
use hadaf_words::say;

use super::{Desk, Entry, Remarks, register};

// How it ended was not known before it ended.
register! {
    Initiative of Initiatives in initiatives keeping earlier_of;
    name.key();
    owner.optional();
    announced;
    due.not_before("announced");
    status.optional();
    state.known(|entry, desk| desk.has_passed(entry.closed));
    closed.known(|entry, desk| desk.has_passed(entry.closed));
    published;
    computed overdue_days(|entry, desk| overdue_days(entry.due_on(desk.day())));
    note.optional();
}

impl Entry for Initiative {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        remarks(desk, self.due_on(desk.day()), self.state)
    }

    fn pressing(&self, desk: &Desk<'_>) -> u32 {
        pressing(self.due_on(desk.day()))
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let due = || entries.iter().map(|entry| entry.due_on(desk.day()));
        say!(
            desk.format.words,
            "finding-initiatives",
            count = entries.len(),
            overdue = due().filter(|due| due.is_overdue()).count(),
            undated = due().filter(|due| *due == Due::NoDate).count(),
        )
    }
}

/// By how many days something is overdue.
pub(super) fn overdue_days(due: Due) -> Option<f64> {
    match due {
        Due::Overdue(days) => Some(f64::from(days)),
        Due::NoDate | Due::Closed | Due::In(_) => None,
    }
}

/// What is overdue presses by its days.
pub(super) fn pressing(due: Due) -> u32 {
    match due {
        Due::Overdue(days) => days,
        Due::NoDate | Due::Closed | Due::In(_) => 0,
    }
}

/// How something promised stands.
pub(super) fn remarks(desk: &Desk<'_>, due: Due, state: Option<State>) -> Remarks {
    let words = desk.format.words;
    match due {
        Due::Overdue(days) => Remarks::bad(say!(words, "remark-overdue", days = days)),
        Due::In(days) => Remarks {
            texts: vec![say!(words, "remark-due", days = days)],
            tone: None,
        },
        Due::Closed if state == Some(State::Done) => Remarks::good(),
        Due::Closed | Due::NoDate => Remarks::default(),
    }
}
