//! What leaves for other programs: listed, then written.

use std::path::PathBuf;

use hadaf_error::{Code, Result, refusal};
use hadaf_export::{ExportFormat, Package};
use hadaf_model::{Need, Situation};
use hadaf_report::{ExportContents, export_format_words, export_labels, export_package, export_remarks, notes_in};
use hadaf_store::Existing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Exported, FileKind, to_be_written, unknown_ending, write_whole};

/// Asks for data to leave.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// Ids of the series; none: all that are not archived.
    pub series: Vec<String>,
    /// ISO date or null.
    pub as_of: Option<String>,
    /// The notes of figures, targets and sources go along.
    pub with_notes: bool,
}

/// Asks for data to be written to a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DataExport {
    /// What leaves.
    pub request: ExportRequest,
    /// "csv", "xlsx", "ods", "sdmx-csv" or "datapackage".
    pub format: String,
    /// Where to.
    pub path: PathBuf,
}

/// A format that data can leave in.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExportFormatView {
    /// The word by which it is asked for.
    pub format: String,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// What its files are.
    pub kind: FileKind,
}

/// What would leave, and in which formats it can.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExportView {
    /// What would leave.
    pub contents: ExportContents,
    /// The formats.
    pub formats: Vec<ExportFormatView>,
}

impl App {
    /// What would leave, before it does.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`].
    pub fn export_contents(&self, request: &ExportRequest) -> Result<ExportView> {
        let format = self.format();
        let view = |asked: ExportFormat| {
            let (title, about) = export_format_words(asked, format);
            ExportFormatView {
                format: asked.as_str().to_owned(),
                title,
                about,
                kind: kind_of(asked),
            }
        };
        Ok(ExportView {
            contents: self.packed(request)?.1,
            formats: ExportFormat::ALL.map(view).into(),
        })
    }

    /// Writes data to a file.
    ///
    /// # Errors
    /// As [`App::export_contents`]; [`Code::Format`] for a format that is none, and for the ending of another one, [`Code::Refused`] where a sheet is too
    /// narrow, and those of writing a file.
    pub fn data_export(&self, export: &DataExport, existing: Existing) -> Result<Exported> {
        let known = || ExportFormat::ALL.map(ExportFormat::as_str).join(", ");
        let asked = ExportFormat::named(export.format.trim())
            .ok_or_else(|| refusal!(Code::Format, "export-format", name = &export.format, known = known()))?;
        let kind = kind_of(asked);
        // No workbook in a file that says it is a text.
        if FileKind::of(&export.path).is_some_and(|named| named != kind) {
            return Err(unknown_ending(&export.path, &[kind]));
        }
        to_be_written(&export.path, existing)?;
        let (package, _) = self.packed(&export.request)?;
        let file = asked.write(&package, &export_labels(self.format()))?;
        let remarks = export_remarks(&file, self.format());
        Ok(Exported {
            remarks,
            ..write_whole(&export.path, &file.bytes, existing)?
        })
    }

    fn packed(&self, request: &ExportRequest) -> Result<(Package, ExportContents)> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::All)?;
        let chosen = match request.series.as_slice() {
            [] => book.series.iter().filter(|series| !series.archived).collect(),
            ids => ids.iter().map(|id| book.series(id)).collect::<Result<Vec<_>, _>>()?,
        };
        let situations = chosen.into_iter().map(|series| Situation::read(&book, series, as_of));
        let situations = situations.collect::<Result<Vec<_>, _>>()?;
        let format = self.format();
        let whole = export_package(&situations, true, format)?;
        let notes = notes_in(&whole);
        let leaving = match request.with_notes {
            true => whole,
            false => export_package(&situations, false, format)?,
        };
        let contents = ExportContents::of(&leaving, notes, request.with_notes, format);
        Ok((leaving, contents))
    }
}

/// What the files of a format are.
fn kind_of(format: ExportFormat) -> FileKind {
    match format {
        ExportFormat::Csv | ExportFormat::SdmxCsv => FileKind::Csv,
        ExportFormat::Xlsx => FileKind::Xlsx,
        ExportFormat::Ods => FileKind::Ods,
        ExportFormat::DataPackage => FileKind::Zip,
    }
}
