//! `hadaf new`

use hadaf_app::wire::NewWorkspace;
use hadaf_app::{App, AppError};

use crate::args::NewArgs;
use crate::existing::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: NewArgs, output: &Output) -> Result<(), AppError> {
    let existing = existing(args.force);
    match &args.sample {
        Some(name) => app.create_sample(&args.file, name, existing)?,
        None => {
            let stem = args.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let new = NewWorkspace {
                path: args.file,
                name: args.name.or(stem).unwrap_or_default(),
                currency: args.currency,
                fiscal_year_start_month: args.fiscal_year_start,
                series_title: args.series,
                origin: args.origin,
                year_names: args.year_names.map(|names| names.as_str().to_owned()),
            };
            app.create(&new, existing)?;
        }
    }
    let view = app.workspace_view()?;
    let text = view.as_ref().map_or_else(String::new, |view| {
        let counts = &view.counts;
        format!(
            "{}: {}\n{} series, {} observations, {} claims, {} sources",
            view.path,
            view.name,
            view.series.len(),
            counts.observations,
            counts.claims,
            counts.sources
        )
    });
    output.result(&view, &text);
    Ok(())
}

/// Lists the samples.
pub(crate) fn samples(app: &App, output: &Output) {
    let samples = app.samples();
    let lines: Vec<String> = samples.iter().map(|it| format!("{}  {}", it.name, it.title)).collect();
    output.result(&serde_json::json!({ "samples": samples }), &lines.join("\n"));
}
