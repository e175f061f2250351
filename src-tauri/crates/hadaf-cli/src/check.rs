//! `hadaf check`

use std::process::ExitCode;

use hadaf_app::wire::AcceptFinding;
use hadaf_app::{Access, App, AppError};

use crate::args::CheckArgs;
use crate::output::Output;

/// Code 1 when the file is not whole; findings about the data are no failure.
pub(crate) fn run(app: &App, args: CheckArgs, output: &Output) -> Result<ExitCode, AppError> {
    let changed = match (args.accept, args.withdraw_acceptance) {
        (Some(id), _) => {
            app.open_to_change(&args.file)?;
            let because = args.because.unwrap_or_default();
            Some(app.finding_accept(&AcceptFinding { id, because })?)
        }
        (None, Some(id)) => {
            app.open_to_change(&args.file)?;
            Some(app.acceptance_withdraw(&id)?)
        }
        (None, None) => None,
    };
    if let Some(changed) = changed {
        output.result(&changed, &changed.label);
        return Ok(ExitCode::SUCCESS);
    }
    app.open(&args.file, Access::Read)?;
    let report = app.check()?;
    output.result(&report, &report.to_text(args.all));
    Ok(if report.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
