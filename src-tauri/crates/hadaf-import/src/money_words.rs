//! Currencies and scales as people write them, in tables and beside a number.

use hadaf_core::Scale;

/// What a word for rupees may stand for.
const RUPEES: &[&str] = &["PKR", "INR", "LKR", "NPR"];
/// Words and signs of currencies, with those that each may stand for, the likeliest first.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("us$", &["USD"]),
    ("usd", &["USD"]),
    ("$us", &["USD"]),
    ("$", &["USD"]),
    ("dollar", &["USD"]),
    ("dollars", &["USD"]),
    ("rs", RUPEES),
    ("rupee", RUPEES),
    ("rupees", RUPEES),
    ("re", RUPEES),
    ("pkr", &["PKR"]),
    ("₨", RUPEES),
    ("inr", &["INR"]),
    ("₹", &["INR"]),
    ("lkr", &["LKR"]),
    ("npr", &["NPR"]),
    ("eur", &["EUR"]),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("€", &["EUR"]),
    ("gbp", &["GBP"]),
    ("£", &["GBP"]),
    ("sterling", &["GBP"]),
    ("bdt", &["BDT"]),
    ("taka", &["BDT"]),
    ("tk", &["BDT"]),
    ("৳", &["BDT"]),
    ("php", &["PHP"]),
    ("peso", &["PHP"]),
    ("pesos", &["PHP"]),
    ("₱", &["PHP"]),
    ("aed", &["AED"]),
    ("dirham", &["AED"]),
    ("dirhams", &["AED"]),
    ("sar", &["SAR"]),
    ("cny", &["CNY"]),
    ("rmb", &["CNY"]),
    ("jpy", &["JPY"]),
    ("yen", &["JPY"]),
    ("chf", &["CHF"]),
    ("cad", &["CAD"]),
    ("aud", &["AUD"]),
    ("try", &["TRY"]),
    ("egp", &["EGP"]),
    ("idr", &["IDR"]),
    ("vnd", &["VND"]),
    ("myr", &["MYR"]),
    ("ڈالر", &["USD"]),
    ("روپے", RUPEES),
];

/// Words of scales, and by how many places a number moves to be counted in the scale of its line.
const SCALES: &[(&str, Scale, i32)] = &[
    ("million", Scale::Million, 0),
    ("millions", Scale::Million, 0),
    ("mn", Scale::Million, 0),
    ("mln", Scale::Million, 0),
    ("mil", Scale::Million, 0),
    ("mio", Scale::Million, 0),
    ("ملین", Scale::Million, 0),
    ("billion", Scale::Billion, 0),
    ("billions", Scale::Billion, 0),
    ("bn", Scale::Billion, 0),
    ("bln", Scale::Billion, 0),
    ("ارب", Scale::Billion, 0),
    ("thousand", Scale::Thousand, 0),
    ("thousands", Scale::Thousand, 0),
    ("000", Scale::Thousand, 0),
    ("000s", Scale::Thousand, 0),
    ("crore", Scale::Million, 1),
    ("crores", Scale::Million, 1),
    ("کروڑ", Scale::Million, 1),
    ("lakh", Scale::Thousand, 2),
    ("lakhs", Scale::Thousand, 2),
    ("lac", Scale::Thousand, 2),
    ("lacs", Scale::Thousand, 2),
    ("لاکھ", Scale::Thousand, 2),
    ("trillion", Scale::Billion, 3),
    ("tn", Scale::Billion, 3),
];

/// The currencies that a word in small letters may stand for, the likeliest first.
pub(crate) fn currencies(word: &str) -> Option<&'static [&'static str]> {
    let found = CURRENCIES.iter().find(|(name, _)| *name == word);
    found.map(|(_, codes)| *codes)
}

/// The scale that a word in small letters names, by how many places a number moves to be counted in it, and the word.
pub(crate) fn scale(word: &str) -> Option<(Scale, i32, &'static str)> {
    let found = SCALES.iter().find(|(name, ..)| *name == word);
    found.map(|(name, scale, shift)| (*scale, *shift, *name))
}
