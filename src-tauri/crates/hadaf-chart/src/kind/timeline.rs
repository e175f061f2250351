//! What happened, or is due, when: lanes of spans to scale, a series below on the same axis.

use jiff::civil::Date;

use hadaf_core::Month;

use super::claims::{Attempt, Fate, settle};
use super::lanes::{self, Item, Laid};
use super::months::{self, Months};
use super::table::cut;
use super::{Reach, label_style};
use crate::axis::{self, Unit};
use crate::canvas::Canvas;
use crate::error::{ChartError, Result};
use crate::fonts::width;
use crate::frame::{self, Below};
use crate::geometry::{Point, Rect};
use crate::label::Block;
use crate::scale::Scale;
use crate::scene::{Align, Role, Scene, Shape, Stroke, Weight};
use crate::spec::{Mark, MonthPoint, Size, Span, Theme, Timeline, Tone};
use crate::text::{clean, shortened};
use crate::ticks::Ticks;

/// Most lanes, and most spans in all of them.
const MOST: usize = 400;
/// Lanes' names take at most this share of the width.
const NAMES: f64 = 0.2;
/// The series below takes this share of the height, where there is one.
const SERIES: f64 = 0.33;

pub(crate) fn lay_out(chart: &Timeline, size: Size, theme: Theme) -> Result<Scene> {
    let spans: usize = chart.lanes.iter().map(|lane| lane.items.len()).sum();
    if chart.lanes.is_empty() || chart.lanes.len().max(spans) > MOST {
        return Err(ChartError::Empty(
            "a timeline must have 1 to 400 lanes, and at most 400 spans",
        ));
    }
    let months = Months::new((Month::of(chart.span.0), Month::of(chart.span.1)))?;
    let ticks = ticks(chart, &months)?;
    let items = items(chart);
    // The newest are dearest: their labels yield last.
    let mut rank: Vec<usize> = (0..items.len()).collect();
    rank.sort_by_key(|&index| items.get(index).map(|item| std::cmp::Reverse(item.span.start)));
    let given = Given {
        chart,
        months,
        ticks,
        items,
        rank,
        size,
        theme,
    };
    settle(&given.rank, |fates| attempt(&given, fates))
}

/// A span with its lane and its place in it.
struct Told<'a> {
    lane: usize,
    index: usize,
    span: &'a Span,
}

fn items(chart: &Timeline) -> Vec<Told<'_>> {
    let lanes = chart.lanes.iter().enumerate();
    lanes
        .flat_map(|(lane, of)| {
            let spans = of.items.iter().enumerate();
            spans.map(move |(index, span)| Told { lane, index, span })
        })
        .collect()
}

fn ticks(chart: &Timeline, months: &Months) -> Result<Option<Ticks>> {
    let mut reach = Reach::NONE;
    for point in &chart.months {
        if months.slot(point.month).is_some() {
            reach.add(point.value, point.month)?;
        }
    }
    // A low panel has room for few numbers, and from zero a dip looks as large as it is.
    Ok((!reach.is_empty()).then(|| Ticks::from_zero(reach.low, reach.high).ends()))
}

/// What every attempt of a layout starts from.
struct Given<'a> {
    chart: &'a Timeline,
    months: Months,
    /// Of the series below; `None`: there is none.
    ticks: Option<Ticks>,
    items: Vec<Told<'a>>,
    /// Spans from the dearest label to the least.
    rank: Vec<usize>,
    size: Size,
    theme: Theme,
}

fn attempt(given: &Given, fates: &[Fate]) -> Result<Attempt> {
    let Given {
        chart,
        months,
        ticks,
        items,
        rank,
        size,
        theme,
    } = given;
    let ticks = ticks.as_ref();
    let mut canvas = Canvas::new(&chart.frame, *size, *theme);
    let fates = explained(given, &canvas, fates);
    let (below, numbers) = below(items, &fates);
    let inner = frame::lay_out(&mut canvas, &chart.frame, &below)?;
    let rows = months::rows(&canvas, &chart.years, &chart.month_names);
    let unit = Unit {
        prefix: &chart.tick_prefix,
        suffix: &chart.tick_suffix,
    };
    let labels = ticks.map(|ticks| axis::tick_labels(ticks, &unit)).unwrap_or_default();
    let names = lane_names(chart, &canvas, inner.width() * NAMES);
    let widest = names.iter().map(|name| name.width).fold(0.0, f64::max);
    let gutter = (widest + canvas.metrics.gap()).max(axis::tick_width(&canvas, &labels));
    let (left, right) = (inner.left + gutter, inner.right - canvas.metrics.zero);

    let bottom = inner.bottom - rows.height;
    let top = inner.top + today_height(chart, &canvas);
    let tallest = names
        .iter()
        .map(|name| name.height)
        .fold(canvas.metrics.label * 1.25, f64::max);
    // The series yields where the lanes need its room.
    let lanes_need = tallest * 1.15 * chart.lanes.len() as f64;
    let share = if lanes_need > (bottom - top) * (1.0 - SERIES) {
        0.0
    } else {
        SERIES
    };
    let panel = ticks.filter(|_| share > 0.0);
    let heading = panel.map(|_| series_heading(chart, &canvas, right - left));
    let above = heading
        .as_ref()
        .map_or(0.0, |heading| heading.height + canvas.metrics.label * 0.6);
    let lanes_bottom = if panel.is_some() {
        bottom - (bottom - top) * share
    } else {
        bottom
    };
    if lanes_need > lanes_bottom - top {
        return Err(ChartError::Crowded {
            width: size.width,
            height: size.height,
        });
    }
    let below_lanes = Rect::new(left, (lanes_bottom + above).min(bottom - 1.0), right, bottom);
    let flat = || Ticks::from_zero(0.0, 1.0);
    let scale = Scale::new(below_lanes, months.count, panel.cloned().unwrap_or_else(flat));
    let plot = Rect::new(scale.plot.left, top, scale.plot.right, scale.plot.bottom);
    let lanes_rect = Rect::new(plot.left, top, plot.right, lanes_bottom);

    year_lines(chart, &mut canvas, months, &scale, plot);
    months.draw_axis(&mut canvas, &scale, rows, &chart.years, &chart.month_names);
    if panel.is_some() {
        axis::draw_values(&mut canvas, &scale, &labels);
        let heading_top = lanes_bottom + canvas.metrics.label * 0.25;
        if let Some(heading) = &heading {
            let rect = Rect::new(left, heading_top, right, heading_top + heading.height);
            for text in heading.texts(&rect, Align::Start) {
                canvas.text_on_plot(text);
            }
        }
        series(chart, &mut canvas, months, &scale);
    } else {
        base_line(&mut canvas, plot);
    }
    let axis = Days { months, scale: &scale };
    today(chart, &mut canvas, &axis, plot, inner);
    let laid: Vec<Item> = items
        .iter()
        .zip(&fates)
        .zip(&numbers)
        .map(|((item, fate), number)| item_of(chart, &canvas, &axis, item, *fate, *number))
        .collect();
    let placed = lanes::place(&canvas, &laid, rank, chart.lanes.len(), tallest * 1.08, lanes_rect);
    draw_lanes(chart, &mut canvas, &names, &placed, lanes_rect, inner);
    for (item, bar) in items.iter().zip(&placed.bars) {
        draw_span(chart, &mut canvas, &axis, item, *bar);
    }
    let mut failed = Vec::new();
    for (index, (label, item)) in placed.labels.iter().zip(&laid).enumerate() {
        match label {
            Some((rect, block)) => {
                for text in block.texts(rect, Align::Start) {
                    canvas.text_on_plot(text);
                }
            }
            None if item.labels.is_empty() => {}
            None => failed.push(index),
        }
    }
    Ok(Attempt {
        scene: canvas.finish(&chart.frame, plot, below),
        failed,
    })
}

/// Days on an axis of months: a month's days share its slot.
struct Days<'a> {
    months: &'a Months,
    scale: &'a Scale,
}

impl Days<'_> {
    /// Where a day begins, cut to the axis.
    fn begin(&self, day: Date) -> f64 {
        self.at(day, f64::from(day.day()) - 1.0)
    }

    /// Where it ends.
    fn end(&self, day: Date) -> f64 {
        self.at(day, f64::from(day.day()))
    }

    fn at(&self, day: Date, days: f64) -> f64 {
        let month = Month::of(day);
        let slot = self.months.signed(month) + days / f64::from(month.days());
        self.scale.x(slot.clamp(0.0, self.months.count as f64))
    }

    /// Whether a day lies on the axis.
    fn has(&self, day: Date) -> bool {
        self.months.slot(Month::of(day)).is_some()
    }
}

/// The fates with only so many numbers as the lines below the plot can explain, the dearest first: told at
/// once, where [`settle`] would take one away a round.
fn explained(given: &Given, canvas: &Canvas, fates: &[Fate]) -> Vec<Fate> {
    let size = canvas.metrics.source;
    let line = canvas.size.width - 2.0 * canvas.margin;
    // A line ends where a word no longer fits.
    let mut room = line * frame::MOST_EXPLAINED as f64 * 0.9;
    let mut fates = fates.to_vec();
    for &index in &given.rank {
        let (Some(fate), Some(item)) = (fates.get_mut(index), given.items.get(index)) else {
            continue;
        };
        if *fate == Fate::Numbered {
            let words = format!("(00) {}; ", clean(&item.span.label.join(", ")));
            let wide = width(&words, Weight::Regular, size);
            if wide > room {
                *fate = Fate::LeftOut;
            } else {
                room -= wide;
            }
        }
    }
    fates
}

/// What stands below the plot: labels by number, and those that are only counted.
fn below(items: &[Told], fates: &[Fate]) -> (Below, Vec<Option<usize>>) {
    let mut below = Below::default();
    let mut numbers = Vec::with_capacity(items.len());
    for (item, fate) in items.iter().zip(fates) {
        let label = || clean(&item.span.label.join(", "));
        numbers.push(match fate {
            Fate::Labelled => None,
            Fate::Numbered => {
                below.numbered.push(label());
                Some(below.numbered.len())
            }
            Fate::LeftOut => {
                below.left_out.push(label());
                None
            }
        });
    }
    (below, numbers)
}

fn lane_names(chart: &Timeline, canvas: &Canvas, limit: f64) -> Vec<Block> {
    let style = label_style(canvas, Role::Label, Weight::SemiBold, canvas.palette.ink);
    let lanes = chart.lanes.iter();
    lanes
        .map(|lane| Block::new(cut(std::slice::from_ref(&lane.label), style, 1, limit)))
        .collect()
}

fn series_heading(chart: &Timeline, canvas: &Canvas, limit: f64) -> Block {
    let style = canvas.style(
        Role::Remark,
        Weight::Regular,
        canvas.metrics.small(),
        canvas.palette.series,
    );
    Block::new(cut(std::slice::from_ref(&chart.series_label), style, 1, limit))
}

/// A line down the whole plot where each fiscal year begins.
fn year_lines(chart: &Timeline, canvas: &mut Canvas, months: &Months, scale: &Scale, plot: Rect) {
    for year in &chart.years {
        if months.slot(year.first_month).is_none() {
            continue;
        }
        let x = scale.x(months.edge(year.first_month) as f64);
        let stroke = Stroke::solid(canvas.palette.grid, canvas.metrics.grid);
        canvas.behind(Shape::Line {
            points: vec![Point::new(x, plot.top), Point::new(x, plot.bottom)],
            stroke,
        });
    }
}

fn base_line(canvas: &mut Canvas, plot: Rect) {
    let stroke = Stroke::solid(canvas.palette.axis, canvas.metrics.zero);
    canvas.behind(Shape::Line {
        points: vec![Point::new(plot.left, plot.bottom), Point::new(plot.right, plot.bottom)],
        stroke,
    });
}

/// The months below: a line with gaps where months lack, a dot for a month alone.
fn series(chart: &Timeline, canvas: &mut Canvas, months: &Months, scale: &Scale) {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut before = None;
    let on_axis = |point: &MonthPoint| Some((months.slot(point.month)?, point.mark));
    for (index, point) in chart.months.iter().enumerate() {
        let Some((slot, mark)) = on_axis(point) else { continue };
        let at = scale.mid(slot, point.value);
        // A derived month joins nothing.
        let joins = mark != Mark::Derived && before.is_some_and(|last: usize| last + 1 == slot);
        match runs.last_mut() {
            Some(run) if joins => run.push(at),
            _ => runs.push(vec![at]),
        }
        before = (mark != Mark::Derived).then_some(slot);
        canvas.read(at, 0, index, &point.readout);
    }
    let metrics = canvas.metrics;
    let colour = canvas.palette.series;
    for run in runs {
        match run.as_slice() {
            [alone] => canvas.dot(*alone, metrics.dot(), colour),
            _ => canvas.line(run, Stroke::data(colour, metrics.main * 0.8)),
        }
    }
}

/// Height that the label of today takes above the lanes.
fn today_height(chart: &Timeline, canvas: &Canvas) -> f64 {
    let label = chart
        .today
        .as_ref()
        .map(|(_, label)| today_block(canvas, label, f64::INFINITY));
    label
        .filter(|block| !block.is_empty())
        .map_or(0.0, |block| block.height)
}

fn today_block(canvas: &Canvas, label: &str, limit: f64) -> Block {
    let style = canvas.style(
        Role::Remark,
        Weight::SemiBold,
        canvas.metrics.small(),
        canvas.palette.ink,
    );
    let words = clean(label);
    if words.is_empty() {
        return Block::new(Vec::new());
    }
    Block::new(vec![(style, shortened(&words, style.weight, style.size, limit))])
}

/// A line down the plot at today, named above it.
fn today(chart: &Timeline, canvas: &mut Canvas, axis: &Days, plot: Rect, inner: Rect) {
    let Some((day, label)) = chart.today.as_ref().filter(|(day, _)| axis.has(*day)) else {
        return;
    };
    let x = axis.begin(*day);
    let stroke = Stroke::dashed(canvas.palette.ink, canvas.metrics.grid, (4.0, 3.0));
    canvas.behind(Shape::Line {
        points: vec![Point::new(x, plot.top), Point::new(x, plot.bottom)],
        stroke,
    });
    let block = today_block(canvas, label, inner.width());
    let half = block.width / 2.0;
    let middle = x.min(inner.right - half).max(inner.left + half);
    let rect = Rect::new(middle - half, inner.top, middle + half, inner.top + block.height);
    for text in block.texts(&rect, Align::Middle) {
        canvas.text(text);
    }
}

/// What a span needs of its lane: its bar from left to right, and what may be told beside it.
fn item_of(chart: &Timeline, canvas: &Canvas, axis: &Days, item: &Told, fate: Fate, number: Option<usize>) -> Item {
    let (left, right) = reach_of(chart, canvas, axis, item.span);
    let style = label_style(canvas, Role::Label, Weight::Regular, canvas.palette.ink);
    let small = crate::scene::Style {
        size: canvas.metrics.small(),
        ..style
    };
    let set = |words: &str| Block::new(vec![(small, clean(words))]);
    let labels = match (fate, number) {
        (Fate::Labelled, _) => {
            let whole = item.span.label.join(", ");
            let first = item.span.label.first().map_or("", String::as_str);
            let mut tried = vec![whole.as_str(), first];
            tried.dedup();
            tried.retain(|words| !clean(words).is_empty());
            tried.into_iter().map(set).collect()
        }
        (Fate::Numbered, Some(number)) => {
            let style = canvas.style(
                Role::Number,
                Weight::SemiBold,
                canvas.metrics.small(),
                canvas.palette.ink,
            );
            vec![Block::new(vec![(style, format!("({number})"))])]
        }
        (Fate::Numbered | Fate::LeftOut, _) => Vec::new(),
    };
    Item {
        lane: item.lane,
        left,
        right,
        labels,
    }
}

/// From the left end of a span's bar to the right end of all its marks; hours too are seen.
fn reach_of(chart: &Timeline, canvas: &Canvas, axis: &Days, span: &Span) -> (f64, f64) {
    let (left, right) = bar_of(chart, axis, span);
    let half = due_half(canvas);
    let due = due_at(axis, span, half);
    let (mut low, mut high) = (left, right);
    if let Some(due) = due {
        low = low.min(due - half);
        high = high.max(due + half);
    }
    if span.end.is_none() {
        high = high.max(right + half);
    }
    (low, high)
}

/// The bar itself: at least two pixels, within the axis.
fn bar_of(chart: &Timeline, axis: &Days, span: &Span) -> (f64, f64) {
    let left = axis.begin(span.start);
    let right = match (span.end, &chart.today) {
        (Some(end), _) => axis.end(end),
        // What goes on is known to go on until today.
        (None, Some((today, _))) => axis.begin((*today).max(span.start)),
        (None, None) => axis.scale.plot.right,
    };
    let plot = axis.scale.plot;
    let right = right.max(left + 2.0);
    let over = (right - plot.right).max(0.0);
    ((left - over).max(plot.left), right - over)
}

/// Where the mark of the day that it is due on stands, whole within the plot.
fn due_at(axis: &Days, span: &Span, half: f64) -> Option<f64> {
    let plot = axis.scale.plot;
    let due = span.due.filter(|day| axis.has(*day))?;
    Some(axis.end(due).min(plot.right - half).max(plot.left + half))
}

/// Half the width of that mark.
fn due_half(canvas: &Canvas) -> f64 {
    canvas.metrics.dot() * 1.7
}

fn draw_lanes(chart: &Timeline, canvas: &mut Canvas, names: &[Block], placed: &Laid, rect: Rect, inner: Rect) {
    for (index, (name, (top, bottom))) in names.iter().zip(&placed.lanes).enumerate() {
        if index > 0 {
            let colour = canvas.palette.grid;
            super::table::rule(canvas, *top, (inner.left, rect.right), colour);
        }
        // Level with the first row, and within the lane.
        let middle = (top + placed.pitch / 2.0).max(top + name.height / 2.0);
        let top = (middle - name.height / 2.0).min(bottom - name.height);
        let rect = Rect::new(inner.left, top, inner.left + name.width, top + name.height);
        for text in name.texts(&rect, Align::Start) {
            canvas.text(text);
        }
    }
    if let Some((_, bottom)) = placed.lanes.last().filter(|_| !chart.months.is_empty()) {
        let colour = canvas.palette.grid;
        super::table::rule(canvas, *bottom, (inner.left, rect.right), colour);
    }
}

/// Draws a span in its row: its bar, fading where an end is a guess, pointed where it goes on, with the
/// day that it is due on.
fn draw_span(chart: &Timeline, canvas: &mut Canvas, axis: &Days, item: &Told, (middle, half): (f64, f64)) {
    let span = item.span;
    let palette = canvas.palette;
    let colour = match span.tone {
        Tone::Neutral => palette.muted,
        Tone::Good => palette.good,
        Tone::Bad => palette.bad,
        Tone::Muted => palette.past,
    };
    let (left, right) = bar_of(chart, axis, span);
    let read = Point::new(f64::midpoint(left, right), middle);
    canvas.read(read, item.lane + 1, item.index, &span.readout);
    let visible = axis.begin(span.start) < axis.scale.plot.right
        && span
            .end
            .is_none_or(|end| axis.end(end) > axis.scale.plot.left || axis.has(end));
    if !visible && span.due.is_none() {
        return;
    }
    // Guessed ends in three steps, from faint to full, over at most a third of the bar.
    let fade = ((right - left) / 3.0).min(canvas.metrics.label * 0.8);
    let fades = fade >= 2.0;
    let (mut from, mut to) = (left, right);
    for (guessed, at_left) in [(span.start_about, true), (span.end_about && span.end.is_some(), false)] {
        if !(guessed && fades) {
            continue;
        }
        for step in 0..3 {
            let inward = f64::from(step) * fade / 3.0;
            let tint = palette.background.mixed(colour, 0.3 + 0.2 * f64::from(step));
            let (a, b) = if at_left {
                (left + inward, left + inward + fade / 3.0)
            } else {
                (right - inward - fade / 3.0, right - inward)
            };
            canvas.bar(Rect::new(a, middle - half, b, middle + half), tint);
        }
        if at_left { from += fade } else { to -= fade }
    }
    canvas.bar(Rect::new(from, middle - half, to, middle + half), colour);
    if span.end.is_none() && right < axis.scale.plot.right {
        canvas.arrow(Point::new(right, middle), half, due_half(canvas), colour);
    }
    if let Some(x) = due_at(axis, span, due_half(canvas)) {
        let outside = if x > right {
            Some((right, x))
        } else {
            (x < left).then_some((x, left))
        };
        if let Some((a, b)) = outside {
            let stroke = Stroke::solid(colour, canvas.metrics.grid);
            canvas.line(vec![Point::new(a, middle), Point::new(b, middle)], stroke);
        }
        let (at, size) = (Point::new(x, middle), due_half(canvas));
        canvas.diamond(at, size + canvas.metrics.grid * 1.2, palette.background);
        canvas.diamond(at, size, palette.target);
    }
}
