//! What takes longer: break-even, tornado, two-way table, scenarios side by side.

use hadaf_core::{Assumptions, Claim, Decimal, FactorId, Outage, OutageKind, Part, PartList, Setting};
use hadaf_forecast::scenario::{BreakEven, Swings, growth_shift};
use hadaf_model::ScenarioCase;

use super::told;
use crate::chart::{self, ChartTable, ScenarioChart};
use crate::session::Result;
use crate::view::ScenarioDetail;
use crate::words::{Format, ScenarioOutcome, SwingWords, chance_view, factor_value, say, scenario_outcomes};

/// Longest outage that break-even looks for, days.
const LONGEST: f64 = 120.0;
/// Rows of the two-way table, days.
const DAYS: [f64; 6] = [0.0, 3.0, 7.0, 14.0, 30.0, 60.0];
/// Shares released.
const RELEASED: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Growth beyond the forecast, points.
const GROWTH: [f64; 5] = [-10.0, -5.0, 0.0, 5.0, 10.0];
/// Growth that break-even looks for, points.
const MOST_GROWTH: f64 = 50.0;

pub(crate) fn view(setup: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioDetail> {
    let tornado = setup.tornado()?;
    let columns = scenario_outcomes(setup, format)?;
    let (two_way, two_way_title) = two_way(setup, format)?;
    Ok(ScenarioDetail {
        claim: claim(setup, format),
        break_even: break_evens(setup)?
            .iter()
            .map(|found| in_words(setup, found, format))
            .collect(),
        tornado_chart: size
            .map(|size| chart::tornado(setup, &tornado, size, format))
            .transpose()?,
        tornado: tornado_table(setup, &tornado, format),
        two_way,
        two_way_title,
        scenarios_chart: size
            .map(|size| chart::scenarios(setup, &columns, size, format))
            .transpose()?,
        side_by_side: side_by_side(setup, &columns, format),
    })
}

/// "Target of 5,200 for FY2026".
fn claim(setup: &ScenarioCase<'_>, format: Format) -> String {
    setup
        .claim
        .map_or_else(String::new, |claim| named(setup, claim, format))
}

fn named(setup: &ScenarioCase<'_>, (claim, amount): (&Claim, Decimal), format: Format) -> String {
    let kind = format.words.say(&format!("kind-{}", claim.kind), &[]);
    say!(
        format.words,
        "scenario-claim-named",
        kind = kind,
        amount = format.exact(amount),
        year = format.year(setup.year.year)
    )
}

/// Where the chance of a claim passes one half.
pub(crate) struct Even<'a> {
    pub(crate) claim: (&'a Claim, Decimal),
    pub(crate) factor: FactorId,
    pub(crate) found: BreakEven,
}

/// The factors that break-even is solved for: the length of the first outage, the share released of the first budget
/// line, and growth.
///
/// For the target that stands, and for the claim that is in doubt.
pub(crate) fn break_evens<'a>(setup: &ScenarioCase<'a>) -> Result<Vec<Even<'a>>> {
    let mut claims: Vec<(&Claim, Decimal)> = setup.target.into_iter().chain(setup.claim).collect();
    claims.dedup_by(|left, right| left.0.id == right.0.id);
    let assumptions = with_outage(setup);
    let asked = [
        days(&assumptions).map(|id| (id, (0.0, LONGEST))),
        released(&assumptions).map(|id| (id, (0.0, 1.0))),
        Some((growth(), (-MOST_GROWTH, MOST_GROWTH))),
    ];
    let asked: Vec<(FactorId, (f64, f64))> = asked.into_iter().flatten().collect();
    let pairs = claims
        .into_iter()
        .flat_map(|claim| asked.iter().map(move |asked| (claim, asked)));
    pairs
        .map(|(claim, (factor, bounds))| {
            Ok(Even {
                claim,
                factor: factor.clone(),
                found: setup.break_even(&assumptions, claim.1, factor, *bounds)?,
            })
        })
        .collect()
}

/// The assumptions; where they have no outage, with one of all lines from the first day ahead, of no days: how long a
/// one would lose the claim can then be asked of every scenario.
fn with_outage(setup: &ScenarioCase<'_>) -> Assumptions {
    let mut assumptions = setup.assumptions.clone();
    if assumptions.outages.is_empty() {
        assumptions.outages.push(Outage {
            title: OutageKind::National.to_string(),
            kind: OutageKind::National,
            start: setup.first_day(),
            days: Setting::fixed(Decimal::ZERO),
            region_share: None,
        });
    }
    assumptions
}

fn days(assumptions: &Assumptions) -> Option<FactorId> {
    let any = !assumptions.outages.is_empty();
    any.then(|| FactorId::part(PartList::Outage, 0, Part::Days))
}

fn released(assumptions: &Assumptions) -> Option<FactorId> {
    let any = !assumptions.budget.is_empty();
    any.then(|| FactorId::part(PartList::Budget, 0, Part::Released))
}

fn growth() -> FactorId {
    growth_shift().id()
}

/// "At 34 days the chance falls below one half": in days, in the share released, in points of growth.
fn in_words(setup: &ScenarioCase<'_>, even: &Even<'_>, format: Format) -> String {
    let words = format.words;
    let claim = named(setup, even.claim, format);
    let what = match &even.factor {
        FactorId::Part { part: Part::Days, .. } => "days",
        FactorId::Part { .. } => "released",
        FactorId::Coefficient(_) => "growth",
    };
    let (how, value) = match even.found {
        BreakEven::LostWithout => ("lost", 0.0),
        BreakEven::SafeWithAll => ("safe", 0.0),
        BreakEven::At(value) => ("at", value),
    };
    let value = match what {
        // Less than a day is told to a tenth.
        "days" => format.rounded(value, u8::from(value < 10.0)),
        "released" => format.percent(value * 100.0, 0),
        _ => format.signed(value, 1),
    };
    words.say(
        &format!("break-even-{what}"),
        &[
            ("claim", claim.into()),
            ("how", how.into()),
            ("value", value.into()),
            (
                "most",
                format
                    .rounded(if what == "growth" { MOST_GROWTH } else { LONGEST }, 0)
                    .into(),
            ),
        ],
    )
}

fn tornado_table(setup: &ScenarioCase<'_>, tornado: &Swings, format: Format) -> ChartTable {
    let words = format.words;
    let columns = ["factor", "range", "low", "high", "chance"]
        .map(|name| words.say(&format!("column-tornado-{name}"), &[]))
        .to_vec();
    let together = std::iter::once(&tornado.together);
    let swings = tornado
        .swings
        .iter()
        .chain(together.filter(|_| !tornado.swings.is_empty()));
    let rows: Vec<Vec<String>> = swings
        .map(|swing| SwingWords::of(swing, setup, tornado, format))
        .filter(|told| told.moves)
        .map(SwingWords::row)
        .collect();
    table(columns, rows)
}

/// One side of the two-way table.
struct Side {
    id: FactorId,
    values: &'static [f64],
}

/// Chance of the claim by two factors; by growth where only one of outage and budget is assumed.
fn two_way(setup: &ScenarioCase<'_>, format: Format) -> Result<(ChartTable, String)> {
    let none = || (table(Vec::new(), Vec::new()), String::new());
    let (days, released) = (days(&setup.assumptions), released(&setup.assumptions));
    let of_days = |id| Side { id, values: &DAYS };
    let of_release = |id| Side { id, values: &RELEASED };
    let of_growth = || Side {
        id: growth(),
        values: &GROWTH,
    };
    let (rows, columns, name) = match (days, released) {
        (Some(days), Some(released)) => (of_days(days), of_release(released), "days-released"),
        (Some(days), None) => (of_days(days), of_growth(), "days-growth"),
        (None, Some(released)) => (of_release(released), of_growth(), "released-growth"),
        (None, None) => return Ok(none()),
    };
    if setup.claim.is_none() {
        return Ok(none());
    }
    let found = setup.two_way((&rows.id, rows.values), (&columns.id, columns.values))?;
    let written = |id: &FactorId, value: f64| {
        let factor = setup.assumptions.factor(id);
        factor.map_or_else(String::new, |factor| factor_value(&factor, value, format))
    };
    let head = std::iter::once(String::new()).chain(columns.values.iter().map(|value| written(&columns.id, *value)));
    let percent = |chance: &Option<f64>| {
        let chance = chance.and_then(hadaf_core::Chance::new);
        chance.map_or_else(String::new, |chance| chance_view(format, chance).percent)
    };
    let body = rows.values.iter().zip(&found.chances).map(|(value, chances)| {
        let cells = chances.iter().map(percent);
        std::iter::once(written(&rows.id, *value)).chain(cells).collect()
    });
    if found.chances.windows(2).all(|pair| pair[0] == pair[1]) {
        return Ok(none());
    }
    let title = format
        .words
        .say(&format!("two-way-{name}"), &[("claim", claim(setup, format).into())]);
    Ok((table(head.collect(), body.collect()), title))
}

fn side_by_side(setup: &ScenarioCase<'_>, columns: &[ScenarioOutcome], format: Format) -> ChartTable {
    let words = format.words;
    let head = ["scenario", "median", "interval", "chance"]
        .map(|name| words.say(&format!("column-side-{name}"), &[]))
        .to_vec();
    let row = |column: &ScenarioOutcome| {
        let year = told::year(&column.totals, setup, format);
        let chance = setup
            .claim
            .and_then(|(_, amount)| column.totals.chance(amount.to_f64()))
            .map_or_else(String::new, |chance| chance_view(format, chance).frequency);
        let interval = say!(words, "span", first = year.lo80, last = year.hi80);
        vec![column.label.clone(), year.median, interval, chance]
    };
    table(head, columns.iter().map(row).collect())
}

fn table(columns: Vec<String>, rows: Vec<Vec<String>>) -> ChartTable {
    ChartTable {
        lives: rows.iter().map(|row| vec![None; row.len()]).collect(),
        columns,
        rows,
    }
}
