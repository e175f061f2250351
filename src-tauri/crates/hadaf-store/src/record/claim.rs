use hadaf_core::{Claim, ClaimId, Lineage, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Named};
use crate::row::{Fields, decimal, decimal_opt, parsed, parsed_opt, read_decimal, read_decimal_opt, text, text_opt};

const VALUE: [&str; 2] = ["value_mantissa", "value_places"];
const VALUE_HIGH: [&str; 2] = ["value_high_mantissa", "value_high_places"];

impl Layout for Claim {
    const TABLE: &'static str = "claim";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "fiscal_year, coalesce(announced, announced_latest, seen), id";
    type Key = ClaimId;

    fn key(&self) -> ClaimId {
        self.id.clone()
    }

    fn key_values(key: &ClaimId) -> Vec<Value> {
        vec![text(key)]
    }

    fn fields(&self) -> Fields {
        let mut fields = vec![
            ("series", text(&self.series)),
            ("kind", text(self.kind)),
            ("fiscal_year", text_opt(self.fiscal_year)),
            ("unit", text(self.unit)),
            ("announced", text_opt(self.announced)),
            ("announced_approx", text_opt(self.announced_approx.as_ref())),
            ("announced_latest", text_opt(self.announced_latest)),
            ("seen", text(self.seen)),
            ("maker", text(&self.maker)),
            ("office", text(&self.office)),
            ("conditions", text(&self.conditions)),
            ("note", text(&self.note)),
            ("source", self.source.0.into()),
            ("page", text(&self.page)),
            ("quote", text(&self.quote)),
            ("official", self.official.into()),
            ("standing", self.standing.into()),
            ("not_scorable", text_opt(self.not_scorable.as_ref())),
            ("entered_by", text(&self.entered_by)),
            ("entered_at", text(&self.entered_at)),
        ];
        fields.extend(decimal(VALUE, self.value));
        fields.extend(decimal_opt(VALUE_HIGH, self.value_high));
        fields
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: parsed(row, "id")?,
            series: parsed(row, "series")?,
            kind: parsed(row, "kind")?,
            fiscal_year: parsed_opt(row, "fiscal_year")?,
            value: read_decimal(row, VALUE)?,
            value_high: read_decimal_opt(row, VALUE_HIGH)?,
            unit: parsed(row, "unit")?,
            announced: parsed_opt(row, "announced")?,
            announced_approx: row.get("announced_approx")?,
            announced_latest: parsed_opt(row, "announced_latest")?,
            seen: parsed(row, "seen")?,
            maker: row.get("maker")?,
            office: row.get("office")?,
            conditions: row.get("conditions")?,
            note: row.get("note")?,
            source: SourceId(row.get("source")?),
            page: row.get("page")?,
            quote: row.get("quote")?,
            official: row.get("official")?,
            standing: row.get("standing")?,
            not_scorable: row.get("not_scorable")?,
            entered_by: row.get("entered_by")?,
            entered_at: row.get("entered_at")?,
        })
    }
}

impl Named for Claim {}

impl Layout for Lineage {
    const TABLE: &'static str = "claim_lineage";
    const KEY: &'static [&'static str] = &["later", "earlier"];
    const ORDER: &'static str = "later, earlier";
    type Key = (ClaimId, ClaimId);

    fn key(&self) -> (ClaimId, ClaimId) {
        (self.from.clone(), self.to.clone())
    }

    fn key_values((later, earlier): &(ClaimId, ClaimId)) -> Vec<Value> {
        vec![text(later), text(earlier)]
    }

    fn fields(&self) -> Fields {
        vec![("kind", text(self.kind))]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            from: parsed(row, "later")?,
            to: parsed(row, "earlier")?,
            kind: parsed(row, "kind")?,
        })
    }
}

impl Named for Lineage {}
