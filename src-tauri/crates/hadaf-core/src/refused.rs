//! What a refusal speaks of, for whoever puts it into words: nothing here is a sentence.

use std::fmt;

/// What a word was expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// An outturn.
    Against,
    /// A band of chance.
    Band,
    /// The name of a claim.
    ClaimId,
    /// A kind of claim.
    ClaimKind,
    /// A basis of a cost.
    CostBasis,
    /// A concept of a cost.
    CostConcept,
    /// A currency.
    Currency,
    /// A group of factors.
    FactorGroup,
    /// The unit of a factor.
    FactorUnit,
    /// A frequency.
    Frequency,
    /// A choice of holidays.
    Holidays,
    /// A horizon.
    Horizon,
    /// A kind of lineage.
    LineageKind,
    /// A measure.
    Measure,
    /// A fault of a number.
    NumberFault,
    /// A kind of outage.
    OutageKind,
    /// A part of an assumption.
    Part,
    /// A list of assumptions.
    PartList,
    /// A day, a month or a year.
    PartialDate,
    /// A method of a path.
    PathMethod,
    /// A reason.
    Reason,
    /// A scale.
    Scale,
    /// The name of a scenario.
    ScenarioId,
    /// The name of a sector.
    SectorId,
    /// The name of a series.
    SeriesId,
    /// A side.
    Side,
    /// A state.
    State,
    /// A status.
    Status,
    /// A basis of a year so far.
    ToDateBasis,
    /// A basis of a total.
    TotalBasis,
    /// A unit.
    Unit,
    /// A role.
    VintageRole,
    /// A way to name fiscal years.
    YearNames,
}

impl WordKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Against,
        Self::Band,
        Self::ClaimId,
        Self::ClaimKind,
        Self::CostBasis,
        Self::CostConcept,
        Self::Currency,
        Self::FactorGroup,
        Self::FactorUnit,
        Self::Frequency,
        Self::Holidays,
        Self::Horizon,
        Self::LineageKind,
        Self::Measure,
        Self::NumberFault,
        Self::OutageKind,
        Self::Part,
        Self::PartList,
        Self::PartialDate,
        Self::PathMethod,
        Self::Reason,
        Self::Scale,
        Self::ScenarioId,
        Self::SectorId,
        Self::SeriesId,
        Self::Side,
        Self::State,
        Self::Status,
        Self::ToDateBasis,
        Self::TotalBasis,
        Self::Unit,
        Self::VintageRole,
        Self::YearNames,
    ];

    /// The word for the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Against => "against",
            Self::Band => "band",
            Self::ClaimId => "claim_id",
            Self::ClaimKind => "claim_kind",
            Self::CostBasis => "cost_basis",
            Self::CostConcept => "cost_concept",
            Self::Currency => "currency",
            Self::FactorGroup => "factor_group",
            Self::FactorUnit => "factor_unit",
            Self::Frequency => "frequency",
            Self::Holidays => "holidays",
            Self::Horizon => "horizon",
            Self::LineageKind => "lineage_kind",
            Self::Measure => "measure",
            Self::NumberFault => "number_fault",
            Self::OutageKind => "outage_kind",
            Self::Part => "part",
            Self::PartList => "part_list",
            Self::PartialDate => "partial_date",
            Self::PathMethod => "path_method",
            Self::Reason => "reason",
            Self::Scale => "scale",
            Self::ScenarioId => "scenario_id",
            Self::SectorId => "sector_id",
            Self::SeriesId => "series_id",
            Self::Side => "side",
            Self::State => "state",
            Self::Status => "status",
            Self::ToDateBasis => "to_date_basis",
            Self::TotalBasis => "total_basis",
            Self::Unit => "unit",
            Self::VintageRole => "vintage_role",
            Self::YearNames => "year_names",
        }
    }
}

/// What lies outside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeKind {
    /// The number of a month.
    Month,
    /// The number of a quarter.
    Quarter,
    /// The number of a year.
    Year,
    /// The number of a fiscal year.
    FiscalYear,
    /// The first month of the fiscal year.
    FirstMonth,
    /// A number of decimal places.
    Places,
    /// A number of days, or what is exported in one.
    Days,
    /// How many outages a scenario has.
    Outages,
    /// How many budget lines.
    BudgetLines,
    /// How many initiatives.
    Initiatives,
}

impl RangeKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::FiscalYear,
        Self::FirstMonth,
        Self::Places,
        Self::Days,
        Self::Outages,
        Self::BudgetLines,
        Self::Initiatives,
    ];

    /// The word for the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::FiscalYear => "fiscal_year",
            Self::FirstMonth => "first_month",
            Self::Places => "places",
            Self::Days => "days",
            Self::Outages => "outages",
            Self::BudgetLines => "budget_lines",
            Self::Initiatives => "initiatives",
        }
    }
}

/// An operation on numbers whose result does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// A sum of many.
    Sum,
    /// An addition.
    Addition,
    /// A subtraction.
    Subtraction,
    /// A change of sign.
    Sign,
    /// Rounding.
    Rounding,
    /// A change of scale.
    Scale,
    /// A change of places.
    Places,
}

impl Operation {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Sum,
        Self::Addition,
        Self::Subtraction,
        Self::Sign,
        Self::Rounding,
        Self::Scale,
        Self::Places,
    ];

    /// The word for the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Addition => "addition",
            Self::Subtraction => "subtraction",
            Self::Sign => "sign",
            Self::Rounding => "rounding",
            Self::Scale => "scale",
            Self::Places => "places",
        }
    }
}

macro_rules! shown {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    )+};
}

shown!(WordKind, RangeKind, Operation);
