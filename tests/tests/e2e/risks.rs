//! The registers in the real window, by keyboard: an entry typed from left to right, ten rows pasted and one mended, the
//! table out and in again, each gesture taken back, and a past day that cannot be edited.

use std::fmt::Write as _;

use fantoccini::key::Key;

use crate::access::objections;
use crate::window::{SCRIPTED, Window};

async fn enter(window: &Window) {
    window.press(&char::from(Key::Enter).to_string()).await;
}

/// Begins in a cell, types, and takes it in.
async fn typed(window: &Window, cell: &str, text: &str) {
    focused(window, cell).await;
    enter(window).await;
    let editor = window.find("register-editor").await;
    // What stands there is typed over; clearing a field would leave it.
    window
        .eval("document.querySelector('[data-testid=register-editor]').select()")
        .await;
    editor.send_keys(text).await.unwrap();
    enter(window).await;
    window
        .until(
            "taken in",
            "document.querySelector('[data-testid=register-editor]') === null",
        )
        .await;
}

async fn focused(window: &Window, cell: &str) {
    window.find(cell).await;
    window
        .eval(&format!("document.querySelector('[data-testid=\"{cell}\"]').focus()"))
        .await;
}

async fn until_rows(window: &Window, count: usize) {
    let script = format!("document.querySelectorAll('[data-testid=register-row]').length === {count}");
    window.until(&format!("{count} rows"), &script).await;
}

async fn rows(window: &Window) -> usize {
    let count = window
        .eval("document.querySelectorAll('[data-testid=register-row]').length")
        .await;
    usize::try_from(count.as_u64().unwrap()).unwrap()
}

async fn on_risks() -> Window {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.resize(1280, 800).await;
    window.click("nav-risks").await;
    window.find("register").await;
    window
}

#[tokio::test]
async fn an_entry_is_typed_from_left_to_right_and_taken_back() {
    let window = on_risks().await;
    window.settle().await;
    window.photograph("risks").await;
    let before = rows(&window).await;
    for (field, text) in [
        ("start", "2026-03-01"),
        ("scope", "Karachi"),
        ("kind", "shutdown"),
        ("source", "A letter of March"),
    ] {
        typed(&window, &format!("register-cell-new-{field}"), text).await;
    }
    window.photograph("risks-new").await;
    window.press_ctrl(char::from(Key::Enter)).await;
    until_rows(&window, before + 1).await;
    window.until_shown("Disruption entered").await;
    window.press_ctrl('z').await;
    until_rows(&window, before).await;
    assert_eq!(objections(&window).await, Vec::<String>::new());
    window.close().await;
}

#[tokio::test]
async fn ten_rows_are_pasted_one_is_mended_and_the_table_comes_back_without_change() {
    let window = on_risks().await;
    let before = rows(&window).await;
    let mut text = String::from("From\tPlaces and services\tKind\tSource\n");
    for day in 10..20 {
        writeln!(text, "2026-03-{day}\tQuetta\tshutdown {day}\tA letter").unwrap();
    }
    window.click("register-paste").await;
    window.find("rows-text").await;
    // A tab typed into a field would leave it.
    let text = serde_json::to_string(&text).unwrap();
    window
        .eval(&format!(
            "(() => {{ const field = document.querySelector('[data-testid=rows-text]'); field.value = {text};
                field.dispatchEvent(new Event('input', {{ bubbles: true }})); return true; }})()"
        ))
        .await;
    window.until_shown("10 new").await;
    assert_eq!(objections(&window).await, Vec::<String>::new());
    window.photograph("risks-paste").await;
    window.click("rows-commit").await;
    until_rows(&window, before + 10).await;

    // One of them is mended where it stands.
    let mended = "[...document.querySelectorAll('[data-testid=register-row]')]
        .map((row) => row.querySelector('[data-testid$=-kind]')).find((cell) => cell.textContent === 'shutdown 14')";
    let cell = window.eval(&format!("({mended}).dataset.testid")).await;
    typed(&window, cell.as_str().unwrap(), "throttling").await;
    window.until_shown("throttling").await;

    // Out, and in again: nothing is to be entered.
    window.click("register-export").await;
    window.click("register-export-csv").await;
    let file = window.exported("csv").await;
    let table = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        table.lines().filter(|line| line.contains("\"Quetta\"")).count(),
        10,
        "{table}"
    );
    std::fs::rename(&file, window.folder.path().join("figures.csv")).unwrap();
    window.click("register-import").await;
    window.find("rows-dialog").await;
    window.until_shown("nothing new, none changed").await;
    window
        .until(
            "nothing to save",
            "document.querySelector('[data-testid=rows-commit]')?.disabled === true",
        )
        .await;
    window.photograph("risks-import").await;
    window.click("rows-cancel").await;

    // Two gestures, two steps back.
    focused(&window, cell.as_str().unwrap()).await;
    window.press_ctrl('z').await;
    window.until_shown("shutdown 14").await;
    window.press_ctrl('z').await;
    until_rows(&window, before).await;
    window.close().await;
}

#[tokio::test]
async fn what_is_overdue_stands_first_with_its_history() {
    let window = on_risks().await;
    window.click("tab-initiatives").await;
    window.until_shown("overdue").await;
    window
        .until(
            "the longest overdue first",
            "document.querySelector('[data-testid=register-row] .bad') !== null",
        )
        .await;
    window.find("register-panel").await;
    window.settle().await;
    assert_eq!(objections(&window).await, Vec::<String>::new());
    window.photograph("risks-initiatives").await;
    for tab in ["costs", "budget", "concerns"] {
        window.click(&format!("tab-{tab}")).await;
        window.find("register-row").await;
        window.settle().await;
        window.photograph(&format!("risks-{tab}")).await;
    }
    window.click("tab-undertakings").await;
    window.find("empty").await;
    window.photograph("risks-undertakings").await;
    window.close().await;
}

#[tokio::test]
async fn a_past_day_cannot_be_edited() {
    let window = on_risks().await;
    let now = rows(&window).await;
    window.click("asof").await;
    window.fill("asof-date", "2024-03-01").await;
    window.click("asof-read").await;
    window.find("asof-today").await;
    window
        .until(
            "no row to type",
            "document.querySelector('[data-testid=register-new]') === null",
        )
        .await;
    assert!(rows(&window).await < now);
    let cell = window
        .eval("document.querySelector('[data-testid=register-row] td').dataset.testid")
        .await;
    focused(&window, cell.as_str().unwrap()).await;
    enter(&window).await;
    let editor = window
        .eval("document.querySelector('[data-testid=register-editor], [data-testid=register-import]')")
        .await;
    assert!(editor.is_null(), "{editor}");
    window.photograph("risks-as-of").await;
    window.close().await;
}
