//! How figures came to be what they are: their revisions, and what sources give differently.

use hadaf_error::{Result, parse_period};
use hadaf_model::Need;
use hadaf_report::{DisagreementsRequest, DisagreementsView, RevisionsRequest, RevisionsView};

use crate::session::App;

impl App {
    /// First releases against the latest, and what was read as of each day of publication.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Period`], [`crate::Code::Date`].
    pub fn revisions(&self, request: &RevisionsRequest) -> Result<RevisionsView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let year = request.fiscal_year.as_deref();
        let year = year.map(|text| parse_period(text, book.calendar())).transpose()?;
        let year = year.map(|period| book.calendar().fiscal_year_of(period));
        let series = book.series(&request.series)?;
        Ok(RevisionsView::of(&book, series, year, as_of, self.format())?)
    }

    /// Figures that sources give differently, and whose is read by decision.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`].
    pub fn disagreements(&self, request: &DisagreementsRequest) -> Result<DisagreementsView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(request.series.as_deref().map_or(Need::All, Need::Series))?;
        let chosen = request.series.as_deref().map(|id| book.series(id)).transpose()?;
        Ok(DisagreementsView::of(&book, chosen, as_of, self.format()))
    }
}
