//! What Typst can see: a template, the files handed over with it, our fonts, and one day.
//!
//! There is no file system, no network, no clock and no system font behind this world. What is not
//! in it is not found; packages are refused.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult, PackageError, SourceDiagnostic, SourceResult, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Output};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};

use crate::{BriefError, Result, fonts};

/// The standard library of Typst, with the functions that mark a cell as the head of its row.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = Features::from_iter([Feature::A11yExtras]);
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The templates: names and texts.
const TEMPLATES: [(&str, &str); 3] = [
    ("style.typ", include_str!("../../../../assets/templates/style.typ")),
    (
        "one-page.typ",
        include_str!("../../../../assets/templates/one-page.typ"),
    ),
    ("chart.typ", include_str!("../../../../assets/templates/chart.typ")),
];

/// The templates, parsed once in a process.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    TEMPLATES
        .into_iter()
        .map(|(name, text)| Source::new(id(name), text.into()))
        .collect()
});

/// Everything that one compilation can see.
pub(crate) struct MemoryWorld {
    main: FileId,
    files: BTreeMap<&'static str, Bytes>,
    attached: Vec<Bytes>,
    today: Date,
}

impl MemoryWorld {
    /// A world that sets the template `main`; `today` is the only day there is.
    pub(crate) fn new(main: &str, today: Date) -> Self {
        Self {
            main: id(main),
            files: BTreeMap::new(),
            attached: Vec::new(),
            today,
        }
    }

    /// Adds the file `name`.
    pub(crate) fn with(mut self, name: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(name, Bytes::new(bytes.into()));
        self
    }

    /// Adds a file to attach, found at [`attached_path`].
    pub(crate) fn attach(&mut self, bytes: Vec<u8>) {
        self.attached.push(Bytes::new(bytes));
    }

    /// Compiles the main template. A warning is an error: an unknown font, for one, is only a warning.
    pub(crate) fn compile<T: Output>(&self) -> Result<T> {
        let Warned { output, warnings } = typst::compile::<T>(self);
        // Results stay for ten compilations, so that a preview redrawn on every key is quick.
        typst::comemo::evict(10);
        let output = self.explain(output)?;
        match warnings.first() {
            None => Ok(output),
            Some(_) => Err(self.typesetting(&warnings)),
        }
    }

    /// Turns Typst's errors into ours.
    pub(crate) fn explain<T>(&self, result: SourceResult<T>) -> Result<T> {
        result.map_err(|errors| self.typesetting(&errors))
    }

    fn typesetting(&self, diagnostics: &[SourceDiagnostic]) -> BriefError {
        let lines: Vec<_> = diagnostics.iter().map(|diagnostic| self.line(diagnostic)).collect();
        BriefError::Typesetting(lines.join("; "))
    }

    /// One diagnostic with its place in the template and its hints.
    fn line(&self, diagnostic: &SourceDiagnostic) -> String {
        let span = diagnostic.span;
        let place = span.id().and_then(|id| {
            let start = self.range(span)?.start;
            let line = self.source(id).ok()?.lines().byte_to_line(start)? + 1;
            Some(format!("{}:{line}: ", id.vpath().get_without_slash()))
        });
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", place.unwrap_or_default(), diagnostic.message) + &hints.collect::<String>()
    }
}

impl World for MemoryWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        refuse_package(id)?;
        SOURCES
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        refuse_package(id)?;
        let path = id.vpath().get_without_slash();
        let attached = || {
            path.strip_prefix("attached/")?
                .parse()
                .ok()
                .and_then(|i: usize| self.attached.get(i))
        };
        self.files
            .get(path)
            .or_else(attached)
            .cloned()
            .ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        let (month, day) = (self.today.month().unsigned_abs(), self.today.day().unsigned_abs());
        Datetime::from_ymd(i32::from(self.today.year()), month, day)
    }
}

/// The path at which a template finds the attached file number `index`.
pub(crate) fn attached_path(index: usize) -> String {
    format!("/attached/{index}")
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("names of templates are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn refuse_package(id: FileId) -> FileResult<()> {
    match id.root() {
        VirtualRoot::Project => Ok(()),
        VirtualRoot::Package(_) => Err(FileError::Package(PackageError::Other(Some(
            "packages are not used here".into(),
        )))),
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::syntax::package::PackageSpec;

    fn memory() -> MemoryWorld {
        MemoryWorld::new("one-page.typ", Date::constant(2026, 4, 1)).with("chart.svg", "<svg/>")
    }

    #[test]
    fn only_what_was_handed_over_is_found() {
        let world = memory();
        assert_eq!(world.file(id("chart.svg")).unwrap().as_slice(), b"<svg/>");
        for name in ["briefing.json", "attached/0", "etc/passwd", "Cargo.toml"] {
            assert!(matches!(world.file(id(name)), Err(FileError::NotFound(_))), "{name}");
        }
        assert!(matches!(world.source(id("other.typ")), Err(FileError::NotFound(_))));
    }

    #[test]
    fn packages_are_refused() {
        let spec: PackageSpec = "@preview/cetz:0.4.2".parse().unwrap();
        let path = VirtualPath::new("lib.typ").unwrap();
        let package = RootedPath::new(VirtualRoot::Package(spec), path).intern();
        assert!(matches!(memory().source(package), Err(FileError::Package(_))));
        assert!(matches!(memory().file(package), Err(FileError::Package(_))));
    }

    #[test]
    fn today_is_the_day_that_was_given() {
        assert_eq!(memory().today(None), Datetime::from_ymd(2026, 4, 1));
    }
}
