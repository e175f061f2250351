//! What leaves the program: nothing that somebody typed keeps it in, and nothing goes with it unasked.

use hadaf_app::wire::{
    BriefExport, BriefRequest, ChartExport, ChartKind, ChartRequest, ChartTheme, NamedKind, OverviewRequest, Rename,
    SetObservation,
};
use hadaf_app::{Code, Existing};

use crate::Desk;

const SERIES: &str = "ict_total";

/// Titles as people type and paste them.
const TITLES: [&str; 15] = [
    "آئی ٹی برآمدات (کل)",
    "IT برآمدات 2026",
    "آءِ ٽي برآمدون ڳڻپ",
    "\u{202e}exports",
    "\u{2066}unbalanced",
    "信息技术出口",
    "Экспорт услуг",
    "📈 Exports 👨\u{200d}👩\u{200d}👧 ☎\u{fe0f}",
    "<b>&\"'</text></svg>",
    "#set page() *x* $y$ `c` @b",
    "one\nline\ttab\r\nand\u{0}\u{7}\u{85}",
    "=SUM(A1:A9)",
    "e\u{301}\u{323} \u{e000}\u{fffd}\u{feff}z",
    "-",
    "हिंदी ไทย 한국어 עברית",
];

fn rename(desk: &Desk, what: NamedKind, id: &str, title: &str) -> hadaf_app::wire::Changed {
    let request = Rename {
        what,
        id: id.into(),
        title: title.into(),
        publisher: (what != NamedKind::Workspace).then(|| title.into()),
        address: None,
    };
    desk.app.rename(&request).unwrap()
}

fn brief(with_notes: bool) -> BriefRequest {
    BriefRequest {
        series: SERIES.into(),
        as_of: None,
        lang: "en".into(),
        with_notes,
    }
}

fn chart(desk: &Desk, kind: ChartKind, name: &str) -> hadaf_app::wire::Exported {
    let request = ChartExport {
        chart: ChartRequest {
            kind,
            series: SERIES.into(),
            as_of: None,
            width: 960.0,
            height: 540.0,
            theme: ChartTheme::Print,
            framed: true,
            scenario: None,
        },
        path: desk.path(name),
        scale: None,
        with_notes: false,
    };
    let exported = desk.app.chart_export(&request, Existing::Replace);
    exported.unwrap_or_else(|error| panic!("{name}: {:?}", desk.app.in_words(&error)))
}

/// Every output of the desk's workspace.
fn all_outputs(desk: &Desk) {
    for kind in [
        ChartKind::Monthly,
        ChartKind::YearToDate,
        ChartKind::Annual,
        ChartKind::Hedgehog,
    ] {
        for ending in ["svg", "png", "pdf", "csv"] {
            chart(desk, kind, &format!("a.{ending}"));
        }
    }
    let export = BriefExport {
        brief: brief(false),
        path: desk.path("a.pdf"),
    };
    let exported = desk.app.brief_export(&export, Existing::Replace);
    exported.unwrap_or_else(|error| panic!("{:?}", desk.app.in_words(&error)));
    let overview = OverviewRequest {
        series: SERIES.into(),
        as_of: None,
    };
    desk.app.overview(&overview).unwrap();
}

#[test]
fn no_title_blocks_an_output() {
    let desk = Desk::with_sample();
    let long = ["word ".repeat(100), "x".repeat(500), "برآمدات".repeat(70)];
    for title in TITLES.into_iter().chain(long.iter().map(String::as_str)) {
        for (what, id) in [
            (NamedKind::Workspace, ""),
            (NamedKind::Series, SERIES),
            (NamedKind::Source, "1"),
            (NamedKind::Source, "190"),
        ] {
            // Two sources of one publisher are not given one title.
            let title = if id == "190" { &format!("{title} 2") } else { title };
            rename(&desk, what, id, title);
        }
        all_outputs(&desk);
        let svg = std::fs::read_to_string(desk.path("a.svg")).unwrap();
        assert_eq!(svg.matches("</svg>").count(), 1, "{title:?}");
        let is_held = |letter: char| letter == '\n' || !letter.is_control();
        assert!(svg.chars().all(is_held), "{title:?}");
    }
}

#[test]
fn a_sentence_keeps_its_order_round_a_name_from_the_right() {
    let desk = Desk::with_sample();
    rename(&desk, NamedKind::Series, SERIES, "آئی ٹی برآمدات");
    let title = desk.app.brief(&brief(false)).unwrap().title;
    assert!(title.starts_with("\u{2068}آئی ٹی برآمدات\u{2069}: "), "{title:?}");
    chart(&desk, ChartKind::Monthly, "a.csv");
    let csv = std::fs::read_to_string(desk.path("a.csv")).unwrap();
    assert!(!csv.contains('\u{2068}'), "{csv}");
    // One text of two scripts is set part by part, each with a font that has it.
    chart(&desk, ChartKind::Monthly, "a.svg");
    let svg = std::fs::read_to_string(desk.path("a.svg")).unwrap();
    assert!(svg.contains("font-family=\"Vazirmatn, ") && svg.contains("font-family=\"Inter, "));
}

#[test]
fn what_no_font_has_is_told() {
    let desk = Desk::with_sample();
    assert_eq!(chart(&desk, ChartKind::Monthly, "a.png").replaced, None);
    rename(&desk, NamedKind::Series, SERIES, "出口 exports");
    assert_eq!(
        chart(&desk, ChartKind::Monthly, "a.png").replaced.as_deref(),
        Some("出 口")
    );
    let view = desk.app.brief(&brief(false)).unwrap();
    let told = view.checks.iter().filter(|check| !check.ok).collect::<Vec<_>>();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].text.ends_with("出 口"), "{told:?}");
}

#[test]
fn names_are_changed_one_entry_each_and_back() {
    let desk = Desk::with_sample();
    let name = |desk: &Desk| desk.app.workspace_view().unwrap().unwrap().name;
    let (before, entries) = (name(&desk), desk.app.log().unwrap().entries.len());
    let changed = rename(&desk, NamedKind::Workspace, "", "  IT and\nTelecom ");
    assert_eq!(changed.workspace.name, "IT and Telecom");
    assert_eq!(changed.label, format!("Workspace “{before}” renamed “IT and Telecom”"));
    let changed = rename(&desk, NamedKind::Series, SERIES, "Exports of IT");
    let series = changed.workspace.series.iter().find(|one| one.id == SERIES).unwrap();
    assert_eq!(
        (series.title.as_str(), series.origin.as_str()),
        ("Exports of IT", "Exports of IT")
    );
    rename(
        &desk,
        NamedKind::Source,
        "On the target for FY2030",
        "The target for FY2030",
    );
    assert_eq!(desk.app.log().unwrap().entries.len(), entries + 3);
    for _step in 0..3 {
        desk.app.undo().unwrap();
    }
    assert_eq!(name(&desk), before);

    let refused = |what, id: &str, title: &str| {
        let request = Rename {
            what,
            id: id.into(),
            title: title.into(),
            publisher: None,
            address: None,
        };
        desk.app.rename(&request).unwrap_err().code
    };
    assert_eq!(refused(NamedKind::Workspace, "", " \u{200b}\n"), Code::Word);
    assert_eq!(refused(NamedKind::Series, "none", "x"), Code::UnknownSeries);
    assert_eq!(refused(NamedKind::Source, "no such title", "x"), Code::Refused);
}

#[test]
fn notes_stay_in_unless_they_are_asked_for() {
    let desk = Desk::with_sample();
    let before = desk.app.brief(&brief(false)).unwrap();
    let enter = |value: &str, note: &str| {
        desk.app
            .observation_set(&SetObservation {
                series: SERIES.into(),
                period: "2026-02".into(),
                value: value.into(),
                published: "2026-04-01".into(),
                source: "Bulletin".into(),
                status: None,
                note: note.into(),
            })
            .unwrap()
    };
    enter("366", "OFF THE RECORD");
    let without = desk.app.brief(&brief(false)).unwrap();
    let with = desk.app.brief(&brief(true)).unwrap();
    assert_ne!(without.digest, before.digest, "another figure");
    assert_ne!(without.digest, with.digest, "another file");
    assert!(
        without
            .contains
            .contains(&"Notes of this workspace stay in it".to_owned())
    );
    assert!(with.contains.last().unwrap().contains("notes"), "{:?}", with.contains);
    // A note changes nothing of what leaves.
    desk.app.undo().unwrap();
    enter("366", "another remark");
    assert_eq!(desk.app.brief(&brief(false)).unwrap().digest, without.digest);
}
