//! One row of our long form: one published value with its source, as files and tables have it.

use std::borrow::Cow;

use crate::{Basis, Decimal, Measure, Period, Published, Series, SeriesId, Status, Unit};

/// A published value with all that its row says. Its texts are borrowed from the record that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LongRow<'a> {
    /// Of which series.
    pub series: &'a SeriesId,
    /// For which period.
    pub period: Period,
    /// Whether it counts the period alone, or the fiscal year up to the end of this month.
    pub basis: Basis,
    /// The number in the series' unit; none where a release says that there is none.
    pub value: Option<Decimal>,
    /// What it says about itself; none when it does not say.
    pub status: Option<Status>,
    /// When it became known.
    pub published: Published,
    /// Title of the source.
    pub source: &'a str,
    /// Who published it; may be empty.
    pub publisher: &'a str,
    /// URL; may be empty.
    pub address: &'a str,
    /// What is said beside the number; may be empty.
    pub note: &'a str,
    /// What the series is, so that a workspace without it can make it; none where the row need not say.
    pub about: Option<LongSeries<'a>>,
}

/// What a row says of its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LongSeries<'a> {
    /// As people call it.
    pub title: &'a str,
    /// In what its values count.
    pub unit: Unit,
    /// Whether they add up.
    pub measure: Measure,
}

impl<'a> From<&'a Series> for LongSeries<'a> {
    fn from(series: &'a Series) -> Self {
        Self {
            title: &series.title,
            unit: series.unit,
            measure: series.measure,
        }
    }
}

/// Columns of [`LongRow::COLUMNS`] that say nothing of what the series is.
const PLAIN: usize = 12;

impl<'a> LongRow<'a> {
    /// Names of the columns, in the order of [`LongRow::cells`]: those of the value, then those of its series.
    pub const COLUMNS: [&'static str; 15] = [
        "series",
        "period",
        "through",
        "value",
        "status",
        "published",
        "dated",
        "seen",
        "source",
        "publisher",
        "address",
        "note",
        "title",
        "unit",
        "measure",
    ];

    /// The columns of a row that says nothing of what its series is.
    pub fn plain_columns() -> &'static [&'static str] {
        &Self::COLUMNS[..PLAIN]
    }

    /// "yes" where the value runs from the fiscal year's start through the month.
    pub fn through(&self) -> &'static str {
        if self.basis.is_to_date() { "yes" } else { "" }
    }

    /// "about" where the day of publication is known only to the month.
    pub fn dated(&self) -> &'static str {
        if self.published.approximate { "about" } else { "" }
    }

    /// Its cells as texts. A free text that a spreadsheet would calculate gets an apostrophe in front.
    pub fn cells(&self) -> [Cow<'a, str>; 15] {
        [
            self.series.as_str().into(),
            self.period.to_string().into(),
            self.through().into(),
            self.value.map(|value| value.to_string()).unwrap_or_default().into(),
            self.status.map_or("", Status::as_str).into(),
            self.published
                .date
                .map(|date| date.to_string())
                .unwrap_or_default()
                .into(),
            self.dated().into(),
            self.published.seen.to_string().into(),
            guarded(self.source),
            guarded(self.publisher),
            guarded(self.address),
            guarded(self.note),
            self.about.map_or(Cow::Borrowed(""), |about| guarded(about.title)),
            self.about
                .map(|about| about.unit.to_string())
                .unwrap_or_default()
                .into(),
            self.about.map_or("", |about| about.measure.as_str()).into(),
        ]
    }
}

/// With an apostrophe in front when a spreadsheet would calculate the text: the guard of every table that is written
/// for other programs.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_calculated(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text behind the apostrophe that [`guarded`] put in front.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| is_calculated(rest))
        .unwrap_or(text)
}

/// Whether a spreadsheet would take the text for a formula, behind any apostrophes.
pub fn is_calculated(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// Rows as our long CSV: a line of names, then a line for each row, lines ending in LF. What the series are is not said.
pub fn long_csv<'a>(rows: impl IntoIterator<Item = LongRow<'a>>) -> Vec<u8> {
    csv_of(LongRow::plain_columns(), rows)
}

/// The same with what each series is, so that it imports into a workspace that has none of them.
pub fn described_csv<'a>(rows: impl IntoIterator<Item = LongRow<'a>>) -> Vec<u8> {
    csv_of(&LongRow::COLUMNS, rows)
}

/// Rows with these columns, the first ones of all.
fn csv_of<'a>(columns: &[&str], rows: impl IntoIterator<Item = LongRow<'a>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let whole = "memory takes every row, and each has as many cells as the header";
    writer.write_record(columns).expect(whole);
    for row in rows {
        let cells = row.cells();
        let cells = cells.iter().take(columns.len());
        writer.write_record(cells.map(|cell| cell.as_bytes())).expect(whole);
    }
    writer.into_inner().expect("memory takes every byte")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guarded_text_is_not_calculated_and_comes_back() {
        for text in [
            "=1+1", "+1", "-1", "@a", "\t=1", "\n=1", "'=1", "''-1", "plain", "'quoted'", "a=1", "",
        ] {
            let guarded = guarded(text);
            assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{text:?}");
            assert_eq!(unguarded(&guarded), text);
        }
    }
}
