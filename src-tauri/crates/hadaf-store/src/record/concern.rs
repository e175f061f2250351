use hadaf_core::{Concern, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, parsed_opt, text, text_opt};

impl Layout for Concern {
    const TABLE: &'static str = "concern";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "raised, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        vec![
            ("text", text(&self.text)),
            ("raised_by", text(&self.raised_by)),
            ("raised", text_opt(self.raised)),
            ("answer", text(&self.answer)),
            ("status", text(&self.status)),
            ("source", self.source.map(|source| source.0).into()),
            ("note", text(&self.note)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            text: row.get("text")?,
            raised_by: row.get("raised_by")?,
            raised: parsed_opt(row, "raised")?,
            answer: row.get("answer")?,
            status: row.get("status")?,
            source: row.get::<_, Option<i64>>("source")?.map(SourceId),
            note: row.get("note")?,
        })
    }
}

impl Numbered for Concern {
    fn numbered(id: i64) -> i64 {
        id
    }
}
