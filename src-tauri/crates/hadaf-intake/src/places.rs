//! Places of files, as the window knows them.

use hadaf_import::table::{CellAt, SheetPlace};

use crate::compared::ValueAt;
use crate::wire::IntakeRegion;

/// A region of a sheet.
pub(crate) fn region(file: usize, place: &SheetPlace) -> IntakeRegion {
    IntakeRegion {
        file: narrow(file),
        sheet: narrow(place.sheet),
        top: place.first.row,
        left: place.first.column,
        bottom: place.last.row,
        right: place.last.column,
    }
}

/// The region of one cell.
pub(crate) fn cell(at: ValueAt) -> IntakeRegion {
    IntakeRegion {
        file: at.file,
        sheet: at.sheet,
        top: at.at.row,
        left: at.at.column,
        bottom: at.at.row,
        right: at.at.column,
    }
}

/// A cell with the name of its sheet.
pub(crate) fn cell_name(place: &SheetPlace, at: CellAt) -> String {
    let cell = SheetPlace {
        first: at,
        last: at,
        ..place.clone()
    };
    cell.to_string()
}

/// A count, as the page knows it.
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).ok().unwrap_or(u32::MAX)
}
