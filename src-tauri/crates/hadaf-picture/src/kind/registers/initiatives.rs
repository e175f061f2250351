//! What was promised, and how it stands.

use hadaf_chart::{Readout, TimelineSpan, Tone};
use hadaf_core::{Due, Initiative, PartialDate, State, Undertaking};
use hadaf_register::{RegisterKind, known};
use hadaf_words::{Page, say};

use super::{ChartSheet, RegisterChart, YEARS, is_about, lane};

pub(crate) fn initiatives(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(RegisterKind::Initiatives, page);
    let words = page.words();
    let known: Vec<Initiative> = known(&chart.desk);
    let items: Vec<TimelineSpan> = known.iter().filter_map(|it| Promise::from(it).item(&chart)).collect();
    let today = chart.year_of(chart.day);
    let oldest = items.iter().map(|item| item.start).min()?;
    let newest = items.iter().filter_map(|item| item.due).chain([chart.day]).max()?;
    let years = (
        chart.year_of(oldest).max(today.plus(1 - YEARS)),
        chart.year_of(newest).min(today.plus(3)),
    );
    let of = |tone: Tone| items.iter().filter(move |item| item.tone == tone).cloned();
    let lanes = [
        lane(say!(words, "lane-overdue"), of(Tone::Bad)),
        lane(say!(words, "lane-on-the-way"), of(Tone::Neutral)),
        lane(say!(words, "lane-done"), of(Tone::Good)),
        lane(say!(words, "lane-dropped"), of(Tone::Muted)),
    ];
    let mut sheet = chart.timeline(lanes.into_iter().flatten().collect(), Vec::new(), years);
    chart.remark_undated(&mut sheet, known.len() - items.len());
    Some(sheet)
}

/// Something that was promised, as an initiative or an undertaking.
pub(super) struct Promise<'a> {
    name: &'a str,
    from: Option<PartialDate>,
    due: Option<PartialDate>,
    closed: Option<PartialDate>,
    state: Option<State>,
}

impl<'a> From<&'a Initiative> for Promise<'a> {
    fn from(entry: &'a Initiative) -> Self {
        Self {
            name: &entry.name,
            from: entry.announced,
            due: entry.due,
            closed: entry.closed,
            state: entry.state,
        }
    }
}

impl<'a> From<&'a Undertaking> for Promise<'a> {
    fn from(entry: &'a Undertaking) -> Self {
        Self {
            name: &entry.text,
            from: entry.promised,
            due: entry.due,
            closed: entry.closed,
            state: entry.state,
        }
    }
}

impl Promise<'_> {
    /// Its bar; none when neither its beginning nor its due date nor its end is known.
    pub(super) fn item(&self, chart: &RegisterChart<'_>) -> Option<TimelineSpan> {
        let words = chart.desk.format.words;
        let stands = Due::read(self.due, self.state, self.closed, chart.day);
        let is_closed = stands == Due::Closed;
        let closed = self.closed.filter(|_| is_closed);
        let dates = [self.from, self.due, closed].into_iter().flatten();
        let start = dates.map(PartialDate::earliest).min()?;
        let due = self
            .due
            .map(|due| say!(words, "readout-due", due = chart.desk.date(due)));
        let overdue = match stands {
            Due::Overdue(days) => Some(say!(words, "remark-overdue", days = days)),
            Due::Closed | Due::NoDate | Due::In(_) => None,
        };
        let text: Vec<String> = due.into_iter().chain(overdue).collect();
        Some(TimelineSpan {
            start,
            end: is_closed.then(|| closed.map_or(start, PartialDate::latest).max(start)),
            start_about: self.from.is_none_or(is_about),
            end_about: is_closed && closed.is_none_or(is_about),
            due: self.due.map(PartialDate::latest),
            tone: match (stands, self.state) {
                (Due::Overdue(_), _) => Tone::Bad,
                (Due::Closed, Some(State::Done)) => Tone::Good,
                (Due::Closed, _) => Tone::Muted,
                (Due::NoDate | Due::In(_), _) => Tone::Neutral,
            },
            label: vec![self.name.to_owned()],
            readout: Readout::new(self.name.to_owned(), text.join(", ")),
        })
    }
}
