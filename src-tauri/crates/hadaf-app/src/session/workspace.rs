//! Use cases around the workspace file: open, new, sample, save a copy, close.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hadaf_core::{
    FiscalCalendar, Frequency, Holidays, Measure, Scale, Sector, SectorId, Series, SeriesId, Unit, YearNames,
};
use hadaf_error::{AppError, Code, Result, file_name, refusal, required};
use hadaf_fonts::on_one_line;
use hadaf_model::{Book, Need};
use hadaf_store::{Access, Change, Existing, StoreError, Workspace, WorkspaceInfo};
use hadaf_words::{Format, say};
use jiff::ZonedDateTime;

use super::app::SessionState;
use super::files::{Unbuilt, to_be_written, unwritten};
use crate::session::{
    App, Exported, INDIA, NewWorkspace, SAMPLES, SampleItem, SeriesItem, Settings, StartView, WorkspaceCounts,
    WorkspaceView, days, same_file,
};

impl App {
    /// What the first screen shows.
    pub fn start(&self) -> StartView {
        let samples = self.samples();
        let state = self.state();
        StartView {
            version: env!("CARGO_PKG_VERSION").into(),
            samples,
            recent: state.memory.recent(&self.now()),
            settings: state.memory.settings.clone(),
            months: Format::of(&state.memory.settings.lang).month_names().into(),
        }
    }

    /// The samples that can be opened, with what each is about.
    pub fn samples(&self) -> Vec<SampleItem> {
        let words = Format::of(&self.state().memory.settings.lang).words;
        let about = |name: &str| match name {
            INDIA => say!(words, "sample-india"),
            _ => say!(words, "sample-pakistan"),
        };
        let item = |name: &str| SampleItem {
            name: name.to_owned(),
            title: about(name),
        };
        SAMPLES.map(item).into()
    }

    /// Takes and keeps new choices, brought back into what the program offers.
    ///
    /// # Errors
    /// Those of writing the settings.
    pub fn settings_set(&self, settings: &Settings) -> Result<Settings> {
        let mut state = self.state();
        state.memory.choose(settings.clone());
        state.memory.save(self.environment())?;
        Ok(state.memory.settings.clone())
    }

    /// Opens a workspace and remembers it.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn workspace_open(&self, path: &Path) -> Result<WorkspaceView> {
        self.open(path, Access::Write)?;
        self.remembered()
    }

    /// Creates a workspace with one series, its total, opens and remembers it.
    ///
    /// # Errors
    /// [`Code::Exists`], [`Code::Word`] for an empty name or a currency that is none, and those of
    /// writing a workspace.
    pub fn workspace_new(&self, new: &NewWorkspace) -> Result<WorkspaceView> {
        self.create(new, Existing::Keep)?;
        self.remembered()
    }

    /// Creates a workspace as [`App::workspace_new`] does, without remembering it.
    ///
    /// # Errors
    /// As [`App::workspace_new`].
    pub fn create(&self, new: &NewWorkspace, existing: Existing) -> Result<()> {
        // A number that no byte holds is refused as no month, like any other.
        let month = u8::try_from(new.fiscal_year_start_month).ok().unwrap_or(u8::MAX);
        let names = match new.year_names.as_deref() {
            None => YearNames::default(),
            Some(word) => word.trim().parse()?,
        };
        let fresh = WorkspaceInfo {
            name: required(&on_one_line(&new.name), || refusal!(Code::Word, "name-missing"))?,
            currency: new.currency.trim().to_uppercase().parse()?,
            calendar: FiscalCalendar::new(month)?.named(names),
            created: self.now().timestamp(),
            holidays: Holidays::NONE,
        };
        let title = required(&on_one_line(&new.series_title), || {
            refusal!(Code::Word, "series-missing")
        })?;
        self.make_room(&new.path, existing)?;
        let unit = Unit::Money {
            currency: fresh.currency,
            scale: Scale::Million,
        };
        let fill = |change: &Change<'_>| -> Result<()> {
            let sector = SectorId::new("total")?;
            change.put(&Sector {
                id: sector.clone(),
                title: title.clone(),
                parent: None,
                ebops: None,
                position: 0,
            })?;
            change.put(&Series {
                id: SeriesId::new("total")?,
                sector,
                title: title.clone(),
                unit,
                frequency: Frequency::Month,
                measure: Measure::Flow,
                places: 0,
                part_of_total: false,
                position: 0,
                origin: on_one_line(new.origin.as_deref().unwrap_or_default()).trim().to_owned(),
                note: String::new(),
                archived: false,
                formula: None,
            })?;
            Ok(())
        };
        let filled = |change: &Change<'_>| fill(change).map_err(Unbuilt::Content);
        let workspace = Workspace::build(&new.path, &fresh, existing, filled).map_err(|error| error.at(&new.path))?;
        self.state().put(Some(workspace));
        Ok(())
    }

    /// Writes a copy of the open workspace, with its history. The save dialog has asked whether a file
    /// that stands there may go.
    ///
    /// # Errors
    /// [`Code::Exists`] when `path` is the open workspace itself, [`Code::NothingOpen`], and those of
    /// writing a workspace.
    pub fn workspace_save_copy(&self, path: &Path) -> Result<Exported> {
        self.read(|workspace| {
            let copied = workspace.save_copy(path, Existing::Replace);
            copied.map_err(|error| unwritten(error, path))?;
            let bytes = path.metadata().map_err(|error| AppError::io(path, &error))?.len();
            Ok(Exported {
                path: path.display().to_string(),
                bytes: u32::try_from(bytes).ok().unwrap_or(u32::MAX),
                replaced: None,
                remarks: Vec::new(),
            })
        })
    }

    /// Closes the workspace; every change is in the file already.
    pub fn workspace_close(&self) -> StartView {
        self.state().put(None);
        self.start()
    }

    /// Refuses a file that is to be kept, and closes the open workspace when it is to be replaced:
    /// to the store it would be one that somebody has open.
    pub(crate) fn make_room(&self, path: &Path, existing: Existing) -> Result<()> {
        to_be_written(path, existing)?;
        let mut state = self.state();
        if state.open.as_ref().is_some_and(|open| same_file(open.path(), path)) {
            state.put(None);
        }
        Ok(())
    }

    /// Puts the open workspace at the head of those opened before. Settings that cannot be written
    /// do not keep anybody from working.
    pub(crate) fn remembered(&self) -> Result<WorkspaceView> {
        let now = self.now();
        let mut state = self.state();
        let view = view(&mut state, &now)?;
        let path = PathBuf::from(&view.path);
        state.memory.remember(&path, &view.name, &now);
        let _ = state.memory.save(self.environment());
        Ok(view)
    }
}

/// The shell's state of an open workspace.
pub(crate) fn view(state: &mut SessionState, now: &ZonedDateTime) -> Result<WorkspaceView> {
    let format = Format::of(&state.memory.settings.lang);
    let is_sample = state.open_sample().is_some();
    let (workspace, book) = state.book(now.date(), Need::Registers)?;
    let reader = workspace.read()?;
    let observations = reader.observation_counts()?;
    let log = reader.log()?;
    let saved = log.first().map_or(book.info.created, |entry| entry.at);
    let label = |entry: hadaf_store::JournalEntry| entry.label;
    let changes = log.iter().filter(|entry| !entry.undone).count();
    let sample = (changes > 0 && is_sample).then(|| say!(format.words, "sample-changed", count = changes));
    Ok(WorkspaceView {
        path: workspace.path().display().to_string(),
        file_name: file_name(workspace.path()),
        name: book.info.name.clone(),
        currency: book.info.currency.to_string(),
        fiscal_year_start_month: book.calendar().start_month().into(),
        fiscal_year_names: book.calendar().names().into(),
        saved_at: format.moment(&saved.to_zoned_datetime(now.time_zone().clone()), now),
        read_only: why_read_only(format, workspace),
        replaced: matches!(workspace.in_place(), Err(StoreError::Replaced)),
        sample,
        undo: reader.next_undo()?.map(label),
        redo: reader.next_redo()?.map(label),
        today: now.date().to_string(),
        latest: book.latest().map(|day| day.to_string()),
        days: days(now.date(), book.latest(), *book.calendar(), format),
        series: book
            .series
            .iter()
            .map(|series| item(&book, series, &observations, format))
            .collect(),
        counts: counts(&book, &observations),
    })
}

fn item(book: &Book, series: &Series, observations: &BTreeMap<SeriesId, usize>, format: Format) -> SeriesItem {
    SeriesItem {
        id: series.id.to_string(),
        title: series.title.clone(),
        parent: book.parent(series).map(|parent| parent.id.to_string()),
        depth: book.depth(series),
        unit: format.unit(series.unit),
        origin: series.origin.clone(),
        frequency: series.frequency.into(),
        archived: series.archived,
        observations: count(observations.get(&series.id).copied().unwrap_or(0)),
    }
}

fn counts(book: &Book, observations: &BTreeMap<SeriesId, usize>) -> WorkspaceCounts {
    WorkspaceCounts {
        observations: count(observations.values().sum()),
        claims: count(book.claims.len()),
        disruptions: count(book.disruptions.entries().len()),
        budget_lines: count(book.budget.entries().len()),
        initiatives: count(book.initiatives.entries().len()),
        concerns: count(book.concerns.entries().len()),
        sources: count(book.sources.len()),
    }
}

/// Why nothing can be changed now, if so.
fn why_read_only(format: Format, workspace: &Workspace) -> Option<String> {
    let (why, detail) = match (workspace.in_place(), workspace.read_only()) {
        (Err(StoreError::Replaced), _) => ("replaced", ""),
        (Err(_), _) => ("gone", ""),
        (Ok(()), Some(reason)) => (reason.as_str(), reason.detail()),
        (Ok(()), None) => return None,
    };
    Some(say!(format.words, "read-only", why = why, detail = detail))
}

/// The number of a record as the page knows it. One beyond that is in files made by hand alone; the page then names
/// none that there is.
pub(crate) fn number_on_the_wire(id: i64) -> u32 {
    u32::try_from(id).ok().unwrap_or(u32::MAX)
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).expect("nothing is counted in billions")
}
