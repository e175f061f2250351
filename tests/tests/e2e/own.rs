//! One's own figures in the real window: the shortest way from an empty workspace to a briefing, and what can be done with
//! series, targets and data that leave.

use std::cell::Cell;

use crate::document;
use crate::window::{SCRIPTED, Window};

/// Counts what a person does.
struct Hand<'a> {
    window: &'a Window,
    clicks: Cell<u32>,
    fields: Cell<u32>,
}

impl Hand<'_> {
    async fn click(&self, name: &str) {
        self.clicks.set(self.clicks.get() + 1);
        self.window.click(name).await;
    }

    async fn fill(&self, name: &str, text: &str) {
        self.fields.set(self.fields.get() + 1);
        self.window.fill(name, text).await;
    }
}

/// Chooses what a list offers.
pub(crate) async fn choose(window: &Window, name: &str, value: &str) {
    let script = format!(
        "(() => {{
            const list = document.querySelector('[data-testid={name}]');
            list.value = '{value}';
            list.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return list.value;
        }})()"
    );
    window.find(name).await;
    assert_eq!(
        window.eval(&script).await,
        serde_json::json!(value),
        "{name} has no {value}"
    );
}

/// A new workspace in euros, by calendar years.
async fn fresh(hand: &Hand<'_>) {
    hand.click("welcome-new").await;
    hand.fill("new-name", "Services").await;
    hand.fill("new-series", "Services exports").await;
    hand.fill("new-currency", "EUR").await;
    hand.window.eval("(() => { const list = document.querySelector('[data-testid=new-month]'); list.selectedIndex = 0; list.dispatchEvent(new Event('change', { bubbles: true })); return 1; })()").await;
    hand.click("new-create").await;
    hand.window.find("empty").await;
}

/// Fourteen months, the newest last.
fn months() -> String {
    let values = [210, 205, 230, 226, 238, 251, 244, 240, 262, 270, 266, 281, 249, 255];
    values.map(|value| value.to_string()).join("\n")
}

#[tokio::test]
async fn the_shortest_way_from_nothing_to_a_briefing() {
    let window = Window::open(SCRIPTED, None).await;
    let hand = Hand {
        window: &window,
        clicks: Cell::new(0),
        fields: Cell::new(0),
    };
    fresh(&hand).await;
    window.photograph("own-empty").await;

    // Fourteen months are pasted, from the January of the year before.
    hand.click("empty-to-data").await;
    let year: i32 = {
        let today = window.eval("new Date().getFullYear()").await;
        i32::try_from(today.as_i64().unwrap()).unwrap()
    };
    let first = format!("{}-01", year - 1);
    let cell = window.cell("total", &first, &format!("FY{}", year - 1)).await;
    // One to unfold the year, one to choose the month.
    hand.clicks.set(hand.clicks.get() + 2);
    cell.click().await.unwrap();
    hand.click("paste-open").await;
    hand.fill("paste-text", &months()).await;
    hand.fill("paste-source", "Statistics office").await;
    window
        .until(
            "the block to be read",
            "document.querySelector('[data-testid=paste-commit]')?.disabled === false",
        )
        .await;
    hand.click("paste-commit").await;
    window.until_cell("total", &format!("{year}-02"), "255").await;

    // A target: its amount, and who stated it.
    hand.click("nav-overview").await;
    window.find("headline-value").await;
    hand.click("target-add").await;
    let before = hand.fields.get();
    hand.fill("target-amount", "3.2 bn").await;
    hand.fill("target-maker", "Ministry of Trade").await;
    window.photograph("own-target").await;
    assert!(hand.fields.get() - before <= 2, "a target takes two fields");
    hand.click("target-save").await;
    window.until_shown("Ministry of Trade").await;
    window.chart_svg().await;
    window.photograph("own-overview").await;

    hand.click("nav-briefings").await;
    window.find("brief-page").await;
    let title = window.text("brief-title").await;
    hand.click("brief-export").await;
    let (figures, newest) = (["€3.2 bn", "504"], format!("{year}-02"));
    document::check_briefing(&window.exported("pdf").await, &title, &figures, (&newest, "255"));
    println!("{} clicks, {} fields typed", hand.clicks.get(), hand.fields.get());
    assert!(hand.clicks.get() <= 12, "{} clicks", hand.clicks.get());
    window.close().await;
}

#[tokio::test]
async fn series_are_made_changed_merged_and_removed() {
    let window = Window::open(SCRIPTED, None).await;
    let hand = Hand {
        window: &window,
        clicks: Cell::new(0),
        fields: Cell::new(0),
    };
    fresh(&hand).await;
    window.click("empty-to-series").await;
    window.click("series-add").await;
    window.fill("series-title", "IT services").await;
    choose(&window, "series-parent", "total").await;
    window.photograph("own-series-form").await;
    window.click("series-save").await;
    window.find("outline-it_services").await;
    window.click("series-add").await;
    window.fill("series-title", "Staff").await;
    choose(&window, "series-kind", "count").await;
    choose(&window, "series-frequency", "quarter").await;
    window.click("series-save").await;
    window.find("outline-staff").await;
    window.photograph("own-series").await;
    window.click("series-edit-staff").await;
    window.fill("series-title", "Employees").await;
    window.click("series-save").await;
    window.until_shown("Employees").await;
    // The only one that counts the same is the total.
    window.click("series-merge-it_services").await;
    choose(&window, "merge-into", "total").await;
    window.click("merge-commit").await;
    window
        .until(
            "it is gone",
            "!document.querySelector('[data-testid=outline-it_services]')",
        )
        .await;
    window.click("series-remove-staff").await;
    window
        .until("it is gone", "!document.querySelector('[data-testid=outline-staff]')")
        .await;
    // What is in use is refused in words.
    window.click("series-remove-total").await;
    window.find("failure").await;
    window.photograph("own-series-refused").await;
    window.close().await;
}

#[tokio::test]
async fn data_leave_in_every_format() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample-india-services-exports").await;
    window.find("screen-overview").await;
    window.settle().await;
    window.photograph("india-overview").await;
    for screen in ["data", "outlook", "briefings", "sources"] {
        window.click(&format!("nav-{screen}")).await;
        window.find(&format!("screen-{screen}")).await;
        window.settle().await;
        window.photograph(&format!("india-{screen}")).await;
    }
    for (format, ending) in [("xlsx", "xlsx"), ("ods", "ods"), ("csv", "csv"), ("datapackage", "zip")] {
        window.click("nav-data").await;
        window.click("data-more").await;
        window.click("export-open").await;
        window.find("export-contents").await;
        window.click(&format!("export-{format}")).await;
        window.photograph("own-export").await;
        window.click("export-save").await;
        let file = window.exported(ending).await;
        assert!(file.metadata().unwrap().len() > 1_000, "{}", file.display());
        // What was done is told beside the screen, and covers nothing of it.
        window.find("toast").await;
        let beside = "document.querySelector('[data-testid=toast]').getBoundingClientRect().right
            <= document.querySelector('main').getBoundingClientRect().left";
        assert_eq!(
            window.eval(beside).await,
            serde_json::json!(true),
            "a message lies over the screen"
        );
    }
    window.close().await;
}

#[tokio::test]
async fn the_workspace_is_set_anew() {
    let window = Window::open(SCRIPTED, None).await;
    let hand = Hand {
        window: &window,
        clicks: Cell::new(0),
        fields: Cell::new(0),
    };
    fresh(&hand).await;
    window.click("settings").await;
    window.fill("workspace-name", "Trade").await;
    window.photograph("own-settings").await;
    window.click("workspace-save").await;
    window.until_shown("Settings of the workspace changed").await;
    window.close().await;
}
