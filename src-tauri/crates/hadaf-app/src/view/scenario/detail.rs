//! What takes longer: break-even, tornado, two-way table, scenarios side by side.

use hadaf_core::{Chance, Claim, Decimal};
use hadaf_forecast::scenario::BreakEven;
use hadaf_model::ScenarioCase;
use hadaf_model::scenario::{BreakEvenOf, Lever};
use hadaf_words::{Format, SwingWords, chance_view, factor_value, say};
use serde::Serialize;
use ts_rs::TS;

use crate::chart::{self, ChartTable, ChartView, ScenarioChart, TableCell};
use crate::session::Result;

/// What takes longer: asked for when the slider rests.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
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

pub(crate) fn view(setup: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioDetail> {
    let (two_way, two_way_title) = two_way(setup, format)?;
    Ok(ScenarioDetail {
        claim: claim(setup, format),
        break_even: setup
            .break_evens()?
            .iter()
            .map(|found| in_words(setup, found, format))
            .collect(),
        tornado_chart: size.map(|size| chart::tornado(setup, size, format)).transpose()?,
        tornado: tornado_table(setup, format),
        two_way,
        two_way_title,
        scenarios_chart: size.map(|size| chart::scenarios(setup, size, format)).transpose()?,
        side_by_side: chart::scenarios_table(setup, format)?,
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

/// "At 34 days the chance falls below one half": in days, in the share released, in points of growth.
fn in_words(setup: &ScenarioCase<'_>, even: &BreakEvenOf<'_>, format: Format) -> String {
    let words = format.words;
    let claim = named(setup, even.claim, format);
    let what = lever_word(even.lever);
    let (how, value) = match even.found {
        BreakEven::LostWithout => ("lost", 0.0),
        BreakEven::SafeWithAll => ("safe", 0.0),
        BreakEven::At(value) => ("at", value),
    };
    let value = match even.lever {
        // Few days are shown to a tenth.
        Lever::Days => format.rounded(value, u8::from(value < 10.0)),
        Lever::Released => format.percent(value * 100.0, 0),
        Lever::Growth => format.signed(value, 1),
    };
    words.say(
        &format!("break-even-{what}"),
        &[
            ("claim", claim.into()),
            ("how", how.into()),
            ("value", value.into()),
            ("most", format.rounded(even.lever.bounds().1, 0).into()),
        ],
    )
}

fn lever_word(lever: Lever) -> &'static str {
    match lever {
        Lever::Days => "days",
        Lever::Released => "released",
        Lever::Growth => "growth",
    }
}

fn tornado_table(setup: &ScenarioCase<'_>, format: Format) -> ChartTable {
    let tornado = setup.tornado();
    let together = std::iter::once(&tornado.together);
    let swings = tornado
        .swings
        .iter()
        .chain(together.filter(|_| !tornado.swings.is_empty()));
    let rows = swings
        .map(|swing| (swing, SwingWords::of(swing, setup, format)))
        .filter(|(_, written)| written.moves)
        .map(|(swing, written)| chart::swing_cells(swing, written, setup));
    let chance = say!(format.words, "column-tornado-chance");
    chart::tornado_table(chance, rows.collect(), format)
}

/// Chance of the claim by two factors, and what they are.
fn two_way(setup: &ScenarioCase<'_>, format: Format) -> Result<(ChartTable, String)> {
    let Some(found) = setup.lever_table()? else {
        return Ok((ChartTable::default(), String::new()));
    };
    let written = |lever: Lever, value: f64| {
        let factor = setup.assumptions().factor(&lever.factor());
        factor.map_or_else(String::new, |factor| factor_value(&factor, value, format))
    };
    let across = found.columns.steps().iter().map(|value| written(found.columns, *value));
    let head: Vec<String> = std::iter::once(String::new()).chain(across).collect();
    let percent = |chance: &Option<f64>| {
        let chance = chance.and_then(Chance::new);
        chance.map_or_else(TableCell::default, |chance| {
            TableCell::chance(chance, chance_view(format, chance).percent)
        })
    };
    let body = found.rows.steps().iter().zip(&found.chances).map(|(value, chances)| {
        let first = TableCell::text(written(found.rows, *value));
        std::iter::once(first).chain(chances.iter().map(percent)).collect()
    });
    let name = format!("two-way-{}-{}", lever_word(found.rows), lever_word(found.columns));
    let title = format.words.say(&name, &[("claim", claim(setup, format).into())]);
    Ok((ChartTable::new(head, body.collect()), title))
}
