use hadaf_core::{SourceId, Undertaking};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, parsed_opt, text, text_opt};

impl Layout for Undertaking {
    const TABLE: &'static str = "undertaking";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "due, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        vec![
            ("concern", self.concern.into()),
            ("text", text(&self.text)),
            ("promised_by", text(&self.promised_by)),
            ("promised", text_opt(self.promised)),
            ("due", text_opt(self.due)),
            ("status", text(&self.status)),
            ("state", text_opt(self.state)),
            ("closed", text_opt(self.closed)),
            ("source", self.source.map(|source| source.0).into()),
            ("note", text(&self.note)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            concern: row.get("concern")?,
            text: row.get("text")?,
            promised_by: row.get("promised_by")?,
            promised: parsed_opt(row, "promised")?,
            due: parsed_opt(row, "due")?,
            status: row.get("status")?,
            state: parsed_opt(row, "state")?,
            closed: parsed_opt(row, "closed")?,
            source: row.get::<_, Option<i64>>("source")?.map(SourceId),
            note: row.get("note")?,
        })
    }
}

impl Numbered for Undertaking {
    fn numbered(id: i64) -> i64 {
        id
    }
}
