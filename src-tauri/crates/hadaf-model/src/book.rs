//! What a workspace says, read by need: registers and claims whole, since they are small, and the observations of the
//! series that a question is about.

use std::collections::BTreeMap;
use std::sync::Arc;

use hadaf_core::{
    Acceptance, AsOf, Basis, Claim, ConditionFinding, Correction, FiscalCalendar, Frequency, ImportLayout, Judged,
    Lineage, Month, Observation, Period, Preference, Published, Readings, Register, Scenario, Sector, SectorId, Series,
    SeriesId, Source, SourceDocument, SourceId, Unit, Vintage, mark_preferred,
};
use hadaf_store::{Reader, WorkspaceInfo};
use jiff::civil::Date;

use crate::error::{ModelError, Result};

/// The most parts that are drawn jointly with their total: each one takes a fit, and 2 MB of paths.
const MOST_TOGETHER: usize = 20;

/// Whose observations a question needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need<'a> {
    /// Nobody's: registers, claims, the list of series.
    Registers,
    /// Those of a series, by its id, of its parts, and of the totals of which it is a clean part with theirs, since it is
    /// forecast beside them; of the first one for an empty id.
    Series(&'a str),
    /// Those of all series.
    All,
}

/// Declares the book: what every workspace has, and the registers from the list of them.
macro_rules! book {
    (() $(#[doc = $about:literal] $kind:ident = $word:literal of $entry:ident in $place:ident;)+) => {
        /// The content of a workspace. Cheap to clone: observations are shared.
        #[derive(Debug, Clone)]
        pub struct Book {
            /// Name, currency, calendar.
            pub info: WorkspaceInfo,
            /// The day on which it is read.
            pub today: Date,
            /// The sector tree, siblings by position.
            pub sectors: Vec<Sector>,
            /// In the order of the sector tree, then those that are no part of it, then those that were put away.
            pub series: Vec<Series>,
            /// All sources, by number.
            pub sources: BTreeMap<SourceId, Source>,
            /// By series, in the order of entry, of those that were needed so far; of derived series as they were worked out.
            pub(crate) observations: BTreeMap<SeriesId, Arc<[Observation]>>,
            /// The newest day on which an observation was published.
            latest_published: Option<Date>,
            /// Typing errors that were put right, in the order in which they were.
            pub corrections: Vec<Correction>,
            /// Targets, projections, commitments.
            pub claims: Vec<Claim>,
            /// How claims hang together.
            pub lineage: Vec<Lineage>,
            /// What was found about conditions of claims.
            pub findings: Vec<ConditionFinding>,
            /// Named sets of assumptions, by position.
            pub scenarios: Vec<Scenario>,
            /// What was said of imported files, by layout.
            pub import_layouts: Vec<ImportLayout>,
            /// Findings of the check that somebody let stand, in the order in which they did.
            pub acceptances: Vec<Acceptance>,
            /// Files that sources were read in, without their bytes.
            pub documents: Vec<SourceDocument>,
            /// Decisions which of several sources is read, in the order in which they were made.
            pub preferences: Vec<Preference>,
            $(
                #[doc = $about]
                pub $place: Register<hadaf_core::$entry>,
            )+
        }

        impl Book {
            /// All but the observations, as they stand in the file.
            fn without_observations(reader: &Reader<'_>, today: Date) -> Result<Self> {
                let sectors = reader.list::<Sector>()?;
                let sources = reader.list::<Source>()?.into_iter();
                Ok(Self {
                    info: reader.info()?,
                    today,
                    series: in_tree_order(&sectors, reader.list::<Series>()?),
                    sectors,
                    sources: sources.map(|source| (source.id, source)).collect(),
                    observations: BTreeMap::new(),
                    latest_published: reader.latest_published()?,
                    corrections: reader.list()?,
                    claims: reader.list()?,
                    lineage: reader.list()?,
                    findings: reader.list()?,
                    scenarios: reader.list()?,
                    import_layouts: reader.list()?,
                    acceptances: reader.list()?,
                    documents: reader.list()?,
                    preferences: reader.list()?,
                    $($place: Register::of(reader.list()?),)+
                })
            }

            /// The sources of what entries of registers say and said, with the day from which each was known.
            pub(crate) fn of_registers(&self) -> impl Iterator<Item = (Option<SourceId>, Published)> {
                let of = std::iter::empty::<(Option<SourceId>, Published)>();
                $(let of = of.chain(self.$place.rows().map(|entry| (entry.source.into(), entry.published)));)+
                of
            }
        }
    };
}

hadaf_core::registers!([book]);

impl Book {
    /// Reads what is needed, on a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(reader: &Reader<'_>, today: Date, need: Need<'_>) -> Result<Self> {
        let mut book = Self::without_observations(reader, today)?;
        let outside: Vec<bool> = book.series.iter().map(|series| book.is_outside(series)).collect();
        let mut order: Vec<(bool, Series)> = outside.into_iter().zip(book.series).collect();
        order.sort_by_key(|(is_outside, series)| (series.archived, *is_outside));
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
        let (derived, entered): (Vec<SeriesId>, Vec<SeriesId>) =
            missing.into_iter().partition(|id| self.is_derived(id));
        if need == Need::All && entered.len() > 1 {
            // One walk through the table instead of one for each series.
            let mut all: BTreeMap<SeriesId, Vec<Observation>> =
                entered.into_iter().map(|id| (id, Vec::new())).collect();
            for observation in self.marked(reader.list::<Observation>()?) {
                if let Some(of) = all.get_mut(&observation.series) {
                    of.push(observation);
                }
            }
            let all = all.into_iter().map(|(id, of)| (id, Arc::from(of)));
            self.observations.extend(all);
        } else {
            for id in entered {
                let of = self.marked(reader.observations_of(&id)?);
                self.observations.insert(id, of.into());
            }
        }
        for id in &derived {
            self.work_out(id);
        }
        Ok(())
    }

    /// Observations with a mark where somebody preferred what their source says.
    pub(crate) fn marked(&self, mut observations: Vec<Observation>) -> Vec<Observation> {
        mark_preferred(&mut observations, &self.preferences);
        observations
    }

    /// The decision which source is read for a period; of several the newest.
    pub fn preference(&self, series: &SeriesId, period: Period) -> Option<&Preference> {
        let mut decided = self.preferences.iter();
        decided.rfind(|it| it.period == period && it.series == *series)
    }

    /// The decision which source is read for a period, where that source had said anything of it by a day: before, nothing
    /// of it was known.
    ///
    /// # Panics
    /// As [`Self::observations`].
    pub fn preference_on(&self, series: &SeriesId, period: Period, as_of: AsOf) -> Option<&Preference> {
        let is_known = |decided: &&Preference| {
            let mut entries = self.observations(series).iter();
            entries.any(|it| decided.is_for(it) && as_of.knows(&it.published))
        };
        self.preference(series, period).filter(is_known)
    }

    /// The document that a source was read in, where it is kept.
    pub fn document(&self, source: &Source) -> Option<&SourceDocument> {
        let hash = source.file_hash.as_deref()?;
        self.documents.iter().find(|document| document.hash == hash)
    }

    /// The series whose observations are needed and not there, with what they are worked out from before them.
    fn missing(&self, need: Need<'_>) -> Vec<SeriesId> {
        let needed: Vec<&Series> = match need {
            Need::Registers => Vec::new(),
            Need::All => self.series.iter().collect(),
            // A name that nobody has is refused where it is asked for.
            Need::Series(id) => self.series(id).map_or_else(|_| Vec::new(), |series| self.kin(series)),
        };
        let mut ids = self.with_inputs(needed);
        ids.retain(|id| !self.observations.contains_key(id));
        ids
    }

    /// A series, its parts, the total of which it is one, and what it is forecast beside.
    fn kin<'b>(&'b self, series: &'b Series) -> Vec<&'b Series> {
        let mut kin = vec![series];
        kin.extend(self.parts(series));
        kin.extend(self.whole(series));
        for total in std::iter::successors(self.forecast_beside(series), |total| self.forecast_beside(total)) {
            kin.push(total);
            kin.extend(self.parts(total));
        }
        kin
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

    /// The same book with sectors and series that are about to be made, of which nothing is known yet.
    #[must_use]
    pub fn with_new(&self, made: impl IntoIterator<Item = (Sector, Series)>) -> Self {
        let mut book = self.clone();
        for (sector, series) in made {
            book.observations.insert(series.id.clone(), Arc::from([]));
            book.sectors.push(sector);
            book.series.push(series);
        }
        book
    }

    /// The sectors depth first, siblings by position; those that a circle hides last.
    pub fn sectors_in_order(&self) -> Vec<&Sector> {
        let mut order = Vec::new();
        visit(&self.sectors, None, &mut order);
        let mut sectors: Vec<&Sector> = self.sectors.iter().collect();
        sectors.sort_by_key(|sector| order.iter().position(|id| **id == sector.id).unwrap_or(usize::MAX));
        sectors
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

    /// The observations that were read, series by series. Those of derived series are none of anybody's.
    pub fn all_observations(&self) -> impl Iterator<Item = &Observation> {
        let all = self.observations.values().flat_map(|of| of.iter());
        all.filter(|observation| !observation.id.is_calculated())
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
        self.history_of(series, (period, Basis::Period), as_of)
    }

    /// The same of a total from the fiscal year's first month to the end of one.
    ///
    /// # Panics
    /// As [`Self::history`].
    pub fn history_to_date(&self, series: &SeriesId, month: Month, as_of: AsOf) -> Vec<Judged<'_>> {
        self.history_of(series, (month.into(), Basis::ToDate), as_of)
    }

    fn history_of(&self, series: &SeriesId, place: (Period, Basis), as_of: AsOf) -> Vec<Judged<'_>> {
        let observations = self.observations(series).iter();
        let of_place = observations.filter(|it| (it.period, it.basis) == place);
        Vintage::history(of_place, self.calendar(), as_of)
    }

    /// The current figures of a series as of a day.
    ///
    /// # Panics
    /// Where the book was read without the observations of the series.
    pub fn readings(&self, series: &Series, as_of: AsOf) -> Readings {
        let observations = self.observations(&series.id);
        Readings::adding_up(series.adding(), observations, self.calendar(), as_of).each(series.frequency)
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

    /// The total with which a series is drawn jointly: the one of which it is a clean part, unless that has too many of
    /// them.
    pub fn forecast_beside(&self, part: &Series) -> Option<&Series> {
        let total = self.whole(part)?;
        // In a file from elsewhere sectors may lie in a circle.
        let is_above = self.depth(total) < self.depth(part);
        (is_above && self.parts(total).len() <= MOST_TOGETHER).then_some(total)
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
    /// and information services (division 9 of EBOPS 2010), or the register knew outages of the line on the day.
    pub fn needs_the_line(&self, series: &Series, as_of: AsOf) -> bool {
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
            || self
                .disruptions
                .known(as_of)
                .iter()
                .any(|disruption| disruption.outage.is_some())
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
