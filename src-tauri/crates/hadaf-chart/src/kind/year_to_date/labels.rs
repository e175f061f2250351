//! What the labels of years, path, claims and fans say and ask for.

use super::spec::{CumulativeYear, MONTHS, YearToDatePlot};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::label::{BESIDE, LabelSide, LabelWish, TextBlock, out};
use crate::part::{ClaimMark, EndLabel, FanLabel, LabelAnchor, LabelFate, column_limit, outline_label};
use crate::scale::PlotScale;
use crate::scene::Role;

/// Whose label stands in the column.
pub(super) enum LabelOwner {
    Claim(usize),
    Year(usize),
    Fan,
    Behind,
}

/// Labels right of the plot: claims, the years that run to the end, and what may come.
pub(super) fn column<'a>(
    plot: &'a YearToDatePlot,
    canvas: &Canvas,
    fates: &[LabelFate],
    fan: Option<&FanLabel>,
) -> Vec<(LabelOwner, EndLabel<'a>)> {
    let limit = column_limit(canvas);
    let claims = plot.claims.iter().zip(fates).enumerate();
    let claims = claims.filter(|(_, (_, fate))| **fate == LabelFate::Labelled);
    let claims = claims.map(|(index, (claim, _))| {
        let label = EndLabel {
            anchor: LabelAnchor::Claim(MONTHS - 1, claim),
            block: claim.block(canvas, Role::EndLabel, limit),
            weight: claim.weight(index),
        };
        (LabelOwner::Claim(index), label)
    });
    let years = plot.years.iter().enumerate();
    let years = years.filter_map(|(index, year)| Some((LabelOwner::Year(index), year_label(canvas, index, year)?)));
    let at_end = |fan: Option<&crate::part::Fan>, block: TextBlock, weight: f64| {
        let end = fan?.steps.last()?;
        let anchor = LabelAnchor::Line(MONTHS - 1, end.median);
        Some(EndLabel { anchor, block, weight })
    };
    let ahead = fan.and_then(|label| at_end(plot.fan.as_ref(), label.block.clone(), 8.0));
    let behind = plot.behind.as_ref().and_then(|fan| outline_label(canvas, fan, limit));
    let behind = behind.and_then(|block| at_end(plot.behind.as_ref(), block, 6.0));
    claims
        .chain(years)
        .chain(ahead.map(|label| (LabelOwner::Fan, label)))
        .chain(behind.map(|label| (LabelOwner::Behind, label)))
        .collect()
}

/// The label of a year that runs to the end.
fn year_label<'a>(canvas: &Canvas, index: usize, year: &CumulativeYear) -> Option<EndLabel<'a>> {
    let (month, value) = year.last().filter(|(month, _)| month + 1 == MONTHS)?;
    let style = if year.current {
        canvas.label_style(Role::EndLabel, Weight::SemiBold, canvas.palette.series)
    } else {
        canvas.label_style(Role::EndLabel, Weight::Regular, canvas.palette.muted)
    };
    Some(EndLabel {
        anchor: LabelAnchor::Line(month, value),
        block: TextBlock::label(std::slice::from_ref(&year.label), style, column_limit(canvas)),
        // Newer years are dearer; they come later.
        weight: if year.current { 8.0 } else { 1.0 + index as f64 * 1e-3 },
    })
}

/// The current year's label at its last month, if that is not the end of the year.
pub(super) fn current_wishes(plot: &YearToDatePlot, canvas: &Canvas, scale: &PlotScale) -> Vec<LabelWish> {
    let style = canvas.label_style(Role::Label, Weight::SemiBold, canvas.palette.series);
    let wish = |year: &CumulativeYear| {
        let (month, value) = year.last().filter(|(month, _)| month + 1 < MONTHS)?;
        let block = TextBlock::label(std::slice::from_ref(&year.label), style, canvas.label_limit());
        let at = scale.mid(month, value);
        Some(LabelWish::at(
            at,
            block,
            LabelSide::Right,
            &[9.0, 16.0, 30.0, 45.0],
            out::VALUE,
        ))
    };
    plot.years.iter().filter(|year| year.current).filter_map(wish).collect()
}

/// A past year that ends early, or found no place in the column, is named somewhere on its line.
pub(super) fn on_its_line(year: &CumulativeYear, canvas: &Canvas, scale: &PlotScale) -> LabelWish {
    let colour = if year.current {
        canvas.palette.series
    } else {
        canvas.palette.muted
    };
    let style = canvas.label_style(Role::Label, Weight::Regular, colour);
    let block = TextBlock::label(std::slice::from_ref(&year.label), style, canvas.label_limit());
    LabelWish {
        blocks: vec![(block, 0.0)],
        // Later months are better: the lines lie apart there.
        anchors: year
            .known()
            .map(|(month, total)| (scale.mid(month, total.value), (MONTHS - month) as f64))
            .collect(),
        side: LabelSide::Below,
        distances: BESIDE,
        out: if year.current { out::VALUE } else { out::POINT },
    }
}

/// The name of the target path, on it.
pub(super) fn path_wish(plot: &YearToDatePlot, canvas: &Canvas, scale: &PlotScale) -> Option<LabelWish> {
    let style = canvas.label_style(Role::Label, Weight::Regular, canvas.palette.target);
    let block = TextBlock::label(&plot.path_label, style, canvas.label_limit());
    if block.is_empty() || plot.path.is_empty() {
        return None;
    }
    let points = plot.path.iter().take(MONTHS).enumerate();
    Some(LabelWish {
        blocks: vec![(block, 0.0)],
        // Later months are better: the path has left the other lines.
        anchors: points
            .map(|(month, total)| (scale.mid(month, *total), (MONTHS - month) as f64 * 0.5))
            .collect(),
        side: LabelSide::Left,
        distances: BESIDE,
        out: out::PATH,
    })
}

/// The number that stands for a claim's label.
pub(super) fn number_wish(canvas: &Canvas, scale: &PlotScale, claim: &ClaimMark, number: usize) -> LabelWish {
    let ends = claim.ends(canvas, scale, MONTHS - 1);
    LabelWish {
        blocks: vec![(claim.number(canvas, number), 0.0)],
        anchors: ends.map(|end| (end, 0.0)).into(),
        side: LabelSide::Left,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }
}
