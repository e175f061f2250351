//! Accessibility of each screen, by axe-core in the real window.

use hadaf_tests::root;
use serde_json::Value;

use crate::window::{SCRIPTED, Window};

/// Runs axe on the page and answers with what it objects to.
pub(crate) async fn objections(window: &Window) -> Vec<String> {
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).unwrap();
    window.client.execute(&axe, Vec::new()).await.unwrap();
    // A colour on its way to another is no colour to judge.
    let script = "const done = arguments[arguments.length - 1];
        const moving = document.getAnimations().filter(({ effect }) =>
            Number.isFinite(effect.getComputedTiming().endTime));
        Promise.allSettled(moving.map(({ finished }) => finished)).then(() =>
        axe.run(document, { resultTypes: ['violations'] })).then(
            ({ violations }) => done(violations.map((one) =>
                `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)),
            (error) => done([String(error)]));";
    let found = window.client.execute_async(script, Vec::new()).await.unwrap();
    found
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn no_screen_has_objections() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    assert_eq!(objections(&window).await, Vec::<String>::new(), "welcome");
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for screen in ["overview", "data", "briefings", "sources", "claims", "outlook"] {
        window.click(&format!("nav-{screen}")).await;
        window.find(&format!("screen-{screen}")).await;
        window.settle().await;
        assert_eq!(objections(&window).await, Vec::<String>::new(), "{screen}");
    }
    window.close().await;
}
