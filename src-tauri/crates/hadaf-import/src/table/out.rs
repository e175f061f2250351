//! Takes what reading finds beside values, within bounds.

use crate::sheet::bounds;

use super::reading::{
    AssumedThat, Assumption, CellAt, ImportQuestion, LeftOut, QuestionKind, SheetPlace, TableContext, WhyLeftOut,
    WorkbookReading,
};

/// What is found, on one sheet.
pub(crate) struct Out<'a> {
    pub(crate) reading: WorkbookReading,
    pub(crate) context: &'a TableContext,
    pub(crate) sheet: usize,
    pub(crate) name: String,
}

impl Out<'_> {
    pub(crate) fn place(&self, first: (usize, usize), last: (usize, usize)) -> SheetPlace {
        SheetPlace {
            sheet: self.sheet,
            name: self.name.clone(),
            first: CellAt::new(first.0, first.1),
            last: CellAt::new(last.0, last.1),
        }
    }

    pub(crate) fn left_out(&mut self, first: (usize, usize), last: (usize, usize), what: &str, why: WhyLeftOut) {
        if self.reading.left_out.len() >= bounds::LISTED {
            self.reading.left_out_more += 1;
            return;
        }
        let place = self.place(first, last);
        self.reading.left_out.push(LeftOut {
            place,
            what: what.chars().take(120).collect(),
            why,
        });
    }

    pub(crate) fn assume(&mut self, place: SheetPlace, that: AssumedThat) {
        let is_new = !self
            .reading
            .assumed
            .iter()
            .any(|known| known.that == that && known.place.sheet == place.sheet);
        if is_new && self.reading.assumed.len() < bounds::LISTED {
            self.reading.assumed.push(Assumption { place, that });
        }
    }

    /// Asks, unless it is answered. Gives the answer, or the choice by which it is read for now.
    pub(crate) fn ask(&mut self, kind: QuestionKind, place: SheetPlace, choices: &[&str], picked: usize) -> String {
        let id = format!("{}@{place}", kind.as_str());
        if let Some(answer) = self.context.answers.get(&id)
            && (choices.is_empty() || choices.contains(&answer.as_str()))
        {
            return answer.clone();
        }
        if self.reading.questions.len() < bounds::LISTED && !self.reading.questions.iter().any(|known| known.id == id) {
            self.reading.questions.push(ImportQuestion {
                id,
                place,
                kind,
                choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
                picked,
            });
        }
        choices
            .get(picked)
            .map(|choice| (*choice).to_owned())
            .unwrap_or_default()
    }
}
