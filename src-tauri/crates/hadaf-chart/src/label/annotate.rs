//! Labels beside points: eight positions at growing distances, none over another text, as few as
//! possible over lines.

use super::{Block, search};
use crate::geometry::{Point, Rect, cross, length};
use crate::scene::Align;

/// Which side of its point a label would rather stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// At the end of a line.
    Right,
    /// On a peak, or over a mark.
    Above,
    /// Under a line.
    Below,
    /// Before a mark.
    Left,
    /// Under its dot, or at least close to it: a value.
    Under,
    /// Straight above or below: a remark on a single mark.
    Over,
}

impl Side {
    /// The eight directions with what each costs, in the worth of pixels.
    const fn directions(self) -> [(f64, f64, f64); 8] {
        match self {
            Self::Right => [
                (1.0, 0.0, 0.0),
                (1.0, 1.0, 5.0),
                (1.0, -1.0, 6.0),
                (0.0, 1.0, 14.0),
                (0.0, -1.0, 14.0),
                (-1.0, 1.0, 18.0),
                (-1.0, -1.0, 18.0),
                (-1.0, 0.0, 24.0),
            ],
            Self::Above => [
                (0.0, -1.0, 0.0),
                (-1.0, -1.0, 1.0),
                (1.0, -1.0, 3.0),
                (-1.0, 0.0, 9.0),
                (1.0, 0.0, 10.0),
                (0.0, 1.0, 12.0),
                (-1.0, 1.0, 14.0),
                (1.0, 1.0, 14.0),
            ],
            Self::Below => [
                (0.0, 1.0, 0.0),
                (1.0, 1.0, 1.0),
                (-1.0, 1.0, 2.0),
                (1.0, 0.0, 8.0),
                (-1.0, 0.0, 9.0),
                (-1.0, -1.0, 12.0),
                (0.0, -1.0, 12.0),
                (1.0, -1.0, 13.0),
            ],
            Self::Left => [
                (-1.0, 0.0, 0.0),
                (-1.0, -1.0, 2.0),
                (-1.0, 1.0, 4.0),
                (0.0, -1.0, 6.0),
                (1.0, 0.0, 8.0),
                (1.0, -1.0, 9.0),
                (0.0, 1.0, 10.0),
                (1.0, 1.0, 12.0),
            ],
            Self::Under => [
                (0.0, 1.0, 0.0),
                (0.0, -1.0, 8.0),
                (1.0, 1.0, 12.0),
                (1.0, 0.0, 16.0),
                (1.0, -1.0, 20.0),
                (-1.0, 1.0, 40.0),
                (-1.0, -1.0, 40.0),
                (-1.0, 0.0, 60.0),
            ],
            Self::Over => [
                (0.0, -1.0, 0.0),
                (0.0, 1.0, 2.0),
                (-1.0, -1.0, 24.0),
                (1.0, -1.0, 24.0),
                (-1.0, 1.0, 24.0),
                (1.0, 1.0, 24.0),
                (1.0, 0.0, 40.0),
                (-1.0, 0.0, 40.0),
            ],
        }
    }
}

/// A label that wants a place.
pub(crate) struct Wish {
    /// What to set, best first: the whole label, then shorter ones, each with what it costs.
    pub(crate) blocks: Vec<(Block, f64)>,
    /// Points that it may stand beside, each with what it costs.
    pub(crate) anchors: Vec<(Point, f64)>,
    /// Which side it would rather stand on.
    pub(crate) side: Side,
    /// Distances from the point, in pixels.
    pub(crate) distances: &'static [f64],
    /// What leaving it out costs, in the worth of pixels: no place that costs more is taken, and the
    /// cheapest yields first.
    pub(crate) out: f64,
}

/// Where labels may stand.
pub(crate) struct Field {
    /// Nothing leaves this rectangle.
    pub(crate) area: Rect,
    /// Nothing touches these.
    pub(crate) taken: Vec<Rect>,
    /// Lines that labels would rather not cover, with what a covered pixel costs.
    pub(crate) lines: Vec<(Vec<Point>, f64)>,
    /// Pixels to a pixel at label size 13.
    pub(crate) unit: f64,
}

/// Where a label stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// Which of [`Wish::blocks`].
    pub(crate) block: usize,
    pub(crate) rect: Rect,
    pub(crate) align: Align,
    /// From point to label, where it stands too far away to be seen as belonging.
    pub(crate) leader: Option<(Point, Point)>,
    pub(super) cost: f64,
}

/// Beyond this distance a label needs a leader.
const NEAR: f64 = 20.0;
/// Candidates of a label that are looked at; a set of 64 bits holds them.
const CANDIDATES: usize = 48;
/// What a leader costs that crosses a line of weight 1, in the worth of pixels.
const CROSSING: f64 = 25.0;
/// Places the labels at least cost: all arrangements are tried with pruning; where they are too many,
/// the best of some is improved by giving each label each place, those in its way the next best.
/// `None` for those left out.
pub(crate) fn place(wishes: &[Wish], field: &Field) -> Vec<Option<Placed>> {
    // The dearest first: the first descent then gives way where it matters least.
    let mut order: Vec<(usize, &Wish)> = wishes.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| other.out.total_cmp(&one.out));
    let labels: Vec<Label> = order
        .iter()
        .map(|(_, wish)| Label {
            options: candidates(wish, field),
            out: wish.out,
        })
        .collect();
    let mut placed = vec![None; wishes.len()];
    let arrangement = search::arrange(&labels, 2.0 * field.unit);
    for (((index, _), label), choice) in order.iter().zip(&labels).zip(arrangement) {
        if let (Some(slot), Some(choice)) = (placed.get_mut(*index), choice) {
            *slot = label.options.get(choice).cloned();
        }
    }
    placed
}

/// A label with its places, cheapest first, and what leaving it out costs.
pub(super) struct Label {
    pub(super) options: Vec<Placed>,
    pub(super) out: f64,
}

impl Placed {
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

/// Allowed places of a label, cheapest first.
fn candidates(wish: &Wish, field: &Field) -> Vec<Placed> {
    let mut found = Vec::new();
    for (index, (block, block_cost)) in wish.blocks.iter().enumerate() {
        for &(anchor, anchor_cost) in &wish.anchors {
            for (right, down, side_cost) in wish.side.directions() {
                for &distance in wish.distances {
                    let cost = block_cost + anchor_cost + side_cost + distance;
                    found.extend(candidate(
                        block,
                        index,
                        anchor,
                        (right, down),
                        (distance, cost, wish.out),
                        field,
                    ));
                }
            }
        }
    }
    // A stable order: equal costs keep the order of preference.
    found.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    found.truncate(CANDIDATES);
    found
}

fn candidate(
    block: &Block,
    index: usize,
    anchor: Point,
    (right, down): (f64, f64),
    (distance, cost, out): (f64, f64, f64),
    field: &Field,
) -> Option<Placed> {
    let away = distance * field.unit;
    // On a diagonal the corner, not the edge, faces the point.
    let away = if right != 0.0 && down != 0.0 { away * 0.7 } else { away };
    let left = match right {
        r if r > 0.0 => anchor.x + away,
        r if r < 0.0 => anchor.x - away - block.width,
        _ => anchor.x - block.width / 2.0,
    };
    let top = match down {
        d if d > 0.0 => anchor.y + away,
        d if d < 0.0 => anchor.y - away - block.height,
        // Beside a point its first line is level with it.
        _ => anchor.y - block.first_middle(),
    };
    let rect = Rect::new(left, top, left + block.width, top + block.height);
    let gap = 2.0 * field.unit;
    if !field.area.contains(&rect) || field.taken.iter().any(|taken| taken.grown(gap).intersects(&rect)) {
        return None;
    }
    let leader = (distance > NEAR).then(|| leader(anchor, &rect, 3.0 * field.unit));
    if let Some((from, to)) = leader
        && field.taken.iter().any(|taken| taken.covered(from, to) > 0.0)
    {
        return None;
    }
    let near = rect.grown(2.0 * gap);
    let mut covered = 0.0;
    for (points, weight) in &field.lines {
        for pair in points.windows(2) {
            let &[from, to] = pair else { continue };
            let crossed = leader.is_some_and(|leader| cross(leader, (from, to)));
            covered += (near.covered(from, to) / field.unit + f64::from(u8::from(crossed)) * CROSSING) * weight;
        }
        // It only grows, and no place is taken that costs as much as none.
        if cost + covered >= out {
            return None;
        }
    }
    let align = match right {
        r if r > 0.0 => Align::Start,
        r if r < 0.0 => Align::End,
        _ => Align::Middle,
    };
    Some(Placed {
        block: index,
        rect,
        align,
        leader,
        cost: cost + covered,
    })
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
