//! A workspace with a row in every table, and ways to look at a file past the crate under test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hadaf_core::{
    Acceptance, AcceptanceId, Amount, Assumptions, Basis, BudgetLine, BudgetLineId, Claim, ClaimKind, Concern,
    ConcernId, ConditionFinding, ConditionFindingId, Correction, CorrectionId, CostClaim, CostClaimId, CostConcept,
    Decimal, Disruption, DisruptionId, FiscalCalendar, Frequency, Holidays, ImportLayout, ImportLayoutId,
    ImportMapping, Initiative, InitiativeId, Lineage, LineageKind, Measure, Observation, ObservationId, Outage,
    OutageKind, Published, Scenario, Sector, Series, Setting, Source, SourceId, State, Status, Undertaking,
    UndertakingId,
};
use hadaf_store::{Change, Existing, JournalEntry, Result, Workspace, WorkspaceInfo};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::kept;

/// The tables that hold data, in an order in which they can be filled.
pub(crate) const TABLES: [&str; 21] = [
    "workspace",
    "sector",
    "series",
    "source",
    "observation",
    "correction",
    "claim",
    "claim_lineage",
    "disruption",
    "budget_line",
    "initiative",
    "concern",
    "undertaking",
    "condition_finding",
    "cost_claim",
    "scenario",
    "import_layout",
    "acceptance",
    "document",
    "document_content",
    "preference",
];

pub(crate) const DAY: Date = date(2025, 1, 17);

pub(crate) fn now() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

pub(crate) fn info() -> WorkspaceInfo {
    WorkspaceInfo {
        name: "Test".into(),
        currency: "USD".parse().unwrap(),
        calendar: FiscalCalendar::new(7).unwrap(),
        created: now(),
        holidays: Holidays::NONE,
    }
}

pub(crate) const BY: &str = "Ayesha";
/// Who takes back what [`BY`] did.
pub(crate) const UNDONE_BY: &str = "Bilal";

/// One change by [`BY`], now.
pub(crate) fn change(
    workspace: &mut Workspace,
    label: &str,
    act: impl FnOnce(&Change<'_>) -> Result<()>,
) -> Result<()> {
    workspace.change(label, now(), BY, act)
}

/// Takes the newest change back as somebody else.
pub(crate) fn undo(workspace: &mut Workspace) -> Result<JournalEntry> {
    workspace.undo(now(), UNDONE_BY)
}

/// Makes it again.
pub(crate) fn redo(workspace: &mut Workspace) -> Result<JournalEntry> {
    workspace.redo(now(), BY)
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A workspace with one row in every table (two where one refers to the other), not journalled. A numbered row has
/// the number 1, as the records below say.
pub(crate) fn filled(folder: &TempDir) -> (PathBuf, Workspace) {
    let path = folder.path().join("it.hadaf");
    let workspace = Workspace::build(&path, &info(), Existing::Keep, fill).unwrap();
    (path.canonicalize().unwrap(), workspace)
}

pub(crate) fn fill(change: &Change<'_>) -> Result<()> {
    change.put(&sector("ict"))?;
    change.put(&series("ict_total"))?;
    let source = change.add(&source("The Nation"))?;
    let observation = change.add(&observation("ict_total", "2024-11", "324", source))?;
    change.add(&correction(observation, source))?;
    change.put(&claim("T1", source))?;
    change.put(&claim("T2", source))?;
    change.put(&lineage("T2", "T1"))?;
    let disruption = change.add(&disruption(source))?;
    change.add(&condition_finding("T1", source))?;
    change.add(&cost_claim(Some(disruption), source))?;
    change.add(&budget_line(source))?;
    change.add(&initiative(source))?;
    let concern = change.add(&concern(Some(source)))?;
    change.add(&undertaking(Some(concern)))?;
    change.put(&scenario("april"))?;
    change.add(&import_layout("Total"))?;
    change.add(&acceptance())?;
    change.put(&kept::document('b'))?;
    change.put(&kept::content('b'))?;
    change.add(&kept::preference(source))?;
    Ok(())
}

pub(crate) fn sector(id: &str) -> Sector {
    Sector {
        id: id.parse().unwrap(),
        title: "ICT".into(),
        parent: None,
        ebops: Some("9".into()),
        position: 1,
    }
}

pub(crate) fn series(id: &str) -> Series {
    Series {
        id: id.parse().unwrap(),
        sector: "ict".parse().unwrap(),
        title: "ICT exports".into(),
        unit: "USD million".parse().unwrap(),
        frequency: Frequency::Month,
        measure: Measure::Flow,
        places: 0,
        part_of_total: false,
        position: 1,
        origin: "Central bank".into(),
        note: "BPM6 credits".into(),
        archived: false,
        formula: None,
    }
}

pub(crate) fn source(title: &str) -> Source {
    Source {
        id: SourceId(1),
        title: title.into(),
        publisher: "The Nation".into(),
        address: "https://example.org/a".into(),
        page: "3".into(),
        retrieved: Some(DAY),
        file_hash: Some("a".repeat(64)),
        note: String::new(),
    }
}

pub(crate) fn observation(series: &str, period: &str, value: &str, source: SourceId) -> Observation {
    Observation {
        id: ObservationId(1),
        series: series.parse().unwrap(),
        period: period.parse().unwrap(),
        basis: Basis::Period,
        value: decimal(value),
        status: Some(Status::First),
        published: Published::on(DAY),
        source,
        note: String::new(),
        entered_by: "Ayesha".into(),
        entered_at: now(),
        preferred: false,
    }
}

pub(crate) fn correction(observation: ObservationId, source: SourceId) -> Correction {
    Correction {
        id: CorrectionId(1),
        observation,
        value: Some(decimal("3240")),
        published: Published::on(DAY),
        source,
        corrected_by: "Ayesha".into(),
        corrected_at: now(),
    }
}

pub(crate) fn claim(id: &str, source: SourceId) -> Claim {
    Claim {
        id: id.parse().unwrap(),
        series: "ict_total".parse().unwrap(),
        kind: ClaimKind::Target,
        fiscal_year: Some("FY2026".parse().unwrap()),
        value: decimal("5200.50"),
        value_high: Some(decimal("5300")),
        unit: "USD million".parse().unwrap(),
        announced: Some(DAY),
        announced_approx: Some("before July 2025".into()),
        announced_latest: Some(DAY),
        seen: DAY,
        maker: "Minister".into(),
        office: "Ministry".into(),
        conditions: "only if".into(),
        note: "said twice".into(),
        source,
        page: "1".into(),
        quote: "we will".into(),
        official: true,
        standing: 3,
        not_scorable: Some("a test".into()),
        entered_by: "Ayesha".into(),
        entered_at: "2025-07-01T09:00:00Z".parse().unwrap(),
    }
}

pub(crate) fn lineage(from: &str, to: &str) -> Lineage {
    Lineage {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        kind: LineageKind::Restates,
    }
}

pub(crate) fn disruption(source: SourceId) -> Disruption {
    Disruption {
        id: DisruptionId(1),
        start: "2021-02".parse().unwrap(),
        end: Some("2021-02-12".parse().unwrap()),
        scope: "Nationwide".into(),
        kind: "submarine cable".into(),
        cost: Some(Amount::new(decimal("1.50"), "USD million".parse().unwrap())),
        cost_source: "PTA".into(),
        outage: Some(OutageKind::Cable),
        region_share: Some(decimal("0.50")),
        published: Published::on(DAY),
        earlier_of: None,
        source,
        note: "n".into(),
    }
}

pub(crate) fn budget_line(source: SourceId) -> BudgetLine {
    BudgetLine {
        id: BudgetLineId(1),
        fiscal_year: "FY2025".parse().unwrap(),
        body: "PSDP".into(),
        item: "All schemes".into(),
        unit: "PKR million".parse().unwrap(),
        allocated: Some(decimal("7341")),
        released: Some(decimal("5170.0")),
        spent: None,
        through: Some("2025-01".parse().unwrap()),
        published: Published::undated(DAY),
        earlier_of: None,
        source,
        note: "n".into(),
    }
}

pub(crate) fn initiative(source: SourceId) -> Initiative {
    Initiative {
        id: InitiativeId(1),
        name: "Retention".into(),
        owner: "SBP".into(),
        announced: Some("2023-10-23".parse().unwrap()),
        due: Some("2024".parse().unwrap()),
        status: "in effect".into(),
        state: Some(State::Running),
        closed: Some("2025".parse().unwrap()),
        published: Published::on(DAY),
        earlier_of: None,
        source,
        note: "n".into(),
    }
}

pub(crate) fn concern(source: Option<SourceId>) -> Concern {
    Concern {
        id: ConcernId(1),
        text: "Why is it slow?".into(),
        raised_by: "Chair".into(),
        raised: Some("2025-03".parse().unwrap()),
        answer: "Cable".into(),
        status: "answered".into(),
        published: Published::on(DAY),
        earlier_of: None,
        source,
        note: "n".into(),
    }
}

pub(crate) fn undertaking(concern: Option<ConcernId>) -> Undertaking {
    Undertaking {
        id: UndertakingId(1),
        concern,
        text: "Report monthly".into(),
        promised_by: "PTA".into(),
        promised: Some("2025-03-04".parse().unwrap()),
        due: Some("2025-06".parse().unwrap()),
        status: "open".into(),
        state: Some(State::Done),
        closed: Some("2025-05".parse().unwrap()),
        published: Published::on(DAY),
        earlier_of: None,
        source: None,
        note: "n".into(),
    }
}

pub(crate) fn condition_finding(claim: &str, source: SourceId) -> ConditionFinding {
    ConditionFinding {
        id: ConditionFindingId(1),
        claim: claim.parse().unwrap(),
        condition: "no shutdown".into(),
        disruption: None,
        met: false,
        evidence: "Mobile data was off".into(),
        source,
        judged: DAY,
        entered_by: "Ayesha".into(),
        entered_at: now(),
    }
}

pub(crate) fn cost_claim(disruption: Option<DisruptionId>, source: SourceId) -> CostClaim {
    CostClaim {
        id: CostClaimId(1),
        disruption,
        start: Some("2024".parse().unwrap()),
        end: Some("2024-12-31".parse().unwrap()),
        amount: Amount::new(decimal("300.0"), "USD million".parse().unwrap()),
        concept: CostConcept::Industry,
        maker: "P@SHA".into(),
        method: "not told".into(),
        published: Published::on(DAY),
        earlier_of: None,
        source,
        note: "n".into(),
    }
}

pub(crate) fn acceptance() -> Acceptance {
    Acceptance {
        id: AcceptanceId(1),
        kind: "break".into(),
        series: "ict_total".parse().unwrap(),
        period: Some("2024-11".parse().unwrap()),
        about: "324".into(),
        anyway: false,
        because: "A bulk order".into(),
        accepted_by: "Ayesha".into(),
        accepted_at: now(),
    }
}

pub(crate) fn scenario(id: &str) -> Scenario {
    let setting = |low: &str, central: &str, high: &str| Setting {
        mild: decimal(low),
        central: decimal(central),
        severe: decimal(high),
    };
    Scenario {
        id: id.parse().unwrap(),
        title: "A week offline".into(),
        note: "n".into(),
        assumptions: Assumptions {
            outages: vec![Outage {
                title: "April".into(),
                kind: OutageKind::National,
                start: date(2026, 4, 6),
                days: setting("3", "7", "14.50"),
                region_share: None,
            }],
            factors: [("capacity_national".parse().unwrap(), setting("0.60", "0.80", "0.95"))].into(),
            ..Assumptions::default()
        },
        position: 1,
        entered_by: "Ayesha".into(),
        entered_at: now(),
    }
}

pub(crate) fn import_layout(label: &str) -> ImportLayout {
    ImportLayout {
        id: ImportLayoutId(1),
        name: "monthly.xlsx".into(),
        mapping: ImportMapping {
            series: [
                (label.to_owned(), Some("ict_total".parse().unwrap())),
                ("Change".into(), None),
            ]
            .into(),
            answers: [("year_meaning".to_owned(), "year_ends".to_owned())].into(),
        },
    }
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A connection past the crate under test.
pub(crate) fn raw(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

pub(crate) type Dump = BTreeMap<String, Vec<Vec<Value>>>;

/// All rows of every table but the journal.
pub(crate) fn dump(path: &Path) -> Dump {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    TABLES
        .iter()
        .map(|table| ((*table).to_owned(), rows(&conn, table)))
        .collect()
}

/// All rows of one table, in the order of their values.
pub(crate) fn rows(conn: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let width = statement.column_count();
    let read = statement.query_map([], |row| (0..width).map(|column| row.get(column)).collect());
    let mut rows: Vec<Vec<Value>> = read.unwrap().map(rusqlite::Result::unwrap).collect();
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}

/// A file of the first `version` formats, with a row where there is a table for it.
pub(crate) fn historic(path: &Path, version: i64) {
    let conn = Connection::open(path).unwrap();
    for sql in MIGRATIONS.iter().take(usize::try_from(version).unwrap()) {
        conn.execute_batch(sql).unwrap();
    }
    conn.pragma_update(None, "application_id", 0x4861_6466).unwrap();
    conn.pragma_update(None, "user_version", version).unwrap();
    conn.execute_batch(
        "INSERT INTO workspace (id, name, currency, fiscal_year_start_month, created)
             VALUES (1, 'Old', 'USD', 7, '2026-01-01T00:00:00Z');
         INSERT INTO sector VALUES ('ict', 'ICT', NULL, NULL, 1);",
    )
    .unwrap();
}

const MIGRATIONS: [&str; 17] = [
    include_str!("../../migrations/0001_series.sql"),
    include_str!("../../migrations/0002_claims.sql"),
    include_str!("../../migrations/0003_registers.sql"),
    include_str!("../../migrations/0004_journal.sql"),
    include_str!("../../migrations/0005_outlook.sql"),
    include_str!("../../migrations/0006_scenario.sql"),
    include_str!("../../migrations/0007_corrections.sql"),
    include_str!("../../migrations/0008_year_names.sql"),
    include_str!("../../migrations/0009_undone.sql"),
    include_str!("../../migrations/0010_import_layouts.sql"),
    include_str!("../../migrations/0011_archived.sql"),
    include_str!("../../migrations/0012_register_states.sql"),
    include_str!("../../migrations/0013_acceptance.sql"),
    include_str!("../../migrations/0014_holidays.sql"),
    include_str!("../../migrations/0015_document.sql"),
    include_str!("../../migrations/0016_preference.sql"),
    include_str!("../../migrations/0017_formula.sql"),
];

/// Today's format.
pub(crate) const VERSION: i64 = 17;

/// The file and its journal as a power cut in the middle of a change would leave them, at `to`.
pub(crate) fn cut_short(path: &Path, to: &Path) {
    let conn = raw(path);
    // So small that the change reaches the file before it is committed.
    conn.execute_batch("PRAGMA cache_size = 2; BEGIN IMMEDIATE;").unwrap();
    for n in 0..500 {
        conn.execute(
            "INSERT INTO sector VALUES (?1, ?2, NULL, NULL, 1)",
            (format!("s{n}"), "x".repeat(200)),
        )
        .unwrap();
    }
    let journal = |path: &Path| path.with_file_name(format!("{}-journal", path.file_name().unwrap().display()));
    assert!(journal(path).metadata().unwrap().len() > 512, "the change has begun");
    std::fs::copy(path, to).unwrap();
    std::fs::copy(journal(path), journal(to)).unwrap();
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<String> = entries
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
