//! The parts of a total in the year that is ahead: what each may come to, and what it has in the range of the total.

use std::sync::Arc;

use hadaf_core::{Claim, Decimal, FiscalYear, Sample};
use hadaf_forecast::{ForecastError, shares_of_spread};

use super::fits::Fits;
use super::{Outlook, YearAhead, open_claims};
use crate::error::{FitError, Result};
use crate::situation::Situation;

/// The parts of a total in a year of it that is ahead, drawn jointly with it: path by path they and the rest are the total.
#[derive(Debug)]
pub struct SectorOutlooks<'a> {
    /// The year.
    pub year: FiscalYear,
    /// Every clean part of the total, in the order of the tree.
    pub parts: Vec<SectorOutlook<'a>>,
    /// What of the total is in no part that is drawn or known.
    pub rest: SectorRange,
}

/// A part of the total.
#[derive(Debug)]
pub struct SectorOutlook<'a> {
    /// The part on the day.
    pub situation: Situation<'a>,
    /// What is said of its year.
    pub state: SectorState,
}

/// What is said of the year of a part.
#[derive(Debug)]
pub enum SectorState {
    /// Its figures carry a forecast beside the total.
    Drawn(Arc<Outlook>, SectorRange),
    /// Its year is known, though that of the total is not.
    Known(Decimal),
    /// It has too few months for a forecast; it is in the rest.
    TooShort {
        /// How many it has.
        have: usize,
        /// How many it needs.
        need: usize,
    },
    /// It cannot be drawn with the total: it is not monthly, its year has a gap or lies beyond its forecast, or the total
    /// has too many parts. It is in the rest.
    Apart,
}

/// What a year may come to.
#[derive(Debug)]
pub struct SectorRange {
    /// The year's total in every path, as every other output tells it.
    pub totals: Sample,
    /// Its share of the variance of the total's year: with those of the other parts and the rest they sum to 1. Below zero
    /// where it goes against the others. None where the total does not vary.
    pub spread_share: Option<f64>,
}

impl<'a> SectorOutlooks<'a> {
    /// The parts of a series in its current year, as far as its forecast reaches it. None where it has no parts, or no such
    /// year.
    ///
    /// # Errors
    /// Sums that do not fit.
    pub fn read(fits: &Fits, situation: &Situation<'a>, outlook: &Outlook) -> Result<Option<Self>> {
        let parts = situation.book.parts(situation.series);
        let Some(year) = outlook.years().first().filter(|_| !parts.is_empty()) else {
            return Ok(None);
        };
        let whole = year.joint_totals(outlook);
        let mut read = Vec::new();
        for part in parts {
            let part = Situation::read(situation.book, part, situation.as_of)?;
            let told = PartResult::of(fits, &part, year, whole.as_deref());
            read.push((part, told));
        }
        let drawn: Vec<Vec<f64>> = read.iter().filter_map(|(_, told)| told.paths().cloned()).collect();
        let known: f64 = read
            .iter()
            .filter_map(|(_, told)| told.known())
            .map(Decimal::to_f64)
            .sum();
        let left = |(path, total): (usize, &f64)| total - known - drawn.iter().map(|paths| paths[path]).sum::<f64>();
        let rest = whole.iter().flatten().enumerate().map(left);
        let shares = whole.as_deref().and_then(|whole| shares_of_spread(whole, &drawn));
        let of_rest = shares.as_ref().map(|shares| 1.0 - shares.iter().sum::<f64>());
        let rest = SectorRange {
            totals: Sample::of(rest.collect()).unwrap_or_else(|| year.totals.clone()),
            spread_share: of_rest,
        };
        let mut shares = shares.into_iter().flatten();
        let parts = read.into_iter().map(|(situation, told)| SectorOutlook {
            state: told.state(year.year, &mut shares),
            situation,
        });
        Ok(Some(Self {
            year: year.year,
            parts: parts.collect(),
            rest,
        }))
    }

    /// A part of it is drawn: without any there is nothing to hold beside the total.
    pub fn has_drawn(&self) -> bool {
        self.drawn_to().is_some()
    }

    /// The last year in which parts are drawn with the total; none where no part is.
    pub fn drawn_to(&self) -> Option<FiscalYear> {
        self.parts.iter().find_map(|part| match &part.state {
            SectorState::Drawn(outlook, _) => Some(part.situation.calendar().year_of(outlook.last_near())),
            _ => None,
        })
    }
}

impl SectorOutlook<'_> {
    /// The claims that stand about the part in the years that its forecast reaches, with the year and what has to be
    /// reached.
    pub fn claims(&self) -> Vec<(&YearAhead, &Claim, Decimal)> {
        let SectorState::Drawn(outlook, _) = &self.state else {
            return Vec::new();
        };
        let mut claims = Vec::new();
        for year in outlook.years() {
            let open = open_claims(&self.situation, year.year).into_iter();
            claims.extend(open.map(|(claim, amount)| (year, claim, amount)));
        }
        claims
    }
}

/// What a part says of a year before it is known what share of the range it has.
enum PartResult {
    Drawn(Arc<Outlook>, Vec<f64>),
    Known(Decimal),
    TooShort { have: usize, need: usize },
    Apart,
}

impl PartResult {
    fn of(fits: &Fits, part: &Situation<'_>, year: &YearAhead, whole: Option<&[f64]>) -> Self {
        if let Some(total) = part.total_of(year.year).filter(|total| total.months == 12) {
            return Self::Known(total.value);
        }
        if part.book.forecast_beside(part.series).is_none() {
            return Self::Apart;
        }
        let outlook = match Outlook::of(fits, part, None) {
            Ok(outlook) if outlook.is_beside_total => outlook,
            Err(FitError::Refused {
                reason: ForecastError::TooShort { have, need },
                ..
            }) => return Self::TooShort { have, need },
            _ => return Self::Apart,
        };
        let paths = outlook.year(year.year).and_then(|own| own.joint_totals(&outlook));
        match paths.zip(whole) {
            Some((paths, whole)) if paths.len() == whole.len() => Self::Drawn(outlook, paths),
            _ => Self::Apart,
        }
    }

    fn paths(&self) -> Option<&Vec<f64>> {
        match self {
            Self::Drawn(_, paths) => Some(paths),
            _ => None,
        }
    }

    fn known(&self) -> Option<Decimal> {
        match self {
            Self::Known(total) => Some(*total),
            _ => None,
        }
    }

    /// The shares come in the order of the parts that are drawn.
    fn state(self, year: FiscalYear, shares: &mut impl Iterator<Item = f64>) -> SectorState {
        match self {
            Self::Known(total) => SectorState::Known(total),
            Self::TooShort { have, need } => SectorState::TooShort { have, need },
            Self::Apart => SectorState::Apart,
            Self::Drawn(outlook, paths) => {
                let spread_share = shares.next();
                // The year was found when its paths were.
                let own = outlook.year(year).map(|own| own.totals.clone());
                match own.or_else(|| Sample::of(paths)) {
                    Some(totals) => SectorState::Drawn(outlook, SectorRange { totals, spread_share }),
                    None => SectorState::Apart,
                }
            }
        }
    }
}
