//! Several figures taken out at once: told before, one change, one way back.

use std::collections::{BTreeMap, BTreeSet};

use hadaf_core::{Observation, ObservationId, Period, Series, SourceId};
use hadaf_error::{Code, Result, parse_period, refusal};
use hadaf_model::{Book, Entries};
use hadaf_words::{Format, say, titled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Changed};
use crate::view::GridBlock;

/// Takes the figures of a block out, as entered by mistake.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TakeOut {
    /// Which.
    pub block: GridBlock,
    /// With everything that was entered for these periods: earlier releases, and what other sources said. Otherwise the
    /// current figures alone go, and what stood before them is read again.
    pub all: bool,
}

/// What that would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TakeOutView {
    /// How many entries would go.
    pub count: usize,
    /// "7 figures are taken out.", or that there is none.
    pub summary: String,
    /// Of which sources: "5 of State Bank of Pakistan: IT exports to February 2026".
    pub sources: Vec<String>,
    /// What stays, in sentences.
    pub remarks: Vec<String>,
    /// So many cells have more behind their current figure.
    pub behind: usize,
}

/// The entries of a block.
pub(super) struct EntriesOfBlock<'a> {
    /// Those that go.
    pub(super) going: Vec<&'a Observation>,
    /// So many periods have more entries than the current one.
    behind: usize,
    /// So many periods show a figure that nobody entered for them.
    followed: usize,
}

impl<'a> EntriesOfBlock<'a> {
    /// Reads them: the current ones, or all.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`].
    pub(super) fn of(book: &'a Book, block: &GridBlock, all: bool) -> Result<Self> {
        let mut found = Self {
            going: Vec::new(),
            behind: 0,
            followed: 0,
        };
        let mut seen: BTreeSet<(usize, Period)> = BTreeSet::new();
        for (place, id) in block.series.iter().enumerate() {
            let series = book.series(id)?;
            let readings = book.readings(series, book.now());
            for row in &block.periods {
                let period = entered_for(book, series, parse_period(row, book.calendar())?);
                if let Some(period) = period
                    && seen.insert((place, period))
                {
                    let entries = Entries::of(book, series, period);
                    if series.formula.is_some() || entries.all().is_empty() {
                        found.followed += usize::from(readings.get(period).is_some());
                    } else {
                        found.take(&entries, all);
                    }
                }
            }
        }
        Ok(found)
    }

    fn take(&mut self, entries: &Entries<'a>, all: bool) {
        self.behind += usize::from(entries.all().len() > 1);
        match all {
            true => self.going.extend(entries.all()),
            false => self.going.extend(entries.meant(None, "")),
        }
    }

    fn ids(&self) -> impl Iterator<Item = ObservationId> {
        self.going.iter().map(|entry| entry.id)
    }

    /// How many of each source, the source of most first.
    fn sources(&self, book: &Book, format: Format) -> Vec<String> {
        let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
        for entry in &self.going {
            *counts.entry(entry.source).or_default() += 1;
        }
        let mut counts: Vec<(SourceId, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let told = |(source, count): (SourceId, usize)| {
            say!(
                format.words,
                "take-out-of",
                count = count,
                source = titled(book, source)
            )
        };
        counts.into_iter().map(told).collect()
    }
}

/// The period for which the figure of a row was entered: of a quarterly series the quarter in which the month lies. None for
/// the months of a yearly series, whose figure stands in the row of the year.
fn entered_for(book: &Book, series: &Series, row: Period) -> Option<Period> {
    let calendar = book.calendar();
    let every = series.frequency.max(row.frequency());
    let period = calendar.period_of(calendar.start_of(row), every);
    (period == row || period.as_fiscal_year().is_none()).then_some(period)
}

impl App {
    /// What taking out the figures of a block would do.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Period`].
    pub fn take_out_preview(&self, request: &TakeOut) -> Result<TakeOutView> {
        let (book, format) = (self.book()?, self.format());
        let found = EntriesOfBlock::of(&book, &request.block, request.all)?;
        let (words, count) = (format.words, found.going.len());
        let stays = [
            (!request.all && found.behind > 0).then(|| say!(words, "take-out-behind", count = found.behind)),
            (found.followed > 0).then(|| say!(words, "take-out-followed", count = found.followed)),
        ];
        Ok(TakeOutView {
            count,
            summary: say!(words, "take-out-summary", count = count),
            sources: found.sources(&book, format),
            remarks: stays.into_iter().flatten().collect(),
            behind: found.behind,
        })
    }

    /// Takes them out, as one change.
    ///
    /// # Errors
    /// As [`App::take_out_preview`]; [`Code::Refused`] where there is nothing to take out, [`Code::ReadOnly`].
    pub fn take_out_apply(&self, request: &TakeOut) -> Result<Changed> {
        let (book, format) = (self.book()?, self.format());
        let found = EntriesOfBlock::of(&book, &request.block, request.all)?;
        if found.going.is_empty() {
            return Err(refusal!(Code::Refused, "take-out-nothing"));
        }
        let label = say!(format.words, "label-take-out", count = found.going.len());
        self.change(&label, |change, _| {
            Ok(found.ids().try_for_each(|id| change.take_out(id))?)
        })
    }
}
