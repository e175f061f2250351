//! Numbers as people write them.

use hadaf_core::{Decimal, FiscalCalendar, Status};
use hadaf_import::{Cell, Mark, NumberError, TimeKind, read_number, read_period};
use proptest::prelude::*;

fn value(text: &str) -> (String, Option<Mark>) {
    match read_number(text) {
        Ok(Cell::Number { value, mark, .. }) => (value.to_string(), mark),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn ordinary_ways_to_write_a_number() {
    for (text, digits) in [
        ("365", "365"),
        ("1,234.5", "1234.5"),
        ("12,34,567", "1234567"),
        ("1 234.5", "1234.5"),
        ("1\u{A0}234\u{202F}567", "1234567"),
        ("1'234", "1234"),
        ("1\u{2019}234.50", "1234.50"),
        ("194.967", "194.967"),
        ("(1,234.5)", "-1234.5"),
        ("\u{2212}5", "-5"),
        ("\u{2013} 5", "-5"),
        ("-0.05", "-0.05"),
        ("+7", "7"),
        ("\u{200F}\u{6F3}\u{6F6}\u{6F5}", "365"),
        ("\u{661}\u{66C}\u{662}\u{663}\u{664}\u{66B}\u{665}", "1234.5"),
        (
            "\u{6F1}\u{6F2}\u{66C}\u{6F3}\u{6F4}\u{66C}\u{6F5}\u{6F6}\u{6F7}",
            "1234567",
        ),
        ("\u{967}\u{968},\u{969}\u{96A},\u{96B}\u{96C}\u{96D}", "1234567"),
        ("\u{FF13}\u{FF16}\u{FF15}", "365"),
        ("1\u{2009}234\u{2009}567", "1234567"),
        ("12 34 567.5", "1234567.5"),
        ("1 23 45 678", "12345678"),
        // As spreadsheets write what is large or small.
        ("3.62E+02", "362"),
        ("3.62e+02", "362"),
        ("1.2345E+06", "1234500"),
        ("5E-3", "0.005"),
        ("-1.5E+01", "-15"),
        ("(3.62E+02)", "-362"),
        ("4e3", "4000"),
    ] {
        assert_eq!(value(text), (digits.into(), None), "{text}");
    }
}

#[test]
fn marks_are_taken_off_and_told() {
    for (text, digits, mark) in [
        ("236 (p)", "236", Mark::Provisional),
        ("236p", "236", Mark::Provisional),
        ("324R", "324", Mark::Revised),
        ("3,223 r", "3223", Mark::Revised),
        ("365*", "365", Mark::Footnote),
        ("(12)*", "-12", Mark::Footnote),
        ("3.5 (E)", "3.5", Mark::Estimated),
        ("190 [1]", "190", Mark::Footnote),
        ("190\u{B9}", "190", Mark::Footnote),
        ("190 1/", "190", Mark::Footnote),
        ("190 provisional", "190", Mark::Provisional),
        ("1,234 (BE)", "1234", Mark::Estimated),
        ("1,234 RE", "1234", Mark::Estimated),
        ("190 (F)", "190", Mark::Forecast),
        ("~190", "190", Mark::About),
        ("about 1,234.5", "1234.5", Mark::About),
        ("3.62E+02 (p)", "362", Mark::Provisional),
        ("362E", "362", Mark::Estimated),
    ] {
        assert_eq!(value(text), (digits.into(), Some(mark)), "{text}");
    }
    assert_eq!(Mark::Revised.status(), Some(Status::Revised));
    assert_eq!(Mark::Footnote.status(), None);
    assert_eq!(Mark::Forecast.status(), Some(Status::Estimate), "it closes no year");
}

#[test]
fn signs_for_nothing_are_empty() {
    for text in [
        "", "  ", "\u{A0}", "-", "\u{2013}", "\u{2014}", "..", "...", "\u{2026}", "n/a", "N.A.", "_", ":", "#N/A",
        "NaN", "null", "(-)", "n.d.", ". .",
    ] {
        assert_eq!(read_number(text), Ok(Cell::Empty), "{text:?}");
    }
}

#[test]
fn a_decimal_comma_is_asked_about() {
    for (text, digits) in [
        ("1 234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,5", "1.5"),
        ("(1,5)", "-1.5"),
        ("1,2345", "1.2345"),
    ] {
        match read_number(text) {
            Err(error @ NumberError::DecimalComma { .. }) => {
                assert!(matches!(error, NumberError::DecimalComma { reading, .. } if reading.to_string() == *digits));
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn the_noise_of_a_binary_fraction_is_taken_off() {
    // What Python writes for 0.1 + 0.2, 4.35 * 100, 362 - 5.7e-14, 1.1 * 1.1, 3810.1 * 3.
    for (text, digits) in [
        ("361.99999999999994", "362"),
        ("0.30000000000000004", "0.3"),
        ("434.99999999999994", "435"),
        ("1.2100000000000002", "1.21"),
        ("11,430.300000000001", "11430.3"),
        ("-0.30000000000000004", "-0.3"),
        ("(0.30000000000000004)", "-0.3"),
        // A quotient has more decimals than a figure may have.
        ("63.3333333333333", "63.333333333"),
        ("0.333333333333333", "0.333333333"),
        ("210.1234567895", "210.12345679"),
        ("190.0000000001", "190"),
        ("0.12345678901234567", "0.123456789"),
    ] {
        match read_number(text) {
            Ok(Cell::Number {
                value,
                mark: None,
                rounded: true,
            }) => assert_eq!(value.to_string(), digits, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    assert!(read_number("0.0000000000123").is_err(), "nothing of it would be left");
}

#[test]
fn a_period_is_no_figure() {
    for (text, what) in [
        ("Apr-22", TimeKind::Month),
        ("April 2022", TimeKind::Month),
        ("2022-04", TimeKind::Month),
        ("FY2022", TimeKind::Year),
        ("2021-22", TimeKind::Year),
        ("Q3 FY2022", TimeKind::Quarter),
        ("16 Nov 2026", TimeKind::Day),
        ("16/11/2026", TimeKind::Day),
        ("FY25 (R)", TimeKind::Year),
        ("Mon, 16 Nov 2026", TimeKind::Day),
        ("Jul-25 [R]", TimeKind::Month),
    ] {
        let error = read_number(text).unwrap_err();
        assert!(
            matches!(error, NumberError::IsPeriod { what: told, .. } if told == what),
            "{text}: {error:?}"
        );
        assert_eq!(error.code(), "number_is_period");
    }
}

#[test]
fn marks_behind_periods_are_taken_off_too() {
    let calendar = FiscalCalendar::new(7).unwrap();
    for (text, period, mark) in [
        ("Jul-25P", "2025-07", Some(Mark::Provisional)),
        ("Jul-25 (P)", "2025-07", Some(Mark::Provisional)),
        ("Jul-25p", "2025-07", Some(Mark::Provisional)),
        ("FY25 (R)", "FY2025", Some(Mark::Revised)),
        ("FY25R", "FY2025", Some(Mark::Revised)),
        ("2024-25 (E)", "FY2025", Some(Mark::Estimated)),
        ("2025-07*", "2025-07", Some(Mark::Footnote)),
        ("Jul-25 [R]", "2025-07", Some(Mark::Revised)),
        ("Jul-25\u{B9}", "2025-07", Some(Mark::Footnote)),
        ("Jul-25 (F)", "2025-07", Some(Mark::Forecast)),
        ("FY25/R", "FY2025", Some(Mark::Revised)),
        ("FY25 provisional", "FY2025", Some(Mark::Provisional)),
        ("FY26 (BE)", "FY2026", Some(Mark::Estimated)),
        ("2025-26 RE", "FY2026", Some(Mark::Estimated)),
        ("FY25A", "FY2025", Some(Mark::Actual)),
        ("July 2025 (P) [2]", "2025-07", Some(Mark::Provisional)),
        ("\u{6F2}\u{6F0}\u{6F2}\u{6F5}-\u{6F0}\u{6F7}", "2025-07", None),
        ("FY2026 (Prov.)", "FY2026", Some(Mark::Provisional)),
        ("July 2025 (revised)", "2025-07", Some(Mark::Revised)),
        ("2025-26 (est.)", "FY2026", Some(Mark::Estimated)),
        ("Q1 FY26 P", "2026-Q1", Some(Mark::Provisional)),
        ("2025-09-01 00:00:00", "2025-09", None),
        ("2025-09-30T00:00:00Z", "2025-09", None),
        ("July 2025", "2025-07", None),
    ] {
        let (read, found) = read_period(text, &calendar).unwrap();
        assert_eq!((read.to_string(), found), (period.into(), mark), "{text}");
    }
    // The last letter of a month is no mark.
    for text in ["Sep", "25-Apr", "1 Mar"] {
        let error = read_period(text, &calendar).unwrap_err();
        assert!(error.to_string().contains(&format!("{text:?}")), "{error}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in ["$3.8 bn", "12 %", "365 million", "PKR 5"] {
        assert!(matches!(read_number(text), Err(NumberError::WithUnit { .. })), "{text}");
    }
    for text in [
        "abc", "=1+1", "--5", "- -5", "1.2.3", "1,234,56", "12 34", "5-", "(p)", "()",
    ] {
        let error = read_number(text).unwrap_err();
        assert!(matches!(error, NumberError::NoNumber { .. }), "{text}: {error:?}");
    }
    let text = "(-5)".into();
    assert_eq!(read_number("(-5)"), Err(NumberError::TwoSigns { text }));
}

proptest! {
    #[test]
    fn canonical_numbers_read_back(mantissa in any::<i64>(), places in 0u8..=9) {
        prop_assume!(mantissa != i64::MIN);
        let number = Decimal::new(mantissa, places).unwrap();
        prop_assert_eq!(read_number(&number.to_string()), Ok(Cell::Number { value: number, mark: None, rounded: false }));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,24}|[-+().,' 0-9pr*%\u{A0}]{0,12}") {
        if let Ok(Cell::Number { value, .. }) = read_number(&text) {
            prop_assert_eq!(read_number(&value.to_string()), Ok(Cell::Number { value, mark: None, rounded: false }));
        }
    }
}
