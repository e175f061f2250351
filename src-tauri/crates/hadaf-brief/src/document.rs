//! A briefing that has been set: its pages, its PDF.

use serde_json::{Value, json};
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use crate::world::{MemoryWorld, attached_path};
use crate::{BriefError, Briefing, Result, check, pdf, preview};

/// A typeset briefing. The same [`Briefing`] gives the same pages and the same bytes.
pub struct Document {
    world: MemoryWorld,
    pages: PagedDocument,
    identity: String,
}

impl Document {
    /// Sets `briefing` on as few pages as it takes: one, unless it is long.
    ///
    /// # Errors
    /// See [`BriefError`]; all but [`BriefError::Typesetting`] name a fault of the data.
    pub fn compile(briefing: &Briefing) -> Result<Self> {
        check::briefing(briefing)?;
        check::chart(&briefing.chart.svg)?;
        let data = check::drawable("", data(briefing)?);
        let mut world = MemoryWorld::new("one-page.typ", briefing.date)
            .with("briefing.json", data.to_string())
            .with("chart.svg", briefing.chart.svg.as_str());
        for file in &briefing.attachments {
            world.attach(file.bytes.clone());
        }
        let pages = world.compile()?;
        let identity = format!("{}\n{}\n{}", briefing.author, briefing.title, briefing.date);
        Ok(Self { world, pages, identity })
    }

    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// The document as PDF/A-3a and PDF/UA-1 in one file, with the data attached.
    ///
    /// # Errors
    /// [`BriefError::Typesetting`] if the document breaks a rule of the two standards.
    pub fn pdf(&self) -> Result<Vec<u8>> {
        pdf::write(&self.world, &self.pages, &self.identity)
    }

    /// Each page as an SVG of its own, to stand in line in the window: no style attributes (the
    /// window's policy would drop them), ids that differ between pages. `chart` is the chart as it
    /// is to be drawn there, of the size that it has on the page.
    pub fn pages_svg(&self, chart: &str) -> Vec<String> {
        let draw = |(index, page)| {
            let svg = typst_svg::svg(page, &SvgOptions::default());
            preview::inline(&svg, chart, &format!("page{}-", index + 1))
        };
        self.pages.pages().iter().enumerate().map(draw).collect()
    }
}

#[cfg(test)]
impl Document {
    /// The laid-out pages, for tests that read what stands where.
    pub(crate) fn paged(&self) -> &PagedDocument {
        &self.pages
    }
}

/// What the template reads: the briefing without the picture, and what to attach from where.
fn data(briefing: &Briefing) -> Result<Value> {
    let mut data = serde_json::to_value(briefing).map_err(|error| BriefError::Typesetting(error.to_string()))?;
    data["chart"]["svg"] = Value::Null;
    let files = briefing.attachments.iter().enumerate().map(|(index, file)| {
        json!({
            "path": attached_path(index),
            "name": file.name,
            "mime": file.mime,
            "description": file.description,
        })
    });
    data["attachments"] = files.collect();
    Ok(data)
}
