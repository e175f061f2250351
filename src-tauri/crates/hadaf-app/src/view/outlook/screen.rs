//! The outlook screen: how likely is it, what drives it, what it rests on.

use hadaf_core::FiscalYear;
use hadaf_model::{Need, Outlook, Situation};

use super::chances::Chances;
use super::drivers::Drivers;
use super::{method, sectors};
use crate::session::{App, AppError, Code, Result};
use crate::view::{OutlookRequest, OutlookView, Teller};
use crate::words::{Format, say};

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
        let format = self.format();
        let mut view = pace_alone(&situation, format)?;
        match Outlook::of(&self.fits, &situation, None).map_err(AppError::from) {
            Ok(outlook) => told(&situation, &outlook, format, &mut view)?,
            Err(refusal) if refusal.code == Code::Forecast => view.refused = Some(in_words(refusal)),
            Err(error) => return Err(error),
        }
        Ok(view)
    }
}

/// Message and hint as one text.
pub(crate) fn in_words(refusal: AppError) -> String {
    match refusal.hint {
        Some(hint) => format!("{} {hint}", refusal.message),
        None => refusal.message,
    }
}

/// What needs no forecast.
fn pace_alone(situation: &Situation<'_>, format: Format) -> Result<OutlookView> {
    let words = format.words;
    let mut teller = Teller::new(situation, format);
    let pace = teller.pace();
    let (sectors_title, sectors) = sectors::table(situation, format)?;
    let empty = situation.totals.is_empty().then(|| say!(words, "overview-empty"));
    Ok(OutlookView {
        series: situation.series.id.to_string(),
        title: situation.series.title.clone(),
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
        method: None,
        refused: None,
        sources: teller.sources(),
        empty,
    })
}

/// What a forecast adds.
fn told(situation: &Situation<'_>, outlook: &Outlook, format: Format, view: &mut OutlookView) -> Result<()> {
    let chances = Chances {
        situation,
        outlook,
        format,
    };
    view.claims = chances.told()?;
    view.claims_note = chances.note(&view.claims);
    view.method = Some(method::method(situation, outlook, format));
    if let Some(year) = outlook.years().first() {
        let drivers = Drivers::read(situation, outlook, year, format)?;
        view.fiscal_year = format.year(year.year);
        view.drivers_title = drives(format, year.year, situation);
        view.drivers_centre = say!(
            format.words,
            "drivers-centre",
            value = format.rounded(drivers.centre, situation.series.places)
        );
        view.drivers_at = drivers.at;
        view.drivers = drivers.rows;
    }
    Ok(())
}

fn drives(format: Format, year: FiscalYear, situation: &Situation<'_>) -> String {
    say!(
        format.words,
        "drivers-title",
        year = format.year(year),
        over = situation.over()
    )
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
