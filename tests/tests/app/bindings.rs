//! What both sides of the border know, written from the [list of commands](hadaf_app::commands!): the types and the client
//! of the page, and the permissions of the window. `UPDATE=1` writes them anew, as CONTRIBUTING.md says.

use std::collections::BTreeMap;

use hadaf_app::wire::*;
use hadaf_app::{Code, ErrorView};
use hadaf_tests::root;
use serde_json::json;
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "\
// Generated from the commands of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.
";

/// What the page may ask of Tauri beside our commands: our own zoom, for want of the browser's, and to hear of files that
/// are dropped.
const HOST: [&str; 3] = [
    "core:webview:allow-set-webview-zoom",
    "core:event:allow-listen",
    "core:event:allow-unlisten",
];

/// A command, in TypeScript's types.
struct Command {
    name: &'static str,
    about: &'static str,
    arguments: Vec<(&'static str, String)>,
    answer: String,
}

impl Command {
    /// Its name in TypeScript: `workspaceOpen`.
    fn method(&self) -> String {
        let mut words = self.name.split('_');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
    }

    /// Its line in the client's interface.
    fn declared(&self) -> String {
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|(name, of)| format!("{name}: {of}"))
            .collect();
        let (about, method, answer) = (self.about.trim(), self.method(), &self.answer);
        format!(
            "  /** {about} */\n  {method}({}): Promise<{answer}>;",
            arguments.join(", ")
        )
    }

    /// Its line in the client.
    fn asked(&self) -> String {
        let names: Vec<&str> = self.arguments.iter().map(|(name, _)| *name).collect();
        let (method, name, given) = (self.method(), self.name, names.join(", "));
        let with = if names.is_empty() {
            String::new()
        } else {
            format!(", {{ {given} }}")
        };
        format!("  {method}: ({given}) => invoke('{name}'{with}),")
    }
}

/// The wire types that commands name, with all that those name.
#[derive(Default)]
struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl Types {
    /// What TypeScript calls `T`, which is declared with all that it is made of.
    fn name<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::visit_generics(self);
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // A type without a place of its own (numbers, lists) is TypeScript's.
        if T::output_path().is_none() || self.declared.contains_key(&T::name(&self.config)) {
            return;
        }
        let text = format!("{}export {}", T::docs().unwrap_or_default(), T::decl(&self.config));
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        self.declared.insert(T::name(&self.config), lines.join("\n"));
        T::visit_dependencies(self);
    }
}

macro_rules! describe {
    (app { $($app:tt)* } window { $($window:tt)* }) => { describe!($($app)* $($window)*) };
    ($(#[doc = $about:literal] $name:ident($($given:ident: $type:ty),*) -> $answer:ty;)*) => {{
        let mut types = Types::default();
        let commands = vec![$(Command {
            name: stringify!($name),
            about: $about,
            arguments: vec![$((stringify!($given), types.name::<$type>())),*],
            answer: types.name::<$answer>(),
        }),*];
        (commands, types)
    }};
}

/// Compares a generated file with `text`, or writes it.
fn kept(file: &str, text: &str) {
    let path = root().join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let known = std::fs::read_to_string(&path)
        .ok()
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(known == text, "{file} is stale: run this test once with UPDATE=1");
}

#[test]
fn the_page_knows_the_wire_types() {
    let (_, mut types) = hadaf_app::commands!(describe);
    types.name::<ErrorView>();
    types.name::<Code>();
    let declared: Vec<String> = types.declared.into_values().collect();
    kept(
        "ui/src/lib/api/bindings.ts",
        &format!("{HEAD}\n{}\n", declared.join("\n\n")),
    );
}

#[test]
fn the_page_knows_the_commands() {
    let (commands, types) = hadaf_app::commands!(describe);
    let named = |name: &&String| {
        let is_word = |command: &Command| {
            let words = command.arguments.iter().map(|(_, of)| of).chain([&command.answer]);
            words.flat_map(|of| of.split(' ')).any(|word| word == *name)
        };
        commands.iter().any(is_word)
    };
    let types: Vec<String> = types
        .declared
        .keys()
        .filter(named)
        .map(|name| format!("  {name},"))
        .collect();
    let declared: Vec<String> = commands.iter().map(Command::declared).collect();
    let asked: Vec<String> = commands.iter().map(Command::asked).collect();
    let text = format!(
        "\
{HEAD}import type {{
{}
}} from './bindings';

/** The program behind the window. Every promise may reject with an `AppError`. */
export interface Commands {{
{}
}}

/** Asks for a command by its name. */
export type Invoke = <Answer>(command: string, given?: Record<string, unknown>) => Promise<Answer>;

/** The commands, asked for by `invoke`. */
export const commands = (invoke: Invoke): Commands => ({{
{}
}});
",
        types.join("\n"),
        declared.join("\n"),
        asked.join("\n"),
    );
    kept("ui/src/lib/api/commands.ts", &text);
}

#[test]
fn the_window_grants_the_commands() {
    let (commands, _) = hadaf_app::commands!(describe);
    let names: String = commands.iter().map(|command| format!("{}\n", command.name)).collect();
    kept("src-tauri/commands.txt", &names);

    let granted = commands
        .iter()
        .map(|command| format!("allow-{}", command.name.replace('_', "-")));
    let permissions: Vec<String> = granted.chain(HOST.map(str::to_owned)).collect();
    let capability = json!({
        "$schema": "../gen/schemas/desktop-schema.json",
        "identifier": "main",
        "description": "What the page of the main window may ask of the program: these commands, by name, and nothing else.",
        "windows": ["main"],
        "permissions": permissions,
    });
    let text = serde_json::to_string_pretty(&capability).unwrap();
    kept("src-tauri/capabilities/main.json", &format!("{text}\n"));
}
