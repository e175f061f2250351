//! The fonts of the program as Typst takes them. Nothing looks for fonts on the system.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts, parsed once in a process. Parsing reads tables in place; nothing is copied.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    hadaf_fonts::FILES
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_named_as_the_list_has_them() {
        let mut names: Vec<_> = FONTS.iter().map(|font| font.info().family.as_str()).collect();
        names.dedup();
        assert_eq!(names, hadaf_fonts::FAMILIES);
    }
}
