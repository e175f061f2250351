//! The series of files of ours that the workspace does not have, made as their rows say that they are.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{Frequency, Measure, Sector, SectorId, Series, SeriesId, Unit};
use hadaf_error::Result;
use hadaf_import::SeriesDraft;
use hadaf_model::Book;

use crate::file_reading::{FileReading, ReadContent};
use crate::targets::{Mapped, Target, free_id, is_stock, next_position};

/// A series as all files together tell it.
struct SeriesDescription<'a> {
    draft: &'a SeriesDraft,
    unit: Unit,
    frequency: Frequency,
    places: u8,
}

/// The series that are to be made, in the order of their ids, each with a sector of its own. One of which no row says in
/// what it counts is none: what it is cannot be told.
///
/// # Errors
/// None that the ids of the files do not have.
pub(crate) fn described(files: &[FileReading], book: &Book, mapped: &[Mapped]) -> Result<Vec<(Sector, Series)>> {
    let made = |target: &Target| matches!(target, Target::New(_));
    let made: Vec<&Series> = mapped
        .iter()
        .filter(|mapped| made(&mapped.target))
        .filter_map(|mapped| mapped.target.series())
        .collect();
    let is_there = |id: &SeriesId| book.series(id.as_str()).is_ok() || made.iter().any(|series| series.id == *id);
    let mut told: BTreeMap<&SeriesId, SeriesDescription<'_>> = BTreeMap::new();
    for file in files {
        let ReadContent::Long(imported) = &file.content else {
            continue;
        };
        let frequencies = imported.figures.frequencies();
        for (id, (frequency, places)) in imported.figures.series().iter().zip(frequencies) {
            let draft = imported.described.get(id);
            let Some((draft, unit)) = draft.and_then(|draft| Some((draft, draft.unit?))) else {
                continue;
            };
            let told = told.entry(id).or_insert(SeriesDescription {
                draft,
                unit,
                frequency,
                places,
            });
            told.frequency = told.frequency.min(frequency);
            told.places = told.places.max(places);
        }
    }
    told.retain(|id, _| !is_there(id));
    let mut taken: BTreeSet<String> = book.sectors.iter().map(|sector| sector.id.to_string()).collect();
    taken.extend(made.iter().map(|series| series.sector.to_string()));
    let first = next_position(book) + made.len() as i64;
    let series = told.into_iter().zip(first..);
    series
        .map(|((id, told), position)| -> Result<(Sector, Series)> {
            let sector = SectorId::new(&free_id(id.as_str(), &taken))?;
            taken.insert(sector.to_string());
            let title = match told.draft.title.trim() {
                "" => id.as_str(),
                title => title,
            };
            let is_stock = is_stock(title);
            let series = Series {
                id: id.clone(),
                sector: sector.clone(),
                title: title.chars().take(200).collect(),
                unit: told.unit,
                frequency: told.frequency,
                measure: told
                    .draft
                    .measure
                    .unwrap_or(if is_stock { Measure::Stock } else { Measure::Flow }),
                places: told.places.min(3),
                part_of_total: false,
                position: 0,
                origin: String::new(),
                note: String::new(),
                archived: false,
                formula: None,
            };
            let sector = Sector {
                id: sector,
                title: series.title.clone(),
                parent: None,
                ebops: None,
                position,
            };
            Ok((sector, series))
        })
        .collect()
}
