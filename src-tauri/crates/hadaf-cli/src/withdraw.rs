//! `hadaf withdraw`

use hadaf_app::wire::WithdrawObservation;
use hadaf_app::{App, AppError};

use crate::args::WithdrawArgs;
use crate::open_to_change;
use crate::output::Output;

pub(crate) fn run(app: &App, args: WithdrawArgs, output: &Output) -> Result<(), AppError> {
    open_to_change(app, &args.file)?;
    let changed = app.observation_withdraw(&WithdrawObservation {
        series: args.series,
        period: args.period,
        published: args.published,
        source: args.source,
        note: args.note,
    })?;
    output.result(&changed, &changed.label);
    Ok(())
}
