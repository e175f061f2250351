//! Excel since 2007. The XML of each sheet is read once, for values, formats, merged and hidden cells together; the
//! general readers of spreadsheets leave the last three away and hold a sheet as the rectangle that it claims to be.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::error::WorkbookError;
use super::grid::{CellKind, MergedRegion, Sheet, SheetBuilder, exact};
use super::number_format::NumberFormat;
use super::parts::ZipParts;
use super::xlsx_parts::{SharedTexts, attribute, entity, formats, is_yes, relations, sheets};
use super::{Workbook, WorkbookKind, WorkbookRemark, bounds};

/// Reads all sheets.
pub(crate) fn xlsx(parts: &mut ZipParts<'_>) -> Result<Workbook, WorkbookError> {
    let missing = |part: &str| WorkbookError::damaged(part);
    let book = parts
        .xml("xl/workbook.xml")?
        .ok_or_else(|| missing("xl/workbook.xml"))?;
    let (entries, from_1904) = sheets(&book)?;
    let relations = match parts.xml("xl/_rels/workbook.xml.rels")? {
        Some(xml) => relations(&xml)?,
        None => return Err(missing("xl/_rels/workbook.xml.rels")),
    };
    let formats: Arc<[NumberFormat]> = match parts.xml("xl/styles.xml")? {
        Some(xml) => formats(&xml)?.into(),
        None => Arc::from([NumberFormat::default()]),
    };
    let texts = match parts.xml("xl/sharedStrings.xml")? {
        Some(xml) => SharedTexts::read(&xml)?,
        None => SharedTexts::default(),
    };
    let mut done = Vec::new();
    let mut left = bounds::CELLS;
    for entry in entries {
        let Some(path) = relations.get(&entry.relation) else {
            continue;
        };
        // Charts and dialogs stand in the list too.
        if !path.contains("worksheets/") {
            continue;
        }
        let Some(xml) = parts.xml(path)? else {
            return Err(missing(path));
        };
        let mut reader = SheetReader {
            builder: SheetBuilder::new(&entry.name, Arc::clone(&formats), left),
            formats: &formats,
            texts: &texts,
            from_1904,
            part: path,
            row: 0,
            column: 0,
            cell: CellHead::default(),
            value: String::new(),
        };
        reader.read(&xml)?;
        let (mut sheet, rest): (Sheet, usize) = reader.builder.finish();
        sheet.hidden = entry.hidden;
        left = rest;
        done.push(sheet);
    }
    let macros = parts.has("xl/vbaProject.bin");
    Ok(Workbook {
        kind: WorkbookKind::Xlsx,
        sheets: done,
        remarks: macros.then_some(WorkbookRemark::Macros).into_iter().collect(),
    })
}

/// What the tag of a cell says.
#[derive(Default)]
struct CellHead {
    kind: CellType,
    is_formula: bool,
    style: u16,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum CellType {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Day,
}

struct SheetReader<'a> {
    builder: SheetBuilder,
    formats: &'a [NumberFormat],
    texts: &'a SharedTexts,
    from_1904: bool,
    part: &'a str,
    row: u32,
    column: u32,
    cell: CellHead,
    value: String,
}

impl SheetReader<'_> {
    fn read(&mut self, xml: &str) -> Result<(), WorkbookError> {
        let mut reader = Reader::from_str(xml);
        let mut in_value = false;
        let mut next_row = 0;
        loop {
            let event = reader.read_event().map_err(|_| WorkbookError::damaged(self.part))?;
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "c" => self.open_cell(&tag)?,
                    // A text in the cell itself: `is` holds `t`. `f` is the formula and is passed over.
                    "v" | "t" => in_value = true,
                    "f" => self.cell.is_formula = true,
                    "row" => next_row = self.open_row(&tag, next_row)?,
                    "rPh" => {
                        reader
                            .read_to_end(tag.name())
                            .map_err(|_| WorkbookError::damaged(self.part))?;
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "c" => self.open_cell(&tag)?,
                    "row" => next_row = self.open_row(&tag, next_row)?,
                    "col" => self.hide_columns(&tag),
                    "mergeCell" => self.merge(&tag),
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "c" => self.close_cell()?,
                    "v" | "t" => in_value = false,
                    _ => {}
                },
                Event::Text(text) if in_value => self.value.push_str(&text.xml10_content()),
                Event::CData(text) if in_value => self.value.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if in_value => self.value.extend(entity(&reference)),
                Event::Eof => return Ok(()),
                _ => {}
            }
            if self.value.len() > bounds::CELL_BYTES * 4 {
                return Err(WorkbookError::LongCell {
                    sheet: self.builder.sheet().name.clone(),
                    row: self.row + 1,
                    limit: bounds::CELL_BYTES,
                });
            }
        }
    }

    /// The row that a tag names, or the next one. Gives the one behind it.
    fn open_row(&mut self, tag: &BytesStart<'_>, next: u32) -> Result<u32, WorkbookError> {
        let (mut row, mut hidden) = (next, false);
        for attribute in tag.attributes().with_checks(false).filter_map(Result::ok) {
            match attribute.key.as_ref() {
                "r" => {
                    let number = attribute
                        .value
                        .parse::<u32>()
                        .ok()
                        .filter(|number| (1..=bounds::ROWS).contains(number));
                    row = number.ok_or_else(|| WorkbookError::damaged(self.part))? - 1;
                }
                "hidden" => hidden = is_yes(Some(&attribute.value)),
                _ => {}
            }
        }
        (self.row, self.column) = (row, 0);
        let rows = &mut self.builder.sheet().hidden_rows;
        if hidden && rows.len() < bounds::REGIONS {
            rows.push(row);
        }
        Ok(row.saturating_add(1))
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), WorkbookError> {
        self.cell = CellHead::default();
        self.value.clear();
        for attribute in tag.attributes().with_checks(false).filter_map(Result::ok) {
            match attribute.key.as_ref() {
                "r" => {
                    let (row, column) = place(&attribute.value).ok_or_else(|| WorkbookError::damaged(self.part))?;
                    (self.row, self.column) = (row, column);
                }
                "s" => self.cell.style = attribute.value.parse().ok().unwrap_or(0),
                "t" => {
                    self.cell.kind = match &*attribute.value {
                        "s" => CellType::Shared,
                        "str" | "inlineStr" => CellType::Text,
                        "b" => CellType::Bool,
                        "e" => CellType::Error,
                        "d" => CellType::Day,
                        _ => CellType::Number,
                    };
                }
                _ => {}
            }
        }
        // The next cell without a name of its own stands right of this one; the value goes one to the left.
        self.column = self.column.saturating_add(1);
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), WorkbookError> {
        let column = self.column.saturating_sub(1);
        let style = self.cell.style;
        let value = self.value.as_str();
        if value.is_empty() && self.cell.is_formula {
            // Worked out by no program yet: what it would be is not known.
            return self.builder.put(self.row, column, CellKind::Error, "=", style);
        }
        match self.cell.kind {
            CellType::Shared => {
                let text = value.trim().parse().ok().and_then(|index| self.texts.get(index));
                let text = text.ok_or_else(|| WorkbookError::damaged("xl/sharedStrings.xml"))?;
                self.builder.put(self.row, column, CellKind::Text, text, style)
            }
            CellType::Text => self.builder.put(self.row, column, CellKind::Text, value, style),
            CellType::Bool => {
                let word = if is_yes(Some(value.trim())) { "TRUE" } else { "FALSE" };
                self.builder.put(self.row, column, CellKind::Bool, word, style)
            }
            CellType::Error => self.builder.put(self.row, column, CellKind::Error, value, style),
            CellType::Day => {
                let day = value.get(..10).unwrap_or_default();
                self.builder.put(self.row, column, CellKind::Date, day, style)
            }
            CellType::Number => {
                let format = self.formats.get(usize::from(style));
                let is_date = format.is_some_and(|format| format.is_date);
                put_number(
                    &mut self.builder,
                    (self.row, column),
                    value.trim(),
                    is_date,
                    self.from_1904,
                    style,
                )
            }
        }
    }

    fn hide_columns(&mut self, tag: &BytesStart<'_>) {
        if !is_yes(attribute(tag, "hidden").as_deref()) {
            return;
        }
        let number = |name| attribute(tag, name).and_then(|value| value.parse::<u32>().ok());
        if let (Some(first), Some(last)) = (number("min"), number("max")) {
            let last = last.min(bounds::COLUMNS);
            let columns = (first.max(1)..=last).map(|column| column - 1);
            let hidden = &mut self.builder.sheet().hidden_columns;
            if hidden.len() < bounds::REGIONS {
                hidden.extend(columns);
            }
        }
    }

    fn merge(&mut self, tag: &BytesStart<'_>) {
        let region = attribute(tag, "ref").and_then(|range| {
            let (first, last) = range.split_once(':')?;
            let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
            (top <= bottom && left <= right).then_some(MergedRegion {
                top,
                left,
                bottom,
                right,
            })
        });
        let merged = &mut self.builder.sheet().merged;
        if merged.len() < bounds::REGIONS {
            merged.extend(region);
        }
    }
}

/// Row and column of `AB12`, from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim_start_matches('$');
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().fold(0_u32, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = digits.trim_start_matches('$').parse().ok()?;
    ((1..=bounds::ROWS).contains(&row) && column <= bounds::COLUMNS).then(|| (row - 1, column - 1))
}

/// A number of a spreadsheet, exact; a day where its format says so.
pub(crate) fn put_number(
    builder: &mut SheetBuilder,
    (row, column): (u32, u32),
    text: &str,
    is_date: bool,
    from_1904: bool,
    format: u16,
) -> Result<(), WorkbookError> {
    if text.is_empty() {
        return Ok(());
    }
    if is_date && let Some(day) = text.parse().ok().and_then(|serial| day_of(serial, from_1904)) {
        return builder.put(row, column, CellKind::Date, &day.to_string(), format);
    }
    // Most numbers are written short and need no binary fraction.
    let is_plain = text.len() <= 15
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if is_plain && !text.ends_with('.') {
        return builder.put(row, column, CellKind::Number, text, format);
    }
    match text.parse().ok().and_then(exact) {
        Some(exact) => builder.put(row, column, CellKind::Number, &exact, format),
        None => builder.put(row, column, CellKind::Error, text, format),
    }
}

/// The day of a serial number. In the epoch of 1900 a 29 February 1900 is counted that never was.
pub(crate) fn day_of(serial: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    let (from, days) = match (from_1904, days) {
        (true, _) => (Date::constant(1904, 1, 1), days),
        (false, ..60) => (Date::constant(1899, 12, 31), days),
        (false, _) => (Date::constant(1899, 12, 30), days),
    };
    from.checked_add(days.days()).ok()
}
