//! Text into rows of cells, without losing the rest of the text to one open quote.

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Line on which it starts, from 1.
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    /// A quote opens in it and does not close where a row of this width would end; only its first line was taken.
    pub(crate) open_quote: bool,
}

/// How often reading starts again behind an open quote: bounds the work on a hostile file.
const RESTARTS: usize = 20;

/// The most bytes of a line. No line of ours is that long, and it bounds the cells of a row.
const LINE: usize = 1 << 20;

/// The first line that is too long to be read, from 1.
pub(crate) fn too_long_line(text: &str) -> Option<u64> {
    text.split('\n')
        .zip(1..)
        .find(|(line, _)| line.len() > LINE)
        .map(|(_, number)| number)
}

/// Cuts a text into rows. A quoted cell may hold separators, quotes (doubled) and line breaks. When
/// `width` is given and a row of several lines has another width, its quote was never meant to span them.
pub(crate) fn rows(text: &str, separator: u8, width: Option<usize>) -> impl Iterator<Item = Row> + '_ {
    let mut reader = RowSplitter::new(text, separator, 1);
    let mut restarts = 0;
    std::iter::from_fn(move || {
        let (row, start, end) = reader.next()?;
        let raw = &reader.text[start..end];
        let lines = raw.trim_end_matches(['\r', '\n']);
        let spans = lines.contains(['\r', '\n']);
        let misread = || !well_quoted(raw, separator) || width.is_some_and(|width| row.cells.len() != width);
        let broken = spans && misread();
        if !broken || restarts == RESTARTS {
            return Some(Row {
                open_quote: broken,
                ..row
            });
        }
        restarts += 1;
        let first = lines.find(['\r', '\n']).unwrap_or(lines.len());
        let mut rest = &reader.text[start + first..];
        rest = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\r', '\n']))
            .unwrap_or(rest);
        let cells = lines[..first].split(char::from(separator)).map(Into::into).collect();
        reader = RowSplitter::new(rest, separator, row.line + 1);
        Some(Row {
            line: row.line,
            cells,
            open_quote: true,
        })
    })
}

/// Every quote that opens a cell closes it: a separator or the end of a line follows.
fn well_quoted(raw: &str, separator: u8) -> bool {
    let ends = |byte: u8| byte == separator || byte == b'\r' || byte == b'\n';
    let mut bytes = raw.bytes().peekable();
    let mut at_start = true;
    while let Some(byte) = bytes.next() {
        if !(at_start && byte == b'"') {
            at_start = ends(byte);
            continue;
        }
        loop {
            match bytes.next() {
                None => return false,
                Some(b'"') if bytes.next_if_eq(&b'"').is_some() => {}
                Some(b'"') => break,
                Some(_) => {}
            }
        }
        if bytes.peek().is_some_and(|next| !ends(*next)) {
            return false;
        }
        at_start = false;
    }
    true
}

struct RowSplitter<'a> {
    text: &'a str,
    csv: csv::Reader<&'a [u8]>,
    record: csv::StringRecord,
    first_line: u64,
}

impl<'a> RowSplitter<'a> {
    fn new(text: &'a str, separator: u8, first_line: u64) -> Self {
        let csv = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self {
            text,
            csv,
            record: csv::StringRecord::new(),
            first_line,
        }
    }

    /// The next row and where its bytes stand.
    fn next(&mut self) -> Option<(Row, usize, usize)> {
        let read = self.csv.read_record(&mut self.record);
        if !read.expect("the text is UTF-8, rows may differ in width, and a slice cannot fail") {
            return None;
        }
        let at = |byte: u64| usize::try_from(byte).expect("a place in memory").min(self.text.len());
        let (start, line) = self
            .record
            .position()
            .map_or((0, 1), |position| (at(position.byte()), position.line()));
        let end = at(self.csv.position().byte());
        // The reader's position is before the empty lines, and the LF of a CRLF, that it skips.
        let skipped = self.text[start..end].len() - self.text[start..end].trim_start_matches(['\r', '\n']).len();
        let lines = self.text[start..start + skipped].matches('\n').count() as u64;
        let (start, line) = (start + skipped, line + lines + self.first_line - 1);
        let cells = self.record.iter().map(Into::into).collect();
        Some((
            Row {
                line,
                cells,
                open_quote: false,
            },
            start,
            end,
        ))
    }
}
