//! The main job, from the first screen to the briefing on disk.

use std::process::Command;

use fantoccini::key::Key;

use crate::document;
use crate::window::{SCRIPTED, Window};

/// Enters `value` as a new observation of February 2026, the newest month of the sample, with keys alone once the
/// cell is chosen.
async fn correct(window: &Window, value: &str) {
    window.click("nav-data").await;
    let cell = window.choose_cell("ict_total", "2026-02", "FY2026").await;
    assert!(
        cell.text().await.unwrap().starts_with("365"),
        "the sample's observation"
    );
    window.press(&char::from(Key::Enter).to_string()).await;
    window.fill("edit-value", value).await;
    window.fill("edit-source", "Bulletin of the State Bank").await;
    window
        .until(
            "what the entry does",
            "document.querySelector('[data-testid=edit-preview]')?.innerText !== ''",
        )
        .await;
    window.click("edit-commit").await;
    window.until_cell("ict_total", "2026-02", value).await;
}

#[tokio::test]
async fn from_the_sample_to_a_briefing() {
    let window = Window::open(SCRIPTED, None).await;

    // The sample opens from the first screen, and the headline figures are there.
    window.click("welcome-sample").await;
    window.find("headline-value").await;
    let page = window.text_of_page().await;
    for figure in ["2,975", "5,200", "3,810"] {
        assert!(page.contains(figure), "no {figure} on the overview: {page}");
    }
    assert!(
        window.text("chart-title").await.contains("$5.2"),
        "the title states the finding"
    );
    let before = window.chart_svg().await;

    // A value is corrected in the grid, with keys alone.
    correct(&window, "401").await;

    // The chart and the figures follow.
    window.click("nav-overview").await;
    window.until_shown("3,011").await;
    let changed = window.chart_svg().await;
    assert_ne!(before, changed, "the chart draws the new value");

    // Undo takes it back, and the chart is what it was, to the byte.
    window.click("undo").await;
    window.until_shown("2,975").await;
    window.until_chart(&before).await;

    // The briefing is set, shown and exported.
    window.click("nav-briefings").await;
    window.find("brief-page").await;
    let title = window.text("brief-title").await;
    window.click("brief-export").await;
    let figures = ["3,810", "3,223", "5,200"];
    document::check_briefing(&window.exported("pdf").await, &title, &figures, ("2024-11", "310"));
    window.close().await;
}

#[tokio::test]
async fn a_chart_leaves_in_three_formats_and_as_an_image() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for kind in ["svg", "png", "pdf"] {
        window.click("chart-export").await;
        window.click(&format!("chart-export-{kind}")).await;
        let file = window.exported(kind).await;
        if kind == "pdf" {
            document::check_pdf(&file);
        }
    }

    window.click("chart-export").await;
    window.click("chart-copy").await;
    window.until_shown("clipboard").await;
    let taken = ["-selection", "clipboard", "-target", "image/png", "-out"];
    let pasted = Command::new("xclip").args(taken).output().unwrap();
    assert!(
        pasted.stdout.starts_with(b"\x89PNG"),
        "{}",
        String::from_utf8_lossy(&pasted.stderr)
    );
    window.close().await;
}

#[tokio::test]
async fn a_change_survives_closing() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    correct(&window, "402").await;

    let window = window.reopen(SCRIPTED).await;
    window.click("welcome-sample").await;
    window.click("nav-data").await;
    window.cell("ict_total", "2026-02", "FY2026").await;
    window.until_cell("ict_total", "2026-02", "402").await;
    // Undo reaches back beyond the start of the program.
    window.press_ctrl('z').await;
    window.until_cell("ict_total", "2026-02", "365").await;
    window.close().await;
}

/// A typing error is put right from the history of its figure, and a figure is withdrawn beside a new entry.
#[tokio::test]
async fn an_entry_is_corrected_and_a_figure_withdrawn() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    correct(&window, "420").await;
    window.choose_cell("ict_total", "2026-02", "FY2026").await;
    window.press(&char::from(Key::F2).to_string()).await;
    window.click("history-amend").await;
    window.find("amend-value").await;
    window
        .until(
            "what was entered",
            "document.querySelector('[data-testid=amend-value]').value === '420'",
        )
        .await;
    window.photograph("amend-correct").await;
    window.fill("amend-value", "402").await;
    window.click("amend-save").await;
    window.until_cell("ict_total", "2026-02", "402").await;
    window.until_shown("it was entered as 420").await;

    window.choose_cell("ict_total", "2026-02", "FY2026").await;
    window.click("side-amend").await;
    window.click("amend-withdraw").await;
    window
        .until(
            "the source that published it",
            "document.querySelector('[data-testid=amend-source]').value !== ''",
        )
        .await;
    window.photograph("amend-withdraw").await;
    window.click("amend-save").await;
    // What another source published stands.
    window.until_cell("ict_total", "2026-02", "365").await;
    window.photograph("withdrawn").await;
    // One step back each.
    window.click("undo").await;
    window.until_cell("ict_total", "2026-02", "402").await;
    window.click("undo").await;
    window.until_cell("ict_total", "2026-02", "420").await;

    window.click("paste-open").await;
    window.fill("paste-text", "311\n312\n313").await;
    window
        .eval("(() => { const when = document.querySelector('[data-testid=paste-published-when]'); when.value = 'after-each-period'; when.dispatchEvent(new Event('change', { bubbles: true })); return true; })()")
        .await;
    window.until_shown("Marked as approximate").await;
    window.until_shown("stays current").await;
    window.photograph("paste-dates").await;
    window.close().await;
}
