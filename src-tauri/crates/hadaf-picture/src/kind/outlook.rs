//! What may come: the year to date and the months, each with its fan.
//!
//! The fan of the year is read from running totals of joint paths; bounds of months added up would be too wide.

use hadaf_chart::{Fan, FanStep, Frame, MonthlyPlot, Plot, Readout, YearToDatePlot};
use hadaf_core::{Decimal, Interval, Intervals, Month};
use hadaf_model::{Outlook, YearAhead};
use hadaf_words::{MonthNames, Page, chance_view, say, unusual_note};

use super::fan::{fan, fan_step};
use super::{monthly, year_to_date};
use crate::sheet::ChartSheet;
use crate::table::TableCell;
use crate::wording::{frame, with_note};

/// The year to date with what may come of it.
pub(crate) fn year(page: Page<'_>, outlook: &Outlook) -> Option<ChartSheet> {
    let ahead = AheadRows::new(page, outlook)?;
    let mut sheet = year_to_date::of_year(page, ahead.year.year)?;
    let first = *ahead.year.missing.first()?;
    let steps: Vec<FanStep> = ahead
        .months_from(first)
        .map(|month| {
            let totals = ahead.year.totals_through(outlook, month);
            let head = page.format.year_to(ahead.year.year, month, MonthNames::Dated);
            ahead.step(month, totals.intervals(), head)
        })
        .collect();
    let months = page.situation.calendar().months_of(ahead.year.year);
    let subtitle = say!(
        page.words(),
        "chart-outlook-subtitle",
        series = page.title(),
        unit = page.unit(),
        first = page.format.month_name(months[0]),
        fan = ahead.span()
    );
    ahead.widen(&mut sheet, &steps, |row| months.get(row).copied());
    sheet.spec.frame = ahead.frame(&sheet.spec.frame, subtitle, &steps, outlook);
    let fan = Some(fan(steps, page.format, page.situation.places));
    Some(sheet.map(|plot| Plot::YearToDate(YearToDatePlot { fan, ..plot })))
}

/// The months with what may come of them.
pub(crate) fn months(page: Page<'_>, outlook: &Outlook) -> Option<ChartSheet> {
    let ahead = AheadRows::new(page, outlook)?;
    let mut sheet = monthly::of_year(page, ahead.year.year)?;
    let steps: Vec<FanStep> = ahead
        .months_from(outlook.first)
        .zip(1..)
        .map(|(month, place)| {
            let forecast = outlook.at(place);
            let at = Intervals::of(|share| forecast.quantile(place, share));
            ahead.step(month, at, page.format.month(month))
        })
        .collect();
    let subtitle = say!(
        page.words(),
        "chart-outlook-monthly-subtitle",
        series = page.title(),
        unit = page.unit(),
        fan = ahead.span()
    );
    for step in &steps {
        let mut row = vec![TableCell::default(); sheet.table.columns.len()];
        row[0] = TableCell::month(step.month, page.format.month(step.month));
        row[2] = TableCell::text(say!(page.words(), "status-forecast"));
        sheet.table.rows.push(row);
    }
    let known = sheet.table.rows.len() - steps.len();
    ahead.widen(&mut sheet, &steps, |row| {
        Some(steps.get(row.checked_sub(known)?)?.month)
    });
    sheet.spec.frame = ahead.frame(&sheet.spec.frame, subtitle, &steps, outlook);
    // The end labels of the year's fan speak of the year; those of a month are in its read-out.
    let fan = Some(Fan {
        label: Vec::new(),
        ..fan(steps, page.format, page.situation.places)
    });
    Some(sheet.map(|plot| Plot::Monthly(MonthlyPlot { fan, ..plot })))
}

/// The first year that is not known whole, on its page.
struct AheadRows<'a> {
    page: Page<'a>,
    year: &'a YearAhead,
}

impl<'a> AheadRows<'a> {
    fn new(page: Page<'a>, outlook: &'a Outlook) -> Option<Self> {
        let year = outlook.years().first()?;
        Some(Self { page, year })
    }

    fn months_from(&self, first: Month) -> impl Iterator<Item = Month> {
        Month::range(first..=self.year.months[11])
    }

    /// "March to June 2026".
    fn span(&self) -> String {
        self.page.format.span_of(&self.year.missing, MonthNames::Dated)
    }

    fn step(&self, month: Month, at: Intervals, head: String) -> FanStep {
        let Page { situation, format } = self.page;
        let values = [at.median, at.p80.low, at.p80.high, at.p95.low, at.p95.high];
        let [median, ..] = format.money_apart(values, situation.series.unit, situation.places);
        let [_, low80, high80, low95, high95] = format.apart(values, situation.places);
        let text = say!(
            self.page.words(),
            "readout-fan",
            median = median,
            low80 = low80,
            high80 = high80,
            low95 = low95,
            high95 = high95
        );
        fan_step(month, at, Readout::new(head, text))
    }

    fn frame(&self, base: &Frame, subtitle: String, steps: &[FanStep], outlook: &Outlook) -> Frame {
        let range = steps.last().map_or_else(String::new, |step| step.readout.to_string());
        let note = with_note(&base.note, unusual_note(self.page, outlook));
        frame(self.page, title(self.page, self.year), subtitle, note, &range)
    }

    /// Adds the fan to the read-outs and to the table: each step to the row of its month.
    fn widen<P>(&self, sheet: &mut ChartSheet<P>, steps: &[FanStep], month_of: impl Fn(usize) -> Option<Month>) {
        let Page { situation, format } = self.page;
        let words = format.words;
        sheet.histories.push(vec![None; steps.len()]);
        let percent = |level: f64| format.percent(level, 0);
        sheet.table.columns.extend([
            say!(words, "column-middle"),
            say!(words, "column-band-low", level = percent(80.0)),
            say!(words, "column-band-high", level = percent(80.0)),
            say!(words, "column-band-low", level = percent(95.0)),
            say!(words, "column-band-high", level = percent(95.0)),
        ]);
        for (index, row) in sheet.table.rows.iter_mut().enumerate() {
            let step = month_of(index).and_then(|month| steps.iter().find(|step| step.month == month));
            let levels = step.map(|step| [step.median, step.low80, step.high80, step.low95, step.high95]);
            row.extend(match levels {
                Some(levels) => levels.map(|level| TableCell::rounded(format, level, situation.places)),
                None => std::array::from_fn(|_| TableCell::default()),
            });
        }
    }
}

/// Power of ten to which a title rounds, where its values stay apart: "$4.6 bn".
const TITLE: i32 = 2;

/// Where the year is heading, beside the highest-ranked target for it.
fn title(page: Page<'_>, year: &YearAhead) -> String {
    let Page { situation, format } = page;
    let totals = year.totals.intervals();
    let Interval { low, high } = totals.p80;
    let target = situation.target_of(year.year);
    let amount = target.and_then(|claim| situation.amount(claim)).map(Decimal::to_f64);
    let beside = amount.unwrap_or(totals.median);
    let [median, _] = page.money_short_apart([totals.median, beside], TITLE);
    let (words, name, over) = (page.words(), format.year(year.year), situation.over());
    let Some((claim, amount)) = target.zip(amount) else {
        let [median, low, high] = page.money_short_apart([totals.median, low, high], TITLE);
        return say!(
            words,
            "finding-outlook-alone",
            year = name,
            median = median,
            low = low,
            high = high,
            over = over
        );
    };
    if let Some(reached) = situation.reached(claim, year.year) {
        return say!(
            words,
            "finding-outlook-reached",
            year = name,
            median = median,
            target = page.claimed(claim),
            dated = if reached.period.is_some() { "yes" } else { "no" },
            when = reached.period.map_or_else(String::new, |period| format.period(period)),
            over = over
        );
    }
    if amount <= totals.p95.high && amount >= totals.p95.low {
        return say!(
            words,
            "finding-outlook-chance",
            year = name,
            median = median,
            target = page.claimed(claim),
            chance = chance_view(format, year.chance(amount)).frequency,
            over = over
        );
    }
    let is_below = amount > totals.p95.high;
    say!(
        words,
        match is_below {
            true => "finding-outlook-below",
            false => "finding-outlook-above",
        },
        year = name,
        median = median,
        level = format.percent(95.0, 0),
        target = page.claimed(claim),
        over = over
    )
}
