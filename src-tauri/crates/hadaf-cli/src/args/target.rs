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
    /// Say how a later one hangs on an earlier one
    Link {
        /// Id of the later one, such as T34
        later: String,
        /// What it does to the earlier one
        #[arg(value_enum)]
        kind: LinkChoice,
        /// Id of the earlier one, such as T30
        earlier: String,
        /// Take the link between them away
        #[arg(long)]
        remove: bool,
    },
    /// Say whether a condition held, with what shows it
    Judge {
        /// Id of the target, projection or commitment, such as T29
        id: String,
        #[command(flatten)]
        fields: JudgeFields,
    },
}

/// What was found about a condition.
#[derive(Debug, Args)]
pub(crate) struct JudgeFields {
    /// Which of its conditions, in a few words
    #[arg(long, value_name = "TEXT", required_unless_present_any = ["finding", "remove"])]
    pub(crate) condition: Option<String>,
    /// Whether it held
    #[arg(long, value_name = "YES-OR-NO", value_enum, required_unless_present_any = ["finding", "remove"])]
    pub(crate) held: Option<YesOrNo>,
    /// What shows it
    #[arg(long, value_name = "TEXT")]
    pub(crate) evidence: Option<String>,
    /// Title of the document that shows it
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// Day from which it counts, when the evidence was complete; today when absent
    #[arg(long, value_name = "DATE")]
    pub(crate) judged: Option<String>,
    /// Number of the disruption that broke it, from which its price is worked out
    #[arg(long, value_name = "N")]
    pub(crate) disruption: Option<String>,
    /// Number of the finding to change: what is not named stays
    #[arg(long, value_name = "N", conflicts_with = "remove")]
    pub(crate) finding: Option<u32>,
    /// Number of a finding to take back
    #[arg(long, value_name = "N")]
    pub(crate) remove: Option<u32>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LinkChoice {
    /// Says the same again; counted once, at the first day
    Restates,
    /// Makes it more exact
    Narrows,
    /// Takes its place
    Replaces,
}

impl LinkChoice {
    /// The word of the workspace.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Restates => "restates",
            Self::Narrows => "narrows",
            Self::Replaces => "replaces",
        }
    }
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
