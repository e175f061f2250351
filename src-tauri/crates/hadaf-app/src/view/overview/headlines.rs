//! The big figures on top of a screen: where we stand, what is needed, how likely it is.

use hadaf_core::{PartialYear, TotalBasis};
use hadaf_model::Outlook;
use hadaf_picture::{HistoryRequest, history_of, history_of_claim, history_of_target};
use hadaf_words::{Backing, MonthNames, Page, chance_view, outcomes_text, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::noted::NotedPage;

/// One of the big figures on top.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HeadlineView {
    /// "FY2026 to date".
    pub label: String,
    /// "2,975", formatted.
    pub value: String,
    /// "US$ m".
    pub unit: String,
    /// "July to February, +19.9 % on a year before".
    pub note: String,
    /// Numbers of the source notes.
    pub marks: Vec<u32>,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
    /// The outlook works it out: a click leads to that screen.
    pub outlook: bool,
}

impl NotedPage<'_> {
    pub(super) fn headlines(&mut self) -> Vec<HeadlineView> {
        let steps = [Self::so_far, Self::last_full, Self::reached, Self::needed, Self::growth];
        steps.into_iter().filter_map(|step| step(self)).collect()
    }

    pub(in crate::view) fn so_far(&mut self) -> Option<HeadlineView> {
        let Page { situation, format } = self.page;
        if let Some(partial) = situation.current_partial() {
            return Some(self.partly(partial));
        }
        if let Some(why) = self.page.no_year_so_far().filter(|_| !self.page.is_yearly()) {
            return self.newest(why);
        }
        let current = situation.current().filter(|total| total.months < 12)?;
        let words = format.words;
        let year = format.year(current.fiscal_year);
        Some(HeadlineView {
            label: match (situation.ended(), current.basis) {
                (Some(_), _) => self.page.known_to(current),
                (None, TotalBasis::Last) => say!(words, "headline-latest", year = year),
                (None, _) => say!(words, "headline-to-date", year = year),
            },
            value: self.page.number(current.value),
            unit: format.unit_short(situation.series.unit),
            note: self.page.so_far_grown(current),
            marks: self.marks(&Backing::Total(current)),
            history: Some(history_of(situation, current.fiscal_year)),
            outlook: false,
        })
    }

    /// The newest figure, and why there is no year so far.
    fn newest(&mut self, why: String) -> Option<HeadlineView> {
        let Page { situation, format } = self.page;
        let (period, reading) = situation.readings.newest()?;
        let observation = situation.observation(reading.observation);
        Some(HeadlineView {
            label: format.period(period),
            value: self.page.number(reading.value),
            unit: format.unit_short(situation.series.unit),
            note: why,
            marks: observation.map_or_else(Vec::new, |it| self.marks(&Backing::Observation(it))),
            history: Some(history_of(situation, period)),
            outlook: false,
        })
    }

    /// The current year where it has no total so far: how much of it is known, and what lacks.
    fn partly(&self, partial: &PartialYear) -> HeadlineView {
        let Page { situation, format } = self.page;
        let year = format.year(partial.fiscal_year);
        HeadlineView {
            label: say!(format.words, "headline-to-date", year = year),
            value: self.page.partly(partial),
            unit: String::new(),
            note: self.page.unknown_months().unwrap_or_default(),
            marks: Vec::new(),
            history: Some(history_of(situation, partial.fiscal_year)),
            outlook: false,
        }
    }

    /// The target that the year so far has reached, and when it had.
    pub(in crate::view) fn reached(&mut self) -> Option<HeadlineView> {
        let Page { situation, format } = self.page;
        let (claim, pace) = (situation.target()?, situation.pace.as_ref()?);
        let (words, period) = (format.words, pace.reached?.period);
        Some(HeadlineView {
            label: say!(words, "headline-reached", target = self.page.claimed(claim)),
            value: say!(words, "headline-reached-value"),
            unit: String::new(),
            note: say!(
                words,
                "headline-reached-note",
                dated = if period.is_some() { "yes" } else { "no" },
                when = period.map_or_else(String::new, |period| format.period(period)),
                above = self.page.above(pace)
            ),
            marks: self.marks(&Backing::Claim(claim)),
            history: Some(history_of_claim(situation, claim)),
            outlook: false,
        })
    }

    pub(in crate::view) fn last_full(&mut self) -> Option<HeadlineView> {
        let format = self.page.format;
        let total = self.page.situation.last_full()?;
        let year = format.year(total.fiscal_year);
        let first = self.page.situation.calendar().first_month(total.fiscal_year);
        let growth = total.growth_percent.map(|growth| format.signed_percent(growth, 1));
        let alone = self
            .page
            .is_yearly()
            .then(|| say!(self.page.words(), "headline-years-alone"));
        // The months of the year, which its name alone does not tell everybody.
        let span = match total.basis {
            TotalBasis::Last => say!(self.page.words(), "total-last", end = format.month(total.last_month)),
            _ => format.span(first, total.last_month, MonthNames::Dated),
        };
        Some(HeadlineView {
            label: say!(self.page.words(), "headline-full-year", year = year),
            value: self.page.number(total.value),
            unit: format.unit_short(self.page.situation.series.unit),
            note: [Some(span), growth, alone]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
            marks: self.marks(&Backing::Total(total)),
            history: Some(history_of(self.page.situation, total.fiscal_year)),
            outlook: false,
        })
    }

    pub(in crate::view) fn needed(&mut self) -> Option<HeadlineView> {
        let format = self.page.format;
        let (claim, pace) = (self.page.situation.target()?, self.page.situation.pace.as_ref()?);
        let needed = pace.needed.filter(|needed| *needed > 0.0)?;
        let words = format.words;
        let span = self.page.left(pace);
        let newest = self.page.situation.readings.newest();
        let beside = newest.filter(|(period, _)| period.frequency() == pace.every);
        let beside = beside.and_then(|(period, reading)| {
            let above = hadaf_core::growth_percent(reading.value.to_f64(), needed)?;
            let is_below = above < 0.0;
            let share = format.percent(above.abs(), 0);
            let name = self.page.periods().name(period, MonthNames::Long);
            Some(say!(
                words,
                match is_below {
                    true => "needed-below",
                    false => "needed-above",
                },
                share = share,
                name = name
            ))
        });
        Some(HeadlineView {
            label: say!(
                words,
                "headline-needed",
                target = self.page.claimed(claim),
                over = self.page.situation.over()
            ),
            value: self.page.rounded(needed),
            unit: say!(
                words,
                "unit-a-period",
                unit = format.unit_short(self.page.situation.series.unit),
                every = pace.every.as_str()
            ),
            note: beside.map_or_else(|| span.clone(), |beside| format!("{span}, {beside}")),
            marks: self.marks(&Backing::Claim(claim)),
            history: Some(history_of_claim(self.page.situation, claim)),
            outlook: false,
        })
    }

    pub(in crate::view) fn growth(&mut self) -> Option<HeadlineView> {
        let format = self.page.format;
        let pace = self.page.situation.pace.as_ref()?;
        let needed = pace.needed_growth_percent?;
        let words = format.words;
        let best = pace.best_growth.and_then(|best| Some((best, best.growth_percent?)));
        let (unlike, reasons) = self.page.unlike_and_why(pace.left.clone());
        let note = match best {
            Some((best, growth)) => say!(
                words,
                "best-growth",
                growth = format.signed_percent(growth, 0),
                span = self.page.periods().span(best.first, best.last, MonthNames::Dated),
                unlike = unlike,
                reasons = reasons
            ),
            None => reasons,
        };
        Some(HeadlineView {
            label: say!(words, "headline-growth", span = self.page.left(pace)),
            value: format.signed_percent(needed, 0),
            unit: say!(words, "on-a-year-before"),
            note,
            marks: Vec::new(),
            history: history_of_target(self.page.situation),
            outlook: false,
        })
    }

    /// The chance of the highest-ranked target for the current year, while it is open.
    pub(super) fn chance(&mut self, outlook: &Outlook) -> Option<HeadlineView> {
        let situation = self.page.situation;
        let claim = situation.target()?;
        // What is reached is no chance any more.
        if situation.pace.as_ref().is_some_and(|pace| pace.reached.is_some()) {
            return None;
        }
        let amount = situation.amount(claim)?;
        let chances = outlook.year(situation.year()?)?.outcomes(amount.to_f64());
        let told = chance_view(self.page.format, chances.met);
        Some(HeadlineView {
            label: say!(
                self.page.words(),
                "headline-chance",
                target = self.page.claimed(claim),
                over = situation.over()
            ),
            value: told.percent,
            unit: String::new(),
            note: format!("{}, {}", told.words, outcomes_text(self.page.format, &chances)),
            marks: self.marks(&Backing::Claim(claim)),
            history: Some(history_of_claim(situation, claim)),
            outlook: true,
        })
    }
}
