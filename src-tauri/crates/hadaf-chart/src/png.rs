//! Painting an SVG with the fonts of this crate.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::error::{ChartError, Result};
use crate::fonts::{FAMILY, fonts};

/// Largest picture, in pixels: 8000 x 8000 at twice the size would need a gigabyte.
const LARGEST: f64 = 64e6;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for bytes in fonts() {
        database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

/// An SVG of [`crate::Scene::to_svg`] as a PNG file, `scale` pixels to each of its own.
///
/// # Errors
/// [`ChartError::Svg`] where `svg` is none, [`ChartError::Paint`] for a picture without pixels or with
/// more than 64 million.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| ChartError::Svg(error.to_string()))?;
    let (width, height) = (
        f64::from(tree.size().width() * scale).round(),
        f64::from(tree.size().height() * scale).round(),
    );
    if !(width >= 1.0 && height >= 1.0 && width * height <= LARGEST) {
        return Err(ChartError::Paint(format!("{width} x {height} pixels")));
    }
    // Both are whole and at most 64 million.
    let mut pixels = Pixmap::new(width as u32, height as u32)
        .ok_or_else(|| ChartError::Paint(format!("{width} x {height} pixels")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|error| ChartError::Paint(error.to_string()))
}
