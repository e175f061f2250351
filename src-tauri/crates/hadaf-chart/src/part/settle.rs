//! What becomes of labels that find no place: a number and a line below the plot, or only a count.

use crate::error::{ChartError, Result};
use crate::frame::Unplaced;
use crate::scene::Scene;

/// How a mark is explained on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LabelFate {
    /// Its label stands on the plot.
    Labelled,
    /// A number stands there, and the label below the plot.
    Numbered,
    /// Only its mark is drawn: not even a number found a place.
    LeftOut,
}

/// A layout under given fates, with the marks whose label or number found no place in it.
pub(crate) struct Attempt {
    pub(crate) scene: Scene,
    pub(crate) failed: Vec<usize>,
}

/// Lays out until every mark is explained as it can be: what fails as a label becomes a number, what fails
/// as a number goes. Where the numbered labels crowd the plot, the least of them goes; `rank` gives
/// marks from dearest to least. Each round moves a mark one step down, so this ends.
///
/// # Errors
/// Those of `attempt`; [`ChartError::Crowded`] only when no number is left to be taken away.
pub(crate) fn settle(rank: &[usize], mut attempt: impl FnMut(&[LabelFate]) -> Result<Attempt>) -> Result<Scene> {
    let mut fates = vec![LabelFate::Labelled; rank.len()];
    loop {
        let failed = match attempt(&fates) {
            Ok(Attempt { scene, failed }) if failed.is_empty() => return Ok(scene),
            Ok(Attempt { failed, .. }) => failed,
            Err(crowded @ ChartError::Crowded { .. }) => {
                let numbered = |index: &&usize| fates[**index] == LabelFate::Numbered;
                match rank.iter().rev().find(numbered) {
                    Some(&least) => vec![least],
                    None => return Err(crowded),
                }
            }
            Err(other) => return Err(other),
        };
        for index in failed {
            fates[index] = match fates[index] {
                LabelFate::Labelled => LabelFate::Numbered,
                LabelFate::Numbered | LabelFate::LeftOut => LabelFate::LeftOut,
            };
        }
    }
}

/// The labels that do not stand on the plot, and which mark has which number.
pub(crate) fn unplaced(fates: &[LabelFate], label: impl Fn(usize) -> String) -> (Unplaced, Vec<Option<usize>>) {
    let mut unplaced = Unplaced::default();
    let mut number_of = |(index, fate): (usize, &LabelFate)| match fate {
        LabelFate::Labelled => None,
        LabelFate::Numbered => {
            unplaced.numbered.push(label(index));
            Some(unplaced.numbered.len())
        }
        LabelFate::LeftOut => {
            unplaced.left_out.push(label(index));
            None
        }
    };
    let numbers = fates.iter().enumerate().map(&mut number_of).collect();
    (unplaced, numbers)
}
