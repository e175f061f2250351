//! A year that is over though nobody has told of its last months: the sample, read on 24 November 2026.

use hadaf_app::ShowRequest;
use hadaf_app::wire::{BriefRequest, ChartKind, OverviewRequest};

use crate::{Desk, chart_request};

const NOVEMBER: &str = "2026-11-24T13:00:00+05:00[+05:00]";

fn chart(desk: &Desk, kind: ChartKind, as_of: Option<&str>) -> hadaf_app::wire::ChartView {
    desk.app.chart(&chart_request(kind, as_of)).unwrap()
}

#[test]
fn its_charts_speak_of_months_that_are_past() {
    let desk = Desk::sample_at(NOVEMBER);
    let monthly = chart(&desk, ChartKind::Monthly, None);
    assert_eq!(
        monthly.title,
        "FY2026 to February brought $2,975\u{a0}m; meeting $5.2\u{a0}bn took $556\u{a0}m a month from March to June, and \
         the highest month was $437\u{a0}m"
    );
    let unknown = "Figures after February 2026 have not been entered; the year ended on 30 June 2026.";
    for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
        let view = chart(&desk, kind, None);
        assert!(view.note.contains(unknown), "{kind:?}: {}", view.note);
        for wrong in ["Reaching", "stands", "needs"] {
            assert!(!view.title.contains(wrong), "{kind:?}: {}", view.title);
        }
        // The same program, read as of a day before the year ended, speaks of months to come.
        let then = chart(&desk, kind, Some("2026-04-01"));
        assert!(!then.note.contains(unknown), "{}", then.note);
    }
    assert!(monthly.svg.contains("Was needed (to June):"));
}

#[test]
fn the_year_is_open_to_its_last_day() {
    let title = |moment| chart(&Desk::sample_at(moment), ChartKind::Monthly, None).title;
    assert!(title("2026-06-30T23:00:00+05:00[+05:00]").starts_with("Reaching"));
    assert!(title("2026-07-01T01:00:00+05:00[+05:00]").starts_with("FY2026 to February"));
}

#[test]
fn its_overview_asks_for_the_missing_months_first() {
    let request = OverviewRequest {
        series: "ict_total".into(),
        as_of: None,
    };
    let view = Desk::sample_at(NOVEMBER).app.overview(&request).unwrap();
    let labels: Vec<&str> = view.headlines.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "FY2026 to February",
            "FY2025, last full year",
            "Was needed for $5.2\u{a0}bn",
            "Growth needed, March to June",
            "Chance that $5.2\u{a0}bn was reached"
        ]
    );
    assert_eq!(
        view.questions[0].text,
        "Figures for March to June 2026 have not been provided, though the year ended on 30 June 2026. FY2026 to February \
         brought $2,975\u{a0}m of $5.2\u{a0}bn. What are they, and was $5.2\u{a0}bn reached?"
    );
    assert!(view.questions.iter().all(|it| !it.text.contains("leaves")));
    // Nothing was published since, however late it is: pages without a date are no news.
    assert_eq!(view.changes_title, "Latest release (about March 2026)");
    assert_eq!(view.changes[0].change, "365, new");
}

#[test]
fn its_briefing_and_its_figures_do_not_look_forward() {
    let desk = Desk::sample_at(NOVEMBER);
    let request = BriefRequest {
        series: "ict_total".into(),
        as_of: None,
        lang: "en".into(),
        with_notes: false,
    };
    let view = desk.app.brief(&request).unwrap();
    assert_eq!(view.title, "IT exports: outcome against $5.2\u{a0}bn not yet known");
    assert!(view.checks.iter().all(|check| check.ok), "{:?}", view.checks);
    let show = |as_of: Option<&str>| {
        let request = ShowRequest {
            series: Some("ict_total".into()),
            as_of: as_of.map(Into::into),
            fiscal_year: None,
        };
        desk.app.show(&request).unwrap()
    };
    let now = show(None);
    assert!(now.pace[0].year_over);
    assert!(
        now.to_text(false, desk.app.format())
            .contains("556 a month would have been needed"),
        "{}",
        now.to_text(false, desk.app.format())
    );
    let then = show(Some("2026-04-01"));
    assert!(!then.pace[0].year_over);
    assert!(
        then.to_text(false, desk.app.format()).contains("556 a month needed"),
        "{}",
        then.to_text(false, desk.app.format())
    );
}
