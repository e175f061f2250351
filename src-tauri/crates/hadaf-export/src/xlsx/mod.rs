//! A workbook of Excel.

mod chart;
mod formats;

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook, Worksheet as Sheet};

use self::formats::Formats;
use crate::chart::NativeKind;
use crate::exported::{ExportedFile, Shortened};
use crate::worksheet::{Datum, Worksheet};
use crate::{ExportLabels, Package, Result, sheets, text};

/// Links that a sheet of Excel takes; further ones are texts.
const LINKS: usize = 65_530;

/// Height of a line of text, in points.
const LINE: f64 = 15.0;
/// A heading of more lines than this is cut off by the next row.
const HEAD_LINES: u8 = 4;

/// Writes the sheets of a package. The same package gives the same bytes: the file bears the day of the package.
pub(crate) fn write(package: &Package, labels: &ExportLabels) -> Result<ExportedFile> {
    let worksheets = sheets::of(package, labels)?;
    write_sheets(
        worksheets,
        &properties(&package.name, package.as_of)?,
        labels.right_to_left,
    )
}

/// Writes sheets.
pub(crate) fn write_sheets(
    worksheets: Vec<Worksheet<'_>>,
    properties: &DocProperties,
    right_to_left: bool,
) -> Result<ExportedFile> {
    let mut workbook = Workbook::new();
    workbook.set_properties(properties);
    let formats = Formats::new();
    let mut shortened = Vec::new();
    let drawn: BTreeMap<NativeKind, String> = worksheets
        .iter()
        .filter_map(|worksheet| Some((worksheet.drawn_by?, worksheet.name.clone())))
        .collect();
    for worksheet in worksheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&worksheet.name)?;
        sheet.set_right_to_left(right_to_left);
        let mut filling = Filling {
            sheet,
            formats: &formats,
            name: worksheet.name.clone(),
            drawn: &drawn,
            links: 0,
            shortened: Vec::new(),
        };
        filling.fill(worksheet)?;
        shortened.append(&mut filling.shortened);
    }
    Ok(ExportedFile {
        shortened,
        ..ExportedFile::whole(workbook.save_to_buffer()?)
    })
}

/// What a file says about itself.
pub(crate) fn properties(title: &str, as_of: jiff::civil::Date) -> Result<DocProperties> {
    let created = day(as_of)?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_author("Hadaf")
        .set_creation_datetime(&created))
}

fn day(date: jiff::civil::Date) -> Result<ExcelDateTime> {
    let part = |number: i8| u8::try_from(number).expect("months and days are above zero");
    let year = u16::try_from(date.year().max(1900)).expect("above zero");
    Ok(ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))?)
}

/// How many lines a heading takes in a column of that width. Excel does not find out by itself.
fn lines(head: &str, width: u8) -> u8 {
    let needed = head.chars().count().div_ceil(usize::from(width).max(1));
    u8::try_from(needed).map_or(HEAD_LINES, |needed| needed.clamp(1, HEAD_LINES))
}

/// A sheet while it is being filled.
struct Filling<'a> {
    sheet: &'a mut Sheet,
    formats: &'a Formats,
    name: String,
    /// The sheets whose cells are drawn.
    drawn: &'a BTreeMap<NativeKind, String>,
    links: usize,
    shortened: Vec<Shortened>,
}

impl Filling<'_> {
    fn fill(&mut self, worksheet: Worksheet<'_>) -> Result<()> {
        let first_row = worksheet.head_rows();
        for (column, width) in (0..).zip(&worksheet.widths) {
            self.sheet.set_column_width(column, f64::from(*width))?;
        }
        for (row, line) in (0..).zip(&worksheet.heads) {
            for (column, head) in (0..).zip(line) {
                let text = self.fitting(row, column, head);
                self.sheet
                    .write_string_with_format(row, column, text, &self.formats.head)?;
            }
        }
        for (row, line) in (0..).zip(&worksheet.heads) {
            let needed = line
                .iter()
                .zip(&worksheet.widths)
                .map(|(head, width)| lines(head, *width));
            let needed = needed.max().unwrap_or(1);
            self.sheet.set_row_height(row, LINE * f64::from(needed))?;
        }
        self.sheet.set_freeze_panes(first_row, worksheet.frozen_columns)?;
        for (row, data) in (first_row..).zip(worksheet.rows) {
            for (column, datum) in (0..).zip(data) {
                self.put(row, column, datum)?;
            }
        }
        for (row, planned) in (0..).step_by(chart::ROWS).zip(&worksheet.charts) {
            if let Some(name) = self.drawn.get(&planned.kind) {
                self.sheet.insert_chart(row, 0, &chart::draw(planned, name))?;
            }
        }
        Ok(())
    }

    fn put(&mut self, row: u32, column: u16, datum: Datum<'_>) -> Result<()> {
        match datum.kept() {
            Datum::Empty | Datum::Link("") => {}
            Datum::Text(text) => self.text(row, column, &text)?,
            Datum::Link(address) if self.links < LINKS && text::is_web_address(address) => {
                self.links += 1;
                self.sheet
                    .write_url_with_format(row, column, Url::new(address), &self.formats.link)?;
            }
            Datum::Link(address) => self.text(row, column, address)?,
            Datum::Number {
                value,
                places,
                provisional,
            } => {
                let format = self.formats.number(places, provisional);
                self.sheet
                    .write_number_with_format(row, column, value.to_f64(), format)?;
            }
            Datum::Day(date) => {
                self.sheet
                    .write_datetime_with_format(row, column, day(date)?, &self.formats.day)?;
            }
            Datum::Month(month) => {
                let first = day(month.first_day())?;
                self.sheet
                    .write_datetime_with_format(row, column, first, &self.formats.month)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<()> {
        let fits = self.fitting(row, column, text);
        if hadaf_core::is_calculated(text) {
            // A cell that says of itself that it is a text stays one when somebody edits it.
            self.sheet
                .write_string_with_format(row, column, fits, &self.formats.quoted)?;
        } else {
            self.sheet.write_string(row, column, fits)?;
        }
        Ok(())
    }

    /// As much of a text as a cell takes.
    fn fitting(&mut self, row: u32, column: u16, text: &str) -> String {
        let Some(cut) = text::cut(text) else { return text.into() };
        self.shortened.push(Shortened {
            sheet: self.name.clone(),
            cell: rust_xlsxwriter::utility::row_col_to_cell(row, column),
            characters: text.chars().count(),
        });
        cut
    }
}
