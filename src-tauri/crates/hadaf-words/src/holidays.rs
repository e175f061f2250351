//! Holidays in words: what of them the forecast counts, and growth on months that were unlike.

use hadaf_core::{FeastDays, FiscalYearTotal, Frequency, Holidays, Month, Period, UnlikeMonths, unlike_months};
use hadaf_model::Outlook;
use hadaf_model::outlook::{HolidayCause, HolidayEffect};

use crate::{Format, MonthNames, Page, listed};

/// One sentence on each effect that the forecast counts, with its size, and one on what the history does not carry; none
/// where the workspace counts no holidays.
pub fn holiday_effects(page: Page<'_>, outlook: &Outlook) -> Vec<String> {
    let words = page.words();
    let (kept, not): (Vec<HolidayEffect>, Vec<HolidayEffect>) =
        outlook.holiday_effects().into_iter().partition(|it| it.effect.kept);
    let kept = kept.iter().map(|it| effect(page, it));
    let causes: Vec<String> = not.iter().map(|it| cause(page.format, it)).collect();
    let not = (!causes.is_empty()).then(|| say!(words, "remark-holidays-not", causes = listed(page.format, &causes)));
    kept.chain(not).collect()
}

fn effect(page: Page<'_>, it: &HolidayEffect) -> String {
    let format = page.format;
    let (size, error) = match (it.effect.ratio, it.effect.step) {
        (Some(ratio), _) => (
            format.signed_percent((ratio - 1.0) * 100.0, 1),
            format.percent(it.effect.error * 100.0, 1),
        ),
        (None, step) => (page.signed(step.unwrap_or_default()), page.rounded(it.effect.error)),
    };
    let feasts = feasts(format, it);
    match it.cause {
        HolidayCause::WorkingDays => say!(format.words, "remark-working-days", size = size, error = error),
        HolidayCause::Feasts => say!(
            format.words,
            "remark-feast-days",
            feasts = feasts,
            size = size,
            error = error
        ),
        HolidayCause::Fast(_) => say!(
            format.words,
            "remark-fast-days",
            feasts = feasts,
            size = size,
            error = error
        ),
    }
}

fn cause(format: Format, it: &HolidayEffect) -> String {
    match it.cause {
        HolidayCause::WorkingDays => say!(format.words, "cause-working-days"),
        HolidayCause::Feasts => say!(format.words, "cause-feast-days", feasts = feasts(format, it)),
        HolidayCause::Fast(_) => feasts(format, it),
    }
}

fn feasts(format: Format, it: &HolidayEffect) -> String {
    let names = it
        .feasts
        .iter()
        .map(|feast| feast.label(format.words.lang()).to_owned());
    listed(format, &names.collect::<Vec<_>>())
}

/// Why months, of a series that is told in such periods, are no like ones with those of a year before: "unlike months: 22
/// working days, 18 a year earlier; ...". None where they are.
pub fn unlike_words(
    holidays: Holidays,
    months: impl IntoIterator<Item = Month> + Clone,
    every: Frequency,
    format: Format,
) -> Option<String> {
    let UnlikeMonths { working_days, feasts } = unlike_months(holidays, months)?;
    let words = format.words;
    let working =
        working_days.map(|(now, before)| say!(words, "unlike-working-days", now = now, before = before.to_string()));
    let feast = |it: &FeastDays| {
        say!(
            words,
            "unlike-feast",
            feast = it.feast.label(words.lang()).to_owned(),
            now = it.now,
            before = it.before.to_string()
        )
    };
    let reasons: Vec<String> = working.into_iter().chain(feasts.iter().map(feast)).collect();
    Some(say!(
        words,
        "unlike-months",
        every = every.as_str(),
        reasons = reasons.join("; ")
    ))
}

impl Page<'_> {
    /// Why months are no like ones with those of a year before, where months of the series are made by their days.
    pub fn unlike(&self, months: impl IntoIterator<Item = Month> + Clone) -> Option<String> {
        let situation = self.situation;
        let sums = situation.readings.adding() == hadaf_core::Adding::Sum;
        let holidays = Some(situation.book.info.holidays).filter(|_| sums)?;
        unlike_words(holidays, months, situation.readings.every(), self.format)
    }

    /// What a message is told of it: "yes" and why, or "no" and nothing.
    pub fn unlike_and_why(&self, months: impl IntoIterator<Item = Month> + Clone) -> (&'static str, String) {
        self.unlike(months)
            .map_or_else(|| ("no", String::new()), |reasons| ("yes", reasons))
    }

    /// The same of the months of a year so far.
    pub fn unlike_so_far(&self, current: &FiscalYearTotal) -> (&'static str, String) {
        self.unlike_and_why(self.months_so_far(current))
    }

    fn months_so_far(&self, current: &FiscalYearTotal) -> Vec<Month> {
        let first = self.situation.calendar().first_month(current.fiscal_year);
        Month::range(first..=current.last_month).collect()
    }

    /// The same of the months of a period.
    pub fn unlike_in(&self, period: Period) -> Option<String> {
        self.unlike(self.situation.calendar().months_in(period))
    }

    /// Growth of a month or quarter on a year before, and whether it compares like with like: "+28.3 % on a year".
    pub fn grown(&self, period: Period) -> Option<String> {
        let growth = self.format.signed_percent(self.situation.growth_of(period)?, 1);
        let told = say!(self.words(), "growth-year", growth = growth);
        Some(self.with_unlike(told, self.situation.calendar().months_in(period)))
    }

    /// The same beside it: "+28.3 % on May 2022".
    pub fn grown_on(&self, period: Period) -> Option<String> {
        let growth = self.format.signed_percent(self.situation.growth_of(period)?, 1);
        let before = self.format.period_short(period.a_year_before());
        let told = say!(self.words(), "growth-on", growth = growth, before = before);
        Some(self.with_unlike(told, self.situation.calendar().months_in(period)))
    }

    /// The months of a year so far, and their growth: "July to February, +19.9 % on a year earlier".
    pub fn so_far_grown(&self, current: &FiscalYearTotal) -> String {
        let span = self.so_far_span(current, MonthNames::Long);
        let Some(growth) = current.growth_percent else {
            return span;
        };
        let growth = self.format.signed_percent(growth, 1);
        let told = say!(self.words(), "growth-year-before", growth = growth);
        format!("{span}, {}", self.with_unlike(told, self.months_so_far(current)))
    }

    /// What is told of months beside those of a year before, and in brackets why they are unlike.
    pub fn with_unlike(&self, told: String, months: impl IntoIterator<Item = Month> + Clone) -> String {
        match self.unlike(months) {
            Some(unlike) => format!("{told} ({unlike})"),
            None => told,
        }
    }
}
