//! What an observation is by itself: its day, its digits, whether it gives the number of another one.

use jiff::civil::Date;

use super::{Judged, VintageRole};
use crate::{Basis, Decimal, FiscalCalendar, Observation, ObservationId, SourceId, Status};

impl Judged<'_> {
    /// From which day it counts.
    pub(super) fn day(&self) -> Date {
        self.observation.published.known_from()
    }

    pub(super) fn same_value(&self, other: &Judged<'_>) -> bool {
        self.observation.value.same_value(other.observation.value)
    }

    /// Power of ten of the last digit that it vouches for. Zeros before the point may be rounding (3220 for 3223),
    /// but a revision states its number: 210 after 214 is a revision.
    pub(super) fn digits(&self) -> i32 {
        let last = self.observation.value.last_digit();
        if self.status == Status::Revised {
            last.min(0)
        } else {
            last
        }
    }
}

/// What each observation of one period is by itself; what it is to the current figure is still to be found.
pub(super) fn judged<'a>(
    observations: impl IntoIterator<Item = &'a Observation>,
    calendar: &FiscalCalendar,
) -> Vec<Judged<'a>> {
    let all: Vec<(&Observation, bool)> = observations
        .into_iter()
        .map(|observation| (observation, observation.is_outturn(calendar)))
        .collect();
    let is_release = |status| matches!(status, None | Some(Status::First | Status::Revised));
    let releases = all.iter().filter(|(it, outturn)| *outturn && is_release(it.status));
    let first_day = releases.map(|(it, _)| it.published.known_from()).min();
    let status = |observation: &Observation, outturn: bool| match observation.status {
        Some(Status::Withdrawn) => Status::Withdrawn,
        _ if !outturn => Status::Estimate,
        Some(stated) => stated,
        // Totals to date are quoted again and again, rounded; a later one is no revision by itself.
        None if observation.basis == Basis::ToDate => Status::First,
        None if first_day.is_some_and(|day| day < observation.published.known_from()) => Status::Revised,
        None => Status::First,
    };
    all.into_iter()
        .map(|(observation, outturn)| Judged {
            observation,
            status: status(observation, outturn),
            outturn,
            role: VintageRole::NotYetKnown,
        })
        .collect()
}

/// Another source published `other` on the day on which `next` was, which does not say that it is anything else.
pub(super) fn is_rival(other: &Judged<'_>, next: &Judged<'_>) -> bool {
    let is_release = match next.outturn {
        true => matches!(other.status, Status::First | Status::Revised),
        false => other.status == Status::Estimate,
    };
    next.observation.status.is_none()
        && is_release
        && other.day() == next.day()
        && other.observation.source != next.observation.source
}

/// It calls itself a first release, of a period alone, on a later day than what another source released: the first release
/// of the period it is not, and no revision of what is not its own. One without a day of its own may have been found late.
pub(super) fn is_late_elsewhere(current: &Judged<'_>, next: &Judged<'_>) -> bool {
    next.observation.status == Some(Status::First)
        && next.status == Status::First
        && next.observation.basis == Basis::Period
        && next.observation.published.date.is_some()
        && matches!(current.status, Status::First | Status::Revised)
        && current.observation.source != next.observation.source
        && next.day() > current.day()
}

pub(super) fn first_role(status: Status) -> VintageRole {
    if status == Status::Derived {
        VintageRole::Derived
    } else {
        VintageRole::Current
    }
}

/// By day; on one day more digits first, then revisions after first releases, then in order of entry. What does not
/// say what it is stands by its number, so that the order of entry decides nothing.
pub(super) fn order(judged: &Judged<'_>) -> (Date, i32, u8, Option<(Decimal, SourceId)>, ObservationId) {
    let weight = match judged.status {
        Status::Derived => 0,
        Status::Estimate => 1,
        Status::First => 2,
        Status::Comparator => 3,
        Status::Revised => 4,
        Status::Withdrawn => 5,
    };
    let observation = judged.observation;
    (
        judged.day(),
        judged.digits(),
        weight,
        observation
            .status
            .is_none()
            .then_some((observation.value, observation.source)),
        observation.id,
    )
}

/// `next` gives the number of `earlier`: exactly, or with fewer digits.
pub(super) fn repeats(earlier: &Judged<'_>, next: &Judged<'_>) -> Option<VintageRole> {
    if next.same_value(earlier) {
        Some(VintageRole::Confirms)
    } else if rounds_to(earlier, next) {
        Some(VintageRole::Rounded)
    } else {
        None
    }
}

/// `finer` rounded to the digits of `coarser` gives `coarser`, which is near it.
pub(super) fn rounds_to(finer: &Judged<'_>, coarser: &Judged<'_>) -> bool {
    let exponent = coarser.digits();
    exponent > finer.digits() && is_rounded(finer.observation.value, coarser.observation.value, exponent)
}

/// The most that a rounding changes of a figure; 400 for 440 is another figure, and not the same in fewer digits.
const MOST_ROUNDED: f64 = 0.025;

/// `finer` rounded to a power of ten gives `coarser`, which is near it.
pub(crate) fn is_rounded(finer: Decimal, coarser: Decimal, exponent: i32) -> bool {
    let (fine, coarse) = (finer.to_f64(), coarser.to_f64());
    (coarse - fine).abs() <= MOST_ROUNDED * fine.abs()
        && finer
            .round_to_power(exponent)
            .is_ok_and(|rounded| rounded.same_value(coarser))
}
