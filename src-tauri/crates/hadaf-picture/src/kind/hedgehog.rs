//! Every past target and projection from the day it was made, against the outturn.

use hadaf_chart::{ChartSpec, HedgehogNames, HedgehogPlot, HedgehogYear, Plot, PointMark, Readout, Spine, SpineMark};
use hadaf_core::{Claim, ClaimKind, Decimal, FiscalYear, FiscalYearTotal, Outcome};
use hadaf_model::{ScoredClaim, ScoredClaims};
use hadaf_words::{ClaimWords, Page, listed, said, say, say_of};

use crate::history::{history_of, history_of_claim};
use crate::sheet::ChartSheet;
use crate::table::{ChartTable, TableCell};
use crate::wording::{frame, sign, ticks};

/// A claim beyond so many times the largest outturn is named below the picture: on its scale all others would lie flat.
const OFF_SCALE: f64 = 5.0;
/// A number beyond so many times the largest outturn is a wish that is repeated for year after year: one label for all.
const WISH: f64 = 2.0;
/// More labels than this nobody reads.
const LABELS: usize = 10;

/// The chart; none without a full year or without a claim that has a place.
pub(crate) fn sheet(page: Page<'_>) -> Option<ChartSheet> {
    let Page { situation, format } = page;
    let scored = ScoredClaims::score(situation).ok()?;
    let register = ClaimWords {
        claims: &scored,
        format,
    };
    let chart = HedgehogChart {
        register: &register,
        highest: situation
            .totals
            .iter()
            .filter(|total| total.months == 12)
            .map(|total| total.value.to_f64())
            .fold(0.0, f64::max),
    };
    let entries = chart.drawn();
    let years = chart.years(&entries)?;
    let off_scale = chart.off_scale();
    let subtitle = say!(
        format.words,
        "chart-hedgehog-subtitle",
        series = page.title(),
        unit = page.unit()
    );
    let range = say!(format.words, "chart-hedgehog-range", count = entries.len());
    let history = |entry: &ScoredClaim<'_>| Some(history_of_claim(situation, entry.claim));
    Some(ChartSheet {
        histories: vec![
            years
                .iter()
                .filter(|year| year.value.is_some())
                .map(|year| Some(history_of(situation, year.fiscal_year)))
                .collect(),
            entries.iter().map(history).collect(),
        ],
        table: chart.table(),
        spec: ChartSpec {
            frame: frame(page, register.finding(), subtitle, String::new(), &range),
            ticks: ticks(format, situation.series.unit),
            plot: Plot::Hedgehog(HedgehogPlot {
                years,
                spines: chart.spines(&entries),
                off_scale,
                names: chart.names(),
            }),
        },
    })
}

struct HedgehogChart<'a> {
    register: &'a ClaimWords<'a>,
    /// The largest total of a full year.
    highest: f64,
}

impl HedgehogChart<'_> {
    /// The claims that have a place: a year, a number of ours, a year known when they were said; in order of their
    /// year. What says an earlier claim again is that claim's spine.
    fn drawn(&self) -> Vec<ScoredClaim<'_>> {
        let has_place = |entry: &ScoredClaim<'_>| {
            let before = entry.score.naive.zip(entry.claim.fiscal_year);
            entry.score.counted && before.is_some_and(|(naive, year)| naive.base_year < year) && !self.is_off(entry)
        };
        let mut entries: Vec<ScoredClaim<'_>> = self.register.claims.entries().into_iter().filter(has_place).collect();
        entries.sort_by_key(|entry| (entry.claim.fiscal_year, entry.claim.known_from()));
        entries.retain(|entry| entry.score.value.is_some());
        entries
    }

    fn is_off(&self, entry: &ScoredClaim<'_>) -> bool {
        let value = self.high_end(entry.claim).or(entry.score.value);
        value.map_or(0.0, Decimal::to_f64) > OFF_SCALE * self.highest
    }

    /// The upper end of a range in the series' unit.
    fn high_end(&self, claim: &Claim) -> Option<Decimal> {
        self.register.claims.situation.high_end(claim)
    }

    /// From the first year that a line starts in, or the first full year, to the last that was spoken of.
    fn years(&self, entries: &[ScoredClaim<'_>]) -> Option<Vec<HedgehogYear>> {
        let situation = self.register.claims.situation;
        let whole = || situation.totals.iter().filter(|total| total.months == 12);
        let last_whole = whole().next_back()?.fiscal_year;
        let starts = entries
            .iter()
            .filter_map(|entry| entry.score.naive.map(|naive| naive.base_year));
        let first = starts.chain(whole().next().map(|total| total.fiscal_year)).min()?;
        let last = entries
            .iter()
            .filter_map(|entry| entry.claim.fiscal_year)
            .max()?
            .max(last_whole);
        let years = FiscalYear::range(first..=last);
        Some(years.map(|year| self.year(year, year == last_whole)).collect())
    }

    fn year(&self, year: FiscalYear, is_labelled: bool) -> HedgehogYear {
        let label = self.register.format.year(year);
        let total = self
            .register
            .claims
            .situation
            .total_of(year)
            .filter(|total| total.months == 12);
        let value = total.map_or_else(String::new, |total| self.register.number(total.value));
        HedgehogYear {
            fiscal_year: year,
            value: total.map(|total| total.value.to_f64()),
            // Hollow says "replaced" here; that a total is a first release is told in words.
            mark: PointMark::Confirmed,
            readout: Readout::new(
                label.clone(),
                total.map_or_else(String::new, |total| self.outturn(total)),
            ),
            value_label: if is_labelled { value } else { String::new() },
            label,
        }
    }

    /// "outturn 3,810, first release".
    fn outturn(&self, total: &FiscalYearTotal) -> String {
        let words = self.register.format.words;
        let outturn = say!(
            words,
            "chart-hedgehog-outturn",
            value = self.register.number(total.value)
        );
        match total.provisional {
            true => format!("{outturn}, {}", say!(words, "status-provisional")),
            false => outturn,
        }
    }

    fn spines(&self, entries: &[ScoredClaim<'_>]) -> Vec<Spine> {
        let labels = self.labels(entries);
        let spine = |(entry, label): (&ScoredClaim<'_>, Vec<String>)| {
            let (naive, year) = (entry.score.naive?, entry.claim.fiscal_year?);
            Some(Spine {
                from: (naive.base_year, naive.same),
                year,
                value: entry.score.value?.to_f64(),
                value_high: self.high_end(entry.claim).map(Decimal::to_f64),
                sign: sign(entry.claim.kind),
                mark: match entry.score.outcome() {
                    Outcome::Replaced => SpineMark::Replaced,
                    Outcome::NotScorable(_) => SpineMark::NotScorable,
                    Outcome::Open => SpineMark::Open,
                    Outcome::Met | Outcome::Missed | Outcome::TooClose | Outcome::ConditionNotMet => SpineMark::Counted,
                },
                official: entry.claim.official,
                label,
                readout: self.readout(entry),
            })
        };
        entries.iter().zip(labels).filter_map(spine).collect()
    }

    /// "$4.2 bn target for FY2025, Government of Pakistan, 18 December 2024" and "missed; outturn 3,810 (−9.3 %)".
    fn readout(&self, entry: &ScoredClaim<'_>) -> Readout {
        let register = self.register;
        let words = register.format.words;
        let (claim, latest) = (entry.claim, &entry.score.latest);
        let year = claim.fiscal_year.map(|year| register.format.year(year));
        let head = say!(
            words,
            "chart-hedgehog-claim",
            claim = register.named(claim),
            year = year.unwrap_or_default(),
            maker = claim.maker.clone(),
            day = said(register.format, claim)
        );
        let outcome = register.outcome_words(*entry);
        let text = match latest.outturn {
            Some(outturn) => say!(
                words,
                "chart-hedgehog-came",
                outcome = outcome,
                outturn = register.number(outturn.value),
                off = register.off(latest.error_percent)
            ),
            None => outcome,
        };
        Readout::new(head, text)
    }

    /// One label for a number that is wished for year after year, at its last year; else one for the numbers of a
    /// year, at the largest. Only what officials said; the newest years first.
    fn labels(&self, entries: &[ScoredClaim<'_>]) -> Vec<Vec<String>> {
        let value = |entry: &ScoredClaim<'_>| entry.score.value.unwrap_or(Decimal::ZERO);
        let is_wish = |entry: &ScoredClaim<'_>| value(entry).to_f64() > WISH * self.highest;
        let mut labels = vec![Vec::new(); entries.len()];
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.claim.official) {
            let is_alike = |group: &Vec<usize>| {
                let other = &entries[group[0]];
                match (is_wish(entry), is_wish(other)) {
                    (true, true) => value(entry).same_value(value(other)),
                    (false, false) => entry.claim.fiscal_year == other.claim.fiscal_year,
                    _ => false,
                }
            };
            match groups.iter_mut().find(|group| is_alike(group)) {
                Some(group) => group.push(index),
                None => groups.push(vec![index]),
            }
        }
        for group in groups.iter().rev().take(LABELS) {
            let of_group: Vec<ScoredClaim<'_>> = group.iter().map(|index| entries[*index]).collect();
            let last = *group.last().unwrap_or(&0);
            let highest = group
                .iter()
                .copied()
                .max_by(|left, right| value(&entries[*left]).cmp_value(value(&entries[*right])));
            let at = if is_wish(&entries[last]) {
                last
            } else {
                highest.unwrap_or(last)
            };
            labels[at] = self.label(&of_group, is_wish(&entries[last]));
        }
        labels
    }

    fn label(&self, group: &[ScoredClaim<'_>], is_wish: bool) -> Vec<String> {
        let unit = self.register.claims.situation.series.unit;
        let mut numbers = self.register.claims.numbers(group);
        numbers.sort_by(|left, right| right.cmp_value(*left));
        let numbers: Vec<String> = numbers
            .into_iter()
            .map(|value| self.register.format.money_short(value, unit))
            .collect();
        let mut years: Vec<String> = group
            .iter()
            .filter_map(|entry| entry.claim.fiscal_year)
            .map(|year| self.register.format.year(year))
            .collect();
        years.dedup();
        let first = match group {
            [one] => self.register.money(one.claim),
            _ => listed(self.register.format, &numbers),
        };
        match is_wish || numbers.len() > 1 {
            true => vec![
                first,
                say!(
                    self.register.format.words,
                    "chart-hedgehog-for",
                    years = listed(self.register.format, &years)
                ),
            ],
            false => vec![first],
        }
    }

    /// What is not in the picture: beyond its scale, or for no year.
    fn off_scale(&self) -> String {
        let words = self.register.format.words;
        let told = |chosen: &dyn Fn(&ScoredClaim<'_>) -> bool| {
            let entries = self.register.claims.entries();
            let chosen = entries.iter().filter(|entry| entry.score.counted && chosen(entry));
            let mut told: Vec<String> = chosen
                .map(|entry| {
                    let amount = self.register.money(entry.claim);
                    match entry.claim.fiscal_year {
                        Some(year) => say!(
                            words,
                            "chart-hedgehog-amount-for",
                            amount = amount,
                            year = self.register.format.year(year)
                        ),
                        None => amount,
                    }
                })
                .collect();
            told.dedup();
            told
        };
        let beyond = told(&|entry| entry.claim.fiscal_year.is_some() && self.is_off(entry));
        let yearless = told(&|entry| entry.claim.fiscal_year.is_none());
        let part = |has_year: bool, list: Vec<String>| {
            (!list.is_empty()).then(|| {
                say!(
                    words,
                    match has_year {
                        true => "chart-hedgehog-off",
                        false => "chart-hedgehog-yearless",
                    },
                    list = listed(self.register.format, &list)
                )
            })
        };
        let parts = [part(true, beyond), part(false, yearless)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn names(&self) -> HedgehogNames {
        let words = self.register.format.words;
        HedgehogNames {
            outturn: say!(words, "chart-hedgehog-name-outturn"),
            target: say!(words, "chart-hedgehog-name-target"),
            projection: say!(words, "chart-hedgehog-name-projection"),
            replaced: say!(words, "outcome-replaced"),
            not_scorable: say!(words, "outcome-not-scorable"),
            unofficial: say!(words, "horizon-unofficial"),
        }
    }

    /// Every claim of the register, those without a place in the picture too.
    fn table(&self) -> ChartTable {
        let entries = self.register.claims.entries();
        let rows = entries.iter().map(|entry| self.row(entry)).collect();
        ChartTable::new(self.register.heads(), rows)
    }

    /// Every cell opens the claim's history.
    fn row(&self, entry: &ScoredClaim<'_>) -> Vec<TableCell> {
        let ClaimWords { claims, format } = *self.register;
        let (claim, latest) = (entry.claim, &entry.score.latest);
        let blank = TableCell::default;
        let amount = self.register.amount(claim);
        let said = said(format, claim);
        let cells = [
            claim
                .fiscal_year
                .map_or_else(blank, |year| TableCell::year(format, year)),
            match (claim.value_high, claims.situation.amount(claim)) {
                (None, Some(value)) => TableCell::number(value, amount),
                (Some(_), Some(value)) => TableCell::between(self.high_end(claim).map(|high| (value, high)), amount),
                (_, None) => TableCell::text(amount),
            },
            TableCell::text(say_of!(format.words, "kind-{}", ClaimKind, claim.kind)),
            TableCell::text(claim.maker.clone()),
            match claim.announced {
                Some(day) => TableCell::dated(day, said),
                None => TableCell::text(said),
            },
            latest.outturn.map_or_else(blank, |outturn| {
                TableCell::number(outturn.value, self.register.number(outturn.value))
            }),
            latest
                .error_percent
                .map_or_else(blank, |off| TableCell::signed_percent(format, off, 1)),
            TableCell::text(self.register.outcome_words(*entry)),
        ];
        let history = history_of_claim(claims.situation, claim);
        cells.map(|cell| cell.with_history(history.clone())).into()
    }
}
