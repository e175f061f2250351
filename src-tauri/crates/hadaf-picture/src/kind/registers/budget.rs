//! Allocated, released and spent.

use std::cmp::Reverse;

use hadaf_chart::{BudgetBar, BudgetPlot, ChartSpec, Plot, Readout};
use hadaf_core::{BudgetLine, Decimal, isolated};
use hadaf_register::{RegisterKind, known};
use hadaf_words::{Page, say};

use super::{ChartSheet, RegisterChart, ticks};

/// Budget lines that are drawn, the newest ones.
const BARS: usize = 10;

pub(crate) fn budget(page: Page<'_>) -> Option<ChartSheet> {
    let chart = RegisterChart::new(RegisterKind::Budget, page);
    let format = page.format;
    let words = format.words;
    let known: Vec<BudgetLine> = known(&chart.desk);
    let known: Vec<BudgetLine> = known.iter().map(|line| line.in_force(&known)).collect();
    let unit = known.first()?.unit;
    let mut lines: Vec<&BudgetLine> = known
        .iter()
        .filter(|line| line.unit == unit && line.allocated.is_some())
        .collect();
    // Lines that say what became of the money first, then the newest; drawn in order of time.
    lines.sort_by_key(|line| {
        let came = line.released.is_some() || line.spent.is_some();
        Reverse((came, line.fiscal_year, line.published.known_from()))
    });
    lines.truncate(BARS);
    lines.sort_by_key(|line| (line.fiscal_year, line.through, line.published.known_from(), line.id));
    let names = [
        say!(words, "field-allocated"),
        say!(words, "field-released"),
        say!(words, "field-spent"),
    ];
    let bars: Vec<BudgetBar> = lines.into_iter().map(|line| bar(line, &names, &chart)).collect();
    if bars.is_empty() {
        return None;
    }
    let range = bars.iter().filter_map(|bar| bar.label.first().cloned());
    let range = range.collect::<Vec<_>>().join("; ");
    let subtitle = say!(words, "chart-budget-subtitle", unit = format.unit(unit));
    Some(chart.sheet(ChartSpec {
        frame: chart.frame(subtitle, say!(words, "chart-budget-note"), &range),
        ticks: ticks(format, unit),
        plot: Plot::Budget(BudgetPlot { bars, names }),
    }))
}

fn bar(line: &BudgetLine, names: &[String; 3], chart: &RegisterChart<'_>) -> BudgetBar {
    let format = chart.desk.format;
    let pace = line.release_pace(chart.desk.book.calendar());
    let percent = |share: Option<f64>| share.map_or_else(String::new, |share| format.percent(share, 0));
    let amounts = names
        .iter()
        .zip([line.allocated, line.released, line.spent])
        .filter_map(|(name, amount)| Some(format!("{name} {}", format.exact(amount?))));
    let amounts: Vec<String> = amounts.collect();
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
            say!(format.words, "chart-elapsed", share = format.percent(share, 0))
        }),
        readout: Readout::new(
            format!("{}, {}", format.year(line.fiscal_year), isolated(&line.item)),
            format!("{} ({})", amounts.join(", "), format.unit(line.unit)),
        ),
    }
}
