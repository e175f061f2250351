//! The tape that the page's tests play back (`ui/src/lib/api/tape.ts`): what the program answers on the sample, and
//! after a few changes of it. `UPDATE=1 cargo nextest run tape` records it anew.

use std::collections::BTreeMap;
use std::path::Path;

use hadaf_app::wire::*;
use hadaf_app::{App, Environment, Existing, Result};
use hadaf_tests::root;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Where the files of the tape are said to be.
const HOME: &str = "/home/aide";
const TAPE: &str = "ui/tests/fixture/tape.json";

/// An argument by name, of the type that is wanted where it stands.
macro_rules! argument {
    ($given:expr, $name:expr) => {
        &serde_json::from_value($given[$name].clone()).unwrap_or_else(|error| panic!("{}: {error}", $name))
    };
}

/// Asks the app by the name of a command, as the window does.
macro_rules! asked {
    (
        app { $($(#[$_about:meta])* $name:ident($($given:ident: $_type:ty),*) -> $_answer:ty;)* }
        window { $($_window:tt)* }
    ) => {
        fn asked(app: &App, command: &str, given: &Value) -> Result<Value> {
            match command {
                $(stringify!($name) => app.$name($(argument!(given, stringify!($given))),*).map(|it| json!(it)),)*
                _ => asked_of_window(app, command, given),
            }
        }
    };
}
hadaf_app::commands!(asked);

/// What the window answers with the app alone.
fn asked_of_window(app: &App, command: &str, given: &Value) -> Result<Value> {
    let path: String = given
        .get("path")
        .map_or_else(String::new, |path| path.as_str().unwrap().into());
    let path = Path::new(&path);
    Ok(match command {
        "start" => json!(app.start()),
        "workspace_view" => json!(app.workspace_view()?),
        "workspace_open" => json!(app.workspace_open(path)?),
        "workspace_sample" => json!(app.workspace_sample()?),
        "workspace_new" => json!(app.workspace_new(argument!(given, "request"))?),
        "workspace_save_copy" => json!(app.workspace_save_copy(path)?),
        "workspace_close" => json!(app.workspace_close()),
        "chart_export" => json!(app.chart_export(argument!(given, "request"), Existing::Replace)?),
        "brief_export" => json!(app.brief_export(argument!(given, "request"), Existing::Replace)?),
        other => panic!("{other} is not for the tape"),
    })
}

/// A page of a briefing without what is on it, which is half a megabyte of outlines.
fn blank(page: &mut Value) {
    let svg = page.as_str().unwrap();
    let head = &svg[..=svg.find('>').unwrap()];
    *page = json!(format!("{head}</svg>"));
}

/// What came of a question: an answer or a failure.
type Outcome = std::result::Result<Value, Value>;

/// A command with its arguments.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    command: &'static str,
    given: String,
}

struct State {
    name: &'static str,
    from: Option<usize>,
    takes: Vec<(Question, Outcome, Option<usize>)>,
}

/// A session on 1 April 2026, and what it was asked in each of its states.
struct Recorder {
    folder: TempDir,
    app: App,
    at: usize,
    states: Vec<State>,
}

impl Recorder {
    fn new() -> Self {
        let (folder, app) = session();
        let closed = State {
            name: "closed",
            from: None,
            takes: Vec::new(),
        };
        Self {
            folder,
            app,
            at: 0,
            states: vec![closed],
        }
    }

    /// Goes back to a state that is the one of a new session with the sample open.
    fn start_anew(&mut self) {
        (self.folder, self.app) = session();
        self.app.workspace_sample().unwrap();
        self.at = self.named("sample");
    }

    fn named(&self, name: &str) -> usize {
        self.states.iter().position(|state| state.name == name).unwrap()
    }

    /// Text of a place on the tape, as a place in this session's folder.
    fn outcome(&self, question: &Question) -> Outcome {
        let folder = self.folder.path().to_str().unwrap();
        let given = serde_json::from_str(&question.given.replace(HOME, folder)).unwrap();
        let spelled = |value: Value| {
            let mut value: Value = serde_json::from_str(&value.to_string().replace(folder, HOME)).unwrap();
            if let Some(pages) = value.get_mut("pages").and_then(Value::as_array_mut) {
                pages.iter_mut().for_each(blank);
            }
            value
        };
        asked(&self.app, question.command, &given)
            .map(spelled)
            .map_err(|error| spelled(json!(error)))
    }

    /// What the tape answers in a state.
    fn known(&self, state: usize, question: &Question) -> Option<&Outcome> {
        let mut at = Some(state);
        while let Some(index) = at {
            let take = self.states[index].takes.iter().find(|(asked, ..)| asked == question);
            if let Some((_, outcome, _)) = take {
                return Some(outcome);
            }
            at = self.states[index].from;
        }
        None
    }

    /// Records what the app answers to something that changes nothing.
    fn ask(&mut self, command: &'static str, given: Value) -> Value {
        let question = Question {
            command,
            given: given.to_string(),
        };
        let outcome = self.outcome(&question);
        if self.known(self.at, &question) != Some(&outcome) {
            self.states[self.at].takes.push((question, outcome.clone(), None));
        }
        outcome.unwrap_or_default()
    }

    /// Records a change, and what is answered otherwise after it.
    fn change(&mut self, name: &'static str, command: &'static str, given: Value) {
        let question = Question {
            command,
            given: given.to_string(),
        };
        let outcome = self.outcome(&question);
        outcome.as_ref().unwrap_or_else(|error| panic!("{command}: {error}"));
        let from = self.at;
        self.arrive(name);
        let take = (question, outcome, Some(self.at));
        if !self.states[from].takes.contains(&take) {
            self.states[from].takes.push(take);
        }
        if ["observation_set", "paste_apply", "undo", "redo"].contains(&command) {
            [MONTH, "2024-12"].map(|period| self.life(period, &Value::Null));
        }
    }

    /// Comes to another state. One that answers as an earlier one is that one.
    fn arrive(&mut self, name: &'static str) {
        let from = self.at;
        let now: BTreeMap<Question, Outcome> = self
            .questions(from)
            .map(|question| (question.clone(), self.outcome(question)))
            .collect();
        let same = |state: &usize| {
            let mut known = self
                .questions(*state)
                .map(|question| (question, self.known(*state, question)));
            known.all(|(question, outcome)| now.get(question) == outcome)
        };
        self.at = (0..self.states.len()).find(same).unwrap_or_else(|| {
            let differs = |(question, outcome): &(Question, Outcome)| self.known(from, question) != Some(outcome);
            let takes = now.clone().into_iter().filter(differs);
            let takes = takes.map(|(question, outcome)| (question, outcome, None)).collect();
            let from = Some(from);
            self.states.push(State { name, from, takes });
            self.states.len() - 1
        });
    }

    /// What was asked in a state and in those that it came from, but for what takes a second and for changes.
    fn questions(&self, state: usize) -> impl Iterator<Item = &Question> {
        let lineage = std::iter::successors(Some(state), |state| self.states[*state].from);
        let takes = lineage.flat_map(|state| &self.states[state].takes);
        let quick = |question: &&Question| QUICK.contains(&question.command);
        takes
            .filter(|(.., then)| then.is_none())
            .map(|(question, ..)| question)
            .filter(quick)
    }

    /// The tape: one take a line.
    fn tape(&self) -> String {
        let name = |state: usize| self.states[state].name;
        let states: Vec<String> = self
            .states
            .iter()
            .map(|state| format!("{}: {}", json!(state.name), json!(state.from.map(name))))
            .collect();
        let written = |state: &State| -> Vec<String> {
            let written = |(question, outcome, then): &(Question, Outcome, Option<usize>)| {
                let given: Value = serde_json::from_str(&question.given).unwrap();
                let mut take = json!({ "state": state.name, "command": question.command, "given": given });
                let before = state.from.and_then(|from| self.known(from, question));
                match (outcome, before) {
                    (Ok(after), Some(Ok(before))) if before.is_object() && after.is_object() => {
                        let mut changed = BTreeMap::new();
                        differences(before, after, String::new(), &mut changed);
                        take["changed"] = json!(changed);
                    }
                    (Ok(answer), _) => take["answer"] = answer.clone(),
                    (Err(failure), _) => take["failure"] = failure.clone(),
                }
                if let Some(then) = then {
                    take["then"] = json!(name(*then));
                }
                take.to_string()
            };
            state.takes.iter().map(written).collect()
        };
        let takes: Vec<String> = self.states.iter().flat_map(written).collect();
        format!(
            "{{\n\"states\": {{{}}},\n\"takes\": [\n{}\n]\n}}\n",
            states.join(", "),
            takes.join(",\n")
        )
    }
}

/// What changed from one answer to another, by the place in it: "/years/3/months/4/cells/0".
fn differences(before: &Value, after: &Value, place: String, found: &mut BTreeMap<String, Value>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) if old.keys().eq(new.keys()) => {
            for (name, value) in new {
                differences(&old[name], value, format!("{place}/{name}"), found);
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                differences(old, new, format!("{place}/{index}"), found);
            }
        }
        _ if before != after => {
            found.insert(place, after.clone());
        }
        _ => {}
    }
}

/// What is asked again after each change.
const QUICK: [&str; 5] = ["start", "workspace_view", "overview", "grid", "log"];

/// The program as an aide finds it in the morning: one file opened before, another that is gone.
fn session() -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = in_folder(folder.path());
    let gone = folder.path().join("budget.hadaf");
    app.workspace_new(&NewWorkspace {
        path: gone.display().to_string(),
        name: "Budget".into(),
        currency: "PKR".into(),
        fiscal_year_start_month: 7,
        series_title: "Releases".into(),
        origin: None,
    })
    .unwrap();
    app.workspace_sample().unwrap();
    app.workspace_close();
    std::fs::remove_file(gone).unwrap();
    (folder, app)
}

fn in_folder(folder: &Path) -> App {
    App::new(Environment {
        clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().unwrap()),
        config: folder.join("config"),
        data: folder.join("data"),
        user: "Ayesha".into(),
    })
}

#[test]
fn the_page_plays_back_what_the_program_answers() {
    let mut tape = Recorder::new();
    tape.opening();
    tape.reading();
    tape.entering();
    tape.pasting();
    tape.new_workspace();
    tape.in_use_elsewhere();

    let (path, text) = (root().join(TAPE), tape.tape());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{TAPE} is stale: run this test once with UPDATE=1");
}

/// The series of the sample, a month of it, and a day in its past.
const TOTAL: &str = "ict_total";
const SECTOR: &str = "computer_services";
const MONTH: &str = "2024-11";
const PAST: &str = "2025-01-01";
const TODAY: &str = "2026-04-01";

/// The scenes of the tape.
impl Recorder {
    /// The first screen, and what it leads to.
    fn opening(&mut self) {
        self.ask("start", json!({}));
        self.ask("workspace_view", json!({}));
        self.ask("workspace_open", json!({ "path": "/media/usb/gone.hadaf" }));
        self.change("sample", "workspace_sample", json!({}));
        self.change("closed", "workspace_close", json!({}));
        let path = format!("{HOME}/data/pakistan-it-exports.hadaf");
        self.change("sample", "workspace_open", json!({ "path": path }));
    }

    /// Every screen on the sample, now and as of a day, and the numbers on it that can be looked into.
    fn reading(&mut self) {
        for as_of in [Value::Null, json!(PAST)] {
            let mut shown = Vec::new();
            for command in ["overview", "outlook", "backtest"] {
                shown.push(self.ask(command, json!({ "request": { "series": TOTAL, "as_of": as_of } })));
            }
            for kind in ["monthly", "outlook"] {
                self.chart(kind, TOTAL, &as_of);
            }
            let grid = self.grid(false, &as_of);
            if as_of.is_null() {
                shown.push(grid);
            }
            self.lives(&shown);
            self.life(MONTH, &as_of);
        }
        for kind in ["year_to_date", "annual", "outlook_monthly", "backtest"] {
            self.chart(kind, TOTAL, &Value::Null);
        }
        self.grid(true, &Value::Null);
        // A sector of which too little is known for a forecast.
        self.ask("overview", json!({ "request": { "series": SECTOR, "as_of": null } }));
        self.ask("outlook", json!({ "request": { "series": SECTOR, "as_of": null } }));
        self.chart("year_to_date", SECTOR, &Value::Null);
        self.chart("monthly", SECTOR, &Value::Null);

        self.ask("brief", json!({ "request": brief() }));
        self.ask("sources", json!({}));
        self.ask("log", json!({}));
        self.ask("undo", json!({}));
        self.leaving();
    }

    /// Pictures and a briefing written to files.
    fn leaving(&mut self) {
        for (kind, ending, theme) in [("monthly", "pdf", "print"), ("backtest", "svg", "light")] {
            let chart = json!({ "kind": kind, "series": TOTAL, "as_of": null, "width": 960.0, "height": 540.0,
                "theme": theme, "framed": true });
            let path = format!("{HOME}/{TOTAL}-{kind}.{ending}");
            self.ask("chart_export", json!({ "request": { "chart": chart, "path": path } }));
        }
        let path = format!("{HOME}/{TOTAL}-{TODAY}.pdf");
        self.ask("brief_export", json!({ "request": { "brief": brief(), "path": path } }));
    }

    fn chart(&mut self, kind: &str, series: &str, as_of: &Value) {
        let request = json!({ "kind": kind, "series": series, "as_of": as_of, "width": 712.0, "height": 292.0,
            "theme": "light", "framed": false });
        self.ask("chart", json!({ "request": request }));
    }

    fn grid(&mut self, all: bool, as_of: &Value) -> Value {
        self.ask("grid", json!({ "request": { "all": all, "as_of": as_of } }))
    }

    /// The history of every number that `shown` leads to: those that name one, and the cells of a grid.
    fn lives(&mut self, shown: &[Value]) {
        let mut requests = Vec::new();
        for view in shown {
            named_in(view, &mut requests);
            let rows = view["years"].as_array().into_iter().flatten();
            for row in rows.flat_map(|year| year["months"].as_array().unwrap().iter().chain([&year["total"]])) {
                let cells = row["cells"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .zip(view["columns"].as_array().unwrap());
                let known = cells.filter(|(cell, _)| !cell["value"].is_null());
                requests.extend(
                    known.map(
                        |(_, column)| json!({ "series": column["series"], "period": row["period"], "as_of": null }),
                    ),
                );
            }
        }
        for request in requests {
            self.ask("life", json!({ "request": request }));
        }
    }

    fn life(&mut self, period: &str, as_of: &Value) -> Value {
        self.ask(
            "life",
            json!({ "request": { "series": TOTAL, "period": period, "as_of": as_of } }),
        )
    }

    /// Values entered into a month, taken back and entered again.
    fn entering(&mut self) {
        for typed in ["311.5", "36,5x", "365"] {
            (1..=typed.len()).for_each(|end| self.preview(&typed[..end], &[TOTAL], &[MONTH]));
        }
        self.preview("310", &[TOTAL], &[MONTH]);
        self.preview("348", &[TOTAL], &["2024-12"]);
        self.preview("365", &[TOTAL], &["2026-02"]);

        self.start_anew();
        self.change(
            "entered",
            "observation_set",
            entry(MONTH, "311.5", TODAY, "State Bank", "half-year total"),
        );
        self.change("taken back", "undo", json!({}));
        self.change("entered", "redo", json!({}));
        self.start_anew();
        self.change(
            "entered a digit",
            "observation_set",
            entry(MONTH, "3", TODAY, "State Bank", ""),
        );

        let first = entry(MONTH, "310", "2025-01-31", "x", "");
        self.start_anew();
        self.change("one entered", "observation_set", first.clone());
        self.change("one taken back", "undo", json!({}));
        self.change("one entered", "redo", json!({}));
        self.start_anew();
        self.change("one entered", "observation_set", first);
        self.change(
            "two entered",
            "observation_set",
            entry("2024-12", "310", "2025-01-31", "x", ""),
        );
        self.change("one of two taken back", "undo", json!({}));
        self.change("two taken back", "undo", json!({}));
    }

    /// Blocks pasted at a month, and from the newest.
    fn pasting(&mut self) {
        self.start_anew();
        let grid = self.grid(false, &Value::Null);
        let block = "315\t12\r\n350\t13\r\n";
        for text in [block, "abc", "3", "31", "315", "310\n310"] {
            self.ask("paste_preview", pasted(&grid, MONTH, text, ""));
        }
        for text in ["3", "31", "315"] {
            self.ask("paste_preview", pasted(&grid, "2026-02", text, ""));
        }
        self.change("pasted", "paste_apply", pasted(&grid, MONTH, block, "State Bank table"));
        self.change("paste taken back", "undo", json!({}));
    }

    fn preview(&mut self, text: &str, series: &[&str], periods: &[&str]) {
        let request = json!({ "text": text, "series": series, "periods": periods, "published": TODAY, "source": "" });
        self.ask("paste_preview", json!({ "request": request }));
    }

    /// A workspace without a figure.
    fn new_workspace(&mut self) {
        (self.folder, self.app) = session();
        self.at = self.named("closed");
        let fresh = json!({
            "path": format!("{HOME}/textile-exports.hadaf"),
            "name": "Textile exports",
            "currency": "USD",
            "fiscal_year_start_month": 7,
            "series_title": "Textiles, total",
            "origin": "Bureau of Statistics",
        });
        self.change("new", "workspace_new", json!({ "request": fresh }));
        for command in ["overview", "outlook"] {
            self.ask(command, json!({ "request": { "series": "total", "as_of": null } }));
        }
        self.grid(false, &Value::Null);
        self.grid(true, &Value::Null);
        self.ask(
            "brief",
            json!({ "request": { "series": "total", "as_of": null, "lang": "en" } }),
        );
        self.ask("sources", json!({}));
        self.ask("log", json!({}));
        self.preview("3", &["total"], &["2025-07"]);
    }

    /// The sample, while another computer has it open.
    fn in_use_elsewhere(&mut self) {
        self.start_anew();
        let path = self.app.workspace_view().unwrap().unwrap().path;
        let ours = in_folder(self.folder.path());
        let theirs = std::mem::replace(&mut self.app, ours);
        self.app.workspace_open(Path::new(&path)).unwrap();
        self.arrive("read only");
        let copy = format!("{HOME}/pakistan-it-exports.hadaf");
        self.ask("workspace_save_copy", json!({ "path": copy }));
        drop(theirs);
    }
}

fn brief() -> Value {
    json!({ "series": TOTAL, "as_of": null, "lang": "en" })
}

fn entry(period: &str, value: &str, published: &str, source: &str, note: &str) -> Value {
    json!({ "request": {
        "series": TOTAL, "period": period, "value": value, "published": published,
        "source": source, "status": null, "note": note,
    } })
}

/// A block that falls on the columns of a grid and on its months from `first` on.
fn pasted(grid: &Value, first: &str, text: &str, source: &str) -> Value {
    let columns = grid["columns"].as_array().unwrap().iter();
    let series: Vec<&Value> = columns.map(|column| &column["series"]).collect();
    let years = grid["years"].as_array().unwrap().iter();
    let months = years.flat_map(|year| year["months"].as_array().unwrap());
    let periods: Vec<&Value> = months
        .map(|month| &month["period"])
        .skip_while(|period| *period != first)
        .collect();
    json!({ "request": {
        "text": text, "series": series, "periods": periods, "published": TODAY, "source": source,
    } })
}

/// Every number or claim that a view names by what its history is asked with.
fn named_in(view: &Value, found: &mut Vec<Value>) {
    match view {
        Value::Object(fields) if fields.contains_key("series") && fields.contains_key("period") && fields.len() < 5 => {
            found.push(view.clone());
        }
        Value::Object(fields) => fields.values().for_each(|value| named_in(value, found)),
        Value::Array(values) => values.iter().for_each(|value| named_in(value, found)),
        _ => {}
    }
}
