//! Looks over the data before Typst does, so that what is wrong has a name and a place.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{Attachment, BriefError, Briefing, Piece, Result, Text};

/// Checks what the schema of [`Briefing`] cannot say.
///
/// # Errors
/// A text that the tagged file needs is empty, a mark has no note, a file cannot be attached.
pub(crate) fn briefing(briefing: &Briefing) -> Result<()> {
    filled("title", &briefing.title)?;
    filled("chart.title", &briefing.chart.title)?;
    filled("chart.alt", &briefing.chart.alt)?;
    headings(briefing)?;
    notes(briefing)?;
    attachments(&briefing.attachments)
}

/// Refuses an empty text, naming its `place`.
pub(crate) fn filled(place: &str, text: &str) -> Result<()> {
    if hadaf_fonts::spoken(text).is_empty() {
        return Err(BriefError::Empty {
            place: place.to_owned(),
        });
    }
    Ok(())
}

/// A heading without words is a hole in the outline of the file. Sections without rows are left out
/// with their headings.
fn headings(briefing: &Briefing) -> Result<()> {
    let labels = &briefing.labels;
    let sections = [
        ("labels.years_heading", &labels.years_heading, briefing.years.is_empty()),
        ("labels.pace_heading", &labels.pace_heading, briefing.pace.is_empty()),
        (
            "labels.questions_heading",
            &labels.questions_heading,
            briefing.questions.is_empty(),
        ),
        (
            "labels.sources_heading",
            &labels.sources_heading,
            briefing.notes.is_empty(),
        ),
    ];
    let mut shown = sections.into_iter().filter(|(_, _, absent)| !absent);
    shown.try_for_each(|(place, heading, _)| filled(place, heading))
}

/// Every string below `value` as it is drawn, whatever somebody typed; texts of the metadata as they are read.
pub(crate) fn drawable(place: &str, value: Value) -> Value {
    match value {
        Value::String(text) if READ.contains(&place) => Value::String(hadaf_fonts::spoken(&text)),
        Value::String(text) => Value::String(on_page(&text)),
        Value::Array(items) => items.into_iter().map(|item| drawable("", item)).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, field)| {
                let path = if place.is_empty() {
                    name.clone()
                } else {
                    format!("{place}.{name}")
                };
                (name, drawable(&path, field))
            })
            .collect(),
        other => other,
    }
}

impl Briefing {
    /// What of the page no font has.
    pub fn undrawn(&self) -> BTreeSet<char> {
        let value = serde_json::to_value(self).expect("texts, numbers and lists of them");
        undrawn("", &value)
    }
}

/// What of the strings below `value` no font has, those of the metadata apart.
fn undrawn(place: &str, value: &Value) -> BTreeSet<char> {
    match value {
        Value::String(text) if !READ.contains(&place) => hadaf_fonts::undrawn(text),
        Value::Array(items) => items.iter().flat_map(|item| undrawn("", item)).collect(),
        Value::Object(fields) => {
            let path = |name: &str| {
                if place.is_empty() {
                    name.to_owned()
                } else {
                    format!("{place}.{name}")
                }
            };
            fields
                .iter()
                .flat_map(|(name, field)| undrawn(&path(name), field))
                .collect()
        }
        _ => BTreeSet::new(),
    }
}

/// Texts for the file's metadata and its tags: they need no glyph.
const READ: [&str; 3] = ["author", "description", "chart.alt"];

/// A text as a page takes it. White space at its ends stays: it may be a part of a sentence.
fn on_page(text: &str) -> String {
    let drawn = hadaf_fonts::drawn(text);
    let edge = |letter: Option<char>| if letter == Some(' ') { " " } else { "" };
    let (before, after) = (edge(text.chars().next()), edge(text.chars().next_back()));
    if drawn.is_empty() {
        return before.to_owned();
    }
    format!("{before}{}{after}", hadaf_fonts::breakable(&drawn))
}

/// Checks that the chart `svg` asks for fonts that the program carries.
///
/// # Errors
/// [`BriefError::ChartFont`] for a family that is not ours: Typst would put another in its place without a word.
pub(crate) fn chart(svg: &str) -> Result<()> {
    let known = hadaf_fonts::FAMILIES;
    for family in families(svg) {
        if !known.iter().any(|name| name.eq_ignore_ascii_case(family)) {
            return Err(BriefError::ChartFont {
                family: family.to_owned(),
                known: known.join(", "),
            });
        }
    }
    Ok(())
}

/// The first family of each `font-family` attribute.
fn families(svg: &str) -> impl Iterator<Item = &str> {
    svg.split("font-family=").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let list = rest[1..].split(quote).next()?;
        list.split(',').next().map(|name| name.trim_matches(['"', '\'', ' ']))
    })
}

fn notes(briefing: &Briefing) -> Result<()> {
    let mut numbers = BTreeSet::new();
    for note in &briefing.notes {
        if !numbers.insert(note.number) {
            return Err(BriefError::Note {
                number: note.number,
                fault: "there twice",
            });
        }
    }
    match marks(briefing).find(|number| !numbers.contains(number)) {
        None => Ok(()),
        Some(number) => Err(BriefError::Note {
            number,
            fault: "missing",
        }),
    }
}

/// The marks of all texts.
fn marks(briefing: &Briefing) -> impl Iterator<Item = u32> {
    let years = briefing.years.iter().flat_map(|row| [&row.fiscal_year, &row.target]);
    let texts = briefing.summary.iter().chain(years);
    let texts = texts.chain(briefing.pace.iter().map(|row| &row.label));
    let texts = texts.chain(briefing.questions.iter().map(|question| &question.ask));
    texts
        .flat_map(|Text { pieces }| pieces)
        .filter_map(|piece| match piece {
            Piece::Note(number) => Some(*number),
            Piece::Run(_) => None,
        })
}

/// PDF/A-3 wants a type and a description; a name that is a path would be one on the reader's disk.
fn attachments(files: &[Attachment]) -> Result<()> {
    let mut names = BTreeSet::new();
    for file in files {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let fault = if file.name.is_empty() || file.name.starts_with('.') || !file.name.chars().all(plain) {
            "a name is made of letters, digits, '.', '-' and '_'"
        } else if !names.insert(&file.name) {
            "the name is taken"
        } else if !file.mime.contains('/') {
            "it has no media type"
        } else if file.description.trim().is_empty() {
            "it has no description"
        } else {
            continue;
        };
        return Err(BriefError::Attachment {
            name: file.name.clone(),
            fault,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use serde_json::json;

    fn fault(change: impl FnOnce(&mut Briefing)) -> BriefError {
        let mut data = fixture::briefing();
        change(&mut data);
        briefing(&data).unwrap_err()
    }

    #[test]
    fn the_fixture_is_in_order() {
        assert_eq!(briefing(&fixture::briefing()), Ok(()));
        assert_eq!(chart(fixture::CHART), Ok(()));
    }

    #[test]
    fn what_a_screen_reader_needs_is_there() {
        let empty = |place: &str| BriefError::Empty {
            place: place.to_owned(),
        };
        assert_eq!(fault(|b| b.chart.alt = " \n".to_owned()), empty("chart.alt"));
        assert_eq!(fault(|b| b.title.clear()), empty("title"));
        assert_eq!(fault(|b| b.chart.title.clear()), empty("chart.title"));
        assert_eq!(fault(|b| b.labels.pace_heading.clear()), empty("labels.pace_heading"));
    }

    #[test]
    fn a_section_that_is_left_out_needs_no_heading() {
        let mut data = fixture::briefing();
        data.pace.clear();
        data.labels.pace_heading.clear();
        assert_eq!(briefing(&data), Ok(()));
    }

    #[test]
    fn marks_and_notes_belong_together() {
        let note = |number, fault| BriefError::Note { number, fault };
        assert_eq!(
            fault(|b| b.questions[0].ask.pieces.push(Piece::Note(12))),
            note(12, "missing")
        );
        assert_eq!(
            fault(|b| b.pace[1].label.pieces.push(Piece::Note(0))),
            note(0, "missing")
        );
        assert_eq!(fault(|b| b.notes[3].number = 1), note(1, "there twice"));
        assert_eq!(fault(|b| b.notes.clear()), note(1, "missing"));
    }

    #[test]
    fn attached_files_have_plain_names_types_and_descriptions() {
        for name in ["", "../data.csv", "/etc/passwd", ".hidden", "a b.csv", "ڈیٹا.csv"] {
            let error = fault(|b| b.attachments[0].name = name.to_owned());
            assert!(matches!(error, BriefError::Attachment { .. }), "{name}");
        }
        assert!(
            fault(|b| b.attachments[1].name = "data.csv".to_owned())
                .to_string()
                .ends_with("the name is taken")
        );
        assert!(
            fault(|b| b.attachments[0].mime = "csv".to_owned())
                .to_string()
                .ends_with("media type")
        );
        assert!(
            fault(|b| b.attachments[0].description.clear())
                .to_string()
                .ends_with("description")
        );
    }

    #[test]
    fn a_character_without_a_glyph_is_replaced_where_it_is_drawn() {
        let value =
            json!({ "a": ["x", { "b": "Karachi 漢" }], "author": "漢\n", "chart": { "alt": "漢", "title": "漢" } });
        let expected =
            json!({ "a": ["x", { "b": "Karachi □" }], "author": "漢", "chart": { "alt": "漢", "title": "□" } });
        assert_eq!(drawable("", value), expected);
    }

    #[test]
    fn line_ends_become_spaces_and_isolates_stay() {
        let value = json!({ "a": "one\ntwo\u{0}", "b": "\u{2068}برآمدات\u{2069} − 3,8", "c": " of " });
        let expected = json!({ "a": "one two", "b": "\u{2068}برآمدات\u{2069} − 3,8", "c": " of " });
        assert_eq!(drawable("", value), expected);
    }

    #[test]
    fn a_chart_in_a_font_that_is_not_ours_is_refused() {
        for family in [r#""Arial""#, r#""Helvetica, Inter""#, "'Noto Sans'"] {
            let svg = format!("<svg><text font-family={family}>x</text></svg>");
            assert!(matches!(chart(&svg), Err(BriefError::ChartFont { .. })), "{family}");
        }
        assert_eq!(
            chart(r#"<svg><text font-family="'Noto Nastaliq Urdu', serif">x</text></svg>"#),
            Ok(())
        );
    }
}
