//! What takes longer: break-even, tornado, two-way table, scenarios side by side.

use hadaf_core::{Claim, ClaimKind, Decimal};
use hadaf_forecast::scenario::BreakEven;
use hadaf_model::ScenarioCase;
use hadaf_model::scenario::{BreakEvenOf, Lever};
use hadaf_words::{Format, ScenarioOutcome, SwingWords, chance_view, factor_value, say, say_of, scenario_outcomes};

use super::told;
use crate::chart::{self, ChartTable, ScenarioChart, side_head};
use crate::session::Result;
use crate::view::ScenarioDetail;

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
        side_by_side: side_by_side(setup, format)?,
    })
}

/// "Target of 5,200 for FY2026".
fn claim(setup: &ScenarioCase<'_>, format: Format) -> String {
    setup
        .claim
        .map_or_else(String::new, |claim| named(setup, claim, format))
}

fn named(setup: &ScenarioCase<'_>, (claim, amount): (&Claim, Decimal), format: Format) -> String {
    let kind = say_of!(format.words, "kind-{}", ClaimKind, claim.kind);
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
    let lever = even.lever;
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
    let most = format.rounded(lever.bounds().1, 0);
    match lever {
        Lever::Days => say!(
            words,
            "break-even-days",
            claim = claim,
            how = how,
            value = value,
            most = most
        ),
        Lever::Released => say!(words, "break-even-released", claim = claim, how = how, value = value),
        Lever::Growth => say!(
            words,
            "break-even-growth",
            claim = claim,
            how = how,
            value = value,
            most = most
        ),
    }
}

fn tornado_table(setup: &ScenarioCase<'_>, format: Format) -> ChartTable {
    let (words, tornado) = (format.words, setup.tornado());
    let columns = vec![
        say!(words, "column-tornado-factor"),
        say!(words, "column-tornado-range"),
        say!(words, "column-tornado-low"),
        say!(words, "column-tornado-high"),
        say!(words, "column-tornado-chance"),
    ];
    let together = std::iter::once(&tornado.together);
    let swings = tornado
        .swings
        .iter()
        .chain(together.filter(|_| !tornado.swings.is_empty()));
    let rows: Vec<Vec<String>> = swings
        .map(|swing| SwingWords::of(swing, setup, format))
        .filter(|swing| swing.moves)
        .map(SwingWords::row)
        .collect();
    table(columns, rows)
}

/// Chance of the claim by two factors, and what they are.
fn two_way(setup: &ScenarioCase<'_>, format: Format) -> Result<(ChartTable, String)> {
    let Some(found) = setup.lever_table()? else {
        return Ok((table(Vec::new(), Vec::new()), String::new()));
    };
    let written = |lever: Lever, value: f64| {
        let factor = setup.assumptions().factor(&lever.factor());
        factor.map_or_else(String::new, |factor| factor_value(&factor, value, format))
    };
    let across = found.columns.steps().iter().map(|value| written(found.columns, *value));
    let head = std::iter::once(String::new()).chain(across);
    let percent = |chance: &Option<f64>| {
        let chance = chance.and_then(hadaf_core::Chance::new);
        chance.map_or_else(String::new, |chance| chance_view(format, chance).percent)
    };
    let rows = found.rows.steps().iter().zip(&found.chances);
    let body = rows.map(|(value, chances)| {
        let cells = chances.iter().map(percent);
        std::iter::once(written(found.rows, *value)).chain(cells).collect()
    });
    let pair = (found.rows, found.columns);
    let title = say!(
        format.words,
        match pair {
            (Lever::Days, Lever::Released) => "two-way-days-released",
            (Lever::Days, _) => "two-way-days-growth",
            _ => "two-way-released-growth",
        },
        claim = claim(setup, format)
    );
    Ok((table(head.collect(), body.collect()), title))
}

fn side_by_side(setup: &ScenarioCase<'_>, format: Format) -> Result<ChartTable> {
    let words = format.words;
    let head = side_head(format);
    let row = |column: ScenarioOutcome<'_>| {
        let year = told::year(column.totals, setup, format);
        let chance = setup
            .claim
            .map(|(_, amount)| column.totals.chance(amount.to_f64()))
            .map_or_else(String::new, |chance| chance_view(format, chance).frequency);
        let interval = say!(words, "span", first = year.lo80, last = year.hi80);
        vec![column.label, year.median, interval, chance]
    };
    let outcomes = scenario_outcomes(setup, format)?;
    Ok(table(head, outcomes.into_iter().map(row).collect()))
}

fn table(columns: Vec<String>, rows: Vec<Vec<String>>) -> ChartTable {
    ChartTable {
        histories: rows.iter().map(|row| vec![None; row.len()]).collect(),
        columns,
        rows,
    }
}
