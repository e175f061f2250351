//! Which print of a number was in force on a day: the reading rules.
//!
//! 1. A print counts from its publication date; without one, from the day on which it was seen.
//! 2. A print that repeats a number already printed, or the same with fewer digits, confirms it and
//!    changes nothing. One that gives the number in force with more digits makes it finer.
//! 3. First and revised prints make the vintages, the newest last. A first print never takes the
//!    place of a revision: found late, it only lengthens the history. A comparator stands only where
//!    no such print is known yet. What disagrees without being a revision is kept, not in force.
//! 4. A derived value fills a gap only, and says so.
//! 5. A first print is provisional until a print of a later date repeats or revises it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{AsOf, Decimal, Observation, Published, SourceId, Status};

/// What a print is to the number in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum VintageRole {
    /// It is the number that is read.
    InForce,
    /// It was, until a later print took its place.
    Superseded,
    /// It repeats a number printed before.
    Confirms,
    /// It gives the number with fewer digits.
    Rounded,
    /// It gives another number and is no revision.
    Disagrees,
    /// Calculated; read only where nothing was printed.
    Derived,
    /// It came after the day of the reading.
    NotYetKnown,
}

crate::text::words!(VintageRole, "role", {
    InForce => "in_force", Superseded => "superseded", Confirms => "confirms", Rounded => "rounded",
    Disagrees => "disagrees", Derived => "derived", NotYetKnown => "not_yet_known",
});

/// The number in force for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The number, digit for digit as printed.
    pub value: Decimal,
    /// What its print says about itself.
    pub status: Status,
    /// Its print.
    pub observation: i64,
    /// Where it was read.
    pub source: SourceId,
    /// When its print became known.
    pub published: Published,
    /// Not confirmed since: a first print that no later day repeated, or an estimate.
    pub provisional: bool,
    /// The number that was in force before, when it was another.
    pub revised_from: Option<Decimal>,
    /// Calculated, printed by nobody.
    pub derived: bool,
    /// Some print of this period gives another number and is no revision.
    pub disagreement: bool,
}

/// The prints of ONE period of one series, in the order in which they became known, and the rules
/// applied to them.
#[derive(Debug, Clone)]
pub struct Vintage<'a> {
    /// Known by the day, in order.
    prints: Vec<Print<'a>>,
    later: Vec<&'a Observation>,
    in_force: Option<usize>,
    revised_from: Option<Decimal>,
}

#[derive(Debug, Clone, Copy)]
struct Print<'a> {
    observation: &'a Observation,
    role: VintageRole,
}

impl<'a> Vintage<'a> {
    /// Applies the rules to all prints of one period (of one series, all monthly or all to-date) as
    /// of a day.
    pub fn of(prints: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Self {
        let (mut known, mut later): (Vec<_>, Vec<_>) =
            prints.into_iter().partition(|print| as_of.knows(&print.published));
        known.sort_by_key(|print| order(print));
        later.sort_by_key(|print| order(print));
        let mut vintage = Self {
            prints: Vec::with_capacity(known.len()),
            later,
            in_force: None,
            revised_from: None,
        };
        for observation in known {
            vintage.take(observation);
        }
        vintage
    }

    /// The number in force as of a day, if there is one: [`Vintage::of`], then [`Vintage::reading`].
    pub fn read(prints: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Option<Reading> {
        Self::of(prints, as_of).reading()
    }

    /// Every print with its role as of a day, the newest first: [`Vintage::of`], then [`Vintage::roles`].
    pub fn life(prints: impl IntoIterator<Item = &'a Observation>, as_of: AsOf) -> Vec<(&'a Observation, VintageRole)> {
        Self::of(prints, as_of).roles()
    }

    /// The number in force, if there is one.
    pub fn reading(&self) -> Option<Reading> {
        let print = self.current()?;
        Some(Reading {
            value: print.value,
            status: print.status,
            observation: print.id,
            source: print.source,
            published: print.published,
            provisional: match print.status {
                Status::First => !self.confirmed(print),
                Status::Estimate => true,
                Status::Revised | Status::Comparator | Status::Derived => false,
            },
            revised_from: self.revised_from,
            derived: print.status == Status::Derived,
            disagreement: self.prints.iter().any(|print| print.role == VintageRole::Disagrees),
        })
    }

    /// Every print with its role, the newest first.
    pub fn roles(&self) -> Vec<(&'a Observation, VintageRole)> {
        let later = self.later.iter().rev().map(|print| (*print, VintageRole::NotYetKnown));
        later
            .chain(self.prints.iter().rev().map(|print| (print.observation, print.role)))
            .collect()
    }

    fn current(&self) -> Option<&'a Observation> {
        self.in_force.map(|index| self.prints[index].observation)
    }

    /// A print of a later day gives the same number.
    fn confirmed(&self, first: &Observation) -> bool {
        self.prints.iter().map(|print| print.observation).any(|other| {
            // The same number with fewer digits may also be the earlier of the two.
            let (early, late) = (first.published.known_from(), other.published.known_from());
            let same = other.value.same_value(first.value) || rounds_to(first, other) || rounds_to(other, first);
            same && other.status != Status::Derived
                && other.id != first.id
                && (late > early || late < early && rounds_to(first, other))
        })
    }

    /// Adds the next print in order and says what it does.
    fn take(&mut self, next: &'a Observation) {
        let index = self.prints.len();
        let Some(current) = self.current() else {
            self.prints.push(Print {
                observation: next,
                role: first_role(next),
            });
            self.in_force = Some(index);
            return;
        };
        let role = self.judge(current, next);
        let replaces = role == VintageRole::InForce;
        self.prints.push(Print {
            observation: next,
            role: if replaces { first_role(next) } else { role },
        });
        if !replaces {
            if role == VintageRole::Superseded && self.revised_from.is_none() {
                // The first print of the revision in force, found late.
                self.revised_from = Some(next.value);
            }
            return;
        }
        let finer = rounds_to(next, current);
        if let Some(old) = self.in_force.replace(index) {
            self.prints[old].role = match current.status {
                Status::Derived => VintageRole::Derived,
                _ if finer => VintageRole::Rounded,
                _ => VintageRole::Superseded,
            };
        }
        if current.status != Status::Derived && !finer {
            self.revised_from = Some(current.value);
        }
    }

    /// What `next` is, coming after `current` is in force.
    fn judge(&self, current: &Observation, next: &Observation) -> VintageRole {
        match next.status {
            Status::Derived if current.status == Status::Derived => VintageRole::InForce,
            Status::Derived => VintageRole::Derived,
            _ if current.status == Status::Derived => VintageRole::InForce,
            // A revision may also go back to an older number, so it repeats only what is in force.
            Status::Revised => repeats(current, next).unwrap_or(VintageRole::InForce),
            _ => self.repeated(next).unwrap_or_else(|| {
                let replaces = match next.status {
                    Status::First => current.status != Status::Revised,
                    Status::Estimate => current.status == Status::Estimate,
                    _ => rounds_to(next, current) || current.status == Status::Estimate,
                };
                match (replaces, next.status) {
                    (true, _) => VintageRole::InForce,
                    (false, Status::First) => VintageRole::Superseded,
                    (false, _) => VintageRole::Disagrees,
                }
            }),
        }
    }

    /// Whether some earlier print gave the number that `next` gives, and what that makes `next`: the
    /// print in force decides first, then the newest. What repeats a disagreement disagrees.
    fn repeated(&self, next: &Observation) -> Option<VintageRole> {
        let printed = || {
            let current = self.in_force.into_iter().map(|index| &self.prints[index]);
            current
                .chain(self.prints.iter().rev())
                .filter(|print| print.observation.status != Status::Derived)
        };
        let found = |role: VintageRole| {
            let same = printed().find(|print| repeats(print.observation, next) == Some(role))?;
            Some(if same.role == VintageRole::Disagrees {
                same.role
            } else {
                role
            })
        };
        // A finer form of a number that is not in force adds nothing to the one that is.
        let finer = || {
            let coarse = printed().find(|print| rounds_to(next, print.observation))?;
            let in_force = coarse.role == VintageRole::InForce;
            let role = if coarse.role == VintageRole::Disagrees {
                coarse.role
            } else {
                VintageRole::Confirms
            };
            (!in_force).then_some(role)
        };
        found(VintageRole::Confirms)
            .or_else(|| found(VintageRole::Rounded))
            .or_else(finer)
    }
}

fn first_role(print: &Observation) -> VintageRole {
    if print.status == Status::Derived {
        VintageRole::Derived
    } else {
        VintageRole::InForce
    }
}

/// By day; on one day more digits first, then revisions after first prints, then in order of entry.
fn order(print: &Observation) -> (Date, i32, u8, i64) {
    let weight = match print.status {
        Status::Derived => 0,
        Status::Estimate => 1,
        Status::First => 2,
        Status::Comparator => 3,
        Status::Revised => 4,
    };
    (print.published.known_from(), digits_of(print), weight, print.id)
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

/// Power of ten of the last digit that a print vouches for. Zeros before the point may be rounding
/// (3220 for 3223), but a revision states its number: 210 after 214 is a revision.
fn digits_of(print: &Observation) -> i32 {
    let last = print.value.last_digit();
    if print.status == Status::Revised {
        last.min(0)
    } else {
        last
    }
}
