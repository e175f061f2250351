//! What leaves: plain values, as they are known on one day.

use hadaf_core::{
    Basis, Claim, Currency, Decimal, FiscalCalendar, FiscalYear, LongRow, Month, Period, Published, Sector, Series,
    Source, SourceId, Status,
};
use jiff::civil::Date;

/// All that leaves. Whoever builds it decides what may: only what is known on the day, without what is private.
#[derive(Debug, Clone)]
pub struct Package {
    /// Name of the workspace.
    pub name: String,
    /// Its currency.
    pub currency: Currency,
    /// Its fiscal calendar.
    pub calendar: FiscalCalendar,
    /// The day on which it is read; also the day that the files bear.
    pub as_of: Date,
    /// The sector tree.
    pub sectors: Vec<Sector>,
    /// In the order in which they are shown; the first is the one that the trajectory is about.
    pub series: Vec<ExportedSeries>,
    /// The documents that the values and claims name.
    pub sources: Vec<Source>,
    /// Targets, projections, commitments.
    pub claims: Vec<Claim>,
    /// Under which terms others may use the data; empty when nobody said.
    pub licences: Vec<Licence>,
}

/// The terms under which data may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its name, such as `CC-BY-4.0`.
    pub name: String,
    /// As people call it.
    pub title: String,
    /// Where its text stands.
    pub address: String,
}

/// A series with its values.
#[derive(Debug, Clone)]
pub struct ExportedSeries {
    /// Its definition.
    pub series: Series,
    /// Everything published, in the order in which it became known.
    pub values: Vec<ExportedValue>,
    /// What is read today: one figure for a period, totals to date left out.
    pub figures: Vec<ExportedFigure>,
    /// Its fiscal years, the oldest first; empty where years have no meaning.
    pub years: Vec<ExportedYear>,
    /// The target that its months are set against.
    pub target: Option<PathOfTarget>,
}

/// One published value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedValue {
    /// For which period.
    pub period: Period,
    /// Whether it counts the period alone, or the fiscal year up to the end of this month.
    pub basis: Basis,
    /// Digit for digit as published; none where a release says that there is no figure.
    pub value: Option<Decimal>,
    /// What it says about itself; none when it does not say.
    pub status: Option<Status>,
    /// When it became known.
    pub published: Published,
    /// Where it was read.
    pub source: SourceId,
    /// What is said beside it; may be empty.
    pub note: String,
}

/// The figure that is read for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportedFigure {
    /// For which period.
    pub period: Period,
    /// The number.
    pub value: Decimal,
    /// It is not final: a first release that nothing confirmed, an estimate, or calculated.
    pub provisional: bool,
}

/// The total of a fiscal year, or of its months so far.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedYear {
    /// Which year.
    pub fiscal_year: FiscalYear,
    /// The total.
    pub value: Decimal,
    /// How it came about, in words.
    pub basis: String,
    /// How many months it covers.
    pub months: u8,
    /// Change on the same months a year before, percent.
    pub growth_percent: Option<f64>,
    /// The target set for it, in the series' unit.
    pub target: Option<Decimal>,
}

/// A target spread over the months of its year.
#[derive(Debug, Clone, PartialEq)]
pub struct PathOfTarget {
    /// Whose target it is, in words.
    pub title: String,
    /// What each month is to bring, in order.
    pub months: Vec<(Month, f64)>,
}

impl Package {
    /// The source of a number; none when it did not come along.
    pub(crate) fn source(&self, id: SourceId) -> Option<&Source> {
        // Sources mostly come by number, without gaps: then the place is known.
        let near = usize::try_from(id.0 - 1).ok().and_then(|place| self.sources.get(place));
        near.filter(|source| source.id == id)
            .or_else(|| self.sources.iter().find(|source| source.id == id))
    }

    /// Every published value as a row of the long form, series after series.
    pub(crate) fn rows(&self) -> impl Iterator<Item = LongRow<'_>> {
        self.series
            .iter()
            .flat_map(|series| series.values.iter().map(|value| self.row(series, value)))
    }

    /// A published value as a row of the long form.
    pub(crate) fn row<'a>(&'a self, series: &'a ExportedSeries, value: &'a ExportedValue) -> LongRow<'a> {
        let source = self.source(value.source);
        LongRow {
            series: &series.series.id,
            period: value.period,
            basis: value.basis,
            value: value.value,
            status: value.status,
            published: value.published,
            source: source.map_or("", |source| &source.title),
            publisher: source.map_or("", |source| &source.publisher),
            address: source.map_or("", |source| &source.address),
            note: &value.note,
            about: Some((&series.series).into()),
        }
    }
}
