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
mod existing;
mod export;
mod forecast;
mod history;
mod import;
mod new;
mod outline;
mod output;
mod rename;
mod revisions;
mod risks;
mod scenario;
mod set;
mod show;
mod sources;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use hadaf_app::{App, AppError, Environment};

use crate::output::Output;

/// Set sector data against official targets, and leave with a briefing.
#[derive(Debug, Parser)]
#[command(name = "hadaf", version, max_term_width = 100)]
struct Cli {
    /// Print one JSON object instead of text; errors too, on stderr
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Verb,
}

/// Declares the verbs: what help says of each, its name, the words of its call, and what it does.
macro_rules! verbs {
    (
        ($app:ident, $args:ident, $output:ident)
        $($(#[doc = $about:literal])+ $verb:ident($words:ty) => $run:expr;)+
    ) => {
        /// What is asked for.
        #[derive(Debug, Subcommand)]
        enum Verb {
            $($(#[doc = $about])+ $verb($words),)+
        }

        impl Verb {
            fn run(self, $app: &App, $output: &Output) -> Result<ExitCode, AppError> {
                match self {
                    $(Self::$verb($args) => {
                        // Not every verb has words of its own.
                        let _ = &$args;
                        $run.ended()
                    })+
                }
            }
        }
    };
}

verbs! {
    (app, args, output)
    /// Create a workspace, empty or from a sample
    New(args::NewArgs) => new::run(app, args, output);
    /// Enter one value as a new observation
    Set(args::SetArgs) => set::run(app, args, output);
    /// Correct a mistake in an entry: what it said is kept in the log and in the history of the figure alone
    Correct(args::CorrectArgs) => set::correct(app, args, output);
    /// Enter that a figure was withdrawn by its publisher: from that day on there is none
    Withdraw(args::WithdrawArgs) => set::withdraw(app, args, output);
    /// Decide which source is read where several differ, or list where they do
    Prefer(args::PreferArgs) => revisions::prefer(app, args, output);
    /// Import figures from files of any make and layout
    Import(args::ImportArgs) => import::run(app, &args, output);
    /// Show figures, fiscal years and the pace that targets need
    Show(args::ShowArgs) => show::run(app, &args, output);
    /// Show how figures were revised: first release against latest, mean revision and bias, the triangle as CSV
    Revisions(args::RevisionsArgs) => revisions::run(app, &args, output);
    /// Forecast the months ahead, the fiscal years, and the chance of each claim
    Forecast(args::ForecastArgs) => forecast::run(app, args, output);
    /// List the registers, or one of them; add, edit, remove, import or export its entries
    Risks(Box<args::RisksArgs>) => risks::run(app, *args, output);
    /// List, add, edit, remove, link or judge what was claimed; what became of it, and the record of those who said it
    Claims(Box<args::ClaimsArgs>) => claims::run(app, *args, output);
    /// List the scenarios, or say what one of them does to a year
    Scenario(args::ScenarioArgs) => scenario::run(app, args, output);
    /// Draw a chart into an SVG, PNG or PDF, or write its numbers
    Chart(args::ChartArgs) => chart::run(app, &args, output);
    /// Set the one-page briefing into a PDF
    Brief(args::BriefArgs) => brief::run(app, args, output);
    /// Check the file, and report on the quality of its data
    Check(args::CheckArgs) => check::run(app, args, output);
    /// Give the workspace, a series or a source another name
    Rename(args::RenameArgs) => rename::run(app, args, output);
    /// List, add, edit, merge, archive or remove series
    Series(args::SeriesArgs) => outline::series(app, args, output);
    /// List, add, edit, merge or remove sectors
    Sector(args::SectorArgs) => outline::sector(app, args, output);
    /// List or change the name, the currency and the fiscal year of the workspace
    Settings(args::SettingsArgs) => outline::settings(app, args, output);
    /// Write the data for other programs
    Export(args::ExportArgs) => export::run(app, args, output);
    /// List the samples that a workspace can be filled with
    Samples(args::NoArgs) => new::samples(app, output);
    /// List, add, edit, merge or remove the documents that figures and claims were read in; attach and open their files
    Sources(args::SourcesArgs) => sources::run(app, args, output);
    /// List every change
    Log(args::OnlyArgs) => history::log(app, &args.file, output);
    /// Take the newest change back
    Undo(args::OnlyArgs) => history::undo(app, &args.file, output);
    /// Make the change again that was taken back last
    Redo(args::OnlyArgs) => history::redo(app, &args.file, output);
    /// Print completions for a shell
    Completions(args::CompletionsArgs) => completions::run(&mut Cli::command(), args.shell, output);
    /// Print the manual page
    Man(args::NoArgs) => completions::man(Cli::command(), output);
}

/// What a verb ends with: nothing more, a failure, or a code of its own.
trait Ended {
    fn ended(self) -> Result<ExitCode, AppError>;
}

impl Ended for () {
    fn ended(self) -> Result<ExitCode, AppError> {
        Ok(ExitCode::SUCCESS)
    }
}

impl Ended for Result<(), AppError> {
    fn ended(self) -> Result<ExitCode, AppError> {
        self.map(|()| ExitCode::SUCCESS)
    }
}

impl Ended for Result<ExitCode, AppError> {
    fn ended(self) -> Result<ExitCode, AppError> {
        self
    }
}

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
    let ran = cli.command.run(&app, &output);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
