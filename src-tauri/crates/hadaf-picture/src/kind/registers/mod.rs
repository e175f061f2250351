//! The registers as pictures: what happened or is due when, and whether the money came. The table beside each is
//! the whole register.

mod budget;
mod concerns;
mod disruptions;
mod initiatives;

use std::collections::BTreeSet;

use hadaf_chart::{ChartSpec, Frame, Lane, MonthPoint, Plot, TimelinePlot, TimelineSpan, YearMark};
use hadaf_core::{Decimal, FiscalYear, Month, PartialDate, Period, isolated};
use hadaf_register::{Desk, RegisterField, RegisterKind, RegisterRow, RegisterView};
use hadaf_words::{Format, Page, say};
use jiff::civil::Date;

use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{frame, ticks};

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
    page: Page<'a>,
    day: Date,
}

impl<'a> RegisterChart<'a> {
    fn new(kind: RegisterKind, page: Page<'a>) -> Self {
        let Page { situation, format } = page;
        let desk = Desk {
            book: situation.book,
            situation,
            format,
        };
        Self {
            view: hadaf_register::view(kind, &desk),
            day: desk.day(),
            desk,
            page,
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
        let subtitle = match self.view.register {
            RegisterKind::Disruptions => {
                say!(
                    words,
                    "subtitle-disruptions",
                    series = &series.title,
                    every = self.page.every()
                )
            }
            RegisterKind::Initiatives => say!(words, "subtitle-initiatives"),
            _ => say!(words, "subtitle-concerns"),
        };
        let counts = lanes.iter().map(|lane| format!("{}: {}", lane.label, lane.items.len()));
        let range = counts.collect::<Vec<_>>().join("; ");
        let note = if months.is_empty() {
            String::new()
        } else {
            say!(words, "chart-disruptions-note", every = self.page.every())
        };
        let year = |year: FiscalYear| YearMark {
            fiscal_year: year,
            first_month: self.desk.book.calendar().first_month(year),
            label: format.year(year),
            total: String::new(),
        };
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
                apart: self.page.situation.readings.every().months().into(),
                series_label: format!("{}, {}", isolated(&series.title), format.unit(series.unit)),
                years: FiscalYear::range(years.0..=years.1).map(year).collect(),
                month_names: format.month_short_names(),
            }),
        })
    }

    /// Texts as for every chart, with the register as the source.
    fn frame(&self, subtitle: String, note: String, range: &str) -> Frame {
        let pages: BTreeSet<&str> = self.view.rows.iter().map(|row| row.source.as_str()).collect();
        let source = say!(self.desk.format.words, "chart-source-register", pages = pages.len());
        Frame {
            source,
            ..frame(self.page, self.view.title.clone(), subtitle, note, range)
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
    let labels = view.fields.iter().map(|field| field.label.clone());
    let columns: Vec<String> = labels.chain([remarks, source]).collect();
    let row = |row: &RegisterRow| {
        let cells = view.fields.iter().zip(&row.cells);
        let cells = cells.map(|(field, text)| match field.name.as_str() {
            "note" => TableCell::note(text),
            _ => cell(field, text, row),
        });
        cells
            .chain([row.remarks.join("; "), row.source.clone()].map(TableCell::text))
            .collect()
    };
    ChartTable::new(columns, view.rows.iter().map(row).collect())
}

/// A number or a date where the field holds one that is shown, else its words.
fn cell(field: &RegisterField, text: &str, row: &RegisterRow) -> TableCell {
    let text = text.to_owned();
    let entered = row.values.get(&field.name).map_or("", String::as_str);
    match (field.numeric, row.computed.get(&field.name)) {
        _ if text.is_empty() => TableCell::default(),
        (true, Some(value)) => value.map_or_else(TableCell::default, |value| TableCell::worked_out(value, 0, text)),
        (true, None) => match Decimal::parse(entered) {
            Ok(value) => TableCell::number(value, text),
            Err(_) => TableCell::text(text),
        },
        (false, _) => match entered.parse::<PartialDate>() {
            Ok(date) => TableCell::dated(date, text),
            Err(_) => TableCell::text(text),
        },
    }
}
