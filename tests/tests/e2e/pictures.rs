//! Pictures of every screen, to be looked at by people: `target/screenshots`.

use serde_json::json;

use crate::window::{SCRIPTED, Window};

#[tokio::test]
async fn every_screen_is_photographed() {
    let window = Window::open(SCRIPTED, None).await;
    window.find("welcome-sample").await;
    window.photograph("welcome").await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    for theme in ["light", "dark"] {
        window.choose_theme(theme).await;
        for (width, height) in [(1280, 800), (1920, 1080)] {
            window.resize(width, height).await;
            for screen in ["overview", "data", "outlook", "briefings", "sources"] {
                window.click(&format!("nav-{screen}")).await;
                window.find(&format!("screen-{screen}")).await;
                window.settle().await;
                window.photograph(&format!("{screen}-{width}-{theme}")).await;
                let wide = window.eval("document.documentElement.scrollWidth <= innerWidth").await;
                assert_eq!(wide, json!(true), "{screen} is wider than its window of {width}");
            }
        }
    }
    window.close().await;
}
