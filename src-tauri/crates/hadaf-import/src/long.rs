//! Our own long CSV: one row, one value.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hadaf_core::{Basis, Decimal, Month, PartialDate, Period, Published, SeriesId, Status, read_partial_date};

use crate::header::Header;
use crate::period::{ColumnKinds, ColumnPeriod};
use crate::sheet::utf_16;
use crate::split::{Row, rows, too_long_line};
use crate::{
    Cell, Column, ColumnUse, Context, Draft, ImportError, Imported, Issue, Limits, RowError, RowNote, SourceDraft,
    read_number,
};

/// Reads our long CSV: columns by name in any order (see [`Column`]), separated by comma, semicolon
/// or tab, with or without byte order mark, lines ending in LF or CRLF. A row that cannot be read
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
    let mut given = Vec::new();
    given.extend(context.series.as_ref().map(|_| Column::Series));
    given.extend(context.source.as_ref().map(|_| Column::Source));
    let header = Header::read(&names, &given)?;
    let is_blank = |row: &Row| !row.open_quote && row.cells.iter().all(|cell| cell.trim().is_empty());
    let table: Vec<Row> = rows(text, separator, Some(names.len()))
        .skip(1)
        .filter(|row| !is_blank(row))
        .take(context.limits.rows.saturating_add(1))
        .collect();
    let mut reader = RowReader {
        context,
        kinds: kinds(&table, &header, context),
        header,
        issues: Vec::new(),
        issues_left_off: 0,
    };
    reader.report_unread();
    reader.report_kinds();
    let (mut drafts, mut count) = (Vec::new(), 0);
    let (mut dateless, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for row in &table {
        if count == context.limits.rows {
            let kind = RowError::TooManyRows { limit: count };
            reader.report(Issue::of(kind, Some(row.line), None));
            break;
        }
        count += 1;
        let draft = reader.draft(row);
        if draft.as_ref().is_some_and(|draft| draft.published.date.is_none()) {
            let (published, seen) = (reader.cell(row, Column::Published), reader.cell(row, Column::Seen));
            match (is_unknown(published), seen) {
                (true, _) => unknown.insert(row.line),
                (false, "") => dateless.insert(row.line),
                (false, _) => false,
            };
        }
        drafts.extend(draft);
    }
    let RowReader {
        header,
        mut issues,
        issues_left_off,
        ..
    } = reader;
    issues.sort_by_key(|issue| issue.line);
    Ok(Imported {
        columns: header.columns,
        rows: count,
        drafts,
        dateless,
        unknown,
        issues,
        issues_left_off,
    })
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
    let read = |separator: u8| Some((separator, rows(text, separator, None).next()?.cells));
    // Of equals the last wins: the comma.
    [b'\t', b';', b',']
        .into_iter()
        .filter_map(read)
        .max_by_key(|(_, names)| Header::known(names))
}

/// Whether a text is our own long CSV: its first row names what each row needs, but for what the caller gives.
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

/// Of what kind the periods of each series are.
fn kinds<'a>(table: &'a [Row], header: &Header, context: &Context) -> ColumnKinds<'a> {
    let mut kinds = ColumnKinds::default();
    let cell = |row: &'a Row, column| header.cell(row, column);
    for row in table {
        let series = cell(row, Column::Series);
        let yearly = match (series, &context.series) {
            ("", Some(given)) => context.yearly.contains(given),
            (series, _) => context.yearly.iter().any(|yearly| yearly.as_str() == series),
        };
        kinds.see(series, cell(row, Column::Period), row.line, yearly, &context.calendar);
    }
    kinds
}

struct RowReader<'a> {
    context: &'a Context,
    kinds: ColumnKinds<'a>,
    header: Header,
    issues: Vec<Issue>,
    issues_left_off: usize,
}

/// A row that cannot become a draft: the issue says why.
type CellResult<T> = Result<T, Box<Issue>>;

impl RowReader<'_> {
    /// Says of each column that it is not ours.
    fn report_unread(&mut self) {
        let unread = |used: &&ColumnUse| used.column.is_none() && !used.name.is_empty();
        let names: Vec<String> = self
            .header
            .columns
            .iter()
            .filter(unread)
            .map(|used| used.name.clone())
            .collect();
        for name in names {
            self.report(Issue::of(RowNote::ColumnNotRead, Some(1), Some(&name)));
        }
    }

    /// Says where a column decided how a period was read.
    fn report_kinds(&mut self) {
        for (line, kind) in self.kinds.remarks() {
            self.report(Issue::of(kind, Some(line), Some("period")));
        }
    }

    fn report(&mut self, issue: Issue) {
        if self.issues.len() < self.context.limits.issues {
            self.issues.push(issue);
        } else {
            self.issues_left_off += 1;
        }
    }

    fn draft(&mut self, row: &Row) -> Option<Draft> {
        match self.read(row) {
            Ok((draft, notes)) => {
                notes.into_iter().for_each(|note| self.report(note));
                draft
            }
            Err(issue) => {
                self.report(*issue);
                None
            }
        }
    }

    fn read(&self, row: &Row) -> CellResult<(Option<Draft>, Vec<Issue>)> {
        self.shape(row)?;
        let mut notes = Vec::new();
        let note = |kind: RowNote, column| Issue::of(kind, Some(row.line), Some(column));
        let stated = self.status(row)?;
        let value = match stated {
            // A release that says there is no figure has none.
            Some(Status::Withdrawn) => Cell::Number {
                value: Decimal::ZERO,
                mark: None,
                rounded: false,
            },
            _ => self.number(row)?,
        };
        let Cell::Number { value, mark, rounded } = value else {
            let kind = match self.cell(row, Column::Value) {
                "" => RowNote::ValueEmpty,
                text => RowNote::NoFigure { text: text.into() },
            };
            return Ok((None, vec![note(kind, "value")]));
        };
        if let Some(mark) = mark {
            notes.push(note(RowNote::MarkAtValue { value, mark }, "value"));
        }
        if rounded {
            let text = self.cell(row, Column::Value).into();
            notes.push(note(RowNote::ValueRounded { text, value }, "value"));
        }
        let ColumnPeriod {
            period,
            mark: period_mark,
            to_date,
        } = self.period(row)?;
        if let Some(mark) = period_mark {
            notes.push(note(RowNote::MarkAtPeriod { period, mark }, "period"));
        }
        let mark_status = [mark, period_mark].into_iter().flatten().find_map(crate::Mark::status);
        let draft = Draft {
            line: row.line,
            series: self.series(row)?,
            period,
            basis: self.basis(row, period, to_date)?,
            value,
            status: stated.or(mark_status),
            published: self.published(row)?,
            source: self.source(row)?,
            note: self.text(row, Column::Note),
        };
        Ok((Some(draft), notes))
    }

    /// The row has as many cells as the header, and nothing in them that no text should hold.
    fn shape(&self, row: &Row) -> CellResult<()> {
        let width = self.header.columns.len();
        if row.open_quote {
            return Err(wrong(row, RowError::QuoteOpen, None));
        }
        let surplus = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if row.cells.len() < width || surplus {
            let kind = RowError::RowWidth {
                cells: row.cells.len(),
                header: width,
            };
            return Err(wrong(row, kind, None));
        }
        for (cell, used) in row.cells.iter().zip(&self.header.columns) {
            let name = Some(used.name.as_str());
            if cell.contains('\0') {
                return Err(wrong(row, RowError::NulByte, name));
            }
            let limit = self.context.limits.cell;
            if cell.len() > limit && cell.chars().count() > limit {
                return Err(wrong(row, RowError::CellTooLong { limit }, name));
            }
        }
        Ok(())
    }

    fn number(&self, row: &Row) -> CellResult<Cell> {
        let text = self.cell(row, Column::Value);
        read_number(text).map_err(|error| self.at(row, Column::Value, RowError::Number(error)))
    }

    fn period(&self, row: &Row) -> CellResult<ColumnPeriod> {
        let (series, text) = (self.cell(row, Column::Series), self.cell(row, Column::Period));
        (self.kinds)
            .read(series, text, &self.context.calendar)
            .map_err(|error| self.at(row, Column::Period, RowError::Period(error)))
    }

    fn series(&self, row: &Row) -> CellResult<SeriesId> {
        match (self.cell(row, Column::Series), &self.context.series) {
            ("", Some(series)) => Ok(series.clone()),
            ("", None) => Err(self.at(row, Column::Series, RowError::SeriesMissing)),
            (text, _) => SeriesId::new(text).map_err(|error| self.at(row, Column::Series, RowError::Word(error))),
        }
    }

    fn basis(&self, row: &Row, period: Period, to_date: bool) -> CellResult<Basis> {
        let text = self.cell(row, Column::Through);
        let basis = match text.to_ascii_lowercase().as_str() {
            "" if to_date => Basis::ToDate,
            "" | "no" | "false" | "0" => Basis::Period,
            "yes" | "true" | "1" => Basis::ToDate,
            _ => {
                let text = self.cell(row, Column::Through).into();
                return Err(self.at(row, Column::Through, RowError::NotYesOrNo { text }));
            }
        };
        if basis.is_to_date() && period.as_month().is_none() {
            return Err(self.at(row, Column::Through, RowError::ThroughNeedsMonth { period }));
        }
        Ok(basis)
    }

    fn status(&self, row: &Row) -> CellResult<Option<Status>> {
        match self.cell(row, Column::Status).to_ascii_lowercase().as_str() {
            "" => Ok(None),
            text => text
                .parse()
                .map(Some)
                .map_err(|error| self.at(row, Column::Status, RowError::Word(error))),
        }
    }

    fn published(&self, row: &Row) -> CellResult<Published> {
        let seen = match self.date(row, Column::Seen)? {
            Some(date) => date.latest(),
            None => self.context.today,
        };
        let about = match self.cell(row, Column::Dated).to_ascii_lowercase().as_str() {
            "" => false,
            "about" => true,
            _ => {
                let text = self.cell(row, Column::Dated).into();
                return Err(self.at(row, Column::Dated, RowError::NotDated { text }));
            }
        };
        Ok(match self.date(row, Column::Published)? {
            Some(PartialDate::Day(date)) if !about => Published {
                date: Some(date),
                approximate: false,
                seen,
            },
            Some(PartialDate::Year(year)) => {
                return Err(self.at(row, Column::Published, RowError::YearAlone { year }));
            }
            // Known to the month only: that month's last day.
            Some(date) => Published {
                date: Some(Month::of(date.latest()).last_day()),
                approximate: true,
                seen,
            },
            None => Published {
                date: self.context.published,
                approximate: false,
                seen,
            },
        })
    }

    fn date(&self, row: &Row, column: Column) -> CellResult<Option<PartialDate>> {
        match self.cell(row, column) {
            "" => Ok(None),
            text if is_unknown(text) => Ok(None),
            text => read_partial_date(text, &self.context.calendar)
                .map(Some)
                .map_err(|error| self.at(row, column, RowError::Day(error))),
        }
    }

    fn source(&self, row: &Row) -> CellResult<SourceDraft> {
        let title = match (self.text(row, Column::Source), &self.context.source) {
            (title, Some(source)) if title.is_empty() => source.clone(),
            (title, None) if title.is_empty() => {
                return Err(self.at(row, Column::Source, RowError::SourceMissing));
            }
            (title, _) => title,
        };
        Ok(SourceDraft {
            title,
            publisher: self.text(row, Column::Publisher),
            address: self.text(row, Column::Address),
        })
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.header.cell(row, column)
    }

    /// A free text, without the apostrophe that keeps spreadsheets from calculating it.
    fn text(&self, row: &Row, column: Column) -> String {
        hadaf_core::unguarded(self.cell(row, column)).into()
    }

    fn at(&self, row: &Row, column: Column, error: RowError) -> Box<Issue> {
        let name = self
            .header
            .place(column)
            .map_or(column.as_str(), |place| self.header.columns[place].name.as_str());
        wrong(row, error, Some(name))
    }
}

fn wrong(row: &Row, error: RowError, column: Option<&str>) -> Box<Issue> {
    Box::new(Issue::of(error, Some(row.line), column))
}

/// That nobody knows a day, as people write it.
fn is_unknown(text: &str) -> bool {
    let words = ["unknown", "not known", "undated", "no date", "n.a.", "n/a", "na", "?"];
    words.contains(&text.trim().to_lowercase().as_str())
}
