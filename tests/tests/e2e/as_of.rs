//! The same workspace, read as of an earlier day.

use fantoccini::key::Key;
use serde_json::json;

use crate::window::{CHART, SCRIPTED, Window};

#[tokio::test]
async fn a_past_day_shows_what_was_known() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    let now = window.chart_svg().await;
    window.click("asof").await;
    window.fill("asof-date", "2025-01-01").await;
    window.click("asof-read").await;
    window.find("asof-today").await;
    window.until_shown("1 January 2025").await;
    window
        .until(
            "another chart",
            &format!("{CHART} !== undefined && {CHART} !== {}", json!(now)),
        )
        .await;

    // November 2024 is the first release, and cannot be changed.
    window.click("nav-data").await;
    window.cell("ict_total", "2024-11", "FY2025").await;
    window.until_cell("ict_total", "2024-11", "324").await;
    let why = "document.querySelector('[data-testid=grid-locked]')?.offsetWidth > 100";
    window.until("why nothing can be entered", why).await;

    // One key back to now.
    window.press(&char::from(Key::Escape).to_string()).await;
    window.cell("ict_total", "2024-11", "FY2025").await;
    window.until_cell("ict_total", "2024-11", "310").await;
    window.click("nav-overview").await;
    window.until_chart(&now).await;
    window.close().await;
}

#[tokio::test]
async fn any_number_tells_its_history() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.click("nav-data").await;
    window.choose_cell("ict_total", "2024-11", "FY2025").await;
    window.press(&char::from(Key::F2).to_string()).await;
    window.find("history").await;
    window.find("history-observation").await;
    let history = window.text("history").await;
    assert!(history.contains("324") && history.contains("310"), "{history}");
    window.close().await;
}

#[tokio::test]
async fn the_chart_is_read_with_keys() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    let chart = window.find("chart").await;
    chart.send_keys(&char::from(Key::End).to_string()).await.unwrap();
    let last = window.text("chart-readout").await;
    chart.send_keys(&char::from(Key::Home).to_string()).await.unwrap();
    let first = window.text("chart-readout").await;
    assert_ne!(first, last);
    assert!(first.contains('$') && last.contains('$'), "{first} / {last}");
    window.close().await;
}
