//! `hadaf brief`

use hadaf_app::wire::{BriefExport, BriefRequest};
use hadaf_app::{Access, App, AppError};

use crate::args::{BriefArgs, Template};
use crate::existing::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: BriefArgs, output: &Output) -> Result<(), AppError> {
    app.use_language(&args.lang)?;
    app.open(&args.file, Access::Read)?;
    let Template::OnePage = args.template;
    let request = BriefExport {
        brief: BriefRequest {
            series: args.series.unwrap_or_default(),
            as_of: args.as_of,
            lang: args.lang,
            with_notes: args.with_notes,
        },
        path: args.out,
    };
    let exported = app.brief_export(&request, existing(args.force))?;
    output.exported(app, &exported);
    Ok(())
}
