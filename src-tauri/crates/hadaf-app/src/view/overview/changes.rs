//! What changed: by the latest release, or since a past day.

use hadaf_core::{AsOf, Month, Readings};
use hadaf_model::Situation;
use hadaf_words::{Backing, back, say};
use jiff::civil::Date;

use super::Teller;
use crate::session::{Result, history_of, history_of_claim};
use crate::view::ChangeRow;

/// How many months that changed are listed.
const CHANGES: usize = 4;

impl Teller<'_> {
    /// What changed: since the newest change before now, or from a past day until now.
    pub(super) fn changes(&mut self) -> Result<(String, Vec<ChangeRow>)> {
        let words = self.format.words;
        let (book, series) = (self.situation.book, self.situation.series);
        match self.situation.as_of {
            AsOf::Day(day) => {
                let now = Situation::read(book, series, book.now())?;
                let rows = self.since(&now);
                Ok((say!(words, "changes-since", day = self.format.day(day)), rows))
            }
            AsOf::Latest(_) => {
                let Some(day) = self.last_change() else {
                    return Ok((say!(words, "changes-nothing"), Vec::new()));
                };
                let before = Situation::read(book, series, AsOf::before(day))?;
                let after = Situation::read(book, series, AsOf::Day(day))?;
                let rows = self.differences(&before, &after);
                let observations = self
                    .situation
                    .observations
                    .iter()
                    .map(|observation| &observation.published);
                let is_exact = observations
                    .filter(|published| published.date == Some(day))
                    .any(|published| !published.approximate);
                let title = if is_exact {
                    say!(words, "changes-last", day = self.format.day(day))
                } else {
                    let month = self.format.month(Month::of(day));
                    say!(words, "changes-about", month = month)
                };
                Ok((title, rows))
            }
        }
    }

    /// The newest day on which an observation made a current figure another. A page without a date was
    /// found on some day, which changed nothing in the world.
    fn last_change(&self) -> Option<Date> {
        let observations = self.situation.observations;
        let mut days: Vec<Date> = observations
            .iter()
            .filter_map(|observation| observation.published.date)
            .collect();
        days.sort_unstable();
        days.dedup();
        let is_change = |day: &Date| {
            let (before, after) = (
                Readings::of(observations, AsOf::before(*day)),
                Readings::of(observations, AsOf::Day(*day)),
            );
            !changed(&before, &after).is_empty()
        };
        days.into_iter().rev().find(is_change)
    }

    fn differences(&mut self, before: &Situation<'_>, after: &Situation<'_>) -> Vec<ChangeRow> {
        let mut rows = Vec::new();
        for month in changed(&before.readings, &after.readings).into_iter().take(CHANGES) {
            rows.extend(self.month_changed(month, before, after));
        }
        rows.extend(self.year_changed(before, after));
        rows.extend(self.pace_changed(before, after));
        rows.extend(self.path_changed(before, after));
        rows
    }

    /// What became of what stood on the past day: its months, its year so far, its year, its target.
    fn since(&mut self, now: &Situation<'_>) -> Vec<ChangeRow> {
        let then = self.situation;
        let is_revised = |month: &Month| {
            let dated = now
                .readings
                .get(*month)
                .is_some_and(|reading| reading.published.date.is_some());
            dated && then.readings.get(*month).is_some()
        };
        let revised: Vec<Month> = changed(&then.readings, &now.readings)
            .into_iter()
            .filter(is_revised)
            .take(CHANGES)
            .collect();
        let mut rows: Vec<ChangeRow> = revised
            .into_iter()
            .filter_map(|month| self.month_revised(month, now))
            .collect();
        rows.extend(self.so_far_since(now));
        rows.extend(self.year_since(now));
        rows.extend(self.target_since(now));
        rows.extend(self.said_since(now));
        rows
    }

    fn month_revised(&mut self, month: Month, now: &Situation<'_>) -> Option<ChangeRow> {
        let (old, new) = (self.situation.readings.get(month)?, now.readings.get(month)?);
        let published = Month::of(new.published.date?);
        let marks = now
            .observation(new.observation)
            .map(|observation| self.notes.observation(observation));
        Some(ChangeRow {
            what: self.format.month_short(month),
            change: arrow(&self.number(old.value), &self.number(new.value)),
            note: say!(
                self.format.words,
                "change-in",
                month = self.format.month_short(published)
            ),
            marks: marks.into_iter().collect(),
            history: Some(history_of(now, month)),
        })
    }

    /// The months that were known then, as they add up now.
    fn so_far_since(&self, now: &Situation<'_>) -> Option<ChangeRow> {
        let then = self
            .situation
            .current()
            .filter(|total| total.months < 12 && total.missing.is_empty())?;
        let first = self.situation.calendar().first_month(then.fiscal_year);
        let sum = hadaf_core::sum_of(&now.readings, Month::range(first..=then.last_month)).ok()??;
        if sum.same_value(then.value) {
            return None;
        }
        Some(ChangeRow {
            what: say!(
                self.format.words,
                "span",
                first = self.format.month_short_name(first.month()),
                last = self.format.month_short_name(then.last_month.month())
            ),
            change: arrow(&self.number(then.value), &self.number(sum)),
            note: self.format.year(then.fiscal_year),
            marks: Vec::new(),
            history: Some(history_of(now, then.fiscal_year)),
        })
    }

    /// How the year that was in hand went on.
    fn year_since(&mut self, now: &Situation<'_>) -> Option<ChangeRow> {
        let then = self.situation.current().filter(|total| total.months < 12)?;
        let total = now
            .total_of(then.fiscal_year)
            .filter(|total| total.months > then.months)?;
        let (words, year) = (self.format.words, self.format.year(total.fiscal_year));
        let growth = total.growth_percent.map(|growth| self.format.signed_percent(growth, 1));
        let is_closed = total.months == 12;
        let value = self.number(total.value);
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
                arrow(&self.number(then.value), &value)
            },
            note: growth.unwrap_or_default(),
            marks: marks.into_iter().collect(),
            history: Some(history_of(now, total.fiscal_year)),
        })
    }

    /// Whether the target that stood then was reached.
    fn target_since(&self, now: &Situation<'_>) -> Option<ChangeRow> {
        let then = self.situation.current().filter(|total| total.months < 12)?;
        let total = now.total_of(then.fiscal_year).filter(|total| total.months == 12)?;
        let claim = self.situation.target()?;
        let target = self.situation.amount(claim)?;
        let gap = total.value.checked_sub(target).ok()?;
        let is_missed = gap.to_f64() < 0.0;
        let size = self.format.rounded(gap.to_f64().abs(), self.situation.series.places);
        let share = hadaf_core::growth_percent(target.to_f64(), total.value.to_f64());
        Some(ChangeRow {
            what: say!(self.format.words, "change-target", target = self.number(target)),
            change: say!(
                self.format.words,
                match is_missed {
                    true => "change-missed",
                    false => "change-met",
                },
                gap = size
            ),
            note: share.map_or_else(String::new, |share| self.format.signed_percent(share, 1)),
            marks: Vec::new(),
            history: Some(history_of_claim(now, claim)),
        })
    }

    /// Another target for the same year, named after it had ended.
    fn said_since(&mut self, now: &Situation<'_>) -> Option<ChangeRow> {
        let year = self.situation.current().filter(|total| total.months < 12)?.fiscal_year;
        let claim = now
            .named_afterwards(year)
            .filter(|claim| !claim.known(self.situation.as_of))?;
        let mark = self.notes.claim(claim);
        Some(ChangeRow {
            what: say!(self.format.words, "change-said-later"),
            change: self.number(now.amount(claim)?),
            note: hadaf_words::said(self.format, claim),
            marks: vec![mark],
            history: Some(history_of_claim(now, claim)),
        })
    }

    /// How the year so far stands to the path.
    fn path_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        if before.pace.as_ref()?.claim != after.pace.as_ref()?.claim {
            return None;
        }
        let gap = |gap: f64| self.format.signed_percent(gap, 1);
        let (old, new) = (gap(before.path_gap_percent()?), gap(after.path_gap_percent()?));
        (old != new).then(|| ChangeRow {
            what: say!(self.format.words, "change-path"),
            change: arrow(&old, &new),
            note: say!(self.format.words, "change-to-date"),
            marks: Vec::new(),
            history: after.target().map(|claim| history_of_claim(after, claim)),
        })
    }

    fn month_changed(&mut self, month: Month, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let now = after.readings.get(month)?;
        let value = self.number(now.value);
        let change = match before.readings.get(month) {
            Some(old) => arrow(&self.number(old.value), &value),
            None => say!(self.format.words, "change-new", value = value),
        };
        let growth = after
            .month_growth(month)
            .map(|growth| self.format.signed_percent(growth, 1));
        let marks = after
            .observation(now.observation)
            .map(|observation| self.notes.observation(observation));
        Some(ChangeRow {
            what: self.format.month_short(month),
            change,
            note: growth.map_or_else(String::new, |growth| {
                say!(self.format.words, "growth-year", growth = growth)
            }),
            marks: marks.into_iter().collect(),
            history: Some(history_of(after, month)),
        })
    }

    fn year_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let now = after.current()?;
        let old = before.total_of(now.fiscal_year).map(|total| self.number(total.value));
        let value = self.number(now.value);
        if old.as_ref() == Some(&value) {
            return None;
        }
        let year = self.format.year(now.fiscal_year);
        let what = if now.months < 12 {
            say!(self.format.words, "headline-to-date", year = year)
        } else {
            year
        };
        Some(ChangeRow {
            what,
            change: old.map_or_else(
                || say!(self.format.words, "change-new", value = value.clone()),
                |old| arrow(&old, &value),
            ),
            note: say!(self.format.words, "grid-observed", count = now.months),
            marks: Vec::new(),
            history: Some(history_of(after, now.fiscal_year)),
        })
    }

    fn pace_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let (now, old) = (after.pace.as_ref()?, before.pace.as_ref()?);
        let needed = |needed: Option<f64>| needed.map(|needed| self.format.rounded(needed, after.series.places));
        let (now_needed, old_needed) = (needed(now.needed_per_month)?, needed(old.needed_per_month)?);
        if now.claim != old.claim || now_needed == old_needed {
            return None;
        }
        let target = self.format.money_short(now.target, after.series.unit);
        Some(ChangeRow {
            what: say!(self.format.words, "change-needed"),
            change: arrow(&old_needed, &now_needed),
            note: say!(self.format.words, "change-for", target = target),
            marks: Vec::new(),
            history: after.target().map(|claim| history_of_claim(after, claim)),
        })
    }
}

/// Months whose current figure differs, newest first.
fn changed(before: &Readings, after: &Readings) -> Vec<Month> {
    let differs = |month: &Month| {
        let (old, new) = (before.get(*month), after.get(*month));
        new.is_some_and(|new| old.is_none_or(|old| !old.value.same_value(new.value)))
    };
    after.months().rev().map(|(month, _)| month).filter(differs).collect()
}

fn arrow(old: &str, new: &str) -> String {
    format!("{old} \u{2192} {new}")
}
