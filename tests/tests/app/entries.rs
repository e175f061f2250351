//! What the window shows of figures that are estimated, corrected or withdrawn, and how they are entered there.

use hadaf_app::Code;
use hadaf_app::wire::PasteOutcome::{Beside, Corrects, New};
use hadaf_app::wire::{
    BriefRequest, CellMark, CorrectObservation, GridCell, GridRequest, HistoryRequest, HistoryView, OverviewRequest,
    PasteRequest, SetObservation, WithdrawObservation,
};

use crate::Desk;

fn enter(desk: &Desk, period: &str, value: &str, published: &str) -> hadaf_app::Result<Vec<String>> {
    let changed = desk.app.observation_set(&SetObservation {
        series: "ict_total".into(),
        period: period.into(),
        value: value.into(),
        published: published.into(),
        source: "State Bank release".into(),
        status: None,
        note: String::new(),
    })?;
    Ok(changed.notes)
}

fn correct(desk: &Desk, period: &str, value: &str) -> hadaf_app::Result<String> {
    let request = CorrectObservation {
        series: "ict_total".into(),
        period: period.into(),
        value: Some(value.into()),
        ..CorrectObservation::default()
    };
    Ok(desk.app.observation_correct(&request)?.label)
}

fn history(desk: &Desk, period: &str) -> HistoryView {
    let request = HistoryRequest {
        series: "ict_total".into(),
        period: period.into(),
        as_of: None,
        claim: None,
    };
    desk.app.history(&request).unwrap()
}

/// The first column's cell of a period.
fn cell(desk: &Desk, period: &str) -> GridCell {
    let grid = desk
        .app
        .grid(&GridRequest {
            all: false,
            as_of: None,
            frequency: None,
        })
        .unwrap();
    let mut rows = grid
        .years
        .into_iter()
        .flat_map(|year| [vec![year.total], year.months].concat());
    rows.find(|row| row.period == period).unwrap().cells[0].clone()
}

#[test]
fn the_grid_marks_an_estimate_and_the_briefing_does_not_close_the_year() {
    let desk = Desk::sample_at("2026-05-04T10:00:00+05:00[+05:00]");
    let title = |day: &str| {
        let request = BriefRequest {
            series: String::new(),
            as_of: Some(day.into()),
            lang: "en".into(),
            with_notes: false,
        };
        desk.app.brief(&request).unwrap().title
    };
    let overview = || {
        let request = OverviewRequest {
            series: String::new(),
            as_of: None,
        };
        let view = desk.app.overview(&request).unwrap();
        (format!("{:?}", view.headlines), format!("{:?}", view.claims))
    };
    let (before, shown) = (title("2026-05-04"), overview());
    let to_date = cell(&desk, "FY2026").text;
    enter(&desk, "FY2026", "4450", "2026-04-20").unwrap();
    enter(&desk, "2026-05", "120", "2026-05-03").unwrap();
    assert_eq!(title("2026-05-04"), before);
    assert_eq!(overview(), shown);
    let year = cell(&desk, "FY2026");
    assert_eq!(year.text, to_date);
    assert!(
        year.hint.contains("4,450") && year.hint.contains("estimate"),
        "{}",
        year.hint
    );
    let month = cell(&desk, "2026-05");
    assert_eq!((month.text.as_str(), month.mark), ("120", CellMark::Estimate));
    let told = history(&desk, "2026-05");
    assert_eq!(told.vintages[0].role_label, "estimate");
    assert!(
        told.sentences[0].starts_with("Estimated at 120"),
        "{:?}",
        told.sentences
    );
}

#[test]
fn a_correction_is_told_in_the_history_alone() {
    let desk = Desk::with_sample();
    enter(&desk, "2026-03", "4020", "2026-04-01").unwrap();
    assert_eq!(
        correct(&desk, "2026-03", "402").unwrap(),
        "IT exports, Mar 2026: 4,020 corrected to 402"
    );
    let told = history(&desk, "2026-03");
    assert_eq!((told.value.as_str(), told.vintages.len()), ("402", 1));
    assert_eq!(
        told.corrections,
        ["Corrected on 1 April 2026 by Ayesha; it was entered as 4,020 (State Bank release, 1 April 2026)."]
    );
    assert_eq!(cell(&desk, "2026-03").mark, CellMark::Provisional);
    assert_eq!(correct(&desk, "2026-03", "402").unwrap_err().code, Code::Word);
    desk.app.undo().unwrap();
    let told = history(&desk, "2026-03");
    assert_eq!((told.value.as_str(), told.corrections.len()), ("4,020", 0));
    desk.app.redo().unwrap();
    assert_eq!(history(&desk, "2026-03").corrections.len(), 1);
    // Taken out with what was put right in it.
    let request = CorrectObservation {
        series: "ict_total".into(),
        period: "2026-03".into(),
        ..CorrectObservation::default()
    };
    desk.app.observation_correct(&request).unwrap();
    assert!(history(&desk, "2026-03").vintages.is_empty());
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, "2026-03").corrections.len(), 1);
}

#[test]
fn a_withdrawn_month_is_marked_in_the_grid_and_told_in_its_history() {
    let desk = Desk::with_sample();
    let withdraw = |source: &str| {
        desk.app.observation_withdraw(&WithdrawObservation {
            series: "ict_total".into(),
            period: "2026-02".into(),
            published: "2026-04-01".into(),
            source: source.into(),
            note: String::new(),
        })
    };
    // A publisher withdraws its own figure, by the title of its page or by its name.
    let refused = withdraw("State Bank release").unwrap_err();
    assert_eq!(refused.code, Code::Refused);
    let told = desk.app.in_words(&refused).message;
    assert!(told.contains("Pakistan Digital Post"), "{told}");
    withdraw("Pakistan Digital Post").unwrap();
    desk.app.undo().unwrap();
    withdraw("IT exports to February 2026").unwrap();
    let month = cell(&desk, "2026-02");
    assert_eq!((month.value, month.mark), (None, CellMark::Withdrawn));
    let told = history(&desk, "2026-02");
    assert_eq!(told.value, "");
    assert_eq!(told.vintages[0].role.as_str(), "withdrawn");
    let last = told.sentences.last().unwrap();
    assert_eq!(last, "Withdrawn: Pakistan Digital Post, 1 April 2026. No figure since.");
    // What the year has is the months before, and a later figure brings the month back.
    let request = OverviewRequest {
        series: String::new(),
        as_of: None,
    };
    desk.app.overview(&request).unwrap();
    enter(&desk, "2026-02", "366", "2026-04-02").unwrap();
    assert_eq!(history(&desk, "2026-02").value, "366");
}

#[test]
fn tomorrow_has_begun_somewhere() {
    let desk = Desk::with_sample();
    enter(&desk, "2026-03", "402", "2026-04-02").unwrap();
    assert_eq!(
        enter(&desk, "2026-03", "403", "2026-04-03").unwrap_err().code,
        Code::Date
    );
    desk.app.day("2026-04-02").unwrap();
    assert_eq!(desk.app.day("2026-04-03").unwrap_err().code, Code::Date);
}

#[test]
fn a_block_says_what_stays_beside_it_and_what_it_corrects() {
    let desk = Desk::with_sample();
    enter(&desk, "2026-03", "4020", "2026-04-01").unwrap();
    let mut request = PasteRequest {
        text: "402\n".into(),
        series: vec!["ict_total".into()],
        periods: vec!["2026-03".into()],
        published: "2026-04-01".into(),
        source: "State Bank release".into(),
        ..PasteRequest::default()
    };
    let outcome = |request: &PasteRequest| {
        let cell = desk.app.paste_preview(request).unwrap().cells.remove(0);
        (cell.outcome, cell.message)
    };
    assert_eq!(outcome(&request), (Corrects, "4,020 \u{2192} 402".into()));
    request.source = "Recorder".into();
    request.text = "4120\n".into();
    assert_eq!(outcome(&request).0, Beside);
    request.published = "2026-03-20".into();
    assert_eq!(outcome(&request).0, Beside);
    // A history that bears one day is remarked.
    let mut whole = PasteRequest {
        published: "2026-04-01".into(),
        source: "Table".into(),
        ..request.clone()
    };
    whole.periods = (1..=6).map(|month| format!("2014-{month:02}")).collect();
    whole.text = "201\n202\n203\n204\n205\n206\n".into();
    let advice = |request: &PasteRequest| desk.app.paste_preview(request).unwrap().advice;
    assert!(advice(&whole).contains("1 April 2026"), "{}", advice(&whole));
    whole.published = "after-each-period".into();
    assert_eq!(advice(&whole), "");
    // Years of months on the days on which they will have been published.
    request.periods = ["2014-07", "2014-08"].map(String::from).to_vec();
    request.text = "201\n202\n".into();
    request.published = "after-each-period".into();
    let preview = desk.app.paste_preview(&request).unwrap();
    assert!(preview.dated && preview.ready, "{}", preview.summary);
    assert!(preview.cells.iter().all(|cell| cell.outcome == New));
    desk.app.paste_apply(&request).unwrap();
    assert_eq!(
        history(&desk, "2014-07").vintages[0].published,
        "undated, about August 2014"
    );
}
