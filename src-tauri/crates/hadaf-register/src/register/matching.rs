//! Which entry a row of a sheet is about: the one of its number, where the row tells of the same; else the one of the same
//! keys. A number alone says little, as another workspace has other entries under it.

use std::collections::{BTreeMap, HashMap};

use hadaf_core::PartialDate;
use hadaf_model::Book;

use super::rows_read::SheetRow;
use super::{Entry, Field, Typed, entered};

/// The field that says since when an entry has said the rest.
pub(super) const PUBLISHED: &str = "published";

/// A row with its fields as an entry would have them; none for one that cannot be read.
#[derive(Debug)]
pub(super) struct Probe<'a> {
    pub(super) row: &'a SheetRow,
    texts: BTreeMap<&'static str, Option<String>>,
}

/// What is there to be found.
pub(super) struct Matcher<'a, E> {
    entries: Vec<&'a E>,
    texts: Vec<BTreeMap<&'static str, String>>,
    by_id: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    claimed: Vec<bool>,
    book: &'a Book,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoundEntry {
    /// An entry, by its place.
    Entry(usize),
    /// One that another row is about already.
    Twice,
    /// None that is there.
    Nothing,
}

impl<'a> Probe<'a> {
    pub(super) fn of<E: Entry>(row: &'a SheetRow, book: &Book) -> Self {
        let typed = Typed {
            values: &row.values,
            book,
        };
        let told = entered::<E>().filter(|field| row.values.contains_key(field.name.word));
        let text = |field: &'static Field<E>| {
            let text = field.canonical(&typed).ok();
            (field.name.word, text.map(|text| field.input().plain(&text)))
        };
        Self {
            row,
            texts: told.map(text).collect(),
        }
    }

    /// The day from which on it says that this holds; empty where it does not.
    pub(super) fn published(&self) -> &str {
        self.texts.get(PUBLISHED).and_then(Option::as_deref).unwrap_or_default()
    }

    fn key<E: Entry>(&self) -> Option<String> {
        key_of::<E>(|word| self.texts.get(word)?.as_deref())
    }
}

impl<'a, E: Entry> Matcher<'a, E> {
    pub(super) fn of(book: &'a Book) -> Self {
        let entries: Vec<&E> = E::register(book).entries().iter().collect();
        let texts: Vec<_> = entries.iter().map(|entry| plain_texts(*entry)).collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, texts) in texts.iter().enumerate() {
            if let Some(key) = key_of::<E>(|word| texts.get(word).map(String::as_str)) {
                by_key.entry(key).or_default().push(place);
            }
        }
        let ids = entries.iter().enumerate();
        Self {
            by_id: ids.map(|(place, entry)| (entry.key().to_string(), place)).collect(),
            claimed: vec![false; entries.len()],
            entries,
            texts,
            by_key,
            book,
        }
    }

    pub(super) fn entry(&self, place: usize) -> &'a E {
        self.entries[place]
    }

    /// What each row is about. Rows that name their entry come first, so that no other takes it.
    pub(super) fn find(&mut self, probes: &[Probe<'_>]) -> Vec<FoundEntry> {
        let mut found = vec![FoundEntry::Nothing; probes.len()];
        let ways: [fn(&Self, &Probe<'_>) -> Option<FoundEntry>; 4] = [
            Self::by_place,
            Self::by_id_and_key,
            Self::by_key,
            Self::by_id_and_likeness,
        ];
        for way in ways {
            for (probe, found) in probes.iter().zip(&mut found) {
                if *found != FoundEntry::Nothing {
                    continue;
                }
                if let Some(place) = way(self, probe) {
                    *found = place;
                }
                if let FoundEntry::Entry(place) = *found {
                    self.claimed[place] = true;
                }
            }
        }
        found
    }

    /// Whether an entry says what the row says, but for the day.
    pub(super) fn says_the_same(&self, place: usize, probe: &Probe<'_>) -> bool {
        self.is_same(self.entries[place], &self.texts[place], probe)
    }

    /// The same of something that an entry said before.
    pub(super) fn state_says_the_same(&self, state: &E, probe: &Probe<'_>) -> bool {
        self.is_same(state, &plain_texts(state), probe)
    }

    fn is_same(&self, entry: &E, texts: &BTreeMap<&'static str, String>, probe: &Probe<'_>) -> bool {
        let fields = probe.texts.iter().filter(|(word, _)| **word != PUBLISHED);
        let same = |(word, text): (&&'static str, &Option<String>)| text.as_ref() == texts.get(*word);
        let title = entry.source().and_then(|id| self.book.source(id));
        let titled = |named: &String| title.is_some_and(|source| source.title.trim() == named.trim());
        fields.into_iter().all(same) && probe.row.source.as_ref().is_none_or(titled)
    }

    /// What fields of an entry the row says otherwise, each with what it says now.
    pub(super) fn differing(&self, place: usize, probe: &Probe<'_>) -> Vec<&'static Field<E>> {
        let differs = |field: &&'static Field<E>| {
            let told = probe.texts.get(field.name.word);
            told.is_some_and(|told| told.as_ref() != self.texts[place].get(field.name.word))
        };
        entered::<E>().filter(differs).collect()
    }

    fn by_place(&self, probe: &Probe<'_>) -> Option<FoundEntry> {
        let place = *self.by_id.get(probe.row.onto.as_ref()?)?;
        Some(self.unless_claimed(place))
    }

    fn by_id_and_key(&self, probe: &Probe<'_>) -> Option<FoundEntry> {
        let place = *self.by_id.get(probe.row.id.as_ref()?)?;
        let key = probe.key::<E>()?;
        let same = self.by_key.get(&key)?.contains(&place);
        same.then(|| self.unless_claimed(place))
    }

    fn by_key(&self, probe: &Probe<'_>) -> Option<FoundEntry> {
        let places = self.by_key.get(&probe.key::<E>()?)?;
        let free: Vec<usize> = places.iter().copied().filter(|place| !self.claimed[*place]).collect();
        let same = free.iter().find(|place| self.says_the_same(**place, probe));
        Some(
            same.or(free.first())
                .map_or(FoundEntry::Twice, |place| FoundEntry::Entry(*place)),
        )
    }

    /// The number is that of an entry which says half of what the row says: its keys were put right in the sheet.
    fn by_id_and_likeness(&self, probe: &Probe<'_>) -> Option<FoundEntry> {
        let place = *self.by_id.get(probe.row.id.as_ref()?)?;
        let told = |word: &str, text: &Option<String>| word != PUBLISHED && text.as_deref() != Some("");
        let told = || probe.texts.iter().filter(|(word, text)| told(word, text));
        let same = told().filter(|(word, text)| text.as_ref() == self.texts[place].get(**word));
        let is_like = same.count() * 2 >= told().count().max(1);
        is_like.then(|| self.unless_claimed(place))
    }

    fn unless_claimed(&self, place: usize) -> FoundEntry {
        match self.claimed[place] {
            true => FoundEntry::Twice,
            false => FoundEntry::Entry(place),
        }
    }
}

fn plain_texts<E: Entry>(entry: &E) -> BTreeMap<&'static str, String> {
    let text = |field: &Field<E>| {
        let text = field.text(entry).unwrap_or_default();
        (field.name.word, field.input().plain(&text))
    };
    entered::<E>().map(text).collect()
}

/// What tells entries apart, whatever the size of its letters; none where a part is not told, or all of it is empty.
fn key_of<'t, E: Entry>(text: impl Fn(&str) -> Option<&'t str>) -> Option<String> {
    let keys = entered::<E>().filter(|field| field.is_key());
    let parts: Option<Vec<String>> = keys.map(|field| text(field.name.word).map(str::to_lowercase)).collect();
    let parts = parts?;
    parts.iter().any(|part| !part.is_empty()).then(|| parts.join("\u{1F}"))
}

/// The day of a text, where it is a whole one.
pub(super) fn whole_day(text: &str) -> Option<jiff::civil::Date> {
    match text.parse() {
        Ok(PartialDate::Day(day)) => Some(day),
        _ => None,
    }
}
