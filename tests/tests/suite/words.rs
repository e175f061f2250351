//! The words of screen and paper, and the faces they are set in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hadaf_tests::code::{Source, rust_files};
use hadaf_tests::{root, text_files};

/// The families in `assets/fonts`, and what CSS falls back to where a glyph is missing.
const FAMILIES: [&str; 4] = ["Inter", "Source Serif 4", "Vazirmatn", "Noto Nastaliq Urdu"];
const GENERIC: [&str; 5] = ["system-ui", "sans-serif", "serif", "inherit", "monospace"];
/// What an exported picture is drawn with where ours are not installed; this program never reaches for them.
const ELSEWHERE: [&str; 4] = ["Noto Sans", "Noto Sans Arabic", "Noto Serif", "Noto Naskh Arabic"];

/// Message ids of a Fluent file.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let heads = text
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    heads.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim())
}

/// Each language of the catalogue with its ids.
fn languages() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in text_files("assets/locales") {
        let lang = path
            .components()
            .nth(2)
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        let known = found.entry(lang).or_default();
        for id in ids(&text) {
            assert!(known.insert(id.to_owned()), "{}: {id} is there twice", path.display());
        }
    }
    found
}

#[test]
fn every_language_says_the_same() {
    let languages = languages();
    let english = &languages["en"];
    assert!(english.len() > 50, "{} messages", english.len());
    for (lang, ids) in &languages {
        assert_eq!(ids, english, "{lang}");
    }
}

/// Whoever is refused something is told what to do, in words.
#[test]
fn every_refusal_has_a_hint() {
    for (path, text) in text_files("assets/locales") {
        for line in text.lines() {
            let hint = line.split_once("-hint = ").map(|(_, hint)| hint);
            assert!(hint.is_none_or(|hint| hint.contains(' ')), "{}: {line}", path.display());
        }
    }
    for (lang, ids) in languages() {
        let without: Vec<&String> = ids
            .iter()
            .filter(|id| id.starts_with("error-") && !id.ends_with("-hint"))
            .filter(|id| !ids.contains(&format!("{id}-hint")))
            .collect();
        assert!(without.is_empty(), "{lang}: {without:?}");
    }
}

#[test]
fn every_word_that_the_page_asks_for_is_there() {
    let english = &languages()["en"];
    let mut asked = 0;
    for (path, text) in text_files("ui/src") {
        for rest in text.split("t('").skip(1) {
            let id = rest.split('\'').next().unwrap();
            let is_id = !id.is_empty()
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if is_id && id.contains('-') {
                asked += 1;
                assert!(english.contains(id), "{}: no message {id}", path.display());
            }
        }
    }
    assert!(
        asked > 20,
        "only {asked} words found: is `t('id')` still how the page asks?"
    );
}

/// The window has no command line: what to type there is said by messages of its own.
#[test]
fn no_flag_and_no_code_stands_in_a_sentence() {
    for (path, text) in text_files("assets/locales") {
        let sentences = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.starts_with("cli-"));
        for line in sentences {
            assert!(
                !line.contains('`') && !line.contains("--"),
                "{}: {line}",
                path.display()
            );
        }
    }
}

/// What the program says of itself; `build.rs` of `hadaf-words` and its macros see to it that no message is missing.
#[test]
fn no_message_is_unused() {
    let (said, referred) = (said(&rust_files()), referred());
    let is_idle = |id: &String| !said.contains(id) && !referred.contains(id);
    let idle: Vec<String> = program_ids().into_iter().filter(is_idle).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

/// The program's own words.
fn program_words() -> String {
    let files = text_files("assets/locales/en");
    let (_, text) = files.into_iter().find(|(path, _)| path.ends_with("app.ftl")).unwrap();
    text
}

fn program_ids() -> BTreeSet<String> {
    ids(&program_words()).map(str::to_owned).collect()
}

/// The messages that others refer to: "one { period }".
fn referred() -> BTreeSet<String> {
    let text = program_words();
    let places = text.split("{ ").skip(1).filter_map(|rest| rest.split_once(" }"));
    let is_id = |id: &&str| id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    places.map(|(id, _)| id).filter(is_id).map(str::to_owned).collect()
}

/// The messages that the macros of `hadaf-words` name: each text of the sources that is an id, failures with their
/// hints, and families with the words of their sets.
fn said(files: &[Source]) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    let product = files.iter().filter(|file| file.is_product());
    for text in product.clone().map(|file| &file.text) {
        for literal in text.split('"').skip(1).filter(|it| !it.contains(char::is_whitespace)) {
            said.insert(literal.to_owned());
            said.insert(format!("error-{literal}"));
            said.insert(format!("error-{literal}-hint"));
        }
        for family in text.split("say_of!(").skip(1) {
            let Some((_, rest)) = family.split_once('"') else {
                continue;
            };
            let Some((pattern, rest)) = rest.split_once('"') else {
                continue;
            };
            let set = rest.trim_start_matches([',', ' ', '\n']).split(',').next().unwrap();
            let words = product.clone().flat_map(|file| words_of(set, &file.text));
            said.extend(words.map(|word| pattern.replace("{}", &word.replace('_', "-"))));
        }
        for family in text.split("Family::of(\"").skip(1) {
            let pattern = family.split('"').next().unwrap();
            let twelve = (1..=12).map(|number| number.to_string());
            let words = product
                .clone()
                .flat_map(|file| file.text.split('"').map(|word| word.replace('_', "-")));
            let fields = product.clone().flat_map(|file| fields_of(&file.text));
            said.extend(
                twelve
                    .chain(words)
                    .chain(fields)
                    .map(|word| pattern.replace("{}", &word)),
            );
        }
    }
    said
}

/// The names of the fields that a `register!` lists, one a line.
fn fields_of(text: &str) -> Vec<String> {
    let block = text
        .split("\nregister! {\n")
        .nth(1)
        .and_then(|rest| rest.split("\n}\n").next());
    let lines = block.unwrap_or_default().lines().skip(1);
    lines
        .filter_map(|line| {
            line.trim_start()
                .trim_start_matches("computed ")
                .split(|c: char| c != '_' && !c.is_alphanumeric())
                .next()
        })
        .map(|name| name.replace('_', "-"))
        .collect()
}

/// The words of a closed set, where a file says them: of a type that `words!` or `registers!` makes, or of its own
/// `as_str`.
fn words_of(set: &str, text: &str) -> Vec<String> {
    if set == "RegisterKind" && text.contains("macro_rules! registers ") {
        let lines = text
            .lines()
            .filter_map(|line| line.split_once("\" of ")?.0.split_once(" = \""));
        return lines.map(|(_, word)| word.to_owned()).collect();
    }
    let made = text.split(&format!("words!({set},")).nth(1);
    let own = text.split(&format!("impl {set} {{")).nth(1);
    // The headings of what is exported are one list, too.
    let made = made.or((set == "Label").then(|| text.split("\nlabels! {").nth(1)).flatten());
    let block = made
        .and_then(|rest| rest.split("});").next()?.split("\n}\n").next())
        .or(own.and_then(|rest| rest.split("\n}\n").next()));
    let words = block.unwrap_or_default().split("=> \"").skip(1);
    words
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// What a refusal speaks of has its words: of a word that it does not know, Fluent says the last one.
#[test]
fn what_refusals_speak_of_has_words() {
    let (text, files) = (program_words(), rust_files());
    let source = files
        .iter()
        .find(|file| file.path.ends_with("hadaf-core/src/refused.rs"))
        .unwrap();
    for (set, id) in [
        ("WordKind", "error-word-unknown"),
        ("RangeKind", "error-out-of-range"),
        ("Operation", "error-number-too-large"),
    ] {
        let message = text.split(&format!("\n{id} = ")).nth(1).unwrap();
        let message = message.split("\nerror-").next().unwrap();
        let words = words_of(set, &source.text);
        assert!(words.len() > 5, "{set}: {words:?}");
        for word in words {
            assert!(message.contains(&format!("[{word}] ")), "{id}: {word}");
        }
    }
}

#[test]
fn only_our_faces_are_named() {
    for (path, text) in text_files(".") {
        let drawn = path
            .extension()
            .is_some_and(|ending| ["svg", "css", "svelte"].iter().any(|known| ending == *known));
        if !drawn || path.starts_with("tests/bench") {
            continue;
        }
        for rest in text.split("font-family").skip(1) {
            let rest = rest.trim_start_matches([':', '=', ' ']);
            let quote = rest.chars().next().filter(|c| *c == '"');
            let list = rest
                .trim_start_matches('"')
                .split(|c| Some(c) == quote || ";}\n".contains(c))
                .next()
                .unwrap();
            for family in list.split(',').map(|name| name.trim().trim_matches(['\'', '"'])) {
                let known = [&FAMILIES[..], &GENERIC, &ELSEWHERE]
                    .iter()
                    .any(|names| names.contains(&family))
                    || family.starts_with("var(--font");
                assert!(known, "{}: {family}", path.display());
            }
        }
    }
}

#[test]
fn faces_come_with_their_licences() {
    let fonts = root().join("assets/fonts");
    for entry in std::fs::read_dir(&fonts).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "ttf") {
            let family = path.file_stem().unwrap().to_string_lossy();
            let family = family.split('-').next().unwrap();
            assert!(fonts.join(format!("{family}-LICENSE.txt")).is_file(), "{family}");
        }
    }
    assert!(Path::new(&fonts).join("README.md").is_file());
}
