//! Two series, or two sectors, that are one.

use hadaf_core::{FormulaKind, Observation, Preference, Sector, SectorId, Series};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kind::kind_in_words;
use crate::redraft::Redraft;
use crate::typed::{above, sector, series};

/// Lets one series take in another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeSeries {
    /// The one that goes.
    pub from: String,
    /// The one that takes it in.
    pub into: String,
}

/// Lets one sector take in another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeSectors {
    /// The one that goes.
    pub from: String,
    /// The one that takes it in.
    pub into: String,
}

/// What merging two series does: figures and claims of the one are those of the other, what both say stays once, and where
/// they differ the history of the figure has both. The book has the observations of both.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Refused`] for one series twice, for two that do not count the same, and for one that is
/// worked out from others.
pub fn merge_series(book: &Book, asked: &MergeSeries, format: Format) -> Result<Redraft> {
    let (from, into) = (series(book, &asked.from)?, series(book, &asked.into)?);
    if from.id == into.id {
        return Err(refusal!(Code::Refused, "merge-itself", title = &from.title));
    }
    if let Some(derived) = [from, into].into_iter().find(|it| it.formula.is_some()) {
        return Err(refusal!(Code::Refused, "merge-derived", series = &derived.title));
    }
    let kind = |it: &Series| FormulaKind {
        unit: it.unit,
        frequency: it.frequency,
        measure: it.measure,
    };
    if kind(from) != kind(into) {
        return Err(refusal!(
            Code::Refused,
            "merge-kind",
            from = &from.title,
            from_kind = kind_in_words(kind(from), format),
            into = &into.title,
            into_kind = kind_in_words(kind(into), format)
        ));
    }
    let there = book.observations(&into.id);
    let (repeats, moved): (Vec<&Observation>, Vec<&Observation>) = book
        .observations(&from.id)
        .iter()
        .partition(|observation| there.iter().any(|other| says_the_same(observation, other)));
    let claims = book.claims.iter().filter(|claim| claim.series == from.id);
    let claims = claims.map(|claim| hadaf_core::Claim {
        series: into.id.clone(),
        ..claim.clone()
    });
    let moved: Vec<Observation> = moved
        .into_iter()
        .map(|observation| Observation {
            series: into.id.clone(),
            ..observation.clone()
        })
        .collect();
    let mut redraft = Redraft {
        label: say!(
            format.words,
            "label-merged",
            what = "series",
            from = &from.title,
            into = &into.title
        ),
        repeats: repeats.iter().map(|observation| observation.id).collect(),
        claims: claims.collect(),
        gone_series: vec![from.id.clone()],
        series: with_other_input(book, from, into),
        ..Redraft::default()
    };
    redraft.notes.push(say!(
        format.words,
        "note-merged",
        moved = moved.len(),
        repeats = redraft.repeats.len(),
        claims = redraft.claims.len()
    ));
    redraft.observations = moved;
    move_decisions(book, &mut redraft, from, into);
    if from.sector != into.sector
        && !book
            .series
            .iter()
            .any(|it| it.sector == from.sector && it.id != from.id)
    {
        take_in(book, &mut redraft, &from.sector, &into.sector);
    }
    // What stands in for the other is worked on if the other was.
    if into.archived && !from.archived {
        redraft.series.push(Series {
            archived: false,
            ..into.clone()
        });
    }
    Ok(redraft)
}

/// The derived series that were worked out from the one, and are so from the other.
fn with_other_input(book: &Book, from: &Series, into: &Series) -> Vec<Series> {
    let users = book.derived_from(&from.id).into_iter();
    users
        .map(|user| Series {
            formula: user.formula.as_ref().map(|formula| formula.renamed(&from.id, &into.id)),
            ..user.clone()
        })
        .collect()
}

/// What was decided of figures of the one is decided of the other, where nothing was.
fn move_decisions(book: &Book, redraft: &mut Redraft, from: &Series, into: &Series) {
    for decided in book.preferences.iter().filter(|it| it.series == from.id) {
        match book.preference(&into.id, decided.period) {
            Some(_) => redraft.gone_preferences.push(decided.id),
            None => redraft.preferences.push(Preference {
                series: into.id.clone(),
                ..decided.clone()
            }),
        }
    }
}

/// What merging two sectors does: series and sectors of the one belong to the other.
///
/// # Errors
/// [`Code::Word`] for a sector that is not there, [`Code::Refused`] for one sector twice.
pub fn merge_sectors(book: &Book, asked: &MergeSectors, format: Format) -> Result<Redraft> {
    let (from, into) = (sector(book, &asked.from)?, sector(book, &asked.into)?);
    if from.id == into.id {
        return Err(refusal!(Code::Refused, "merge-itself", title = &from.title));
    }
    let of_it = book.series.iter().filter(|series| series.sector == from.id);
    let mut redraft = Redraft {
        label: say!(
            format.words,
            "label-merged",
            what = "sector",
            from = &from.title,
            into = &into.title
        ),
        series: of_it
            .map(|series| Series {
                sector: into.id.clone(),
                ..series.clone()
            })
            .collect(),
        ..Redraft::default()
    };
    take_in(book, &mut redraft, &from.id, &into.id);
    Ok(redraft)
}

/// The sectors below one stand below the other, and the one goes.
fn take_in(book: &Book, redraft: &mut Redraft, from: &SectorId, into: &SectorId) {
    let is_inside = above(book, into).iter().any(|sector| sector.id == *from);
    let outer = book.sectors.iter().find(|sector| sector.id == *from);
    for sector in &book.sectors {
        let parent = match sector {
            // The one inside takes the place of the one around it.
            _ if is_inside && sector.id == *into => outer.and_then(|outer| outer.parent.clone()),
            _ if sector.parent.as_ref() == Some(from) => Some(into.clone()),
            _ => continue,
        };
        redraft.sectors.push(Sector {
            parent,
            ..sector.clone()
        });
    }
    redraft.gone_sectors.push(from.clone());
}

/// The same figure of the same period, published by the same source on the same day.
fn says_the_same(one: &Observation, other: &Observation) -> bool {
    one.period == other.period
        && one.basis == other.basis
        && one.value == other.value
        && one.status == other.status
        && one.published == other.published
        && one.source == other.source
}
