//! The flags of what is entered about claims.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum ClaimsWhat {
    /// Add a target, projection or commitment
    Add {
        /// The amount: "5.2 bn", "$365 m", "about 5.2 bn", "10 to 20 bn", or a bare number in the series' unit
        #[arg(allow_hyphen_values = true)]
        amount: String,
        #[command(flatten)]
        fields: ClaimFields,
    },
    /// Change one: what is not named stays
    Edit {
        /// Its id, such as T04
        id: String,
        /// Its amount
        #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
        amount: Option<String>,
        #[command(flatten)]
        fields: ClaimFields,
    },
    /// Remove one, with its links and what was found about its conditions
    Remove {
        /// Its id, such as T04
        id: String,
    },
}

/// What is known of a claim.
#[derive(Debug, Args)]
pub(crate) struct ClaimFields {
    /// Series that it is about; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Its fiscal year, such as FY2027; the current one, or the next, when absent
    #[arg(long, visible_alias = "year", value_name = "YEAR")]
    pub(crate) fiscal_year: Option<String>,
    /// What it is; a target when absent
    #[arg(long, value_enum)]
    pub(crate) kind: Option<ClaimKindChoice>,
    /// Who stated it
    #[arg(long, visible_alias = "by", value_name = "NAME")]
    pub(crate) maker: Option<String>,
    /// When: 2026-06-12, "August 2025", "before July 2025"; empty when nothing tells
    #[arg(long, value_name = "WHEN")]
    pub(crate) said: Option<String>,
    /// Title of the document that it stands in
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// Address of the document
    #[arg(long, value_name = "URL")]
    pub(crate) address: Option<String>,
    /// Page or paragraph
    #[arg(long, value_name = "TEXT")]
    pub(crate) page: Option<String>,
    /// A few words of the document
    #[arg(long, value_name = "TEXT")]
    pub(crate) quote: Option<String>,
    /// Office that answers for it
    #[arg(long, value_name = "NAME")]
    pub(crate) office: Option<String>,
    /// Conditions that the page states
    #[arg(long, value_name = "TEXT")]
    pub(crate) conditions: Option<String>,
    /// Anything else to know about it
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Whether a government office stated it
    #[arg(long, value_name = "YES-OR-NO", value_enum)]
    pub(crate) official: Option<YesOrNo>,
    /// Rank of who stated it, 0 to 255: the higher one stands first
    #[arg(long, value_name = "N")]
    pub(crate) standing: Option<u32>,
    /// Target or projection that states the same; the later of both restates the earlier one
    #[arg(long, value_name = "ID", group = "link")]
    pub(crate) restates: Option<String>,
    /// One that is less exact
    #[arg(long, value_name = "ID", group = "link")]
    pub(crate) narrows: Option<String>,
    /// One whose place it takes
    #[arg(long, value_name = "ID", group = "link")]
    pub(crate) replaces: Option<String>,
    /// The amount is meant, also where it looks unusual: check counts what is doubted of it as accepted
    #[arg(long)]
    pub(crate) anyway: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ClaimKindChoice {
    /// What is to be reached
    Target,
    /// What is expected
    Projection,
    /// What was promised
    Commitment,
}

impl ClaimKindChoice {
    /// The word of the workspace.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Projection => "projection",
            Self::Commitment => "commitment",
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum YesOrNo {
    Yes,
    No,
}
