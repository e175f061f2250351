//! How large things may be: files, functions, crates, and the number of things that share a name.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_tests::code::{Source, functions, rust_files, type_names};

/// Bounds that nothing may pass.
mod bound {
    /// Lines of a file of Rust.
    pub(super) const FILE: usize = 500;
    /// Lines of half of the files.
    pub(super) const MEDIAN_FILE: usize = 150;
    /// Lines of a function, from its `fn` to its brace.
    pub(super) const FUNCTION: usize = 80;
    /// Lines of `hadaf-app`, its tests among them.
    pub(super) const APP: usize = 15_000;
    /// A crate's part of the program's Rust, in percent.
    pub(super) const CRATE_PERCENT: usize = 33;
    /// Names of types that stand for more than one thing.
    pub(super) const SHARED_NAMES: usize = 3;
}

/// What still passes a bound, each with the most that it may be. An entry goes when its reason has gone.
mod beyond {
    pub(super) const FILES: &[(&str, usize)] = &[];
    pub(super) const FUNCTIONS: &[(&str, usize)] = &[];
    pub(super) const APP: usize = 16_300;
    pub(super) const SHARED_NAMES: usize = 2;
}

fn product() -> impl Iterator<Item = Source> {
    rust_files().into_iter().filter(Source::is_product)
}

#[test]
fn a_file_of_rust_is_one_idea() {
    let mut lengths = Vec::new();
    for file in rust_files() {
        let path = file.path.to_str().unwrap();
        let known = beyond::FILES.iter().find(|(known, _)| *known == path);
        let most = known.map_or(bound::FILE, |(_, most)| *most);
        assert!(file.lines() <= most, "{path} has {} lines, of {most}", file.lines());
        if file.is_product() {
            lengths.push(file.lines());
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(
        median <= bound::MEDIAN_FILE,
        "half of the files have {median} lines or more"
    );
}

#[test]
fn a_function_is_one_thought() {
    for file in rust_files() {
        for function in functions(&file.code) {
            let known = beyond::FUNCTIONS.iter().find(|(known, _)| *known == function.name);
            let most = known.map_or(bound::FUNCTION, |(_, most)| *most);
            assert!(
                function.lines <= most,
                "{}:{}: {} has {} lines, of {most}",
                file.path.display(),
                function.line,
                function.name,
                function.lines
            );
        }
    }
}

#[test]
fn no_crate_outgrows_the_others() {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for file in product() {
        *lines.entry(file.crate_name().to_owned()).or_default() += file.lines();
    }
    let all: usize = lines.values().sum();
    let most = bound::CRATE_PERCENT;
    for (name, count) in &lines {
        assert!(
            count * 100 <= all * most,
            "{name} has {count} of {all} lines, more than {most} %"
        );
    }
    let whole_app = rust_files()
        .iter()
        .filter(|file| file.crate_name() == "hadaf-app")
        .map(Source::lines)
        .sum::<usize>();
    let most = bound::APP.max(beyond::APP);
    assert!(whole_app <= most, "hadaf-app has {whole_app} lines, of {most}");
}

/// Each crate has a `Result` with its own error, as the standard library has them.
#[test]
fn a_name_stands_for_one_thing() {
    let mut homes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in product() {
        for name in type_names(&file.product_code()) {
            homes.entry(name).or_default().insert(file.path.display().to_string());
        }
    }
    homes.retain(|name, files| files.len() > 1 && name != "Result");
    let most = bound::SHARED_NAMES.max(beyond::SHARED_NAMES);
    assert!(homes.len() <= most, "{} of {most}: {homes:#?}", homes.len());
}
