//! What the screens and the page are given.

mod briefing;
mod history;

use hadaf_app::wire::{BriefExport, BriefRequest, ChartExport, ChartKind, ChartRequest, GridRequest, OverviewRequest};
use hadaf_app::{Code, Existing};

use crate::{Desk, chart_request};

fn overview(desk: &Desk, as_of: Option<&str>) -> hadaf_app::wire::OverviewView {
    desk.app
        .overview(&OverviewRequest {
            series: "ict_total".into(),
            as_of: as_of.map(Into::into),
        })
        .unwrap()
}

fn chart(kind: ChartKind) -> ChartRequest {
    chart_request(kind, Some("2026-04-01"))
}

fn brief(as_of: &str) -> BriefRequest {
    BriefRequest {
        series: "ict_total".into(),
        as_of: Some(as_of.into()),
        lang: "en".into(),
        with_notes: false,
    }
}

#[test]
fn the_overview_answers_are_we_on_course() {
    let view = overview(&Desk::with_sample(), Some("2026-04-01"));
    let told: Vec<_> = view
        .headlines
        .iter()
        .map(|it| (it.label.as_str(), it.value.as_str(), it.note.as_str()))
        .collect();
    assert_eq!(
        told[0],
        (
            "FY2026 to date",
            "2,975",
            "July to February, +19.9\u{a0}% on a year earlier"
        )
    );
    assert_eq!(
        told[1],
        (
            "FY2025, last full year",
            "3,810",
            "July 2024 to June 2025, +18.2\u{a0}%"
        )
    );
    assert_eq!(
        told[2],
        (
            "Needed for $5.2\u{a0}bn",
            "556",
            "March to June, 52\u{a0}% above February"
        )
    );
    assert_eq!(told[3].1, "+68\u{a0}%");
    // Every figure that somebody published or said carries its note, and every note is there.
    assert!(view.headlines.iter().take(3).all(|it| !it.marks.is_empty()));
    let numbers: Vec<u32> = view.sources.iter().map(|it| it.number).collect();
    let marks = view
        .headlines
        .iter()
        .flat_map(|it| &it.marks)
        .chain(view.changes.iter().flat_map(|it| &it.marks));
    assert!(marks.into_iter().all(|mark| numbers.contains(mark)));
}

#[test]
fn the_pace_names_its_claim_and_the_other_one_is_shown() {
    let view = overview(&Desk::with_sample(), Some("2026-04-01"));
    let first = &view.claims[0];
    assert_eq!(
        (
            first.id.as_str(),
            first.amount.as_str(),
            first.needed.as_str(),
            first.in_use
        ),
        ("T30", "5,200", "556", true)
    );
    assert_eq!(first.said, "undated, before July 2025");
    assert!(
        first.note.contains("36.5\u{a0}% above the $3,810\u{a0}m of FY2025"),
        "{}",
        first.note
    );
    let second = &view.claims[1];
    assert_eq!(
        (second.id.as_str(), second.needed.as_str(), second.in_use),
        ("T34", "506", false)
    );
}

#[test]
fn a_past_day_tells_what_changed_since() {
    let view = overview(&Desk::with_sample(), Some("2025-01-01"));
    assert_eq!(view.changes_title, "Since 1 January 2025");
    assert_eq!(view.headlines[0].value, "1,530");
    let told: Vec<_> = view
        .changes
        .iter()
        .map(|it| (it.what.as_str(), it.change.as_str(), it.note.as_str()))
        .collect();
    // monthly.csv: November 2024 revised on 31 January 2025; annual.csv: FY2025 3810; claims.csv: T22, T32.
    assert_eq!(told[0], ("Nov 2024", "324 \u{2192} 310", "in Jan 2025"));
    for row in [
        ("FY2025", "closed at 3,810", "+18.2\u{a0}%"),
        ("Target 4,200", "missed by 390", "\u{2212}9.3\u{a0}%"),
        ("Stated later", "3,800", "8 August 2025"),
    ] {
        assert!(told.contains(&row), "{told:?}");
    }
    // Pages without a date are no news of any day.
    assert!(
        told.iter()
            .all(|(what, change, _)| !what.contains("2019") && !change.contains("new")),
        "{told:?}"
    );
}

#[test]
fn the_newest_observation_tells_what_it_changed() {
    let view = overview(&Desk::with_sample(), None);
    assert_eq!(view.changes_title, "Latest release (about March 2026)");
    let told: Vec<_> = view
        .changes
        .iter()
        .map(|it| (it.what.as_str(), it.change.as_str()))
        .collect();
    // (5200 - 2610) / 5 = 518; 2610 + 365 = 2975.
    let by_hand = [
        ("Feb 2026", "365, new"),
        ("FY2026 to date", "2,610 \u{2192} 2,975"),
        ("Needed a month", "518 \u{2192} 556"),
        // As the chart of the year says: 5.7 % behind the path.
        ("Against path", "\u{2212}4.4\u{a0}% \u{2192} \u{2212}5.7\u{a0}%"),
    ];
    assert_eq!(told, by_hand);
    // Ramadan began on 18 February 2026, and on 2 March the year before.
    assert_eq!(
        view.changes[0].note,
        "+19.7\u{a0}% on a year (unlike months: Ramadan on 11 days, 0 a year earlier)"
    );
}

#[test]
fn three_questions_rest_on_sourced_figures() {
    let view = overview(&Desk::with_sample(), Some("2026-04-01"));
    assert!(view.questions.len() >= 5, "{}", view.questions.len());
    let first = &view.questions[0];
    assert!(
        first.text.contains("$2,225\u{a0}m") && first.text.contains("68\u{a0}%"),
        "{}",
        first.text
    );
    assert_eq!(first.to, "Ministry of IT");
    for question in &view.questions {
        let words = question.text.split_whitespace().count();
        assert!(words <= 50, "{words} words: {}", question.text);
        assert!(
            question.text.ends_with('?') && !question.text.contains('{'),
            "{}",
            question.text
        );
    }
}

#[test]
fn charts_say_their_finding_and_hold_their_table() {
    let desk = Desk::with_sample();
    let monthly = desk.app.chart(&chart(ChartKind::Monthly)).unwrap();
    assert_eq!(
        monthly.title,
        "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June; the highest month so far is $437\u{a0}m"
    );
    assert!(monthly.alt.chars().count() <= 250);
    // July 2022 to February 2026: 44 months, none missing; October 2022 and May 2025 calculated.
    assert_eq!(monthly.table.rows.len(), 44);
    let december = monthly.points.iter().find(|it| it.head == "December 2025").unwrap();
    assert!(
        december.text.contains("$437\u{a0}m; +25.6\u{a0}% on Dec 2024"),
        "{}",
        december.text
    );
    assert_eq!(december.history.as_ref().unwrap().period, "2025-12");
    let year = desk.app.chart(&chart(ChartKind::YearToDate)).unwrap();
    assert!(
        year.title
            .starts_with("FY2026 stands at $2,975\u{a0}m after eight months"),
        "{}",
        year.title
    );
    let february = year
        .points
        .iter()
        .find(|it| it.head == "FY2026 to February 2026")
        .unwrap();
    assert_eq!(february.history.as_ref().unwrap().period, "2026-02");
    let annual = desk.app.chart(&chart(ChartKind::Annual)).unwrap();
    assert_eq!(
        annual.title,
        "FY2026 needs 36.5\u{a0}% growth to reach $5.2\u{a0}bn; FY2025 grew by 18.2\u{a0}%"
    );
}

#[test]
fn charts_are_written_by_their_ending() {
    let desk = Desk::with_sample();
    let export = |name: &str| {
        let path = desk.path(name);
        desk.app.chart_export(
            &ChartExport {
                chart: chart(ChartKind::Monthly),
                path,
                scale: None,
                with_notes: false,
            },
            Existing::Keep,
        )
    };
    for (name, start) in [("a.svg", &b"<svg"[..]), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")] {
        export(name).unwrap();
        assert!(std::fs::read(desk.path(name)).unwrap().starts_with(start), "{name}");
    }
    assert_eq!(export("a.gif").unwrap_err().code, Code::Format);
    assert_eq!(export("a.svg").unwrap_err().code, Code::Exists);
}

#[test]
fn the_grid_checks_parts_against_the_total() {
    let grid = Desk::with_sample()
        .app
        .grid(&GridRequest {
            all: false,
            as_of: None,
            frequency: None,
        })
        .unwrap();
    let series: Vec<&str> = grid.columns.iter().map(|it| it.series.as_str()).collect();
    assert_eq!(
        series,
        [
            "ict_total",
            "telecommunication_services",
            "computer_services",
            "information_services"
        ]
    );
    let fy2023 = grid.years.iter().find(|it| it.total.period == "FY2023").unwrap();
    // 488.830 + 2110.990 + 5.520 = 2605.340, against the later 2596.
    assert_eq!((fy2023.total.check.as_str(), fy2023.total.check_off), ("+9.34", true));
    assert_eq!(fy2023.total.observed, "11 of 12");
    let november = grid.years.iter().find(|it| it.total.period == "FY2025").unwrap();
    let november = november.months.iter().find(|it| it.period == "2024-11").unwrap();
    assert_eq!(
        (november.cells[0].text.as_str(), &november.cells[0].mark),
        ("310", &hadaf_app::wire::CellMark::Revised)
    );
    assert!(
        november.cells[0].hint.contains("revised from 324"),
        "{}",
        november.cells[0].hint
    );
    assert_eq!(grid.editable, None);
    assert_eq!(
        grid.summary,
        "Sectors do not add up in 2 of 3 years (more than rounding); they do in all 5 months that can be compared."
    );
    let past = Desk::with_sample()
        .app
        .grid(&GridRequest {
            all: true,
            as_of: Some("2025-01-01".into()),
            frequency: None,
        })
        .unwrap();
    assert_eq!(past.columns.len(), 11);
    assert!(past.editable.is_some());
}

#[test]
fn a_new_workspace_has_months_to_fill_and_keeps_them() {
    let desk = Desk::empty();
    let made = desk.app.workspace_new(&hadaf_app::wire::NewWorkspace {
        path: desk.path("own.hadaf"),
        name: "Textile exports".into(),
        currency: "PKR".into(),
        fiscal_year_start_month: 7,
        series_title: "Textiles".into(),
        origin: None,
        year_names: None,
    });
    let series = made.unwrap().series[0].id.clone();
    let years = |as_of: Option<&str>| -> Vec<String> {
        let request = GridRequest {
            all: false,
            as_of: as_of.map(Into::into),
            frequency: None,
        };
        let grid = desk.app.grid(&request).unwrap();
        grid.years.into_iter().map(|year| year.total.period).collect()
    };
    let set = |period: &str| {
        let entry = hadaf_app::wire::SetObservation {
            series: series.clone(),
            period: period.into(),
            value: "310".into(),
            published: "2026-03-02".into(),
            source: "Statistics office".into(),
            status: None,
            note: String::new(),
        };
        desk.app.observation_set(&entry).unwrap();
    };
    let five = ["FY2022", "FY2023", "FY2024", "FY2025", "FY2026"];
    assert_eq!(years(None), five);
    set("2026-01");
    assert_eq!(years(None), five);
    assert_eq!(
        years(Some("2025-06-30")),
        ["FY2021", "FY2022", "FY2023", "FY2024", "FY2025"]
    );
    // History grows backwards, a year at a time.
    set("2021-08");
    assert_eq!(years(None)[0], "FY2021");
    set("2021-05");
    assert_eq!(years(None)[0], "FY2020");
}

#[test]
fn every_past_day_can_be_read() {
    let desk = Desk::sample_at("2026-11-24T13:00:00+05:00[+05:00]");
    for day in [
        "2018-09-16",
        "2020-08-27",
        "2021-07-20",
        "2023-07-18",
        "2024-07-25",
        "2025-08-20",
        "2026-11-24",
    ] {
        let view = overview(&desk, Some(day));
        assert!(!view.headlines.is_empty(), "{day}");
        for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
            let request = ChartRequest {
                as_of: Some(day.into()),
                ..chart(kind)
            };
            match desk.app.chart(&request) {
                Ok(view) => assert!(!view.title.contains('{'), "{day}: {}", view.title),
                Err(error) => assert_eq!(error.code, Code::NoData, "{day} {kind:?}: {error:?}"),
            }
        }
    }
}

#[test]
fn every_series_can_be_read() {
    let desk = Desk::with_sample();
    for series in desk.app.workspace_view().unwrap().unwrap().series {
        let request = OverviewRequest {
            series: series.id.clone(),
            as_of: None,
        };
        desk.app.overview(&request).unwrap();
        for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
            let request = ChartRequest {
                series: series.id.clone(),
                as_of: None,
                ..chart(kind)
            };
            if let Err(error) = desk.app.chart(&request) {
                assert_eq!(error.code, Code::NoData, "{} {kind:?}: {error:?}", series.id);
            }
        }
    }
}

#[test]
fn series_stand_in_the_order_of_the_tree_and_the_others_after_it() {
    let view = Desk::with_sample().app.workspace_view().unwrap().unwrap();
    let order: Vec<&str> = view.series.iter().map(|it| it.id.as_str()).collect();
    // series.csv and sectors.csv, with what is no part of the total at the end.
    let by_hand = [
        "ict_total",
        "telecommunication_services",
        "call_centres",
        "computer_services",
        "software_consultancy",
        "hardware_consultancy",
        "computer_software",
        "other_computer_services",
        "information_services",
        "net_ict_exports",
        "freelance",
    ];
    assert_eq!(order, by_hand);
}

#[test]
fn remarks_are_no_conditions() {
    // Our notes have no day but that on which they were entered, so that no past day has them.
    let past = overview(&Desk::with_sample(), Some("2026-04-01"));
    assert!(
        past.claims
            .iter()
            .all(|it| it.id != "T34" || !it.note.contains("missed"))
    );
    let view = overview(&Desk::with_sample(), None);
    let claim = |id: &str| view.claims.iter().find(|it| it.id == id).unwrap();
    assert_eq!(claim("T34").conditions, "");
    assert!(
        claim("T34").note.contains("missed 4.2 billion"),
        "{}",
        claim("T34").note
    );
    assert!(claim("T30").conditions.starts_with("Needs an internet"));
}
