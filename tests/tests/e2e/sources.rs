//! The document of a source: attached with its size told before, kept while the file itself goes, saved out again byte for
//! byte, and let go of; and whose figure is read, decided with a reason and undone.

use crate::window::{SCRIPTED, Window};

#[tokio::test]
async fn a_document_goes_in_and_comes_out_byte_for_byte() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    let paper = window.folder.path().join("paper.pdf");
    let bytes: Vec<u8> = (0..=255).cycle().take(3_000).collect();
    std::fs::write(&paper, &bytes).unwrap();

    window.click("nav-sources").await;
    window.find("sources").await;
    window.click("source-rename").await;
    window.click("document-pick").await;
    window.find("document-offer").await;
    window.until_shown("6.0 kB").await;
    window.photograph("document-offer").await;
    window.click("document-commit").await;
    window.until_shown("inside the workspace").await;
    std::fs::remove_file(&paper).unwrap();
    window.click("document-save").await;
    window
        .until("the copy", "document.body.textContent.includes('Copy saved')")
        .await;
    assert_eq!(std::fs::read(&paper).unwrap(), bytes);
    window.click("document-detach").await;
    window.until_shown("No document is attached.").await;
    window.close().await;
}

#[tokio::test]
async fn whose_figure_is_read_is_decided_and_undone() {
    let window = Window::open(SCRIPTED, None).await;
    window.click("welcome-sample").await;
    window.chart_svg().await;
    window.resize(1280, 800).await;
    window.click("nav-data").await;
    window.find("grid").await;
    window.click("data-more").await;
    window.click("revisions-open").await;
    window.find("revisions-summary").await;
    window.photograph("revisions").await;
    window.click("revisions-disagreements").await;
    window.find("disagreement-ict_total@2025-11").await;
    window.photograph("disagreements").await;
    window.click("prefer-ict_total@2025-11-67").await;
    window.fill("prefer-reason", "The page itself").await;
    window.click("prefer-save").await;
    window.find("prefer-withdraw-ict_total@2025-11").await;
    window.press("\u{e00c}").await;
    window.until_cell("ict_total", "2025-11", "366").await;
    window.press_ctrl('z').await;
    window.until_cell("ict_total", "2025-11", "356").await;
    window.close().await;
}
