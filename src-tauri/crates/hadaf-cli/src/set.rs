//! `hadaf set`

use hadaf_app::wire::SetObservation;
use hadaf_app::{App, AppError};

use crate::args::{SetArgs, StatusChoice};
use crate::open_to_change;
use crate::output::Output;

pub(crate) fn run(app: &App, args: SetArgs, output: &Output) -> Result<(), AppError> {
    open_to_change(app, &args.file)?;
    let status = args.status.map(|status| match status {
        StatusChoice::First => "first",
        StatusChoice::Revised => "revised",
        StatusChoice::Estimate => "estimate",
    });
    let entered = app.observation_enter(&SetObservation {
        series: args.series,
        period: args.period,
        value: args.value,
        published: args.published,
        source: args.source,
        status: status.map(Into::into),
        note: args.note,
    })?;
    let lines = [Some(entered.changed.label.as_str()), entered.span.as_deref()];
    let lines: Vec<&str> = lines.into_iter().flatten().collect();
    output.result(&entered, &lines.join("\n"));
    for doubt in &entered.doubts {
        output.warning(&doubt.message);
    }
    Ok(())
}
