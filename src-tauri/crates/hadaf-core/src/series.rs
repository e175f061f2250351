//! The sector tree and the series that measure it.

use serde::{Deserialize, Serialize};

use crate::{SectorId, SeriesFormula, SeriesId, Unit};

/// How often a series has a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Frequency {
    /// Each month.
    #[default]
    Month,
    /// Each quarter of the fiscal year.
    Quarter,
    /// Each fiscal year.
    FiscalYear,
}

crate::text::words!(Frequency, { Month => "month", Quarter => "quarter", FiscalYear => "fiscal_year" });

impl Frequency {
    /// Whether a series of it has figures for periods of another one: its own, and fiscal years.
    pub fn takes(self, period: Self) -> bool {
        period == self || period == Self::FiscalYear
    }

    /// How many months a period of it has: 1, 3 or 12.
    pub const fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::FiscalYear => 12,
        }
    }
}

/// Whether the values of months add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Measure {
    /// Counted over the period; months sum to a year.
    Flow,
    /// Counted at the period's end; months do not sum.
    Stock,
}

crate::text::words!(Measure, { Flow => "flow", Stock => "stock" });

/// How the year of a series comes of its periods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Adding {
    /// Months and quarters sum to it: a flow.
    #[default]
    Sum,
    /// It is the last period: a stock.
    Last,
    /// It does not: the percentages of twelve months have no sum.
    Nothing,
}

impl Adding {
    /// Of figures of a kind.
    pub fn of(measure: Measure, unit: Unit) -> Self {
        match (measure, unit) {
            (Measure::Stock, _) => Self::Last,
            (Measure::Flow, Unit::Percent) => Self::Nothing,
            (Measure::Flow, _) => Self::Sum,
        }
    }
}

/// A node of the sector tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sector {
    /// Its name.
    pub id: SectorId,
    /// As people call it.
    pub title: String,
    /// The sector it is part of; none at the root.
    pub parent: Option<SectorId>,
    /// Code of the Extended Balance of Payments Services classification 2010, where one fits.
    pub ebops: Option<String>,
    /// Order among its siblings.
    pub position: i64,
}

/// One measured quantity of one sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub id: SeriesId,
    /// The sector that it measures.
    pub sector: SectorId,
    /// As people call it.
    pub title: String,
    /// In which its values count.
    pub unit: Unit,
    /// How often it has one.
    pub frequency: Frequency,
    /// Whether they add up.
    pub measure: Measure,
    /// Decimal places that are shown; stored are as many as were published.
    pub places: u8,
    /// It is a clean part of its parent's total: siblings that are parts must sum to it.
    pub part_of_total: bool,
    /// Order among the series of its sector.
    pub position: i64,
    /// Who makes the statistic, whoever published it; may be empty.
    pub origin: String,
    /// Definition and caveats.
    pub note: String,
    /// Nobody works on it any more: its figures stay, and screens do not offer it.
    pub archived: bool,
    /// How its figures are worked out from those of other series; none where they are entered.
    pub formula: Option<SeriesFormula>,
}

impl Series {
    /// How its year comes of its periods.
    pub fn adding(&self) -> Adding {
        Adding::of(self.measure, self.unit)
    }
}
