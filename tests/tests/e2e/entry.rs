//! An entry by keys alone: its source, and what becomes of it when the screen is left.

use fantoccini::key::Key;
use serde_json::json;

use crate::window::{SCRIPTED, Window};

/// A value is begun in March 2026, and part of a known title stands in its source.
async fn begun(window: &Window) {
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.click("nav-data").await;
    window.choose_cell("ict_total", "2026-03", "FY2026").await;
    window.press("400").await;
    window.fill("edit-source", "june 20").await;
    window.find("source-option").await;
}

/// The value of a field.
async fn value(window: &Window, name: &str) -> String {
    let value = window
        .eval(&format!("document.querySelector('[data-testid={name}]')?.value ?? ''"))
        .await;
    value.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn enter_takes_the_suggestion_and_half_a_title_is_asked_about() {
    let window = Window::open(SCRIPTED, None).await;
    begun(&window).await;
    assert!(window.text("source-new").await.contains("A new source"));
    // Half a title is not saved by the first Enter.
    window.press(&char::from(Key::Enter).to_string()).await;
    window.until_shown("Press Enter again").await;
    window.photograph("source").await;
    // The highlighted suggestion is taken, and nothing else happens.
    window.press(&char::from(Key::Down).to_string()).await;
    let first = window.text("source-option").await;
    window.press(&char::from(Key::Enter).to_string()).await;
    assert_eq!(value(&window, "edit-source").await, first);
    window.find("edit").await;
    // Then Enter saves.
    window.press(&char::from(Key::Enter).to_string()).await;
    window.until_cell("ict_total", "2026-03", "400").await;
    let sources = window
        .eval("document.querySelector('[data-testid=nav-sources]').innerText.trim()")
        .await;
    assert!(sources.as_str().unwrap().ends_with("195"), "no source more: {sources}");
    window.close().await;
}

#[tokio::test]
async fn an_entry_that_is_left_is_gone_on_with() {
    let window = Window::open(SCRIPTED, None).await;
    begun(&window).await;
    window.press_ctrl('1').await;
    window.find("screen-overview").await;
    window.until_shown("is kept").await;
    window.press_ctrl('2').await;
    window.find("edit").await;
    assert_eq!(value(&window, "edit-value").await, "400");
    assert_eq!(value(&window, "edit-source").await, "june 20");
    let where_it_is = window
        .eval("document.querySelector('[data-testid=edit]').innerText.includes('Mar 2026')")
        .await;
    assert_eq!(where_it_is, json!(true));
    window.close().await;
}
