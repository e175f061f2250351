use std::fmt;

use hadaf_core::{Assumptions, CoreError, Scenario, ScenarioId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Named};
use crate::row::{Fields, parsed, text, unreadable};

/// The most bytes of JSON that assumptions may take, as the table has it. Some hundred outages fit.
const MAX_BYTES: usize = 65_536;

impl Layout for Scenario {
    const TABLE: &'static str = "scenario";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "position, id";
    type Key = ScenarioId;

    fn key(&self) -> ScenarioId {
        self.id.clone()
    }

    fn key_values(key: &ScenarioId) -> Vec<Value> {
        vec![text(key)]
    }

    fn fields(&self) -> Fields {
        vec![
            ("title", text(&self.title)),
            ("note", text(&self.note)),
            ("assumptions", write(&self.assumptions)),
            ("position", self.position.into()),
            ("entered_by", text(&self.entered_by)),
            ("entered_at", text(&self.entered_at)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let json: String = row.get("assumptions")?;
        Ok(Self {
            id: parsed(row, "id")?,
            title: row.get("title")?,
            note: row.get("note")?,
            assumptions: read(&json).map_err(|error| unreadable(row, "assumptions", error))?,
            position: row.get("position")?,
            entered_by: row.get("entered_by")?,
            entered_at: row.get("entered_at")?,
        })
    }
}

impl Named for Scenario {}

/// What is wrong with assumptions in a file.
#[derive(Debug)]
enum Unreadable {
    TooLong(usize),
    NoObject,
    Json(serde_json::Error),
    Refused(CoreError),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(bytes) => write!(
                f,
                "the assumptions of a scenario take {bytes} bytes, more than {MAX_BYTES}"
            ),
            Self::NoObject => write!(f, "the assumptions of a scenario are no JSON object"),
            Self::Json(error) => write!(f, "the assumptions of a scenario cannot be read: {error}"),
            Self::Refused(error) => write!(f, "the assumptions of a scenario are refused: {error}"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// As canonical JSON. A table can hold only what is no longer than [`MAX_BYTES`], which its own rule checks.
fn write(assumptions: &Assumptions) -> Value {
    // Structs of texts, numbers and maps with text keys always have a JSON form.
    serde_json::to_string(assumptions).map_or(Value::Null, Value::Text)
}

fn read(json: &str) -> Result<Assumptions, Unreadable> {
    if json.len() > MAX_BYTES {
        return Err(Unreadable::TooLong(json.len()));
    }
    // A list would be taken for the fields in order, an empty one for a scenario without assumptions.
    if !json.trim_start().starts_with('{') {
        return Err(Unreadable::NoObject);
    }
    let assumptions: Assumptions = serde_json::from_str(json).map_err(Unreadable::Json)?;
    assumptions.check().map_err(Unreadable::Refused)?;
    Ok(assumptions)
}
