//! The cells: `content.xml`.

use std::collections::BTreeMap;
use std::fmt::Write;

use hadaf_core::Decimal;

use super::xml::{escaped, push_paragraphs};
use crate::exported::Shortened;
use crate::text;
use crate::worksheet::{Datum, Worksheet};

const OPENING: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    "\n",
    r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#,
    r#" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#,
    r#" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">"#,
);

/// A character of text, as a width.
const CHARACTER_MM: f64 = 2.2;

/// All sheets, and the texts that a cell could not take whole.
pub(super) fn write(sheets: Vec<Worksheet<'_>>, right_to_left: bool) -> (String, Vec<Shortened>) {
    let widths: BTreeMap<u8, ()> = sheets
        .iter()
        .flat_map(|sheet| sheet.widths.iter().map(|width| (*width, ())))
        .collect();
    let mut content = ContentXml {
        xml: OPENING.into(),
        shortened: Vec::new(),
    };
    content.styles(widths.keys().copied(), right_to_left);
    content.xml.push_str("<office:body><office:spreadsheet>");
    for sheet in sheets {
        content.sheet(sheet);
    }
    content
        .xml
        .push_str("</office:spreadsheet></office:body></office:document-content>");
    (content.xml, content.shortened)
}

struct ContentXml {
    xml: String,
    shortened: Vec<Shortened>,
}

impl ContentXml {
    fn add(&mut self, piece: std::fmt::Arguments<'_>) {
        self.xml.write_fmt(piece).expect("memory takes every text");
    }

    /// Styles by name: `w12` a width, `n3` three places, `p3` the same where it is not final.
    fn styles(&mut self, widths: impl Iterator<Item = u8>, right_to_left: bool) {
        self.xml.push_str("<office:automatic-styles>");
        let mode = if right_to_left { "rl-tb" } else { "lr-tb" };
        self.add(format_args!(
            r#"<style:style style:name="t" style:family="table"><style:table-properties style:writing-mode="{mode}"/></style:style>"#
        ));
        for width in widths {
            let millimetres = f64::from(width) * CHARACTER_MM;
            self.add(format_args!(
                r#"<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties style:column-width="{millimetres:.1}mm"/></style:style>"#
            ));
        }
        for places in 0..=Decimal::MAX_PLACES {
            self.add(format_args!(
                r#"<number:number-style style:name="f{places}"><number:number number:decimal-places="{places}" number:min-decimal-places="{places}" number:min-integer-digits="1" number:grouping="true"/></number:number-style>"#
            ));
            self.add(format_args!(
                r#"<style:style style:name="n{places}" style:family="table-cell" style:data-style-name="f{places}"/>"#
            ));
            self.add(format_args!(
                r#"<style:style style:name="p{places}" style:family="table-cell" style:data-style-name="f{places}"><style:text-properties fo:font-style="italic"/></style:style>"#
            ));
        }
        self.xml.push_str(concat!(
            r#"<number:date-style style:name="fd"><number:year number:style="long"/><number:text>-</number:text>"#,
            r#"<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>"#,
            r#"<number:date-style style:name="fm"><number:month number:textual="true"/><number:text> </number:text>"#,
            r#"<number:year number:style="long"/></number:date-style>"#,
            r#"<style:style style:name="d" style:family="table-cell" style:data-style-name="fd">"#,
            r#"<style:paragraph-properties fo:text-align="start"/></style:style>"#,
            r#"<style:style style:name="m" style:family="table-cell" style:data-style-name="fm">"#,
            r#"<style:paragraph-properties fo:text-align="start"/></style:style>"#,
            r#"<style:style style:name="h" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" fo:border-bottom="0.5pt solid #767F8B"/>"#,
            r#"<style:text-properties fo:font-weight="bold"/></style:style>"#,
            "</office:automatic-styles>",
        ));
    }

    fn sheet(&mut self, sheet: Worksheet<'_>) {
        let name = escaped(&sheet.name);
        self.add(format_args!(
            r#"<table:table table:name="{name}" table:style-name="t">"#
        ));
        for width in &sheet.widths {
            self.add(format_args!(r#"<table:table-column table:style-name="w{width}"/>"#));
        }
        self.xml.push_str("<table:table-header-rows>");
        for (row, line) in (0..).zip(&sheet.heads) {
            self.xml.push_str("<table:table-row>");
            for (column, head) in (0..).zip(line) {
                self.text(head, Some("h"), (&sheet.name, row, column));
            }
            self.xml.push_str("</table:table-row>");
        }
        self.xml.push_str("</table:table-header-rows>");
        for (row, data) in (sheet.head_rows()..).zip(sheet.rows) {
            self.xml.push_str("<table:table-row>");
            for (column, datum) in (0..).zip(data) {
                self.cell(datum, (&sheet.name, row, column));
            }
            self.xml.push_str("</table:table-row>");
        }
        self.xml.push_str("</table:table>");
    }

    fn cell(&mut self, datum: Datum<'_>, place: (&str, u32, u16)) {
        match datum.kept() {
            Datum::Empty | Datum::Link("") => self.xml.push_str("<table:table-cell/>"),
            Datum::Text(text) => self.text(&text, None, place),
            Datum::Link(address) if text::is_web_address(address) => {
                let address = escaped(address);
                self.add(format_args!(
                    r#"<table:table-cell office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href="{address}">{address}</text:a></text:p></table:table-cell>"#
                ));
            }
            Datum::Link(address) => self.text(address, None, place),
            Datum::Number {
                value,
                places,
                provisional,
            } => {
                let style = if provisional { 'p' } else { 'n' };
                let places = places.min(Decimal::MAX_PLACES);
                self.add(format_args!(
                    r#"<table:table-cell table:style-name="{style}{places}" office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>"#
                ));
            }
            Datum::Day(date) => self.add(format_args!(
                r#"<table:table-cell table:style-name="d" office:value-type="date" office:date-value="{date}"><text:p>{date}</text:p></table:table-cell>"#
            )),
            Datum::Month(month) => self.add(format_args!(
                r#"<table:table-cell table:style-name="m" office:value-type="date" office:date-value="{month}-01"><text:p>{month}</text:p></table:table-cell>"#
            )),
        }
    }

    fn text(&mut self, text: &str, style: Option<&str>, (sheet, row, column): (&str, u32, u16)) {
        self.xml.push_str("<table:table-cell");
        if let Some(style) = style {
            self.add(format_args!(r#" table:style-name="{style}""#));
        }
        self.xml.push_str(r#" office:value-type="string""#);
        let cut = text::cut(text);
        if cut.is_some() {
            self.shortened.push(Shortened {
                sheet: sheet.into(),
                cell: rust_xlsxwriter::utility::row_col_to_cell(row, column),
                characters: text.chars().count(),
            });
        }
        let text = cut.as_deref().unwrap_or(text);
        if text.contains('\t') {
            // LibreOffice does not know the element of a tab in a cell, and takes this instead.
            let value = escaped(text);
            self.add(format_args!(r#" office:string-value="{value}""#));
        }
        self.xml.push('>');
        push_paragraphs(&mut self.xml, text);
        self.xml.push_str("</table:table-cell>");
    }
}
