//! The places that a label could take, each with what it costs.

use super::block::TextBlock;
use super::options::PlacedLabel;
use super::space::LabelSpace;
use super::wish::LabelWish;
use crate::geometry::{Point, Rect, cross, length};
use crate::scene::Align;

/// Beyond this distance a label needs a leader.
const NEAR: f64 = 20.0;
/// Candidates of a label that are looked at; a set of 64 bits holds them.
const CANDIDATES: usize = 48;
/// What a leader costs that crosses a line of weight 1, in the worth of pixels.
const CROSSING: f64 = 25.0;

/// Allowed places of a label, cheapest first.
pub(super) fn candidates(wish: &LabelWish, space: &LabelSpace) -> Vec<PlacedLabel> {
    let mut found = Vec::new();
    for (index, (block, block_cost)) in wish.blocks.iter().enumerate() {
        for &(anchor, anchor_cost) in &wish.anchors {
            for (right, down, side_cost) in wish.side.directions() {
                for &distance in wish.distances {
                    let candidate = Candidate {
                        index,
                        block,
                        anchor,
                        right,
                        down,
                        distance,
                        cost: block_cost + anchor_cost + side_cost + distance,
                    };
                    found.extend(candidate.placed(wish.out, space));
                }
            }
        }
    }
    // A stable order: equal costs keep the order of preference.
    found.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    found.truncate(CANDIDATES);
    found
}

/// A place that a label could take, before anything is known of what stands there.
struct Candidate<'a> {
    /// Which of the wish's blocks.
    index: usize,
    block: &'a TextBlock,
    anchor: Point,
    /// To which side of the anchor: 1 right, -1 left, 0 neither.
    right: f64,
    /// 1 below, -1 above, 0 neither.
    down: f64,
    distance: f64,
    /// Of what it is, without what it covers.
    cost: f64,
}

impl Candidate<'_> {
    /// The place with its whole cost; `None`: something is in the way, or it costs as much as no place at all.
    fn placed(&self, out: f64, space: &LabelSpace) -> Option<PlacedLabel> {
        let rect = self.rect(space.unit);
        let gap = 2.0 * space.unit;
        if !space.area.contains(&rect) || space.taken.iter().any(|taken| taken.grown(gap).intersects(&rect)) {
            return None;
        }
        let leader = (self.distance > NEAR).then(|| leader(self.anchor, &rect, 3.0 * space.unit));
        if let Some((from, to)) = leader
            && space.taken.iter().any(|taken| taken.covered(from, to) > 0.0)
        {
            return None;
        }
        let near = rect.grown(2.0 * gap);
        let mut covered = 0.0;
        for line in &space.lines {
            for pair in line.points.windows(2) {
                let &[from, to] = pair else { continue };
                let crossed = leader.is_some_and(|leader| cross(leader, (from, to)));
                covered += (near.covered(from, to) / space.unit + f64::from(u8::from(crossed)) * CROSSING) * line.cost;
            }
            // It only grows, and no place is taken that costs as much as none.
            if self.cost + covered >= out {
                return None;
            }
        }
        let align = match self.right {
            r if r > 0.0 => Align::Start,
            r if r < 0.0 => Align::End,
            _ => Align::Middle,
        };
        Some(PlacedLabel {
            block: self.index,
            rect,
            align,
            leader,
            cost: self.cost + covered,
        })
    }

    fn rect(&self, unit: f64) -> Rect {
        let Self {
            block,
            anchor,
            right,
            down,
            ..
        } = self;
        let away = self.distance * unit;
        // On a diagonal the corner, not the edge, faces the point.
        let away = if *right != 0.0 && *down != 0.0 {
            away * 0.7
        } else {
            away
        };
        let left = match right {
            r if *r > 0.0 => anchor.x + away,
            r if *r < 0.0 => anchor.x - away - block.width,
            _ => anchor.x - block.width / 2.0,
        };
        let top = match down {
            d if *d > 0.0 => anchor.y + away,
            d if *d < 0.0 => anchor.y - away - block.height,
            // Beside a point its first line is level with it.
            _ => anchor.y - block.first_middle(),
        };
        Rect::new(left, top, left + block.width, top + block.height)
    }
}

/// From a little off the point, so that it does not touch its own mark, to the nearest place of the label.
fn leader(anchor: Point, rect: &Rect, off: f64) -> (Point, Point) {
    let to = Point::new(
        anchor.x.clamp(rect.left, rect.right),
        anchor.y.clamp(rect.top, rect.bottom),
    );
    let (dx, dy) = (to.x - anchor.x, to.y - anchor.y);
    let share = off / length(dx, dy).max(off);
    (Point::new(anchor.x + dx * share, anchor.y + dy * share), to)
}
