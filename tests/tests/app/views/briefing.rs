//! The briefing and its digest.

use super::*;

#[test]
fn the_briefing_is_one_page_with_every_check_passed() {
    let view = Desk::with_sample().app.brief(&brief("2026-04-01")).unwrap();
    assert_eq!(view.title, "IT exports: almost no chance of reaching $5.2\u{a0}bn");
    assert_eq!(view.pages.len(), 1);
    for check in &view.checks {
        assert!(check.ok, "{}", check.text);
    }
}

#[test]
fn the_digest_follows_the_data_and_nothing_else() {
    let desk = Desk::with_sample();
    let first = desk.app.brief(&brief("2026-04-01")).unwrap().digest;
    assert_eq!(first.len(), 14);
    assert_eq!(
        Desk::with_sample().app.brief(&brief("2026-04-01")).unwrap().digest,
        first
    );
    assert_ne!(desk.app.brief(&brief("2025-01-01")).unwrap().digest, first);
    let entry = hadaf_app::wire::SetObservation {
        series: "ict_total".into(),
        period: "2026-02".into(),
        value: "366".into(),
        published: "2026-04-01".into(),
        source: "Bulletin".into(),
        status: None,
        note: String::new(),
    };
    desk.app.observation_set(&entry).unwrap();
    assert_ne!(desk.app.brief(&brief("2026-04-01")).unwrap().digest, first);
    desk.app.undo().unwrap();
    assert_eq!(desk.app.brief(&brief("2026-04-01")).unwrap().digest, first);
}

#[test]
fn the_briefing_is_written_as_pdf_and_the_same_twice() {
    let desk = Desk::with_sample();
    let write = |name: &str| {
        let path = desk.path(name);
        desk.app.brief_export(
            &BriefExport {
                brief: brief("2026-04-01"),
                path,
            },
            Existing::Keep,
        )
    };
    write("one.pdf").unwrap();
    write("two.pdf").unwrap();
    let bytes = std::fs::read(desk.path("one.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(bytes, std::fs::read(desk.path("two.pdf")).unwrap());
    assert_eq!(write("one.html").unwrap_err().code, Code::Format);
    let urdu = BriefRequest {
        lang: "ur".into(),
        ..brief("2026-04-01")
    };
    assert_eq!(desk.app.brief(&urdu).unwrap_err().code, Code::Word);
}
