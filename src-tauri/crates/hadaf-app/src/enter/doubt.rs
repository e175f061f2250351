//! Doubts about what is to be entered, in words. They are told once, before or beside the entry, and never keep it out.

use hadaf_import::{Draft, read_year};
use hadaf_model::{Book, Entering, Need, entering_doubts};
use hadaf_words::{DoubtView, Format, doubt_view, month_or_year_view, period_span};
use serde::Serialize;

use super::observation::{SetObservation, draft};
use super::plan::{Effect, Step};
use crate::session::{App, Changed, Result};

/// What became of one value that was entered, with what is remarked of it.
#[derive(Debug, Clone, Serialize)]
pub struct Entered {
    /// The change.
    #[serde(flatten)]
    pub changed: Changed,
    /// Why it may not have been meant.
    pub doubts: Vec<DoubtView>,
    /// The months of a quarter or year: "FY2026: July 2025 to June 2026"; null for a month.
    pub span: Option<String>,
}

impl App {
    /// Enters one value as [`App::observation_set`] does, and tells the doubts about it. What stands already is not doubted
    /// again.
    ///
    /// # Errors
    /// Those of [`App::observation_set`].
    pub fn observation_enter(&self, request: &SetObservation) -> Result<Entered> {
        let book = self.book_for(Need::Kin(&request.series))?;
        let (draft, format) = (draft(&book, request)?, self.format());
        let span = period_span(format, book.calendar(), draft.period);
        let doubts = doubts_of(&book, [&draft], format)?.into_iter().flatten();
        let doubts = month_or_year(&book, &draft, &request.period, format)
            .into_iter()
            .chain(doubts)
            .collect();
        Ok(Entered {
            changed: self.observation_set(request)?,
            doubts,
            span,
        })
    }
}

/// 2010-11 is a month by our own form of it; where a series has figures for fiscal years alone, the year may be meant.
fn month_or_year(book: &Book, draft: &Draft, typed: &str, format: Format) -> Option<DoubtView> {
    let month = draft.period.as_month()?;
    let series = book.series(draft.series.as_str()).ok()?;
    let (year, _) = read_year(typed, book.calendar()).ok()?;
    let year = year.as_fiscal_year().filter(|_| book.is_yearly(series))?;
    Some(month_or_year_view(format, series, (month, year), typed.trim()))
}

/// The doubts about each draft, in their order. A total to date and a calculated figure are not asked about.
///
/// # Errors
/// Sums that do not fit.
pub(super) fn doubts_of<'a>(
    book: &Book,
    drafts: impl IntoIterator<Item = &'a Draft>,
    format: Format,
) -> Result<Vec<Vec<DoubtView>>> {
    let is_asked = |draft: &&&Draft| !draft.basis.is_to_date() && draft.status != Some(hadaf_core::Status::Derived);
    let drafts: Vec<&Draft> = drafts.into_iter().collect();
    let entering: Vec<Entering> = (drafts.iter().filter(is_asked))
        .map(|draft| Entering {
            series: draft.series.clone(),
            period: draft.period,
            value: draft.value,
        })
        .collect();
    let mut found = entering_doubts(book, &entering)?.into_iter();
    let of = |draft: &&Draft| {
        let doubts = is_asked(&draft).then(|| found.next()).flatten().unwrap_or_default();
        // A series that is not there is refused where the draft is entered.
        let series = book.series(draft.series.as_str()).ok();
        let view = |doubt| Some(doubt_view(format, series?, draft.period, draft.value, doubt));
        doubts.iter().filter_map(view).collect()
    };
    Ok(drafts.iter().map(of).collect())
}

/// The doubts about the steps of a plan that enter something, in their order; none about the others.
///
/// # Errors
/// As [`doubts_of`].
pub(super) fn doubts_of_steps(book: &Book, steps: &[Step], format: Format) -> Result<Vec<Vec<DoubtView>>> {
    let enters = |step: &Step| matches!(step.effect, Effect::New | Effect::Differs(_));
    let drafts = steps.iter().filter(|step| enters(step)).map(|step| &step.draft);
    let mut found = doubts_of(book, drafts, format)?.into_iter();
    let of = |step: &Step| enters(step).then(|| found.next()).flatten().unwrap_or_default();
    Ok(steps.iter().map(of).collect())
}
