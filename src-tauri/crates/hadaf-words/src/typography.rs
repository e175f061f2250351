//! Letters as books set them.

use crate::Words;

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

/// An office as it stands in a sentence, with the article where its name takes one and has none: "the Ministry of IT",
/// "the publisher of the figures", "PSEB". Which words take it is for the catalogue to say.
pub fn in_a_sentence(words: &Words, office: &str) -> String {
    let office = office.trim();
    let listed = |list: &str, word: &str| {
        let word = word
            .trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase();
        let word = word
            .strip_suffix("\u{2019}s")
            .or(word.strip_suffix("'s"))
            .unwrap_or(&word);
        list.split_whitespace().any(|known| known == word)
    };
    let Some((first, rest)) = office.split_once(char::is_whitespace) else {
        return office.to_owned();
    };
    if listed(&say!(words, "office-articles"), first) {
        return format!("{} {rest}", first.to_lowercase());
    }
    let takes = say!(words, "office-takes-article");
    if office.split_whitespace().any(|word| listed(&takes, word)) {
        return say!(words, "office-with-article", office = office);
    }
    office.to_owned()
}

/// With a capital letter at its start.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What is wrong and what to do about it, as two sentences.
pub fn with_hint(message: &str, hint: &str) -> String {
    let ended = |text: &str| match text.trim() {
        text if text.is_empty() || text.ends_with(['.', '!', '?', '\u{2026}']) => text.to_owned(),
        text => format!("{text}."),
    };
    match hint.trim() {
        "" => message.to_owned(),
        hint => format!("{} {}", ended(message), ended(&sentence_case(hint))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_is_a_sentence_of_its_own() {
        assert_eq!(
            with_hint("\"x\" is no number", "write digits"),
            "\"x\" is no number. Write digits."
        );
        assert_eq!(
            with_hint("There is no file a.", "Check the name."),
            "There is no file a. Check the name."
        );
        assert_eq!(
            with_hint("the column \"x\" is not read", ""),
            "the column \"x\" is not read"
        );
    }

    #[test]
    fn a_name_from_the_right_keeps_the_sentence_in_order() {
        let words = Words::of("en");
        let said = say!(words, "year-to", year = "برآمدات", end = "18 May");
        assert_eq!(said, "\u{2068}برآمدات\u{2069} to 18 May");
        assert_eq!(say!(words, "year-to", year = "FY2026", end = "May"), "FY2026 to May");
    }

    #[test]
    fn an_office_has_one_article_or_none() {
        let words = Words::of("en");
        for (office, expected) in [
            ("Ministry of IT", "the Ministry of IT"),
            ("The publisher of the figures", "the publisher of the figures"),
            ("A committee of three", "a committee of three"),
            ("Finance Division", "the Finance Division"),
            ("Prime Minister\u{2019}s Office", "the Prime Minister\u{2019}s Office"),
            ("statistics office", "the statistics office"),
            ("State Bank of Pakistan", "the State Bank of Pakistan"),
            ("PSEB", "PSEB"),
            ("Ishaq Dar", "Ishaq Dar"),
            ("Theodore Hall", "Theodore Hall"),
            ("", ""),
        ] {
            assert_eq!(in_a_sentence(words, office), expected);
        }
    }
}
