//! Named sets of assumptions. What they hold together is one value to the database.

use std::fmt;

use hadaf_core::{Assumptions, CoreError, Scenario, ScenarioId};
use rusqlite::types::Value;

use crate::codec::{Cells, Stored};
use crate::table::table;

/// The most bytes of JSON that assumptions may take, as the table has it. Some hundred outages fit.
const MAX_BYTES: usize = 65_536;

table! {
    Scenario in "scenario", ordered by "position, id", named (id: ScenarioId);
    title;
    note;
    assumptions;
    position;
    entered_by;
    entered_at;
}

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
impl Stored for Assumptions {
    fn write(&self, values: &mut Vec<Value>) {
        let json = serde_json::to_string(self).expect("texts, numbers and maps with text keys have a JSON form");
        values.push(Value::Text(json));
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        cells.text(read)
    }
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
