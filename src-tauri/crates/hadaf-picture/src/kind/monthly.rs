//! Months against the target path and the level still needed.

use std::ops::RangeInclusive;

use hadaf_chart::{ChartSpec, ClaimLine, MonthPoint, MonthlyPlot, NeededLevel, Plot, PointMark, Readout, YearMark};
use hadaf_core::{Decimal, FiscalYear, Month, Reading};
use hadaf_words::{MonthNames, Page, say};

use crate::history::{history_of, history_of_target};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{beside_path, frame, month_readout, status, ticks};

/// Years before the current one that are shown.
const YEARS_BEFORE: i16 = 3;

pub(crate) fn sheet(page: Page<'_>) -> Option<ChartSheet> {
    Some(of_year(page, page.situation.year()?)?.map(Plot::Monthly))
}

/// To the end of the current year, or of the one after it where that is closed.
pub(crate) fn of_year(page: Page<'_>, year: FiscalYear) -> Option<ChartSheet<MonthlyPlot>> {
    let Page { situation, format } = page;
    let (last, _) = situation.last_month()?;
    let calendar = situation.calendar();
    let oldest = situation
        .readings
        .months()
        .map(|(month, _)| calendar.year_of(month))
        .next()?;
    let first_year = oldest.max(year.plus(-YEARS_BEFORE));
    let span = (calendar.first_month(first_year), calendar.last_month(year).max(last));
    let months: Vec<(Month, &Reading)> = situation
        .readings
        .months()
        .filter(|(month, _)| (span.0..=span.1).contains(month))
        .collect();
    let (first, _) = months.first()?;
    let points = points(page, &months);
    let subtitle = say!(
        format.words,
        "chart-monthly-subtitle",
        series = page.title(),
        unit = page.unit(),
        span = format.span(*first, last, MonthNames::Dated),
    );
    let histories = months.iter().map(|(month, _)| Some(history_of(situation, month)));
    Some(ChartSheet {
        histories: vec![histories.collect()],
        table: table(page, &months),
        spec: ChartSpec {
            frame: frame(
                page,
                page.monthly_finding(),
                subtitle,
                note(page, &points, first_year..=year),
                &range(page, &months),
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
                derived_label: say!(format.words, "chart-calculated"),
                month_names: format.month_short_names(),
            },
        },
    })
}

/// The months in order; the best and the newest carry their values.
fn points(page: Page<'_>, months: &[(Month, &Reading)]) -> Vec<MonthPoint> {
    let best = months
        .iter()
        .max_by(|left, right| left.1.value.cmp_value(right.1.value));
    // Labels of numbers that differ are not the same.
    let shown = |it: Option<&(Month, &Reading)>| it.map_or(0.0, |(_, reading)| reading.value.to_f64());
    let [highest, newest] = page.money_apart([shown(best), shown(months.last())]);
    let labelled = [(best, highest), (months.last(), newest)];
    let labelled = labelled.map(|(it, money)| (it.map(|(month, _)| *month), money));
    let point = |(month, reading): &(Month, &Reading)| {
        let mark = match reading {
            reading if reading.derived => PointMark::Derived,
            reading if reading.provisional => PointMark::Provisional,
            _ => PointMark::Confirmed,
        };
        MonthPoint {
            month: *month,
            value: reading.value.to_f64(),
            mark,
            revised_from: reading.revised_from.map(Decimal::to_f64),
            readout: readout(page, *month, reading),
            label: labelled
                .iter()
                .find(|(of, _)| *of == Some(*month))
                .map(|(_, money)| label(page, *month, money, mark)),
        }
    };
    months.iter().map(point).collect()
}

/// "Dec 2025: $437 m (p)".
fn label(page: Page<'_>, month: Month, money: &str, mark: PointMark) -> String {
    let label = format!("{}: {money}", page.format.month_short(month));
    match mark {
        PointMark::Provisional => say!(page.words(), "chart-provisional", label = label),
        PointMark::Confirmed | PointMark::Derived => label,
    }
}

/// Value, status, growth, place against the path.
fn readout(page: Page<'_>, month: Month, reading: &Reading) -> Readout {
    let Page { situation, format } = page;
    let value = month_readout(page, month, reading.value.to_f64());
    let value_and_status = match status(format, reading) {
        Some(status) => format!("{}, {status}", value.text),
        None => value.text,
    };
    let growth = page.month_grown_on(month);
    let beside = beside_path(page, reading.value, situation.path_month(month), 0);
    let parts = [Some(value_and_status), growth, beside].into_iter().flatten();
    Readout::new(value.head, parts.collect::<Vec<_>>().join("; "))
}

fn path(page: Page<'_>, year: FiscalYear) -> Option<ClaimLine> {
    let (path, claim) = (page.situation.path.as_ref()?, page.situation.target()?);
    let months = page.situation.calendar().months_of(year);
    let has_band = path.low.iter().zip(&path.high).any(|(low, high)| low < high);
    let band = |index: usize| (months[index], path.low[index], path.high[index]);
    Some(ClaimLine {
        points: months.into_iter().zip(path.months).collect(),
        band: if has_band {
            (0..12).map(band).collect()
        } else {
            Vec::new()
        },
        label: lines(&say!(page.words(), "chart-path", target = page.claimed(claim))),
    })
}

fn needed(page: Page<'_>) -> Option<NeededLevel> {
    let pace = page.situation.pace.as_ref()?;
    let value = pace.needed_per_month?;
    let (from, to) = (*pace.left.first()?, *pace.left.last()?);
    let label = lines(&say!(
        page.words(),
        "chart-needed",
        needed = page.money(value),
        last = page.format.month_name(to),
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

/// First and last month, for those who cannot see the picture.
fn range(page: Page<'_>, months: &[(Month, &Reading)]) -> String {
    let (Some((first, from)), Some((last, to))) = (months.first(), months.last()) else {
        return String::new();
    };
    let [from, to] = page.money_apart([from.value.to_f64(), to.value.to_f64()]);
    say!(
        page.words(),
        "chart-range",
        first = page.format.month_short(*first),
        from = from,
        last = page.format.month_short(*last),
        to = to
    )
}

fn table(page: Page<'_>, months: &[(Month, &Reading)]) -> ChartTable {
    let words = page.words();
    let columns = [
        say!(words, "column-month"),
        page.unit(),
        say!(words, "column-status"),
        say!(words, "column-growth"),
        say!(words, "column-path"),
    ];
    let rows = months.iter().map(|(month, reading)| row(page, *month, reading));
    ChartTable::new(columns, rows.collect())
}

/// All cells open the month's history but that of the path, which opens its claim's.
fn row(page: Page<'_>, month: Month, reading: &Reading) -> Vec<TableCell> {
    let Page { situation, format } = page;
    let growth = situation.month_growth(month);
    let of_month = [
        TableCell::month(month, format.month(month)),
        TableCell::number(reading.value, format.exact(reading.value)),
        TableCell::text(status(format, reading).unwrap_or_default()),
        growth.map_or_else(TableCell::default, |growth| TableCell::signed(format, growth, 1)),
    ];
    let of_path = situation.path_month(month).map_or_else(TableCell::default, |path| {
        TableCell::rounded(format, path, situation.places).with_history(history_of_target(situation))
    });
    let of_month = of_month.map(|cell| cell.with_history(history_of(situation, month)));
    of_month.into_iter().chain([of_path]).collect()
}

/// The lines of a message of several.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
