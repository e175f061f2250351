//! Figures that may not have been meant: those about to be entered, and those that stand.

use std::collections::BTreeMap;

use hadaf_core::{Decimal, Doubt, Figures, Judge, Kin, Measure, Period, Readings, Series, SeriesId, Unit};

use crate::book::Book;
use crate::error::Result;

/// A figure that is about to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entering {
    /// Of which series.
    pub series: SeriesId,
    /// For which period, alone.
    pub period: Period,
    /// The number in the series' unit.
    pub value: Decimal,
}

/// All doubts about figures that are about to be entered together, in their order. The current figure of a period is
/// not asked about again.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// Where the book was read without the observations of their series and its kin.
pub fn entering_doubts(book: &Book, entering: &[Entering]) -> Result<Vec<Vec<Doubt>>> {
    let mut by_series: BTreeMap<&SeriesId, Vec<(Period, Decimal)>> = BTreeMap::new();
    for figure in entering {
        let of = by_series.entry(&figure.series).or_default();
        of.push((figure.period, figure.value));
    }
    let with = |series: &Series| {
        let along = by_series.get(&series.id).map_or(&[][..], Vec::as_slice);
        standing(book, series).with(along.iter().copied())
    };
    let mut found = BTreeMap::new();
    for (id, along) in &by_series {
        // A series that is not there is refused where the figures are entered.
        let Ok(series) = book.series(id.as_str()) else { continue };
        let stands = standing(book, series);
        let relatives = Relatives::of(book, series, with);
        let judge = Judge::of(&stands, along, relatives.kin(), book.calendar());
        let is_repeated = |period: Period, value: Decimal| stands.get(period).is_some_and(|it| it.same_value(value));
        let doubts: Vec<Vec<Doubt>> = (along.iter())
            .map(|(period, value)| match is_repeated(*period, *value) {
                true => Ok(Vec::new()),
                false => judge.doubts(*period, *value),
            })
            .collect::<hadaf_core::Result<_>>()?;
        found.insert(*id, doubts.into_iter());
    }
    let next = |figure: &Entering| found.get_mut(&figure.series).and_then(Iterator::next);
    Ok(entering.iter().map(next).map(Option::unwrap_or_default).collect())
}

/// All doubts about the figures of a series that stand, in the order of its readings, with the figure.
///
/// # Errors
/// Sums that do not fit.
///
/// # Panics
/// As [`entering_doubts`].
pub(crate) fn standing_doubts(
    book: &Book,
    series: &Series,
    readings: &Readings,
) -> Result<Vec<(Period, Decimal, Doubt)>> {
    let relatives = Relatives::of(book, series, |kin| standing(book, kin));
    let judge = Judge::of(&Figures::of(readings), &[], relatives.kin(), book.calendar());
    let mut found = Vec::new();
    for (period, reading) in readings.iter().filter(|(_, reading)| !reading.derived) {
        let doubts = judge.doubts(period, reading.value)?;
        found.extend(doubts.into_iter().map(|doubt| (period, reading.value, doubt)));
    }
    Ok(found)
}

fn standing(book: &Book, series: &Series) -> Figures {
    Figures::of(&book.readings(series, book.now()))
}

/// The figures of what a series hangs together with.
struct Relatives {
    whole: Option<Figures>,
    parts: Vec<Figures>,
    sums: bool,
    unit: Unit,
}

impl Relatives {
    fn of(book: &Book, series: &Series, figures: impl Fn(&Series) -> Figures) -> Self {
        Self {
            whole: book.whole(series).map(&figures),
            parts: book.parts(series).into_iter().map(&figures).collect(),
            sums: series.measure == Measure::Flow && series.unit != Unit::Percent,
            unit: series.unit,
        }
    }

    fn kin(&self) -> Kin<'_> {
        Kin {
            whole: self.whole.as_ref(),
            parts: &self.parts,
            sums: self.sums,
            unit: Some(self.unit),
        }
    }
}
