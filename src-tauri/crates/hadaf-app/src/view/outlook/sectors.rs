//! What each part of the total added to its growth, and what each is short of what the target asks.

use hadaf_core::{Contribution, Readings, Series, contributions};
use hadaf_model::Situation;
use hadaf_words::{Format, say};

use crate::chart::ChartTable;
use crate::session::{HistoryRequest, Result, history_of};

/// A heading and its table; a table without rows where no part is known.
///
/// # Errors
/// Sums that do not fit.
pub(super) fn table(situation: &Situation<'_>, format: Format) -> Result<(String, ChartTable)> {
    let words = format.words;
    let book = situation.book;
    let parts: Vec<(&Series, Readings)> = book
        .parts(situation.series)
        .into_iter()
        .map(|part| (part, Readings::of(book.observations(&part.id), situation.as_of)))
        .collect();
    let known: Vec<_> = parts.iter().map(|(part, readings)| (&part.id, readings)).collect();
    let total = (&situation.series.id, &situation.readings);
    // Parts are often published long after the total: the newest year that tells of one is told.
    let mut found = None;
    for year in situation.totals.iter().rev().map(|total| total.fiscal_year) {
        let in_hand = situation.target().filter(|_| situation.year() == Some(year));
        let target = in_hand.and_then(|claim| situation.amount(claim));
        let read = contributions(total, &known, situation.calendar(), year, target)?;
        if let Some(read) = read.filter(|read| !read.parts.is_empty()) {
            found = Some((read, target));
            break;
        }
    }
    let Some((found, target)) = found else {
        return Ok((String::new(), ChartTable::default()));
    };
    let year = found.fiscal_year;
    let first = situation.calendar().first_month(year);
    let title = say!(
        words,
        "sectors-title",
        span = format.span(first, found.through, true),
        now = if situation.year() == Some(year) { "yes" } else { "no" },
    );
    let is_short = found.total.gap.is_some_and(|gap| gap > 0.0);
    let mut columns = vec![
        say!(words, "column-sector"),
        format.year(year),
        format.year(year.prev()),
        say!(words, "column-change"),
        say!(words, "column-growth"),
        say!(words, "column-points"),
    ];
    if is_short {
        columns.push(say!(
            words,
            "column-short",
            target = target.map_or_else(String::new, |it| format.money_short(it, situation.series.unit))
        ));
    }
    let sheet = Sheet {
        situation,
        format,
        is_short,
    };
    let mut table = ChartTable {
        columns,
        ..ChartTable::default()
    };
    let title_of = |part: &Contribution| {
        let series = parts.iter().find(|(series, _)| series.id == part.series);
        series.map_or_else(String::new, |(series, _)| series.title.clone())
    };
    for part in &found.parts {
        table.rows.push(sheet.row(title_of(part), part));
        table.histories.push(sheet.histories(part, found.fiscal_year));
    }
    table.rows.push(sheet.cells(
        say!(words, "sectors-rest"),
        [
            String::new(),
            String::new(),
            format.signed(found.rest.to_f64(), situation.series.places),
            String::new(),
        ],
        found.rest_points,
        found.rest_gap,
    ));
    table.histories.push(vec![None; table.columns.len()]);
    table.rows.push(sheet.row(situation.series.title.clone(), &found.total));
    table.histories.push(sheet.histories(&found.total, found.fiscal_year));
    Ok((title, table))
}

struct Sheet<'a> {
    situation: &'a Situation<'a>,
    format: Format,
    is_short: bool,
}

impl Sheet<'_> {
    fn row(&self, title: String, part: &Contribution) -> Vec<String> {
        let places = self.situation.series.places;
        let growth = part.growth_percent.map(|growth| self.format.signed(growth, 1));
        let figures = [
            self.format.number(part.now, places),
            self.format.number(part.before, places),
            self.format.signed(part.change.to_f64(), places),
            growth.unwrap_or_default(),
        ];
        self.cells(title, figures, part.growth_points, part.gap)
    }

    fn cells(&self, title: String, figures: [String; 4], points: Option<f64>, gap: Option<f64>) -> Vec<String> {
        let mut cells = vec![title];
        cells.extend(figures);
        cells.push(points.map_or_else(String::new, |points| self.format.signed(points, 1)));
        if self.is_short {
            let places = self.situation.series.places;
            cells.push(gap.map_or_else(String::new, |gap| self.format.rounded(gap, places)));
        }
        cells
    }

    /// A part's two years open its own history.
    fn histories(&self, part: &Contribution, year: hadaf_core::FiscalYear) -> Vec<Option<HistoryRequest>> {
        let history = |year: hadaf_core::FiscalYear| {
            Some(HistoryRequest {
                series: part.series.to_string(),
                ..history_of(self.situation, year)
            })
        };
        let mut histories = vec![None, history(year), history(year.prev())];
        histories.resize(if self.is_short { 7 } else { 6 }, None);
        histories
    }
}
