//! What a workspace says, read by need: registers and claims whole, since they are small, and the observations of the
//! series that a question is about.

use std::collections::BTreeMap;
use std::sync::Arc;

use hadaf_core::{
    Acceptance, AsOf, BudgetLine, Claim, Concern, ConditionFinding, Correction, CostClaim, Disruption, FiscalCalendar,
    Frequency, Initiative, Judged, Lineage, Observation, Period, Scenario, Sector, SectorId, Series, SeriesId, Source,
    SourceId, Undertaking, Unit, Vintage,
};
use hadaf_store::{Reader, WorkspaceInfo};
use jiff::civil::Date;

use crate::error::{ModelError, Result};

/// Whose observations a question needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need<'a> {
    /// Nobody's: registers, claims, the list of series.
    Registers,
    /// Those of a series, by its id, and of its parts; of the first one for an empty id.
    Series(&'a str),
    /// Those of a series, by its id, of its parts, and of the series of which it is a clean part.
    Kin(&'a str),
    /// Those of all series.
    All,
}

/// The content of a workspace. Cheap to clone: observations are shared.
#[derive(Debug, Clone)]
pub struct Book {
    /// Name, currency, calendar.
    pub info: WorkspaceInfo,
    /// The day on which it is read.
    pub today: Date,
    /// The sector tree, siblings by position.
    pub sectors: Vec<Sector>,
    /// In the order of the sector tree, then those that are no part of it.
    pub series: Vec<Series>,
    /// All sources, by number.
    pub sources: BTreeMap<SourceId, Source>,
    /// By series, in the order of entry; of those that were needed so far.
    observations: BTreeMap<SeriesId, Arc<[Observation]>>,
    /// The newest day on which an observation was published.
    latest_published: Option<Date>,
    /// Typing errors that were put right, in the order in which they were.
    pub corrections: Vec<Correction>,
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
    /// Named sets of assumptions, by position.
    pub scenarios: Vec<Scenario>,
    /// Findings of the check that somebody let stand, in the order in which they did.
    pub acceptances: Vec<Acceptance>,
}

impl Book {
    /// Reads what is needed, on a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(reader: &Reader<'_>, today: Date, need: Need<'_>) -> Result<Self> {
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
            observations: BTreeMap::new(),
            latest_published: reader.latest_published()?,
            corrections: reader.list()?,
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
            acceptances: reader.list()?,
        };
        let outside: Vec<bool> = book.series.iter().map(|series| book.is_outside(series)).collect();
        let mut order: Vec<(bool, Series)> = outside.into_iter().zip(book.series).collect();
        order.sort_by_key(|(is_outside, _)| *is_outside);
        book.series = order.into_iter().map(|(_, series)| series).collect();
        book.extend(reader, need)?;
        Ok(book)
    }

    /// Whether all that is needed has been read.
    #[must_use]
    pub fn has(&self, need: Need<'_>) -> bool {
        self.missing(need).is_empty()
    }

    /// Reads what is needed and not there yet, from the same state of the file.
    ///
    /// # Errors
    /// Those of the store.
    pub fn extend(&mut self, reader: &Reader<'_>, need: Need<'_>) -> Result<()> {
        let missing = self.missing(need);
        if need == Need::All && missing.len() > 1 {
            // One walk through the table instead of one for each series.
            let mut all: BTreeMap<SeriesId, Vec<Observation>> = self
                .series
                .iter()
                .map(|series| (series.id.clone(), Vec::new()))
                .collect();
            for observation in reader.list::<Observation>()? {
                all.entry(observation.series.clone()).or_default().push(observation);
            }
            self.observations = all.into_iter().map(|(id, of)| (id, of.into())).collect();
            return Ok(());
        }
        for id in missing {
            let of = reader.observations_of(&id)?;
            self.observations.insert(id, of.into());
        }
        Ok(())
    }

    /// The series whose observations are needed and not there.
    fn missing(&self, need: Need<'_>) -> Vec<SeriesId> {
        let needed: Vec<&Series> = match need {
            Need::Registers => Vec::new(),
            Need::All => self.series.iter().collect(),
            // A name that nobody has is refused where it is asked for.
            Need::Series(id) | Need::Kin(id) => match self.series(id) {
                Ok(series) => {
                    let whole = self.whole(series).filter(|_| matches!(need, Need::Kin(_)));
                    let own = std::iter::once(series).chain(self.parts(series));
                    own.chain(whole).collect()
                }
                Err(_) => Vec::new(),
            },
        };
        let ids = needed.into_iter().map(|series| &series.id);
        ids.filter(|id| !self.observations.contains_key(id)).cloned().collect()
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

    /// All observations of a series, in the order of entry.
    ///
    /// # Panics
    /// Where the book was read without the need of them.
    pub fn observations(&self, series: &SeriesId) -> &[Observation] {
        let of = self.observations.get(series);
        of.unwrap_or_else(|| panic!("the book was read without the observations of {series}"))
    }

    /// The observations that were read, series by series.
    pub fn all_observations(&self) -> impl Iterator<Item = &Observation> {
        self.observations.values().flat_map(|of| of.iter())
    }

    /// Whether a series has figures for fiscal years alone: it was made so, or nothing else was ever entered.
    ///
    /// # Panics
    /// As [`Self::observations`].
    pub fn is_yearly(&self, series: &Series) -> bool {
        let is_year = |observation: &Observation| observation.period.as_fiscal_year().is_some();
        let of = || self.observations(&series.id);
        series.frequency == Frequency::FiscalYear || !of().is_empty() && of().iter().all(is_year)
    }

    /// Every observation of a number as known on a day, the newest first, with what each is to the current figure.
    ///
    /// # Panics
    /// As [`Self::observations`].
    pub fn history(&self, series: &SeriesId, period: Period, as_of: AsOf) -> Vec<Judged<'_>> {
        let observations = self.observations(series).iter();
        let of_period =
            observations.filter(|observation| observation.period == period && !observation.basis.is_to_date());
        Vintage::history(of_period, self.calendar(), as_of)
    }

    /// A source by its number.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id)
    }

    /// How deep a series' sector lies in the tree; 0 at the root.
    pub fn depth(&self, series: &Series) -> u32 {
        let depth = self.ancestors(series);
        depth.try_into().expect("a tree is no deeper than its sectors are many")
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

    /// The series of which another is a clean part.
    pub fn whole(&self, part: &Series) -> Option<&Series> {
        self.parent(part).filter(|_| part.part_of_total)
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

    /// Whether the work behind a series needs the line: its sector, or one above it, is of telecommunications, computer
    /// and information services (division 9 of EBOPS 2010), or the register knows outages of the line.
    pub fn needs_the_line(&self, series: &Series) -> bool {
        let sector = |id: &SectorId| self.sectors.iter().find(|sector| sector.id == *id);
        let up = |of: &&Sector| of.parent.as_ref().and_then(sector);
        let is_online = |of: &Sector| {
            of.ebops
                .as_deref()
                .is_some_and(|code| code.split('.').next() == Some("9"))
        };
        std::iter::successors(sector(&series.sector), up)
            .take(self.sectors.len())
            .any(is_online)
            || self.disruptions.iter().any(|disruption| disruption.outage.is_some())
    }

    /// As of no past day: all that is known.
    pub fn now(&self) -> AsOf {
        AsOf::Latest(self.today)
    }

    /// The newest day on which anything was published or said.
    pub fn latest(&self) -> Option<Date> {
        let claims = self.claims.iter().filter_map(|claim| claim.announced);
        self.latest_published.into_iter().chain(claims).max()
    }

    /// The number of a claim in another unit, exactly.
    pub fn claim_in(claim: &Claim, unit: Unit) -> Option<hadaf_core::Decimal> {
        hadaf_core::Amount::new(claim.value, claim.unit)
            .in_unit(unit)
            .ok()
            .map(|amount| amount.value)
    }
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
