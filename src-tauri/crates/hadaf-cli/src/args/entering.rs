//! The flags of what enters, amends or takes out.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct SetArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Series id, such as ict_total
    pub(crate) series: String,
    /// Period as people write it: 2026-03, Mar-26, FY2026
    pub(crate) period: String,
    /// The value in the series' unit
    #[arg(allow_hyphen_values = true)]
    pub(crate) value: String,
    /// Day on which it was published; or after-each-period: about a month after the period; or unknown
    #[arg(long, value_name = "DATE")]
    pub(crate) published: String,
    /// Title of the document it stands in
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: String,
    /// What it says about itself; when absent, the earliest day of publication is the first release and a later one a
    /// revision
    #[arg(long, value_enum)]
    pub(crate) status: Option<StatusChoice>,
    /// Anything to know about it
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) note: String,
    /// It is meant, also where it looks unusual: check counts what is doubted of it as accepted
    #[arg(long)]
    pub(crate) anyway: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum StatusChoice {
    /// The newest period of its publication
    First,
    /// Replaces a value published before
    Revised,
    /// The publisher's own estimate
    Estimate,
}

#[derive(Debug, Args)]
pub(crate) struct RenameArgs {
    /// The workspace file
    pub(crate) file: PathBuf,
    #[command(subcommand)]
    pub(crate) what: RenameWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RenameWhat {
    /// The workspace itself
    Workspace {
        /// Its new name
        title: String,
    },
    /// A series; its id stays
    Series {
        /// Series id, such as ict_total
        id: String,
        /// Its new title
        title: String,
        /// Who makes its statistic; unchanged when absent
        #[arg(long, value_name = "NAME")]
        origin: Option<String>,
    },
    /// A source
    Source {
        /// Its number, as hadaf sources lists it, or its title
        id: String,
        /// Its new title
        title: String,
        /// Who published it; unchanged when absent
        #[arg(long, value_name = "NAME")]
        publisher: Option<String>,
        /// Its address; unchanged when absent
        #[arg(long, value_name = "URL")]
        address: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CorrectArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Series id, such as ict_total
    pub(crate) series: String,
    /// Period as people write it: 2026-03, Mar-26, FY2026
    pub(crate) period: String,
    /// What the entry should have said, in the series' unit
    #[arg(
        allow_hyphen_values = true,
        required_unless_present = "remove",
        conflicts_with = "remove"
    )]
    pub(crate) value: Option<String>,
    /// Which entry is wrong, where there are several: the one published on this day; where none was, the current one
    /// should have borne this day
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,
    /// Which entry is wrong: the one of this source; where none is, the current one should have named it
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// Which entry is wrong, by its number in show --history --json; day and source are then what it should have said
    #[arg(long, value_name = "NUMBER")]
    pub(crate) entry: Option<String>,
    /// What there is to know about it, in place of its note
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Take the entry out: it should never have been made
    #[arg(long)]
    pub(crate) remove: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WithdrawArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Series id, such as ict_total
    pub(crate) series: String,
    /// Period as people write it: 2026-03, Mar-26, FY2026
    pub(crate) period: String,
    /// Day on which it was withdrawn
    #[arg(long, value_name = "DATE")]
    pub(crate) published: String,
    /// The source that published the figure, which withdraws its own
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: String,
    /// Anything to know about it, such as the document that says so
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) note: String,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Files of any make and layout: workbooks, CSV, web pages, data packages; all of them are one change
    #[arg(required = true)]
    pub(crate) input: Vec<PathBuf>,
    /// Series of rows that name none
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// When rows were published that give no day: a day; after-each-period: each about a month after its period; or
    /// unknown: they count from today
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,
    /// Source of rows that name none
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// Answers and mapping: what --dry-run --json gave, with an "answer" beside each question
    #[arg(long, value_name = "JSON")]
    pub(crate) map: Option<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The figures are meant, also where they look unusual: check counts what is doubted of them as accepted
    #[arg(long)]
    pub(crate) anyway: bool,
}
