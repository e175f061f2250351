//! Text with separators between its cells, of any dialect, and text whose columns are set by spaces.

use super::error::WorkbookError;
use super::grid::{CellKind, Sheet, SheetBuilder};
use super::split::rows;
use super::{Workbook, WorkbookKind, WorkbookRemark, bounds};

/// Lines by which the dialect is told.
const SAMPLE: usize = 200;
/// A cell with more line breaks than this was never meant: a quote is open.
const BREAKS: usize = 30;

/// Reads a text as one sheet.
pub(crate) fn delimited(text: &str, name: &str) -> Result<Workbook, WorkbookError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (separator, body) = match declared(text) {
        Some((separator, rest)) => (Some(separator), rest),
        None => (detected(text), text),
    };
    let mut remarks = Vec::new();
    let (separator, sheet) = match separator {
        Some(separator) => {
            let sheet = match quoted(body, separator, name, bounds::CELLS)? {
                Some(sheet) => sheet,
                None => {
                    remarks.push(WorkbookRemark::Truncated);
                    unquoted(body, separator, name)?
                }
            };
            (char::from(separator), sheet)
        }
        None => (' ', spaced(body, name)?),
    };
    Ok(Workbook {
        kind: WorkbookKind::Delimited { separator },
        sheets: vec![sheet],
        remarks,
    })
}

/// Excel's first line `sep=;`.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let separator = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=")?;
    match separator.as_bytes() {
        [separator] if separator.is_ascii() => Some((*separator, rest)),
        [] if first.contains('\t') => Some((b'\t', rest)),
        _ => None,
    }
}

/// The separator that cuts most lines into the same number of cells; where two do alike, the one that seldom stands
/// within cells.
fn detected(text: &str) -> Option<u8> {
    let candidates = [b'\t', b';', b'|', b','];
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE)
        .collect();
    let score = |separator: u8| {
        let mut widths: Vec<usize> = lines.iter().map(|line| width(line, separator)).collect();
        widths.sort_unstable();
        let runs = widths.chunk_by(|left, right| left == right);
        let alike = runs.filter(|run| run[0] > 0).map(<[usize]>::len).max().unwrap_or(0);
        let any = widths.iter().filter(|width| **width > 0).count();
        (alike, any)
    };
    let scored: Vec<(u8, (usize, usize))> = candidates.into_iter().map(|c| (c, score(c))).collect();
    let best = scored.iter().map(|(_, (alike, any))| alike + any).max()?;
    // A comma between digits is no separator where another one cuts about as well.
    let found = scored
        .iter()
        .find(|(_, (alike, any))| alike + any > 0 && (alike + any) * 10 >= best * 8)?;
    (found.0 != b',' || !decimal_commas_alone(&lines)).then_some(found.0)
}

/// Every comma stands between two digits, and columns are set by spaces: thousands, not separators.
fn decimal_commas_alone(lines: &[&str]) -> bool {
    let between_digits = |line: &str| {
        let bytes = line.as_bytes();
        bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b',')
            .all(|(at, _)| {
                at > 0
                    && bytes[at - 1].is_ascii_digit()
                    && bytes
                        .get(at + 1..at + 4)
                        .is_some_and(|next| next.iter().all(u8::is_ascii_digit))
            })
    };
    let mut with_commas = lines.iter().filter(|line| line.contains(','));
    lines.iter().all(|line| between_digits(line)) && with_commas.all(|line| figures_behind(line).len() > 2)
}

/// Separators of a line outside quotes.
fn width(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if byte == separator && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// The cells of a text as its quotes have it; none where a quote stays open.
pub(crate) fn quoted(text: &str, separator: u8, name: &str, left: usize) -> Result<Option<Sheet>, WorkbookError> {
    quoted_within(text, separator, name, left, BREAKS)
}

/// The same, where a cell may have that many line breaks.
pub(crate) fn quoted_within(
    text: &str,
    separator: u8,
    name: &str,
    left: usize,
    breaks: usize,
) -> Result<Option<Sheet>, WorkbookError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut sheet = SheetBuilder::plain(name, left);
    let mut record = csv::StringRecord::new();
    let (mut row, mut end) = (0_u32, 0_usize);
    while reader
        .read_record(&mut record)
        .map_err(|_| WorkbookError::damaged("text"))?
    {
        let next = usize::try_from(reader.position().byte())
            .expect("a place in memory")
            .min(text.len());
        // Empty lines are skipped by the reader; they part tables and keep the rows below in their place.
        let skipped = text.as_bytes()[end..next]
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let skipped = skipped.filter(|byte| **byte == b'\n').count();
        let lead =
            usize::from(end > 0 && text.as_bytes()[end - 1] == b'\r' && text.as_bytes().get(end) == Some(&b'\n'));
        row = row.saturating_add(u32::try_from(skipped - lead.min(skipped)).ok().unwrap_or(u32::MAX));
        end = next;
        for (column, cell) in (0_u32..).zip(record.iter()) {
            if cell.len() > breaks && cell.bytes().filter(|byte| *byte == b'\n').count() > breaks {
                return Ok(None);
            }
            sheet.put(row, column, CellKind::Text, cell, 0)?;
        }
        row += 1;
    }
    Ok(Some(sheet.finish().0))
}

/// The cells of a text in which a quote stays open: reading starts again behind it.
fn unquoted(text: &str, separator: u8, name: &str) -> Result<Sheet, WorkbookError> {
    let mut sheet = SheetBuilder::plain(name, bounds::CELLS);
    let (mut lines, mut row) = (rows(text, separator, None), 0_u32);
    while let Some(line) = lines.next() {
        for (column, cell) in (0_u32..).zip(line.cells.iter()) {
            let cut = cell.lines().next().unwrap_or_default();
            sheet.put(row, column, CellKind::Text, cut, 0)?;
        }
        row += 1;
    }
    Ok(sheet.finish().0)
}

/// A text without separators: columns are parted by two spaces or more, or the figures behind a label by one.
fn spaced(text: &str, name: &str) -> Result<Sheet, WorkbookError> {
    let mut sheet = SheetBuilder::plain(name, bounds::CELLS);
    for (row, line) in (0_u32..).zip(text.lines()) {
        if line.len() > 1 << 20 {
            return Err(WorkbookError::LongCell {
                sheet: name.into(),
                row: row + 1,
                limit: bounds::CELL_BYTES,
            });
        }
        let line = line.trim_end();
        let wide: Vec<&str> = line
            .trim_start()
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        let cells: Vec<&str> = match wide.len() {
            0 | 1 => figures_behind(line.trim()),
            _ => wide.into_iter().flat_map(figures_behind).collect(),
        };
        // Names of columns that stand behind the margin leave the first column free.
        let first = u32::from(line.starts_with("  ") && cells.len() > 1);
        for (column, cell) in (first..).zip(cells) {
            sheet.put(row, column, CellKind::Text, cell, 0)?;
        }
    }
    Ok(sheet.finish().0)
}

/// The label and the figures of `Computer services 286 298 1,292`; the whole where it does not end in two figures.
fn figures_behind(line: &str) -> Vec<&str> {
    let is_figure = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '(' | ')' | '-' | '%' | '*'))
            || matches!(word, ".." | "-" | "n.a." | "n/a")
    };
    let is_period = |word: &str| {
        let (letters, digits) = word.split_at(word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len()));
        letters.eq_ignore_ascii_case("fy") && !digits.is_empty()
            || letters.len() >= 3 && begins_a_month(letters) && digits.len() >= 3
    };
    let is_change = |word: &str| word.ends_with('%') || word.to_ascii_lowercase().starts_with("% ");
    let words = words_of(line);
    let behind = words
        .iter()
        .rev()
        .take_while(|word| is_figure(word) || is_period(word) || is_change(word))
        .count();
    if !(2..=120).contains(&behind) {
        return vec![line];
    }
    let first = words[words.len() - behind];
    let at = first.as_ptr() as usize - line.as_ptr() as usize;
    let label = line[..at].trim_end();
    [label]
        .into_iter()
        .filter(|label| !label.is_empty())
        .chain(words[words.len() - behind..].iter().copied())
        .collect()
}

/// The words of a line; `% Change` is one.
fn words_of(line: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let joins = ["change", "chg", "growth"]
            .iter()
            .any(|change| word.eq_ignore_ascii_case(change));
        match words.last_mut() {
            Some(last) if *last == "%" && joins => {
                let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
                *last = &line[at(last)..at(word) + word.len()];
            }
            _ => words.push(word),
        }
    }
    words
}

fn begins_a_month(letters: &str) -> bool {
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    months
        .iter()
        .any(|month| letters.to_ascii_lowercase().starts_with(month))
}
