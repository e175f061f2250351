//! Totals that a table states beside their parts: checks, not values.

use std::collections::HashMap;

use hadaf_core::{Basis, Decimal, FiscalCalendar, Frequency, Month, Period, Unit};

use super::reading::{ReadFigure, SeriesReading, TotalCheck};

type PeriodSums = HashMap<Period, Decimal>;

/// Takes out of the series every total whose parts all stand in the table too.
pub(crate) fn take_checks(series: &mut [SeriesReading], calendar: &FiscalCalendar) -> Vec<TotalCheck> {
    let mut checks = Vec::new();
    let mut parts: HashMap<(String, Option<Unit>), (PeriodSums, PeriodSums)> = HashMap::new();
    let mut kinds: HashMap<&str, Vec<(Basis, Frequency)>> = HashMap::new();
    for one in series.iter() {
        kinds.entry(&one.label).or_default().push((one.basis, one.frequency));
    }
    for one in series
        .iter()
        .filter(|one| one.basis == Basis::Period && one.unit != Some(Unit::Percent))
    {
        let own = (one.basis, one.frequency);
        if kinds[one.label.as_str()].iter().all(|other| *other == own) {
            continue;
        }
        let key = (one.label.clone(), one.unit);
        let (months, quarters) = parts.entry(key).or_default();
        let known = match one.frequency {
            Frequency::Month => months,
            Frequency::Quarter => quarters,
            Frequency::FiscalYear => continue,
        };
        known.extend(one.figures.iter().map(|figure| (figure.period, figure.value)));
    }
    if parts.is_empty() {
        return checks;
    }
    for one in series.iter_mut() {
        let Some((months, quarters)) = parts.get(&(one.label.clone(), one.unit)) else {
            continue;
        };
        let (label, basis, frequency) = (one.label.clone(), one.basis, one.frequency);
        one.figures.retain(|figure| {
            let Some(sum) = parts_of(figure, basis, frequency, calendar, months, quarters) else {
                return true;
            };
            checks.push(TotalCheck {
                label: label.clone(),
                period: figure.period,
                basis,
                stated: figure.value,
                parts: sum,
                at: figure.at,
            });
            false
        });
    }
    checks
}

/// The sum of a total's parts, when the table has them all.
fn parts_of(
    figure: &ReadFigure,
    basis: Basis,
    frequency: Frequency,
    calendar: &FiscalCalendar,
    months: &PeriodSums,
    quarters: &PeriodSums,
) -> Option<Decimal> {
    let sum = |wanted: &[Month]| {
        let values: Option<Vec<Decimal>> = wanted
            .iter()
            .map(|month| months.get(&Period::Month(*month)).copied())
            .collect();
        values.and_then(|values| Decimal::sum(values).ok())
    };
    match (basis, frequency, figure.period) {
        (Basis::ToDate, _, Period::Month(month)) => {
            let first = calendar.first_month(calendar.year_of(month));
            sum(&Month::range(first..=month).collect::<Vec<_>>())
        }
        (Basis::Period, Frequency::Quarter, period) => sum(&calendar.months_in(period)),
        (Basis::Period, Frequency::FiscalYear, period @ Period::FiscalYear(year)) => sum(&calendar.months_in(period))
            .or_else(|| {
                let four = (1..=4).map(|number| {
                    let quarter = hadaf_core::Quarter::new(year, number).ok()?;
                    quarters.get(&Period::Quarter(quarter)).copied()
                });
                Decimal::sum(four.collect::<Option<Vec<_>>>()?).ok()
            }),
        _ => None,
    }
}
