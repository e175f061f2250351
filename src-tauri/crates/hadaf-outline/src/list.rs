//! Sectors and series as they are listed, with what rests on each.

use std::collections::BTreeMap;

use hadaf_core::{Frequency, Measure, SectorId, Series, SeriesId};
use hadaf_model::Book;
use hadaf_words::{Format, Keyword, derived_note, say};
use serde::Serialize;
use ts_rs::TS;

use crate::typed::above;

/// Everything that figures can be of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Outline {
    /// All series in the order of the tree; those that were put away come last.
    pub series: Vec<OutlineSeries>,
    /// All sectors in the order of the tree.
    pub sectors: Vec<OutlineSector>,
}

/// A series as it is defined, with what rests on it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutlineSeries {
    /// Its id.
    pub id: String,
    /// As people call it.
    pub title: String,
    /// Id of the sector that it measures.
    pub sector: String,
    /// Id of the sector above that one.
    pub parent: Option<String>,
    /// 0 at the top of the tree.
    pub depth: u32,
    /// "USD million", "percent" or "count".
    pub unit: String,
    /// "US$ million".
    pub unit_text: String,
    /// How often it has a value.
    pub frequency: Keyword<Frequency>,
    /// Whether its values add up.
    pub measure: Keyword<Measure>,
    /// "each month, flow, part of IT exports", in words.
    pub about: String,
    /// Decimal places that are shown.
    pub places: u32,
    /// It is a clean part of the total of the sector above.
    pub part_of_total: bool,
    /// Who makes the statistic; may be empty.
    pub origin: String,
    /// Code of its sector in EBOPS 2010; may be empty.
    pub ebops: String,
    /// Definition and caveats; may be empty.
    pub note: String,
    /// How it is worked out from other series, such as "it_exports - it_imports"; empty where its figures are entered.
    pub formula: String,
    /// The same in words; empty where its figures are entered.
    pub derived: String,
    /// Nobody works on it any more.
    pub archived: bool,
    /// How many figures it has.
    pub observations: u32,
    /// How many claims are about it.
    pub claims: u32,
}

/// A sector with what belongs to it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutlineSector {
    /// Its id.
    pub id: String,
    /// As people call it.
    pub title: String,
    /// Id of the sector that it is part of.
    pub parent: Option<String>,
    /// 0 at the top of the tree.
    pub depth: u32,
    /// Code of EBOPS 2010; may be empty.
    pub ebops: String,
    /// How many series measure it.
    pub series: u32,
}

impl Outline {
    /// Of a workspace whose series have so many observations.
    #[must_use]
    pub fn of(book: &Book, observations: &BTreeMap<SeriesId, usize>, format: Format) -> Self {
        let series = |series: &Series| OutlineSeries {
            id: series.id.to_string(),
            title: series.title.clone(),
            sector: series.sector.to_string(),
            parent: above(book, &series.sector).first().map(|sector| sector.id.to_string()),
            depth: book.depth(series),
            unit: series.unit.to_string(),
            unit_text: format.unit(series.unit),
            frequency: series.frequency.into(),
            measure: series.measure.into(),
            about: about(book, series, format),
            places: series.places.into(),
            part_of_total: series.part_of_total,
            origin: series.origin.clone(),
            ebops: ebops(book, &series.sector),
            note: series.note.clone(),
            formula: series.formula.as_ref().map(ToString::to_string).unwrap_or_default(),
            derived: derived_note(book, format, series).unwrap_or_default(),
            archived: series.archived,
            observations: count(observations.get(&series.id).copied().unwrap_or(0)),
            claims: count(book.claims.iter().filter(|claim| claim.series == series.id).count()),
        };
        let sectors = book.sectors_in_order().into_iter().map(|sector| OutlineSector {
            id: sector.id.to_string(),
            title: sector.title.clone(),
            parent: sector.parent.as_ref().map(ToString::to_string),
            depth: count(above(book, &sector.id).len()),
            ebops: sector.ebops.clone().unwrap_or_default(),
            series: count(book.series.iter().filter(|it| it.sector == sector.id).count()),
        });
        Self {
            series: book.series.iter().map(series).collect(),
            sectors: sectors.collect(),
        }
    }

    /// The series as the rows of a table, with a head.
    #[must_use]
    pub fn series_rows(&self, format: Format) -> Vec<Vec<String>> {
        let words = format.words;
        let head = vec![
            say!(words, "outline-column-id"),
            say!(words, "outline-column-series"),
            say!(words, "outline-column-unit"),
            say!(words, "outline-column-kind"),
            say!(words, "outline-column-figures"),
            say!(words, "outline-column-claims"),
        ];
        let row = |series: &OutlineSeries| {
            vec![
                series.id.clone(),
                format!("{}{}", indent(series.depth), series.title),
                series.unit_text.clone(),
                match series.formula.is_empty() {
                    true => series.about.clone(),
                    false => format!(
                        "{}; {}",
                        series.about,
                        say!(words, "outline-derived", formula = &series.formula)
                    ),
                },
                series.observations.to_string(),
                series.claims.to_string(),
            ]
        };
        std::iter::once(head).chain(self.series.iter().map(row)).collect()
    }

    /// The sectors as the rows of a table, with a head.
    #[must_use]
    pub fn sector_rows(&self, format: Format) -> Vec<Vec<String>> {
        let words = format.words;
        let head = vec![
            say!(words, "outline-column-id"),
            say!(words, "column-sector"),
            say!(words, "outline-column-ebops"),
            say!(words, "outline-column-series"),
        ];
        let row = |sector: &OutlineSector| {
            vec![
                sector.id.clone(),
                format!("{}{}", indent(sector.depth), sector.title),
                sector.ebops.clone(),
                sector.series.to_string(),
            ]
        };
        std::iter::once(head).chain(self.sectors.iter().map(row)).collect()
    }
}

fn indent(depth: u32) -> String {
    "  ".repeat(usize::try_from(depth).ok().unwrap_or(0))
}

fn about(book: &Book, series: &Series, format: Format) -> String {
    let total = book.parent(series).map_or("", |total| total.title.as_str());
    let stands = match (series.part_of_total, total) {
        (_, "") => "alone",
        (true, _) => "part",
        (false, _) => "beside",
    };
    say!(
        format.words,
        "series-about",
        frequency = series.frequency.as_str(),
        measure = series.measure.as_str(),
        stands = stands,
        total = total,
        archived = if series.archived { "yes" } else { "no" }
    )
}

fn ebops(book: &Book, sector: &SectorId) -> String {
    let found = book.sectors.iter().find(|it| it.id == *sector);
    found.and_then(|sector| sector.ebops.clone()).unwrap_or_default()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("nothing is counted in billions")
}
