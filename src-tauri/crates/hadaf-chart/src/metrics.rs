//! Sizes of type and strokes for a canvas: a table at three widths, straight lines between.

use crate::geometry::Size;
use crate::theme::Theme;

/// Sizes in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Metrics {
    /// Title, weight 600.
    pub(crate) title: f64,
    /// Line distance of the title.
    pub(crate) title_line: f64,
    /// Subtitle.
    pub(crate) subtitle: f64,
    /// Value ticks and labels.
    pub(crate) label: f64,
    /// Note and source.
    pub(crate) source: f64,
    /// Stroke of the line that the chart is about.
    pub(crate) main: f64,
    /// Stroke of the other lines.
    pub(crate) other: f64,
    /// Stroke of the grid.
    pub(crate) grid: f64,
    /// Stroke of the base line.
    pub(crate) zero: f64,
    /// Empty space round a framed chart.
    pub(crate) margin: f64,
}

const fn row(values: [f64; 10]) -> Metrics {
    let [
        title,
        title_line,
        subtitle,
        label,
        source,
        main,
        other,
        grid,
        zero,
        margin,
    ] = values;
    Metrics {
        title,
        title_line,
        subtitle,
        label,
        source,
        main,
        other,
        grid,
        zero,
        margin,
    }
}

const SMALL: (f64, Metrics) = (640.0, row([17.0, 22.0, 13.0, 12.0, 11.0, 2.25, 1.5, 1.0, 1.25, 16.0]));
const MEDIUM: (f64, Metrics) = (960.0, row([20.0, 26.0, 15.0, 13.0, 12.0, 2.5, 1.5, 1.0, 1.25, 20.0]));
const LARGE: (f64, Metrics) = (1600.0, row([32.0, 40.0, 24.0, 21.0, 18.0, 4.0, 2.5, 1.5, 2.0, 32.0]));
/// A4 column: 10.5/13, 8.5, 8, 7 pt and strokes of 1.5, 0.9, 0.4, 0.7 pt, at 0.75 pt a pixel.
const PAPER: (f64, Metrics) = (605.0, row([14.0, 17.33, 11.33, 10.67, 9.33, 2.0, 1.2, 0.53, 0.93, 0.0]));

impl Metrics {
    /// Sizes for a canvas.
    ///
    /// A framed chart is looked at whole, so its type grows with it. One without frame stands in a
    /// page among 13 px text and stops growing there.
    pub(crate) fn of(size: Size, theme: Theme, framed: bool) -> Self {
        // A wide strip has the type of its height, not of its width.
        let width = size.width.min(size.height * 16.0 / 9.0);
        match (theme, framed) {
            (Theme::Print, _) => between(&[PAPER, MEDIUM, LARGE], width),
            (Theme::Light | Theme::Dark, true) => between(&[SMALL, MEDIUM, LARGE], width),
            (Theme::Light | Theme::Dark, false) => between(&[SMALL, MEDIUM], width),
        }
    }
}

/// The row for `width`: that of the nearer end outside the table, mixed inside.
fn between(table: &[(f64, Metrics)], width: f64) -> Metrics {
    for pair in table.windows(2) {
        if let [(low, small), (high, large)] = pair
            && width <= *high
        {
            let share = ((width - low) / (high - low)).clamp(0.0, 1.0);
            return small.mixed(large, share);
        }
    }
    let (_, largest) = table.last().expect("every table has its rows above");
    *largest
}

impl Metrics {
    fn mixed(&self, other: &Self, share: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * share;
        Self {
            title: mix(self.title, other.title),
            title_line: mix(self.title_line, other.title_line),
            subtitle: mix(self.subtitle, other.subtitle),
            label: mix(self.label, other.label),
            source: mix(self.source, other.source),
            main: mix(self.main, other.main),
            other: mix(self.other, other.other),
            grid: mix(self.grid, other.grid),
            zero: mix(self.zero, other.zero),
            margin: mix(self.margin, other.margin),
        }
    }

    /// Month names and small remarks.
    pub(crate) fn small(&self) -> f64 {
        self.label * 0.92
    }

    /// Space between a mark and its text.
    pub(crate) fn gap(&self) -> f64 {
        self.label * 0.6
    }

    /// Radius of a filled dot.
    pub(crate) fn dot(&self) -> f64 {
        self.main * 0.95
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_met_and_interpolated() {
        let label = |width, height, theme, framed| Metrics::of(Size { width, height }, theme, framed).label;
        assert_eq!(label(640.0, 400.0, Theme::Light, true), 12.0);
        assert_eq!(label(800.0, 450.0, Theme::Light, true), 12.5);
        assert_eq!(label(960.0, 540.0, Theme::Dark, true), 13.0);
        assert_eq!(label(1600.0, 900.0, Theme::Light, true), 21.0);
        assert_eq!(label(4000.0, 2250.0, Theme::Light, true), 21.0);
        assert_eq!(
            label(1160.0, 520.0, Theme::Light, false),
            label(925.0, 520.0, Theme::Light, false).min(13.0)
        );
        assert_eq!(label(605.0, 400.0, Theme::Print, false), 10.67);
    }
}
