//! Tables that are compiled in, with what is said of each line in every language.

use csv::StringRecord;
use serde::de::DeserializeOwned;

/// One text in each language, in the order of the columns.
#[derive(Debug)]
pub(crate) struct LanguageTexts(Vec<(String, String)>);

impl LanguageTexts {
    /// That of a language, or of the first one where it has none.
    pub(crate) fn of(&self, lang: &str) -> &str {
        let own = self.0.iter().find(|(known, _)| known == lang);
        own.or(self.0.first()).map_or("", |(_, text)| text)
    }
}

/// The lines of a file, each with the texts of the columns after one of them: a language a column.
pub(crate) fn lines<T: DeserializeOwned>(
    text: &str,
    before_labels: Option<&str>,
) -> csv::Result<Vec<(T, LanguageTexts)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers()?.clone();
    let last = before_labels.and_then(|last| head.iter().position(|name| name == last));
    let labels = last.map_or(head.len(), |last| last + 1);
    let read = |record: csv::Result<StringRecord>| {
        let record = record?;
        let texts = head.iter().zip(&record).skip(labels);
        let texts = texts.map(|(lang, text)| (lang.to_owned(), text.to_owned())).collect();
        Ok((record.deserialize(Some(&head))?, LanguageTexts(texts)))
    };
    reader.records().map(read).collect()
}
