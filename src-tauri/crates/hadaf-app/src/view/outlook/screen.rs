//! The outlook screen: how likely is it, what drives it, what it rests on.

use hadaf_core::Frequency;
use hadaf_error::{AppError, Code, Result};
use hadaf_model::outlook::SectorOutlooks;
use hadaf_model::{Need, Outlook, Situation};
use hadaf_picture::ChartTable;
use hadaf_words::{Format, Keyword, Page, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::chances::{Chances, ClaimChance};
use super::drivers::{DriverRow, Drivers};
use super::method::{MethodView, method};
use super::sectors::{self, SectorsAhead};
use crate::session::App;
use crate::view::HeadlineView;
use crate::view::noted::{NotedPage, SourceMark};

/// Asks for the outlook of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OutlookRequest {
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// The outlook of a series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutlookView {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// In what the series is counted: months, quarters or fiscal years.
    pub every: Keyword<Frequency>,
    /// "FY2026".
    pub fiscal_year: String,
    /// "Chance of each open claim".
    pub claims_title: String,
    /// "Of 100 years that start like these eight months".
    pub claims_note: String,
    /// The largest amount first.
    pub claims: Vec<ClaimChance>,
    /// Pace: needed per month and per day, growth needed and when it was last reached.
    pub pace: Vec<HeadlineView>,
    /// "What drives it", the year named.
    pub drivers_title: String,
    /// "around 4,566": the middle of the bars.
    pub drivers_centre: String,
    /// Where the middle stands, 0 to 1 of the column.
    pub drivers_at: f64,
    /// The widest first.
    pub drivers: Vec<DriverRow>,
    /// "Who makes the growth", the months named.
    pub sectors_title: String,
    /// Contribution of each sector to growth and to the gap, residual shown; no rows where no sector is known.
    pub sectors: ChartTable,
    /// Where the current year may end, by sector; null where the series has none.
    pub sectors_ahead: Option<SectorsAhead>,
    /// What made the forecast.
    pub method: Option<MethodView>,
    /// Why there is no forecast, and what it would need; the pace still stands. Null when there is one.
    pub refused: Option<String>,
    /// Notes in order.
    pub sources: Vec<SourceMark>,
    /// What to do next when there is nothing at all to show.
    pub empty: Option<String>,
}

impl App {
    /// The outlook of a series as of a day: the chance of each open claim, the pace, what drives the year, who makes
    /// its growth, and the method. Where there can be no forecast the view says why, and the pace still stands.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`].
    pub fn outlook(&self, request: &OutlookRequest) -> Result<OutlookView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let page = Page::new(&situation, self.format());
        let mut view = without_forecast(page)?;
        match Outlook::of(&self.fits, &situation, None).map_err(AppError::from) {
            Ok(outlook) => {
                add_forecast(page, &outlook, &mut view)?;
                let drawn = SectorOutlooks::read(&self.fits, &situation, &outlook)?;
                view.sectors_ahead = drawn.map(|drawn| sectors::ahead(page, &drawn));
            }
            Err(refusal) if refusal.code == Code::Forecast => view.refused = Some(in_words(&refusal, page.format)),
            Err(error) => return Err(error),
        }
        Ok(view)
    }
}

/// Message and hint as one text.
pub(crate) fn in_words(refusal: &AppError, format: Format) -> String {
    let refusal = refusal.view(format);
    match refusal.hint {
        Some(hint) => format!("{} {hint}", refusal.message),
        None => refusal.message,
    }
}

/// What needs no forecast.
fn without_forecast(page: Page<'_>) -> Result<OutlookView> {
    let Page { situation, format } = page;
    let words = format.words;
    let mut noted = NotedPage::new(situation, format);
    let pace = noted.pace();
    let (sectors_title, sectors) = sectors::table(page)?;
    let empty = situation.year().is_none().then(|| say!(words, "overview-empty"));
    Ok(OutlookView {
        series: situation.series.id.to_string(),
        title: page.title().to_owned(),
        every: situation.readings.every().into(),
        fiscal_year: situation.year().map(|year| format.year(year)).unwrap_or_default(),
        claims_title: say!(words, "outlook-claims-title"),
        claims_note: String::new(),
        claims: Vec::new(),
        pace,
        drivers_title: String::new(),
        drivers_centre: String::new(),
        drivers_at: 0.5,
        drivers: Vec::new(),
        sectors_title,
        sectors,
        sectors_ahead: None,
        method: None,
        refused: None,
        sources: noted.sources(),
        empty,
    })
}

/// What a forecast adds.
fn add_forecast(page: Page<'_>, outlook: &Outlook, view: &mut OutlookView) -> Result<()> {
    let chances = Chances { page, outlook };
    view.claims = chances.claims()?;
    view.claims_note = chances.note(&view.claims);
    view.method = Some(method(page, outlook));
    if let Some(year) = outlook.years().first() {
        let drivers = Drivers::read(page, outlook, year)?;
        view.fiscal_year = page.format.year(year.year);
        view.drivers_title = say!(
            page.words(),
            "drivers-title",
            year = page.format.year(year.year),
            over = page.situation.over()
        );
        view.drivers_centre = say!(page.words(), "drivers-centre", value = page.rounded(drivers.centre));
        view.drivers_at = drivers.at;
        view.drivers = drivers.rows;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PAKISTAN;
    use crate::session::Environment;
    use hadaf_core::AsOf;
    use hadaf_store::Existing;

    #[test]
    fn one_fit_is_shared_and_a_horizon_moves_no_nearer_month() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Environment {
            clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().unwrap()),
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            user: "Ayesha".into(),
        });
        app.create_sample(&folder.path().join("sample.hadaf"), PAKISTAN, Existing::Keep)
            .unwrap();
        let book = app.book().unwrap();
        let situation = Situation::read(&book, book.series("ict_total").unwrap(), book.now()).unwrap();
        let (one, again) = (
            Outlook::of(&app.fits, &situation, None).unwrap(),
            Outlook::of(&app.fits, &situation, None).unwrap(),
        );
        assert!(std::sync::Arc::ptr_eq(&one, &again));
        let far = Outlook::of(&app.fits, &situation, Some(100)).unwrap();
        assert_eq!(one.paths(), far.paths());
        let year = one.years()[0].year;
        assert_eq!(one.chance(year, 4_500.0), far.chance(year, 4_500.0));
        assert_eq!(one.years()[0].known.to_string(), "2975");
        let past = AsOf::Day("2025-01-01".parse().unwrap());
        let before = Situation::read(&book, book.series("ict_total").unwrap(), past).unwrap();
        assert!(!std::sync::Arc::ptr_eq(
            &one,
            &Outlook::of(&app.fits, &before, None).unwrap()
        ));
    }
}
