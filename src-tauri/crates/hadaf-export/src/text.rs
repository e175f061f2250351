//! Texts that no program can stumble over.

use std::borrow::Cow;

use hadaf_core::storable;

use crate::Package;

/// What a cell of a spreadsheet takes, in units of UTF-16 as Excel counts them.
pub(crate) const CELL_UNITS: usize = 32_767;
/// Behind a text that was cut.
const CUT: &str = " […]";

/// The package with texts that every format can hold, and how many of them had to change: control characters are
/// dropped (XML knows none of them, and a NUL ends a text in many programs), line ends become LF.
pub(crate) fn cleaned(package: &Package) -> (Cow<'_, Package>, usize) {
    let dirty = texts(package).filter(|text| is_dirty(text)).count();
    if dirty == 0 {
        return (Cow::Borrowed(package), 0);
    }
    let mut clean = package.clone();
    for text in texts_mut(&mut clean) {
        if is_dirty(text) {
            *text = storable(text).into_owned();
        }
    }
    (Cow::Owned(clean), dirty)
}

/// As much of a text as a cell takes, with a mark behind what was cut; none when it is whole.
pub(crate) fn cut(text: &str) -> Option<String> {
    // No text has more units than bytes.
    if text.len() <= CELL_UNITS || text.encode_utf16().count() <= CELL_UNITS {
        return None;
    }
    let room = CELL_UNITS - CUT.encode_utf16().count();
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    Some(kept + CUT)
}

/// An address that a program may be asked to open: the web's, and nothing in it that is no part of an address.
pub(crate) fn is_web_address(text: &str) -> bool {
    let scheme = text.starts_with("https://") || text.starts_with("http://");
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    scheme && text.len() <= 2_000 && text.bytes().all(plain)
}

fn is_dirty(text: &str) -> bool {
    matches!(storable(text), Cow::Owned(_))
}

/// Runs through every free text of a package, for reading or for changing: the two lists cannot differ.
macro_rules! every_text {
    ($package:ident, $iter:ident, $($of:tt)*) => {{
        let name = std::iter::once($($of)* $package.name);
        let sectors = $package
            .sectors
            .$iter()
            .flat_map(|sector| std::iter::once($($of)* sector.title).chain(sector.ebops.$iter()));
        let series = $package.series.$iter().flat_map(|series| {
            let texts = [
                $($of)* series.series.title,
                $($of)* series.series.origin,
                $($of)* series.series.note,
            ];
            let notes = series.values.$iter().map(|value| $($of)* value.note);
            let years = series.years.$iter().map(|year| $($of)* year.basis);
            let target = series.target.$iter().map(|target| $($of)* target.title);
            texts.into_iter().chain(notes).chain(years).chain(target)
        });
        let sources = $package.sources.$iter().flat_map(|source| [
            $($of)* source.title,
            $($of)* source.publisher,
            $($of)* source.address,
            $($of)* source.page,
            $($of)* source.note,
        ]);
        let claims = $package.claims.$iter().flat_map(|claim| {
            let texts = [
                $($of)* claim.maker,
                $($of)* claim.office,
                $($of)* claim.conditions,
                $($of)* claim.note,
                $($of)* claim.page,
                $($of)* claim.quote,
            ];
            let about = claim.announced_approx.$iter();
            texts.into_iter().chain(about)
        });
        let licences = $package.licences.$iter().flat_map(|licence| [
            $($of)* licence.name,
            $($of)* licence.title,
            $($of)* licence.address,
        ]);
        name.chain(sectors).chain(series).chain(sources).chain(claims).chain(licences)
    }};
}

fn texts(package: &Package) -> impl Iterator<Item = &String> {
    every_text!(package, iter, &)
}

fn texts_mut(package: &mut Package) -> impl Iterator<Item = &mut String> {
    every_text!(package, iter_mut, &mut)
}
