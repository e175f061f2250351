//! The one catalogue of words: Fluent messages, embedded at build. Numbers and dates come in
//! formatted by [`crate::Format`]; only counts that decide a plural come in as numbers.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// What a message takes: a text, or a number that decides a plural.
pub use fluent_bundle::FluentValue as Value;

/// The message files of each language, in the order in which a missing one falls back to the first.
const CATALOGUE: &[(&str, &str)] = &[("en", include_str!("../../../../assets/locales/en/app.ftl"))];

/// All messages of one language.
pub struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language; those of English where it is not there.
    pub fn of(lang: &str) -> &'static Self {
        static ALL: OnceLock<Vec<Words>> = OnceLock::new();
        let all = ALL.get_or_init(|| CATALOGUE.iter().map(|(lang, text)| Self::load(lang, text)).collect());
        all.iter().find(|words| words.lang == lang).unwrap_or(&all[0])
    }

    /// The languages there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        CATALOGUE.iter().map(|(lang, _)| *lang)
    }

    /// Language tag.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message with its arguments. One that is missing shows its name, so that it is seen.
    pub fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("{{{id}}}");
        };
        let args: FluentArgs<'_> = args.iter().map(|(key, value)| (*key, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    fn load(lang: &'static str, text: &'static str) -> Self {
        let tag = lang.parse().expect("a language has the name of its tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks that isolate what is put in are for right-to-left text; elsewhere they only disturb search.
        bundle.set_use_isolating(matches!(lang, "ur" | "ar" | "fa"));
        // A resource with a mistake keeps its sound messages; a test reads it strictly.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }
}

/// A message with named arguments: `say!(words, "history-derived", value = text, day = text)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:expr $(, $key:ident = $value:expr)* $(,)?) => {
        $words.say($id, &[$((stringify!($key), $crate::Value::from($value))),*])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_is_sound() {
        for (lang, text) in CATALOGUE {
            let read = FluentResource::try_new((*text).to_owned());
            assert!(read.is_ok(), "{lang}: {:?}", read.err().map(|(_, errors)| errors));
        }
    }

    /// Names of the messages at the line starts of a catalogue.
    fn ids(text: &str) -> Vec<&str> {
        text.lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
            .collect()
    }

    #[test]
    fn every_message_is_used_and_every_use_has_a_message() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let code = sources(&folder.join("src")) + &sources(&folder.join("../hadaf-app/src"));
        let words = Words::of("en");
        for id in ids(CATALOGUE[0].1) {
            let stem = id.strip_suffix("-hint").unwrap_or(id);
            let stem = stem.strip_prefix("error-").unwrap_or(stem);
            let used = code.contains(&format!("\"{id}\""))
                || code.contains(&format!("\"{stem}\""))
                || id
                    .match_indices('-')
                    .any(|(end, _)| code.contains(&format!("\"{}-{{", &id[..end])));
            assert!(used, "nobody says {id}");
        }
        for piece in code.split("say!(").skip(1) {
            let Some(id) = piece.split('"').nth(1).filter(|id| !id.contains('{')) else {
                continue;
            };
            let Some(head) = piece.split('"').next() else { continue };
            if head.contains(';') || head.contains(')') || id.is_empty() || id.contains(' ') {
                continue;
            }
            assert!(words.has(id), "no message {id}");
        }
    }

    fn sources(folder: &std::path::Path) -> String {
        let mut text = String::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                text.push_str(&sources(&path));
            } else {
                text.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
        text
    }
}
