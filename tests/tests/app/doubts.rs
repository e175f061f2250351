//! Figures that may not have been meant: doubted at every entrance and by the check, refused at none.

use hadaf_app::wire::{Corrected, NewWorkspace, PasteRequest, SetObservation};
use hadaf_app::{Code, ImportRequest};

use crate::Desk;

fn entry(series: &str, period: &str, value: &str) -> SetObservation {
    published("2026-04-01", series, period, value)
}

/// In the workspace of months, where it is November.
fn own_entry(period: &str, value: &str) -> SetObservation {
    published("2026-11-10", "total", period, value)
}

fn published(day: &str, series: &str, period: &str, value: &str) -> SetObservation {
    SetObservation {
        series: series.into(),
        period: period.into(),
        value: value.into(),
        published: day.into(),
        source: "Bulletin".into(),
        status: None,
        note: String::new(),
    }
}

fn own_block(period: &str, text: &str) -> PasteRequest {
    PasteRequest {
        published: "2026-11-10".into(),
        ..block("total", period, text)
    }
}

fn block(series: &str, period: &str, text: &str) -> PasteRequest {
    PasteRequest {
        text: text.into(),
        series: vec![series.into()],
        periods: vec![period.into()],
        published: "2026-04-01".into(),
        source: "Workbook".into(),
        ..PasteRequest::default()
    }
}

/// The findings of the check that are doubts, as `SERIES@PERIOD word`.
fn found(desk: &Desk) -> Vec<String> {
    let others = [
        "parts_off",
        "months_annual",
        "missing_month",
        "missing_quarter",
        "missing_year",
        "disagreement",
        "undated",
    ];
    let findings = desk.app.check().unwrap().findings;
    let doubts = findings.iter().map(|it| (it.kind.to_string(), it.r#where.to_string()));
    doubts
        .filter(|(kind, _)| !others.contains(&kind.as_str()))
        .map(|(kind, place)| format!("{place} {kind}"))
        .collect()
}

/// A workspace of one series of 51 months, from July 2022 to September 2026.
fn with_months() -> Desk {
    let desk = Desk::at("2026-11-16T10:00:00+05:00[+05:00]");
    desk.app.workspace_new(&own(&desk, "own.hadaf")).unwrap();
    let values = (0..51_u32).map(|index| {
        let season = [0, 5, 9, 10, 9, 5, 0, -5, -9, -10, -9, -5][index as usize % 12];
        (100 + 2 * index) as i32 + season
    });
    let rows: Vec<String> = values
        .zip(0..)
        .map(|(value, index)| {
            let (year, month) = (2022 + (6 + index) / 12, (6 + index) % 12 + 1);
            let (next_year, next) = (2022 + (7 + index) / 12, (7 + index) % 12 + 1);
            format!("total,{year}-{month:02},{value},{next_year}-{next:02}-20,Bureau")
        })
        .collect();
    let file = desk.path("months.csv");
    let text = format!("series,period,value,published,source\n{}\n", rows.join("\n"));
    std::fs::write(&file, text).unwrap();
    let report = desk.app.import(&file, &ImportRequest::default()).unwrap();
    assert_eq!((report.new, report.doubted), (51, 0), "{:?}", report.issues);
    desk
}

fn own(desk: &Desk, name: &str) -> NewWorkspace {
    NewWorkspace {
        path: desk.path(name),
        name: "Own".into(),
        currency: "USD".into(),
        fiscal_year_start_month: 7,
        series_title: "Exports".into(),
        origin: None,
        year_names: None,
    }
}

#[test]
fn no_published_figure_of_the_sample_is_doubted() {
    // 5.5 in FY2023 and 21 in FY2025, as published: a break for anybody who reads it.
    let known = ["information_services@FY2025 break"];
    assert_eq!(found(&Desk::with_sample()), known);
}

/// What is said at each entrance of the same figure.
#[test]
fn every_entrance_and_the_check_doubt_the_same() {
    let cases = [
        ("ict_total", "2026-03", "402000000", &["power_of_ten"][..]),
        ("ict_total", "2026-03", "4020", &["power_of_ten"]),
        ("ict_total", "2026-03", "40.2", &["power_of_ten"]),
        ("ict_total", "2026-03", "0", &["zero"]),
        ("ict_total", "2026-03", "-402", &["negative"]),
        ("ict_total", "2026-03", "1300", &["break"]),
        ("ict_total", "FY2025", "2000", &["below_part", "below_months"]),
        ("computer_services", "2023-07", "260", &["above_whole"]),
        ("ict_total", "2026-03", "402", &[]),
    ];
    for (series, period, value, expected) in cases {
        let kinds = |doubts: &[hadaf_app::wire::DoubtView]| -> Vec<String> {
            doubts.iter().map(|doubt| doubt.kind.clone()).collect()
        };
        let desk = Desk::with_sample();
        let preview = desk.app.paste_preview(&block(series, period, value)).unwrap();
        assert_eq!(kinds(&preview.cells[0].doubts), expected, "paste {period} {value}");
        assert_eq!(preview.question.is_empty(), expected.is_empty());
        assert!(preview.ready, "a doubt keeps nothing out");

        let file = desk.path("one.csv");
        let row = format!("series,period,value,published,source\n{series},{period},{value},2026-04-01,B\n");
        std::fs::write(&file, row).unwrap();
        let dry = ImportRequest {
            dry_run: true,
            ..ImportRequest::default()
        };
        let report = desk.app.import(&file, &dry).unwrap();
        let told: Vec<&str> = (report.issues.iter())
            .filter(|issue| issue.severity == "warning")
            .map(|issue| (issue.code.as_str(), issue.line))
            .inspect(|(_, line)| assert_eq!(*line, Some(2)))
            .map(|(code, _)| code)
            .collect();
        assert_eq!(
            (told, report.doubted),
            (expected.to_vec(), usize::from(!expected.is_empty())),
            "import {period} {value}"
        );

        let entered = desk.app.observation_enter(&entry(series, period, value)).unwrap();
        assert_eq!(kinds(&entered.doubts), expected, "set {period} {value}");
        // Once is enough.
        let again = desk.app.observation_enter(&entry(series, period, value)).unwrap();
        assert!(again.doubts.is_empty(), "{period} {value} again");

        let place = format!("{series}@{period}");
        let findings = found(&desk);
        let here = findings.iter().filter(|finding| finding.starts_with(&place)).count();
        // What a part and twelve months tell is found with them.
        let is_told = !expected.is_empty() && !expected.contains(&"below_months");
        assert_eq!(here, usize::from(is_told), "check {period} {value}: {findings:?}");
    }
}

#[test]
fn a_doubt_is_told_in_words_with_what_may_have_been_meant() {
    let desk = with_months();
    for (period, value, message, instead) in [
        (
            "Oct-26",
            "203000000",
            "203,000,000 is about a million times the figures around it (about 203). \
             Perhaps it is in US$, and this series in US$ million.",
            Some("203"),
        ),
        (
            "Oct-26",
            "2,030",
            "2,030 is about ten times the figures around it (about 203). \
             Perhaps the decimal point is in the wrong place.",
            Some("203"),
        ),
        (
            "Oct-26",
            "0.203",
            "0.203 is about a thousandth of the figures around it (about 203). \
             Perhaps it is in US$ billion, and this series in US$ million.",
            Some("203"),
        ),
        (
            "Oct-26",
            "0",
            "The figure is zero, and the figures around it are about 193. If none was published, leave the cell empty.",
            None,
        ),
        (
            "Oct-1026",
            "203",
            "October 1026 is outside the years 1900 to 2100.",
            None,
        ),
    ] {
        let preview = desk.app.paste_preview(&own_block(period, value)).unwrap();
        let doubts = &preview.cells[0].doubts;
        let told: Vec<_> = doubts
            .iter()
            .map(|it| (it.message.as_str(), it.instead.as_ref().map(|it| it.value.as_str())))
            .collect();
        let plain: Vec<_> = told
            .iter()
            .map(|(message, instead)| (message.replace('\u{a0}', " "), *instead))
            .collect();
        assert_eq!(plain, [(message.to_owned(), instead)], "{period} {value}");
    }
}

#[test]
fn a_doubted_figure_of_a_block_can_be_put_right() {
    let desk = with_months();
    let mut request = own_block("2026-10", "203000000");
    let instead = desk.app.paste_preview(&request).unwrap().cells[0].doubts[0]
        .instead
        .clone();
    request.corrected = Some(vec![Corrected {
        series: "total".into(),
        period: "2026-10".into(),
        value: instead.unwrap().value,
    }]);
    let preview = desk.app.paste_preview(&request).unwrap();
    assert_eq!((preview.cells[0].raw.as_str(), preview.question.as_str()), ("203", ""));
    desk.app.paste_apply(&request).unwrap();
    assert!(found(&desk).is_empty());
}

/// The window asks first, so that what it saves is meant.
#[test]
fn what_the_window_saves_after_asking_is_accepted() {
    let desk = with_months();
    desk.app.observation_set(&own_entry("2026-10", "2030")).unwrap();
    assert!(found(&desk).is_empty());
    let quality = desk.app.quality().unwrap();
    assert_eq!((quality.open.len(), quality.accepted.len()), (0, 1));
    let accepted = quality.accepted[0].accepted.clone().unwrap();
    assert_eq!(accepted, "Entered anyway on 16 November 2026 by Ayesha.");
    // A block, with what was accepted before left as it is.
    let mut block = own_block("2026-09", "0\n2040");
    block.periods = ["2026-09", "2026-10"].map(Into::into).into();
    desk.app.paste_apply(&block).unwrap();
    assert!(found(&desk).is_empty(), "{:?}", found(&desk));
    assert_eq!(desk.app.quality().unwrap().accepted.len(), 2);
    desk.app.undo().unwrap();
    assert_eq!(desk.app.quality().unwrap().accepted.len(), 1);
    desk.app.undo().unwrap();
    assert!(desk.app.quality().unwrap().accepted.is_empty());
}

#[test]
fn a_block_in_another_unit_does_not_vouch_for_itself() {
    let desk = with_months();
    let mut request = own_block("2026-07", "202000000\n206000000\n208000000\n209000000");
    request.periods = ["2026-07", "2026-08", "2026-09", "2026-10"].map(Into::into).into();
    let preview = desk.app.paste_preview(&request).unwrap();
    assert!(preview.cells.iter().all(|cell| cell.doubts.len() == 1));
    assert_eq!(preview.question, "4 figures look unusual. Are they meant?");
}

#[test]
fn a_year_is_said_back_with_its_months() {
    let desk = with_months();
    let span = |period: &str| desk.app.observation_enter(&own_entry(period, "1500")).unwrap().span;
    assert_eq!(span("FY24").unwrap(), "FY2024: July 2023 to June 2024");
    assert_eq!(span("2023-24").unwrap(), "FY2024: July 2023 to June 2024");
    assert_eq!(span("Jul-26"), None);

    let mut first = own(&desk, "first.hadaf");
    (first.fiscal_year_start_month, first.year_names) = (4, Some("first".into()));
    let view = desk.app.workspace_new(&first).unwrap();
    assert_eq!(view.fiscal_year_names.as_str(), "first");
    let entered = desk.app.observation_enter(&own_entry("2025-26", "1500"));
    assert_eq!(entered.unwrap().span.unwrap(), "FY2025: April 2025 to March 2026");
    let grid = desk.app.grid(&hadaf_app::wire::GridRequest {
        all: false,
        as_of: None,
        frequency: None,
    });
    let years = grid.unwrap().years;
    let year = years.iter().find(|year| year.total.period == "FY2025").unwrap();
    assert_eq!(year.total.span, "April 2025 to March 2026");
    let months: Vec<&str> = year.months.iter().map(|month| month.period.as_str()).collect();
    assert_eq!((months[0], months[11]), ("2025-04", "2026-03"));
    let show = serde_json::to_value(desk.app.show(&hadaf_app::ShowRequest::default()).unwrap()).unwrap();
    assert_eq!(show["workspace"]["fiscal_year_names"], "first");
    assert_eq!(show["series"][0]["observations"][0]["period"], "FY2025");

    first.path = desk.path("neither.hadaf");
    first.year_names = Some("middle".into());
    assert_eq!(desk.app.workspace_new(&first).unwrap_err().code, Code::Word);
}

#[test]
fn periods_with_marks_are_read_at_every_entrance() {
    let desk = with_months();
    for (typed, canonical) in [
        ("Oct-26P", "2026-10"),
        ("Oct-26 (P)", "2026-10"),
        ("FY25 (R)", "FY2025"),
    ] {
        let changed = desk.app.observation_set(&own_entry(typed, "1500"));
        let label = changed.unwrap().label;
        let shown = if canonical == "FY2025" { "FY2025" } else { "Oct 2026" };
        assert!(label.contains(shown), "{typed}: {label}");
        let preview = desk.app.paste_preview(&own_block(typed, "1500")).unwrap();
        assert_eq!(preview.cells[0].period, canonical, "{typed}");
    }
}
