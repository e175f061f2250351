//! What the workspace says where drafts are to be entered, and what drafts further up say.

use std::collections::{HashMap, HashSet};

use hadaf_core::{
    AsOf, Basis, Decimal, Draft, Judged, Observation, ObservationId, Period, Published, SeriesId, Source, SourceDraft,
    SourceId, Status, Vintage, VintageRole,
};
use jiff::civil::Date;

use crate::book::Book;
use crate::effect::{
    Effect, Refused, SourceBy, Withdraws, check_day, check_entered, check_kind, is_corrected_by, standing, with_mark,
};

/// What one observation is of: its series by number, the period, and whether it runs to date.
type Place = (u32, Period, Basis);

/// A source that drafts name.
#[derive(Debug, Clone, Copy)]
struct TypedDocument {
    /// The same for the same title and address.
    page: u32,
    /// The same for the same title.
    title: u32,
    /// The source of the workspace that it is, if there is one.
    source: Option<SourceId>,
}

/// What the workspace says, by place; grown series by series as drafts ask for them. What drafts repeat is held once, by
/// number.
pub(crate) struct KnownFigures<'a> {
    book: &'a Book,
    by: SourceBy,
    today: Date,
    /// Some draft withdraws, so that it must be known who said what further up.
    withdraws: bool,
    series: HashMap<SeriesId, u32>,
    last_series: Option<(SeriesId, u32)>,
    observations: HashMap<Place, Vec<&'a Observation>>,
    documents: HashMap<SourceDraft, (u32, TypedDocument)>,
    last_document: Option<(SourceDraft, (u32, TypedDocument))>,
    pages: HashMap<(String, String), u32>,
    titles: HashMap<String, u32>,
    /// Those that stand further up among the drafts, with value, day and page.
    before: HashSet<(Place, Decimal, Option<Date>, u32)>,
    /// What those say that could be corrected, by place, day and document.
    said: HashMap<(Place, Published, u32), Decimal>,
    /// Of what they are, and the title of who says it.
    above: HashSet<(Place, u32)>,
}

impl<'a> KnownFigures<'a> {
    pub(crate) fn new(book: &'a Book, by: SourceBy, today: Date, withdraws: bool) -> Self {
        Self {
            book,
            by,
            today,
            withdraws,
            series: HashMap::new(),
            last_series: None,
            observations: HashMap::new(),
            documents: HashMap::new(),
            last_document: None,
            pages: HashMap::new(),
            titles: HashMap::new(),
            before: HashSet::new(),
            said: HashMap::new(),
            above: HashSet::new(),
        }
    }

    pub(crate) fn effect(&mut self, draft: &Draft) -> Result<Effect, Refused> {
        let series = self.series(&draft.series)?;
        check_day(self.book, draft.period, draft.published.date, self.today)?;
        let place = (series, draft.period, draft.basis);
        let (number, document) = self.document(&draft.source);
        let is_known = match self.by {
            SourceBy::Document => self.is_known(place, draft, document),
            SourceBy::Title => !draft.is_withdrawn() && self.is_typed_again(place, draft, document),
        };
        if is_known {
            return Ok(Effect::Known);
        }
        check_kind(self.book, draft)?;
        if draft.is_withdrawn() {
            return self.withdraws(place, draft, document);
        }
        if self.withdraws {
            self.above.insert((place, document.title));
        }
        if let Some(corrects) = self.corrects(place, draft, (number, document)) {
            return Ok(corrects);
        }
        let (book, now) = (self.book, self.book.now());
        let there = self.at(place);
        let read = |observations: &[&Observation]| Vintage::read(observations.iter().copied(), book.calendar(), now);
        let current = read(there).filter(|reading| !reading.derived);
        let Some(reading) = current else {
            return Ok(Effect::New);
        };
        if reading.value.same_value(draft.value) {
            return Ok(Effect::Repeats);
        }
        let entered = observation(book, draft, document.source);
        let with: Vec<&Observation> = there.iter().copied().chain([&entered]).collect();
        Ok(match read(&with) {
            Some(after) if after.observation != entered.id => Effect::Beside(standing(&after, draft)),
            Some(_) if draft.status == Some(Status::Revised) && standing(&reading, draft).is_later => {
                Effect::RevisesLater(standing(&reading, draft))
            }
            _ => Effect::Differs(reading.value),
        })
    }

    /// What a withdrawal takes away: a publisher withdraws its own. Further up among the drafts may stand what it is of.
    fn withdraws(&self, place: Place, draft: &Draft, document: TypedDocument) -> Result<Effect, Refused> {
        let is_above = self.above.contains(&(place, document.title));
        let book = self.book;
        let there = self.at(place);
        let day = AsOf::Day(draft.published.known_from());
        let history = Vintage::history(there.iter().copied(), book.calendar(), day);
        let figures = || {
            let known = history.iter().filter(|it| it.role != VintageRole::NotYetKnown);
            known.filter(|it| !matches!(it.status, Status::Derived | Status::Withdrawn))
        };
        let is_its_own = |it: &&Judged<'_>| {
            let source = book.source(it.observation.source);
            source.is_some_and(|source| is_named(source, &draft.source))
        };
        let own = figures()
            .find(is_its_own)
            .filter(|it| it.role != VintageRole::Withdrawn);
        if let Some(own) = own.map(|it| it.observation) {
            let entered = observation(book, draft, Some(own.source));
            let with = there.iter().copied().chain([&entered]);
            let stays = Vintage::read(with, book.calendar(), book.now()).filter(|reading| !reading.derived);
            return Ok(Effect::Withdraws(Withdraws {
                figure: own.value,
                source: own.source,
                stays: stays.map(|reading| standing(&reading, draft)),
            }));
        }
        let standing = figures().filter(|it| !matches!(it.role, VintageRole::Withdrawn | VintageRole::Superseded));
        let mut publishers: Vec<String> = Vec::new();
        for source in standing.filter_map(|it| book.source(it.observation.source)) {
            let name = match source.publisher.trim() {
                "" => source.title.as_str(),
                publisher => publisher,
            };
            if !publishers.iter().any(|known| known.as_str() == name) {
                publishers.push(name.to_owned());
            }
        }
        match (is_above, publishers.is_empty()) {
            (true, _) => Ok(Effect::New),
            (false, true) => Ok(Effect::WithdrawsNothing),
            (false, false) => Err(Refused::NotItsOwn {
                series: book
                    .series(draft.series.as_str())
                    .map_or_else(|_| draft.series.to_string(), |it| it.title.clone()),
                period: draft.period,
                source: draft.source.title.clone(),
                publishers,
            }),
        }
    }

    fn is_known(&mut self, place: Place, draft: &Draft, document: TypedDocument) -> bool {
        let page = (place, draft.value, draft.published.date, document.page);
        let book = self.book;
        !self.before.insert(page) || self.at(place).iter().any(|there| is_same(book, there, draft))
    }

    /// Whether the source said just that on its day already, by what a person typed: a second entry would tell nothing, and
    /// confirm nothing.
    fn is_typed_again(&mut self, place: Place, draft: &Draft, document: TypedDocument) -> bool {
        let said = |there: &Observation| {
            Some(there.source) == document.source
                && there.value.same_value(draft.value)
                && there.published.date == draft.published.date
                && !there.is_withdrawn()
                && (draft.status.is_none() || draft.status == there.status)
                && (draft.note.is_empty() || draft.note == there.note)
        };
        self.at(place).iter().any(|there| said(there))
    }

    /// What the draft corrects: another thing that its source said on its day. A file that is imported again does not
    /// bring back what was put right since.
    fn corrects(&mut self, place: Place, draft: &Draft, (number, document): (u32, TypedDocument)) -> Option<Effect> {
        let (book, by) = (self.book, self.by);
        let mut there = self.at(place).iter();
        let there = there
            .rfind(|there| is_corrected_by(there, draft, document.source))
            .copied();
        let was_wrong = |there: &Observation| {
            let mut corrections = book.corrections.iter().filter(|it| it.observation == there.id);
            corrections.any(|it| it.value.is_some_and(|value| value.same_value(draft.value)))
        };
        if by == SourceBy::Document && there.is_some_and(was_wrong) {
            return Some(Effect::Known);
        }
        let there = there.map(|there| (!there.is_withdrawn()).then_some(there.value));
        let above = match draft.status {
            None => self.said.insert((place, draft.published, number), draft.value),
            Some(_) => None,
        };
        let above = above.filter(|value| !value.same_value(draft.value)).map(Some);
        above.or(there).map(Effect::Corrects)
    }

    /// The number of a series, of which all observations are known by place then.
    fn series(&mut self, id: &SeriesId) -> Result<u32, Refused> {
        // Drafts of one series mostly follow one another.
        if let Some((last, number)) = &self.last_series
            && last == id
        {
            return Ok(*number);
        }
        let number = match self.series.get(id) {
            Some(number) => *number,
            None => self.indexed(id)?,
        };
        self.last_series = Some((id.clone(), number));
        Ok(number)
    }

    fn indexed(&mut self, id: &SeriesId) -> Result<u32, Refused> {
        if self.book.series(id.as_str()).is_err() {
            return Err(Refused::UnknownSeries {
                name: id.clone(),
                known: self.book.series.iter().map(|series| series.id.clone()).collect(),
            });
        }
        check_entered(self.book, id)?;
        let number = number(self.series.len());
        self.series.insert(id.clone(), number);
        for observation in self.book.observations(id) {
            let place = (number, observation.period, observation.basis);
            self.observations.entry(place).or_default().push(observation);
        }
        Ok(number)
    }

    /// The document that a draft names, and its number.
    fn document(&mut self, named: &SourceDraft) -> (u32, TypedDocument) {
        if let Some((last, document)) = &self.last_document
            && last == named
        {
            return *document;
        }
        let document = match self.documents.get(named) {
            Some(document) => *document,
            None => self.found(named),
        };
        self.last_document = Some((named.clone(), document));
        document
    }

    fn found(&mut self, named: &SourceDraft) -> (u32, TypedDocument) {
        let fits = |source: &&Source| {
            let is_document = source.address == named.address && source.page.is_empty();
            source.title == named.title && (self.by == SourceBy::Title || is_document)
        };
        let source = self.book.sources.values().rfind(fits).map(|source| source.id);
        let (pages, titles) = (number(self.pages.len()), number(self.titles.len()));
        let page = (named.title.clone(), named.address.clone());
        let document = TypedDocument {
            page: *self.pages.entry(page).or_insert(pages),
            title: *self.titles.entry(named.title.clone()).or_insert(titles),
            source,
        };
        let found = (number(self.documents.len()), document);
        self.documents.insert(named.clone(), found);
        found
    }

    fn at(&self, place: Place) -> &[&'a Observation] {
        self.observations.get(&place).map_or(&[], Vec::as_slice)
    }
}

/// What is counted in memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).ok().unwrap_or(u32::MAX)
}

/// Whether somebody who withdraws a figure means this source: by its title, or by the name of its publisher.
fn is_named(source: &Source, named: &SourceDraft) -> bool {
    let is_same =
        |known: &str| !known.trim().is_empty() && known.trim().to_lowercase() == named.title.trim().to_lowercase();
    is_same(&source.title) || is_same(&source.publisher)
}

/// A draft as the observation that it would be: entered after all others.
fn observation(book: &Book, draft: &Draft, source: Option<SourceId>) -> Observation {
    let entered = Observation {
        id: ObservationId(i64::MAX),
        series: draft.series.clone(),
        period: draft.period,
        basis: draft.basis,
        value: draft.value,
        status: draft.status,
        published: draft.published,
        source: source.unwrap_or(SourceId::NEW),
        note: String::new(),
        entered_by: String::new(),
        entered_at: jiff::Timestamp::UNIX_EPOCH,
        preferred: false,
    };
    with_mark(book, entered)
}

/// The same value, published on the same day on the same page: importing a file twice adds nothing, nor does a spreadsheet
/// that lost the zeros at its end.
fn is_same(book: &Book, there: &Observation, draft: &Draft) -> bool {
    let page = book.source(there.source);
    there.value.same_value(draft.value)
        && there.is_withdrawn() == draft.is_withdrawn()
        && there.published.date == draft.published.date
        && page.is_some_and(|page| page.title == draft.source.title && page.address == draft.source.address)
}
