//! `hadaf show`

use hadaf_app::{Access, App, AppError, ShowRequest};

use crate::args::ShowArgs;
use crate::output::Output;

pub(crate) fn run(app: &App, args: &ShowArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    if let Some(place) = &args.history {
        let history = app.show_history(place, args.as_of.as_deref())?;
        output.result(&history, &history.to_text(app.format()));
        return Ok(());
    }
    let request = ShowRequest {
        series: args.series.clone(),
        as_of: args.as_of.clone(),
        fiscal_year: args.fiscal_year.clone(),
    };
    let show = app.show(&request)?;
    // Months fill pages; they are listed when a series or a year was asked for.
    let with_months = args.series.is_some() || args.fiscal_year.is_some();
    output.result(&show, &show.to_text(with_months, app.format()));
    Ok(())
}
