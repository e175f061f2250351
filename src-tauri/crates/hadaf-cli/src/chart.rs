//! `hadaf chart`

use hadaf_app::wire::{ChartExport, ChartKind, ChartRequest, ChartTheme};
use hadaf_app::{Access, App, AppError};

use crate::args::{Chart, Kind, Theme};
use crate::existing;
use crate::output::Output;

pub(crate) fn run(app: &App, args: &Chart, output: &Output) -> Result<(), AppError> {
    app.use_language(&args.lang)?;
    app.open(&args.file, Access::Read)?;
    let chart = ChartRequest {
        kind: match args.kind {
            Kind::Monthly | Kind::Trajectory => ChartKind::Monthly,
            Kind::YearToDate => ChartKind::YearToDate,
            Kind::Annual => ChartKind::Annual,
            Kind::Hedgehog => ChartKind::Hedgehog,
            Kind::Disruptions => ChartKind::Disruptions,
            Kind::Budget => ChartKind::Budget,
            Kind::Initiatives => ChartKind::Initiatives,
            Kind::Concerns => ChartKind::Concerns,
            Kind::ScenarioFan => ChartKind::ScenarioFan,
            Kind::Scenarios => ChartKind::Scenarios,
            Kind::Tornado => ChartKind::Tornado,
            Kind::Outlook => ChartKind::Outlook,
            Kind::OutlookMonthly => ChartKind::OutlookMonthly,
            Kind::Backtest => ChartKind::Backtest,
        },
        series: args.series.clone().unwrap_or_default(),
        as_of: args.as_of.clone(),
        width: args.size.0,
        height: args.size.1,
        theme: match args.theme {
            Theme::Light => ChartTheme::Light,
            Theme::Dark => ChartTheme::Dark,
            Theme::Print => ChartTheme::Print,
        },
        framed: true,
        scenario: args.scenario.clone(),
    };
    let request = ChartExport {
        chart,
        path: args.out.to_string_lossy().into_owned(),
    };
    let exported = app.chart_export(&request, existing(args.force))?;
    output.result(&exported, &format!("{}, {} bytes", exported.path, exported.bytes));
    Ok(())
}
