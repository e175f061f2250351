//! The grid as a spreadsheet person expects it: what a block sums to, how it is copied and comes back, fills and what is
//! taken out, and figures that span several rows.

use hadaf_app::wire::PasteOutcome::{New, Same};
use hadaf_app::wire::*;
use hadaf_app::{Code, Existing, ImportRequest};
use serde_json::json;

use crate::Desk;

/// Exports by month, receipts by quarter, a budget by year, a rate in percent and reserves at the end of a month.
fn desk() -> Desk {
    let desk = Desk::empty();
    let new = json!({
        "path": desk.path("own.hadaf"), "name": "Own", "currency": "USD", "fiscal_year_start_month": 7,
        "series_title": "Exports",
    });
    desk.app
        .create(&serde_json::from_value(new).unwrap(), Existing::Keep)
        .unwrap();
    for series in [
        json!({ "title": "Receipts", "frequency": "quarter", "places": 0 }),
        json!({ "title": "Budget", "frequency": "fiscal_year", "places": 0 }),
        json!({ "title": "Rate", "unit": "percent", "measure": "flow" }),
        json!({ "title": "Reserves", "measure": "stock" }),
    ] {
        desk.app.series_set(&serde_json::from_value(series).unwrap()).unwrap();
    }
    let main = main_series(&desk);
    let exports = main.as_str();
    for (series, period, value, published) in [
        (exports, "2025-07", "300.25", "2025-08-20"),
        (exports, "2025-08", "310", "2025-09-20"),
        (exports, "2025-09", "290.5", "2025-10-20"),
        ("receipts", "2026-Q1", "120", "2025-10-20"),
        ("budget", "FY2025", "1300", "2025-07-20"),
        ("rate", "2025-07", "5.1", "2025-08-20"),
        ("rate", "2025-08", "5.4", "2025-09-20"),
        ("reserves", "2025-07", "9000", "2025-08-20"),
        ("reserves", "2025-08", "9100", "2025-09-20"),
    ] {
        enter(&desk, series, period, value, published, "");
    }
    desk
}

fn main_series(desk: &Desk) -> String {
    desk.app.workspace_view().unwrap().unwrap().series[0].id.clone()
}

fn enter(desk: &Desk, series: &str, period: &str, value: &str, published: &str, note: &str) {
    let entry = SetObservation {
        series: series.into(),
        period: period.into(),
        value: value.into(),
        published: published.into(),
        source: "Statistics office".into(),
        status: None,
        note: note.into(),
    };
    desk.app.observation_set(&entry).unwrap();
}

fn block(series: &[&str], periods: &[&str]) -> GridBlock {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    GridBlock {
        series: words(series),
        periods: words(periods),
        as_of: None,
    }
}

const QUARTER: [&str; 3] = ["2025-07", "2025-08", "2025-09"];

/// The sum, the mean and what is said of them.
fn sum(desk: &Desk, series: &[&str], periods: &[&str]) -> (usize, Option<String>, Option<String>, String) {
    let sum = desk.app.grid_sum(&block(series, periods)).unwrap();
    (sum.known, sum.sum, sum.mean, sum.note)
}

/// 300.25, 310 and 290.5 are 900.75; a third of it is 300.25.
#[test]
fn a_block_tells_the_sum_and_mean_that_mean_something() {
    let desk = desk();
    let exports = main_series(&desk);
    let exports = exports.as_str();
    let told = |known: usize, sum: Option<&str>, mean: Option<&str>, note: &str| {
        (known, sum.map(str::to_owned), mean.map(str::to_owned), note.to_owned())
    };
    assert_eq!(
        sum(&desk, &[exports], &QUARTER),
        told(3, Some("900.75"), Some("300.250"), "")
    );
    // The year holds its months.
    let with_year = ["FY2026", "2025-07", "2025-08", "2025-09", "2025-10"];
    assert_eq!(
        sum(&desk, &[exports], &with_year),
        told(3, Some("900.75"), Some("300.250"), "totals of years left out")
    );
    // A quarter counts once beside its three months, and a mean of months and a quarter is none of anything.
    assert_eq!(
        sum(&desk, &[exports, "receipts"], &QUARTER),
        told(4, Some("1,020.75"), None, "")
    );
    // 5.1 and 5.4: 5.25.
    assert_eq!(
        sum(&desk, &["rate"], &QUARTER),
        told(2, None, Some("5.25"), "percentages have no sum")
    );
    assert_eq!(
        sum(&desk, &["reserves"], &QUARTER),
        told(2, None, Some("9,050.0"), "amounts at an end of period have no sum")
    );
    assert_eq!(
        sum(&desk, &[exports, "rate"], &QUARTER),
        told(5, None, None, "units differ: no sum")
    );
    // What was known on a day.
    let past = GridBlock {
        as_of: Some("2025-09-25".into()),
        ..block(&[exports], &QUARTER)
    };
    assert_eq!(desk.app.grid_sum(&past).unwrap().sum.as_deref(), Some("610.25"));
    assert_eq!(
        desk.app.grid_sum(&block(&["nothing"], &QUARTER)).unwrap_err().code,
        Code::UnknownSeries
    );
}

#[test]
fn a_total_and_its_part_have_no_sum_together() {
    let desk = Desk::with_sample();
    let months = ["2023-07", "2023-08"];
    let told = desk
        .app
        .grid_sum(&block(&["ict_total", "telecommunication_services"], &months))
        .unwrap();
    assert_eq!((told.sum, told.mean), (None, None));
    assert!(told.note.contains("is part of"), "{}", told.note);
    // 41.000 and 46 of the part alone.
    let told = desk
        .app
        .grid_sum(&block(&["telecommunication_services"], &months))
        .unwrap();
    assert_eq!((told.sum.as_deref(), told.known), (Some("87.000"), 2));
}

#[test]
fn a_block_is_copied_with_its_headers_and_comes_back_unchanged() {
    let desk = desk();
    let exports = main_series(&desk);
    let block = block(&[&exports, "receipts"], &QUARTER);
    let copy = |headers| {
        let request = GridCopy {
            block: block.clone(),
            headers,
        };
        desk.app.grid_copied(&request).unwrap()
    };
    assert_eq!(copy(false).text, "300.25\t120\n310\t\n290.5\t");
    let copied = copy(true);
    assert_eq!(
        copied.text,
        "US$ million\tExports\tReceipts\nJul 2025\t300.25\t120\nAug 2025\t310\t\nSep 2025\t290.5\t"
    );
    assert!(
        copied
            .html
            .starts_with("<table><tr><th>US$ million</th><th>Exports</th>"),
        "{}",
        copied.html
    );
    assert!(
        copied.html.contains("<tr><th>Sep 2025</th><td>290.5</td>"),
        "{}",
        copied.html
    );

    // Pasted anywhere it finds its places, and changes nothing.
    let mut request = PasteRequest {
        text: copied.text,
        series: vec!["rate".into()],
        periods: vec!["2024-01".into()],
        published: "2025-10-20".into(),
        source: "Statistics office".into(),
        ..PasteRequest::default()
    };
    let preview = desk.app.paste_preview(&request).unwrap();
    assert!(preview.found.is_some() && !preview.table && !preview.ready);
    let outcomes: Vec<PasteOutcome> = preview
        .cells
        .iter()
        .map(|cell| cell.outcome)
        .filter(|outcome| *outcome != PasteOutcome::Empty)
        .collect();
    assert_eq!(outcomes, [Same, Same, Same, Same]);
    request.text = request.text.replace("290.5", "291").replace("\t120", "\t121");
    request.published = "2026-01-20".into();
    let preview = desk.app.paste_preview(&request).unwrap();
    assert_eq!((preview.changes, preview.ready), (2, true), "{}", preview.summary);
    desk.app.paste_apply(&request).unwrap();
    assert_eq!(history(&desk, "receipts", "2026-Q1").value, "121");
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, "receipts", "2026-Q1").value, "120");
}

fn history(desk: &Desk, series: &str, period: &str) -> HistoryView {
    let request = HistoryRequest {
        series: series.into(),
        period: period.into(),
        as_of: None,
        claim: None,
    };
    desk.app.history(&request).unwrap()
}

/// Where the cells of a block that is pasted on Exports in December 2025 would fall.
fn falls(desk: &Desk, text: &str) -> (bool, Vec<(String, String, String)>) {
    let request = PasteRequest {
        text: text.into(),
        series: vec![main_series(desk)],
        periods: vec!["2025-12".into(), "2026-01".into()],
        published: "2026-03-20".into(),
        source: "Workbook".into(),
        ..PasteRequest::default()
    };
    let preview = desk.app.paste_preview(&request).unwrap();
    let cells = preview.cells.into_iter();
    let known = cells.filter(|cell| cell.outcome != PasteOutcome::Empty);
    (
        preview.table,
        known.map(|cell| (cell.series, cell.period, cell.raw)).collect(),
    )
}

#[test]
fn a_block_finds_the_series_and_periods_that_it_names() {
    let desk = desk();
    let exports = main_series(&desk);
    let at = |series: &str, period: &str, raw: &str| (series.to_owned(), period.to_owned(), raw.to_owned());
    let months = [at(&exports, "2025-07", "301"), at(&exports, "2025-08", "311")];
    for text in [
        "Month\tExports\nJul 2025\t301\nAug 2025\t311",
        "\tJul 2025\tAug 2025\nEXPORTS\t301\t311",
        "Jul 2025\t301\nAug 2025\t311",
        "Jul 2025\tAug 2025\n301\t311",
        // The total of the year follows from its months.
        "\tExports, US$ million\nFY2026\t1,200\n2025-07\t301\n2025-08\t311",
    ] {
        assert_eq!(falls(&desk, text), (false, months.to_vec()), "{text}");
    }
    // The series alone is named: from the selected month on.
    let (table, cells) = falls(&desk, "Rate\n5.5\n5.6");
    assert!(!table);
    assert_eq!(cells, [at("rate", "2025-12", "5.5"), at("rate", "2026-01", "5.6")]);
    // A bare block falls on the selection.
    assert_eq!(
        falls(&desk, "7\n8").1,
        [at(&exports, "2025-12", "7"), at(&exports, "2026-01", "8")]
    );
    // What is not there is asked about.
    for text in [
        "Month\tImports\nJul 2025\t301\nAug 2025\t311",
        "\tExports\nJuly\t301\nAugust\t311",
    ] {
        assert!(falls(&desk, text).0, "{text}");
    }
    // A word amid figures is a cell that cannot be read.
    assert!(!falls(&desk, "7\tabc\n8\t9").0);
}

#[test]
fn one_value_fills_a_selection_as_one_change() {
    let desk = desk();
    let exports = main_series(&desk);
    let periods = ["2025-10", "2025-11", "2025-12"];
    let request = PasteRequest {
        text: "305".into(),
        series: vec![exports.clone(), "receipts".into()],
        periods: periods.map(str::to_owned).to_vec(),
        published: "2026-03-20".into(),
        source: "Statistics office".into(),
        fill: Some(true),
        note: Some("guessed from the year".into()),
        ..PasteRequest::default()
    };
    let preview = desk.app.paste_preview(&request).unwrap();
    let outcomes: Vec<PasteOutcome> = preview.cells.iter().map(|cell| cell.outcome).collect();
    assert_eq!(outcomes, [New; 4], "three months and their quarter");
    let changed = desk.app.paste_apply(&request).unwrap();
    assert_eq!(changed.label, "4 cells filled");
    let quarter = history(&desk, "receipts", "2026-Q2");
    assert_eq!(
        (quarter.value.as_str(), quarter.vintages[0].note.as_str()),
        ("305", "guessed from the year")
    );
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, &exports, "2025-11").value, "");
    assert_eq!(history(&desk, "receipts", "2026-Q2").value, "");
}

#[test]
fn figures_are_taken_out_together_and_come_back_together() {
    let desk = desk();
    let exports = main_series(&desk);
    enter(&desk, &exports, "2025-08", "312", "2025-10-20", "");
    let mut request = TakeOut {
        block: block(&[&exports, "receipts"], &["FY2026", "2025-07", "2025-08"]),
        all: false,
    };
    let told = desk.app.take_out_preview(&request).unwrap();
    // July, the newest of August, and the quarter in which both lie; the year is a sum.
    assert_eq!((told.count, told.behind), (3, 1));
    assert!(told.summary.starts_with("3 figures"), "{}", told.summary);
    assert_eq!(told.sources, ["3 of Statistics office"]);
    assert_eq!(told.remarks.len(), 1, "{:?}", told.remarks);
    assert_eq!(desk.app.take_out_apply(&request).unwrap().label, "3 figures taken out");
    let value = |series: &str, period: &str| history(&desk, series, period).value;
    assert_eq!(value(&exports, "2025-07"), "");
    assert_eq!(value(&exports, "2025-08"), "310");
    assert_eq!(value("receipts", "2026-Q1"), "");
    desk.app.undo().unwrap();
    assert_eq!(value(&exports, "2025-08"), "312");
    assert_eq!(value("receipts", "2026-Q1"), "120");

    request.all = true;
    assert_eq!(desk.app.take_out_preview(&request).unwrap().count, 4);
    desk.app.take_out_apply(&request).unwrap();
    assert_eq!(value(&exports, "2025-08"), "");
    let empty = desk.app.take_out_apply(&request).unwrap_err();
    assert_eq!(empty.code, Code::Refused);
    desk.app.undo().unwrap();
    assert_eq!(value(&exports, "2025-08"), "312");
}

#[test]
fn the_day_and_source_of_several_figures_are_put_right_together() {
    let desk = desk();
    let exports = main_series(&desk);
    let request = AttributeFigures {
        block: block(&[&exports, "receipts"], &QUARTER),
        published: "2025-11-03".into(),
        source: "Yearbook".into(),
    };
    assert_eq!(
        desk.app.figures_attribute(&request).unwrap().label,
        "Day or source of 4 figures corrected"
    );
    let quarter = history(&desk, "receipts", "2026-Q1");
    assert_eq!(quarter.value, "120");
    assert_eq!(
        (
            quarter.vintages[0].day.as_str(),
            quarter.vintages[0].source_title.as_str()
        ),
        ("2025-11-03", "Yearbook")
    );
    assert_eq!(quarter.corrections.len(), 1, "what it bore is told");
    assert_eq!(
        desk.app.figures_attribute(&request).unwrap_err().code,
        Code::Refused,
        "they bear it already"
    );
    // A day to come is none.
    let to_come = AttributeFigures {
        published: "2027-01-01".into(),
        ..request
    };
    assert_eq!(desk.app.figures_attribute(&to_come).unwrap_err().code, Code::Date);
    desk.app.undo().unwrap();
    assert_eq!(history(&desk, "receipts", "2026-Q1").vintages[0].day, "2025-10-20");
}

fn cell(desk: &Desk, series: &str, period: &str) -> GridCell {
    let request = GridRequest {
        all: true,
        as_of: None,
        frequency: Some("month".into()),
    };
    let grid = desk.app.grid(&request).unwrap();
    let column = grid.columns.iter().position(|column| column.series == series).unwrap();
    let rows = grid.years.into_iter().flat_map(|year| {
        let mut rows = year.months;
        rows.push(year.total);
        rows
    });
    let mut row = rows.into_iter().find(|row| row.period == period).unwrap();
    row.cells.swap_remove(column)
}

#[test]
fn figures_of_quarters_and_years_stand_beside_months() {
    let desk = desk();
    let span = |period: Option<&str>, rows, row, note: &str| {
        Some(GridSpan {
            period: period.map(str::to_owned),
            rows,
            row,
            note: note.into(),
        })
    };
    let august = cell(&desk, "receipts", "2025-08");
    assert_eq!(august.value.as_deref(), Some("120"));
    assert_eq!(august.span, span(Some("2026-Q1"), 3, 1, "Q1 FY2026"));
    // A quarter that is not known spans its months too, so that it can be entered.
    let october = cell(&desk, "receipts", "2025-10");
    assert_eq!(
        (october.value, october.span),
        (None, span(Some("2026-Q2"), 3, 0, "Q2 FY2026"))
    );
    // A year stands in its own row.
    assert_eq!(cell(&desk, "budget", "FY2025").value.as_deref(), Some("1300"));
    let june = cell(&desk, "budget", "2025-06");
    assert_eq!((june.value, june.span), (None, span(Some("FY2025"), 12, 11, "")));
    assert!(june.hint.contains("FY2025"), "{}", june.hint);
    // Rows of quarters have no place for a month.
    let request = GridRequest {
        all: true,
        as_of: None,
        frequency: Some("quarter".into()),
    };
    let quarters = desk.app.grid(&request).unwrap();
    let columns: Vec<&str> = quarters.columns.iter().map(|column| column.series.as_str()).collect();
    assert_eq!(columns, ["receipts", "budget"]);
    // A note is known beside its figure.
    enter(
        &desk,
        "receipts",
        "2026-Q1",
        "121",
        "2026-01-20",
        "with the ports of the south",
    );
    assert_eq!(
        cell(&desk, "receipts", "2025-08").note.as_deref(),
        Some("with the ports of the south")
    );
}

/// 900.75 to September and 1,500.75 to December leave 600 for the three months between.
#[test]
fn months_that_are_known_together_alone_are_one_figure() {
    let desk = desk();
    let exports = main_series(&desk);
    let path = desk.path("totals.csv");
    let rows = format!(
        "series,period,through,value,published,source\n\
         {exports},2025-09,yes,900.75,2025-10-20,Totals\n\
         {exports},2025-12,yes,1500.75,2026-01-20,Totals\n"
    );
    std::fs::write(&path, rows).unwrap();
    desk.app.import(&path, &ImportRequest::default()).unwrap();
    let november = cell(&desk, &exports, "2025-11");
    assert_eq!(november.text, "600.00");
    assert_eq!((&november.mark, november.summed), (&CellMark::Derived, true));
    let span = november.span.unwrap();
    assert_eq!((span.period, span.rows, span.row), (None, 3, 1));
    assert_eq!(span.note, "3 months");
    assert!(november.hint.contains("October to December 2025"), "{}", november.hint);
    // They count once, with the months before them.
    let told = desk
        .app
        .grid_sum(&block(&[&exports], &["2025-09", "2025-10", "2025-11", "2025-12"]))
        .unwrap();
    assert_eq!((told.known, told.sum.as_deref(), told.mean), (2, Some("890.50"), None));
    // Each of them can be entered, and the others are then known together.
    enter(&desk, &exports, "2025-10", "210", "2026-01-20", "");
    assert_eq!(cell(&desk, &exports, "2025-11").text, "390.00");
}
