//! What changed: by the newest print, or since a past day.

use hadaf_core::{Month, Readings};
use jiff::civil::Date;

use super::Teller;
use crate::error::Result;
use crate::situation::Situation;
use crate::wire::ChangeRow;
use crate::words::say;

/// How many months that changed are listed.
const CHANGES: usize = 4;

impl Teller<'_> {
    /// What changed: since the newest change before now, or from a past day until now.
    pub(super) fn changes(&mut self) -> Result<(String, Vec<ChangeRow>)> {
        let words = self.format.words;
        let (book, series) = (self.situation.book, self.situation.series);
        match self.situation.as_of {
            Some(day) => {
                let now = Situation::read(book, series, None)?;
                let rows = self.differences(self.situation, &now);
                Ok((say!(words, "changes-since", day = self.format.day(day)), rows))
            }
            None => {
                let Some(day) = self.last_change() else {
                    return Ok((say!(words, "changes-nothing"), Vec::new()));
                };
                let before = Situation::read(book, series, day.yesterday().ok())?;
                let after = Situation::read(book, series, Some(day))?;
                let rows = self.differences(&before, &after);
                Ok((say!(words, "changes-last", day = self.format.day(day)), rows))
            }
        }
    }

    /// The newest day on which a print made a number in force another. A page without a date was
    /// found on some day, which changed nothing in the world.
    fn last_change(&self) -> Option<Date> {
        let prints = self.situation.prints;
        let mut days: Vec<Date> = prints.iter().filter_map(|print| print.published.date).collect();
        days.sort_unstable();
        days.dedup();
        let is_change = |day: &Date| {
            let (before, after) = (
                Readings::of(prints, day.yesterday().ok()),
                Readings::of(prints, Some(*day)),
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
        rows
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
        let marks = after.print(now.observation).map(|print| self.notes.print(print));
        Some(ChangeRow {
            what: self.format.month_short(month),
            change,
            note: growth.map_or_else(String::new, |growth| {
                say!(self.format.words, "growth-year", growth = growth)
            }),
            marks: marks.into_iter().collect(),
            life: Some(after.life_of(month)),
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
            life: Some(after.life_of(now.fiscal_year)),
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
            life: after.target().map(|claim| after.life_of_claim(claim)),
        })
    }
}

/// Months whose number in force differs, newest first.
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
