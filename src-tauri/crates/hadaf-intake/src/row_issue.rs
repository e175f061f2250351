//! What is told of one row of a file of ours.

use hadaf_error::{AppError, Code, refusal};
use hadaf_import::{Issue, RowKind, Mark, RowError, RowNote, Severity, YearsSince};
use hadaf_words::{Format, say};

use crate::import_report::ImportIssue;

/// An issue in words, with what to do where it keeps the row out.
pub(crate) fn row_issue(found: &Issue, format: Format) -> ImportIssue {
    let (message, hint) = match &found.kind {
        RowKind::Note(note) => (noted(note, found.column.as_deref(), format), None),
        RowKind::Error(error) => {
            let view = left_out(error).view(format);
            (view.message, view.hint)
        }
    };
    ImportIssue {
        severity: match found.severity() {
            Severity::Error => "error".into(),
            Severity::Note => "note".into(),
        },
        code: found.code().into(),
        line: found.line,
        column: found.column.clone(),
        message,
        hint: hint.unwrap_or_default(),
    }
}

/// What is worth knowing of a place in a column.
fn noted(note: &RowNote, column: Option<&str>, format: Format) -> String {
    let words = format.words;
    let mark = |of: String, mark: Mark| say!(words, "issue-mark", of = of, mark = mark.as_str());
    match note {
        RowNote::ColumnNotRead => say!(words, "issue-column-not-read", name = column.unwrap_or_default()),
        RowNote::ReadAsYears { text, since } => {
            let (since, year) = match since {
                YearsSince::NoMonth(year) => ("no_month", year.as_str()),
                YearsSince::Yearly => ("yearly", ""),
                YearsSince::InOrder => ("in_order", ""),
            };
            say!(words, "issue-read-as-years", text = text, since = since, year = year)
        }
        RowNote::ReadAsToDate { text } => say!(words, "issue-read-as-to-date", text = text),
        RowNote::ValueEmpty => say!(words, "issue-value-empty"),
        RowNote::NoFigure { text } => say!(words, "issue-no-figure", text = text),
        RowNote::MarkAtValue { value, mark: read } => mark(format.exact(*value), *read),
        RowNote::MarkAtPeriod { period, mark: read } => mark(format.period(*period), *read),
        RowNote::ValueRounded { text, value } => {
            say!(words, "issue-value-rounded", text = text, value = format.exact(*value))
        }
    }
}

/// Why a row is left out.
fn left_out(error: &RowError) -> AppError {
    match error {
        RowError::TooManyRows { limit } => refusal!(Code::Import, "too-many-rows", limit = limit.to_string()),
        RowError::QuoteOpen => refusal!(Code::Import, "quote-open"),
        RowError::RowWidth { cells, header } => {
            refusal!(Code::Import, "row-width", cells = *cells, header = header.to_string())
        }
        RowError::NulByte => refusal!(Code::Import, "nul-byte"),
        RowError::CellTooLong { limit } => refusal!(Code::Import, "cell-too-long", limit = limit.to_string()),
        RowError::Number(error) => error.clone().into(),
        RowError::Period(error) => error.clone().into(),
        RowError::Day(error) => error.clone().into(),
        RowError::YearAlone { year } => refusal!(Code::Date, "year-alone", year = year.to_string()),
        RowError::Word(error) => error.clone().into(),
        RowError::SeriesMissing => refusal!(Code::Word, "row-series"),
        RowError::SourceMissing => refusal!(Code::Word, "row-source"),
        RowError::NotYesOrNo { text } => refusal!(Code::Word, "yes-or-no", text = text),
        RowError::ThroughNeedsMonth { period } => refusal!(Code::Period, "through-month", period = *period),
        RowError::NotDated { text } => refusal!(Code::Word, "not-dated", text = text),
        RowError::NoUnit { text } => refusal!(Code::Word, "row-unit", text = text),
        RowError::NoMeasure { text } => refusal!(Code::Word, "row-measure", text = text),
        RowError::SeriesDiffers { series } => refusal!(Code::Import, "row-series-differs", series = series.to_string()),
        RowError::OtherYear { text } => refusal!(Code::Period, "row-other-year", text = text),
        RowError::Deletes => refusal!(Code::Import, "row-deletes"),
    }
}

#[cfg(test)]
mod tests {
    use hadaf_core::FiscalCalendar;
    use hadaf_import::{Context, read_long};

    use super::*;

    /// What is told of each row of a file, with its hint behind a bar.
    fn told(rows: &[&str]) -> Vec<String> {
        let context = Context::new(FiscalCalendar::new(7).unwrap(), "2026-11-23".parse().unwrap());
        let text = format!("series,period,through,value,published,source\n{}\n", rows.join("\n"));
        let imported = read_long(text.as_bytes(), &context).unwrap();
        let said = imported.issues.iter().map(|issue| row_issue(issue, Format::of("en")));
        said.map(|issue| match issue.hint.as_str() {
            "" => issue.message,
            hint => format!("{} | {hint}", issue.message),
        })
        .collect()
    }

    #[test]
    fn every_row_is_told_in_words() {
        for (row, says) in [
            (
                "a,07/08,,1,,S",
                "\"07/08\" can mean more than one period | Write 2008-07 or 2007-08 or FY2008",
            ),
            (
                "a,2025-07,,\"1,5\",,S",
                "\"1,5\" has a comma where thousands do not end | Write 1.5 if the comma is a decimal point",
            ),
            (
                "a,2025-07,,(-5),,S",
                "\"(-5)\" is below zero twice over | Write it with a minus or in brackets, not with both",
            ),
            (
                "a,2025-07,,1.,,S",
                "\"1.\" is no number: nothing follows the point | Write digits with a point for decimals, such as 1,234.5",
            ),
            (
                "a,2025-07,,1,2025,S",
                "2025 alone is no publication date | Give the month too, such as 2025-01",
            ),
            (
                "a,FY2025,yes,1,,S",
                "A total to date runs through a month, and FY2025 is none | Give the last month of the total",
            ),
            (
                "a,2025-07,Maybe,1,,S",
                "“Maybe” is neither yes nor no | Write yes or no",
            ),
            (
                "a,2025-07,,1",
                "The row has 4 cells, the header 6 | Put texts with separators in quotation marks",
            ),
            (
                "a,2025-07,,..,,S",
                "“..” says that there is no figure; nothing is taken from this row",
            ),
            (
                "a,2025-07,,5 (p),,S",
                "The mark beside 5 was taken off, and read as provisional",
            ),
            (
                "a,Jul-25 (F),,5,,S",
                "The mark beside July 2025 was taken off, and read as a forecast, which is an estimate",
            ),
        ] {
            assert_eq!(told(&[row]), [says], "{row}");
        }
        let own =
            |unit: &str| format!("series,period,value,source,unit\na,2025-07,1,S,USD million\na,2025-08,1,S,{unit}\n");
        for (unit, says) in [
            ("pounds", "“pounds” is no unit"),
            (
                "USD thousand",
                "The rows above say that a is of another unit or measure",
            ),
        ] {
            let context = Context::new(FiscalCalendar::new(7).unwrap(), "2026-11-23".parse().unwrap());
            let imported = read_long(own(unit).as_bytes(), &context).unwrap();
            assert_eq!(row_issue(&imported.issues[0], Format::of("en")).message, says);
        }
        let years = told(&["a,2008-09,,1,,S", "a,2012-13,,1,,S"]);
        assert_eq!(
            years,
            ["2008-09 and its like were read as fiscal years, since 2012-13 can be no month"]
        );
    }
}
