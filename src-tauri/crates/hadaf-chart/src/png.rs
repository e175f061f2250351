//! Painting an SVG with the fonts of this crate.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions, fontdb};

use crate::error::{ChartError, Result};
use crate::fonts::{FAMILY, fonts};

/// Largest picture, in pixels: 8000 x 8000 at twice the size would need a gigabyte.
const LARGEST: f64 = 64e6;

/// Pixels in a metre where one stands for each CSS pixel: 96 in an inch.
const PIXELS_IN_A_METRE: f64 = 96.0 / 0.0254;

/// Bytes of a PNG before its second chunk: the signature, and the header with its length, name and checksum.
const HEAD: usize = 8 + 25;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for bytes in fonts() {
        database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

/// How many pixels of a picture stand for one of the canvas, along each side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Density(f32);

impl Density {
    /// A pixel for each: a picture is as large as was asked for.
    pub const ONE: Self = Self(1.0);
    /// Two for each: sharp on dense screens and on paper.
    pub const TWO: Self = Self(2.0);

    /// From 0.1 to 10 pixels for each.
    ///
    /// # Errors
    /// [`ChartError::Density`] for any other number.
    pub fn new(pixels: f64) -> Result<Self> {
        if (0.1..=10.0).contains(&pixels) {
            return Ok(Self(pixels as f32));
        }
        Err(ChartError::Density { pixels })
    }
}

/// An SVG of [`crate::Scene::to_svg`] as a PNG file that says how large it is meant to be: at a density of two it has
/// twice the pixels and the same size on paper.
///
/// # Errors
/// [`ChartError::Svg`] where `svg` is none, [`ChartError::Paint`] for a picture without pixels or with
/// more than 64 million.
pub fn png(svg: &str, Density(scale): Density) -> Result<Vec<u8>> {
    let tree = tree(svg)?;
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
    let bytes = pixels
        .encode_png()
        .map_err(|error| ChartError::Paint(error.to_string()))?;
    Ok(with_size(bytes, scale))
}

/// An SVG of [`crate::Scene::to_svg`] with the outlines of its letters in the place of its text: drawn smaller than it was
/// laid out it keeps its spacing, where a webview sets each letter at a whole pixel.
///
/// # Errors
/// [`ChartError::Svg`] where `svg` is none.
pub fn outlined(svg: &str) -> Result<String> {
    let options = WriteOptions {
        coordinates_precision: 3,
        ..WriteOptions::default()
    };
    Ok(tree(svg)?.to_string(&options))
}

fn tree(svg: &str) -> Result<Tree> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| ChartError::Svg(error.to_string()))
}

/// Puts the chunk that says how many pixels there are in a metre behind the header.
fn with_size(mut bytes: Vec<u8>, scale: f32) -> Vec<u8> {
    // At most ten times 3780.
    let in_a_metre = (PIXELS_IN_A_METRE * f64::from(scale)).round() as u32;
    let mut chunk = b"pHYs".to_vec();
    for _side in 0..2 {
        chunk.extend(in_a_metre.to_be_bytes());
    }
    chunk.push(1);
    let checksum = crc32(&chunk);
    let length = chunk.len() as u32 - 4;
    let whole: Vec<u8> = [&length.to_be_bytes()[..], &chunk, &checksum.to_be_bytes()].concat();
    bytes.splice(HEAD..HEAD, whole);
    bytes
}

/// The checksum of a chunk, as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="9" height="9" fill="#000000"/></svg>"##;

    #[test]
    fn the_checksum_is_that_of_png() {
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn letters_become_outlines() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="1" y="15" font-family="Inter" font-size="12" fill="#000000">Feb 2026</text></svg>"##;
        let drawn = outlined(svg).unwrap();
        assert!(
            drawn.contains("<path") && !drawn.contains("<text") && !drawn.contains("Feb"),
            "{drawn}"
        );
        assert!(
            drawn.contains(r#"width="90""#) && drawn.contains(r#"height="20""#),
            "{drawn}"
        );
        assert!(!drawn.contains(" style="), "the window's policy drops styles: {drawn}");
        assert!(outlined("no picture").is_err());
    }

    #[test]
    fn a_picture_says_how_large_it_is() {
        for (density, width, in_a_metre) in [(Density::ONE, 20, 3780_u32), (Density::TWO, 40, 7559)] {
            let bytes = png(SVG, density).unwrap();
            assert_eq!(bytes[16..20], u32::to_be_bytes(width));
            assert_eq!(bytes[33..41], *b"\0\0\0\x09pHYs");
            assert_eq!(bytes[41..45], in_a_metre.to_be_bytes());
            assert_eq!(bytes[45..49], in_a_metre.to_be_bytes());
            assert_eq!(bytes[49], 1, "in metres");
            assert_eq!(Pixmap::decode_png(&bytes).unwrap().width(), width);
        }
    }

    #[test]
    fn a_density_is_one_that_can_be_painted() {
        assert!(Density::new(1.5).is_ok());
        for none in [0.0, -1.0, f64::NAN, 11.0] {
            assert!(Density::new(none).is_err());
        }
    }
}
