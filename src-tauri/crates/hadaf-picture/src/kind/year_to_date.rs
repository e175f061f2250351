//! The fiscal year so far against the target path and past years.

use hadaf_chart::{ChartSpec, CumulativeYear, Plot, Readout, RunningTotal, YearToDatePlot};
use hadaf_core::{Adding, Decimal, FiscalYear, Frequency, Month, TargetPath, running_totals};
use hadaf_model::Situation;
use hadaf_words::{MonthNames, Page, say};

use super::monthly::lines;
use crate::history::{history_of, history_of_target};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{beside_path, claim_marks, frame, ticks};

/// Past years beside the current one.
const YEARS_BEFORE: i16 = 3;

/// The totals of a year to the end of each of its months; none where nobody knows.
type RunningTotals = [Option<Decimal>; 12];

pub(crate) fn sheet(page: Page<'_>) -> Option<ChartSheet> {
    Some(of_year(page, page.situation.year()?)?.map(Plot::YearToDate))
}

/// Of the current year, or of the one after it where that is closed: only the current year has a path.
pub(crate) fn of_year(page: Page<'_>, year: FiscalYear) -> Option<ChartSheet<YearToDatePlot>> {
    let Page { situation, format } = page;
    let years = shown_years(page, year);
    // A series of years has no year so far.
    if page.is_yearly() || years.iter().flat_map(|(_, totals)| totals).all(Option::is_none) {
        return None;
    }
    let months = situation.calendar().months_of(year);
    let drawn: Vec<CumulativeYear> = years
        .iter()
        .map(|(of, totals)| cumulative_year(page, *of, totals, *of == year))
        .collect();
    let range = drawn
        .iter()
        .map(|year| year.label.as_str())
        .collect::<Vec<_>>()
        .join("; ");
    // The current year is lane 0, then the others, the newest first.
    let lanes = years.iter().rev().map(|(of, _)| *of).filter(|of| *of != year);
    let histories = std::iter::once(year).chain(lanes).map(|of| {
        let months = situation.calendar().months_of(of);
        months
            .map(|month| Some(history_of(situation, page.periods().ending(month))))
            .to_vec()
    });
    let oldest = years.first().map_or(year, |(of, _)| *of).min(year.plus(-YEARS_BEFORE));
    let note = page.unknown_of(FiscalYear::range(oldest..=year));
    let note = [note, page.no_path()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let path = path_of(page, year);
    Some(ChartSheet {
        histories: histories.collect(),
        table: table(page, year, &years),
        spec: ChartSpec {
            frame: frame(
                page,
                page.year_to_date_finding(),
                subtitle(page, months[0]),
                note,
                &range,
            ),
            ticks: ticks(format, situation.series.unit),
            plot: YearToDatePlot {
                month_names: months.map(|month| format.month_short_name(month.month())),
                years: drawn,
                path: path.map_or_else(Vec::new, |path| path.cumulative().to_vec()),
                path_label: path.map_or_else(Vec::new, |_| path_label(page)),
                claims: claim_marks(page, &situation.claims_of(year).claims),
                fan: None,
                behind: None,
            },
        },
    })
}

/// What is drawn of a year that begins with a month.
fn subtitle(page: Page<'_>, first: Month) -> String {
    let Page { situation, format } = page;
    let (words, first) = (format.words, format.month_name(first));
    let (series, unit) = (page.title(), page.unit());
    // Months after a hole are in no total, so that the newest of them is not the latest here.
    let stands = situation.readings.adding() == Adding::Last;
    let newest = situation.current().map(|current| current.last_month);
    match newest.map(|last| page.periods().end(last, MonthNames::Dated)) {
        Some(last) if stands => say!(
            words,
            "chart-year-subtitle-last",
            series = series,
            unit = unit,
            every = page.every(),
            last = last
        ),
        Some(last) => say!(
            words,
            "chart-year-subtitle",
            series = series,
            unit = unit,
            first = first,
            every = page.every(),
            last = last
        ),
        None => say!(
            words,
            "chart-year-subtitle-none",
            series = series,
            unit = unit,
            first = first
        ),
    }
}

/// The year, and before it the newest ones that have a total, oldest first.
fn shown_years(page: Page<'_>, year: FiscalYear) -> Vec<(FiscalYear, RunningTotals)> {
    let told = page.situation.totals.iter().map(|total| total.fiscal_year);
    let before = told
        .rev()
        .filter(|of| *of < year)
        .take(YEARS_BEFORE.unsigned_abs().into());
    let mut years: Vec<_> = std::iter::once(year)
        .chain(before)
        .map(|of| (of, totals_of(page, of)))
        .collect();
    years.reverse();
    years
}

/// The target path, where `year` is the one that it is for.
fn path_of<'a>(page: Page<'a>, year: FiscalYear) -> Option<&'a TargetPath> {
    let path = page.situation.path.as_ref();
    path.filter(|_| page.situation.year() == Some(year))
}

/// The totals to the end of each month, as every reader of a year so far has them.
fn totals_of(page: Page<'_>, year: FiscalYear) -> RunningTotals {
    let situation = page.situation;
    // Sums that do not fit are refused where the series is read.
    let totals = running_totals(&situation.readings, situation.calendar(), year).ok();
    totals.map_or([None; 12], |totals| totals.map(|total| total.map(|total| total.value)))
}

fn cumulative_year(page: Page<'_>, year: FiscalYear, totals: &RunningTotals, current: bool) -> CumulativeYear {
    let Page { situation, format } = page;
    let months = situation.calendar().months_of(year);
    let mut known = months
        .iter()
        .zip(totals)
        .filter_map(|(month, total)| Some((*month, (*total)?)));
    let end = known.next_back();
    let total = situation
        .total_of(year)
        .map(|total| (total.last_month, total.value))
        .or(end);
    let value = match total {
        Some((month, value)) if month < months[11] => {
            page.value_to(page.money(value.to_f64()), month, MonthNames::Short)
        }
        Some((_, value)) => page.money(value.to_f64()),
        None => situation
            .partial_of(year)
            .map_or_else(String::new, |partial| page.partly(partial)),
    };
    CumulativeYear {
        label: format!("{} {value}", format.year(year)),
        totals: (0..12)
            .map(|index| {
                totals[index].map(|total| RunningTotal {
                    value: total.to_f64(),
                    readout: readout(page, months[index], total, index),
                })
            })
            .collect(),
        apart: apart(page, year),
        current,
        provisional: current
            && situation
                .current()
                .is_some_and(|total| total.provisional && total.months < 12),
    }
}

/// Months from one total of a year to the next: three where it has quarters and no months.
fn apart(page: Page<'_>, year: FiscalYear) -> usize {
    let Situation { readings, .. } = page.situation;
    let calendar = page.situation.calendar();
    let months = calendar.months_of(year);
    let has = |every: Frequency| {
        let mut periods = months.iter().map(|month| calendar.period_of(*month, every));
        periods.any(|period| readings.get(period).is_some())
    };
    let is_of_quarters = has(Frequency::Quarter) && !has(Frequency::Month);
    let every = if is_of_quarters {
        Frequency::Quarter
    } else {
        readings.every()
    };
    every.months().into()
}

/// The total to the end of a month, and how it stands to the path.
fn readout(page: Page<'_>, month: Month, total: Decimal, index: usize) -> Readout {
    let year = page.situation.calendar().year_of(month);
    let path = path_of(page, year).map(|path| path.cumulative()[index]);
    let value = page.money(total.to_f64());
    Readout::new(
        page.periods().year_to(year, month, MonthNames::Dated),
        match beside_path(page, total, path, 1) {
            Some(beside) => format!("{value}; {beside}"),
            None => value,
        },
    )
}

fn path_label(page: Page<'_>) -> Vec<String> {
    page.situation.target().map_or_else(Vec::new, |claim| {
        lines(&say!(page.words(), "chart-path", target = page.claimed(claim)))
    })
}

fn table(page: Page<'_>, year: FiscalYear, years: &[(FiscalYear, RunningTotals)]) -> ChartTable {
    let words = page.words();
    let through = say!(words, "column-through");
    let columns = std::iter::once(through)
        .chain(years.iter().map(|(year, _)| page.format.year(*year)))
        .chain([say!(words, "column-path")]);
    // Of a series of quarters, the rows of their ends, and of what else is known.
    let every = page.situation.readings.every();
    let months = page.situation.calendar().months_of(year);
    let is_row = |index: &usize| {
        page.situation.calendar().period_ending(months[*index], every).is_some()
            || years.iter().any(|(_, totals)| totals[*index].is_some())
    };
    let rows = (0..12).filter(is_row).map(|index| row(page, year, years, index));
    ChartTable::new(columns.collect::<Vec<_>>(), rows.collect())
}

/// To the end of one month: each year's total with the month's history, then the path with its claim's.
fn row(page: Page<'_>, year: FiscalYear, years: &[(FiscalYear, RunningTotals)], index: usize) -> Vec<TableCell> {
    let Page { situation, format } = page;
    let month_of = |year: FiscalYear| page.periods().ending(situation.calendar().months_of(year)[index]);
    let total = |(year, totals): &(FiscalYear, RunningTotals)| {
        totals[index].map_or_else(TableCell::default, |total| {
            TableCell::number(total, page.number(total)).with_history(history_of(situation, month_of(*year)))
        })
    };
    let path = path_of(page, year).map_or_else(TableCell::default, |path| {
        TableCell::rounded(format, path.cumulative()[index], situation.places)
            .with_history(history_of_target(situation))
    });
    // A month, or quarter, of every year has a name and no date.
    let name = page.periods().name(month_of(year), MonthNames::Long);
    std::iter::once(TableCell::text(name))
        .chain(years.iter().map(total))
        .chain([path])
        .collect()
}
