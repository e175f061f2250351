use hadaf_core::{Sector, SectorId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Named};
use crate::row::{Fields, parsed, parsed_opt, text, text_opt};

impl Layout for Sector {
    const TABLE: &'static str = "sector";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "position, id";
    type Key = SectorId;

    fn key(&self) -> SectorId {
        self.id.clone()
    }

    fn key_values(key: &SectorId) -> Vec<Value> {
        vec![text(key)]
    }

    fn fields(&self) -> Fields {
        vec![
            ("title", text(&self.title)),
            ("parent", text_opt(self.parent.as_ref())),
            ("ebops", text_opt(self.ebops.as_ref())),
            ("position", self.position.into()),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: parsed(row, "id")?,
            title: row.get("title")?,
            parent: parsed_opt(row, "parent")?,
            ebops: row.get("ebops")?,
            position: row.get("position")?,
        })
    }
}

impl Named for Sector {}
