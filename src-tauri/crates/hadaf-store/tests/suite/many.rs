//! Many observations at once.

use hadaf_core::{Basis, Observation, Published, SourceId, Status};
use hadaf_store::StoreError;

use crate::kit::{change, dump, filled, folder, observation, redo, undo};

/// Months with all that an observation can say.
fn many(count: usize) -> Vec<Observation> {
    let months = (0..count).map(|number| {
        let period = format!("{}-{:02}", 1990 + number / 12, number % 12 + 1);
        let mut one = observation("ict_total", &period, &format!("{number}.50"), SourceId(1));
        one.status = [None, Some(Status::First), Some(Status::Withdrawn)][number % 3];
        one.basis = Basis::to_date_if(number % 5 == 0);
        if number % 4 == 0 {
            one.published = Published::undated(one.published.seen);
        }
        one
    });
    months.collect()
}

#[test]
fn many_at_once_are_what_each_would_be() {
    let (one, other) = (folder(), folder());
    let (one_path, mut one) = filled(&one);
    let (other_path, mut other) = filled(&other);
    let observations = many(200);
    change(&mut one, "Many", |change| {
        observations.iter().try_for_each(|it| change.add(it).map(drop))
    })
    .unwrap();
    change(&mut other, "Many", |change| change.add_all(&observations)).unwrap();
    let before = dump(&other_path);
    assert_eq!(dump(&one_path), before);
    undo(&mut other).unwrap();
    assert_ne!(dump(&other_path), before);
    redo(&mut other).unwrap();
    undo(&mut one).unwrap();
    redo(&mut one).unwrap();
    assert_eq!(dump(&other_path), dump(&one_path));
}

#[test]
fn a_rule_is_kept_among_many_and_after_them() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let mut observations = many(100);
    observations[70].published.approximate = true;
    observations[70].published.date = None;
    let refused = change(&mut workspace, "Many", |change| change.add_all(&observations));
    assert!(matches!(refused, Err(StoreError::Constraint(_))), "{refused:?}");
    let mut wrong = observation("ict_total", "2020-01", "1", SourceId(1));
    wrong.published.approximate = true;
    wrong.published.date = None;
    let refused = change(&mut workspace, "One", |change| {
        change.add_all(&many(100))?;
        change.add(&wrong).map(drop)
    });
    assert!(matches!(refused, Err(StoreError::Constraint(_))), "{refused:?}");
    let lacks = change(&mut workspace, "Many", |change| {
        let mut observations = many(100);
        observations[5].source = SourceId(99);
        change.add_all(&observations)
    });
    assert!(matches!(lacks, Err(StoreError::Constraint(_))), "{lacks:?}");
}
