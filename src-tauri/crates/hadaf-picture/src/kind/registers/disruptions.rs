//! What happened when, above the months, or quarters, of the series.

use hadaf_chart::{MonthPoint, PointMark, Readout, TimelineSpan, Tone};
use hadaf_core::{Disruption, FiscalYear, Month, OutageKind, isolated};
use hadaf_register::{Entered, RegisterKind, known, so_far};
use hadaf_words::{Page, say, sentence_case};

use super::{ChartSheet, RegisterChart, YEARS, is_about, lane};
use crate::wording::readout_of;

/// From the widest outage to the narrowest, then what is none of its own.
const LANES: [Option<OutageKind>; 7] = [
    Some(OutageKind::National),
    Some(OutageKind::Mobile),
    Some(OutageKind::Region),
    Some(OutageKind::Throttled),
    Some(OutageKind::Cable),
    Some(OutageKind::Ban),
    None,
];

pub(crate) fn disruptions(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(RegisterKind::Disruptions, page);
    let known: Vec<Disruption> = known(&chart.desk);
    let starts = || known.iter().map(|entry| entry.start.earliest());
    let (oldest, newest) = (starts().min()?, starts().max()?);
    let today = chart.year_of(chart.day);
    let last = chart.year_of(chart.day.max(newest)).min(today.plus(1));
    let first = chart.year_of(oldest).max(last.plus(1 - YEARS));
    let (begin, _) = chart.span((first, last));
    let lanes = LANES.into_iter().filter_map(|kind| {
        let of = known
            .iter()
            .filter(|entry| entry.outage == kind && entry.start.latest() >= begin);
        let label = match kind {
            Some(kind) => kind.shown(&chart.desk),
            None => say!(page.words(), "outage-none"),
        };
        lane(sentence_case(&label), of.map(|entry| item(entry, &chart)))
    });
    Some(chart.timeline(lanes.collect(), months(&chart, (first, last)), (first, last)))
}

fn item(entry: &Disruption, chart: &RegisterChart<'_>) -> TimelineSpan {
    let so_far = so_far(entry, chart.day);
    // An end that nobody knows is no end that has not come: what is sure is the time of its beginning.
    let end = so_far.end.unwrap_or(entry.start);
    let start = chart.desk.date(entry.start);
    let dates = match so_far.end {
        Some(end) => format!("{start} \u{2013} {}", chart.desk.date(end)),
        None => start,
    };
    TimelineSpan {
        start: entry.start.earliest(),
        end: Some(end.latest()),
        start_about: is_about(entry.start),
        end_about: so_far.end.is_none_or(is_about),
        due: None,
        tone: Tone::Neutral,
        label: vec![entry.scope.clone()],
        readout: Readout::new(dates, format!("{}, {}", isolated(&entry.kind), isolated(&entry.scope))),
    }
}

/// The months, quarters or years of the series on the axis.
fn months(chart: &RegisterChart<'_>, years: (FiscalYear, FiscalYear)) -> Vec<MonthPoint> {
    let (begin, end) = chart.span(years);
    let calendar = chart.desk.book.calendar();
    let readings = chart.desk.situation.readings.own();
    readings
        .filter(|(period, _)| calendar.start_of(*period).first_day() >= begin && calendar.end_of(*period) <= end)
        .map(|(period, reading)| MonthPoint {
            month: Month::of(calendar.end_of(period)),
            value: reading.value.to_f64(),
            mark: match (reading.derived, reading.provisional) {
                (true, _) => PointMark::Derived,
                (false, true) => PointMark::Provisional,
                (false, false) => PointMark::Confirmed,
            },
            revised_from: None,
            readout: readout_of(chart.page, period, reading.value.to_f64()),
            label: None,
        })
        .collect()
}
