//! The two tables: fiscal years against their targets, and the pace.

use hadaf_brief::{PaceRow, Piece, Text, YearRow};
use hadaf_core::{FiscalYear, FiscalYearTotal, PartialYear};
use hadaf_words::{Backing, MonthNames, Page, prose, say};

use super::{BriefWriter, YEARS, noted};

impl<'a> BriefWriter<'a> {
    /// The table of fiscal years, oldest first.
    pub(super) fn years(&mut self) -> Vec<YearRow> {
        let Some(last) = self.page.situation.year() else {
            return Vec::new();
        };
        let wanted = last.plus(1 - YEARS)..=last;
        let situation = self.page.situation;
        let row = |year: FiscalYear| match (situation.total_of(year), situation.partial_of(year)) {
            (Some(total), _) => Some(self.year(total, year == last)),
            (None, Some(partial)) => Some(self.partial_year(partial, year == last)),
            (None, None) => None,
        };
        FiscalYear::range(wanted).filter_map(row).collect()
    }

    /// A year without a total: how much of it is known stands in place of one.
    fn partial_year(&mut self, partial: &PartialYear, current: bool) -> YearRow {
        let format = self.page.format;
        let situation = self.page.situation;
        let claim = situation.target_of(partial.fiscal_year);
        let target = match claim.and_then(|claim| Some((claim, situation.amount(claim)?))) {
            Some((claim, amount)) => vec![
                Piece::Run(format.number(amount, situation.places)),
                Piece::Note(self.notes.claim(claim)),
            ],
            None => vec![Piece::Run(say!(format.words, "brief-no-target"))],
        };
        let newest = partial.last_month().map(|month| self.page.periods().ending(month));
        let newest = newest.and_then(|period| situation.readings.get(period));
        let newest = newest.and_then(|reading| situation.observation(reading.observation));
        let note = newest.map(|observation| Piece::Note(self.notes.observation(observation)));
        YearRow {
            fiscal_year: Text {
                pieces: std::iter::once(Piece::Run(format.year(partial.fiscal_year)))
                    .chain(note)
                    .collect(),
            },
            exports: self.page.partly(partial),
            growth: dash(),
            target: Text { pieces: target },
            gap: dash(),
            current,
        }
    }

    fn year(&mut self, total: &'a FiscalYearTotal, current: bool) -> YearRow {
        let format = self.page.format;
        let name = format.year(total.fiscal_year);
        let name = match total.months {
            12 => name,
            _ => self
                .page
                .periods()
                .year_to(total.fiscal_year, total.last_month, MonthNames::Short),
        };
        let note = self.notes.total(self.page.situation, total);
        let (target, gap) = self.target(total);
        YearRow {
            fiscal_year: Text {
                pieces: std::iter::once(Piece::Run(name)).chain(note.map(Piece::Note)).collect(),
            },
            exports: self.page.number(total.value),
            growth: total
                .growth_percent
                .map_or_else(dash, |growth| format.signed(growth, 1)),
            target,
            gap,
            current,
        }
    }

    /// The target that stood for a year, and the total less the target or what is still to go.
    fn target(&mut self, total: &FiscalYearTotal) -> (Text, String) {
        let format = self.page.format;
        let words = format.words;
        let situation = self.page.situation;
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
        let places = situation.places;
        let note = self.notes.claim(claim);
        let text = Text {
            pieces: vec![Piece::Run(format.number(amount, places)), Piece::Note(note)],
        };
        let Ok(gap) = total.value.checked_sub(amount) else {
            return (text, dash());
        };
        let gap = match (total.months < 12, gap.checked_neg()) {
            (true, Ok(left)) if left.to_f64() > 0.0 => {
                let value = format.number(left, places);
                say!(words, "brief-to-go", value = value, over = self.page.situation.over())
            }
            _ => format.signed(gap.to_f64(), places),
        };
        (text, gap)
    }

    /// The table of the pace.
    pub(super) fn pace(&mut self) -> Vec<PaceRow> {
        let format = self.page.format;
        let words = format.words;
        let Some(pace) = self.page.situation.open_pace() else {
            return self.reached_pace().into_iter().collect();
        };
        let plain = |label: String| Text {
            pieces: vec![Piece::Run(label)],
        };
        let mut rows = Vec::new();
        let situation = self.page.situation;
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
            let Some(needed) = needs.needed.filter(|needed| *needed > 0.0) else {
                continue;
            };
            let label = prose!(
                words,
                "pace-needed",
                [Backing::Claim(claim)],
                target = self.page.claimed(claim),
                over = situation.over().into()
            );
            let value = format.rounded(needed, situation.places);
            rows.push(PaceRow {
                label: noted(&label, &mut self.notes, situation),
                value,
            });
        }
        let places = situation.places;
        let newest = situation.readings.newest();
        if let Some((period, reading)) = newest.filter(|(period, _)| period.frequency() == pace.every) {
            rows.push(PaceRow {
                label: plain(self.page.periods().name(period, MonthNames::Long)),
                value: format.number(reading.value, places),
            });
        }
        if let Some(best) = pace.best {
            rows.push(PaceRow {
                label: plain(say!(words, "pace-best", every = pace.every.as_str())),
                value: format.rounded(best.average, places),
            });
        }
        let every = pace.every.as_str();
        if let Some(growth) = pace.needed_growth_percent {
            let value = format.signed_percent(growth, 0);
            let (unlike, _) = self.page.unlike_and_why(pace.left.clone());
            rows.push(PaceRow {
                label: plain(say!(words, "pace-growth-needed", every = every, unlike = unlike)),
                value,
            });
        }
        if let Some(growth) = pace.growth_to_date_percent {
            let value = format.signed_percent(growth, 1);
            let (unlike, _) = self.page.unlike_so_far(&pace.to_date);
            rows.push(PaceRow {
                label: plain(say!(words, "pace-growth", every = every, unlike = unlike)),
                value,
            });
        }
        rows
    }
}

impl BriefWriter<'_> {
    /// The pace of a target that is reached: in which month it was.
    fn reached_pace(&mut self) -> Option<PaceRow> {
        let Page { situation, format } = self.page;
        let reached = situation.pace.as_ref()?.reached?;
        let claim = situation.target()?;
        let target = self.page.claimed(claim);
        let label = prose!(format.words, "pace-reached", [Backing::Claim(claim)], target = target);
        Some(PaceRow {
            label: noted(&label, &mut self.notes, situation),
            value: self.page.reached_when(reached),
        })
    }
}

fn dash() -> String {
    "\u{2013}".into()
}
