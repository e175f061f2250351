//! The words of screen and paper, and the faces they are set in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hadaf_tests::{root, text_files};

/// The families in `assets/fonts`, and what CSS falls back to where a glyph is missing.
const FAMILIES: [&str; 3] = ["Inter", "Source Serif 4", "Noto Nastaliq Urdu"];
const GENERIC: [&str; 5] = ["system-ui", "sans-serif", "serif", "inherit", "monospace"];

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
                let known = FAMILIES.contains(&family) || GENERIC.contains(&family) || family.starts_with("var(--font");
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
