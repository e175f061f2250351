//! The flags of sources, of revisions and of whose figure is read.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct SourcesArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// List what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    #[command(subcommand)]
    pub(crate) what: Option<SourcesWhat>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SourcesWhat {
    /// List all sources with what rests on each; so it is when nothing is said
    List,
    /// Add a source
    Add {
        /// Title of the document
        title: String,
        #[command(flatten)]
        fields: SourceFields,
    },
    /// Change a source: what is not named stays
    Edit {
        /// Its number, as it is listed, or its title
        source: String,
        /// Its new title
        #[arg(long, value_name = "TITLE")]
        title: Option<String>,
        #[command(flatten)]
        fields: SourceFields,
    },
    /// Move what rests on one source to another, and remove it
    Merge {
        /// The source that goes, by its number or title
        from: String,
        /// The source that takes it in
        into: String,
    },
    /// Remove a source on which nothing rests
    Remove {
        /// Its number or title
        source: String,
    },
    /// Attach the document that a source was read in; it is known by its hash from then on
    Attach {
        /// Its number or title
        source: String,
        /// The document
        document: PathBuf,
        /// Leave it where it is, in the folder of the workspace or below, and keep only the way to it
        #[arg(long)]
        beside: bool,
        /// Only say what it would mean, and by how much the workspace would grow
        #[arg(long)]
        dry_run: bool,
    },
    /// Let go of the document of a source
    Detach {
        /// Its number or title
        source: String,
    },
    /// Hold the document of a source against its hash, and write a copy of it
    Open {
        /// Its number or title
        source: String,
        /// Where to write the copy; when absent only the document is checked
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Replace a file that exists
        #[arg(long, requires = "out")]
        force: bool,
    },
    /// Hold every document against its hash
    Check,
}

/// What a source is.
#[derive(Debug, Args)]
pub(crate) struct SourceFields {
    /// Who published it; empty for nobody
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
    /// Its address; empty for none
    #[arg(long, value_name = "URL")]
    pub(crate) address: Option<String>,
    /// Page, table or cell; empty for the whole of it
    #[arg(long, value_name = "TEXT")]
    pub(crate) page: Option<String>,
    /// Day on which it was read; empty where that is not known
    #[arg(long, value_name = "DATE")]
    pub(crate) retrieved: Option<String>,
    /// Anything to know about it
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct RevisionsArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// One series; all when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Know only what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Print the triangle of one series as CSV: periods down, days of publication across; of the first series when none
    /// is named
    #[arg(long)]
    pub(crate) csv: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PreferArgs {
    /// The workspace; with nothing else figures that sources give differently are listed, side by side
    pub(crate) file: PathBuf,
    /// Series id, such as ict_total
    pub(crate) series: Option<String>,
    /// Period as people write it: 2026-03, Mar-26, FY2026
    pub(crate) period: Option<String>,
    /// The source whose figure is read, by its title or number
    #[arg(
        long,
        value_name = "TITLE",
        requires = "period",
        requires = "reason",
        conflicts_with = "withdraw"
    )]
    pub(crate) source: Option<String>,
    /// Why it is read
    #[arg(long, value_name = "TEXT", requires = "source")]
    pub(crate) reason: Option<String>,
    /// Take the decision back: the usual rules decide again
    #[arg(long, requires = "period")]
    pub(crate) withdraw: bool,
    /// List what was known on a day
    #[arg(long, value_name = "DATE", conflicts_with_all = ["source", "withdraw"])]
    pub(crate) as_of: Option<String>,
}
