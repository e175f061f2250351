//! What becomes of the rows of a sheet: which are new, which say something else than the entry that they are about, which
//! say the same, which cannot be read. Then all of them are entered, as one change.

use std::collections::BTreeMap;

use hadaf_core::{AsOf, Dated};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::Book;
use hadaf_store::{Change, StoreError};
use hadaf_words::{Format, say, with_hint};

use super::matching::{FoundEntry, Matcher, PUBLISHED, Probe};
use super::rows_read::{GivenRows, SheetRow, SheetRows};
use super::{Entry, EntryDraft, RegisterEdit, RegisterOutcome, RegisterPlan, RegisterPlanRow, entered};

/// What becomes of all rows.
pub struct RowsPlan<E> {
    rows: Vec<PlannedRow<E>>,
    left_out: Vec<String>,
}

/// What becomes of one row.
struct PlannedRow<E> {
    line: u32,
    id: Option<String>,
    name: String,
    told: String,
    does: RowDoes<E>,
}

enum RowDoes<E> {
    New(Box<(EntryDraft<E>, String)>),
    Changed(Box<(EntryDraft<E>, String)>),
    Same,
    Invalid(AppError),
}

/// Holds rows against a register.
///
/// # Errors
/// [`Code::Import`] for a file whose first row names no field, [`Code::Refused`] where there is no row.
pub fn plan_rows<E: Entry>(given: &GivenRows<'_>, book: &Book, format: Format) -> Result<RowsPlan<E>> {
    let read = SheetRows::read::<E>(given, book)?;
    if read.rows.is_empty() {
        return Err(refusal!(Code::Refused, "register-no-rows"));
    }
    let probes: Vec<Probe<'_>> = read.rows.iter().map(|row| Probe::of::<E>(row, book)).collect();
    let mut matcher = Matcher::<E>::of(book);
    let found = matcher.find(&probes);
    let planner = Planner {
        given,
        book,
        format,
        matcher: &matcher,
    };
    let rows = probes.iter().zip(found).map(|(probe, found)| planner.row(probe, found));
    Ok(RowsPlan {
        rows: rows.collect(),
        left_out: read.left_out,
    })
}

struct Planner<'a, E> {
    given: &'a GivenRows<'a>,
    book: &'a Book,
    format: Format,
    matcher: &'a Matcher<'a, E>,
}

impl<E: Entry> Planner<'_, E> {
    fn row(&self, probe: &Probe<'_>, found: FoundEntry) -> PlannedRow<E> {
        let line = probe.row.line;
        let planned = |id: Option<String>, name: String, told: String, does: RowDoes<E>| PlannedRow {
            line,
            id,
            name,
            told,
            does,
        };
        let place = match found {
            FoundEntry::Twice => {
                let error = refusal!(Code::Refused, "register-twice");
                return planned(None, String::new(), String::new(), RowDoes::Invalid(error));
            }
            FoundEntry::Nothing => {
                return match self.draft(None, probe.row.values.clone(), "", probe.row) {
                    Ok(draft) => {
                        let name = draft.0.entry.name();
                        planned(None, name, String::new(), RowDoes::New(Box::new(draft)))
                    }
                    Err(error) => planned(None, String::new(), String::new(), RowDoes::Invalid(error)),
                };
            }
            FoundEntry::Entry(place) => place,
        };
        let entry = self.matcher.entry(place);
        let (id, name) = (Some(entry.key().to_string()), entry.name());
        if self.is_known(place, probe) {
            return planned(id, name, String::new(), RowDoes::Same);
        }
        match self.changed(place, probe) {
            Ok(draft) => planned(id, name, self.told(place, probe), RowDoes::Changed(Box::new(draft))),
            Err(error) => planned(id, name, String::new(), RowDoes::Invalid(error)),
        }
    }

    /// Whether an entry says that already, or said it on the row's day.
    fn is_known(&self, place: usize, probe: &Probe<'_>) -> bool {
        let published = probe.published();
        let states = self.states(place);
        let is_of_day = |state: &&E| dated(*state) == published;
        if self.matcher.says_the_same(place, probe) && (published.is_empty() || states.iter().any(is_of_day)) {
            return true;
        }
        let of_day = states.iter().filter(|state| !published.is_empty() && is_of_day(state));
        of_day
            .into_iter()
            .any(|state| self.matcher.state_says_the_same(state, probe))
    }

    /// What an entry says and said.
    fn states(&self, place: usize) -> Vec<&E> {
        let number = self.matcher.entry(place).number();
        E::register(self.book).states(number, AsOf::Latest(self.book.today))
    }

    fn changed(&self, place: usize, probe: &Probe<'_>) -> Result<(EntryDraft<E>, String)> {
        let published = probe.published();
        // A mistake stands in what was said on the row's day.
        let of_day = |state: &&E| self.given.corrects && !published.is_empty() && dated(*state) == published;
        let found = self.states(place).into_iter().find(of_day);
        let entry = found.unwrap_or_else(|| self.matcher.entry(place));
        let differing = self.matcher.differing(place, probe);
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        for field in entered::<E>() {
            let word = field.name.word;
            let is_other = found.is_some() || differing.iter().any(|other| other.name.word == word);
            // A sheet that names no day does not take it away.
            let is_told = is_other && (word != PUBLISHED || !published.is_empty());
            let told = probe.row.values.get(word).filter(|_| is_told);
            let text = told.cloned().or_else(|| field.text(entry)).unwrap_or_default();
            values.insert(word.to_owned(), text);
        }
        let source = entry.source().and_then(|id| self.book.source(id));
        let source = source.map_or("", |source| source.title.as_str());
        self.draft(Some(entry.key().to_string()), values, source, probe.row)
    }

    fn draft(
        &self,
        id: Option<String>,
        values: BTreeMap<String, String>,
        source: &str,
        row: &SheetRow,
    ) -> Result<(EntryDraft<E>, String)> {
        let otherwise = if source.is_empty() { self.given.source } else { source };
        let edit = RegisterEdit {
            register: E::KIND,
            id,
            values,
            source: row.source.clone().unwrap_or_else(|| otherwise.to_owned()),
            corrects: self.given.corrects,
        };
        let draft = EntryDraft::read(&edit, self.book)?;
        Ok((draft, edit.source))
    }

    /// "How it stands: begun → half done".
    fn told(&self, place: usize, probe: &Probe<'_>) -> String {
        let entry = self.matcher.entry(place);
        let words = self.format.words;
        let differing = self.matcher.differing(place, probe).into_iter();
        let differing = differing.filter(|field| field.name.word != PUBLISHED || !probe.published().is_empty());
        let told = differing.map(|field| {
            say!(
                words,
                "register-row-changed",
                field = field.label(self.format),
                before = shown(&field.text(entry).unwrap_or_default()),
                now = shown(probe.row.values.get(field.name.word).map_or("", String::as_str))
            )
        });
        let source = probe.row.source.as_ref().filter(|title| {
            let now = entry.source().and_then(|id| self.book.source(id));
            now.is_none_or(|now| now.title.trim() != title.trim())
        });
        let source = source.map(|title| {
            let now = entry.source().and_then(|id| self.book.source(id));
            say!(
                words,
                "register-row-changed",
                field = say!(words, "column-from"),
                before = shown(now.map_or("", |now| now.title.as_str())),
                now = shown(title)
            )
        });
        told.chain(source).collect::<Vec<_>>().join("; ")
    }
}

/// A text beside another one; nothing is seen as a dash.
fn shown(text: &str) -> String {
    if text.is_empty() { "\u{2013}" } else { text }.to_owned()
}

/// The day of its page; empty without one.
fn dated<E: Dated>(state: &E) -> String {
    state.published().date.map_or_else(String::new, |day| day.to_string())
}

impl<E: Entry> RowsPlan<E> {
    /// How many rows end so.
    fn count(&self, outcome: RegisterOutcome) -> usize {
        self.rows.iter().filter(|row| row.does.outcome() == outcome).count()
    }

    /// How many entries are entered or amended.
    pub fn changes(&self) -> usize {
        self.count(RegisterOutcome::New) + self.count(RegisterOutcome::Changed)
    }

    /// "8 new, 1 changed, 1 the same".
    pub fn summary(&self, format: Format) -> String {
        say!(
            format.words,
            "register-rows",
            new = self.count(RegisterOutcome::New),
            changed = self.count(RegisterOutcome::Changed),
            same = self.count(RegisterOutcome::Same),
            invalid = self.count(RegisterOutcome::Invalid),
        )
    }

    /// For whoever is asked whether it should be done.
    pub fn view(&self, format: Format) -> RegisterPlan {
        let row = |row: &PlannedRow<E>| RegisterPlanRow {
            row: row.line,
            outcome: row.does.outcome(),
            id: row.id.clone(),
            name: row.name.clone(),
            message: match &row.does {
                RowDoes::Invalid(error) => {
                    let view = error.view(format);
                    with_hint(&view.message, view.hint.as_deref().unwrap_or_default())
                }
                _ => row.told.clone(),
            },
        };
        let changes = self.changes();
        RegisterPlan {
            summary: self.summary(format),
            rows: self.rows.iter().map(row).collect(),
            left_out: self.left_out.clone(),
            changes: u32::try_from(changes).expect("a sheet has no more rows"),
            ready: changes > 0 && self.count(RegisterOutcome::Invalid) == 0,
        }
    }

    /// That all rows can be entered.
    ///
    /// # Errors
    /// [`Code::Refused`] with the first row that cannot be read, or where nothing would change.
    pub fn ready(self, format: Format) -> Result<Self> {
        let broken = self.rows.iter().find_map(|row| match &row.does {
            RowDoes::Invalid(error) => Some((row.line, error.view(format))),
            _ => None,
        });
        if let Some((line, view)) = broken {
            let cause = with_hint(&view.message, view.hint.as_deref().unwrap_or_default());
            let row = line.to_string();
            let count = self.count(RegisterOutcome::Invalid);
            return Err(refusal!(
                Code::Refused,
                "register-row",
                row = row,
                cause = cause,
                count = count
            ));
        }
        if self.changes() == 0 {
            return Err(refusal!(Code::Refused, "register-nothing"));
        }
        Ok(self)
    }

    /// Enters them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn write(self, change: &Change<'_>) -> std::result::Result<(), StoreError> {
        for row in self.rows {
            if let RowDoes::New(draft) | RowDoes::Changed(draft) = row.does {
                let (draft, title) = *draft;
                let source = match title.trim() {
                    "" => None,
                    title => Some(change.source_named(title)?),
                };
                draft.write(change, source)?;
            }
        }
        Ok(())
    }
}

impl<E> RowDoes<E> {
    fn outcome(&self) -> RegisterOutcome {
        match self {
            Self::New(_) => RegisterOutcome::New,
            Self::Changed(_) => RegisterOutcome::Changed,
            Self::Same => RegisterOutcome::Same,
            Self::Invalid(_) => RegisterOutcome::Invalid,
        }
    }
}
