//! The history of a number: every observation of it, what each is to the current figure, and what was read when.

use hadaf_core::{AsOf, Judged, Observation, Period, Series, TotalBasis, Vintage, VintageRole, isolated};
use hadaf_error::Result;
use hadaf_model::{Book, Need, Situation};
use hadaf_picture::HistoryRequest;
use hadaf_words::{
    FigureUsedView, Format, Keyword, MonthNames, Page, corrections_of, derived_note, figures_used_view,
    history_sentences, preference_words, published_day, role_words, say, titled, worked_out_words,
};
use serde::Serialize;
use ts_rs::TS;

use crate::session::App;

/// One observation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ObservationView {
    /// Its number, by which it is corrected; null for a claim.
    pub entry: Option<String>,
    /// Formatted; a dash where it says that there is no figure.
    pub value: String,
    /// Exact value.
    pub exact: String,
    /// Against the observation before; empty for the first.
    pub change: String,
    /// What it is to the current figure.
    pub role: Keyword<VintageRole>,
    /// The same in words.
    pub role_label: String,
    /// In words: "18 Dec 2024", "about 31 Jan 2025", "no date on the page".
    pub published: String,
    /// ISO day of publication; empty without one.
    pub day: String,
    /// Who said it; empty for a number, which its source says.
    pub maker: String,
    /// Publisher and title.
    pub source: String,
    /// Its title alone.
    pub source_title: String,
    /// Its number, by which it is preferred to others; null for a claim.
    pub source_number: Option<String>,
    /// Its address; may be empty.
    pub address: String,
    /// Who entered it.
    pub entered_by: String,
    /// When, in words.
    pub entered_at: String,
    /// May be empty.
    pub note: String,
}

/// A number's history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryView {
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// "IT exports, November 2024".
    pub title: String,
    /// "US$ million".
    pub unit: String,
    /// What is current, formatted; empty when nothing is.
    pub value: String,
    /// Current and superseded, newest first.
    pub vintages: Vec<ObservationView>,
    /// Kept, but not used.
    pub others: Vec<ObservationView>,
    /// "As of 1 Jan 2025 this reads 324; from 31 Jan 2025 310".
    pub sentences: Vec<String>,
    /// Typing errors that were put right: "Corrected on 27 November 2026 by Ayesha; it was entered as 4,020."
    pub corrections: Vec<String>,
    /// The decision whose figure is read, in a sentence; null where there is none.
    pub decided: Option<String>,
    /// "2 vintages, 2 other observations".
    pub summary: String,
    /// How a derived series is worked out; empty where its figures are entered.
    pub derived: String,
    /// The figures that one of a derived series is worked out from.
    pub used: Vec<FigureUsedView>,
}

impl App {
    /// Every observation of a number, or all that was said before and after a claim, newest first, with its
    /// role as of a day.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Period`], [`crate::Code::Date`];
    /// [`crate::Code::Word`] for a claim that is not in the workspace.
    pub fn history(&self, request: &HistoryRequest) -> Result<HistoryView> {
        let book = self.book_for(Need::Series(&request.series))?;
        if let Some(claim) = &request.claim {
            let as_of = self.as_of(request.as_of.as_deref())?;
            return crate::view::claim_history(&book, claim, as_of, self.format());
        }
        let series = book.series(&request.series)?;
        let period = Period::parse(&request.period, book.calendar())?;
        let history = SeriesHistory {
            book: &book,
            series,
            format: self.format(),
            as_of: self.as_of(request.as_of.as_deref())?,
        };
        let observations: Vec<&Observation> = book
            .observations(&series.id)
            .iter()
            .filter(|observation| observation.period == period && !observation.basis.is_to_date())
            .collect();
        if series.formula.is_some() {
            return Ok(HistoryView {
                derived: derived_note(&book, history.format, series).unwrap_or_default(),
                used: figures_used_view(&book, history.format, series, period, history.as_of),
                ..history.of_period(period, &observations)?
            });
        }
        let readings = book.readings(series, history.as_of);
        let worked_out = period
            .as_month()
            .and_then(|month| readings.get(month).zip(readings.derivation(month)));
        if let Some((reading, derivation)) = worked_out {
            let mut view = history.of_period(period, &observations)?;
            view.value = history.format.exact(reading.value);
            view.sentences
                .push(worked_out_words(history.format, reading.value, derivation));
            return Ok(view);
        }
        match (period, observations.is_empty()) {
            (Period::FiscalYear(_), true) => history.months(period),
            _ => history.of_period(period, &observations),
        }
    }
}

/// It is, was or will be read.
fn is_vintage(role: VintageRole) -> bool {
    matches!(
        role,
        VintageRole::Current | VintageRole::Superseded | VintageRole::Withdrawn
    )
}

/// The day of a moment of entry, in words.
pub(crate) fn entered_day(format: Format, at: jiff::Timestamp) -> String {
    format.day(at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
}

/// A series whose numbers are asked about.
struct SeriesHistory<'a> {
    book: &'a Book,
    series: &'a Series,
    format: Format,
    as_of: AsOf,
}

impl SeriesHistory<'_> {
    fn of_period(&self, period: Period, observations: &[&Observation]) -> Result<HistoryView> {
        let vintage = Vintage::of(observations.iter().copied(), self.book.calendar(), self.as_of);
        let mut previous: Option<&Observation> = None;
        let (mut vintages, mut others) = (Vec::new(), Vec::new());
        for judged in vintage.roles().into_iter().rev() {
            if !is_vintage(judged.role) {
                others.push(self.observation(&judged, None));
                continue;
            }
            vintages.push(self.observation(&judged, previous));
            // What follows an estimate or a withdrawal is no change of it.
            previous = (judged.outturn && judged.role != VintageRole::Withdrawn).then_some(judged.observation);
        }
        vintages.reverse();
        others.reverse();
        let words = self.format.words;
        Ok(HistoryView {
            value: vintage
                .reading()
                .map_or_else(String::new, |reading| self.format.exact(reading.value)),
            sentences: history_sentences(self.book, self.format, observations),
            corrections: corrections_of(self.book, self.format, observations),
            summary: say!(
                words,
                "history-summary",
                vintages = vintages.len(),
                others = others.len()
            ),
            vintages,
            others,
            ..self.empty(period)
        })
    }

    /// A year that nobody published: the months that its sum rests on.
    fn months(&self, period: Period) -> Result<HistoryView> {
        let situation = Situation::read(self.book, self.series, self.as_of)?;
        let year = self.book.calendar().fiscal_year_of(period);
        let Some(total) = situation.total_of(year) else {
            let partial = situation.partial.iter().find(|partial| partial.fiscal_year == year);
            let page = Page::new(&situation, self.format);
            let known = partial.map(|partial| {
                let partly = page.partly(partial);
                say!(self.format.words, "grid-part-hint", partly = partly)
            });
            return Ok(HistoryView {
                sentences: known.into_iter().collect(),
                ..self.empty(period)
            });
        };
        let month = |id: &hadaf_core::ObservationId| {
            let observation = situation.observation(*id)?;
            let of_month = Vintage::history(self.entries(observation.period), self.book.calendar(), self.as_of);
            let judged = of_month.into_iter().find(|it| it.observation.id == *id)?;
            let mut view = self.observation(&judged, None);
            // It is corrected where it stands, among the entries of its month.
            view.entry = None;
            view.note = [self.format.period(observation.period), view.note]
                .join(". ")
                .trim_end_matches(". ")
                .into();
            Some(view)
        };
        let vintages: Vec<ObservationView> = total.observations.iter().rev().filter_map(month).collect();
        let periods = Page::new(&situation, self.format).periods();
        let (end, counted) = (
            periods.end(total.last_month, MonthNames::Dated),
            periods.count(total.months.into()),
        );
        Ok(HistoryView {
            value: self.format.exact(total.value),
            sentences: vec![match total.basis {
                TotalBasis::PublishedToDate => say!(self.format.words, "history-to-date", end = end),
                TotalBasis::Last => say!(self.format.words, "total-last", end = end),
                _ => say!(
                    self.format.words,
                    "history-sum",
                    number = counted.number,
                    count = self.format.count_word(counted.number),
                    every = counted.every
                ),
            }],
            summary: say!(
                self.format.words,
                "history-summary",
                vintages = vintages.len(),
                others = 0
            ),
            vintages,
            ..self.empty(period)
        })
    }

    fn empty(&self, period: Period) -> HistoryView {
        HistoryView {
            series: self.series.id.to_string(),
            period: period.to_string(),
            title: format!("{}, {}", isolated(&self.series.title), self.format.period(period)),
            unit: self.format.unit(self.series.unit),
            value: String::new(),
            vintages: Vec::new(),
            others: Vec::new(),
            sentences: Vec::new(),
            corrections: Vec::new(),
            decided: (self.book.preference_on(&self.series.id, period, self.as_of))
                .map(|it| preference_words(self.book, self.format, it)),
            summary: say!(self.format.words, "history-summary", vintages = 0, others = 0),
            derived: String::new(),
            used: Vec::new(),
        }
    }

    /// Every observation of a period.
    fn entries(&self, period: Period) -> impl Iterator<Item = &Observation> {
        let observations = self.book.observations(&self.series.id).iter();
        observations.filter(move |observation| observation.period == period && !observation.basis.is_to_date())
    }

    fn observation(&self, judged: &Judged<'_>, before: Option<&Observation>) -> ObservationView {
        let observation = judged.observation;
        let is_withdrawn = observation.is_withdrawn();
        let change = before
            .filter(|_| !is_withdrawn)
            .and_then(|before| observation.value.checked_sub(before.value).ok());
        let source = self.book.source(observation.source);
        ObservationView {
            entry: (!observation.id.is_calculated()).then(|| observation.id.to_string()),
            value: match is_withdrawn {
                true => "\u{2013}".into(),
                false => self.format.exact(observation.value),
            },
            exact: match is_withdrawn {
                true => String::new(),
                false => observation.value.to_string(),
            },
            change: change.map_or_else(String::new, |change| {
                self.format.signed(change.to_f64(), change.places())
            }),
            role: judged.role.into(),
            role_label: role_words(self.format, judged.role, judged.status),
            published: published_day(self.format, &observation.published),
            day: observation
                .published
                .date
                .map_or_else(String::new, |day| day.to_string()),
            maker: String::new(),
            source: titled(self.book, observation.source),
            source_title: source.map_or_else(String::new, |source| source.title.clone()),
            source_number: Some(observation.source.to_string()),
            address: source.map_or_else(String::new, |source| source.address.clone()),
            entered_by: observation.entered_by.clone(),
            entered_at: entered_day(self.format, observation.entered_at),
            note: observation.note.clone(),
        }
    }
}
