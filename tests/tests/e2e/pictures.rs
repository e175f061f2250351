//! Every screen and dialog at every size that people have: pictures to be looked at (`target/screenshots`), and nothing on
//! them that is cut, covered, over something else or outside of the window.

use fantoccini::key::Key;
use serde_json::json;

use crate::window::{SCRIPTED, Window};

/// Sizes of the window and steps of zoom: 5 are 150 %.
const SIZES: [(u32, u32, usize); 5] = [
    (1280, 800, 0),
    (1920, 1080, 0),
    (960, 600, 0),
    (1280, 800, 5),
    (960, 700, 5),
];

/// Keeps a picture, and what does not fit on it.
async fn look(window: &Window, name: &str, misfits: &mut Vec<String>) {
    window
        .until("the answer", "document.querySelector('[data-testid=waiting]') === null")
        .await;
    window.settle().await;
    window.photograph(name).await;
    let found = window
        .client
        .execute(include_str!("fits.js"), Vec::new())
        .await
        .unwrap();
    let found = found.as_array().unwrap().iter();
    misfits.extend(found.map(|finding| format!("{name}: {}", finding.as_str().unwrap())));
    // A page that is zoomed in may be part of a pixel wider than the window says that it is.
    let wide = window
        .eval("document.documentElement.scrollWidth > innerWidth + 1")
        .await;
    if wide == json!(true) {
        misfits.push(format!("{name} is wider than its window"));
    }
}

/// Sets size and zoom, and answers with the name of both.
async fn fit(window: &Window, (width, height, steps): (u32, u32, usize)) -> String {
    window.press_ctrl('0').await;
    window.resize(width, height).await;
    for _ in 0..steps {
        window.press_ctrl('+').await;
    }
    if steps > 0 {
        window.until("the zoom", &format!("innerWidth * 1.4 < {width}")).await;
    }
    let zoomed = if steps > 0 { "-zoomed" } else { "" };
    format!("{width}{zoomed}")
}

/// Clicks by the page: where it is zoomed, the driver points beside what it means.
async fn click(window: &Window, name: &str) {
    window.find(name).await;
    window
        .eval(&format!(
            "document.querySelector('[data-testid={name}]').click() ?? true"
        ))
        .await;
}

async fn focus(window: &Window, name: &str) {
    window.find(name).await;
    window
        .eval(&format!(
            "document.querySelector('[data-testid={name}]').focus() ?? true"
        ))
        .await;
}

/// Opens a menu or popover, which listen for the pointer or for Enter.
async fn open(window: &Window, name: &str) {
    focus(window, name).await;
    window.press(&char::from(Key::Enter).to_string()).await;
}

async fn escape(window: &Window) {
    window.press(&char::from(Key::Escape).to_string()).await;
    window
        .until(
            "nothing raised",
            "document.querySelector('[data-dialog-content], [data-popover-content], [role=menu]') === null",
        )
        .await;
}

async fn look_at_screens(window: &Window, size: &str, misfits: &mut Vec<String>) {
    for screen in ["overview", "data", "claims", "outlook", "risks", "briefings", "sources"] {
        click(window, &format!("nav-{screen}")).await;
        window.find(&format!("screen-{screen}")).await;
        look(window, &format!("{screen}-{size}"), misfits).await;
    }
}

#[tokio::test]
async fn everything_on_every_screen_can_be_read() {
    let window = Window::open(SCRIPTED, None).await;
    let mut misfits = Vec::new();
    window.find("welcome-sample").await;
    for size in SIZES {
        let name = fit(&window, size).await;
        look(&window, &format!("welcome-{name}"), &mut misfits).await;
    }
    window.press_ctrl('0').await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for theme in ["light", "dark"] {
        window.press_ctrl('0').await;
        window.resize(1280, 800).await;
        window.choose_theme(theme).await;
        for size in SIZES {
            let name = fit(&window, size).await;
            look_at_screens(&window, &format!("{name}-{theme}"), &mut misfits).await;
        }
    }
    window.close().await;
    assert_eq!(misfits, Vec::<String>::new());
}

#[tokio::test]
async fn everything_that_opens_over_a_screen_can_be_read() {
    let window = Window::open(SCRIPTED, None).await;
    let mut misfits = Vec::new();
    window.click("welcome-sample").await;
    window.chart_svg().await;
    // Something to undo, so that its label asks for room.
    window.click("nav-data").await;
    window.choose_cell("ict_total", "2026-03", "FY2026").await;
    window.press("400").await;
    window.fill("edit-source", "Bulletin of the window").await;
    window.click("edit-commit").await;
    window.until_cell("ict_total", "2026-03", "400").await;
    for size in SIZES {
        let name = fit(&window, size).await;
        look_at_dialogs(&window, &name, &mut misfits).await;
        look_at_entries(&window, &name, &mut misfits).await;
        look_at_the_past(&window, &name, &mut misfits).await;
    }
    window.close().await;
    assert_eq!(misfits, Vec::<String>::new());
}

async fn look_at_dialogs(window: &Window, size: &str, misfits: &mut Vec<String>) {
    click(window, "nav-overview").await;
    for (opener, dialog) in [("settings", "settings-dialog"), ("keys", "keys-dialog")] {
        click(window, opener).await;
        window.find(dialog).await;
        look(window, &format!("{dialog}-{size}"), misfits).await;
        escape(window).await;
    }
    for menu in ["file-menu", "change-log", "chart-export", "asof"] {
        open(window, menu).await;
        look(window, &format!("{menu}-{size}"), misfits).await;
        escape(window).await;
    }
    window.press_ctrl('n').await;
    window.find("new-dialog").await;
    look(window, &format!("new-{size}"), misfits).await;
    escape(window).await;
    open(window, "change-log").await;
    click(window, "log-open").await;
    window.find("log").await;
    look(window, &format!("log-{size}"), misfits).await;
    escape(window).await;
    focus(window, "headline-value").await;
    window.press(&char::from(Key::F2).to_string()).await;
    window.find("history").await;
    look(window, &format!("history-{size}"), misfits).await;
    escape(window).await;
    click(window, "nav-sources").await;
    window.find("sources").await;
    click(window, "source-rename").await;
    window.find("source-dialog").await;
    look(window, &format!("source-{size}"), misfits).await;
    escape(window).await;
    click(window, "nav-outlook").await;
    click(window, "method-open").await;
    window.find("record-title").await;
    look(window, &format!("method-{size}"), misfits).await;
    escape(window).await;
}

/// What is done to the head of the grid stands in one line at every size.
async fn look_at_the_bar(window: &Window, size: &str) {
    let one = "document.querySelector('[data-testid=data-more]').closest('[data-row]').offsetHeight <= 40";
    assert_eq!(window.eval(one).await, json!(true), "the bar of Data at {size}");
}

async fn look_at_entries(window: &Window, size: &str, misfits: &mut Vec<String>) {
    click(window, "nav-data").await;
    window.find("grid").await;
    look_at_the_bar(window, size).await;
    open(window, "data-more").await;
    look(window, &format!("data-more-{size}"), misfits).await;
    click(window, "series-rename").await;
    window.find("rename-dialog").await;
    look(window, &format!("rename-{size}"), misfits).await;
    escape(window).await;
    click(window, "paste-open").await;
    window.fill("paste-text", "315").await;
    window.find("paste-summary").await;
    look(window, &format!("paste-{size}"), misfits).await;
    escape(window).await;
    open(window, "data-more").await;
    click(window, "revisions-open").await;
    // It opens where it was left.
    click(window, "revisions-triangle").await;
    window.find("revisions").await;
    look(window, &format!("revisions-{size}"), misfits).await;
    click(window, "revisions-disagreements").await;
    window.find("disagreements-summary").await;
    look(window, &format!("disagreements-{size}"), misfits).await;
    escape(window).await;
    look_at_an_import(window, size, misfits).await;
    // The last cell in sight, where an entry has the least room.
    window
        .eval("document.querySelector('[data-testid=grid] [tabindex=\"0\"]').focus() ?? true")
        .await;
    window.press(&char::from(Key::Enter).to_string()).await;
    window.find("edit-value").await;
    look(window, &format!("entry-{size}"), misfits).await;
    window.fill("edit-source", "a").await;
    window.find("source-option").await;
    look(window, &format!("suggestions-{size}"), misfits).await;
    click(window, "edit-cancel").await;
}

async fn look_at_an_import(window: &Window, size: &str, misfits: &mut Vec<String>) {
    let text = "Million US$\n,Nov 2024,Dec 2025,Jan 2026\nTotal credits,311,437,380\nNet of imports,200,..,210\n";
    std::fs::write(window.folder.path().join("figures.csv"), text).unwrap();
    click(window, "import-open").await;
    window.find("import-start").await;
    look(window, &format!("import-start-{size}"), misfits).await;
    click(window, "import-pick").await;
    window.find("import-sentence").await;
    look(window, &format!("import-{size}"), misfits).await;
    click(window, "import-cancel").await;
    window.find("import-start").await;
    click(window, "nav-data").await;
    window.find("grid").await;
}

async fn look_at_the_past(window: &Window, size: &str, misfits: &mut Vec<String>) {
    open(window, "asof").await;
    window.fill("asof-date", "2025-01-01").await;
    click(window, "asof-read").await;
    window.find("asof-today").await;
    for screen in ["overview", "data", "outlook"] {
        click(window, &format!("nav-{screen}")).await;
        look(window, &format!("past-{screen}-{size}"), misfits).await;
    }
    click(window, "asof-today").await;
}
