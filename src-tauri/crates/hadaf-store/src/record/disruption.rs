use hadaf_core::{Amount, Disruption, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, decimal_opt, parsed, parsed_opt, read_decimal_opt, text, text_opt};

const COST: [&str; 2] = ["cost_mantissa", "cost_places"];
const REGION_SHARE: [&str; 2] = ["region_share_mantissa", "region_share_places"];

impl Layout for Disruption {
    const TABLE: &'static str = "disruption";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "start, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        let mut fields = vec![
            ("start", text(self.start)),
            ("\"end\"", text_opt(self.end)),
            ("scope", text(&self.scope)),
            ("kind", text(&self.kind)),
            ("cost_unit", text_opt(self.cost.map(|cost| cost.unit))),
            ("cost_source", text(&self.cost_source)),
            ("outage", text_opt(self.outage)),
            ("source", self.source.0.into()),
            ("note", text(&self.note)),
        ];
        fields.extend(decimal_opt(COST, self.cost.map(|cost| cost.value)));
        fields.extend(decimal_opt(REGION_SHARE, self.region_share));
        fields
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let cost = read_decimal_opt(row, COST)?.zip(parsed_opt(row, "cost_unit")?);
        Ok(Self {
            id: row.get("id")?,
            start: parsed(row, "start")?,
            end: parsed_opt(row, "end")?,
            scope: row.get("scope")?,
            kind: row.get("kind")?,
            cost: cost.map(|(value, unit)| Amount::new(value, unit)),
            cost_source: row.get("cost_source")?,
            outage: parsed_opt(row, "outage")?,
            region_share: read_decimal_opt(row, REGION_SHARE)?,
            source: SourceId(row.get("source")?),
            note: row.get("note")?,
        })
    }
}

impl Numbered for Disruption {
    fn numbered(id: i64) -> i64 {
        id
    }
}
