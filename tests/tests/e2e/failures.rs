//! Files that cannot be opened are told in words, and the program goes on.

use hadaf_tests::{folder, hadaf, sample};

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

/// A synchronised folder, or somebody with a stick, puts another file in the place of the open one.
#[tokio::test]
async fn a_file_that_was_replaced_is_told_and_opened_again() {
    let folder = folder();
    let workspace = sample(folder.path());
    assert_eq!(hadaf(folder.path(), "new other.hadaf --series Textiles").code, Some(0));
    let other = folder.path().join("other.hadaf");
    let window = Window::open_in(folder, SHIPPED, Some(&workspace)).await;
    window.chart_svg().await;
    window.click("nav-data").await;
    window.choose_cell("ict_total", "2026-03", "FY2026").await;
    std::fs::rename(other, &workspace).unwrap();
    window.press("400").await;
    window.fill("edit-source", "Bulletin of a replaced file").await;
    window.click("edit-commit").await;
    let told = window.text("edit-failure").await;
    assert!(
        told.contains("replaced by another one") && told.contains("Open it again"),
        "{told}"
    );
    window.click("edit-cancel").await;
    window.photograph("replaced").await;
    window.click("file-open-again").await;
    window.until_shown("Textiles").await;
    window.close().await;
}
