//! What lies outside the pattern: months that the forecast took out of it, lasting steps that it follows, and which
//! registered disruption was at that time.

use hadaf_core::{Disruption, Month, PartialDate};
use hadaf_forecast::Pulse;

use super::Outlook;
use crate::situation::Situation;

/// One to three months outside the pattern. The forecast does not expect them again.
#[derive(Debug, Clone)]
pub struct UnusualMonths {
    /// The first of them.
    pub first: Month,
    /// The last of them.
    pub last: Month,
    /// How far they are off.
    pub size: Deviation,
    /// They are the newest months, so that nobody can tell them from a new level; 0 to 1, the share of their distance
    /// that is taken as lasting. 0 for those after which the pattern went on.
    pub lasting: f64,
    /// What the register of disruptions has about these months, as of the day of reading.
    pub disruptions: Vec<Disruption>,
}

/// A lasting step to another level. The forecast follows it, and nothing is taken out.
#[derive(Debug, Clone)]
pub struct LastingStep {
    /// The first month on the new level.
    pub from: Month,
    /// How far it went.
    pub size: Deviation,
    /// What the register of disruptions has about this month and the one before it, as of the day of reading.
    pub disruptions: Vec<Disruption>,
}

/// How far something is off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Deviation {
    /// The figure over the pattern, for a series that is always positive.
    Ratio(f64),
    /// The figure less the pattern, a month, in the series' unit.
    Step(f64),
}

impl Deviation {
    fn of(ratio: Option<f64>, step: Option<f64>) -> Self {
        match (ratio, step) {
            (Some(ratio), _) => Self::Ratio(ratio),
            (None, step) => Self::Step(step.unwrap_or_default()),
        }
    }

    /// The figure lies below the pattern.
    pub fn is_below(self) -> bool {
        match self {
            Self::Ratio(ratio) => ratio < 1.0,
            Self::Step(step) => step < 0.0,
        }
    }

    /// The ratio, where it is one.
    pub fn ratio(self) -> Option<f64> {
        match self {
            Self::Ratio(ratio) => Some(ratio),
            Self::Step(_) => None,
        }
    }

    /// The step, where it is one.
    pub fn step(self) -> Option<f64> {
        match self {
            Self::Ratio(_) => None,
            Self::Step(step) => Some(step),
        }
    }
}

impl Outlook {
    /// The unusual months that it left out of the pattern, oldest first.
    pub fn unusual(&self, situation: &Situation<'_>) -> Vec<UnusualMonths> {
        let months = |pulse: &Pulse| {
            let first = self.month_at(pulse.position);
            let last = first.ahead(pulse.length - 1);
            UnusualMonths {
                first,
                last,
                size: Deviation::of(pulse.ratio, pulse.step),
                lasting: pulse.kept,
                disruptions: disruptions(situation, first, last),
            }
        };
        self.forecast.pulses().iter().map(months).collect()
    }

    /// The lasting steps that it follows, oldest first.
    pub fn lasting_steps(&self, situation: &Situation<'_>) -> Vec<LastingStep> {
        let step = |shift: &hadaf_forecast::LevelShift| {
            let from = self.month_at(shift.position);
            LastingStep {
                from,
                size: Deviation::of(shift.ratio, shift.step),
                // What happens late in a month is seen in the next one.
                disruptions: disruptions(situation, from.prev(), from),
            }
        };
        self.forecast.level_shifts().iter().map(step).collect()
    }
}

/// What the register has about some months.
fn disruptions(situation: &Situation<'_>, first: Month, last: Month) -> Vec<Disruption> {
    let known = situation.book.disruptions.known(situation.as_of).into_iter();
    known.filter(|it| is_in(it, first, last)).collect()
}

/// Whether it began in these months, or lasted through one of them. One of which only the year is known tells no month.
fn is_in(disruption: &Disruption, first: Month, last: Month) -> bool {
    if matches!(disruption.start, PartialDate::Year(_)) {
        return false;
    }
    let from = Month::of(disruption.start.earliest());
    let to = disruption.end.map_or(from, |end| Month::of(end.latest()));
    from <= last && first <= to
}
