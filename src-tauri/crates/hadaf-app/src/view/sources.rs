//! The documents that a workspace rests on.

use std::collections::BTreeMap;

use hadaf_core::SourceId;
use hadaf_model::Book;
use hadaf_words::{Format, say};
use jiff::civil::Date;

use crate::session::{App, Result, SourceItem, SourcesView, count};

impl App {
    /// All sources by publisher and title, with what rests on each.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn sources(&self) -> Result<SourcesView> {
        let book = self.book()?;
        let format = self.format();
        let resting = resting(&book);
        let nothing = Resting::default();
        let mut sources: Vec<SourceItem> = book
            .sources
            .values()
            .map(|source| {
                let on = resting.get(&source.id).unwrap_or(&nothing);
                SourceItem {
                    id: crate::session::number_on_the_wire(source.id.0),
                    title: source.title.clone(),
                    publisher: source.publisher.clone(),
                    address: source.address.clone(),
                    dates: dates(on, format),
                    observations: count(on.observations),
                    claims: count(on.claims),
                }
            })
            .collect();
        let key = |source: &SourceItem| (source.publisher.to_lowercase(), source.title.to_lowercase(), source.id);
        sources.sort_by_cached_key(key);
        Ok(SourcesView { sources })
    }
}

/// What rests on one source.
#[derive(Debug, Default)]
struct Resting {
    observations: usize,
    claims: usize,
    /// First and last day on which it gave something.
    days: Option<(Date, Date)>,
}

impl Resting {
    fn on(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
    }
}

/// What rests on each source, in one walk through the workspace.
fn resting(book: &Book) -> BTreeMap<SourceId, Resting> {
    let mut resting: BTreeMap<SourceId, Resting> = BTreeMap::new();
    for observation in book.all_observations() {
        let on = resting.entry(observation.source).or_default();
        on.observations += 1;
        on.on(observation.published.date);
    }
    for claim in &book.claims {
        let on = resting.entry(claim.source).or_default();
        on.claims += 1;
        on.on(claim.announced);
    }
    for line in &book.budget {
        resting.entry(line.source).or_default().on(line.published.date);
    }
    resting
}

/// First to last day on which a source gave something.
fn dates(on: &Resting, format: Format) -> String {
    match on.days {
        Some((first, last)) if first == last => format.day_short(first),
        Some((first, last)) => format.range(format.day_short(first), format.day_short(last)),
        None => say!(format.words, "day-none"),
    }
}
