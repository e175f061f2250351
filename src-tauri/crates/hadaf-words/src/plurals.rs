//! That every message counts as people do: nothing of one is many, and nothing of many is one.

use hadaf_core::Frequency;

use crate::{Message, Value, Words};

/// Numbers that languages tell apart.
const NUMBERS: [usize; 4] = [0, 1, 2, 5];
const NAMES: [&str; 6] = ["no", "one", "two", "three", "four", "five"];

/// Arguments that are counts in words.
const IN_WORDS: [&str; 2] = ["count", "written"];

/// What is counted, in the singular.
const COUNTED: [&str; 23] = [
    "month",
    "quarter",
    "year",
    "day",
    "week",
    "period",
    "window",
    "figure",
    "value",
    "document",
    "question",
    "row",
    "column",
    "cell",
    "note",
    "page",
    "report",
    "release",
    "disruption",
    "target",
    "projection",
    "factor",
    "path",
];

/// Said of two or more only: the code that says it tells why.
const OF_SEVERAL: [&str; 1] = ["brief-left"];

/// A message with every count at `number`, and a number in words where a text is to be one; of a series that is told in
/// such periods.
fn said(words: &Words, message: Message, number: usize, every: Frequency) -> String {
    let arguments = message.arguments().iter().map(|(name, counts)| {
        let value = match *counts {
            true => Value::from(number),
            false if IN_WORDS.contains(name) => Value::from(NAMES[number]),
            false if *name == "every" => Value::from(every.as_str()),
            false => Value::from("x"),
        };
        (*name, value)
    });
    words.say(message, &arguments.collect::<Vec<_>>())
}

#[test]
fn one_is_one_and_several_are_several() {
    for lang in Words::languages().filter(|lang| *lang == "en") {
        let words = Words::of(lang);
        for message in Message::all().filter(|message| !OF_SEVERAL.contains(&message.id())) {
            for (number, every) in NUMBERS
                .iter()
                .flat_map(|number| Frequency::ALL.iter().map(|every| (*number, *every)))
            {
                let text = said(words, message, number, every);
                let parts: Vec<&str> = text.split_whitespace().collect();
                for pair in parts.windows(2) {
                    let head = pair[0].trim_start_matches(['(', '“']).to_lowercase();
                    let is_number = (number > 0 && head == NAMES[number]) || head == number.to_string();
                    let noun = pair[1].trim_end_matches(|letter: char| !letter.is_alphanumeric());
                    let singular = COUNTED.iter().find(|known| **known == noun);
                    let plural = COUNTED.iter().find(|known| noun.strip_suffix('s') == Some(**known));
                    let wrong = match number {
                        1 => plural,
                        _ => singular,
                    };
                    assert!(!is_number || wrong.is_none(), "{} of {number}: {text}", message.id());
                }
            }
        }
    }
}
