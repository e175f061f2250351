//! Files of every layout through the whole door: read, asked, held against the workspace, entered as one change, taken
//! back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hadaf_app::ShowRequest;
use hadaf_app::wire::{
    IntakeCellsRequest, IntakeMapping, IntakeOpen, IntakeOutcome, IntakePaste, IntakeRegion, IntakeRequest, IntakeRole,
    IntakeValuesRequest, IntakeView, NewWorkspace,
};
use hadaf_tests::root;
use serde_json::{Value, json};

use super::Desk;

fn fixtures() -> PathBuf {
    root().join("src-tauri/crates/hadaf-import/tests/fixtures")
}

/// The lines of what is expected of a file: what, label, unit, basis, period, value, mark.
fn expected(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cells.last_mut().unwrap().push(letter),
            }
        }
        cells
    };
    text.lines().skip(1).map(cells).collect()
}

fn workspace(desk: &Desk, currency: &str, month: u32) {
    let new = NewWorkspace {
        path: desk.path("own.hadaf"),
        name: "Own".into(),
        currency: currency.into(),
        fiscal_year_start_month: month,
        series_title: "Main".into(),
        origin: None,
        year_names: None,
    };
    desk.app.workspace_new(&new).unwrap();
}

fn own() -> Desk {
    let desk = Desk::at("2026-11-27T14:02:00+05:00[+05:00]");
    workspace(&desk, "USD", 7);
    desk
}

/// Answers what is open by what it is read for now, until nothing is open.
fn answered(desk: &Desk, mut view: IntakeView, request: &mut IntakeRequest) -> IntakeView {
    for _ in 0..5 {
        if view.questions.is_empty() {
            break;
        }
        for question in &view.questions {
            let answer = match question.kind.as_str() {
                "published" => "unknown".to_owned(),
                "unit" => question.choices[0].value.clone(),
                _ => question.answer.clone(),
            };
            request.answers.insert(question.id.clone(), answer);
        }
        view = desk.app.intake_draft(request).unwrap();
    }
    view
}

fn open(desk: &Desk, path: &Path) -> IntakeView {
    let paths = vec![path.to_owned()];
    desk.app.intake_open(&IntakeOpen { paths }).unwrap()
}

fn shown(desk: &Desk) -> Value {
    json!(desk.app.show(&ShowRequest::default()).unwrap())
}

/// Whether the series of a name goes into the one of this id.
fn takes(view: &IntakeView, label: &str, id: &str) -> bool {
    let mut series = view.series.iter();
    series.any(|series| series.label.contains(label) && series.series.as_deref() == Some(id))
}

/// What is wrong with how one file went through.
fn through(stem: &str, file: &Path, wanted: &[Vec<String>]) -> Result<(), String> {
    let desk = Desk::at("2026-11-27T14:02:00+05:00[+05:00]");
    let given = |name: &str| {
        let mut lines = wanted.iter().filter(|row| row[0] == "given");
        lines.find(|row| row[1] == name).map(|row| row[5].clone())
    };
    let month = given("start_month").map_or(7, |month| month.parse().unwrap());
    workspace(&desk, &given("currency").unwrap_or_else(|| "USD".into()), month);
    let before = shown(&desk);
    let mut request = IntakeRequest::default();
    for row in wanted.iter().filter(|row| row[0] == "given" && row[1].contains('@')) {
        request.answers.insert(row[1].clone(), row[5].clone());
    }
    let view = open(&desk, file);
    if wanted.iter().any(|row| row[0] == "refused") {
        let failure = view.files[0].failure.clone();
        return failure.map(|_| ()).ok_or_else(|| format!("{stem} was read"));
    }
    let view = match request.answers.is_empty() {
        true => view,
        false => desk.app.intake_draft(&request).unwrap(),
    };
    let view = answered(&desk, view, &mut request);
    // A file of ours names series that are there; it says too little to make one.
    if stem == "own_long" {
        assert_eq!(view.blocked, "There is no series ict_total.");
        return Ok(());
    }
    if !view.ready {
        return Err(format!("{stem} is blocked: {}", view.blocked));
    }
    desk.app.intake_apply(&request).unwrap();
    let after = shown(&desk);
    let mut stored: BTreeSet<(String, String, String, String)> = BTreeSet::new();
    for series in after["series"].as_array().unwrap() {
        for one in series["observations"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let (id, unit) = (text(&series["id"]), text(&series["unit"]));
            stored.insert((id, unit, text(&one["period"]), text(&one["value"])));
        }
    }
    // Two figures of one period are one after the other: one of them is current.
    let mut periods: BTreeMap<(&str, &str), Vec<&Vec<String>>> = BTreeMap::new();
    for row in wanted.iter().filter(|row| row[0] == "value" && row[3] == "period") {
        periods.entry((&row[1], &row[4])).or_default().push(row);
    }
    for rows in periods.values() {
        let is_stored = rows.iter().any(|row| {
            stored.iter().any(|(id, unit, period, value)| {
                let is_named = takes(&view, &row[1], id);
                let has_unit = row[2].is_empty() || *unit == row[2];
                is_named && has_unit && *period == row[4] && *value == row[5]
            })
        });
        if !is_stored {
            return Err(format!("{stem}: {rows:?} is not among {stored:?}"));
        }
    }
    let count = wanted.iter().filter(|row| row[0] == "value").count();
    let values = view.counts.values as usize;
    if values != count {
        return Err(format!("{stem}: {values} values of {count}"));
    }
    again(&desk, stem, file, &mut request)?;
    desk.app.undo().unwrap();
    match shown(&desk) == before {
        true => Ok(()),
        false => Err(format!("{stem}: undo leaves something")),
    }
}

/// The same file once more changes nothing.
fn again(desk: &Desk, stem: &str, file: &Path, request: &mut IntakeRequest) -> Result<(), String> {
    let view = open(desk, file);
    let view = answered(desk, view, request);
    let counts = view.counts;
    let is_same = counts.same == counts.values && !view.ready;
    match is_same && desk.app.intake_apply(request).is_err() {
        true => Ok(()),
        false => Err(format!("{stem} again: {counts:?} {}", view.blocked)),
    }
}

#[test]
fn every_fixture_goes_through_the_whole_door() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    let files: Vec<PathBuf> = std::fs::read_dir(fixtures())
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    for path in &files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let Some(stem) = name.strip_suffix(".expected.csv") else {
            continue;
        };
        let own = files.iter().find(|file| {
            let other = file.file_name().unwrap().to_str().unwrap();
            !other.ends_with(".expected.csv") && other.rsplit_once('.').is_some_and(|(own, _)| own == stem)
        });
        count += 1;
        wrong.extend(through(stem, own.unwrap(), &expected(path)).err());
    }
    assert!(count >= 100, "{count} fixtures");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

const JULY: &str = "ICT exports\n(Million US$)\nItem,Jul-25,Aug-25\nTotal credits,354,337\nSoftware,120.5,118\n";

fn written(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.path(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn published(day: &str) -> IntakeRequest {
    IntakeRequest {
        answers: [("published".to_owned(), day.to_owned())].into(),
        ..IntakeRequest::default()
    }
}

/// Next month's file takes one click: its names are known; one that was renamed is asked about, and that one alone.
#[test]
fn what_was_mapped_is_remembered_by_the_layout() {
    let desk = own();
    open(&desk, &written(&desk, "july.csv", JULY));
    let request = IntakeRequest {
        mapping: vec![IntakeMapping {
            label: "Total credits".into(),
            series: Some("total".into()),
            ..IntakeMapping::default()
        }],
        ..published("2025-09-20")
    };
    let view = desk.app.intake_draft(&request).unwrap();
    assert_eq!(
        (view.series[0].series.as_deref(), view.series[0].new),
        (Some("total"), false)
    );
    assert_eq!(
        (view.series[1].series.as_deref(), view.series[1].new),
        (Some("software"), true)
    );
    desk.app.intake_apply(&request).unwrap();

    let next = JULY
        .replace("Jul-25,Aug-25", "Aug-25,Sep-25")
        .replace("354,337", "338,366");
    let view = open(&desk, &written(&desk, "august.csv", &next));
    assert!(view.remembered);
    let kinds: Vec<&str> = view.questions.iter().map(|question| question.kind.as_str()).collect();
    assert_eq!(kinds, ["published"]);
    let view = desk.app.intake_draft(&published("2025-10-20")).unwrap();
    assert!(view.series.iter().all(|series| !series.new));
    assert_eq!((view.counts.new, view.counts.revises), (2, 2));

    let renamed = next.replace("Software", "Computer software");
    let view = open(&desk, &written(&desk, "renamed.csv", &renamed));
    let asked: Vec<_> = view
        .questions
        .iter()
        .filter(|question| question.kind == "series")
        .collect();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].text.contains("Computer software"), "{}", asked[0].text);
    let values: Vec<&str> = asked[0].choices.iter().map(|choice| choice.value.as_str()).collect();
    assert_eq!(values, ["software", "new", "leave_out"]);
    let mut request = published("2025-10-20");
    request.answers.insert(asked[0].id.clone(), "software".into());
    let view = desk.app.intake_draft(&request).unwrap();
    assert!(view.questions.is_empty() && view.ready, "{}", view.blocked);
    desk.app.intake_apply(&request).unwrap();
    // Undo takes the memory back too.
    desk.app.undo().unwrap();
    desk.app.undo().unwrap();
    assert!(!open(&desk, &desk.path("august.csv")).remembered);
}

#[test]
fn another_unit_is_counted_in_that_of_the_series_and_told() {
    let desk = own();
    open(&desk, &written(&desk, "july.csv", JULY));
    desk.app.intake_apply(&published("2025-09-20")).unwrap();
    let thousands = "Thousand US Dollar\nItem,Jul-25,Sep-25\nSoftware,120500,119250.5\n";
    open(&desk, &written(&desk, "thousands.csv", thousands));
    let view = desk.app.intake_draft(&published("2025-10-20")).unwrap();
    let software = &view.series[0];
    assert_eq!((software.series.as_deref(), software.new), (Some("software"), false));
    assert!(software.scaled.contains("120,500 is 120.500"), "{}", software.scaled);
    assert!(view.assumed.iter().any(|remark| remark.code == "rescaled"));
    assert_eq!((view.counts.same, view.counts.new), (1, 1));
    desk.app.intake_apply(&published("2025-10-20")).unwrap();
    let shown = shown(&desk);
    let software = shown["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "software")
        .unwrap();
    assert_eq!(software["observations"][2]["value"], "119.2505");
    // Another currency is another series.
    let rupees = thousands.replace("Thousand US Dollar", "PKR million");
    let view = open(&desk, &written(&desk, "rupees.csv", &rupees));
    assert!(view.series[0].new);
}

#[test]
fn cells_are_told_what_they_were_taken_for() {
    let desk = own();
    let text = JULY
        .replace("Aug-25\n", "Aug-25,Jul-Aug FY26\n")
        .replace("337\n", "337,692\n")
        .replace("118\n", "118,238.5\n");
    open(&desk, &written(&desk, "july.csv", &text));
    let view = desk.app.intake_draft(&published("2025-09-20")).unwrap();
    let off: Vec<_> = view.checks.iter().filter(|check| check.kind == "total").collect();
    assert_eq!(
        off.iter().map(|check| check.agrees).collect::<Vec<_>>(),
        [true, true],
        "{off:?}"
    );
    let region = IntakeRegion {
        file: 0,
        sheet: 0,
        top: 0,
        left: 0,
        bottom: 99,
        right: 99,
    };
    let cells = desk.app.intake_cells(&IntakeCellsRequest { region }).unwrap();
    let role = |row: usize, column: usize| cells.rows[row].cells[column].role;
    assert_eq!(cells.columns, ["A", "B", "C", "D"]);
    assert_eq!(role(0, 0), IntakeRole::Ignored);
    assert_eq!((role(2, 1), role(3, 0)), (IntakeRole::Header, IntakeRole::Header));
    assert_eq!((role(3, 1), role(3, 3)), (IntakeRole::Value, IntakeRole::Check));
    assert_eq!(cells.rows[3].cells[1].outcome, Some(IntakeOutcome::New));
    let request = IntakeValuesRequest {
        outcomes: vec![IntakeOutcome::New],
        series: None,
        from: 1,
        count: 2,
    };
    let values = desk.app.intake_values(&request).unwrap();
    assert_eq!((values.of, values.values.len()), (4, 2));
    // What is left out by hand is not entered.
    let mut request = published("2025-09-20");
    request.left_out = vec![IntakeRegion {
        top: 4,
        bottom: 4,
        ..region
    }];
    let view = desk.app.intake_draft(&request).unwrap();
    assert_eq!(view.counts.values, 2);
    assert!(view.left_out.iter().any(|remark| remark.code == "by_hand"));
    desk.app.intake_cancel().unwrap();
    assert!(desk.app.intake_draft(&request).is_err());
    assert!(desk.app.log().unwrap().entries.is_empty());
}

#[test]
fn what_is_pasted_goes_through_the_same_door() {
    let desk = own();
    let paste = IntakePaste {
        text: "US$ million\tJul-25\tAug-25\nSoftware\t120\t121\n".into(),
        html: None,
    };
    let view = desk.app.intake_paste(&paste).unwrap();
    assert_eq!(view.questions[0].kind, "published");
    let view = desk.app.intake_draft(&published("after-each-period")).unwrap();
    assert_eq!(view.questions[0].kind, "source");
    let mut request = published("after-each-period");
    request.answers.insert("source".into(), "Bulletin".into());
    let view = desk.app.intake_draft(&request).unwrap();
    assert!(view.ready, "{}", view.blocked);
    let changed = desk.app.intake_apply(&request).unwrap();
    assert!(changed.label.contains("2 values pasted"), "{}", changed.label);
}

/// What a column says of the day of publication is taken, row by row.
#[test]
fn a_column_of_publication_days_is_read() {
    let desk = own();
    let text = "Series,Period,Unit,Value,Release date\nSoftware,2025-07,USD million,120,2025-08-20\n\
                Software,2025-08,USD million,121,2025-09-20\n";
    let view = open(&desk, &written(&desk, "days.csv", text));
    assert!(view.questions.is_empty(), "{:?}", view.questions);
    desk.app.intake_apply(&IntakeRequest::default()).unwrap();
    let request = ShowRequest {
        as_of: Some("2025-09-01".into()),
        ..ShowRequest::default()
    };
    let known = json!(desk.app.show(&request).unwrap());
    let software = known["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "software")
        .unwrap();
    assert_eq!(software["observations"].as_array().unwrap().len(), 1);
}
