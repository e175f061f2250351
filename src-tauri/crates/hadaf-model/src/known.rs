//! What of a workspace was known on a day: how much of everything, and which documents it rested on.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{AsOf, Published, SeriesId, Source, SourceId};
use jiff::civil::Date;

use crate::Book;

/// What rests on one source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resting {
    /// Observations.
    pub observations: usize,
    /// The same by series.
    pub series: BTreeMap<SeriesId, usize>,
    /// Claims.
    pub claims: usize,
    /// Entries of registers, and findings about conditions.
    pub entries: usize,
    /// First and last day on which it gave something.
    pub days: Option<(Date, Date)>,
}

impl Resting {
    fn on(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
    }
}

/// How much of everything was known, and what rested on each source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Observations.
    pub observations: usize,
    /// Claims.
    pub claims: usize,
    /// Disruptions.
    pub disruptions: usize,
    /// Budget lines.
    pub budget_lines: usize,
    /// Initiatives.
    pub initiatives: usize,
    /// Concerns.
    pub concerns: usize,
    /// The sources that were known, with what rested on each.
    pub sources: BTreeMap<SourceId, Resting>,
}

impl Book {
    /// What was known on a day. Observations that the book was read without are not counted.
    pub fn known(&self, as_of: AsOf) -> Known {
        let mut known = Known::default();
        let mut later: BTreeSet<SourceId> = BTreeSet::new();
        let mut rests = |source: Option<SourceId>, from: Option<Date>| {
            let source = source?;
            if from.is_some_and(|from| !as_of.has(from)) {
                later.insert(source);
                return None;
            }
            Some(source)
        };
        for observation in self.all_observations() {
            if let Some(source) = rests(Some(observation.source), Some(observation.published.known_from())) {
                known.observations += 1;
                let on = known.sources.entry(source).or_default();
                on.observations += 1;
                *on.series.entry(observation.series.clone()).or_default() += 1;
                on.on(observation.published.date);
            }
        }
        for claim in &self.claims {
            if let Some(source) = rests(Some(claim.source), Some(claim.known_from())) {
                known.claims += 1;
                let on = known.sources.entry(source).or_default();
                on.claims += 1;
                on.on(claim.announced);
            }
        }
        known.budget_lines = self.budget.known(as_of).len();
        known.disruptions = self.disruptions.known(as_of).len();
        known.initiatives = self.initiatives.known(as_of).len();
        known.concerns = self.concerns.known(as_of).len();
        let findings = self.findings.iter();
        let findings = findings.map(|it| (Some(it.source), Published::on(it.judged)));
        for (source, from) in self.of_registers().chain(findings) {
            if let Some(source) = rests(source, Some(from.known_from())) {
                let on = known.sources.entry(source).or_default();
                on.entries += 1;
                on.on(from.date);
            }
        }
        for source in self.sources.values() {
            if !later.contains(&source.id) && is_read(source, as_of) {
                known.sources.entry(source.id).or_default();
            }
        }
        known
    }
}

/// Whether a document that nothing rests on was read by then.
fn is_read(source: &Source, as_of: AsOf) -> bool {
    as_of.past().is_none() || source.retrieved.is_some_and(|day| as_of.has(day))
}
