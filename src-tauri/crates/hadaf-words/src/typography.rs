//! Letters as books set them.

/// With the apostrophes that books have, where data has those of keyboards: "Prime Minister’s".
pub fn curly(text: &str) -> String {
    let mut before = ' ';
    text.chars()
        .map(|letter| {
            let is_apostrophe = letter == '\'' && before.is_alphanumeric();
            before = letter;
            if is_apostrophe { '\u{2019}' } else { letter }
        })
        .collect()
}

/// With a capital letter at its start.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
