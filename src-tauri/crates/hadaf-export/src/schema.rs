//! What the columns of a table are: a table schema of Frictionless.

use serde_json::{Map, Value, json};

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FieldType {
    /// A text.
    Text,
    /// A number with a decimal point.
    Number,
    /// A whole number.
    Integer,
    /// A day, such as 2025-01-31.
    Day,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A text of one shape, as a regular expression.
    Shaped(&'static str),
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableField {
    pub(crate) name: &'static str,
    kind: FieldType,
    /// Every row has it.
    required: bool,
    /// No two rows have the same.
    unique: bool,
    description: &'static str,
}

impl TableField {
    /// A column that may be empty.
    pub(crate) const fn new(name: &'static str, kind: FieldType, description: &'static str) -> Self {
        Self {
            name,
            kind,
            required: false,
            unique: false,
            description,
        }
    }

    /// A column that every row has.
    pub(crate) const fn required(name: &'static str, kind: FieldType, description: &'static str) -> Self {
        Self {
            required: true,
            ..Self::new(name, kind, description)
        }
    }

    /// The column that names the rows.
    pub(crate) const fn key(name: &'static str, kind: FieldType, description: &'static str) -> Self {
        Self {
            unique: true,
            ..Self::required(name, kind, description)
        }
    }

    /// Whether anything may stand in it, a formula too.
    pub(crate) fn is_free_text(&self) -> bool {
        matches!(self.kind, FieldType::Text)
    }

    fn json(&self) -> Value {
        let mut constraints = Map::new();
        if self.required {
            constraints.insert("required".into(), true.into());
        }
        if self.unique {
            constraints.insert("unique".into(), true.into());
        }
        let kind = match self.kind {
            FieldType::Text => "string",
            FieldType::Number => "number",
            FieldType::Integer => "integer",
            FieldType::Day => "date",
            FieldType::OneOf(words) => {
                constraints.insert("enum".into(), words.into());
                "string"
            }
            FieldType::Shaped(pattern) => {
                constraints.insert("pattern".into(), pattern.into());
                "string"
            }
        };
        let mut field = json!({ "name": self.name, "type": kind, "description": self.description });
        if !constraints.is_empty() {
            field["constraints"] = constraints.into();
        }
        field
    }
}

/// A column whose values are ids of another table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reference {
    pub(crate) field: &'static str,
    pub(crate) table: &'static str,
}

/// The schema of a table.
pub(crate) fn schema(fields: &[TableField], references: &[Reference]) -> Value {
    let mut schema = json!({
        "fields": fields.iter().map(TableField::json).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if let Some(key) = fields.iter().find(|field| field.unique) {
        schema["primaryKey"] = json!([key.name]);
    }
    if !references.is_empty() {
        let keys = references.iter().map(|reference| {
            json!({
                "fields": [reference.field],
                "reference": { "resource": reference.table, "fields": ["id"] },
            })
        });
        schema["foreignKeys"] = keys.collect();
    }
    schema
}
