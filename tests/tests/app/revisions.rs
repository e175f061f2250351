//! How figures came to be: revisions against what the sample's tables say by hand, and whose figure is read where sources
//! differ.

use hadaf_app::wire::*;
use hadaf_app::{Code, ShowRequest};
use serde_json::{Value, json};

use super::Desk;

const NOVEMBER: &str = "2025-11";
/// The page that gives 366 for November 2025, where others give 356.
const OTHER: &str = "67";

fn revisions(desk: &Desk, year: &str, as_of: Option<&str>) -> RevisionsView {
    let request = RevisionsRequest {
        series: "ict_total".into(),
        fiscal_year: Some(year.into()),
        as_of: as_of.map(Into::into),
    };
    desk.app.revisions(&request).unwrap()
}

fn row<'a>(view: &'a RevisionsView, period: &str) -> &'a RevisionRow {
    view.rows.iter().find(|row| row.period == period).unwrap()
}

fn prefer(desk: &Desk, source: &str, reason: &str) -> Result<Changed, hadaf_app::AppError> {
    desk.app.preference_set(&SetPreference {
        series: "ict_total".into(),
        period: "Nov-25".into(),
        source: source.into(),
        reason: reason.into(),
    })
}

/// The figure of November 2025 as known on a day, and all others.
fn figures(desk: &Desk, as_of: Option<&str>) -> (Option<Value>, Vec<Value>) {
    let request = ShowRequest {
        series: Some("ict_total".into()),
        as_of: as_of.map(Into::into),
        fiscal_year: None,
    };
    let show = json!(desk.app.show(&request).unwrap());
    let all = show["series"][0]["observations"].as_array().unwrap().clone();
    let (own, others): (Vec<Value>, Vec<Value>) = all.into_iter().partition(|it| it["period"] == NOVEMBER);
    (own.first().map(|it| it["value"].clone()), others)
}

#[test]
fn the_triangle_has_what_was_read_as_of_each_day() {
    let desk = Desk::with_sample();
    let view = revisions(&desk, "FY2025", None);
    assert!(view.years.contains(&"FY2025".into()) && view.year == "FY2025");
    let november = row(&view, "2024-11");
    assert_eq!(
        (
            november.first.as_str(),
            november.latest.as_str(),
            november.revision.as_str()
        ),
        ("324", "310", "\u{2212}14")
    );
    let on = |day: &str| {
        let column = view.days.iter().position(|it| it.date == day).unwrap();
        &november.cells[column]
    };
    assert_eq!((on("2024-12-18").text.as_str(), on("2024-12-18").fresh), ("324", true));
    assert_eq!((on("2025-01-17").text.as_str(), on("2025-01-17").fresh), ("324", false));
    assert!(on("2025-01-31").revised && on("2025-01-31").text == "310");
    assert_eq!(on("2024-11-19").text, "");
    // As of a day before, the revision is not known.
    let before = revisions(&desk, "FY2025", Some("2025-01-30"));
    assert_eq!(row(&before, "2024-11").latest, "324");
    assert!(before.days.iter().all(|day| day.date.as_str() <= "2025-01-30"));
}

#[test]
fn days_of_publication_are_days_to_read_as_of() {
    let desk = Desk::with_sample();
    let days = desk.app.publication_days().unwrap();
    let dates: Vec<&str> = days.iter().map(|day| day.date.as_str()).collect();
    assert!(dates.contains(&"2025-01-31") && dates.contains(&"2024-12-18"));
    assert!(
        dates.is_sorted_by(|later, earlier| later > earlier),
        "the newest first, each once"
    );
    assert!(dates.iter().all(|date| *date <= "2026-04-01"), "none is to come");
}

#[test]
fn a_preferred_source_is_read_and_no_other_period_changes() {
    let desk = Desk::sample_at("2026-12-01T14:02:00+05:00[+05:00]");
    let before = figures(&desk, None);
    assert_eq!(before.0, Some("356".into()));
    let found = desk.app.disagreements(&DisagreementsRequest::default()).unwrap();
    let figure = |view: &DisagreementsView| {
        let mut all = view.figures.iter();
        all.find(|it| it.series == "ict_total" && it.period == NOVEMBER)
            .cloned()
            .unwrap()
    };
    let sides = figure(&found).sides;
    assert_eq!((sides[0].value.as_str(), sides[0].current), ("356", true));
    assert!(
        sides
            .iter()
            .any(|side| side.value == "366" && side.source.to_string() == OTHER)
    );

    let changed = prefer(&desk, OTHER, "The bank's own page").unwrap();
    assert!(
        changed.notes[0].contains("366") && changed.notes[0].contains("356"),
        "{:?}",
        changed.notes
    );
    let after = figures(&desk, None);
    assert_eq!(after, (Some("366".into()), before.1.clone()));
    let found = desk.app.disagreements(&DisagreementsRequest::default()).unwrap();
    let decided = figure(&found);
    assert!(decided.sides[0].preferred && decided.sides[0].value == "366");
    assert!(decided.decided.unwrap().contains("The bank's own page"));
    let history = HistoryRequest {
        series: "ict_total".into(),
        period: NOVEMBER.into(),
        as_of: None,
        claim: None,
    };
    let told = desk.app.history(&history).unwrap();
    assert_eq!(told.value, "366");
    assert!(told.decided.unwrap().contains("past days too"));

    // The check holds the matter for decided.
    let open = desk.app.quality().unwrap().open;
    assert!(open.iter().all(|it| it.id != "disagreement:ict_total@2025-11"));

    desk.app.undo().unwrap();
    assert_eq!(figures(&desk, None), before);
    desk.app.redo().unwrap();
    assert_eq!(figures(&desk, None), after);
    let place = WithdrawPreference {
        series: "ict_total".into(),
        period: NOVEMBER.into(),
    };
    desk.app.preference_withdraw(&place).unwrap();
    assert_eq!(figures(&desk, None), before);
    assert_eq!(desk.app.preference_withdraw(&place).unwrap_err().code, Code::Word);
}

/// The other page bears no date, so that it counts from the day on which it was seen: before, nothing of it is known.
#[test]
fn on_a_past_day_a_preference_reads_what_its_source_had_said() {
    let desk = Desk::sample_at("2026-12-01T14:02:00+05:00[+05:00]");
    let past = |day: &str| figures(&desk, Some(day)).0;
    let before = ["2025-12-17", "2025-12-18", "2026-04-01", "2026-11-30"].map(past);
    prefer(&desk, OTHER, "The bank's own page").unwrap();
    let after = ["2025-12-17", "2025-12-18", "2026-04-01", "2026-11-30"].map(past);
    assert_eq!(
        before,
        [None, Some("356".into()), Some("356".into()), Some("356".into())]
    );
    assert_eq!(
        after,
        [None, Some("356".into()), Some("356".into()), Some("366".into())]
    );
}

#[test]
fn what_is_entered_beside_a_preferred_source_is_told_to_stay_beside_it() {
    let desk = Desk::with_sample();
    prefer(&desk, OTHER, "The bank's own page").unwrap();
    let set = |value: &str, source: &str| {
        desk.app
            .observation_set(&SetObservation {
                series: "ict_total".into(),
                period: NOVEMBER.into(),
                value: value.into(),
                published: "2026-03-30".into(),
                source: source.into(),
                status: None,
                note: String::new(),
            })
            .unwrap()
    };
    let beside = set("359", "Another page");
    assert!(
        beside.notes.iter().any(|note| note.contains("366")),
        "{:?}",
        beside.notes
    );
    assert_eq!(figures(&desk, None).0, Some("366".into()));
}

#[test]
fn a_preference_wants_a_reason_and_a_source_that_has_the_figure() {
    let desk = Desk::with_sample();
    for (source, reason, code) in [
        (OTHER, " ", Code::Word),
        ("1", "Own", Code::Refused),
        ("Nobody's", "Own", Code::Refused),
    ] {
        let error = prefer(&desk, source, reason).unwrap_err();
        assert_eq!(error.code, code, "{source} {reason}");
        assert!(desk.app.in_words(&error).hint.is_some());
    }
    prefer(&desk, OTHER, "Own").unwrap();
    assert_eq!(prefer(&desk, OTHER, "Own").unwrap_err().code, Code::Word);
    // Deciding again takes the place of the first decision.
    prefer(&desk, "78", "The first release").unwrap();
    assert_eq!(figures(&desk, None).0, Some("356".into()));
    let found = desk.app.disagreements(&DisagreementsRequest::default()).unwrap();
    let of_november = found
        .figures
        .iter()
        .filter(|it| it.series == "ict_total" && it.period == NOVEMBER);
    assert_eq!(of_november.count(), 1);
}

/// What its source had not said yet was not known, and neither is what somebody decided of it since.
#[test]
fn no_past_day_names_a_decision_about_what_was_not_known() {
    let desk = Desk::sample_at("2026-12-01T14:02:00+05:00[+05:00]");
    prefer(&desk, OTHER, "The bank's own page").unwrap();
    let told = |as_of: Option<&str>| {
        let as_of = as_of.map(str::to_owned);
        let history = HistoryRequest {
            series: "ict_total".into(),
            period: NOVEMBER.into(),
            as_of: as_of.clone(),
            claim: None,
        };
        let request = DisagreementsRequest { series: None, as_of };
        let found = desk.app.disagreements(&request).unwrap();
        let decided = found.figures.iter().filter(|it| it.decided.is_some()).count();
        (desk.app.history(&history).unwrap().decided.is_some(), decided)
    };
    assert_eq!(told(Some("2026-04-01")), (false, 0));
    assert_eq!(told(Some("2026-11-30")), (true, 1));
    assert_eq!(told(None), (true, 1));
}
