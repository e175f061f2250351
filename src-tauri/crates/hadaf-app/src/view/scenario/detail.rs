//! What takes longer: break-even, tornado, two-way table, scenarios side by side.

use hadaf_core::Chance;
use hadaf_error::Result;
use hadaf_model::ScenarioCase;
use hadaf_picture::{ChartTable, ChartView, ScenarioChart, TableCell};
use hadaf_words::{Format, LeverWords, SwingWords, asked_claim, break_even_words, say};
use serde::Serialize;
use ts_rs::TS;

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

pub(super) fn view(case: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioDetail> {
    let (two_way, two_way_title) = two_way(case, format)?;
    Ok(ScenarioDetail {
        claim: asked_claim(case, format).unwrap_or_default(),
        break_even: case
            .break_evens()?
            .iter()
            .map(|found| break_even_words(case, found, format))
            .collect(),
        tornado_chart: size
            .map(|size| hadaf_picture::tornado(case, size, format))
            .transpose()?,
        tornado: tornado_table(case, format),
        two_way,
        two_way_title,
        scenarios_chart: size
            .map(|size| hadaf_picture::scenarios(case, size, format))
            .transpose()?,
        side_by_side: hadaf_picture::scenarios_table(case, format)?,
    })
}

/// The factors that move the total, the widest first, then all together.
fn tornado_table(case: &ScenarioCase<'_>, format: Format) -> ChartTable {
    let rows = SwingWords::all(case, format)
        .into_iter()
        .map(|(swing, written)| hadaf_picture::swing_cells(swing, written, case));
    let chance = say!(format.words, "column-tornado-chance");
    hadaf_picture::tornado_table(chance, rows.collect(), format)
}

/// What two levers do to the chance of the claim, and what they are.
fn two_way(case: &ScenarioCase<'_>, format: Format) -> Result<(ChartTable, String)> {
    let (Some(levers), Some(found)) = (LeverWords::of(case, format)?, case.lever_table()?) else {
        return Ok((ChartTable::default(), String::new()));
    };
    let cell = |(text, chance): (String, &Option<f64>)| {
        let chance = chance.and_then(Chance::new);
        chance.map_or_else(TableCell::default, |chance| TableCell::chance(chance, text))
    };
    let row = |(texts, chances): (Vec<String>, &Vec<Option<f64>>)| {
        let mut texts = texts.into_iter();
        let first = texts.next().map(TableCell::text);
        first.into_iter().chain(texts.zip(chances).map(cell)).collect()
    };
    let rows = levers.rows.into_iter().zip(&found.chances).map(row);
    Ok((ChartTable::new(levers.heads, rows.collect()), levers.title))
}
