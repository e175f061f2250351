//! `hadaf correct`

use hadaf_app::wire::CorrectObservation;
use hadaf_app::{App, AppError};

use crate::args::CorrectArgs;
use crate::open_to_change;
use crate::output::Output;

pub(crate) fn run(app: &App, args: CorrectArgs, output: &Output) -> Result<(), AppError> {
    open_to_change(app, &args.file)?;
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
    Ok(())
}
