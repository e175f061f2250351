//! `hadaf scenario` for the eye.

use hadaf_core::{Claim, ClaimKind, Decimal, Factor, FactorUnit, Sample};
use hadaf_model::{Result, ScenarioCase};

use crate::text_table::table;
use hadaf_words::{
    Format, LeverWords, MonthNames, ScenarioOutcome, SwingWords, asked_claim, assumed_note, break_even_words,
    chance_view, claim_amount, factor_label, factor_source, formula_lines, reached_words, say, say_of,
    scenario_outcomes, scenario_title,
};

/// The finding, the year, the claims, where they tip, what the numbers rest on. `record` is the sentence on past
/// chances, without which no chance stands; `costs` is what was published about such costs.
///
/// # Errors
/// Those of the answers: [`ScenarioCase::break_evens`], [`ScenarioCase::lever_table`],
/// [`ScenarioCase::alternatives`].
pub fn scenario_text(case: &ScenarioCase<'_>, record: String, costs: &[String], format: Format) -> Result<String> {
    let even = case
        .break_evens()?
        .iter()
        .map(|even| break_even_words(case, even, format));
    let mut blocks = vec![
        scenario_title(case, format),
        years(case, format),
        lines(case.claims.iter().map(|claim| chances(case, *claim, format))),
        record,
        lines(even),
        formula(case, format),
    ];
    blocks.extend(tables(case, format)?);
    blocks.push(factors(case, format));
    blocks.push(costs.join("\n"));
    blocks.push(assumed_note(case, format.words));
    blocks.retain(|block| !block.trim().is_empty());
    Ok(blocks.join("\n\n"))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// The year without the scenario and with it.
fn years(case: &ScenarioCase<'_>, format: Format) -> String {
    let year = |is_scenario: bool, totals: &Sample| {
        let at = totals.intervals();
        let [median, low, high] = format.apart([at.median, at.p80.low, at.p80.high], case.situation.places);
        say!(
            format.words,
            match is_scenario {
                false => "scenario-text-baseline",
                true => "scenario-text-year",
            },
            year = format.year(case.year.year),
            median = median,
            low = low,
            high = high
        )
    };
    let (before, after) = (year(false, case.baseline()), year(true, case.totals()));
    format!("{before}\n{after}")
}

fn chances(case: &ScenarioCase<'_>, (claim, amount): (&Claim, Decimal), format: Format) -> String {
    let kind = say_of!(format.words, "kind-{}", ClaimKind, claim.kind);
    let told = claim_amount(format, claim, amount, case.situation.series.unit);
    if let Some(reached) = case.situation.reached(claim, case.year.year) {
        return say!(
            format.words,
            "scenario-text-claim-reached",
            kind = kind,
            claim = claim.id.to_string(),
            amount = told,
            reached = reached_words(format, reached, MonthNames::Long)
        );
    }
    let chance = |totals: &Sample| chance_view(format, case.chance(totals, (claim, amount))).frequency;
    say!(
        format.words,
        "scenario-text-claim",
        kind = kind,
        claim = claim.id.to_string(),
        amount = told,
        before = chance(case.baseline()),
        after = chance(case.totals())
    )
}

/// The first outage worked through; empty without one.
fn formula(case: &ScenarioCase<'_>, format: Format) -> String {
    let Some(explained) = case.explanation() else {
        return String::new();
    };
    let rows: Vec<Vec<String>> = formula_lines(explained, format).into_iter().map(Vec::from).collect();
    table(&rows)
}

/// One factor at a time, two at once, scenarios side by side: those that there are.
fn tables(case: &ScenarioCase<'_>, format: Format) -> Result<Vec<String>> {
    let words = format.words;
    let claim = asked_claim(case, format).unwrap_or_else(|| "none".to_owned());
    let headed = |title: String, heads: Vec<String>, rows: Vec<Vec<String>>| {
        let body: Vec<Vec<String>> = std::iter::once(heads).chain(rows).collect();
        format!("{title}\n{}", table(&body))
    };
    let mut tables = Vec::new();
    let swings: Vec<Vec<String>> = SwingWords::all(case, format)
        .into_iter()
        .map(|(_, told)| told.row())
        .collect();
    if !swings.is_empty() {
        let title = say!(words, "scenario-text-tornado", claim = claim.clone());
        let heads = SwingWords::heads(say!(words, "column-tornado-chance"), words);
        tables.push(headed(title, heads.into(), swings));
    }
    if let Some(levers) = LeverWords::of(case, format)? {
        tables.push(headed(levers.title, levers.heads, levers.rows));
    }
    let outcomes = scenario_outcomes(case, format)?;
    let outcomes = outcomes.iter().map(|outcome| outcome.row(case, format));
    let title = say!(words, "scenario-text-side", claim = claim);
    tables.push(headed(title, ScenarioOutcome::heads(words).into(), outcomes.collect()));
    Ok(tables)
}

/// What it rests on.
fn factors(case: &ScenarioCase<'_>, format: Format) -> String {
    let row = |factor: &Factor| {
        let setting = factor.setting;
        let [low, central, high] = [setting.mild, setting.central, setting.severe].map(|value| value.to_string());
        let written = if low == high {
            central
        } else {
            format!("{low} / {central} / {high}")
        };
        vec![
            factor.id.to_string(),
            factor_label(&factor.id, case.assumptions(), format),
            written,
            say_of!(format.words, "factor-unit-{}", FactorUnit, factor.unit),
            factor_source(factor, format),
        ]
    };
    let rows: Vec<Vec<String>> = case.assumptions().factors().iter().map(row).collect();
    format!("{}\n{}", say!(format.words, "scenario-text-factors"), table(&rows))
}
