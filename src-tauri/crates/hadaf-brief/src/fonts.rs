//! The fonts of the program. Nothing looks for fonts on the system.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The files, in the order in which Typst falls back from one to the next.
const FILES: [&[u8]; 5] = [
    include_bytes!("../../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf"),
    include_bytes!("../../../../assets/fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/SourceSerif4-Semibold.ttf"),
    include_bytes!("../../../../assets/fonts/NotoNastaliqUrdu-Regular.ttf"),
];

/// The fonts, parsed once in a process. Parsing reads tables in place; nothing is copied.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FILES
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect()
});

/// What Typst knows of the fonts before it asks for one.
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The catalogue of the fonts.
pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// The font at `index` of the [`book`].
pub(crate) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// Whether some font draws `character`, or it is one that needs no drawing.
pub(crate) fn draws(character: char) -> bool {
    is_invisible(character)
        || FONTS
            .iter()
            .any(|font| font.info().coverage.contains(u32::from(character)))
}

/// The families there are, for messages.
pub(crate) fn families() -> Vec<&'static str> {
    let mut names: Vec<_> = FONTS.iter().map(|font| font.info().family.as_str()).collect();
    names.dedup();
    names
}

/// Characters that direct the layout and have no shape: soft hyphen, joiners, marks of direction,
/// isolates (Fluent wraps what it inserts in them).
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
    )
}
