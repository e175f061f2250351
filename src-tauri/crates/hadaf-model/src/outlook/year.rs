//! A year that is not wholly known: what is known of it, and the rest from joint paths.

use std::sync::Arc;

use hadaf_core::{
    Chance, Claim, Decimal, FiscalCalendar, FiscalYear, Goal, Month, OutcomeChances, Readings, Sample, Series, total,
};
use hadaf_forecast::{Forecast, Paths, Revisions};

use super::{Outlook, fit, months_to};
use crate::error::FitError;

/// The total of a year in every path.
#[derive(Debug)]
pub struct YearAhead {
    /// Which year.
    pub year: FiscalYear,
    /// The year so far, exact: of its first months without a hole. Zero where it has no total so far.
    pub known: Decimal,
    /// How many months that covers, from the year's first one on.
    pub months_known: u8,
    /// Its twelve months, in order.
    pub months: [Month; 12],
    /// The months after the year so far that are known though one before them lacks, with their numbers: facts of the
    /// year's total.
    pub beyond: Vec<(Month, f64)>,
    /// The months that are missing, in order.
    pub missing: Vec<Month>,
    /// The year's total in every path, in the unit of the series.
    pub totals: Sample,
    /// Within so many percent of a claim the year's total is too close to call, as the scoring rule has it: eight of ten
    /// revisions are no larger.
    pub close_percent: f64,
    /// How the total is revised from its first figure on, in every path: what is scored is the figure that stands.
    pub revisions: Revisions,
    /// The forecast that it is read from, and its first month, where that is not the outlook's: of a year far
    /// ahead, or of one with a gap.
    ///
    /// Where a month amid the known ones is missing the forecast starts there, so that it is one of the joint
    /// months. What followed it is fact in the sum, and is left out of the fit: wider, never too sure.
    own: Option<(Month, Arc<Forecast>)>,
}

impl YearAhead {
    /// None when no month is missing, the year ends beyond reach, or what lies before a gap is too short.
    pub(crate) fn read(
        outlook: &Outlook,
        readings: &Readings,
        calendar: &FiscalCalendar,
        year: FiscalYear,
        close_percent: f64,
    ) -> Result<Option<Self>, FitError> {
        let months = calendar.months_of(year);
        let so_far = total(readings, calendar, year)?;
        if so_far.as_ref().is_some_and(|total| total.months == 12) {
            return Ok(None);
        }
        let months_known = so_far.as_ref().map_or(0, |total| total.months);
        let after = months.into_iter().skip(usize::from(months_known));
        let (known, missing): (Vec<Month>, Vec<Month>) = after.partition(|month| readings.get(*month).is_some());
        let beyond = known
            .into_iter()
            .filter_map(|month| Some((month, readings.get(month)?.value.to_f64())));
        let Some(&gap) = missing.first() else { return Ok(None) };
        let own = if gap < outlook.first {
            let before = outlook.values.len() - months_to(gap, outlook.first.prev());
            let forecast = fit(&outlook.series(before), months_to(gap, months[11]), outlook.seed);
            let Ok(forecast) = forecast else { return Ok(None) };
            Some((gap, Arc::new(forecast)))
        } else if months_to(outlook.first, months[11]) > outlook.forecast.horizon() {
            outlook.far.as_ref().map(|far| (outlook.first, Arc::clone(far)))
        } else {
            None
        };
        let (first, paths) = paths(own.as_ref(), outlook);
        if months_to(first, months[11]) > paths.horizon() {
            return Ok(None);
        }
        let mut ahead = Self {
            year,
            known: so_far.map_or(Decimal::ZERO, |total| total.value),
            months_known,
            months,
            beyond: beyond.collect(),
            missing,
            totals: Sample::of(vec![0.0]).expect("a value"),
            close_percent,
            revisions: Revisions::drawn(
                close_percent,
                paths.count(),
                outlook.seed ^ u64::from(year.year().unsigned_abs()),
            ),
            own,
        };
        ahead.totals = ahead.totals_through(outlook, months[11]);
        Ok(Some(ahead))
    }

    /// What is known of the year's total: the year so far, and the months known after a hole.
    pub fn fact(&self) -> f64 {
        self.fact_through(self.months[11])
    }

    fn fact_through(&self, last: Month) -> f64 {
        let beyond = self.beyond.iter().filter(|(month, _)| *month <= last);
        self.known.to_f64() + beyond.map(|(_, value)| value).sum::<f64>()
    }

    /// The draws that its missing months are read from, and the month that these start with.
    pub fn paths<'a>(&'a self, outlook: &'a Outlook) -> (Month, &'a Paths) {
        paths(self.own.as_ref(), outlook)
    }

    /// The running total of the year through one of the months after the year so far, in every path: what is known,
    /// and the draws of what is missing, as it will stand once it is revised.
    pub fn totals_through(&self, outlook: &Outlook, last: Month) -> Sample {
        let told = self.told_through(outlook, last).into_iter().enumerate();
        let totals = told.map(|(path, total)| self.revisions.of(path, total));
        Sample::of(totals.collect()).expect("every fit draws paths")
    }

    /// The year's total as it is first told, path by path: those of one number belong together in all series that are drawn
    /// jointly. None where the year is read from paths of its own, which are not.
    pub fn joint_totals(&self, outlook: &Outlook) -> Option<Vec<f64>> {
        self.own.is_none().then(|| self.told_through(outlook, self.months[11]))
    }

    fn told_through(&self, outlook: &Outlook, last: Month) -> Vec<f64> {
        let (first, paths) = self.paths(outlook);
        let fact = self.fact_through(last);
        let missing = self.missing.iter().filter(|month| **month <= last);
        let ahead: Vec<usize> = missing.map(|month| months_to(first, *month) - 1).collect();
        let rest = |path: &[f64]| ahead.iter().map(|place| path[*place]).sum::<f64>();
        paths.rows().map(|path| fact + rest(path)).collect()
    }

    /// The total that the year stays below with a chance.
    pub fn quantile(&self, share: f64) -> f64 {
        self.totals.quantile(share)
    }

    /// Chance that an amount in the series' unit is met, by the rule that scores claims: the first part of
    /// [`YearAhead::outcomes`].
    pub fn chance(&self, amount: f64) -> Chance {
        self.chance_in(&self.totals, amount)
    }

    /// The same under other totals of the year, such as those of a scenario.
    pub fn chance_in(&self, totals: &Sample, amount: f64) -> Chance {
        totals.chance(self.goal(amount))
    }

    /// The least total that meets an amount.
    pub fn goal(&self, amount: f64) -> f64 {
        Goal::reaching(amount, self.close_percent).low
    }

    /// What the total has to be for a claim about a series, whose amount is given, to be met: of a range that was projected
    /// both ends decide.
    pub fn goal_of(&self, series: &Series, (claim, amount): (&Claim, Decimal)) -> Goal {
        Goal::of_claim(claim, series, self.close_percent)
            .unwrap_or_else(|| Goal::reaching(amount.to_f64(), self.close_percent))
    }

    /// The chances of what may become of a claim of an amount.
    pub fn outcomes(&self, amount: f64) -> OutcomeChances {
        self.outcomes_in(&self.totals, amount)
    }

    /// The chances of what may become of a claim about a series, whose amount is given, by some totals of the year: of a
    /// range that was projected both ends decide.
    pub fn outcomes_of(&self, totals: &Sample, series: &Series, (claim, amount): (&Claim, Decimal)) -> OutcomeChances {
        OutcomeChances::of_claim(totals, claim, series, self.close_percent)
            .unwrap_or_else(|| self.outcomes_in(totals, amount.to_f64()))
    }

    /// The same under other totals of the year.
    pub fn outcomes_in(&self, totals: &Sample, amount: f64) -> OutcomeChances {
        OutcomeChances::of(totals, amount, self.close_percent)
    }
}

fn paths<'a>(own: Option<&'a (Month, Arc<Forecast>)>, outlook: &'a Outlook) -> (Month, &'a Paths) {
    match own {
        Some((first, forecast)) => (*first, forecast.paths()),
        None => (outlook.first, outlook.paths()),
    }
}
