//! What a person said: answers, by the id of a question, by its kind, for one file or for all; and the same out of the
//! JSON that the command line gave.

use std::collections::BTreeMap;

use hadaf_error::{AppError, Code, Result, refusal};
use serde_json::Value;

use crate::wire::{IntakeMapping, IntakeRequest};

/// Answers as one file sees them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answers<'a> {
    pub(crate) all: &'a BTreeMap<String, String>,
    /// Stands before the ids of its questions; empty where there is one file.
    pub(crate) file: &'a str,
}

impl<'a> Answers<'a> {
    /// The id of a question, as it is asked.
    pub(crate) fn id(&self, id: &str) -> String {
        match self.file {
            "" => id.to_owned(),
            file => format!("{file}:{id}"),
        }
    }

    /// The answer to a question: that of this file and place, else that of the place, else that of its kind.
    pub(crate) fn to(&self, id: &str, kind: &str) -> Option<&'a str> {
        let own = self.all.get(&self.id(id));
        let of_kind = || self.all.get(&self.id(kind)).or_else(|| self.all.get(kind));
        let found = own.or_else(|| self.all.get(id)).or_else(of_kind)?;
        Some(found.trim()).filter(|answer| !answer.is_empty())
    }
}

impl IntakeRequest {
    /// Reads answers and mapping out of a JSON file: what a dry run gave, edited, is one. Answers stand under
    /// `answers`, by the id or the kind of the question, or as `answer` beside their question; a series that is to be
    /// another one has another `series`, one that is left out has `null`.
    ///
    /// # Errors
    /// [`Code::Import`] for what is no such JSON.
    pub fn from_json(text: &str) -> Result<Self> {
        let wrong = |reason: String| refusal!(Code::Import, "import-map", reason = reason);
        let json: Value = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if !json.is_object() {
            return Err(wrong("{".into()));
        }
        let mut request = Self::default();
        for (id, answer) in json["answers"].as_object().into_iter().flatten() {
            request.answers.insert(id.clone(), text_of(answer));
        }
        for question in json["questions"].as_array().into_iter().flatten() {
            let (id, answer) = (question["id"].as_str(), &question["answer"]);
            if let (Some(id), false) = (id, answer.is_null()) {
                request.answers.insert(id.to_owned(), text_of(answer));
            }
        }
        let tables = json["tables"].as_array().into_iter().flatten();
        let series = tables.flat_map(|table| table["series"].as_array().into_iter().flatten());
        for one in series.chain(json["series"].as_array().into_iter().flatten()) {
            request.mapping.extend(mapping(one)?);
        }
        Ok(request)
    }
}

/// What one line says of its series; nothing where it names none.
fn mapping(json: &Value) -> Result<Option<IntakeMapping>> {
    let text = |key: &str| json[key].as_str().map(str::to_owned);
    let Some(label) = text("label") else { return Ok(None) };
    let Some(series) = json.get("series") else {
        return Ok(None);
    };
    let is_new = json["new"].as_bool().unwrap_or(false);
    let id = match series {
        Value::Null => None,
        Value::String(id) => Some(id.trim().to_owned()),
        other => {
            let name = other.to_string();
            return Err(AppError::from(hadaf_model::ModelError::UnknownSeries {
                name,
                known: Vec::new(),
            }));
        }
    };
    Ok(Some(IntakeMapping {
        label,
        series: id.clone().map(|id| if is_new { String::new() } else { id }),
        id: id.filter(|id| is_new && !id.is_empty()),
        title: text("title").filter(|_| is_new),
        unit: text("unit").filter(|_| is_new),
        measure: text("measure").filter(|_| is_new),
    }))
}

fn text_of(answer: &Value) -> String {
    answer.as_str().map_or_else(|| answer.to_string(), str::to_owned)
}
