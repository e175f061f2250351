//! What changed: by the latest release, or since a past day.

use hadaf_core::{AsOf, Frequency, Month, Period};
use hadaf_error::Result;
use hadaf_model::Situation;
use hadaf_picture::{history_of, history_of_target};
use hadaf_words::{Page, say};
use jiff::civil::Date;

use super::change::{CHANGES, ChangeRow, arrow, changed};
use crate::view::noted::NotedPage;

impl NotedPage<'_> {
    /// What changed: since the newest change before now, or from a past day until now.
    pub(super) fn changes(&mut self) -> Result<(String, Vec<ChangeRow>)> {
        let Page { situation, format } = self.page;
        let words = format.words;
        let (book, series) = (situation.book, situation.series);
        match situation.as_of {
            AsOf::Day(day) => {
                let now = Situation::read(book, series, book.now())?;
                let rows = self.since(&now);
                Ok((say!(words, "changes-since", day = format.day(day)), rows))
            }
            AsOf::Latest(_) => {
                let Some(day) = self.last_change() else {
                    return Ok((say!(words, "changes-nothing"), Vec::new()));
                };
                let before = Situation::read(book, series, AsOf::before(day))?;
                let after = Situation::read(book, series, AsOf::Day(day))?;
                let rows = self.differences(&before, &after);
                let observations = situation.observations.iter().map(|observation| &observation.published);
                let is_exact = observations
                    .filter(|published| published.date == Some(day))
                    .any(|published| !published.approximate);
                let title = if is_exact {
                    say!(words, "changes-last", day = format.day(day))
                } else {
                    let month = format.month(Month::of(day));
                    say!(words, "changes-about", month = month)
                };
                Ok((title, rows))
            }
        }
    }

    /// The newest day on which an observation made a current figure another. A page without a date was
    /// found on some day, which changed nothing in the world.
    fn last_change(&self) -> Option<Date> {
        let Situation {
            book,
            series,
            observations,
            ..
        } = *self.page.situation;
        let mut days: Vec<Date> = observations
            .iter()
            .filter_map(|observation| observation.published.date)
            .collect();
        days.sort_unstable();
        days.dedup();
        let is_change = |day: &Date| {
            let (before, after) = (
                book.readings(series, AsOf::before(*day)),
                book.readings(series, AsOf::Day(*day)),
            );
            !changed(&before, &after).is_empty()
        };
        days.into_iter().rev().find(is_change)
    }

    fn differences(&mut self, before: &Situation<'_>, after: &Situation<'_>) -> Vec<ChangeRow> {
        let mut rows = Vec::new();
        for period in changed(&before.readings, &after.readings).into_iter().take(CHANGES) {
            rows.extend(self.figure_changed(period, before, after));
        }
        rows.extend(self.year_changed(before, after));
        rows.extend(self.pace_changed(before, after));
        rows.extend(self.path_changed(before, after));
        rows
    }

    /// How the year so far stands to the path.
    fn path_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        if before.pace.as_ref()?.claim != after.pace.as_ref()?.claim {
            return None;
        }
        let gap = |gap: f64| self.page.format.signed_percent(gap, 1);
        let (old, new) = (gap(before.path_gap_percent()?), gap(after.path_gap_percent()?));
        (old != new).then(|| ChangeRow {
            what: say!(self.page.words(), "change-path"),
            change: arrow(&old, &new),
            note: say!(self.page.words(), "change-to-date"),
            marks: Vec::new(),
            history: history_of_target(after),
        })
    }

    fn figure_changed(&mut self, period: Period, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let format = self.page.format;
        let Some(now) = after.readings.get(period) else {
            return self.figure_withdrawn(period, before, after);
        };
        let value = self.page.number(now.value);
        let change = match before.readings.get(period) {
            Some(old) => arrow(&self.page.number(old.value), &value),
            None => say!(self.page.words(), "change-new", value = value),
        };
        let marks = after
            .observation(now.observation)
            .map(|observation| self.notes.observation(observation));
        Some(ChangeRow {
            what: format.period_short(period),
            change,
            note: Page::new(after, format).grown(period).unwrap_or_default(),
            marks: marks.into_iter().collect(),
            history: Some(history_of(after, period)),
        })
    }

    /// A figure that its publisher took away.
    fn figure_withdrawn(&mut self, period: Period, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let old = before.readings.get(period)?;
        let of_period = |it: &&hadaf_core::Observation| it.period == period && it.is_withdrawn();
        let withdrawal = after.observations.iter().rev().find(of_period);
        let marks = withdrawal.map(|withdrawal| self.notes.observation(withdrawal));
        Some(ChangeRow {
            what: self.page.format.period_short(period),
            change: arrow(
                &self.page.number(old.value),
                &say!(self.page.words(), "status-withdrawn"),
            ),
            note: String::new(),
            marks: marks.into_iter().collect(),
            history: Some(history_of(after, period)),
        })
    }

    fn year_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        // The figure of a series of years is told already.
        let now = after
            .current()
            .filter(|_| after.readings.every() != Frequency::FiscalYear)?;
        let old = before
            .total_of(now.fiscal_year)
            .map(|total| self.page.number(total.value));
        let value = self.page.number(now.value);
        if old.as_ref() == Some(&value) {
            return None;
        }
        let year = self.page.format.year(now.fiscal_year);
        let what = if now.months < 12 {
            say!(self.page.words(), "headline-to-date", year = year)
        } else {
            year
        };
        Some(ChangeRow {
            what,
            change: old.map_or_else(
                || say!(self.page.words(), "change-new", value = value.clone()),
                |old| arrow(&old, &value),
            ),
            note: {
                let [so_far, year] = self.page.periods().counted([now.months.into(), 12]);
                say!(
                    self.page.words(),
                    "grid-observed",
                    count = so_far.number,
                    of = year.number
                )
            },
            marks: Vec::new(),
            history: Some(history_of(after, now.fiscal_year)),
        })
    }

    fn pace_changed(&self, before: &Situation<'_>, after: &Situation<'_>) -> Option<ChangeRow> {
        let (now, old) = (after.pace.as_ref()?, before.pace.as_ref()?);
        let needed = |needed: Option<f64>| needed.map(|needed| self.page.rounded(needed));
        let (now_needed, old_needed) = (needed(now.needed)?, needed(old.needed)?);
        if now.claim != old.claim || now.every != old.every || now_needed == old_needed {
            return None;
        }
        let target = self.page.format.money_short(now.target, after.series.unit);
        Some(ChangeRow {
            what: say!(self.page.words(), "change-needed", every = now.every.as_str()),
            change: arrow(&old_needed, &now_needed),
            note: say!(self.page.words(), "change-for", target = target),
            marks: Vec::new(),
            history: history_of_target(after),
        })
    }
}
