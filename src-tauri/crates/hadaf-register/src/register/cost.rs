//! What people said that disruptions cost: claims of another concept than receipts, held against a day's exports
//! and never taken from them.

use hadaf_core::{Amount, CostClaim, CostConcept, Disruption, Month, sum_of};
use hadaf_words::{Format, say};

use super::{Desk, Entered, Entry, Remarks, register, so_far};

/// A day that is said to have cost more than it earns.
const WHOLE_DAY: f64 = 100.0;

register! {
    CostClaim of Costs in cost_claims keeping earlier_of;
    disruption.key();
    start.key();
    end.not_before("start");
    amount: Amount => amount: value, unit: unit;
    concept.key();
    maker.key();
    method.optional();
    published;
    computed percent_of_day(percent_of_day).percent();
    note.optional();
}

impl Entry for CostClaim {
    fn name(&self) -> String {
        format!("{} {}, {}", self.amount.value, self.amount.unit, self.maker)
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let words = desk.format.words;
        let mut remarks = Remarks::default();
        if is_above_a_day(self, desk) {
            let maker = self.maker.clone();
            remarks = Remarks::bad(say!(words, "remark-more-than-a-day", maker = maker));
        }
        if self.concept != CostConcept::Receipts {
            let concept = self.concept.shown(desk);
            remarks
                .texts
                .push(say!(words, "remark-other-concept", concept = concept));
        }
        remarks
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let count = |is_counted: &dyn Fn(&Self) -> bool| entries.iter().filter(|cost| is_counted(cost)).count();
        say!(
            desk.format.words,
            "finding-costs",
            count = entries.len(),
            receipts = count(&|cost| cost.concept == CostConcept::Receipts),
            above = count(&|cost| is_above_a_day(cost, desk))
        )
    }

    fn note(format: Format) -> String {
        say!(format.words, "note-costs")
    }
}

/// "US$ 1,620 m (GDP, Top10VPN)".
pub fn cost_words(cost: &CostClaim, desk: &Desk<'_>) -> String {
    let Amount { value, unit } = cost.amount;
    say!(
        desk.format.words,
        "cost-told",
        amount = desk.format.money(value, unit, value.places()),
        concept = cost.concept.shown(desk),
        maker = cost.maker.clone()
    )
}

/// A day of it, percent of what the series took in on a day of its months; none without a time that has
/// ended, for another currency, or when these months are not known.
pub fn percent_of_day(cost: &CostClaim, desk: &Desk<'_>) -> Option<f64> {
    let disruption = disruption(cost, desk).map(|it| so_far(&it, desk.day()));
    let (first, last) = cost.days(disruption.as_ref())?;
    let months = || Month::range(Month::of(first)..=Month::of(last));
    let exports = sum_of(&desk.situation.readings, desk.situation.calendar(), months()).ok()??;
    let days: u32 = months().map(|month| u32::from(month.days())).sum();
    let lasted = u32::try_from((last - first).get_days() + 1).ok()?;
    // Cost a day over exports a day: both sums over their days.
    let exports = Amount::new(exports, desk.situation.series.unit);
    let whole = cost.percent_of_days_exports(lasted, exports).ok()?;
    Some(whole * f64::from(days))
}

fn is_above_a_day(cost: &CostClaim, desk: &Desk<'_>) -> bool {
    percent_of_day(cost, desk).is_some_and(|percent| percent > WHOLE_DAY)
}

fn disruption(cost: &CostClaim, desk: &Desk<'_>) -> Option<Disruption> {
    desk.book.disruptions.known_of(cost.disruption?, desk.situation.as_of)
}
