//! The tables of a page of the web, also of one that a program saved as `.xls`. Each innermost table is a sheet; what
//! stands before it on the page is its title.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::error::WorkbookError;
use super::grid::{CellKind, MergedRegion, Sheet, SheetBuilder};
use super::{Workbook, WorkbookKind, bounds};

/// It has a table, or says that it is a page.
pub(crate) fn is_page(text: &str) -> bool {
    let head: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let begins = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let is_markup = begins.starts_with('<') || begins.starts_with("version:") || begins.starts_with("mime-version");
    is_markup
        && (head.contains("<html")
            || head.contains("<table")
            || head.contains("<!doctype html")
            || head.contains("<body")
            || head.contains("<tr"))
}

/// Reads every table of a page.
pub(crate) fn page(text: &str) -> Result<Workbook, WorkbookError> {
    let sink = TableSink::default();
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    // In pieces, since one piece is addressed with 32 bits.
    let mut rest = text;
    while !rest.is_empty() {
        let mut length = rest.len().min(1 << 20);
        while !rest.is_char_boundary(length) {
            length += 1;
        }
        input.push_back(StrTendril::from_slice(&rest[..length]));
        rest = &rest[length..];
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let mut tables = tokenizer.sink.state.into_inner();
    while !tables.open.is_empty() {
        tables.close_table();
    }
    if let Some(error) = tables.error {
        return Err(error);
    }
    Ok(Workbook {
        kind: WorkbookKind::Html,
        sheets: tables.done,
        remarks: Vec::new(),
    })
}

#[derive(Default)]
struct TableSink {
    state: RefCell<OpenPage>,
}

#[derive(Default)]
struct OpenPage {
    open: Vec<OpenTable>,
    done: Vec<Sheet>,
    /// Words before the next table.
    before: Vec<String>,
    words: String,
    error: Option<WorkbookError>,
    cells: usize,
}

#[derive(Default)]
struct OpenTable {
    title: Vec<String>,
    rows: Vec<Vec<PageCell>>,
    row: u32,
    column: u32,
    cell: Option<PageCell>,
    in_caption: bool,
    /// Holds another table, so it only lays out the page.
    is_frame: bool,
    /// Down to which row each column is taken by a cell above.
    taken: Vec<u32>,
    merged: Vec<MergedRegion>,
}

struct PageCell {
    column: u32,
    text: String,
    exact: Option<String>,
}

impl TokenSink for TableSink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut tables = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) => tables.text(&text),
            Token::TagToken(tag) => {
                if tag.kind == TagKind::StartTag && !tag.self_closing {
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                        "style" | "noframes" | "iframe" | "noembed" => {
                            return TokenSinkResult::RawData(RawKind::Rawtext);
                        }
                        "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => {}
                    }
                }
                tables.tag(&tag);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl OpenPage {
    fn text(&mut self, text: &str) {
        if let Some(table) = self.open.last_mut() {
            if let Some(cell) = &mut table.cell {
                if cell.text.len() + text.len() <= bounds::CELL_BYTES * 2 {
                    cell.text.push_str(text);
                } else if self.error.is_none() {
                    self.error = Some(WorkbookError::LongCell {
                        sheet: String::new(),
                        row: table.row + 1,
                        limit: bounds::CELL_BYTES,
                    });
                }
                return;
            }
            if !table.in_caption {
                return;
            }
        }
        if self.words.len() + text.len() <= bounds::CELL_BYTES {
            self.words.push_str(text);
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let is_start = tag.kind == TagKind::StartTag;
        match (&*tag.name, is_start) {
            ("table", true) => self.open_table(),
            ("table", false) => self.close_table(),
            ("tr", true) => self.open_row(),
            ("tr" | "thead" | "tbody" | "tfoot", _) => self.close_row(),
            ("td" | "th", true) => self.open_cell(tag),
            ("td" | "th", false) => self.close_cell(),
            ("style" | "script" | "title" | "head", _) => self.words.clear(),
            ("caption", _) => {
                self.end_words();
                if let Some(table) = self.open.last_mut() {
                    table.in_caption = is_start;
                    if !is_start {
                        table.title.extend(self.before.pop());
                    }
                }
            }
            ("br" | "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "body" | "hr", _) => {
                match self.open.last_mut().and_then(|table| table.cell.as_mut()) {
                    Some(cell) => cell.text.push(' '),
                    None => self.end_words(),
                }
            }
            _ => {}
        }
    }

    /// The words before a table, a line for each block.
    fn end_words(&mut self) {
        let words = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.words.clear();
        if !words.is_empty() {
            self.before.push(words);
            if self.before.len() > 64 {
                self.before.remove(0);
            }
        }
    }

    fn open_table(&mut self) {
        self.end_words();
        if let Some(outer) = self.open.last_mut() {
            outer.is_frame = true;
        }
        if self.open.len() >= bounds::NESTING {
            self.error.get_or_insert(WorkbookError::damaged("table"));
            return;
        }
        // The nearest lines say what the table is; a page's menu does not.
        let from = self.before.len().saturating_sub(4);
        let title = self.before.split_off(from);
        self.before.clear();
        self.open.push(OpenTable {
            title,
            ..OpenTable::default()
        });
    }

    fn open_row(&mut self) {
        self.close_row();
        if let Some(table) = self.open.last_mut() {
            table.rows.push(Vec::new());
            table.row = u32::try_from(table.rows.len() - 1).ok().unwrap_or(u32::MAX);
            table.column = 0;
        }
    }

    fn close_row(&mut self) {
        self.close_cell();
    }

    fn open_cell(&mut self, tag: &Tag) {
        self.close_cell();
        self.cells += 1;
        let too_many = self.cells > bounds::CELLS / 4;
        let Some(table) = self.open.last_mut() else { return };
        if too_many {
            self.error
                .get_or_insert(WorkbookError::TooManyCells { limit: bounds::CELLS });
            return;
        }
        if table.rows.is_empty() {
            table.rows.push(Vec::new());
        }
        let attribute = |name: &str| {
            let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.to_string())
        };
        let span = |name: &str, most: u32| {
            let span = attribute(name).and_then(|value| value.trim().parse::<u32>().ok());
            span.map_or(1, |span| span.clamp(1, most))
        };
        while table
            .taken
            .get(table.column as usize)
            .is_some_and(|until| *until > table.row)
        {
            table.column += 1;
        }
        let (across, down) = (span("colspan", 1000), span("rowspan", 10_000));
        let (left, top) = (table.column, table.row);
        if left + across >= bounds::COLUMNS {
            self.error
                .get_or_insert(WorkbookError::TooManyCells { limit: bounds::CELLS });
            return;
        }
        let right = left + across - 1;
        if across > 1 || down > 1 {
            if table.taken.len() <= right as usize {
                table.taken.resize(right as usize + 1, 0);
            }
            for taken in &mut table.taken[left as usize..=right as usize] {
                *taken = top + down;
            }
            if table.merged.len() < bounds::REGIONS {
                table.merged.push(MergedRegion {
                    top,
                    left,
                    bottom: top + down - 1,
                    right,
                });
            }
        }
        table.column = right + 1;
        table.cell = Some(PageCell {
            column: left,
            text: String::new(),
            exact: attribute("x:num").filter(|number| !number.is_empty()),
        });
    }

    fn close_cell(&mut self) {
        if let Some(table) = self.open.last_mut()
            && let Some(mut cell) = table.cell.take()
        {
            cell.text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(row) = table.rows.last_mut() {
                row.push(cell);
            }
        }
    }

    fn close_table(&mut self) {
        self.close_row();
        let Some(table) = self.open.pop() else { return };
        if self.error.is_some() || table.is_frame {
            return;
        }
        if self.done.len() >= bounds::SHEETS {
            self.error = Some(WorkbookError::TooManySheets { limit: bounds::SHEETS });
            return;
        }
        match table.into_sheet() {
            Ok(sheet) => self.done.push(sheet),
            Err(error) => self.error = Some(error),
        }
    }
}

impl OpenTable {
    fn into_sheet(self) -> Result<Sheet, WorkbookError> {
        let name = self.title.last().cloned().unwrap_or_default();
        let mut sheet = SheetBuilder::plain(&name, bounds::CELLS);
        let mut first = 0;
        for title in &self.title {
            sheet.put(first, 0, CellKind::Text, title, 0)?;
            first += 1;
        }
        for (row, cells) in (first..).zip(self.rows) {
            for cell in cells {
                // A month or a day is a number too, and is shown in words.
                let exact = cell.exact.as_ref().filter(|_| !cell.text.contains(char::is_alphabetic));
                match exact {
                    Some(number) => sheet.put(row, cell.column, CellKind::Text, number, 0)?,
                    None => sheet.put(row, cell.column, CellKind::Text, &cell.text, 0)?,
                }
            }
        }
        let shifted = |region: MergedRegion| MergedRegion {
            top: region.top + first,
            bottom: region.bottom + first,
            ..region
        };
        sheet.sheet().merged = self.merged.into_iter().map(shifted).collect();
        Ok(sheet.finish().0)
    }
}
