//! What was said of imported files. It is one value to the database.

use hadaf_core::{ImportLayout, ImportLayoutId, ImportMapping};
use rusqlite::types::Value;

use crate::codec::{Cells, Stored};
use crate::table::table;

table! {
    ImportLayout in "import_layout", ordered by "id", numbered (id: ImportLayoutId);
    name;
    mapping;
}

/// As canonical JSON.
impl Stored for ImportMapping {
    fn write(&self, values: &mut Vec<Value>) {
        let json = serde_json::to_string(self).expect("maps of texts have a JSON form");
        values.push(Value::Text(json));
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        cells.text(read)
    }
}

fn read(json: &str) -> Result<ImportMapping, serde_json::Error> {
    serde_json::from_str(json)
}
