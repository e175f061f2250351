//! The documents beside the cells.

use std::fmt::Write;

use super::xml::escaped;
use crate::Package;
use crate::worksheet::Worksheet;

/// What is in the zip.
pub(super) const MANIFEST: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    "\n",
    r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">"#,
    r#"<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>"#,
    r#"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>"#,
    r#"<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>"#,
    r#"<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>"#,
    r#"<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>"#,
    "</manifest:manifest>",
);

/// The cells have their styles with them; a reader wants the document all the same.
pub(super) const STYLES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    "\n",
    r#"<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3">"#,
    "<office:styles/></office:document-styles>",
);

/// Title and day of the package.
pub(super) fn meta(package: &Package) -> String {
    let title = escaped(&package.name);
    let day = package.as_of;
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8"?>"#,
            "\n",
            r#"<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/""#,
            r#" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"><office:meta>"#,
            "<meta:generator>Hadaf</meta:generator><dc:title>{}</dc:title><dc:creator>Hadaf</dc:creator>",
            "<meta:creation-date>{}T00:00:00</meta:creation-date><dc:date>{}T00:00:00</dc:date>",
            "</office:meta></office:document-meta>",
        ),
        title, day, day,
    )
}

/// Which rows and columns of each sheet stay when the others scroll.
pub(super) fn settings(sheets: &[Worksheet<'_>]) -> String {
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        "\n",
        r#"<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
        r#" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0""#,
        // The name of the set below is in this namespace; without it nothing stays.
        r#" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>"#,
        r#"<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">"#,
        r#"<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item>"#,
        r#"<config:config-item-map-named config:name="Tables">"#,
    ));
    for sheet in sheets {
        let (rows, columns) = (sheet.head_rows(), u32::from(sheet.frozen_columns));
        let frozen = |count: u32| if count > 0 { 2 } else { 0 };
        let items = [
            ("VerticalSplitMode", "short", frozen(rows)),
            ("VerticalSplitPosition", "int", rows),
            ("HorizontalSplitMode", "short", frozen(columns)),
            ("HorizontalSplitPosition", "int", columns),
            // The part of the window that scrolls: below the headings, and beside what stays.
            ("ActiveSplitRange", "short", if columns > 0 { 3 } else { 2 }),
            ("PositionRight", "int", columns),
            ("PositionBottom", "int", rows),
        ];
        let name = escaped(&sheet.name);
        let mut add = |piece: std::fmt::Arguments<'_>| xml.write_fmt(piece).expect("memory takes every text");
        add(format_args!(r#"<config:config-item-map-entry config:name="{name}">"#));
        for (item, kind, value) in items {
            add(format_args!(
                r#"<config:config-item config:name="{item}" config:type="{kind}">{value}</config:config-item>"#
            ));
        }
        add(format_args!("</config:config-item-map-entry>"));
    }
    xml.push_str(concat!(
        "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>",
        "</config:config-item-set></office:settings></office:document-settings>",
    ));
    xml
}
