//! Amounts as people write them.

use hadaf_import::read_amount;

fn read(text: &str, usual: &str) -> String {
    match read_amount(text, usual.parse().unwrap()) {
        Ok(range) => {
            let about = if range.about { "about " } else { "" };
            match range.high {
                Some(high) => format!("{about}{}..{high} {}", range.low.value, range.low.unit),
                None => format!("{about}{}", range.low),
            }
        }
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
        ("~$5.2 bn", "about 5.2 USD billion"),
        ("\u{2248} 5.2bn", "about 5.2 USD billion"),
        ("about 5.2bn", "about 5.2 USD billion"),
        ("About US$ 5.2 bn", "about 5.2 USD billion"),
        ("c. $5.2 billion", "about 5.2 USD billion"),
        ("ca 5,200", "about 5200 USD million"),
        ("5.2 bn or so", "about 5.2 USD billion"),
        ("$5.2 bn (approx.)", "about 5.2 USD billion"),
        ("nearly 3.5-3.7 bn", "about 3.5..3.7 USD billion"),
        ("5.2bn USD", "5.2 USD billion"),
        ("5.2bn usd", "5.2 USD billion"),
        ("USD 5.2b", "5.2 USD billion"),
        ("$5.2bn USD", "5.2 USD billion"),
        ("US $5.2 bn", "5.2 USD billion"),
        ("5.2 billion US dollars", "5.2 USD billion"),
        ("U.S. $5.2bn", "5.2 USD billion"),
        ("5,200 m", "5200 USD million"),
        ("5.2 bln", "5.2 USD billion"),
        ("3.5-3.7 bn", "3.5..3.7 USD billion"),
        ("3.5 to 3.7 bn", "3.5..3.7 USD billion"),
        ("between 3.5 and 3.7 bn", "3.5..3.7 USD billion"),
        ("from $3.5 bn to $3.7 bn", "3.5..3.7 USD billion"),
        ("$3.5bn\u{2013}$3.7bn", "3.5..3.7 USD billion"),
        ("3.5-3.7 bn USD", "3.5..3.7 USD billion"),
        ("Rs 3 lakh crore", "3000000 PKR million"),
        ("5 thousand million", "5000 USD million"),
        ("5.2 bn euros", "5.2 EUR billion"),
        ("KES 40 bn", "40 KES billion"),
        ("USD 5200 one", "5200 USD"),
        ("\u{A0}5.2\u{A0}bn", "5.2 USD billion"),
    ] {
        assert_eq!(read(text, "USD million"), amount, "{text}");
    }
    assert_eq!(read("Rs 5 crore", "INR million"), "50 INR million");
    assert_eq!(read("$5 bn", "CAD million"), "5 CAD billion");
    assert_eq!(read("5 bn dollars", "CAD million"), "5 CAD billion");
    assert_eq!(read("$5 bn USD", "CAD million"), "5 USD billion");
    assert_eq!(read("5 bn pesos", "MXN million"), "5 MXN billion");
    assert_eq!(read("kes 5 bn", "KES million"), "5 KES billion");
    assert_eq!(read("USD 365", "USD"), "365 USD");
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
        // What may be millions or single dollars.
        ("$5,200", "number_ambiguous"),
        ("$5.2", "number_ambiguous"),
        ("over $5 bn", "number_invalid"),
        ("at least 5 bn", "number_invalid"),
        ("5 bn+", "number_invalid"),
        ("5 m bn", "number_invalid"),
        ("$5 bn EUR", "number_invalid"),
        ("$3 bn to \u{20AC}4 bn", "number_invalid"),
        // Three capitals are no currency for that.
        ("5.2 ABC", "number_invalid"),
        ("about", "number_invalid"),
    ] {
        assert!(
            read(text, "USD million").starts_with(code),
            "{text}: {}",
            read(text, "USD million")
        );
    }
}
