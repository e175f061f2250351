//! What must hold for every chart, whatever it says.

use hadaf_chart::*;
use proptest::prelude::*;

/// Draws, and checks that no two texts touch, none leaves the canvas, and every read-out stands on the plot.
pub(crate) fn drawn(
    spec: &ChartSpec<Plot>,
    (width, height, _): (f64, f64, bool),
    theme: Theme,
) -> Result<Scene, TestCaseError> {
    let scene = spec
        .lay_out(Size { width, height }, theme)
        .map_err(|error| TestCaseError::fail(format!("{error}")))?;
    let canvas = Rect::new(0.0, 0.0, width, height);
    let texts: Vec<&PlacedText> = scene.texts().collect();
    for (index, text) in texts.iter().enumerate() {
        prop_assert!(
            canvas.contains(&text.bounds),
            "{:?} leaves the canvas: {:?}",
            text.content,
            text.bounds
        );
        for other in &texts[index + 1..] {
            // Lines of one label touch; a hundredth of a pixel is rounding.
            prop_assert!(
                !text.bounds.grown(-0.01).intersects(&other.bounds),
                "{:?} {:?} and {:?} {:?} intersect",
                text.content,
                text.bounds,
                other.content,
                other.bounds,
            );
        }
    }
    for point in scene.points() {
        prop_assert!(
            scene
                .plot()
                .grown(0.01)
                .contains(&Rect::around(Point::new(point.x, point.y), 0.0))
        );
    }
    Ok(scene)
}

/// Any of the three themes.
pub(crate) fn theme() -> impl Strategy<Value = Theme> {
    prop_oneof![Just(Theme::Light), Just(Theme::Dark), Just(Theme::Print)]
}
