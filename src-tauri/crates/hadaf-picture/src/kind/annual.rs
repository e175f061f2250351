//! Fiscal years against what was claimed about them.

use hadaf_chart::{AnnualPlot, AnnualYear, ChartSpec, Plot, PointMark, Readout};
use hadaf_core::{FiscalYear, FiscalYearTotal};
use hadaf_words::{MonthNames, Page, say};

use crate::history::{history_of, history_of_claim};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{claim_label, claim_marks, frame, ticks};

/// Years before the current one that are shown.
const YEARS_BEFORE: i16 = 6;

pub(crate) fn sheet(page: Page<'_>) -> Option<ChartSheet> {
    let Page { situation, format } = page;
    let last = situation.year()?;
    let totals = situation.totals.iter().map(|total| total.fiscal_year);
    let partial = situation.partial.iter().map(|partial| partial.fiscal_year);
    let oldest = totals.chain(partial).min()?;
    let first = oldest.max(last.plus(-YEARS_BEFORE));
    let years: Vec<FiscalYear> = FiscalYear::range(first..=last).collect();
    let drawn: Vec<AnnualYear> = years.iter().map(|it| year(page, *it)).collect();
    if drawn.iter().all(|year| year.value.is_none() && year.claims.is_empty()) {
        return None;
    }
    let subtitle = say!(
        format.words,
        "chart-annual-subtitle",
        series = page.title(),
        unit = page.unit(),
        span = format.year_span(first, last),
    );
    Some(ChartSheet {
        histories: vec![years.iter().map(|year| Some(history_of(situation, *year))).collect()],
        table: table(page, &years),
        spec: ChartSpec {
            frame: frame(
                page,
                page.annual_finding(),
                subtitle,
                note(page, &years),
                &range(&drawn),
            ),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Annual(AnnualPlot { years: drawn }),
        },
    })
}

fn year(page: Page<'_>, year: FiscalYear) -> AnnualYear {
    let total = page.situation.total_of(year);
    AnnualYear {
        fiscal_year: year,
        label: page.format.year(year),
        value: total.map(|total| total.value.to_f64()),
        mark: match total {
            Some(total) if total.months < 12 || total.provisional => PointMark::Provisional,
            _ => PointMark::Confirmed,
        },
        value_label: total.map_or_else(String::new, |total| page.total(total)),
        readout: Readout::new(
            page.format.year(year),
            match (total, page.situation.partial_of(year)) {
                (Some(total), _) => readout(page, total),
                (None, Some(partial)) => page.partly(partial),
                (None, None) => String::new(),
            },
        ),
        claims: claim_marks(page, &page.situation.claims_of(year).claims),
    }
}

/// "$2,975 m to February 2026; +19.9 % on a year".
fn readout(page: Page<'_>, total: &FiscalYearTotal) -> String {
    let words = page.words();
    let value = page.money(total.value.to_f64());
    let value = match total.months {
        12 => value,
        _ => page.value_to(value, total.last_month, MonthNames::Dated),
    };
    match total.growth_percent {
        Some(growth) => {
            let growth = page.format.signed_percent(growth, 1);
            format!("{value}; {}", say!(words, "growth-year", growth = growth))
        }
        None => value,
    }
}

/// The first and the last year that are known, for those who cannot see the picture.
fn range(years: &[AnnualYear]) -> String {
    let known = || years.iter().filter(|year| year.value.is_some());
    let ends = [known().next(), known().next_back()].into_iter().flatten();
    ends.map(|year| year.readout.to_string()).collect::<Vec<_>>().join("; ")
}

/// What is not known of the years, else which months of the current one are in it.
fn note(page: Page<'_>, years: &[FiscalYear]) -> String {
    match (page.unknown_of(years.iter().copied()), page.situation.current()) {
        (Some(unknown), _) => unknown,
        (None, Some(current)) if current.months < 12 => say!(
            page.words(),
            "chart-note-year",
            year = page.format.year(current.fiscal_year),
            end = page.periods().end(current.last_month, MonthNames::Dated)
        ),
        _ => String::new(),
    }
}

fn table(page: Page<'_>, years: &[FiscalYear]) -> ChartTable {
    let words = page.words();
    let columns = [
        say!(words, "column-year"),
        say!(words, "column-through"),
        page.unit(),
        say!(words, "column-growth"),
        say!(words, "column-target"),
        say!(words, "column-maker"),
    ];
    ChartTable::new(columns, years.iter().map(|year| row(page, *year)).collect())
}

/// The year's own cells open its history, those of its target the target's.
fn row(page: Page<'_>, year: FiscalYear) -> Vec<TableCell> {
    let Page { situation, format } = page;
    let (total, target) = (situation.total_of(year), situation.target_of(year));
    let of_year = |cell: Option<TableCell>| {
        let history = total.map(|_| history_of(situation, year));
        cell.unwrap_or_default().with_history(history)
    };
    let of_target = |cell: Option<TableCell>| {
        let history = target.map(|claim| history_of_claim(situation, claim));
        cell.unwrap_or_default().with_history(history)
    };
    let growth = total.and_then(|total| total.growth_percent);
    let amount = target.and_then(|claim| situation.amount(claim));
    vec![
        of_year(Some(TableCell::year(format, year))),
        of_year(total.map(|total| {
            let end = page.periods().ending(total.last_month);
            TableCell::dated(end, format.period_short(end))
        })),
        of_year(total.map(|total| TableCell::number(total.value, page.number(total.value)))),
        of_year(growth.map(|growth| TableCell::signed(format, growth, 1))),
        of_target(
            amount.map(|amount| match target.and_then(|claim| situation.high_end(claim)) {
                Some(high) => TableCell::between(
                    Some((amount, high)),
                    format.range(page.number(amount), page.number(high)),
                ),
                None => TableCell::number(amount, page.number(amount)),
            }),
        ),
        of_target(target.map(|claim| TableCell::text(claim_label(format, claim).join(", ")))),
    ]
}
