//! How fast a budget comes: released and spent against the share of the year that has passed.

use jiff::civil::Date;

use crate::{BudgetLine, FiscalCalendar, Month, Period};

/// What a release pace is as of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleasedBy {
    /// The end of the month that the line says its numbers run through.
    Through(Month),
    /// The day on which the line was published, for want of that.
    Published(Date),
}

/// Released and spent, percent of what was allocated, beside the year gone by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReleasePace {
    /// The day up to which released and spent count.
    pub by: ReleasedBy,
    /// Share of the fiscal year that had passed then, percent by days; 100 after its end.
    pub elapsed_percent: f64,
    /// Released, percent of allocated.
    pub released_percent: Option<f64>,
    /// Spent, percent of allocated.
    pub spent_percent: Option<f64>,
    /// Spent, percent of released.
    pub spent_of_released_percent: Option<f64>,
    /// Released less elapsed, percentage points: below zero is behind the year.
    pub ahead_points: Option<f64>,
}

impl ReleasePace {
    /// Points by which money may trail the year before it is behind: budgets are released by the quarter.
    pub const SLACK: f64 = 10.0;

    /// By how many points what was released, or else spent, is behind the year; none where it is not.
    pub fn behind(&self) -> Option<f64> {
        let came = self.released_percent.or(self.spent_percent)?;
        Some(self.elapsed_percent - came).filter(|points| *points > Self::SLACK)
    }

    /// The same of what was spent.
    pub fn spent_behind(&self) -> Option<f64> {
        Some(self.elapsed_percent - self.spent_percent?).filter(|points| *points > Self::SLACK)
    }
}

impl BudgetLine {
    /// The same line against the allocation in force among some lines: the newest one of the same year, body, item and
    /// unit.
    #[must_use]
    pub fn in_force(&self, lines: &[Self]) -> Self {
        let is_same = |line: &&Self| {
            (line.fiscal_year, line.unit) == (self.fiscal_year, self.unit)
                && (line.body.trim(), line.item.trim()) == (self.body.trim(), self.item.trim())
        };
        let newest = lines
            .iter()
            .filter(is_same)
            .filter(|line| line.allocated.is_some())
            .max_by_key(|line| (line.published.known_from(), line.id));
        Self {
            allocated: newest.and_then(|line| line.allocated).or(self.allocated),
            ..self.clone()
        }
    }

    /// The release pace. None without an allocation above zero, without anything released or spent,
    /// or when the numbers are not of a time within or after the year.
    pub fn release_pace(&self, calendar: &FiscalCalendar) -> Option<ReleasePace> {
        let of = |part: Option<crate::Decimal>, whole: Option<crate::Decimal>| {
            let whole = whole?.to_f64();
            part.filter(|_| whole > 0.0).map(|part| part.to_f64() / whole * 100.0)
        };
        let released_percent = of(self.released, self.allocated);
        let spent_percent = of(self.spent, self.allocated);
        released_percent.or(spent_percent)?;
        let by = match (self.through, self.published.date) {
            (Some(month), _) => ReleasedBy::Through(month),
            (None, Some(day)) => ReleasedBy::Published(day),
            (None, None) => return None,
        };
        let day = match by {
            ReleasedBy::Through(month) => month.last_day(),
            ReleasedBy::Published(day) => day,
        };
        let year = Period::FiscalYear(self.fiscal_year);
        let (start, end) = (calendar.start_of(year).first_day(), calendar.end_of(year));
        let days = |last: Date| f64::from((last - start).get_days() + 1);
        if day < start {
            return None;
        }
        let elapsed_percent = days(day.min(end)) / days(end) * 100.0;
        Some(ReleasePace {
            by,
            elapsed_percent,
            released_percent,
            spent_percent,
            spent_of_released_percent: of(self.spent, self.released),
            ahead_points: released_percent.map(|released| released - elapsed_percent),
        })
    }
}
