//! `hadaf check`

use std::path::Path;
use std::process::ExitCode;

use hadaf_app::{Access, App, AppError, Severity};

use crate::output::Output;

/// Code 1 when the file is not whole; findings about the data are no failure.
pub(crate) fn run(app: &App, file: &Path, output: &Output) -> Result<ExitCode, AppError> {
    app.open(file, Access::Read)?;
    let report = app.check()?;
    let mut lines = vec![format!("integrity: {}", report.integrity)];
    for finding in &report.findings {
        let severity = match finding.severity {
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        lines.push(format!(
            "{severity:8} {:14} {}: {}",
            finding.kind, finding.r#where, finding.message
        ));
    }
    output.result(&report, &lines.join("\n"));
    Ok(if report.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
