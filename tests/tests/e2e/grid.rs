//! The grid as a spreadsheet person drives it, in the real window: selection and its sum, copy, paste with headers, one
//! value in several cells, figures taken out, the next month, a filter, and a quarterly series beside monthly ones.

use fantoccini::key::Key;
use serde_json::json;

use crate::own::choose;
use crate::window::{SCRIPTED, Window};

/// Presses keys while others are held.
async fn held(window: &Window, keys: &[Key], pressed: &str) {
    let held: String = keys.iter().map(|key| char::from(*key)).collect();
    window.press(&format!("{held}{pressed}{}", char::from(Key::Null))).await;
}

fn key(key: Key) -> String {
    char::from(key).to_string()
}

/// Pastes as the system does: the clipboard's text is asked for by name.
async fn paste(window: &Window, text: &str) {
    let script = format!(
        "(() => {{
            const event = new Event('paste', {{ bubbles: true, cancelable: true }});
            const getData = (kind) => (kind === 'text/plain' ? {} : '');
            Object.defineProperty(event, 'clipboardData', {{ value: {{ items: [], getData }} }});
            document.activeElement.dispatchEvent(event);
            return true;
        }})()",
        json!(text)
    );
    window.eval(&script).await;
}

async fn sample(window: &Window) {
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.click("nav-data").await;
}

/// A cell that shows no figure.
async fn until_blank(window: &Window, series: &str, month: &str) {
    window.until_cell(series, month, "·").await;
}

/// 354, 337 and 366 are 1,057, in the mean 352.3.
#[tokio::test]
async fn a_selection_tells_its_sum_and_is_copied() {
    let window = Window::open(SCRIPTED, None).await;
    sample(&window).await;
    window.choose_cell("ict_total", "2025-07", "FY2026").await;
    let down = key(Key::Down).repeat(2);
    held(&window, &[Key::Shift], &down).await;
    assert_eq!(window.text("grid-sum").await, "sum 1,057");
    assert_eq!(window.text("grid-mean").await, "mean 352.3");
    assert!(window.text("grid-count").await.starts_with("3 cells"));
    window.photograph("grid-selection").await;
    window.press_ctrl('c').await;
    window.until_shown("Copied with headers").await;
    held(&window, &[Key::Control, Key::Shift], "c").await;
    window
        .until(
            "the copy of figures alone",
            "[...document.querySelectorAll('[data-testid=toast]')].some((toast) => /Copied\\.\\s*/.test(toast.innerText))",
        )
        .await;
    // The total and one of its sectors have no sum together.
    held(&window, &[Key::Shift], &key(Key::Right)).await;
    window.press_ctrl('a').await;
    assert!(window.text("grid-status").await.contains("FY"), "a whole column");
    window.click("grid-head-computer_services").await;
    window
        .until(
            "the column of the head",
            "document.querySelector('[data-testid=grid-status]').innerText.includes('Computer')",
        )
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_block_with_headers_finds_its_places() {
    let window = Window::open(SCRIPTED, None).await;
    sample(&window).await;
    // Pasted on a month of another series.
    window.choose_cell("computer_services", "2025-07", "FY2026").await;
    let title = window.text("grid-head-ict_total").await;
    let block = format!("Month\t{}\r\nMar 2026\t371\r\nApr 2026\t382\r\n", title.trim());
    paste(&window, &block).await;
    assert!(
        window
            .text("paste-found")
            .await
            .contains("names its series and periods")
    );
    window.fill("paste-source", "Workbook").await;
    window.photograph("grid-paste-named").await;
    window
        .until(
            "the block to be read",
            "document.querySelector('[data-testid=paste-commit]')?.disabled === false",
        )
        .await;
    window.click("paste-commit").await;
    window.until_cell("ict_total", "2026-04", "382").await;
    window.press_ctrl('z').await;
    until_blank(&window, "ict_total", "2026-04").await;
    until_blank(&window, "ict_total", "2026-03").await;

    // What is not there is asked about, as of a file.
    window.choose_cell("computer_services", "2025-07", "FY2026").await;
    paste(&window, "Month\tSoftware licences\r\nMar 2026\t71\r\nApr 2026\t82\r\n").await;
    window.find("import-series").await;
    window.photograph("grid-paste-asked").await;
    window.click("import-cancel").await;
    window.close().await;
}

#[tokio::test]
async fn cells_are_filled_emptied_and_undone_together() {
    let window = Window::open(SCRIPTED, None).await;
    sample(&window).await;
    window.choose_cell("ict_total", "2026-03", "FY2026").await;
    held(&window, &[Key::Shift], &key(Key::Down)).await;
    window.press("371").await;
    window.fill("edit-source", "Workbook").await;
    assert!(window.text("edit-fill").await.contains("2 cells"));
    window.photograph("grid-fill").await;
    held(&window, &[Key::Control], &key(Key::Enter)).await;
    window.until_cell("ict_total", "2026-04", "371").await;
    window.until_cell("ict_total", "2026-03", "371").await;
    assert!(window.text("undo").await.contains("2 cells filled"));
    window.press_ctrl('z').await;
    until_blank(&window, "ict_total", "2026-03").await;
    until_blank(&window, "ict_total", "2026-04").await;

    // 374 and 365 are taken out: told before, and back with one undo.
    window.choose_cell("ict_total", "2026-01", "FY2026").await;
    held(&window, &[Key::Shift], &key(Key::Down)).await;
    window.press(&key(Key::Delete)).await;
    assert!(window.text("take-out-summary").await.starts_with("2 figures"));
    window.find("take-out-source").await;
    window.photograph("grid-take-out").await;
    // January was published by several sources: all of them go.
    window.click("take-out-all").await;
    window
        .until(
            "all of them to be told",
            "document.querySelector('[data-testid=take-out-commit]')?.disabled === false
                && !document.querySelector('[data-testid=take-out-summary]').innerText.startsWith('2 ')",
        )
        .await;
    window.click("take-out-commit").await;
    // Totals to date that were published tell the months all the same.
    window.until_shown("figures taken out").await;
    window.press_ctrl('z').await;
    window.until_cell("ict_total", "2026-02", "365").await;
    window.until_cell("ict_total", "2026-01", "374").await;
    window.close().await;
}

#[tokio::test]
async fn the_next_month_takes_one_key_and_a_filter_leaves_out_years() {
    let window = Window::open(SCRIPTED, None).await;
    sample(&window).await;
    window.choose_cell("ict_total", "2025-08", "FY2026").await;
    held(&window, &[Key::Control, Key::Shift], "n").await;
    assert!(window.text("edit").await.contains("Mar 2026"));
    window.press(&key(Key::Escape)).await;
    assert_eq!(
        window.eval("document.querySelector('[data-testid=new-dialog]')").await,
        json!(null)
    );

    window.click("filter-open").await;
    choose(&window, "filter-from", "FY2025").await;
    window.photograph("grid-filter").await;
    window
        .until(
            "the years before to go",
            "!document.querySelector('[data-testid=fold-FY2024]')",
        )
        .await;
    window.find("fold-FY2025").await;
    window.click("filter-clear").await;
    window.find("fold-FY2024").await;

    // As of a past day nothing is taken out or filled.
    window.press(&key(Key::Escape)).await;
    window.click("asof").await;
    window.fill("asof-date", "2025-12-31").await;
    window.click("asof-read").await;
    let why = "document.querySelector('[data-testid=grid-locked]')?.offsetWidth > 100";
    window.until("why nothing can be entered", why).await;
    window.choose_cell("ict_total", "2025-07", "FY2026").await;
    window.press(&key(Key::Delete)).await;
    window.until_shown("Read-only").await;
    assert_eq!(
        window.eval("document.querySelector('[data-testid=take-out]')").await,
        json!(null)
    );
    window.close().await;
}

#[tokio::test]
async fn a_quarter_stands_beside_its_months() {
    let window = Window::open(SCRIPTED, None).await;
    sample(&window).await;
    window.click("data-more").await;
    window.click("series-open").await;
    window.click("series-add").await;
    window.fill("series-title", "Receipts").await;
    choose(&window, "series-frequency", "quarter").await;
    window.click("series-save").await;
    window.find("outline-receipts").await;
    window.press(&key(Key::Escape)).await;
    // Rows are those of the series in hand.
    window.click("series-ict_total").await;
    window.click("scope-all").await;
    window.find("grid-head-receipts").await;
    // Any of its months takes the figure of the quarter.
    window.choose_cell("receipts", "2025-08", "FY2026").await;
    window.press("950").await;
    assert!(window.text("edit").await.contains("Q1 FY2026"));
    window.fill("edit-source", "Workbook").await;
    window.press(&key(Key::Enter)).await;
    window
        .until(
            "the bracket of the quarter",
            "document.querySelector('[data-testid=\"grid-span-receipts-2025-07\"]')?.innerText.includes('950') === true",
        )
        .await;
    window.photograph("grid-quarter").await;
    window.close().await;
}
