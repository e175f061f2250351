//! The parts of a total in its current year, in `hadaf forecast`.

use hadaf_core::{Decimal, FiscalYear, Sample, SeriesId};
use hadaf_model::Situation;
use hadaf_model::outlook::{SectorOutlook, SectorOutlooks, SectorRange, SectorState};
use hadaf_words::{Format, Page, say, sectors_ahead_heads, sectors_ahead_notes, sectors_ahead_title};
use serde::Serialize;

use super::ForecastClaim;
use super::of::claim_of;
use crate::number::six_digits;
use crate::text_table::table;
use crate::year_range::YearRange;

/// The parts of a total in its current year: path by path they and the rest are the total.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastSectors {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// Every clean part of the total.
    pub parts: Vec<ForecastSector>,
    /// What is in no part that is drawn or known.
    pub rest: ForecastSectorRange,
    /// The same for the eye.
    #[serde(skip)]
    pub text: String,
}

/// One part.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastSector {
    /// Series id.
    pub series: SeriesId,
    /// Its title.
    pub title: String,
    /// drawn, known (its year is over for it), too_short or apart: its figures carry no forecast beside the total, and it is in the rest.
    pub state: &'static str,
    /// What its year may come to; null unless it is drawn.
    pub range: Option<ForecastSectorRange>,
    /// Its year, where that is known; null otherwise.
    pub known: Option<Decimal>,
    /// How many months it has, where these are too few; null otherwise.
    pub months: Option<usize>,
    /// How many a forecast needs; null unless it has too few.
    pub months_needed: Option<usize>,
    /// The claims that stand about it in the years that its forecast reaches.
    pub claims: Vec<ForecastClaim>,
}

/// What a year may come to.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastSectorRange {
    /// What its total may come to.
    #[serde(flatten)]
    pub range: YearRange,
    /// Its share of the variance of the total's year; with the others they sum to 1. Null where that does not vary.
    #[serde(serialize_with = "six_digits")]
    pub spread_share: Option<f64>,
}

impl ForecastSectors {
    pub(super) fn of(situation: &Situation<'_>, outlooks: &SectorOutlooks<'_>, format: Format) -> Self {
        Self {
            fiscal_year: outlooks.year,
            parts: outlooks.parts.iter().map(part).collect(),
            rest: range(&outlooks.rest),
            text: text(Page::new(situation, format), outlooks),
        }
    }
}

fn part(part: &SectorOutlook<'_>) -> ForecastSector {
    let series = part.situation.series;
    let empty = ForecastSector {
        series: series.id.clone(),
        title: series.title.clone(),
        state: "apart",
        range: None,
        known: None,
        months: None,
        months_needed: None,
        claims: Vec::new(),
    };
    match &part.state {
        SectorState::Drawn(_, found) => {
            let claims = part.claims().into_iter();
            let claims =
                claims.map(|(year, claim, amount)| claim_of(&part.situation, (year, &year.totals), (claim, amount)));
            ForecastSector {
                state: "drawn",
                range: Some(range(found)),
                claims: claims.collect(),
                ..empty
            }
        }
        SectorState::Known(total) => ForecastSector {
            state: "known",
            known: Some(*total),
            ..empty
        },
        SectorState::TooShort { have, need } => ForecastSector {
            state: "too_short",
            months: Some(*have),
            months_needed: Some(*need),
            ..empty
        },
        SectorState::Apart => empty,
    }
}

fn range(found: &SectorRange) -> ForecastSectorRange {
    ForecastSectorRange {
        range: YearRange::of(&found.totals),
        spread_share: found.spread_share,
    }
}

fn text(page: Page<'_>, outlooks: &SectorOutlooks<'_>) -> String {
    let format = page.format;
    let mut rows = vec![sectors_ahead_heads(format).to_vec()];
    for part in &outlooks.parts {
        let title = part.situation.series.title.clone();
        match &part.state {
            SectorState::Drawn(_, found) => rows.push(drawn(title, &found.totals, found.spread_share, format)),
            SectorState::Known(total) => rows.push(vec![
                title,
                format.exact(*total),
                say!(format.words, "sector-known"),
                String::new(),
            ]),
            SectorState::TooShort { .. } | SectorState::Apart => {}
        }
    }
    let title = sectors_ahead_title(outlooks, page);
    let notes = sectors_ahead_notes(outlooks, format).join("\n");
    if !outlooks.has_drawn() {
        return format!("{title}\n{notes}");
    }
    let rest = say!(format.words, "sector-rest");
    rows.push(drawn(rest, &outlooks.rest.totals, outlooks.rest.spread_share, format));
    format!("{title}\n{}\n{notes}", table(&rows))
}

fn drawn(title: String, totals: &Sample, spread_share: Option<f64>, format: Format) -> Vec<String> {
    let at = totals.intervals();
    let values = [at.median, at.p80.low, at.p80.high];
    let [median, low, high] = format.apart(values, Decimal::places_of(at.median));
    let share = spread_share.map_or_else(String::new, |share| format.percent(share * 100.0, 0));
    vec![title, median, format.range(low, high), share]
}
