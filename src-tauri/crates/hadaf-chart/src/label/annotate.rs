//! Labels beside points: eight positions at growing distances, none over another text, as few as
//! possible over lines.

use super::Block;
use crate::geometry::{Point, Rect, cross};
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
    /// How dear it is to leave it out; decides who yields.
    pub(crate) priority: f64,
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
    cost: f64,
}

/// Beyond this distance a label needs a leader.
const NEAR: f64 = 20.0;
/// Candidates of a label that are looked at; a set of 64 bits holds them.
const CANDIDATES: usize = 48;
/// Steps of the search; the first descent alone is the greedy arrangement.
const STEPS: usize = 30_000;
/// What a leader costs that crosses a line of weight 1, in the worth of pixels.
const CROSSING: f64 = 12.0;
/// What leaving out a label of priority 1 costs: more than any place it could have.
const OUT: f64 = 10_000.0;

/// Places the labels: the arrangement of least cost, found by trying all with pruning, or the best of
/// [`STEPS`] where there are too many. `None` for those left out.
pub(crate) fn place(wishes: &[Wish], field: &Field) -> Vec<Option<Placed>> {
    // The dearest first: the first descent then gives way where it matters least.
    let mut order: Vec<(usize, &Wish)> = wishes.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| other.priority.total_cmp(&one.priority));
    let labels: Vec<Label> = order
        .iter()
        .map(|(_, wish)| Label {
            options: candidates(wish, field),
            out: OUT * wish.priority,
        })
        .collect();
    let mut search = Search {
        conflicts: conflicts(&labels, 2.0 * field.unit),
        labels: &labels,
        chosen: Vec::with_capacity(labels.len()),
        best: (f64::INFINITY, Vec::new()),
        steps: 0,
    };
    search.descend(0.0, &vec![0; labels.len()]);
    let mut placed = vec![None; wishes.len()];
    for (((index, _), label), choice) in order.iter().zip(&labels).zip(search.best.1) {
        if let (Some(slot), Some(choice)) = (placed.get_mut(*index), choice) {
            *slot = label.options.get(choice).cloned();
        }
    }
    placed
}

/// A label with its places, cheapest first, and what leaving it out costs.
struct Label {
    options: Vec<Placed>,
    out: f64,
}

/// For each label and option, which options of each later label it rules out, as bits.
fn conflicts(labels: &[Label], gap: f64) -> Vec<Vec<Vec<u64>>> {
    let ruled_out = |option: &Placed, later: &Label| {
        later.options.iter().enumerate().fold(0, |bits, (index, other)| {
            bits | u64::from(option.conflicts(other, gap)) << index
        })
    };
    labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let later = labels.get(index + 1..).unwrap_or_default();
            let options = label.options.iter();
            options
                .map(|option| later.iter().map(|label| ruled_out(option, label)).collect())
                .collect()
        })
        .collect()
}

struct Search<'a> {
    labels: &'a [Label],
    conflicts: Vec<Vec<Vec<u64>>>,
    chosen: Vec<Option<usize>>,
    best: (f64, Vec<Option<usize>>),
    steps: usize,
}

impl Search<'_> {
    /// Tries the places of the next label; `ruled_out` has the bits of each label from it on.
    fn descend(&mut self, cost: f64, ruled_out: &[u64]) {
        let depth = self.chosen.len();
        let labels = self.labels;
        let rest = labels.get(depth..).unwrap_or_default();
        // The least that the labels from here on can cost, given what is ruled out.
        let least: f64 = rest.iter().zip(ruled_out).map(|(label, bits)| label.least(*bits)).sum();
        self.steps += 1;
        if cost + least >= self.best.0 || self.steps > STEPS {
            return;
        }
        let (Some(label), Some((own, later))) = (rest.first(), ruled_out.split_first()) else {
            self.best = (cost, self.chosen.clone());
            return;
        };
        for (index, option) in label.options.iter().enumerate() {
            if own >> index & 1 == 1 {
                continue;
            }
            let narrowed: Vec<u64> = match self.conflicts.get(depth).and_then(|options| options.get(index)) {
                Some(conflicts) => later.iter().zip(conflicts).map(|(bits, more)| bits | more).collect(),
                None => later.to_vec(),
            };
            self.chosen.push(Some(index));
            self.descend(cost + option.cost, &narrowed);
            self.chosen.pop();
        }
        self.chosen.push(None);
        self.descend(cost + label.out, later);
        self.chosen.pop();
    }
}

impl Label {
    fn least(&self, ruled_out: u64) -> f64 {
        // Options are sorted, so the first free one is the cheapest.
        let first_free = (!ruled_out).trailing_zeros();
        self.options
            .get(first_free as usize)
            .map_or(self.out, |option| option.cost.min(self.out))
    }
}

impl Placed {
    fn conflicts(&self, other: &Self, gap: f64) -> bool {
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
                    found.extend(candidate(block, index, anchor, (right, down), distance, cost, field));
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
    distance: f64,
    cost: f64,
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
    let covered: f64 = field
        .lines
        .iter()
        .flat_map(|(points, weight)| points.windows(2).map(move |pair| (pair, weight)))
        .map(|(pair, weight)| {
            let line = (pair[0], pair[1]);
            let crossed = leader.is_some_and(|leader| cross(leader, line));
            (near.covered(line.0, line.1) / field.unit + f64::from(u8::from(crossed)) * CROSSING) * weight
        })
        .sum();
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
    let share = off / dx.hypot(dy).max(off);
    (Point::new(anchor.x + dx * share, anchor.y + dy * share), to)
}
