//! Everything in a scenario that can be set, in words.

use hadaf_core::{Assumptions, Factor, FactorId, FactorUnit, PartList};

use super::assumptions::setting_text;
use crate::format::Format;
use crate::wire::FactorView;
use crate::words::say;

/// The factors that matter to a scenario.
pub(super) fn views(assumptions: &Assumptions, format: Format) -> Vec<FactorView> {
    assumptions
        .factors()
        .iter()
        .map(|factor| FactorView {
            id: factor.id.to_string(),
            symbol: factor.symbol.to_owned(),
            label: label(&factor.id, assumptions, format),
            group: factor.group.to_string(),
            group_label: said(format, "factor-group", &factor.group.to_string()),
            unit: said(format, "factor-unit", &factor.unit.to_string()),
            setting: setting_text(factor.setting),
            default: factor.default.map(setting_text),
            least: factor.least.to_string(),
            most: factor.most.to_string(),
            step: step(factor.unit).to_owned(),
            source: said(format, "factor-source", factor.source),
            assumed: factor.assumed,
            changed: factor.is_changed(),
        })
        .collect()
}

/// The name of a factor: "Length: a week in April".
pub(super) fn label(id: &FactorId, assumptions: &Assumptions, format: Format) -> String {
    let FactorId::Part { list, number, part } = id else {
        return said(format, "factor", &id.to_string());
    };
    let place = usize::from(*number).saturating_sub(1);
    let title = match list {
        PartList::Outage => assumptions.outages.get(place).map(|outage| &outage.title),
        PartList::Budget => assumptions.budget.get(place).map(|line| &line.title),
        PartList::Initiative => assumptions.initiatives.get(place).map(|measure| &measure.title),
    };
    let part = said(format, "factor-part", &part.to_string());
    say!(
        format.words,
        "factor-of",
        part = part,
        title = title.cloned().unwrap_or_default()
    )
}

/// A value of a factor: "34 days", "0.40".
pub(super) fn value(factor: &Factor, value: f64, format: Format) -> String {
    let places = match factor.unit {
        FactorUnit::Share | FactorUnit::PerUnit | FactorUnit::Number => 2,
        FactorUnit::SharePerDay => 4,
        FactorUnit::Points | FactorUnit::Percent => 1,
        FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months => u8::from(value.fract() != 0.0),
    };
    format.rounded(value, places)
}

fn step(unit: FactorUnit) -> &'static str {
    match unit {
        FactorUnit::Share | FactorUnit::PerUnit | FactorUnit::Number => "0.01",
        FactorUnit::SharePerDay => "0.0001",
        FactorUnit::Points | FactorUnit::Percent => "0.5",
        FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months => "1",
    }
}

fn said(format: Format, head: &str, word: &str) -> String {
    let word = word.replace('_', "-");
    match head {
        "factor" => format.words.say(&format!("factor-{word}"), &[]),
        "factor-group" => format.words.say(&format!("factor-group-{word}"), &[]),
        "factor-unit" => format.words.say(&format!("factor-unit-{word}"), &[]),
        "factor-part" => format.words.say(&format!("factor-part-{word}"), &[]),
        _ => format.words.say(&format!("factor-source-{word}"), &[]),
    }
}
