//! Is the file whole, and are the data sound: what does not add up, is missing, or disagrees.

use std::collections::BTreeSet;

use hadaf_core::{Frequency, Month, PartsCheck, Period, Readings, Series, sum_of};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::Serialize;

use crate::session::{App, Result};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Numbers contradict one another.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something about the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// parts_off, months_annual, missing_month, disagreement, undated or integrity.
    pub kind: String,
    /// How much it weighs.
    pub severity: Severity,
    /// `SERIES@PERIOD`, or a series.
    pub r#where: String,
    /// In words.
    pub message: String,
}

/// `hadaf check --json`.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// "ok", or what is broken.
    pub integrity: String,
    /// Warnings first.
    pub findings: Vec<Finding>,
}

impl CheckReport {
    /// The file is whole.
    pub fn is_whole(&self) -> bool {
        self.integrity == "ok"
    }
}

impl App {
    /// Checks the open workspace.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn check(&self) -> Result<CheckReport> {
        let broken = self.read(|workspace| Ok(workspace.integrity()?))?;
        let book = self.book()?;
        let mut findings = Vec::new();
        for series in &book.series {
            let checker = Checker {
                book: &book,
                series,
                readings: Readings::of(book.observations(&series.id), book.now()),
                format: self.format(),
            };
            checker.run(&mut findings)?;
        }
        // Stable, so that findings of one kind stay in the order of series and time.
        findings.sort_by_key(|finding: &Finding| finding.severity);
        let integrity = if broken.is_empty() {
            "ok".into()
        } else {
            broken.join("; ")
        };
        Ok(CheckReport { integrity, findings })
    }
}

struct Checker<'a> {
    book: &'a Book,
    series: &'a Series,
    readings: Readings,
    format: Format,
}

impl Checker<'_> {
    fn run(&self, findings: &mut Vec<Finding>) -> Result<()> {
        self.parts(findings)?;
        self.months_against_years(findings)?;
        self.missing_months(findings);
        self.disagreements(findings);
        self.undated(findings);
        Ok(())
    }

    fn finding(&self, kind: &str, severity: Severity, period: Option<Period>, message: String) -> Finding {
        let place = period.map_or_else(
            || self.series.id.to_string(),
            |period| format!("{}@{period}", self.series.id),
        );
        Finding {
            kind: kind.into(),
            severity,
            r#where: place,
            message,
        }
    }

    /// Parts against the total, where all are known.
    fn parts(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let parts = self.book.parts(self.series);
        if parts.is_empty() {
            return Ok(());
        }
        let readings: Vec<Readings> = parts
            .iter()
            .map(|part| Readings::of(self.book.observations(&part.id), self.book.now()))
            .collect();
        for (period, total) in self.readings.iter() {
            let values: Option<Vec<_>> = readings.iter().map(|part| Some(part.get(period)?.value)).collect();
            let Some(values) = values else { continue };
            let check = PartsCheck::new(total.value, &values)?;
            if check.off {
                let message = say!(
                    self.format.words,
                    "finding-parts",
                    period = self.format.period(period),
                    parts = self.format.exact(check.parts),
                    total = self.format.exact(check.total),
                    difference = self.format.signed(check.difference.to_f64(), check.difference.places()),
                );
                findings.push(self.finding("parts_off", Severity::Warning, Some(period), message));
            }
        }
        Ok(())
    }

    /// Twelve months against the published year; a tenth of a percent is rounding and restating.
    fn months_against_years(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let calendar = self.book.calendar();
        let years = self
            .readings
            .iter()
            .filter_map(|(period, reading)| Some((period.as_fiscal_year()?, reading)));
        for (year, annual) in years {
            let Some(sum) = sum_of(&self.readings, calendar.months_of(year))? else {
                continue;
            };
            let difference = sum.checked_sub(annual.value)?;
            if difference.to_f64().abs() <= 0.001 * annual.value.to_f64().abs() {
                continue;
            }
            let message = say!(
                self.format.words,
                "finding-months",
                year = self.format.year(year),
                sum = self.format.exact(sum),
                annual = self.format.exact(annual.value),
                difference = self.format.signed(difference.to_f64(), difference.places()),
            );
            findings.push(self.finding("months_annual", Severity::Warning, Some(year.into()), message));
        }
        Ok(())
    }

    /// Months without any number between the first and the last one that has one. A series of which
    /// less than half is printed by month is one that is printed otherwise.
    fn missing_months(&self, findings: &mut Vec<Finding>) {
        if self.series.frequency != Frequency::Month {
            return;
        }
        let known: BTreeSet<Month> = self.readings.months().map(|(month, _)| month).collect();
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return;
        };
        let missing: Vec<Month> = Month::range(*first..=*last)
            .filter(|month| !known.contains(month))
            .collect();
        if missing.len() > known.len() {
            let message = say!(
                self.format.words,
                "finding-thin",
                known = known.len(),
                missing = missing.len()
            );
            findings.push(self.finding("missing_month", Severity::Note, None, message));
            return;
        }
        for month in missing {
            let message = say!(self.format.words, "finding-missing", month = self.format.month(month));
            findings.push(self.finding("missing_month", Severity::Note, Some(month.into()), message));
        }
    }

    fn disagreements(&self, findings: &mut Vec<Finding>) {
        for (period, reading) in self.readings.iter().filter(|(_, reading)| reading.disagreement) {
            let roles = crate::view::observations_of(self.book, self.series, period, self.book.now());
            let others: Vec<String> = roles
                .iter()
                .filter(|(_, role)| *role == hadaf_core::VintageRole::Disagrees)
                .map(|(observation, _)| self.format.exact(observation.value))
                .collect();
            let message = say!(
                self.format.words,
                "finding-disagrees",
                period = self.format.period(period),
                value = self.format.exact(reading.value),
                others = others.join(", "),
            );
            findings.push(self.finding("disagreement", Severity::Note, Some(period), message));
        }
    }

    /// Current figures whose page has no date: no earlier *as of* can know them.
    fn undated(&self, findings: &mut Vec<Finding>) {
        for (period, _) in self
            .readings
            .iter()
            .filter(|(_, reading)| reading.published.date.is_none())
        {
            let message = say!(
                self.format.words,
                "finding-undated",
                period = self.format.period(period)
            );
            findings.push(self.finding("undated", Severity::Note, Some(period), message));
        }
    }
}
