//! Whether figures are meant that are about to be entered: what is doubted of them, asked by every entrance, and what
//! counts as accepted because it was entered anyway.

use std::collections::BTreeSet;
use std::sync::Arc;

use hadaf_core::{SeriesId, Status};
use hadaf_error::Result;
use hadaf_import::read_year;
use hadaf_model::{Book, Effect, Entering, Step};
use hadaf_store::Change;
use hadaf_words::{DoubtView, Format, doubt_views, month_or_year, revised_before};

use super::writer::ObservationWriter;
use crate::session::{App, Author};

impl App {
    /// What stood before some doubted steps that are entered `anyway`, with the series that they are of; nothing where none
    /// of them is doubted.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub(super) fn doubted_before(&self, book: &Book, steps: &[Step], anyway: bool) -> Result<Option<Doubted>> {
        if !anyway {
            return Ok(None);
        }
        let doubts = doubts_of(book, steps, self.format())?;
        let doubted = steps.iter().zip(doubts).filter(|(_, doubts)| !doubts.is_empty());
        let series: BTreeSet<SeriesId> = doubted.map(|(step, _)| step.draft.series.clone()).collect();
        if series.is_empty() {
            return Ok(None);
        }
        Ok(Some((self.book()?, series.into_iter().collect())))
    }
}

/// What stood before, and the series of which something doubted is entered.
pub(super) type Doubted = (Arc<Book>, Vec<SeriesId>);

/// Counts what is doubted of what was just written as accepted.
pub(super) fn accept_doubted(change: &Change<'_>, author: &Author, doubted: Option<&Doubted>) -> Result<()> {
    let Some((before, series)) = doubted else {
        return Ok(());
    };
    ObservationWriter::accept(change, author, before, series)
}

/// The doubt that a period was read as a month where a year may have been meant.
pub(super) fn read_as(book: &Book, format: Format, typed: &str, figure: &Entering) -> Option<DoubtView> {
    let (period, _) = read_year(typed, book.calendar()).ok()?;
    month_or_year(format, book, figure, period.as_fiscal_year()?, typed)
}

/// The doubts about the steps of a plan, in their order.
///
/// # Errors
/// Sums that do not fit.
pub(super) fn doubts_of(book: &Book, steps: &[Step], format: Format) -> Result<Vec<Vec<DoubtView>>> {
    let mut figures: Vec<Entering> = Vec::new();
    let mut asked = Vec::with_capacity(steps.len());
    for step in steps {
        let figure = entering(book, step);
        asked.push(figure.is_some());
        figures.extend(figure);
    }
    let mut found = doubt_views(format, book, &figures)?.into_iter();
    let of = |(step, is_asked): (&Step, bool)| {
        let mut doubts = if is_asked {
            found.next().unwrap_or_default()
        } else {
            Vec::new()
        };
        doubts.extend(revised_before(format, step));
        doubts
    };
    Ok(steps.iter().zip(asked).map(of).collect())
}

/// The figure that a step enters; none for what stands already, a total to date and a calculated one.
pub(super) fn entering(book: &Book, step: &Step) -> Option<Entering> {
    let draft = &step.draft;
    let is_entered = matches!(
        step.effect,
        Effect::New | Effect::Differs(_) | Effect::RevisesLater(_) | Effect::Beside(_) | Effect::Corrects(_)
    );
    // What stands beside the current figure already was asked about when it came.
    let is_there = || {
        let entries = book.observations(&draft.series).iter();
        let mut of_period = entries.filter(|there| there.period == draft.period && there.basis == draft.basis);
        of_period.any(|there| there.value.same_value(draft.value))
    };
    let is_passed = draft.basis.is_to_date()
        || draft.is_withdrawn()
        || draft.status == Some(Status::Derived)
        || matches!(step.effect, Effect::Beside(_)) && is_there();
    (is_entered && !is_passed).then(|| Entering {
        series: draft.series.clone(),
        period: draft.period,
        value: draft.value,
    })
}
