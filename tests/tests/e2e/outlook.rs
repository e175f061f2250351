//! The outlook in the window: how likely is it, what drives it, what it rests on, and as of an earlier day.

use fantoccini::key::Key;

use crate::window::{SCRIPTED, Window};

/// The record of the method stands on the page.
const RECORD_IS_THERE: &str = "document.querySelector('[data-testid=record]')?.getAttribute('aria-busy') === 'false'";

/// Opens the sample as of a day of which it is known what was published, at the outlook.
async fn outlook_as_of(window: &Window, day: &str) {
    window.click("welcome-sample").await;
    window.find("headline-value").await;
    read_as_of(window, day).await;
    window.click("nav-outlook").await;
    window.find("screen-outlook").await;
    window.find("chances").await;
}

async fn read_as_of(window: &Window, day: &str) {
    window.click("asof").await;
    window.fill("asof-date", day).await;
    window.click("asof-read").await;
    window.find("asof-today").await;
}

#[tokio::test]
async fn each_open_claim_has_its_chance_and_its_record() {
    let window = Window::open(SCRIPTED, None).await;
    outlook_as_of(&window, "2026-04-01").await;

    // A card for each claim: the amount, the chance in words and as a number, and 100 marks.
    let chances = window.text("chances").await;
    for amount in ["5,200", "5,000"] {
        assert!(chances.contains(amount), "no {amount} among the chances: {chances}");
    }
    let told = "(cards => cards.length > 1 && cards.every(card => \
                /[A-Z][a-z]/.test(card.querySelector('[data-testid=chance-words]').innerText) && \
                /\\d (of|in) [\\d,]+/.test(card.querySelector('[data-testid=chance-number]').innerText) && \
                card.querySelector('svg[data-marks]') !== null))\
                ([...document.querySelectorAll('li[data-testid^=chance-]')])";
    window.until("words and a number on every card", told).await;
    for never in ["0 of 100", "100 of 100"] {
        assert!(
            !chances.lines().any(|line| line == never),
            "a chance of {never}: {chances}"
        );
    }

    // The record of past chances comes to stand beside them.
    window.until("the record", RECORD_IS_THERE).await;
    let record = window.text("record").await;
    assert!(
        record.chars().any(|c| c.is_ascii_digit()),
        "the record has figures: {record}"
    );
    assert!(window.text("drivers").await.contains("FY2026"), "what drives the year");

    // Arrows walk the cards, and F2 tells who said it.
    window
        .eval("document.querySelector('[data-testid=chances] button[tabindex=\"0\"]').focus()")
        .await;
    window.press(&char::from(Key::Down).to_string()).await;
    window.press(&char::from(Key::F2).to_string()).await;
    window.find("history-observation").await;
    window.press(&char::from(Key::Escape).to_string()).await;
    window.close().await;
}

#[tokio::test]
async fn the_fan_is_read_by_month_beside_its_record_and_leaves() {
    let window = Window::open(SCRIPTED, None).await;
    outlook_as_of(&window, "2026-04-01").await;
    let year = window.chart_svg().await;
    assert!(
        window.text("chart-title").await.contains('$'),
        "the title states the finding"
    );
    let mut seen = vec![year.clone()];
    for tab in ["outlook_monthly", "backtest"] {
        window.click(&format!("tab-{tab}")).await;
        window
            .until(
                "another chart",
                &format!(
                    "document.querySelector('[role=tabpanel]').getAttribute('aria-busy') === 'false' && \
                     !{}.includes(document.querySelector('[data-testid=chart] svg')?.outerHTML)",
                    serde_json::json!(seen)
                ),
            )
            .await;
        seen.push(window.chart_svg().await);
    }

    // Back to the year by keys, to the byte, and out of the window.
    window.press(&char::from(Key::Home).to_string()).await;
    window.until_chart(&year).await;
    for kind in ["svg", "png", "pdf"] {
        window.click("chart-export").await;
        window.click(&format!("chart-export-{kind}")).await;
        let file = window.exported(kind).await;
        assert!(file.metadata().unwrap().len() > 1000, "{}", file.display());
    }
    window.close().await;
}

#[tokio::test]
async fn the_method_and_its_record_are_one_click_away() {
    let window = Window::open(SCRIPTED, None).await;
    outlook_as_of(&window, "2026-04-01").await;
    window.click("method-open").await;
    window.find("method").await;
    for table in ["record-methods", "record-coverage", "record-chances"] {
        assert!(window.text(table).await.contains('%'), "{table} has figures");
    }
    window.photograph("outlook-method").await;
    window.press(&char::from(Key::Escape).to_string()).await;
    window
        .until(
            "the dialog to go",
            "document.querySelector('[data-testid=method]') === null",
        )
        .await;
    window.close().await;
}

#[tokio::test]
async fn the_outlook_of_an_earlier_day_knows_no_more_than_that_day() {
    let window = Window::open(SCRIPTED, None).await;
    outlook_as_of(&window, "2026-04-01").await;
    let now = window.chart_svg().await;
    read_as_of(&window, "2025-01-01").await;
    // The claim of December 2024 is open, and nobody has said 5.2 billion yet.
    let then = "(text => text.includes('4,200') && !text.includes('5,200'))\
                (document.querySelector('[data-testid=chances]').innerText)";
    window.until("the claims of that day", then).await;
    assert!(window.text("drivers").await.contains("FY2025"), "what drives that year");
    window
        .until(
            "another chart",
            &format!(
                "![undefined, {}].includes(document.querySelector('[data-testid=chart] svg')?.outerHTML)",
                serde_json::json!(now)
            ),
        )
        .await;
    window.photograph("outlook-as-of").await;
    window.close().await;
}

#[tokio::test]
async fn the_chance_on_the_overview_leads_to_the_outlook() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    // No chance stands without the record of past ones.
    window.until_shown("Tested on").await;
    window.click("headline-outlook").await;
    window.find("screen-outlook").await;
    window.find("chances").await;
    window.close().await;
}
