//! The registers as pictures: what happened or is due when, and whether the money came. The table beside each is
//! the whole register.

mod budget;
mod concerns;
mod disruptions;
mod initiatives;

use std::collections::BTreeSet;

use hadaf_chart::{ChartSpec, Frame, Lane, MonthPoint, Plot, TimelinePlot, TimelineSpan, YearMark};
use hadaf_core::{FiscalYear, Month, PartialDate, Period};
use hadaf_model::Situation;
use jiff::civil::Date;

use super::{ChartSheet, ChartTable, Wording, month_names, ticks};
use crate::register::{self, Desk, RegisterKind, RegisterRow, RegisterView};
use crate::words::{Format, say};

pub(super) use budget::budget;
pub(super) use concerns::concerns;
pub(super) use disruptions::disruptions;
pub(super) use initiatives::initiatives;

/// Fiscal years on the axis of disruptions, the one of the day among them.
const YEARS: i16 = 5;

/// A register as it is drawn, beside what it is read with.
struct RegisterChart<'a> {
    view: RegisterView,
    desk: Desk<'a>,
    wording: Wording<'a>,
    day: Date,
}

impl<'a> RegisterChart<'a> {
    fn new(kind: RegisterKind, situation: &'a Situation<'a>, format: Format) -> Self {
        let desk = Desk {
            book: situation.book,
            situation,
            format,
        };
        Self {
            view: register::view(kind, &desk),
            day: desk.day(),
            desk,
            wording: Wording { situation, format },
        }
    }

    fn year_of(&self, day: Date) -> FiscalYear {
        self.desk.book.calendar().year_of(Month::of(day))
    }

    /// From the first day of a year to the last of another.
    fn span(&self, (first, last): (FiscalYear, FiscalYear)) -> (Date, Date) {
        let calendar = self.desk.book.calendar();
        (
            calendar.first_month(first).first_day(),
            calendar.end_of(Period::FiscalYear(last)),
        )
    }

    /// The entries over some years, above the months of the series where there are any.
    fn timeline(&self, lanes: Vec<Lane>, months: Vec<MonthPoint>, years: (FiscalYear, FiscalYear)) -> ChartSheet {
        let format = self.desk.format;
        let words = format.words;
        let series = self.desk.situation.series;
        let subtitle = words.say(
            &format!("subtitle-{}", self.view.register.as_str()),
            &[("series", series.title.clone().into())],
        );
        let counts = lanes.iter().map(|lane| format!("{}: {}", lane.label, lane.items.len()));
        let range = counts.collect::<Vec<_>>().join("; ");
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
        let all = std::iter::successors(Some(years.0), |year| (*year < years.1).then(|| year.next()));
        let span = self.span(years);
        let today = (span.0..=span.1).contains(&self.day);
        self.sheet(ChartSpec {
            frame: self.frame(subtitle, note, &range),
            ticks: ticks(format, series.unit),
            plot: Plot::Timeline(TimelinePlot {
                span,
                today: today.then(|| (self.day, format.day_short(self.day))),
                lanes,
                months,
                series_label: format!("{}, {}", series.title, format.unit(series.unit)),
                years: all.map(year).collect(),
                month_names: month_names(format),
            }),
        })
    }

    /// Texts as for every chart, with the register as the source.
    fn frame(&self, subtitle: String, note: String, range: &str) -> Frame {
        let pages: BTreeSet<&str> = self.view.rows.iter().map(|row| row.source.as_str()).collect();
        let source = say!(self.desk.format.words, "chart-source-register", pages = pages.len());
        Frame {
            source,
            ..self.wording.frame(self.view.title.clone(), subtitle, note, range)
        }
    }

    fn sheet(&self, spec: ChartSpec<Plot>) -> ChartSheet {
        ChartSheet {
            histories: Vec::new(),
            table: table(&self.view, self.desk.format),
            spec,
        }
    }

    /// Says how many entries have no date and so no place on the axis.
    fn remark_undated(&self, sheet: &mut ChartSheet, undated: usize) {
        if undated > 0 {
            sheet.spec.frame.note = say!(self.desk.format.words, "chart-undated", count = undated);
        }
    }
}

/// A lane of the entries that are on it; none without any.
fn lane(label: String, items: impl Iterator<Item = TimelineSpan>) -> Option<Lane> {
    let items: Vec<TimelineSpan> = items.collect();
    (!items.is_empty()).then_some(Lane { label, items })
}

/// Whether only the month or the year of a date is known.
fn is_about(date: PartialDate) -> bool {
    date.earliest() != date.latest()
}

/// The whole register.
fn table(view: &RegisterView, format: Format) -> ChartTable {
    let remarks = say!(format.words, "column-remarks");
    let source = say!(format.words, "column-from");
    let row = |row: &RegisterRow| {
        let cells = row.cells.iter().cloned();
        cells
            .chain([row.remarks.join("; "), row.source.clone()])
            .collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = view.rows.iter().map(row).collect();
    let labels = view.fields.iter().map(|field| field.label.clone());
    ChartTable {
        columns: labels.chain([remarks, source]).collect(),
        histories: rows.iter().map(|row| vec![None; row.len()]).collect(),
        rows,
    }
}
