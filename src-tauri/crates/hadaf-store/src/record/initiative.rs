use hadaf_core::{Initiative, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, parsed_opt, text, text_opt};

impl Layout for Initiative {
    const TABLE: &'static str = "initiative";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "announced, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        vec![
            ("name", text(&self.name)),
            ("owner", text(&self.owner)),
            ("announced", text_opt(self.announced)),
            ("due", text_opt(self.due)),
            ("status", text(&self.status)),
            ("state", text_opt(self.state)),
            ("closed", text_opt(self.closed)),
            ("source", self.source.0.into()),
            ("note", text(&self.note)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            announced: parsed_opt(row, "announced")?,
            due: parsed_opt(row, "due")?,
            status: row.get("status")?,
            state: parsed_opt(row, "state")?,
            closed: parsed_opt(row, "closed")?,
            source: SourceId(row.get("source")?),
            note: row.get("note")?,
        })
    }
}

impl Numbered for Initiative {
    fn numbered(id: i64) -> i64 {
        id
    }
}
