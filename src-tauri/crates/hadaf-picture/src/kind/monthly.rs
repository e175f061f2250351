//! Months, or quarters, against the target path and the level still needed.

use std::ops::RangeInclusive;

use hadaf_chart::{ChartSpec, ClaimLine, MonthPoint, MonthlyPlot, NeededLevel, Plot, PointMark, Readout, YearMark};
use hadaf_core::{Decimal, FiscalYear, Month, Period, Reading};
use hadaf_words::{MonthNames, Page, say};

use crate::history::{history_of, history_of_target};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{beside_path, frame, readout_of, status, ticks};

/// Years before the current one that are shown.
const YEARS_BEFORE: i16 = 3;

pub(crate) fn sheet(page: Page<'_>) -> Option<ChartSheet> {
    Some(of_year(page, page.situation.year()?)?.map(Plot::Monthly))
}

/// To the end of the current year, or of the one after it where that is closed.
pub(crate) fn of_year(page: Page<'_>, year: FiscalYear) -> Option<ChartSheet<MonthlyPlot>> {
    let Page { situation, format } = page;
    let (readings, calendar) = (&situation.readings, situation.calendar());
    // Of a series of years, the chart of years shows what there is.
    let (newest, _) = readings.newest().filter(|_| !page.is_yearly())?;
    let last = end_of(page, newest);
    let (oldest, _) = readings.own().next()?;
    let first_year = calendar.fiscal_year_of(oldest).max(year.plus(-YEARS_BEFORE));
    let span = (calendar.first_month(first_year), calendar.last_month(year).max(last));
    let figures: Vec<(Period, &Reading)> = readings
        .own()
        .filter(|(period, _)| (span.0..=span.1).contains(&end_of(page, *period)))
        .collect();
    let first = calendar.start_of(figures.first()?.0);
    let points = points(page, &figures);
    let subtitle = say!(
        format.words,
        "chart-monthly-subtitle",
        series = page.title(),
        unit = page.unit(),
        every = page.every(),
        span = page.periods().span(first, last, MonthNames::Dated),
    );
    let histories = figures.iter().map(|(period, _)| Some(history_of(situation, period)));
    Some(ChartSheet {
        histories: vec![histories.collect()],
        table: table(page, &figures),
        spec: ChartSpec {
            frame: frame(
                page,
                page.monthly_finding(),
                subtitle,
                note(page, &points, first_year..=year),
                &range(page, &figures),
            ),
            ticks: ticks(format, situation.series.unit),
            plot: MonthlyPlot {
                span,
                path: situation
                    .year()
                    .filter(|it| *it == year)
                    .and_then(|year| path(page, year)),
                needed: needed(page),
                fan: None,
                behind: None,
                years: FiscalYear::range(first_year..=year)
                    .map(|it| year_mark(page, it))
                    .collect(),
                points,
                apart: readings.every().months().into(),
                derived_label: say!(format.words, "chart-calculated"),
                month_names: format.month_short_names(),
            },
        },
    })
}

/// The month with which a month or a quarter ends: its place on the axis.
fn end_of(page: Page<'_>, period: Period) -> Month {
    Month::of(page.situation.calendar().end_of(period))
}

/// The figures in order; the best and the newest carry their values.
fn points(page: Page<'_>, figures: &[(Period, &Reading)]) -> Vec<MonthPoint> {
    let best = figures
        .iter()
        .max_by(|left, right| left.1.value.cmp_value(right.1.value));
    // Labels of numbers that differ are not the same.
    let shown = |it: Option<&(Period, &Reading)>| it.map_or(0.0, |(_, reading)| reading.value.to_f64());
    let [highest, newest] = page.money_apart([shown(best), shown(figures.last())]);
    let labelled = [(best, highest), (figures.last(), newest)];
    let labelled = labelled.map(|(it, money)| (it.map(|(period, _)| *period), money));
    let point = |(period, reading): &(Period, &Reading)| {
        let mark = match reading {
            reading if reading.derived => PointMark::Derived,
            reading if reading.provisional => PointMark::Provisional,
            _ => PointMark::Confirmed,
        };
        MonthPoint {
            month: end_of(page, *period),
            value: reading.value.to_f64(),
            mark,
            revised_from: reading.revised_from.map(Decimal::to_f64),
            readout: readout(page, *period, reading),
            label: labelled
                .iter()
                .find(|(of, _)| *of == Some(*period))
                .map(|(_, money)| label(page, *period, money, mark)),
        }
    };
    figures.iter().map(point).collect()
}

/// "Dec 2025: $437 m (p)".
fn label(page: Page<'_>, period: Period, money: &str, mark: PointMark) -> String {
    let label = format!("{}: {money}", page.format.period_short(period));
    match mark {
        PointMark::Provisional => say!(page.words(), "chart-provisional", label = label),
        PointMark::Confirmed | PointMark::Derived => label,
    }
}

/// Value, status, growth, place against the path.
fn readout(page: Page<'_>, period: Period, reading: &Reading) -> Readout {
    let Page { situation, format } = page;
    let value = readout_of(page, period, reading.value.to_f64());
    let value_and_status = match status(format, reading) {
        Some(status) => format!("{}, {status}", value.text),
        None => value.text,
    };
    let growth = page.grown_on(period);
    let beside = beside_path(page, reading.value, situation.path_of(period), 0);
    let parts = [Some(value_and_status), growth, beside].into_iter().flatten();
    Readout::new(value.head, parts.collect::<Vec<_>>().join("; "))
}

fn path(page: Page<'_>, year: FiscalYear) -> Option<ClaimLine> {
    let (path, claim) = (page.situation.path.as_ref()?, page.situation.target()?);
    let calendar = page.situation.calendar();
    let periods = calendar.whole(&calendar.months_of(year), page.situation.readings.every())?;
    let of = |months: &[f64; 12], period: Period| {
        let places = calendar.months_in(period).into_iter();
        places
            .map(|month| months[usize::from(calendar.position(month))])
            .sum::<f64>()
    };
    let has_band = path.low.iter().zip(&path.high).any(|(low, high)| low < high);
    let band = |period: &Period| (end_of(page, *period), of(&path.low, *period), of(&path.high, *period));
    let point = |period: &Period| (end_of(page, *period), of(&path.months, *period));
    Some(ClaimLine {
        points: periods.iter().map(point).collect(),
        band: if has_band {
            periods.iter().map(band).collect()
        } else {
            Vec::new()
        },
        label: lines(&say!(page.words(), "chart-path", target = page.claimed(claim))),
    })
}

fn needed(page: Page<'_>) -> Option<NeededLevel> {
    let pace = page.situation.pace.as_ref()?;
    let value = pace.needed?;
    let (from, to) = (*pace.left.first()?, *pace.left.last()?);
    let label = lines(&say!(
        page.words(),
        "chart-needed",
        needed = page.money(value),
        last = page.periods().end(to, MonthNames::Long),
        every = pace.every.as_str(),
        over = page.situation.over()
    ));
    Some(NeededLevel { from, to, value, label })
}

fn year_mark(page: Page<'_>, year: FiscalYear) -> YearMark {
    let total = page.situation.total_of(year);
    YearMark {
        fiscal_year: year,
        first_month: page.situation.calendar().first_month(year),
        label: page.format.year(year),
        total: match (total, page.situation.partial_of(year)) {
            (Some(total), _) => page.total(total),
            (None, Some(partial)) => page.partly(partial),
            (None, None) => String::new(),
        },
    }
}

/// Explains the marks that are there.
fn note(page: Page<'_>, points: &[MonthPoint], years: RangeInclusive<FiscalYear>) -> String {
    let words = page.words();
    let mut notes = Vec::new();
    if points.iter().any(|point| point.mark == PointMark::Provisional) {
        notes.push(say!(words, "chart-note-provisional"));
    }
    if points.iter().any(|point| point.mark == PointMark::Derived) {
        notes.push(say!(words, "chart-note-derived"));
    }
    if points.iter().any(|point| point.revised_from.is_some()) {
        notes.push(say!(words, "chart-note-revised"));
    }
    notes.extend(page.unknown_of(FiscalYear::range(years)));
    notes.extend(page.no_path());
    notes.join(" ")
}

/// First and last figure, for those who cannot see the picture.
fn range(page: Page<'_>, figures: &[(Period, &Reading)]) -> String {
    let (Some((first, from)), Some((last, to))) = (figures.first(), figures.last()) else {
        return String::new();
    };
    let [from, to] = page.money_apart([from.value.to_f64(), to.value.to_f64()]);
    say!(
        page.words(),
        "chart-range",
        first = page.format.period_short(*first),
        from = from,
        last = page.format.period_short(*last),
        to = to
    )
}

fn table(page: Page<'_>, figures: &[(Period, &Reading)]) -> ChartTable {
    let words = page.words();
    let columns = [
        say!(words, "column-period", every = page.every()),
        page.unit(),
        say!(words, "column-status"),
        say!(words, "column-growth"),
        say!(words, "column-path"),
    ];
    let rows = figures.iter().map(|(period, reading)| row(page, *period, reading));
    ChartTable::new(columns, rows.collect())
}

/// All cells open the history of the figure but that of the path, which opens its claim's.
fn row(page: Page<'_>, period: Period, reading: &Reading) -> Vec<TableCell> {
    let Page { situation, format } = page;
    let growth = situation.growth_of(period);
    let of_figure = [
        TableCell::dated(period, format.period(period)),
        TableCell::number(reading.value, format.exact(reading.value)),
        TableCell::text(status(format, reading).unwrap_or_default()),
        growth.map_or_else(TableCell::default, |growth| TableCell::signed(format, growth, 1)),
    ];
    let of_path = situation.path_of(period).map_or_else(TableCell::default, |path| {
        TableCell::rounded(format, path, situation.places).with_history(history_of_target(situation))
    });
    let of_figure = of_figure.map(|cell| cell.with_history(history_of(situation, period)));
    of_figure.into_iter().chain([of_path]).collect()
}

/// The lines of a message of several.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
