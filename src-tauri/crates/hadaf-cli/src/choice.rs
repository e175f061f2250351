//! A closed set of the application's as the values of a flag: one list for both.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};

/// Reads one value of a set by its name.
#[derive(Clone)]
pub(crate) struct Choice<T: 'static> {
    all: &'static [T],
    name: fn(T) -> &'static str,
    about: fn(T) -> &'static str,
    /// Other names, each after the name that it stands for.
    aliases: &'static [(&'static str, &'static str)],
}

impl<T: Copy> Choice<T> {
    /// All of a set, each with its name and what help says of it.
    pub(crate) fn of(all: &'static [T], name: fn(T) -> &'static str, about: fn(T) -> &'static str) -> Self {
        Self {
            all,
            name,
            about,
            aliases: &[],
        }
    }

    /// The same under these names too, which help does not list.
    pub(crate) fn or(self, aliases: &'static [(&'static str, &'static str)]) -> Self {
        Self { aliases, ..self }
    }

    fn value(&self, one: T) -> PossibleValue {
        let name = (self.name)(one);
        let aliases = self
            .aliases
            .iter()
            .filter(|(of, _)| *of == name)
            .map(|(_, alias)| *alias);
        PossibleValue::new(name).help((self.about)(one)).aliases(aliases)
    }

    fn values(&self) -> impl Iterator<Item = PossibleValue> {
        self.all.iter().map(|one| self.value(*one))
    }
}

impl<T: Copy + Send + Sync + 'static> TypedValueParser for Choice<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        let known = PossibleValuesParser::new(self.values().collect::<Vec<_>>());
        let name = known.parse_ref(command, arg, value)?;
        let mut named = self.all.iter().filter(|one| self.value(**one).matches(&name, false));
        Ok(*named.next().expect("the parser above knows the same names"))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.values()))
    }
}
