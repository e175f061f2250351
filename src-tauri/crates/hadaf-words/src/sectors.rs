//! The parts of a total in the year that is ahead, in words.

use hadaf_model::Outlook;
use hadaf_model::outlook::{SectorOutlook, SectorOutlooks, SectorState};

use crate::{ClaimAhead, Format, Page, Words};

/// "FY2026 by sector: where it may end".
pub fn sectors_ahead_title(outlooks: &SectorOutlooks<'_>, page: Page<'_>) -> String {
    let format = page.format;
    say!(
        format.words,
        "sectors-ahead-title",
        year = format.year(outlooks.year),
        over = if page.situation.is_over(outlooks.year) {
            "yes"
        } else {
            "no"
        },
    )
}

/// Heads of the table of parts: sector, middle, range, share of the total's uncertainty.
pub fn sectors_ahead_heads(format: Format) -> [String; 4] {
    let words: &Words = format.words;
    [
        say!(words, "column-sector"),
        say!(words, "column-middle"),
        say!(words, "column-sector-range", level = format.percent(80.0, 0)),
        say!(words, "column-sector-spread"),
    ]
}

/// How far the parts are drawn with the total and how, which of them could not be and why, and the chance of each claim about one of them.
pub fn sectors_ahead_notes(outlooks: &SectorOutlooks<'_>, format: Format) -> Vec<String> {
    let words = format.words;
    let how = outlooks
        .drawn_to()
        .map(|year| say!(words, "sectors-ahead-note", year = format.year(year)));
    let mut notes: Vec<String> = how.into_iter().collect();
    notes.extend(outlooks.parts.iter().filter_map(|part| not_drawn(part, format)));
    notes.extend(outlooks.parts.iter().flat_map(|part| claims(part, format)));
    notes
}

fn not_drawn(part: &SectorOutlook<'_>, format: Format) -> Option<String> {
    let sector = part.situation.series.title.clone();
    match part.state {
        SectorState::Drawn(..) | SectorState::Known(_) => None,
        SectorState::TooShort { have, need } => Some(say!(
            format.words,
            "sector-too-short",
            sector = sector,
            have = have,
            need = need
        )),
        SectorState::Apart => Some(say!(format.words, "sector-apart", sector = sector)),
    }
}

fn claims(part: &SectorOutlook<'_>, format: Format) -> Vec<String> {
    let series = part.situation.series;
    let told = part.claims().into_iter().map(|(year, claim, amount)| {
        let line = ClaimAhead {
            id: &claim.id,
            kind: claim.kind,
            value: amount,
            high: part.situation.high_end(claim),
            year: year.year,
            reached: part.situation.reached(claim, year.year),
            outcomes: &year.outcomes_of(&year.totals, series, (claim, amount)),
        };
        let told = line.text(format);
        say!(format.words, "sector-claim", sector = series.title.clone(), told = told)
    });
    told.collect()
}

/// That a part is drawn together with its total, and to which year; none of a series that stands for itself.
pub fn beside_total(page: Page<'_>, outlook: &Outlook) -> Option<String> {
    let total = page.situation.book.whole(page.situation.series)?;
    let drawn_to = page.situation.calendar().year_of(outlook.last_near());
    outlook.is_beside_total.then(|| {
        say!(
            page.words(),
            "forecast-beside-total",
            total = total.title.clone(),
            year = page.format.year(drawn_to)
        )
    })
}
