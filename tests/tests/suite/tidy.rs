//! What must not be in the repository.

use std::path::Path;

use hadaf_tests::text_files;

/// Places on one person's disk, and a registry other than the tools' own. In parts, so that this file passes.
const MACHINE: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("registry.np", "mjs.org"),
    concat!("index.crates", ".io"),
    concat!("files.python", "hosted"),
];

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    let files = text_files(".");
    assert!(files.iter().any(|(path, _)| path == Path::new("ui/package-lock.json")));
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            for place in MACHINE {
                assert!(!line.contains(place), "{}:{}: {place}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn lock_files_lead_to_no_address() {
    for (path, text) in text_files(".") {
        let name = path.file_name().unwrap_or_default();
        if name == "package-lock.json" {
            assert!(!text.contains("\"resolved\""), "{}", path.display());
        } else if name == "Cargo.lock" {
            let sources = text.lines().filter(|line| line.starts_with("source = "));
            for line in sources {
                assert_eq!(
                    line,
                    "source = \"registry+https://github.com/rust-lang/crates.io-index\""
                );
            }
        }
    }
}

/// Around 800 lines there nearly always is a seam.
#[test]
fn a_file_is_one_idea() {
    for (path, text) in text_files(".") {
        let lines = text.lines().count();
        let ours = has_ending(&path, &["rs", "ts", "svelte", "css", "typ", "sql"]) && !path.ends_with("bindings.ts");
        assert!(!ours || lines <= 800, "{} has {lines} lines", path.display());
    }
}

/// A test that is switched off guards nothing.
#[test]
fn no_test_is_switched_off() {
    let off = [
        concat!("#[ign", "ore"),
        concat!("it.sk", "ip("),
        concat!("it.on", "ly("),
        concat!("describe.sk", "ip("),
    ];
    for (path, text) in text_files(".") {
        if has_ending(&path, &["rs", "ts"]) {
            for mark in off {
                assert!(!text.contains(mark), "{}: {mark}", path.display());
            }
        }
    }
}
