//! What the committee raised, and below that what was promised in answer.

use hadaf_chart::{Readout, TimelineSpan, Tone};
use hadaf_core::{Concern, PartialDate, Undertaking};
use hadaf_register::{RegisterKind, is_answered, known};
use hadaf_words::{Page, say};

use super::initiatives::Promise;
use super::{ChartSheet, RegisterChart, YEARS, is_about, lane};

pub(crate) fn concerns(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(RegisterKind::Concerns, page);
    let words = page.words();
    let concerns: Vec<Concern> = known(&chart.desk);
    let undertakings: Vec<Undertaking> = known(&chart.desk);
    let raised = concerns.iter().filter_map(|it| it.raised);
    let promised = undertakings.iter().filter_map(|it| it.promised);
    let oldest = raised.chain(promised).map(PartialDate::earliest).min()?;
    let due = undertakings.iter().filter_map(|it| Some(it.due?.latest()));
    let newest = due.chain([chart.day]).max()?;
    let today = chart.year_of(chart.day);
    let years = (
        chart.year_of(oldest).max(today.plus(1 - 2 * YEARS)),
        chart.year_of(newest).min(today.plus(3)),
    );
    let of = |answered: bool| {
        let of = concerns.iter().filter(move |it| is_answered(it) == answered);
        of.filter_map(|it| item(it, &chart))
    };
    let promises = undertakings.iter().filter_map(|it| Promise::from(it).item(&chart));
    let lanes = [
        lane(say!(words, "lane-unanswered"), of(false)),
        lane(say!(words, "lane-answered"), of(true)),
        lane(say!(words, "lane-undertakings"), promises),
    ];
    let mut sheet = chart.timeline(lanes.into_iter().flatten().collect(), Vec::new(), years);
    let undated = concerns.iter().filter(|it| it.raised.is_none()).count();
    chart.remark_undated(&mut sheet, undated);
    Some(sheet)
}

/// A concern on its day; none without one.
fn item(entry: &Concern, chart: &RegisterChart<'_>) -> Option<TimelineSpan> {
    let raised = entry.raised?;
    let is_answered = is_answered(entry);
    Some(TimelineSpan {
        start: raised.earliest(),
        // Nobody keeps the day of an answer: what is answered is a day, what is not goes on.
        end: is_answered.then(|| raised.latest()),
        start_about: is_about(raised),
        end_about: is_answered,
        due: None,
        tone: if is_answered { Tone::Good } else { Tone::Bad },
        label: vec![entry.text.clone()],
        readout: Readout::new(chart.desk.date(raised), entry.text.clone()),
    })
}
