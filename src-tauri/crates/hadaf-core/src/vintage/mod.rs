//! Which observation of a number was current on a day: the reading rules.
//!
//! 1. An observation counts from its publication date; without one, from the day on which it was seen.
//! 2. What was published before its period was over is an estimate, whatever it says about itself. The first
//!    outturn takes its place and begins anew: it revises nothing, and an estimate confirms nothing.
//! 3. What says nothing about itself is a first release on the earliest day on which anything was released,
//!    and a revision on a later one. On one day, what another source says beside it disagrees: the one stands
//!    that repeats the current figure, else the finer one, else the lower one.
//! 4. An observation that repeats a number already published, or the same with fewer digits, confirms it and
//!    changes nothing. One that gives the current figure with more digits makes it finer.
//! 5. First and revised observations make the vintages, the newest last. A first release never takes the
//!    place of a revision: found late, it only lengthens the history, and where another source gives it later, it
//!    disagrees. A comparator stands only where no release is known yet. What disagrees is kept, not used.
//! 6. A withdrawal takes away what its source published, and nothing of another one: what others published stands. Where
//!    nothing does, the period is without a figure until something else is published.
//! 7. A derived value fills a gap only, and says so.
//! 8. A first release is provisional until an observation of a later date repeats or revises it.
//! 9. A source disagrees with another by what it says now: what it gave before it spoke again is history, and what
//!    the current figure has come to is no disagreement with it.
//! 10. Where somebody preferred what one source says of the period, its figure is read as if it alone had published, and what
//!     others say stands beside it. That is a decision of who reads, and no publication: it holds on every day on which that
//!     source has a figure, past ones too. An estimate never takes the place of an outturn, and where the source says
//!     nothing (any more), the other rules decide.
//! 11. What a formula gives is not weighed: of a derived series the newest figure stands, which says by its status whether
//!     it is an estimate, rests on a first release (`first`), or on none (`derived`).
//!
//! None of them asks in which order observations were entered, but for equal ones of one day.

mod judged;
mod preferred;

use serde::{Deserialize, Serialize};

pub(crate) use self::judged::is_rounded;
use self::judged::{first_role, is_late_elsewhere, is_rival, judged, order, repeats, rounds_to};
use crate::{AsOf, Decimal, FiscalCalendar, Observation, ObservationId, Published, SourceId, Status};

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
    /// It says that there is no figure, and takes its source's away; or it is the figure that was taken away.
    Withdrawn,
    /// It came after the day of the reading.
    NotYetKnown,
}

crate::text::words!(VintageRole, {
    Current => "current", Superseded => "superseded", Confirms => "confirms", Rounded => "rounded",
    Disagrees => "disagrees", Derived => "derived", Withdrawn => "withdrawn", NotYetKnown => "not_yet_known",
});

/// The current figure for one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The number, digit for digit as published.
    pub value: Decimal,
    /// What its observation is, by what it says about itself and the rules.
    pub status: Status,
    /// It was published after its period was over. Otherwise it is an estimate: it closes no year, scores no claim
    /// and stands in no sum.
    pub outturn: bool,
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
    /// Calculated where nobody published it, amid what was published. A figure of a derived series is not: there all
    /// are calculated, and they are read like those of any series.
    pub derived: bool,
    /// Some observation of this period gives another number and is no revision.
    pub disagreement: bool,
}

/// An observation with what the rules make of it.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// It.
    pub observation: &'a Observation,
    /// What it is: by what it says about itself, else by its day among the others.
    pub status: Status,
    /// It was published after its period was over.
    pub outturn: bool,
    /// What it is to the current figure.
    pub role: VintageRole,
}

/// The observations of ONE period of one series, in the order in which they became known, and the rules
/// applied to them.
#[derive(Debug, Clone)]
pub struct Vintage<'a> {
    /// Known by the day, in order.
    observations: Vec<Judged<'a>>,
    later: Vec<Judged<'a>>,
    /// Those before have no part in the current figure: they were estimates of a period that was not over, or what
    /// was calculated before a withdrawal.
    start: usize,
    current: Option<usize>,
    /// The release that left the period without a figure.
    withdrawal: Option<usize>,
    revised_from: Option<Decimal>,
}

impl<'a> Vintage<'a> {
    /// Applies the rules to all observations of one period (of one series, all monthly or all to-date) as
    /// of a day.
    pub fn of(observations: impl IntoIterator<Item = &'a Observation>, calendar: &FiscalCalendar, as_of: AsOf) -> Self {
        let observations: Vec<&Observation> = observations.into_iter().collect();
        let preferred: Vec<&Observation> = observations.iter().copied().filter(|it| it.preferred).collect();
        let mut vintage = Self::published(observations, calendar, as_of);
        if !preferred.is_empty() {
            vintage.prefer(&Self::published(preferred, calendar, as_of));
        }
        vintage
    }

    /// Applies the rules of what was published, all but the last.
    fn published(observations: Vec<&'a Observation>, calendar: &FiscalCalendar, as_of: AsOf) -> Self {
        let mut judged = judged(observations, calendar);
        judged.sort_by_key(order);
        let (known, later): (Vec<_>, Vec<_>) = judged
            .into_iter()
            .partition(|it| as_of.knows(&it.observation.published));
        let mut vintage = Self {
            observations: Vec::with_capacity(known.len()),
            later,
            start: 0,
            current: None,
            withdrawal: None,
            revised_from: None,
        };
        if known.iter().any(|it| it.observation.id.is_calculated()) {
            vintage.take_calculated(known);
            return vintage;
        }
        let withdrawals: Vec<Judged<'a>> = known.iter().filter(|it| is_withdrawal(it)).copied().collect();
        for day in known.chunk_by(|left, right| left.day() == right.day()) {
            vintage.take_day(day, &withdrawals);
        }
        vintage.settle();
        vintage
    }

    /// The current figure as of a day, if there is one: [`Vintage::of`], then [`Vintage::reading`].
    pub fn read(
        observations: impl IntoIterator<Item = &'a Observation>,
        calendar: &FiscalCalendar,
        as_of: AsOf,
    ) -> Option<Reading> {
        Self::of(observations, calendar, as_of).reading()
    }

    /// Every observation with its role as of a day, the newest first: [`Vintage::of`], then [`Vintage::roles`].
    pub fn history(
        observations: impl IntoIterator<Item = &'a Observation>,
        calendar: &FiscalCalendar,
        as_of: AsOf,
    ) -> Vec<Judged<'a>> {
        Self::of(observations, calendar, as_of).roles()
    }

    /// The current figure, if there is one.
    pub fn reading(&self) -> Option<Reading> {
        let current = self.current()?;
        let observation = current.observation;
        let is_calculated = observation.id.is_calculated();
        Some(Reading {
            value: observation.value,
            status: match current.status {
                Status::First if is_calculated => Status::Derived,
                status => status,
            },
            outturn: current.outturn,
            observation: observation.id,
            source: observation.source,
            published: observation.published,
            provisional: match current.status {
                Status::First if is_calculated => true,
                Status::First => !self.confirmed(&current),
                Status::Estimate => true,
                Status::Revised | Status::Comparator | Status::Derived | Status::Withdrawn => false,
            },
            revised_from: self.revised_from,
            derived: current.status == Status::Derived && !is_calculated,
            disagreement: self.standing().any(|it| it.role == VintageRole::Disagrees),
        })
    }

    /// The release that took the figure away, where there is none since.
    pub fn withdrawal(&self) -> Option<&'a Observation> {
        self.withdrawal.map(|index| self.observations[index].observation)
    }

    /// Every observation with its role, the newest first.
    pub fn roles(&self) -> Vec<Judged<'a>> {
        let later = self.later.iter().rev();
        later.chain(self.observations.iter().rev()).copied().collect()
    }

    fn current(&self) -> Option<Judged<'a>> {
        self.current.map(|index| self.observations[index])
    }

    /// Those that have a part in the current figure.
    fn standing(&self) -> impl DoubleEndedIterator<Item = &Judged<'a>> {
        let standing = self.observations[self.start..].iter();
        standing.filter(|it| it.role != VintageRole::Withdrawn)
    }

    /// An observation of a later day gives the same number.
    fn confirmed(&self, first: &Judged<'_>) -> bool {
        self.standing().any(|other| {
            // The same number with fewer digits may also be the earlier of the two.
            let (early, late) = (first.day(), other.day());
            let same = other.same_value(first) || rounds_to(first, other) || rounds_to(other, first);
            same && other.status != Status::Derived
                && other.observation.id != first.observation.id
                && (late > early || late < early && rounds_to(first, other))
        })
    }

    /// Takes the figures of a derived series as they come.
    fn take_calculated(&mut self, known: Vec<Judged<'a>>) {
        for next in known {
            let index = self.observations.len();
            let (value, is_figure) = (next.observation.value, !is_withdrawal(&next));
            let before = self.current.take().map(|old| {
                self.observations[old].role = VintageRole::Superseded;
                self.observations[old]
            });
            self.revised_from = match before {
                Some(before) if !is_figure || !before.outturn || !next.outturn => None,
                Some(before) if !before.observation.value.same_value(value) => Some(before.observation.value),
                _ => self.revised_from,
            };
            self.current = is_figure.then_some(index);
            self.withdrawal = (!is_figure).then_some(index);
            let role = if is_figure {
                VintageRole::Current
            } else {
                VintageRole::Withdrawn
            };
            self.push(next, role);
        }
    }

    /// Adds what became known on one day: first what was taken away since, then what says what it is, then the rest, of
    /// which what repeats the current figure comes first, then withdrawals.
    fn take_day(&mut self, day: &[Judged<'a>], withdrawals: &[Judged<'a>]) {
        let (gone, figures): (Vec<&Judged<'a>>, Vec<&Judged<'a>>) = (day.iter())
            .filter(|it| !is_withdrawal(it))
            .partition(|it| is_taken_away(it, withdrawals));
        for figure in gone {
            self.push(*figure, VintageRole::Withdrawn);
        }
        for stated in figures.iter().filter(|it| it.observation.status.is_some()) {
            self.take(**stated);
        }
        let unstated = figures.into_iter().filter(|it| it.observation.status.is_none());
        let current = self.current();
        let (repeating, others): (Vec<&Judged<'a>>, Vec<&Judged<'a>>) =
            unstated.partition(|it| current.is_some_and(|current| repeats(&current, it).is_some()));
        for next in repeating.into_iter().chain(others) {
            self.take(*next);
        }
        for withdrawal in day.iter().filter(|it| is_withdrawal(it)) {
            self.withdraw(*withdrawal);
        }
    }

    /// Adds the next observation in order and says what it does.
    fn take(&mut self, next: Judged<'a>) {
        let last = self.observations.iter().rfind(|it| !is_gone(it));
        if next.outturn && last.is_some_and(|last| !last.outturn) {
            // The period is over: what was said before was said of something else.
            self.start_anew();
            self.withdrawal = None;
        }
        let index = self.observations.len();
        let Some(current) = self.current() else {
            let kept = self.beside_withdrawal(&next);
            self.push(next, kept.unwrap_or(first_role(next.status)));
            if kept.is_none() {
                self.current = Some(index);
                self.withdrawal = None;
            }
            return;
        };
        let role = self.judge(&current, &next);
        let replaces = role == VintageRole::Current;
        self.push(next, if replaces { first_role(next.status) } else { role });
        if !replaces {
            if role == VintageRole::Superseded && self.revised_from.is_none() {
                // The first release of the current revision, found late.
                self.revised_from = Some(next.observation.value);
            }
            return;
        }
        let finer = rounds_to(&next, &current);
        if let Some(old) = self.current.replace(index) {
            self.observations[old].role = match current.status {
                Status::Derived => VintageRole::Derived,
                _ if finer => VintageRole::Rounded,
                _ => VintageRole::Superseded,
            };
        }
        if current.status != Status::Derived && current.outturn && !finer {
            self.revised_from = Some(current.observation.value);
        }
    }

    /// Adds a release that says there is no figure. It has taken away what its source published, and leaves the period
    /// without a figure where nobody else's stands. One of a source that published none takes nothing away.
    fn withdraw(&mut self, next: Judged<'a>) {
        let source = next.observation.source;
        let is_its_own = |it: &Judged<'_>| is_gone(it) && it.observation.source == source;
        let takes = self.observations.iter().any(is_its_own);
        let index = self.observations.len();
        self.push(next, VintageRole::Withdrawn);
        if takes && self.current().is_none_or(|current| current.status == Status::Derived) {
            self.start_anew();
            self.withdrawal = Some(index);
        }
    }

    fn push(&mut self, next: Judged<'a>, role: VintageRole) {
        self.observations.push(Judged { role, ..next });
    }

    /// Leaves behind what is there.
    fn start_anew(&mut self) {
        self.current = None;
        for old in &mut self.observations[self.start..] {
            if matches!(old.role, VintageRole::Current | VintageRole::Disagrees) {
                old.role = VintageRole::Superseded;
            }
        }
        self.start = self.observations.len();
        self.revised_from = None;
    }

    /// Holds what differs, and what was taken away, against what its source said later and against the current figure.
    fn settle(&mut self) {
        let current = self.current();
        for index in 0..self.observations.len() {
            let it = self.observations[index];
            let spoke_later = || self.observations.iter().any(|other| is_revised_by(&it, other));
            let revised_later = || {
                self.observations
                    .iter()
                    .any(|other| is_gone(other) && is_said_later(&it, other))
            };
            let role = match it.role {
                VintageRole::Disagrees if spoke_later() => VintageRole::Superseded,
                VintageRole::Disagrees => current.and_then(|current| repeats(&current, &it)).unwrap_or(it.role),
                VintageRole::Withdrawn if is_gone(&it) && revised_later() => VintageRole::Superseded,
                role => role,
            };
            self.observations[index].role = role;
        }
    }

    /// What `next` is, coming after `current` is current.
    fn judge(&self, current: &Judged<'_>, next: &Judged<'_>) -> VintageRole {
        match next.status {
            Status::Derived if current.status == Status::Derived => VintageRole::Current,
            Status::Derived => VintageRole::Derived,
            _ if current.status == Status::Derived => VintageRole::Current,
            _ if self.standing().any(|other| is_rival(other, next)) => self.beside(current, next),
            // A revision may also go back to an older number, so it repeats only what is current.
            Status::Revised => repeats(current, next).unwrap_or(VintageRole::Current),
            _ => self.repeated(next).unwrap_or_else(|| {
                if is_late_elsewhere(current, next) && !self.has_said(next) && !rounds_to(next, current) {
                    return VintageRole::Disagrees;
                }
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

    /// The source of `next` has given a figure before.
    fn has_said(&self, next: &Judged<'_>) -> bool {
        let mut all = self.standing();
        all.any(|other| other.observation.source == next.observation.source)
    }

    /// What `next` is where it does not bring back a figure that its publisher took away: what is calculated, what is
    /// quoted beside a later period, and what repeats the old figure without a day of its own.
    fn beside_withdrawal(&self, next: &Judged<'_>) -> Option<VintageRole> {
        let mut gone = self.observations.iter().filter(|it| is_gone(it));
        let is_quoted = next.status == Status::Comparator && gone.any(|old| repeats(old, next).is_some());
        if is_quoted || self.withdrawal.is_none() {
            return is_quoted.then_some(VintageRole::Confirms);
        }
        let mut figures = self.observations.iter().filter(|it| !is_withdrawal(it));
        let is_old = figures.any(|old| repeats(old, next).is_some());
        let is_undated = next.observation.published.date.is_none();
        match next.status {
            Status::Derived => Some(VintageRole::Derived),
            Status::Comparator if !is_old => Some(VintageRole::Disagrees),
            _ => (is_old && (is_undated || next.status == Status::Comparator)).then_some(VintageRole::Confirms),
        }
    }

    /// What `next` is beside what another source published on its day.
    fn beside(&self, current: &Judged<'_>, next: &Judged<'_>) -> VintageRole {
        repeats(current, next).unwrap_or_else(|| match rounds_to(next, current) {
            true => VintageRole::Current,
            false => VintageRole::Disagrees,
        })
    }

    /// Whether some earlier observation gave the number that `next` gives, and what that makes `next`: the
    /// current observation decides first, then the newest. What repeats a disagreement disagrees.
    fn repeated(&self, next: &Judged<'_>) -> Option<VintageRole> {
        let published = || {
            let current = self.current.into_iter().map(|index| &self.observations[index]);
            current
                .chain(self.standing().rev())
                .filter(|observation| observation.status != Status::Derived)
        };
        let found = |role: VintageRole| {
            let same = published().find(|observation| repeats(observation, next) == Some(role))?;
            Some(if same.role == VintageRole::Disagrees {
                same.role
            } else {
                role
            })
        };
        // A finer form of a number that is not used adds nothing to the one that is.
        let finer = || {
            let coarse = published().find(|observation| rounds_to(next, observation))?;
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

/// It says that there is no figure.
fn is_withdrawal(it: &Judged<'_>) -> bool {
    it.status == Status::Withdrawn
}

/// It is a figure that was taken away.
fn is_gone(it: &Judged<'_>) -> bool {
    it.role == VintageRole::Withdrawn && !is_withdrawal(it)
}

/// Whether the source of a figure has withdrawn it, no earlier than it was published. What was calculated is nobody's.
fn is_taken_away(figure: &Judged<'_>, withdrawals: &[Judged<'_>]) -> bool {
    figure.status != Status::Derived
        && withdrawals
            .iter()
            .any(|it| it.observation.source == figure.observation.source && it.day() >= figure.day())
}

/// The source of `it` said another number later, or that there is none.
fn is_revised_by(it: &Judged<'_>, other: &Judged<'_>) -> bool {
    let is_same = repeats(it, other).is_some() || rounds_to(other, it);
    is_said_later(it, other) && (is_withdrawal(other) || !is_same)
}

/// `other` is what the source of `it` published on a later day.
fn is_said_later(it: &Judged<'_>, other: &Judged<'_>) -> bool {
    other.observation.source == it.observation.source && other.day() > it.day() && other.status != Status::Derived
}
