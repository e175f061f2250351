//! `hadaf chart`

use hadaf_app::wire::{ChartExport, ChartRequest};
use hadaf_app::{Access, App, AppError};

use crate::args::ChartArgs;
use crate::existing::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: &ChartArgs, output: &Output) -> Result<(), AppError> {
    app.use_language(&args.lang)?;
    app.open(&args.file, Access::Read)?;
    let chart = ChartRequest {
        kind: args.kind,
        series: args.series.clone().unwrap_or_default(),
        as_of: args.as_of.clone(),
        width: args.size.0,
        height: args.size.1,
        theme: args.theme,
        framed: true,
        scenario: args.scenario.clone(),
    };
    let request = ChartExport {
        chart,
        path: args.out.clone(),
        scale: args.scale,
        with_notes: args.with_notes,
    };
    let exported = app.chart_export(&request, existing(args.force))?;
    output.exported(app, &exported);
    Ok(())
}
