//! Which observation of a number was current on a day: the reading rules.
//!
//! 1. An observation counts from its publication date; without one, from the day on which it was seen.
//! 2. An observation that repeats a number already published, or the same with fewer digits, confirms it and
//!    changes nothing. One that gives the current figure with more digits makes it finer.
//! 3. First and revised observations make the vintages, the newest last. A first release never takes the
//!    place of a revision: found late, it only lengthens the history. A comparator stands only where
//!    no such observation is known yet. What disagrees without being a revision is kept, not used.
//! 4. A derived value fills a gap only, and says so.
//! 5. A first release is provisional until an observation of a later date repeats or revises it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{AsOf, Decimal, Observation, ObservationId, Published, SourceId, Status};

/// What an observation is to the current figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum VintageRole {
    /// It is the number that is read.
    Current,
    /// It was, until a later observation took its place.
    Superseded,
    /// It repeats a number published before.
    Confirms,
    /// It gives the number with fewer digits.
    Rounded,
    /// It gives another number and is no revision.
    Disagrees,
    /// Calculated; read only where nothing was published.
    Derived,
    /// It came after the day of the reading.
    NotYetKnown,
}

crate::text::words!(VintageRole, "role", {
    Current => "current", Superseded => "superseded", Confirms => "confirms", Rounded => "rounded",
    Disagrees => "disagrees", Derived => "derived", NotYetKnown => "not_yet_known",
});

/// The current figure for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The number, digit for digit as published.
    pub value: Decimal,
    /// What its observation says about itself.
    pub status: Status,
    /// The observation that is read.
    pub observation: ObservationId,
    /// Where it was read.
    pub source: SourceId,
    /// When its observation became known.
    pub published: Published,
    /// Not confirmed since: a first release that no later day repeated, or an estimate.
    pub provisional: bool,
    /// The number that was current before, when it was another.
    pub revised_from: Option<Decimal>,
    /// Calculated, published by nobody.
    pub derived: bool,
    /// Some observation of this period gives another number and is no revision.
    pub disagreement: bool,
}

/// The observations of ONE period of one series, in the order in which they became known, and the rules
/// applied to them.
#[derive(Debug, Clone)]
pub struct Vintage<'a> {
    /// Known by the day, in order.
    observations: Vec<WithRole<'a>>,
    later: Vec<&'a Observation>,
    current: Option<usize>,
    revised_from: Option<Decimal>,
}

#[derive(Debug, Clone, Copy)]
struct WithRole<'a> {
    observation: &'a Observation,
    role: VintageRole,
}

impl<'a> Vintage<'a> {
    /// Applies the rules to all observations of one period (of one series, all monthly or all to-date) as
    /// of a day.
    pub fn of(observations: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Self {
        let (mut known, mut later): (Vec<_>, Vec<_>) = observations
            .into_iter()
            .partition(|observation| as_of.knows(&observation.published));
        known.sort_by_key(|observation| order(observation));
        later.sort_by_key(|observation| order(observation));
        let mut vintage = Self {
            observations: Vec::with_capacity(known.len()),
            later,
            current: None,
            revised_from: None,
        };
        for observation in known {
            vintage.take(observation);
        }
        vintage
    }

    /// The current figure as of a day, if there is one: [`Vintage::of`], then [`Vintage::reading`].
    pub fn read(observations: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Option<Reading> {
        Self::of(observations, as_of).reading()
    }

    /// Every observation with its role as of a day, the newest first: [`Vintage::of`], then [`Vintage::roles`].
    pub fn history(
        observations: impl IntoIterator<Item = &'a Observation>,
        as_of: AsOf,
    ) -> Vec<(&'a Observation, VintageRole)> {
        Self::of(observations, as_of).roles()
    }

    /// The current figure, if there is one.
    pub fn reading(&self) -> Option<Reading> {
        let observation = self.current()?;
        Some(Reading {
            value: observation.value,
            status: observation.status,
            observation: observation.id,
            source: observation.source,
            published: observation.published,
            provisional: match observation.status {
                Status::First => !self.confirmed(observation),
                Status::Estimate => true,
                Status::Revised | Status::Comparator | Status::Derived => false,
            },
            revised_from: self.revised_from,
            derived: observation.status == Status::Derived,
            disagreement: self
                .observations
                .iter()
                .any(|observation| observation.role == VintageRole::Disagrees),
        })
    }

    /// Every observation with its role, the newest first.
    pub fn roles(&self) -> Vec<(&'a Observation, VintageRole)> {
        let later = self
            .later
            .iter()
            .rev()
            .map(|observation| (*observation, VintageRole::NotYetKnown));
        later
            .chain(
                self.observations
                    .iter()
                    .rev()
                    .map(|observation| (observation.observation, observation.role)),
            )
            .collect()
    }

    fn current(&self) -> Option<&'a Observation> {
        self.current.map(|index| self.observations[index].observation)
    }

    /// An observation of a later day gives the same number.
    fn confirmed(&self, first: &Observation) -> bool {
        self.observations
            .iter()
            .map(|observation| observation.observation)
            .any(|other| {
                // The same number with fewer digits may also be the earlier of the two.
                let (early, late) = (first.published.known_from(), other.published.known_from());
                let same = other.value.same_value(first.value) || rounds_to(first, other) || rounds_to(other, first);
                same && other.status != Status::Derived
                    && other.id != first.id
                    && (late > early || late < early && rounds_to(first, other))
            })
    }

    /// Adds the next observation in order and says what it does.
    fn take(&mut self, next: &'a Observation) {
        let index = self.observations.len();
        let Some(current) = self.current() else {
            self.observations.push(WithRole {
                observation: next,
                role: first_role(next),
            });
            self.current = Some(index);
            return;
        };
        let role = self.judge(current, next);
        let replaces = role == VintageRole::Current;
        self.observations.push(WithRole {
            observation: next,
            role: if replaces { first_role(next) } else { role },
        });
        if !replaces {
            if role == VintageRole::Superseded && self.revised_from.is_none() {
                // The first release of the current revision, found late.
                self.revised_from = Some(next.value);
            }
            return;
        }
        let finer = rounds_to(next, current);
        if let Some(old) = self.current.replace(index) {
            self.observations[old].role = match current.status {
                Status::Derived => VintageRole::Derived,
                _ if finer => VintageRole::Rounded,
                _ => VintageRole::Superseded,
            };
        }
        if current.status != Status::Derived && !finer {
            self.revised_from = Some(current.value);
        }
    }

    /// What `next` is, coming after `current` is current.
    fn judge(&self, current: &Observation, next: &Observation) -> VintageRole {
        match next.status {
            Status::Derived if current.status == Status::Derived => VintageRole::Current,
            Status::Derived => VintageRole::Derived,
            _ if current.status == Status::Derived => VintageRole::Current,
            // A revision may also go back to an older number, so it repeats only what is current.
            Status::Revised => repeats(current, next).unwrap_or(VintageRole::Current),
            _ => self.repeated(next).unwrap_or_else(|| {
                let replaces = match next.status {
                    Status::First => current.status != Status::Revised,
                    Status::Estimate => current.status == Status::Estimate,
                    _ => rounds_to(next, current) || current.status == Status::Estimate,
                };
                match (replaces, next.status) {
                    (true, _) => VintageRole::Current,
                    (false, Status::First) => VintageRole::Superseded,
                    (false, _) => VintageRole::Disagrees,
                }
            }),
        }
    }

    /// Whether some earlier observation gave the number that `next` gives, and what that makes `next`: the
    /// current observation decides first, then the newest. What repeats a disagreement disagrees.
    fn repeated(&self, next: &Observation) -> Option<VintageRole> {
        let published = || {
            let current = self.current.into_iter().map(|index| &self.observations[index]);
            current
                .chain(self.observations.iter().rev())
                .filter(|observation| observation.observation.status != Status::Derived)
        };
        let found = |role: VintageRole| {
            let same = published().find(|observation| repeats(observation.observation, next) == Some(role))?;
            Some(if same.role == VintageRole::Disagrees {
                same.role
            } else {
                role
            })
        };
        // A finer form of a number that is not used adds nothing to the one that is.
        let finer = || {
            let coarse = published().find(|observation| rounds_to(next, observation.observation))?;
            let current = coarse.role == VintageRole::Current;
            let role = if coarse.role == VintageRole::Disagrees {
                coarse.role
            } else {
                VintageRole::Confirms
            };
            (!current).then_some(role)
        };
        found(VintageRole::Confirms)
            .or_else(|| found(VintageRole::Rounded))
            .or_else(finer)
    }
}

fn first_role(observation: &Observation) -> VintageRole {
    if observation.status == Status::Derived {
        VintageRole::Derived
    } else {
        VintageRole::Current
    }
}

/// By day; on one day more digits first, then revisions after first releases, then in order of entry.
fn order(observation: &Observation) -> (Date, i32, u8, ObservationId) {
    let weight = match observation.status {
        Status::Derived => 0,
        Status::Estimate => 1,
        Status::First => 2,
        Status::Comparator => 3,
        Status::Revised => 4,
    };
    (
        observation.published.known_from(),
        digits_of(observation),
        weight,
        observation.id,
    )
}

/// `next` gives the number of `earlier`: exactly, or with fewer digits.
fn repeats(earlier: &Observation, next: &Observation) -> Option<VintageRole> {
    if next.value.same_value(earlier.value) {
        Some(VintageRole::Confirms)
    } else if rounds_to(earlier, next) {
        Some(VintageRole::Rounded)
    } else {
        None
    }
}

/// `finer` rounded to the digits of `coarser` gives `coarser`.
fn rounds_to(finer: &Observation, coarser: &Observation) -> bool {
    let exponent = digits_of(coarser);
    exponent > digits_of(finer)
        && finer
            .value
            .round_to_power(exponent)
            .is_ok_and(|rounded| rounded.same_value(coarser.value))
}

/// Power of ten of the last digit that an observation vouches for. Zeros before the point may be rounding
/// (3220 for 3223), but a revision states its number: 210 after 214 is a revision.
fn digits_of(observation: &Observation) -> i32 {
    let last = observation.value.last_digit();
    if observation.status == Status::Revised {
        last.min(0)
    } else {
        last
    }
}
