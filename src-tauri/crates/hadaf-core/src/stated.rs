//! A number that was stated, or a range, and where a total lies by it.

use crate::{Amount, Claim, ClaimKind, Decimal, Result, Series};

/// Where a total lies by the number of a claim, or by its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Below it.
    Below,
    /// On the number, or in the range.
    Within,
    /// Above it.
    Above,
}

crate::text::words!(Side, { Below => "below", Within => "within", Above => "above" });

/// The number of a claim in the series' unit, or both ends of its range.
#[derive(Clone, Copy)]
pub(crate) struct Stated {
    pub(crate) low: Decimal,
    high: Decimal,
    is_range: bool,
    /// The high end decides too.
    both_decide: bool,
}

/// A total held against a number or a range.
#[derive(Clone, Copy)]
pub(crate) struct HeldAgainst {
    pub(crate) side: Side,
    pub(crate) is_met: bool,
    /// To the nearest end; zero between them.
    pub(crate) margin: Decimal,
    pub(crate) error_percent: Option<f64>,
    /// To the nearest end that decides, without its sign.
    pub(crate) nearest_percent: Option<f64>,
}

impl Stated {
    /// None for another measure.
    pub(crate) fn of(claim: &Claim, series: &Series) -> Option<Self> {
        let low = claim.value_in(series.unit).ok()?;
        let high = claim.value_high.and_then(|high| {
            let amount = Amount::new(high, claim.unit).in_unit(series.unit);
            Some(amount.ok()?.value).filter(|high| high.cmp_value(low).is_gt())
        });
        Some(Self {
            low,
            high: high.unwrap_or(low),
            is_range: high.is_some(),
            both_decide: high.is_some() && claim.kind == ClaimKind::Projection,
        })
    }

    /// The high end, where it decides too.
    pub(crate) fn deciding_end(self) -> Option<Decimal> {
        self.both_decide.then_some(self.high)
    }

    pub(crate) fn range_end(self) -> Option<Decimal> {
        self.is_range.then_some(self.high)
    }

    pub(crate) fn against(self, total: Decimal) -> Result<HeldAgainst> {
        let side = if total.cmp_value(self.low).is_lt() {
            Side::Below
        } else if total.cmp_value(self.high).is_gt() {
            Side::Above
        } else {
            Side::Within
        };
        let error = |end: Decimal| crate::growth_percent(end.to_f64(), total.to_f64());
        let (margin, error_percent) = match side {
            Side::Below => (total.checked_sub(self.low)?, error(self.low)),
            Side::Within => (Decimal::ZERO, error(self.low).map(|_| 0.0)),
            Side::Above => (total.checked_sub(self.high)?, error(self.high)),
        };
        let high = error(self.high).filter(|_| self.both_decide);
        let distances = [error(self.low), high].into_iter().flatten().map(f64::abs);
        Ok(HeldAgainst {
            side,
            is_met: side == Side::Within || side == Side::Above && !self.both_decide,
            margin,
            error_percent,
            nearest_percent: distances.min_by(f64::total_cmp),
        })
    }
}
