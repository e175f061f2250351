//! What the workspace knows about itself, and what of it can still be changed.

use hadaf_core::{FiscalCalendar, Holidays, Period, YearNames};
use hadaf_error::{Code, Result, refusal, required};
use hadaf_model::Book;
use hadaf_store::WorkspaceInfo;
use hadaf_words::{Format, Keyword, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::redraft::Redraft;
use crate::typed::line;

/// What the workspace knows about itself.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WorkspaceSettings {
    /// What the team calls it.
    pub name: String,
    /// Three letters.
    pub currency: String,
    /// First month of the fiscal year, 1 to 12.
    pub fiscal_year_start_month: u32,
    /// Its name.
    pub fiscal_year_start: String,
    /// Which of its two calendar years names a fiscal year.
    pub fiscal_year_names: Keyword<YearNames>,
    /// Which feasts, public holidays and weekends count: one of the choices.
    pub holidays: String,
    /// What there is to choose from, that nothing is counted first.
    pub holiday_choices: Vec<HolidayChoice>,
    /// Why the fiscal year cannot be changed, in words; null when it can.
    pub calendar_fixed: Option<String>,
}

/// One of the choices of what counts as a holiday.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HolidayChoice {
    /// Its word.
    pub id: String,
    /// "Pakistan: Eid, Ramadan and public holidays".
    pub name: String,
}

/// Changes what the workspace knows about itself. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SetWorkspace {
    /// What the team calls it.
    pub name: Option<String>,
    /// Three letters.
    pub currency: Option<String>,
    /// First month of the fiscal year, 1 to 12.
    pub fiscal_year_start_month: Option<u32>,
    /// "last" or "first".
    pub year_names: Option<String>,
    /// One of the choices of holidays.
    pub holidays: Option<String>,
}

impl WorkspaceSettings {
    /// Of a book that has all observations.
    #[must_use]
    pub fn of(book: &Book, format: Format) -> Self {
        let info = &book.info;
        let month = info.calendar.start_month();
        let named = KeptByYear::of(book);
        Self {
            name: info.name.clone(),
            currency: info.currency.to_string(),
            fiscal_year_start_month: month.into(),
            fiscal_year_start: format.month_names()[usize::from(month) - 1].clone(),
            fiscal_year_names: info.calendar.names().into(),
            holidays: info.holidays.to_string(),
            holiday_choices: Holidays::all().map(|it| choice(it, format)).collect(),
            calendar_fixed: named.any().then(|| named.refused().view(format).message),
        }
    }

    /// For the eye.
    #[must_use]
    pub fn text(&self, format: Format) -> String {
        let mut lines = vec![say!(
            format.words,
            "settings-told",
            name = &self.name,
            currency = &self.currency,
            month = &self.fiscal_year_start,
            names = self.fiscal_year_names.as_str(),
            holidays = self.holidays_name()
        )];
        lines.extend(self.calendar_fixed.clone());
        lines.join("\n")
    }

    fn holidays_name(&self) -> &str {
        let chosen = self.holiday_choices.iter().find(|choice| choice.id == self.holidays);
        chosen.map_or(&self.holidays, |choice| &choice.name)
    }
}

fn choice(holidays: Holidays, format: Format) -> HolidayChoice {
    HolidayChoice {
        id: holidays.to_string(),
        name: holidays.label(format.words.lang()).to_owned(),
    }
}

/// What changing the settings does. The book has all observations.
///
/// # Errors
/// [`Code::Word`] for a name without a letter, a currency and a month that are none, [`Code::Refused`] for another fiscal
/// year where something is kept under the name of one.
pub fn set_workspace(book: &Book, typed: &SetWorkspace, format: Format) -> Result<Redraft> {
    let before = &book.info;
    let name = match &typed.name {
        Some(name) => required(&line(name), || refusal!(Code::Word, "name-missing"))?,
        None => before.name.clone(),
    };
    let currency = match &typed.currency {
        Some(code) => code.trim().to_uppercase().parse()?,
        None => before.currency,
    };
    let calendar = calendar(before.calendar, typed)?;
    if !is_same(before.calendar, calendar) {
        let named = KeptByYear::of(book);
        if named.any() {
            return Err(named.refused());
        }
    }
    let holidays = match typed.holidays.as_deref() {
        Some(word) => word.trim().parse()?,
        None => before.holidays,
    };
    let mut notes = Vec::new();
    if currency != before.currency && !book.series.is_empty() {
        notes.push(say!(format.words, "note-currency-changed", count = book.series.len()));
    }
    let after = WorkspaceInfo {
        name,
        currency,
        calendar,
        created: before.created,
        holidays,
    };
    Ok(Redraft {
        label: say!(format.words, "label-settings"),
        notes,
        info: Some(after),
        ..Redraft::default()
    })
}

fn calendar(before: FiscalCalendar, typed: &SetWorkspace) -> Result<FiscalCalendar> {
    let names = match typed.year_names.as_deref() {
        Some(word) => word.trim().parse()?,
        None => before.names(),
    };
    let month = match typed.fiscal_year_start_month {
        // A number that no byte holds is refused as no month, like any other.
        Some(month) => u8::try_from(month).ok().unwrap_or(u8::MAX),
        None => before.start_month(),
    };
    Ok(FiscalCalendar::new(month)?.named(names))
}

/// Whether every name of a fiscal year stands for the same months: of a calendar year there is one name alone.
fn is_same(left: FiscalCalendar, right: FiscalCalendar) -> bool {
    left.start_month() == right.start_month() && (left.names() == right.names() || left.is_calendar_year())
}

/// What is kept under the name of a fiscal year or a quarter, which would be other months in another calendar.
struct KeptByYear {
    figures: usize,
    claims: usize,
    budget: usize,
}

impl KeptByYear {
    fn of(book: &Book) -> Self {
        let named = |it: &&hadaf_core::Observation| !matches!(it.period, Period::Month(_)) || it.basis.is_to_date();
        Self {
            figures: book.all_observations().filter(named).count(),
            claims: book.claims.iter().filter(|claim| claim.fiscal_year.is_some()).count(),
            budget: book.budget.rows().count(),
        }
    }

    fn any(&self) -> bool {
        self.figures + self.claims + self.budget > 0
    }

    fn refused(&self) -> hadaf_error::AppError {
        refusal!(
            Code::Refused,
            "calendar-in-use",
            figures = self.figures,
            claims = self.claims,
            budget = self.budget
        )
    }
}
