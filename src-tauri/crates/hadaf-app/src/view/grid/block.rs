//! A block of the grid that somebody selected: its figures, each once, their sum and mean, and how it is copied.

use std::collections::BTreeSet;

use hadaf_core::{Adding, Decimal, Frequency, Month, Period, Series, SeriesId, Unit};
use hadaf_error::{Result, parse_period};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SeriesColumn;
use crate::session::App;

/// A block of cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridBlock {
    /// Its columns: ids of series.
    pub series: Vec<String>,
    /// Its rows: canonical periods.
    pub periods: Vec<String>,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// What a block sums to. Of months and their years only the months count, and a figure that spans several rows counts once.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct GridSum {
    /// How many figures it holds.
    pub known: usize,
    /// Their exact sum, formatted; null where they have none.
    pub sum: Option<String>,
    /// Their mean, formatted; null where they have none.
    pub mean: Option<String>,
    /// What both count; empty where they differ.
    pub unit: String,
    /// Why there is no sum, or what is left out of it; empty where there is nothing to say.
    pub note: String,
}

/// Copies a block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridCopy {
    /// Which.
    pub block: GridBlock,
    /// With the titles of series above and the periods before.
    pub headers: bool,
}

/// A block as other programs take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedBlock {
    /// Exact values between tabs.
    pub text: String,
    /// The same as a table.
    pub html: String,
}

/// A figure of a block.
struct BlockFigure {
    value: Decimal,
    /// How long the period is that it counts; none for a year so far and for months known together.
    of: Option<Frequency>,
    /// Said before its period was over: it stands in no sum.
    estimate: bool,
}

/// Where a figure is shown: its series, and the first month and the length in months of what it counts.
type ShownAt = (usize, Month, usize);

impl SeriesColumn<'_> {
    /// The figure shown in a row, with the first month and the length of what it counts; none where the row shows none.
    fn shown(&self, book: &Book, row: Period) -> Option<(BlockFigure, Month, usize)> {
        let calendar = book.calendar();
        let month = calendar.start_of(row);
        if let Some(total) = row
            .as_fiscal_year()
            .and_then(|year| self.totals.iter().find(|total| total.fiscal_year == year))
        {
            let figure = BlockFigure {
                value: total.value,
                of: (total.months == 12).then_some(Frequency::FiscalYear),
                estimate: false,
            };
            return Some((figure, month, 12));
        }
        let period = calendar.period_of(month, self.series.frequency.max(row.frequency()));
        // A year stands in its own row.
        if period.as_fiscal_year().is_some() && row != period {
            return None;
        }
        let reading = self.readings.get(period);
        if let Some(reading) = reading.or_else(|| self.readings.estimate(period)) {
            let figure = BlockFigure {
                value: reading.value,
                of: Some(period.frequency()),
                estimate: !reading.outturn,
            };
            let months = usize::from(period.frequency().months());
            return Some((figure, calendar.start_of(period), months));
        }
        let run = self.run_of(row)?;
        let figure = BlockFigure {
            value: run.reading.value,
            of: None,
            estimate: false,
        };
        Some((figure, run.first, usize::try_from(run.last.since(run.first) + 1).ok()?))
    }
}

/// A block with what is known of its series.
struct ReadBlock<'a> {
    book: &'a Book,
    format: Format,
    columns: Vec<SeriesColumn<'a>>,
    rows: Vec<Period>,
}

impl ReadBlock<'_> {
    /// The figures that count, each once, with the number of their column; and whether years were left out.
    fn figures(&self) -> (Vec<(usize, BlockFigure)>, bool) {
        let is_year = |row: &&Period| row.as_fiscal_year().is_some();
        let within = self.rows.iter().any(|row| !is_year(&row));
        let mut seen: BTreeSet<ShownAt> = BTreeSet::new();
        let (mut figures, mut years) = (Vec::new(), false);
        for row in &self.rows {
            for (place, column) in self.columns.iter().enumerate() {
                let Some((figure, month, months)) = column.shown(self.book, *row) else {
                    continue;
                };
                // A yearly series has no months that could count in its place.
                if within && is_year(&row) && column.series.frequency != Frequency::FiscalYear {
                    years = true;
                } else if seen.insert((place, month, months)) {
                    figures.push((place, figure));
                }
            }
        }
        (figures, years)
    }

    fn sum(&self) -> Result<GridSum> {
        let (figures, years) = self.figures();
        let words = self.format.words;
        let known = figures.len();
        let (said, counted): (Vec<_>, Vec<_>) = figures.into_iter().partition(|(_, figure)| figure.estimate);
        let used: BTreeSet<usize> = counted.iter().map(|(place, _)| *place).collect();
        let series: Vec<&Series> = used.iter().map(|place| self.columns[*place].series).collect();
        let units: BTreeSet<Unit> = series.iter().map(|series| series.unit).collect();
        let none = |note: String| GridSum {
            known,
            sum: None,
            mean: None,
            unit: String::new(),
            note,
        };
        if counted.len() < 2 {
            return Ok(none(String::new()));
        }
        if units.len() > 1 {
            return Ok(none(say!(words, "grid-sum-units")));
        }
        if let Some((whole, part)) = self.whole_with_part(&series) {
            let (whole, part) = (whole.title.clone(), part.title.clone());
            return Ok(none(say!(words, "grid-sum-part", total = whole, part = part)));
        }
        let values = counted.iter().map(|(_, figure)| figure.value);
        let sum = Decimal::sum(values)?;
        let lengths: BTreeSet<Option<Frequency>> = counted.iter().map(|(_, figure)| figure.of).collect();
        let is_even = lengths.len() == 1 && !lengths.contains(&None);
        let mean = sum.mean_of(counted.len()).filter(|_| is_even);
        let adds = series.iter().all(|series| series.adding() == Adding::Sum);
        let kind = || match units.first() {
            Some(Unit::Percent) => say!(words, "grid-sum-percent"),
            _ => say!(words, "grid-sum-stock"),
        };
        let notes = [
            (!adds).then(kind),
            years.then(|| say!(words, "grid-sum-years")),
            (!said.is_empty()).then(|| say!(words, "grid-sum-estimates", count = said.len())),
        ];
        Ok(GridSum {
            known,
            sum: adds.then(|| self.format.exact(sum)),
            mean: mean.map(|mean| self.format.exact(mean)),
            unit: series
                .first()
                .map_or_else(String::new, |one| self.format.unit(one.unit)),
            note: notes.into_iter().flatten().collect::<Vec<_>>().join("; "),
        })
    }

    /// A total and one of its parts among some series: what they sum to would count the part twice.
    fn whole_with_part<'b>(&'b self, series: &[&'b Series]) -> Option<(&'b Series, &'b Series)> {
        let ids: BTreeSet<&SeriesId> = series.iter().map(|series| &series.id).collect();
        let above = |part: &'b Series| {
            let up = std::iter::successors(self.book.whole(part), |total| self.book.whole(total));
            // In a file from elsewhere sectors may lie in a circle.
            up.take(self.book.sectors.len()).find(|total| ids.contains(&total.id))
        };
        series.iter().copied().find_map(|part| Some((above(part)?, part)))
    }

    /// The exact text of each cell; a figure that spans several rows stands in the first of them, as in merged cells.
    fn texts(&self) -> Vec<Vec<String>> {
        let mut seen: BTreeSet<ShownAt> = BTreeSet::new();
        let mut text = |row: Period, place: usize, column: &SeriesColumn<'_>| {
            let shown = column.shown(self.book, row);
            let first = shown.filter(|(_, month, months)| seen.insert((place, *month, *months)));
            first.map_or_else(String::new, |(figure, ..)| figure.value.to_string())
        };
        let mut texts = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let columns = self.columns.iter().enumerate();
            texts.push(columns.map(|(place, column)| text(*row, place, column)).collect());
        }
        texts
    }

    fn copied(&self, headers: bool) -> CopiedBlock {
        let mut rows = self.texts();
        if headers {
            for (row, period) in rows.iter_mut().zip(&self.rows) {
                row.insert(0, self.format.period_short(*period));
            }
            rows.insert(0, self.heads());
        }
        let lines = rows.iter().map(|row| {
            let cells = row.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " "));
            cells.collect::<Vec<_>>().join("\t")
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let cell = |(row, column): (usize, usize), text: &str| {
            let name = if headers && (row == 0 || column == 0) {
                "th"
            } else {
                "td"
            };
            format!("<{name}>{}</{name}>", escaped(text))
        };
        let mut html = String::from("<table>");
        for (row, cells) in rows.iter().enumerate() {
            html.push_str("<tr>");
            for (column, text) in cells.iter().enumerate() {
                html.push_str(&cell((row, column), text));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
        CopiedBlock { text, html }
    }

    /// What stands above: the unit of all, or the unit of each behind its title.
    fn heads(&self) -> Vec<String> {
        let units: BTreeSet<Unit> = self.columns.iter().map(|column| column.series.unit).collect();
        let unit = |unit: &Unit| self.format.unit(*unit);
        let corner = match units.first().filter(|_| units.len() == 1) {
            Some(one) => unit(one),
            None => String::new(),
        };
        let title = |column: &SeriesColumn<'_>| match units.len() {
            1 => column.series.title.clone(),
            _ => format!("{}, {}", column.series.title, unit(&column.series.unit)),
        };
        std::iter::once(corner).chain(self.columns.iter().map(title)).collect()
    }
}

/// Text between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl App {
    fn read_block<'a>(&self, book: &'a Book, block: &GridBlock) -> Result<ReadBlock<'a>> {
        let as_of = self.as_of(block.as_of.as_deref())?;
        let column = |id: &String| -> Result<SeriesColumn<'a>> { SeriesColumn::of(book, book.series(id)?, as_of) };
        let row = |period: &String| parse_period(period, book.calendar());
        Ok(ReadBlock {
            book,
            format: self.format(),
            columns: block.series.iter().map(column).collect::<Result<_>>()?,
            rows: block.periods.iter().map(row).collect::<Result<_>>()?,
        })
    }

    /// How many figures a block holds, and their sum and mean where these mean something: not of units that differ, of a total
    /// with its parts; no sum of percentages and stocks.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Period`], [`crate::Code::Date`], a sum that does not fit.
    pub fn grid_sum(&self, request: &GridBlock) -> Result<GridSum> {
        let book = self.book()?;
        self.read_block(&book, request)?.sum()
    }

    /// A block as other programs take it.
    ///
    /// # Errors
    /// As [`App::grid_sum`].
    pub fn grid_copied(&self, request: &GridCopy) -> Result<CopiedBlock> {
        let book = self.book()?;
        Ok(self.read_block(&book, &request.block)?.copied(request.headers))
    }
}
