//! `hadaf check`

use std::path::Path;
use std::process::ExitCode;

use hadaf_app::{Access, App, AppError};

use crate::output::Output;

/// Code 1 when the file is not whole; findings about the data are no failure.
pub(crate) fn run(app: &App, file: &Path, output: &Output) -> Result<ExitCode, AppError> {
    app.open(file, Access::Read)?;
    let report = app.check()?;
    output.result(&report, &report.to_text());
    Ok(if report.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
