use hadaf_core::{Amount, CostClaim, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{Fields, decimal, parsed, published, read_decimal, read_published, text};

const AMOUNT: [&str; 2] = ["amount_mantissa", "amount_places"];

impl Layout for CostClaim {
    const TABLE: &'static str = "cost_claim";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "coalesce(published, seen), id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        let mut fields = vec![
            ("disruption", self.disruption.into()),
            ("unit", text(self.amount.unit)),
            ("concept", text(self.concept)),
            ("maker", text(&self.maker)),
            ("method", text(&self.method)),
            ("source", self.source.0.into()),
            ("note", text(&self.note)),
        ];
        fields.extend(decimal(AMOUNT, self.amount.value));
        fields.extend(published(&self.published));
        fields
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            disruption: row.get("disruption")?,
            amount: Amount::new(read_decimal(row, AMOUNT)?, parsed(row, "unit")?),
            concept: parsed(row, "concept")?,
            maker: row.get("maker")?,
            method: row.get("method")?,
            published: read_published(row)?,
            source: SourceId(row.get("source")?),
            note: row.get("note")?,
        })
    }
}

impl Numbered for CostClaim {
    fn numbered(id: i64) -> i64 {
        id
    }
}
