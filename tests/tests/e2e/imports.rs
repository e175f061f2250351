//! A file that was sent becomes figures: dropped, asked about, mapped, entered as one step, seen, and taken back.

use std::fmt::Write as _;
use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

use crate::access::objections;
use crate::window::{SCRIPTED, Window};

/// Two years of months as an office in Europe writes them, with the total of each year.
fn figures(window: &Window) -> PathBuf {
    let mut text = String::from("Exports of textiles\nMillion EUR\nMonth;Textiles\n");
    for year in [2024, 2025] {
        for month in 1..=12 {
            let line = format!("{year}-{month:02};{},5", 100 + month + (year - 2024) * 10);
            writeln!(text, "{line}").unwrap();
        }
    }
    let path = window.folder.path().join("figures.csv");
    std::fs::write(&path, text).unwrap();
    path
}

/// Drops files as the system does.
fn drop_onto(window: &Window, paths: &[PathBuf]) {
    let mut names = String::new();
    for path in paths {
        writeln!(names, "{}", path.display()).unwrap();
    }
    let (begun, list) = (
        window.folder.path().join("dropping"),
        window.folder.path().join("dropped"),
    );
    std::fs::write(&begun, names).unwrap();
    std::fs::rename(&begun, &list).unwrap();
}

/// An empty workspace in euros whose year is the calendar's.
async fn empty_workspace(window: &Window) {
    window.find("welcome").await;
    window.press_ctrl('n').await;
    window.fill("new-name", "Textiles of Europe").await;
    window.fill("new-series", "Textile exports").await;
    window.fill("new-currency", "EUR").await;
    window.find("new-month").await.select_by_value("1").await.unwrap();
    window.click("new-create").await;
    window.find("screen-overview").await;
    window.find("empty").await;
}

/// Waits until it can be entered.
async fn until_ready(window: &Window) {
    window
        .until(
            "nothing left to answer",
            "document.querySelector('[data-testid=import-apply]')?.disabled === false",
        )
        .await;
}

#[tokio::test]
async fn a_file_that_is_dropped_becomes_figures_and_their_chart() {
    let window = Window::open(SCRIPTED, None).await;
    empty_workspace(&window).await;
    // Anywhere: here on the sources.
    window.click("nav-sources").await;
    drop_onto(&window, &[figures(&window)]);
    let sentence = window.text("import-sentence").await;
    assert!(sentence.contains("24 months"), "how it was read: {sentence}");
    window.until_shown("101,5").await;
    assert_eq!(objections(&window).await, Vec::<String>::new(), "the import");
    window.settle().await;
    window.photograph("import-asked").await;
    let summary = window.text("import-summary").await;
    assert!(!summary.is_empty(), "what keeps it from being entered");
    assert_eq!(
        window
            .eval("document.querySelector('[data-testid=import-apply]').disabled")
            .await,
        json!(true)
    );

    // The column becomes the series that is there; the day is typed; keys alone.
    let target = window.find("import-target").await;
    target.select_by_value("total").await.unwrap();
    window.until_shown("January 2024").await;
    let day = "[data-testid=import-question-published] [data-testid=import-own]";
    window
        .client
        .find(Locator::Css(day))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    window.fill("import-day", "20 Feb 2026").await;
    window.press(&char::from(Key::Tab).to_string()).await;
    until_ready(&window).await;
    window.settle().await;
    window.photograph("import-answered").await;
    window.press_ctrl(char::from(Key::Enter)).await;
    window.find("screen-data").await;
    window.until_cell("total", "2025-12", "122.5").await;

    // Their chart, and the way back to nothing.
    window.click("nav-overview").await;
    window.chart_svg().await;
    window.photograph("import-chart").await;
    window.press_ctrl('z').await;
    window.find("empty").await;
    window.press_ctrl('y').await;
    window.chart_svg().await;
    window.close().await;
}

#[tokio::test]
async fn an_import_that_is_given_up_changes_nothing_and_a_broken_file_is_told() {
    let window = Window::open(SCRIPTED, None).await;
    empty_workspace(&window).await;
    let broken = window.folder.path().join("broken.xlsx");
    std::fs::write(&broken, b"PK\x03\x04 and no more").unwrap();
    drop_onto(&window, &[broken, figures(&window)]);
    let told = window.text("import-broken").await;
    assert!(told.contains("broken.xlsx"), "which file: {told}");

    // Another screen is looked at meanwhile; the import is gone on with.
    window.click("nav-overview").await;
    window.find("screen-overview").await;
    window.click("nav-data").await;
    assert!(window.text("import-open").await.contains("Go on"));
    window.click("import-open").await;
    window.click("import-cancel").await;
    window.find("import-start").await;
    assert_eq!(
        window
            .eval("document.querySelector('[data-testid=undo]').disabled")
            .await,
        json!(true),
        "nothing was entered"
    );

    // The same file by a dialog, and a table that was copied.
    window.click("import-pick").await;
    window.find("import-sentence").await;
    window.click("import-cancel").await;
    window.find("import-text").await;
    window
        .fill("import-text", "Year,Textiles\n2023,1200\n2024,1300\n")
        .await;
    window.click("import-read").await;
    window.find("import-sentence").await;
    window.close().await;
}
