//! Packing spans into lanes: bars in rows that never overlap where there is room, labels beside them.

use crate::canvas::Canvas;
use crate::geometry::Rect;
use crate::label::TextBlock;

/// A span in pixels, before it has a row.
pub(super) struct LaneItem {
    pub(super) lane: usize,
    /// From the left to the right end of all its marks.
    pub(super) left: f64,
    pub(super) right: f64,
    /// What may stand beside it, best first; none: nothing.
    pub(super) labels: Vec<TextBlock>,
}

impl LaneItem {
    /// Where it and its label end, with a gap to what follows in the row.
    fn label_end(&self, gap: f64) -> f64 {
        self.right + self.labels.first().map_or(0.0, |block| block.width + gap * 2.0)
    }
}

/// Where everything stands.
pub(super) struct PackedLanes {
    /// Middle and half the height of each span's bar.
    pub(super) bars: Vec<(f64, f64)>,
    /// Rectangle and words of each span's label; `None`: it has none, or found no place.
    pub(super) labels: Vec<Option<(Rect, TextBlock)>>,
    /// Top and bottom of each lane.
    pub(super) lanes: Vec<(f64, f64)>,
    /// Height of a row.
    pub(super) pitch: f64,
}

/// A bar is at least so high, where its row allows.
const LOWEST: f64 = 3.0;

/// Places spans in `count` lanes within `area`; `order` gives spans from the dearest label to the least, and
/// `line` is the height of a row with a label.
pub(super) fn pack(
    canvas: &Canvas,
    items: &[LaneItem],
    order: &[usize],
    count: usize,
    line: f64,
    area: Rect,
) -> PackedLanes {
    let air = canvas.metrics.label * 0.3;
    let gap = canvas.metrics.gap() * 0.6;
    let of_lane = |lane: usize| -> Vec<usize> {
        let mut of: Vec<usize> = (0..items.len()).filter(|&index| items[index].lane == lane).collect();
        of.sort_by(|&one, &other| items[one].left.total_cmp(&items[other].left));
        of
    };
    let lanes: Vec<Vec<usize>> = (0..count).map(of_lane).collect();

    let room = area.height() - air * count as f64;
    let rows = rows_of(items, &lanes, gap, ((room / line).floor() as usize).max(count));
    let total: usize = rows.iter().sum();
    // Rows grow into what is left, a little; where bars alone are too many they shrink.
    let pitch = (room / total as f64).min(line * 1.5);
    let spare = (room - pitch * total as f64).max(0.0) / count as f64;
    let half = (pitch * 0.34)
        .min(canvas.metrics.label * 0.42)
        .max(LOWEST.min(pitch) / 2.0);

    let mut packed = PackedLanes {
        bars: vec![(area.top, 0.0); items.len()],
        labels: Vec::new(),
        lanes: Vec::with_capacity(count),
        pitch,
    };
    // A lane is at least as high as its name; where that makes them too high together, all give way alike.
    let wanted: Vec<f64> = rows
        .iter()
        .map(|&rows| (pitch * rows as f64).max(line) + air + spare)
        .collect();
    let squeeze = (area.height() / wanted.iter().sum::<f64>()).min(1.0);
    let mut top = area.top;
    for ((of, &rows), wanted) in lanes.iter().zip(&rows).zip(wanted) {
        let height = wanted * squeeze;
        let pitch = ((height - air * squeeze) / rows as f64).min(pitch.max(line));
        for (index, row) in assign(items, of, rows, gap) {
            packed.bars[index] = (
                top + air * squeeze / 2.0 + pitch * (row as f64 + 0.5),
                half.min(pitch * 0.45),
            );
        }
        packed.lanes.push((top, top + height));
        top += height;
    }
    packed.labels = labels(items, order, &packed.bars, gap, area);
    packed
}

/// Rows of each lane: as many as its bars need, then one more at a time where most labels lack room, up to
/// `fit` in all. Where bars alone need more than fit, they have what they need: rows get lower.
fn rows_of(items: &[LaneItem], lanes: &[Vec<usize>], gap: f64, fit: usize) -> Vec<usize> {
    let depth = |of: &Vec<usize>, end: &dyn Fn(&LaneItem) -> f64| {
        let extents = of.iter().map(|&at| (items[at].left, end(&items[at])));
        rows_needed(extents).max(1)
    };
    let mut rows: Vec<usize> = lanes.iter().map(|of| depth(of, &|item| item.right + 1.0)).collect();
    let want: Vec<usize> = lanes.iter().map(|of| depth(of, &|item| item.label_end(gap))).collect();
    while rows.iter().sum::<usize>() < fit {
        let lacking = |lane: &usize| want[*lane].saturating_sub(rows[*lane]);
        let most = (0..rows.len()).max_by_key(|lane| (lacking(lane), std::cmp::Reverse(*lane)));
        match most.filter(|lane| lacking(lane) > 0) {
            Some(lane) => rows[lane] += 1,
            None => break,
        }
    }
    rows
}

/// How many rows hold all of these, from the leftmost on, without overlap: the most that lie over one place.
fn rows_needed(extents: impl Iterator<Item = (f64, f64)>) -> usize {
    let mut ends: Vec<f64> = Vec::new();
    for (left, right) in extents {
        match ends.iter_mut().find(|end| **end <= left) {
            Some(end) => *end = right,
            None => ends.push(right),
        }
    }
    ends.len()
}

/// Gives each span of a lane, from the leftmost on, the first row where it and its label have room, else the
/// row whose last bar ends first: bars need no more rows than there are, so there is always one.
fn assign(items: &[LaneItem], of: &[usize], rows: usize, gap: f64) -> Vec<(usize, usize)> {
    // Where the last bar of each row ends, and where its label would.
    let mut ends = vec![(f64::NEG_INFINITY, f64::NEG_INFINITY); rows];
    let mut assigned = Vec::with_capacity(of.len());
    for &index in of {
        let item = &items[index];
        let by_bar = |one: &usize, other: &usize| ends[*one].0.total_cmp(&ends[*other].0);
        let by_label = |one: &usize, other: &usize| ends[*one].1.total_cmp(&ends[*other].1);
        let open = (0..rows).filter(|&row| ends[row].0 <= item.left);
        let row = ends
            .iter()
            .position(|(_, label)| *label <= item.left)
            .or_else(|| open.min_by(by_label))
            .or_else(|| (0..rows).min_by(by_bar))
            .expect("a lane has at least one row");
        ends[row] = (item.right + 1.0, item.label_end(gap));
        assigned.push((index, row));
    }
    assigned
}

/// Gives labels their places: right of the bar, left of it, whole or short, over no bar and no other label.
fn labels(
    items: &[LaneItem],
    order: &[usize],
    bars: &[(f64, f64)],
    gap: f64,
    area: Rect,
) -> Vec<Option<(Rect, TextBlock)>> {
    let rects: Vec<Rect> = items
        .iter()
        .zip(bars)
        .map(|(item, &(middle, half))| Rect::new(item.left, middle - half, item.right, middle + half))
        .collect();
    let mut taken: Vec<Rect> = Vec::new();
    let mut labels = vec![None; items.len()];
    for &index in order {
        let item = &items[index];
        let (middle, _) = bars[index];
        let mut places = item.labels.iter().flat_map(|block| {
            [item.right + gap, item.left - gap - block.width].map(|left| {
                let top = middle - block.height / 2.0;
                (Rect::new(left, top, left + block.width, top + block.height), block)
            })
        });
        let is_free = |(rect, _): &(Rect, &TextBlock)| {
            area.contains(rect)
                && !rects.iter().any(|bar| bar.intersects(rect))
                && !taken.iter().any(|other| other.grown(1.0).intersects(rect))
        };
        if let Some((rect, block)) = places.find(is_free) {
            taken.push(rect);
            labels[index] = Some((rect, block.clone()));
        }
    }
    labels
}
