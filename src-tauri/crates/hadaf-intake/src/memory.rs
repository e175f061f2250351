//! What is remembered of files of a layout: which series each name became, and what was answered that holds for the next
//! file too.

use std::collections::BTreeMap;

use hadaf_core::{ImportLayout, ImportLayoutId, ImportMapping};
use hadaf_model::Book;

use crate::compare::IntakeDraft;
use crate::file_reading::ReadContent;

/// Answers that are about one file alone.
const OF_ONE_FILE: [&str; 3] = ["published", "series", "twice"];

impl IntakeDraft {
    /// What is to be remembered that is not: a new layout has no number yet.
    pub fn layouts(&self, book: &Book) -> Vec<ImportLayout> {
        let mut changed: Vec<ImportLayout> = Vec::new();
        for (index, file) in self.reading.files.iter().enumerate() {
            if !matches!(file.content, ReadContent::Tables(_)) {
                continue;
            }
            let own = self.reading.mapped.iter().filter(|mapped| {
                let mut parts = mapped.group.parts.iter();
                parts.any(|part| part.file == index)
            });
            let series: BTreeMap<_, _> = own
                .map(|mapped| {
                    let id = mapped.target.series().map(|series| series.id.clone());
                    (mapped.group.label.clone(), id)
                })
                .collect();
            let answers = self.reading.answered.iter();
            let lasting = answers.filter(|asked| asked.file == index && !OF_ONE_FILE.contains(&asked.kind));
            let answers = lasting
                .map(|asked| (asked.kind.to_owned(), asked.answer.clone()))
                .collect();
            let mapping = ImportMapping { series, answers };
            if mapping.series.is_empty() || changed.iter().any(|known| known.mapping == mapping) {
                continue;
            }
            let before = file.layout.and_then(|layout| book.import_layouts.get(layout));
            let known = before.is_some_and(|layout| layout.mapping == mapping);
            let taken = before.filter(|layout| !changed.iter().any(|known| known.id == layout.id));
            if !known {
                changed.push(ImportLayout {
                    id: taken.map_or(ImportLayoutId::NEW, |layout| layout.id),
                    name: taken.map_or_else(|| file.name.clone(), |layout| layout.name.clone()),
                    mapping,
                });
            }
        }
        changed
    }

    /// Whether a remembered layout decided something.
    pub(crate) fn is_remembered(&self) -> bool {
        let mut files = self.reading.files.iter();
        self.reading.mapped.iter().any(|mapped| mapped.is_remembered) || files.any(|file| !file.by_layout.is_empty())
    }
}
