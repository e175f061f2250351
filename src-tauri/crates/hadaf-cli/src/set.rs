//! `hadaf set`, `hadaf correct` and `hadaf withdraw`: what is done to the entries of one figure.

use hadaf_app::wire::{CorrectObservation, SetObservation, WithdrawObservation};
use hadaf_app::{App, AppError};

use crate::args::{CorrectArgs, SetArgs, StatusChoice, WithdrawArgs};
use crate::output::Output;

pub(crate) fn run(app: &App, args: SetArgs, output: &Output) -> Result<(), AppError> {
    app.open_to_change(&args.file)?;
    let status = args.status.map(|status| match status {
        StatusChoice::First => "first",
        StatusChoice::Revised => "revised",
        StatusChoice::Estimate => "estimate",
    });
    let request = SetObservation {
        series: args.series,
        period: args.period,
        value: args.value,
        published: args.published,
        source: args.source,
        status: status.map(Into::into),
        note: args.note,
    };
    let entered = app.observation_enter_meant(&request, args.anyway)?;
    let lines = [Some(entered.changed.label.as_str()), entered.span.as_deref()];
    let lines: Vec<&str> = lines.into_iter().flatten().collect();
    output.result(&entered, &lines.join("\n"));
    for doubt in &entered.doubts {
        output.warning(&doubt.message);
    }
    output.notes(&entered.changed.notes);
    Ok(())
}

pub(crate) fn correct(app: &App, args: CorrectArgs, output: &Output) -> Result<(), AppError> {
    app.open_to_change(&args.file)?;
    let changed = app.observation_correct(&CorrectObservation {
        series: args.series,
        period: args.period,
        entry: args.entry,
        value: args.value,
        published: args.published.unwrap_or_default(),
        source: args.source.unwrap_or_default(),
        note: args.note,
    })?;
    output.result(&changed, &changed.label);
    output.notes(&changed.notes);
    Ok(())
}

pub(crate) fn withdraw(app: &App, args: WithdrawArgs, output: &Output) -> Result<(), AppError> {
    app.open_to_change(&args.file)?;
    let changed = app.observation_withdraw(&WithdrawObservation {
        series: args.series,
        period: args.period,
        published: args.published,
        source: args.source,
        note: args.note,
    })?;
    output.result(&changed, &changed.label);
    output.notes(&changed.notes);
    Ok(())
}
