//! Making, changing and removing sectors.

use hadaf_core::{Sector, SectorId};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::redraft::Redraft;
use crate::typed::{id_of, last, line, parent, placed, sector, title};

/// Makes a sector, or changes one. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SetSector {
    /// Which sector to change; null: a new one.
    pub id: Option<String>,
    /// Id of a new one; null: made of its title.
    pub name: Option<String>,
    /// As people call it.
    pub title: Option<String>,
    /// Id of the sector that it is part of; empty: of none.
    pub parent: Option<String>,
    /// Code of EBOPS 2010; empty: none fits.
    pub ebops: Option<String>,
    /// Its place among its siblings, from 1.
    pub place: Option<u32>,
}

/// What making or changing a sector does.
///
/// # Errors
/// [`Code::Word`] for a sector that is not there, an id that is none and a title without a letter; [`Code::Refused`] for an
/// id that is taken and for a sector inside itself.
pub fn set_sector(book: &Book, typed: &SetSector, format: Format) -> Result<Redraft> {
    let before = typed.id.as_deref().map(|id| sector(book, id)).transpose()?;
    let title = match (&typed.title, before) {
        (Some(text), _) => title(text)?,
        (None, Some(before)) => before.title.clone(),
        (None, None) => title("")?,
    };
    let id = match before {
        Some(before) => before.id.clone(),
        None => new_id(book, typed.name.as_deref(), &title)?,
    };
    let up = match &typed.parent {
        Some(up) => parent(book, up, before.map(|before| &before.id))?,
        None => before.and_then(|before| before.parent.clone()),
    };
    let ebops = match &typed.ebops {
        Some(code) => Some(line(code)).filter(|code| !code.is_empty()),
        None => before.and_then(|before| before.ebops.clone()),
    };
    let position = before.map_or_else(|| after_all(book), |before| before.position);
    let after = Sector {
        id,
        title,
        parent: up,
        ebops,
        position,
    };
    let label = say!(
        format.words,
        "label-sector",
        what = if before.is_some() { "changed" } else { "added" },
        title = &after.title
    );
    let made = before.is_none().then(|| after.id.to_string());
    let sectors = match typed.place {
        Some(place) => placed(book, after, place),
        None if before == Some(&after) => Vec::new(),
        None => vec![after],
    };
    Ok(Redraft {
        label,
        made,
        sectors,
        ..Redraft::default()
    })
}

/// What removing a sector does.
///
/// # Errors
/// [`Code::Word`] for one that is not there, [`Code::Refused`] while series or sectors belong to it.
pub fn remove_sector(book: &Book, id: &str, format: Format) -> Result<Redraft> {
    let gone = sector(book, id)?;
    let series = book.series.iter().filter(|series| series.sector == gone.id);
    let below = book.sectors.iter().filter(|it| it.parent.as_ref() == Some(&gone.id));
    let users: Vec<&str> = series
        .map(|series| series.title.as_str())
        .chain(below.map(|sector| sector.title.as_str()))
        .collect();
    if !users.is_empty() {
        return Err(refusal!(
            Code::Refused,
            "sector-in-use",
            sector = &gone.title,
            users = users.join(", ")
        ));
    }
    Ok(Redraft {
        label: say!(format.words, "label-sector", what = "removed", title = &gone.title),
        gone_sectors: vec![gone.id.clone()],
        ..Redraft::default()
    })
}

/// The id of a new sector: the one that was typed, or one made of its title.
pub(crate) fn new_id(book: &Book, typed: Option<&str>, title: &str) -> Result<SectorId> {
    let is_taken = |id: &str| book.sectors.iter().any(|sector| sector.id.as_str() == id);
    match typed.map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) if is_taken(id) => Err(refusal!(Code::Refused, "id-taken", name = id)),
        Some(id) => Ok(SectorId::new(id)?),
        None => Ok(SectorId::new(&id_of(title, "sector", is_taken))?),
    }
}

/// The position after that of all sectors.
pub(crate) fn after_all(book: &Book) -> i64 {
    last(book.sectors.iter().map(|sector| sector.position))
}

/// The sector, where nothing is left of it once `series` is: no other series and no sector below.
pub(crate) fn left_empty(book: &Book, sector: &SectorId, series: &str) -> Option<SectorId> {
    let others = book
        .series
        .iter()
        .any(|it| it.sector == *sector && it.id.as_str() != series);
    let below = book.sectors.iter().any(|it| it.parent.as_ref() == Some(sector));
    (!others && !below).then(|| sector.clone())
}
