//! What is published, and where. A reader that closes its end early is no error.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use clap::error::ErrorKind;
use hadaf_app::{AppError, ErrorView};
use serde::Serialize;
use serde_json::json;

/// Text or JSON.
pub(crate) struct Output {
    json: bool,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints a result: the object with `--json`, else the text.
    pub(crate) fn result(&self, object: &impl Serialize, text: &str) {
        if self.json {
            // Our own types: maps with text keys and finite numbers.
            line(
                &mut stdout(),
                &serde_json::to_string_pretty(object).expect("reports are texts, numbers, lists and maps of them"),
            );
        } else {
            line(&mut stdout(), text.trim_end());
        }
    }

    /// Prints a result of which only one form is computed: the object with `--json`, else the text.
    ///
    /// # Errors
    /// That of the form.
    pub(crate) fn either<T: Serialize>(
        &self,
        object: impl FnOnce() -> Result<T, AppError>,
        text: impl FnOnce() -> Result<String, AppError>,
    ) -> Result<(), AppError> {
        if self.json {
            self.result(&object()?, "");
        } else {
            line(&mut stdout(), text()?.trim_end());
        }
        Ok(())
    }

    /// Prints bytes that are the result.
    pub(crate) fn raw(&self, bytes: &[u8]) {
        let _closed = stdout().write_all(bytes);
    }

    /// Says what may be wrong with what was done, to people; programs find it in the object.
    pub(crate) fn warning(&self, message: &str) {
        if !self.json {
            line(&mut stderr(), &format!("hadaf: {message}"));
        }
    }

    /// Says why it could not be done.
    pub(crate) fn failure(&self, error: &ErrorView) {
        tell(self.json, error.code.as_str(), &error.message, error.hint.as_deref());
    }
}

/// Help and version go to stdout with code 0; a wrong call to stderr with code 2.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _closed = error.print();
        return ExitCode::SUCCESS;
    }
    let wants_json = std::env::args_os().any(|arg| arg == "--json");
    if wants_json {
        let text = error.to_string();
        let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        tell(true, "usage", message, Some("See hadaf --help."));
    } else {
        let _closed = error.print();
    }
    ExitCode::from(2)
}

fn tell(as_json: bool, code: &str, message: &str, hint: Option<&str>) {
    if as_json {
        let object = json!({ "error": { "code": code, "message": message, "hint": hint } });
        line(&mut stderr(), &object.to_string());
    } else {
        line(&mut stderr(), &format!("hadaf: {message}"));
        if let Some(hint) = hint {
            line(&mut stderr(), &format!("       {hint}"));
        }
    }
}

fn line(to: &mut impl Write, text: &str) {
    let _closed = writeln!(to, "{text}");
}
