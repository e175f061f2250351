//! The day that requests speak of.

use hadaf_core::AsOf;
use hadaf_error::{Result, check_known, parse_day};

use super::App;

impl App {
    /// The day as of which a request is to be answered; without one, all that is known today. Every verb and every
    /// screen reads its day here.
    ///
    /// # Errors
    /// [`crate::Code::Date`] for what is no day, or one that is still to come: nobody knows what will be known then.
    pub(crate) fn as_of(&self, text: Option<&str>) -> Result<AsOf> {
        let today = self.today();
        let given = text.map(str::trim).filter(|text| !text.is_empty());
        let day = given.map(parse_day).transpose()?;
        if let Some(day) = day {
            check_known(day, today)?;
        }
        Ok(AsOf::new(day, today))
    }
}
