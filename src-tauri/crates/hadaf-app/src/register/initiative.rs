//! The register of initiatives.

use hadaf_core::{Due, Initiative, PartialDate, SourceId, State};
use hadaf_model::Book;
use hadaf_words::{say, say_of};
use jiff::civil::Date;

use super::field::{Field, Input, Values, may, must, worked_out};
use super::{Desk, Entry, Remarks};
use crate::session::Result;

pub(super) const STATES: &[&str] = &["planned", "running", "done", "dropped"];

impl Entry for Initiative {
    const FIELDS: &'static [Field] = &[
        must("name", Input::Text),
        may("owner", Input::Text),
        may("announced", Input::PartialDate),
        may("due", Input::PartialDate),
        may("status", Input::Text),
        may("state", Input::Word(STATES)),
        may("closed", Input::PartialDate),
        worked_out("overdue_days"),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.initiatives
    }

    fn id(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> String {
        self.name.clone()
    }

    fn source(&self) -> Option<SourceId> {
        Some(self.source)
    }

    fn with_source(self, source: Option<SourceId>) -> Self {
        Self {
            source: source.unwrap_or(self.source),
            ..self
        }
    }

    fn is_known(&self, on: Date) -> bool {
        self.announced.is_none_or(|announced| announced.latest() <= on)
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.owner.clone(),
            self.announced.map(|date| date.to_string()).unwrap_or_default(),
            self.due.map(|date| date.to_string()).unwrap_or_default(),
            self.status.clone(),
            self.state.map(|state| state.to_string()).unwrap_or_default(),
            self.closed.map(|date| date.to_string()).unwrap_or_default(),
            self.note.clone(),
        ]
    }

    fn computed(&self, desk: &Desk<'_>) -> Vec<Option<f64>> {
        vec![overdue(self.due_on(desk.day()))]
    }

    fn cells(&self, desk: &Desk<'_>) -> Vec<String> {
        vec![
            self.name.clone(),
            self.owner.clone(),
            desk.date(self.announced),
            desk.date(self.due),
            said_by(desk, self.closed, &self.status),
            state(desk, self.state.filter(|_| is_known_by(desk, self.closed))),
            desk.date(self.closed.filter(|_| is_known_by(desk, self.closed))),
            days(self.due_on(desk.day())),
            self.note.clone(),
        ]
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        remarks(desk, self.due_on(desk.day()), self.state)
    }

    fn entered(id: i64, values: &Values<'_>, _book: &Book) -> Result<Self> {
        let (announced, due) = values.in_order("announced", "due")?;
        Ok(Self {
            id: id.into(),
            name: values.required("name")?,
            owner: values.text("owner"),
            announced,
            due,
            status: values.text("status"),
            state: values.parsed("state")?,
            closed: values.parsed("closed")?,
            source: SourceId::NEW,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let overdue = entries
            .iter()
            .filter(|entry| entry.due_on(desk.day()).is_overdue())
            .count();
        let undated = entries
            .iter()
            .filter(|entry| entry.due_on(desk.day()) == Due::NoDate)
            .count();
        say!(
            desk.format.words,
            "finding-initiatives",
            count = entries.len(),
            overdue = overdue,
            undated = undated,
        )
    }
}

/// Whether how something ended was known on the desk's day: it had ended by then, or nobody knows when it did.
pub(super) fn is_known_by(desk: &Desk<'_>, closed: Option<PartialDate>) -> bool {
    closed.is_none_or(|closed| closed.latest() <= desk.day())
}

/// The status, unless it speaks of an end that was still to come.
pub(super) fn said_by(desk: &Desk<'_>, closed: Option<PartialDate>, status: &str) -> String {
    if is_known_by(desk, closed) {
        status.to_owned()
    } else {
        String::new()
    }
}

/// The state in words, empty when nobody has judged.
pub(super) fn state(desk: &Desk<'_>, state: Option<State>) -> String {
    state
        .map(|state| say_of!(desk.format.words, "state-{}", State, state))
        .unwrap_or_default()
}

pub(super) fn overdue(due: Due) -> Option<f64> {
    match due {
        Due::Overdue(days) => Some(f64::from(days)),
        Due::NoDate | Due::Closed | Due::In(_) => None,
    }
}

pub(super) fn days(due: Due) -> String {
    match due {
        Due::Overdue(days) => days.to_string(),
        Due::NoDate | Due::Closed | Due::In(_) => String::new(),
    }
}

/// How something promised stands.
pub(super) fn remarks(desk: &Desk<'_>, due: Due, state: Option<State>) -> Remarks {
    let words = desk.format.words;
    let mut remarks = Remarks::default();
    match due {
        Due::Overdue(days) => {
            remarks.texts.push(say!(words, "remark-overdue", days = days));
            remarks.is_bad = true;
        }
        Due::In(days) => remarks.texts.push(say!(words, "remark-due", days = days)),
        Due::Closed => remarks.is_good = state == Some(State::Done),
        Due::NoDate => {}
    }
    remarks
}
