//! The registers of the sample, and their changes.

use hadaf_app::Code;
use hadaf_app::wire::{RegisterEdit, RegisterKind, RegisterRemove, RegisterRequest, RegisterRow, RegisterView};

use crate::Desk;

pub(crate) fn register(desk: &Desk, register: RegisterKind, as_of: Option<&str>) -> RegisterView {
    let request = RegisterRequest {
        register,
        series: "ict_total".into(),
        as_of: as_of.map(str::to_owned),
    };
    desk.app.register(&request).unwrap()
}

pub(crate) fn row<'a>(view: &'a RegisterView, field: &str, starts: &str) -> &'a RegisterRow {
    let found = view.rows.iter().find(|row| row.values[field].starts_with(starts));
    found.unwrap_or_else(|| panic!("no {field} {starts}"))
}

pub(crate) fn edit(register: RegisterKind, id: Option<&str>, values: &[(&str, &str)], source: &str) -> RegisterEdit {
    RegisterEdit {
        register,
        id: id.map(str::to_owned),
        values: values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        source: source.to_owned(),
        corrects: false,
    }
}

#[test]
fn the_sample_has_its_registers() {
    let desk = Desk::with_sample();
    // Rows of disruptions.csv, cost_claims.csv, budget.csv, initiatives.csv, concerns.csv.
    let length = |kind: &RegisterKind| register(&desk, *kind, None).rows.len();
    let lengths: Vec<usize> = RegisterKind::ALL.iter().map(length).collect();
    assert_eq!(lengths, [21, 8, 28, 23, 4, 0]);
    for kind in RegisterKind::ALL {
        let view = register(&desk, *kind, None);
        assert_eq!(view.title.is_empty(), view.empty.is_some(), "{kind:?}");
        for row in &view.rows {
            assert_eq!(row.cells.len(), view.fields.len());
            let entered = view.fields.iter().filter(|field| !field.computed).count();
            assert_eq!(
                (row.values.len(), row.values.len() + row.computed.len()),
                (entered, view.fields.len())
            );
        }
    }
}

/// The Islamabad park was due on 31 December 2025 and is 72 % built in February 2026 (initiatives.csv): on 1 April
/// 2026 it is 91 days late (31 + 28 + 31 + 1).
#[test]
fn overdue_is_computed_on_the_day() {
    let desk = Desk::with_sample();
    let days = |as_of| {
        let view = register(&desk, RegisterKind::Initiatives, as_of);
        row(&view, "name", "Islamabad IT Park").computed["overdue_days"]
    };
    assert_eq!(days(None), Some(91.0));
    assert_eq!(days(Some("2025-12-31")), None);
    assert_eq!(days(Some("2026-01-01")), Some(1.0));
}

/// P&L of a claim beside a day: Top10VPN's 11.8 million for 864 hours in Balochistan, 16 July to 21 August 2024 (37
/// days, both counted). Exports of July and August 2024 were 286 and 298 as first published: 584 / 62 days = 9.42 a day;
/// 11.8 / 37 = 0.319 a day: 3.4 %.
#[test]
fn a_cost_is_held_against_a_days_exports_and_never_taken_from_them() {
    let desk = Desk::with_sample();
    let costs = register(&desk, RegisterKind::Costs, Some("2025-02-28"));
    let balochistan = row(&costs, "amount", "11.8");
    let percent = balochistan.computed["percent_of_day"].unwrap();
    assert!(
        (percent - 11.8 / 37.0 / (584.0 / 62.0) * 100.0).abs() < 1e-9,
        "{percent}"
    );
    assert!(
        balochistan
            .remarks
            .iter()
            .any(|remark| remark.contains("not export receipts")),
        "{:?}",
        balochistan.remarks
    );
    // Rupees have no rate here.
    assert_eq!(row(&costs, "unit", "PKR").computed["percent_of_day"], None);
    assert!(costs.note.contains("never taken from them"));
}

#[test]
fn a_register_knows_nothing_of_later_days() {
    let desk = Desk::with_sample();
    let early = register(&desk, RegisterKind::Disruptions, Some("2024-03-01"));
    assert!(
        early
            .rows
            .iter()
            .all(|row| row.values["start"].as_str() <= "2024-03-01")
    );
    // The ban of X ended on 7 May 2025; on 1 March 2024 no end was known.
    let ban = row(&early, "start", "2024-02-17");
    let end = early.fields.iter().position(|field| field.name == "end").unwrap();
    assert_eq!((ban.cells[end].as_str(), ban.computed["days"]), ("", None));
    assert!(ban.remarks.iter().any(|remark| remark == "no end is known"));
}

/// A register, the fields that are typed, and the source.
pub(crate) type Typed = (RegisterKind, &'static [(&'static str, &'static str)], &'static str);

/// A new entry for each register.
pub(crate) const ENTRIES: [Typed; 6] = [
    (
        RegisterKind::Disruptions,
        &[
            ("start", "2026-03-01"),
            ("end", "2026-03-02"),
            ("scope", "Karachi"),
            ("kind", "shutdown"),
            ("outage", "region"),
            ("region_share", "0.25"),
        ],
        "A page",
    ),
    (
        RegisterKind::Costs,
        &[
            ("amount", "1,234.5"),
            ("unit", "USD million"),
            ("concept", "gdp"),
            ("maker", "Somebody"),
            ("disruption", "2"),
        ],
        "A page",
    ),
    (
        RegisterKind::Budget,
        &[
            ("fiscal_year", "2025-26"),
            ("body", "Ministry"),
            ("item", "All"),
            ("unit", "PKR million"),
            ("allocated", "100"),
            ("released", "120"),
            ("through", "Mar-26"),
        ],
        "A page",
    ),
    (
        RegisterKind::Initiatives,
        &[("name", "A park"), ("due", "2026-02"), ("state", "running")],
        "A page",
    ),
    (
        RegisterKind::Concerns,
        &[("text", "Why?"), ("raised_by", "The committee")],
        "",
    ),
    (
        RegisterKind::Undertakings,
        &[
            ("text", "A report"),
            ("promised_by", "The ministry"),
            ("due", "2026-03-15"),
            ("concern", "1"),
        ],
        "",
    ),
];

#[test]
fn every_register_takes_entries_and_gives_them_back() {
    for (kind, values, source) in ENTRIES {
        let desk = Desk::with_sample();
        let mut entry = edit(kind, None, values, source);
        let before = register(&desk, kind, None);
        desk.app.register_set(&entry).unwrap();
        let with = register(&desk, kind, None);
        assert_eq!(with.rows.len(), before.rows.len() + 1, "{kind:?}");
        let ids = |view: &RegisterView| view.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
        let id = ids(&with).into_iter().find(|id| !ids(&before).contains(id)).unwrap();
        // What a form would begin with is accepted again, unchanged.
        entry.id = Some(id.clone());
        entry.values = with.rows.iter().find(|row| row.id == id).unwrap().values.clone();
        desk.app.register_set(&entry).unwrap();
        assert_eq!(register(&desk, kind, None), with, "{kind:?}");
        let remove = RegisterRemove { register: kind, id };
        desk.app.register_remove(&remove).unwrap();
        assert_eq!(register(&desk, kind, None), before, "{kind:?}");
        // The amendment changed nothing, and left no entry.
        for _ in 0..2 {
            desk.app.undo().unwrap();
        }
        assert_eq!(register(&desk, kind, None), before, "{kind:?}");
        assert_eq!(desk.app.register_remove(&remove).unwrap_err().code, Code::Refused);
    }
}

#[test]
fn what_was_typed_is_judged_in_words() {
    use RegisterKind::{Budget, Costs, Disruptions, Initiatives, Undertakings};
    let desk = Desk::with_sample();
    let disruption = [("start", "2026-03-01"), ("scope", "Karachi"), ("kind", "shutdown")];
    let with = |more: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
        disruption.iter().chain(more).copied().collect()
    };
    let startless = vec![("scope", "Karachi"), ("kind", "shutdown")];
    for (register, values, source, code) in [
        (Disruptions, startless, "A page", Code::Word),
        (Disruptions, with(&[]), " ", Code::Word),
        (Disruptions, with(&[("end", "2026-02-28")]), "A page", Code::Date),
        (Disruptions, with(&[("end", "soon")]), "A page", Code::Word),
        (Disruptions, with(&[("region_share", "25")]), "A page", Code::Number),
        (Disruptions, with(&[("outage", "flood")]), "A page", Code::Word),
        (Disruptions, with(&[("days", "3")]), "A page", Code::Word),
        (
            Costs,
            vec![
                ("amount", "-5"),
                ("unit", "USD million"),
                ("concept", "gdp"),
                ("maker", "X"),
            ],
            "A page",
            Code::Number,
        ),
        (
            Costs,
            vec![("unit", "USD million"), ("concept", "gdp"), ("maker", "X")],
            "A page",
            Code::Word,
        ),
        (
            Costs,
            vec![
                ("amount", "5"),
                ("unit", "USD million"),
                ("concept", "gdp"),
                ("maker", "X"),
                ("disruption", "999"),
            ],
            "A page",
            Code::Refused,
        ),
        (
            Budget,
            vec![("fiscal_year", "soon"), ("body", "M"), ("item", "I"), ("unit", "PKR")],
            "A page",
            Code::Period,
        ),
        (
            Initiatives,
            vec![("name", "A"), ("due", "2026-13")],
            "A page",
            Code::Word,
        ),
        (
            Undertakings,
            vec![("text", "A"), ("promised_by", "B"), ("concern", "99")],
            "",
            Code::Refused,
        ),
    ] {
        let entry = edit(register, None, &values, source);
        let error = desk.app.register_set(&entry).unwrap_err();
        let error = desk.app.in_words(&error);
        assert_eq!(error.code, code, "{register:?} {values:?}: {}", error.message);
        assert!(!error.message.contains("error-"), "{}", error.message);
    }
    assert_eq!(
        desk.app.log().unwrap().entries.len(),
        Desk::with_sample().app.log().unwrap().entries.len()
    );
}

/// The purpose codes' review was closed on 2 January 2026; in 2025 nobody knew that it would be (initiatives.csv).
#[test]
fn how_something_ended_is_not_known_before() {
    let desk = Desk::with_sample();
    let told = |as_of| {
        let view = register(&desk, RegisterKind::Initiatives, Some(as_of));
        let cell = |name: &str| {
            let place = view.fields.iter().position(|field| field.name == name).unwrap();
            row(&view, "name", "Review of the purpose codes").cells[place].clone()
        };
        (cell("status"), cell("state"), cell("closed"))
    };
    // The page that tells of the review is of January 2026: nothing of it is known before.
    let before = register(&desk, RegisterKind::Initiatives, Some("2025-11-01"));
    assert!(
        before
            .rows
            .iter()
            .all(|row| !row.values["name"].starts_with("Review of the purpose codes"))
    );
    assert_eq!(told("2026-04-01").1, "done");
}

/// An entry without a day of its own counts from when it was seen; mending a word in it does not make it newer.
#[test]
fn an_amended_entry_is_known_since_the_same_day() {
    let desk = Desk::with_sample();
    let ids = || -> Vec<String> {
        let view = register(&desk, RegisterKind::Budget, Some("2023-12-31"));
        view.rows.iter().map(|row| row.id.clone()).collect()
    };
    let before = ids();
    let view = register(&desk, RegisterKind::Budget, None);
    for row in &view.rows {
        let mut change = edit(RegisterKind::Budget, Some(&row.id), &[], &row.source);
        change.values.clone_from(&row.values);
        change.values.insert("note".into(), "Mended".into());
        desk.app.register_set(&change).unwrap();
    }
    assert_eq!(ids(), before);
}

/// Announced on 21 March 2017; on 20 September 2025 it was to open by the end of the year, and on 14 February 2026 72 %
/// were built (initiatives.csv).
#[test]
fn a_past_day_knows_what_was_said_by_then() {
    let desk = Desk::with_sample();
    let park = |as_of: &str| {
        let view = register(&desk, RegisterKind::Initiatives, Some(as_of));
        let found = row(&view, "name", "Islamabad IT Park").clone();
        (
            found.values["status"].clone(),
            found.values["due"].clone(),
            found.source,
            found.states.len(),
        )
    };
    let nothing = String::new;
    assert_eq!(park("2023-09-01"), (nothing(), nothing(), nothing(), 0));
    let (status, due, source, states) = park("2025-12-31");
    assert_eq!((status.as_str(), due.as_str(), states), ("", "2025-12-31", 1));
    assert_eq!(source, "Islamabad IT Park");
    let (status, due, _, states) = park("2026-02-14");
    assert!(status.contains("72 %"), "{status}");
    assert_eq!((due.as_str(), states), ("2025-12-31", 2));
}

/// What changes from a day on is kept beside what was; a mistake is put right in place; and each can be undone.
#[test]
fn an_entry_keeps_what_it_said() {
    let desk = Desk::with_sample();
    let kind = RegisterKind::Undertakings;
    let values = |status: &str, published: &str| -> Vec<(&'static str, String)> {
        vec![
            ("text", "A report".into()),
            ("promised_by", "The ministry".into()),
            ("promised", "2026-01-10".into()),
            ("status", status.into()),
            ("published", published.into()),
        ]
    };
    let set = |id: Option<&str>, status: &str, published: &str, corrects: bool| {
        let values = values(status, published);
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let change = edit(kind, id, &values, "");
        desk.app.register_set(&RegisterEdit { corrects, ..change }).unwrap();
    };
    let told = |as_of: Option<&str>| -> Vec<(String, usize)> {
        let view = register(&desk, kind, as_of);
        view.rows
            .iter()
            .map(|row| (row.values["status"].clone(), row.states.len()))
            .collect()
    };
    let one = |status: &str, states: usize| vec![(status.to_owned(), states)];
    set(None, "begun", "2026-02-01", false);
    let id = register(&desk, kind, None).rows[0].id.clone();
    assert_eq!(told(Some("2026-01-09")), []);
    assert_eq!(told(Some("2026-01-10")), one("", 0));
    set(Some(&id), "half done", "2026-03-01", false);
    assert_eq!(told(None), one("half done", 2));
    assert_eq!(told(Some("2026-02-28")), one("begun", 1));
    // A mistake was never so.
    set(Some(&id), "a third done", "2026-03-01", true);
    assert_eq!(told(None), one("a third done", 2));
    // What was said before that, entered late.
    set(Some(&id), "asked for", "2026-01-20", false);
    assert_eq!(told(None), one("a third done", 3));
    assert_eq!(told(Some("2026-01-31")), one("asked for", 1));
    // Who names no day learned of it today.
    set(Some(&id), "done", "", false);
    assert_eq!(told(Some("2026-03-31")), one("a third done", 3));
    assert_eq!(told(None), one("done", 4));
    // What it said before is amended and taken out by its own number.
    let states = register(&desk, kind, None).rows[0].states.clone();
    assert_eq!(
        states.iter().map(|it| it.known_from.as_str()).collect::<Vec<_>>(),
        ["2026-04-01", "2026-03-01", "2026-02-01", "2026-01-20"]
    );
    set(Some(&states[2].id), "really begun", "2026-02-01", false);
    assert_eq!(told(Some("2026-02-28")), one("really begun", 2));
    let remove = |id: &str| {
        desk.app
            .register_remove(&RegisterRemove {
                register: kind,
                id: id.to_owned(),
            })
            .unwrap();
    };
    remove(&states[2].id);
    assert_eq!(told(Some("2026-02-28")), one("asked for", 1));
    // The whole entry goes with all that it said, and comes back with it.
    remove(&id);
    assert_eq!(told(None), []);
    desk.app.undo().unwrap();
    assert_eq!(told(None), one("done", 3));
    while !told(None).is_empty() {
        desk.app.undo().unwrap();
    }
    for _ in 0..8 {
        desk.app.redo().unwrap();
    }
    assert_eq!(told(None), []);
}

/// A budget is behind by what is in force: the newest allocation of the same item.
#[test]
fn a_release_is_held_against_the_allocation_in_force() {
    let desk = Desk::with_sample();
    let line = |published: &str, allocated: &str, released: &str| {
        let values = [
            ("fiscal_year", "FY2026"),
            ("body", "Ministry"),
            ("item", "All"),
            ("unit", "PKR million"),
            ("allocated", allocated),
            ("released", released),
            ("through", "2026-01"),
            ("published", published),
        ];
        desk.app
            .register_set(&edit(RegisterKind::Budget, None, &values, "A page"))
            .unwrap();
    };
    line("2026-02-10", "1000", "400");
    let told = || {
        let view = register(&desk, RegisterKind::Budget, None);
        let found = view.rows.iter().find(|row| row.values["released"] == "400").unwrap();
        (found.remarks.clone(), found.computed["released_percent"])
    };
    assert_eq!(
        told(),
        (vec!["released 19 points behind the year".to_owned()], Some(40.0))
    );
    // Cut to 600, of which two thirds came in 59 % of the year.
    line("2026-03-01", "600", "");
    let (remarks, share) = told();
    assert!(
        remarks.is_empty() && (share.unwrap() - 200.0 / 3.0).abs() < 1e-9,
        "{remarks:?} {share:?}"
    );
}

/// The ban of X lasted 446 days, and 1,340 million were said of the 319 in 2024 alone (cost_claims.csv).
#[test]
fn a_cost_counts_its_own_time() {
    let desk = Desk::with_sample();
    let costs = register(&desk, RegisterKind::Costs, None);
    let told = |amount: &str| row(&costs, "amount", amount).computed["percent_of_day"].unwrap();
    // Exports of February to December 2024 over their 335 days.
    let percent = told("1340");
    assert!((41.0..44.0).contains(&percent), "{percent}");
    let whole = told("1620");
    assert!(whole > percent, "{whole} {percent}");
}
