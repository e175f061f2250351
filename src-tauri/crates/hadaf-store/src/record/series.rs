//! What is measured.

use hadaf_core::{Sector, SectorId, Series, SeriesId};

use crate::table::table;

table! {
    Sector in "sector", ordered by "position, id", named (id: SectorId);
    title;
    parent;
    ebops;
    position;
}

table! {
    Series in "series", ordered by "position, id", named (id: SeriesId);
    sector;
    title;
    unit;
    frequency;
    measure;
    places;
    part_of_total;
    position;
    origin;
    note;
    archived;
    formula;
}
