//! The documents that a workspace rests on, as known on a day.

use hadaf_error::Result;
use hadaf_model::{Known, Resting};
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, SourceItem, SourcesView, WorkspaceCounts, count};

/// Asks for what was known on a day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct KnownRequest {
    /// ISO date or null.
    pub as_of: Option<String>,
}

impl App {
    /// The sources that were known, by publisher and title, with what rested on each.
    ///
    /// # Errors
    /// [`crate::Code::Date`], and those of reading the workspace.
    pub fn sources(&self, request: &KnownRequest) -> Result<SourcesView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book()?;
        let format = self.format();
        let known = book.known(as_of);
        let mut sources: Vec<SourceItem> = book
            .sources
            .values()
            .filter_map(|source| Some((source, known.sources.get(&source.id)?)))
            .map(|(source, on)| SourceItem {
                id: crate::session::number_on_the_wire(source.id.0),
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                address: source.address.clone(),
                dates: dates(on, format),
                observations: count(on.observations),
                claims: count(on.claims),
            })
            .collect();
        let key = |source: &SourceItem| (source.publisher.to_lowercase(), source.title.to_lowercase(), source.id);
        sources.sort_by_cached_key(key);
        Ok(SourcesView { sources })
    }

    /// How much of everything was known.
    ///
    /// # Errors
    /// As [`App::sources`].
    pub fn counts(&self, request: &KnownRequest) -> Result<WorkspaceCounts> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        Ok(counted(&self.book()?.known(as_of)))
    }
}

impl SourcesView {
    /// The list as text: numbers by which sources are named, and what rested on each.
    pub fn text(&self, format: Format) -> String {
        let words = format.words;
        let head = vec![
            say!(words, "sources-head-id"),
            say!(words, "sources-head-title"),
            say!(words, "sources-head-publisher"),
            say!(words, "sources-head-dates"),
            say!(words, "sources-head-observations"),
            say!(words, "sources-head-claims"),
        ];
        let row = |source: &SourceItem| {
            vec![
                source.id.to_string(),
                source.title.clone(),
                source.publisher.clone(),
                source.dates.clone(),
                source.observations.to_string(),
                source.claims.to_string(),
            ]
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(self.sources.iter().map(row)).collect();
        hadaf_report::text_table::table(&rows)
    }
}

fn counted(known: &Known) -> WorkspaceCounts {
    WorkspaceCounts {
        observations: count(known.observations),
        claims: count(known.claims),
        disruptions: count(known.disruptions),
        budget_lines: count(known.budget_lines),
        initiatives: count(known.initiatives),
        concerns: count(known.concerns),
        sources: count(known.sources.len()),
    }
}

/// First to last day on which a source gave something.
fn dates(on: &Resting, format: Format) -> String {
    match on.days {
        Some((first, last)) if first == last => format.day_short(first),
        Some((first, last)) => format.range(format.day_short(first), format.day_short(last)),
        None => say!(format.words, "day-none"),
    }
}
