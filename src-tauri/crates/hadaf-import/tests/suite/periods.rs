//! Which column names the periods of the figures, and columns that change their kind.

use std::collections::BTreeMap;

use hadaf_core::FiscalCalendar;
use hadaf_import::sheet::workbook;
use hadaf_import::table::{TableContext, WorkbookReading, read_tables};

fn read_with(text: &str, answers: &[(&str, &str)]) -> WorkbookReading {
    let mut context = TableContext::new(FiscalCalendar::new(7).unwrap(), "2026-11-27".parse().unwrap());
    let answers = answers
        .iter()
        .map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned()));
    context.answers = answers.collect::<BTreeMap<_, _>>();
    read_tables(&workbook(text.as_bytes(), "").unwrap(), &context).unwrap()
}

/// The periods with their figures, in the order of the file.
fn figures(reading: &WorkbookReading) -> Vec<String> {
    let series = reading.tables.iter().flat_map(|table| &table.series);
    let mut all: Vec<_> = series.flat_map(|series| &series.figures).collect();
    all.sort_by_key(|figure| figure.at);
    all.iter()
        .map(|figure| format!("{} {}", figure.period, figure.value))
        .collect()
}

/// The questions but that of the day of publication, each with its place.
fn questions(reading: &WorkbookReading) -> Vec<&str> {
    let ids = reading.questions.iter().map(|question| question.id.as_str());
    ids.filter(|id| !id.starts_with("published")).collect()
}

fn left_out(reading: &WorkbookReading) -> Vec<String> {
    let columns = reading.left_out.iter();
    columns
        .map(|it| format!("{} {} {}", it.place, it.what, it.why.as_str()))
        .collect()
}

const JULY: [&str; 2] = ["2025-07 100", "2025-08 101"];

#[test]
fn the_column_that_is_headed_as_periods_are_gives_them() {
    for other in [
        "When",
        "Paid",
        "Released",
        "Contract",
        "Signed",
        "Base year",
        "",
        "Shipment month, if known",
    ] {
        for heading in [
            "Month",
            "Period",
            "Date",
            "Reporting month",
            "ماہ",
            "تاریخ",
            "MONTH ENDED",
        ] {
            let text = format!("{heading},Exports (USD million),\"{other}\"\nJul-25,100,Apr-22\nAug-25,101,May-22\n");
            let reading = read_with(&text, &[]);
            assert_eq!(figures(&reading), JULY, "{heading} {other}");
            assert_eq!(questions(&reading), [""; 0], "{heading} {other}");
            let told = format!("C2:C3 {other} other_column");
            assert_eq!(left_out(&reading), [told], "{heading} {other}");
            // Wherever it stands.
            let text = format!("\"{other}\",{heading},Exports (USD million)\nApr-22,Jul-25,100\nMay-22,Aug-25,101\n");
            let reading = read_with(&text, &[]);
            assert_eq!(figures(&reading), JULY, "{other} {heading}");
            assert_eq!(questions(&reading), [""; 0], "{other} {heading}");
        }
    }
}

#[test]
fn years_and_quarters_are_not_those_of_a_base_or_a_contract() {
    for (text, expected) in [
        (
            "Year,Exports (USD million),Base year\n2021-22,100,2005-06\n2022-23,101,2005-06\n",
            ["FY2022 100", "FY2023 101"],
        ),
        (
            "Year,Exports (USD million),Base year\n2021-22,100,2006\n2022-23,101,2006\n",
            ["FY2022 100", "FY2023 101"],
        ),
        (
            "Period;Exports (USD million);Signed\nQ1 FY25;100;2019-03\nQ2 FY25;101;2019-04\n",
            ["2025-Q1 100", "2025-Q2 101"],
        ),
        (
            "Month,Exports (USD million),Base year\nJul-25,100,2005-06\nAug-25,101,2005-06\n",
            JULY,
        ),
        // A month alone takes no year from another column's month, nor gives it its own.
        (
            "Month,Exports (USD million),Paid\nJul-25,100,Apr\nAug-25,101,May\n",
            JULY,
        ),
    ] {
        let reading = read_with(text, &[]);
        assert_eq!(figures(&reading), expected, "{text}");
        assert_eq!(questions(&reading), [""; 0], "{text}");
        let last = left_out(&reading);
        assert!(last.len() == 1 && last[0].ends_with("other_column"), "{text} {last:?}");
    }
}

#[test]
fn columns_that_make_up_a_period_together_stay_together() {
    for text in [
        "Year,Month,Exports (USD million)\n2025,Jul,100\n2025,Aug,101\n",
        "Fiscal year,Month,Exports (USD million)\n2025-26,Jul,100\n2025-26,Aug,101\n",
        "Fiscal year,Month,Exports (USD million)\n2025-26,Jul-25,100\n2025-26,Aug-25,101\n",
        "Year,Exports (USD million),Month\n2025,100,Jul-25\n2025,101,Aug-25\n",
        "Date,Year,Month,Exports (USD million)\n2025-07-31,2025,7,100\n2025-08-31,2025,8,101\n",
        "FY,,Exports (USD million)\n2025-26,Jul,100\n2025-26,Aug,101\n",
    ] {
        let reading = read_with(text, &[("year_meaning", "year_ends")]);
        assert_eq!(figures(&reading), JULY, "{text}");
        assert!(
            questions(&reading).iter().all(|id| !id.starts_with("period_column")),
            "{text}"
        );
    }
}

#[test]
fn where_no_heading_decides_it_is_asked() {
    for (headings, choices) in [
        ("Earned,Exports (USD million),Paid", ["Earned", "Paid"]),
        ("Month,Exports (USD million),Date", ["Month", "Date"]),
        (",Exports (USD million),", ["column A", "column C"]),
        ("Time,Exports (USD million),Time", ["column A", "column C"]),
    ] {
        let text = format!("{headings}\nJul-25,100,Apr-22\nAug-25,101,May-22\n");
        let reading = read_with(&text, &[]);
        let [question] = questions(&reading)[..] else {
            panic!("{headings}: {:?}", questions(&reading));
        };
        assert!(question.starts_with("period_column@"), "{question}");
        assert_eq!(figures(&reading), JULY, "{headings}: the first for now");
        let asked = reading.questions.iter().find(|it| it.id == question);
        assert_eq!(asked.unwrap().choices, choices, "{headings}");
        let other = read_with(&text, &[(question, choices[1])]);
        assert_eq!(questions(&other), [""; 0]);
        assert_eq!(figures(&other), ["2022-04 100", "2022-05 101"], "{headings}");
        assert!(left_out(&other)[0].starts_with("A2:A3"), "{:?}", left_out(&other));
    }
}

/// The periods of a column of periods beside one of figures.
fn column(periods: &[&str], answers: &[(&str, &str)]) -> WorkbookReading {
    let rows: Vec<String> = periods.iter().map(|period| format!("{period},100.5")).collect();
    read_with(&format!("Period,Exports (USD million)\n{}\n", rows.join("\n")), answers)
}

fn names(reading: &WorkbookReading) -> Vec<String> {
    let figures = figures(reading);
    figures.iter().map(|figure| figure.replace(" 100.5", "")).collect()
}

#[test]
fn years_that_could_be_months_are_asked_about_among_months() {
    for (periods, as_years, as_months) in [
        (
            &["2008-09", "2009-10", "Jan-11", "Feb-11", "2014-15"][..],
            &["FY2009", "FY2010", "2011-01", "2011-02", "FY2015"][..],
            &["2008-09", "2009-10", "2011-01", "2011-02", "FY2015"][..],
        ),
        (
            &["2009-10", "2010-11", "2011-12", "Dec-12", "2013-14"],
            &["FY2010", "FY2011", "FY2012", "2012-12", "FY2014"],
            &["2009-10", "2010-11", "2011-12", "2012-12", "FY2014"],
        ),
        (
            &["2009-10", "2010-11", "Dec-10", "Jan-11"],
            &["FY2010", "FY2011", "2010-12", "2011-01"],
            &["2009-10", "2010-11", "2010-12", "2011-01"],
        ),
    ] {
        let reading = column(periods, &[]);
        let [question] = questions(&reading)[..] else {
            panic!("{periods:?}: {:?}", questions(&reading));
        };
        assert!(question.starts_with("pair_meaning@"), "{question}");
        assert_eq!(names(&column(periods, &[(question, "year")])), as_years);
        assert_eq!(names(&column(periods, &[(question, "month")])), as_months);
    }
}

#[test]
fn a_column_that_goes_to_another_kind_and_back_is_asked_about() {
    let periods = ["2012-13", "2013-14", "Jan-15", "Feb-15", "2015-16"];
    let reading = column(&periods, &[]);
    let [question] = questions(&reading)[..] else {
        panic!("{:?}", questions(&reading));
    };
    assert!(question.starts_with("mixed_periods@"), "{question}");
    let years = column(&periods, &[(question, "fiscal_year")]);
    assert_eq!(names(&years), ["FY2013", "FY2014", "FY2016"]);
    assert!(left_out(&years).iter().all(|it| it.ends_with("other_kind")) && left_out(&years).len() == 2);
    let months = column(&periods, &[(question, "month")]);
    assert_eq!(names(&months), ["2015-01", "2015-02"]);
    let both = column(&periods, &[(question, "both")]);
    assert_eq!(names(&both), ["FY2013", "FY2014", "2015-01", "2015-02", "FY2016"]);
    for strays in [
        &["Jul-24", "Aug-24", "2009-10", "Sep-24", "Oct-24"][..],
        &["Q1 FY24", "Q2 FY24", "Jan-25", "Q3 FY24"],
    ] {
        assert_eq!(questions(&column(strays, &[])).len(), 1, "{strays:?}");
    }
}

#[test]
fn months_with_their_years_and_years_before_months_are_no_question() {
    for periods in [
        &["FY23", "FY24", "Jul-24", "Aug-24"][..],
        &["FY23", "FY24", "Jul-24", "Aug-24", "FY25"],
        &[
            "Jul-24", "Aug-24", "Sep-24", "Q1 FY25", "Oct-24", "Nov-24", "Dec-24", "Q2 FY25", "FY25", "Jul-25",
        ],
        &["Jul-26", "Aug-26", "FY2027"],
        &["FY2027", "Aug-26", "Jul-26", "FY2026"],
        &["2010-10", "2010-11", "2010-12", "2011-01"],
        &["2010-11", "2010-10", "2010-09", "FY2011"],
        &["2008-09", "2009-10", "2010-11", "2014-15"],
    ] {
        assert_eq!(questions(&column(periods, &[])), [""; 0], "{periods:?}");
    }
}
