//! Entering, pasting, importing, and taking it back.

use hadaf_app::wire::PasteOutcome::{self, *};
use hadaf_app::wire::{HistoryRequest, PasteRequest, SetObservation};
use hadaf_app::{Code, ImportRequest};

use crate::Desk;

fn march(value: &str) -> SetObservation {
    SetObservation {
        series: "ict_total".into(),
        period: "Mar-26".into(),
        value: value.into(),
        published: "2026-04-01".into(),
        source: "State Bank release".into(),
        status: None,
        note: String::new(),
    }
}

fn history(desk: &Desk, period: &str) -> hadaf_app::wire::HistoryView {
    let request = HistoryRequest {
        series: "ict_total".into(),
        period: period.into(),
        as_of: None,
        claim: None,
    };
    desk.app.history(&request).unwrap()
}

#[test]
fn a_value_is_a_new_observation_and_can_be_taken_back() {
    let desk = Desk::with_sample();
    let changed = desk.app.observation_set(&march("1,401.50")).unwrap();
    assert_eq!(changed.label, "IT exports, Mar 2026: 1,401.50");
    assert_eq!(
        changed.workspace.undo.as_deref(),
        Some("IT exports, Mar 2026: 1,401.50")
    );
    assert_eq!(changed.workspace.saved_at, "14:02");
    let observation = &history(&desk, "2026-03").vintages[0];
    assert_eq!(
        (observation.exact.as_str(), observation.entered_by.as_str()),
        ("1401.50", "Ayesha")
    );

    let undone = desk.app.undo().unwrap();
    assert_eq!((undone.workspace.undo, undone.workspace.redo.is_some()), (None, true));
    assert!(history(&desk, "2026-03").vintages.is_empty());
    assert!(desk.app.log().unwrap().entries[0].undone);
    desk.app.redo().unwrap();
    assert_eq!(history(&desk, "2026-03").value, "1,401.50");
}

#[test]
fn a_second_value_is_a_revision_and_the_first_one_stays() {
    let desk = Desk::with_sample();
    let mut february = march("371");
    february.period = "February 2026".into();
    desk.app.observation_set(&february).unwrap();
    let history = history(&desk, "2026-02");
    let told: Vec<_> = history
        .vintages
        .iter()
        .map(|it| (it.exact.as_str(), it.role.as_str(), it.change.as_str()))
        .collect();
    assert_eq!(told, [("371", "current", "+6"), ("365", "superseded", "")]);
}

#[test]
fn what_cannot_be_right_is_refused_with_a_code() {
    let desk = Desk::with_sample();
    let code = |change: fn(&mut SetObservation)| {
        let mut entry = march("401");
        change(&mut entry);
        desk.app.observation_set(&entry).unwrap_err().code
    };
    assert_eq!(code(|it| it.value = "lots".into()), Code::Number);
    assert_eq!(code(|it| it.value = "1.234,5".into()), Code::Number);
    assert_eq!(code(|it| it.value = " ".into()), Code::Number);
    assert_eq!(code(|it| it.period = "2026-13".into()), Code::Period);
    assert_eq!(code(|it| it.period = "2026-Q3".into()), Code::Period);
    assert_eq!(code(|it| it.published = "yesterday".into()), Code::Date);
    // Tomorrow has begun somewhere; the day after has not.
    assert_eq!(code(|it| it.published = "2026-04-03".into()), Code::Date);
    assert_eq!(code(|it| it.published = "2026-02-28".into()), Code::Date);
    assert_eq!(code(|it| it.source = "  ".into()), Code::Word);
    assert_eq!(code(|it| it.series = "nothing".into()), Code::UnknownSeries);
    assert_eq!(code(|it| it.status = Some("guess".into())), Code::Word);
    assert!(desk.app.log().unwrap().entries.is_empty());
}

fn block(text: &str) -> PasteRequest {
    PasteRequest {
        text: text.into(),
        series: vec!["ict_total".into(), "computer_services".into()],
        periods: vec!["2026-01".into(), "2026-02".into(), "2026-03".into()],
        published: "2026-04-01".into(),
        source: "Workbook".into(),
        ..PasteRequest::default()
    }
}

#[test]
fn a_block_is_previewed_and_pasted_as_one_change() {
    let desk = Desk::with_sample();
    let request = block("374\t..\r\n371\t301\r\n\"1,401\"\t \r\n");
    let preview = desk.app.paste_preview(&request).unwrap();
    let outcomes: Vec<PasteOutcome> = preview.cells.iter().map(|cell| cell.outcome).collect();
    assert_eq!(outcomes, [Same, Empty, Revises, New, New, Empty]);
    assert_eq!(preview.cells[2].message, "365 \u{2192} 371");
    assert!(preview.ready, "{}", preview.summary);
    assert_eq!(desk.app.paste_apply(&request).unwrap().label, "3 values pasted");
    assert_eq!(history(&desk, "2026-02").value, "371");
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, "2026-02").value, "365");
    assert_eq!(history(&desk, "2026-03").value, "");
}

#[test]
fn a_block_with_a_fault_changes_nothing() {
    let desk = Desk::with_sample();
    for text in ["374\tmany", "1\n2\n3\n4", "1\t2\t3", "374"] {
        let preview = desk.app.paste_preview(&block(text)).unwrap();
        assert!(!preview.ready, "{text}");
        assert_eq!(
            desk.app.paste_apply(&block(text)).unwrap_err().code,
            Code::Refused,
            "{text}"
        );
    }
    assert!(desk.app.log().unwrap().entries.is_empty());
}

#[test]
fn a_file_is_imported_whole_or_not_at_all_and_only_once() {
    let desk = Desk::with_sample();
    let file = desk.path("march.csv");
    std::fs::write(
        &file,
        "series,period,value,published,source\nict_total,2026-03,401,2026-04-01,Bulletin\n",
    )
    .unwrap();
    let dry = ImportRequest {
        dry_run: true,
        ..ImportRequest::default()
    };
    assert_eq!(desk.app.import(&file, &dry).unwrap().new, 1);
    assert!(desk.app.log().unwrap().entries.is_empty());

    let report = desk.app.import(&file, &ImportRequest::default()).unwrap();
    assert_eq!((report.rows, report.new, report.known), (1, 1, 0));
    assert_eq!(history(&desk, "2026-03").value, "401");
    assert_eq!(desk.app.import(&file, &ImportRequest::default()).unwrap().known, 1);
    assert_eq!(desk.app.log().unwrap().entries.len(), 1);

    std::fs::write(
        &file,
        "series,period,value,published,source\nict_total,2026-13,401,2026-04-01,B\nnothing,2026-03,1,,B\n",
    )
    .unwrap();
    let errors = desk
        .app
        .import(&file, &dry)
        .unwrap()
        .issues
        .iter()
        .filter(|it| it.severity == "error")
        .count();
    assert_eq!(errors, 2);
    assert_eq!(
        desk.app.import(&file, &ImportRequest::default()).unwrap_err().code,
        Code::Refused
    );
}
