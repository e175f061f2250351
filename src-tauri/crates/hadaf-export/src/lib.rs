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
//! A table that is none of a package, such as a register, is written by [`write_plain`].
//!
//! What people read in a file (names of sheets, headings) comes in as [`ExportLabels`]. What programs read (the columns of the
//! long form, of SDMX, of the data package) is the same in every language.

mod archive;
mod chart;
mod datapackage;
mod error;
mod exported;
mod format;
mod labels;
mod ods;
mod package;
mod plain;
mod schema;
mod sdmx;
mod sheets;
mod tables;
mod text;
mod worksheet;
mod xlsx;

pub use error::{ExportError, Result};
pub use exported::{ExportedFile, Shortened};
pub use format::ExportFormat;
pub use labels::{ExportLabels, Label};
pub use package::{ExportedFigure, ExportedSeries, ExportedValue, ExportedYear, Licence, Package, PathOfTarget};
pub use plain::{PlainFormat, write_plain};
