//! The months and years ahead that a report speaks of, as the forecast stands or under a scenario.

use hadaf_core::{Intervals, Month, Sample};
use hadaf_model::outlook::{SectorOutlooks, months_to};
use hadaf_model::{Outlook, Result, ScenarioCase, Situation, YearAhead, open_claims};

/// The months ahead, and each year that they reach with its total in every path.
#[derive(Debug)]
pub struct Ahead<'a> {
    /// The series on its day.
    pub situation: &'a Situation<'a>,
    /// Its forecast.
    pub outlook: &'a Outlook,
    /// Id of the scenario that is laid over it.
    pub scenario: Option<&'a str>,
    /// After the last one known.
    pub months: Vec<(Month, Intervals)>,
    /// In the order of time.
    pub years: Vec<(&'a YearAhead, Sample)>,
    /// The parts of a total in its current year.
    pub sectors: Option<SectorOutlooks<'a>>,
}

impl<'a> Ahead<'a> {
    /// As the forecast stands, over some months; without a number of them to the end of the year after the current
    /// one.
    pub fn of(
        situation: &'a Situation<'a>,
        outlook: &'a Outlook,
        horizon: Option<usize>,
        sectors: Option<SectorOutlooks<'a>>,
    ) -> Self {
        let span = AheadSpan::of(situation, outlook, horizon);
        let years = outlook.years().iter().filter(|year| span.reaches(year));
        Self {
            situation,
            outlook,
            scenario: None,
            months: (1..=span.months).map(|ahead| outlook.month(ahead)).collect(),
            years: years.map(|year| (year, year.totals.clone())).collect(),
            sectors,
        }
    }

    /// Under a scenario. What lies beyond its paths, in years further on, is left out: no scenario says anything about
    /// it.
    ///
    /// # Errors
    /// As [`ScenarioCase::years`].
    pub fn under(case: &'a ScenarioCase<'_>, horizon: Option<usize>) -> Result<Self> {
        let (situation, outlook) = (case.situation, case.outlook);
        let span = AheadSpan::of(situation, outlook, horizon);
        let months = span.months.min(case.paths().horizon());
        let mut years = case.years()?;
        years.retain(|(year, _)| span.reaches(year));
        Ok(Self {
            situation,
            outlook,
            scenario: Some(&case.id),
            months: (1..=months).map(|ahead| case.month(ahead)).collect(),
            years,
            sectors: None,
        })
    }
}

/// How far a report reaches.
struct AheadSpan<'a> {
    situation: &'a Situation<'a>,
    months: usize,
    last: Month,
}

impl<'a> AheadSpan<'a> {
    fn of(situation: &'a Situation<'a>, outlook: &Outlook, horizon: Option<usize>) -> Self {
        let calendar = situation.calendar();
        let months = horizon.unwrap_or_else(|| {
            let next = calendar.year_of(outlook.first).next();
            months_to(outlook.first, calendar.last_month(next))
        });
        let after_first =
            i32::try_from(months).expect("a horizon is at most 120 months, or ends with the next year") - 1;
        Self {
            situation,
            months,
            last: outlook.first.plus(after_first),
        }
    }

    /// A year further on is in it where somebody claimed something about it.
    fn reaches(&self, year: &YearAhead) -> bool {
        year.year <= self.situation.calendar().year_of(self.last) || !open_claims(self.situation, year.year).is_empty()
    }
}
