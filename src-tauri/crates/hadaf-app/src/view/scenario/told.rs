//! What a scenario does to a year, in words.

use hadaf_core::{ClaimKind, CostClaim, Decimal, Sample};
use hadaf_error::Result;
use hadaf_model::ScenarioCase;
use hadaf_picture::{ChartView, ScenarioChart};
use hadaf_register::{Desk, cost_words, known, percent_of_day};
use hadaf_words::{ChanceView, Format, assumed_note, chance_or_reached, formula_lines, say, say_of, scenario_title};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::assumptions::AssumptionsText;
use super::factors::FactorView;
use super::{assumptions, factors};

/// Published costs that stand beside, the newest ones.
const COSTS: usize = 4;

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

pub(crate) fn view(setup: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioView> {
    let (before, after) = (setup.baseline(), setup.totals());
    Ok(ScenarioView {
        title: scenario_title(setup, format),
        fiscal_year: format.year(setup.year.year),
        assumed: assumed_note(setup, format.words),
        assumptions: assumptions::written(setup.assumptions()),
        factors: factors::views(setup.assumptions(), format),
        difference: format.signed(after.quantile(0.5) - before.quantile(0.5), setup.situation.places),
        claims: claims(setup, format),
        baseline: year(before, setup, format),
        year: year(after, setup, format),
        formula: setup.explanation().map_or_else(Vec::new, |explained| {
            formula_lines(explained, format)
                .into_iter()
                .map(FormulaLine::from)
                .collect()
        }),
        costs: published_costs(setup, format),
        chart: size
            .map(|size| hadaf_picture::scenario_fan(setup, size, format))
            .transpose()?,
    })
}

impl From<[String; 3]> for FormulaLine {
    fn from([formula, numbers, result]: [String; 3]) -> Self {
        Self {
            formula,
            numbers,
            result,
        }
    }
}

/// The total of a year, formatted.
fn year(totals: &Sample, setup: &ScenarioCase<'_>, format: Format) -> YearView {
    let at = totals
        .intervals()
        .map(|total| format.rounded(total, setup.situation.places));
    YearView {
        median: at.median,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
    }
}

fn claims(setup: &ScenarioCase<'_>, format: Format) -> Vec<ScenarioClaim> {
    let claim = |(claim, amount): &(&hadaf_core::Claim, Decimal)| {
        let reached = setup.situation.reached(claim, setup.year.year);
        let of = |totals: &Sample| chance_or_reached(format, reached, || setup.chance(totals, (claim, *amount)));
        ScenarioClaim {
            id: claim.id.to_string(),
            amount: hadaf_words::claim_amount(format, claim, *amount, setup.situation.series.unit),
            kind_words: say_of!(format.words, "kind-{}", ClaimKind, claim.kind),
            maker: claim.maker.clone(),
            baseline: of(setup.baseline()),
            chance: of(setup.totals()),
        }
    };
    setup.claims.iter().map(claim).collect()
}

/// What was published about costs of disruptions: beside, never subtracted.
pub(crate) fn published_costs(setup: &ScenarioCase<'_>, format: Format) -> Vec<String> {
    let desk = Desk {
        book: setup.situation.book,
        situation: setup.situation,
        format,
    };
    let mut known: Vec<CostClaim> = known(&desk);
    known.sort_by_key(|cost| std::cmp::Reverse(cost.published.known_from()));
    let told = |cost: &CostClaim| {
        let percent = percent_of_day(cost, &desk)?;
        let share = format.percent(percent, 0);
        Some(say!(
            format.words,
            "scenario-cost",
            cost = cost_words(cost, &desk),
            share = share
        ))
    };
    known.iter().filter_map(told).take(COSTS).collect()
}
