//! Pictures of every screen, to be looked at by people: `target/screenshots`.

use fantoccini::key::Key;
use serde_json::json;

use crate::window::{SCRIPTED, Window};

#[tokio::test]
async fn every_screen_is_photographed() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    window.photograph("welcome").await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for theme in ["light", "dark"] {
        window.choose_theme(theme).await;
        for (width, height) in [(960, 700), (1280, 800), (1920, 1080)] {
            window.resize(width, height).await;
            photograph_screens(&window, &format!("{width}-{theme}")).await;
        }
        window.click("nav-outlook").await;
        window.click("method-open").await;
        window.find("record-title").await;
        window.settle().await;
        window.photograph(&format!("method-{theme}")).await;
        window.press(&char::from(Key::Escape).to_string()).await;
    }
    window.close().await;
}

/// At half as large again in the smallest window, every button of the title bar is still there, and none shows half a
/// word.
#[tokio::test]
async fn a_small_window_zoomed_in_is_photographed() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.resize(960, 700).await;
    // Something to undo, so that its label asks for room.
    window.click("nav-data").await;
    window.choose_cell("ict_total", "2026-03", "FY2026").await;
    window.press("400").await;
    window.fill("edit-source", "Bulletin of the zoomed window").await;
    window.click("edit-commit").await;
    window
        .until(
            "the way back",
            "document.querySelector('[data-testid=undo]')?.disabled === false",
        )
        .await;
    for _ in 0..5 {
        window.press_ctrl('+').await;
    }
    window.until("the zoom", "innerWidth < 700").await;
    photograph_screens(&window, "960-zoomed").await;
    let outside = window
        .eval(
            "[...document.querySelectorAll('header button')]
                .filter((one) => one.getClientRects().length > 0)
                .filter((one) => one.getBoundingClientRect().right > innerWidth || [...one.querySelectorAll('span')]
                    .some((word) => word.clientWidth > 0 && word.scrollWidth > word.clientWidth + 1))
                .map((one) => one.dataset.testid)",
        )
        .await;
    assert_eq!(outside, json!([]));
    window.find("asof").await;
    window
        .eval("document.querySelector('[data-testid=nav-data]').click() ?? true")
        .await;
    window
        .until(
            "the legend",
            "document.querySelector('.narrow dl')?.getClientRects().length > 0",
        )
        .await;
    window.close().await;
}

/// Keeps a picture of every screen, and sees that none is wider than its window.
async fn photograph_screens(window: &Window, name: &str) {
    for screen in ["overview", "data", "outlook", "briefings", "sources"] {
        // By the page: where it is zoomed, the driver points beside what it means.
        window
            .eval(&format!(
                "document.querySelector('[data-testid=nav-{screen}]').click() ?? true"
            ))
            .await;
        window.find(&format!("screen-{screen}")).await;
        window.settle().await;
        window.photograph(&format!("{screen}-{name}")).await;
        let wide = window.eval("document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(wide, json!(true), "{screen} is wider than its window: {name}");
    }
}
