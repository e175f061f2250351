//! What the page cannot do.

use serde_json::{Value, json};

use crate::window::{SCRIPTED, Window};

/// Asks the program for a command, and answers with what became of it.
const INVOKE: &str = "
    const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
        .then((value) => done({ value }), (error) => done({ error }));";

#[tokio::test]
async fn the_page_reaches_no_network_and_runs_no_text() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    let tried = window
        .client
        .execute_async(
            "const done = arguments[arguments.length - 1];
             const broken = [];
             document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
             const fetched = fetch('http://127.0.0.1:9/').then(() => 'fetched', () => 'refused');
             const script = document.createElement('script');
             script.textContent = 'window.injected = true';
             document.body.append(script);
             const image = new Image();
             image.src = 'http://127.0.0.1:9/x.png';
             const evaluated = (() => { try { return new Function('return 1')(); } catch { return 'refused'; } })();
             fetched.then((fetched) => setTimeout(() =>
                done({ fetched, evaluated, injected: window.injected === true, broken }), 200));",
            Vec::new(),
        )
        .await
        .unwrap();
    assert_eq!(tried["fetched"], "refused");
    assert_eq!(tried["evaluated"], "refused");
    assert_eq!(tried["injected"], false);
    let broken: Vec<&str> = tried["broken"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for directive in ["connect-src", "script-src-elem", "img-src"] {
        assert!(broken.contains(&directive), "{broken:?}");
    }
    window.close().await;
}

#[tokio::test]
async fn the_page_may_call_our_commands_and_no_other() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    let invoke = async |command: &str, arguments: Value| {
        window
            .client
            .execute_async(INVOKE, vec![json!(command), arguments])
            .await
            .unwrap()
    };
    assert!(invoke("start", json!({})).await["value"]["version"].is_string());
    for (command, arguments) in [
        ("plugin:opener|open_url", json!({ "url": "https://example.org" })),
        ("plugin:opener|open_path", json!({ "path": "/" })),
        ("plugin:dialog|open", json!({ "options": {} })),
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:window|close", json!({ "label": "main" })),
        ("plugin:event|emit", json!({ "event": "x" })),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
    ] {
        let refused = invoke(command, arguments).await["error"].to_string();
        assert!(
            refused.contains("not allowed") || refused.contains("not found"),
            "{command}: {refused}"
        );
    }
    // Our own commands write and show what was chosen in a dialog, and nothing else.
    for (command, arguments) in [
        ("open_path", json!({ "path": "/etc/passwd" })),
        (
            "workspace_save_copy",
            json!({ "path": window.folder.path().join("copy.hadaf") }),
        ),
    ] {
        let refused = invoke(command, arguments).await;
        assert_eq!(refused["error"]["code"], "refused", "{command}: {refused}");
    }
    window.close().await;
}

/// Every screen keeps to the content security policy: nothing is drawn differently in the window than in a browser.
#[tokio::test]
async fn no_screen_breaks_the_policy() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    let listen = "window.broken = [];
        document.addEventListener('securitypolicyviolation', (event) =>
            window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));";
    window.client.execute(listen, Vec::new()).await.unwrap();
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for screen in ["data", "claims", "outlook", "risks", "briefings", "sources", "overview"] {
        window.click(&format!("nav-{screen}")).await;
        window.find(&format!("screen-{screen}")).await;
    }
    window.click("chart-export").await;
    window.find("chart-export-svg").await;
    assert_eq!(window.eval("window.broken").await, json!([]));
    window.close().await;
}
