//! What each part of the total added to its growth, what each is short of what the target asks, and where its year may end.

use hadaf_core::{Contribution, Contributions, Decimal, FiscalYear, Month, Readings, Series, contributions};
use hadaf_error::Result;
use hadaf_model::outlook::{SectorOutlook, SectorOutlooks, SectorRange, SectorState};
use hadaf_picture::{ChartTable, HistoryRequest, TableCell, history_of};
use hadaf_words::{MonthNames, Page, say, sectors_ahead_heads, sectors_ahead_notes, sectors_ahead_title};
use serde::Serialize;
use ts_rs::TS;

/// Where the current year may end, by sector.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SectorsAhead {
    /// "FY2026 by sector: where it may end".
    pub title: String,
    /// Each sector that is drawn with the total, or known; then the rest. Without rows where none is drawn.
    pub table: ChartTable,
    /// How they are drawn, which sectors are not and why, and the chance of each claim about one of them.
    pub notes: Vec<String>,
}

/// Where the sectors end.
pub(super) fn ahead(page: Page<'_>, outlooks: &SectorOutlooks<'_>) -> SectorsAhead {
    let Page { situation, format } = page;
    let range = |title: &str, range: &SectorRange| {
        let at = range.totals.intervals();
        let share = range.spread_share;
        vec![
            TableCell::text(title),
            TableCell::rounded(format, at.median, situation.places),
            TableCell::range(format, (at.p80.low, at.p80.high), situation.places),
            share.map_or_else(TableCell::default, |share| TableCell::percent(format, share * 100.0, 0)),
        ]
    };
    let part = |part: &SectorOutlook<'_>| {
        let title = part.situation.series.title.as_str();
        match &part.state {
            SectorState::Drawn(_, found) => Some(range(title, found)),
            SectorState::Known(total) => Some(vec![
                TableCell::text(title),
                TableCell::number(*total, page.number(*total)).with_history(HistoryRequest {
                    series: part.situation.series.id.to_string(),
                    ..history_of(situation, outlooks.year)
                }),
                TableCell::text(say!(format.words, "sector-known")),
                TableCell::default(),
            ]),
            SectorState::TooShort { .. } | SectorState::Apart => None,
        }
    };
    let rest = range(&say!(format.words, "sector-rest"), &outlooks.rest);
    let rows = outlooks.parts.iter().filter_map(part).chain([rest]);
    SectorsAhead {
        title: sectors_ahead_title(outlooks, page),
        table: match outlooks.has_drawn() {
            true => ChartTable::new(sectors_ahead_heads(format), rows.collect()),
            false => ChartTable::default(),
        },
        notes: sectors_ahead_notes(outlooks, format),
    }
}

/// A heading and its table; a table without rows where no part is known.
///
/// # Errors
/// Sums that do not fit.
pub(super) fn table(page: Page<'_>) -> Result<(String, ChartTable)> {
    let Some(found) = newest(page)? else {
        return Ok((String::new(), ChartTable::default()));
    };
    let Page { situation, format } = page;
    let (year, words) = (found.year(), format.words);
    let first = situation.calendar().first_month(year);
    let title = say!(
        words,
        "sectors-title",
        span = page.periods().span(first, found.read.through, MonthNames::Dated),
        every = page.every(),
        now = if situation.year() == Some(year) { "yes" } else { "no" },
    );
    let months: Vec<Month> = Month::range(first..=found.read.through).collect();
    let title = page.with_unlike(title, months);
    let parts = found.read.parts.iter().map(|part| {
        let series = situation.book.parts(situation.series);
        let series = series.into_iter().find(|series| series.id == part.series);
        found.row(series.map_or("", |series| series.title.as_str()), part)
    });
    let rows = parts.chain([found.rest(), found.row(page.title(), &found.read.total)]);
    Ok((title, ChartTable::new(found.columns(), rows.collect())))
}

/// The newest year that tells of a part, since parts are often published long after the total.
fn newest(page: Page<'_>) -> Result<Option<SectorGrowth<'_>>> {
    let situation = page.situation;
    let book = situation.book;
    let parts: Vec<(&Series, Readings)> = book
        .parts(situation.series)
        .into_iter()
        .map(|part| (part, book.readings(part, situation.as_of)))
        .collect();
    let known: Vec<_> = parts.iter().map(|(part, readings)| (&part.id, readings)).collect();
    let total = (&situation.series.id, &situation.readings);
    for year in situation.totals.iter().rev().map(|total| total.fiscal_year) {
        let claim = situation.target().filter(|_| situation.year() == Some(year));
        let target = claim.and_then(|claim| situation.amount(claim));
        let path = situation.path.as_ref().filter(|_| target.is_some());
        let path = path.map(hadaf_core::TargetPath::cumulative);
        let read = contributions(total, &known, situation.calendar(), year, path)?;
        if let Some(read) = read.filter(|read| !read.parts.is_empty()) {
            return Ok(Some(SectorGrowth { page, read, target }));
        }
    }
    Ok(None)
}

/// What the parts of a total brought in a year, and what was asked for it.
struct SectorGrowth<'a> {
    page: Page<'a>,
    read: Contributions,
    target: Option<Decimal>,
}

impl SectorGrowth<'_> {
    fn year(&self) -> FiscalYear {
        self.read.fiscal_year
    }

    /// The total is short of its path: how much of that each part owes is told too.
    fn is_short(&self) -> bool {
        self.read.total.gap.is_some_and(|gap| gap > 0.0)
    }

    fn columns(&self) -> Vec<String> {
        let Page { situation, format } = self.page;
        let words = format.words;
        let columns = [
            say!(words, "column-sector"),
            format.year(self.year()),
            format.year(self.year().prev()),
            say!(words, "column-change"),
            say!(words, "column-growth"),
            say!(words, "column-points"),
        ];
        let short = self.is_short().then(|| {
            let target = self.target.map(|it| format.money_short(it, situation.series.unit));
            say!(words, "column-short", target = target.unwrap_or_default())
        });
        columns.into_iter().chain(short).collect()
    }

    /// A part, or the total; its two years open its own history.
    fn row(&self, title: &str, part: &Contribution) -> Vec<TableCell> {
        let Page { situation, format } = self.page;
        let history = |year: FiscalYear| HistoryRequest {
            series: part.series.to_string(),
            ..history_of(situation, year)
        };
        let number = |value: Decimal| TableCell::number(value, self.page.number(value));
        let change = self.page.signed(part.change.to_f64());
        let growth = part.growth_percent;
        let figures = [
            TableCell::text(title),
            number(part.now).with_history(history(self.year())),
            number(part.before).with_history(history(self.year().prev())),
            TableCell::number(part.change, change),
            growth.map_or_else(TableCell::default, |growth| TableCell::signed(format, growth, 1)),
        ];
        self.with_points(figures, part.growth_points, part.gap)
    }

    /// What no part accounts for.
    fn rest(&self) -> Vec<TableCell> {
        let change = self.page.signed(self.read.rest.to_f64());
        let figures = [
            TableCell::text(say!(self.page.words(), "sectors-rest")),
            TableCell::default(),
            TableCell::default(),
            TableCell::number(self.read.rest, change),
            TableCell::default(),
        ];
        self.with_points(figures, self.read.rest_points, self.read.rest_gap)
    }

    fn with_points(&self, figures: [TableCell; 5], points: Option<f64>, gap: Option<f64>) -> Vec<TableCell> {
        let Page { situation, format } = self.page;
        let points = points.map_or_else(TableCell::default, |points| TableCell::signed(format, points, 1));
        let gap = self.is_short().then(|| {
            let places = situation.places;
            gap.map_or_else(TableCell::default, |gap| TableCell::rounded(format, gap, places))
        });
        figures.into_iter().chain([points]).chain(gap).collect()
    }
}
