//! Registers as sheets: rows that are pasted or imported, a column that is filled, tables that leave and come back.

use std::path::{Path, PathBuf};

use hadaf_app::wire::{
    NewWorkspace, RegisterExport, RegisterFill, RegisterKind, RegisterOutcome, RegisterRequest, RegisterRow,
    RegisterRows, RegisterView,
};
use hadaf_app::{Code, Existing};

use crate::Desk;
use crate::risks::{ENTRIES, edit, register, row};

fn rows(register: RegisterKind, text: Option<&str>, path: Option<&Path>) -> RegisterRows {
    RegisterRows {
        register,
        text: text.map(str::to_owned),
        path: path.map(Path::to_path_buf),
        onto: Vec::new(),
        fields: Vec::new(),
        source: "A page".into(),
        corrects: false,
    }
}

fn exported(desk: &Desk, register: RegisterKind, as_of: Option<&str>, name: &str) -> PathBuf {
    let path = desk.folder.path().join(name);
    let export = RegisterExport {
        request: RegisterRequest {
            register,
            series: "ict_total".into(),
            as_of: as_of.map(str::to_owned),
        },
        format: name.rsplit('.').next().unwrap().to_owned(),
        path: path.clone(),
    };
    let told = desk.app.register_export(&export, Existing::Replace).unwrap();
    assert_eq!(told.remarks, Vec::<String>::new(), "{name}");
    path
}

fn log(desk: &Desk) -> usize {
    desk.app.log().unwrap().entries.len()
}

/// Every register leaves whole and comes back without change, in both formats, whatever stands in its texts.
#[test]
fn what_leaves_comes_back_without_change() {
    let desk = Desk::with_sample();
    for (kind, values, source) in ENTRIES {
        desk.app.register_set(&edit(kind, None, values, source)).unwrap();
        // What looks like a separator, a formula, a quote, a number, a day or a head.
        for note in [
            "a; b; c, d\t\"e\" |",
            "=1+1",
            "'-5",
            "one\ntwo;\n\nthree",
            "0012",
            "2026-03-01",
            "1e5",
            "note",
            "ابھی",
            "- no",
        ] {
            let mut values = values.to_vec();
            values.push(("note", note));
            desk.app.register_set(&edit(kind, None, &values, source)).unwrap();
        }
        let before = register(&desk, kind, None);
        let entries = log(&desk);
        for name in ["register.csv", "register.xlsx"] {
            let path = exported(&desk, kind, None, name);
            let plan = desk.app.register_plan(&rows(kind, None, Some(&path))).unwrap();
            let other = plan.rows.iter().find(|row| row.outcome != RegisterOutcome::Same);
            assert_eq!(other, None, "{kind:?} {name}");
            assert_eq!(
                (plan.rows.len(), plan.ready),
                (before.rows.len(), false),
                "{kind:?} {name}"
            );
            let error = desk.app.register_enter(&rows(kind, None, Some(&path))).unwrap_err();
            assert_eq!(error.message(), "error-register-nothing");
        }
        assert_eq!(log(&desk), entries);
        assert_eq!(register(&desk, kind, None), before, "{kind:?}");
    }
}

/// Into another workspace the entries come as new ones, and say the same.
#[test]
fn a_register_moves_to_another_workspace() {
    let desk = Desk::with_sample();
    let there = Desk::at("2026-12-01T14:02:00+05:00[+05:00]");
    let new = NewWorkspace {
        path: there.path("own.hadaf"),
        name: "Own".into(),
        currency: "USD".into(),
        fiscal_year_start_month: 7,
        year_names: None,
        series_title: "Exports".into(),
        origin: None,
    };
    there.app.workspace_new(&new).unwrap();
    for kind in [
        RegisterKind::Disruptions,
        RegisterKind::Initiatives,
        RegisterKind::Concerns,
    ] {
        let from = register(&desk, kind, None);
        let path = exported(&desk, kind, None, "register.csv");
        let plan = there.app.register_plan(&rows(kind, None, Some(&path))).unwrap();
        assert!(plan.ready && plan.rows.iter().all(|row| row.outcome == RegisterOutcome::New));
        there.app.register_enter(&rows(kind, None, Some(&path))).unwrap();
        let to = there.app.register(&RegisterRequest {
            register: kind,
            series: String::new(),
            as_of: None,
        });
        let told = |view: &RegisterView| {
            let mut all: Vec<_> = view.rows.iter().map(|row| row.values.clone()).collect();
            all.sort();
            all
        };
        assert_eq!(told(&to.unwrap()), told(&from), "{kind:?}");
        let again = there.app.register_plan(&rows(kind, None, Some(&path))).unwrap();
        assert_eq!(again.changes, 0, "{kind:?}");
    }
}

/// Ten rows with heads, one undo.
#[test]
fn rows_of_a_spreadsheet_are_one_change() {
    let desk = Desk::with_sample();
    let kind = RegisterKind::Disruptions;
    let before = register(&desk, kind, None);
    let mut text = String::from("From\tTo\tPlaces and services\tKind\tTo a scenario\tSource\n");
    for day in 10..20 {
        text.push_str(&format!(
            "2026-03-{day}\t2026-03-{day}\tQuetta\tshutdown\tall lines of a region\tA letter\n"
        ));
    }
    let request = rows(kind, Some(&text), None);
    let plan = desk.app.register_plan(&request).unwrap();
    assert_eq!((plan.changes, plan.ready, plan.left_out.len()), (10, true, 0));
    let changed = desk.app.register_enter(&request).unwrap();
    assert_eq!(changed.label, "Disruptions pasted: 10 new, none changed, none the same");
    let with = register(&desk, kind, None);
    assert_eq!(with.rows.len(), before.rows.len() + 10);
    let pasted = row(&with, "start", "2026-03-15");
    assert_eq!(
        (pasted.values["outage"].as_str(), pasted.source.as_str()),
        ("region", "A letter")
    );
    assert_eq!(desk.app.register_plan(&request).unwrap().changes, 0);
    desk.app.undo().unwrap();
    assert_eq!(register(&desk, kind, None), before);
    // A row that cannot be read keeps all of them out.
    let broken = text.replace("2026-03-12\t2026-03-12", "2026-03-12\t2026-03-01");
    let error = desk.app.register_enter(&rows(kind, Some(&broken), None)).unwrap_err();
    let told = desk.app.in_words(&error);
    assert_eq!(told.code, Code::Refused);
    assert!(
        told.message
            .starts_with("Row 4 cannot be read: To, 2026-03-01, lies before From"),
        "{}",
        told.message
    );
    assert_eq!(register(&desk, kind, None), before);
}

/// One value into several entries is one change, dated like any other.
#[test]
fn a_column_is_filled_in_one_step() {
    let desk = Desk::with_sample();
    let kind = RegisterKind::Initiatives;
    let before = register(&desk, kind, None);
    let is_dated = |row: &&RegisterRow| ("2000-01-01"..="2026-04-01").contains(&row.values["published"].as_str());
    let ids: Vec<String> = before
        .rows
        .iter()
        .filter(is_dated)
        .take(3)
        .map(|row| row.id.clone())
        .collect();
    let states = |view: &RegisterView| -> Vec<usize> {
        let of = |id: &String| view.rows.iter().find(|row| row.id == *id).unwrap().states.len();
        ids.iter().map(of).collect()
    };
    let fill = |field: &str, value: &str| {
        desk.app.register_fill(&RegisterFill {
            register: kind,
            field: field.into(),
            value: value.into(),
            ids: ids.clone(),
            corrects: false,
        })
    };
    let changed = fill("status", "asked for again").unwrap();
    assert_eq!(changed.label, "Initiatives: 3 entries filled in");
    let with = register(&desk, kind, None);
    let told = with.rows.iter().filter(|row| row.values["status"] == "asked for again");
    assert_eq!(told.count(), 3);
    let one_more: Vec<usize> = states(&before).iter().map(|count| count + 1).collect();
    assert_eq!(states(&with), one_more);
    let past = register(&desk, kind, Some("2026-03-31"));
    assert!(past.rows.iter().all(|row| row.values["status"] != "asked for again"));
    // Today it is still being typed, and leaves no trace of its own.
    fill("status", "asked for twice").unwrap();
    assert_eq!(states(&register(&desk, kind, None)), states(&with));
    desk.app.undo().unwrap();
    desk.app.undo().unwrap();
    assert_eq!(register(&desk, kind, None), before);
    assert_eq!(fill("days", "3").unwrap_err().code, Code::Word);
    assert_eq!(fill("name", "").unwrap_err().code, Code::Word);
}

/// What is overdue comes first on the screen, the longest before the others; the list itself stays in the order of time.
#[test]
fn what_is_overdue_comes_first() {
    let desk = Desk::with_sample();
    let view = register(&desk, RegisterKind::Initiatives, None);
    let days: Vec<f64> = view
        .order
        .iter()
        .map(|place| view.rows[*place as usize].computed["overdue_days"].unwrap_or(0.0))
        .collect();
    assert!(
        days[0] > 0.0 && days.is_sorted_by(|before, after| before >= after),
        "{days:?}"
    );
    let mut places = view.order.clone();
    places.sort_unstable();
    assert_eq!(places, (0..23).collect::<Vec<u32>>());
}

/// As of a past day a register leaves with what was known then.
#[test]
fn a_past_day_leaves_with_what_was_known() {
    let desk = Desk::with_sample();
    let kind = RegisterKind::Disruptions;
    let path = exported(&desk, kind, Some("2024-03-01"), "then.csv");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        text.lines().count(),
        register(&desk, kind, Some("2024-03-01")).rows.len() + 1
    );
    // The ban of X, of which no end was known.
    let ban = text.lines().find(|line| line.contains("2024-02-17")).unwrap();
    assert!(!ban.contains("2025-05-07"), "{ban}");
}
