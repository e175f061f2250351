//! What is published, and where. A reader that closes its end early is no error; any other failure of writing is one.

use std::cell::RefCell;
use std::io::{self, ErrorKind as IoKind, Write, stderr, stdout};

use clap::error::ErrorKind;
use hadaf_app::wire::Exported;
use hadaf_app::{App, AppError, ErrorView, without_isolates};
use serde::Serialize;
use serde_json::json;

/// Text or JSON.
pub(crate) struct Output {
    json: bool,
    /// Why something could not be written out, the first time.
    failure: RefCell<Option<io::Error>>,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self {
            json,
            failure: RefCell::new(None),
        }
    }

    /// Prints a result: the object with `--json`, else the text.
    pub(crate) fn result(&self, object: &impl Serialize, text: &str) {
        if self.json {
            // Our own types: maps with text keys and finite numbers.
            self.line(
                &serde_json::to_string_pretty(object).expect("reports are texts, numbers, lists and maps of them"),
            );
        } else {
            self.line(text.trim_end());
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
            self.line(text()?.trim_end());
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

    /// Publishes bytes that are the result.
    pub(crate) fn raw(&self, bytes: &[u8]) {
        self.keep(write_out(bytes));
    }

    /// Gives help or the version.
    pub(crate) fn help(&self, told: &clap::Error) {
        // As clap writes it, with styles where a terminal reads.
        self.keep(told.print().and_then(|()| stdout().flush()));
    }

    /// Says what is worth knowing beside a result, to the eye; the object has it already.
    pub(crate) fn notes(&self, notes: &[String]) {
        for note in notes.iter().filter(|_| !self.json) {
            aside(&format!("note: {note}"));
        }
    }

    /// Says what may be wrong with what was done, to people; programs find it in the object.
    pub(crate) fn warning(&self, message: &str) {
        if !self.json {
            aside(&format!("hadaf: {message}"));
        }
    }

    /// Says why it could not be done.
    pub(crate) fn failure(&self, error: &ErrorView) {
        tell(self.json, error.code.as_str(), &error.message, error.hint.as_deref());
    }

    /// Whether all that was published is where it should be.
    ///
    /// # Errors
    /// [`hadaf_app::Code::DiskFull`] or [`hadaf_app::Code::Io`].
    pub(crate) fn written(&self) -> Result<(), AppError> {
        self.failure
            .borrow()
            .as_ref()
            .map_or(Ok(()), |error| Err(AppError::output(error)))
    }

    fn line(&self, text: &str) {
        self.keep(write_out(format!("{}\n", without_isolates(text)).as_bytes()));
    }

    fn keep(&self, written: io::Result<()>) {
        match written {
            // `hadaf show FILE | head`: the reader has what it wanted.
            Err(error) if error.kind() == IoKind::BrokenPipe => {}
            Err(error) => {
                self.failure.borrow_mut().get_or_insert(error);
            }
            Ok(()) => {}
        }
    }
}

/// Writes and makes sure of it: what lies in a buffer at the end of a program is dropped without a word.
fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Whether a call that clap stopped at asked for help or the version, which is no mistake.
pub(crate) fn is_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// Says what is wrong with the words of a call.
pub(crate) fn usage(error: &clap::Error) {
    let wants_json = std::env::args_os().any(|arg| arg == "--json");
    if wants_json {
        let text = error.to_string();
        let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        tell(true, "usage", message, Some("See hadaf --help."));
    } else {
        let _closed = error.print();
    }
}

fn tell(as_json: bool, code: &str, message: &str, hint: Option<&str>) {
    let text = if as_json {
        json!({ "error": { "code": code, "message": message, "hint": hint } }).to_string()
    } else {
        let hint = hint.map_or_else(String::new, |hint| format!("\n       {hint}"));
        format!("hadaf: {message}{hint}")
    };
    aside(&text);
}

/// Says something beside what the call puts out. Marks that keep sentences of two directions in order are for pages; a
/// terminal has no use for them. There is no place left to complain of a complaint; the exit code stands.
fn aside(text: &str) {
    let _closed = writeln!(stderr(), "{}", without_isolates(text));
}
