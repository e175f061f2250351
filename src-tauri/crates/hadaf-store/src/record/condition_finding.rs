use hadaf_core::{ConditionFinding, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, parsed, text};

impl Layout for ConditionFinding {
    const TABLE: &'static str = "condition_finding";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "claim, judged, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        vec![
            ("claim", text(&self.claim)),
            ("condition", text(&self.condition)),
            ("met", self.met.into()),
            ("evidence", text(&self.evidence)),
            ("source", self.source.0.into()),
            ("judged", text(self.judged)),
            ("entered_by", text(&self.entered_by)),
            ("entered_at", text(&self.entered_at)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            claim: parsed(row, "claim")?,
            condition: row.get("condition")?,
            met: row.get("met")?,
            evidence: row.get("evidence")?,
            source: SourceId(row.get("source")?),
            judged: parsed(row, "judged")?,
            entered_by: row.get("entered_by")?,
            entered_at: row.get("entered_at")?,
        })
    }
}

impl Numbered for ConditionFinding {
    fn numbered(id: i64) -> i64 {
        id
    }
}
