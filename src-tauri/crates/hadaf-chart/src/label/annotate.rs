//! Labels beside points: eight positions at growing distances, none over another text, as few as
//! possible over lines.

use super::candidates::candidates;
use super::options::{LabelOptions, PlacedLabel};
use super::search;
use super::space::LabelSpace;
use super::wish::LabelWish;
use crate::canvas::Canvas;
use crate::geometry::Point;
use crate::scene::Stroke;

/// Places labels and draws them with their leaders; gives which of them found a place.
pub(crate) fn annotate(canvas: &mut Canvas, wishes: &[LabelWish], space: &LabelSpace) -> Vec<bool> {
    let placed = place(wishes, space);
    for (wish, place) in wishes.iter().zip(&placed) {
        let Some(place) = place else { continue };
        let (block, _) = &wish.blocks[place.block];
        if let Some((from, to)) = place.leader {
            draw_leader(canvas, from, to);
        }
        canvas.texts_on_plot(block.texts(&place.rect, place.align));
    }
    placed.iter().map(Option::is_some).collect()
}

/// As [`annotate`], of labels with the mark that each speaks of, if any; gives the marks whose label found no place.
pub(crate) fn annotate_marks(
    canvas: &mut Canvas,
    labels: impl IntoIterator<Item = (Option<usize>, LabelWish)>,
    space: &LabelSpace,
) -> Vec<usize> {
    let (marks, wishes): (Vec<Option<usize>>, Vec<LabelWish>) = labels.into_iter().unzip();
    let stood = annotate(canvas, &wishes, space);
    let failed = marks.into_iter().zip(stood).filter(|(_, stands)| !stands);
    failed.filter_map(|(mark, _)| mark).collect()
}

/// Draws a thin line from a mark to its label.
pub(crate) fn draw_leader(canvas: &mut Canvas, from: Point, to: Point) {
    let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.grid * 0.75);
    canvas.line_behind(vec![from, to], stroke);
}

/// Places the labels at least cost: all arrangements are tried with pruning; where they are too many,
/// the best of some is improved by giving each label each place, those in its way the next best.
/// `None` for those left out.
fn place(wishes: &[LabelWish], space: &LabelSpace) -> Vec<Option<PlacedLabel>> {
    // The dearest first: the first descent then gives way where it matters least.
    let mut order: Vec<(usize, &LabelWish)> = wishes.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| other.out.total_cmp(&one.out));
    let labels: Vec<LabelOptions> = order
        .iter()
        .map(|(_, wish)| LabelOptions {
            options: candidates(wish, space),
            out: wish.out,
        })
        .collect();
    let mut placed = vec![None; wishes.len()];
    let arrangement = search::arrange(&labels, 2.0 * space.unit);
    for (((index, _), label), choice) in order.iter().zip(&labels).zip(arrangement) {
        placed[*index] = choice.map(|choice| label.options[choice].clone());
    }
    placed
}
