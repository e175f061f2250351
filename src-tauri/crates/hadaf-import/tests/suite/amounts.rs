//! Amounts as people write them.

use hadaf_import::read_amount;

fn read(text: &str, usual: &str) -> String {
    match read_amount(text, usual.parse().unwrap()) {
        Ok(range) => match range.high {
            Some(high) => format!("{}..{high} {}", range.low.value, range.low.unit),
            None => range.low.to_string(),
        },
        Err(error) => format!("{}: {error}", error.code()),
    }
}

#[test]
fn digits_stay_and_the_scale_is_the_one_that_was_named() {
    for (text, amount) in [
        ("5.2 bn", "5.2 USD billion"),
        ("$5.2 billion", "5.2 USD billion"),
        ("US$5.20bn", "5.20 USD billion"),
        ("USD 365 m", "365 USD million"),
        ("5,200", "5200 USD million"),
        ("15 billion dollars", "15 USD billion"),
        ("Rs 3 crore", "30 PKR million"),
        ("Rs.5 bn", "5 PKR billion"),
        ("PKR 2.5 lakh", "250 PKR thousand"),
        ("1.2 trillion", "1200 USD billion"),
        ("$3,800,000,000", "3800000000 USD"),
        ("€ 4 mn", "4 EUR million"),
        ("12 %", "12 percent"),
        ("10 to 20 bn", "10..20 USD billion"),
        ("$10 to $20 billion", "10..20 USD billion"),
        ("3.5-3.7bn", "3.5..3.7 USD billion"),
        ("4,200 \u{2013} 4,500", "4200..4500 USD million"),
        ("900 m to 1.1 bn", "900..1100 USD million"),
        ("18 to 20 %", "18..20 percent"),
        ("\u{2212}5 m", "-5 USD million"),
        ("(5) m", "-5 USD million"),
    ] {
        assert_eq!(read(text, "USD million"), amount, "{text}");
    }
    assert_eq!(read("Rs 5 crore", "INR million"), "50 INR million");
    assert_eq!(read("$5 bn", "CAD million"), "5 CAD billion");
    assert_eq!(read("2.5 million", "count"), "2500000 count");
}

#[test]
fn what_is_no_amount_is_refused_in_words() {
    for (text, code) in [
        ("", "number_invalid"),
        ("billions", "number_invalid"),
        ("5 quintals", "number_invalid"),
        ("20 to 10 bn", "number_invalid"),
        ("5,2 bn", "number_ambiguous"),
        ("$ 5 %", "number_invalid"),
        ("2025-08", "number_invalid"),
        ("99999999999999999999 bn", "number_invalid"),
        ("5 bn and 6 bn", "number_with_unit"),
    ] {
        assert!(
            read(text, "USD million").starts_with(code),
            "{text}: {}",
            read(text, "USD million")
        );
    }
}
