//! Factors: everything in a scenario that can be set, addressed by one flat id.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Coefficient, CoreError, Decimal, Result};

/// The id of a factor: a coefficient (`made_up`), or a part of an event (`outage.1.days`), counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FactorId {
    /// A coefficient of the formulas.
    Coefficient(Coefficient),
    /// A part of one assumption.
    Part {
        /// The list that it stands in.
        list: PartList,
        /// Its place there, from 0; written from 1.
        index: u16,
        /// Which part of it.
        part: Part,
    },
}

/// A list of assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartList {
    /// Outages.
    Outage,
    /// Money released.
    Budget,
    /// Measures.
    Initiative,
}

crate::text::words!(PartList, {
    Outage => "outage", Budget => "budget", Initiative => "initiative",
});

/// A part of an assumption that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Part {
    /// Length of an outage.
    Days,
    /// Share of the sector's capacity in the region of an outage.
    RegionShare,
    /// Share of the money that is released.
    Released,
    /// What a measure adds to exports, as a share.
    Uplift,
    /// Months from a tenth to nine tenths of it.
    RampMonths,
    /// Months that it starts late.
    SlipMonths,
    /// Chance that it is delivered at all.
    Chance,
}

crate::text::words!(Part, {
    Days => "days", RegionShare => "region_share", Released => "released", Uplift => "uplift",
    RampMonths => "ramp_months", SlipMonths => "slip_months", Chance => "chance",
});

impl FactorId {
    /// Of a part of the assumption at a place of its list, from 0.
    pub fn part(list: PartList, index: usize, part: Part) -> Self {
        let index = u16::try_from(index).expect("lists are refused long before (`Assumptions::check`)");
        Self::Part { list, index, part }
    }
}

impl fmt::Display for FactorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coefficient(coefficient) => f.pad(coefficient.as_str()),
            Self::Part { list, index, part } => f.pad(&format!("{list}.{}.{part}", u32::from(*index) + 1)),
        }
    }
}

impl FromStr for FactorId {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || CoreError::FactorUnknown { factor: text.into() };
        let words: Vec<&str> = text.split('.').collect();
        match words[..] {
            [word] => word.parse().map(Self::Coefficient).map_err(|_| unknown()),
            [list, number, part] => {
                let plain = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
                let number: u16 = number.parse().ok().filter(|_| plain).ok_or_else(unknown)?;
                let (list, part) = list.parse().ok().zip(part.parse().ok()).ok_or_else(unknown)?;
                let index = number - 1; // 0 starts with a 0
                Ok(Self::Part { list, index, part })
            }
            _ => Err(unknown()),
        }
    }
}

crate::text::as_text!(FactorId);

/// What a factor counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FactorUnit {
    /// A share, 0 to 1.
    Share,
    /// A share for each day.
    SharePerDay,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Dollars for each dollar in a year.
    PerUnit,
    /// Percentage points a year.
    Points,
    /// Percent.
    Percent,
    /// A plain number.
    Number,
}

crate::text::words!(FactorUnit, {
    Share => "share", SharePerDay => "share_per_day", Days => "days", Weeks => "weeks", Months => "months",
    PerUnit => "per_unit", Points => "points", Percent => "percent", Number => "number",
});

/// Which part of the formulas a factor belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FactorGroup {
    /// What happens: length and place of an outage.
    Event,
    /// Share of the sector's capacity that is cut off.
    Capacity,
    /// Share of the work that needs the line live, and whose work it is.
    Live,
    /// Work done later, and when.
    Recovered,
    /// How receipts follow work.
    Payment,
    /// Clients who do not come back.
    Clients,
    /// Weights of days and how factors move together.
    Draws,
    /// Money released.
    Budget,
    /// Measures.
    Initiative,
    /// Growth and the exchange rate.
    Economy,
}

crate::text::words!(FactorGroup, {
    Event => "event", Capacity => "capacity", Live => "live", Recovered => "made_up", Payment => "payment",
    Clients => "clients", Draws => "draws", Budget => "budget", Initiative => "initiative", Economy => "economy",
});

/// What a factor may be: the 10, 50 and 90 % points of *cost*, so that the numbers may fall as well as rise from
/// mild to severe. A number that is not in doubt has all three equal. Documents call them low, central and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// One time in ten it costs less than with this.
    #[serde(rename = "low")]
    pub mild: Decimal,
    /// As likely to cost more as less.
    pub central: Decimal,
    /// One time in ten it costs more than with this.
    #[serde(rename = "high")]
    pub severe: Decimal,
}

/// Which of the three numbers of a [`Setting`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostPoint {
    /// Costs least.
    Mild,
    /// Half-way.
    Central,
    /// Costs most.
    Severe,
}

impl Setting {
    /// A number that is not in doubt.
    pub fn fixed(value: Decimal) -> Self {
        Self {
            mild: value,
            central: value,
            severe: value,
        }
    }

    /// Whether it is not in doubt.
    pub fn is_fixed(&self) -> bool {
        self.mild.same_value(self.central) && self.central.same_value(self.severe)
    }

    /// The three numbers, the mild one first.
    pub fn values(&self) -> [Decimal; 3] {
        [self.mild, self.central, self.severe]
    }

    /// One of the three.
    pub fn at(&self, point: CostPoint) -> Decimal {
        match point {
            CostPoint::Mild => self.mild,
            CostPoint::Central => self.central,
            CostPoint::Severe => self.severe,
        }
    }
}

/// A factor: what it is set to, and all there is to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Its id.
    pub id: FactorId,
    /// Its sign in the formulas; empty for none.
    pub symbol: &'static str,
    /// What it counts in.
    pub unit: FactorUnit,
    /// Which part of the formulas it belongs to.
    pub group: FactorGroup,
    /// What it is set to.
    pub setting: Setting,
    /// What it is set to unless somebody sets it; none for a part of an event.
    pub default: Option<Setting>,
    /// The smallest value allowed.
    pub least: Decimal,
    /// The largest value allowed.
    pub most: Decimal,
    /// Key of where the value comes from, see [`crate::Citation`]: "none" for our own, "scenario" for a part of an
    /// event, [`Factor::ENTERED`] where somebody put another in place of the default.
    pub source: &'static str,
    /// Whether it is an assumption rather than a measurement. So is every factor at present.
    pub assumed: bool,
}

impl Factor {
    /// The source of a value that is not the default: who runs the scenario.
    pub const ENTERED: &'static str = "entered";

    /// Whether it may be set so.
    ///
    /// # Errors
    /// [`CoreError::FactorRange`] and [`CoreError::FactorOrder`].
    pub fn check(&self, setting: Setting) -> Result<()> {
        for value in setting.values() {
            if value.cmp_value(self.least).is_lt() || value.cmp_value(self.most).is_gt() {
                return Err(CoreError::FactorRange {
                    factor: self.id.to_string(),
                    value,
                    least: self.least,
                    most: self.most,
                });
            }
        }
        let (before, after) = (
            setting.mild.cmp_value(setting.central),
            setting.central.cmp_value(setting.severe),
        );
        if before.is_eq() || after.is_eq() || before == after {
            Ok(())
        } else {
            Err(CoreError::FactorOrder {
                factor: self.id.to_string(),
            })
        }
    }

    /// Whether it has been set to something else than its default.
    pub fn is_changed(&self) -> bool {
        let same = |default: Setting| {
            let mut pairs = default.values().into_iter().zip(self.setting.values());
            pairs.all(|(a, b)| a.same_value(b))
        };
        !self.default.is_some_and(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_back_and_nothing_else_is() {
        for text in [
            "made_up",
            "outage.1.days",
            "budget.12.released",
            "initiative.3.ramp_months",
        ] {
            assert_eq!(text.parse::<FactorId>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "made",
            "outage.0.days",
            "outage.01.days",
            "outage.+1.days",
            "outage.days",
            "outage.1.days.2",
        ] {
            let error = text.parse::<FactorId>().unwrap_err();
            assert_eq!(error.code(), "factor_unknown", "{text}");
        }
    }

    #[test]
    fn mild_central_and_severe_run_one_way_within_the_range() {
        let factor = "made_up".parse::<Coefficient>().unwrap().factor();
        let setting = |mild, central, severe| Setting {
            mild: Decimal::constant(mild, 1),
            central: Decimal::constant(central, 1),
            severe: Decimal::constant(severe, 1),
        };
        assert!(factor.check(setting(9, 7, 4)).is_ok());
        assert!(factor.check(setting(4, 4, 4)).is_ok());
        assert_eq!(factor.check(setting(4, 9, 7)).unwrap_err().code(), "factor_order");
        let beyond = factor.check(setting(4, 7, 11)).unwrap_err();
        assert_eq!(beyond.to_string(), "made_up of 1.1 is outside 0.00 to 1.00");
    }
}
