//! Rows against what is there.

use hadaf_core::{Dated, Initiative, Published};
use hadaf_error::{AppError, Code};
use hadaf_register::{GivenRows, RegisterOutcome, RegisterPlan, RowsPlan, plan_rows};
use hadaf_words::Format;
use jiff::civil::date;

use crate::kit::{Kit, measure, titled};
use RegisterOutcome::{Changed, Invalid, New, Same};

/// Two measures: one told of once, one told of twice.
fn kit() -> Kit {
    Kit::with(|change, source| {
        change.add(&measure("A park", "begun", Published::on(date(2026, 1, 10)), source))?;
        let fund = change.add(&measure("A fund", "running", Published::on(date(2026, 2, 1)), source))?;
        let before = measure("A fund", "asked for", Published::on(date(2025, 6, 1)), source);
        change.add(&before.placed(0.into(), Some(fund)))?;
        Ok(())
    })
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
        .collect()
}

fn given<'a>(cells: &'a [Vec<String>], source: &'a str) -> GivenRows<'a> {
    GivenRows {
        cells,
        needs_heads: true,
        onto: &[],
        fields: &[],
        source,
        corrects: false,
    }
}

fn planned(kit: &Kit, rows: &[&[&str]]) -> Result<RowsPlan<Initiative>, AppError> {
    let cells = cells(rows);
    plan_rows(&given(&cells, "A letter"), &kit.book(), Format::of("en"))
}

fn view(kit: &Kit, rows: &[&[&str]]) -> RegisterPlan {
    planned(kit, rows).unwrap().view(Format::of("en"))
}

fn outcomes(plan: &RegisterPlan) -> Vec<RegisterOutcome> {
    plan.rows.iter().map(|row| row.outcome).collect()
}

const HEADS: [&str; 4] = ["What", "status", "Published", "Source"];

#[test]
fn a_row_is_new_changed_the_same_or_cannot_be_read() {
    let kit = kit();
    for (row, outcome, message) in [
        (["A park", "begun", "2026-01-10", "A page"], Same, ""),
        // Without a day; and known whatever the size of the letters.
        (["A park", "begun", "", ""], Same, ""),
        (["a PARK", "begun", "", ""], Changed, "What: A park → a PARK"),
        // What it said on that day is there.
        (["A fund", "asked for", "2025-06-01", "A page"], Same, ""),
        (
            ["A park", "half done", "", ""],
            Changed,
            "How it stands: begun → half done",
        ),
        (
            ["A park", "begun", "", "A letter"],
            Changed,
            "Source: A page → A letter",
        ),
        (["A ban", "planned", "", ""], New, ""),
        (
            ["", "planned", "", ""],
            Invalid,
            "What is empty. Fill it in; the entry says nothing without it.",
        ),
        (["A ban", "planned", "soon", ""], Invalid, ""),
    ] {
        let plan = view(&kit, &[&HEADS, &row]);
        assert_eq!(outcomes(&plan), [outcome], "{row:?}: {:?}", plan.rows);
        assert!(
            outcome == Invalid && message.is_empty() || plan.rows[0].message == message,
            "{:?}",
            plan.rows
        );
        assert_eq!(plan.ready, matches!(outcome, New | Changed));
    }
}

#[test]
fn what_differs_is_kept_beside_what_was_said_and_comes_in_once() {
    let mut kit = kit();
    let rows: [&[&str]; 3] = [
        &HEADS,
        &["A park", "half done", "2026-03-01", ""],
        &["A ban", "planned", "", ""],
    ];
    let plan = planned(&kit, &rows).unwrap();
    assert_eq!(plan.summary(Format::of("en")), "one new, one changed, none the same");
    let plan = plan.ready(Format::of("en")).unwrap();
    kit.change(|change| plan.write(change));
    let book = kit.book();
    let park = book
        .initiatives
        .entries()
        .iter()
        .find(|it| it.name == "A park")
        .unwrap();
    assert_eq!(
        (park.status.as_str(), park.due),
        ("half done", Some("2025-12".parse().unwrap()))
    );
    assert_eq!(titled(&book, park.source), "A page");
    let before = book
        .initiatives
        .rows()
        .find(|it| it.earlier_of == Some(park.id))
        .unwrap();
    assert_eq!(
        (before.status.as_str(), before.published.date),
        ("begun", Some(date(2026, 1, 10)))
    );
    let ban = book.initiatives.entries().iter().find(|it| it.name == "A ban").unwrap();
    assert_eq!(titled(&book, ban.source), "A letter");
    assert_eq!(outcomes(&view(&kit, &rows)), [Same, Same]);
}

/// A row that changes something on the day of what stands there is learned of today; the second time it says nothing new.
#[test]
fn a_row_of_the_same_day_comes_in_once() {
    let mut kit = kit();
    let rows: [&[&str]; 2] = [&HEADS, &["A park", "stopped", "2026-01-10", ""]];
    let plan = planned(&kit, &rows).unwrap();
    kit.change(|change| plan.write(change));
    let book = kit.book();
    assert_eq!(book.initiatives.rows().filter(|it| it.name == "A park").count(), 2);
    assert_eq!(outcomes(&view(&kit, &rows)), [Same]);
}

#[test]
fn a_correction_keeps_nothing() {
    let mut kit = kit();
    let cells = cells(&[&HEADS, &["A fund", "was asked for", "2025-06-01", ""]]);
    let corrects = GivenRows {
        corrects: true,
        ..given(&cells, "")
    };
    let plan: RowsPlan<Initiative> = plan_rows(&corrects, &kit.book(), Format::of("en")).unwrap();
    kit.change(|change| plan.write(change));
    let book = kit.book();
    let told: Vec<&str> = book.initiatives.rows().map(|it| it.status.as_str()).collect();
    assert_eq!(told, ["begun", "running", "was asked for"]);
}

/// The number leads to an entry that says the same for the rest; one of another workspace has its number by chance.
#[test]
fn a_number_counts_where_the_rest_agrees() {
    let kit = kit();
    let plan = view(
        &kit,
        &[
            &["id", "name", "owner", "due"],
            &["1", "The park", "Ministry", "2025-12"],
        ],
    );
    assert_eq!(
        (outcomes(&plan), plan.rows[0].id.as_deref()),
        (vec![Changed], Some("1"))
    );
    assert_eq!(plan.rows[0].message, "What: A park → The park");
    let plan = view(&kit, &[&["id", "name", "owner"], &["1", "A road", "Somebody"]]);
    assert_eq!(outcomes(&plan), [New]);
}

#[test]
fn two_rows_about_one_entry_are_one_too_many() {
    let kit = kit();
    let plan = view(
        &kit,
        &[&["name", "status"], &["A park", "done"], &["A park", "dropped"]],
    );
    assert_eq!(outcomes(&plan), [Changed, Invalid]);
    assert!(!plan.ready);
    let error = planned(
        &kit,
        &[&["name", "status"], &["A park", "done"], &["A park", "dropped"]],
    )
    .unwrap()
    .ready(Format::of("en"))
    .err()
    .unwrap();
    assert_eq!((error.code, error.message()), (Code::Refused, "error-register-row"));
    assert!(error.view(Format::of("en")).message.starts_with("Row 3 cannot be read"));
}

#[test]
fn a_block_without_heads_falls_where_it_is_pasted() {
    let kit = kit();
    let fields = ["status", "state", "overdue_days", "note"].map(str::to_owned);
    let cells = cells(&[&["done", "Done", "", "told"], &["stopped", "dropped"], &["more", ""]]);
    let onto = ["2".to_owned(), "1".to_owned()];
    let pasted = GivenRows {
        needs_heads: false,
        onto: &onto,
        fields: &fields,
        ..given(&cells, "")
    };
    let plan: RowsPlan<Initiative> = plan_rows(&pasted, &kit.book(), Format::of("en")).unwrap();
    let plan = plan.view(Format::of("en"));
    // The third row has no name, and there is no entry below the second.
    assert_eq!(outcomes(&plan), [Changed, Changed, Invalid]);
    assert_eq!(
        plan.rows[0].message,
        "How it stands: running → done; In a word: – → done; Note: – → told"
    );
    assert_eq!(plan.rows[1].name, "A park");
}

#[test]
fn columns_that_are_none_are_named_and_a_file_without_heads_is_refused() {
    let kit = kit();
    let plan = view(&kit, &[&["What", "Weather", "Days overdue"], &["A ban", "fine", "3"]]);
    assert_eq!(
        (outcomes(&plan), plan.left_out),
        (vec![New], vec!["Weather".to_owned()])
    );
    let error = planned(&kit, &[&["A ban", "fine", "3"]]).err().unwrap();
    assert_eq!((error.code, error.message()), (Code::Import, "error-register-heads"));
    let error = planned(&kit, &[&["name", "status"], &["", " "]]).err().unwrap();
    assert_eq!(error.message(), "error-register-no-rows");
}
