//! Running totals of the fiscal year against the target path and past years.

use super::claims::{self, Attempt, EndLabel, Fate, Named};
use super::fan::{self, FanLabel, Laid};
use super::{BESIDE, END_COLUMN, Reach, block, draw_placed, label_style, out, placeable};
use crate::axis::{self, Rows, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame;
use crate::geometry::{Point, Rect};
use crate::label::annotate::{self, Field, Side, Wish};
use crate::scale::Scale;
use crate::scene::{Role, Scene, Stroke, Weight};
use crate::spec::{ClaimMark, CumulativeYear, Fan, Size, Theme, YearToDate};
use crate::ticks::Ticks;

/// Months of a fiscal year.
const MONTHS: usize = 12;

pub(crate) fn lay_out(chart: &YearToDate, size: Size, theme: Theme) -> Result<Scene> {
    let reach = reach(chart)?;
    let claims: Vec<&ClaimMark> = chart.claims.iter().collect();
    claims::settle(&claims::rank(&claims), |fates| {
        attempt(chart, reach, size, theme, fates)
    })
}

fn reach(chart: &YearToDate) -> Result<Reach> {
    let mut reach = Reach::NONE;
    for year in &chart.years {
        for total in year.totals.iter().take(MONTHS).flatten() {
            reach.add(*total, &year.label)?;
        }
    }
    if reach.is_empty() {
        return Err(ChartError::Empty("no fiscal year has a running total"));
    }
    for total in &chart.path {
        reach.add(placeable(*total, "the target path")?, "the target path")?;
    }
    for claim in &chart.claims {
        claims::reach(claim, &mut reach)?;
    }
    for fan in chart.fan.iter().chain(&chart.behind) {
        fan::reach(fan, &mut reach)?;
    }
    Ok(reach)
}

fn attempt(chart: &YearToDate, reach: Reach, size: Size, theme: Theme, fates: &[Fate]) -> Result<Attempt> {
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let claims: Vec<&ClaimMark> = chart.claims.iter().collect();
    let (below, numbers) = claims::below(&claims, fates, |_| None);
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;

    // Running totals are read as lengths from zero.
    let ticks = Ticks::from_zero(reach.low, reach.high);
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let ahead = chart.fan.as_ref();
    let fan_label = ahead.and_then(|fan| fan::label(&canvas, fan, claims::column_limit(&canvas)));
    let (column, owners) = column(chart, &canvas, fates, fan_label.as_ref());
    let names: Vec<&str> = chart.month_names.iter().map(String::as_str).collect();
    let rows = Rows::new(&canvas, names.iter().copied(), []);
    let plot = Rect::new(
        inner.left + axis::tick_width(&canvas, &labels),
        inner.top + axis::tick_overhang(&canvas, &labels),
        inner.right - claims::column_width(&canvas, &column),
        inner.bottom - rows.height,
    );
    let scale = Scale::new(plot, MONTHS, ticks);
    let plot = scale.plot;
    axis::draw_values(&mut canvas, &scale, &labels);
    axis::draw_months(&mut canvas, &scale, rows, &names, |slot| slot);

    let fan = ahead.map(|fan| laid(chart, fan, &scale));
    if let Some(fan) = &fan {
        fan.draw_bands(&mut canvas);
    }
    let behind = chart.behind.as_ref().map(|fan| laid(chart, fan, &scale));
    let mut lines = draw_lines(chart, &mut canvas, &scale, fan.as_ref(), behind.as_ref());
    for claim in &claims {
        lines.extend(claims::draw(&mut canvas, &scale, MONTHS - 1, claim));
    }
    let placed = claims::draw_column(&mut canvas, &scale, &column, inner.top, inner.bottom);

    let mut failed = Vec::new();
    let mut wishes = Vec::new();
    for (owner, place) in owners.iter().zip(placed) {
        match (owner, place) {
            (Owner::Fan, Some(rect)) => {
                if let Some(label) = &fan_label {
                    label.draw_tints(&mut canvas, &rect);
                }
            }
            (_, Some(_)) | (Owner::Fan | Owner::Behind, None) => {}
            (Owner::Claim(index), None) => failed.push(*index),
            (Owner::Year(index), None) => wishes.extend(on_its_line(chart, &canvas, &scale, *index)),
        }
    }
    if let Some(fan) = &fan {
        fan.write_names(&mut canvas, &lines, scale.x(MONTHS as f64 - 1.0));
    }
    wishes.extend(current_label(chart, &canvas, &scale));
    wishes.extend(path_label(chart, &canvas, &scale));
    let first_number = wishes.len();
    let numbered: Vec<(usize, usize)> = numbers
        .iter()
        .enumerate()
        .filter_map(|(index, number)| number.map(|number| (index, number)))
        .collect();
    for &(index, number) in &numbered {
        if let Some(claim) = claims.get(index) {
            wishes.push(number_wish(&canvas, &scale, claim, number));
        }
    }
    if let Some(fan) = &fan {
        lines.extend(fan.fence(&canvas));
    }
    let field = Field {
        area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
        taken: canvas.taken(),
        lines,
        unit: canvas.metrics.label / 13.0,
    };
    let places = annotate::place(&wishes, &field);
    draw_placed(&mut canvas, &wishes, &places);
    let lost = numbered.iter().zip(places.iter().skip(first_number));
    failed.extend(lost.filter(|(_, place)| place.is_none()).map(|((index, _), _)| *index));
    Ok(Attempt {
        scene: canvas.finish(&chart.frame, plot, below),
        failed,
    })
}

/// Whose label stands in the column.
enum Owner {
    Claim(usize),
    Year(usize),
    Fan,
    Behind,
}

/// Claims, the years that run to the end, and what may come.
fn column<'a>(
    chart: &'a YearToDate,
    canvas: &Canvas,
    fates: &[Fate],
    fan: Option<&FanLabel>,
) -> (Vec<EndLabel<'a>>, Vec<Owner>) {
    let limit = claims::column_limit(canvas);
    let mut labels = Vec::new();
    let mut owners = Vec::new();
    for (index, (claim, fate)) in chart.claims.iter().zip(fates).enumerate() {
        if *fate != Fate::Labelled {
            continue;
        }
        labels.push(EndLabel {
            named: Named::Claim(MONTHS - 1, claim),
            block: claims::label(canvas, claim, Role::EndLabel, limit),
            weight: if claim.target { 4.0 } else { 2.0 } - index as f64 * 1e-3,
        });
        owners.push(Owner::Claim(index));
    }
    for (index, year) in chart.years.iter().enumerate() {
        let Some((month, value)) = last(year) else { continue };
        if month + 1 < MONTHS {
            continue;
        }
        let style = if year.current {
            label_style(canvas, Role::EndLabel, Weight::SemiBold, canvas.palette.series)
        } else {
            claims::muted(canvas, Role::EndLabel)
        };
        labels.push(EndLabel {
            named: Named::Line(month, value),
            block: block(std::slice::from_ref(&year.label), style, limit),
            // Newer years are dearer; they come later.
            weight: if year.current { 8.0 } else { 1.0 + index as f64 * 1e-3 },
        });
        owners.push(Owner::Year(index));
    }
    let end = chart.fan.as_ref().and_then(|fan| fan.steps.last());
    if let (Some(fan), Some(end)) = (fan, end) {
        labels.push(EndLabel {
            named: Named::Line(MONTHS - 1, end.median),
            block: fan.block.clone(),
            weight: 8.0,
        });
        owners.push(Owner::Fan);
    }
    if let Some(behind) = &chart.behind
        && let (Some(block), Some(end)) = (fan::outline_label(canvas, behind, limit), behind.steps.last())
    {
        labels.push(EndLabel {
            named: Named::Line(MONTHS - 1, end.median),
            block,
            weight: 6.0,
        });
        owners.push(Owner::Behind);
    }
    (labels, owners)
}

/// A fan that opens from the current year's last running total; before its first month, from nothing.
fn laid<'a>(chart: &YearToDate, fan: &'a Fan, scale: &Scale) -> Laid<'a> {
    let current = chart.years.iter().find(|year| year.current);
    let fact = current.and_then(last);
    let origin = fact.map_or_else(|| scale.at(0.0, 0.0), |(month, total)| scale.mid(month, total));
    let first = fact.map_or(0, |(month, _)| month + 1);
    let start = fan.steps.first().map(|step| step.month);
    Laid::new(fan, Some(origin), |_, step, value| {
        let ahead = usize::try_from(step.month.since(start?)).ok()?;
        let slot = Some(first + ahead).filter(|slot| *slot < MONTHS)?;
        Some(scale.mid(slot, value))
    })
}

/// The last known running total with its month.
fn last(year: &CumulativeYear) -> Option<(usize, f64)> {
    let known = year.totals.iter().take(MONTHS).enumerate().rev();
    known
        .filter_map(|(month, total)| total.map(|total| (month, total)))
        .next()
}

/// Past years, path, current year; gives what labels avoid.
fn draw_lines(
    chart: &YearToDate,
    canvas: &mut Canvas,
    scale: &Scale,
    fan: Option<&Laid>,
    behind: Option<&Laid>,
) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let mut avoid = Vec::new();
    let (current, past): (Vec<_>, Vec<_>) = chart.years.iter().partition(|year| year.current);
    for year in &past {
        for run in runs(year, scale) {
            draw_run(canvas, &run, Stroke::data(palette.past, metrics.other));
            avoid.push((run, 0.6));
        }
    }
    for year in &current {
        for run in runs(year, scale) {
            // A halo parts the line from past years; the path, which it may run along, stays whole.
            canvas.line(run, Stroke::data(palette.background, metrics.main * 2.2));
        }
    }
    let path: Vec<Point> = chart
        .path
        .iter()
        .take(MONTHS)
        .enumerate()
        .map(|(month, total)| scale.mid(month, *total))
        .collect();
    if path.len() > 1 {
        let width = metrics.main * 0.75;
        let dash = (width * 1.1, width * 1.6);
        canvas.line(path.clone(), Stroke::dashed(palette.target, width, dash));
        avoid.push((path, 1.0));
    }
    if let Some(behind) = behind {
        avoid.extend(behind.draw_outline(canvas));
    }
    if let Some(fan) = fan {
        avoid.push(fan.draw_median(canvas, chart.years.len()));
    }
    for year in &current {
        for run in runs(year, scale) {
            draw_run(canvas, &run, Stroke::data(palette.series, metrics.main));
            avoid.push((run, 3.0));
        }
    }
    for (lane, year) in current.iter().chain(&past).enumerate() {
        marks(canvas, scale, year, lane);
    }
    avoid
}

/// A run of months as a line; a month alone as a dot.
fn draw_run(canvas: &mut Canvas, run: &[Point], stroke: Stroke) {
    match run {
        [alone] => canvas.dot(*alone, stroke.width * 1.2, stroke.colour),
        _ => canvas.line(run.to_vec(), stroke),
    }
}

fn marks(canvas: &mut Canvas, scale: &Scale, year: &CumulativeYear, lane: usize) {
    let metrics = canvas.metrics;
    let newest = last(year).map(|(month, _)| month);
    for (month, total) in year.totals.iter().take(MONTHS).enumerate() {
        let Some(total) = total else { continue };
        let at = scale.mid(month, *total);
        if year.current {
            if year.provisional && newest == Some(month) {
                canvas.ring(at, metrics.dot() * 1.42, metrics.main * 0.8, canvas.palette.series);
            } else {
                canvas.dot(at, metrics.dot(), canvas.palette.series);
            }
        }
        canvas.read(at, lane, month, year.readouts.get(month).map_or("", String::as_str));
    }
}

/// Stretches of known months: a month whose total is not known is a gap.
fn runs(year: &CumulativeYear, scale: &Scale) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for (month, total) in year.totals.iter().take(MONTHS).enumerate() {
        let Some(total) = total else {
            open = false;
            continue;
        };
        let at = scale.mid(month, *total);
        match runs.last_mut() {
            Some(run) if open => run.push(at),
            _ => runs.push(vec![at]),
        }
        open = true;
    }
    runs
}

/// The current year's label at its last month, if that is not the end of the year.
fn current_label(chart: &YearToDate, canvas: &Canvas, scale: &Scale) -> Vec<Wish> {
    let current = chart.years.iter().filter(|year| year.current);
    current
        .filter_map(|year| {
            let (month, value) = last(year).filter(|(month, _)| month + 1 < MONTHS)?;
            let style = label_style(canvas, Role::Label, Weight::SemiBold, canvas.palette.series);
            Some(Wish {
                blocks: vec![(
                    block(std::slice::from_ref(&year.label), style, END_COLUMN * canvas.size.width),
                    0.0,
                )],
                anchors: vec![(scale.mid(month, value), 0.0)],
                side: Side::Right,
                distances: &[9.0, 16.0, 30.0, 45.0],
                out: out::VALUE,
            })
        })
        .collect()
}

/// A past year that ends early, or found no place in the column, is named somewhere on its line.
fn on_its_line(chart: &YearToDate, canvas: &Canvas, scale: &Scale, index: usize) -> Option<Wish> {
    let year = chart.years.get(index)?;
    let colour = if year.current {
        canvas.palette.series
    } else {
        canvas.palette.muted
    };
    let style = label_style(canvas, Role::Label, Weight::Regular, colour);
    let anchors = year.totals.iter().take(MONTHS).enumerate();
    Some(Wish {
        blocks: vec![(
            block(std::slice::from_ref(&year.label), style, END_COLUMN * canvas.size.width),
            0.0,
        )],
        // Later months are better: the lines lie apart there.
        anchors: anchors
            .filter_map(|(month, total)| Some((scale.mid(month, (*total)?), (MONTHS - month) as f64)))
            .collect(),
        side: Side::Below,
        distances: BESIDE,
        out: if year.current { out::VALUE } else { out::POINT },
    })
}

fn path_label(chart: &YearToDate, canvas: &Canvas, scale: &Scale) -> Option<Wish> {
    let style = label_style(canvas, Role::Label, Weight::Regular, canvas.palette.target);
    let block = block(&chart.path_label, style, END_COLUMN * canvas.size.width);
    if block.is_empty() || chart.path.is_empty() {
        return None;
    }
    let points = chart.path.iter().take(MONTHS).enumerate();
    Some(Wish {
        blocks: vec![(block, 0.0)],
        // Later months are better: the path has left the other lines.
        anchors: points
            .map(|(month, total)| (scale.mid(month, *total), (MONTHS - month) as f64 * 0.5))
            .collect(),
        side: Side::Left,
        distances: BESIDE,
        out: out::PATH,
    })
}

fn number_wish(canvas: &Canvas, scale: &Scale, claim: &ClaimMark, number: usize) -> Wish {
    let at = scale.mid(MONTHS - 1, claim.value);
    let half = claims::mark_half(canvas, scale, claim);
    Wish {
        blocks: vec![(claims::number(canvas, claim, number), 0.0)],
        anchors: vec![
            (Point::new(at.x - half, at.y), 0.0),
            (Point::new(at.x + half, at.y), 0.0),
        ],
        side: Side::Left,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }
}
