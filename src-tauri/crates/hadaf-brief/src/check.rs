//! Looks over the data before Typst does, so that what is wrong has a name and a place.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{Attachment, BriefError, Briefing, Piece, Result, Text, fonts};

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
    if text.trim().is_empty() {
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

/// Every string below `value`, made [`plain`].
///
/// # Errors
/// [`BriefError::NoGlyph`] at the first character that no font draws.
pub(crate) fn drawable(place: &str, value: Value) -> Result<Value> {
    Ok(match value {
        Value::String(text) => Value::String(drawable_text(place, &text)?),
        Value::Array(items) => items
            .into_iter()
            .enumerate()
            .map(|(index, item)| drawable(&format!("{place}[{index}]"), item))
            .collect::<Result<_>>()?,
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, field)| {
                let place = if place.is_empty() {
                    name.clone()
                } else {
                    format!("{place}.{name}")
                };
                Ok((name, drawable(&place, field)?))
            })
            .collect::<Result<_>>()?,
        other => other,
    })
}

fn drawable_text(place: &str, text: &str) -> Result<String> {
    let text = plain(text);
    if UNDRAWN.contains(&place) {
        return Ok(text);
    }
    match text.chars().find(|&character| !fonts::draws(character)) {
        None => Ok(text),
        Some(character) => Err(BriefError::NoGlyph {
            character,
            place: place.to_owned(),
        }),
    }
}

/// Texts for the file's metadata and its tags: they need no glyph.
const UNDRAWN: [&str; 3] = ["author", "description", "chart.alt"];

/// `text` with control characters (a line end in a pasted title) made spaces.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Checks that the fonts here draw all of the chart `svg`.
///
/// # Errors
/// [`BriefError::ChartFont`] for a family that is not ours, [`BriefError::NoGlyph`].
pub(crate) fn chart(svg: &str) -> Result<()> {
    let known = fonts::families();
    for family in families(svg) {
        if !known.iter().any(|name| name.eq_ignore_ascii_case(family)) {
            return Err(BriefError::ChartFont {
                family: family.to_owned(),
                known: known.join(", "),
            });
        }
    }
    drawable_text("the chart", svg).map(drop)
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
    fn a_character_without_a_glyph_is_named_with_its_place() {
        let value = json!({ "a": ["x", { "b": "Karachi 漢" }] });
        let error = BriefError::NoGlyph {
            character: '漢',
            place: "a[1].b".to_owned(),
        };
        assert_eq!(drawable("", value).unwrap_err(), error);
        assert_eq!(error.to_string(), "no font here draws '漢' (U+6F22) of a[1].b");
    }

    #[test]
    fn metadata_needs_no_glyph() {
        let value = json!({ "author": "漢\n", "description": "漢", "chart": { "alt": "漢" } });
        let expected = json!({ "author": "漢 ", "description": "漢", "chart": { "alt": "漢" } });
        assert_eq!(drawable("", value).unwrap(), expected);
        assert!(drawable("", json!({ "chart": { "title": "漢" } })).is_err());
    }

    #[test]
    fn line_ends_become_spaces_and_isolates_stay() {
        let value = json!({ "a": "one\ntwo\u{0}", "b": "\u{2068}برآمدات\u{2069} − 3,8" });
        let expected = json!({ "a": "one two ", "b": "\u{2068}برآمدات\u{2069} − 3,8" });
        assert_eq!(drawable("", value).unwrap(), expected);
    }

    #[test]
    fn a_chart_in_a_font_that_is_not_ours_is_refused() {
        for family in [r#""Arial""#, r#""Helvetica, Inter""#, "'Noto Sans'"] {
            let svg = format!("<svg><text font-family={family}>x</text></svg>");
            assert!(matches!(chart(&svg), Err(BriefError::ChartFont { .. })), "{family}");
        }
        assert_eq!(
            chart(r#"<svg><text font-family="Inter, sans-serif">x</text></svg>"#),
            Ok(())
        );
        assert!(matches!(
            chart("<svg><text>漢</text></svg>"),
            Err(BriefError::NoGlyph { .. })
        ));
    }
}
