//! The registers as pictures: what happened or is due when, and whether the money came. The table beside each is
//! the whole register.

use hadaf_chart::{
    BudgetBar, BudgetPlot, ChartSpec, Frame, Lane, MonthPoint, Plot, PointMark, Readout, TimelinePlot, TimelineSpan,
    Tone, YearMark,
};
use hadaf_core::{
    BudgetLine, Concern, Decimal, Disruption, Due, FiscalYear, Initiative, Month, OutageKind, PartialDate, Period,
    State, Undertaking,
};
use hadaf_words::{Format, Page, say, say_of, sentence_case};
use jiff::civil::Date;

use super::wording::{frame, month_names, month_readout, ticks};
use super::{ChartSheet, ChartTable, TableCell};
use crate::register;
use crate::register::{Desk, RegisterField, RegisterKind, RegisterRow, RegisterView, SoFar};

/// Fiscal years on the axis of disruptions, the one of the day among them.
const YEARS: i16 = 5;
/// Budget lines that are drawn, the newest ones.
const BARS: usize = 10;

pub(super) fn disruptions(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(page);
    let Page { situation, format } = page;
    let view = chart.view(RegisterKind::Disruptions);
    let known: Vec<Disruption> = register::known(&chart.desk);
    let newest = known.iter().map(|entry| entry.start.earliest()).max()?;
    let oldest = known.iter().map(|entry| entry.start.earliest()).min()?;
    let today = situation.calendar().year_of(Month::of(chart.day));
    let last = situation
        .calendar()
        .year_of(Month::of(chart.day.max(newest)))
        .min(today.plus(1));
    let first = situation
        .calendar()
        .year_of(Month::of(oldest))
        .max(last.plus(1 - YEARS));
    let span = chart.span(first, last);
    let kinds = [
        Some(OutageKind::National),
        Some(OutageKind::Mobile),
        Some(OutageKind::Region),
        Some(OutageKind::Throttled),
        Some(OutageKind::Cable),
        Some(OutageKind::Ban),
        None,
    ];
    let lane = |kind: Option<OutageKind>| {
        let items: Vec<TimelineSpan> = known
            .iter()
            .filter(|entry| entry.outage == kind && entry.start.latest() >= span.0)
            .map(|entry| chart.disruption(entry))
            .collect();
        let label = match kind {
            Some(kind) => sentence_case(&say_of!(format.words, "outage-{}", OutageKind, kind)),
            None => sentence_case(&say!(format.words, "outage-none")),
        };
        (!items.is_empty()).then_some(Lane { label, items })
    };
    let lanes = kinds.into_iter().filter_map(lane).collect();
    let months = chart.months(span);
    Some(chart.timeline(&view, span, lanes, months, (first, last)))
}

pub(super) fn initiatives(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(page);
    let view = chart.view(RegisterKind::Initiatives);
    let known: Vec<Initiative> = register::known(&chart.desk);
    let promises: Vec<Promise> = known
        .iter()
        .map(|entry| Promise {
            name: entry.name.clone(),
            from: entry.announced,
            due: entry.due,
            closed: entry.closed,
            state: entry.state,
            stands: entry.due_on(chart.day),
        })
        .collect();
    chart.promises(&view, &promises)
}

/// Concerns, and below them what was promised in answer.
pub(super) fn concerns(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(page);
    let words = page.words();
    let view = chart.view(RegisterKind::Concerns);
    let known: Vec<Concern> = register::known(&chart.desk);
    let undertakings: Vec<Undertaking> = register::known(&chart.desk);
    let raised = |entry: &Concern| Some(entry.raised?.earliest());
    let oldest = known
        .iter()
        .filter_map(raised)
        .chain(undertakings.iter().filter_map(|it| Some(it.promised?.earliest())));
    let today = chart.year_of(chart.day);
    let first = chart.year_of(oldest.min()?).max(today.plus(1 - 2 * YEARS));
    let due = undertakings.iter().filter_map(|it| Some(it.due?.latest()));
    let last = chart.year_of(due.chain([chart.day]).max()?).min(today.plus(3));
    let item = |entry: &Concern| {
        let start = raised(entry)?;
        let is_answered = !entry.answer.trim().is_empty();
        Some(TimelineSpan {
            start,
            // Nobody keeps the day of an answer: what is answered is a day, what is not goes on.
            end: is_answered.then(|| entry.raised.map_or(start, PartialDate::latest)),
            start_about: entry.raised.is_some_and(|date| date.earliest() != date.latest()),
            end_about: is_answered,
            due: None,
            tone: if is_answered { Tone::Good } else { Tone::Bad },
            label: vec![entry.text.clone()],
            readout: Readout::new(chart.desk.date(entry.raised), entry.text.clone()),
        })
    };
    let lane = |answered: bool, label: String| {
        let of = known.iter().filter(|entry| entry.answer.trim().is_empty() != answered);
        let items: Vec<TimelineSpan> = of.filter_map(item).collect();
        (!items.is_empty()).then_some(Lane { label, items })
    };
    let mut lanes: Vec<Lane> = [
        lane(false, say!(words, "lane-unanswered")),
        lane(true, say!(words, "lane-answered")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let promised = |entry: &Undertaking| Promise {
        name: entry.text.clone(),
        from: entry.promised,
        due: entry.due,
        closed: entry.closed,
        state: entry.state,
        stands: entry.due_on(chart.day),
    };
    let items: Vec<TimelineSpan> = undertakings
        .iter()
        .filter_map(|entry| promised(entry).item(&chart))
        .collect();
    if !items.is_empty() {
        lanes.push(Lane {
            label: say!(words, "lane-undertakings"),
            items,
        });
    }
    let span = chart.span(first, last);
    let undated = known.iter().filter(|entry| entry.raised.is_none()).count();
    let mut sheet = chart.timeline(&view, span, lanes, Vec::new(), (first, last));
    chart.remark_undated(&mut sheet, undated);
    Some(sheet)
}

pub(super) fn budget(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(page);
    let format = page.format;
    let words = format.words;
    let view = chart.view(RegisterKind::Budget);
    let known: Vec<BudgetLine> = register::known(&chart.desk);
    let unit = known.first()?.unit;
    let mut lines: Vec<&BudgetLine> = known
        .iter()
        .filter(|line| line.unit == unit && line.allocated.is_some())
        .collect();
    // Lines that say what became of the money first, then the newest; drawn in order of time.
    lines.sort_by_key(|line| {
        let came = line.released.is_some() || line.spent.is_some();
        std::cmp::Reverse((came, line.fiscal_year, line.published.known_from()))
    });
    lines.truncate(BARS);
    lines.sort_by_key(|line| (line.fiscal_year, line.through, line.published.known_from(), line.id));
    let bars: Vec<BudgetBar> = lines.into_iter().map(|line| chart.bar(line)).collect();
    if bars.is_empty() {
        return None;
    }
    let subtitle = say!(words, "chart-budget-subtitle", unit = format.unit(unit));
    let range = bars
        .iter()
        .filter_map(|bar| bar.label.first().cloned())
        .collect::<Vec<_>>()
        .join("; ");
    Some(ChartSheet {
        histories: Vec::new(),
        table: table(&view, format),
        spec: ChartSpec {
            frame: chart.frame(&view, subtitle, say!(words, "chart-budget-note"), &range),
            ticks: ticks(format, unit),
            plot: Plot::Budget(BudgetPlot {
                bars,
                names: [
                    say!(words, "field-allocated"),
                    say!(words, "field-released"),
                    say!(words, "field-spent"),
                ],
            }),
        },
    })
}

/// Something that was promised, as an initiative or an undertaking.
struct Promise {
    name: String,
    from: Option<PartialDate>,
    due: Option<PartialDate>,
    closed: Option<PartialDate>,
    state: Option<State>,
    stands: Due,
}

impl Promise {
    fn tone(&self) -> Tone {
        match (self.stands, self.state) {
            (Due::Overdue(_), _) => Tone::Bad,
            (Due::Closed, Some(State::Done)) => Tone::Good,
            (Due::Closed, _) => Tone::Muted,
            (Due::NoDate | Due::In(_), _) => Tone::Neutral,
        }
    }

    /// Its bar; none when neither its beginning nor its due date nor its end is known.
    fn item(&self, chart: &RegisterChart<'_>) -> Option<TimelineSpan> {
        let is_closed = self.stands == Due::Closed;
        let dates = [self.from, self.due, self.closed.filter(|_| is_closed)];
        let start = dates.into_iter().flatten().map(PartialDate::earliest).min()?;
        let about = |date: Option<PartialDate>| date.is_some_and(|date| date.earliest() != date.latest());
        let words = chart.desk.format.words;
        let due = self
            .due
            .map(|due| say!(words, "readout-due", due = chart.desk.date(Some(due))));
        let overdue = match self.stands {
            Due::Overdue(days) => Some(say!(words, "remark-overdue", days = days)),
            Due::Closed | Due::NoDate | Due::In(_) => None,
        };
        let text: Vec<String> = due.into_iter().chain(overdue).collect();
        Some(TimelineSpan {
            start,
            end: match (is_closed, self.closed) {
                (true, closed) => Some(closed.map_or(start, PartialDate::latest).max(start)),
                (false, _) => None,
            },
            start_about: self.from.is_none() || about(self.from),
            end_about: is_closed && (self.closed.is_none() || about(self.closed)),
            due: self.due.map(PartialDate::latest),
            tone: self.tone(),
            label: vec![self.name.clone()],
            readout: Readout::new(self.name.clone(), text.join(", ")),
        })
    }
}

struct RegisterChart<'a> {
    desk: Desk<'a>,
    page: Page<'a>,
    day: Date,
}

impl<'a> RegisterChart<'a> {
    fn new(page: Page<'a>) -> Self {
        let Page { situation, format } = page;
        let desk = Desk {
            book: situation.book,
            situation,
            format,
        };
        Self {
            day: desk.day(),
            desk,
            page,
        }
    }

    fn view(&self, kind: RegisterKind) -> RegisterView {
        register::view(kind, &self.desk)
    }

    fn year_of(&self, day: Date) -> FiscalYear {
        self.desk.book.calendar().year_of(Month::of(day))
    }

    /// From the first day of a year to the last of another.
    fn span(&self, first: FiscalYear, last: FiscalYear) -> (Date, Date) {
        let calendar = self.desk.book.calendar();
        (
            calendar.first_month(first).first_day(),
            calendar.end_of(Period::FiscalYear(last)),
        )
    }

    fn disruption(&self, entry: &Disruption) -> TimelineSpan {
        let so_far = entry.so_far(self.day);
        let is_day = |date: PartialDate| date.earliest() == date.latest();
        // An end that nobody knows is no end that has not come: what is sure is the time of its beginning.
        let end = so_far.end.unwrap_or(entry.start);
        let dates = match so_far.end {
            Some(end) => format!(
                "{} \u{2013} {}",
                self.desk.date(Some(entry.start)),
                self.desk.date(Some(end))
            ),
            None => self.desk.date(Some(entry.start)),
        };
        TimelineSpan {
            start: entry.start.earliest(),
            end: Some(end.latest()),
            start_about: !is_day(entry.start),
            end_about: so_far.end.is_none_or(|end| !is_day(end)),
            due: None,
            tone: Tone::Neutral,
            label: vec![entry.scope.clone()],
            readout: Readout::new(dates, format!("{}, {}", entry.kind, entry.scope)),
        }
    }

    /// The months of the series on the axis.
    fn months(&self, span: (Date, Date)) -> Vec<MonthPoint> {
        let readings = self.desk.situation.readings.months();
        readings
            .filter(|(month, _)| month.first_day() >= span.0 && month.last_day() <= span.1)
            .map(|(month, reading)| MonthPoint {
                month,
                value: reading.value.to_f64(),
                mark: match (reading.derived, reading.provisional) {
                    (true, _) => PointMark::Derived,
                    (false, true) => PointMark::Provisional,
                    (false, false) => PointMark::Confirmed,
                },
                revised_from: None,
                readout: month_readout(self.page, month, reading.value.to_f64()),
                label: None,
            })
            .collect()
    }

    fn promises(&self, view: &RegisterView, promises: &[Promise]) -> Option<ChartSheet> {
        let words = self.desk.format.words;
        let dated: Vec<&Promise> = promises.iter().filter(|promise| promise.item(self).is_some()).collect();
        let starts = || {
            dated
                .iter()
                .filter_map(|promise| promise.item(self))
                .map(|item| item.start)
        };
        let first = self
            .year_of(starts().min()?)
            .max(self.year_of(self.day).plus(1 - YEARS));
        let dues = dated.iter().filter_map(|promise| Some(promise.due?.latest()));
        let last = self
            .year_of(dues.chain([self.day]).max()?)
            .min(self.year_of(self.day).plus(3));
        let lane = |label: String, is_in: &dyn Fn(&Promise) -> bool| {
            let items: Vec<TimelineSpan> = dated
                .iter()
                .filter(|it| is_in(it))
                .filter_map(|it| it.item(self))
                .collect();
            (!items.is_empty()).then_some(Lane { label, items })
        };
        let tone = |wanted: Tone| move |promise: &Promise| promise.tone() == wanted;
        let lanes = [
            lane(say!(words, "lane-overdue"), &tone(Tone::Bad)),
            lane(say!(words, "lane-on-the-way"), &tone(Tone::Neutral)),
            lane(say!(words, "lane-done"), &tone(Tone::Good)),
            lane(say!(words, "lane-dropped"), &tone(Tone::Muted)),
        ];
        let span = self.span(first, last);
        let lanes = lanes.into_iter().flatten().collect();
        let mut sheet = self.timeline(view, span, lanes, Vec::new(), (first, last));
        self.remark_undated(&mut sheet, promises.len() - dated.len());
        Some(sheet)
    }

    fn timeline(
        &self,
        view: &RegisterView,
        span: (Date, Date),
        lanes: Vec<Lane>,
        months: Vec<MonthPoint>,
        years: (FiscalYear, FiscalYear),
    ) -> ChartSheet {
        let format = self.desk.format;
        let words = format.words;
        let series = self.desk.situation.series;
        let subtitle = match view.register {
            RegisterKind::Disruptions => say!(words, "subtitle-disruptions", series = &series.title),
            RegisterKind::Initiatives => say!(words, "subtitle-initiatives"),
            _ => say!(words, "subtitle-concerns"),
        };
        let range = lanes
            .iter()
            .map(|lane| format!("{}: {}", lane.label, lane.items.len()))
            .collect::<Vec<_>>()
            .join("; ");
        let note = if months.is_empty() {
            String::new()
        } else {
            say!(words, "chart-disruptions-note")
        };
        let year = |year: FiscalYear| YearMark {
            fiscal_year: year,
            first_month: self.desk.book.calendar().first_month(year),
            label: format.year(year),
            total: String::new(),
        };
        ChartSheet {
            histories: Vec::new(),
            table: table(view, format),
            spec: ChartSpec {
                frame: self.frame(view, subtitle, note, &range),
                ticks: ticks(format, series.unit),
                plot: Plot::Timeline(TimelinePlot {
                    span,
                    today: (span.0..=span.1)
                        .contains(&self.day)
                        .then(|| (self.day, format.day_short(self.day))),
                    lanes,
                    months,
                    series_label: format!("{}, {}", series.title, format.unit(series.unit)),
                    years: FiscalYear::range(years.0..=years.1).map(year).collect(),
                    month_names: month_names(format),
                }),
            },
        }
    }

    /// Texts as for every chart, with the register as the source.
    fn frame(&self, view: &RegisterView, subtitle: String, note: String, range: &str) -> Frame {
        let pages: std::collections::BTreeSet<&str> = view.rows.iter().map(|row| row.source.as_str()).collect();
        let source = say!(self.desk.format.words, "chart-source-register", pages = pages.len());
        Frame {
            source,
            ..frame(self.page, view.title.clone(), subtitle, note, range)
        }
    }

    /// Says how many entries have no date and so no place on the axis.
    fn remark_undated(&self, sheet: &mut ChartSheet, undated: usize) {
        if undated > 0 {
            sheet.spec.frame.note = say!(self.desk.format.words, "chart-undated", count = undated);
        }
    }

    fn bar(&self, line: &BudgetLine) -> BudgetBar {
        let format = self.desk.format;
        let words = format.words;
        let pace = line.release_pace(self.desk.book.calendar());
        let percent = |share: Option<f64>| share.map_or_else(String::new, |share| format.percent(share, 0));
        let amount =
            |name: String, value: Option<Decimal>| value.map(|value| format!("{name} {}", format.exact(value)));
        let amounts = [
            amount(say!(words, "field-allocated"), line.allocated),
            amount(say!(words, "field-released"), line.released),
            amount(say!(words, "field-spent"), line.spent),
        ];
        let amounts: Vec<String> = amounts.into_iter().flatten().collect();
        let elapsed = pace.map(|pace| pace.elapsed_percent).filter(|percent| *percent < 100.0);
        BudgetBar {
            label: vec![format.year(line.fiscal_year), line.item.clone()],
            allocated: line.allocated.map(Decimal::to_f64),
            released: line.released.map(Decimal::to_f64),
            spent: line.spent.map(Decimal::to_f64),
            released_label: percent(pace.and_then(|pace| pace.released_percent)),
            spent_label: percent(pace.and_then(|pace| pace.spent_percent)),
            elapsed: elapsed.map(|percent| percent / 100.0),
            elapsed_label: elapsed.map_or_else(String::new, |share| {
                say!(words, "chart-elapsed", share = format.percent(share, 0))
            }),
            readout: Readout::new(
                format!("{}, {}", format.year(line.fiscal_year), line.item),
                format!("{} ({})", amounts.join(", "), format.unit(line.unit)),
            ),
        }
    }
}

/// The whole register.
fn table(view: &RegisterView, format: Format) -> ChartTable {
    let remarks = say!(format.words, "column-remarks");
    let source = say!(format.words, "column-from");
    let columns = view.fields.iter().map(|field| field.label.clone());
    let columns: Vec<String> = columns.chain([remarks, source]).collect();
    let row = |row: &RegisterRow| {
        let cells = view.fields.iter().zip(&row.cells);
        cells
            .map(|(field, text)| cell(field, text, row))
            .chain([
                TableCell::text(row.remarks.join("; ")),
                TableCell::text(row.source.clone()),
            ])
            .collect()
    };
    ChartTable::new(columns, view.rows.iter().map(row).collect())
}

/// A number or a date where the field holds one, else its words.
fn cell(field: &RegisterField, text: &str, row: &RegisterRow) -> TableCell {
    let value = row.values.get(&field.name).or_else(|| row.computed.get(&field.name));
    let value = value.map_or("", String::as_str);
    match (field.numeric, Decimal::parse(value), value.parse::<PartialDate>()) {
        (true, Ok(value), _) => TableCell::number(value, text.to_owned()),
        (false, _, Ok(date)) => TableCell::dated(date, text.to_owned()),
        _ => TableCell::text(text),
    }
}
