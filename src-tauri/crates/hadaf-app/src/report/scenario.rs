//! `hadaf scenario`: a scenario as JSON and as text.

use hadaf_core::{Chance, FactorId, Sample};
use hadaf_forecast::scenario::BreakEven;
use hadaf_model::scenario::BreakEvenOf;
use hadaf_model::{Record, ScenarioCase};
use hadaf_words::{Format, record_note, say};
use serde::Serialize;

use crate::report::number::six_digits;
use crate::report::table;
use crate::session::{App, AppError, Result};
use crate::view::scenario::{assumptions, case, detail, told};
use crate::view::{AssumptionsText, ScenarioDetail, ScenarioRun, ScenarioView, SettingText};

/// `hadaf scenario --json`. Values are numbers in the series' unit, to six digits; additions only.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioReport {
    /// Its id; empty for a draft.
    pub scenario: String,
    /// Its title; empty for a draft.
    pub title: String,
    /// Series id.
    pub series: String,
    /// The day as of which it was computed; null: all that is known.
    pub as_of: Option<String>,
    /// Canonical.
    pub fiscal_year: String,
    /// Number of joint paths.
    pub paths: usize,
    /// Seed of the draws.
    pub seed: String,
    /// Always true: coefficients and events are assumed unless a factor says otherwise.
    pub assumed: bool,
    /// What was run.
    pub assumptions: AssumptionsText,
    /// Everything that can be set.
    pub factors: Vec<ScenarioFactor>,
    /// The year without the scenario.
    pub baseline: ScenarioYear,
    /// The year with it.
    pub year: ScenarioYear,
    /// The open claims about the year.
    pub claims: Vec<ScenarioChance>,
    /// The record of past chances on this series in one sentence, or why there is none.
    pub record: String,
    /// The claim that the tornado asks about; null without one.
    pub claim: Option<String>,
    /// Where the chance of the claim passes one half.
    pub break_even: Vec<ScenarioBreakEven>,
    /// One factor at a time, the widest first.
    pub tornado: Vec<ScenarioSwing>,
    /// All factors at their lows and at their highs.
    pub together: ScenarioSwing,
    #[serde(skip)]
    view: Box<ScenarioView>,
    #[serde(skip)]
    detail: Box<ScenarioDetail>,
}

/// A factor.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioFactor {
    /// Its id.
    pub id: String,
    /// What it is set to.
    pub setting: SettingText,
    /// Its default; null for a part of an event.
    pub default: Option<SettingText>,
    /// The smallest value allowed.
    pub least: String,
    /// The largest value allowed.
    pub most: String,
    /// share, share_per_day, days, weeks, months, per_unit, points, percent or number.
    pub unit: String,
    /// Key of where the default comes from.
    pub source: String,
    /// An assumption, not a measurement.
    pub assumed: bool,
}

/// The total of a year.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioYear {
    /// Half of the paths end above.
    #[serde(serialize_with = "six_digits")]
    pub median: f64,
    /// Lower end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub lo80: f64,
    /// Upper end of 80 %.
    #[serde(serialize_with = "six_digits")]
    pub hi80: f64,
    /// Lower end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub lo95: f64,
    /// Upper end of 95 %.
    #[serde(serialize_with = "six_digits")]
    pub hi95: f64,
}

/// The chance of a claim, held within 0.001 and 0.999.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioChance {
    /// Claim id.
    pub id: String,
    /// What has to be reached.
    pub value: String,
    /// Without the scenario.
    pub baseline_probability: f64,
    /// With it.
    pub probability: f64,
}

/// Where the chance passes one half.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioBreakEven {
    /// Claim id.
    pub claim: String,
    /// Id of the factor.
    pub factor: String,
    /// at, lost_without or safe_with_all.
    pub outcome: String,
    /// The factor's value; null unless `at`.
    #[serde(serialize_with = "six_digits")]
    pub value: Option<f64>,
}

/// What one factor does, the others central.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioSwing {
    /// Id of the factor; null for all together.
    pub factor: Option<String>,
    /// Median of the total where it costs least.
    #[serde(serialize_with = "six_digits")]
    pub total_low: f64,
    /// Median of the total where it costs most.
    #[serde(serialize_with = "six_digits")]
    pub total_high: f64,
    /// Chance of the claim where it costs least; null without a claim.
    pub probability_low: Option<f64>,
    /// Chance of the claim where it costs most.
    pub probability_high: Option<f64>,
}

pub(super) fn report(setup: &ScenarioCase<'_>, format: Format, record: String) -> Result<ScenarioReport> {
    let (before, after, tornado) = (setup.baseline(), setup.totals(), setup.tornado());
    Ok(ScenarioReport {
        scenario: setup.id.clone(),
        title: setup.title.clone(),
        series: setup.situation.series.id.to_string(),
        as_of: setup.situation.as_of.past().map(|day| day.to_string()),
        fiscal_year: setup.year.year.to_string(),
        paths: setup.paths().count(),
        seed: setup.outlook.seed.to_string(),
        assumed: true,
        assumptions: assumptions::written(setup.assumptions()),
        factors: setup.assumptions().factors().iter().map(factor).collect(),
        baseline: year(before),
        year: year(after),
        claims: setup
            .claims
            .iter()
            .map(|(claim, amount)| {
                let of = |totals: &Sample| totals.chance(amount.to_f64()).value();
                ScenarioChance {
                    id: claim.id.to_string(),
                    value: amount.to_string(),
                    baseline_probability: of(before),
                    probability: of(after),
                }
            })
            .collect(),
        record,
        claim: setup.claim.map(|(claim, _)| claim.id.to_string()),
        break_even: setup.break_evens()?.iter().map(break_even).collect(),
        tornado: tornado.swings.iter().map(swing).collect(),
        together: swing(&tornado.together),
        view: Box::new(told::view(setup, format, None)?),
        detail: Box::new(detail::view(setup, format, None)?),
    })
}

fn factor(factor: &hadaf_core::Factor) -> ScenarioFactor {
    ScenarioFactor {
        id: factor.id.to_string(),
        setting: assumptions::setting_text(factor.setting),
        default: factor.default.map(assumptions::setting_text),
        least: factor.least.to_string(),
        most: factor.most.to_string(),
        unit: factor.unit.to_string(),
        source: factor.source.to_owned(),
        assumed: factor.assumed,
    }
}

fn year(totals: &Sample) -> ScenarioYear {
    let at = totals.intervals();
    ScenarioYear {
        median: at.median,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
    }
}

fn break_even(even: &BreakEvenOf<'_>) -> ScenarioBreakEven {
    let (outcome, value) = match even.found {
        BreakEven::At(value) => ("at", Some(value)),
        BreakEven::LostWithout => ("lost_without", None),
        BreakEven::SafeWithAll => ("safe_with_all", None),
    };
    ScenarioBreakEven {
        claim: even.claim.0.id.to_string(),
        factor: even.lever.factor().to_string(),
        outcome: outcome.to_owned(),
        value,
    }
}

fn swing(swing: &hadaf_forecast::scenario::Swing) -> ScenarioSwing {
    let chance = |chance: Option<f64>| Some(Chance::new(chance?)?.value());
    ScenarioSwing {
        factor: swing.factor.as_ref().map(FactorId::to_string),
        total_low: swing.mild.total,
        total_high: swing.severe.total,
        probability_low: chance(swing.mild.chance),
        probability_high: chance(swing.severe.chance),
    }
}

impl ScenarioReport {
    /// In English text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let words = Format::of("en").words;
        let (view, detail) = (&self.view, &self.detail);
        let mut blocks = vec![view.title.clone()];
        let told = |with_scenario: bool, year: &crate::view::YearView| {
            say!(
                words,
                match with_scenario {
                    false => "scenario-text-baseline",
                    true => "scenario-text-year",
                },
                year = &view.fiscal_year,
                median = &year.median,
                low = &year.lo80,
                high = &year.hi80
            )
        };
        blocks.push(format!("{}\n{}", told(false, &view.baseline), told(true, &view.year)));
        let claims: Vec<String> = view
            .claims
            .iter()
            .map(|claim| {
                say!(
                    words,
                    "scenario-text-claim",
                    kind = claim.kind_words.clone(),
                    claim = claim.id.clone(),
                    amount = claim.amount.clone(),
                    before = claim.baseline.frequency.clone(),
                    after = claim.chance.frequency.clone()
                )
            })
            .collect();
        blocks.push(claims.join("\n"));
        blocks.push(self.record.clone());
        blocks.push(detail.break_even.join("\n"));
        let formula =
            |line: &crate::view::FormulaLine| vec![line.formula.clone(), line.numbers.clone(), line.result.clone()];
        blocks.push(table(&view.formula.iter().map(formula).collect::<Vec<_>>()));
        let named = match detail.claim.as_str() {
            "" => "none".to_owned(),
            claim => claim.to_owned(),
        };
        for (title, it) in [
            (
                say!(words, "scenario-text-tornado", claim = named.clone()),
                &detail.tornado,
            ),
            (detail.two_way_title.clone(), &detail.two_way),
            (say!(words, "scenario-text-side", claim = named), &detail.side_by_side),
        ] {
            if !it.rows.is_empty() {
                let rows: Vec<Vec<String>> = std::iter::once(it.columns.clone()).chain(it.rows.clone()).collect();
                blocks.push(format!("{title}\n{}", table(&rows)));
            }
        }
        let factors: Vec<Vec<String>> = view.factors.iter().map(factor_row).collect();
        blocks.push(format!("{}\n{}", say!(words, "scenario-text-factors"), table(&factors)));
        blocks.push(view.costs.join("\n"));
        blocks.push(view.assumed.clone());
        blocks.retain(|block| !block.trim().is_empty());
        blocks.join("\n\n")
    }
}

fn factor_row(factor: &crate::view::FactorView) -> Vec<String> {
    let SettingText { low, central, high } = &factor.setting;
    vec![
        factor.id.clone(),
        factor.label.clone(),
        if low == high {
            central.clone()
        } else {
            format!("{low} / {central} / {high}")
        },
        factor.unit.clone(),
        factor.source.clone(),
    ]
}

impl App {
    /// Both at once, as numbers: `hadaf scenario --json`.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_report(&self, run: &ScenarioRun) -> Result<ScenarioReport> {
        let format = Format::of("en");
        case(self, run, |setup| {
            let record = match Record::of(&self.fits, setup.situation).map_err(AppError::from) {
                Ok(record) => record_note(&record, format),
                Err(reason) => reason.view(format).message,
            };
            report(setup, format, record)
        })
    }
}
