//! Months against the target path and the level still needed.

use hadaf_chart::{ChartSpec, ClaimLine, MonthPoint, MonthlyPlot, NeededLevel, Plot, PointMark, YearMark};
use hadaf_core::{FiscalYear, Month, Reading, TotalBasis};
use hadaf_model::Situation;
use hadaf_words::{Findings, Format, say};

use super::{ChartSheet, Wording, month_names, ticks};
use crate::chart::ChartTable;
use crate::session::{HistoryRequest, history_of, history_of_claim};

/// Years before the current one that are shown.
const YEARS_BEFORE: i16 = 3;

pub(super) fn sheet(situation: &Situation<'_>, format: Format) -> Option<ChartSheet> {
    Some(of_year(situation, format, situation.year()?)?.map(Plot::Monthly))
}

/// To the end of the current year, or of the one after it where that is closed.
pub(super) fn of_year(situation: &Situation<'_>, format: Format, year: FiscalYear) -> Option<ChartSheet<MonthlyPlot>> {
    let chart = MonthlyChart {
        situation,
        wording: Wording { situation, format },
        format,
    };
    let (last, _) = situation.last_month()?;
    let calendar = situation.calendar();
    let oldest = situation
        .readings
        .months()
        .map(|(month, _)| calendar.year_of(month))
        .next()?;
    let first_year = oldest.max(year.plus(-YEARS_BEFORE));
    let span = (calendar.first_month(first_year), calendar.last_month(year).max(last));
    let months: Vec<(Month, &Reading)> = situation
        .readings
        .months()
        .filter(|(month, _)| (span.0..=span.1).contains(month))
        .collect();
    let (first, _) = months.first()?;
    let best = months
        .iter()
        .max_by(|left, right| left.1.value.cmp_value(right.1.value))
        .map(|(month, _)| *month);
    let point =
        |(month, reading): &(Month, &Reading)| chart.point(*month, reading, Some(*month) == best, *month == last);
    let points: Vec<MonthPoint> = months.iter().map(point).collect();
    let findings = Findings { situation, format };
    let subtitle = say!(
        format.words,
        "chart-monthly-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        span = format.span(*first, last, true),
    );
    Some(ChartSheet {
        histories: vec![
            points
                .iter()
                .map(|point| Some(history_of(situation, point.month)))
                .collect(),
        ],
        table: chart.table(&months),
        spec: ChartSpec {
            frame: chart
                .wording
                .frame(findings.monthly(), subtitle, chart.note(&points), &chart.range(&months)),
            ticks: ticks(format, situation.series.unit),
            plot: MonthlyPlot {
                span,
                path: situation
                    .year()
                    .filter(|it| *it == year)
                    .and_then(|year| chart.path(year)),
                needed: chart.needed(),
                fan: None,
                behind: None,
                years: chart.years(first_year, year),
                points,
                derived_label: say!(format.words, "chart-calculated"),
                month_names: month_names(format),
            },
        },
    })
}

struct MonthlyChart<'a> {
    situation: &'a Situation<'a>,
    wording: Wording<'a>,
    format: Format,
}

impl MonthlyChart<'_> {
    fn point(&self, month: Month, reading: &Reading, is_best: bool, is_last: bool) -> MonthPoint {
        let mark = match reading {
            reading if reading.derived => PointMark::Derived,
            reading if reading.provisional => PointMark::Provisional,
            _ => PointMark::Confirmed,
        };
        let value = reading.value.to_f64();
        let label = format!("{}: {}", self.format.month_short(month), self.wording.value(value));
        let label = match (is_last || is_best, mark) {
            (false, _) => None,
            (true, PointMark::Provisional) => Some(say!(self.format.words, "chart-provisional", label = label)),
            (true, _) => Some(label),
        };
        MonthPoint {
            month,
            value,
            mark,
            revised_from: reading.revised_from.map(hadaf_core::Decimal::to_f64),
            readout: self.readout(month, reading),
            label,
        }
    }

    /// Period, value, status, growth, place against the path.
    fn readout(&self, month: Month, reading: &Reading) -> String {
        let words = self.format.words;
        let mut text = format!(
            "{}: {}",
            self.format.month(month),
            self.wording.value(reading.value.to_f64())
        );
        if let Some(status) = self.wording.status(reading) {
            text = format!("{text}, {status}");
        }
        if let Some(growth) = self.situation.month_growth(month) {
            let (growth, before) = (
                self.format.signed_percent(growth, 1),
                self.format.month_short(month.plus(-12)),
            );
            text = format!("{text}; {}", say!(words, "growth-on", growth = growth, before = before));
        }
        let path = self.situation.path_month(month);
        if let Some((path, gap)) =
            path.and_then(|path| Some((path, hadaf_core::growth_percent(path, reading.value.to_f64())?)))
        {
            let is_under = gap < 0.0;
            let (gap, path) = (
                self.format.percent(gap.abs(), 0),
                self.format.rounded(path, self.situation.series.places),
            );
            text = format!(
                "{text}; {}",
                say!(
                    words,
                    match is_under {
                        true => "under-path",
                        false => "over-path",
                    },
                    gap = gap,
                    path = path
                )
            );
        }
        text
    }

    fn path(&self, year: FiscalYear) -> Option<ClaimLine> {
        let (path, claim) = (self.situation.path.as_ref()?, self.situation.target()?);
        let months = self.situation.calendar().months_of(year);
        let target = self.format.money_short(claim.value, claim.unit);
        let has_band = path.low.iter().zip(&path.high).any(|(low, high)| low < high);
        let band = |index: usize| (months[index], path.low[index], path.high[index]);
        Some(ClaimLine {
            points: months.into_iter().zip(path.months).collect(),
            band: if has_band {
                (0..12).map(band).collect()
            } else {
                Vec::new()
            },
            label: lines(&say!(self.format.words, "chart-path", target = target)),
        })
    }

    fn needed(&self) -> Option<NeededLevel> {
        let pace = self.situation.pace.as_ref()?;
        let value = pace.needed_per_month.filter(|needed| *needed > 0.0)?;
        let (from, to) = (*pace.left.first()?, *pace.left.last()?);
        let (needed, last) = (self.wording.value(value), self.format.month_name(to));
        let label = lines(&say!(
            self.format.words,
            "chart-needed",
            needed = needed,
            last = last,
            over = self.situation.over()
        ));
        Some(NeededLevel { from, to, value, label })
    }

    fn years(&self, first: FiscalYear, last: FiscalYear) -> Vec<YearMark> {
        let mark = |year: FiscalYear| YearMark {
            fiscal_year: year,
            first_month: self.situation.calendar().first_month(year),
            label: self.format.year(year),
            total: self.situation.total_of(year).map_or_else(String::new, |total| {
                let value = self.format.number(total.value, self.situation.series.places);
                match total.basis {
                    TotalBasis::ToDate => {
                        let month = self.format.month_short_name(total.last_month.month());
                        say!(self.format.words, "total-to", value = value, month = month)
                    }
                    TotalBasis::Published | TotalBasis::Sum => value,
                }
            }),
        };
        std::iter::successors(Some(first), |year| (*year < last).then(|| year.next()))
            .map(mark)
            .collect()
    }

    /// Explains the marks that are there.
    fn note(&self, points: &[MonthPoint]) -> String {
        let words = self.format.words;
        let mut notes = Vec::new();
        if points.iter().any(|point| point.mark == PointMark::Provisional) {
            notes.push(say!(words, "chart-note-provisional"));
        }
        if points.iter().any(|point| point.mark == PointMark::Derived) {
            notes.push(say!(words, "chart-note-derived"));
        }
        if points.iter().any(|point| point.revised_from.is_some()) {
            notes.push(say!(words, "chart-note-revised"));
        }
        let (situation, format) = (self.situation, self.format);
        notes.extend(Findings { situation, format }.unknown_months());
        notes.join(" ")
    }

    /// First, highest and last month, for those who cannot see the picture.
    fn range(&self, months: &[(Month, &Reading)]) -> String {
        let tell = |(month, reading): &(Month, &Reading)| {
            (
                self.format.month_short(*month),
                self.wording.value(reading.value.to_f64()),
            )
        };
        let (Some(first), Some(last)) = (months.first().map(tell), months.last().map(tell)) else {
            return String::new();
        };
        say!(
            self.format.words,
            "chart-range",
            first = first.0,
            from = first.1,
            last = last.0,
            to = last.1
        )
    }

    /// Of a row of the table: all of it is the month's, the path is the claim's.
    fn histories(&self, month: Month) -> Vec<Option<HistoryRequest>> {
        let of_month = Some(history_of(self.situation, month));
        let target = self.situation.target();
        let of_path = self
            .situation
            .path_month(month)
            .and_then(|_| Some(history_of_claim(self.situation, target?)));
        vec![of_month.clone(), of_month.clone(), of_month.clone(), of_month, of_path]
    }

    fn table(&self, months: &[(Month, &Reading)]) -> ChartTable {
        let words = self.format.words;
        let unit = self.format.unit(self.situation.series.unit);
        let row = |(month, reading): &(Month, &Reading)| {
            let growth = self
                .situation
                .month_growth(*month)
                .map(|growth| self.format.signed(growth, 1));
            let path = self
                .situation
                .path_month(*month)
                .map(|path| self.format.rounded(path, self.situation.series.places));
            vec![
                self.format.month(*month),
                self.format.exact(reading.value),
                self.wording.status(reading).unwrap_or_default(),
                growth.unwrap_or_default(),
                path.unwrap_or_default(),
            ]
        };
        ChartTable {
            columns: vec![
                say!(words, "column-month"),
                unit,
                say!(words, "column-status"),
                say!(words, "column-growth"),
                say!(words, "column-path"),
            ],
            rows: months.iter().map(row).collect(),
            histories: months.iter().map(|(month, _)| self.histories(*month)).collect(),
        }
    }
}

/// The lines of a message of several.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
