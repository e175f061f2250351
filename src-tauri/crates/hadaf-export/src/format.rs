//! The formats there are.

use crate::{ExportLabels, ExportedFile, Package, Result, datapackage, ods, sdmx, text, xlsx};

/// A format that a package can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// Our long form as CSV: it imports back.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A spreadsheet of the OpenDocument kind.
    Ods,
    /// SDMX-CSV 2.0.
    SdmxCsv,
    /// A Frictionless data package, zipped.
    DataPackage,
}

impl ExportFormat {
    /// All of them, the plainest first.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Xlsx, Self::Ods, Self::SdmxCsv, Self::DataPackage];

    /// The word by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::SdmxCsv => "sdmx-csv",
            Self::DataPackage => "datapackage",
        }
    }

    /// What it is, in a few words, for whoever asks for it by its word.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Csv => "One row for each published value; imports back",
            Self::Xlsx => "A workbook of Excel, with charts",
            Self::Ods => "A workbook of LibreOffice",
            Self::SdmxCsv => "SDMX-CSV 2.0, for statistics offices",
            Self::DataPackage => "A Frictionless data package, zipped",
        }
    }

    /// The format of a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }

    /// How the name of such a file ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv | Self::SdmxCsv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::DataPackage => "zip",
        }
    }

    /// What such bytes are called among programs.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => ods::MEDIA_TYPE,
            Self::SdmxCsv => "application/vnd.sdmx.data+csv;version=2.0.0",
            Self::DataPackage => "application/zip",
        }
    }

    /// Writes a package.
    ///
    /// # Errors
    /// [`crate::ExportError::TooManySeries`] where a spreadsheet is not wide enough.
    pub fn write(self, package: &Package, labels: &ExportLabels) -> Result<ExportedFile> {
        let (clean, cleaned) = text::cleaned(package);
        let mut written = match self {
            Self::Csv => ExportedFile::whole(hadaf_core::described_csv(clean.rows())),
            Self::Xlsx => xlsx::write(&clean, labels)?,
            Self::Ods => ods::write(&clean, labels)?,
            Self::SdmxCsv => ExportedFile::whole(sdmx::write(&clean)?),
            Self::DataPackage => ExportedFile::whole(datapackage::write(&clean)?),
        };
        written.cleaned = cleaned;
        Ok(written)
    }
}
