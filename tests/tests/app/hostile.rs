//! Files that are no workspaces, names that exist, and nothing open.

use hadaf_app::wire::{NewWorkspace, OverviewRequest, Settings, ThemeChoice};
use hadaf_app::{Access, Code, Existing, PAKISTAN};

use crate::{Desk, names};

#[test]
fn nothing_open_is_said_so() {
    let desk = Desk::empty();
    let request = OverviewRequest {
        series: "ict_total".into(),
        as_of: None,
    };
    assert_eq!(desk.app.overview(&request).unwrap_err().code, Code::NothingOpen);
    assert_eq!(desk.app.workspace_view().unwrap(), None);
    assert_eq!(desk.app.undo().unwrap_err().code, Code::NothingOpen);
}

#[test]
fn a_file_that_is_no_workspace_keeps_its_bytes_and_the_open_one_stays_open() {
    let desk = Desk::with_sample();
    let path = desk.path("letter.hadaf");
    std::fs::write(&path, "A letter to the committee.").unwrap();
    let error = desk.app.in_words(&desk.app.open(&path, Access::Write).unwrap_err());
    assert_eq!(error.code, Code::NotAWorkspace);
    assert!(
        error.message.contains("letter.hadaf") && error.hint.is_some(),
        "{error:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"A letter to the committee.");
    assert_eq!(
        desk.app.open(&desk.path("none.hadaf"), Access::Read).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(desk.app.workspace_view().unwrap().unwrap().file_name, "sample.hadaf");
}

#[test]
fn a_second_session_reads_and_is_told_why() {
    let desk = Desk::with_sample();
    let other = Desk::empty();
    other.app.open(&desk.path("sample.hadaf"), Access::Write).unwrap();
    let view = other.app.workspace_view().unwrap().unwrap();
    assert!(view.read_only.unwrap().contains("Somebody else"), "in use");
    assert_eq!(other.app.undo().unwrap_err().code, Code::ReadOnly);
}

#[test]
fn what_exists_is_kept() {
    let desk = Desk::with_sample();
    let path = desk.path("sample.hadaf");
    let error = desk.app.create_sample(&path, PAKISTAN, Existing::Keep).unwrap_err();
    assert_eq!(error.code, Code::Exists);
    assert_eq!(
        desk.app
            .create_sample(&desk.path("x"), "atlantis", Existing::Keep)
            .unwrap_err()
            .code,
        Code::UnknownSample
    );
    assert!(!desk.path("x").exists());
}

#[test]
fn a_new_workspace_is_empty_and_remembered() {
    let desk = Desk::empty();
    let new = |name: &str, currency: &str| NewWorkspace {
        path: desk.path("own.hadaf"),
        name: name.into(),
        currency: currency.into(),
        fiscal_year_start_month: 4,
        series_title: "Textile exports".into(),
        origin: None,
        year_names: None,
    };
    assert_eq!(desk.app.workspace_new(&new(" ", "INR")).unwrap_err().code, Code::Word);
    assert_eq!(
        desk.app.workspace_new(&new("Textiles", "rupees")).unwrap_err().code,
        Code::Word
    );
    assert_eq!(names(desk.folder.path()), Vec::<String>::new());
    let view = desk.app.workspace_new(&new("Textiles", "inr")).unwrap();
    assert_eq!(
        (view.currency.as_str(), view.series[0].unit.as_str()),
        ("INR", "Rs million")
    );
    let overview = desk
        .app
        .overview(&OverviewRequest {
            series: String::new(),
            as_of: None,
        })
        .unwrap();
    assert!(overview.empty.is_some() && overview.headlines.is_empty());
    let start = desk.app.workspace_close();
    assert_eq!(
        (start.recent[0].name.as_str(), start.recent[0].missing),
        ("Textiles", false)
    );
    assert_eq!(start.recent[0].opened_at, "14:02");
}

#[test]
fn settings_are_kept_and_brought_back_into_bounds() {
    let desk = Desk::empty();
    let wild = Settings {
        theme: "pink".into(),
        zoom: 90.0,
        lang: "tlh".into(),
        author: " Bilal ".into(),
    };
    let kept = desk.app.settings_set(&wild).unwrap();
    assert_eq!(
        kept,
        Settings {
            theme: "system".into(),
            zoom: 3.0,
            lang: "en".into(),
            author: "Bilal".into()
        }
    );
    std::fs::write(desk.path("config").join("settings.json"), "{ broken").unwrap();
    let again = Desk::reopened(desk.folder);
    assert_eq!(again.app.settings().theme, ThemeChoice::System);
    let kept = std::fs::read_to_string(again.path("config").join("settings.json.broken"));
    assert_eq!(kept.unwrap(), "{ broken", "what cannot be read is not written over");
}
