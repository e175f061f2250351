//! Names are changed where they stand, and leave with everything that is drawn.

use serde_json::json;

use crate::window::{SCRIPTED, Window};

#[tokio::test]
async fn a_name_from_the_right_is_entered_and_leads_every_screen() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.resize(960, 700).await;
    window.click("nav-data").await;
    window.click("data-more").await;
    window.click("series-rename").await;
    window.fill("rename-title", "آئی ٹی برآمدات").await;
    window.photograph("rename").await;
    window.click("rename-commit").await;
    window.until_shown("renamed").await;
    for screen in ["overview", "data", "outlook", "briefings", "sources"] {
        window.click(&format!("nav-{screen}")).await;
        window.find(&format!("screen-{screen}")).await;
        window.settle().await;
        window.photograph(&format!("names-{screen}")).await;
        let wide = window.eval("document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(wide, json!(true), "{screen} is wider than its window");
    }

    // Nothing of a past day covers what stands beside it, and nothing there can be named.
    window.click("asof").await;
    window.fill("asof-date", "2025-01-01").await;
    window.click("asof-read").await;
    window.find("asof-today").await;
    window.click("nav-data").await;
    let why = "document.querySelector('[data-testid=grid-locked]')?.offsetWidth > 100";
    window.until("why nothing can be entered", why).await;
    window.photograph("names-past").await;
    let clear = "(() => {
        const box = (id) => document.querySelector(`[data-testid=${id}]`).getBoundingClientRect();
        const [note, button] = [box('grid-locked'), box('data-more')];
        return note.right <= button.left || note.bottom <= button.top;
    })()";
    assert_eq!(
        window.eval(clear).await,
        json!(true),
        "the note covers the button beside it"
    );
    window.close().await;
}
