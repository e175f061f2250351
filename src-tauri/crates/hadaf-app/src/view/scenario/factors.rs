//! Everything in a scenario that can be set.

use hadaf_core::{Assumptions, FactorGroup, FactorUnit};
use hadaf_words::{Format, Keyword, factor_label, factor_source, say_of};
use serde::Serialize;
use ts_rs::TS;

use super::assumptions::{SettingText, setting_text};

/// One factor, with all there is to know about it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FactorView {
    /// Its id.
    pub id: String,
    /// Its sign in the formulas; may be empty.
    pub symbol: String,
    /// Its name.
    pub label: String,
    /// Factors of one group stand together.
    pub group: Keyword<FactorGroup>,
    /// The name of the group.
    pub group_label: String,
    /// What it counts in, in words.
    pub unit: String,
    /// What it is set to.
    pub setting: SettingText,
    /// What it is set to unless somebody sets it; null for a part of an event.
    pub default: Option<SettingText>,
    /// The smallest value allowed.
    pub least: String,
    /// The largest value allowed.
    pub most: String,
    /// One step of a slider.
    pub step: String,
    /// Where the default comes from, in words.
    pub source: String,
    /// An assumption, not a measurement.
    pub assumed: bool,
    /// Set to something else than its default.
    pub changed: bool,
}

/// The factors that matter to a scenario.
pub(super) fn views(assumptions: &Assumptions, format: Format) -> Vec<FactorView> {
    assumptions
        .factors()
        .iter()
        .map(|factor| FactorView {
            id: factor.id.to_string(),
            symbol: factor.symbol.to_owned(),
            label: factor_label(&factor.id, assumptions, format),
            group: factor.group.into(),
            group_label: say_of!(format.words, "factor-group-{}", FactorGroup, factor.group),
            unit: say_of!(format.words, "factor-unit-{}", FactorUnit, factor.unit),
            setting: setting_text(factor.setting),
            default: factor.default.map(setting_text),
            least: factor.least.to_string(),
            most: factor.most.to_string(),
            step: step(factor.unit).to_owned(),
            source: factor_source(factor, format),
            assumed: factor.assumed,
            changed: factor.is_changed(),
        })
        .collect()
}

fn step(unit: FactorUnit) -> &'static str {
    match unit {
        FactorUnit::Share | FactorUnit::PerUnit | FactorUnit::Number => "0.01",
        FactorUnit::SharePerDay => "0.0001",
        FactorUnit::Points | FactorUnit::Percent => "0.5",
        FactorUnit::Days | FactorUnit::Weeks | FactorUnit::Months => "1",
    }
}
