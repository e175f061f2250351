//! Our own rows, one row, one value: as long CSV, as SDMX-CSV, as sheets of a workbook.

use std::borrow::Cow;

use crate::header::Header;
use crate::long_row_reader::LongRowReader;
use crate::period::ColumnKinds;
use crate::sheet::{Row, RowCells, Rows, rows, too_long_line};
use crate::sheet::{Sheet, utf_16};
use crate::{Column, Context, ImportError, Imported, Issue, Limits, RowError};

/// Reads our long CSV: columns by name in any order (see [`Column`]), separated by comma, semicolon
/// or tab, with or without byte order mark, lines ending in LF or CRLF; or our SDMX-CSV. A row that cannot be read
/// becomes an issue and the next row is read. Texts stay texts, whatever a spreadsheet would make of them.
///
/// # Errors
/// [`ImportError`] only when the file as a whole cannot be read.
pub fn read_long(bytes: &[u8], context: &Context) -> Result<Imported, ImportError> {
    if bytes.len() > context.limits.bytes {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: context.limits.bytes,
        });
    }
    let decoded = decoded(bytes)?;
    let text = decoded.strip_prefix('\u{FEFF}').map_or(&*decoded, |text| text);
    if let Some(line) = too_long_line(text) {
        return Err(ImportError::LineTooLong { line });
    }
    let (separator, names) = first_row(text).ok_or(ImportError::Empty)?;
    let width = names.len();
    let table = || {
        let mut table = rows(text, separator, Some(width));
        table.next();
        LongRows::Text(table)
    };
    read_rows(&names, &table, true, context)
}

/// Reads the same rows of sheets that all have the names of their columns in the first row, those of the first sheet.
/// Texts of a spreadsheet are texts, so that none is guarded against being calculated; those of tables of text are.
///
/// # Errors
/// As [`read_long`].
pub fn read_long_sheets(sheets: &[Sheet], is_guarded: bool, context: &Context) -> Result<Imported, ImportError> {
    let first = sheets.first().ok_or(ImportError::Empty)?;
    let names: Vec<String> = (0..first.width_of(0))
        .map(|column| first.cell(0, column).text.into())
        .collect();
    let table = || LongRows::Sheets {
        sheets,
        at: 0,
        row: 1,
        before: 0,
    };
    read_rows(&names, &table, is_guarded, context)
}

/// The rows below the names of the columns.
enum LongRows<'a> {
    Text(Rows<'a>),
    Sheets {
        sheets: &'a [Sheet],
        at: usize,
        row: usize,
        /// Rows of the sheets before.
        before: usize,
    },
}

impl LongRows<'_> {
    /// Goes to the next row, if there is one.
    fn advance(&mut self) -> bool {
        match self {
            Self::Text(rows) => rows.next().is_some(),
            Self::Sheets {
                sheets,
                at,
                row,
                before,
            } => {
                while sheets.get(*at).is_some_and(|sheet| sheet.rows() <= *row) {
                    *before += sheets[*at].rows();
                    (*at, *row) = (*at + 1, 1);
                }
                *row += 1;
                *at < sheets.len()
            }
        }
    }

    /// The row that it went to.
    fn row(&self) -> Row<'_> {
        match self {
            Self::Text(rows) => rows.again(),
            Self::Sheets {
                sheets,
                at,
                row,
                before,
            } => Row {
                line: (*before + *row) as u64,
                cells: RowCells::Sheet(&sheets[*at], *row - 1),
                open_quote: false,
            },
        }
    }

    /// The next row with anything in it.
    fn next_filled(&mut self) -> Option<Row<'_>> {
        let is_filled = |row: Row<'_>| row.open_quote || row.cells.iter().any(|cell| !cell.trim().is_empty());
        while self.advance() {
            if is_filled(self.row()) {
                return Some(self.row());
            }
        }
        None
    }
}

fn read_rows<'a>(
    names: &[String],
    table: &dyn Fn() -> LongRows<'a>,
    is_guarded: bool,
    context: &Context,
) -> Result<Imported, ImportError> {
    let mut given = Vec::new();
    given.extend(context.series.as_ref().map(|_| Column::Series));
    given.extend(context.source.as_ref().map(|_| Column::Source));
    let header = Header::read(names, &given)?;
    let mut kinds = ColumnKinds::default();
    loop {
        let mut reader = LongRowReader::new(context, kinds, header.clone(), is_guarded);
        reader.report_unread();
        let count = read_all(&mut table(), &mut reader);
        match reader.finish(count) {
            Ok(imported) => return Ok(imported),
            // A row further down tells that periods further up are years: seldom, so that most files are read once.
            Err(whole) => kinds = whole,
        }
    }
}

/// Reads the rows: how many there are.
fn read_all(rows: &mut LongRows<'_>, reader: &mut LongRowReader<'_>) -> usize {
    let mut count = 0;
    while let Some(row) = rows.next_filled() {
        if count == reader.limits().rows {
            let kind = RowError::TooManyRows { limit: count };
            reader.report(Issue::of(kind, Some(row.line), None));
            break;
        }
        count += 1;
        reader.take(row);
    }
    count
}

/// The text of a file in UTF-8, or in UTF-16 with or without its mark, as spreadsheets save "Unicode text".
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&0) => Ok(Cow::Borrowed(text)),
        read => utf_16(bytes)
            .or(read.ok().map(Cow::Borrowed))
            .ok_or_else(|| ImportError::NotUtf8 {
                offset: read.map_or_else(|error| error.valid_up_to(), str::len),
            }),
    }
}

/// The separator under which the first row holds most names of ours, and that row.
fn first_row(text: &str) -> Option<(u8, Vec<String>)> {
    let read = |separator: u8| Some((separator, rows(text, separator, None).next()?.cells.to_texts()));
    // Of equals the last wins: the comma.
    [b'\t', b';', b',']
        .into_iter()
        .filter_map(read)
        .max_by_key(|(_, names)| Header::known(names))
}

/// Whether a text is our own long CSV or SDMX-CSV: its first row names what each row needs, but for what the caller gives.
pub(crate) fn is_long(bytes: &[u8], given: &[Column]) -> bool {
    if bytes.len() > Limits::default().bytes {
        return false;
    }
    let decoded = decoded(bytes).ok();
    let text = decoded.as_deref();
    let text = text.map(|text| text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let first = text.filter(|text| too_long_line(text).is_none()).and_then(first_row);
    first.is_some_and(|(_, names)| Header::read(&names, given).is_ok())
}
