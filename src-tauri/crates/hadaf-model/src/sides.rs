//! Figures about which sources disagree, side by side.

use hadaf_core::{AsOf, Judged, Period, Preference, Series, VintageRole};

use crate::book::Book;

/// A figure that sources give differently, or of which somebody decided whose is read.
#[derive(Debug, Clone)]
pub struct FigureDisagreement<'a> {
    /// Of which series.
    pub series: &'a Series,
    /// For which period.
    pub period: Period,
    /// What each source says: what is read first, then the newest.
    pub sides: Vec<Judged<'a>>,
    /// The decision which of them is read.
    pub preference: Option<&'a Preference>,
}

/// The disagreements of all series, or of one, as known on a day: in the order of the series, the newest period first.
///
/// # Panics
/// Where the book was read without the observations of a series.
pub fn figure_disagreements<'a>(book: &'a Book, chosen: Option<&Series>, as_of: AsOf) -> Vec<FigureDisagreement<'a>> {
    let is_chosen = |series: &&Series| chosen.is_none_or(|chosen| chosen.id == series.id);
    let mut found = Vec::new();
    for series in book.series.iter().filter(is_chosen) {
        let readings = book.readings(series, as_of);
        for (period, reading) in readings.iter().rev() {
            let preference = book.preference_on(&series.id, period, as_of);
            if readings.observed(period).is_none() || !reading.disagreement && preference.is_none() {
                continue;
            }
            found.push(FigureDisagreement {
                series,
                period,
                sides: sides(book, series, period, as_of),
                preference,
            });
        }
    }
    found
}

/// The newest of what each source says of a period that it did not replace itself.
fn sides<'a>(book: &'a Book, series: &Series, period: Period, as_of: AsOf) -> Vec<Judged<'a>> {
    let mut sides: Vec<Judged<'a>> = Vec::new();
    for judged in book.history(&series.id, period, as_of) {
        let stands = match judged.role {
            VintageRole::Current | VintageRole::Disagrees | VintageRole::Confirms | VintageRole::Rounded => true,
            VintageRole::Superseded | VintageRole::Derived | VintageRole::Withdrawn | VintageRole::NotYetKnown => false,
        };
        let is_told = sides
            .iter()
            .any(|it| it.observation.source == judged.observation.source);
        match (stands, judged.role) {
            // What is read stands for its source, whatever the source repeated since.
            (_, VintageRole::Current) => {
                sides.retain(|it| it.observation.source != judged.observation.source);
                sides.insert(0, judged);
            }
            (true, _) if !is_told => sides.push(judged),
            _ => {}
        }
    }
    sides
}
