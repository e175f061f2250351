//! What several kinds of chart say alike.

use std::collections::BTreeSet;

use hadaf_chart::{ClaimMark, ClaimSign, Frame, Readout, TickStyle};
use hadaf_core::{Claim, ClaimKind, Decimal, Month, Period, Reading, Status, Unit, isolated};
use hadaf_model::{Book, Situation};
use hadaf_words::{Format, MonthNames, Page, claim_named, derived_note, published_when, released, say};

/// Claims of less weight than this (a wish, a voice from outside) are left out of the year charts,
/// where one of them would flatten everything else; the claims list has them all.
const PLAN: u8 = 2;

/// Longest name in a label, in characters.
const LONGEST_NAME: usize = 60;

/// Longest text alternative, in characters.
const LONGEST_ALT: usize = 250;

/// The texts round a chart.
pub(crate) fn frame(page: Page<'_>, title: String, subtitle: String, note: String, range: &str) -> Frame {
    let alt = clipped(&format!("{title}. {range}"), LONGEST_ALT);
    let axis_starts = say!(page.words(), "chart-axis-starts", value = "{value}");
    let (subtitle, source) = (page.dated(subtitle), source(page));
    let situation = page.situation;
    let note = with_note(&note, derived_note(situation.book, page.format, situation.series));
    let note = match [&title, &subtitle, &source]
        .iter()
        .any(|text| !hadaf_fonts::undrawn(text).is_empty())
    {
        true => format!("{note} {}", say!(page.words(), "chart-note-replaced"))
            .trim_start()
            .to_owned(),
        false => note,
    };
    Frame {
        title,
        subtitle,
        note,
        source,
        alt,
        axis_starts,
    }
}

/// A chart's note with one more sentence.
pub fn with_note(note: &str, more: Option<String>) -> String {
    let parts = [note, more.as_deref().unwrap_or_default()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The latest release, how many there are, and what a fiscal year is.
fn source(page: Page<'_>) -> String {
    let Page { situation, format } = page;
    let known = || {
        situation
            .observations
            .iter()
            .filter(|observation| situation.as_of.knows(&observation.published))
    };
    let calendar = situation.calendar();
    let Some(newest) = newest(situation) else {
        return String::new();
    };
    let start = Month::new(2000, calendar.start_month()).expect("a calendar begins in a month");
    let span = format.span(start, start.plus(11), MonthNames::Long);
    let pages = known()
        .map(|observation| observation.source)
        .collect::<BTreeSet<_>>()
        .len();
    let words = format.words;
    let origin = situation.series.origin.trim();
    if origin.is_empty() {
        let latest = released(situation.book, format, newest.source, &newest.published);
        return say!(words, "chart-source", latest = latest, pages = pages, span = span);
    }
    let latest = published_when(format, &newest.published);
    say!(
        words,
        "chart-source-origin",
        origin = origin,
        latest = latest,
        pages = pages,
        span = span
    )
}

/// The newest figure that is read: of a month, or quarter, or a total to date that goes further; a year's total only where
/// it is all that there is.
fn newest<'a>(situation: &'a Situation<'_>) -> Option<&'a Reading> {
    let (readings, calendar) = (&situation.readings, situation.calendar());
    let published = readings.iter().filter(|(_, reading)| !reading.derived);
    let to_date = readings.to_date().map(|(month, reading)| (month.into(), true, reading));
    let of_period = published.map(|(period, reading)| (period, period.frequency() == readings.every(), reading));
    let age = |(period, is_own, reading): &(Period, bool, &Reading)| {
        (*is_own, calendar.end_of(*period), reading.published.known_from())
    };
    of_period.chain(to_date).max_by_key(age).map(|(.., reading)| reading)
}

/// "first release", "revised from 324", "calculated from printed totals", nothing when confirmed.
pub(crate) fn status(format: Format, reading: &Reading) -> Option<String> {
    let words = format.words;
    match reading {
        reading if reading.derived => Some(say!(words, "status-derived")),
        reading if reading.status == Status::Estimate => Some(say!(words, "status-estimate")),
        reading if reading.provisional => Some(say!(words, "status-provisional")),
        Reading {
            revised_from: Some(before),
            ..
        } => Some(say!(words, "status-revised", before = format.exact(*before))),
        _ => None,
    }
}

/// "5.7 % under the path (3,154)": how a value stands to the path, to some places of a percent; nothing without one.
pub(crate) fn beside_path(page: Page<'_>, value: Decimal, path: Option<f64>, places: u8) -> Option<String> {
    let path = path?;
    let gap = hadaf_core::growth_percent(path, value.to_f64())?;
    let is_under = gap < 0.0;
    Some(say!(
        page.words(),
        match is_under {
            true => "under-path",
            false => "over-path",
        },
        gap = page.format.percent(gap.abs(), places),
        path = page.rounded(path)
    ))
}

/// The value of a month, or a quarter: "July 2025: $354 m".
pub(crate) fn readout_of(page: Page<'_>, period: impl Into<Period>, value: f64) -> Readout {
    Readout::new(page.format.period(period.into()), page.money(value))
}

/// What a claim says and who said it when: two lines.
pub(crate) fn claim_label(format: Format, claim: &Claim) -> Vec<String> {
    let what = claim_named(format, claim);
    let who = if claim.office.is_empty() {
        &claim.maker
    } else {
        &claim.office
    };
    // A label of a chart is no place for a whole sentence.
    let who = clipped(who, LONGEST_NAME);
    vec![what, format!("{}, {}", isolated(&who), said_short(format, claim))]
}

fn said_short(format: Format, claim: &Claim) -> String {
    match (claim.announced, &claim.announced_approx) {
        (Some(day), _) => format.day_short(day),
        (None, Some(approx)) => approx.clone(),
        (None, None) => say!(format.words, "day-none"),
    }
}

/// The claims that a chart of years marks: official ones of weight, at most two targets and a projection.
pub(crate) fn marked<'c>(claims: &[&'c Claim]) -> Vec<&'c Claim> {
    let official = || {
        claims
            .iter()
            .copied()
            .filter(|claim| claim.official && claim.standing >= PLAN)
    };
    let of = |kind: ClaimKind, count: usize| official().filter(move |claim| claim.kind == kind).take(count);
    of(ClaimKind::Target, 2).chain(of(ClaimKind::Projection, 1)).collect()
}

/// The marks of those claims in the series' unit.
pub(crate) fn claim_marks(page: Page<'_>, claims: &[&Claim]) -> Vec<ClaimMark> {
    let mark = |claim: &Claim| {
        Some(ClaimMark {
            value: Book::claim_in(claim, page.situation.series.unit)?.to_f64(),
            value_high: page.situation.high_end(claim).map(Decimal::to_f64),
            sign: sign(claim.kind),
            label: claim_label(page.format, claim),
        })
    };
    marked(claims).into_iter().filter_map(mark).collect()
}

/// The sign of a claim: what somebody undertook to reach, or what somebody expected.
pub(crate) fn sign(kind: ClaimKind) -> ClaimSign {
    match kind {
        ClaimKind::Target | ClaimKind::Commitment => ClaimSign::Target,
        ClaimKind::Projection => ClaimSign::Projection,
    }
}

/// How the value axis of a chart is written.
pub(crate) fn ticks(format: Format, unit: Unit) -> TickStyle {
    let (prefix, suffix) = format.tick(unit);
    TickStyle {
        prefix,
        suffix,
        numbers: format.words.numbers().clone(),
    }
}

/// At most `limit` characters, cut after a word.
fn clipped(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit - 1).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole}…")
}
