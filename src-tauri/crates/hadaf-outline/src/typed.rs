//! What is typed of sectors and series: names, ids, places in the tree.

use hadaf_core::{Sector, SectorId, Series};
use hadaf_error::{Code, Result, refusal, required};
use hadaf_fonts::on_one_line;
use hadaf_model::Book;

/// A text on one line, without blanks around it.
pub(crate) fn line(text: &str) -> String {
    on_one_line(text).trim().to_owned()
}

/// What was typed, or what stood before where nothing was.
pub(crate) fn or_before(typed: Option<&String>, before: &str) -> String {
    typed.map_or_else(|| before.to_owned(), |text| line(text))
}

/// A title that must be given.
///
/// # Errors
/// [`Code::Word`] without a letter.
pub(crate) fn title(text: &str) -> Result<String> {
    required(&line(text), || refusal!(Code::Word, "name-missing"))
}

/// The sector of an id.
///
/// # Errors
/// [`Code::Word`] with the ids that there are.
pub(crate) fn sector<'a>(book: &'a Book, id: &str) -> Result<&'a Sector> {
    let found = book.sectors.iter().find(|sector| sector.id.as_str() == id.trim());
    found.ok_or_else(|| {
        let known: Vec<&str> = book.sectors.iter().map(|sector| sector.id.as_str()).collect();
        refusal!(Code::Word, "unknown-sector", name = id.trim(), known = known.join(", "))
    })
}

/// The series of an id, which must be given.
///
/// # Errors
/// [`Code::UnknownSeries`](hadaf_error::Code::UnknownSeries).
pub(crate) fn series<'a>(book: &'a Book, id: &str) -> Result<&'a Series> {
    // An empty id means the first series elsewhere; what is changed or removed must be named.
    let id = match id.trim() {
        "" => "?",
        id => id,
    };
    Ok(book.series(id)?)
}

/// An id made of a title that none of `taken` has: small letters, digits and underscores; `fallback` where the title has
/// no letter of the kind.
pub(crate) fn id_of(title: &str, fallback: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut word = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => word.push(letter),
            _ if !word.is_empty() && !word.ends_with('_') => word.push('_'),
            _ => {}
        }
    }
    // Room for the number that may follow.
    let begins = word.trim_start_matches(|first: char| !first.is_ascii_lowercase());
    let word = begins.get(..56).unwrap_or(begins).trim_matches('_');
    let word = if word.is_empty() { fallback } else { word };
    let numbered = (2..).map(|number: u32| format!("{word}_{number}"));
    let mut names = std::iter::once(word.to_owned()).chain(numbered);
    names
        .find(|name| !is_taken(name))
        .expect("there are more numbers than series")
}

/// The sectors above one, the nearest first.
pub(crate) fn above<'a>(book: &'a Book, id: &SectorId) -> Vec<&'a Sector> {
    let find = |id: &SectorId| book.sectors.iter().find(|sector| sector.id == *id);
    let up = |of: &&'a Sector| of.parent.as_ref().and_then(find);
    std::iter::successors(find(id).as_ref().and_then(up), up)
        .take(book.sectors.len())
        .collect()
}

/// The sector under which another is to stand; none at the top.
///
/// # Errors
/// [`Code::Word`] for one that is not there, [`Code::Refused`] for itself and for one below it.
pub(crate) fn parent(book: &Book, typed: &str, of: Option<&SectorId>) -> Result<Option<SectorId>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let parent = sector(book, typed)?;
    let is_below = |of: &SectorId| parent.id == *of || above(book, &parent.id).iter().any(|it| it.id == *of);
    if let Some(of) = of.filter(|of| is_below(of)) {
        let title = sector(book, of.as_str())?.title.clone();
        return Err(refusal!(
            Code::Refused,
            "sector-circle",
            sector = title,
            parent = &parent.title
        ));
    }
    Ok(Some(parent.id.clone()))
}

/// A place after all there are.
pub(crate) fn last(positions: impl Iterator<Item = i64>) -> i64 {
    positions.max().map_or(0, |last| last.saturating_add(1))
}

/// The sectors of one parent with `sector` at a place among them, counted from 1: those whose position changes.
pub(crate) fn placed(book: &Book, mut sector: Sector, place: u32) -> Vec<Sector> {
    let siblings = book
        .sectors
        .iter()
        .filter(|it| it.parent == sector.parent && it.id != sector.id);
    let mut siblings: Vec<Sector> = siblings.cloned().collect();
    let wanted = usize::try_from(place.saturating_sub(1)).ok().unwrap_or(usize::MAX);
    let at = wanted.min(siblings.len());
    sector.position = -1;
    siblings.insert(at, sector);
    (0..)
        .zip(siblings)
        .filter(|(position, sibling)| *position != sibling.position)
        .map(|(position, sibling)| Sector { position, ..sibling })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_title() {
        let free = |_: &str| false;
        let cases = [
            ("Exports", "exports"),
            ("IT & BPO exports, 2nd list", "it_bpo_exports_2nd_list"),
            ("2nd list", "nd_list"),
            ("برآمدات", "series"),
            ("Été", "t"),
            ("___", "series"),
        ];
        for (title, id) in cases {
            assert_eq!(id_of(title, "series", free), id, "{title}");
        }
        let long = id_of(&"a b ".repeat(40), "series", free);
        assert!(long.len() <= 56 && !long.ends_with('_'), "{long}");
        assert_eq!(id_of("Exports", "series", |id| id == "exports"), "exports_2");
    }
}
