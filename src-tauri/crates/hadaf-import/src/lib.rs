//! Bytes of a file, or text of the clipboard, into drafts and issues. Nothing is trusted until it is
//! parsed, nothing is written here, and reading never stops at the first bad row.
//!
//! [`read_long`] reads our own long CSV and SDMX-CSV, [`read_long_sheets`] the same rows of a workbook, [`write_long`] writes it, [`read_paste`] cuts a pasted block
//! into cells, [`read_number`] reads a number as people write it, [`read_amount`] one with its unit.
//!
//! Everything else that people send goes two steps: [`sheet::workbook`] makes sheets of cells of a file of any make, and
//! [`table::read_tables`] makes series of their tables, with what was assumed, left out, and is to be asked.

mod amount;
mod column;
mod draft;
mod format;
mod header;
mod issue;
mod long;
mod long_described;
mod long_figures;
mod long_row_reader;
mod long_sdmx;
mod mark;
mod money_words;
mod number;
mod number_error;
mod paste;
mod period;
mod said;
pub mod sheet;
pub mod table;
mod write;

pub use amount::{AmountError, AmountRange, read_amount};
pub use column::{Column, ColumnUse};
pub use draft::{Context, Draft, Imported, Limits, SeriesDraft, SourceDraft};
pub use format::FileFormat;
pub use issue::{ImportError, Issue, RowError, RowKind, RowNote, Severity, YearsSince};
pub use long::{read_long, read_long_sheets};
pub use long_figures::{Dating, LongFigures};
pub use mark::Mark;
pub use number::{Cell, read_number};
pub use number_error::{NumberError, TimeKind};
pub use paste::{PasteError, read_paste};
pub use period::{read_period, read_year};
pub use write::write_long;
