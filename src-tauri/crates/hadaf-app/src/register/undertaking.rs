//! The register of undertakings.

use hadaf_core::{SourceId, Undertaking};
use hadaf_model::Book;
use hadaf_words::say;
use jiff::civil::Date;

use super::field::{Field, Input, Values, may, must, worked_out};
use super::initiative::{STATES, days, is_known_by, overdue, remarks, said_by, state};
use super::{Desk, Entry, Remarks};
use crate::session::{Code, Result, refusal};

impl Entry for Undertaking {
    const FIELDS: &'static [Field] = &[
        must("text", Input::Text),
        must("promised_by", Input::Text),
        may("concern", Input::Of("concern")),
        may("promised", Input::PartialDate),
        may("due", Input::PartialDate),
        may("status", Input::Text),
        may("state", Input::Word(STATES)),
        may("closed", Input::PartialDate),
        worked_out("overdue_days"),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.undertakings
    }

    fn id(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> String {
        self.text.clone()
    }

    fn source(&self) -> Option<SourceId> {
        self.source
    }

    fn with_source(self, source: Option<SourceId>) -> Self {
        Self { source, ..self }
    }

    fn needs_source() -> bool {
        false
    }

    fn is_known(&self, on: Date) -> bool {
        self.promised.is_none_or(|promised| promised.latest() <= on)
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.text.clone(),
            self.promised_by.clone(),
            self.concern.map(|id| id.to_string()).unwrap_or_default(),
            self.promised.map(|date| date.to_string()).unwrap_or_default(),
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
        let concern = self
            .concern
            .and_then(|id| desk.book.concerns.iter().find(|concern| concern.id == id));
        vec![
            self.text.clone(),
            self.promised_by.clone(),
            concern.map(|concern| concern.text.clone()).unwrap_or_default(),
            desk.date(self.promised),
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

    fn entered(id: i64, values: &Values<'_>, book: &Book) -> Result<Self> {
        let (promised, due) = values.in_order("promised", "due")?;
        let concern = values.text("concern");
        let found = book
            .concerns
            .iter()
            .map(|entry| entry.id)
            .find(|id| id.to_string() == concern);
        if found.is_none() && !concern.is_empty() {
            return Err(refusal!(
                Code::Refused,
                "entry-unknown",
                register = "concerns",
                id = concern
            ));
        }
        Ok(Self {
            id: id.into(),
            concern: found,
            text: values.required("text")?,
            promised_by: values.required("promised_by")?,
            promised,
            due,
            status: values.text("status"),
            state: values.parsed("state")?,
            closed: values.parsed("closed")?,
            source: None,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let overdue = entries
            .iter()
            .filter(|entry| entry.due_on(desk.day()).is_overdue())
            .count();
        say!(
            desk.format.words,
            "finding-undertakings",
            count = entries.len(),
            overdue = overdue
        )
    }
}
