//! Series that are calculated from others, in a workspace of another country, calendar and currency: made, read as of any
//! day, followed to what they stand on, kept whole, and undone.

use hadaf_app::Code;
use hadaf_app::wire::*;
use serde_json::{Value, json};

use super::Desk;

/// Euros, calendar years: exports and imports of services, and what one euro costs in dollars.
fn desk() -> Desk {
    let desk = Desk::in_euros("Exports");
    set(&desk, &json!({ "title": "Imports" }));
    set(
        &desk,
        &json!({ "title": "Dollars for a euro", "name": "eur_usd", "unit": "USD", "measure": "stock", "places": 4 }),
    );
    let figures = [
        ("total", "2025-01", "410.5", "2025-03-10"),
        ("total", "2025-02", "400", "2025-04-10"),
        ("total", "2026-01", "451.55", "2026-03-10"),
        ("total", "2025-01", "412", "2025-06-10"),
        ("imports", "2025-01", "300.25", "2025-03-12"),
        ("imports", "2026-01", "310", "2026-03-12"),
        ("eur_usd", "2025-01", "1.0354", "2025-02-01"),
        ("eur_usd", "2026-01", "1.18", "2026-02-01"),
    ];
    for figure in figures {
        desk.app.observation_set(&entry(figure)).unwrap();
    }
    desk
}

fn entry((series, period, value, published): (&str, &str, &str, &str)) -> SetObservation {
    SetObservation {
        series: series.into(),
        period: period.into(),
        value: value.into(),
        published: published.into(),
        source: "Statistics office".into(),
        status: None,
        note: String::new(),
    }
}

fn set(desk: &Desk, request: &Value) -> Changed {
    let request: SetSeries = serde_json::from_value(request.clone()).unwrap();
    desk.app.series_set(&request).unwrap()
}

/// Why a series is not made or changed so, with what to do.
fn refused(desk: &Desk, request: &Value) -> String {
    let request: SetSeries = serde_json::from_value(request.clone()).unwrap();
    let view = desk.app.in_words(&desk.app.series_set(&request).unwrap_err());
    assert!(view.hint.is_some(), "{view:?}");
    view.message
}

fn derive(desk: &Desk, id: &str, formula: &str) {
    set(desk, &json!({ "title": id, "name": id, "formula": formula }));
}

fn outlined(desk: &Desk, id: &str) -> OutlineSeries {
    let series = desk.app.outline().unwrap().series;
    series.into_iter().find(|one| one.id == id).unwrap()
}

fn history(desk: &Desk, series: &str, period: &str, as_of: Option<&str>) -> HistoryView {
    let request = HistoryRequest {
        series: series.into(),
        period: period.into(),
        as_of: as_of.map(Into::into),
        claim: None,
    };
    desk.app.history(&request).unwrap()
}

#[test]
fn a_derived_figure_is_current_on_every_day_and_leads_to_what_it_stands_on() {
    let desk = desk();
    derive(&desk, "net", "total-imports");
    let net = outlined(&desk, "net");
    assert_eq!(
        (
            net.formula.as_str(),
            net.unit.as_str(),
            net.sector.as_str(),
            net.part_of_total
        ),
        ("total - imports", "EUR million", "total", false)
    );
    assert!(net.derived.contains("Exports less Imports"), "{}", net.derived);
    // 412 - 300.25; before June 410.5 - 300.25; before imports were published there was nothing.
    let told = |day| history(&desk, "net", "2025-01", day).value;
    assert_eq!(
        [told(None), told(Some("2025-05-01")), told(Some("2025-03-11"))],
        ["111.75", "110.25", ""]
    );
    let view = history(&desk, "net", "2025-01", None);
    let used: Vec<(&str, &str)> = view
        .used
        .iter()
        .map(|it| (it.series.as_str(), it.period.as_str()))
        .collect();
    assert_eq!(used, [("total", "2025-01"), ("imports", "2025-01")]);
    assert!(view.used[0].value.starts_with("412"), "{:?}", view.used);
    assert!(view.vintages.len() == 2 && view.vintages.iter().all(|it| it.entry.is_none()));
    // A figure that is entered or corrected is followed at once.
    desk.app
        .observation_set(&entry(("imports", "2025-02", "290", "2025-04-12")))
        .unwrap();
    assert_eq!(history(&desk, "net", "2025-02", None).value, "110");
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, "net", "2025-02", None).value, "");

    let grid = desk
        .app
        .grid(&GridRequest {
            all: true,
            as_of: None,
            frequency: None,
        })
        .unwrap();
    let column = grid.columns.iter().position(|column| column.series == "net").unwrap();
    assert!(grid.columns[column].derived.as_ref().unwrap().contains("not published"));
    let mut rows = grid.years.iter().flat_map(|year| &year.months);
    let cell = &rows.find(|row| row.period == "2025-01").unwrap().cells[column];
    assert_eq!((cell.text.as_str(), &cell.mark), ("111.75", &CellMark::Derived));
    assert!(cell.hint.contains("Exports less Imports"), "{}", cell.hint);
}

#[test]
fn shares_growth_days_and_currencies_are_those_of_the_hand() {
    let desk = desk();
    let cases = [
        // 300.25 / 412, 451.55 / 412, 451.55 * 1.18, 412 / 31.
        ("share(imports, total)", "2025-01", "72.9", "percent"),
        ("growth(total)", "2026-01", "9.6", "percent"),
        ("convert(total, eur_usd)", "2026-01", "533", "USD million"),
        (
            "convert(convert(total, eur_usd), eur_usd, eur)",
            "2026-01",
            "452",
            "EUR million",
        ),
        ("per_day(total)", "2025-01", "13.3", "EUR million"),
    ];
    for (place, (formula, period, value, unit)) in cases.iter().enumerate() {
        let id = format!("derived_{place}");
        derive(&desk, &id, formula);
        assert_eq!(outlined(&desk, &id).unit, *unit, "{formula}");
        assert_eq!(history(&desk, &id, period, None).value, *value, "{formula}");
        for kind in [ChartKind::Monthly, ChartKind::Annual, ChartKind::YearToDate] {
            let request = ChartRequest {
                series: id.clone(),
                ..super::chart_request(kind, None)
            };
            match desk.app.chart(&request) {
                Ok(chart) => assert!(chart.note.contains("Calculated, not published"), "{formula} {kind:?}"),
                Err(error) => assert!(desk.app.in_words(&error).hint.is_some(), "{formula} {kind:?}"),
            }
        }
        let (series, as_of) = (id, None);
        desk.app.overview(&OverviewRequest { series, as_of }).unwrap();
    }
    // Money at another scale, and more digits.
    set(
        &desk,
        &json!({ "id": "derived_2", "unit": "usd thousand", "places": 1 }),
    );
    assert_eq!(history(&desk, "derived_2", "2026-01", None).value, "532,829.0");
}

#[test]
fn nothing_is_entered_into_a_derived_series() {
    let desk = desk();
    derive(&desk, "net", "total - imports");
    let error = desk
        .app
        .observation_set(&entry(("net", "2025-01", "5", "2025-05-01")))
        .unwrap_err();
    let view = desk.app.in_words(&error);
    assert_eq!(error.code, Code::Refused);
    assert!(
        view.message.contains("total - imports") && view.hint.is_some(),
        "{view:?}"
    );
    let correct = CorrectObservation {
        series: "net".into(),
        period: "2025-01".into(),
        value: Some("5".into()),
        ..CorrectObservation::default()
    };
    assert_eq!(desk.app.observation_correct(&correct).unwrap_err().code, Code::Refused);
    let withdraw = WithdrawObservation {
        series: "net".into(),
        period: "2025-01".into(),
        published: "2026-01-01".into(),
        source: "Statistics office".into(),
        note: String::new(),
    };
    assert_eq!(
        desk.app.observation_withdraw(&withdraw).unwrap_err().code,
        Code::Refused
    );
}

#[test]
fn what_a_derived_series_stands_on_is_kept_for_it() {
    let desk = desk();
    derive(&desk, "net", "total - imports");
    derive(&desk, "rate", "growth(net)");
    let remove = |id: &str| desk.app.series_remove(&RemoveNamed { id: id.into() });
    let view = desk.app.in_words(&remove("net").unwrap_err());
    assert!(view.message.contains("rate") && view.hint.is_some(), "{view:?}");
    // What would break, circles and figures of its own are refused, each in words.
    let cases = [
        (json!({ "id": "imports", "unit": "usd million" }), "net"),
        (json!({ "id": "net", "formula": "total - rate" }), "itself"),
        (json!({ "id": "net", "formula": "total - net" }), "itself"),
        (
            json!({ "id": "net", "formula": "total - convert(net, eur_usd)" }),
            "itself",
        ),
        (json!({ "id": "total", "formula": "imports" }), "entered"),
        (json!({ "id": "net", "formula": "total - nothing" }), "nothing"),
        (json!({ "id": "net", "formula": "total -" }), "ends"),
        (json!({ "id": "net", "formula": "mean(total)" }), "mean"),
        (json!({ "id": "net", "frequency": "quarter" }), "gives"),
        (json!({ "title": "Sum", "formula": "total + eur_usd" }), "USD"),
        (json!({ "title": "Days", "formula": "per_day(eur_usd)" }), "add up"),
    ];
    for (request, word) in cases {
        let message = refused(&desk, &request);
        assert!(message.contains(word), "{request}: {message}");
    }
    // Where a series takes in another one, formulas follow.
    set(&desk, &json!({ "title": "Services bought", "name": "bought" }));
    let merge = MergeSeries {
        from: "imports".into(),
        into: "bought".into(),
    };
    desk.app.series_merge(&merge).unwrap();
    assert_eq!(outlined(&desk, "net").formula, "total - bought");
    assert_eq!(history(&desk, "net", "2025-01", None).value, "111.75");
    let merge = MergeSeries {
        from: "net".into(),
        into: "bought".into(),
    };
    assert_eq!(desk.app.series_merge(&merge).unwrap_err().code, Code::Refused);
    desk.app.undo().unwrap();
    assert_eq!(outlined(&desk, "net").formula, "total - imports");
    // Without its formula it is a series like any, and empty.
    set(&desk, &json!({ "id": "rate", "formula": "" }));
    assert_eq!(history(&desk, "rate", "2026-01", None).value, "");
    desk.app.undo().unwrap();
    remove("rate").unwrap();
    remove("net").unwrap();
    for _ in 0..2 {
        desk.app.undo().unwrap();
    }
    assert_eq!(outlined(&desk, "rate").formula, "growth(net)");
}

#[test]
fn a_formula_is_told_while_it_is_typed() {
    let desk = desk();
    let read = |formula: &str| {
        let request = ReadFormula {
            formula: formula.into(),
            id: None,
            unit: None,
        };
        desk.app.formula_read(&request).unwrap()
    };
    let told = read("total-imports");
    assert_eq!(told.formula, "total - imports");
    assert!(
        told.wrong.is_empty() && told.reading.starts_with("Exports less Imports, "),
        "{told:?}"
    );
    assert!(
        read("total -").wrong.contains("ends too early"),
        "{:?}",
        read("total -")
    );
    assert!(read("total + eur_usd").reading.is_empty());
    assert_eq!(read(" ").wrong, "");
}
