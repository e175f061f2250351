//! The fiscal year so far against the target path and past years.

use hadaf_chart::{ChartSpec, ClaimMark, CumulativeYear, Plot, RunningTotal, YearToDatePlot};
use hadaf_core::{Decimal, FiscalYear, Month, TargetPath};
use hadaf_model::Situation;
use hadaf_words::{Findings, Format, say};

use super::{ChartSheet, Wording, claimed, sign, ticks};
use crate::chart::ChartTable;
use crate::session::{HistoryRequest, history_of, history_of_claim};

/// Past years beside the current one.
const YEARS_BEFORE: i16 = 3;

pub(super) fn sheet(situation: &Situation<'_>, format: Format) -> Option<ChartSheet> {
    Some(of_year(situation, format, situation.year()?)?.map(Plot::YearToDate))
}

/// Of the current year, or of the one after it where that is closed: only the current year has a path.
pub(super) fn of_year(
    situation: &Situation<'_>,
    format: Format,
    year: FiscalYear,
) -> Option<ChartSheet<YearToDatePlot>> {
    let chart = YearToDateChart {
        situation,
        wording: Wording { situation, format },
        format,
        year,
    };
    let last = situation.current()?.last_month;
    let years: Vec<(FiscalYear, [Option<Decimal>; 12])> = (-YEARS_BEFORE..=0)
        .map(|back| year.plus(back))
        .map(|year| (year, chart.running(year)))
        .filter(|(of, totals)| *of == year || totals.iter().any(Option::is_some))
        .collect();
    if years.iter().flat_map(|(_, totals)| totals).all(Option::is_none) {
        return None;
    }
    let months = situation.calendar().months_of(year);
    let findings = Findings { situation, format };
    let subtitle = say!(
        format.words,
        "chart-year-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        first = format.month_name(months[0]),
        last = format.month(last),
    );
    let drawn: Vec<CumulativeYear> = years
        .iter()
        .map(|(of, totals)| chart.year(*of, totals, *of == year))
        .collect();
    let range = drawn
        .iter()
        .map(|year| year.label.clone())
        .collect::<Vec<_>>()
        .join("; ");
    // The current year is lane 0, then the others in order.
    let lanes = years.iter().map(|(of, _)| *of).filter(|of| *of != year);
    let histories = std::iter::once(year).chain(lanes).map(|of| {
        situation
            .calendar()
            .months_of(of)
            .map(|month| Some(history_of(situation, month)))
            .to_vec()
    });
    Some(ChartSheet {
        histories: histories.collect(),
        table: chart.table(&years),
        spec: ChartSpec {
            frame: chart.wording.frame(
                findings.year_to_date(),
                subtitle,
                findings.unknown_months().unwrap_or_default(),
                &range,
            ),
            ticks: ticks(format, situation.series.unit),
            plot: YearToDatePlot {
                month_names: months.map(|month| format.month_short_name(month.month())),
                years: drawn,
                path: chart.path().map_or_else(Vec::new, |path| path.cumulative().to_vec()),
                path_label: chart.path_label(),
                claims: chart.claims(),
                fan: None,
                behind: None,
            },
        },
    })
}

struct YearToDateChart<'a> {
    situation: &'a Situation<'a>,
    wording: Wording<'a>,
    format: Format,
    /// The year that it is about.
    year: FiscalYear,
}

impl YearToDateChart<'_> {
    fn path(&self) -> Option<&TargetPath> {
        let path = self.situation.path.as_ref();
        path.filter(|_| self.situation.year() == Some(self.year))
    }

    /// Running totals: the sum of the months while they are all known, else the printed total to date.
    fn running(&self, year: FiscalYear) -> [Option<Decimal>; 12] {
        let readings = &self.situation.readings;
        let mut sum = Some(Decimal::ZERO);
        self.situation.calendar().months_of(year).map(|month| {
            sum = sum
                .zip(readings.get(month))
                .and_then(|(sum, reading)| sum.checked_add(reading.value).ok());
            sum.or_else(|| readings.through(month).map(|reading| reading.value))
        })
    }

    fn year(&self, year: FiscalYear, totals: &[Option<Decimal>; 12], current: bool) -> CumulativeYear {
        let months = self.situation.calendar().months_of(year);
        let mut known = totals
            .iter()
            .enumerate()
            .filter_map(|(index, total)| Some((months[index], (*total)?)));
        let end = known.next_back();
        let total = self
            .situation
            .total_of(year)
            .map(|total| total.value)
            .or_else(|| end.map(|(_, value)| value));
        let value = total.map_or_else(String::new, |value| self.wording.value(value.to_f64()));
        let label = match end.filter(|(month, _)| current && *month < months[11]) {
            Some((month, _)) => {
                let month = self.format.month_short_name(month.month());
                let to = say!(self.format.words, "total-to", value = value, month = month);
                format!("{} {to}", self.format.year(year))
            }
            None => format!("{} {value}", self.format.year(year)),
        };
        CumulativeYear {
            label,
            totals: (0..12)
                .map(|index| self.running_total(months[index], totals[index], index))
                .collect(),
            current,
            provisional: current
                && self
                    .situation
                    .current()
                    .is_some_and(|total| total.provisional && total.months < 12),
        }
    }

    fn running_total(&self, month: Month, total: Option<Decimal>, index: usize) -> Option<RunningTotal> {
        let total = total?;
        Some(RunningTotal {
            value: total.to_f64(),
            readout: self.readout(month, total, index),
        })
    }

    fn readout(&self, month: Month, total: Decimal, index: usize) -> String {
        let words = self.format.words;
        let year = self.format.year(self.situation.calendar().year_of(month));
        let (to, value) = (self.format.month(month), self.wording.value(total.to_f64()));
        let text = say!(words, "readout-to-date", year = year, month = to, value = value);
        let is_current = Some(self.situation.calendar().year_of(month)) == self.situation.year();
        let path = self.path().filter(|_| is_current).map(|path| path.cumulative()[index]);
        match path.and_then(|path| Some((path, hadaf_core::growth_percent(path, total.to_f64())?))) {
            Some((path, gap)) => {
                let is_under = gap < 0.0;
                let (gap, path) = (
                    self.format.percent(gap.abs(), 1),
                    self.format.rounded(path, self.situation.series.places),
                );
                format!(
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
                )
            }
            None => text,
        }
    }

    fn path_label(&self) -> Vec<String> {
        let Some(claim) = self.situation.target().filter(|_| self.path().is_some()) else {
            return Vec::new();
        };
        let target = self.format.money_short(claim.value, claim.unit);
        say!(self.format.words, "chart-path", target = target)
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn claims(&self) -> Vec<ClaimMark> {
        let mark = |claim: &hadaf_core::Claim| {
            Some(ClaimMark {
                value: claimed(claim, self.situation)?,
                value_high: claim.value_high.map(Decimal::to_f64),
                sign: sign(claim.kind),
                label: self.wording.claim_label(claim),
            })
        };
        self.wording
            .marked(&self.situation.claims_of(self.year).claims)
            .into_iter()
            .filter_map(mark)
            .collect()
    }

    /// Of a row of the table: each year's month, then the path's claim.
    fn histories(&self, years: &[(FiscalYear, [Option<Decimal>; 12])], index: usize) -> Vec<Option<HistoryRequest>> {
        let of_year = |(year, totals): &(FiscalYear, [Option<Decimal>; 12])| {
            let month = self.situation.calendar().months_of(*year)[index];
            totals[index].map(|_| history_of(self.situation, month))
        };
        let target = self.situation.target().filter(|_| self.path().is_some());
        let of_path = target.map(|claim| history_of_claim(self.situation, claim));
        std::iter::once(None)
            .chain(years.iter().map(of_year))
            .chain([of_path])
            .collect()
    }

    fn table(&self, years: &[(FiscalYear, [Option<Decimal>; 12])]) -> ChartTable {
        let words = self.format.words;
        let mut columns = vec![say!(words, "column-through")];
        columns.extend(years.iter().map(|(year, _)| self.format.year(*year)));
        columns.push(say!(words, "column-path"));
        let places = self.situation.series.places;
        let months = self.situation.calendar().months_of(self.year);
        let row = |index: usize| {
            let mut cells = vec![self.format.month_name(months[index])];
            let total = |totals: &[Option<Decimal>; 12]| totals[index].map(|total| self.format.number(total, places));
            cells.extend(years.iter().map(|(_, totals)| total(totals).unwrap_or_default()));
            let path = self
                .path()
                .map(|path| self.format.rounded(path.cumulative()[index], places));
            cells.push(path.unwrap_or_default());
            cells
        };
        ChartTable {
            columns,
            rows: (0..12).map(row).collect(),
            histories: (0..12).map(|index| self.histories(years, index)).collect(),
        }
    }
}
