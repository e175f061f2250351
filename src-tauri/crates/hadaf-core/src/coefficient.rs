//! The coefficients of the scenario formulas: low, central and high, with range, unit and source.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{Decimal, Factor, FactorId, Setting};

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

crate::text::words!(FactorUnit, "unit of a factor", {
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
    /// What is made up later, and when.
    MadeUp,
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

crate::text::words!(FactorGroup, "group of factors", {
    Event => "event", Capacity => "capacity", Live => "live", MadeUp => "made_up", Payment => "payment",
    Clients => "clients", Draws => "draws", Budget => "budget", Initiative => "initiative", Economy => "economy",
});

/// A coefficient of the scenario formulas. Its word is its [`FactorId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Coefficient {
    /// Capacity cut off when all lines of the country are down, after backups.
    CapacityNational,
    /// Capacity of firms (call centres, software) cut off when mobile data is down.
    CapacityMobileFirms,
    /// Capacity of freelancers cut off when mobile data is down.
    CapacityMobileFreelance,
    /// Capacity cut off by throttling of 30 to 40 %.
    CapacityThrottled,
    /// Capacity cut off by a fault of a submarine cable.
    CapacityCable,
    /// Capacity cut off by the ban of a platform.
    CapacityBan,
    /// A region's share of the sector's capacity, where nobody has given one.
    CapacityRegion,
    /// Share of a call centre's work that needs the line live.
    LiveCallCentres,
    /// Share of freelance work that needs the line live.
    LiveFreelance,
    /// Share of software work that needs the line live.
    LiveSoftware,
    /// Share of exports that call centres earn.
    ShareCallCentres,
    /// Share of exports that freelancers earn; what is left is software.
    ShareFreelance,
    /// Share of the work of a one-day outage that is made up later.
    MadeUp,
    /// Days of outage in which that share falls to 1/e.
    MadeUpDays,
    /// Weeks over which deferred work is made up after the outage.
    ReturnWeeks,
    /// Share of firms' work that is paid in the month of the work; most of the rest a month later.
    PaidSameMonthFirms,
    /// The same of freelancers' work.
    PaidSameMonthFreelance,
    /// Clients lost for each day of outage beyond three, as a share of what is cut off.
    ClientsLost,
    /// Months in which half of the lost clients are replaced.
    ClientsHalfLife,
    /// What a Saturday or Sunday counts beside a weekday.
    WeekendWeight,
    /// Rank correlation of each factor of an outage with one common severity.
    SeverityCorrelation,
    /// Receipts of a year for each unit of money released.
    BudgetEffect,
    /// Months from release to effect.
    BudgetLag,
    /// Added to the growth of a year.
    GrowthShift,
    /// Rise of the price of a dollar from the first month ahead on.
    ExchangeRate,
    /// Percent of receipts in dollars for each percent of the exchange rate.
    ExchangeElasticity,
}

crate::text::words!(Coefficient, "coefficient", {
    CapacityNational => "capacity_national",
    CapacityMobileFirms => "capacity_mobile_firms",
    CapacityMobileFreelance => "capacity_mobile_freelance",
    CapacityThrottled => "capacity_throttled",
    CapacityCable => "capacity_cable",
    CapacityBan => "capacity_ban",
    CapacityRegion => "capacity_region",
    LiveCallCentres => "live_call_centres",
    LiveFreelance => "live_freelance",
    LiveSoftware => "live_software",
    ShareCallCentres => "share_call_centres",
    ShareFreelance => "share_freelance",
    MadeUp => "made_up",
    MadeUpDays => "made_up_days",
    ReturnWeeks => "return_weeks",
    PaidSameMonthFirms => "paid_same_month_firms",
    PaidSameMonthFreelance => "paid_same_month_freelance",
    ClientsLost => "clients_lost",
    ClientsHalfLife => "clients_half_life",
    WeekendWeight => "weekend_weight",
    SeverityCorrelation => "severity_correlation",
    BudgetEffect => "budget_effect",
    BudgetLag => "budget_lag",
    GrowthShift => "growth_shift",
    ExchangeRate => "exchange_rate",
    ExchangeElasticity => "exchange_elasticity",
});

/// Low, central, high; least and most allowed.
type Numbers = [i64; 5];

/// Symbol, group, unit, decimal places of the numbers, the numbers, key of the source, assumed.
type Row = (&'static str, FactorGroup, FactorUnit, u8, Numbers, &'static str, bool);

impl Coefficient {
    /// Its place in [`Coefficient::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its id as a factor.
    pub fn id(self) -> FactorId {
        FactorId::coefficient(self)
    }

    /// Its default, range, unit and source.
    pub fn factor(self) -> Factor {
        let (symbol, group, unit, places, [low, central, high, least, most], source, assumed) = self.row();
        let of = |mantissa| Decimal::constant(mantissa, places);
        let setting = Setting {
            low: of(low),
            central: of(central),
            high: of(high),
        };
        Factor {
            id: self.id(),
            symbol,
            unit,
            group,
            setting,
            default: Some(setting),
            least: of(least),
            most: of(most),
            source,
            assumed,
        }
    }

    /// The values allowed.
    pub fn range(self) -> RangeInclusive<Decimal> {
        let factor = self.factor();
        factor.least..=factor.most
    }

    /// Low, central and high are the 10, 50 and 90 % points *of cost*: what costs most is high.
    ///
    /// Keys of sources: `wispap_2024` the internet providers' association on throttling; `bans_2025`
    /// exports of FY2025 grew while a platform was banned; `allcott_2016` Allcott, Collard-Wexler and
    /// O'Connell (2016) on power shortages of Indian plants; `sbp_2025` State Bank of Pakistan: banks
    /// settle in one working day; `associations` warnings of the industry's associations;
    /// `freelance_share` freelance receipts beside all receipts; `furceri_li_2017` IMF working paper
    /// 17/217 on public investment (a multiplier of output, not of exports); `none` our own.
    #[rustfmt::skip]
    fn row(self) -> Row {
        use FactorGroup as G;
        use FactorUnit as U;
        let share = |group, symbol, numbers, source| (symbol, group, U::Share, 2, numbers, source, true);
        match self {
            Self::CapacityNational => share(G::Capacity, "c", [60, 80, 95, 0, 100], "none"),
            Self::CapacityMobileFirms => share(G::Capacity, "c", [5, 15, 30, 0, 100], "none"),
            Self::CapacityMobileFreelance => share(G::Capacity, "c", [30, 50, 70, 0, 100], "none"),
            Self::CapacityThrottled => share(G::Capacity, "c", [3, 8, 20, 0, 100], "wispap_2024"),
            Self::CapacityCable => share(G::Capacity, "c", [2, 5, 15, 0, 100], "none"),
            Self::CapacityBan => share(G::Capacity, "c", [0, 1, 5, 0, 100], "bans_2025"),
            Self::CapacityRegion => share(G::Capacity, "c", [1, 3, 10, 0, 100], "none"),
            Self::LiveCallCentres => share(G::Live, "n", [85, 95, 100, 0, 100], "none"),
            Self::LiveFreelance => share(G::Live, "n", [50, 70, 90, 0, 100], "none"),
            Self::LiveSoftware => share(G::Live, "n", [30, 50, 70, 0, 100], "none"),
            Self::ShareCallCentres => share(G::Live, "m", [10, 15, 20, 0, 50], "none"),
            Self::ShareFreelance => share(G::Live, "m", [15, 20, 25, 0, 50], "freelance_share"),
            Self::MadeUp => share(G::MadeUp, "u\u{2080}", [90, 70, 40, 0, 100], "allcott_2016"),
            Self::MadeUpDays => ("\u{3c4}", G::MadeUp, U::Days, 1, [100, 50, 30, 5, 600], "none", true),
            Self::ReturnWeeks => ("r", G::MadeUp, U::Weeks, 0, [2, 4, 8, 1, 26], "none", true),
            Self::PaidSameMonthFirms => share(G::Payment, "p\u{2080}", [50, 35, 20, 0, 100], "sbp_2025"),
            Self::PaidSameMonthFreelance => share(G::Payment, "p\u{2080}", [90, 75, 60, 0, 100], "none"),
            Self::ClientsLost => ("q", G::Clients, U::SharePerDay, 4, [0, 5, 20, 0, 200], "associations", true),
            Self::ClientsHalfLife => ("h", G::Clients, U::Months, 0, [3, 6, 12, 1, 60], "none", true),
            Self::WeekendWeight => share(G::Draws, "", [30, 30, 30, 0, 100], "none"),
            Self::SeverityCorrelation => ("", G::Draws, U::Number, 2, [50, 50, 50, 0, 95], "none", true),
            Self::BudgetEffect => ("\u{3b2}", G::Budget, U::PerUnit, 2, [0, 0, 20, 0, 200], "furceri_li_2017", true),
            Self::BudgetLag => ("", G::Budget, U::Months, 0, [24, 12, 6, 0, 60], "none", true),
            Self::GrowthShift => ("g", G::Economy, U::Points, 1, [0, 0, 0, -500, 500], "none", true),
            Self::ExchangeRate => ("", G::Economy, U::Percent, 1, [0, 0, 0, -500, 2000], "none", true),
            Self::ExchangeElasticity => ("", G::Economy, U::Number, 2, [0, 0, 30, 0, 200], "none", true),
        }
    }
}

/// Every coefficient with its default, range, unit and source, in order.
pub fn coefficients() -> Vec<Factor> {
    Coefficient::ALL
        .iter()
        .map(|coefficient| coefficient.factor())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every default lies in its range and runs one way, and every place is the coefficient's own.
    #[test]
    fn the_table_is_whole() {
        for (index, coefficient) in Coefficient::ALL.iter().enumerate() {
            let factor = coefficient.factor();
            assert_eq!(coefficient.index(), index);
            assert_eq!(factor.id.to_string(), coefficient.as_str());
            factor.check(factor.setting).unwrap();
            assert!(!factor.source.is_empty());
        }
        assert_eq!(coefficients().len(), 26);
    }
}
