//! What a scenario does to a year, in words.

use hadaf_core::{ClaimKind, CostClaim, Decimal, Sample};
use hadaf_model::ScenarioCase;

use super::{assumptions, factors};
use crate::chart::{self, ScenarioChart};
use crate::register::{Desk, Told, known};
use crate::session::Result;
use crate::view::{FormulaLine, ScenarioClaim, ScenarioView, YearView};
use hadaf_words::{Format, assumed_note, chance_view, formula_lines, say, say_of, scenario_title};

/// Published costs that stand beside, the newest ones.
const COSTS: usize = 4;

pub(crate) fn view(setup: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioView> {
    let (before, after) = (setup.baseline(), setup.totals());
    Ok(ScenarioView {
        title: scenario_title(setup, format),
        fiscal_year: format.year(setup.year.year),
        assumed: assumed_note(setup, format.words),
        assumptions: assumptions::written(setup.assumptions()),
        factors: factors::views(setup.assumptions(), format),
        difference: format.signed(
            after.quantile(0.5) - before.quantile(0.5),
            setup.situation.series.places,
        ),
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
        chart: size.map(|size| chart::scenario_fan(setup, size, format)).transpose()?,
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
        .map(|total| format.rounded(total, setup.situation.series.places));
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
        let of = |totals: &Sample| chance_view(format, totals.chance(amount.to_f64()));
        ScenarioClaim {
            id: claim.id.to_string(),
            amount: format.exact(*amount),
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
        let percent = cost.percent_of_day(&desk)?;
        let share = format.percent(percent, 0);
        Some(say!(
            format.words,
            "scenario-cost",
            cost = cost.told(format),
            share = share
        ))
    };
    known.iter().filter_map(told).take(COSTS).collect()
}
