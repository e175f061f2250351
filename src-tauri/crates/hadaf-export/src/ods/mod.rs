//! A spreadsheet of the OpenDocument kind (ISO/IEC 26300), written by hand: a zip of a few small documents.

mod content;
mod parts;
mod xml;

use crate::archive::Archive;
use crate::exported::ExportedFile;
use crate::{ExportLabels, Package, Result, sheets};

/// What such a file is called among programs; it also stands at its start.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Writes the sheets of a package, without charts. Cells hold every digit as it was published.
pub(crate) fn write(package: &Package, labels: &ExportLabels) -> Result<ExportedFile> {
    let mut sheets = sheets::of(package, labels)?;
    sheets.retain(|sheet| sheet.charts.is_empty());
    let settings = parts::settings(&sheets);
    let (content, shortened) = content::write(sheets, labels.right_to_left);
    let mut archive = Archive::new();
    // First and not compressed, as the standard wants it, so that the first bytes tell the kind.
    archive.stored("mimetype", MEDIA_TYPE.as_bytes())?;
    archive.file("META-INF/manifest.xml", parts::MANIFEST.as_bytes())?;
    archive.file("content.xml", content.as_bytes())?;
    archive.file("styles.xml", parts::STYLES.as_bytes())?;
    archive.file("settings.xml", settings.as_bytes())?;
    archive.file("meta.xml", parts::meta(package).as_bytes())?;
    Ok(ExportedFile {
        shortened,
        ..ExportedFile::whole(archive.finish()?)
    })
}
