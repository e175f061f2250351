//! What is wrong with a file or with one place in it: kinds with their values, which are said where somebody reads them.

use std::fmt;

use hadaf_core::{CoreError, DayError, Decimal, Period, PeriodError, SeriesId};

use crate::{Column, Mark, NumberError};

/// The file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// More bytes than we read.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// What we read at most.
        limit: usize,
    },
    /// Not a text in UTF-8.
    NotUtf8 {
        /// Where the first wrong byte stands, from 0.
        offset: usize,
    },
    /// A line of more than a megabyte.
    LineTooLong {
        /// Which, from 1.
        line: u64,
    },
    /// Nothing in it.
    Empty,
    /// The first row does not name the columns that are needed.
    NoHeader {
        /// The columns that are missing.
        missing: Vec<Column>,
    },
    /// The first row names a column twice.
    TwiceInHeader {
        /// Which.
        column: Column,
    },
}

impl ImportError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "import_too_large",
            Self::NotUtf8 { .. } => "import_not_utf8",
            Self::LineTooLong { .. } => "import_line_too_long",
            Self::Empty => "import_empty",
            Self::NoHeader { .. } => "import_no_header",
            Self::TwiceInHeader { .. } => "import_header_twice",
        }
    }
}

crate::said::said_elsewhere!(ImportError);

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// The row was left out.
    Error,
}

/// Something about one place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What it is.
    pub kind: RowKind,
    /// Line of the file, from 1; none when it is about the whole.
    pub line: Option<u64>,
    /// Name of the column as the file writes it.
    pub column: Option<String>,
}

/// What it is about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind {
    /// Worth knowing; nothing was left out.
    Note(RowNote),
    /// The row was left out.
    Error(RowError),
}

/// What is worth knowing of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowNote {
    /// A column of no name that we know.
    ColumnNotRead,
    /// What could be months was read as fiscal years.
    ReadAsYears {
        /// The first of them as it was written.
        text: String,
        /// Why.
        since: YearsSince,
    },
    /// What was read as totals from the start of the fiscal year.
    ReadAsToDate {
        /// The first of them as it was written.
        text: String,
    },
    /// No value, so that nothing is taken from the row.
    ValueEmpty,
    /// A sign that there is no figure, so that nothing is taken from the row.
    NoFigure {
        /// As it was written.
        text: String,
    },
    /// A mark stood beside a value.
    MarkAtValue {
        /// The value.
        value: Decimal,
        /// As what the mark was read.
        mark: Mark,
    },
    /// A mark stood beside a period.
    MarkAtPeriod {
        /// The period.
        period: Period,
        /// As what the mark was read.
        mark: Mark,
    },
    /// The noise of a binary fraction was taken off.
    ValueRounded {
        /// As it was written.
        text: String,
        /// What it was read as.
        value: Decimal,
    },
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowError {
    /// More rows than are read.
    TooManyRows {
        /// How many were read.
        limit: usize,
    },
    /// A quotation mark opens and is not closed.
    QuoteOpen,
    /// A row of another width than the header.
    RowWidth {
        /// Cells of the row.
        cells: usize,
        /// Cells of the header.
        header: usize,
    },
    /// A character that no text holds.
    NulByte,
    /// A cell of more characters than any text of ours.
    CellTooLong {
        /// What a cell may hold.
        limit: usize,
    },
    /// No number.
    Number(NumberError),
    /// No period.
    Period(PeriodError),
    /// No day.
    Day(DayError),
    /// A calendar year where a day or a month should be.
    YearAlone {
        /// Which.
        year: i16,
    },
    /// No id of a series, or no status.
    Word(CoreError),
    /// No series is named.
    SeriesMissing,
    /// No source is named.
    SourceMissing,
    /// Neither yes nor no.
    NotYesOrNo {
        /// As it was written.
        text: String,
    },
    /// A total to date through something that is no month.
    ThroughNeedsMonth {
        /// What it is.
        period: Period,
    },
    /// Not how a row is dated.
    NotDated {
        /// As it was written.
        text: String,
    },
    /// In which nothing counts.
    NoUnit {
        /// As it was written.
        text: String,
    },
    /// Neither flow nor stock.
    NoMeasure {
        /// As it was written.
        text: String,
    },
    /// Rows further up say that the series is of another unit or measure.
    SeriesDiffers {
        /// Which.
        series: SeriesId,
    },
    /// A period of a fiscal year that starts in another month than that of the workspace.
    OtherYear {
        /// As it was written.
        text: String,
    },
    /// It asks that a value be deleted.
    Deletes,
}

/// Why what could be months was read as fiscal years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearsSince {
    /// This one of the column can be no month.
    NoMonth(String),
    /// The series has figures for years.
    Yearly,
    /// The years follow one another.
    InOrder,
}

impl Issue {
    pub(crate) fn of(kind: impl Into<RowKind>, line: Option<u64>, column: Option<&str>) -> Self {
        Self {
            kind: kind.into(),
            line,
            column: column.map(Into::into),
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            RowKind::Note(_) => Severity::Note,
            RowKind::Error(_) => Severity::Error,
        }
    }

    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            RowKind::Note(note) => note.code(),
            RowKind::Error(error) => error.code(),
        }
    }
}

impl RowNote {
    fn code(&self) -> &'static str {
        match self {
            Self::ColumnNotRead => "column_not_read",
            Self::ReadAsYears { .. } => "read_as_years",
            Self::ReadAsToDate { .. } => "read_as_to_date",
            Self::ValueEmpty | Self::NoFigure { .. } => "value_empty",
            Self::MarkAtValue { .. } | Self::MarkAtPeriod { .. } => "mark_taken_off",
            Self::ValueRounded { .. } => "value_rounded",
        }
    }
}

impl RowError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooManyRows { .. } => "too_many_rows",
            Self::QuoteOpen => "quote_open",
            Self::RowWidth { .. } => "row_width",
            Self::NulByte => "nul_byte",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::Number(error) => error.code(),
            Self::Period(error) => error.code(),
            Self::Day(_) | Self::YearAlone { .. } => "date_invalid",
            Self::Word(error) => error.code(),
            Self::SeriesMissing => "series_missing",
            Self::SourceMissing => "source_missing",
            Self::NotYesOrNo { .. } | Self::NotDated { .. } => "word_unknown",
            Self::ThroughNeedsMonth { .. } => "through_needs_month",
            Self::NoUnit { .. } => "unit_invalid",
            Self::NoMeasure { .. } => "word_unknown",
            Self::SeriesDiffers { .. } => "unit_differs",
            Self::OtherYear { .. } => "period_other_year",
            Self::Deletes => "import_deletes",
        }
    }
}

impl From<RowNote> for RowKind {
    fn from(note: RowNote) -> Self {
        Self::Note(note)
    }
}

impl From<RowError> for RowKind {
    fn from(error: RowError) -> Self {
        Self::Error(error)
    }
}

/// For those who write programs: the place and the word.
impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}: ")?;
        }
        if let Some(column) = &self.column {
            write!(f, "{column}: ")?;
        }
        f.write_str(self.code())
    }
}
