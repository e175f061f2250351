//! A value of the files beside the workspace's.

use hadaf_core::{Basis, Decimal, Period};
use hadaf_error::Result;
use hadaf_import::table::CellAt;
use hadaf_model::{Book, Effect, Refused, Step};
use hadaf_words::DoubtView;

use crate::wire::IntakeOutcome;

/// Whatever judges figures that are about to be entered.
pub type Doubter<'a> = &'a dyn Fn(&Book, &[Step]) -> Result<Vec<Vec<DoubtView>>>;

/// So many values are judged together; more are judged series by series, where whole and parts are then unseen.
pub(crate) const TOGETHER: usize = 50_000;
/// Things of one kind that are listed.
pub(crate) const LISTED: usize = 1_000;

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValueAt {
    pub(crate) file: u32,
    pub(crate) sheet: u32,
    pub(crate) at: CellAt,
}

/// A value beside the workspace's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    /// Its series, by its place among the mapped ones.
    pub(crate) series: u32,
    pub(crate) period: Period,
    pub(crate) basis: Basis,
    /// In the unit of the series that takes it.
    pub(crate) value: Decimal,
    /// What the workspace has.
    pub(crate) before: Option<Decimal>,
    pub(crate) outcome: IntakeOutcome,
    pub(crate) place: ValueAt,
}

/// A value that cannot be entered, and why.
#[derive(Debug, Clone)]
pub(crate) struct NotEntered {
    pub(crate) place: ValueAt,
    pub(crate) what: String,
    /// None where its digits do not fit the unit of the series.
    pub(crate) why: Option<Refused>,
}

pub(crate) fn place(file: usize, sheet: usize, at: CellAt) -> ValueAt {
    let narrow = |number: usize| u32::try_from(number).ok().unwrap_or(u32::MAX);
    ValueAt {
        file: narrow(file),
        sheet: narrow(sheet),
        at,
    }
}

pub(crate) fn compared(series: usize, step: &Step, what: (IntakeOutcome, Option<Decimal>), place: ValueAt) -> Compared {
    Compared {
        series: u32::try_from(series).ok().unwrap_or(u32::MAX),
        period: step.draft.period,
        basis: step.draft.basis,
        value: step.draft.value,
        before: what.1,
        outcome: what.0,
        place,
    }
}

/// What it is to a person, and what the workspace has.
pub(crate) fn outcome(effect: &Effect, value: Decimal) -> (IntakeOutcome, Option<Decimal>) {
    match effect {
        Effect::New | Effect::WithdrawsNothing => (IntakeOutcome::New, None),
        Effect::Differs(before) => (IntakeOutcome::Revises, Some(*before)),
        Effect::Withdraws(withdraws) => (IntakeOutcome::Revises, Some(withdraws.figure)),
        Effect::RevisesLater(standing) => (IntakeOutcome::Revises, Some(standing.value)),
        Effect::Corrects(before) => (IntakeOutcome::Revises, *before),
        Effect::Beside(standing) => (IntakeOutcome::Conflicts, Some(standing.value)),
        Effect::Repeats | Effect::Known => (IntakeOutcome::Same, Some(value)),
        Effect::Refused(_) => (IntakeOutcome::Refused, None),
    }
}

/// Neither there already nor refused.
pub(crate) fn is_fresh(step: &Step) -> bool {
    !matches!(step.effect, Effect::Known | Effect::Refused(_))
}
