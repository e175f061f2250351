//! The life of a number: every print of it, what each is to the number in force, and what was read when.

use hadaf_core::{AsOf, Observation, Period, Series, Vintage, VintageRole};
use hadaf_model::{Book, Need, Situation};
use jiff::civil::Date;

use crate::session::{App, LifeRequest, Result};
use crate::view::{LifeView, PrintView};
use crate::words::{Format, published_day, publisher, say, titled};

impl App {
    /// Every print of a number, or all that was said before and after a claim, newest first, with its
    /// role as of a day.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Period`], [`crate::Code::Date`];
    /// [`crate::Code::Word`] for a claim that is not in the workspace.
    pub fn life(&self, request: &LifeRequest) -> Result<LifeView> {
        let book = self.book_for(Need::Series(&request.series))?;
        if let Some(claim) = &request.claim {
            let as_of = self.as_of(request.as_of.as_deref())?;
            return crate::view::claim_life(&book, claim, as_of, self.format());
        }
        let series = book.series(&request.series)?;
        let period = Period::parse(&request.period, book.calendar())?;
        let teller = Teller {
            book: &book,
            series,
            format: self.format(),
            as_of: self.as_of(request.as_of.as_deref())?,
        };
        let prints: Vec<&Observation> = book
            .prints(&series.id)
            .iter()
            .filter(|print| print.period == period && !print.through)
            .collect();
        match (period, prints.is_empty()) {
            (Period::FiscalYear(_), true) => teller.months(period),
            _ => teller.life(period, &prints),
        }
    }
}

/// The prints of one period, as `show --life` lists them: newest first, with their roles.
pub(crate) fn prints_of<'a>(
    book: &'a Book,
    series: &Series,
    period: Period,
    as_of: AsOf,
) -> Vec<(&'a Observation, VintageRole)> {
    let prints = book
        .prints(&series.id)
        .iter()
        .filter(|print| print.period == period && !print.through);
    Vintage::life(prints, as_of)
}

/// The day of a moment of entry, in words.
pub(crate) fn entered_day(format: Format, at: &str) -> String {
    let moment = at.parse::<jiff::Timestamp>().ok();
    moment.map_or_else(
        || at.to_owned(),
        |moment| format.day(moment.to_zoned_datetime(jiff::tz::TimeZone::UTC).date()),
    )
}

struct Teller<'a> {
    book: &'a Book,
    series: &'a Series,
    format: Format,
    as_of: AsOf,
}

impl Teller<'_> {
    fn life(&self, period: Period, prints: &[&Observation]) -> Result<LifeView> {
        let vintage = Vintage::of(prints.iter().copied(), self.as_of);
        let mut previous: Option<&Observation> = None;
        let mut views: Vec<(VintageRole, PrintView)> = Vec::new();
        for (print, role) in vintage.roles().into_iter().rev() {
            let in_history = matches!(role, VintageRole::InForce | VintageRole::Superseded);
            views.push((role, self.print(print, role, previous.filter(|_| in_history))));
            if in_history {
                previous = Some(print);
            }
        }
        views.reverse();
        let (vintages, others): (Vec<_>, Vec<_>) = views
            .into_iter()
            .partition(|(role, _)| matches!(role, VintageRole::InForce | VintageRole::Superseded));
        let strip = |views: Vec<(VintageRole, PrintView)>| views.into_iter().map(|(_, view)| view).collect::<Vec<_>>();
        let (vintages, others) = (strip(vintages), strip(others));
        let words = self.format.words;
        Ok(LifeView {
            value: vintage
                .reading()
                .map_or_else(String::new, |reading| self.format.exact(reading.value)),
            sentences: self.sentences(prints),
            summary: say!(words, "life-summary", vintages = vintages.len(), others = others.len()),
            vintages,
            others,
            ..self.empty(period)
        })
    }

    /// A year that nobody printed: the months that its sum rests on.
    fn months(&self, period: Period) -> Result<LifeView> {
        let situation = Situation::read(self.book, self.series, self.as_of)?;
        let year = self.book.calendar().fiscal_year_of(period);
        let Some(total) = situation.total_of(year) else {
            return Ok(self.empty(period));
        };
        let month = |id: &i64| {
            let print = situation.print(*id)?;
            let role = if print.status == hadaf_core::Status::Derived {
                VintageRole::Derived
            } else {
                VintageRole::InForce
            };
            let mut view = self.print(print, role, None);
            view.note = [self.format.period(print.period), view.note]
                .join(". ")
                .trim_end_matches(". ")
                .into();
            Some(view)
        };
        let vintages: Vec<PrintView> = total.observations.iter().rev().filter_map(month).collect();
        let count = self.format.count_word(vintages.len());
        Ok(LifeView {
            value: self.format.exact(total.value),
            sentences: vec![say!(self.format.words, "life-sum", count = count)],
            summary: say!(self.format.words, "life-summary", vintages = vintages.len(), others = 0),
            vintages,
            ..self.empty(period)
        })
    }

    fn empty(&self, period: Period) -> LifeView {
        LifeView {
            series: self.series.id.to_string(),
            period: period.to_string(),
            title: format!("{}, {}", self.series.title, self.format.period(period)),
            unit: self.format.unit(self.series.unit),
            value: String::new(),
            vintages: Vec::new(),
            others: Vec::new(),
            sentences: Vec::new(),
            summary: say!(self.format.words, "life-summary", vintages = 0, others = 0),
        }
    }

    fn print(&self, print: &Observation, role: VintageRole, before: Option<&Observation>) -> PrintView {
        let change = before.and_then(|before| print.value.checked_sub(before.value).ok());
        PrintView {
            value: self.format.exact(print.value),
            exact: print.value.to_string(),
            change: change.map_or_else(String::new, |change| {
                self.format.signed(change.to_f64(), change.places())
            }),
            role: role.into(),
            role_label: self
                .format
                .words
                .say(&format!("role-{}", role.as_str().replace('_', "-")), &[]),
            published: published_day(self.format, &print.published),
            maker: String::new(),
            source: titled(self.book, print.source),
            address: self
                .book
                .source(print.source)
                .map_or_else(String::new, |source| source.address.clone()),
            entered_by: print.entered_by.clone(),
            entered_at: entered_day(self.format, &print.entered_at),
            note: print.note.clone(),
        }
    }

    /// What was read from which day on: one sentence a vintage.
    fn sentences(&self, prints: &[&Observation]) -> Vec<String> {
        let mut days: Vec<Date> = prints.iter().map(|print| print.published.known_from()).collect();
        days.sort_unstable();
        days.dedup();
        let mut read: Vec<(Date, hadaf_core::Reading)> = Vec::new();
        for day in days {
            let Some(reading) = Vintage::read(prints.iter().copied(), AsOf::Day(day)) else {
                continue;
            };
            if read
                .last()
                .is_none_or(|(_, last)| !last.value.same_value(reading.value))
            {
                read.push((day, reading));
            }
        }
        let words = self.format.words;
        let tell = |(index, (_, reading)): (usize, &(Date, hadaf_core::Reading))| {
            let value = self.format.exact(reading.value);
            let day = published_day(self.format, &reading.published);
            let source = publisher(self.book, reading.source);
            match (index, reading.derived) {
                (_, true) => say!(words, "life-derived", value = value, day = day),
                (0, false) => say!(words, "life-first", value = value, day = day, source = source),
                (_, false) => say!(words, "life-then", value = value, day = day, source = source),
            }
        };
        read.iter().enumerate().map(tell).collect()
    }
}
