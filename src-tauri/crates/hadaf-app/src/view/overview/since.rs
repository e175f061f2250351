//! What became, until now, of what stood on a past day.

use hadaf_core::{Month, Period};
use hadaf_model::Situation;
use hadaf_picture::{history_of, history_of_claim};
use hadaf_words::{Backing, MonthNames, Page, back, said, say};

use super::change::{CHANGES, ChangeRow, arrow, changed};
use crate::view::noted::NotedPage;

impl NotedPage<'_> {
    /// What became of what stood on the past day: its figures, its year so far, its year, its target.
    pub(super) fn since(&mut self, now: &Situation<'_>) -> Vec<ChangeRow> {
        let then = self.page.situation;
        let is_revised = |period: &Period| {
            let dated = now
                .readings
                .get(*period)
                .is_some_and(|reading| reading.published.date.is_some());
            dated && then.readings.get(*period).is_some()
        };
        let revised: Vec<Period> = changed(&then.readings, &now.readings)
            .into_iter()
            .filter(is_revised)
            .take(CHANGES)
            .collect();
        let mut rows: Vec<ChangeRow> = revised
            .into_iter()
            .filter_map(|period| self.figure_revised(period, now))
            .collect();
        rows.extend(self.so_far_since(now));
        rows.extend(self.year_since(now));
        rows.extend(self.target_since(now));
        rows.extend(self.said_since(now));
        rows
    }

    fn figure_revised(&mut self, period: Period, now: &Situation<'_>) -> Option<ChangeRow> {
        let format = self.page.format;
        let (old, new) = (self.page.situation.readings.get(period)?, now.readings.get(period)?);
        let published = Month::of(new.published.date?);
        let marks = now
            .observation(new.observation)
            .map(|observation| self.notes.observation(observation));
        Some(ChangeRow {
            what: format.period_short(period),
            change: arrow(&self.page.number(old.value), &self.page.number(new.value)),
            note: say!(self.page.words(), "change-in", month = format.month_short(published)),
            marks: marks.into_iter().collect(),
            history: Some(history_of(now, period)),
        })
    }

    /// The months that were known then, as they add up now.
    fn so_far_since(&self, now: &Situation<'_>) -> Option<ChangeRow> {
        let Page { situation, format } = self.page;
        let then = situation.current().filter(|total| total.months < 12)?;
        let first = situation.calendar().first_month(then.fiscal_year);
        let totals = hadaf_core::running_totals(&now.readings, situation.calendar(), then.fiscal_year).ok()?;
        let sum = totals.into_iter().nth(usize::from(then.months) - 1)??.value;
        if sum.same_value(then.value) {
            return None;
        }
        Some(ChangeRow {
            what: self.page.periods().span(first, then.last_month, MonthNames::Short),
            change: arrow(&self.page.number(then.value), &self.page.number(sum)),
            note: format.year(then.fiscal_year),
            marks: Vec::new(),
            history: Some(history_of(now, then.fiscal_year)),
        })
    }

    /// How the year that was in hand went on.
    fn year_since(&mut self, now: &Situation<'_>) -> Option<ChangeRow> {
        let format = self.page.format;
        let then = self.page.situation.current().filter(|total| total.months < 12)?;
        let total = now
            .total_of(then.fiscal_year)
            .filter(|total| total.months > then.months)?;
        let (words, year) = (self.page.words(), format.year(total.fiscal_year));
        let growth = total.growth_percent.map(|growth| format.signed_percent(growth, 1));
        let is_closed = total.months == 12;
        let value = self.page.number(total.value);
        let marks = back(&mut self.notes, now, &Backing::Total(total));
        Some(ChangeRow {
            what: if is_closed {
                year
            } else {
                say!(words, "headline-to-date", year = year)
            },
            change: if is_closed {
                say!(words, "change-closed", value = value)
            } else {
                arrow(&self.page.number(then.value), &value)
            },
            note: growth.unwrap_or_default(),
            marks: marks.into_iter().collect(),
            history: Some(history_of(now, total.fiscal_year)),
        })
    }

    /// Whether the target that stood then was reached.
    fn target_since(&self, now: &Situation<'_>) -> Option<ChangeRow> {
        let situation = self.page.situation;
        let then = situation.current().filter(|total| total.months < 12)?;
        let total = now.total_of(then.fiscal_year).filter(|total| total.months == 12)?;
        let claim = situation.target()?;
        let target = situation.amount(claim)?;
        let gap = total.value.checked_sub(target).ok()?;
        let is_missed = gap.to_f64() < 0.0;
        let size = self.page.rounded(gap.to_f64().abs());
        let share = hadaf_core::growth_percent(target.to_f64(), total.value.to_f64());
        Some(ChangeRow {
            what: say!(self.page.words(), "change-target", target = self.page.number(target)),
            change: match gap.is_zero() {
                true => say!(self.page.words(), "change-at"),
                false => say!(
                    self.page.words(),
                    match is_missed {
                        true => "change-missed",
                        false => "change-met",
                    },
                    gap = size
                ),
            },
            note: share.map_or_else(String::new, |share| self.page.format.signed_percent(share, 1)),
            marks: Vec::new(),
            history: Some(history_of_claim(now, claim)),
        })
    }

    /// Another target for the same year, named after it had ended.
    fn said_since(&mut self, now: &Situation<'_>) -> Option<ChangeRow> {
        let year = self
            .page
            .situation
            .current()
            .filter(|total| total.months < 12)?
            .fiscal_year;
        let claim = now
            .named_afterwards(year)
            .filter(|claim| !claim.known(self.page.situation.as_of))?;
        let mark = self.notes.claim(claim);
        Some(ChangeRow {
            what: say!(self.page.words(), "change-said-later"),
            change: self.page.number(now.amount(claim)?),
            note: said(self.page.format, claim),
            marks: vec![mark],
            history: Some(history_of_claim(now, claim)),
        })
    }
}
