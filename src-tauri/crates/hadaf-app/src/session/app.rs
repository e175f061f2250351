//! The session: what is open, what is remembered, and the two ways to a workspace: read and change.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hadaf_error::{AppError, Code, ErrorView, Result, file_name, refusal};
use hadaf_model::{Book, Fits, Need};
use hadaf_store::{Access, Change, DataVersion, StoreError, Workspace, newest_backup};
use hadaf_words::{Format, Words, say};
use jiff::civil::Date;
use jiff::{Timestamp, ZonedDateTime};

use crate::session::{Changed, Environment, IntakeState, Memory, Settings, WorkspaceView, workspace_view as view};

/// The name under which the sample about Pakistan's IT exports is asked for.
pub const PAKISTAN: &str = "pakistan-it-exports";

/// The name under which the sample about India's services exports is asked for.
pub const INDIA: &str = "india-services-exports";

/// The samples there are, as they are offered.
pub(crate) const SAMPLES: [&str; 2] = [PAKISTAN, INDIA];

/// Hadaf without a window. Window, command line and tests call this and nothing else.
///
/// Every method may be called from any thread; calls wait for one another.
#[derive(Debug)]
pub struct App {
    environment: Environment,
    state: Mutex<SessionState>,
    /// What was dear to compute, for every workspace.
    pub(crate) fits: Fits,
    /// What is being imported.
    pub(crate) intake: IntakeState,
}

#[derive(Debug)]
pub(crate) struct SessionState {
    pub(crate) memory: Memory,
    pub(crate) open: Option<Workspace>,
    /// Where the program keeps the samples that the window opens.
    pub(crate) samples: PathBuf,
    /// The book as it was read last, and from what.
    shelf: Option<(DataVersion, Arc<Book>)>,
}

impl SessionState {
    /// Another workspace, or none.
    pub(crate) fn put(&mut self, open: Option<Workspace>) {
        self.open = open;
        self.shelf = None;
    }

    /// Where the program keeps a sample.
    pub(crate) fn sample(&self, name: &str) -> PathBuf {
        self.samples.join(format!("{name}.hadaf"))
    }

    /// The name of the program's own sample, where that is open.
    pub(crate) fn open_sample(&self) -> Option<&'static str> {
        let open = self.open.as_ref()?;
        SAMPLES
            .into_iter()
            .find(|name| same_file(open.path(), &self.sample(name)))
    }

    /// Who makes a change now.
    pub(crate) fn author(&self, environment: &Environment, now: &ZonedDateTime) -> Author {
        let name = match self.memory.settings.author.trim() {
            "" => environment.user.clone(),
            author => author.to_owned(),
        };
        Author {
            name,
            at: now.timestamp(),
        }
    }

    /// The open workspace and its book with what is needed: the one that was read last, grown by what it lacks, while
    /// the file and the day are those that it was read from; else a new one.
    pub(crate) fn book(&mut self, today: Date, need: Need<'_>) -> Result<(&Workspace, Arc<Book>)> {
        let workspace = self.open.as_ref().ok_or_else(nothing_open)?;
        let reader = workspace.read()?;
        let version = workspace.data_version()?;
        let kept = self
            .shelf
            .take()
            .filter(|(of, book)| *of == version && book.today == today);
        let book = match kept {
            Some((_, book)) if book.has(need) => book,
            Some((_, mut book)) => {
                Arc::make_mut(&mut book).extend(&reader, need)?;
                book
            }
            None => Arc::new(Book::read(&reader, today, need)?),
        };
        self.shelf = Some((version, Arc::clone(&book)));
        Ok((workspace, book))
    }
}

impl App {
    /// A session in which nothing is open yet. Settings that cannot be read are taken as not set.
    pub fn new(environment: Environment) -> Self {
        let memory = Memory::load(&environment);
        let samples = environment.data.clone();
        Self {
            environment,
            state: Mutex::new(SessionState {
                memory,
                open: None,
                samples,
                shelf: None,
            }),
            fits: Fits::default(),
            intake: IntakeState::default(),
        }
    }

    /// Opens a workspace without remembering it. With [`Access::Write`] on a file that cannot be
    /// written now, it is open for reading and [`WorkspaceView::read_only`] says why.
    ///
    /// # Errors
    /// [`Code::NotFound`], [`Code::NotAWorkspace`], [`Code::NewerVersion`], [`Code::Damaged`],
    /// [`Code::Busy`]; what was open stays open then.
    pub fn open(&self, path: &Path, access: Access) -> Result<()> {
        let mut state = self.state();
        // Opened twice in one session, the file would look as if somebody else had it.
        let held = state
            .open
            .as_ref()
            .filter(|open| same_file(open.path(), path) && open.read_only().is_none());
        if let Some(held) = held {
            if held.in_place().is_ok() {
                return Ok(());
            }
            // Another file stands there now. Once it is known to be one of ours, what was open goes, and with it the lock.
            Workspace::open(path, Access::Read).map_err(|error| unopened(error, path))?;
            state.put(None);
        }
        let workspace = Workspace::open(path, access).map_err(|error| unopened(error, path))?;
        state.put(Some(workspace));
        Ok(())
    }

    /// Opens a workspace to be changed, without remembering it.
    ///
    /// # Errors
    /// As [`App::open`]; [`Code::ReadOnly`] when it can only be read.
    pub fn open_to_change(&self, path: &Path) -> Result<()> {
        self.open(path, Access::Write)?;
        self.read(|workspace| match workspace.read_only() {
            Some(reason) => Err(AppError::from(StoreError::ReadOnly(reason.clone())).about(path)),
            None => Ok(()),
        })
    }

    /// What is open now, if anything is.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn workspace_view(&self) -> Result<Option<WorkspaceView>> {
        let mut state = self.state();
        if state.open.is_none() {
            return Ok(None);
        }
        view(&mut state, &self.now()).map(Some)
    }

    /// Remembered choices.
    pub fn settings(&self) -> Settings {
        self.state().memory.settings.clone()
    }

    /// Speaks a language for the rest of the session, without remembering it.
    ///
    /// # Errors
    /// [`Code::Word`] for one whose words are not there.
    pub fn use_language(&self, lang: &str) -> Result<()> {
        known_language(lang)?;
        self.state().memory.settings.lang = lang.to_owned();
        Ok(())
    }

    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    pub(crate) fn now(&self) -> ZonedDateTime {
        (self.environment.clock)()
    }

    /// The local day.
    pub(crate) fn today(&self) -> Date {
        self.now().date()
    }

    /// The words and number style of the settings' language.
    pub fn format(&self) -> Format {
        Format::of(&self.state().memory.settings.lang)
    }

    /// A failure in the session's language.
    pub fn in_words(&self, error: &AppError) -> ErrorView {
        error.view(self.format())
    }

    /// The same on the command line, which has words of its own for what to do.
    pub fn in_words_of_command_line(&self, error: &AppError) -> ErrorView {
        let (view, words) = (self.in_words(error), self.format().words);
        let hint = match error.message() {
            "error-exists" => Some(say!(words, "cli-exists-hint")),
            "error-import-rows" => Some(say!(words, "cli-import-rows-hint")),
            "error-import-questions" => Some(say!(words, "cli-import-questions-hint")),
            _ => None,
        };
        ErrorView {
            hint: hint.or(view.hint),
            ..view
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, SessionState> {
        // A panic in another call left the workspace as its last transaction left it, so going on is safe.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that the open workspace says.
    pub(crate) fn book(&self) -> Result<Arc<Book>> {
        self.book_for(Need::All)
    }

    /// What the open workspace says, with the observations that a question needs. It is remembered for as long as the
    /// file stays as it is.
    pub(crate) fn book_for(&self, need: Need<'_>) -> Result<Arc<Book>> {
        let today = self.today();
        let mut state = self.state();
        Ok(state.book(today, need)?.1)
    }

    pub(crate) fn read<T>(&self, act: impl FnOnce(&Workspace) -> Result<T>) -> Result<T> {
        let state = self.state();
        act(state.open.as_ref().ok_or_else(nothing_open)?)
    }

    /// Makes one labelled change of the open workspace.
    pub(crate) fn change(&self, label: &str, act: impl FnOnce(&Change<'_>, &Author) -> Result<()>) -> Result<Changed> {
        let now = self.now();
        let mut state = self.state();
        let author = state.author(self.environment(), &now);
        let workspace = state.open.as_mut().ok_or_else(nothing_open)?;
        workspace.change(label, author.at, &author.name, |change| act(change, &author))?;
        Ok(Changed {
            label: label.to_owned(),
            notes: Vec::new(),
            made: None,
            workspace: view(&mut state, &now)?,
        })
    }
}

impl App {
    /// The answer to what was asked for and is so already: nothing is written, and nothing is there to undo.
    pub(crate) fn unchanged(&self, label: &str) -> Result<Changed> {
        let now = self.now();
        let mut state = self.state();
        Ok(Changed {
            label: label.to_owned(),
            notes: Vec::new(),
            made: None,
            workspace: view(&mut state, &now)?,
        })
    }
}

/// Who makes a change, and when.
#[derive(Debug)]
pub(crate) struct Author {
    pub(crate) name: String,
    pub(crate) at: Timestamp,
}

/// Why a file was not opened. One that is damaged is told with the newest backup beside it.
fn unopened(error: StoreError, path: &Path) -> AppError {
    let backup = || match newest_backup(path) {
        Some(backup) => file_name(&backup),
        None => "none".into(),
    };
    let told = match error {
        StoreError::Damaged(detail) => refusal!(Code::Damaged, "damaged", detail = detail, backup = backup()),
        StoreError::Altered(name) => refusal!(Code::Damaged, "altered", name = name, backup = backup()),
        other => other.into(),
    };
    told.about(path)
}

pub(crate) fn nothing_open() -> AppError {
    refusal!(Code::NothingOpen, "nothing-open")
}

/// The language, if its words are there.
///
/// # Errors
/// [`Code::Word`].
pub(crate) fn known_language(lang: &str) -> Result<()> {
    if Words::languages().any(|known| known == lang) {
        return Ok(());
    }
    let known = Words::languages().collect::<Vec<_>>().join(", ");
    Err(refusal!(Code::Word, "language", lang = lang, known = known))
}

pub(crate) fn same_file(left: &Path, right: &Path) -> bool {
    left == right || right.canonicalize().is_ok_and(|right| left == right)
}
