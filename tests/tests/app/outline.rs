//! Sectors, series and settings of a workspace of another country, calendar and currency: made, changed, merged, put away
//! and removed, each one change that can be undone.

use hadaf_app::Code;
use hadaf_app::wire::*;
use serde_json::{Value, json};

use super::Desk;

/// Euros, calendar years, one series: exports of services.
fn fresh() -> Desk {
    Desk::in_euros("Services exports")
}

fn set(desk: &Desk, request: &Value) -> Changed {
    let request: SetSeries = serde_json::from_value(request.clone()).unwrap();
    desk.app.series_set(&request).unwrap()
}

fn refused(desk: &Desk, request: &Value) -> String {
    let request: SetSeries = serde_json::from_value(request.clone()).unwrap();
    let error = desk.app.series_set(&request).unwrap_err();
    assert_eq!(error.code, Code::Refused, "{error}");
    let view = desk.app.in_words(&error);
    assert!(view.hint.is_some(), "{view:?}");
    view.message
}

fn enter(desk: &Desk, series: &str, period: &str, value: &str) {
    desk.app
        .observation_set(&SetObservation {
            series: series.into(),
            period: period.into(),
            value: value.into(),
            published: "2026-03-15".into(),
            source: "Statistics office".into(),
            status: None,
            note: String::new(),
        })
        .unwrap();
}

fn target(desk: &Desk, series: &str, year: &str) -> String {
    let asked = ClaimFormRequest {
        series: series.into(),
        id: None,
    };
    let form = desk.app.claim_form(&asked).unwrap().entry;
    let claim = SetClaim {
        amount: "1.2 bn".into(),
        maker: "Ministry of Trade".into(),
        source: "Budget speech".into(),
        fiscal_year: year.into(),
        ..form
    };
    desk.app.claim_set(&claim).unwrap().made.unwrap()
}

/// All that can be read of the workspace: what undo must bring back.
fn told(desk: &Desk) -> Value {
    let outline = desk.app.outline().unwrap();
    let show = desk.app.show(&hadaf_app::ShowRequest::default()).unwrap();
    json!([
        outline,
        show,
        desk.app.workspace_settings().unwrap(),
        desk.app.workspace_view().unwrap().unwrap().series
    ])
}

fn series(desk: &Desk) -> Vec<OutlineSeries> {
    desk.app.outline().unwrap().series
}

#[test]
fn series_of_any_kind_are_made_and_undone() {
    let desk = fresh();
    let before = told(&desk);
    let made = [
        (
            json!({ "title": "IT services", "parent": "total" }),
            "it_services",
            "EUR million",
            true,
        ),
        (
            json!({ "title": "Employees", "unit": "count" }),
            "employees",
            "count",
            false,
        ),
        (
            json!({ "title": "Share of GDP", "unit": "percent", "frequency": "fiscal_year" }),
            "share_of_gdp",
            "percent",
            false,
        ),
        (
            json!({ "title": "Dollar receipts", "unit": "usd billion", "frequency": "quarter", "ebops": "9" }),
            "dollar_receipts",
            "USD billion",
            false,
        ),
        (
            json!({ "title": "خدمات", "parent": "total", "part_of_total": false }),
            "series",
            "EUR million",
            false,
        ),
    ];
    for (request, id, unit, part) in &made {
        let changed = set(&desk, request);
        assert_eq!(changed.made.as_deref(), Some(*id), "{request}");
        let listed = series(&desk);
        let one = listed.iter().find(|one| one.id == *id).unwrap();
        assert_eq!((one.unit.as_str(), one.part_of_total), (*unit, *part), "{request}");
    }
    // Independent totals stand side by side, and a part stands under its own.
    let depths: Vec<(String, u32)> = series(&desk).into_iter().map(|one| (one.id, one.depth)).collect();
    assert_eq!(depths[0].0, "total");
    assert_eq!(depths.iter().find(|(id, _)| id == "it_services").unwrap().1, 1);
    assert_eq!(depths.iter().find(|(id, _)| id == "employees").unwrap().1, 0);
    // A stock is one by its unit, unless somebody says otherwise.
    let employees = series(&desk).into_iter().find(|one| one.id == "employees").unwrap();
    assert_eq!(employees.measure.as_str(), "stock");
    for _ in &made {
        desk.app.undo().unwrap();
    }
    assert_eq!(told(&desk), before);
}

#[test]
fn each_screen_answers_for_a_series_of_any_frequency() {
    let desk = fresh();
    set(&desk, &json!({ "title": "Quarters", "frequency": "quarter" }));
    set(&desk, &json!({ "title": "Years", "frequency": "fiscal_year" }));
    set(&desk, &json!({ "title": "Staff", "unit": "count" }));
    let figures = [
        ("total", vec!["2025-01", "2025-02", "2026-01"]),
        ("quarters", vec!["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        ("years", vec!["FY2023", "FY2024", "FY2025"]),
        ("staff", vec!["2025-12", "2026-01"]),
    ];
    for filled in [false, true] {
        for (id, periods) in &figures {
            for period in periods.iter().filter(|_| filled) {
                enter(&desk, id, period, "100");
            }
            if filled {
                target(&desk, id, "FY2027");
            }
            let (series, as_of) = ((*id).to_owned(), None);
            let overview = desk.app.overview(&OverviewRequest { series, as_of }).unwrap();
            // Quarters alone make no year yet: then that is said, and not that there is nothing.
            let empty = overview.empty.unwrap_or_default();
            assert_eq!(empty.contains("No figures yet"), !filled, "{id}: {empty}");
            assert_eq!(overview.others.len(), usize::from(filled), "{id}");
            let word = desk.app.workspace_view().unwrap().unwrap();
            let frequency = word.series.iter().find(|one| one.id == *id).unwrap().frequency;
            let grid = desk.app.grid(&GridRequest {
                all: true,
                as_of: None,
                frequency: Some(frequency.as_str().into()),
            });
            let grid = grid.unwrap();
            let column = grid.columns.iter().position(|column| column.series == *id).unwrap();
            let rows = grid
                .years
                .iter()
                .flat_map(|year| year.months.iter().chain([&year.total]));
            let known = rows.filter(|row| periods.contains(&row.period.as_str()) && row.cells[column].value.is_some());
            assert_eq!(known.count(), if filled { periods.len() } else { 0 }, "{id}");
            for kind in [ChartKind::Monthly, ChartKind::Annual, ChartKind::YearToDate] {
                let request = ChartRequest {
                    series: (*id).to_owned(),
                    ..super::chart_request(kind, None)
                };
                // It is drawn, or it is said why not.
                if let Err(error) = desk.app.chart(&request) {
                    let view = desk.app.in_words(&error);
                    assert!(view.hint.is_some(), "{id} {kind:?}: {view:?}");
                }
            }
        }
    }
}

#[test]
fn a_series_is_renamed_moved_and_told_what_it_counts() {
    let desk = fresh();
    set(&desk, &json!({ "title": "IT", "parent": "total" }));
    enter(&desk, "it", "2026-01", "10");
    let id = target(&desk, "it", "FY2026");
    let before = told(&desk);
    let changed = set(
        &desk,
        &json!({ "id": "it", "title": "IT services", "unit": "EUR thousand" }),
    );
    assert!(
        changed.notes[0].contains("EUR thousand") || changed.notes[0].contains("€ thousand"),
        "{changed:?}"
    );
    // Its sector bears its name.
    let outline = desk.app.outline().unwrap();
    assert_eq!(
        outline.sectors.iter().find(|one| one.id == "it").unwrap().title,
        "IT services"
    );
    desk.app.undo().unwrap();
    let changed = set(&desk, &json!({ "id": "it", "unit": "USD million" }));
    assert!(changed.notes[1].contains(&id), "{changed:?}");
    desk.app.undo().unwrap();
    // To the top, and under another one.
    set(&desk, &json!({ "id": "it", "parent": "" }));
    assert_eq!(series(&desk).iter().find(|one| one.id == "it").unwrap().depth, 0);
    desk.app.undo().unwrap();
    assert_eq!(told(&desk), before);

    let message = refused(&desk, &json!({ "id": "it", "frequency": "quarter" }));
    assert!(message.contains("one figure"), "{message}");
    let message = refused(&desk, &json!({ "id": "total", "parent": "it" }));
    assert!(message.contains("Services exports"), "{message}");
    refused(&desk, &json!({ "title": "Other", "part_of_total": true }));
    refused(&desk, &json!({ "title": "Other", "name": "it" }));
    assert_eq!(told(&desk), before);
}

#[test]
fn what_is_in_use_is_not_removed() {
    let desk = fresh();
    set(&desk, &json!({ "title": "IT", "parent": "total" }));
    let remove = |id: &str| desk.app.series_remove(&RemoveNamed { id: id.into() });
    enter(&desk, "it", "2026-01", "10");
    let id = target(&desk, "it", "FY2026");
    let error = remove("it").unwrap_err();
    let view = desk.app.in_words(&error);
    assert!(
        view.message.contains("one figure") && view.message.contains(&id),
        "{view:?}"
    );
    assert_eq!(desk.app.in_words(&remove("total").unwrap_err()).code, Code::Refused);
    assert_eq!(remove("").unwrap_err().code, Code::UnknownSeries);
    // Put away, it is offered no more, and its figures stay.
    let archived = desk
        .app
        .series_archive(&ArchiveSeries {
            id: "it".into(),
            archived: true,
        })
        .unwrap();
    assert!(
        archived
            .workspace
            .series
            .iter()
            .any(|one| one.id == "it" && one.archived)
    );
    let grid = GridRequest {
        all: true,
        as_of: None,
        frequency: None,
    };
    assert_eq!(desk.app.grid(&grid).unwrap().columns.len(), 1);
    let last = ArchiveSeries {
        id: "total".into(),
        archived: true,
    };
    assert_eq!(desk.app.series_archive(&last).unwrap_err().code, Code::Refused);
    desk.app.undo().unwrap();
    // Without what rested on it, it goes, and its sector with it.
    desk.app.claim_remove(&RemoveClaim { id }).unwrap();
    desk.app
        .observation_correct(&CorrectObservation {
            series: "it".into(),
            period: "2026-01".into(),
            ..CorrectObservation::default()
        })
        .unwrap();
    let before = told(&desk);
    remove("it").unwrap();
    let outline = desk.app.outline().unwrap();
    assert_eq!((outline.series.len(), outline.sectors.len()), (1, 1));
    desk.app.undo().unwrap();
    assert_eq!(told(&desk), before);
}

#[test]
fn two_series_become_one() {
    let desk = fresh();
    set(&desk, &json!({ "title": "Old IT", "parent": "total" }));
    set(&desk, &json!({ "title": "Software", "parent": "old_it" }));
    set(&desk, &json!({ "title": "New IT", "parent": "total" }));
    enter(&desk, "old_it", "2026-01", "10");
    enter(&desk, "old_it", "2026-02", "11");
    enter(&desk, "new_it", "2026-01", "10");
    let id = target(&desk, "old_it", "FY2026");
    let before = told(&desk);
    let merge = |from: &str, into: &str| {
        let (from, into) = (from.into(), into.into());
        desk.app.series_merge(&MergeSeries { from, into })
    };
    let changed = merge("old_it", "new_it").unwrap();
    assert!(changed.notes[0].contains("One figure stood in both"), "{changed:?}");
    let outline = desk.app.outline().unwrap();
    let new = outline.series.iter().find(|one| one.id == "new_it").unwrap();
    assert_eq!((new.observations, new.claims), (2, 1));
    assert!(!outline.series.iter().any(|one| one.id == "old_it"));
    // What stood below stands below the other now.
    let software = outline.series.iter().find(|one| one.id == "software").unwrap();
    assert_eq!(software.parent.as_deref(), Some("new_it"));
    let asked = ClaimFormRequest {
        series: String::new(),
        id: Some(id),
    };
    assert_eq!(desk.app.claim_form(&asked).unwrap().entry.series, "new_it");
    desk.app.undo().unwrap();
    assert_eq!(told(&desk), before);
    desk.app.redo().unwrap();
    desk.app.undo().unwrap();
    assert_eq!(told(&desk), before);

    // Into the one below it: that takes its place.
    merge("old_it", "software").unwrap();
    let software = series(&desk).into_iter().find(|one| one.id == "software").unwrap();
    assert_eq!((software.parent.as_deref(), software.observations), (Some("total"), 2));
    desk.app.undo().unwrap();

    assert_eq!(merge("total", "total").unwrap_err().code, Code::Refused);
    set(&desk, &json!({ "title": "Staff", "unit": "count" }));
    let error = merge("staff", "total").unwrap_err();
    assert!(desk.app.in_words(&error).message.contains("at the end of the period"));
}

#[test]
fn sectors_are_made_moved_merged_and_removed() {
    let desk = fresh();
    let before = told(&desk);
    let sector = |request: Value| {
        let request: SetSector = serde_json::from_value(request).unwrap();
        desk.app.sector_set(&request)
    };
    assert_eq!(
        sector(json!({ "title": "Goods" })).unwrap().made.as_deref(),
        Some("goods")
    );
    sector(json!({ "title": "Cotton", "parent": "goods", "ebops": "" })).unwrap();
    sector(json!({ "id": "goods", "place": 1 })).unwrap();
    let ids = |desk: &Desk| -> Vec<String> {
        desk.app
            .outline()
            .unwrap()
            .sectors
            .into_iter()
            .map(|one| one.id)
            .collect()
    };
    assert_eq!(ids(&desk), ["goods", "cotton", "total"]);
    assert_eq!(
        sector(json!({ "id": "goods", "parent": "cotton" })).unwrap_err().code,
        Code::Refused
    );
    let remove = |id: &str| desk.app.sector_remove(&RemoveNamed { id: id.into() });
    assert_eq!(remove("goods").unwrap_err().code, Code::Refused);
    assert_eq!(remove("total").unwrap_err().code, Code::Refused);
    let (from, into) = ("goods".into(), "total".into());
    desk.app.sector_merge(&MergeSectors { from, into }).unwrap();
    assert_eq!(ids(&desk), ["total", "cotton"]);
    remove("cotton").unwrap();
    for _ in 0..5 {
        desk.app.undo().unwrap();
    }
    assert_eq!(told(&desk), before);
}

#[test]
fn settings_change_while_no_name_of_a_year_depends_on_them() {
    let desk = fresh();
    let before = told(&desk);
    let change = |request: Value| {
        let request: SetWorkspace = serde_json::from_value(request).unwrap();
        desk.app.workspace_set(&request)
    };
    enter(&desk, "total", "2026-01", "10");
    let changed = change(json!({ "name": "Trade", "currency": "gbp", "fiscal_year_start_month": 4 })).unwrap();
    assert_eq!(
        (changed.workspace.name.as_str(), changed.workspace.currency.as_str()),
        ("Trade", "GBP")
    );
    assert!(changed.notes[0].contains("unit"), "{changed:?}");
    // A series that is there keeps its unit, a new one has the new currency where the first has none.
    assert_eq!(series(&desk)[0].unit, "EUR million");
    change(json!({ "year_names": "first" })).unwrap();
    target(&desk, "total", "FY2026");
    let error = change(json!({ "fiscal_year_start_month": 7 })).unwrap_err();
    let view = desk.app.in_words(&error);
    assert!(view.message.contains("one target or projection"), "{view:?}");
    assert_eq!(
        desk.app.workspace_settings().unwrap().calendar_fixed,
        Some(view.message)
    );
    change(json!({ "name": "Trade statistics" })).unwrap();
    change(json!({ "holidays": "lunar" })).unwrap();
    assert_eq!(desk.app.workspace_settings().unwrap().holidays, "lunar");
    for _ in 0..6 {
        desk.app.undo().unwrap();
    }
    assert_eq!(told(&desk), before);
    assert_eq!(change(json!({ "holidays": "moon" })).unwrap_err().code, Code::Word);
    assert_eq!(change(json!({ "name": " " })).unwrap_err().code, Code::Word);
    assert_eq!(change(json!({ "currency": "euro" })).unwrap_err().code, Code::Word);
    assert_eq!(
        change(json!({ "fiscal_year_start_month": 13 })).unwrap_err().code,
        Code::Word
    );
}
