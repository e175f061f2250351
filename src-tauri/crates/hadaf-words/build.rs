//! Reads the languages of `assets/locales` into two tables: the messages with the arguments that each takes, by which
//! the compiler checks every use of them, and the texts of all languages.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// The language that the others are translated from.
const SOURCE: &str = "en";
/// The file of the program's own words in each language.
const FILE: &str = "app.ftl";

/// The arguments of a message, each with whether it chooses a plural.
type Arguments = BTreeMap<String, bool>;

fn main() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let languages = languages(&locales);
    let source = languages.iter().find(|(lang, _)| lang == SOURCE);
    let (_, file) = source.expect("the words of English are there");
    let messages = read(file);
    for (lang, file) in &languages {
        check(lang, &read(file), &messages);
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let written = std::fs::write(out.join("messages.rs"), table(&messages))
        .and_then(|()| std::fs::write(out.join("languages.rs"), texts(&languages)));
    written.expect("the build folder can be written");
}

/// The languages with their files; the source first, so that others fall back to it.
fn languages(locales: &Path) -> Vec<(String, PathBuf)> {
    let folders = std::fs::read_dir(locales).expect("assets/locales can be read");
    let mut languages: Vec<(String, PathBuf)> = folders
        .filter_map(|entry| {
            let file = entry.ok()?.path().canonicalize().ok()?.join(FILE);
            let lang = file.parent()?.file_name()?.to_str()?.to_owned();
            file.is_file().then_some((lang, file))
        })
        .collect();
    languages.sort_by_key(|(lang, _)| (lang != SOURCE, lang.clone()));
    languages
}

/// The messages of a file.
fn read(file: &Path) -> BTreeMap<String, Arguments> {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = std::fs::read_to_string(file).expect("a file that was found can be read");
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((_, faults)) => panic!("{}: {faults:?}", file.display()),
    };
    let mut patterns = BTreeMap::new();
    for entry in &resource.body {
        let (id, pattern) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
            _ => continue,
        };
        let pattern = pattern.unwrap_or_else(|| panic!("{}: {id} says nothing", file.display()));
        let twice = patterns.insert(id.clone(), pattern);
        assert!(twice.is_none(), "{}: {id} is there twice", file.display());
    }
    let arguments = |id: &String| {
        let mut found = Arguments::new();
        collect(patterns[id], &patterns, &mut found);
        (id.clone(), found)
    };
    patterns
        .keys()
        .filter(|id| !id.starts_with('-'))
        .map(arguments)
        .collect()
}

/// Adds the arguments of a pattern, and of all that it refers to.
fn collect(pattern: &Pattern<&str>, all: &BTreeMap<String, &Pattern<&str>>, found: &mut Arguments) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => refer(inline, all, found),
            Expression::Select { selector, variants } => {
                refer(selector, all, found);
                let is_plural = variants.iter().any(|variant| match &variant.key {
                    VariantKey::NumberLiteral { .. } => true,
                    VariantKey::Identifier { name } => matches!(*name, "zero" | "one" | "two" | "few" | "many"),
                });
                if let (InlineExpression::VariableReference { id }, true) = (selector, is_plural) {
                    found.insert(id.name.to_owned(), true);
                }
                for variant in variants {
                    collect(&variant.value, all, found);
                }
            }
        }
    }
}

fn refer(inline: &InlineExpression<&str>, all: &BTreeMap<String, &Pattern<&str>>, found: &mut Arguments) {
    let other = match inline {
        InlineExpression::VariableReference { id } => {
            found.entry(id.name.to_owned()).or_default();
            return;
        }
        InlineExpression::MessageReference { id, .. } => id.name.to_owned(),
        InlineExpression::TermReference { id, .. } => format!("-{}", id.name),
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                refer(inner, all, found);
            }
            return;
        }
        InlineExpression::FunctionReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => return,
    };
    let pattern = all.get(&other).unwrap_or_else(|| panic!("no message {other}"));
    collect(pattern, all, found);
}

/// A translation has each message of the source, and asks for no argument that the source does not have.
fn check(lang: &str, messages: &BTreeMap<String, Arguments>, source: &BTreeMap<String, Arguments>) {
    for id in source.keys() {
        assert!(messages.contains_key(id), "{lang}: there is no message {id}");
    }
    for (id, arguments) in messages {
        let known = source.get(id).unwrap_or_else(|| panic!("{lang}: nobody says {id}"));
        for name in arguments.keys() {
            assert!(known.contains_key(name), "{lang}: {id} is not given {name}");
        }
    }
}

fn table(messages: &BTreeMap<String, Arguments>) -> String {
    let mut text = "&[\n".to_owned();
    for (id, arguments) in messages {
        let arguments: Vec<String> = arguments
            .iter()
            .map(|(name, count)| format!("({name:?}, {count})"))
            .collect();
        let _ = writeln!(
            text,
            "    Entry {{ id: {id:?}, arguments: &[{}] }},",
            arguments.join(", ")
        );
    }
    text + "]\n"
}

fn texts(languages: &[(String, PathBuf)]) -> String {
    let mut text = "&[\n".to_owned();
    for (lang, file) in languages {
        let _ = writeln!(text, "    ({lang:?}, include_str!({file:?})),");
    }
    text + "]\n"
}
