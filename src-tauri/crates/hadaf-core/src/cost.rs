//! What people said a disruption cost: claims of their own, each of a concept. A loss of GDP is no
//! loss of export receipts, and nothing here turns one into the other.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Amount, CoreError, CostClaimId, Disruption, DisruptionId, PartialDate, Published, RangeKind, Result, SourceId,
};

/// What a published cost measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CostConcept {
    /// Gross domestic product.
    Gdp,
    /// Receipts from exports, as the series of the workspace count them.
    Receipts,
    /// Revenue or loss of an industry, at home and abroad.
    Industry,
    /// Something else, or the page does not say.
    Other,
}

crate::text::words!(CostConcept, {
    Gdp => "gdp", Receipts => "receipts", Industry => "industry", Other => "other",
});

/// What somebody said that a disruption cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostClaim {
    /// Its number.
    pub id: CostClaimId,
    /// Of which disruption; none: of several, or of none in the register.
    pub disruption: Option<DisruptionId>,
    /// Where it counts a part of the disruption alone, from when on.
    pub start: Option<PartialDate>,
    /// And until when.
    pub end: Option<PartialDate>,
    /// How much, over that time.
    pub amount: Amount,
    /// What it measures.
    pub concept: CostConcept,
    /// Who said so.
    pub maker: String,
    /// How it was worked out, as far as the page tells; may be empty.
    pub method: String,
    /// When it became known.
    pub published: Published,
    /// The entry that said this before; none for one that says it now.
    pub earlier_of: Option<CostClaimId>,
    /// Where it was read.
    pub source: SourceId,
    /// Anything to know about it.
    pub note: String,
}

impl CostClaim {
    /// The cost a day of a disruption, percent of a day's exports: the one way in which costs of
    /// any concept can be held against receipts. Above 100 a day is said to have cost more than it
    /// earns. `days` is how long the disruption lasted.
    ///
    /// # Errors
    /// [`CoreError::UnitMismatch`] for another currency, [`CoreError::Range`] for no days or
    /// exports of nothing.
    pub fn percent_of_days_exports(&self, days: u32, exports_a_day: Amount) -> Result<f64> {
        let cost = self.amount.in_unit(exports_a_day.unit)?.value.to_f64();
        let exports = exports_a_day.value.to_f64();
        if days == 0 || exports <= 0.0 {
            return Err(CoreError::Range {
                what: RangeKind::Days,
                value: 0,
                low: 1,
                high: i64::from(u32::MAX),
            });
        }
        Ok(cost / f64::from(days) / exports * 100.0)
    }

    /// Receipts less this cost.
    ///
    /// # Errors
    /// [`CoreError::ConceptMismatch`] unless the cost is one of receipts; [`CoreError::UnitMismatch`]
    /// for another currency; [`CoreError::Overflow`].
    pub fn taken_from_receipts(&self, receipts: Amount) -> Result<Amount> {
        if self.concept != CostConcept::Receipts {
            return Err(CoreError::ConceptMismatch { cost: self.concept });
        }
        receipts.checked_sub(self.amount.in_unit(receipts.unit)?)
    }
}

impl CostClaim {
    /// The days that it counts, first and last: its own, else those of the disruption that it is of. None where an end
    /// is not known, or lies before the beginning.
    pub fn days(&self, disruption: Option<&Disruption>) -> Option<(Date, Date)> {
        let start = self.start.or(disruption.map(|it| it.start))?;
        let end = self.end.or(disruption.and_then(|it| it.end))?;
        Some((start.earliest(), end.latest())).filter(|(first, last)| first <= last)
    }
}

impl Disruption {
    /// How many days it lasted, first and last included: from the first day that its start can be to
    /// the last that its end can be. None when its end is not known.
    pub fn days(&self) -> Option<u32> {
        let (first, last) = (self.start.earliest(), self.end?.latest());
        u32::try_from((last - first).get_days() + 1)
            .ok()
            .filter(|days| *days > 0)
    }
}
