//! A register as the window shows it.

use hadaf_error::Result;
use hadaf_model::{Need, Situation};
use hadaf_register::{Desk, RegisterRequest, RegisterView, view};

use crate::session::App;

impl App {
    /// A register as known on a day.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], and those of reading the workspace.
    pub fn register(&self, request: &RegisterRequest) -> Result<RegisterView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let desk = Desk {
            book: &book,
            situation: &situation,
            format: self.format(),
        };
        Ok(view(request.register, &desk))
    }
}
