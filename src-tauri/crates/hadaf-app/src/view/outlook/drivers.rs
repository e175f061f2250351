//! What moves the total of the current year: an 80 % range of each thing, the others as they are.

use hadaf_core::{
    Assumptions, Decimal, Frequency, Interval, Month, Outage, OutageKind, Reading, Readings, Sample, Setting,
    stretches, sum_of,
};
use hadaf_error::Result;
use hadaf_forecast::Revisions;
use hadaf_forecast::scenario::{Base, PastOutages, Simulation, TotalSpan};
use hadaf_model::outlook::months_to;
use hadaf_model::{Outlook, YearAhead};
use hadaf_words::{MonthNames, Page, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Length of the outage that is tried.
const OUTAGE_DAYS: i32 = 7;

/// One thing that moves the year's total. An 80 % range of each, the others as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DriverRow {
    /// "What the months may bring".
    pub factor: String,
    /// "1 in 10 to 9 in 10".
    pub range: String,
    /// "4,315 – 4,863".
    pub lands: String,
    /// Left end of the bar, 0 to 1 of the column.
    pub low: f64,
    /// Right end of the bar, 0 to 1 of the column.
    pub high: f64,
    /// What it rests on.
    pub evidence: String,
    /// An assumption, not a measurement.
    pub assumed: bool,
}

/// The bars of a year.
pub(super) struct Drivers {
    /// The middle of the year's total.
    pub(super) centre: f64,
    /// Where it stands, 0 to 1 of the column.
    pub(super) at: f64,
    /// The widest first.
    pub(super) rows: Vec<DriverRow>,
}

/// One of them before it has its place in the column.
struct Bar {
    row: DriverRow,
    low: f64,
    high: f64,
}

impl Drivers {
    /// Of a year ahead.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub(super) fn read(page: Page<'_>, outlook: &Outlook, year: &YearAhead) -> Result<Self> {
        let drivers = DriverBars {
            page,
            outlook,
            year,
            centre: year.quantile(0.5),
        };
        let bars = [
            Some(drivers.months()),
            drivers.growth()?,
            drivers.outage(),
            drivers.revision(),
        ];
        Ok(drivers.placed(bars.into_iter().flatten().collect()))
    }
}

/// The year of a page, and what may move it.
struct DriverBars<'a> {
    page: Page<'a>,
    outlook: &'a Outlook,
    year: &'a YearAhead,
    centre: f64,
}

impl DriverBars<'_> {
    /// The joint paths of the months that are not known.
    fn months(&self) -> Bar {
        let words = self.page.words();
        let errors = self.outlook.forecast.spread().past_errors();
        let range = self.year.totals.intervals().p80;
        self.bar(
            say!(words, "driver-months", span = self.span()),
            say!(words, "driver-months-range"),
            (range.low, range.high),
            say!(
                words,
                "driver-months-evidence",
                count = errors,
                written = self.page.format.rounded(errors as f64, 0)
            ),
        )
    }

    /// The missing months at the growth of past windows of as many.
    fn growth(&self) -> Result<Option<Bar>> {
        let Page { situation, format } = self.page;
        let months = self.year.missing.iter().map(|month| month.plus(-12));
        let Some(before) = sum_of(&situation.readings, situation.calendar(), months)?.map(Decimal::to_f64) else {
            return Ok(None);
        };
        let count = u8::try_from(self.year.missing.len()).expect("a year has twelve months");
        let runs = stretches(&situation.readings, situation.calendar(), Frequency::Month, count)?;
        let Some(past) = Sample::of(runs.iter().filter_map(|run| run.growth_percent).collect()) else {
            return Ok(None);
        };
        let Interval { low, high } = past.intervals().p80;
        let lands = |growth: f64| self.year.fact() + before * (1.0 + growth / 100.0);
        let words = format.words;
        let (from, to) = (format.signed_percent(low, 0), format.signed_percent(high, 0));
        let (unlike, reasons) = self.page.unlike_and_why(self.year.missing.clone());
        Ok(Some(self.bar(
            say!(words, "driver-growth", span = self.span()),
            format.range(from, to),
            (lands(low), lands(high)),
            say!(
                words,
                "driver-growth-evidence",
                windows = past.values().len(),
                number = count,
                count = format.count_word(count.into()),
                unlike = unlike,
                reasons = reasons
            ),
        )))
    }

    /// One week without any line in the country, in the first of the missing months: the scenario's formula with
    /// its coefficients as they stand. None where no scenario can be laid over the year, or an outage does not touch it.
    fn outage(&self) -> Option<Bar> {
        let situation = self.page.situation;
        if !situation.book.needs_the_line(situation.series, situation.as_of) {
            return None;
        }
        let (first, paths) = self.year.paths(self.outlook);
        let values = self.outlook.values.iter().enumerate();
        let known = values.filter_map(|(place, value)| Some((self.outlook.month_at(place), (*value)?)));
        let base = Base {
            paths,
            first,
            known: known.collect(),
            register: PastOutages::none(),
            seed: self.outlook.seed,
        };
        let span = TotalSpan {
            range: 1..=paths.horizon(),
            known: 0.0,
            revisions: Revisions::none(),
            target: None,
        };
        let words = self.page.words();
        let title = say!(words, "driver-outage");
        let assumptions = Assumptions {
            outages: vec![Outage {
                title: title.clone(),
                kind: OutageKind::National,
                start: self.year.missing.first()?.first_day(),
                days: Setting::fixed(Decimal::from(OUTAGE_DAYS)),
                region_share: None,
            }],
            ..Assumptions::default()
        };
        let effects = Simulation::new(base, assumptions, span).ok()?.effect();
        let places = self.year.missing.iter().map(|month| months_to(first, *month) - 1);
        let effect: f64 = places.filter_map(|place| effects.get(place)).sum();
        let ends = (self.centre + effect.min(0.0), self.centre + effect.max(0.0));
        let cost = self.page.rounded(effect.abs());
        let mut bar = self.bar(
            title,
            say!(words, "driver-outage-range"),
            ends,
            say!(words, "driver-outage-evidence", cost = cost),
        );
        bar.row.assumed = true;
        Some(bar)
    }

    /// One more revision as large as the largest of a month that has been.
    fn revision(&self) -> Option<Bar> {
        let (month, change) = largest_revision(&self.page.situation.readings)?;
        let ends = [self.centre, self.centre + change];
        let words = self.page.words();
        let change = self.page.signed(change);
        Some(self.bar(
            say!(words, "driver-revision"),
            say!(
                words,
                "driver-revision-range",
                month = self.page.format.month_short(month),
                change = change
            ),
            (ends[0].min(ends[1]), ends[0].max(ends[1])),
            say!(words, "driver-revision-evidence"),
        ))
    }

    fn bar(&self, factor: String, range: String, (low, high): (f64, f64), evidence: String) -> Bar {
        let row = DriverRow {
            factor,
            range,
            lands: format!("{} \u{2013} {}", self.page.rounded(low), self.page.rounded(high)),
            low: 0.0,
            high: 0.0,
            evidence,
            assumed: false,
        };
        Bar { row, low, high }
    }

    /// Gives each bar its place in a column that holds them all.
    fn placed(&self, mut bars: Vec<Bar>) -> Drivers {
        bars.sort_by(|left, right| (right.high - right.low).total_cmp(&(left.high - left.low)));
        let low = bars.iter().map(|bar| bar.low).fold(self.centre, f64::min);
        let high = bars.iter().map(|bar| bar.high).fold(self.centre, f64::max);
        let place = |value: f64| match high > low {
            true => (value - low) / (high - low),
            false => 0.5,
        };
        let row = |bar: Bar| DriverRow {
            low: place(bar.low),
            high: place(bar.high),
            ..bar.row
        };
        Drivers {
            centre: self.centre,
            at: place(self.centre),
            rows: bars.into_iter().map(row).collect(),
        }
    }

    /// "March to June".
    fn span(&self) -> String {
        self.page.format.span_of(&self.year.missing, MonthNames::Long)
    }
}

/// The month whose current figure lies farthest from the one before it.
fn largest_revision(readings: &Readings) -> Option<(Month, f64)> {
    let change = |(month, reading): (Month, &Reading)| {
        let before = reading.revised_from?;
        Some((month, reading.value.checked_sub(before).ok()?.to_f64()))
    };
    let revised = readings
        .months()
        .filter_map(change)
        .filter(|(_, change)| *change != 0.0);
    revised.max_by(|left, right| left.1.abs().total_cmp(&right.1.abs()))
}
