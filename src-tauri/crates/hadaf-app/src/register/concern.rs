//! The register of concerns.

use hadaf_core::{Concern, SourceId};
use hadaf_model::Book;
use hadaf_words::say;
use jiff::civil::Date;

use super::field::{Field, Input, Values, may, must};
use super::{Desk, Entry, Remarks};
use crate::session::Result;

impl Entry for Concern {
    const FIELDS: &'static [Field] = &[
        must("text", Input::Text),
        must("raised_by", Input::Text),
        may("raised", Input::PartialDate),
        may("answer", Input::Text),
        may("status", Input::Text),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.concerns
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
        self.raised.is_none_or(|raised| raised.latest() <= on)
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.text.clone(),
            self.raised_by.clone(),
            self.raised.map(|date| date.to_string()).unwrap_or_default(),
            self.answer.clone(),
            self.status.clone(),
            self.note.clone(),
        ]
    }

    fn computed(&self, _desk: &Desk<'_>) -> Vec<Option<f64>> {
        Vec::new()
    }

    fn cells(&self, desk: &Desk<'_>) -> Vec<String> {
        vec![
            self.text.clone(),
            self.raised_by.clone(),
            desk.date(self.raised),
            self.answer.clone(),
            self.status.clone(),
            self.note.clone(),
        ]
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let mut remarks = Remarks::default();
        if self.answer.trim().is_empty() {
            remarks.texts.push(say!(desk.format.words, "remark-unanswered"));
            remarks.is_bad = true;
        } else {
            remarks.is_good = true;
        }
        remarks
    }

    fn entered(id: i64, values: &Values<'_>, _book: &Book) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            text: values.required("text")?,
            raised_by: values.required("raised_by")?,
            raised: values.parsed("raised")?,
            answer: values.text("answer"),
            status: values.text("status"),
            source: None,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let unanswered = entries.iter().filter(|entry| entry.answer.trim().is_empty()).count();
        say!(
            desk.format.words,
            "finding-concerns",
            count = entries.len(),
            unanswered = unanswered
        )
    }
}
