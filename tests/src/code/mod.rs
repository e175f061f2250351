//! The Rust of this checkout, as far as tests that count must understand it: comments and texts taken out,
//! functions, types, and which module names which. No compiler: a scanner that knows where a text ends.

mod graph;
mod scan;

use std::path::{Path, PathBuf};

use crate::text_files;

pub use graph::{Graph, Modules};
pub use scan::{Function, functions, type_names};

/// A file of Rust.
#[derive(Debug)]
pub struct Source {
    /// Path from the root of the repository.
    pub path: PathBuf,
    /// As it stands in the file.
    pub text: String,
    /// The same lines with comments, texts and characters blanked.
    pub code: String,
}

impl Source {
    fn new(path: PathBuf, text: String) -> Self {
        let code = scan::blank(&text);
        Self { path, text, code }
    }

    /// Lines, empty ones included.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// The folder of the crate it belongs to, from the root of the repository.
    #[must_use]
    pub fn crate_folder(&self) -> &Path {
        let crates = Path::new("src-tauri/crates");
        match self.path.strip_prefix(crates) {
            Ok(inside) => {
                let name = inside.iter().next().map_or(0, std::ffi::OsStr::len);
                let whole = self.path.to_str().expect("paths of the repository are ASCII");
                Path::new(&whole[..crates.as_os_str().len() + 1 + name])
            }
            Err(_) => self.path.iter().next().map_or(Path::new(""), Path::new),
        }
    }

    /// The crate's name.
    #[must_use]
    pub fn crate_name(&self) -> &str {
        match self.crate_folder().to_str() {
            Some("src-tauri") => "hadaf-desktop",
            Some("tests") => "hadaf-tests",
            Some(folder) => folder.rsplit('/').next().unwrap_or(folder),
            None => "",
        }
    }

    /// Whether it is part of the program: in `src` of a crate, and not only there for its tests.
    #[must_use]
    pub fn is_product(&self) -> bool {
        let inside = self
            .path
            .strip_prefix(self.crate_folder())
            .expect("a file of its crate");
        let is_tests = |part: &std::ffi::OsStr| part == "tests" || part == "tests.rs";
        inside.starts_with("src") && !inside.iter().any(is_tests) && self.crate_name() != "hadaf-tests"
    }

    /// Whether a program wrote it.
    #[must_use]
    pub fn is_generated(&self) -> bool {
        self.text.lines().take(5).any(|line| line.contains("@generated"))
    }

    /// [`Source::code`] without what is compiled for tests alone.
    #[must_use]
    pub fn product_code(&self) -> String {
        scan::without_tests(&self.code)
    }
}

/// Every file of Rust that people write.
///
/// # Panics
/// A folder cannot be read.
#[must_use]
pub fn rust_files() -> Vec<Source> {
    text_files(".")
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|(path, text)| Source::new(path, text))
        .filter(|source| !source.is_generated())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str) -> Source {
        Source::new(path.into(), String::new())
    }

    #[test]
    fn a_file_knows_its_crate() {
        for (path, name, product) in [
            ("src-tauri/crates/hadaf-core/src/period.rs", "hadaf-core", true),
            ("src-tauri/crates/hadaf-core/tests/suite/main.rs", "hadaf-core", false),
            ("src-tauri/crates/hadaf-brief/src/tests.rs", "hadaf-brief", false),
            ("src-tauri/src/commands/mod.rs", "hadaf-desktop", true),
            ("src-tauri/build.rs", "hadaf-desktop", false),
            ("tests/src/lib.rs", "hadaf-tests", false),
        ] {
            let source = source(path);
            assert_eq!((source.crate_name(), source.is_product()), (name, product), "{path}");
        }
    }
}
