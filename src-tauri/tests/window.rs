//! What the window decides itself. The rest is driven end to end by hadaf-tests.

use std::path::Path;

use hadaf_window::{FileKind, Url, is_ours};

#[test]
fn a_name_gets_its_ending_once() {
    let complete = |name: &str| FileKind::Pdf.complete(Path::new(name));
    assert_eq!(complete("brief"), Path::new("brief.pdf"));
    assert_eq!(complete("brief.pdf"), Path::new("brief.pdf"));
    assert_eq!(complete("brief.PDF"), Path::new("brief.PDF"));
    assert_eq!(complete("brief.2026"), Path::new("brief.2026.pdf"));
}

#[test]
fn only_pages_inside_the_program_are_shown() {
    let ours = |text: &str| is_ours(&Url::parse(text).unwrap());
    assert!(ours("tauri://localhost/"));
    assert!(ours("http://tauri.localhost/index.html"));
    for foreign in [
        "https://example.org/",
        "http://tauri.localhost.example.org/",
        "file:///etc/passwd",
        "about:blank",
    ] {
        assert!(!ours(foreign), "{foreign}");
    }
}
