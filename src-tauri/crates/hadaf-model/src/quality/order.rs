//! Revisions that are dated before what they revise.

use std::collections::BTreeMap;

use hadaf_core::{Observation, Period, Series, Status};

use super::{Found, IssueKind};
use crate::book::Book;

/// What is said to be a revision though nothing was published before it, and is followed by what is said to be none: the day
/// of one of the two is wrong.
pub(super) fn revised_before(book: &Book, series: &Series) -> Found {
    let (calendar, now) = (book.calendar(), book.now());
    let mut by_period: BTreeMap<Period, Vec<&Observation>> = BTreeMap::new();
    let is_release = |it: &&Observation| {
        let status = matches!(it.status, None | Some(Status::First | Status::Revised));
        status && !it.basis.is_to_date() && it.is_outturn(calendar) && now.knows(&it.published)
    };
    for release in book.observations(&series.id).iter().filter(is_release) {
        by_period.entry(release.period).or_default().push(release);
    }
    let found = by_period.into_iter().filter_map(|(period, releases)| {
        let first = releases.iter().min_by_key(|it| it.published.known_from())?;
        let day = first.published.known_from();
        let is_stated = releases
            .iter()
            .any(|it| it.status == Some(Status::Revised) && it.published.known_from() == day);
        let of_day = releases.iter().filter(|it| it.published.known_from() == day).count();
        let mut later = releases.iter().filter(|it| {
            it.status != Some(Status::Revised) && it.published.date.is_some() && it.published.known_from() > day
        });
        let revised = later.find(|it| !it.value.same_value(first.value))?;
        (is_stated && of_day == 1).then(|| {
            let kind = IssueKind::RevisedBefore {
                value: first.value,
                revised: revised.value,
                day: revised.published.known_from(),
            };
            (Some(period), kind)
        })
    });
    found.collect()
}
