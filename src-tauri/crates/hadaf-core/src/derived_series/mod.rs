//! Series whose figures are worked out from those of others, and are stored nowhere.
//!
//! What a formula gives is a history like any other: wherever one of its inputs was published, revised or withdrawn, a
//! figure of the derived series begins on that day. So it is read as of any day by the rules of all series, and every
//! reader of a series reads it. Its observations say by their numbers that they are calculated
//! ([`crate::ObservationId::is_calculated`]).
//!
//! **Digits.** Sums, differences and what is taken together are exact. A share and a growth are rounded to the places of the
//! series; what is converted or is told a day is too, and to three digits where that would be fewer. It is rounded once,
//! at the end, half away from zero; inside a formula quotients have twelve places.

mod evaluate;
mod kind;
mod lines;
mod wide;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use self::evaluate::{Evaluation, FormulaFigure};
use self::kind::{CheckedFormula, power};
use self::lines::{FigureLines, frequency_of};
use crate::{
    AsOf, Basis, Decimal, FiscalCalendar, Frequency, Month, Observation, ObservationId, Period, Published, Series,
    SeriesFormula, SeriesId, SourceId, Status, Unit,
};

pub use kind::{FormulaKind, KindError, kind_of};

/// A series that a formula names, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct FigureInput<'a> {
    /// It.
    pub series: &'a Series,
    /// All its observations.
    pub observations: &'a [Observation],
}

/// What a derived series is worked out from.
pub struct DerivedFrom<'a> {
    /// The series that its formula names, each once.
    pub inputs: Vec<FigureInput<'a>>,
    /// The fiscal calendar.
    pub calendar: &'a FiscalCalendar,
    /// Working days of a month; none where nobody says which days those are.
    pub working_days: &'a dyn Fn(Month) -> Option<u8>,
}

impl DerivedFrom<'_> {
    fn find(&self, id: &SeriesId) -> Option<&Series> {
        let mut inputs = self.inputs.iter().map(|input| input.series);
        inputs.find(|series| series.id == *id)
    }
}

/// A figure of a derived series, from a day on.
struct DerivedFigure {
    value: Decimal,
    outturn: bool,
    provisional: bool,
    published: Published,
    source: SourceId,
}

impl DerivedFigure {
    fn is_same(&self, other: &Self) -> bool {
        self.value.same_value(other.value) && self.outturn == other.outturn && self.provisional == other.provisional
    }
}

/// All observations of a derived series, of every day, in the order of periods. One whose formula gives nothing, or
/// something else than the series counts, has none.
pub fn derived_observations(series: &Series, from: &DerivedFrom<'_>) -> Vec<Observation> {
    let mut observations = Vec::new();
    let Some((formula, checked)) = checked(series, from) else {
        return observations;
    };
    let lines = FigureLines::of(&from.inputs, from.calendar);
    let periods: BTreeSet<Period> = lines
        .periods()
        .flat_map(|period| about(period, checked.kind.frequency, from.calendar))
        .collect();
    for period in periods {
        let mut history = Vec::new();
        let (mut day, mut last): (Date, Option<DerivedFigure>) = (Date::MIN, None);
        loop {
            let evaluation = Evaluation::new(from, &lines, day);
            let figure = evaluation.figure(&checked, period);
            let now = figure.and_then(|figure| derived(series, formula, &checked, figure));
            let is_told = match (&last, &now) {
                (Some(last), Some(now)) => last.is_same(now),
                (None, None) => true,
                _ => false,
            };
            if !is_told {
                let source = now.as_ref().or(last.as_ref()).map(|figure| figure.source);
                history.extend(source.map(|source| observation(series, period, day, now.as_ref(), source)));
                last = now;
            }
            match evaluation.next_day() {
                Some(next) => day = next,
                None => break,
            }
        }
        observations.extend(history);
    }
    for (observation, place) in observations.iter_mut().zip(0..) {
        observation.id = ObservationId::calculated(place);
    }
    observations
}

/// The figures of other series that a figure of a derived one is worked out from as of a day, in the order of its
/// formula; none where it has none.
pub fn figures_used(
    series: &Series,
    from: &DerivedFrom<'_>,
    period: Period,
    as_of: AsOf,
) -> Option<Vec<(SeriesId, Period)>> {
    let (_, checked) = checked(series, from)?;
    let lines = FigureLines::of(&from.inputs, from.calendar);
    let evaluation = Evaluation::new(from, &lines, as_of.past().unwrap_or(Date::MAX));
    evaluation.figure(&checked, period)?;
    Some(evaluation.into_used())
}

fn checked<'a>(series: &'a Series, from: &DerivedFrom<'_>) -> Option<(&'a SeriesFormula, CheckedFormula<'a>)> {
    let formula = series.formula.as_ref()?;
    let checked = CheckedFormula::of(formula, &|id| from.find(id)).ok()?;
    checked.kind.fits(series).then_some((formula, checked))
}

/// The periods of which a figure of `period` may tell: of the frequency of the series, and the fiscal year.
fn about(period: Period, frequency: Frequency, calendar: &FiscalCalendar) -> impl Iterator<Item = Period> {
    let own = match (frequency, period) {
        _ if frequency_of(period) > frequency => None,
        (Frequency::Quarter, Period::Month(month)) => Some(calendar.quarter_of(month).into()),
        (Frequency::FiscalYear, _) => None,
        _ => Some(period),
    };
    let year = Period::FiscalYear(calendar.fiscal_year_of(period));
    own.into_iter().chain([year])
}

/// The figure in the unit and the digits of the series.
fn derived(
    series: &Series,
    formula: &SeriesFormula,
    checked: &CheckedFormula<'_>,
    figure: FormulaFigure,
) -> Option<DerivedFigure> {
    let value = figure.value.shifted(power(checked.kind.unit) - power(series.unit))?;
    let places = match (formula.is_exact(), series.unit) {
        (true, _) => Decimal::MAX_PLACES,
        (false, Unit::Percent) => series.places,
        (false, _) => series.places.max(Decimal::places_of(value.to_f64())),
    };
    Some(DerivedFigure {
        value: value.to_decimal(places)?,
        outturn: figure.outturn,
        provisional: figure.provisional,
        published: figure.published,
        source: figure.source,
    })
}

/// What became known of a period on a day: a figure, or that there is none any more. Its number is still to be given.
fn observation(
    series: &Series,
    period: Period,
    day: Date,
    figure: Option<&DerivedFigure>,
    source: SourceId,
) -> Observation {
    let published = figure.map(|figure| figure.published);
    let status = match figure {
        None => Status::Withdrawn,
        Some(figure) if !figure.outturn => Status::Estimate,
        Some(figure) if figure.provisional => Status::First,
        Some(_) => Status::Derived,
    };
    Observation {
        id: ObservationId::NEW,
        series: series.id.clone(),
        period,
        basis: Basis::Period,
        value: figure.map_or(Decimal::ZERO, |figure| figure.value),
        status: Some(status),
        // Where an older figure came back, it did so on the day.
        published: published
            .filter(|published| published.known_from() == day)
            .unwrap_or_else(|| Published::on(day)),
        source,
        preferred: false,
        note: String::new(),
        entered_by: String::new(),
        entered_at: Timestamp::UNIX_EPOCH,
    }
}
