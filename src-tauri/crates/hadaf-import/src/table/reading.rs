//! What was read of a workbook's tables, and what is left to ask.

use std::collections::BTreeMap;
use std::fmt;

use hadaf_core::{Basis, Currency, Decimal, FiscalCalendar, Frequency, PartialDate, Period, Unit};
use jiff::civil::Date;

use crate::Mark;

/// What the file does not say by itself.
#[derive(Debug, Clone)]
pub struct TableContext {
    /// The fiscal calendar of the workspace.
    pub calendar: FiscalCalendar,
    /// The day of the import.
    pub today: Date,
    /// The currency that `Rs` and `$` stand for here, where one of theirs is usual.
    pub currency: Option<Currency>,
    /// Answers to questions: the question's id and one of its choices.
    pub answers: BTreeMap<String, String>,
}

impl TableContext {
    /// Nothing answered yet.
    pub fn new(calendar: FiscalCalendar, today: Date) -> Self {
        Self {
            calendar,
            today,
            currency: None,
            answers: BTreeMap::new(),
        }
    }
}

/// A cell of a sheet, row and column from 0. Written as spreadsheets do: `B6`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
}

impl CellAt {
    pub(crate) fn new(row: usize, column: usize) -> Self {
        let narrow = |place: usize| u32::try_from(place).ok().unwrap_or(u32::MAX);
        Self {
            row: narrow(row),
            column: narrow(column),
        }
    }
}

impl fmt::Display for CellAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).expect("a remainder of 26");
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

/// A region of a sheet. Written as `Monthly!A1:F8`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPlace {
    /// The sheet, from 0.
    pub sheet: usize,
    /// Its name; may be empty.
    pub name: String,
    /// The first cell.
    pub first: CellAt,
    /// The last cell, included.
    pub last: CellAt,
}

impl fmt::Display for SheetPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.name.is_empty() {
            write!(f, "{}!", self.name)?;
        }
        write!(f, "{}", self.first)?;
        if self.first != self.last {
            write!(f, ":{}", self.last)?;
        }
        Ok(())
    }
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableLayout {
    /// One row, one value.
    Long,
    /// A row for each series, a column for each period.
    PeriodsInColumns,
    /// A row for each period, a column for each series.
    PeriodsInRows,
    /// A row for each month, a column for each year, or the other way round.
    Matrix,
}

impl TableLayout {
    /// A stable word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::PeriodsInColumns => "periods_in_columns",
            Self::PeriodsInRows => "periods_in_rows",
            Self::Matrix => "matrix",
        }
    }
}

/// Everything that was read of a workbook.
#[derive(Debug, Clone, Default)]
pub struct WorkbookReading {
    /// The tables, sheet by sheet.
    pub tables: Vec<TableReading>,
    /// What was not taken, with its place.
    pub left_out: Vec<LeftOut>,
    /// How much more was not taken than is listed.
    pub left_out_more: usize,
    /// What was assumed where the file leaves room.
    pub assumed: Vec<Assumption>,
    /// What the file cannot answer. Values are read by the picked choice until somebody answers.
    pub questions: Vec<ImportQuestion>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct TableReading {
    /// Where it is.
    pub place: SheetPlace,
    /// How it is laid out.
    pub layout: TableLayout,
    /// The lines above it.
    pub title: Vec<String>,
    /// Its rows that name columns, the last one included; none for a table without.
    pub header: Option<(u32, u32)>,
    /// What it holds.
    pub series: Vec<SeriesReading>,
    /// Totals of the table beside what its parts come to.
    pub checks: Vec<TotalCheck>,
    /// Cells that say that nothing is known.
    pub missing: usize,
}

/// A series as the table names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesReading {
    /// As the table names it; empty where it does not.
    pub label: String,
    /// In what its values count; none when the file does not say.
    pub unit: Option<Unit>,
    /// How often it has one.
    pub frequency: Frequency,
    /// Whether each is that of its period, or runs from the fiscal year's start.
    pub basis: Basis,
    /// Its values, in the order of the file.
    pub figures: Vec<ReadFigure>,
}

/// A value, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadFigure {
    /// For which period.
    pub period: Period,
    /// The number in the unit of the series.
    pub value: Decimal,
    /// The mark beside it, or over its column.
    pub mark: Option<Mark>,
    /// When it was published, where a column says so.
    pub published: Option<PartialDate>,
    /// Where it stands.
    pub at: CellAt,
}

/// A total that the table states, of a longer period than others in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalCheck {
    /// Of which series.
    pub label: String,
    /// For which period.
    pub period: Period,
    /// Whether it runs from the fiscal year's start.
    pub basis: Basis,
    /// What the table states.
    pub stated: Decimal,
    /// What its parts come to.
    pub parts: Decimal,
    /// Where it is stated.
    pub at: CellAt,
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyLeftOut {
    /// It says that nothing is known.
    Missing,
    /// A line above a table.
    Title,
    /// A line below a table, or beside it.
    Note,
    /// A change or a share, which is worked out of other figures.
    Change,
    /// An error of a formula.
    FormulaError,
    /// It is not shown in the spreadsheet.
    Hidden,
    /// A code, a serial number, or another column that is no figure.
    NoFigure,
    /// It names periods, and another column names those of the figures.
    OtherColumn,
    /// A month where the years alone were to be taken, or the other way round.
    OtherKind,
    /// No period could be told for it.
    NoPeriod,
    /// A text where a number should stand.
    NoNumber,
    /// A period that the fiscal calendar of the workspace does not have.
    OtherPeriod,
    /// The same value again.
    Repeated,
    /// Nothing on the sheet is a table.
    NoTable,
}

impl WhyLeftOut {
    /// A stable word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Title => "title",
            Self::Note => "note",
            Self::Change => "change",
            Self::FormulaError => "formula_error",
            Self::Hidden => "hidden",
            Self::NoFigure => "no_figure",
            Self::OtherColumn => "other_column",
            Self::OtherKind => "other_kind",
            Self::NoPeriod => "no_period",
            Self::NoNumber => "no_number",
            Self::OtherPeriod => "other_period",
            Self::Repeated => "repeated",
            Self::NoTable => "no_table",
        }
    }
}

/// Something that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands.
    pub place: SheetPlace,
    /// What stands there, as it is written.
    pub what: String,
    /// Why it was not taken.
    pub why: WhyLeftOut,
}

/// What was assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssumedThat {
    /// A comma stands before decimals.
    DecimalComma,
    /// Commas stand between thousands, though none of them proves it.
    CommaThousands,
    /// In days of three numbers the day stands first.
    DayFirst,
    /// In days of three numbers the month stands first.
    MonthFirst,
    /// The file's fiscal year starts in this month.
    FiscalYearStarts(u8),
    /// The year of the months is that of the title or of the sheet's name.
    YearOf(String),
    /// The unit is that of this text.
    UnitOf(String),
    /// Numbers were counted in this word and are written in the unit of the series: crore, lakh.
    CountedIn(String),
    /// The number format shows fewer thousands than are stored; read as shown.
    ShownInThousands(u8),
    /// Digits beyond what a spreadsheet or a series holds were rounded off.
    Rounded,
    /// The text was read in this encoding.
    Encoding(&'static str),
    /// A day within a month stands for the month.
    DayForMonth,
}

impl AssumedThat {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DecimalComma => "decimal_comma",
            Self::CommaThousands => "comma_thousands",
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::FiscalYearStarts(_) => "fiscal_year_starts",
            Self::YearOf(_) => "year_of",
            Self::UnitOf(_) => "unit_of",
            Self::CountedIn(_) => "counted_in",
            Self::ShownInThousands(_) => "shown_in_thousands",
            Self::Rounded => "rounded",
            Self::Encoding(_) => "encoding",
            Self::DayForMonth => "day_for_month",
        }
    }
}

/// An assumption, and where it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// Where.
    pub place: SheetPlace,
    /// What.
    pub that: AssumedThat,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionKind {
    /// When the file was published.
    Published,
    /// In what the values count.
    Unit,
    /// Whose rupees, dollars or pounds.
    Currency,
    /// What a bare year is: `year_ends`, `year_begins`, `calendar_year`.
    YearMeaning,
    /// What the bare year over twelve months that pass New Year is: `year_ends`, `year_begins`.
    MonthYear,
    /// Whether quarters are of the fiscal or the calendar year.
    QuarterMeaning,
    /// Whether the day or the month stands first.
    DateOrder,
    /// Whether `25-Jul` is July 2025 or a day.
    MonthOrDay,
    /// Whether days three or twelve months apart stand for months, quarters or years.
    Spacing,
    /// Which of several columns names the periods of the figures, by its heading, or as `column B`.
    PeriodColumn,
    /// Whether `2008-09` among months and years is a month or a year.
    PairMeaning,
    /// Which kind of period is taken of a column that goes from one to another and back: all, or one alone.
    MixedPeriods,
    /// Whether a comma stands before decimals or between thousands.
    DecimalComma,
    /// Whether rows, columns or a sheet that are not shown are taken.
    Hidden,
    /// Which of two values for one period.
    Twice,
}

impl QuestionKind {
    /// A stable word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Unit => "unit",
            Self::Currency => "currency",
            Self::YearMeaning => "year_meaning",
            Self::MonthYear => "month_year",
            Self::QuarterMeaning => "quarter_meaning",
            Self::DateOrder => "date_order",
            Self::MonthOrDay => "month_or_day",
            Self::Spacing => "spacing",
            Self::PeriodColumn => "period_column",
            Self::PairMeaning => "pair_meaning",
            Self::MixedPeriods => "mixed_periods",
            Self::DecimalComma => "decimal_comma",
            Self::Hidden => "hidden",
            Self::Twice => "twice",
        }
    }
}

/// Something that the file cannot answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportQuestion {
    /// Its name, the same whenever the same file is read.
    pub id: String,
    /// What it is about.
    pub place: SheetPlace,
    /// What is asked.
    pub kind: QuestionKind,
    /// What can be answered; empty where a text is to be entered.
    pub choices: Vec<String>,
    /// The choice by which values are read for now.
    pub picked: usize,
}
