//! Messages that the compiler knows: a message that is not in the catalogue, an argument too many or too few, and a
//! text where a number decides a plural do not compile.

/// A message of the catalogue, with the arguments that it takes: each with whether it decides a plural.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    id: &'static str,
    arguments: &'static [(&'static str, bool)],
}

/// All messages in the order of their ids; written by `build.rs`.
static ENTRIES: &[Entry] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The arguments that stand for the notes of prose.
pub(crate) const NOTES: [&str; 4] = ["n1", "n2", "n3", "n4"];

/// A message that is known to be in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message(&'static Entry);

impl Message {
    /// The message of an id.
    ///
    /// # Panics
    /// Where there is none; in a constant, as [`say!`](crate::say!) has it, that is when it is compiled.
    pub const fn of(id: &str) -> Self {
        Self::named(Name::plain(id))
    }

    /// The message of an id, if there is one.
    pub const fn find(id: &str) -> Option<Self> {
        match position(Name::plain(id)) {
            Some(index) => Some(Self(&ENTRIES[index])),
            None => None,
        }
    }

    const fn named(name: Name<'_>) -> Self {
        match position(name) {
            Some(index) => Self(&ENTRIES[index]),
            None => fail(&["no message ", name.before, name.word, name.after]),
        }
    }

    /// The same message, once it is known to take these arguments, and `n1` to the number of its notes, and no others.
    ///
    /// # Panics
    /// Where it takes others; in a constant that is when it is compiled.
    pub const fn takes(self, given: &[&str], notes: usize) -> Self {
        let id = self.0.id;
        self.wants_only(given, notes);
        let mut index = 0;
        while index < given.len() {
            if !self.knows(given[index]) {
                fail(&["message ", id, " does not take ", given[index]]);
            }
            index += 1;
        }
        if notes > 0 && !self.knows(NOTES[notes - 1]) {
            fail(&["message ", id, " does not take ", NOTES[notes - 1]]);
        }
        self
    }

    /// Makes sure that it and its hint together take these arguments, and no others.
    ///
    /// # Panics
    /// Where they take others; in a constant that is when it is compiled.
    pub const fn takes_with(self, hint: Option<Self>, given: &[&str]) {
        let Some(hint) = hint else {
            self.takes(given, 0);
            return;
        };
        self.wants_only(given, 0);
        hint.wants_only(given, 0);
        let mut index = 0;
        while index < given.len() {
            if !self.knows(given[index]) && !hint.knows(given[index]) {
                fail(&["message ", self.0.id, " does not take ", given[index]]);
            }
            index += 1;
        }
    }

    const fn wants_only(self, given: &[&str], notes: usize) {
        let mut index = 0;
        while index < self.0.arguments.len() {
            let (name, _) = self.0.arguments[index];
            if !contains(given, name) && !is_note(name, notes) {
                fail(&["message ", self.0.id, " wants ", name]);
            }
            index += 1;
        }
    }

    /// Whether an argument of it decides a plural, so that it must be a number.
    pub const fn counts(self, name: &str) -> bool {
        let mut index = 0;
        while index < self.0.arguments.len() {
            let (known, count) = self.0.arguments[index];
            if same(known, name) {
                return count;
            }
            index += 1;
        }
        false
    }

    /// Whether it takes an argument of this name.
    pub const fn knows(self, name: &str) -> bool {
        let mut index = 0;
        while index < self.0.arguments.len() {
            if same(self.0.arguments[index].0, name) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// Its arguments, each with whether it decides a plural.
    #[cfg(test)]
    pub(crate) fn arguments(self) -> &'static [(&'static str, bool)] {
        self.0.arguments
    }

    /// All messages of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        ENTRIES.iter().map(Self)
    }
}

/// Messages whose ids differ in one word of a closed set: `"role-{}"`.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    before: &'static str,
    after: &'static str,
}

impl Family {
    /// The family of a pattern with `{}` where the word stands.
    ///
    /// # Panics
    /// Without such a place.
    pub const fn of(pattern: &'static str) -> Self {
        let bytes = pattern.as_bytes();
        let mut place = 0;
        while place < bytes.len() && bytes[place] != b'{' {
            place += 1;
        }
        let (before, rest) = pattern.split_at(place);
        let (_, after) = rest.split_at(2);
        Self { before, after }
    }

    /// The message of a word, in which `_` is written as `-`.
    ///
    /// # Panics
    /// Where there is none; [`say_of!`](crate::say_of!) makes sure of that when it is compiled.
    pub const fn message(self, word: &str) -> Message {
        Message::named(Name {
            before: self.before,
            word,
            after: self.after,
        })
    }

    /// The messages of the words "1" to "12".
    ///
    /// # Panics
    /// Where one is missing or takes an argument.
    pub const fn twelve(self) -> [Message; 12] {
        const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
        let mut messages = [self.message("1"); 12];
        let mut index = 0;
        while index < NUMBERS.len() {
            messages[index] = self.message(NUMBERS[index]).takes(&[], 0);
            index += 1;
        }
        messages
    }
}

/// An id in three parts, since constants cannot be joined while they are compiled.
#[derive(Clone, Copy)]
struct Name<'a> {
    before: &'a str,
    word: &'a str,
    after: &'a str,
}

impl<'a> Name<'a> {
    const fn plain(id: &'a str) -> Self {
        Self {
            before: id,
            word: "",
            after: "",
        }
    }

    const fn len(self) -> usize {
        self.before.len() + self.word.len() + self.after.len()
    }

    const fn byte(self, mut index: usize) -> u8 {
        if index < self.before.len() {
            return self.before.as_bytes()[index];
        }
        index -= self.before.len();
        if index < self.word.len() {
            let byte = self.word.as_bytes()[index];
            return if byte == b'_' { b'-' } else { byte };
        }
        self.after.as_bytes()[index - self.word.len()]
    }
}

/// Where the message of a name stands among [`ENTRIES`].
const fn position(name: Name<'_>) -> Option<usize> {
    let (mut low, mut high) = (0, ENTRIES.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let id = ENTRIES[middle].id.as_bytes();
        let mut at = 0;
        while at < id.len() && at < name.len() && id[at] == name.byte(at) {
            at += 1;
        }
        if at == id.len() && at == name.len() {
            return Some(middle);
        }
        let is_before = at == id.len() || (at < name.len() && id[at] < name.byte(at));
        if is_before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}

const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same(names[index], name) {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether a name is that of one of so many notes.
const fn is_note(name: &str, notes: usize) -> bool {
    let mut index = 0;
    while index < notes {
        if same(NOTES[index], name) {
            return true;
        }
        index += 1;
    }
    false
}

/// Says what is wrong: a panic in a constant can show one text only.
const fn fail(parts: &[&str]) -> ! {
    let mut text = [b' '; 200];
    let (mut length, mut part) = (0, 0);
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut index = 0;
        while index < bytes.len() && length < text.len() {
            text[length] = bytes[index];
            (length, index) = (length + 1, index + 1);
        }
        part += 1;
    }
    match std::str::from_utf8(text.split_at(length).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("a message is not used as it stands in the catalogue"),
    }
}

/// A message with named arguments: `say!(words, "history-derived", value = text, day = text)`. One of several with the
/// same arguments is chosen by a `match` on a name or on something in parentheses.
#[macro_export]
macro_rules! say {
    ($words:expr, match $on:tt { $($case:pat => $id:literal),+ $(,)? } $($rest:tt)*) => {
        $crate::say!(@each $words, $on, [$($case => $id),+], ($($rest)*))
    };
    (@each $words:expr, $on:tt, [$($case:pat => $id:literal),+], $rest:tt) => {
        match $on { $($case => $crate::say!(@one $words, $id, $rest)),+ }
    };
    (@one $words:expr, $id:literal, ($($rest:tt)*)) => {
        $crate::say!($words, $id $($rest)*)
    };
    ($words:expr, $id:literal $(, $key:ident = $value:expr)* $(,)?) => {{
        const MESSAGE: $crate::Message = $crate::Message::of($id).takes(&[$(stringify!($key)),*], 0);
        $words.say(MESSAGE, &[$((
            stringify!($key),
            $crate::Argument::<{ MESSAGE.counts(stringify!($key)) }>::into_value($value),
        )),*])
    }};
}

/// The message of one word of a closed set, each of which has one:
/// `say_of!(words, "claim-{}", ClaimKind, claim.kind, amount = text)`.
#[macro_export]
macro_rules! say_of {
    ($words:expr, $family:literal, $Set:ty, $one:expr $(, $key:ident = $value:expr)* $(,)?) => {{
        const FAMILY: $crate::Family = $crate::Family::of($family);
        const _: () = {
            let mut index = 0;
            while index < <$Set>::ALL.len() {
                FAMILY.message(<$Set>::ALL[index].as_str()).takes(&[$(stringify!($key)),*], 0);
                index += 1;
            }
        };
        let one: $Set = $one;
        $words.say(FAMILY.message(one.as_str()), &[$((
            stringify!($key),
            $crate::Argument::<{ FAMILY.message(<$Set>::ALL[0].as_str()).counts(stringify!($key)) }>::into_value($value),
        )),*])
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_whole() {
        assert!(ENTRIES.len() > 800);
        assert!(ENTRIES.is_sorted_by_key(|entry| entry.id));
        for message in Message::all() {
            assert_eq!(Message::of(message.id()).id(), message.id());
        }
        assert!(Message::find("nobody-says-this").is_none());
        assert!(Message::find("").is_none());
    }

    #[test]
    fn a_word_of_a_family_is_found_by_its_message() {
        let family = Family::of("role-{}");
        assert_eq!(family.message("not_yet_known").id(), "role-not-yet-known");
        assert_eq!(Family::of("error-{}-hint").message("exists").id(), "error-exists-hint");
    }

    #[test]
    fn a_plural_wants_a_number() {
        assert!(Message::of("grid-sum").counts("count"));
        assert!(!Message::of("finding-behind").counts("over"));
        assert!(!Message::of("span").counts("first"));
    }

    #[test]
    #[should_panic(expected = "no message nobody-says-this")]
    fn a_message_that_is_not_there_is_named() {
        Message::of("nobody-says-this");
    }

    #[test]
    #[should_panic(expected = "message span wants last")]
    fn an_argument_that_is_not_given_is_named() {
        Message::of("span").takes(&["first"], 0);
    }

    #[test]
    #[should_panic(expected = "message span does not take middle")]
    fn an_argument_that_nobody_wants_is_named() {
        Message::of("span").takes(&["first", "middle", "last"], 0);
    }
}
