//! Starting the shipped program.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use hadaf_tests::{folder, sample};

use crate::window::{SHIPPED, Window};

/// Answers when a frame with the chart has been painted, with the time in milliseconds since 1970.
const PAINTED: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => document.querySelector('[data-testid=chart] svg text')
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())))
        : setTimeout(look, 4);
    look();";

/// When a child of the process `parent` was started, in seconds since 1970, to a hundredth.
fn started(parent: u32) -> f64 {
    let uptime: f64 = fs::read_to_string("/proc/uptime")
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64();
    let stats = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("stat")).ok());
    let child = stats
        // After the name in parentheses: state, parent, ... and as the 20th the start in ticks of 10 ms.
        .map(|stat| {
            stat.rsplit(')')
                .next()
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .find(|fields| fields.get(1).is_some_and(|its| *its == parent.to_string()))
        .expect("the driver has started the program");
    let ticks: f64 = child[19].parse().unwrap();
    now - uptime + ticks / 100.0
}

#[tokio::test]
async fn the_shipped_program_opens_what_it_is_given() {
    let folder = folder();
    let workspace = sample(folder.path());
    let window = Window::open_in(folder, SHIPPED, Some(&workspace)).await;
    let painted = window
        .client
        .execute_async(PAINTED, Vec::new())
        .await
        .unwrap()
        .as_f64()
        .unwrap()
        / 1000.0;
    // For `make bench`; tests share the machine, so nothing here depends on it.
    let seconds = painted - started(window.driver());
    println!("start to first painted Overview: {seconds:.2} s");
    assert_eq!(window.client.title().await.unwrap(), "sample.hadaf · Hadaf");
    window.close().await;
}
