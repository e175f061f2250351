//! Fiscal years as dots, claims as lines and diamonds, each with who said it and when.

use super::claims::{self, Attempt, EndLabel, Fate, Named};
use super::{END_COLUMN, Reach, block, draw_placed, label_style, out};
use crate::axis::{self, Rows, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame;
use crate::geometry::{Point, Rect};
use crate::label::annotate::{self, Field, Side, Wish};
use crate::scale::Scale;
use crate::scene::{Role, Scene, Stroke, Weight};
use crate::spec::{Annual, ClaimMark, Mark, Size, Theme};
use crate::ticks::Ticks;

/// Most years of an axis.
const MOST: usize = 200;
/// Distances at which a claim's label is tried; the far ones have a leader.
const AROUND: &[f64] = &[6.0, 12.0, 24.0, 40.0, 60.0, 85.0];

pub(crate) fn lay_out(chart: &Annual, size: Size, theme: Theme) -> Result<Scene> {
    if !(1..=MOST).contains(&chart.years.len()) {
        return Err(ChartError::Empty("the axis must have 1 to 200 fiscal years"));
    }
    let reach = reach(chart)?;
    let claims = claims_of(chart);
    let marks: Vec<&ClaimMark> = claims.iter().map(|(_, claim)| *claim).collect();
    claims::settle(&claims::rank(&marks), |fates| {
        attempt(chart, &claims, reach, size, theme, fates)
    })
}

/// All claims with their year's slot.
fn claims_of(chart: &Annual) -> Vec<(usize, &ClaimMark)> {
    let years = chart.years.iter().enumerate();
    years
        .flat_map(|(slot, year)| year.claims.iter().map(move |claim| (slot, claim)))
        .collect()
}

fn reach(chart: &Annual) -> Result<Reach> {
    let mut reach = Reach::NONE;
    for year in &chart.years {
        if let Some(value) = year.value {
            reach.add(value, &year.label)?;
        }
        for claim in &year.claims {
            claims::reach(claim, &mut reach)?;
        }
    }
    if reach.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a value or a claim"));
    }
    Ok(reach)
}

fn attempt(
    chart: &Annual,
    claims: &[(usize, &ClaimMark)],
    reach: Reach,
    size: Size,
    theme: Theme,
    fates: &[Fate],
) -> Result<Attempt> {
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let marks: Vec<&ClaimMark> = claims.iter().map(|(_, claim)| *claim).collect();
    let year = |index: usize| {
        let slot = claims.get(index).map(|(slot, _)| *slot)?;
        chart.years.get(slot).map(|year| year.label.as_str())
    };
    let (below, numbers) = claims::below(&marks, fates, year);
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;

    // A year's total is read as a length from zero.
    let ticks = Ticks::from_zero(reach.low, reach.high);
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let (column, owners) = column(chart, &canvas, claims, fates);
    let names: Vec<&str> = chart.years.iter().map(|year| year.label.as_str()).collect();
    let rows = Rows::new(&canvas, names.iter().copied(), []);
    let plot = Rect::new(
        inner.left + axis::tick_width(&canvas, &labels),
        inner.top + axis::tick_overhang(&canvas, &labels),
        inner.right - claims::column_width(&canvas, &column),
        inner.bottom - rows.height,
    );
    let scale = Scale::new(plot, chart.years.len(), ticks);
    let plot = scale.plot;
    axis::draw_values(&mut canvas, &scale, &labels);
    axis::draw_names(&mut canvas, &scale, rows, &names);

    let mut lines = draw_years(chart, &mut canvas, &scale);
    for (slot, claim) in claims {
        lines.extend(claims::draw(&mut canvas, &scale, *slot, claim));
    }
    let placed = claims::draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);
    let mut failed: Vec<usize> = owners
        .iter()
        .zip(placed)
        .filter(|(_, place)| place.is_none())
        .map(|(owner, _)| *owner)
        .collect();

    let mut wishes = value_wishes(chart, &canvas, &scale);
    let first_claim = wishes.len();
    let mut owners_on_plot = Vec::new();
    for (index, ((slot, claim), fate)) in claims.iter().zip(fates).enumerate() {
        let wish = match fate {
            Fate::Labelled if owners.contains(&index) => None,
            Fate::Labelled => Some(claim_wish(&canvas, &scale, *slot, claim)),
            Fate::Numbered => numbers
                .get(index)
                .copied()
                .flatten()
                .map(|number| number_wish(&canvas, &scale, *slot, claim, number)),
            Fate::LeftOut => None,
        };
        if let Some(wish) = wish {
            wishes.push(wish);
            owners_on_plot.push(index);
        }
    }
    let field = Field {
        area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
        taken: canvas.taken(),
        lines,
        unit: canvas.metrics.label / 13.0,
    };
    let places = annotate::place(&wishes, &field);
    draw_placed(&mut canvas, &wishes, &places);
    let lost = owners_on_plot.iter().zip(places.iter().skip(first_claim));
    failed.extend(lost.filter(|(_, place)| place.is_none()).map(|(index, _)| *index));
    Ok(Attempt {
        scene: canvas.finish(&chart.frame, plot, below),
        failed,
    })
}

/// The last year's claims stand right of the plot; gives which claim each label is.
fn column<'a>(
    chart: &Annual,
    canvas: &Canvas,
    claims: &[(usize, &'a ClaimMark)],
    fates: &[Fate],
) -> (Vec<EndLabel<'a>>, Vec<usize>) {
    let limit = claims::column_limit(canvas);
    let mut labels = Vec::new();
    let mut owners = Vec::new();
    for (index, ((slot, claim), fate)) in claims.iter().zip(fates).enumerate() {
        if *fate != Fate::Labelled || slot + 1 < chart.years.len() {
            continue;
        }
        labels.push(EndLabel {
            named: Named::Claim(*slot, claim),
            block: claims::label(canvas, claim, Role::EndLabel, limit),
            weight: if claim.target { 4.0 } else { 2.0 } - index as f64 * 1e-3,
        });
        owners.push(index);
    }
    (labels, owners)
}

/// The outturn: dots, joined where whole years follow one another. Gives what labels avoid.
fn draw_years(chart: &Annual, canvas: &mut Canvas, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let mut avoid = Vec::new();
    let at = |slot: usize| {
        let year = chart.years.get(slot)?;
        Some((scale.mid(slot, year.value?), year))
    };
    for slot in 1..chart.years.len() {
        // A year to date is no year: nothing leads to it.
        let whole = |(_, year): &(Point, &crate::spec::AnnualYear)| year.mark == Mark::Confirmed;
        if let (Some(before), Some(this)) = (at(slot - 1).filter(whole), at(slot).filter(whole)) {
            let line = vec![before.0, this.0];
            canvas.line(line.clone(), Stroke::data(palette.series, metrics.other));
            avoid.push((line, 2.0));
        }
    }
    let radius = metrics.dot() * 1.5;
    for (slot, year) in chart.years.iter().enumerate() {
        let Some((centre, _)) = at(slot) else { continue };
        match year.mark {
            Mark::Confirmed => canvas.dot(centre, radius, palette.series),
            Mark::Provisional => canvas.ring(centre, radius, metrics.main * 0.8, palette.series),
            Mark::Derived => canvas.square(centre, radius, metrics.main * 0.6, palette.series),
        }
        let beside = |x| Point::new(centre.x + x, centre.y);
        avoid.push((vec![beside(-radius), beside(radius)], 15.0));
        canvas.read(centre, 0, slot, &year.readout);
    }
    avoid
}

fn value_wishes(chart: &Annual, canvas: &Canvas, scale: &Scale) -> Vec<Wish> {
    let style = label_style(canvas, Role::Label, Weight::SemiBold, canvas.palette.series);
    let years = chart.years.iter().enumerate();
    years
        .filter_map(|(slot, year)| {
            let at = scale.mid(slot, year.value?);
            let set = |limit: f64| block(std::slice::from_ref(&year.value_label), style, limit);
            let whole = set(END_COLUMN * canvas.size.width);
            // "2,975 to Feb" on two lines where a slot is narrow.
            let narrow = set(scale.x(1.0) - scale.x(0.0));
            let mut blocks = vec![(whole, 0.0)];
            if blocks.iter().any(|(whole, _)| narrow.width < whole.width) {
                blocks.push((narrow, 4.0));
            }
            blocks.retain(|(block, _)| !block.is_empty());
            (!blocks.is_empty()).then(|| Wish {
                blocks,
                anchors: vec![(at, 0.0)],
                side: Side::Under,
                distances: &[8.0, 13.0, 20.0],
                out: out::VALUE,
            })
        })
        .collect()
}

fn claim_wish(canvas: &Canvas, scale: &Scale, slot: usize, claim: &ClaimMark) -> Wish {
    let limit = END_COLUMN * canvas.size.width;
    Wish {
        blocks: vec![(claims::label(canvas, claim, Role::Label, limit), 0.0)],
        anchors: mark_ends(canvas, scale, slot, claim),
        side: Side::Left,
        distances: AROUND,
        out: if claim.target { out::TARGET } else { out::PROJECTION },
    }
}

fn number_wish(canvas: &Canvas, scale: &Scale, slot: usize, claim: &ClaimMark, number: usize) -> Wish {
    Wish {
        blocks: vec![(claims::number(canvas, claim, number), 0.0)],
        anchors: mark_ends(canvas, scale, slot, claim),
        side: Side::Right,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }
}

/// Both ends of a claim's mark, and its middle for labels above and below.
fn mark_ends(canvas: &Canvas, scale: &Scale, slot: usize, claim: &ClaimMark) -> Vec<(Point, f64)> {
    let at = scale.mid(slot, claim.value);
    let half = claims::mark_half(canvas, scale, claim);
    vec![
        (Point::new(at.x - half, at.y), 0.0),
        (Point::new(at.x + half, at.y), 1.0),
        (at, 0.0),
    ]
}
