//! Scenarios: what if the internet goes down for ten days, or the budget comes late?

use std::collections::BTreeMap;

use hadaf_core::FactorGroup;
use hadaf_words::ChanceView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::chart::{ChartTable, ChartView, ScenarioChart};
use crate::keyword::Keyword;

/// The 10, 50 and 90 % points of cost, digit for digit: low is what costs least. A number that is not in doubt has
/// all three equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingText {
    /// One time in ten it costs less.
    pub low: String,
    /// As likely to cost more as less.
    pub central: String,
    /// One time in ten it costs more.
    pub high: String,
}

/// An outage that is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutageText {
    /// In a few words.
    pub title: String,
    /// national, mobile, throttled, cable, ban or region.
    pub kind: String,
    /// Its first day, ISO.
    pub start: String,
    /// How many days.
    pub days: SettingText,
    /// Share of the sector's capacity in the region, 0 to 1; null takes the coefficient.
    pub region_share: Option<SettingText>,
}

/// Money that is released in part only, or late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetText {
    /// In a few words.
    pub title: String,
    /// The number of the budget line that it is about, or null.
    pub line: Option<String>,
    /// What was to be released over a year, in the series' unit.
    pub amount: String,
    /// The share of it that is released, 0 to 1.
    pub released: SettingText,
    /// The first month in which it was to be released.
    pub from: String,
}

/// A measure that may add to exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeText {
    /// In a few words.
    pub title: String,
    /// The number of the initiative that it is about, or null.
    pub initiative: Option<String>,
    /// The first month in which it works.
    pub start: String,
    /// What it adds to exports once it works in full, as a share of them.
    pub uplift: SettingText,
    /// Months from a tenth of that to nine tenths.
    pub ramp_months: SettingText,
    /// Months that it starts late.
    pub slip_months: SettingText,
    /// Chance that it is delivered at all.
    pub chance: SettingText,
}

/// What a scenario assumes, as people write it. The empty one is the forecast as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssumptionsText {
    /// Outages.
    pub outages: Vec<OutageText>,
    /// Further outages are drawn each month as the register has had them.
    pub outages_from_register: bool,
    /// Money released.
    pub budget: Vec<BudgetText>,
    /// Measures.
    pub initiatives: Vec<InitiativeText>,
    /// Coefficients that are set to something else than their default, by id.
    pub factors: BTreeMap<String, SettingText>,
}

/// One scenario of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioItem {
    /// Its id, such as `week_offline`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Anything to know about it.
    pub note: String,
    /// What it assumes.
    pub assumptions: AssumptionsText,
}

/// The scenarios of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenariosView {
    /// In their order.
    pub scenarios: Vec<ScenarioItem>,
    /// What to do next when there is none.
    pub empty: Option<String>,
}

/// Enters a scenario, or gives the one of this id its new content: one change, one undo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioSet {
    /// Its id: a letter, then small letters, digits and underscores.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Anything to know about it.
    pub note: String,
    /// What it assumes.
    pub assumptions: AssumptionsText,
}

/// Sets one factor for one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactorChange {
    /// Its id, such as `outage.1.days` or `made_up`.
    pub factor: String,
    /// What it is set to.
    pub setting: SettingText,
}

/// Asks what a scenario does to a year.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioRun {
    /// Series id; empty: the first.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// A scenario of the workspace; null: `assumptions`.
    pub scenario: Option<String>,
    /// A draft, which takes precedence.
    pub assumptions: Option<AssumptionsText>,
    /// Set on top of these: what a slider is at.
    pub changes: Vec<FactorChange>,
    /// Which year; null: the current one.
    pub fiscal_year: Option<String>,
    /// Which claim break-even, tornado and two-way table ask about; null: the highest-ranked target.
    pub claim: Option<String>,
    /// Draws the fan with the baseline behind it; null: no picture.
    pub chart: Option<ScenarioChart>,
}

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

/// The total of a year, formatted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct YearView {
    /// Half of the paths end above.
    pub median: String,
    /// Lower end of 80 %.
    pub lo80: String,
    /// Upper end of 80 %.
    pub hi80: String,
    /// Lower end of 95 %.
    pub lo95: String,
    /// Upper end of 95 %.
    pub hi95: String,
}

/// One open claim about the year, without the scenario and with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioClaim {
    /// Claim id.
    pub id: String,
    /// "5,200".
    pub amount: String,
    /// "Target" and the like.
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// Without the scenario.
    pub baseline: ChanceView,
    /// With it.
    pub chance: ChanceView,
}

/// One line of the formula with its numbers: "share = w × c × n", "0.23 × 0.80 × 0.61", "0.112".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FormulaLine {
    /// In signs.
    pub formula: String,
    /// In numbers.
    pub numbers: String,
    /// What comes out.
    pub result: String,
}

/// What a scenario does to a year, quickly enough to be asked while a slider is dragged.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ScenarioView {
    /// The finding: "A national week offline costs $36 m; $5.2 bn is lost either way".
    pub title: String,
    /// "FY2026".
    pub fiscal_year: String,
    /// What all numbers here rest on.
    pub assumed: String,
    /// What was run, changes included.
    pub assumptions: AssumptionsText,
    /// Everything that can be set.
    pub factors: Vec<FactorView>,
    /// The year without the scenario.
    pub baseline: YearView,
    /// The year with it.
    pub year: YearView,
    /// The scenario's middle less the baseline's, signed.
    pub difference: String,
    /// The open claims about the year, the highest-ranked first.
    pub claims: Vec<ScenarioClaim>,
    /// The first outage worked through at central values; empty without one.
    pub formula: Vec<FormulaLine>,
    /// What was published about such costs, beside and never subtracted.
    pub costs: Vec<String>,
    /// The fan with the baseline behind it, when it was asked for.
    pub chart: Option<ChartView>,
}

/// What takes longer: asked for when the slider rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScenarioDetail {
    /// The claim that all of it asks about: "Target of 5,200 for FY2026"; empty without one.
    pub claim: String,
    /// "At 34 days offline the chance falls below one half", "lost without any outage", one a factor.
    pub break_even: Vec<String>,
    /// One factor at a time from its low to its high, the widest first.
    pub tornado: ChartTable,
    /// Chance by outage days and budget released; no rows where the scenario has neither.
    pub two_way: ChartTable,
    /// What the rows and columns of the two-way table are; may be empty.
    pub two_way_title: String,
    /// Baseline, low, central and high of this scenario, then the others of the workspace.
    pub side_by_side: ChartTable,
    /// The factors of the tornado as a picture, when it was asked for.
    pub tornado_chart: Option<ChartView>,
    /// The scenarios side by side as a picture, when it was asked for.
    pub scenarios_chart: Option<ChartView>,
}
