//! A year that is not wholly known: what is known of it, and the rest from joint paths.

use std::sync::Arc;

use hadaf_core::{Chance, Decimal, FiscalCalendar, FiscalYear, Month, Readings, Sample};
use hadaf_forecast::{Forecast, Paths};

use super::{Outlook, fit, months_to};
use crate::error::FitError;

/// The total of a year in every path.
#[derive(Debug)]
pub struct YearAhead {
    /// Which year.
    pub year: FiscalYear,
    /// Exact sum of its months that are known.
    pub known: Decimal,
    /// Its twelve months, in order.
    pub months: [Month; 12],
    /// Their numbers; none where it is missing.
    pub values: [Option<f64>; 12],
    /// The months that are missing, in order.
    pub missing: Vec<Month>,
    /// The year's total in every path, in the unit of the series.
    pub totals: Sample,
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
    ) -> Result<Option<Self>, FitError> {
        let months = calendar.months_of(year);
        let exact = months.map(|month| readings.get(month).map(|reading| reading.value));
        let missing = months.into_iter().zip(exact).filter(|(_, value)| value.is_none());
        let missing: Vec<Month> = missing.map(|(month, _)| month).collect();
        let Some(&gap) = missing.first() else { return Ok(None) };
        let own = if gap < outlook.first {
            let before = outlook.values.len() - months_to(gap, outlook.first.prev());
            let forecast = fit(&outlook.values[..before], months_to(gap, months[11]), outlook.seed);
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
        let values = exact.map(|value| value.map(Decimal::to_f64));
        Ok(Some(Self {
            year,
            known: Decimal::sum(exact.into_iter().flatten())?,
            months,
            totals: running_totals((first, paths), months.into_iter().zip(values)),
            values,
            missing,
            own,
        }))
    }

    /// The draws that its missing months are read from, and the month that these start with.
    pub fn paths<'a>(&'a self, outlook: &'a Outlook) -> (Month, &'a Paths) {
        paths(self.own.as_ref(), outlook)
    }

    /// The running total of the year through one of its months in every path.
    pub fn totals_through(&self, outlook: &Outlook, last: Month) -> Sample {
        let months = self.months.into_iter().zip(self.values);
        running_totals(self.paths(outlook), months.filter(|(month, _)| *month <= last))
    }

    /// The total that the year stays below with a chance.
    pub fn quantile(&self, share: f64) -> f64 {
        self.totals.quantile(share)
    }

    /// Chance of reaching an amount in the series' unit.
    pub fn chance(&self, amount: f64) -> Chance {
        self.totals.chance(amount)
    }
}

fn paths<'a>(own: Option<&'a (Month, Arc<Forecast>)>, outlook: &'a Outlook) -> (Month, &'a Paths) {
    match own {
        Some((first, forecast)) => (*first, forecast.paths()),
        None => (outlook.first, outlook.paths()),
    }
}

/// The sum of some months in every path: what is known, and the draws of what is missing.
fn running_totals(
    (first, paths): (Month, &Paths),
    months: impl Iterator<Item = (Month, Option<f64>)> + Clone,
) -> Sample {
    let known: f64 = months.clone().filter_map(|(_, value)| value).sum();
    let missing = months.filter(|(_, value)| value.is_none());
    let ahead: Vec<usize> = missing.map(|(month, _)| months_to(first, month) - 1).collect();
    let rest = |path: &[f64]| ahead.iter().map(|place| path[*place]).sum::<f64>();
    let totals = paths.rows().map(|path| known + rest(path));
    Sample::of(totals.collect()).expect("every fit draws paths")
}
