use hadaf_core::{Series, SeriesId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Named};
use crate::row::{Fields, parsed, text};

impl Layout for Series {
    const TABLE: &'static str = "series";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "position, id";
    type Key = SeriesId;

    fn key(&self) -> SeriesId {
        self.id.clone()
    }

    fn key_values(key: &SeriesId) -> Vec<Value> {
        vec![text(key)]
    }

    fn fields(&self) -> Fields {
        vec![
            ("sector", text(&self.sector)),
            ("title", text(&self.title)),
            ("unit", text(self.unit)),
            ("frequency", text(self.frequency)),
            ("measure", text(self.measure)),
            ("places", self.places.into()),
            ("part_of_total", self.part_of_total.into()),
            ("position", self.position.into()),
            ("origin", text(&self.origin)),
            ("note", text(&self.note)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: parsed(row, "id")?,
            sector: parsed(row, "sector")?,
            title: row.get("title")?,
            unit: parsed(row, "unit")?,
            frequency: parsed(row, "frequency")?,
            measure: parsed(row, "measure")?,
            places: row.get("places")?,
            part_of_total: row.get("part_of_total")?,
            position: row.get("position")?,
            origin: row.get("origin")?,
            note: row.get("note")?,
        })
    }
}

impl Named for Series {}
