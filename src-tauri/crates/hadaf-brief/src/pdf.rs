//! PDF as every file that leaves Hadaf is written: an archive (PDF/A-3a) that a screen reader can
//! read (PDF/UA-1), the same bytes for the same input.

use std::sync::LazyLock;

use hadaf_fonts::spoken;
use jiff::civil::Date;
use serde_json::json;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::MemoryWorld;
use crate::{ChartText, Result, check};

/// Both standards; typst-pdf checks against them while it writes.
static STANDARDS: LazyLock<PdfStandards> =
    LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).expect("both are PDF 1.7"));

/// A chart that is to stand alone on a page of its own size.
#[derive(Debug, Clone, Copy)]
pub struct ChartPage<'a> {
    /// The picture.
    pub svg: &'a str,
    /// Its texts that the page sets.
    pub texts: &'a [ChartText],
    /// The text alternative.
    pub alt: &'a str,
    /// The title of the document.
    pub title: &'a str,
    /// The as-of day.
    pub date: Date,
    /// The language of the words.
    pub lang: &'a str,
}

/// A chart alone, on a page of its own size (a CSS pixel is 3/4 pt), as PDF/A-3a and PDF/UA-1.
///
/// # Errors
/// See [`crate::BriefError`]: an empty title or text alternative, a font that is not ours, an SVG that is none.
pub fn chart_pdf(chart: &ChartPage<'_>) -> Result<Vec<u8>> {
    let (title, alt) = (spoken(chart.title), spoken(chart.alt));
    check::filled("title", &title)?;
    check::filled("chart.alt", &alt)?;
    check::chart(chart.svg)?;
    let texts = check::drawable("", json!(chart.texts));
    let about = json!({ "title": title, "alt": alt, "date": chart.date, "lang": chart.lang, "texts": texts });
    let world = MemoryWorld::new("chart.typ", chart.date)
        .with("chart.json", about.to_string())
        .with("chart.svg", chart.svg);
    write(&world, &world.compile()?, &format!("{title}\n{}", chart.date))
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
