//! What leaves a workspace for other programs: a [`Package`] of plain values, and writers of it to bytes. Nothing is
//! read here, no clock is known, and the same package gives the same bytes.
//!
//! | format | for |
//! | --- | --- |
//! | [`ExportFormat::Csv`] | our long form, one row for each published value: what imports back |
//! | [`ExportFormat::Xlsx`] | a workbook with a sheet for each view and native charts |
//! | [`ExportFormat::Ods`] | the same sheets for LibreOffice; its cells hold every digit |
//! | [`ExportFormat::SdmxCsv`] | SDMX-CSV 2.0, for statistical offices and their tools |
//! | [`ExportFormat::DataPackage`] | a Frictionless data package: tables with their schemas, in a zip |
//!
//! What people read in a file (names of sheets, headings) comes in as [`Labels`]. What programs read (the columns of the
//! long form, of SDMX, of the data package) is the same in every language.

mod archive;
mod chart;
mod datapackage;
mod error;
mod format;
mod labels;
mod ods;
mod package;
mod schema;
mod sdmx;
mod sheets;
mod tables;
mod text;
mod worksheet;
mod xlsx;

pub use error::{ExportError, Result};
pub use format::{ExportFormat, ExportedFile, Shortened};
pub use labels::{Label, Labels};
pub use package::{ExportedSeries, ExportedValue, ExportedYear, Figure, Licence, Package, PathOfTarget};
