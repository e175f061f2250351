//! Our long CSV, in and out.

use hadaf_core::{Basis, Decimal, FiscalCalendar, FiscalYear, Month, Period, Published, Quarter, SeriesId, Status};
use hadaf_import::{
    Column, Context, Draft, FileFormat, ImportError, Imported, Issue, RowKind, Limits, Mark, RowError, RowNote,
    SourceDraft, read_long, write_long,
};
use proptest::prelude::*;

fn context() -> Context {
    Context::new(FiscalCalendar::new(7).unwrap(), "2026-11-23".parse().unwrap())
}

fn read(text: &str) -> Imported {
    read_long(text.as_bytes(), &context()).unwrap()
}

const HEADER: &str = "series,period,value,published,status,source,note\n";

fn codes(imported: &Imported) -> Vec<(Option<u64>, &str)> {
    imported.issues.iter().map(|issue| (issue.line, issue.code())).collect()
}

#[test]
fn an_ordinary_file() {
    let imported = read(&format!(
        "{HEADER}ict_total,2024-11,324,2024-12-18,first,Business Recorder,\nict_total,Nov-24,310 (r),2025-01,,PBS,\"half year, 1,864\"\n"
    ));
    assert_eq!((imported.rows, imported.figures.len()), (2, 2));
    let drafts: Vec<Draft> = imported.figures.drafts().collect();
    let [first, second] = drafts.as_slice() else {
        panic!()
    };
    assert_eq!(
        (first.line, first.value.to_string().as_str(), first.status),
        (2, "324", Some(Status::First))
    );
    assert_eq!(first.published.known_from().to_string(), "2024-12-18");
    assert_eq!((second.period, second.status), (first.period, Some(Status::Revised)));
    assert_eq!(
        (
            second.published.known_from().to_string().as_str(),
            second.published.approximate
        ),
        ("2025-01-31", true)
    );
    assert_eq!(second.note, "half year, 1,864");
    assert_eq!(codes(&imported), [(Some(3), "mark_taken_off")]);
    assert!(!imported.has_errors());
}

#[test]
fn what_people_put_beside_a_figure_is_read_and_told() {
    let rows = [
        ("Jul-25 [R]", "354", "2025-08-18", "2025-07 354 revised 2025-08-18"),
        (
            "Aug-25\u{B9}",
            "337 provisional",
            "Mon, 18 Aug 2025",
            "2025-08 337 - 2025-08-18",
        ),
        ("FY26 (BE)", "5.2E+03", "June 2026", "FY2026 5200 estimate 2026-06-30"),
        ("FY25/R", "~3800", "18/08/2025", "FY2025 3800 revised 2025-08-18"),
        ("Sep-25", "#N/A", "", ""),
        ("Oct-25", "..", "", ""),
        ("Nov-25", "-", "", ""),
    ];
    let lines = rows.map(|(period, value, day, _)| format!("ict_total,{period},{value},\"{day}\",,SBP,\n"));
    let text = format!("{HEADER}{}", lines.concat());
    let (mut utf_16, plain) = (vec![0xFF, 0xFE], read(&text));
    utf_16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        read_long(&utf_16, &context()).unwrap(),
        plain,
        "as Excel saves Unicode text"
    );
    assert_eq!(FileFormat::of(&utf_16, &[]), FileFormat::LongCsv);
    let found: Vec<String> = plain
        .figures
        .drafts()
        .map(|draft| {
            let status = draft.status.map_or("-", Status::as_str);
            format!(
                "{} {} {status} {}",
                draft.period,
                draft.value,
                draft.published.known_from()
            )
        })
        .collect();
    let expected = rows.map(|(.., expected)| expected);
    assert_eq!(
        found,
        expected.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>()
    );
    assert!(!plain.has_errors(), "{:?}", plain.issues);
    let told = |wanted: Mark| {
        let is_read = |issue: &&Issue| match &issue.kind {
            RowKind::Note(RowNote::MarkAtValue { mark, .. } | RowNote::MarkAtPeriod { mark, .. }) => *mark == wanted,
            _ => false,
        };
        plain.issues.iter().filter(is_read).count()
    };
    let marks = [
        Mark::Revised,
        Mark::Provisional,
        Mark::About,
        Mark::Estimated,
        Mark::Footnote,
    ];
    assert_eq!(marks.map(told), [2, 1, 1, 1, 1]);
    let is_none = |issue: &&Issue| matches!(issue.kind, RowKind::Note(RowNote::NoFigure { .. }));
    assert_eq!(plain.issues.iter().filter(is_none).count(), 3);
}

#[test]
fn columns_in_any_order_with_strangers_reported() {
    let text = "\u{FEFF}Value;Colour;SOURCE; period ;series;through\r\n2,975;red;SBP;2026-02;ict_total;yes\r\n\r\n;;;;;\r\n365;blue;SBP;2026-02;ict_total;\r\n";
    let imported = read(text);
    assert_eq!(codes(&imported), [(Some(1), "column_not_read")]);
    let values: Vec<_> = imported
        .figures
        .drafts()
        .map(|draft| (draft.line, draft.value.to_string(), draft.basis.is_to_date()))
        .collect();
    assert_eq!(values, [(2, "2975".into(), true), (5, "365".into(), false)]);
    assert_eq!(
        imported.figures.draft(0).published,
        Published::undated("2026-11-23".parse().unwrap())
    );
}

#[test]
fn every_bad_row_is_told_and_the_good_ones_are_kept() {
    let rows = [
        "ict_total,2024-13,1,,,S,",
        "ict_total,07/08,1,,,S,",
        "ict_total,2024-11,\"1,5\",,,S,",
        "ict_total,2024-11,abc,,,S,",
        "ict_total,2024-11,1,03.04.2024,,S,",
        "ict_total,2024-11,1,2024,,S,",
        "ict_total,2024-11,1,,maybe,S,",
        "Ict Total,2024-11,1,,,S,",
        ",2024-11,1,,,S,",
        "ict_total,2024-11,1,,,,",
        "ict_total,,1,,,S,",
        "ict_total,2024-11,1",
        "ict_total,2024-11,1,,,S,a,b",
        "ict_total,2024-11,1,,,S,nul\0here",
        "ict_total,2024-11,..,,,S,",
        "ict_total,2024-11,7,,,S,last",
    ];
    let imported = read(&format!("{HEADER}{}\n", rows.join("\n")));
    let expected = [
        "period_impossible",
        "period_ambiguous",
        "number_ambiguous",
        "number_invalid",
        "date_invalid",
        "date_invalid",
        "word_unknown",
        "word_unknown",
        "series_missing",
        "source_missing",
        "period_empty",
        "row_width",
        "row_width",
        "nul_byte",
        "value_empty",
    ];
    let expected: Vec<_> = (2..).map(Some).zip(expected).collect();
    assert_eq!(codes(&imported), expected);
    assert_eq!(imported.issues[1].to_string(), "3: period: period_ambiguous");
    let RowKind::Error(RowError::Period(error)) = &imported.issues[1].kind else {
        panic!("{:?}", imported.issues[1]);
    };
    assert_eq!(Period::parse("07/08", &context().calendar).as_ref(), Err(error));
    assert_eq!(imported.figures.len(), 1);
    assert_eq!(
        (imported.figures.draft(0).line, imported.figures.draft(0).note.as_str()),
        (17, "last")
    );
    assert_eq!(imported.rows, 16);
}

#[test]
fn an_open_quote_costs_one_row() {
    let imported = read(&format!(
        "{HEADER}a,2024-11,1,,,S,\"open\na,2024-12,2,,,S,fine\na,2025-01,3,,,S,\"two\nlines\"\na,2025-02,4,,,\"S,x\na,2025-03,5,,,S,end\n"
    ));
    assert_eq!(codes(&imported), [(Some(2), "quote_open"), (Some(6), "quote_open")]);
    let kept: Vec<_> = imported
        .figures
        .drafts()
        .map(|draft| (draft.line, draft.value.to_string(), draft.note))
        .collect();
    assert_eq!(
        kept,
        [
            (3, "2".into(), "fine".into()),
            (4, "3".into(), "two\nlines".into()),
            (7, "5".into(), "end".to_owned())
        ]
    );
}

#[test]
fn many_open_quotes_end() {
    let row = "a,2024-11,1,,,S,\"open\n";
    let imported = read(&format!("{HEADER}{}", row.repeat(50_000)));
    assert!(imported.issues.iter().all(|issue| issue.code() == "quote_open"));
    assert!(imported.has_errors());
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let imported = read(&format!(
        "{HEADER}a,2024-11,1,,,=cmd|' /C calc'!A0,\"=HYPERLINK(\"\"x\"\")\"\na,2024-11,=1+1,,,S,\n"
    ));
    assert_eq!(imported.figures.draft(0).source.title, "=cmd|' /C calc'!A0");
    assert_eq!(imported.figures.draft(0).note, "=HYPERLINK(\"x\")");
    assert_eq!(codes(&imported), [(Some(3), "number_invalid")]);
    let written = write_long(&imported.figures.drafts().collect::<Vec<_>>());
    assert!(
        written.contains(",'=cmd|' /C calc'!A0,") && written.contains("\"'=HYPERLINK("),
        "{written}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_refused_as_a_whole() {
    let refused = |bytes: &[u8]| read_long(bytes, &context()).unwrap_err();
    assert_eq!(refused(b""), ImportError::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF\r\n"), ImportError::Empty);
    assert_eq!(refused(b"series,period\xFF"), ImportError::NotUtf8 { offset: 13 });
    assert_eq!(
        refused(
            "s\u{0}e\u{0}"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>()
                .as_slice()
        )
        .code(),
        "import_no_header"
    );
    assert_eq!(
        refused(b"\xFF\xFEs\0e\0").code(),
        "import_no_header",
        "UTF-16 is read, and says nothing here"
    );
    assert_eq!(refused(b"\xFF\xFEs\0e"), ImportError::NotUtf8 { offset: 0 });
    assert_eq!(
        refused(b"a,b,c\n1,2,3\n"),
        ImportError::NoHeader {
            missing: vec![Column::Series, Column::Period, Column::Value, Column::Source]
        }
    );
    assert!(matches!(
        refused(b"series,period,value,value,source\n"),
        ImportError::TwiceInHeader { .. }
    ));
    let long = format!("{HEADER}{}", ",".repeat(2_000_000));
    assert_eq!(refused(long.as_bytes()), ImportError::LineTooLong { line: 2 });
    let mut small = context();
    small.limits = Limits {
        bytes: 10,
        ..Limits::default()
    };
    assert_eq!(
        read_long(HEADER.as_bytes(), &small),
        Err(ImportError::TooLarge {
            bytes: HEADER.len(),
            limit: 10
        })
    );
}

#[test]
fn limits_are_told() {
    let mut small = context();
    small.limits = Limits {
        rows: 3,
        issues: 2,
        cell: 5,
        ..Limits::default()
    };
    let row = "ict_total,x,1,,,S,\n";
    let imported = read_long(format!("{HEADER}{}", row.repeat(9)).as_bytes(), &small).unwrap();
    assert_eq!(
        (imported.rows, imported.issues.len(), imported.issues_left_off),
        (3, 2, 2)
    );
    let long = read_long(format!("{HEADER}a,2024-11,1,,,S,abcdef\n").as_bytes(), &small).unwrap();
    assert_eq!(codes(&long), [(Some(2), "cell_too_long")]);
}

#[test]
fn the_caller_may_say_what_the_file_does_not() {
    let mut given = context();
    given.series = Some(SeriesId::new("ict_total").unwrap());
    given.source = Some("SBP".into());
    given.published = Some("2026-03-18".parse().unwrap());
    let imported = read_long(b"period\tvalue\n2026-02\t365\n", &given).unwrap();
    let draft = &imported.figures.draft(0);
    assert_eq!(
        (draft.series.as_str(), draft.source.title.as_str()),
        ("ict_total", "SBP")
    );
    assert_eq!(draft.published.known_from().to_string(), "2026-03-18");
    assert_eq!(
        codes(&read(
            "series,period,value,source,through\na,FY2026,1,S,yes\na,2026-02,1,S,perhaps\n"
        )),
        [(Some(2), "through_needs_month"), (Some(3), "word_unknown")]
    );
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ]{0,8}", "['=+@-]{0,3}[a-z,;\"\t]{0,4}", "[\\PC\"\n,]{0,12}"].prop_map(|text| text.trim().into())
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let period = (1990i16..2060, 1u8..=12, 0u8..4).prop_map(|(year, month, kind)| {
        let fiscal_year = FiscalYear::new(year).unwrap();
        match kind {
            0 => Period::FiscalYear(fiscal_year),
            1 => Period::Quarter(Quarter::new(fiscal_year, month % 4 + 1).unwrap()),
            _ => Period::Month(Month::new(year, month).unwrap()),
        }
    });
    let published =
        (prop::option::of((2000i16..2040, 1i8..=12, 1i8..=28)), any::<bool>()).prop_map(|(date, approximate)| {
            let seen = "2026-11-23".parse().unwrap();
            let date = date.map(|(year, month, day)| jiff::civil::date(year, month, day));
            match date {
                Some(date) if approximate => Published::about(Month::of(date), seen),
                date => Published {
                    date,
                    approximate: false,
                    seen,
                },
            }
        });
    let status = prop::option::of(0usize..Status::ALL.len());
    let texts = ("[a-z][a-z0-9_]{0,12}", any_text(), any_text(), any_text(), any_text());
    let number = (-999_999_999_999i64..999_999_999_999, 0u8..=9);
    (period, published, status, texts, number, any::<bool>()).prop_map(
        |(period, published, status, texts, (mantissa, places), through)| {
            let (series, title, publisher, address, note) = texts;
            let status = status.map(|index| Status::ALL[index]);
            // What is withdrawn has no value.
            let value = match status {
                Some(Status::Withdrawn) => Decimal::ZERO,
                _ => Decimal::new(mantissa, places).unwrap(),
            };
            Draft {
                line: 0,
                series: SeriesId::new(&series).unwrap(),
                period,
                basis: Basis::to_date_if(through && period.as_month().is_some()),
                value,
                status,
                published,
                source: SourceDraft {
                    title: format!("S{title}"),
                    publisher,
                    address,
                },
                note,
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_reads_back(drafts in prop::collection::vec(any_draft(), 0..8)) {
        let written = write_long(&drafts);
        let imported = read(&written);
        prop_assert_eq!(&imported.issues, &[]);
        let read: Vec<Draft> = imported.figures.drafts().map(|draft| Draft { line: 0, ..draft }).collect();
        prop_assert_eq!(&read, &drafts);
        prop_assert_eq!(write_long(&read), written);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_long(&bytes, &context());
    }

    #[test]
    fn no_rows_make_the_reader_panic(body in "[a-z0-9,;\"\t\r\n =.-]{0,200}") {
        let imported = read(&format!("{HEADER}{body}"));
        prop_assert!(imported.figures.len() <= imported.rows);
    }
}
