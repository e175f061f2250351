//! The words of `hadaf risks FILE REGISTER ...`: a command for each register, whose flags are made of its fields.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use hadaf_app::wire::{PlainFormat, RegisterField, RegisterKind};
use hadaf_app::{Format, entered_fields};

use crate::choice::Choice;

/// Not the name of any field.
const ENTRY: &str = "entry-number";
const CORRECTS: &str = "corrects-it";

/// A register, and what is done with it.
#[derive(Debug)]
pub(crate) struct RegisterCall {
    pub(crate) register: RegisterKind,
    pub(crate) what: RegisterWhat,
}

#[derive(Debug)]
pub(crate) enum RegisterWhat {
    /// Nothing more: it is listed.
    List,
    /// An entry more.
    Add(BTreeMap<String, String>),
    /// One that says something else, in the fields that are named.
    Edit {
        id: String,
        values: BTreeMap<String, String>,
        corrects: bool,
    },
    /// One less.
    Remove(String),
    /// Rows of a file.
    Import(RegisterImportArgs),
    /// All of it, into a file.
    Export(RegisterExportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct RegisterImportArgs {
    /// A table as export writes it, with the names of fields over its columns; a row that names no number is known by
    /// what it is about
    pub(crate) table: PathBuf,
    /// Title of the source of rows that name none
    #[arg(long, value_name = "TITLE")]
    pub(crate) source: Option<String>,
    /// What differs was a mistake and was never so; else it has changed, and what an entry said until then is kept
    #[arg(long)]
    pub(crate) corrects: bool,
    /// Only say what is new, what has changed and what is the same
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RegisterExportArgs {
    /// Where to write it
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    /// The format; that of the ending when absent
    #[arg(long, value_parser = Choice::of(PlainFormat::ALL, PlainFormat::as_str, PlainFormat::about))]
    pub(crate) format: Option<PlainFormat>,
    /// Replace a file that exists
    #[arg(long)]
    pub(crate) force: bool,
}

impl Subcommand for RegisterCall {
    fn augment_subcommands(command: Command) -> Command {
        let registers = RegisterKind::ALL.iter().map(|kind| of_register(*kind));
        command.subcommands(registers)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        RegisterKind::ALL.iter().any(|kind| kind.as_str() == name)
    }
}

impl FromArgMatches for RegisterCall {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, given) = matches.subcommand().ok_or_else(missing)?;
        let mut kinds = RegisterKind::ALL.iter().copied();
        let register = kinds.find(|kind| kind.as_str() == name).ok_or_else(missing)?;
        let what = match given.subcommand() {
            None => RegisterWhat::List,
            Some(("add", given)) => RegisterWhat::Add(values(register, given)),
            Some(("edit", given)) => RegisterWhat::Edit {
                id: number(given)?,
                values: values(register, given),
                corrects: given.get_flag(CORRECTS),
            },
            Some(("remove", given)) => RegisterWhat::Remove(number(given)?),
            Some(("import", given)) => RegisterWhat::Import(RegisterImportArgs::from_arg_matches(given)?),
            Some((_, given)) => RegisterWhat::Export(RegisterExportArgs::from_arg_matches(given)?),
        };
        Ok(Self { register, what })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn missing() -> clap::Error {
    clap::Error::new(clap::error::ErrorKind::MissingSubcommand)
}

/// The commands of one register.
fn of_register(kind: RegisterKind) -> Command {
    let fields = entered_fields(kind, Format::of("en"));
    let flags = |is_new: bool| fields.iter().map(move |field| flag(field, is_new));
    let entry = || {
        Arg::new(ENTRY)
            .value_name("NUMBER")
            .required(true)
            .help("Its number, as it is listed")
    };
    let corrects = Arg::new(CORRECTS).long("corrects").action(ArgAction::SetTrue).help(
        "What stood there was a mistake and was never so; else it has changed, and what it said until then is kept",
    );
    Command::new(kind.as_str())
        .about(kind.about())
        .subcommand(Command::new("add").about("Add an entry").args(flags(true)))
        .subcommand(
            Command::new("edit")
                .about("Change an entry: what is not named stays")
                .arg(entry())
                .args(flags(false))
                .arg(corrects),
        )
        .subcommand(
            Command::new("remove")
                .about("Remove an entry with all that it said, or one thing that it said before")
                .arg(entry()),
        )
        .subcommand(RegisterImportArgs::augment_args(
            Command::new("import").about("Enter the rows of a table, CSV or a workbook, as one change"),
        ))
        .subcommand(RegisterExportArgs::augment_args(
            Command::new("export").about("Write the register as a table that can be imported again"),
        ))
}

/// The flag of a field.
fn flag(field: &RegisterField, is_new: bool) -> Arg {
    let choices = field.choices.iter().filter(|choice| !choice.value.is_empty());
    let choices: Vec<String> = choices
        .map(|choice| match choice.value == choice.label {
            true => choice.value.clone(),
            false => format!("{} ({})", choice.value, choice.label),
        })
        .collect();
    let how = match (field.hint.is_empty(), choices.is_empty()) {
        (false, _) => format!("{}: {}", field.label, field.hint),
        (true, false) => format!("{}: {}", field.label, choices.join(", ")),
        (true, true) => field.label.clone(),
    };
    Arg::new(field.name.clone())
        .long(field.name.replace('_', "-"))
        .value_name("TEXT")
        .allow_hyphen_values(true)
        .required(is_new && field.required)
        .help(how)
}

/// The fields that were named.
fn values(register: RegisterKind, given: &ArgMatches) -> BTreeMap<String, String> {
    let fields = entered_fields(register, Format::of("en")).into_iter();
    let value = |field: RegisterField| {
        let value = given.get_one::<String>(&field.name)?.clone();
        Some((field.name, value))
    };
    fields.filter_map(value).collect()
}

fn number(given: &ArgMatches) -> Result<String, clap::Error> {
    given.get_one::<String>(ENTRY).cloned().ok_or_else(missing)
}
