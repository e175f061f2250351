//! How a series stands on a day: its current figures, its years, the claims about the current year,
//! the pace that they need and the path that they set. Overview, charts, briefing and command line
//! all read from here, so that they cannot disagree.

use std::collections::BTreeMap;

use hadaf_core::{
    Adding, Amount, AsOf, Basis, Claim, ClaimKind, CurrentClaims, Decimal, FiscalCalendar, FiscalYear, FiscalYearTotal,
    Judged, Landing, Observation, ObservationId, Pace, PartialYear, Period, Reached, Readings, Series, TargetPath,
    Vintage, partial_years, past_years, stretches, totals,
};
use jiff::civil::Date;

use crate::book::Book;
use crate::error::Result;

/// How many past years the path takes its seasonal shares from.
const PATH_YEARS: u8 = 3;

/// A series on a day.
#[derive(Debug)]
pub struct Situation<'a> {
    /// What the workspace says.
    pub book: &'a Book,
    /// Which series.
    pub series: &'a Series,
    /// The day of reading; none: all that is known.
    pub as_of: AsOf,
    /// Decimal places in which its numbers are written: those of the series, or more where its figures are so small
    /// that these would write them as nothing.
    pub places: u8,
    /// All its observations, known on the day or later.
    pub observations: &'a [Observation],
    /// Its current figures on that day.
    pub readings: Readings,
    /// Totals of its fiscal years, oldest first.
    pub totals: Vec<FiscalYearTotal>,
    /// Its fiscal years of which months are known but no total, oldest first.
    pub partial: Vec<PartialYear>,
    /// The claims about the current year.
    pub current: CurrentClaims<'a>,
    /// What the highest-ranked target needs.
    pub pace: Option<Pace>,
    /// How it is spread over the year; none where the total of the year before is not known, from which it would start.
    pub path: Option<TargetPath>,
}

/// The year before the current one, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub enum YearBefore<'a> {
    /// Its total.
    Known(&'a FiscalYearTotal),
    /// What an official projected for it, in the series' unit.
    Projected(&'a Claim, Decimal),
}

impl YearBefore<'_> {
    /// In the series' unit.
    pub fn value(self) -> Decimal {
        match self {
            Self::Known(total) => total.value,
            Self::Projected(_, amount) => amount,
        }
    }
}

impl<'a> Situation<'a> {
    /// Reads a series as of a day.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn read(book: &'a Book, series: &'a Series, as_of: AsOf) -> Result<Self> {
        let observations = book.observations(&series.id);
        let readings = book.readings(series, as_of);
        let totals = totals(&readings, book.calendar())?;
        let partial = partial_years(&readings, book.calendar(), as_of.day())?;
        let mut situation = Self {
            book,
            series,
            as_of,
            places: places(series, &readings),
            observations,
            readings,
            totals,
            partial,
            current: CurrentClaims { claims: Vec::new() },
            pace: None,
            path: None,
        };
        if let Some(year) = situation.year() {
            situation.current = situation.claims_of(year);
            let target = situation.target();
            situation.pace = target
                .map(|claim| situation.pace_of(claim, year))
                .transpose()?
                .flatten();
            situation.path = situation.pace.as_ref().and_then(|pace| {
                let target = pace.target.to_f64();
                TargetPath::read(target, &situation.readings, book.calendar(), year, PATH_YEARS)
            });
        }
        Ok(situation)
    }

    /// The fiscal calendar of the workspace.
    pub fn calendar(&self) -> &'a FiscalCalendar {
        self.book.calendar()
    }

    /// The current year: the newest one of which anything is published.
    pub fn year(&self) -> Option<FiscalYear> {
        let total = self.totals.last().map(|total| total.fiscal_year);
        let partial = self.partial.last().map(|partial| partial.fiscal_year);
        let known = self
            .readings
            .iter()
            .map(|(period, _)| self.calendar().fiscal_year_of(period));
        // Of what does not sum, years have no total, but there are years.
        let alone = known.filter(|_| self.readings.adding() == Adding::Nothing).max();
        total.max(partial).max(alone)
    }

    /// The current year as it stands; none where it has no total so far.
    pub fn current(&self) -> Option<&FiscalYearTotal> {
        self.totals
            .last()
            .filter(|total| Some(total.fiscal_year) == self.year())
    }

    /// The current year where months of it are known but no total.
    pub fn current_partial(&self) -> Option<&PartialYear> {
        self.partial
            .last()
            .filter(|partial| Some(partial.fiscal_year) == self.year())
    }

    /// The newest year that is complete.
    pub fn last_full(&self) -> Option<&FiscalYearTotal> {
        self.totals.iter().rev().find(|total| total.months == 12)
    }

    /// A year of which months are known but no total.
    pub fn partial_of(&self, year: FiscalYear) -> Option<&PartialYear> {
        self.partial.iter().find(|partial| partial.fiscal_year == year)
    }

    /// Whether a year was over on the day of reading.
    pub fn is_over(&self, year: FiscalYear) -> bool {
        self.as_of.day() > self.calendar().end_of(Period::FiscalYear(year))
    }

    /// A year as it stands; none where nothing of it is known.
    pub fn total_of(&self, year: FiscalYear) -> Option<&FiscalYearTotal> {
        self.totals.iter().find(|total| total.fiscal_year == year)
    }

    /// The claims that stand about a year.
    pub fn claims_of(&self, year: FiscalYear) -> CurrentClaims<'a> {
        let book = self.book;
        CurrentClaims::read(
            &book.claims,
            &book.lineage,
            &self.series.id,
            year,
            book.calendar(),
            self.as_of,
        )
    }

    /// The target that stood for a year: the highest-ranked official one that can be scored.
    pub fn target_of(&self, year: FiscalYear) -> Option<&'a Claim> {
        scorable(&self.claims_of(year))
    }

    /// What a claim about a year needs.
    pub fn pace_of(&self, claim: &Claim, year: FiscalYear) -> Result<Option<Pace>> {
        let Some(target) = self.amount(claim) else {
            return Ok(None);
        };
        Ok(Pace::read(
            &self.readings,
            self.calendar(),
            claim.id.clone(),
            target,
            year,
        )?)
    }

    /// How many past stretches as long as what a pace leaves grew as fast as it needs, and of how many; none where it needs
    /// no growth, or none is known.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn as_fast(&self, pace: &Pace) -> Result<Option<(usize, usize)>> {
        let Some(needed) = pace.needed_growth_percent else {
            return Ok(None);
        };
        let runs = stretches(&self.readings, self.calendar(), pace.every, pace.periods_left)?;
        let past: Vec<f64> = runs.iter().filter_map(|run| run.growth_percent).collect();
        let as_fast = past.iter().filter(|growth| **growth >= needed).count();
        Ok((!past.is_empty()).then_some((as_fast, past.len())))
    }

    /// That the year so far has reached what a claim names; none while it has not, and of a range that was projected:
    /// a year that has come as far as one may still go past it.
    pub fn reached(&self, claim: &Claim, year: FiscalYear) -> Option<Reached> {
        match self.deciding_high(claim) {
            Some(_) => None,
            None => self.reached_amount(self.amount(claim)?, year),
        }
    }

    /// The same of an amount in the series' unit.
    pub fn reached_amount(&self, amount: Decimal, year: FiscalYear) -> Option<Reached> {
        // Sums that do not fit are refused where the series is read.
        Reached::read(&self.readings, self.calendar(), year, amount)
            .ok()
            .flatten()
    }

    /// The number of a claim in the series' unit.
    pub fn amount(&self, claim: &Claim) -> Option<Decimal> {
        Book::claim_in(claim, self.series.unit)
    }

    /// The upper end of a claim that names a range, in the series' unit.
    pub fn high_end(&self, claim: &Claim) -> Option<Decimal> {
        let amount = Amount::new(claim.value_high?, claim.unit);
        amount.in_unit(self.series.unit).ok().map(|amount| amount.value)
    }

    /// The upper end of a range that was projected, which decides as its low end does; none of one number, and of a range
    /// that is a target.
    pub fn deciding_high(&self, claim: &Claim) -> Option<Decimal> {
        let (low, high) = (self.amount(claim)?, self.high_end(claim)?);
        (claim.kind == ClaimKind::Projection && high.cmp_value(low).is_gt()).then_some(high)
    }

    /// The claim that the pace uses.
    pub fn target(&self) -> Option<&'a Claim> {
        scorable(&self.current)
    }

    /// What the target still needs, while something is left to do and months to do it in.
    pub fn open_pace(&self) -> Option<&Pace> {
        let is_open = |pace: &&Pace| pace.reached.is_none() && pace.months_left > 0;
        self.pace.as_ref().filter(is_open)
    }

    /// Where the year lands when its months so far have the shares of past years.
    pub fn landing(&self) -> Option<Landing> {
        let sums = self.readings.adding() == Adding::Sum;
        let current = self.current().filter(|total| sums && total.months < 12)?;
        let past = past_years(&self.readings, self.calendar(), current.fiscal_year, PATH_YEARS);
        let months: Vec<[f64; 12]> = past.into_iter().map(|(_, months)| months).collect();
        Landing::read(current.value.to_f64(), current.months, &months)
    }

    /// What the target for the current year is told against: the outturn of the year before once it is known whole, else
    /// what an official projected for it.
    pub fn year_before(&self) -> Option<YearBefore<'_>> {
        let before = self.total_of(self.year()?.prev()).filter(|total| total.months == 12);
        let projected = || {
            self.projected_before()
                .map(|(claim, amount)| YearBefore::Projected(claim, amount))
        };
        before.map(YearBefore::Known).or_else(projected)
    }

    /// What an official projected for the year before the current one, the highest-ranked: the base that the target
    /// was set against.
    pub fn projected_before(&self) -> Option<(&'a Claim, Decimal)> {
        let before = self.claims_of(self.year()?.prev());
        let found = before
            .claims
            .iter()
            .copied()
            .find(|claim| claim.official && claim.kind == ClaimKind::Projection)?;
        Some((found, self.amount(found)?))
    }

    /// Targets for a year that were named only after it had ended, with another number than the one that stood.
    pub fn named_afterwards(&self, year: FiscalYear) -> Option<&'a Claim> {
        let stood = self.target_of(year)?;
        self.book.claims.iter().find(|claim| {
            claim.series == self.series.id
                && claim.fiscal_year == Some(year)
                && claim.official
                && claim.kind == ClaimKind::Target
                && claim.known(self.as_of)
                && claim.is_hindsight(self.calendar())
                && !claim.value.same_value(stood.value)
        })
    }

    /// Change of a month, quarter or year on the same one a year before, percent.
    pub fn growth_of(&self, period: Period) -> Option<f64> {
        let (now, before) = (self.readings.get(period)?, self.readings.get(period.a_year_before())?);
        hadaf_core::growth_percent(before.value.to_f64(), now.value.to_f64())
    }

    /// What the path asks of a month or quarter of the current year.
    pub fn path_of(&self, period: Period) -> Option<f64> {
        let year = self.calendar().fiscal_year_of(period);
        let path = self.path.as_ref().filter(|_| self.year() == Some(year))?;
        let months = self.calendar().months_in(period).into_iter();
        Some(
            months
                .map(|month| path.months[usize::from(self.calendar().position(month))])
                .sum(),
        )
    }

    /// How the year so far stands to the path, percent of what the path has so far; below zero is behind.
    pub fn path_gap_percent(&self) -> Option<f64> {
        let (path, current) = (self.path.as_ref()?, self.current().filter(|total| total.months < 12)?);
        let so_far = path.cumulative()[usize::from(current.months) - 1];
        hadaf_core::growth_percent(so_far, current.value.to_f64())
    }

    /// The last day of the current year, when it is over though months of it are not known.
    pub fn ended(&self) -> Option<Date> {
        let year = self.year()?;
        if self.current().is_some_and(|total| total.months == 12) {
            return None;
        }
        self.is_over(year)
            .then(|| self.calendar().end_of(Period::FiscalYear(year)))
    }

    /// What messages decide their tense by: "yes" when the current year is over.
    pub fn over(&self) -> &'static str {
        if self.ended().is_some() { "yes" } else { "no" }
    }

    /// Every observation with what the reading rules find it to be, by period.
    pub fn judged(&self) -> Vec<Judged<'a>> {
        let mut places: BTreeMap<(Period, Basis), Vec<&Observation>> = BTreeMap::new();
        for observation in self.observations {
            let place = (observation.period, observation.basis);
            places.entry(place).or_default().push(observation);
        }
        let history = |of| Vintage::history(of, self.calendar(), self.as_of);
        places.into_values().flat_map(history).collect()
    }

    /// The observations that one reading is made from, by number.
    pub fn observation(&self, id: ObservationId) -> Option<&'a Observation> {
        self.observations.iter().find(|observation| observation.id == id)
    }
}

/// The places of a series, or more where its largest figure would have fewer than three digits.
fn places(series: &Series, readings: &Readings) -> u8 {
    let sizes = readings.iter().map(|(_, reading)| reading.value.to_f64().abs());
    series.places.max(Decimal::places_of(sizes.fold(0.0, f64::max)))
}

fn scorable<'a>(current: &CurrentClaims<'a>) -> Option<&'a Claim> {
    let target = |claim: &&Claim| claim.official && claim.kind == ClaimKind::Target && claim.not_scorable.is_none();
    current.claims.iter().copied().find(target)
}
