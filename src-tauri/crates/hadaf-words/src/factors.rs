//! Names and values of what can be set in a scenario.

use hadaf_core::{Assumptions, Citation, Factor, FactorId, FactorUnit, Part, PartList};

use crate::Format;

/// The name of a factor: "Length: a week in April".
pub fn factor_label(id: &FactorId, assumptions: &Assumptions, format: Format) -> String {
    let (list, index, part) = match id {
        FactorId::Coefficient(coefficient) => return coefficient.label(format.words.lang()).to_owned(),
        FactorId::Part { list, index, part } => (list, index, part),
    };
    let place = usize::from(*index);
    let title = match list {
        PartList::Outage => assumptions.outages.get(place).map(|outage| &outage.title),
        PartList::Budget => assumptions.budget.get(place).map(|line| &line.title),
        PartList::Initiative => assumptions.initiatives.get(place).map(|measure| &measure.title),
    };
    let part = say_of!(format.words, "factor-part-{}", Part, *part);
    say!(
        format.words,
        "factor-of",
        part = part,
        title = title.cloned().unwrap_or_default()
    )
}

/// A value of a factor: "34 days", "0.40".
pub fn factor_value(factor: &Factor, value: f64, format: Format) -> String {
    let places = match factor.unit {
        FactorUnit::Share | FactorUnit::PerUnit | FactorUnit::Number => 2,
        FactorUnit::SharePerDay => 4,
        FactorUnit::Points | FactorUnit::Percent => 1,
        FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months => u8::from(value.fract() != 0.0),
    };
    format.rounded(value, places)
}

/// Where the default of a factor comes from.
pub fn factor_source(factor: &Factor, format: Format) -> String {
    match Citation::of(factor.source) {
        Some(citation) => citation.label(format.words.lang()).to_owned(),
        None if factor.source == Factor::ENTERED => say!(format.words, "factor-source-entered"),
        None if factor.source == "scenario" => say!(format.words, "factor-source-scenario"),
        None => say!(format.words, "factor-source-none"),
    }
}
