//! Years and claims on the plot, and what their labels ask for.

use super::spec::AnnualYear;
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::Point;
use crate::label::{AvoidedLine, LabelSide, LabelWish, TextBlock, out};
use crate::part::{ClaimMark, ClaimSign, PointMark, draw_year_mark};
use crate::scale::PlotScale;
use crate::scene::{Role, Stroke};

/// Distances at which a claim's label is tried; the far ones have a leader.
const AROUND: &[f64] = &[6.0, 12.0, 24.0, 40.0, 60.0, 85.0];

/// The outturn: dots, joined where whole years follow one another. Gives what labels avoid.
pub(super) fn draw_years(years: &[AnnualYear], canvas: &mut Canvas, scale: &PlotScale) -> Vec<AvoidedLine> {
    let metrics = canvas.metrics;
    let at = |slot: usize, year: &AnnualYear| Some(scale.mid(slot, year.value?));
    // A year to date is no year: nothing leads to it.
    let whole = |slot: usize| at(slot, &years[slot]).filter(|_| years[slot].mark == PointMark::Confirmed);
    let mut avoid = Vec::new();
    for slot in 1..years.len() {
        if let (Some(before), Some(this)) = (whole(slot - 1), whole(slot)) {
            let line = vec![before, this];
            canvas.line(line.clone(), Stroke::data(canvas.palette.series, metrics.other));
            avoid.push(AvoidedLine::new(line, 2.0));
        }
    }
    for (slot, year) in years.iter().enumerate() {
        let Some(centre) = at(slot, year) else { continue };
        avoid.push(draw_year_mark(canvas, year.mark, centre, metrics.dot() * 1.5));
        canvas.read(centre, 0, slot, &year.readout);
    }
    avoid
}

/// The values of the years, under their dots.
pub(super) fn value_wishes(years: &[AnnualYear], canvas: &Canvas, scale: &PlotScale) -> Vec<LabelWish> {
    let style = canvas.label_style(Role::Label, Weight::SemiBold, canvas.palette.series);
    let wish = |(slot, year): (usize, &AnnualYear)| {
        let at = scale.mid(slot, year.value?);
        let set = |limit: f64| TextBlock::label(std::slice::from_ref(&year.value_label), style, limit);
        let whole = set(canvas.label_limit());
        if whole.is_empty() {
            return None;
        }
        // "2,975 to Feb" on two lines where a slot is narrow.
        let narrow = set(scale.slot_width());
        let narrow = (narrow.width < whole.width).then_some((narrow, 4.0));
        Some(LabelWish {
            blocks: std::iter::once((whole, 0.0)).chain(narrow).collect(),
            anchors: vec![(at, 0.0)],
            side: LabelSide::Under,
            distances: &[8.0, 13.0, 20.0],
            out: out::VALUE,
        })
    };
    years.iter().enumerate().filter_map(wish).collect()
}

/// The label of a claim beside its mark.
pub(super) fn claim_wish(canvas: &Canvas, scale: &PlotScale, slot: usize, claim: &ClaimMark) -> LabelWish {
    LabelWish {
        blocks: vec![(claim.block(canvas, Role::Label, canvas.label_limit()), 0.0)],
        anchors: anchors(canvas, scale, slot, claim),
        side: LabelSide::Left,
        distances: AROUND,
        out: match claim.sign {
            ClaimSign::Target => out::TARGET,
            ClaimSign::Projection => out::PROJECTION,
        },
    }
}

/// The number that stands for a claim's label.
pub(super) fn number_wish(
    canvas: &Canvas,
    scale: &PlotScale,
    slot: usize,
    claim: &ClaimMark,
    number: usize,
) -> LabelWish {
    LabelWish {
        blocks: vec![(claim.number(canvas, number), 0.0)],
        anchors: anchors(canvas, scale, slot, claim),
        side: LabelSide::Right,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }
}

/// Both ends of a claim's mark, and its middle for labels above and below.
fn anchors(canvas: &Canvas, scale: &PlotScale, slot: usize, claim: &ClaimMark) -> Vec<(Point, f64)> {
    let [left, right] = claim.ends(canvas, scale, slot);
    vec![(left, 0.0), (right, 1.0), (scale.mid(slot, claim.value), 0.0)]
}
