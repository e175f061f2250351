//! A block copied from a spreadsheet: what it would change, then the change, one undoable entry.

use hadaf_core::{Decimal, Period, Readings, Series, Status};
use hadaf_import::{Cell as Pasted, Mark, read_number, read_paste};
use hadaf_model::Book;

use crate::enter::{Entry, period_for, published_on, status_for};
use crate::session::{App, AppError, Changed, Code, Result, required};
use crate::view::{PasteCell, PastePreview, PasteRequest};
use crate::words::{Format, say};

impl App {
    /// What a paste would do, cell by cell.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`] for a column that is none, [`Code::Period`] for a row that is none.
    pub fn paste_preview(&self, request: &PasteRequest) -> Result<PastePreview> {
        let book = self.book()?;
        let format = self.format();
        Ok(preview(&Block::read(&book, request)?, format))
    }

    /// Enters all new and changed values of a paste as new prints.
    ///
    /// # Errors
    /// As [`App::paste_preview`]; [`Code::Refused`] when a cell cannot be read or nothing would
    /// change, [`Code::Date`], [`Code::Word`] without a source, [`Code::ReadOnly`].
    pub fn paste_apply(&self, request: &PasteRequest) -> Result<Changed> {
        let book = self.book()?;
        let format = self.format();
        let block = Block::read(&book, request)?;
        let preview = preview(&block, format);
        if !preview.ready {
            return Err(AppError::of(
                Code::Refused,
                "paste-not-ready",
                &[("summary", &preview.summary)],
            ));
        }
        let source = required(&request.source, "source-missing")?;
        let today = self.today();
        let entries = block.entries(&book, &request.published, today)?;
        let label = say!(format.words, "label-paste", count = entries.len());
        self.change(&label, |change, author| {
            entries
                .iter()
                .try_for_each(|entry| entry.write(change, &source, author))
        })
    }
}

/// One pasted cell beside what is known.
struct Cell<'a> {
    series: &'a Series,
    period: Period,
    raw: String,
    read: Read,
    known: Option<Decimal>,
}

enum Read {
    Empty,
    Number(Decimal, Option<Mark>),
    Invalid(String),
}

impl Cell<'_> {
    fn change(&self) -> Option<Decimal> {
        match self.read {
            Read::Number(value, _) if self.known.is_none_or(|known| !known.same_value(value)) => Some(value),
            _ => None,
        }
    }

    /// What the mark behind the number says, else what is known.
    fn status(&self, book: &Book) -> Status {
        let marked = match self.read {
            Read::Number(_, mark) => mark.and_then(Mark::status),
            _ => None,
        };
        marked.unwrap_or_else(|| status_for(book, self.series, self.period))
    }
}

struct Block<'a> {
    cells: Vec<Cell<'a>>,
    /// Rows or columns of the clipboard that fall beside the grid.
    outside: bool,
}

impl<'a> Block<'a> {
    fn read(book: &'a Book, request: &PasteRequest) -> Result<Self> {
        let columns: Vec<(&Series, Readings)> = request
            .series
            .iter()
            .map(|id| {
                let series = book.series(id)?;
                Ok((series, Readings::of(book.prints(&series.id), None)))
            })
            .collect::<Result<_>>()?;
        let rows = read_paste(&request.text)?;
        let mut outside = rows.len() > request.periods.len();
        let mut cells = Vec::new();
        for (row, period) in rows.iter().zip(&request.periods) {
            outside |= row.len() > columns.len();
            for (raw, (series, readings)) in row.iter().zip(&columns) {
                let period = period_for(book, series, period)?;
                // A calculated number is nobody's print: the first real one is new.
                let known = readings
                    .get(period)
                    .filter(|reading| !reading.derived)
                    .map(|reading| reading.value);
                cells.push(Cell {
                    series,
                    period,
                    raw: raw.clone(),
                    read: read_cell(raw),
                    known,
                });
            }
        }
        Ok(Self { cells, outside })
    }

    fn entries(&self, book: &'a Book, published: &str, today: jiff::civil::Date) -> Result<Vec<Entry<'a>>> {
        let entry = |cell: &Cell<'a>| {
            let value = cell.change()?;
            Some(
                published_on(book, cell.period, published, today).map(|published| Entry {
                    series: cell.series,
                    period: cell.period,
                    value,
                    status: cell.status(book),
                    published,
                    note: String::new(),
                }),
            )
        };
        self.cells.iter().filter_map(entry).collect()
    }
}

fn read_cell(raw: &str) -> Read {
    match read_number(raw) {
        Ok(Pasted::Empty) => Read::Empty,
        Ok(Pasted::Number { value, mark }) => Read::Number(value, mark),
        Err(error) => Read::Invalid(format!("{error}; {}", error.hint())),
    }
}

fn preview(block: &Block<'_>, format: Format) -> PastePreview {
    let words = format.words;
    let view = |cell: &Cell<'_>| {
        let (value, outcome, message) = match (&cell.read, cell.known) {
            (Read::Empty, _) => (None, "empty", String::new()),
            (Read::Invalid(why), _) => (None, "invalid", why.clone()),
            (Read::Number(value, _), None) => (Some(value), "new", format.exact(*value)),
            (Read::Number(value, _), Some(known)) if known.same_value(*value) => (Some(value), "same", String::new()),
            (Read::Number(value, _), Some(known)) => (
                Some(value),
                "revises",
                format!("{} \u{2192} {}", format.exact(known), format.exact(*value)),
            ),
        };
        PasteCell {
            series: cell.series.id.to_string(),
            period: cell.period.to_string(),
            raw: cell.raw.clone(),
            value: value.map(ToString::to_string),
            outcome: outcome.into(),
            message,
        }
    };
    let cells: Vec<PasteCell> = block.cells.iter().map(view).collect();
    let count = |outcome: &str| cells.iter().filter(|cell| cell.outcome == outcome).count();
    let (new, revises, same, invalid) = (count("new"), count("revises"), count("same"), count("invalid"));
    let mut summary = say!(
        words,
        "paste-summary",
        new = new,
        revises = revises,
        same = same,
        invalid = invalid
    );
    if block.outside {
        summary = format!("{summary} {}", say!(words, "paste-outside"));
    }
    PastePreview {
        ready: invalid == 0 && new + revises > 0 && !block.outside,
        cells,
        summary,
    }
}
