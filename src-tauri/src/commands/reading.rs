//! Commands that read the open workspace.

use hadaf_app::Result;
use hadaf_app::wire::{
    BacktestView, BriefRequest, BriefView, ChartRequest, ChartView, ClaimDetail, ClaimRequest, ClaimsRequest,
    ClaimsView, GridRequest, GridView, LifeRequest, LifeView, LogView, OutlookRequest, OutlookView, OverviewRequest,
    OverviewView, RegisterRequest, RegisterView, ScenarioDetail, ScenarioRun, ScenarioView, ScenariosView, SourcesView,
};
use tauri::State;

use crate::program::Program;

/// Are we on course?
#[tauri::command(async)]
pub(crate) fn overview(program: State<'_, Program>, request: OverviewRequest) -> Result<OverviewView> {
    program.app.overview(&request)
}

/// How likely is it, and what drives it?
#[tauri::command(async)]
pub(crate) fn outlook(program: State<'_, Program>, request: OutlookRequest) -> Result<OutlookView> {
    program.app.outlook(&request)
}

/// The record of the method on this series.
#[tauri::command(async)]
pub(crate) fn backtest(program: State<'_, Program>, request: OutlookRequest) -> Result<BacktestView> {
    program.app.backtest(&request)
}

/// A chart with all its texts.
#[tauri::command(async)]
pub(crate) fn chart(program: State<'_, Program>, request: ChartRequest) -> Result<ChartView> {
    program.app.chart(&request)
}

/// Months by series.
#[tauri::command(async)]
pub(crate) fn grid(program: State<'_, Program>, request: GridRequest) -> Result<GridView> {
    program.app.grid(&request)
}

/// Every print of a number.
#[tauri::command(async)]
pub(crate) fn life(program: State<'_, Program>, request: LifeRequest) -> Result<LifeView> {
    program.app.life(&request)
}

/// All sources.
#[tauri::command(async)]
pub(crate) fn sources(program: State<'_, Program>) -> Result<SourcesView> {
    program.app.sources()
}

/// The journal.
#[tauri::command(async)]
pub(crate) fn log(program: State<'_, Program>) -> Result<LogView> {
    program.app.log()
}

/// A briefing as pages.
#[tauri::command(async)]
pub(crate) fn brief(program: State<'_, Program>, request: BriefRequest) -> Result<BriefView> {
    program.app.brief(&request)
}

/// One register: disruptions, costs, budget lines, initiatives, concerns or undertakings.
#[tauri::command(async)]
pub(crate) fn register(program: State<'_, Program>, request: RegisterRequest) -> Result<RegisterView> {
    program.app.register(&request)
}

/// The register of claims.
#[tauri::command(async)]
pub(crate) fn claims(program: State<'_, Program>, request: ClaimsRequest) -> Result<ClaimsView> {
    program.app.claims(&request)
}

/// One claim for the inspector.
#[tauri::command(async)]
pub(crate) fn claim_detail(program: State<'_, Program>, request: ClaimRequest) -> Result<ClaimDetail> {
    program.app.claim_detail(&request)
}

/// The scenarios of the workspace.
#[tauri::command(async)]
pub(crate) fn scenarios(program: State<'_, Program>) -> Result<ScenariosView> {
    program.app.scenarios()
}

/// What a scenario does to a year: quick enough for a slider.
#[tauri::command(async)]
pub(crate) fn scenario_run(program: State<'_, Program>, request: ScenarioRun) -> Result<ScenarioView> {
    program.app.scenario_run(&request)
}

/// What takes longer: break-even, tornado, two-way table, side by side.
#[tauri::command(async)]
pub(crate) fn scenario_detail(program: State<'_, Program>, request: ScenarioRun) -> Result<ScenarioDetail> {
    program.app.scenario_detail(&request)
}
