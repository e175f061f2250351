//! The clean parts of a total beside it: their draws add up to its own, path by path.
//!
//! A part is forecast given its total, wherever it is asked for, so that its own screen, its claims and the table of the
//! total's parts tell it alike. The total is forecast as if it had none. What lies further ahead than the end of the next year
//! is not drawn jointly: of so far a year the parts tell nothing that would add up to anything. The words beside a part and beside
//! the table of parts say to which year they are, and that later years and the record of past ones are of the part by itself.

use std::sync::Arc;

use hadaf_core::{Adding, Holidays, Month, Readings, Series, SeriesId};
use hadaf_forecast::{Forecast, MAX_HORIZON, Rest, Strand, TimeSeries, reconcile};
use sha2::{Digest, Sha256};

use super::fits::Fits;
use super::holidays::regressors;
use super::{FitInput, Outlook, SEASON, fit, months_to, seed};
use crate::memo::Key;
use crate::situation::Situation;

/// From so many months in which the total and all parts are known on it is told what share the rest has.
const FEWEST_SHARES: usize = 3;
/// The newest months whose shares are used.
const SHARES: usize = 36;

/// The parts of a total that can be forecast, given the total.
#[derive(Debug)]
pub(crate) struct SectorFamily {
    /// Of all that it rests on.
    pub(crate) key: Key,
    parts: Vec<(SeriesId, Forecast)>,
}

impl SectorFamily {
    /// That of the total of which a series is a part; none where it stands for itself.
    pub(crate) fn of_part(fits: &Fits, situation: &Situation<'_>) -> Option<Arc<Self>> {
        let total = situation.book.forecast_beside(situation.series)?;
        // What cannot be read or forecast as a total is refused where it is asked for.
        let total = Situation::read(situation.book, total, situation.as_of).ok()?;
        let outlook = Outlook::of(fits, &total, None).ok()?;
        Self::of(fits, &total, &outlook)
    }

    /// That of a total with its outlook; none where no part of it can be forecast.
    pub(crate) fn of(fits: &Fits, total: &Situation<'_>, outlook: &Outlook) -> Option<Arc<Self>> {
        let book = total.book;
        let read = |part: &Series| book.readings(part, total.as_of);
        let parts: Vec<(&Series, Readings)> = book
            .parts(total.series)
            .into_iter()
            .filter(|part| part.adding() == Adding::Sum && book.forecast_beside(part).is_some())
            .map(|part| (part, read(part)))
            .collect();
        let inputs: Vec<(&SeriesId, FitInput<'_>)> = parts
            .iter()
            .filter_map(|(part, readings)| Some((&part.id, FitInput::of(book, part, readings).ok()?)))
            .collect();
        let mut digest = Sha256::new();
        digest.update(outlook.key);
        for (_, input) in &inputs {
            digest.update(input.digest("part"));
        }
        let key: Key = digest.finalize().into();
        fits.families
            .get(key, || Self::drawn(key, total.series, outlook, &inputs).map(Arc::new))
    }

    /// The forecast of a part; none where its figures do not carry one.
    pub(crate) fn forecast(&self, part: &SeriesId) -> Option<&Forecast> {
        self.parts
            .iter()
            .find(|(id, _)| id == part)
            .map(|(_, forecast)| forecast)
    }

    fn drawn(key: Key, total: &Series, outlook: &Outlook, inputs: &[(&SeriesId, FitInput<'_>)]) -> Option<Self> {
        if outlook.years().is_empty() {
            return None;
        }
        let end = outlook.last_near();
        let fitted = |(id, input): &(&SeriesId, FitInput<'_>)| {
            Some((
                (*id).clone(),
                PartHistory::of(input.oldest, input.values(), input.holidays).ahead(end, seed(input.id))?,
            ))
        };
        let (ids, parts): (Vec<SeriesId>, Vec<PartAhead>) = inputs.iter().filter_map(fitted).unzip();
        let whole = PartHistory::of(outlook.month_at(0), outlook.values.clone(), outlook.holidays);
        let rest = NotCovered::read(&whole, &parts, end, seed(&format!("{}:rest", total.id.as_str())));
        let firsts = parts.iter().chain(rest.ahead()).map(|part| part.known.next());
        let start = firsts.chain([outlook.first]).min()?;
        let known: Vec<Vec<Option<f64>>> = parts.iter().map(|part| part.known.since(start)).collect();
        let strands: Vec<Strand<'_>> = parts
            .iter()
            .zip(&known)
            .map(|(part, known)| Strand {
                known,
                forecast: &part.forecast,
            })
            .collect();
        let (of_total, of_rest) = (
            whole.since(start),
            rest.ahead().map_or_else(Vec::new, |rest| rest.known.since(start)),
        );
        let whole = Strand {
            known: &of_total,
            forecast: &outlook.forecast,
        };
        let found = reconcile(
            &whole,
            &strands,
            &rest.strand(&of_rest),
            seed(&format!("{}:parts", total.id.as_str())),
        );
        let parts: Vec<(SeriesId, Forecast)> = ids.into_iter().zip(found).collect();
        (!parts.is_empty()).then_some(Self { key, parts })
    }
}

/// The months of a series from its first one on.
struct PartHistory {
    oldest: Month,
    values: Vec<Option<f64>>,
    holidays: Holidays,
}

impl PartHistory {
    fn of(oldest: Month, values: Vec<Option<f64>>, holidays: Holidays) -> Self {
        Self {
            oldest,
            values,
            holidays,
        }
    }

    /// The month after the last one.
    fn next(&self) -> Month {
        self.oldest.ahead(self.values.len())
    }

    fn at(&self, month: Month) -> Option<f64> {
        let place = usize::try_from(month.since(self.oldest)).ok()?;
        self.values.get(place).copied().flatten()
    }

    /// The months from one on, before those that are ahead.
    fn since(&self, start: Month) -> Vec<Option<f64>> {
        Month::range(start..=self.next().prev())
            .map(|month| self.at(month))
            .collect()
    }

    /// With a forecast to a month; none where too little is known, or too long ago.
    fn ahead(self, end: Month, seed: u64) -> Option<PartAhead> {
        let next = self.next();
        let months = if next <= end { months_to(next, end) } else { 0 };
        if !(1..=MAX_HORIZON).contains(&months) {
            return None;
        }
        let regressors = regressors(self.holidays, self.oldest, self.values.len() + months);
        let series = TimeSeries {
            values: &self.values,
            season: SEASON,
            regressors: &regressors,
        };
        let forecast = fit(&series, months, seed).ok()?;
        Some(PartAhead { known: self, forecast })
    }
}

/// What is known of a series, and what is ahead.
struct PartAhead {
    known: PartHistory,
    forecast: Forecast,
}

/// What of a total is in no part that can be forecast.
enum NotCovered {
    Forecast(Box<PartAhead>),
    Shares(Vec<f64>),
}

impl NotCovered {
    fn read(whole: &PartHistory, parts: &[PartAhead], end: Month, seed: u64) -> Self {
        let oldest = parts.iter().map(|part| part.known.oldest).chain([whole.oldest]).max();
        let next = parts.iter().map(|part| part.known.next()).chain([whole.next()]).min();
        let (Some(oldest), Some(next)) = (oldest, next) else {
            return Self::Shares(Vec::new());
        };
        if oldest >= next {
            return Self::Shares(Vec::new());
        }
        let left = |month: Month| {
            let in_parts: f64 = parts.iter().map(|part| part.known.at(month)).sum::<Option<f64>>()?;
            Some(whole.at(month)? - in_parts)
        };
        let months: Vec<Month> = Month::range(oldest..=next.prev()).collect();
        let mut values: Vec<Option<f64>> = months.iter().map(|month| left(*month)).collect();
        let share = |(month, left): (&Month, &Option<f64>)| {
            let total = whole.at(*month).filter(|total| *total > 0.0)?;
            Some((*left)? / total)
        };
        let mut shares: Vec<f64> = months
            .iter()
            .zip(&values)
            .rev()
            .filter_map(share)
            .take(SHARES)
            .collect();
        if shares.len() < FEWEST_SHARES {
            shares.clear();
        }
        let after_last = values.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        values.truncate(after_last);
        if values.iter().flatten().count() <= SEASON {
            return Self::Shares(shares);
        }
        PartHistory::of(oldest, values, whole.holidays)
            .ahead(end, seed)
            .map_or(Self::Shares(shares), |ahead| Self::Forecast(Box::new(ahead)))
    }

    fn ahead(&self) -> Option<&PartAhead> {
        match self {
            Self::Forecast(ahead) => Some(ahead),
            Self::Shares(_) => None,
        }
    }

    fn strand<'a>(&'a self, known: &'a [Option<f64>]) -> Rest<'a> {
        match self {
            Self::Forecast(ahead) => Rest::Forecast(Strand {
                known,
                forecast: &ahead.forecast,
            }),
            Self::Shares(shares) if shares.is_empty() => Rest::Unknown,
            Self::Shares(shares) => Rest::Shares(shares),
        }
    }
}
