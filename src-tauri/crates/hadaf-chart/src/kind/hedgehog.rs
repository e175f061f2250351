//! Every past target and projection as a spine from what was known to what was said, against the outturn.

use super::claims::{self, EndLabel, Named};
use super::key::{self, Entry, Key};
use super::{END_COLUMN, Reach, block, draw_placed, label_style, out};
use crate::axis::{self, Rows, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::label::annotate::{self, Field, Side, Wish};
use crate::scale::Scale;
use crate::scene::{Role, Scene, Stroke, Weight};
use crate::spec::{Frame, Hedgehog, HedgehogYear, Mark, Size, Spine, SpineMark, Theme};
use crate::text::clean;
use crate::theme::Rgb;
use crate::ticks::Ticks;

/// Most years of an axis.
const MOST: usize = 200;
/// Distances at which a spine's label is tried; the far ones have a leader.
const AROUND: &[f64] = &[7.0, 14.0, 24.0, 40.0, 60.0];
/// Share of the background in a spine, so that a bundle of them does not outweigh the outturn.
const FAINT: f64 = 0.45;

pub(crate) fn lay_out(chart: &Hedgehog, size: Size, theme: Theme) -> Result<Scene> {
    if !(1..=MOST).contains(&chart.years.len()) {
        return Err(ChartError::Empty("the axis must have 1 to 200 fiscal years"));
    }
    let reach = reach(chart)?;
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let inner = frame::lay_out(&mut canvas, &noted(chart), &Below::default())?;
    let key = Key::new(&canvas, entries(chart, &canvas), inner.left, inner.right, inner.top);
    let inner = Rect {
        top: inner.top + key.height,
        ..inner
    };

    // Claims of ten times the outturn are read as lengths from zero.
    let ticks = Ticks::from_zero(reach.low, reach.high);
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let (column, mut owners) = column(chart, &canvas);
    let names: Vec<&str> = chart.years.iter().map(|year| year.label.as_str()).collect();
    let rows = Rows::new(&canvas, names.iter().copied(), []);
    let plot = Rect::new(
        inner.left + axis::tick_width(&canvas, &labels),
        inner.top + axis::tick_overhang(&canvas, &labels),
        inner.right - claims::column_width(&canvas, &column),
        inner.bottom - rows.height,
    );
    if plot.height() < canvas.metrics.label * 4.0 {
        return Err(ChartError::Crowded {
            width: size.width,
            height: size.height,
        });
    }
    let scale = Scale::new(plot, chart.years.len(), ticks);
    let plot = scale.plot;
    axis::draw_values(&mut canvas, &scale, &labels);
    axis::draw_names(&mut canvas, &scale, rows, &names);
    key.draw(&mut canvas);

    let spines = placed(chart, &scale);
    let mut lines = draw_spines(&mut canvas, &scale, &spines);
    lines.extend(draw_outturn(chart, &mut canvas, &scale));
    for spine in &spines {
        lines.push(draw_end(&mut canvas, spine));
        canvas.read(spine.end, 1, spine.index, &spine.spine.readout);
    }
    let stood = claims::draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);
    let mut stands = stood.iter().map(Option::is_some);
    owners.retain(|_| stands.next().unwrap_or(false));

    let mut wishes = value_wishes(chart, &canvas, &scale);
    let first = wishes.len();
    // A label that found no place in the column may still stand on the plot.
    let told: Vec<&OnAxis> = spines
        .iter()
        .filter(|spine| !spine.spine.label.is_empty() && !owners.contains(&spine.index))
        .collect();
    wishes.extend(told.iter().map(|spine| spine_wish(&canvas, spine)));
    let field = Field {
        area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
        taken: canvas.taken(),
        lines,
        unit: canvas.metrics.label / 13.0,
    };
    let places = annotate::place(&wishes, &field);
    draw_placed(&mut canvas, &wishes, &places);
    let untold = told.iter().zip(places.iter().skip(first));
    let below = Below {
        left_out: untold
            .filter(|(_, place)| place.is_none())
            .map(|(spine, _)| clean(&spine.spine.label.join(", ")))
            .collect(),
        ..Below::default()
    };
    Ok(canvas.finish(&chart.frame, plot, below))
}

/// The frame with the note of what is off the scale before the note.
fn noted(chart: &Hedgehog) -> Frame {
    let parts = [chart.off_scale.as_str(), chart.frame.note.as_str()].map(clean);
    Frame {
        note: parts.join(" "),
        ..chart.frame.clone()
    }
}

fn reach(chart: &Hedgehog) -> Result<Reach> {
    let mut reach = Reach::NONE;
    for year in &chart.years {
        if let Some(value) = year.value {
            reach.add(value, &year.label)?;
        }
    }
    for spine in chart.spines.iter().filter(|spine| slot(chart, spine.year).is_some()) {
        for value in [spine.value].into_iter().chain(spine.value_high) {
            reach.add(value, spine.year)?;
        }
        super::placeable(spine.from.1, spine.from.0)?;
    }
    if reach.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a value or a claim"));
    }
    Ok(reach)
}

/// Which slot of the axis a year has.
fn slot(chart: &Hedgehog, year: hadaf_core::FiscalYear) -> Option<usize> {
    chart.years.iter().position(|one| one.fiscal_year == year)
}

/// A spine whose year stands on the axis.
struct OnAxis<'a> {
    index: usize,
    spine: &'a Spine,
    end: Point,
    /// Where it begins; `None`: it was said when its year was known, so it has no length.
    start: Option<Point>,
}

/// The spines on the axis in order of their years, then of their values.
fn placed<'a>(chart: &'a Hedgehog, scale: &Scale) -> Vec<OnAxis<'a>> {
    let spines = chart.spines.iter().enumerate();
    let mut placed: Vec<OnAxis> = spines
        .filter_map(|(index, spine)| {
            let year = slot(chart, spine.year)?;
            Some(OnAxis {
                index,
                spine,
                end: scale.mid(year, spine.value),
                start: start(chart, scale, spine, year),
            })
        })
        .collect();
    placed.sort_by(|one, other| {
        let key = |spine: &OnAxis| spine.spine.year;
        key(one)
            .cmp(&key(other))
            .then(one.spine.value.total_cmp(&other.spine.value))
    });
    placed
}

/// Where a spine begins: at what was known, or on the edge of the axis where that lies before it.
fn start(chart: &Hedgehog, scale: &Scale, spine: &Spine, end: usize) -> Option<Point> {
    let (known, value) = spine.from;
    if let Some(slot) = slot(chart, known) {
        return (slot < end).then(|| scale.mid(slot, value));
    }
    let first = chart.years.first()?;
    let before = f64::from(i32::from(first.fiscal_year.year()) - i32::from(known.year()));
    (before > 0.0 && end > 0).then(|| {
        let share = before / (before + end as f64);
        scale.mid(0, value + (spine.value - value) * share)
    })
}

fn colour(canvas: &Canvas, spine: &Spine) -> Rgb {
    match (spine.official, spine.target) {
        (false, _) => canvas.palette.axis,
        (true, true) => canvas.palette.target,
        (true, false) => canvas.palette.projection,
    }
}

/// Draws the spines, those of others below those of the state; gives what labels avoid.
fn draw_spines(canvas: &mut Canvas, scale: &Scale, spines: &[OnAxis]) -> Vec<(Vec<Point>, f64)> {
    let mut avoid = Vec::new();
    let width = canvas.metrics.other * 0.7;
    let (official, others): (Vec<_>, Vec<_>) = spines.iter().partition(|spine| spine.spine.official);
    for spine in others.into_iter().chain(official) {
        let colour = colour(canvas, spine.spine);
        let faint = colour.mixed(canvas.palette.background, FAINT);
        if let Some(start) = spine.start {
            let line = vec![start, spine.end];
            canvas.line(line.clone(), Stroke::data(faint, width));
            avoid.push((line, 0.5));
        }
        if let Some(high) = spine.spine.value_high {
            let top = Point::new(spine.end.x, scale.y(high));
            let half = canvas.metrics.dot();
            canvas.line(vec![spine.end, top], Stroke::data(colour, width * 1.3));
            let bar = vec![Point::new(top.x - half, top.y), Point::new(top.x + half, top.y)];
            canvas.line(bar, Stroke::data(colour, width * 1.3));
            avoid.push((vec![spine.end, top], 3.0));
        }
    }
    avoid
}

/// The mark at the end of a spine; gives what labels avoid.
fn draw_end(canvas: &mut Canvas, spine: &OnAxis) -> (Vec<Point>, f64) {
    let colour = colour(canvas, spine.spine);
    mark(canvas, spine.end, spine.spine.target, spine.spine.kind, colour);
    let half = canvas.metrics.dot() * 1.6;
    let beside = |x| Point::new(spine.end.x + x, spine.end.y);
    (vec![beside(-half), beside(half)], 12.0)
}

/// Draws an end mark: a dot for a target, a diamond for a projection, hollow or a cross by what became of it.
fn mark(canvas: &mut Canvas, at: Point, target: bool, kind: SpineMark, colour: Rgb) {
    let metrics = canvas.metrics;
    let background = canvas.palette.background;
    let radius = metrics.dot() * if target { 1.45 } else { 1.75 };
    let rim = metrics.main * 0.4;
    match (kind, target) {
        (SpineMark::NotScorable, _) => {
            let half = radius * 0.85;
            for (width, colour) in [(metrics.main * 1.5, background), (metrics.main * 0.7, colour)] {
                for down in [-half, half] {
                    let cross = vec![
                        Point::new(at.x - half, at.y - down),
                        Point::new(at.x + half, at.y + down),
                    ];
                    canvas.line(cross, Stroke::solid(colour, width));
                }
            }
        }
        (SpineMark::Counted | SpineMark::Open, true) => {
            canvas.dot(at, radius + rim, background);
            canvas.dot(at, radius, colour);
        }
        (SpineMark::Counted | SpineMark::Open, false) => {
            canvas.diamond(at, radius + rim * 1.4, background);
            canvas.diamond(at, radius, colour);
        }
        (SpineMark::Replaced, true) => canvas.ring(at, radius * 0.9, metrics.main * 0.55, colour),
        (SpineMark::Replaced, false) => {
            canvas.diamond(at, radius * 1.1, colour);
            canvas.diamond(at, radius * 0.55, background);
        }
    }
}

/// The outturn: a thick line with dots, joined where whole years follow one another.
fn draw_outturn(chart: &Hedgehog, canvas: &mut Canvas, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let mut avoid = Vec::new();
    let known: Vec<(usize, Point, &HedgehogYear)> = chart
        .years
        .iter()
        .enumerate()
        .filter_map(|(slot, year)| Some((slot, scale.mid(slot, year.value?), year)))
        .collect();
    let whole = |year: &HedgehogYear| year.mark != Mark::Provisional;
    for pair in known.windows(2) {
        // A year to date is no year: nothing leads to it.
        if let [(slot, from, before), (next, to, year)] = pair
            && slot + 1 == *next
            && whole(before)
            && whole(year)
        {
            let line = vec![*from, *to];
            canvas.line(line.clone(), Stroke::data(palette.background, metrics.main * 2.4));
            canvas.line(line.clone(), Stroke::data(palette.series, metrics.main * 1.4));
            avoid.push((line, 3.0));
        }
    }
    let radius = metrics.dot() * 1.3;
    for (slot, at, year) in known {
        match year.mark {
            Mark::Confirmed => canvas.dot(at, radius, palette.series),
            Mark::Provisional => canvas.ring(at, radius, metrics.main * 0.8, palette.series),
            Mark::Derived => canvas.square(at, radius, metrics.main * 0.6, palette.series),
        }
        let beside = |x| Point::new(at.x + x, at.y);
        avoid.push((vec![beside(-radius), beside(radius)], 15.0));
        canvas.read(at, 0, slot, &year.readout);
    }
    avoid
}

/// Labels of the last year's claims, right of the plot; gives which spine each label is.
fn column<'a>(chart: &Hedgehog, canvas: &Canvas) -> (Vec<EndLabel<'a>>, Vec<usize>) {
    let last = chart.years.len() - 1;
    let limit = claims::column_limit(canvas);
    let mut labels = Vec::new();
    let mut owners = Vec::new();
    for (index, spine) in chart.spines.iter().enumerate() {
        if spine.label.is_empty() || slot(chart, spine.year) != Some(last) {
            continue;
        }
        labels.push(EndLabel {
            named: Named::Line(last, spine.value),
            block: block(&spine.label, style(canvas, spine, Role::EndLabel), limit),
            weight: if spine.target { 4.0 } else { 2.0 } - index as f64 * 1e-3,
        });
        owners.push(index);
    }
    (labels, owners)
}

fn style(canvas: &Canvas, spine: &Spine, role: Role) -> crate::scene::Style {
    let colour = if spine.official {
        colour(canvas, spine)
    } else {
        canvas.palette.muted
    };
    label_style(canvas, role, Weight::SemiBold, colour)
}

fn spine_wish(canvas: &Canvas, spine: &OnAxis) -> Wish {
    let style = style(canvas, spine.spine, Role::Label);
    Wish {
        blocks: vec![(block(&spine.spine.label, style, END_COLUMN * canvas.size.width), 0.0)],
        anchors: vec![(spine.end, 0.0)],
        // Spines come from below left.
        side: Side::Above,
        distances: AROUND,
        out: if spine.spine.target {
            out::TARGET
        } else {
            out::PROJECTION
        },
    }
}

fn value_wishes(chart: &Hedgehog, canvas: &Canvas, scale: &Scale) -> Vec<Wish> {
    let style = label_style(canvas, Role::Label, Weight::SemiBold, canvas.palette.series);
    let years = chart.years.iter().enumerate();
    years
        .filter_map(|(slot, year)| {
            let at = scale.mid(slot, year.value?);
            let block = block(
                std::slice::from_ref(&year.value_label),
                style,
                END_COLUMN * canvas.size.width,
            );
            (!block.is_empty()).then(|| Wish {
                blocks: vec![(block, 0.0)],
                anchors: vec![(at, 0.0)],
                side: Side::Under,
                distances: &[8.0, 13.0, 20.0, 30.0],
                out: out::VALUE,
            })
        })
        .collect()
}

/// The key: only what the chart has.
fn entries<'a>(chart: &'a Hedgehog, canvas: &Canvas) -> Vec<Entry<'a>> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let width = metrics.label * 0.9;
    let has = |is: fn(&Spine) -> bool| chart.spines.iter().any(is);
    let end = |target, kind, colour| -> key::Sample<'a> {
        Box::new(move |canvas, at| mark(canvas, at, target, kind, colour))
    };
    let names = &chart.names;
    let targets = has(|spine| spine.target);
    let entries = [
        (
            chart.years.iter().any(|year| year.value.is_some()),
            &names.outturn,
            key::line(width * 1.8, Stroke::data(palette.series, metrics.main * 1.4)),
            width * 1.8,
        ),
        (
            has(|spine| spine.target && spine.official),
            &names.target,
            end(true, SpineMark::Counted, palette.target),
            width,
        ),
        (
            has(|spine| !spine.target && spine.official),
            &names.projection,
            end(false, SpineMark::Counted, palette.projection),
            width,
        ),
        (
            has(|spine| spine.kind == SpineMark::Replaced),
            &names.replaced,
            end(targets, SpineMark::Replaced, palette.muted),
            width,
        ),
        (
            has(|spine| spine.kind == SpineMark::NotScorable),
            &names.not_scorable,
            end(targets, SpineMark::NotScorable, palette.muted),
            width,
        ),
        (
            has(|spine| !spine.official),
            &names.unofficial,
            key::line(
                width * 1.8,
                Stroke::data(palette.axis.mixed(palette.background, FAINT), metrics.other),
            ),
            width * 1.8,
        ),
    ];
    entries
        .into_iter()
        .filter(|(is_there, ..)| *is_there)
        .map(|(_, name, sample, width)| Entry {
            width,
            sample,
            name: name.as_str(),
        })
        .collect()
}
