use hadaf_core::{BudgetLine, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::row::{
    Fields, decimal_opt, parsed, parsed_opt, published, read_decimal_opt, read_published, text, text_opt,
};

const ALLOCATED: [&str; 2] = ["allocated_mantissa", "allocated_places"];
const RELEASED: [&str; 2] = ["released_mantissa", "released_places"];
const SPENT: [&str; 2] = ["spent_mantissa", "spent_places"];

impl Layout for BudgetLine {
    const TABLE: &'static str = "budget_line";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "fiscal_year, body, item, id";
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn key_values(key: &i64) -> Vec<Value> {
        vec![(*key).into()]
    }

    fn fields(&self) -> Fields {
        let mut fields = vec![
            ("fiscal_year", text(self.fiscal_year)),
            ("body", text(&self.body)),
            ("item", text(&self.item)),
            ("unit", text(self.unit)),
            ("through", text_opt(self.through)),
            ("source", self.source.0.into()),
            ("note", text(&self.note)),
        ];
        fields.extend(decimal_opt(ALLOCATED, self.allocated));
        fields.extend(decimal_opt(RELEASED, self.released));
        fields.extend(decimal_opt(SPENT, self.spent));
        fields.extend(published(&self.published));
        fields
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            fiscal_year: parsed(row, "fiscal_year")?,
            body: row.get("body")?,
            item: row.get("item")?,
            unit: parsed(row, "unit")?,
            allocated: read_decimal_opt(row, ALLOCATED)?,
            released: read_decimal_opt(row, RELEASED)?,
            spent: read_decimal_opt(row, SPENT)?,
            through: parsed_opt(row, "through")?,
            published: read_published(row)?,
            source: SourceId(row.get("source")?),
            note: row.get("note")?,
        })
    }
}

impl Numbered for BudgetLine {
    fn numbered(id: i64) -> i64 {
        id
    }
}
