//! The flags of sectors, series and settings.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::YearNamesChoice;

#[derive(Debug, Args)]
pub(crate) struct SeriesArgs {
    /// The workspace file
    pub(crate) file: PathBuf,
    #[command(subcommand)]
    pub(crate) what: Option<SeriesWhat>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SeriesWhat {
    /// List all series; so it is when nothing is said
    List,
    /// Add a series
    Add {
        /// Its title
        title: String,
        /// Its id; made of the title when absent
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        #[command(flatten)]
        fields: SeriesFields,
    },
    /// Change a series: what is not named stays
    Edit {
        /// Series id, such as ict_total
        id: String,
        /// Its new title
        #[arg(long, value_name = "TITLE")]
        title: Option<String>,
        #[command(flatten)]
        fields: SeriesFields,
    },
    /// Remove a series that has no figures and no targets
    Remove {
        /// Series id
        id: String,
    },
    /// Move figures and targets of one series into another, and remove it
    Merge {
        /// The series that goes
        from: String,
        /// The series that takes it in
        into: String,
    },
    /// Put a series away: its figures stay, and screens no longer offer it
    Archive {
        /// Series id
        id: String,
    },
    /// Take a series out of the archive
    Restore {
        /// Series id
        id: String,
    },
}

/// What a series is.
#[derive(Debug, Args)]
pub(crate) struct SeriesFields {
    /// Sector that it measures, by its id; a sector of its own when absent
    #[arg(long, value_name = "ID")]
    pub(crate) sector: Option<String>,
    /// Sector above its own, by its id; empty for none
    #[arg(long, value_name = "ID")]
    pub(crate) parent: Option<String>,
    /// Code of its sector in EBOPS 2010, such as 9.2; empty for none
    #[arg(long, value_name = "CODE")]
    pub(crate) ebops: Option<String>,
    /// How it is worked out from other series, such as "it_exports - it_imports", "share(freelance, total)",
    /// "growth(total)", "rolling(total)", "per_day(total)", "convert(total, usd_pkr)"; empty for figures that are entered
    #[arg(long, value_name = "FORMULA", allow_hyphen_values = true)]
    pub(crate) formula: Option<String>,
    /// In which it counts: "USD million", "EUR", percent, count
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: Option<String>,
    /// How often it has a figure
    #[arg(long, value_enum)]
    pub(crate) frequency: Option<FrequencyChoice>,
    /// Whether its figures add up
    #[arg(long, value_enum)]
    pub(crate) measure: Option<MeasureChoice>,
    /// Decimal places that are shown, 0 to 9
    #[arg(long, value_name = "N")]
    pub(crate) places: Option<u32>,
    /// Whether it is a part of the total above it, or stands beside it
    #[arg(long, value_enum, value_name = "WHERE")]
    pub(crate) total: Option<TotalChoice>,
    /// Who makes its statistic
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    /// Definition and caveats
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Place of its sector among its siblings, from 1
    #[arg(long, value_name = "N")]
    pub(crate) place: Option<u32>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FrequencyChoice {
    /// Each month
    Month,
    /// Each quarter of the fiscal year
    Quarter,
    /// Each fiscal year
    FiscalYear,
}

impl FrequencyChoice {
    /// The word of the workspace.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::FiscalYear => "fiscal_year",
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum MeasureChoice {
    /// Counted over the period: months add up to a year
    Flow,
    /// Counted at the end of the period: months do not add up
    Stock,
}

impl MeasureChoice {
    /// The word of the workspace.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TotalChoice {
    /// A clean part of the total of the sector above
    Part,
    /// Beside it
    Beside,
}

#[derive(Debug, Args)]
pub(crate) struct SectorArgs {
    /// The workspace file
    pub(crate) file: PathBuf,
    #[command(subcommand)]
    pub(crate) what: Option<SectorWhat>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SectorWhat {
    /// List all sectors; so it is when nothing is said
    List,
    /// Add a sector
    Add {
        /// Its title
        title: String,
        /// Its id; made of the title when absent
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        #[command(flatten)]
        fields: SectorFields,
    },
    /// Change a sector: what is not named stays
    Edit {
        /// Sector id
        id: String,
        /// Its new title
        #[arg(long, value_name = "TITLE")]
        title: Option<String>,
        #[command(flatten)]
        fields: SectorFields,
    },
    /// Remove a sector to which no series and no other sector belongs
    Remove {
        /// Sector id
        id: String,
    },
    /// Move series and sectors of one sector into another, and remove it
    Merge {
        /// The sector that goes
        from: String,
        /// The sector that takes it in
        into: String,
    },
}

/// What a sector is.
#[derive(Debug, Args)]
pub(crate) struct SectorFields {
    /// Sector that it is part of, by its id; empty for none
    #[arg(long, value_name = "ID")]
    pub(crate) parent: Option<String>,
    /// Its code in EBOPS 2010, such as 9.2; empty for none
    #[arg(long, value_name = "CODE")]
    pub(crate) ebops: Option<String>,
    /// Its place among its siblings, from 1
    #[arg(long, value_name = "N")]
    pub(crate) place: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct SettingsArgs {
    /// The workspace file; its settings are listed when nothing is to be changed
    pub(crate) file: PathBuf,
    /// Its new name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Currency of new series, three letters
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<String>,
    /// First month of the fiscal year, 1 to 12; as long as nothing is kept under the name of a year
    #[arg(long, value_name = "MONTH", value_parser = clap::value_parser!(u32).range(1..=12))]
    pub(crate) fiscal_year_start: Option<u32>,
    /// Which of its two calendar years names a fiscal year; as long as nothing is kept under the name of a year
    #[arg(long, value_name = "WHICH", value_enum)]
    pub(crate) year_names: Option<YearNamesChoice>,
    /// Feasts, public holidays and weekends that count: none, pakistan, islamic, ...; a wrong word lists them
    #[arg(long, value_name = "WHICH")]
    pub(crate) holidays: Option<String>,
}
