//! Text into rows of cells, without losing the rest of the text to one open quote. One row is held at a time.

use csv::StringRecord;

use super::grid::Sheet;

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Line on which it starts, from 1.
    pub(crate) line: u64,
    pub(crate) cells: RowCells<'a>,
    /// A quote opens in it and does not close where a row of this width would end; only its first line was taken.
    pub(crate) open_quote: bool,
}

/// The cells of one row, of a text or of a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowCells<'a> {
    Text(&'a StringRecord),
    /// Of a sheet, in a row of it.
    Sheet(&'a Sheet, usize),
}

impl<'a> RowCells<'a> {
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Text(record) => record.len(),
            Self::Sheet(sheet, _) => sheet.columns(),
        }
    }

    pub(crate) fn get(self, place: usize) -> Option<&'a str> {
        match self {
            Self::Text(record) => record.get(place),
            Self::Sheet(sheet, row) => (place < sheet.columns()).then(|| sheet.cell(row, place).text),
        }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).filter_map(move |place| self.get(place))
    }

    pub(crate) fn to_texts(self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }
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
pub(crate) fn rows(text: &str, separator: u8, width: Option<usize>) -> Rows<'_> {
    Rows {
        csv: csv_reader(text, separator),
        text,
        separator,
        width,
        record: StringRecord::new(),
        first_line: 1,
        restarts: 0,
        given: (1, false),
    }
}

/// The rows of a text, one after the other.
pub(crate) struct Rows<'a> {
    text: &'a str,
    separator: u8,
    width: Option<usize>,
    csv: csv::Reader<&'a [u8]>,
    record: StringRecord,
    first_line: u64,
    restarts: usize,
    /// Line of the row that was given last, and whether its quote is open.
    given: (u64, bool),
}

fn csv_reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

impl Rows<'_> {
    /// The next row. It is held until the one after it is asked for.
    pub(crate) fn next(&mut self) -> Option<Row<'_>> {
        let (line, start, end) = self.read()?;
        let (text, separator) = (self.text, self.separator);
        let raw = &text[start..end];
        let lines = raw.trim_end_matches(['\r', '\n']);
        let spans = lines.bytes().any(|byte| byte == b'\n' || byte == b'\r');
        let misread = || !well_quoted(raw, separator) || self.width.is_some_and(|width| self.record.len() != width);
        let broken = spans && misread();
        if broken && self.restarts < RESTARTS {
            self.restarts += 1;
            let first = lines.find(['\r', '\n']).unwrap_or(lines.len());
            let rest = &text[start + first..];
            let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
            self.record.clear();
            for cell in lines[..first].split(char::from(separator)) {
                self.record.push_field(cell);
            }
            self.text = rest.unwrap_or_default();
            self.csv = csv_reader(self.text, separator);
            self.first_line = line + 1;
        }
        self.given = (line, broken);
        Some(self.again())
    }

    /// The row that was given last.
    pub(crate) fn again(&self) -> Row<'_> {
        let (line, open_quote) = self.given;
        Row {
            line,
            cells: RowCells::Text(&self.record),
            open_quote,
        }
    }

    /// Reads the next row: its line, and where its bytes stand.
    fn read(&mut self) -> Option<(u64, usize, usize)> {
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
        let raw = &self.text[start..end];
        let skipped = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let lines = raw.as_bytes()[..skipped].iter().filter(|byte| **byte == b'\n').count() as u64;
        Some((line + lines + self.first_line - 1, start + skipped, end))
    }
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
