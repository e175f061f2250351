//! Names and chances below the plot.

use super::spec::{ScenarioColumn, ScenariosPlot};
use crate::canvas::Canvas;
use crate::fonts::Weight;
use crate::geometry::Rect;
use crate::label::TextBlock;
use crate::part::table;
use crate::scale::PlotScale;
use crate::scene::{Align, Role, TextStyle};

/// Most lines of a scenario's name.
const LINES: usize = 3;

/// How scenarios are named below the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// With every word.
    Whole,
    /// By numbers that are explained below.
    Numbered,
    /// As far as the words go.
    Cut,
}

/// The rows below the plot: a name and a chance for each scenario, with the chances' heading.
pub(super) struct Feet {
    names: Vec<TextBlock>,
    heading: TextBlock,
    chances: Vec<TextBlock>,
    /// Whether the heading stands right of the chances.
    aside: bool,
    /// From the base line to the names, to the heading, to the chances.
    tops: [f64; 3],
    pub(super) height: f64,
}

impl Feet {
    /// The rows under a plot from `left` to `right` on a canvas that goes on to `edge`; `first` is the number of
    /// the first scenario. `None`: a name does not stand as `naming` says.
    pub(super) fn new(
        plot: &ScenariosPlot,
        canvas: &Canvas,
        (left, right, edge): (f64, f64, f64),
        naming: Naming,
        first: usize,
    ) -> Option<Self> {
        let label = canvas.metrics.label;
        let limit = (right - left) / plot.columns.len() as f64 - label * 0.8;
        let columns = plot.columns.iter().zip(first..);
        let names: Vec<TextBlock> = columns
            .map(|(column, number)| name(column, canvas, limit, naming, number))
            .collect::<Option<_>>()?;
        let chances: Vec<TextBlock> = plot
            .columns
            .iter()
            .map(|column| chance(column, canvas, limit))
            .collect();
        let has_chances = chances.iter().any(|block| !block.is_empty());
        let heading = if has_chances {
            plot.chance_heading.clone()
        } else {
            String::new()
        };
        let style = canvas.small_style(Role::Remark, Weight::Regular, canvas.palette.muted);
        let heading = TextBlock::cut(&[heading], style, 1, right - left);
        // Right of the chances where the claims' labels leave room, else in a row above them.
        let aside = right + label * 1.2 + heading.width <= edge;

        let highest = |blocks: &[TextBlock]| blocks.iter().map(|block| block.height).fold(0.0, f64::max);
        let names_top = label * 0.4;
        let heading_top = names_top + highest(&names) + label * 0.35;
        let chances_top = if aside {
            heading_top
        } else {
            heading_top + heading.height
        };
        let height = if has_chances {
            chances_top + highest(&chances) + label * 0.2
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

    /// Where the heading stands right of the plot, so that claims' labels end there; `None`: it does not.
    pub(super) fn heading_aside(&self, scale: &PlotScale) -> Option<f64> {
        let [_, heading, _] = self.tops;
        self.aside.then_some(scale.plot.bottom + heading)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, scale: &PlotScale) {
        let [names, heading, chances] = self.tops.map(|top| scale.plot.bottom + top);
        for (row, top) in [(&self.names, names), (&self.chances, chances)] {
            for (index, block) in row.iter().enumerate() {
                let middle = scale.x(index as f64 + 0.5);
                let half = block.width / 2.0;
                let rect = Rect::new(middle - half, top, middle + half, top + block.height);
                canvas.texts(block.texts(&rect, Align::Middle));
            }
        }
        self.draw_heading(canvas, scale, heading);
    }

    /// Draws the heading, on one line with the chances where it stands beside them, under a rule.
    fn draw_heading(&self, canvas: &mut Canvas, scale: &PlotScale, top: f64) {
        if self.heading.is_empty() {
            return;
        }
        let label = canvas.metrics.label;
        let (left, down) = if self.aside {
            // The chances' letters are larger.
            let middle = self.chances.iter().map(TextBlock::first_middle).fold(0.0, f64::max);
            (scale.plot.right + label * 1.2, middle - self.heading.first_middle())
        } else {
            (scale.plot.left, 0.0)
        };
        let first = top + down;
        let rect = Rect::new(left, first, left + self.heading.width, first + self.heading.height);
        canvas.texts(self.heading.texts(&rect, Align::Start));
        let colour = canvas.palette.grid;
        table::rule(canvas, top - label * 0.12, (scale.plot.left, scale.plot.right), colour);
    }
}

/// A scenario's name; `None`: it does not fit as it should.
fn name(column: &ScenarioColumn, canvas: &Canvas, limit: f64, naming: Naming, number: usize) -> Option<TextBlock> {
    let style = name_style(canvas, column);
    let block = match naming {
        Naming::Numbered => {
            let style = TextStyle {
                role: Role::Number,
                ..style
            };
            TextBlock::line(&format!("({number})"), style)
        }
        Naming::Whole | Naming::Cut => TextBlock::cut(&column.label, style, LINES, limit),
    };
    let fits = !block.is_cut() && block.width <= limit.max(0.0);
    (naming == Naming::Cut || fits).then_some(block)
}

fn name_style(canvas: &Canvas, column: &ScenarioColumn) -> TextStyle {
    let palette = canvas.palette;
    let (weight, colour) = match (column.current, column.baseline) {
        (true, false) => (Weight::SemiBold, palette.series),
        (true, true) => (Weight::SemiBold, palette.ink),
        (false, true) => (Weight::Regular, palette.muted),
        (false, false) => (Weight::Regular, palette.ink),
    };
    canvas.label_style(Role::Year, weight, colour)
}

fn chance(column: &ScenarioColumn, canvas: &Canvas, limit: f64) -> TextBlock {
    let weight = if column.current {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let style = canvas.label_style(Role::Total, weight, canvas.palette.ink);
    TextBlock::cut(std::slice::from_ref(&column.chance_label), style, 2, limit)
}
