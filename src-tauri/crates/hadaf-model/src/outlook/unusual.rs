//! Unusual months: what the forecast took out of the pattern, and which registered disruption was at that time.

use hadaf_core::{Disruption, Month, PartialDate};

use super::Outlook;
use crate::situation::Situation;

/// Months far outside the pattern, which went on after them. The forecast does not expect them again.
#[derive(Debug, Clone)]
pub struct UnusualMonths {
    /// The first of them.
    pub first: Month,
    /// The last of them.
    pub last: Month,
    /// The figure over the pattern; none for a series that is not always positive.
    pub ratio: Option<f64>,
    /// The figure less the pattern, a month, in the series' unit; none where there is a ratio.
    pub step: Option<f64>,
    /// What the register of disruptions has about these months, as of the day of reading.
    pub disruptions: Vec<Disruption>,
}

impl Outlook {
    /// The unusual months that it left out of the pattern, oldest first.
    pub fn unusual(&self, situation: &Situation<'_>) -> Vec<UnusualMonths> {
        let known = situation.book.disruptions.known(situation.as_of);
        let months = |pulse: &hadaf_forecast::Pulse| {
            let first = self.month_at(pulse.position);
            let last = first.ahead(pulse.length - 1);
            UnusualMonths {
                first,
                last,
                ratio: pulse.ratio,
                step: pulse.step,
                disruptions: known.iter().filter(|it| is_in(it, first, last)).cloned().collect(),
            }
        };
        self.forecast.pulses().iter().map(months).collect()
    }
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
