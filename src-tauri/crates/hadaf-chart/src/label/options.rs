//! A label's places to choose from, and which of two labels' places rule each other out.

use crate::geometry::{Point, Rect};
use crate::scene::Align;

/// Where a label stands.
#[derive(Debug, Clone)]
pub(super) struct PlacedLabel {
    /// Which of [`super::LabelWish::blocks`].
    pub(super) block: usize,
    pub(super) rect: Rect,
    pub(super) align: Align,
    /// From point to label, where it stands too far away to be seen as belonging.
    pub(super) leader: Option<(Point, Point)>,
    pub(super) cost: f64,
}

impl PlacedLabel {
    /// The rectangle round the label and its leader: nothing beyond it and a gap is in its way.
    pub(super) fn reach(&self) -> Rect {
        self.leader.map_or(self.rect, |(from, to)| {
            let line = Rect::new(from.x.min(to.x), from.y.min(to.y), from.x.max(to.x), from.y.max(to.y));
            self.rect.joined(&line)
        })
    }

    pub(super) fn conflicts(&self, other: &Self, gap: f64) -> bool {
        let crosses = |leader: &Option<(Point, Point)>, rect: &Rect| {
            leader.is_some_and(|(from, to)| rect.covered(from, to) > 0.0)
        };
        self.rect.grown(gap).intersects(&other.rect)
            || crosses(&self.leader, &other.rect)
            || crosses(&other.leader, &self.rect)
    }
}

/// A label with its places, cheapest first, and what leaving it out costs.
pub(super) struct LabelOptions {
    pub(super) options: Vec<PlacedLabel>,
    pub(super) out: f64,
}

impl LabelOptions {
    /// The least that it can cost where some of its places are ruled out.
    pub(super) fn least(&self, ruled_out: u64) -> f64 {
        // Options are sorted and cheaper than leaving out, so the first free one is the least.
        let first_free = (!ruled_out).trailing_zeros();
        self.options
            .get(first_free as usize)
            .map_or(self.out, |option| option.cost)
    }
}
