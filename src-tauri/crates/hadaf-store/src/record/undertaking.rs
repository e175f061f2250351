use hadaf_core::{PartialDate, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, parsed_opt, text, text_opt};

/// What was promised to the committee, in answer to a concern or without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undertaking {
    /// Its number.
    pub id: i64,
    /// The concern that it answers.
    pub concern: Option<i64>,
    /// What was promised.
    pub text: String,
    /// By whom.
    pub promised_by: String,
    /// When.
    pub promised: Option<PartialDate>,
    /// When it is due.
    pub due: Option<PartialDate>,
    /// How it stands: "open", "kept" and the like.
    pub status: String,
    /// Where it was read, if anywhere.
    pub source: Option<SourceId>,
    /// Anything to know about it.
    pub note: String,
}

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
