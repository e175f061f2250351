//! `ui/src/lib/api/bindings.ts` says what the wire types say. `UPDATE=1 cargo nextest run bindings`
//! writes it anew.

use std::path::Path;

use ts_rs::{Config, TS};

use crate::wire::*;
use crate::{AppError, Code};

const HEAD: &str = "\
// Generated from the wire types of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.
";

/// One type with its doc comment.
fn declared<T: TS>() -> String {
    let config = Config::new();
    let docs = T::docs().unwrap_or_default();
    let text = format!("{docs}export {}\n", T::decl(&config));
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

macro_rules! all {
    ($($name:ty),+ $(,)?) => { vec![$(declared::<$name>()),+] };
}

#[test]
fn the_page_knows_the_wire_types() {
    let types = all![
        BriefRequest,
        BriefCheck,
        BriefView,
        BriefExport,
        ChartKind,
        ChartTheme,
        ChartRequest,
        ChartPoint,
        ChartView,
        ChartTable,
        ChartExport,
        GridRequest,
        GridColumn,
        CellMark,
        GridCell,
        GridRow,
        GridYear,
        GridView,
        SetObservation,
        PasteRequest,
        PasteCell,
        PastePreview,
        LifeRequest,
        PrintView,
        LifeView,
        OutlookRequest,
        ChanceView,
        ClaimChance,
        DriverRow,
        MethodView,
        OutlookView,
        BacktestView,
        ClaimsRequest,
        ClaimItem,
        ClaimGroupView,
        StripPoint,
        StripLane,
        StripTick,
        ClaimRecord,
        DisagreementView,
        DisagreementRow,
        ClaimsView,
        ClaimRequest,
        ClaimFact,
        FindingView,
        LineageView,
        ClaimDetail,
        SetClaim,
        RemoveClaim,
        SetLineage,
        JudgeCondition,
        RemoveFinding,
        OverviewRequest,
        HeadlineView,
        ClaimRow,
        ChangeRow,
        QuestionView,
        SourceMark,
        OverviewView,
        RegisterKind,
        RegisterRequest,
        RegisterField,
        RegisterRow,
        RegisterView,
        RegisterEdit,
        RegisterRemove,
        SettingText,
        OutageText,
        BudgetText,
        InitiativeText,
        AssumptionsText,
        ScenarioItem,
        ScenariosView,
        ScenarioSet,
        FactorChange,
        ScenarioChart,
        ScenarioRun,
        FactorView,
        YearView,
        ScenarioClaim,
        FormulaLine,
        ScenarioView,
        ScenarioDetail,
        SeriesItem,
        WorkspaceView,
        WorkspaceCounts,
        NewWorkspace,
        RecentFile,
        StartView,
        Settings,
        Changed,
        LogEntry,
        LogView,
        SourceItem,
        SourcesView,
        Exported,
        Code,
        AppError,
    ];
    let text = format!("{HEAD}\n{}\n", types.join("\n\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/api/bindings.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(known == text, "bindings.ts is stale: run this test once with UPDATE=1");
}
