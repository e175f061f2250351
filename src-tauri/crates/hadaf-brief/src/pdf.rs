//! PDF as every file that leaves Hadaf is written: an archive (PDF/A-3a) that a screen reader can
//! read (PDF/UA-1), the same bytes for the same input.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::json;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::MemoryWorld;
use crate::{Result, check};

/// Both standards; typst-pdf checks against them while it writes.
static STANDARDS: LazyLock<PdfStandards> =
    LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).expect("both are PDF 1.7"));

/// A chart alone, on a page of its own size (a CSS pixel is 3/4 pt), as PDF/A-3a and PDF/UA-1.
///
/// `alt` is the text alternative, `date` the as-of day, `lang` the language of the words.
///
/// # Errors
/// See [`crate::BriefError`]: an empty title or text alternative, a font that is not ours, an SVG that is none.
pub fn chart_pdf(svg: &str, alt: &str, title: &str, date: Date, lang: &str) -> Result<Vec<u8>> {
    check::filled("title", title)?;
    check::filled("chart.alt", alt)?;
    check::chart(svg)?;
    let about = json!({ "title": check::plain(title), "alt": check::plain(alt), "date": date, "lang": lang });
    let world = MemoryWorld::new("chart.typ", date)
        .with("chart.json", about.to_string())
        .with("chart.svg", svg);
    write(&world, &world.compile()?, &format!("{title}\n{date}"))
}

/// Writes `pages`. `identity` tells this document from others in the file's id.
pub(crate) fn write(world: &MemoryWorld, pages: &PagedDocument, identity: &str) -> Result<Vec<u8>> {
    let options = PdfOptions {
        ident: Smart::Custom(identity.to_owned()),
        creator: Smart::Custom(Some(concat!("Hadaf ", env!("CARGO_PKG_VERSION")).to_owned())),
        // The date is the document's own: the as-of day.
        timestamp: None,
        page_ranges: None,
        standards: STANDARDS.clone(),
        tagged: true,
        pretty: false,
    };
    world.explain(typst_pdf::pdf(pages, &options))
}
