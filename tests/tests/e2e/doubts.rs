//! Figures that may not have been meant, and days as people write them, in the real window.

use fantoccini::key::Key;

use crate::window::{SCRIPTED, Window};

async fn press_enter(window: &Window) {
    window.press(&char::from(Key::Enter).to_string()).await;
}

/// Opens the entry of a month that the sample does not know, and writes a source and a value, in whose field it stays.
async fn begin(window: &Window, month: &str, value: &str) {
    window.choose_cell("ict_total", month, "FY2026").await;
    press_enter(window).await;
    window.fill("edit-source", "Bulletin").await;
    window.fill("edit-value", value).await;
    window
        .until(
            "what the entry does",
            "document.querySelector('[data-testid=edit-preview]')?.innerText !== ''",
        )
        .await;
}

#[tokio::test]
async fn a_figure_far_from_the_others_is_asked_about_once() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.click("nav-data").await;

    begin(&window, "2026-03", "402000000").await;
    press_enter(&window).await;
    window.find("doubt-save").await;
    let told = window.text("edit-doubts").await;
    assert!(told.contains("about a million times"), "{told}");
    window.photograph("doubt-cell").await;
    // One click saves what was meant.
    window.click("doubt-instead").await;
    window.until_cell("ict_total", "2026-03", "402").await;

    // Who means it saves it with Enter, and is not asked again.
    begin(&window, "2026-03", "4030").await;
    press_enter(&window).await;
    window.find("doubt-save").await;
    press_enter(&window).await;
    window.until_cell("ict_total", "2026-03", "4,030").await;

    // A day that can be two is said where it stands; written so that it is one, it is taken.
    begin(&window, "2026-04", "405").await;
    window.fill("edit-published", "03/04/2026").await;
    press_enter(&window).await;
    let wrong = window.text("edit-published-wrong").await;
    assert!(wrong.contains("2026-04-03 or 2026-03-04"), "{wrong}");
    window.photograph("day-of-two").await;
    window.fill("edit-published", "16 Nov 2026").await;
    press_enter(&window).await;
    window.until_cell("ict_total", "2026-04", "405").await;

    // A year says its months.
    window.choose_cell("ict_total", "FY2026", "FY2026").await;
    press_enter(&window).await;
    assert_eq!(window.text("edit-span").await, "July 2025 to June 2026");
    window.photograph("entry-of-a-year").await;
    window.press(&char::from(Key::Escape).to_string()).await;

    window.choose_cell("ict_total", "2026-05", "FY2026").await;
    window.click("paste-open").await;
    window.fill("paste-text", "407000000").await;
    window.fill("paste-source", "Workbook").await;
    window.find("paste-doubts").await;
    window.click("paste-commit").await;
    window.find("paste-question").await;
    window.photograph("doubt-paste").await;
    window.click("paste-doubts-use").await;
    window.click("paste-commit").await;
    window.until_cell("ict_total", "2026-05", "407").await;
    window.close().await;
}

/// What the check finds stands beside the grid: it leads to its cell, is let stand with a reason, and undo takes that back.
#[tokio::test]
async fn a_finding_leads_to_its_cell_and_is_accepted_with_a_reason() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.click("nav-data").await;
    window.click("quality-open-panel").await;
    let finding = "months_annual:ict_total@FY2021";
    window.click(&format!("quality-go-{finding}")).await;
    window
        .until(
            "the cell of the finding",
            "document.activeElement?.dataset.testid === 'grid-cell-ict_total-FY2021'",
        )
        .await;
    window.photograph("quality").await;
    window.click(&format!("quality-accept-{finding}")).await;
    window.fill("quality-because", "Restated as a whole").await;
    window.click("quality-save").await;
    window.until_shown("Restated as a whole").await;
    window.photograph("quality-accepted").await;
    window.click("undo").await;
    window.find(&format!("quality-accept-{finding}")).await;
    // What is saved after it was asked about is accepted with it.
    begin(&window, "2026-03", "4030").await;
    press_enter(&window).await;
    window.click("doubt-save").await;
    window.until_cell("ict_total", "2026-03", "4,030").await;
    window.until_shown("Entered anyway on").await;
    window.close().await;
}

/// A target in another unit is asked about once, and can be put right.
#[tokio::test]
async fn a_target_is_asked_about_before_it_is_saved() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.click("target-add").await;
    window.fill("target-amount", "4.7").await;
    window.fill("target-maker", "Chamber of Commerce").await;
    window.click("target-save").await;
    window.find("doubt-save").await;
    let told = window.text("target-doubts").await;
    assert!(told.contains("about a thousandth of"), "{told}");
    window.photograph("doubt-target").await;
    window.click("target-doubts-use").await;
    window.click("target-save").await;
    let closed = "document.querySelector('[data-testid=target-dialog]') === null";
    window.until("the dialog closed", closed).await;
    window.until_shown("Undo: Target or projection FY2026").await;
    window.close().await;
}
