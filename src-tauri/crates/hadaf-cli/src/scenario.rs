//! `hadaf scenario`

use hadaf_app::wire::{FactorChange, ScenarioRun, SettingText};
use hadaf_app::{Access, App, AppError};

use crate::args::{FactorSetting, ScenarioArgs};
use crate::output::Output;

pub(crate) fn run(app: &App, args: ScenarioArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    let Some(name) = args.name else {
        // The list is the same on every day, but no day to come is taken without a word.
        args.as_of.as_deref().map(|day| app.day(day)).transpose()?;
        let view = app.scenarios()?;
        let line = |item: &hadaf_app::wire::ScenarioItem| format!("{}: {}", item.id, item.title);
        let lines: Vec<String> = view.scenarios.iter().map(line).collect();
        let text = view.empty.clone().unwrap_or_else(|| lines.join("\n"));
        output.result(&view, &text);
        return Ok(());
    };
    let run = ScenarioRun {
        series: args.series.unwrap_or_default(),
        as_of: args.as_of,
        scenario: Some(name),
        changes: args.set.into_iter().map(change).collect(),
        fiscal_year: args.fiscal_year,
        claim: args.claim,
        ..ScenarioRun::default()
    };
    output.either(|| app.scenario_report(&run), || app.scenario_text(&run))
}

fn change(setting: FactorSetting) -> FactorChange {
    let [low, central, high] = setting.values;
    FactorChange {
        factor: setting.factor,
        setting: SettingText { low, central, high },
    }
}
