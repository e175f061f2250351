//! The entries of a register, each with what it said before, and what of it was known on a day.
//!
//! What an entry says has a day from which it is known ([`Published`]): the page's own, else the day on which it was
//! first seen. When it says something else from a later day on, what it said until then is kept as an earlier state.
//! Before the first of these days nothing was known but what happened in sight of all: that an outage had begun, that a
//! measure was announced.

use jiff::civil::Date;

use crate::{AsOf, Published};

/// An entry of a register, or what one said before.
pub trait Dated: Clone + PartialEq {
    /// Its number.
    type Id: Copy + Eq + Ord + From<i64>;

    /// Its number.
    fn number(&self) -> Self::Id;
    /// From when on it has said what it says.
    fn published(&self) -> Published;
    /// The entry that said this before; none for one that says it now.
    fn earlier_of(&self) -> Option<Self::Id>;
    /// The last day on which what it tells of can have happened; none where it tells of nothing that all could see.
    fn happened(&self) -> Option<Date>;
    /// What could be known on a day without the page: that it had happened.
    fn seen_to_happen(&self, day: Date) -> Self;
    /// The same under another number, as the entry itself or as what one said before.
    #[must_use]
    fn placed(self, number: Self::Id, earlier_of: Option<Self::Id>) -> Self;
    /// The same, known from another day on.
    #[must_use]
    fn known_since(self, published: Published) -> Self;
}

/// A register: what its entries say now, and what they said before.
#[derive(Debug, Clone, PartialEq)]
pub struct Register<E> {
    entries: Vec<E>,
    earlier: Vec<E>,
}

impl<E: Dated> Register<E> {
    /// From all rows, in the order of time.
    pub fn of(rows: Vec<E>) -> Self {
        let (earlier, entries) = rows.into_iter().partition(|row| row.earlier_of().is_some());
        Self { entries, earlier }
    }

    /// What is known of it on a day: without a past day, each entry as it stands.
    pub fn known(&self, as_of: AsOf) -> Vec<E> {
        self.entries
            .iter()
            .filter_map(|entry| self.state(entry, as_of))
            .collect()
    }

    /// The same of one entry.
    pub fn known_of(&self, number: E::Id, as_of: AsOf) -> Option<E> {
        let entry = self.entries.iter().find(|entry| entry.number() == number)?;
        self.state(entry, as_of)
    }

    /// The entries as they stand, for whoever enters or amends; a reader asks what is [`known`](Self::known).
    pub fn entries(&self) -> &[E] {
        &self.entries
    }

    /// All that was entered: what entries say, and what they said.
    pub fn rows(&self) -> impl Iterator<Item = &E> {
        self.entries.iter().chain(&self.earlier)
    }

    /// What an entry says and said, by number, as far as it was known on a day; the newest first.
    pub fn states(&self, number: E::Id, as_of: AsOf) -> Vec<&E> {
        let is_of = |row: &&E| row.number() == number || row.earlier_of() == Some(number);
        let is_known = |row: &&E| as_of.has(row.published().known_from());
        let mut states: Vec<&E> = self.rows().filter(is_of).filter(is_known).collect();
        let age = |row: &&E| (row.published().known_from(), row.earlier_of().is_none(), row.number());
        states.sort_by_key(|row| std::cmp::Reverse(age(row)));
        states
    }

    fn state(&self, entry: &E, as_of: AsOf) -> Option<E> {
        let Some(day) = as_of.past() else {
            return Some(entry.clone());
        };
        let number = entry.number();
        let stated = self.states(number, as_of).first().copied().cloned();
        let happened = || {
            let all = AsOf::Latest(day);
            let first = self.states(number, all).last().copied()?;
            let happened = first.happened().filter(|happened| *happened <= day)?;
            Some(first.seen_to_happen(day).known_since(Published::undated(happened)))
        };
        stated.or_else(happened).map(|state| state.placed(number, None))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{Initiative, InitiativeId, SourceId, State};

    fn measure(id: i64, earlier_of: Option<i64>, status: &str, published: Published) -> Initiative {
        Initiative {
            id: InitiativeId(id),
            name: "A park".into(),
            owner: String::new(),
            announced: Some("2024-01".parse().unwrap()),
            due: Some("2025-12-31".parse().unwrap()),
            status: status.into(),
            state: Some(State::Done),
            closed: Some("2026-02-10".parse().unwrap()),
            published,
            earlier_of: earlier_of.map(InitiativeId),
            source: SourceId(7),
            note: "Of the page".into(),
        }
    }

    /// Announced in January 2024, told of on 1 March 2025 and again on a page without a date, seen on 20 March 2026; done
    /// on 10 February 2026, in sight of all.
    #[test]
    fn an_entry_says_on_a_day_what_was_known_then() {
        let register = Register::of(vec![
            measure(1, None, "open", Published::undated(date(2026, 3, 20))),
            measure(2, Some(1), "half built", Published::on(date(2025, 3, 1))),
        ]);
        let told = |year, month, day| {
            let known = register.known(AsOf::Day(date(year, month, day)));
            known
                .first()
                .map(|it| (it.id.0, it.status.clone(), it.due.is_some(), it.source.0, it.state))
        };
        let done = Some(State::Done);
        assert_eq!(told(2024, 1, 30), None);
        assert_eq!(told(2024, 1, 31), Some((1, String::new(), false, 0, None)));
        assert_eq!(told(2025, 3, 1), Some((1, "half built".into(), true, 7, done)));
        assert_eq!(told(2026, 3, 19), Some((1, "half built".into(), true, 7, done)));
        assert_eq!(told(2026, 3, 20), Some((1, "open".into(), true, 7, done)));
        let now = register.known(AsOf::Latest(date(2020, 1, 1)));
        assert_eq!(now, register.entries(), "without a day, all that there is");
        let alone = Register::of(vec![measure(1, None, "open", Published::undated(date(2026, 3, 20)))]);
        let on = |day| alone.known_of(InitiativeId(1), AsOf::Day(day)).unwrap().state;
        assert_eq!([on(date(2026, 2, 9)), on(date(2026, 2, 10))], [None, done]);
    }

    proptest! {
        /// What becomes known later changes nothing that was known on a day.
        #[test]
        fn a_later_state_changes_no_earlier_day(days in prop::collection::vec(0_i32..1000, 1..6), later in 0_i32..1000, asked in 0_i32..1000) {
            let day = |offset: i32| date(2024, 6, 1).saturating_add(jiff::Span::new().days(offset));
            let rows = |days: &[i32]| -> Vec<Initiative> {
                let row = |(place, offset): (usize, &i32)| {
                    let number = i64::try_from(place).unwrap() + 1;
                    measure(number, (place > 0).then_some(1), &offset.to_string(), Published::on(day(*offset)))
                };
                days.iter().enumerate().map(row).collect()
            };
            prop_assume!(asked < later);
            let asked = AsOf::Day(day(asked));
            let with: Vec<i32> = days.iter().copied().chain([later]).collect();
            prop_assert_eq!(Register::of(rows(&days)).known(asked), Register::of(rows(&with)).known(asked));
        }
    }
}
