//! All that a workspace says, read in one moment. A workspace of years is some thousand rows, so
//! that reading it whole is quicker than asking piece by piece.

use std::collections::BTreeMap;

use hadaf_core::{
    BudgetLine, Claim, Concern, ConditionFinding, CostClaim, Disruption, FiscalCalendar, Initiative, Lineage,
    Observation, Published, Scenario, Sector, SectorId, Series, SeriesId, Source, SourceId, Undertaking, Unit,
};
use hadaf_store::{Reader, WorkspaceInfo};
use jiff::civil::Date;

use crate::error::{ModelError, Result};

/// The content of a workspace.
#[derive(Debug)]
pub struct Book {
    /// Name, currency, calendar.
    pub info: WorkspaceInfo,
    /// The day on which it is read.
    pub today: Date,
    /// The sector tree.
    pub sectors: Vec<Sector>,
    /// In the order of the sector tree, then those that are no part of it.
    pub series: Vec<Series>,
    /// By number.
    pub sources: BTreeMap<SourceId, Source>,
    /// By series, in the order of entry.
    pub observations: BTreeMap<SeriesId, Vec<Observation>>,
    /// Targets, projections, commitments.
    pub claims: Vec<Claim>,
    /// How claims hang together.
    pub lineage: Vec<Lineage>,
    /// Outages, throttling, cable faults, bans.
    pub disruptions: Vec<Disruption>,
    /// Allocated, released, spent.
    pub budget: Vec<BudgetLine>,
    /// Measures that were promised.
    pub initiatives: Vec<Initiative>,
    /// What the committee raised.
    pub concerns: Vec<Concern>,
    /// What was promised in answer.
    pub undertakings: Vec<Undertaking>,
    /// What was found about conditions of claims.
    pub findings: Vec<ConditionFinding>,
    /// What disruptions are said to have cost.
    pub cost_claims: Vec<CostClaim>,
    /// Sets of assumptions.
    pub scenarios: Vec<Scenario>,
}

impl Book {
    /// Reads everything, on a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(reader: &Reader<'_>, today: Date) -> Result<Self> {
        let mut observations: BTreeMap<SeriesId, Vec<Observation>> = BTreeMap::new();
        for observation in reader.list::<Observation>()? {
            observations
                .entry(observation.series.clone())
                .or_default()
                .push(observation);
        }
        let sectors = reader.list::<Sector>()?;
        let series = in_tree_order(&sectors, reader.list::<Series>()?);
        let mut book = Self {
            info: reader.info()?,
            today,
            sectors,
            series,
            sources: reader
                .list::<Source>()?
                .into_iter()
                .map(|source| (source.id, source))
                .collect(),
            observations,
            claims: reader.list()?,
            lineage: reader.list()?,
            disruptions: reader.list()?,
            budget: reader.list()?,
            initiatives: reader.list()?,
            concerns: reader.list()?,
            undertakings: reader.list()?,
            findings: reader.list()?,
            cost_claims: reader.list()?,
            scenarios: reader.list()?,
        };
        let outside: Vec<bool> = book.series.iter().map(|series| book.is_outside(series)).collect();
        let mut order: Vec<(bool, Series)> = outside.into_iter().zip(book.series).collect();
        order.sort_by_key(|(is_outside, _)| *is_outside);
        book.series = order.into_iter().map(|(_, series)| series).collect();
        Ok(book)
    }

    /// Whether a series stands beside the tree of the total: it measures something else of a sector that has its
    /// series already, or is no clean part where its siblings are.
    fn is_outside(&self, series: &Series) -> bool {
        let same_unit = |other: &&Series| other.unit == series.unit;
        let first = self
            .series
            .iter()
            .filter(same_unit)
            .find(|other| other.sector == series.sector);
        if first.is_some_and(|first| first.id != series.id) {
            return true;
        }
        !series.part_of_total && self.parent(series).is_some_and(|parent| !self.parts(parent).is_empty())
    }

    /// The fiscal calendar.
    pub fn calendar(&self) -> &FiscalCalendar {
        &self.info.calendar
    }

    /// The series of a name; the first of the tree for an empty one.
    ///
    /// # Errors
    /// [`ModelError::UnknownSeries`] with the ids that there are.
    pub fn series(&self, id: &str) -> Result<&Series> {
        let found = match id {
            "" => self.series.first(),
            _ => self.series.iter().find(|series| series.id.as_str() == id),
        };
        found.ok_or_else(|| ModelError::UnknownSeries {
            name: id.to_owned(),
            known: self.series.iter().map(|series| series.id.to_string()).collect(),
        })
    }

    /// All prints of a series.
    pub fn prints(&self, series: &SeriesId) -> &[Observation] {
        self.observations.get(series).map_or(&[], Vec::as_slice)
    }

    /// A source by its number.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id)
    }

    /// How deep a series' sector lies in the tree; 0 at the root.
    pub fn depth(&self, series: &Series) -> u32 {
        self.ancestors(series).try_into().unwrap_or(u32::MAX)
    }

    fn ancestors(&self, series: &Series) -> usize {
        let parent = |id: &SectorId| {
            self.sectors
                .iter()
                .find(|sector| sector.id == *id)
                .and_then(|it| it.parent.clone())
        };
        // A tree cannot be deeper than it has nodes; the bound ends a circle in a file from elsewhere.
        std::iter::successors(parent(&series.sector), parent)
            .take(self.sectors.len())
            .count()
    }

    /// The series of the nearest sector above that has the same unit, if there is one.
    pub fn parent(&self, series: &Series) -> Option<&Series> {
        let up = |id: &SectorId| {
            self.sectors
                .iter()
                .find(|sector| sector.id == *id)
                .and_then(|it| it.parent.clone())
        };
        std::iter::successors(up(&series.sector), up)
            .take(self.sectors.len())
            .find_map(|sector| {
                self.series
                    .iter()
                    .find(|other| other.sector == sector && other.unit == series.unit)
            })
    }

    /// The series that must sum to a total: clean parts of the sectors right below its own.
    pub fn parts(&self, total: &Series) -> Vec<&Series> {
        let below = |part: &&Series| {
            part.part_of_total
                && part.unit == total.unit
                && self.parent(part).is_some_and(|parent| parent.id == total.id)
        };
        self.series.iter().filter(below).collect()
    }

    /// The newest day on which anything was printed or said.
    pub fn latest(&self) -> Option<Date> {
        let prints = self
            .observations
            .values()
            .flatten()
            .filter_map(|print| print.published.date);
        let claims = self.claims.iter().filter_map(|claim| claim.announced);
        prints.chain(claims).max()
    }

    /// The number of a claim in another unit, exactly.
    pub fn claim_in(claim: &Claim, unit: Unit) -> Option<hadaf_core::Decimal> {
        hadaf_core::Amount::new(claim.value, claim.unit)
            .in_unit(unit)
            .ok()
            .map(|amount| amount.value)
    }
}

/// Whether something published then was known on a day.
pub fn known(published: &Published, as_of: Option<Date>) -> bool {
    as_of.is_none_or(|day| published.known_from() <= day)
}

/// Depth first, siblings by position; series of no known sector last.
fn in_tree_order(sectors: &[Sector], series: Vec<Series>) -> Vec<Series> {
    let mut order = Vec::new();
    visit(sectors, None, &mut order);
    let place = |series: &Series| {
        order
            .iter()
            .position(|sector| **sector == series.sector)
            .unwrap_or(usize::MAX)
    };
    let mut series = series;
    series.sort_by_key(|it| (place(it), it.position));
    series
}

fn visit<'a>(sectors: &'a [Sector], parent: Option<&SectorId>, order: &mut Vec<&'a SectorId>) {
    for sector in sectors.iter().filter(|sector| sector.parent.as_ref() == parent) {
        if order.contains(&&sector.id) {
            continue;
        }
        order.push(&sector.id);
        visit(sectors, Some(&sector.id), order);
    }
}
