//! Fiscal years against what was claimed about them.

use hadaf_chart::{AnnualPlot, AnnualYear, ChartSpec, ClaimMark, Plot, PointMark};
use hadaf_core::{Claim, Decimal, FiscalYear, FiscalYearTotal};
use hadaf_model::Situation;
use hadaf_words::{Findings, Format, say};

use super::{ChartSheet, Wording, claimed, sign, ticks};
use crate::chart::ChartTable;
use crate::session::{HistoryRequest, history_of, history_of_claim};

/// Years before the current one that are shown.
const YEARS_BEFORE: i16 = 6;

pub(super) fn sheet(situation: &Situation<'_>, format: Format) -> Option<ChartSheet> {
    let chart = AnnualChart {
        situation,
        wording: Wording { situation, format },
        format,
    };
    let last = situation.year()?;
    let first = situation.totals.first()?.fiscal_year.max(last.plus(-YEARS_BEFORE));
    let years: Vec<FiscalYear> =
        std::iter::successors(Some(first), |year| (*year < last).then(|| year.next())).collect();
    let drawn: Vec<AnnualYear> = years.iter().map(|year| chart.year(*year)).collect();
    let findings = Findings { situation, format };
    let subtitle = say!(
        format.words,
        "chart-annual-subtitle",
        series = situation.series.title.clone(),
        unit = format.unit(situation.series.unit),
        span = years_span(format, first, last),
    );
    let known: Vec<String> = drawn
        .iter()
        .filter(|year| year.value.is_some())
        .map(|year| year.readout.clone())
        .collect();
    let range = [known.first().cloned(), known.last().cloned()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ");
    Some(ChartSheet {
        histories: vec![years.iter().map(|year| Some(history_of(situation, *year))).collect()],
        table: chart.table(&years),
        spec: ChartSpec {
            frame: chart.wording.frame(findings.annual(), subtitle, chart.note(), &range),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Annual(AnnualPlot { years: drawn }),
        },
    })
}

struct AnnualChart<'a> {
    situation: &'a Situation<'a>,
    wording: Wording<'a>,
    format: Format,
}

impl AnnualChart<'_> {
    fn year(&self, year: FiscalYear) -> AnnualYear {
        let total = self.situation.total_of(year);
        AnnualYear {
            fiscal_year: year,
            label: self.format.year(year),
            value: total.map(|total| total.value.to_f64()),
            mark: match total {
                Some(total) if total.months < 12 || total.provisional => PointMark::Provisional,
                _ => PointMark::Confirmed,
            },
            value_label: total.map_or_else(String::new, |total| self.value(total)),
            readout: total.map_or_else(|| self.format.year(year), |total| self.readout(total)),
            claims: self.claims(year),
        }
    }

    /// "3,810", or "2,975 to Feb".
    fn value(&self, total: &FiscalYearTotal) -> String {
        let value = self.format.number(total.value, self.situation.series.places);
        match total.months {
            12 => value,
            _ => {
                let month = self.format.month_short_name(total.last_month.month());
                say!(self.format.words, "total-to", value = value, month = month)
            }
        }
    }

    fn readout(&self, total: &FiscalYearTotal) -> String {
        let text = format!(
            "{}: {}",
            self.format.year(total.fiscal_year),
            self.wording.value(total.value.to_f64())
        );
        let text = match total.months {
            12 => text,
            _ => format!(
                "{text} {}",
                say!(
                    self.format.words,
                    "to-month",
                    month = self.format.month(total.last_month)
                )
            ),
        };
        match total.growth_percent {
            Some(growth) => {
                let growth = self.format.signed_percent(growth, 1);
                format!("{text}; {}", say!(self.format.words, "growth-year", growth = growth))
            }
            None => text,
        }
    }

    fn claims(&self, year: FiscalYear) -> Vec<ClaimMark> {
        let current = self.situation.claims_of(year);
        let mark = |claim: &Claim| {
            Some(ClaimMark {
                value: claimed(claim, self.situation)?,
                value_high: claim.value_high.map(Decimal::to_f64),
                sign: sign(claim.kind),
                label: self.wording.claim_label(claim),
            })
        };
        self.wording
            .marked(&current.claims)
            .into_iter()
            .filter_map(mark)
            .collect()
    }

    fn note(&self) -> String {
        let (situation, format) = (self.situation, self.format);
        let unknown = Findings { situation, format }.unknown_months();
        match (unknown, self.situation.current()) {
            (Some(unknown), _) => unknown,
            (None, Some(current)) if current.months < 12 => {
                let year = self.format.year(current.fiscal_year);
                say!(
                    self.format.words,
                    "chart-note-year",
                    year = year,
                    month = self.format.month(current.last_month)
                )
            }
            _ => String::new(),
        }
    }

    /// Of a row of the table: the year's, then its claim's.
    fn histories(&self, year: FiscalYear) -> Vec<Option<HistoryRequest>> {
        let of_year = self.situation.total_of(year).map(|_| history_of(self.situation, year));
        let of_claim = self
            .situation
            .target_of(year)
            .map(|claim| history_of_claim(self.situation, claim));
        vec![of_year.clone(), of_year.clone(), of_year, of_claim.clone(), of_claim]
    }

    fn table(&self, years: &[FiscalYear]) -> ChartTable {
        let words = self.format.words;
        let row = |year: &FiscalYear| {
            let total = self.situation.total_of(*year);
            let target = self.situation.target_of(*year);
            let amount = target.and_then(|claim| self.situation.amount(claim));
            let growth = total
                .and_then(|total| total.growth_percent)
                .map(|growth| self.format.signed(growth, 1));
            vec![
                self.format.year(*year),
                total.map(|total| self.value(total)).unwrap_or_default(),
                growth.unwrap_or_default(),
                amount
                    .map(|amount| self.format.number(amount, self.situation.series.places))
                    .unwrap_or_default(),
                target
                    .map(|claim| self.wording.claim_label(claim).join(", "))
                    .unwrap_or_default(),
            ]
        };
        ChartTable {
            columns: vec![
                say!(words, "column-year"),
                self.format.unit(self.situation.series.unit),
                say!(words, "column-growth"),
                say!(words, "column-target"),
                say!(words, "column-maker"),
            ],
            rows: years.iter().map(row).collect(),
            histories: years.iter().map(|year| self.histories(*year)).collect(),
        }
    }
}

/// "FY2020 to FY2026"; one name when they are one.
fn years_span(format: Format, first: FiscalYear, last: FiscalYear) -> String {
    if first == last {
        return format.year(last);
    }
    say!(
        format.words,
        "span",
        first = format.year(first),
        last = format.year(last)
    )
}
