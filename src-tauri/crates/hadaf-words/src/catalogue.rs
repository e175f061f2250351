//! The one catalogue of words: Fluent messages, embedded at build. Numbers and dates come in
//! formatted by [`crate::Format`]; only counts that decide a plural come in as numbers.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use hadaf_core::NumberStyle;

use crate::{Message, Value};

/// The messages of each language, English first; written by `build.rs`, which also holds them against each other.
const CATALOGUE: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// All messages of one language.
pub struct Words {
    lang: &'static str,
    numbers: NumberStyle,
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

    /// How numbers are written.
    pub fn numbers(&self) -> &NumberStyle {
        &self.numbers
    }

    /// A message with its arguments; by [`say!`](crate::say!), which knows that it takes them.
    pub fn say(&self, message: Message, args: &[(&'static str, Value<'_>)]) -> String {
        let pattern = self.bundle.get_message(message.id()).and_then(|found| found.value());
        let pattern = pattern.expect("a language without a message is not compiled");
        let args: FluentArgs<'_> = args.iter().map(|(key, value)| (*key, value.clone())).collect();
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut faults)
            .into_owned()
    }

    fn load(lang: &'static str, text: &'static str) -> Self {
        let tag = lang
            .parse()
            .expect("a folder of assets/locales is named by its language");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks that isolate what is put in are for right-to-left text; elsewhere they only disturb search.
        bundle.set_use_isolating(matches!(lang, "ur" | "ar" | "fa"));
        let resource = FluentResource::try_new(text.to_owned());
        let resource = resource.expect("a language that cannot be read is not compiled");
        bundle.add_resource_overriding(resource);
        let mut words = Self {
            lang,
            numbers: NumberStyle::default(),
            bundle,
        };
        words.numbers = NumberStyle::read(&say!(words, "number-style"));
        words
    }
}
