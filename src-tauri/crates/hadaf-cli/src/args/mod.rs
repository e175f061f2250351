//! The words of the call. A verb's own ones may stand beside what it does.

mod entering;
mod outline;
mod registers;
mod sources;
mod target;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use clap_complete::Shell;
use hadaf_app::wire::{ChartKind, ChartTheme, ExportFormat, RegisterKind};

pub(crate) use self::entering::{CorrectArgs, ImportArgs, RenameArgs, RenameWhat, SetArgs, StatusChoice, WithdrawArgs};
pub(crate) use self::outline::{
    SectorArgs, SectorFields, SectorWhat, SeriesArgs, SeriesFields, SeriesWhat, SettingsArgs, TotalChoice,
};
pub(crate) use self::registers::{RegisterCall, RegisterExportArgs, RegisterImportArgs, RegisterWhat};
pub(crate) use self::sources::{PreferArgs, RevisionsArgs, SourceFields, SourcesArgs, SourcesWhat};
pub(crate) use self::target::{ClaimFields, ClaimsWhat, JudgeFields, YesOrNo};
use crate::choice::Choice;

/// A workspace and nothing else.
#[derive(Debug, Args)]
pub(crate) struct OnlyArgs {
    /// The workspace
    pub(crate) file: PathBuf,
}

/// Which shell completions are for.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// Which shell
    pub(crate) shell: Shell,
}

/// Nothing more.
#[derive(Debug, Args)]
pub(crate) struct NoArgs {}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// List what was accepted too
    #[arg(long)]
    pub(crate) all: bool,
    /// Let a finding stand, by its kind and place as they are listed, such as break:ict_total@2026-03
    #[arg(long, value_name = "ID", requires = "because", conflicts_with_all = ["all", "withdraw_acceptance"])]
    pub(crate) accept: Option<String>,
    /// Why it stands
    #[arg(long, value_name = "TEXT", requires = "accept")]
    pub(crate) because: Option<String>,
    /// Hold a finding open again that was accepted
    #[arg(long, value_name = "ID", conflicts_with = "all")]
    pub(crate) withdraw_acceptance: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// Where to create it
    pub(crate) file: PathBuf,
    /// Fill it with a sample
    #[arg(long, value_name = "NAME", conflicts_with_all = ["name", "currency", "fiscal_year_start", "series"])]
    pub(crate) sample: Option<String>,
    /// Its name; the file's name when absent
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Currency, three letters
    #[arg(long, default_value = "USD")]
    pub(crate) currency: String,
    /// First month of the fiscal year, 1 to 12
    #[arg(long, value_name = "MONTH", default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=12))]
    pub(crate) fiscal_year_start: u32,
    /// Which of its two calendar years names a fiscal year: FY2025 ends in 2025, or begins in it
    #[arg(long, value_name = "WHICH", value_enum, conflicts_with = "sample")]
    pub(crate) year_names: Option<YearNamesChoice>,
    /// Title of the first series, the total
    #[arg(long, value_name = "TITLE", default_value = "Exports")]
    pub(crate) series: String,
    /// Who makes its statistic, e.g. "State Bank of Pakistan"
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    pub(crate) origin: Option<String>,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum YearNamesChoice {
    /// The year in which it ends; so it is when nothing is said
    Last,
    /// The year in which it begins
    First,
}

impl YearNamesChoice {
    /// The word of the workspace.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::First => "first",
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// One series; all when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Read what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// One fiscal year
    #[arg(long, value_name = "YEAR")]
    pub(crate) fiscal_year: Option<String>,
    /// Every observation of one figure, such as ict_total@2024-11
    #[arg(long, alias = "life", value_name = "SERIES@PERIOD", conflicts_with_all = ["series", "fiscal_year"])]
    pub(crate) history: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ForecastArgs {
    /// The workspace
    #[arg(required_unless_present = "csv", conflicts_with = "csv")]
    pub(crate) file: Option<PathBuf>,
    /// One series; the first when absent
    #[arg(long, value_name = "ID", conflicts_with = "csv")]
    pub(crate) series: Option<String>,
    /// Know only what was known on a day
    #[arg(long, value_name = "DATE", conflicts_with = "csv")]
    pub(crate) as_of: Option<String>,
    /// Periods ahead, 1 to 120; when absent to the end of the fiscal year after the current one, of a table one
    /// season
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) horizon: Option<usize>,
    /// Lay a scenario of the workspace over it, by its id
    #[arg(long, value_name = "NAME", conflicts_with = "csv")]
    pub(crate) scenario: Option<String>,
    /// Tell the chance of this amount too, in the series' unit; may be given several times
    #[arg(long, value_name = "AMOUNT", conflicts_with = "csv")]
    pub(crate) reach: Vec<String>,
    /// Tell the record too: what would have been said from past months, against the outturn
    #[arg(long, conflicts_with = "csv")]
    pub(crate) backtest: bool,
    /// Instead of a workspace: a long table with the columns series_id, t, value
    #[arg(long, value_name = "FILE", requires = "season", requires = "out")]
    pub(crate) csv: Option<PathBuf>,
    /// Periods in a season of the table: 12 for months, 4 for quarters, 1 without one
    #[arg(long, value_name = "N", requires = "csv", value_parser = count)]
    pub(crate) season: Option<usize>,
    /// Where the forecasts of the table go: series_id,h,mean,lo80,hi80,lo95,hi95
    #[arg(long, value_name = "FILE", requires = "csv")]
    pub(crate) out: Option<PathBuf>,
    /// Where the chances of the table's next season go: series_id,factor,p
    #[arg(long, value_name = "FILE", requires = "csv")]
    pub(crate) annual: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long, requires = "csv")]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ScenarioArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Id of a scenario, such as week_offline; all are listed when absent
    pub(crate) name: Option<String>,
    /// One series; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Know only what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Which year; the current one when absent
    #[arg(long, value_name = "YEAR")]
    pub(crate) fiscal_year: Option<String>,
    /// Which claim break-even and tornado ask about; the target that stands when absent
    #[arg(long, value_name = "ID")]
    pub(crate) claim: Option<String>,
    /// Set a factor for this run: outage.1.days=10, or made_up=0.9,0.7,0.4 for low, central and high cost; may be
    /// given several times
    #[arg(long, value_name = "FACTOR=VALUE", value_parser = setting, requires = "name")]
    pub(crate) set: Vec<FactorSetting>,
}

/// One factor and what it is set to, low, central and high.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FactorSetting {
    pub(crate) factor: String,
    pub(crate) values: [String; 3],
}

/// "made_up=0.9,0.7,0.4", or one number for all three.
fn setting(text: &str) -> Result<FactorSetting, String> {
    let (factor, values) = text
        .split_once('=')
        .ok_or("write FACTOR=VALUE, such as outage.1.days=10")?;
    let parts: Vec<&str> = values.split(',').map(str::trim).collect();
    let values = match parts[..] {
        [one] => [one, one, one],
        [low, central, high] => [low, central, high],
        _ => return Err("write one number, or three: low, central and high cost".into()),
    };
    Ok(FactorSetting {
        factor: factor.trim().to_owned(),
        values: values.map(str::to_owned),
    })
}

#[derive(Debug, Args)]
pub(crate) struct RisksArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// One register; all when absent
    #[arg(long, value_parser = register())]
    pub(crate) register: Option<RegisterKind>,
    /// Series whose exports a cost is held against; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Know only what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    #[command(subcommand)]
    pub(crate) what: Option<RegisterCall>,
}

#[derive(Debug, Args)]
pub(crate) struct ClaimsArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// One series; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Know only what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Only claims whose maker or office contains this
    #[arg(long, value_name = "TEXT")]
    pub(crate) maker: Option<String>,
    /// Only claims whose year is not known whole
    #[arg(long, conflicts_with = "due")]
    pub(crate) open: bool,
    /// Only claims that were held against a total, or replaced
    #[arg(long)]
    pub(crate) due: bool,
    #[command(subcommand)]
    pub(crate) what: Option<ClaimsWhat>,
}

#[derive(Debug, Args)]
pub(crate) struct ChartArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Which chart
    #[arg(value_parser = chart_kind())]
    pub(crate) kind: ChartKind,
    /// Where to write it; the ending says the format: svg, png or pdf, or csv for the numbers behind it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Canvas in pixels
    #[arg(long, value_name = "WxH", default_value = "960x540", value_parser = size)]
    pub(crate) size: (f64, f64),
    /// Pixels of a PNG to each of the canvas, such as 2 for a dense screen; 0.1 to 10
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    pub(crate) scale: Option<f64>,
    /// Colours
    #[arg(long, default_value = "light", value_parser = Choice::of(ChartTheme::ALL, ChartTheme::as_str, ChartTheme::about))]
    pub(crate) theme: ChartTheme,
    /// Write the notes of entries too, where the file is a table; they stay in the workspace when absent
    #[arg(long)]
    pub(crate) with_notes: bool,
    /// Scenario for the kinds that draw one, by its id
    #[arg(long, value_name = "NAME")]
    pub(crate) scenario: Option<String>,
    /// One series; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Draw what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Language
    #[arg(long, default_value = "en")]
    pub(crate) lang: String,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Which format
    #[arg(long, value_parser = Choice::of(&ExportFormat::ALL, ExportFormat::as_str, ExportFormat::about))]
    pub(crate) format: ExportFormat,
    /// Where to write it
    #[arg(long, value_name = "FILE", required_unless_present = "dry_run")]
    pub(crate) out: Option<PathBuf>,
    /// One series; may be given several times; all that are not archived when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Vec<String>,
    /// Write what was known on a day
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Write the notes of figures, targets and sources too; they stay in the workspace when absent
    #[arg(long)]
    pub(crate) with_notes: bool,
    /// Only list what would leave
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Language of headings that people read
    #[arg(long, default_value = "en")]
    pub(crate) lang: String,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BriefArgs {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Where to write it; ends in .pdf
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Which briefing
    #[arg(long, value_enum, default_value_t = Template::OnePage)]
    pub(crate) template: Template,
    /// One series; the first when absent
    #[arg(long, value_name = "ID")]
    pub(crate) series: Option<String>,
    /// Write what was known on a day; today when absent
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Attach the notes of figures too; they stay in the workspace when absent
    #[arg(long)]
    pub(crate) with_notes: bool,
    /// Language
    #[arg(long, default_value = "en")]
    pub(crate) lang: String,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Template {
    /// One page: headline, chart, years, pace, three questions, sources
    OnePage,
}

/// The charts of the application, two of them under a shorter or older name too.
fn chart_kind() -> Choice<ChartKind> {
    Choice::of(ChartKind::ALL, ChartKind::as_str, ChartKind::about)
        .or(&[("monthly", "trajectory"), ("year-to-date", "ytd")])
}

fn register() -> Choice<RegisterKind> {
    Choice::of(RegisterKind::ALL, RegisterKind::as_str, RegisterKind::about)
}

/// What is too small or too large is told where it is used.
fn number(text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| "write a number, such as 2".into())
}

fn count(text: &str) -> Result<usize, String> {
    let count = text.trim().parse().ok();
    count.ok_or_else(|| "write a whole number, such as 12".into())
}

/// "960x540".
fn size(text: &str) -> Result<(f64, f64), String> {
    let read = |part: &str| part.trim().parse::<u32>().ok().map(f64::from);
    text.split_once(['x', 'X', '\u{d7}'])
        .and_then(|(width, height)| Some((read(width)?, read(height)?)))
        .ok_or_else(|| "write width x height in pixels, such as 960x540".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_is_set_to_one_number_or_three() {
        let values = |text| setting(text).map(|setting| setting.values.join(" "));
        assert_eq!(values("outage.1.days=10"), Ok("10 10 10".into()));
        assert_eq!(values("made_up = 0.9, 0.7, 0.4"), Ok("0.9 0.7 0.4".into()));
        assert!(values("made_up").is_err() && values("made_up=1,2").is_err());
    }

    #[test]
    fn a_size_is_two_numbers() {
        assert_eq!(size("960x540"), Ok((960.0, 540.0)));
        assert!(size("960").is_err());
        assert!(size("960x-1").is_err());
        assert_eq!((number("0.5"), count("12")), (Ok(0.5), Ok(12)));
        assert!(number("inf").is_err() && number("two").is_err() && count("-1").is_err() && count("1.5").is_err());
    }
}
