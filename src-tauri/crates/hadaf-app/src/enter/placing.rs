//! Where the cells of a pasted block fall: by the series and periods that it names itself, else from the selected cell on.

use hadaf_core::{Period, Series};
use hadaf_error::Result;
use hadaf_import::{Cell, read_number, read_period};
use hadaf_model::Book;
use hadaf_words::{Format, say};

use super::plan::period_for;

/// A block of figures with the series of its columns and the periods of its rows.
pub(super) struct Placing<'a> {
    /// The figures, without what stands above and before them.
    pub(super) rows: Vec<Vec<String>>,
    /// None for a column of which nothing is entered.
    pub(super) series: Vec<Option<&'a Series>>,
    /// As the block or the grid writes them.
    pub(super) periods: Vec<String>,
    /// What the block named itself.
    pub(super) named: BlockNames,
}

/// What a block names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockNames {
    /// Nothing: it holds figures alone.
    Nothing,
    /// One value for each selected cell.
    Filled,
    /// The series above, the periods before, or both.
    Here {
        /// The series.
        series: bool,
        /// The periods.
        periods: bool,
    },
    /// Something that is no series or period of the workspace: a table, to be read as such.
    Table,
}

/// What stands at the edge of a block: periods, series, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Periods,
    Series,
    /// Numbers, or nothing.
    Figures,
    /// Words that say nothing to us.
    Words,
}

impl<'a> Placing<'a> {
    /// Places a block on a selection, which is ids of series and periods: from its first cell on, or `fill`ing all of it.
    ///
    /// # Errors
    /// [`hadaf_error::Code::UnknownSeries`] for a selected column that is none.
    pub(super) fn of(
        book: &'a Book,
        selection: (&[String], &[String]),
        fill: bool,
        rows: Vec<Vec<String>>,
    ) -> Result<Self> {
        let (ids, periods) = selection;
        let series = |id: &String| -> Result<Option<&'a Series>> { Ok(Some(book.series(id)?)) };
        let selected: Vec<Option<&Series>> = ids.iter().map(series).collect::<Result<_>>()?;
        let bare = |rows: Vec<Vec<String>>, named: BlockNames| Self {
            rows,
            series: selected.clone(),
            periods: periods.to_vec(),
            named,
        };
        if fill {
            let (high, wide) = (periods.len(), selected.len());
            let row = |row: &Vec<String>| -> Vec<String> { row.iter().cycle().take(wide).cloned().collect() };
            let filled: Vec<Vec<String>> = rows.iter().cycle().take(high).map(row).collect();
            // What is worked out follows by itself.
            let entered = |series: &&Series| series.formula.is_none();
            return Ok(Self {
                series: selected.iter().map(|series| series.filter(entered)).collect(),
                ..bare(filled, BlockNames::Filled)
            });
        }
        let named = Self::named(book, &rows, &selected, periods)
            .or_else(|| Self::named(book, &turned(&rows), &selected, periods));
        Ok(match named {
            Some(named) => named,
            None if is_table(book, &rows) => bare(rows, BlockNames::Table),
            None => bare(rows, BlockNames::Nothing),
        })
    }

    /// The block with its periods before it and its series above, either of which may lack; none where that is not what it
    /// is.
    fn named(
        book: &'a Book,
        rows: &[Vec<String>],
        selected: &[Option<&'a Series>],
        periods: &[String],
    ) -> Option<Self> {
        let (first, below) = rows.split_first()?;
        let before = |rows: &[Vec<String>]| {
            let cells: Vec<&str> = rows.iter().filter_map(|row| Some(row.first()?.as_str())).collect();
            edge(book, &cells)
        };
        let above = |from: usize| {
            let cells: Vec<&str> = first.iter().skip(from).map(String::as_str).collect();
            edge(book, &cells)
        };
        let both = before(below) == Edge::Periods && above(1) == Edge::Series;
        let dated = both || before(rows) == Edge::Periods;
        let titled = both || !dated && above(0) == Edge::Series;
        let body = if titled { below } else { rows };
        let figures: Vec<Vec<String>> = body
            .iter()
            .map(|row| row.iter().skip(usize::from(dated)).cloned().collect())
            .collect();
        let wide = figures.first().map_or(0, Vec::len);
        let is_figures = figures.iter().flatten().all(|cell| read_number(cell).is_ok());
        if !(titled || dated) || wide == 0 || !is_figures {
            return None;
        }
        Some(Self {
            series: match titled {
                // What is worked out follows by itself.
                true => first
                    .iter()
                    .skip(usize::from(dated))
                    .map(|title| series_of(book, title).filter(|series| series.formula.is_none()))
                    .collect(),
                false => selected.to_vec(),
            },
            periods: match dated {
                true => body.iter().filter_map(|row| row.first().cloned()).collect(),
                false => periods.to_vec(),
            },
            rows: figures,
            named: BlockNames::Here {
                series: titled,
                periods: dated,
            },
        })
    }

    /// The period on which a cell falls; none where it is to be left out: the total of a year beside its months or quarters,
    /// which follows from them.
    ///
    /// # Errors
    /// [`hadaf_error::Code::Period`] where it is none of the series.
    pub(super) fn period(&self, book: &Book, series: &Series, row: usize) -> Result<Option<Period>> {
        let calendar = book.calendar();
        let text = &self.periods[row];
        let read = |text: &String| read_period(text, calendar).ok().map(|(period, _)| period);
        let is_named = matches!(self.named, BlockNames::Here { periods: true, .. });
        let own = period_for(book, series, text);
        if let Some(period) = read(text) {
            // A row of the grid is the month that it is; what is written may be a fiscal year: 2008-09.
            if series.frequency > period.frequency() && (!is_named || own.is_err()) {
                let longer = calendar.period_of(calendar.start_of(period), series.frequency);
                return Ok(Some(longer));
            }
            let is_total = period.as_fiscal_year().is_some() && period.frequency() > series.frequency;
            let finer = |other: &String| read(other).is_some_and(|other| other.as_fiscal_year().is_none());
            if is_named && is_total && self.periods.iter().any(finer) {
                return Ok(None);
            }
        }
        Ok(Some(own?.0))
    }
}

impl BlockNames {
    /// The same in a sentence; none where everything falls where the selection says.
    pub(super) fn told(self, format: Format) -> Option<String> {
        let words = format.words;
        match self {
            Self::Nothing | Self::Filled => None,
            Self::Table => Some(say!(words, "paste-table")),
            Self::Here { series, periods } => {
                let named = match (series, periods) {
                    (true, true) => "both",
                    (true, false) => "series",
                    (false, _) => "periods",
                };
                Some(say!(words, "paste-named", named = named))
            }
        }
    }
}

/// Rows as columns.
fn turned(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| {
        rows.iter()
            .map(|row| row.get(at).cloned().unwrap_or_default())
            .collect()
    };
    (0..wide).map(column).collect()
}

/// Words beside figures, in a block of several rows and columns, that name nothing of ours.
fn is_table(book: &Book, rows: &[Vec<String>]) -> bool {
    let wide = rows.first().map_or(0, Vec::len);
    let above: Vec<&str> = rows.iter().take(1).flatten().map(String::as_str).collect();
    let before: Vec<&str> = rows.iter().filter_map(|row| Some(row.first()?.as_str())).collect();
    let has_figures = rows.iter().flatten().any(|cell| is_number(cell));
    // A word amid figures is a cell that cannot be read.
    let names = |cells: &[&str]| edge(book, cells) != Edge::Figures && !cells.iter().any(|cell| is_number(cell));
    rows.len() > 1 && wide > 1 && has_figures && (names(&above) || names(&before))
}

fn is_number(text: &str) -> bool {
    matches!(read_number(text), Ok(Cell::Number { .. }))
}

/// What some cells are; empty ones say nothing.
fn edge(book: &Book, cells: &[&str]) -> Edge {
    let cells = || cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let is_period = |cell: &str| !is_number(cell) && read_period(cell, book.calendar()).is_ok();
    if cells().all(|cell| read_number(cell).is_ok()) {
        Edge::Figures
    } else if cells().all(is_period) {
        Edge::Periods
    } else if cells().all(|cell| series_of(book, cell).is_some()) {
        Edge::Series
    } else {
        Edge::Words
    }
}

/// The series of a title, of an id, or of a title with its unit behind, as the grid copies them; none where two are called so.
fn series_of<'a>(book: &'a Book, text: &str) -> Option<&'a Series> {
    let wanted = text.trim().to_lowercase();
    let is_it = |series: &&Series| {
        let title = series.title.trim().to_lowercase();
        let before_unit = wanted
            .strip_prefix(title.as_str())
            .is_some_and(|rest| rest.starts_with(", ") && !title.is_empty());
        title == wanted || series.id.as_str() == wanted || before_unit
    };
    let mut found = book.series.iter().filter(|series| !series.archived).filter(is_it);
    found.next().filter(|_| found.next().is_none())
}
