//! What could throw the sector off course, and what was promised about it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Amount, CoreError, Decimal, FiscalYear, Month, Published, Result, SourceId, Unit, WordKind};

crate::id::numbered_ids!(
    /// Number of a disruption.
    DisruptionId,
    /// Number of a published cost.
    CostClaimId,
    /// Number of a budget line.
    BudgetLineId,
    /// Number of an initiative.
    InitiativeId,
    /// Number of a concern.
    ConcernId,
    /// Number of an undertaking.
    UndertakingId,
);

/// Hands the registers to a macro, in the order of the screen: what help says of each, its word in Rust, its word for
/// programs and for the catalogue, the type of its entries, and where a book has them. An entry has a `source` and a
/// `known_from`.
#[macro_export]
macro_rules! registers {
    ([$($with:tt)+] $($more:tt)*) => {
        $($with)+! {
            ($($more)*)
            /// Outages, throttling, cable faults, bans of platforms
            Disruptions = "disruptions" of Disruption in disruptions;
            /// What somebody said that a disruption cost
            Costs = "costs" of CostClaim in cost_claims;
            /// Allocated, released, spent
            Budget = "budget" of BudgetLine in budget;
            /// Measures that were promised
            Initiatives = "initiatives" of Initiative in initiatives;
            /// Points that the committee raised
            Concerns = "concerns" of Concern in concerns;
            /// What was promised to the committee
            Undertakings = "undertakings" of Undertaking in undertakings;
        }
    };
}

/// A date of which the day, or the month too, may be unknown: `2021`, `2021-02`, `2021-02-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Some time in a year (1 to 9999).
    Year(i16),
    /// Some time in a month.
    Month(Month),
    /// That day.
    Day(Date),
}

impl PartialDate {
    /// The first day that it can be.
    pub fn earliest(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).expect("a year from 1 to 9999"),
            Self::Month(month) => month.first_day(),
            Self::Day(day) => day,
        }
    }

    /// The last day that it can be.
    pub fn latest(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).expect("a year from 1 to 9999"),
            Self::Month(month) => month.last_day(),
            Self::Day(day) => day,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let read = || match text.len() {
            4 => crate::period::digits(text)
                .filter(|year| crate::period::YEARS.contains(year))
                .map(Self::Year),
            7 => text.parse().ok().map(Self::Month),
            10 => text.parse().ok().map(Self::Day),
            _ => None,
        };
        read().ok_or_else(|| CoreError::Word {
            what: WordKind::PartialDate,
            text: text.into(),
            known: "",
        })
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    /// By first possible day, the more exact one first.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.earliest(), self.latest()).cmp(&(other.earliest(), other.latest()))
    }
}

crate::text::as_text!(PartialDate);

/// Kinds of outage as scenarios tell them apart: by how much of the work they stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum OutageKind {
    /// All lines of the country.
    National,
    /// Mobile data only.
    Mobile,
    /// Slowed down.
    Throttled,
    /// A fault of a submarine cable.
    Cable,
    /// A ban of platforms.
    Ban,
    /// All lines of a region.
    Region,
}

crate::text::words!(OutageKind, {
    National => "national", Mobile => "mobile", Throttled => "throttled", Cable => "cable", Ban => "ban",
    Region => "region",
});

/// An internet outage, throttling, cable fault or ban of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disruption {
    /// Its number.
    pub id: DisruptionId,
    /// When it began.
    pub start: PartialDate,
    /// When it ended; none: unknown or not yet.
    pub end: Option<PartialDate>,
    /// Places and services hit.
    pub scope: String,
    /// In a few words: "submarine cable", "platform ban".
    pub kind: String,
    /// What somebody said that it cost; a claim of another concept than receipts.
    pub cost: Option<Amount>,
    /// Who said so; may be empty.
    pub cost_source: String,
    /// What kind of outage it is to a scenario; none: no outage of its own, such as a sum over others.
    pub outage: Option<OutageKind>,
    /// For one that hit a region: the region's share of the sector's capacity, 0 to 1. Not of users.
    pub region_share: Option<Decimal>,
    /// From when on it has said this.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<DisruptionId>,
    /// Where it was read.
    pub source: SourceId,
    /// Anything to know about it.
    pub note: String,
}

/// How far something promised has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum State {
    /// Not begun.
    Planned,
    /// Begun, or in effect for a time that has not ended.
    Running,
    /// Done, kept, in effect for good.
    Done,
    /// Given up, withdrawn or replaced.
    Dropped,
}

crate::text::words!(State, {
    Planned => "planned", Running => "running", Done => "done", Dropped => "dropped",
});

/// What was allocated, released and spent for one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// Its number.
    pub id: BudgetLineId,
    /// For which fiscal year.
    pub fiscal_year: FiscalYear,
    /// Whose budget.
    pub body: String,
    /// For what.
    pub item: String,
    /// In which the three numbers count.
    pub unit: Unit,
    /// Allocated for the year.
    pub allocated: Option<Decimal>,
    /// Released of that until `through`.
    pub released: Option<Decimal>,
    /// Spent until `through`.
    pub spent: Option<Decimal>,
    /// The last month that `released` and `spent` cover; none: the page does not say.
    pub through: Option<Month>,
    /// When it became known.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<BudgetLineId>,
    /// Where it was read.
    pub source: SourceId,
    /// Anything to know about it.
    pub note: String,
}

/// A measure that was promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// Its number.
    pub id: InitiativeId,
    /// What it is.
    pub name: String,
    /// Who owes it.
    pub owner: String,
    /// When it was announced.
    pub announced: Option<PartialDate>,
    /// When it is due.
    pub due: Option<PartialDate>,
    /// How it stands, in the words of the evidence.
    pub status: String,
    /// The same in one word; none: nobody has judged.
    pub state: Option<State>,
    /// When it was done or dropped.
    pub closed: Option<PartialDate>,
    /// From when on it has said this.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<InitiativeId>,
    /// Where it was read.
    pub source: SourceId,
    /// Anything to know about it.
    pub note: String,
}

/// A point that the committee raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// Its number.
    pub id: ConcernId,
    /// What was raised.
    pub text: String,
    /// By whom.
    pub raised_by: String,
    /// When.
    pub raised: Option<PartialDate>,
    /// What was answered; empty: nothing yet.
    pub answer: String,
    /// How it stands: "open", "answered" and the like.
    pub status: String,
    /// From when on it has said this.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<ConcernId>,
    /// Where it was read, if anywhere.
    pub source: Option<SourceId>,
    /// Anything to know about it.
    pub note: String,
}

/// What was promised to the committee, in answer to a concern or without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undertaking {
    /// Its number.
    pub id: UndertakingId,
    /// The concern that it answers.
    pub concern: Option<ConcernId>,
    /// What was promised.
    pub text: String,
    /// By whom.
    pub promised_by: String,
    /// When.
    pub promised: Option<PartialDate>,
    /// When it is due.
    pub due: Option<PartialDate>,
    /// How it stands: "open", "kept" and the like.
    pub status: String,
    /// The same in one word; none: nobody has judged.
    pub state: Option<State>,
    /// When it was kept or dropped.
    pub closed: Option<PartialDate>,
    /// From when on it has said this.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<UndertakingId>,
    /// Where it was read, if anywhere.
    pub source: Option<SourceId>,
    /// Anything to know about it.
    pub note: String,
}
