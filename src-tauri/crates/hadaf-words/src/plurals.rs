//! That every message counts as people do: nothing of one is many, and nothing of many is one.

use crate::{Message, Value, Words};

/// Numbers that languages tell apart.
const NUMBERS: [usize; 4] = [0, 1, 2, 5];
const NAMES: [&str; 6] = ["no", "one", "two", "three", "four", "five"];

/// Arguments that are counts in words.
const IN_WORDS: [&str; 2] = ["count", "written"];

/// What is counted, in the singular.
const COUNTED: [&str; 22] = [
    "month",
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

/// Said of two or more only: the code that says them tells why.
const OF_SEVERAL: [&str; 6] = [
    "brief-left",
    "brief-grew",
    "brief-fell",
    "finding-behind",
    "finding-ahead",
    "finding-so-far",
];

/// A message with every count at `number`, and a number in words where a text is to be one.
fn said(words: &Words, message: Message, number: usize) -> String {
    let arguments = message.arguments().iter().map(|(name, counts)| {
        let value = match *counts {
            true => Value::from(number),
            false if IN_WORDS.contains(name) => Value::from(NAMES[number]),
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
            for number in NUMBERS {
                let text = said(words, message, number);
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
