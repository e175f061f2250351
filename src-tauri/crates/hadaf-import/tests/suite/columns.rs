//! A column of periods is of one kind, and what is of another shape is read by what stands beside it.

use hadaf_core::{FiscalCalendar, SeriesId};
use hadaf_import::{Context, Imported, RowKind, RowNote, YearsSince, read_long};

fn context() -> Context {
    Context::new(FiscalCalendar::new(7).unwrap(), "2026-11-23".parse().unwrap())
}

/// A file of one series, with these periods.
fn read(periods: &[&str], context: &Context) -> Imported {
    let rows: Vec<String> = periods.iter().map(|period| format!("a,{period},1,S")).collect();
    let text = format!("series,period,value,source\n{}\n", rows.join("\n"));
    read_long(text.as_bytes(), context).unwrap()
}

fn periods(imported: &Imported) -> Vec<String> {
    let draft = |draft: hadaf_import::Draft| {
        let sign = if draft.basis.is_to_date() { "to " } else { "" };
        format!("{sign}{}", draft.period)
    };
    imported.figures.drafts().map(draft).collect()
}

fn told(imported: &Imported) -> Vec<(Option<u64>, RowKind)> {
    let issues = imported.issues.iter();
    issues.map(|issue| (issue.line, issue.kind.clone())).collect()
}

fn read_as_years(text: &str, since: YearsSince) -> (Option<u64>, RowKind) {
    let text = text.into();
    (Some(2), RowNote::ReadAsYears { text, since }.into())
}

#[test]
fn a_column_of_years_does_not_begin_with_months() {
    let years = [
        "2008-09", "2009-10", "2010-11", "2011-12", "2012-13", "2013-14", "2014-15",
    ];
    let imported = read(&years, &context());
    let expected: Vec<String> = (2009..=2015).map(|year| format!("FY{year}")).collect();
    assert_eq!(periods(&imported), expected);
    let since = YearsSince::NoMonth("2012-13".into());
    assert_eq!(told(&imported), [read_as_years("2008-09", since)]);

    // Years that follow one another, of which each alone could be a month.
    let imported = read(&years[..4], &context());
    assert_eq!(periods(&imported), expected[..4]);
    assert_eq!(told(&imported), [read_as_years("2008-09", YearsSince::InOrder)]);

    // With a slash and a mark nothing changes.
    let imported = read(&["2009/10", "2010/11 (P)", "2014/15"], &context());
    assert_eq!(periods(&imported), ["FY2010", "FY2011", "FY2015"]);
}

#[test]
fn a_column_of_months_stays_one() {
    for months in [
        &["2008-07", "2008-08", "2008-09", "2008-10"][..],
        &["2010-10", "2010-11", "2010-12"],
        // Two months that could be years do not follow as years do.
        &["2008-09", "2010-11"],
        &["2010-11"],
        // A month beside published years, and years as we write them.
        &["2008-09", "FY2009", "FY2010"],
        &["2008-01", "2008-09", "FY2015"],
    ] {
        let imported = read(months, &context());
        assert_eq!(periods(&imported), months);
        assert!(imported.issues.is_empty(), "{:?}", imported.issues);
    }
    // Months and years in one column: each is what it can be, and what can be both is a month as the others are.
    let imported = read(&["2008-03", "2008-09", "2014-15"], &context());
    assert_eq!(periods(&imported), ["2008-03", "2008-09", "FY2015"]);
}

#[test]
fn one_series_does_not_decide_for_another() {
    let text = "series,period,value,source\nmonths,2008-09,1,S\nyears,2008-09,1,S\nyears,2014-15,1,S\n";
    let imported = read_long(text.as_bytes(), &context()).unwrap();
    assert_eq!(periods(&imported), ["2008-09", "FY2009", "FY2015"]);
}

#[test]
fn a_series_of_years_has_no_months() {
    let mut context = context();
    context.yearly.insert(SeriesId::new("a").unwrap());
    let imported = read(&["2010-11"], &context);
    assert_eq!(periods(&imported), ["FY2011"]);
    assert_eq!(told(&imported), [read_as_years("2010-11", YearsSince::Yearly)]);
}

#[test]
fn a_total_from_the_years_start_is_one() {
    let imported = read(&["Jul-Sep FY26", "Jul-Nov FY26 (P)", "July-March FY26"], &context());
    assert_eq!(periods(&imported), ["to 2025-09", "to 2025-11", "to 2026-03"]);
    let text = "Jul-Nov FY26 (P)".into();
    assert!(told(&imported).contains(&(Some(3), RowNote::ReadAsToDate { text }.into())));
    // Quarters are quarters.
    let imported = read(&["Jul-Sep FY26", "Oct-Dec FY26"], &context());
    assert_eq!(periods(&imported), ["2026-Q1", "2026-Q2"]);
}
