//! What is published, and where. A reader that closes its end early is no error.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use clap::error::ErrorKind;
use hadaf_app::wire::Exported;
use hadaf_app::{App, AppError, ErrorView, without_isolates};
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

    /// Says where a file was written, and what of it no font could draw.
    pub(crate) fn exported(&self, app: &App, exported: &Exported) {
        let told = app
            .replaced_told(exported)
            .map_or_else(String::new, |told| format!("\n{told}"));
        self.result(exported, &format!("{}, {} bytes{told}", exported.path, exported.bytes));
    }

    /// Prints bytes that are the result.
    pub(crate) fn raw(&self, bytes: &[u8]) {
        let _closed = stdout().write_all(bytes);
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

/// Marks that keep sentences of two directions in order are for pages; a terminal or a script has no use for them.
fn line(to: &mut impl Write, text: &str) {
    let _closed = writeln!(to, "{}", without_isolates(text));
}
