//! The window's commands are listed four times, since four readers need them: the build script makes
//! permissions of them, the capability grants them, Rust answers them, the page calls them.

use std::collections::BTreeSet;
use std::fs;

use hadaf_tests::root;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The part of `text` between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start}")) + start.len();
    let length = text[from..].find(end).unwrap_or_else(|| panic!("no {end}"));
    &text[from..from + length]
}

fn declared() -> BTreeSet<String> {
    let list = read("src-tauri/build.rs");
    let list = between(&list, "const COMMANDS: &[&str] = &[", "];");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn permissions() -> Vec<String> {
    let capability: Value = serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let list = capability["permissions"].as_array().unwrap();
    list.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn declared_granted_answered_and_called_are_the_same() {
    let declared = declared();
    assert!(declared.contains("workspace_open"), "{declared:?}");

    let granted: BTreeSet<String> = permissions()
        .iter()
        .filter_map(|name| name.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    assert_eq!(granted, declared, "capabilities/main.json");

    let handler = read("src-tauri/src/commands/mod.rs");
    let answered: BTreeSet<String> = between(&handler, "generate_handler![", "]")
        .split(',')
        .filter_map(|path| path.trim().rsplit_once("::"))
        .map(|(_, name)| name.to_owned())
        .collect();
    assert_eq!(answered, declared, "src/commands/mod.rs");

    let client = read("ui/src/lib/api/client.ts");
    let called: BTreeSet<String> = client
        .split("invoke('")
        .skip(1)
        .map(|rest| rest.split('\'').next().unwrap().to_owned())
        .collect();
    assert_eq!(called, declared, "ui/src/lib/api/client.ts");
}

#[test]
fn the_page_may_ask_for_nothing_else() {
    let foreign: Vec<String> = permissions()
        .into_iter()
        .filter(|name| !name.starts_with("allow-"))
        .collect();
    // Our own zoom, for want of the browser's.
    assert_eq!(foreign, ["core:webview:allow-set-webview-zoom"]);
}

#[test]
fn the_page_has_no_origin_but_itself() {
    let config: Value = serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    let policy = config["app"]["security"]["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'none'");
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            let inside = match (directive.as_str(), source) {
                (_, "'none'" | "'self'") => true,
                // Tauri's channel to the program; the second is Windows' spelling.
                ("connect-src", "ipc:" | "http://ipc.localhost") => true,
                _ => false,
            };
            assert!(inside, "{directive} lets {source} in");
        }
    }
    assert_eq!(
        policy["connect-src"], "ipc: http://ipc.localhost",
        "Tauri's channel to the program"
    );
}
