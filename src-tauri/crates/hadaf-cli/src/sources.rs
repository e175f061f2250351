//! `hadaf sources`

use hadaf_app::wire::KnownRequest;
use hadaf_app::{Access, App, AppError};

use crate::args::SourcesArgs;
use crate::output::Output;

pub(crate) fn run(app: &App, args: SourcesArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    let sources = app.sources(&KnownRequest { as_of: args.as_of })?;
    output.result(&sources, &sources.text(app.format()));
    Ok(())
}
