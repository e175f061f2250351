//! `hadaf`, the command line: the same API as the window, for scripts and for those who like to type.
//!
//! Exit code 0: done; 1: the data or a file is wrong; 2: the words of the call are wrong. Messages go
//! to stderr. With `--json` every verb prints one object, and an error is one too.

mod args;
mod brief;
mod chart;
mod check;
mod choice;
mod claims;
mod completions;
mod forecast;
mod history;
mod import;
mod new;
mod output;
mod rename;
mod risks;
mod scenario;
mod set;
mod show;
mod sources;

use std::process::ExitCode;

use clap::Parser;
use hadaf_app::{App, AppError, Environment, Existing};

use crate::args::{Cli, Verb};
use crate::output::Output;

fn main() -> ExitCode {
    let app = App::new(Environment::of_this_machine());
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if output::is_help(&error) => {
            let output = Output::new(false);
            output.help(&error);
            return done(&app, Ok(ExitCode::SUCCESS), &output);
        }
        Err(error) => {
            output::usage(&error);
            return ExitCode::from(2);
        }
    };
    let output = Output::new(cli.json);
    let ran = run(&app, cli.command, &output);
    done(&app, ran, &output)
}

/// Says why something failed, and what the program ends with. An answer that could not be written out is a failure
/// too, whatever was done.
fn done(app: &App, ran: Result<ExitCode, AppError>, output: &Output) -> ExitCode {
    let written = output.written();
    match ran.and_then(|code| written.map(|()| code)) {
        Ok(code) => code,
        Err(error) => {
            output.failure(&app.in_words_of_command_line(&error));
            ExitCode::from(if error.code.is_usage() { 2 } else { 1 })
        }
    }
}

fn run(app: &App, command: Verb, output: &Output) -> Result<ExitCode, AppError> {
    match command {
        Verb::New(args) => new::run(app, args, output)?,
        Verb::Set(args) => set::run(app, args, output)?,
        Verb::Correct(args) => set::correct(app, args, output)?,
        Verb::Withdraw(args) => set::withdraw(app, args, output)?,
        Verb::Import(args) => return import::run(app, &args, output),
        Verb::Show(args) => show::run(app, &args, output)?,
        Verb::Forecast(args) => forecast::run(app, args, output)?,
        Verb::Risks(args) => risks::run(app, args, output)?,
        Verb::Claims(args) => claims::run(app, args, output)?,
        Verb::Scenario(args) => scenario::run(app, args, output)?,
        Verb::Chart(args) => chart::run(app, &args, output)?,
        Verb::Brief(args) => brief::run(app, args, output)?,
        Verb::Check(args) => return check::run(app, args, output),
        Verb::Rename(args) => rename::run(app, args, output)?,
        Verb::Sources(args) => sources::run(app, args, output)?,
        Verb::Log(args) => history::log(app, &args.file, output)?,
        Verb::Undo(args) => history::undo(app, &args.file, output)?,
        Verb::Redo(args) => history::redo(app, &args.file, output)?,
        Verb::Completions { shell } => completions::run(shell, output),
        Verb::Man => completions::man(output),
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether a file that exists may be replaced.
fn existing(force: bool) -> Existing {
    if force { Existing::Replace } else { Existing::Keep }
}
