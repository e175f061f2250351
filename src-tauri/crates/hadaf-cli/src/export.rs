//! `hadaf export`

use hadaf_app::wire::{DataExport, ExportRequest};
use hadaf_app::{Access, App, AppError};
use serde_json::json;

use crate::args::ExportArgs;
use crate::existing::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: ExportArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    app.use_language(&args.lang)?;
    let request = ExportRequest {
        series: args.series,
        as_of: args.as_of,
        with_notes: args.with_notes,
    };
    let contents = app.export_contents(&request)?.contents;
    let told = contents.text(app.format());
    let path = args.out.filter(|_| !args.dry_run);
    let Some(path) = path else {
        output.result(&json!({ "contents": contents }), &told);
        return Ok(());
    };
    let export = DataExport {
        request,
        format: args.format.as_str().to_owned(),
        path,
    };
    let exported = app.data_export(&export, existing(args.force))?;
    let text = format!("{}, {} bytes\n{told}", exported.path, exported.bytes);
    output.notes(&exported.remarks);
    output.result(
        &json!({
            "path": exported.path, "bytes": exported.bytes, "format": export.format, "contents": contents,
            "remarks": exported.remarks,
        }),
        &text,
    );
    Ok(())
}
