//! `hadaf forecast`, of a workspace or of a long table

use hadaf_app::{Access, App, AppError, ForecastRequest, TableForecastRequest};

use crate::args::ForecastArgs;
use crate::existing::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: ForecastArgs, output: &Output) -> Result<(), AppError> {
    // The arguments give a workspace, or a table with its season and place.
    if let (Some(csv), Some(season), Some(out)) = (args.csv, args.season, args.out) {
        let request = TableForecastRequest {
            csv,
            season,
            horizon: args.horizon.unwrap_or(season),
            out,
            annual: args.annual,
        };
        let written = app.forecast_table(&request, existing(args.force))?;
        output.result(&written, &written.to_text(app.format()));
        return Ok(());
    }
    if let Some(file) = &args.file {
        app.open(file, Access::Read)?;
    }
    let forecast = app.forecast(&ForecastRequest {
        series: args.series,
        as_of: args.as_of,
        horizon: args.horizon,
        reach: args.reach,
        backtest: args.backtest,
        scenario: args.scenario,
    })?;
    output.result(&forecast, &forecast.to_text(app.format()));
    Ok(())
}
