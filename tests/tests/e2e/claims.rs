//! The register of claims by keys alone: a claim with two conditions is entered, one of them judged, the claim linked to an
//! older one, the record followed, and all of it taken back; a line chosen in the chart is chosen in the table, and the
//! other way; as of a past day nothing can be entered.

use fantoccini::key::Key;

use crate::window::{SCRIPTED, Window};

fn key(key: Key) -> String {
    char::from(key).to_string()
}

/// The sample, with the screen of its claims in hand.
async fn register() -> Window {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.resize(1280, 800).await;
    window.press_ctrl('3').await;
    window.find("claims-table").await;
    window.find("claim-inspector").await;
    window
}

/// Puts the focus into an element, as Tab would in the end.
async fn focus(window: &Window, selector: &str) {
    window
        .until(
            selector,
            &format!("(document.querySelector(\"{selector}\")?.focus(), document.activeElement === document.querySelector(\"{selector}\") && document.activeElement !== null)"),
        )
        .await;
}

/// Writes into the field that has this name, over what stands there.
async fn write(window: &Window, name: &str, text: &str) {
    window.find(name).await;
    focus(window, &format!("[data-testid={name}]")).await;
    window.press_ctrl('a').await;
    window.press(text).await;
}

/// Chooses what a list offers; the list of the system that opens over the window cannot be driven.
async fn choose(window: &Window, name: &str, value: &str) {
    window.find(name).await;
    let script = format!(
        "(() => {{
            const list = document.querySelector('[data-testid={name}]');
            list.focus();
            list.value = '{value}';
            list.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return list.value;
        }})()"
    );
    let chosen = window.eval(&script).await;
    assert_eq!(chosen, serde_json::json!(value), "{name} has no {value}");
}

async fn until_record(window: &Window, rate: &str) {
    window
        .until(
            rate,
            &format!("document.querySelector('[data-testid=claims-record]')?.innerText.includes('{rate}') ?? false"),
        )
        .await;
}

#[tokio::test]
async fn a_claim_is_entered_judged_linked_and_taken_back_by_keys() {
    let window = register().await;
    until_record(&window, "1 of 5").await;
    window.photograph("claims-due").await;

    // N opens the form; what lacks is told while it is typed.
    window.press("n").await;
    window.find("target-amount").await;
    window.until_shown("No amount was given").await;
    write(&window, "target-amount", "4150").await;
    write(&window, "target-maker", "Ministry of IT").await;
    choose(&window, "target-year", "FY2025").await;
    write(&window, "target-said", "10 Jan 2025").await;
    write(
        &window,
        "target-conditions",
        "The budget is enough; the internet is not shut down",
    )
    .await;
    window.until_shown("Against 3,810 it is missed").await;
    window.photograph("claims-typed").await;
    focus(&window, "[data-testid=target-amount]").await;
    window.press(&key(Key::Enter)).await;

    // It is in hand, with both conditions, and counts.
    until_record(&window, "1 of 6").await;
    window
        .until(
            "the new claim",
            "document.querySelectorAll('[data-testid=claim-condition]').length === 2",
        )
        .await;
    let id = window
        .eval("document.querySelector('[data-testid=claims-table] tr.chosen').dataset.claim")
        .await;
    let id = id.as_str().unwrap().to_owned();

    // J judges a condition.
    focus(&window, &format!("[data-claim={id}] button")).await;
    window.press("j").await;
    write(&window, "judge-condition", "the internet is not shut down").await;
    write(&window, "judge-evidence", "It was off for two days").await;
    write(&window, "judge-source", "A statement of the authority").await;
    focus(&window, "[data-testid=judge-evidence]").await;
    window.press(&key(Key::Enter)).await;
    window.until_shown("its worth is not known").await;
    window.photograph("claims-judged").await;

    // L links it to an older one, with which it is counted then.
    focus(&window, &format!("[data-claim={id}] button")).await;
    window.press("l").await;
    choose(&window, "link-to", "T22").await;
    focus(&window, "[data-testid=link-save]").await;
    window.press(&key(Key::Enter)).await;
    window.until_shown("counted with T22").await;
    until_record(&window, "1 of 5").await;

    // Three changes, each one step back.
    for rate in ["1 of 6", "1 of 6", "1 of 5"] {
        window.press_ctrl('z').await;
        until_record(&window, rate).await;
        window.settle().await;
    }
    window
        .until(
            "no trace of it",
            &format!("document.querySelector('[data-claim={id}]') === null"),
        )
        .await;
    window.close().await;
}

#[tokio::test]
async fn the_line_in_the_chart_and_the_row_of_the_table_are_one() {
    let window = register().await;
    // From the row to the chart.
    focus(&window, "[data-claim=T22] button").await;
    window
        .until(
            "the line of T22",
            "document.querySelector('[data-testid=chart-readout]').innerText.includes('$4.2')",
        )
        .await;
    window.press(&key(Key::Down)).await;
    window
        .until(
            "the next row",
            "document.querySelector('tr.chosen').dataset.claim !== 'T22'",
        )
        .await;
    // From the chart to the row: the next line is another claim.
    focus(&window, "[data-claim=T22] button").await;
    focus(&window, "[data-testid=chart]").await;
    window.press(&key(Key::Right)).await;
    window
        .until(
            "the row of the next line",
            "(document.querySelector('tr.chosen')?.dataset.claim ?? 'T22') !== 'T22'",
        )
        .await;
    // The record of every maker is one key away, and Escape leads back.
    focus(&window, "tr.chosen button").await;
    window.press("s").await;
    window.find("scorecard-makers").await;
    window.until_shown("not ranked").await;
    window.photograph("claims-scorecard").await;
    window.press(&key(Key::Escape)).await;
    window.settle().await;
    window.close().await;
}

#[tokio::test]
async fn as_of_a_past_day_the_register_is_read_and_not_written() {
    let window = register().await;
    window.click("asof").await;
    window.fill("asof-date", "2024-12-31").await;
    window.click("asof-read").await;
    window
        .until(
            "the register of that day",
            "document.querySelector('[data-testid=claim-add]') === null
                && document.querySelector('[data-claim=T29]') === null
                && document.querySelector('[data-testid=claims-table]') !== null",
        )
        .await;
    window.find("claim-inspector").await;
    let buttons = window
        .eval("['claim-amend', 'claim-link', 'claim-judge', 'condition-judge-0'].filter((name) => document.querySelector(`[data-testid=${name}]`)).length")
        .await;
    assert_eq!(buttons, serde_json::json!(0));
    focus(&window, "tr.chosen button").await;
    window.press("n").await;
    window.press(&key(Key::Enter)).await;
    window.settle().await;
    let dialog = window
        .eval("document.querySelector('[data-dialog-content]') === null")
        .await;
    assert_eq!(dialog, serde_json::json!(true), "nothing can be entered");
    window.photograph("claims-past").await;
    window.close().await;
}
