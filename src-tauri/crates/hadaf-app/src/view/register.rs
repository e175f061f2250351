//! A register as the window shows it, and as it leaves.

use hadaf_error::{Code, Result, refusal};
use hadaf_export::{PlainFormat, write_plain};
use hadaf_model::{Need, Situation};
use hadaf_register::{Desk, Heads, RegisterExport, RegisterRequest, RegisterView, register_table, view};
use hadaf_report::{export_labels, export_remarks};
use hadaf_store::Existing;

use crate::session::{App, Exported, FileKind, to_be_written, unknown_ending, write_whole};

impl App {
    /// A register as known on a day.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], and those of reading the workspace.
    pub fn register(&self, request: &RegisterRequest) -> Result<RegisterView> {
        self.at_desk(request, |desk| view(request.register, desk))
    }

    /// Writes a register to a file that can be read back.
    ///
    /// # Errors
    /// As [`App::register`]; [`Code::Format`] for a format that is none and for the ending of another one, and those of
    /// writing a file.
    pub fn register_export(&self, export: &RegisterExport, existing: Existing) -> Result<Exported> {
        let known = || {
            PlainFormat::ALL
                .iter()
                .map(|format| format.as_str())
                .collect::<Vec<_>>()
        };
        let asked = PlainFormat::named(export.format.trim()).ok_or_else(|| {
            let known = known().join(", ");
            refusal!(Code::Format, "export-format", name = &export.format, known = known)
        })?;
        let (kind, heads) = match asked {
            PlainFormat::Csv => (FileKind::Csv, Heads::Words),
            PlainFormat::Xlsx => (FileKind::Xlsx, Heads::Labels),
        };
        if FileKind::of(&export.path).is_some_and(|named| named != kind) {
            return Err(unknown_ending(&export.path, &[kind]));
        }
        to_be_written(&export.path, existing)?;
        let table = self.at_desk(&export.request, |desk| {
            register_table(export.request.register, desk, heads)
        })?;
        let format = self.format();
        let file = write_plain(&table, asked, export_labels(format).right_to_left)?;
        Ok(Exported {
            remarks: export_remarks(&file, format),
            ..write_whole(&export.path, &file.bytes, existing)?
        })
    }

    fn at_desk<T>(&self, request: &RegisterRequest, read: impl FnOnce(&Desk<'_>) -> T) -> Result<T> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        Ok(read(&Desk {
            book: &book,
            situation: &situation,
            format: self.format(),
        }))
    }
}
