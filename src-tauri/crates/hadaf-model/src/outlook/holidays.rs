//! Feasts and working days: what of them a series carries.

use hadaf_core::{Feast, Holidays, Month};
use hadaf_forecast::{Regressor, RegressorEffect};

use super::Outlook;

/// How much a day moves a month that carries days at all, as long as nothing is known: half of a twenty-first of it. What is
/// counted was chosen for being clear, so that its size is told too large where the history is short: from origins inside the
/// training parts of 441 public series whose months have dates, one in six of which carries days, effects shrunken by this forecast
/// months and sums of months better than without any, by 0.05 they do not (`BENCHMARKS.md`). Where an effect is sharp, it stays.
const USUAL_DAY: f64 = 0.02;
/// A feast of the moon moves by a third of a month a year: before so many years it looks like a season.
const SEASONS_OF_FEASTS: usize = 6;
/// A day of fasting shortens work by a part of a day.
const USUAL_FAST: f64 = 0.01;

/// What may move a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HolidayCause {
    /// Days that are neither weekend nor free.
    WorkingDays,
    /// Free days of moving feasts, beyond that nobody works.
    Feasts,
    /// Days of a feast or fast on which work goes on, by its place among those of the workspace.
    Fast(usize),
}

/// What a series says of one of them.
#[derive(Debug, Clone)]
pub struct HolidayEffect {
    /// Working days, or feasts.
    pub cause: HolidayCause,
    /// The feasts that it is about; none for working days.
    pub feasts: Vec<&'static Feast>,
    /// How much a day more moves a month, and whether the forecast counts it.
    pub effect: RegressorEffect,
}

impl HolidayCause {
    /// All that is tried where a workspace counts some holidays.
    fn all(holidays: Holidays) -> Vec<Self> {
        if holidays.is_none() {
            return Vec::new();
        }
        let fasts = (0..moving(holidays, false).len()).map(Self::Fast);
        let feasts = (!moving(holidays, true).is_empty()).then_some(Self::Feasts);
        std::iter::once(Self::WorkingDays).chain(feasts).chain(fasts).collect()
    }

    fn feasts(&self, holidays: Holidays) -> Vec<&'static Feast> {
        match self {
            Self::WorkingDays => Vec::new(),
            Self::Feasts => moving(holidays, true),
            Self::Fast(place) => moving(holidays, false).get(*place).copied().into_iter().collect(),
        }
    }

    fn regressor(&self, holidays: Holidays, months: impl Iterator<Item = Month>) -> Regressor {
        let feasts = self.feasts(holidays);
        let days = |month: Month| match self {
            Self::WorkingDays => holidays.working_days(month).map_or(0.0, f64::from),
            Self::Feasts | Self::Fast(_) => feasts.iter().map(|feast| f64::from(feast.days_in(month))).sum(),
        };
        Regressor {
            values: months.map(days).collect(),
            usual: match self {
                Self::WorkingDays | Self::Feasts => USUAL_DAY,
                Self::Fast(_) => USUAL_FAST,
            },
            seasons: match self {
                Self::WorkingDays => 3,
                Self::Feasts | Self::Fast(_) => SEASONS_OF_FEASTS,
            },
        }
    }
}

/// The feasts that move, those that are free or those that are not.
fn moving(holidays: Holidays, free: bool) -> Vec<&'static Feast> {
    holidays
        .feasts()
        .filter(|feast| feast.moves() && feast.free == free)
        .collect()
}

/// What may move the months from `first` on, each known for as many as are asked for.
pub(super) fn regressors(holidays: Holidays, first: Month, months: usize) -> Vec<Regressor> {
    let causes = HolidayCause::all(holidays).into_iter();
    causes
        .map(|cause| cause.regressor(holidays, (0..months).map(|after| first.ahead(after))))
        .collect()
}

impl Outlook {
    /// What the series says of the holidays that the workspace counts, those that it does not carry too.
    pub fn holiday_effects(&self) -> Vec<HolidayEffect> {
        let causes = HolidayCause::all(self.holidays).into_iter();
        let told = causes.zip(self.forecast.regressor_effects());
        told.map(|(cause, effect)| HolidayEffect {
            feasts: cause.feasts(self.holidays),
            cause,
            effect: *effect,
        })
        .collect()
    }
}
