//! One word per concept and one concept per word, in Rust, SQL, TypeScript and on the screen.
//!
//! The table of concepts, and the words that were once said for one of them and no longer are.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use hadaf_tests::code::{Source, rust_files, type_names};
use hadaf_tests::text_files;

/// A concept: its name in code, its table where it is stored, and what the screen says.
struct Concept {
    code: &'static str,
    table: Option<&'static str>,
    screen: &'static str,
}

const fn stored(code: &'static str, table: &'static str, screen: &'static str) -> Concept {
    Concept {
        code,
        table: Some(table),
        screen,
    }
}

const fn computed(code: &'static str, screen: &'static str) -> Concept {
    Concept {
        code,
        table: None,
        screen,
    }
}

const CONCEPTS: [Concept; 20] = [
    stored("Workspace", "workspace", "workspace"),
    stored("Sector", "sector", "sector"),
    stored("Series", "series", "series"),
    computed("Period", "period"),
    stored("Observation", "observation", "figure"),
    computed("Release", "release"),
    computed("History", "revision history"),
    computed("Current", "current"),
    computed("Vintage", "as known on"),
    stored("Source", "source", "source"),
    stored("Claim", "claim", "target"),
    stored("Lineage", "claim_lineage", "restate"),
    computed("TargetPath", "path"),
    stored("Disruption", "disruption", "disruption"),
    stored("BudgetLine", "budget_line", "budget"),
    stored("Initiative", "initiative", "initiative"),
    stored("Concern", "concern", "observation"),
    stored("Undertaking", "undertaking", "assurance"),
    stored("Scenario", "scenario", "scenario"),
    computed("Outlook", "forecast"),
];

/// Concepts that have not yet got their word everywhere.
const WANTED: [&str; 6] = [
    "Release in code",
    "History in code",
    "revision history on the screen",
    "Current in code",
    "current on the screen",
    "assurance on the screen",
];

/// Words that are no longer said, what is said for them, and how often they still stand in code, in the words of the
/// screen, and in documents. The numbers fall, and never rise.
struct Retired {
    words: &'static [&'static str],
    instead: &'static str,
    most: [usize; 3],
}

const fn retired(words: &'static [&'static str], instead: &'static str, most: [usize; 3]) -> Retired {
    Retired { words, instead, most }
}

/// The word is plain English where nobody names a concept.
const ORDINARY: usize = usize::MAX;

const RETIRED: [Retired; 10] = [
    retired(
        &["print", "prints", "printed"],
        "observation, figure, release; published",
        [26, 40, 27],
    ),
    retired(&["life", "lives"], "revision history", [6, 5, 0]),
    retired(&["weightiest"], "highest-ranked", [0, 0, 0]),
    retired(&["year in hand", "years in hand", "one in hand"], "current", [0, 0, 0]),
    retired(&["made up"], "recovered", [1, 2, 2]),
    retired(&["what came"], "outturn; actual", [0, 2, 3]),
    retired(&["in force"], "current", [4, 6, 1]),
    retired(&["sayings"], "statements", [0, 1, 0]),
    retired(&["a year before"], "a year earlier", [ORDINARY, 12, ORDINARY]),
    retired(&["taken back", "done again"], "undone; redone", [ORDINARY, 3, ORDINARY]),
];

/// A participle is no name for a thing.
const NO_TYPES: [&str; 5] = ["Given", "Laid", "Teller", "Told", "Print"];

/// Where a retired word means something else, or belongs to somebody else.
const ALLOWED: [(&str, &str); 20] = [
    ("print!", "Rust's"),
    ("println", "Rust's"),
    ("print_stdout", "Clippy's"),
    ("print_stderr", "Clippy's"),
    ("error.print()", "clap's"),
    ("@media print", "CSS's"),
    ("Theme::Print", "the theme for paper"),
    ("ChartTheme::Print", "the theme for paper"),
    ("--theme print", "the theme for paper"),
    ("theme: 'print'", "the theme for paper"),
    ("Print one JSON object", "what a program does"),
    ("Print completions", "what a program does"),
    ("Print the manual", "what a program does"),
    ("first_print", "a key that scripts rely on"),
    ("\"prints\"", "a key that scripts rely on"),
    ("--life", "the option's old name"),
    ("half-life", "the time in which half of them are back"),
    ("half_life", "the same in code"),
    ("half_lives", "the same in code"),
    ("made_up", "the id of a factor, which scenarios in files hold"),
];

/// The words of a line, an identifier taken apart at its humps, in small letters, between spaces.
fn words_of(line: &str) -> String {
    let mut words = String::from(" ");
    let mut before = ' ';
    for c in line.chars() {
        if !c.is_ascii_alphabetic() {
            if !words.ends_with(' ') {
                words.push(' ');
            }
        } else {
            if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                words.push(' ');
            }
            words.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    words.push(' ');
    words
}

/// Which of the three numbers a file counts to: code, screen, documents.
fn place(path: &Path) -> Option<usize> {
    let name = path.to_str()?;
    let ending = path.extension()?.to_str()?;
    // Migrations are never edited, the wire types follow Rust's, and this file names what it forbids.
    let is_fixed = name.contains("/migrations/") || name.ends_with("bindings.ts") || name.ends_with("vocabulary.rs");
    match ending {
        _ if is_fixed => None,
        "rs" | "sql" | "ts" | "svelte" | "typ" => Some(0),
        "ftl" => Some(1),
        "md" => Some(2),
        _ => None,
    }
}

#[test]
fn what_is_retired_is_not_said() {
    let mut found = RETIRED.map(|_| [const { Vec::new() }; 3]);
    for (path, text) in text_files(".") {
        let Some(place) = place(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let line = ALLOWED
                .iter()
                .fold(line.to_owned(), |line, (allowed, _)| line.replace(allowed, ""));
            let words = words_of(&line);
            for (retired, found) in RETIRED.iter().zip(&mut found) {
                for word in retired.words {
                    let times = words.matches(&format!(" {word} ")).count();
                    found[place].extend((0..times).map(|_| format!("{}:{}", path.display(), number + 1)));
                }
            }
        }
    }
    let mut wrong = String::new();
    for (retired, found) in RETIRED.iter().zip(&found) {
        for (most, found) in retired.most.iter().zip(found) {
            if found.len() > *most {
                let last = &found[found.len().saturating_sub(5)..];
                writeln!(
                    wrong,
                    "{:?} {} times, of {most} ({}): {last:?}",
                    retired.words,
                    found.len(),
                    retired.instead
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_participle_is_no_type() {
    let mut found = BTreeSet::new();
    for file in rust_files().into_iter().filter(Source::is_product) {
        for name in type_names(&file.product_code()) {
            if NO_TYPES.contains(&name.as_str()) {
                found.insert(format!("{name} in {}", file.path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_concept_has_its_word() {
    let files = rust_files();
    let names: BTreeSet<String> = files
        .iter()
        .filter(|file| file.is_product())
        .flat_map(|file| identifiers(&file.code))
        .collect();
    let migrations: String = text_files("src-tauri/crates/hadaf-store/migrations")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let screen: String = text_files("assets/locales/en")
        .into_iter()
        .map(|(_, text)| words_of(&text))
        .collect();
    let mut wanting = Vec::new();
    for concept in &CONCEPTS {
        if !names.contains(concept.code) {
            wanting.push(format!("{} in code", concept.code));
        }
        if let Some(table) = concept.table
            && !migrations.contains(&format!("CREATE TABLE {table} "))
        {
            wanting.push(format!("{table} in the schema"));
        }
        if !screen.contains(concept.screen) {
            wanting.push(format!("{} on the screen", concept.screen));
        }
    }
    wanting.retain(|wanted| !WANTED.contains(&wanted.as_str()));
    assert!(wanting.is_empty(), "no longer said: {wanting:?}");
}

/// The identifiers of types and of their variants.
fn identifiers(code: &str) -> BTreeSet<String> {
    code.split(|c: char| c != '_' && !c.is_ascii_alphanumeric())
        .filter(|name| name.starts_with(|first: char| first.is_ascii_uppercase()))
        .map(str::to_owned)
        .collect()
}
