//! Undo for everything: `undo` then `redo` is the identity on the whole database.

use std::path::Path;

use hadaf_store::{Access, StoreError, Workspace};
use proptest::prelude::*;

use crate::kit::{self, Dump, TABLES, change, dump, filled, folder};
use crate::written::{Action, Op, act, clear_what_refers_to};

/// One undo test per table: an insertion, a new content and a removal are each taken back.
#[test]
fn every_table_is_undone() {
    for table in TABLES {
        for action in [Action::Add, Action::Amend, Action::Remove] {
            let folder = folder();
            let (path, mut workspace) = filled(&folder);
            let op = Op {
                table,
                action,
                pick: 0,
                seed: 7,
            };
            // Only rows that nothing refers to can go; the second claim and the fresh ones can.
            change(&mut workspace, "Prepare", |change| clear_what_refers_to(change, table)).unwrap();
            let entries = workspace.read().unwrap().log().unwrap().len();
            let before = dump(&path);
            change(&mut workspace, "Act", |change| act(change, &op)).unwrap();
            let after = dump(&path);
            assert_ne!(before[table], after[table], "{table} {action:?} did something");
            assert_eq!(workspace.read().unwrap().log().unwrap().len(), entries + 1);
            kit::undo(&mut workspace).unwrap();
            assert_eq!(dump(&path), before, "undo of {table} {action:?}");
            kit::redo(&mut workspace).unwrap();
            assert_eq!(dump(&path), after, "redo of {table} {action:?}");
        }
    }
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
    let op = (prop::sample::select(&TABLES[..]), action, 0..8_usize, 0..40_u32);
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
                assert!(matches!(kit::undo(workspace), Err(StoreError::NothingToUndo)));
            }
            Command::Undo => {
                kit::undo(workspace).unwrap();
                self.now -= 1;
            }
            Command::Redo if self.now + 1 == self.states.len() => {
                assert!(matches!(kit::redo(workspace), Err(StoreError::NothingToRedo)));
            }
            Command::Redo => {
                kit::redo(workspace).unwrap();
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
