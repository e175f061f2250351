//! The two tables: fiscal years against their targets, and the pace.

use hadaf_brief::{PaceRow, Piece, Text, YearRow};
use hadaf_core::FiscalYearTotal;
use hadaf_words::{Backing, prose, say};

use super::{Writer, YEARS, noted};

impl<'a> Writer<'a> {
    /// The table of fiscal years, oldest first.
    pub(super) fn years(&mut self) -> Vec<YearRow> {
        let Some(last) = self.situation.year() else {
            return Vec::new();
        };
        let wanted = last.plus(1 - YEARS)..=last;
        let situation = self.situation;
        let totals: Vec<&FiscalYearTotal> = situation
            .totals
            .iter()
            .filter(|total| wanted.contains(&total.fiscal_year))
            .collect();
        totals
            .into_iter()
            .map(|total| self.year(total, total.fiscal_year == last))
            .collect()
    }

    fn year(&mut self, total: &'a FiscalYearTotal, current: bool) -> YearRow {
        let words = self.format.words;
        let places = self.situation.series.places;
        let name = self.format.year(total.fiscal_year);
        let name = match total.months {
            12 => name,
            _ => say!(
                words,
                "brief-year-to",
                year = name,
                month = self.format.month_short_name(total.last_month.month())
            ),
        };
        let note = self.notes.total(self.situation, total);
        let (target, gap) = self.target(total);
        YearRow {
            fiscal_year: Text {
                pieces: std::iter::once(Piece::Run(name)).chain(note.map(Piece::Note)).collect(),
            },
            exports: self.format.number(total.value, places),
            growth: total
                .growth_percent
                .map_or_else(dash, |growth| self.format.signed(growth, 1)),
            target,
            gap,
            current,
        }
    }

    /// The target that stood for a year, and the total less the target or what is still to go.
    fn target(&mut self, total: &FiscalYearTotal) -> (Text, String) {
        let words = self.format.words;
        let situation = self.situation;
        let claim = situation.target_of(total.fiscal_year);
        let Some((claim, amount)) = claim.and_then(|claim| Some((claim, situation.amount(claim)?))) else {
            let none = say!(words, "brief-no-target");
            return (
                Text {
                    pieces: vec![Piece::Run(none)],
                },
                dash(),
            );
        };
        let places = situation.series.places;
        let note = self.notes.claim(claim);
        let text = Text {
            pieces: vec![Piece::Run(self.format.number(amount, places)), Piece::Note(note)],
        };
        let Ok(gap) = total.value.checked_sub(amount) else {
            return (text, dash());
        };
        let gap = match (total.months < 12, gap.checked_neg()) {
            (true, Ok(left)) if left.to_f64() > 0.0 => {
                let value = self.format.number(left, places);
                say!(words, "brief-to-go", value = value, over = self.situation.over())
            }
            _ => self.format.signed(gap.to_f64(), places),
        };
        (text, gap)
    }

    /// The table of the pace.
    pub(super) fn pace(&mut self) -> Vec<PaceRow> {
        let words = self.format.words;
        let Some(pace) = self.open_pace() else {
            return Vec::new();
        };
        let plain = |label: String| Text {
            pieces: vec![Piece::Run(label)],
        };
        let mut rows = Vec::new();
        let situation = self.situation;
        let others = situation
            .current
            .disagreeing()
            .into_iter()
            .filter(|claim| claim.standing > 1)
            .take(1);
        for claim in situation.target().into_iter().chain(others) {
            let Ok(Some(needs)) = situation.pace_of(claim, pace.fiscal_year) else {
                continue;
            };
            let Some(needed) = needs.needed_per_month.filter(|needed| *needed > 0.0) else {
                continue;
            };
            let label = prose!(
                words,
                "pace-needed",
                [Backing::Claim(claim)],
                target = self.findings.claimed(claim),
                over = situation.over().into()
            );
            let value = self.format.rounded(needed, situation.series.places);
            rows.push(PaceRow {
                label: noted(&label, &mut self.notes, situation),
                value,
            });
        }
        let places = situation.series.places;
        if let Some((month, reading)) = situation.last_month() {
            rows.push(PaceRow {
                label: plain(self.format.month_name(month)),
                value: self.format.number(reading.value, places),
            });
        }
        if let Some(best) = pace.best_month {
            rows.push(PaceRow {
                label: plain(say!(words, "pace-best")),
                value: self.format.rounded(best.average, places),
            });
        }
        if let Some(growth) = pace.needed_growth_percent {
            let value = self.format.signed_percent(growth, 0);
            rows.push(PaceRow {
                label: plain(say!(words, "pace-growth-needed")),
                value,
            });
        }
        if let Some(growth) = pace.growth_to_date_percent {
            let value = self.format.signed_percent(growth, 1);
            rows.push(PaceRow {
                label: plain(say!(words, "pace-growth")),
                value,
            });
        }
        rows
    }
}

fn dash() -> String {
    "\u{2013}".into()
}
