//! `hadaf risks`: the registers as JSON and as text.

use std::collections::BTreeMap;

use hadaf_register::{RegisterOutcome, RegisterPlan, RegisterPlanRow, RegisterRow, RegisterState, RegisterView};
use hadaf_report::text_table::table;
use hadaf_words::{Format, say, say_of};
use serde::Serialize;

/// `hadaf risks --json`. Additions only.
#[derive(Debug, Clone, Serialize)]
pub struct Risks {
    /// The day as of which the registers were read; null: all that is known.
    pub as_of: Option<String>,
    /// The registers that were asked for.
    pub registers: Vec<ListedRegister>,
    #[serde(skip)]
    views: Vec<RegisterView>,
}

/// One register.
#[derive(Debug, Clone, Serialize)]
pub struct ListedRegister {
    /// Its word: "disruptions", "costs".
    pub register: String,
    /// The finding; empty without entries.
    pub title: String,
    /// What holds for all entries; may be empty.
    pub note: String,
    /// The entries, in order of time.
    pub entries: Vec<RegisterEntry>,
}

/// One entry. Values are as they were entered: exact numbers, ISO dates.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterEntry {
    /// Its number.
    pub id: String,
    /// By field.
    pub values: BTreeMap<String, String>,
    /// What was worked out, to a tenth, by field; empty where it could not be.
    pub computed: BTreeMap<String, String>,
    /// What the program remarks.
    pub remarks: Vec<String>,
    /// Title of the source; may be empty.
    pub source: String,
    /// What it says and said before, the newest first, as far as it was known on the day.
    pub states: Vec<RegisterState>,
}

impl Risks {
    /// From what the window shows.
    #[must_use]
    pub fn new(as_of: Option<String>, views: Vec<RegisterView>) -> Self {
        Self {
            as_of,
            registers: views.iter().map(ListedRegister::of).collect(),
            views,
        }
    }

    /// For the eye, in the language in which the registers were read.
    #[must_use]
    pub fn to_text(&self, format: Format) -> String {
        let blocks: Vec<String> = self.views.iter().map(|view| text(view, format)).collect();
        blocks.join("\n\n")
    }
}

impl ListedRegister {
    fn of(view: &RegisterView) -> Self {
        Self {
            register: view.register.as_str().to_owned(),
            title: view.title.clone(),
            note: view.note.clone(),
            entries: view.rows.iter().map(RegisterEntry::of).collect(),
        }
    }
}

impl RegisterEntry {
    fn of(row: &RegisterRow) -> Self {
        let tenth = |value: &Option<f64>| value.map_or_else(String::new, |it| ((it * 10.0).round() / 10.0).to_string());
        Self {
            id: row.id.clone(),
            values: row.values.clone(),
            computed: row
                .computed
                .iter()
                .map(|(name, value)| (name.clone(), tenth(value)))
                .collect(),
            remarks: row.remarks.clone(),
            source: row.source.clone(),
            states: row.states.clone(),
        }
    }
}

/// The finding, and a table without its longest columns: notes are in the JSON.
fn text(view: &RegisterView, format: Format) -> String {
    if let Some(empty) = &view.empty {
        return empty.clone();
    }
    let shown: Vec<usize> = (0..view.fields.len())
        .filter(|place| {
            let field = &view.fields[*place];
            field.name != "note" && view.rows.iter().any(|row| !row.cells[*place].is_empty())
        })
        .collect();
    let remarks = say!(format.words, "column-remarks");
    let head = shown
        .iter()
        .map(|place| view.fields[*place].label.clone())
        .chain([remarks])
        .collect();
    let row = |row: &RegisterRow| -> Vec<String> {
        let cells = shown.iter().map(|place| clipped(&row.cells[*place]));
        cells.chain([row.remarks.join("; ")]).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(view.rows.iter().map(row)).collect();
    let mut text = format!("{}\n\n{}", view.title, table(&rows));
    if !view.note.is_empty() {
        text = format!("{text}\n{}", view.note);
    }
    text
}

/// What would become of each row that is not the same, and the sum of it.
#[must_use]
pub fn plan_text(plan: &RegisterPlan, format: Format) -> String {
    let told = plan.rows.iter().filter(|row| row.outcome != RegisterOutcome::Same);
    let line = |row: &RegisterPlanRow| {
        let outcome = say_of!(format.words, "register-outcome-{}", RegisterOutcome, row.outcome);
        vec![row.row.to_string(), outcome, clipped(&row.name), row.message.clone()]
    };
    let rows: Vec<Vec<String>> = told.map(line).collect();
    if rows.is_empty() {
        return plan.summary.clone();
    }
    format!("{}\n{}", table(&rows), plan.summary)
}

/// Enough to know which entry it is.
fn clipped(text: &str) -> String {
    const WIDTH: usize = 44;
    if text.chars().count() <= WIDTH {
        return text.to_owned();
    }
    let kept: String = text.chars().take(WIDTH - 1).collect();
    format!("{kept}…")
}
