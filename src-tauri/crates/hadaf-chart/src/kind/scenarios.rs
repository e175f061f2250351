//! Scenarios side by side at year's end: dot, thick 80 % and thin 95 % interval, claims as levels across.

use super::claims::{self, Attempt, EndLabel, Fate, Named};
use super::table::cut;
use super::{Reach, axis_start, draw_placed, label_style, out};
use crate::axis::{self, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::frame;
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::label::annotate::{self, Field, Side, Wish};
use crate::scale::Scale;
use crate::scene::{Align, Role, Scene, Shape, Stroke, Style, Text, Weight};
use crate::spec::{ClaimMark, ScenarioColumn, Scenarios, Size, Theme};
use crate::text::clean;
use crate::theme::Rgb;
use crate::ticks::Ticks;

/// Most scenarios beside one another.
const MOST: usize = 40;
/// Most lines of a scenario's name.
const LINES: usize = 3;

pub(crate) fn lay_out(chart: &Scenarios, size: Size, theme: Theme) -> Result<Scene> {
    if !(1..=MOST).contains(&chart.columns.len()) {
        return Err(ChartError::Empty("there must be 1 to 40 scenarios"));
    }
    let reach = reach(chart)?;
    let marks: Vec<&ClaimMark> = chart.claims.iter().collect();
    claims::settle(&claims::rank(&marks), |fates| {
        for naming in [Naming::Whole, Naming::Numbered] {
            match attempt(chart, reach, size, theme, fates, naming) {
                Ok(None) | Err(ChartError::Crowded { .. }) => {}
                Ok(Some(attempt)) => return Ok(attempt),
                Err(other) => return Err(other),
            }
        }
        let crowded = ChartError::Crowded {
            width: size.width,
            height: size.height,
        };
        attempt(chart, reach, size, theme, fates, Naming::Cut)?.ok_or(crowded)
    })
}

/// How scenarios are named below the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// With every word.
    Whole,
    /// By numbers that are explained below.
    Numbered,
    /// As far as the words go.
    Cut,
}

fn reach(chart: &Scenarios) -> Result<Reach> {
    let mut reach = Reach::NONE;
    for column in &chart.columns {
        let name = clean(&column.label.join(" "));
        for value in [column.median, column.low80, column.high80, column.low95, column.high95] {
            reach.add(value, &name)?;
        }
    }
    for claim in &chart.claims {
        claims::reach(claim, &mut reach)?;
    }
    Ok(reach)
}

/// One layout; `None`: the names do not stand whole.
fn attempt(
    chart: &Scenarios,
    reach: Reach,
    size: Size,
    theme: Theme,
    fates: &[Fate],
    naming: Naming,
) -> Result<Option<Attempt>> {
    let mut canvas = Canvas::new(&chart.frame, size, theme);
    let marks: Vec<&ClaimMark> = chart.claims.iter().collect();
    let (mut below, numbers) = claims::below(&marks, fates, |_| None);
    let first = below.numbered.len() + 1;
    if naming == Naming::Numbered {
        let names = chart.columns.iter().map(|column| clean(&column.label.join(" ")));
        below.numbered.extend(names);
    }
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;

    let ticks = if chart.frame.axis_starts.is_empty() {
        Ticks::from_zero(reach.low, reach.high)
    } else {
        Ticks::cropped(reach.low, reach.high)
    };
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = axis::tick_labels(&ticks, &unit);
    let (column, owners) = column(chart, &canvas, fates);
    let left = inner.left + axis::tick_width(&canvas, &labels);
    let right = inner.right - claims::column_width(&canvas, &column);
    let slot = (right - left) / chart.columns.len() as f64;
    let Some(feet) = Feet::new(chart, &canvas, slot, (left, right, inner.right), naming, first) else {
        return Ok(None);
    };
    let plot = Rect::new(
        left,
        inner.top + axis::tick_overhang(&canvas, &labels),
        right,
        inner.bottom - feet.height,
    );
    let start = (ticks.first() > 0.0).then(|| labels.first().cloned()).flatten();
    let scale = Scale::new(plot, chart.columns.len(), ticks);
    let plot = scale.plot;
    axis::draw_values(&mut canvas, &scale, &labels);
    feet.draw(&mut canvas, &scale);
    if let Some(label) = start {
        axis_start(&mut canvas, &chart.frame.axis_starts, &label, plot);
    }

    let mut lines = levels(chart, &mut canvas, &scale);
    lines.extend(intervals(chart, &mut canvas, &scale));
    // The heading of the chances may stand below the claims' labels.
    let lowest = if feet.aside {
        plot.bottom + feet.tops[1]
    } else {
        inner.bottom
    };
    let placed = claims::draw_column(&mut canvas, &scale, &column, inner.top, lowest);
    let lost = owners.iter().zip(placed).filter(|(_, place)| place.is_none());
    let mut failed: Vec<usize> = lost.map(|(owner, _)| *owner).collect();

    let mut wishes: Vec<Wish> = value_wishes(chart, &canvas, &scale).collect();
    let first_number = wishes.len();
    let numbered: Vec<(usize, &ClaimMark, usize)> = marks
        .iter()
        .zip(&numbers)
        .enumerate()
        .filter_map(|(index, (claim, number))| number.map(|number| (index, *claim, number)))
        .collect();
    wishes.extend(numbered.iter().map(|(_, claim, number)| Wish {
        blocks: vec![(claims::number(&canvas, claim, *number), 0.0)],
        anchors: vec![
            (Point::new(plot.right - canvas.metrics.label, scale.y(claim.value)), 0.0),
            (Point::new(plot.left + canvas.metrics.label, scale.y(claim.value)), 4.0),
        ],
        side: Side::Above,
        distances: &[4.0, 9.0, 16.0],
        out: out::NUMBER,
    }));
    let field = Field {
        area: Rect::new(plot.left, inner.top, inner.right, plot.bottom - canvas.metrics.zero),
        taken: canvas.taken(),
        lines,
        unit: canvas.metrics.label / 13.0,
    };
    let places = annotate::place(&wishes, &field);
    draw_placed(&mut canvas, &wishes, &places);
    let lost = numbered.iter().zip(places.iter().skip(first_number));
    failed.extend(lost.filter(|(_, place)| place.is_none()).map(|((index, ..), _)| *index));
    Ok(Some(Attempt {
        scene: canvas.finish(&chart.frame, plot, below),
        failed,
    }))
}

/// The claims' labels right of the plot, and which claim each belongs to.
fn column<'a>(chart: &'a Scenarios, canvas: &Canvas, fates: &[Fate]) -> (Vec<EndLabel<'a>>, Vec<usize>) {
    let limit = claims::column_limit(canvas);
    let claims = chart.claims.iter().zip(fates).enumerate();
    claims
        .filter(|(_, (_, fate))| **fate == Fate::Labelled)
        .map(|(index, (claim, _))| {
            let label = EndLabel {
                named: Named::Level(claim),
                block: claims::label(canvas, claim, Role::EndLabel, limit),
                weight: if claim.target { 4.0 } else { 2.0 } - index as f64 * 1e-3,
            };
            (label, index)
        })
        .unzip()
}

/// Names and chances below the plot.
struct Feet {
    names: Vec<Block>,
    heading: Block,
    chances: Vec<Block>,
    /// Whether the heading stands right of the chances.
    aside: bool,
    /// From the base line to the names, to the heading, to the chances.
    tops: [f64; 3],
    height: f64,
}

impl Feet {
    fn new(
        chart: &Scenarios,
        canvas: &Canvas,
        slot: f64,
        (left, right, edge): (f64, f64, f64),
        naming: Naming,
        first: usize,
    ) -> Option<Self> {
        let metrics = canvas.metrics;
        let limit = slot - metrics.label * 0.8;
        let name = |(index, column): (usize, &ScenarioColumn)| {
            let style = name_style(canvas, column);
            let lines = match naming {
                Naming::Numbered => {
                    let style = Style {
                        role: Role::Number,
                        ..style
                    };
                    vec![(style, format!("({})", first + index))]
                }
                Naming::Whole | Naming::Cut => cut(&column.label, style, LINES, limit),
            };
            // A name that was cut ends otherwise than it was given.
            let cut_short = lines.iter().any(|(_, line)| line.ends_with('\u{2026}'));
            let block = Block::new(lines);
            let fits = !cut_short && block.width <= limit.max(0.0);
            (naming == Naming::Cut || fits).then_some(block)
        };
        let names: Vec<Block> = chart.columns.iter().enumerate().map(name).collect::<Option<_>>()?;
        let chance = |column: &ScenarioColumn| {
            let weight = if column.current {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let style = canvas.style(Role::Total, weight, metrics.label, canvas.palette.ink);
            Block::new(cut(std::slice::from_ref(&column.chance_label), style, 2, limit))
        };
        let chances: Vec<Block> = chart.columns.iter().map(chance).collect();
        let told = chances.iter().any(|block| !block.is_empty());
        let style = canvas.style(Role::Remark, Weight::Regular, metrics.small(), canvas.palette.muted);
        let heading = if told {
            clean(&chart.chance_heading)
        } else {
            String::new()
        };
        let heading = Block::new(cut(&[heading], style, 1, right - left));
        // Right of the chances where the claims' labels leave room, else in a row above them.
        let aside = right + metrics.label * 1.2 + heading.width <= edge;

        let highest = |blocks: &[Block]| blocks.iter().map(|block| block.height).fold(0.0, f64::max);
        let names_top = metrics.label * 0.4;
        let heading_top = names_top + highest(&names) + metrics.label * 0.35;
        let chances_top = if aside {
            heading_top
        } else {
            heading_top + heading.height
        };
        let height = if told {
            chances_top + highest(&chances) + metrics.label * 0.2
        } else {
            heading_top
        };
        Some(Self {
            names,
            heading,
            chances,
            aside,
            tops: [names_top, heading_top, chances_top],
            height,
        })
    }

    fn draw(&self, canvas: &mut Canvas, scale: &Scale) {
        let bottom = scale.plot.bottom;
        let [names, heading, chances] = self.tops.map(|top| bottom + top);
        let mut texts: Vec<Text> = Vec::new();
        for (row, top) in [(&self.names, names), (&self.chances, chances)] {
            for (index, block) in row.iter().enumerate() {
                let middle = scale.x(index as f64 + 0.5);
                let half = block.width / 2.0;
                let rect = Rect::new(middle - half, top, middle + half, top + block.height);
                texts.extend(block.texts(&rect, Align::Middle));
            }
        }
        let left = if self.aside {
            scale.plot.right + canvas.metrics.label * 1.2
        } else {
            scale.plot.left
        };
        // On one line with the chances, whose letters are larger.
        let down = if self.aside {
            self.chances.iter().map(Block::first_middle).fold(0.0, f64::max) - self.heading.first_middle()
        } else {
            0.0
        };
        let top = heading + down;
        let rect = Rect::new(left, top, left + self.heading.width, top + self.heading.height);
        texts.extend(self.heading.texts(&rect, Align::Start));
        for text in texts {
            canvas.text(text);
        }
        if !self.heading.is_empty() {
            super::table::rule(
                canvas,
                heading - canvas.metrics.label * 0.12,
                (scale.plot.left, scale.plot.right),
                canvas.palette.grid,
            );
        }
    }
}

/// The colour of a scenario's marks.
fn colour(canvas: &Canvas, column: &ScenarioColumn) -> Rgb {
    if column.baseline {
        canvas.palette.axis
    } else {
        canvas.palette.series
    }
}

fn name_style(canvas: &Canvas, column: &ScenarioColumn) -> Style {
    let (weight, colour) = match (column.current, column.baseline) {
        (true, false) => (Weight::SemiBold, canvas.palette.series),
        (true, true) => (Weight::SemiBold, canvas.palette.ink),
        (false, true) => (Weight::Regular, canvas.palette.muted),
        (false, false) => (Weight::Regular, canvas.palette.ink),
    };
    canvas.style(Role::Year, weight, canvas.metrics.label, colour)
}

/// The baseline's middle and the claims as levels across, below everything else; gives what labels avoid.
fn levels(chart: &Scenarios, canvas: &mut Canvas, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let across = |value: f64| {
        let y = scale.y(value);
        vec![Point::new(scale.plot.left, y), Point::new(scale.plot.right, y)]
    };
    let mut avoid = Vec::new();
    for column in chart.columns.iter().filter(|column| column.baseline) {
        let stroke = Stroke::solid(canvas.palette.past, metrics.grid);
        canvas.behind(Shape::Line {
            points: across(column.median),
            stroke,
        });
        avoid.push((across(column.median), 0.5));
    }
    for claim in &chart.claims {
        let colour = claims::colour(canvas, claim);
        let width = metrics.main * 0.75;
        let stroke = if claim.target {
            Stroke::dashed(colour, width, (width * 1.1, width * 1.6))
        } else {
            Stroke::solid(colour, metrics.other * 0.8)
        };
        for value in std::iter::once(claim.value).chain(claim.value_high) {
            canvas.behind(Shape::Line {
                points: across(value),
                stroke,
            });
            avoid.push((across(value), 3.0));
        }
    }
    avoid
}

/// Dots with their intervals; gives what labels avoid.
fn intervals(chart: &Scenarios, canvas: &mut Canvas, scale: &Scale) -> Vec<(Vec<Point>, f64)> {
    let metrics = canvas.metrics;
    let slot = scale.x(1.0) - scale.x(0.0);
    let cap = (slot * 0.16).min(metrics.label * 0.4);
    let mut avoid = Vec::new();
    for (index, column) in chart.columns.iter().enumerate() {
        let at = |value| scale.mid(index, value);
        let colour = colour(canvas, column);
        let weight = if column.current { 1.25 } else { 1.0 };
        let (low, high) = (at(column.low95), at(column.high95));
        canvas.line(vec![low, high], Stroke::solid(colour, metrics.other * 0.7));
        for end in [low, high] {
            let ends = vec![Point::new(end.x - cap, end.y), Point::new(end.x + cap, end.y)];
            canvas.line(ends, Stroke::solid(colour, metrics.other * 0.7));
        }
        let inner = vec![at(column.low80), at(column.high80)];
        canvas.line(inner, Stroke::solid(colour, metrics.main * 1.5 * weight));
        let radius = metrics.dot() * 2.0 * weight;
        // A rim of the background parts the dot from its interval.
        canvas.dot(
            at(column.median),
            radius + metrics.main * 0.6,
            canvas.palette.background,
        );
        canvas.dot(at(column.median), radius, colour);
        canvas.read(at(column.median), 0, index, &column.readout);
        avoid.push((vec![low, high], 20.0));
        for middle in [low, high] {
            let ends = vec![
                Point::new(middle.x - cap, middle.y),
                Point::new(middle.x + cap, middle.y),
            ];
            avoid.push((ends, 3.0));
        }
    }
    avoid
}

fn value_wishes<'a>(chart: &'a Scenarios, canvas: &'a Canvas, scale: &'a Scale) -> impl Iterator<Item = Wish> + 'a {
    let columns = chart.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let colour = if column.baseline {
                canvas.palette.muted
            } else {
                canvas.palette.series
            };
            let weight = if column.current {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let style = label_style(canvas, Role::Label, weight, colour);
            let block = super::block(std::slice::from_ref(&column.value_label), style, scale.plot.width());
            (index, column, block)
        })
        .filter(|(.., block)| !block.is_empty())
        .map(|(index, column, block)| Wish {
            blocks: vec![(block, 0.0)],
            anchors: vec![
                (scale.mid(index, column.median), 0.0),
                (scale.mid(index, column.low95), 20.0),
                (scale.mid(index, column.high95), 20.0),
            ],
            side: Side::Right,
            distances: &[9.0, 14.0],
            out: out::VALUE,
        })
}
