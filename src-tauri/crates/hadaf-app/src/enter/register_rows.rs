//! Rows of a spreadsheet into a register: what would become of them, then all of them as one change.

use std::path::Path;

use hadaf_core::unguarded;
use hadaf_error::{AppError, Code, Result, file_name, refusal};
use hadaf_import::read_paste;
use hadaf_import::sheet::{Sheet, WorkbookError, WorkbookKind, comma_separated, workbook};
use hadaf_model::Need;
use hadaf_register::{
    Entry, GivenRows, RegisterKind, RegisterPlan, RegisterRows, RowsPlan, has_heads, of_kind, plan_rows, register_name,
};
use hadaf_words::say;

use crate::session::{App, Changed};

impl App {
    /// What would become of rows of a spreadsheet.
    ///
    /// # Errors
    /// [`Code::Import`] for a file that cannot be read or whose first row names no field, [`Code::Refused`] without rows.
    pub fn register_plan(&self, rows: &RegisterRows) -> Result<RegisterPlan> {
        of_kind!(rows.register, planned(self, rows))
    }

    /// Enters them.
    ///
    /// # Errors
    /// As [`App::register_plan`]; [`Code::Refused`] where a row cannot be read or nothing would change, and
    /// [`Code::ReadOnly`].
    pub fn register_enter(&self, rows: &RegisterRows) -> Result<Changed> {
        of_kind!(rows.register, entered(self, rows))
    }
}

fn planned<E: Entry>(app: &App, rows: &RegisterRows) -> Result<RegisterPlan> {
    Ok(plan::<E>(app, rows)?.view(app.format()))
}

fn entered<E: Entry>(app: &App, rows: &RegisterRows) -> Result<Changed> {
    let format = app.format();
    let plan = plan::<E>(app, rows)?.ready(format)?;
    let label = say!(
        format.words,
        "label-register-rows",
        register = register_name(E::KIND, format),
        what = if rows.text.is_some() { "pasted" } else { "imported" },
        summary = plan.summary(format)
    );
    app.change(&label, |change, _| Ok(plan.write(change)?))
}

fn plan<E: Entry>(app: &App, rows: &RegisterRows) -> Result<RowsPlan<E>> {
    let book = app.book_for(Need::Registers)?;
    let cells = match (&rows.text, &rows.path) {
        (Some(text), _) => read_paste(text)?,
        (None, Some(path)) => cells_of(path, E::KIND, app)?,
        (None, None) => return Err(refusal!(Code::Refused, "register-no-rows")),
    };
    let given = GivenRows {
        cells: &cells,
        needs_heads: rows.text.is_none(),
        onto: &rows.onto,
        fields: &rows.fields,
        source: &rows.source,
        corrects: rows.corrects,
    };
    plan_rows::<E>(&given, &book, app.format())
}

/// The cells of a file: of the sheet that is called as the register, else of the first.
fn cells_of(path: &Path, kind: RegisterKind, app: &App) -> Result<Vec<Vec<String>>> {
    let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
    let name = file_name(path);
    let refused = |error: WorkbookError| AppError::from(error).about(path);
    // What else stands in the cells of our own text must not be taken for what parts them.
    if let Some(sheet) = comma_separated(&bytes, &name).map_err(refused)? {
        let cells = texts(&sheet, true);
        if has_heads(kind, &cells) {
            return Ok(cells);
        }
    }
    let book = workbook(&bytes, &name).map_err(refused)?;
    let is_text = matches!(book.kind, WorkbookKind::Delimited { .. });
    let called = [register_name(kind, app.format()), kind.as_str().to_owned()];
    let is_called = |sheet: &&Sheet| {
        called
            .iter()
            .any(|name| name.to_lowercase() == sheet.name.to_lowercase())
    };
    let sheet = book.sheets.iter().find(is_called).or(book.sheets.first());
    Ok(sheet.map_or_else(Vec::new, |sheet| texts(sheet, is_text)))
}

/// The texts of a sheet; those of a text file may be guarded from being calculated.
fn texts(sheet: &Sheet, is_guarded: bool) -> Vec<Vec<String>> {
    let text = |row: usize, column: usize| {
        let text = sheet.cell(row, column).text;
        if is_guarded { unguarded(text) } else { text }.to_owned()
    };
    let row = |row: usize| (0..sheet.width_of(row)).map(|column| text(row, column)).collect();
    (0..sheet.rows()).map(row).collect()
}
