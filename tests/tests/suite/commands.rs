//! What the page may ask of the program. The handlers, the permissions and the client are made from one list
//! (`hadaf-app/src/commands.rs`); here is what a list cannot promise.

use std::fs;

use hadaf_tests::{root, text_files};
use serde_json::Value;

macro_rules! names {
    (
        app { $($(#[$_app:meta])* $app:ident($($_app_given:tt)*) -> $_app_answer:ty;)* }
        window { $($(#[$_window:meta])* $window:ident($($_window_given:tt)*) -> $_window_answer:ty;)* }
    ) => {
        const COMMANDS: &[&str] = &[$(stringify!($app),)* $(stringify!($window),)*];
    };
}
hadaf_app::commands!(names);

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A grant that no screen uses is a door left open.
#[test]
fn every_command_has_a_caller_on_the_page() {
    let screens: String = text_files("ui/src")
        .into_iter()
        .filter(|(path, _)| !path.starts_with("ui/src/lib/api"))
        .flat_map(|(_, text)| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for command in COMMANDS {
        let mut words = command.split('_');
        let first = words.next().unwrap_or_default().to_owned();
        let method = words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..]);
        assert!(
            screens.contains(&format!("client.{method}(")),
            "no screen calls {command}: take it out of the list until one does"
        );
    }
}

#[test]
fn the_page_may_ask_for_the_commands_and_nothing_else() {
    let capability: Value = serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let granted: Vec<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    let mut allowed: Vec<String> = COMMANDS
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    // Our own zoom, for want of the browser's, and hearing of files that are dropped.
    allowed.extend(
        [
            "core:webview:allow-set-webview-zoom",
            "core:event:allow-listen",
            "core:event:allow-unlisten",
        ]
        .map(str::to_owned),
    );
    assert_eq!(granted, allowed);
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
