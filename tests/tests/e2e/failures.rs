//! Files that cannot be opened are told in words, and the program goes on.

use hadaf_tests::folder;

use crate::window::{SCRIPTED, SHIPPED, Window};

#[tokio::test]
async fn a_file_that_is_no_workspace_is_told_at_the_start() {
    let folder = folder();
    let path = folder.path().join("letter.hadaf");
    let letter = "Dear committee,\n".repeat(100);
    std::fs::write(&path, &letter).unwrap();
    let window = Window::open_in(folder, SHIPPED, Some(&path)).await;
    window.until_shown("letter.hadaf").await;
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
    // There is a way on from here.
    window.find("welcome-sample").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_workspace_is_told_when_picked() {
    let folder = folder();
    let path = folder.path().join("sample.hadaf");
    std::fs::write(&path, "Dear committee,\n").unwrap();
    let window = Window::open_in(folder, SCRIPTED, None).await;
    window.click("welcome-open").await;
    window.until_shown("sample.hadaf").await;
    // The first screen is still there.
    window.click("welcome-sample").await;
    window.find("headline-value").await;
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dear committee,\n");
    window.close().await;
}
