//! What takes longer: break-even, tornado, two-way table, scenarios side by side.

use hadaf_model::ScenarioCase;

use crate::chart::{self, ChartTable, ScenarioChart};
use crate::session::Result;
use crate::view::ScenarioDetail;
use hadaf_words::{Format, LeverWords, asked_claim, break_even_words};

pub(super) fn view(case: &ScenarioCase<'_>, format: Format, size: Option<&ScenarioChart>) -> Result<ScenarioDetail> {
    let levers = LeverWords::of(case, format)?;
    let (two_way_title, two_way) = levers.map_or_else(Default::default, |levers| {
        (levers.title, ChartTable::of_texts(levers.heads, levers.rows))
    });
    Ok(ScenarioDetail {
        claim: asked_claim(case, format).unwrap_or_default(),
        break_even: case
            .break_evens()?
            .iter()
            .map(|found| break_even_words(case, found, format))
            .collect(),
        tornado_chart: size.map(|size| chart::tornado(case, size, format)).transpose()?,
        tornado: chart::tornado_table(case, format),
        two_way,
        two_way_title,
        scenarios_chart: size.map(|size| chart::scenarios(case, size, format)).transpose()?,
        side_by_side: chart::scenarios_table(case, format)?,
    })
}
