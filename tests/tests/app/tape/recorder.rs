//! Asks the program as the window does, and writes down what it answers in each of its states.

use std::collections::BTreeMap;
use std::path::Path;

use hadaf_app::wire::*;
use hadaf_app::{App, Environment, Existing, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Where the files of the tape are said to be.
pub(super) const HOME: &str = "/home/aide";

/// An argument by name, of the type that is wanted where it stands.
macro_rules! argument {
    ($given:expr, $name:expr, $type:ty) => {
        &serde_json::from_value::<$type>($given[$name].clone()).unwrap_or_else(|error| panic!("{}: {error}", $name))
    };
}

/// Asks the app by the name of a command, as the window does.
macro_rules! asked {
    (
        app { $($(#[$_about:meta])* $name:ident($($given:ident: $type:ty),*) -> $_answer:ty;)* }
        window { $($_window:tt)* }
    ) => {
        fn asked(app: &App, command: &str, given: &Value) -> Result<Value> {
            match command {
                $(stringify!($name) => app.$name($(argument!(given, stringify!($given), $type)),*).map(|it| json!(it)),)*
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
        "workspace_sample" => json!(app.workspace_sample(given["name"].as_str().unwrap())?),
        "workspace_new" => json!(app.workspace_new(argument!(given, "request", NewWorkspace))?),
        "workspace_save_copy" => json!(app.workspace_save_copy(path)?),
        "workspace_close" => json!(app.workspace_close()),
        "chart_export" => json!(app.chart_export(argument!(given, "request", ChartExport), Existing::Replace)?),
        "brief_export" => json!(app.brief_export(argument!(given, "request", BriefExport), Existing::Replace)?),
        "data_export" => json!(app.data_export(argument!(given, "request", DataExport), Existing::Replace)?),
        other => panic!("{other} is not for the tape"),
    })
}

/// A page of a briefing without what is on it, which is half a megabyte of outlines.
fn blank(page: &mut Value) {
    let svg = page.as_str().unwrap();
    let head = &svg[..=svg.find('>').unwrap()];
    *page = json!(format!("{head}</svg>"));
}

/// The outcome of a question: an answer or a failure.
type Outcome = std::result::Result<Value, Value>;

/// A command with its arguments.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    command: &'static str,
    given: String,
}

#[derive(PartialEq)]
struct Take {
    question: Question,
    outcome: Outcome,
    /// For a change: the state after it.
    then: Option<usize>,
}

struct State {
    name: &'static str,
    /// The state that it came from, as which it answers what it has no take of.
    from: Option<usize>,
    takes: Vec<Take>,
}

/// What is asked again after each change.
const AGAIN: [&str; 5] = ["start", "workspace_view", "overview", "grid", "log"];

/// A session on 1 April 2026, and what it was asked in each of its states.
pub(super) struct Recorder {
    pub(super) folder: TempDir,
    pub(super) app: App,
    at: usize,
    states: Vec<State>,
}

impl Recorder {
    pub(super) fn new() -> Self {
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

    /// A new session, with nothing open.
    pub(super) fn start(&mut self) {
        (self.folder, self.app) = session();
        self.at = self.named("closed");
    }

    /// A new session, with the sample open.
    pub(super) fn start_with_sample(&mut self) {
        self.start();
        self.app.workspace_sample(hadaf_app::PAKISTAN).unwrap();
        self.at = self.named("sample");
    }

    fn named(&self, name: &str) -> usize {
        self.states.iter().position(|state| state.name == name).unwrap()
    }

    /// What comes of a question now. Its places are in [`HOME`], the program's in the folder of this session.
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
            .map_err(|error| spelled(json!(self.app.in_words(&error))))
    }

    /// A state and those that it came from.
    fn lineage(&self, state: usize) -> impl Iterator<Item = &State> {
        std::iter::successors(Some(&self.states[state]), |state| Some(&self.states[state.from?]))
    }

    /// What the tape answers in a state.
    fn known(&self, state: usize, question: &Question) -> Option<&Outcome> {
        let mut takes = self.lineage(state).flat_map(|state| &state.takes);
        takes.find(|take| take.question == *question).map(|take| &take.outcome)
    }

    /// Records what the app answers to something that changes nothing.
    pub(super) fn ask(&mut self, command: &'static str, given: Value) -> Value {
        let question = Question {
            command,
            given: given.to_string(),
        };
        let outcome = self.outcome(&question);
        if self.known(self.at, &question) != Some(&outcome) {
            self.states[self.at].takes.push(Take {
                question,
                outcome: outcome.clone(),
                then: None,
            });
        }
        outcome.ok().unwrap_or_default()
    }

    /// Records a change, and what is answered otherwise after it.
    pub(super) fn change(&mut self, name: &'static str, command: &'static str, given: Value) {
        let question = Question {
            command,
            given: given.to_string(),
        };
        let outcome = self.outcome(&question);
        outcome.as_ref().unwrap_or_else(|error| panic!("{command}: {error}"));
        let from = self.at;
        self.arrive(name);
        let then = Some(self.at);
        let take = Take {
            question,
            outcome,
            then,
        };
        if !self.states[from].takes.contains(&take) {
            self.states[from].takes.push(take);
        }
    }

    /// Comes to another state. One that answers as an earlier one is that one.
    pub(super) fn arrive(&mut self, name: &'static str) {
        let from = self.at;
        let again = self.asked_again(from);
        let now: BTreeMap<Question, Outcome> = again.map(|it| (it.clone(), self.outcome(it))).collect();
        let same = |state: &usize| {
            let mut again = self.asked_again(*state);
            again.all(|question| now.get(question) == self.known(*state, question))
        };
        self.at = (0..self.states.len()).find(same).unwrap_or_else(|| {
            let take = |(question, outcome)| Take {
                question,
                outcome,
                then: None,
            };
            let takes = now.into_iter().map(take);
            let takes = takes.filter(|take| self.known(from, &take.question) != Some(&take.outcome));
            let (takes, from) = (takes.collect(), Some(from));
            self.states.push(State { name, from, takes });
            self.states.len() - 1
        });
    }

    fn asked_again(&self, state: usize) -> impl Iterator<Item = &Question> {
        let takes = self.lineage(state).flat_map(|state| &state.takes);
        let reads = takes.filter(|take| take.then.is_none());
        reads
            .map(|take| &take.question)
            .filter(|question| AGAIN.contains(&question.command))
    }

    /// The tape, one take a line.
    pub(super) fn written(&self) -> String {
        let came_from = |state: &State| {
            let from = state.from.map(|from| self.states[from].name);
            format!("{}: {}", json!(state.name), json!(from))
        };
        let states: Vec<String> = self.states.iter().map(came_from).collect();
        let takes = self.states.iter().flat_map(|state| {
            let line = |take| self.line(state, take).to_string();
            state.takes.iter().map(line)
        });
        let takes: Vec<String> = takes.collect();
        format!(
            "{{\n\"states\": {{{}}},\n\"takes\": [\n{}\n]\n}}\n",
            states.join(", "),
            takes.join(",\n")
        )
    }

    fn line(&self, state: &State, take: &Take) -> Value {
        let given: Value = serde_json::from_str(&take.question.given).unwrap();
        let mut line = json!({ "state": state.name, "command": take.question.command, "given": given });
        let before = state.from.and_then(|from| self.known(from, &take.question));
        match (&take.outcome, before) {
            (Ok(after), Some(Ok(before))) if before.is_object() && after.is_object() => {
                let mut changed = BTreeMap::new();
                differences(before, after, String::new(), &mut changed);
                line["changed"] = json!(changed);
            }
            (Ok(answer), _) => line["answer"] = answer.clone(),
            (Err(failure), _) => line["failure"] = failure.clone(),
        }
        if let Some(then) = take.then {
            line["then"] = json!(self.states[then].name);
        }
        line
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

/// The program as an aide finds it in the morning: one file opened before, another that is gone.
fn session() -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = in_folder(folder.path());
    let gone = folder.path().join("budget.hadaf");
    app.workspace_new(&NewWorkspace {
        path: gone.clone(),
        name: "Budget".into(),
        currency: "PKR".into(),
        fiscal_year_start_month: 7,
        series_title: "Releases".into(),
        origin: None,
        year_names: None,
    })
    .unwrap();
    app.workspace_sample(hadaf_app::PAKISTAN).unwrap();
    app.workspace_close();
    std::fs::remove_file(gone).unwrap();
    (folder, app)
}

pub(super) fn in_folder(folder: &Path) -> App {
    App::new(Environment {
        clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().unwrap()),
        config: folder.join("config"),
        data: folder.join("data"),
        user: "Ayesha".into(),
    })
}
