//! Packing spans into lanes: bars in rows that never overlap where there is room, labels beside them.

use crate::canvas::Canvas;
use crate::geometry::Rect;
use crate::label::Block;

/// A span in pixels, before it has a row.
pub(super) struct Item {
    pub(super) lane: usize,
    /// From the left to the right end of all its marks.
    pub(super) left: f64,
    pub(super) right: f64,
    /// What to tell beside it, best first; none: nothing.
    pub(super) labels: Vec<Block>,
}

/// Where everything stands.
pub(super) struct Laid {
    /// Middle and half the height of each span's bar.
    pub(super) bars: Vec<(f64, f64)>,
    /// Rectangle and words of each span's label; `None`: it has none, or found no place.
    pub(super) labels: Vec<Option<(Rect, Block)>>,
    /// Top and bottom of each lane.
    pub(super) lanes: Vec<(f64, f64)>,
    /// Height of a row.
    pub(super) pitch: f64,
}

/// A row lower than this is none.
const LOWEST: f64 = 3.0;

/// Places spans in `count` lanes within `area`; `order` gives spans from the dearest label to the least, and
/// `line` is the height of a row with a label.
pub(super) fn place(canvas: &Canvas, items: &[Item], order: &[usize], count: usize, line: f64, area: Rect) -> Laid {
    let air = canvas.metrics.label * 0.3;
    let gap = canvas.metrics.gap() * 0.6;
    let bare = |item: &Item| (item.left, item.right + 1.0);
    let with_label = |item: &Item| {
        let label = item.labels.first().map_or(0.0, |block| block.width + gap * 2.0);
        (item.left, item.right + label)
    };
    let of_lane = |lane: usize| -> Vec<usize> {
        let mut of: Vec<usize> = (0..items.len()).filter(|&index| items[index].lane == lane).collect();
        of.sort_by(|&one, &other| items[one].left.total_cmp(&items[other].left));
        of
    };
    let lanes: Vec<Vec<usize>> = (0..count).map(of_lane).collect();
    let depth =
        |of: &[usize], extent: &dyn Fn(&Item) -> (f64, f64)| rows_needed(of.iter().map(|&at| extent(&items[at])));
    let need: Vec<usize> = lanes.iter().map(|of| depth(of, &bare).max(1)).collect();
    let want: Vec<usize> = lanes.iter().map(|of| depth(of, &with_label).max(1)).collect();

    let room = area.height() - air * count as f64;
    let fit = ((room / line).floor() as usize).max(count);
    let rows = share_out(&need, &want, fit);
    let total: usize = rows.iter().sum();
    // Rows grow into what is left, a little; where bars alone are too many they shrink.
    let pitch = (room / total as f64).min(line * 1.5);
    let spare = (room - pitch * total as f64).max(0.0) / count as f64;

    let mut laid = Laid {
        bars: vec![(area.top, 0.0); items.len()],
        labels: (0..items.len()).map(|_| None).collect(),
        lanes: Vec::with_capacity(count),
        pitch,
    };
    let half = (pitch * 0.34)
        .min(canvas.metrics.label * 0.42)
        .max(LOWEST.min(pitch) / 2.0);
    // A lane is at least as high as its name.
    let wanted: Vec<f64> = rows
        .iter()
        .map(|&rows| (pitch * rows as f64).max(line) + air + spare)
        .collect();
    let squeeze = (area.height() / wanted.iter().sum::<f64>()).min(1.0);
    let mut top = area.top;
    for ((of, &rows), wanted) in lanes.iter().zip(&rows).zip(wanted) {
        let height = wanted * squeeze;
        let pitch = (height - air * squeeze) / rows as f64;
        let pitch = pitch.min(laid.pitch.max(line));
        assign(items, of, rows, &with_label, |index, row| {
            laid.bars[index] = (
                top + air * squeeze / 2.0 + pitch * (row as f64 + 0.5),
                half.min(pitch * 0.45),
            );
        });
        laid.lanes.push((top, top + height));
        top += height;
    }
    label(items, order, &mut laid, gap, area);
    laid
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

/// Rows of each lane: as many as its bars need, then one more at a time where most labels lack room, up to
/// `fit` in all. Where bars alone need more than fit, they have what they need: rows get lower.
fn share_out(need: &[usize], want: &[usize], fit: usize) -> Vec<usize> {
    let mut rows = need.to_vec();
    while rows.iter().sum::<usize>() < fit {
        let lacking = |lane: &usize| want[*lane].saturating_sub(rows[*lane]);
        let Some(lane) = (0..rows.len()).max_by_key(|lane| (lacking(lane), std::cmp::Reverse(*lane))) else {
            break;
        };
        if lacking(&lane) == 0 {
            break;
        }
        rows[lane] += 1;
    }
    rows
}

/// Gives each span of a lane, from the leftmost on, the first row where it and its label have room, else the
/// row whose last bar ends first: bars need no more rows than there are, so there is always one.
fn assign(
    items: &[Item],
    of: &[usize],
    rows: usize,
    with_label: &dyn Fn(&Item) -> (f64, f64),
    mut set: impl FnMut(usize, usize),
) {
    // Where the last bar of each row ends, and where its label would.
    let mut ends = vec![(f64::NEG_INFINITY, f64::NEG_INFINITY); rows];
    for &index in of {
        let item = &items[index];
        let free = ends.iter().position(|(_, label)| *label <= item.left);
        let row = free.unwrap_or_else(|| {
            let open = (0..rows).filter(|&row| ends[row].0 <= item.left);
            let soonest = |one: &usize, other: &usize| ends[*one].1.total_cmp(&ends[*other].1);
            open.min_by(soonest).unwrap_or_else(|| {
                let ending = |one: &usize, other: &usize| ends[*one].0.total_cmp(&ends[*other].0);
                (0..rows).min_by(ending).unwrap_or(0)
            })
        });
        ends[row] = (item.right + 1.0, with_label(item).1);
        set(index, row);
    }
}

/// Gives labels their places: right of the bar, left of it, whole or short, over no bar and no other label.
fn label(items: &[Item], order: &[usize], laid: &mut Laid, gap: f64, area: Rect) {
    let bars: Vec<Rect> = items
        .iter()
        .zip(&laid.bars)
        .map(|(item, &(middle, half))| Rect::new(item.left, middle - half, item.right, middle + half))
        .collect();
    let mut taken: Vec<Rect> = Vec::new();
    for &index in order {
        let item = &items[index];
        let (middle, _) = laid.bars[index];
        let places = item.labels.iter().flat_map(|block| {
            [item.right + gap, item.left - gap - block.width].map(|left| {
                let top = middle - block.height / 2.0;
                (Rect::new(left, top, left + block.width, top + block.height), block)
            })
        });
        let free = |(rect, _): &(Rect, &Block)| {
            area.contains(rect)
                && !bars.iter().any(|bar| bar.intersects(rect))
                && !taken.iter().any(|other| other.grown(1.0).intersects(rect))
        };
        let found = places.into_iter().find(free);
        if let Some((rect, block)) = found {
            taken.push(rect);
            laid.labels[index] = Some((rect, block.clone()));
        }
    }
}
