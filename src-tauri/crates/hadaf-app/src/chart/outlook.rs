//! What may come: the year to date and the months, each with its fan.
//!
//! The fan of the year is read from running totals of joint paths; bounds of months added up would be too wide.

use hadaf_chart::{Fan, FanStep, Frame, MonthlyPlot, Plot, YearToDatePlot};
use hadaf_core::{Basis, Decimal, Interval, Intervals, Month};
use hadaf_model::{Outlook, Situation, YearAhead};
use hadaf_words::{Findings, Format, chance_view, say};

use super::fan::laid;
use super::{ChartSheet, Wording, monthly, year_to_date};

/// The year to date with what may come of it.
pub(super) fn year(situation: &Situation<'_>, outlook: &Outlook, format: Format) -> Option<ChartSheet> {
    let chart = OutlookChart::new(situation, outlook, format)?;
    let mut sheet = year_to_date::of_year(situation, format, chart.year.year)?;
    let first = *chart.year.missing.first()?;
    let steps: Vec<FanStep> = chart
        .months_from(first)
        .map(|month| {
            let totals = chart.year.totals_through(outlook, month);
            chart.step(month, totals.intervals(), Basis::ToDate)
        })
        .collect();
    let months = situation.calendar().months_of(chart.year.year);
    let subtitle = say!(
        format.words,
        "chart-outlook-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        first = format.month_name(months[0]),
        fan = chart.span()
    );
    chart.widen(&mut sheet, &steps, |row| months.get(row).copied());
    sheet.spec.frame = chart.frame(&sheet.spec.frame, subtitle, &steps);
    let fan = Some(chart.fan(steps));
    Some(sheet.map(|plot| Plot::YearToDate(YearToDatePlot { fan, ..plot })))
}

/// The months with what may come of them.
pub(super) fn months(situation: &Situation<'_>, outlook: &Outlook, format: Format) -> Option<ChartSheet> {
    let chart = OutlookChart::new(situation, outlook, format)?;
    let mut sheet = monthly::of_year(situation, format, chart.year.year)?;
    let steps: Vec<FanStep> = chart
        .months_from(outlook.first)
        .zip(1..)
        .map(|(month, ahead)| {
            let forecast = outlook.at(ahead);
            chart.step(
                month,
                Intervals::of(|share| forecast.quantile(ahead, share)),
                Basis::Period,
            )
        })
        .collect();
    let subtitle = say!(
        format.words,
        "chart-outlook-monthly-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        fan = chart.span()
    );
    for step in &steps {
        let mut row = vec![String::new(); sheet.table.columns.len()];
        row[0] = format.month(step.month);
        row[2] = say!(format.words, "status-forecast");
        sheet.table.histories.push(vec![None; row.len()]);
        sheet.table.rows.push(row);
    }
    let known = sheet.table.rows.len() - steps.len();
    chart.widen(&mut sheet, &steps, |row| {
        Some(steps.get(row.checked_sub(known)?)?.month)
    });
    sheet.spec.frame = chart.frame(&sheet.spec.frame, subtitle, &steps);
    // The end labels of the year's fan speak of the year; those of a month are in its read-out.
    let fan = Some(Fan {
        label: Vec::new(),
        ..chart.fan(steps)
    });
    Some(sheet.map(|plot| Plot::Monthly(MonthlyPlot { fan, ..plot })))
}

struct OutlookChart<'a> {
    situation: &'a Situation<'a>,
    year: &'a YearAhead,
    format: Format,
    wording: Wording<'a>,
}

impl<'a> OutlookChart<'a> {
    fn new(situation: &'a Situation<'a>, outlook: &'a Outlook, format: Format) -> Option<Self> {
        Some(Self {
            situation,
            year: outlook.years().first()?,
            format,
            wording: Wording { situation, format },
        })
    }

    fn months_from(&self, first: Month) -> impl Iterator<Item = Month> {
        Month::range(first..=self.year.months[11])
    }

    /// "March to June 2026".
    fn span(&self) -> String {
        match (self.year.missing.first(), self.year.missing.last()) {
            (Some(first), Some(last)) => self.format.span(*first, *last, true),
            _ => String::new(),
        }
    }

    fn step(&self, month: Month, at: Intervals, basis: Basis) -> FanStep {
        let (words, median) = (self.format.words, self.wording.value(at.median));
        let (low80, high80) = (self.number(at.p80.low), self.number(at.p80.high));
        let (low95, high95) = (self.number(at.p95.low), self.number(at.p95.high));
        let readout = match basis {
            Basis::ToDate => say!(
                words,
                "readout-fan-year",
                year = self.format.year(self.year.year),
                month = self.format.month(month),
                median = median,
                low80 = low80,
                high80 = high80,
                low95 = low95,
                high95 = high95
            ),
            Basis::Period => say!(
                words,
                "readout-fan-month",
                month = self.format.month(month),
                median = median,
                low80 = low80,
                high80 = high80,
                low95 = low95,
                high95 = high95
            ),
        };
        laid(month, at, readout)
    }

    fn fan(&self, steps: Vec<FanStep>) -> Fan {
        super::fan(steps, self.format, self.situation.series.places)
    }

    fn frame(&self, base: &Frame, subtitle: String, steps: &[FanStep]) -> Frame {
        let range = steps.last().map_or_else(String::new, |step| step.readout.clone());
        let title = title(self.situation, self.year, self.format);
        self.wording.frame(title, subtitle, base.note.clone(), &range)
    }

    /// Adds the fan to the read-outs and to the table: each step to the row of its month.
    fn widen<P>(&self, sheet: &mut ChartSheet<P>, steps: &[FanStep], month_of: impl Fn(usize) -> Option<Month>) {
        let words = self.format.words;
        sheet.histories.push(vec![None; steps.len()]);
        let table = &mut sheet.table;
        let percent = |level: f64| self.format.percent(level, 0);
        table.columns.extend([
            say!(words, "column-middle"),
            say!(words, "column-band-low", level = percent(80.0)),
            say!(words, "column-band-high", level = percent(80.0)),
            say!(words, "column-band-low", level = percent(95.0)),
            say!(words, "column-band-high", level = percent(95.0)),
        ]);
        for (index, (row, histories)) in table.rows.iter_mut().zip(&mut table.histories).enumerate() {
            let step = month_of(index).and_then(|month| steps.iter().find(|step| step.month == month));
            let levels = step.map(|step| [step.median, step.low80, step.high80, step.low95, step.high95]);
            row.extend(match levels {
                Some(levels) => levels.map(|level| self.number(level)),
                None => std::array::from_fn(|_| String::new()),
            });
            histories.resize(row.len(), None);
        }
    }

    fn number(&self, value: f64) -> String {
        self.format.rounded(value, self.situation.series.places)
    }
}

/// Where the year is heading, beside the highest-ranked target for it.
pub(crate) fn title(situation: &Situation<'_>, year: &YearAhead, format: Format) -> String {
    let words = format.words;
    let findings = Findings { situation, format };
    let totals = year.totals.intervals();
    let Interval { low, high } = totals.p80;
    let target = situation.target_of(year.year);
    let amount = target.and_then(|claim| situation.amount(claim)).map(Decimal::to_f64);
    let (name, median, over) = (
        format.year(year.year),
        short(totals.median, situation, format),
        situation.over(),
    );
    let Some((claim, amount)) = target.zip(amount) else {
        let (low, high) = (short(low, situation, format), short(high, situation, format));
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
    let target = findings.claimed(claim);
    if amount <= totals.p95.high && amount >= totals.p95.low {
        let chance = chance_view(format, year.chance(amount)).frequency;
        return say!(
            words,
            "finding-outlook-chance",
            year = name,
            median = median,
            target = target,
            chance = chance,
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
        target = target,
        over = over
    )
}

/// A forecast for a title: two digits of a large one, "$4.6 bn".
fn short(value: f64, situation: &Situation<'_>, format: Format) -> String {
    let unit = situation.series.unit;
    let hundreds = (value / 100.0).round() * 100.0;
    match Decimal::parse(&format!("{hundreds:.0}")) {
        Ok(hundreds) if value.abs() >= 1_000.0 && value.abs() < 1e15 => format.money_short(hundreds, unit),
        _ => format.money_rounded(value, unit, situation.series.places),
    }
}
