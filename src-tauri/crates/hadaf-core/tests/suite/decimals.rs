//! Exact numbers and their units.

use hadaf_core::{Amount, CoreError, Decimal, Operation, PartialDate, PartsCheck, SeriesId, Unit};
use proptest::prelude::*;

use crate::support::{day, decimal, month};

fn any_decimal() -> impl Strategy<Value = Decimal> {
    (-999_999_999_999i64..999_999_999_999, 0u8..=6)
        .prop_map(|(mantissa, places)| Decimal::new(mantissa, places).unwrap())
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Percent),
        Just(Unit::Count),
        ("[A-Z]{3}", 0usize..4).prop_map(|(currency, scale)| Unit::Money {
            currency: currency.parse().unwrap(),
            scale: hadaf_core::Scale::ALL[scale],
        }),
    ]
}

#[test]
fn a_binary_number_is_the_nearest_one_with_zeros_behind_too() {
    for (text, nearest) in [
        ("443411327038.8770000", 443_411_327_038.877),
        ("-0.1000000", -0.1),
        ("0.000", 0.0),
    ] {
        assert_eq!(decimal(text).to_f64(), nearest, "{text}");
    }
}

proptest! {
    #[test]
    fn digits_observation_back(value in any_decimal()) {
        let text = value.to_string();
        prop_assert_eq!(Decimal::parse(&text).unwrap(), value);
        prop_assert_eq!(Decimal::try_from(String::from(value)).unwrap().to_string(), text);
    }

    #[test]
    fn written_digits_observation_back(whole in "(0|[1-9][0-9]{0,8})", fraction in "(\\.[0-9]{1,9})?", minus in any::<bool>()) {
        let zero = !whole.contains(|c| c != '0') && !fraction.contains(|c| c != '0' && c != '.');
        let text = format!("{}{whole}{fraction}", if minus && !zero { "-" } else { "" });
        prop_assert_eq!(Decimal::parse(&text).unwrap().to_string(), text);
    }

    #[test]
    fn thousands_commas_change_nothing(value in 0i64..1_000_000_000_000) {
        let digits = value.to_string();
        let group = |sizes: &dyn Fn(usize) -> bool| {
            let mut text = String::new();
            for (index, digit) in digits.chars().enumerate() {
                let left = digits.len() - index;
                if index > 0 && sizes(left) {
                    text.push(',');
                }
                text.push(digit);
            }
            text
        };
        let western = group(&|left| left.is_multiple_of(3));
        let indian = group(&|left| left == 3 || left > 3 && (left - 3).is_multiple_of(2));
        prop_assert_eq!(Decimal::parse(&western).unwrap().mantissa(), value, "{}", western);
        prop_assert_eq!(Decimal::parse(&indian).unwrap().mantissa(), value, "{}", indian);
    }

    #[test]
    fn sums_are_exact_in_any_order(values in prop::collection::vec(any_decimal(), 0..20)) {
        let forward = Decimal::sum(values.iter().copied()).unwrap();
        let backward = Decimal::sum(values.iter().rev().copied()).unwrap();
        prop_assert_eq!(forward, backward);
        let one_by_one = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)).unwrap();
        prop_assert_eq!(forward, one_by_one);
        let exact: i128 = values.iter().map(|value| i128::from(value.mantissa()) * 10_i128.pow(u32::from(6 - value.places()))).sum();
        prop_assert_eq!(i128::from(forward.mantissa()) * 10_i128.pow(u32::from(6 - forward.places())), exact);
    }

    #[test]
    fn subtraction_takes_addition_back(left in any_decimal(), right in any_decimal()) {
        let back = left.checked_add(right).unwrap().checked_sub(right).unwrap();
        prop_assert!(back.same_value(left));
        prop_assert!(left.checked_add(left.checked_neg().unwrap()).unwrap().is_zero());
    }

    #[test]
    fn order_is_that_of_the_numbers_and_agrees_with_equality(left in any_decimal(), right in any_decimal()) {
        let scaled = |value: Decimal| i128::from(value.mantissa()) * 10_i128.pow(u32::from(9 - value.places()));
        prop_assert_eq!(left.cmp_value(right), scaled(left).cmp(&scaled(right)));
        prop_assert_eq!(left.cmp(&right).is_eq(), left == right);
    }

    #[test]
    fn more_places_are_exact_and_fewer_only_without_loss(value in any_decimal(), places in 0u8..=6) {
        match value.rescale(places) {
            Ok(scaled) => {
                prop_assert!(scaled.same_value(value));
                prop_assert_eq!(scaled.places(), places);
            }
            Err(error) => {
                prop_assert_eq!(error.code(), "number_inexact");
                prop_assert!(!value.round(places).same_value(value));
            }
        }
        let off = value.round(places).checked_sub(value).unwrap();
        prop_assert!(off.mantissa().unsigned_abs() * 2 <= 10_u64.pow(u32::from(off.places().saturating_sub(places))));
    }

    #[test]
    fn units_never_mix(value in any_decimal(), left in any_unit(), right in any_unit()) {
        let (a, b) = (Amount::new(value, left), Amount::new(value, right));
        prop_assert_eq!(a.checked_add(b).is_ok(), left == right);
        prop_assert_eq!(a.checked_sub(b).is_ok(), left == right);
        prop_assert_eq!(Amount::sum([a, b]).is_ok(), left == right);
        prop_assert_eq!(left.to_string().parse::<Unit>().unwrap(), left);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,24}") {
        let _ = Decimal::parse(&text);
    }
}

#[test]
fn what_is_no_number_says_why() {
    for text in [
        "",
        "-",
        ".",
        "1.",
        "1,23",
        "12,3456",
        ",123",
        "1e3",
        "1 000",
        "1.2.3",
        "0x10",
        "\u{661}",
        "1.0000000001",
        "99999999999999999999",
    ] {
        let error = Decimal::parse(text).unwrap_err();
        assert!(matches!(error, CoreError::Number { .. }), "{text}: {error:?}");
    }
    assert_eq!(decimal("\u{2212}1,234.50").to_string(), "-1234.50");
    assert_eq!(decimal("+.5").to_string(), "0.5");
    assert_eq!(decimal("-0.05").to_string(), "-0.05");
}

#[test]
fn a_number_that_was_worked_out_is_rounded_once() {
    let rounded = |value, places| Decimal::rounded_from(value, places).map(|value| value.to_string());
    assert_eq!(rounded(0.5, 0).as_deref(), Some("1"));
    // 0.125 and 2.675 have no exact binary form that rounds as they read.
    assert_eq!(rounded(0.125, 2).as_deref(), Some("0.13"));
    assert_eq!(rounded(2.675, 2).as_deref(), Some("2.68"));
    assert_eq!(rounded(-0.04, 1).as_deref(), Some("0.0"));
    assert_eq!(rounded(1_234.5, 3).as_deref(), Some("1234.500"));
    for none in [f64::NAN, f64::INFINITY, 1e30] {
        assert_eq!(rounded(none, 0), None, "{none}");
    }
}

/// 1,516 over five is 303.2; a third is rounded, also below zero; of no numbers there is none.
#[test]
fn a_mean_has_one_place_more_than_its_sum() {
    let mean = |sum: &str, count| decimal(sum).mean_of(count).map(|mean| mean.to_string());
    assert_eq!(mean("1516", 5).as_deref(), Some("303.2"));
    assert_eq!(mean("1.0", 3).as_deref(), Some("0.33"));
    assert_eq!(mean("-2.0", 3).as_deref(), Some("-0.67"));
    assert_eq!(mean("0.123456789", 2).as_deref(), Some("0.061728395"));
    assert_eq!(mean("5", 0), None);
}

#[test]
fn rounding_is_half_away_from_zero() {
    assert_eq!(decimal("2.5").round(0).to_string(), "3");
    assert_eq!(decimal("-2.5").round(0).to_string(), "-3");
    assert_eq!(decimal("2.449").round(1).to_string(), "2.4");
    assert_eq!(decimal("3223").round_to_power(1).unwrap().to_string(), "3220");
    assert_eq!(decimal("3810").round_to_power(2).unwrap().to_string(), "3800");
    assert_eq!(decimal("1438.827").round_to_power(1).unwrap().to_string(), "1440");
    assert!(Decimal::new(i64::MAX, 0).unwrap().round_to_power(18).is_ok());
    assert_eq!(
        Decimal::new(i64::MAX, 0).unwrap().checked_add(decimal("1")),
        Err(CoreError::Overflow {
            operation: Operation::Addition
        })
    );
}

#[test]
fn money_changes_scale_but_never_currency() {
    let unit = |text: &str| text.parse::<Unit>().unwrap();
    let billions = Amount::new(decimal("5.2"), unit("USD billion"));
    assert_eq!(
        billions.in_unit(unit("USD million")).unwrap().to_string(),
        "5200 USD million"
    );
    let millions = Amount::new(decimal("3810"), unit("USD million"));
    assert_eq!(
        millions.in_unit(unit("USD billion")).unwrap().to_string(),
        "3.810 USD billion"
    );
    let error = millions.in_unit(unit("PKR million")).unwrap_err();
    assert_eq!(
        error,
        CoreError::UnitMismatch {
            left: unit("USD million"),
            right: unit("PKR million")
        }
    );
    assert!(millions.in_unit(Unit::Percent).is_err());
    assert!(
        millions.checked_add(billions).is_err(),
        "not even in another scale by itself"
    );
}

#[test]
fn parts_against_a_total_allow_for_rounding() {
    let parts = |parts: &[&str]| parts.iter().map(|part| decimal(part)).collect::<Vec<_>>();
    let fine = PartsCheck::new(decimal("365"), &parts(&["300", "64", "2"])).unwrap();
    assert_eq!((fine.difference.to_string().as_str(), fine.off), ("1", false));
    let off = PartsCheck::new(decimal("163.020"), &parts(&["122.280", "39.730", "1.030"])).unwrap();
    assert_eq!((off.difference.to_string().as_str(), off.off), ("0.020", true));
}

#[test]
fn partial_dates_know_their_days() {
    for text in ["2021", "2021-02", "2021-02-03"] {
        assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
    }
    let february = PartialDate::Month(month("2021-02"));
    assert_eq!(
        (february.earliest(), february.latest()),
        (day("2021-02-01"), day("2021-02-28"))
    );
    assert!("2021-2".parse::<PartialDate>().is_err() && "2021-02-30".parse::<PartialDate>().is_err());
    let mut dates: Vec<PartialDate> = ["2021-02", "2021", "2021-02-01"]
        .map(|text| text.parse().unwrap())
        .to_vec();
    dates.sort();
    let written: Vec<String> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(written, ["2021", "2021-02-01", "2021-02"]);
}

#[test]
fn ids_are_words() {
    assert!(SeriesId::new("ict_total").is_ok());
    for text in ["", "ICT", "1st", "a-b", "a b", "a;drop", &"a".repeat(65)] {
        assert!(SeriesId::new(text).is_err(), "{text}");
    }
}
