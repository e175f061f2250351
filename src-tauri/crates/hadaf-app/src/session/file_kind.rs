//! What a file is, by the ending of its name.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file that the program writes is. Its ending says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workspace.
    Hadaf,
    /// A briefing or a chart as a document.
    Pdf,
    /// A chart as a drawing.
    Svg,
    /// A chart as pixels.
    Png,
    /// Numbers as a table of text.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
    /// A data package.
    Zip,
    /// A document that came from elsewhere: its name has whatever ending it came with.
    Document,
}

impl FileKind {
    /// All that have an ending of their own.
    pub const ALL: [Self; 8] = [
        Self::Hadaf,
        Self::Pdf,
        Self::Svg,
        Self::Png,
        Self::Csv,
        Self::Xlsx,
        Self::Ods,
        Self::Zip,
    ];

    /// The ending of the file's name, without the dot; empty for a document.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Hadaf => "hadaf",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Zip => "zip",
            Self::Document => "",
        }
    }

    /// The kind that the name's ending says, in whatever letters; `None` for any other ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        Self::ALL
            .into_iter()
            .find(|kind| ending.eq_ignore_ascii_case(kind.ending()))
    }

    /// `path` with this kind's ending. Some systems' dialogs leave it off.
    #[must_use]
    pub fn complete(self, path: &Path) -> PathBuf {
        if self == Self::Document || Self::of(path) == Some(self) {
            return path.to_owned();
        }
        let mut whole = path.as_os_str().to_owned();
        whole.push(".");
        whole.push(self.ending());
        PathBuf::from(whole)
    }
}
