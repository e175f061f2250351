//! What a scenario does to a year, in words.

use hadaf_chart::{Fan, FanStep};
use hadaf_core::{Chance, CostClaim, Decimal};
use hadaf_forecast::Paths;

use super::setup::{Setup, Totals, assumed_note};
use super::{assumptions, factors, formula};
use crate::charts;
use crate::error::Result;
use crate::format::Format;
use crate::outlook::{chance_view, months_to};
use crate::risks::{self, Desk, Told};
use crate::wire::{ScenarioChart, ScenarioClaim, ScenarioView, YearView};
use crate::words::say;

/// Published costs that stand beside, the newest ones.
const COSTS: usize = 4;
/// A chance below which a claim is told as lost.
const LOST: f64 = 0.05;
const EVEN: f64 = 0.5;

pub(super) fn view(setup: &Setup<'_>, format: Format, chart: Option<&ScenarioChart>) -> Result<ScenarioView> {
    let outcome = setup.run(&setup.assumptions)?;
    let (before, after) = (setup.baseline(), setup.totals(outcome.paths()));
    let title = title(setup, &before, &after, format);
    let chart = chart
        .map(|chart| {
            let fans = fans(setup, outcome.paths(), format);
            charts::scenario_fan(setup, fans, &title, chart, format)
        })
        .transpose()?;
    Ok(ScenarioView {
        title,
        fiscal_year: format.year(setup.year.year),
        assumed: assumed_note(setup, format.words),
        assumptions: assumptions::written(&setup.assumptions),
        factors: factors::views(&setup.assumptions, format),
        difference: format.signed(
            after.quantile(0.5) - before.quantile(0.5),
            setup.situation.series.places,
        ),
        claims: claims(setup, &before, &after, format),
        baseline: year(&before, setup, format),
        year: year(&after, setup, format),
        formula: setup
            .explain()?
            .map_or_else(Vec::new, |explained| formula::lines(&explained, format)),
        costs: costs(setup, format),
        chart,
    })
}

/// The total of a year, formatted.
pub(super) fn year(totals: &Totals, setup: &Setup<'_>, format: Format) -> YearView {
    let at = |share| format.rounded(totals.quantile(share), setup.situation.series.places);
    YearView {
        median: at(0.5),
        lo80: at(0.1),
        hi80: at(0.9),
        lo95: at(0.025),
        hi95: at(0.975),
    }
}

/// The finding: what it costs or brings, and what becomes of the claim that was asked about.
pub(super) fn title(setup: &Setup<'_>, before: &Totals, after: &Totals, format: Format) -> String {
    let words = format.words;
    let series = setup.situation.series;
    let name = match setup.title.as_str() {
        "" => say!(words, "scenario-draft"),
        title => title.to_owned(),
    };
    let change = after.quantile(0.5) - before.quantile(0.5);
    let size = format.money_rounded(change.abs(), series.unit, series.places);
    let shown = format.rounded(change.abs(), series.places);
    let moves = match change {
        _ if shown == format.rounded(0.0, series.places) => "nothing",
        change if change < 0.0 => "costs",
        _ => "brings",
    };
    let effect = say!(words, "scenario-effect", name = name, size = size, moves = moves);
    let claimed = setup.target.and_then(|(claim, amount)| {
        let amount_words = format.money_short(claim.value, claim.unit);
        let of = |totals: &Totals| totals.chance(amount.to_f64());
        Some(becomes(&of(before)?, &of(after)?, amount_words, format))
    });
    match claimed {
        Some(claimed) => format!("{effect}; {claimed}"),
        None => effect,
    }
}

/// "$5.2 bn is out of reach either way".
fn becomes(before: &Chance, after: &Chance, amount: String, format: Format) -> String {
    let (was, is) = (before.value(), after.value());
    let how = match () {
        () if was < LOST && is < LOST => "lost",
        () if was > 1.0 - LOST && is > 1.0 - LOST => "safe",
        () if was >= EVEN && is < EVEN => "below",
        () if was < EVEN && is >= EVEN => "above",
        () => "moves",
    };
    let frequency = |chance: &Chance| chance_view(format, *chance).frequency;
    say!(
        format.words,
        "scenario-claim-becomes",
        how = how,
        amount = amount,
        before = frequency(before),
        after = frequency(after)
    )
}

fn claims(setup: &Setup<'_>, before: &Totals, after: &Totals, format: Format) -> Vec<ScenarioClaim> {
    let claim = |(claim, amount): &(&hadaf_core::Claim, Decimal)| {
        let of = |totals: &Totals| Some(chance_view(format, totals.chance(amount.to_f64())?));
        Some(ScenarioClaim {
            id: claim.id.to_string(),
            amount: format.exact(*amount),
            kind_words: format.words.say(&format!("kind-{}", claim.kind), &[]),
            maker: claim.maker.clone(),
            baseline: of(before)?,
            chance: of(after)?,
        })
    };
    setup.claims.iter().filter_map(claim).collect()
}

/// What was published about costs of disruptions: beside, never subtracted.
fn costs(setup: &Setup<'_>, format: Format) -> Vec<String> {
    let desk = Desk {
        book: setup.situation.book,
        situation: setup.situation,
        format,
    };
    let mut known: Vec<CostClaim> = risks::known(&desk);
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

/// The running totals of the year: of the scenario, and of the baseline behind it.
pub(crate) struct Fans {
    pub(crate) scenario: Fan,
    pub(crate) baseline: Fan,
}

fn fans(setup: &Setup<'_>, paths: &Paths, format: Format) -> Fans {
    let (_, base) = setup.year.paths(setup.outlook);
    Fans {
        scenario: fan(setup, paths, format),
        baseline: fan(setup, base, format),
    }
}

/// Running totals of a path from the facts of the year on.
fn fan(setup: &Setup<'_>, paths: &Paths, format: Format) -> Fan {
    let (first, _) = setup.year.paths(setup.outlook);
    let places = setup.situation.series.places;
    let mut running: Vec<f64> = vec![setup.year.known.to_f64(); paths.count()];
    let mut steps: Vec<FanStep> = Vec::with_capacity(setup.year.missing.len());
    for month in &setup.year.missing {
        let place = months_to(first, *month) - 1;
        for (sum, path) in running.iter_mut().zip(paths.rows()) {
            *sum += path[place];
        }
        let mut ascending = running.clone();
        ascending.sort_by(f64::total_cmp);
        steps.push(charts::step(*month, &ascending, format, places));
    }
    charts::fan(steps, format, places)
}

/// The fans of a scenario with the finding as their title.
pub(crate) fn told_fan(setup: &Setup<'_>, format: Format) -> Result<(Fans, String)> {
    let outcome = setup.run(&setup.assumptions)?;
    let title = title(setup, &setup.baseline(), &setup.totals(outcome.paths()), format);
    Ok((fans(setup, outcome.paths(), format), title))
}
