//! The parts of an xlsx file beside its sheets: the list of sheets, formats, shared texts.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::bounds;
use super::error::WorkbookError;
use super::number_format::NumberFormat;

/// The value of an attribute, by its name without a prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?;
            Some(value.into_owned())
        })
}

pub(crate) fn is_yes(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}

/// What an entity stands for.
pub(crate) fn entity(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Some(c) = reference.resolve_char_ref().ok()? {
        return Some(c);
    }
    match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// What the workbook says of a sheet.
pub(crate) struct SheetEntry {
    pub(crate) name: String,
    pub(crate) relation: String,
    pub(crate) hidden: bool,
}

/// The sheets, and whether days count from 1904.
pub(crate) fn sheets(xml: &str) -> Result<(Vec<SheetEntry>, bool), WorkbookError> {
    let damaged = |_| WorkbookError::damaged("xl/workbook.xml");
    let mut reader = Reader::from_str(xml);
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "sheet" => {
                    if sheets.len() >= bounds::SHEETS {
                        return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
                    }
                    sheets.push(SheetEntry {
                        name: attribute(&tag, "name").unwrap_or_default(),
                        relation: attribute(&tag, "id").unwrap_or_default(),
                        hidden: attribute(&tag, "state").is_some_and(|state| state != "visible"),
                    });
                }
                "workbookPr" => from_1904 = is_yes(attribute(&tag, "date1904").as_deref()),
                _ => {}
            },
            Event::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

/// Where each relation of the workbook leads.
pub(crate) fn relations(xml: &str) -> Result<HashMap<String, String>, WorkbookError> {
    let damaged = |_| WorkbookError::damaged("xl/_rels/workbook.xml.rels");
    let mut reader = Reader::from_str(xml);
    let mut relations = HashMap::new();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target")) {
                    let path = match target.strip_prefix('/') {
                        Some(path) => path.to_owned(),
                        None => format!("xl/{}", target.trim_start_matches("./")),
                    };
                    relations.insert(id, path);
                }
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The number format of each style of cells; the first is that of cells that name none.
pub(crate) fn formats(xml: &str) -> Result<Vec<NumberFormat>, WorkbookError> {
    let damaged = |_| WorkbookError::damaged("xl/styles.xml");
    let mut reader = Reader::from_str(xml);
    let (mut codes, mut formats, mut in_cells) = (HashMap::new(), Vec::new(), false);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let number = attribute(&tag, "numFmtId").and_then(|number| number.parse::<u32>().ok());
                    if let (Some(number), Some(code)) = (number, attribute(&tag, "formatCode")) {
                        codes.insert(number, NumberFormat::of_code(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells && formats.len() < bounds::FORMATS => {
                    let number = attribute(&tag, "numFmtId").and_then(|number| number.parse().ok());
                    let number = number.unwrap_or(0);
                    let known = codes.get(&number).cloned();
                    formats.push(known.unwrap_or_else(|| NumberFormat::built_in(number)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => {
                if formats.is_empty() {
                    formats.push(NumberFormat::default());
                }
                return Ok(formats);
            }
            _ => {}
        }
    }
}

/// The texts that cells share, one behind the other.
#[derive(Default)]
pub(crate) struct SharedTexts {
    text: String,
    ends: Vec<usize>,
}

impl SharedTexts {
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }

    pub(crate) fn read(xml: &str) -> Result<Self, WorkbookError> {
        let damaged = |_| WorkbookError::damaged("xl/sharedStrings.xml");
        let mut reader = Reader::from_str(xml);
        let (mut texts, mut in_text, mut in_phonetic) = (Self::default(), false, false);
        loop {
            match reader.read_event().map_err(damaged)? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "t" => in_text = !in_phonetic,
                    "rPh" => in_phonetic = true,
                    _ => {}
                },
                Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.ends.push(texts.text.len()),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => in_text = false,
                    "rPh" => in_phonetic = false,
                    "si" => texts.ends.push(texts.text.len()),
                    _ => {}
                },
                Event::Text(text) if in_text => texts.text.push_str(&text.xml10_content()),
                Event::CData(text) if in_text => texts.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if in_text => texts.text.extend(entity(&reference)),
                Event::Eof => return Ok(texts),
                _ => {}
            }
        }
    }
}
