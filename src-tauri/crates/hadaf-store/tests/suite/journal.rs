//! Undo for everything: `undo` then `redo` is the identity on the whole database.

use std::path::Path;

use hadaf_core::{
    BudgetLine, Claim, ClaimId, Concern, ConditionFinding, CostClaim, Disruption, Initiative, Lineage, LineageKind,
    Observation, Scenario, ScenarioId, Sector, SectorId, Series, SeriesId, Source, SourceId, State, Status,
    Undertaking,
};
use hadaf_store::{Access, BackupState, Change, Existing, Named, Numbered, Record, Result, StoreError, Workspace};
use proptest::prelude::*;

use crate::kit::{self, Dump, TABLES, dump, filled, folder, now};

const BY: &str = "Ayesha";

fn change(workspace: &mut Workspace, label: &str, act: impl FnOnce(&Change<'_>) -> Result<()>) -> Result<()> {
    workspace.change(label, now(), BY, act)
}

#[test]
fn an_entry_says_what_when_and_by_whom() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a sector", |change| {
        change.put(&kit::sector("telecom"))
    })
    .unwrap();
    drop(workspace);

    let workspace = Workspace::open(&path, Access::Read).unwrap();
    let read = workspace.read().unwrap();
    let log = read.log().unwrap();
    let [entry] = log.as_slice() else { panic!("{log:?}") };
    assert_eq!(
        (entry.id, entry.label.as_str(), entry.at, entry.by.as_str()),
        (1, "Add a sector", now(), BY)
    );
    assert!(!entry.undone && !entry.dropped);
    assert_eq!(read.next_undo().unwrap().as_ref(), Some(entry));
    assert_eq!(read.next_redo().unwrap(), None);
}

#[test]
fn what_changes_nothing_leaves_no_entry_and_keeps_redo() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    workspace.undo().unwrap();
    change(&mut workspace, "Nothing", |_| Ok(())).unwrap();
    change(&mut workspace, "The same again", |change| {
        change.put(&kit::sector("ict"))
    })
    .unwrap();
    change(&mut workspace, "There and back", |change| {
        change.put(&kit::sector("telecom"))?;
        change.remove::<Sector>(&"telecom".parse().unwrap())
    })
    .unwrap();
    assert_eq!(workspace.read().unwrap().log().unwrap().len(), 1);
    assert_eq!(workspace.redo().unwrap().label, "Add");
}

#[test]
fn a_failing_change_leaves_nothing() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    let before = dump(&path);
    let failed = change(&mut workspace, "Half", |change| {
        change.put(&kit::sector("telecom"))?;
        change.add(&kit::observation("no_such_series", "2024-12", "1", SourceId(1)))?;
        Ok(())
    });
    assert!(matches!(failed, Err(StoreError::Constraint(_))), "{failed:?}");
    assert_eq!(dump(&path), before);
    assert!(workspace.read().unwrap().log().unwrap().is_empty());
}

#[test]
fn a_change_after_undo_drops_what_could_be_redone_but_the_log_keeps_it() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    for id in ["one", "two"] {
        change(&mut workspace, id, |change| change.put(&kit::sector(id))).unwrap();
    }
    assert_eq!(workspace.undo().unwrap().label, "two");
    change(&mut workspace, "three", |change| change.put(&kit::sector("three"))).unwrap();
    assert!(matches!(workspace.redo(), Err(StoreError::NothingToRedo)));
    let log = workspace.read().unwrap().log().unwrap();
    let shown: Vec<_> = log
        .iter()
        .map(|entry| (entry.label.as_str(), entry.undone, entry.dropped))
        .collect();
    assert_eq!(
        shown,
        [("three", false, false), ("two", true, true), ("one", false, false)]
    );
    assert_eq!(workspace.undo().unwrap().label, "three");
    assert_eq!(workspace.undo().unwrap().label, "one");
    assert!(matches!(workspace.undo(), Err(StoreError::NothingToUndo)));
}

#[test]
fn undo_refuses_what_no_longer_fits() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a sector", |change| {
        change.put(&kit::sector("telecom"))
    })
    .unwrap();
    drop(workspace);
    // Somebody edits the file past us, with foreign keys respected.
    kit::raw(&path)
        .execute("UPDATE sector SET title = 'Other' WHERE id = 'telecom'", [])
        .unwrap();
    let before = dump(&path);

    let mut workspace = Workspace::open(&path, Access::Write).unwrap();
    let refused = workspace.undo();
    assert!(
        matches!(&refused, Err(StoreError::Conflict(label)) if label == "Add a sector"),
        "{refused:?}"
    );
    assert_eq!(dump(&path), before);
    assert!(!workspace.read().unwrap().log().unwrap()[0].undone);
}

#[test]
fn undo_refuses_to_leave_a_reference_to_nothing() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add a source", |change| {
        change.add(&kit::source("Dawn")).map(|_| ())
    })
    .unwrap();
    kit::raw(&path)
        .execute("UPDATE observation SET source = 2", [])
        .unwrap();
    let before = dump(&path);
    assert!(matches!(workspace.undo(), Err(StoreError::Conflict(_))));
    assert_eq!(dump(&path), before);
}

#[test]
fn a_journal_from_elsewhere_reaches_the_data_tables_only() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    drop(workspace);
    // A changeset that would rewrite the journal itself, and one that is no changeset.
    let conn = kit::raw(&path);
    let mut session = rusqlite::session::Session::new(&conn).unwrap();
    session.attach(Some("journal")).unwrap();
    conn.execute("UPDATE journal SET by = 'Mallory'", []).unwrap();
    let mut forged = Vec::new();
    session.changeset_strm(&mut forged).unwrap();
    drop(session);
    conn.execute(
        "UPDATE journal SET by = ?1, changeset = ?2",
        rusqlite::params![BY, forged],
    )
    .unwrap();
    drop(conn);
    let mut workspace = Workspace::open(&path, Access::Write).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.read().unwrap().log().unwrap()[0].by, BY);

    kit::raw(&path)
        .execute("UPDATE journal SET undone = 0, changeset = x'54ff00aa'", [])
        .unwrap();
    let before = dump(&path);
    let refused = workspace.undo();
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(dump(&path), before);
}

/// One undo test per table: an insertion, a new content and a removal are each taken back.
#[test]
fn every_table_is_undone() {
    for (index, table) in TABLES.iter().enumerate() {
        for action in [Action::Add, Action::Amend, Action::Remove] {
            let folder = folder();
            let (path, mut workspace) = filled(&folder);
            let op = Op {
                table: index,
                action,
                pick: 0,
                seed: 7,
            };
            // Only rows that nothing refers to can go; the second claim and the fresh ones can.
            change(&mut workspace, "Prepare", |change| prepare_removal(change, table)).unwrap();
            let entries = workspace.read().unwrap().log().unwrap().len();
            let before = dump(&path);
            change(&mut workspace, "Act", |change| act(change, &op)).unwrap();
            let after = dump(&path);
            assert_ne!(before[*table], after[*table], "{table} {action:?} did something");
            assert_eq!(workspace.read().unwrap().log().unwrap().len(), entries + 1);
            workspace.undo().unwrap();
            assert_eq!(dump(&path), before, "undo of {table} {action:?}");
            workspace.redo().unwrap();
            assert_eq!(dump(&path), after, "redo of {table} {action:?}");
        }
    }
}

/// Empties whatever refers to `table`, so that its first row can be removed.
fn prepare_removal(change: &Change<'_>, table: &str) -> Result<()> {
    let at = TABLES.iter().position(|name| *name == table).unwrap();
    for referring in TABLES.iter().skip(at + 1).rev() {
        match *referring {
            "cost_claim" => clear::<CostClaim>(change, |row| row.id)?,
            "condition_finding" => clear::<ConditionFinding>(change, |row| row.id)?,
            "undertaking" => clear::<Undertaking>(change, |row| row.id)?,
            "concern" => clear::<Concern>(change, |row| row.id)?,
            "initiative" => clear::<Initiative>(change, |row| row.id)?,
            "budget_line" => clear::<BudgetLine>(change, |row| row.id)?,
            "disruption" => clear::<Disruption>(change, |row| row.id)?,
            "claim_lineage" => clear::<Lineage>(change, |row| (row.from.clone(), row.to.clone()))?,
            "claim" if table != "claim_lineage" => clear::<Claim>(change, |row| row.id.clone())?,
            "observation" => clear::<Observation>(change, |row| row.id)?,
            "series" => clear::<Series>(change, |row| row.id.clone())?,
            _ => {}
        }
    }
    Ok(())
}

fn clear<R: Record>(change: &Change<'_>, key: impl Fn(&R) -> R::Key) -> Result<()> {
    change
        .list::<R>()?
        .iter()
        .try_for_each(|row| change.remove::<R>(&key(row)))
}

// Random sequences of commands.

#[derive(Debug, Clone, Copy)]
enum Action {
    Add,
    Amend,
    Remove,
}

/// One row of one table is written. `pick` chooses among the rows there are, `seed` the content.
#[derive(Debug, Clone)]
struct Op {
    table: usize,
    action: Action,
    pick: usize,
    seed: u32,
}

#[derive(Debug, Clone)]
enum Command {
    Change(Vec<Op>),
    Undo,
    Redo,
    Reopen,
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let action = prop_oneof![3 => Just(Action::Add), 2 => Just(Action::Amend), 2 => Just(Action::Remove)];
    let op = (0..TABLES.len(), action, 0..8_usize, 0..40_u32);
    prop::collection::vec(
        op.prop_map(|(table, action, pick, seed)| Op {
            table,
            action,
            pick,
            seed,
        }),
        1..5,
    )
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
    let command = prop_oneof![
        8 => ops().prop_map(Command::Change),
        3 => Just(Command::Undo),
        2 => Just(Command::Redo),
        1 => Just(Command::Reopen),
    ];
    prop::collection::vec(command, 1..24)
}

fn act(change: &Change<'_>, op: &Op) -> Result<()> {
    let Op { pick, seed, .. } = *op;
    let text = format!("text {seed}");
    let word = format!("w{}", seed % 6);
    let source = nth(change.list::<Source>()?, pick).map_or(SourceId(999), |row| row.id);
    match TABLES[op.table] {
        "workspace" => {
            let mut info = change.info()?;
            info.name = text;
            info.calendar = hadaf_core::FiscalCalendar::new(1 + (seed % 12) as u8).unwrap();
            // The one row can be changed, not added or removed.
            change.set_info(&info)
        }
        "sector" => {
            let parent = nth(change.list::<Sector>()?, pick).map(|row| row.id);
            let make = |id: SectorId| Sector {
                parent: parent.clone().filter(|parent| *parent != id && seed % 3 == 0),
                title: text.clone(),
                id,
                ..kit::sector("x")
            };
            named(change, op, word.parse().unwrap(), |row: &Sector| row.id.clone(), make)
        }
        "series" => {
            let sector = nth(change.list::<Sector>()?, pick).map_or("none".parse().unwrap(), |row| row.id);
            let make = |id: SeriesId| Series {
                id,
                sector: sector.clone(),
                note: text.clone(),
                ..kit::series("x")
            };
            named(change, op, word.parse().unwrap(), |row: &Series| row.id.clone(), make)
        }
        "source" => numbered(
            change,
            op,
            |row: &Source| row.id,
            |id| Source {
                id: id.unwrap_or(SourceId(0)),
                retrieved: None,
                ..kit::source(&text)
            },
        ),
        "observation" => {
            let series = nth(change.list::<Series>()?, pick).map_or("none".into(), |row| row.id.to_string());
            numbered(
                change,
                op,
                |row: &Observation| row.id,
                |id| Observation {
                    id: id.unwrap_or(0),
                    status: Status::Revised,
                    through: seed % 2 == 0,
                    ..kit::observation(&series, "2025-03", &format!("{seed}.50"), source)
                },
            )
        }
        "claim" => {
            let make = |id: ClaimId| Claim {
                quote: text.clone(),
                value_high: None,
                ..kit::claim(id.as_str(), source)
            };
            named(
                change,
                op,
                word.to_uppercase().parse().unwrap(),
                |row: &Claim| row.id.clone(),
                make,
            )
        }
        "claim_lineage" => {
            let claims = change.list::<Claim>()?;
            let id = |index| nth(claims.clone(), index).map_or("NONE".parse().unwrap(), |row: Claim| row.id);
            let kind = LineageKind::ALL[1 + (seed % 2) as usize];
            let key = |row: &Lineage| (row.from.clone(), row.to.clone());
            let make = |(from, to)| Lineage { from, to, kind };
            named(change, op, (id(pick), id(pick + 1)), key, make)
        }
        "disruption" => numbered(
            change,
            op,
            |row: &Disruption| row.id,
            |id| Disruption {
                id: id.unwrap_or(0),
                scope: text.clone(),
                cost: None,
                ..kit::disruption(source)
            },
        ),
        "budget_line" => numbered(
            change,
            op,
            |row: &BudgetLine| row.id,
            |id| BudgetLine {
                id: id.unwrap_or(0),
                spent: Some(kit::decimal(&format!("{seed}.0"))),
                ..kit::budget_line(source)
            },
        ),
        "initiative" => numbered(
            change,
            op,
            |row: &Initiative| row.id,
            |id| Initiative {
                id: id.unwrap_or(0),
                status: text.clone(),
                ..kit::initiative(source)
            },
        ),
        "concern" => numbered(
            change,
            op,
            |row: &Concern| row.id,
            |id| Concern {
                id: id.unwrap_or(0),
                answer: text.clone(),
                ..kit::concern(Some(source).filter(|_| seed % 2 == 0))
            },
        ),
        "undertaking" => {
            let concern = nth(change.list::<Concern>()?, pick).map(|row| row.id);
            numbered(
                change,
                op,
                |row: &Undertaking| row.id,
                |id| Undertaking {
                    id: id.unwrap_or(0),
                    status: text.clone(),
                    state: State::ALL.get(seed as usize % 5).copied(),
                    ..kit::undertaking(concern)
                },
            )
        }
        "condition_finding" => {
            let claim = nth(change.list::<Claim>()?, pick).map_or("NONE".into(), |row| row.id.to_string());
            numbered(
                change,
                op,
                |row: &ConditionFinding| row.id,
                |id| ConditionFinding {
                    id: id.unwrap_or(0),
                    met: seed % 2 == 0,
                    evidence: text.clone(),
                    ..kit::condition_finding(&claim, source)
                },
            )
        }
        "cost_claim" => {
            let disruption = nth(change.list::<Disruption>()?, pick).map(|row| row.id);
            numbered(
                change,
                op,
                |row: &CostClaim| row.id,
                |id| CostClaim {
                    id: id.unwrap_or(0),
                    method: text.clone(),
                    ..kit::cost_claim(disruption.filter(|_| seed % 3 > 0), source)
                },
            )
        }
        "scenario" => {
            let make = |id: ScenarioId| Scenario {
                title: text.clone(),
                position: i64::from(seed),
                ..kit::scenario(id.as_str())
            };
            named(change, op, word.parse().unwrap(), |row: &Scenario| row.id.clone(), make)
        }
        other => unreachable!("{other}"),
    }
}

fn nth<T>(mut rows: Vec<T>, pick: usize) -> Option<T> {
    (!rows.is_empty()).then(|| rows.swap_remove(pick % rows.len()))
}

fn named<R: Named>(
    change: &Change<'_>,
    op: &Op,
    fresh: R::Key,
    key: impl Fn(&R) -> R::Key,
    make: impl Fn(R::Key) -> R,
) -> Result<()> {
    let picked = nth(change.list::<R>()?, op.pick).map(|row| key(&row));
    match (op.action, picked) {
        (Action::Add, _) => change.put(&make(fresh)),
        (Action::Amend, Some(key)) => change.amend(&make(key)),
        (Action::Remove, Some(key)) => change.remove::<R>(&key),
        (Action::Amend | Action::Remove, None) => Ok(()),
    }
}

fn numbered<R: Numbered>(
    change: &Change<'_>,
    op: &Op,
    key: impl Fn(&R) -> R::Key,
    make: impl Fn(Option<R::Key>) -> R,
) -> Result<()> {
    let picked = nth(change.list::<R>()?, op.pick).map(|row| key(&row));
    match (op.action, picked) {
        (Action::Add, _) => change.add(&make(None)).map(|_| ()),
        (Action::Amend, Some(key)) => change.amend(&make(Some(key))),
        (Action::Remove, Some(key)) => change.remove::<R>(&key),
        (Action::Amend | Action::Remove, None) => Ok(()),
    }
}

/// What the workspace must look like: one dump per change that stands or can be redone.
struct Model {
    states: Vec<Dump>,
    now: usize,
}

impl Model {
    fn step(&mut self, workspace: &mut Workspace, path: &Path, command: &Command) {
        match command {
            Command::Change(ops) => {
                let entries = workspace.read().unwrap().log().unwrap().len();
                let done = change(workspace, "Random", |change| {
                    ops.iter().try_for_each(|op| act(change, op))
                });
                if let Err(error) = &done {
                    assert!(matches!(error, StoreError::Constraint(_)), "{error:?}");
                }
                if workspace.read().unwrap().log().unwrap().len() > entries {
                    assert!(done.is_ok());
                    self.states.truncate(self.now + 1);
                    self.states.push(dump(path));
                    self.now += 1;
                    assert_ne!(
                        self.states[self.now],
                        self.states[self.now - 1],
                        "an entry that changed nothing"
                    );
                }
            }
            Command::Undo if self.now == 0 => {
                assert!(matches!(workspace.undo(), Err(StoreError::NothingToUndo)));
            }
            Command::Undo => {
                workspace.undo().unwrap();
                self.now -= 1;
            }
            Command::Redo if self.now + 1 == self.states.len() => {
                assert!(matches!(workspace.redo(), Err(StoreError::NothingToRedo)));
            }
            Command::Redo => {
                workspace.redo().unwrap();
                self.now += 1;
            }
            Command::Reopen => {}
        }
        assert_eq!(dump(path), self.states[self.now], "after {command:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_then_redo_is_the_identity(commands in commands()) {
        let folder = folder();
        let (path, mut workspace) = filled(&folder);
        let mut model = Model { states: vec![dump(&path)], now: 0 };
        for command in &commands {
            if let Command::Reopen = command {
                drop(workspace);
                workspace = Workspace::open(&path, Access::Write).unwrap();
            }
            model.step(&mut workspace, &path, command);
        }
        while model.now > 0 {
            model.step(&mut workspace, &path, &Command::Undo);
        }
        drop(workspace);
        workspace = Workspace::open(&path, Access::Write).unwrap();
        while model.now + 1 < model.states.len() {
            model.step(&mut workspace, &path, &Command::Redo);
        }
        prop_assert!(workspace.integrity().unwrap().is_empty());
    }
}

#[test]
fn the_first_change_of_a_session_keeps_a_copy_and_three_are_kept() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    assert_eq!(*workspace.backup(), BackupState::NotYet);
    let mut states = Vec::new();
    for session in 0..5 {
        states.push(dump(&path));
        for step in 0..2 {
            let id = format!("s{session}_{step}");
            change(&mut workspace, "Add", |change| change.put(&kit::sector(&id))).unwrap();
        }
        let newest = path.with_file_name("it.hadaf.bak-1");
        assert_eq!(*workspace.backup(), BackupState::Taken(newest));
        drop(workspace);
        workspace = Workspace::open(&path, Access::Write).unwrap();
    }
    drop(workspace);
    let mut names: Vec<_> = folder
        .path()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["it.hadaf", "it.hadaf.bak-1", "it.hadaf.bak-2", "it.hadaf.bak-3"]
    );
    for (n, state) in (1..=3).zip(states.iter().rev()) {
        let backup = path.with_file_name(format!("it.hadaf.bak-{n}"));
        assert_eq!(dump(&backup), *state, "backup {n}");
        Workspace::open(&backup, Access::Read).unwrap();
    }
}

#[test]
fn a_change_is_not_held_up_by_a_backup_that_fails() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    // A folder stands where the copy should be written.
    let in_the_way = path.with_file_name(".it.hadaf.bak-1.part");
    std::fs::create_dir(&in_the_way).unwrap();
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    assert!(
        matches!(workspace.backup(), BackupState::Failed(_)),
        "{:?}",
        workspace.backup()
    );
    std::fs::remove_dir(&in_the_way).unwrap();
    workspace.undo().unwrap();
    assert!(
        matches!(workspace.backup(), BackupState::Taken(_)),
        "the next change tries again"
    );
}

#[test]
fn a_copy_is_the_whole_workspace_with_its_way_back() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    change(&mut workspace, "Add", |change| change.put(&kit::sector("telecom"))).unwrap();
    let copy = folder.path().join("copy.hadaf");
    workspace.save_copy(&copy, Existing::Keep).unwrap();
    assert_eq!(dump(&copy), dump(&path));
    assert!(matches!(
        workspace.save_copy(&copy, Existing::Keep),
        Err(StoreError::Exists(_))
    ));
    assert!(matches!(
        workspace.save_copy(&path, Existing::Replace),
        Err(StoreError::Exists(_))
    ));
    workspace.undo().unwrap();
    workspace.save_copy(&copy, Existing::Replace).unwrap();
    assert_eq!(dump(&copy), dump(&path));
    let mut opened = Workspace::open(&copy, Access::Write).unwrap();
    assert_eq!(opened.redo().unwrap().label, "Add");
    // Somebody has it open now.
    assert!(matches!(
        workspace.save_copy(&copy, Existing::Replace),
        Err(StoreError::ReadOnly(_))
    ));
}
