//! What was written reads back as it was.

use std::fmt::Debug;

use hadaf_core::{
    Acceptance, AcceptanceId, Assumptions, Basis, BudgetLine, BudgetLineId, Claim, Concern, ConcernId,
    ConditionFinding, ConditionFindingId, Correction, CorrectionId, CostClaim, CostClaimId, CostConcept, Disruption,
    DisruptionId, Initiative, InitiativeId, Lineage, Observation, ObservationId, Preference, PreferenceId, Published,
    Scenario, Sector, Series, Source, SourceDocument, SourceId, Status, Undertaking, UndertakingId,
};
use hadaf_store::{Access, Change, Existing, Named, Numbered, Reader, Result, TableRow, Workspace};
use jiff::civil::date;

use crate::kept;
use crate::kit::{self, filled, folder, info, now};

#[test]
fn every_record_reads_back_as_it_was_written() {
    fn all<R: TableRow + Debug + PartialEq>(read: &Reader<'_>, written: &[R]) {
        assert_eq!(read.list::<R>().unwrap(), written);
        assert_eq!(read.count::<R>().unwrap(), written.len());
        for record in written {
            assert_eq!(read.get(&record.key()).unwrap().as_ref(), Some(record));
        }
    }
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let workspace = Workspace::open(&path, Access::Read).unwrap();
    let read = workspace.read().unwrap();
    let source = SourceId(1);
    assert_eq!(read.info().unwrap(), info());
    all(&read, &[kit::sector("ict")]);
    all(&read, &[kit::series("ict_total")]);
    all(&read, &[kit::source("The Nation")]);
    all(&read, &[kit::observation("ict_total", "2024-11", "324", source)]);
    all(&read, &[kit::correction(ObservationId(1), source)]);
    all(&read, &[kit::claim("T1", source), kit::claim("T2", source)]);
    all(&read, &[kit::lineage("T2", "T1")]);
    all(&read, &[kit::disruption(source)]);
    all(&read, &[kit::budget_line(source)]);
    all(&read, &[kit::initiative(source)]);
    all(&read, &[kit::concern(Some(source))]);
    all(&read, &[kit::undertaking(Some(ConcernId(1)))]);
    all(&read, &[kit::condition_finding("T1", source)]);
    all(&read, &[kit::cost_claim(Some(DisruptionId(1)), source)]);
    all(&read, &[kit::scenario("april")]);
    all(&read, &[kit::import_layout("Total")]);
    all(&read, &[kit::acceptance()]);
    all(&read, &[kept::document('b')]);
    all(&read, &[kept::content('b')]);
    all(&read, &[kept::preference(source)]);
    assert_eq!(read.get::<Claim>(&"T3".parse().unwrap()).unwrap(), None);
}

/// Enters a record into a workspace with one row in every table, and finds it again.
fn reads_back<R: TableRow + Debug + PartialEq>(record: &R, enter: impl FnOnce(&Change<'_>) -> Result<R::Key>) {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let key = workspace.change("Enter", now(), "A", enter).unwrap();
    assert_eq!(workspace.read().unwrap().get(&key).unwrap().as_ref(), Some(record));
}

fn named_reads_back<R: Named + Debug + PartialEq>(record: &R) {
    reads_back(record, |change| change.put(record).map(|()| record.key()));
}

fn numbered_reads_back<R: Numbered + Debug + PartialEq>(record: &R) {
    reads_back(record, |change| change.add(record));
}

const SOURCE: SourceId = SourceId(1);

fn about() -> Published {
    Published::about("2025-01".parse().unwrap(), date(2026, 11, 23))
}

/// The other way round from the records above: what may be missing is, what may be so is not.
#[test]
fn what_is_measured_and_claimed_reads_back_with_the_least_in_it() {
    named_reads_back(&Sector {
        parent: Some("ict".parse().unwrap()),
        ebops: None,
        ..kit::sector("part")
    });
    named_reads_back(&Series {
        part_of_total: true,
        places: 9,
        ..kit::series("other")
    });
    named_reads_back(&Series {
        formula: Some("share(ict_total, other) - growth(ict_total)".parse().unwrap()),
        ..kit::series("derived")
    });
    numbered_reads_back(&Source {
        id: SourceId(2),
        retrieved: None,
        file_hash: None,
        ..kit::source("Bare")
    });
    numbered_reads_back(&Observation {
        id: ObservationId(2),
        basis: Basis::ToDate,
        status: None,
        published: about(),
        ..kit::observation("ict_total", "2025-01", "1", SOURCE)
    });
    numbered_reads_back(&Observation {
        id: ObservationId(2),
        status: Some(Status::Withdrawn),
        ..kit::observation("ict_total", "2025-01", "0", SOURCE)
    });
    numbered_reads_back(&Acceptance {
        id: AcceptanceId(2),
        period: None,
        about: String::new(),
        anyway: true,
        because: String::new(),
        ..kit::acceptance()
    });
    named_reads_back(&SourceDocument {
        beside: Some("papers/release.pdf".into()),
        ..kept::document('c')
    });
    numbered_reads_back(&Preference {
        id: PreferenceId(2),
        period: "FY2025".parse().unwrap(),
        ..kept::preference(SOURCE)
    });
    numbered_reads_back(&Correction {
        id: CorrectionId(2),
        value: None,
        published: about(),
        ..kit::correction(ObservationId(1), SOURCE)
    });
    named_reads_back(&Claim {
        fiscal_year: None,
        value_high: None,
        announced: None,
        announced_approx: None,
        announced_latest: None,
        official: false,
        not_scorable: None,
        ..kit::claim("T9", SOURCE)
    });
    named_reads_back(&Lineage {
        kind: hadaf_core::LineageKind::Replaces,
        ..kit::lineage("T1", "T2")
    });
    numbered_reads_back(&ConditionFinding {
        disruption: Some(DisruptionId(1)),
        id: ConditionFindingId(2),
        met: true,
        ..kit::condition_finding("T2", SOURCE)
    });
}

#[test]
fn a_scenario_reads_back_with_the_least_in_it() {
    named_reads_back(&Scenario {
        assumptions: Assumptions::default(),
        ..kit::scenario("empty")
    });
}

#[test]
fn registers_read_back_with_the_least_in_them() {
    numbered_reads_back(&Disruption {
        id: DisruptionId(2),
        earlier_of: Some(DisruptionId(1)),
        published: about(),
        end: None,
        cost: None,
        outage: None,
        region_share: None,
        ..kit::disruption(SOURCE)
    });
    numbered_reads_back(&CostClaim {
        id: CostClaimId(2),
        earlier_of: Some(CostClaimId(1)),
        start: None,
        end: None,
        published: about(),
        concept: CostConcept::Gdp,
        ..kit::cost_claim(None, SOURCE)
    });
    numbered_reads_back(&BudgetLine {
        id: BudgetLineId(2),
        earlier_of: Some(BudgetLineId(1)),
        allocated: None,
        released: None,
        spent: Some(kit::decimal("0.10")),
        through: None,
        published: about(),
        ..kit::budget_line(SOURCE)
    });
    numbered_reads_back(&Initiative {
        id: InitiativeId(2),
        earlier_of: Some(InitiativeId(1)),
        published: about(),
        announced: None,
        due: None,
        state: None,
        closed: None,
        ..kit::initiative(SOURCE)
    });
    numbered_reads_back(&Concern {
        id: ConcernId(2),
        earlier_of: Some(ConcernId(1)),
        published: about(),
        raised: None,
        ..kit::concern(None)
    });
    numbered_reads_back(&Undertaking {
        id: UndertakingId(2),
        earlier_of: Some(UndertakingId(1)),
        published: about(),
        promised: None,
        due: None,
        state: None,
        closed: None,
        source: Some(SOURCE),
        ..kit::undertaking(None)
    });
}

#[test]
fn numbers_read_back_digit_for_digit() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let published = ["2619.100", "0.0", "-12.50", "9223372036854775807", "0.000000001", "3"];
    let periods = ["2025-01", "2025-02", "2025-03", "2025-Q4", "FY2025", "FY2026"];
    workspace
        .change("Enter", now(), "A", |change| {
            for (value, period) in published.iter().zip(periods) {
                change.add(&kit::observation("ict_total", period, value, SourceId(1)))?;
            }
            Ok::<_, hadaf_store::StoreError>(())
        })
        .unwrap();
    let read = workspace.read().unwrap();
    for (value, period) in published.iter().zip(periods) {
        let observations = read
            .observations_for(&"ict_total".parse().unwrap(), period.parse().unwrap(), Basis::Period)
            .unwrap();
        let [observation] = observations.as_slice() else {
            panic!("{observations:?}")
        };
        assert_eq!(observation.value.to_string(), *value);
    }
}

/// What has a type in the program is a plain text or number in the file, as it always was.
#[test]
fn numbers_moments_and_bases_lie_in_the_file_as_before() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    let to_date = Observation {
        basis: Basis::ToDate,
        ..kit::observation("ict_total", "2024-11", "1600", SOURCE)
    };
    workspace
        .change("Enter", now(), "A", |change| change.add(&to_date))
        .unwrap();
    let rows: Vec<(i64, bool, String)> = kit::raw(&path)
        .prepare("SELECT id, through, entered_at FROM observation ORDER BY id")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(rusqlite::Result::unwrap)
        .collect();
    let entered = "2026-11-24T09:30:00Z".to_owned();
    assert_eq!(rows, [(1, false, entered.clone()), (2, true, entered)]);
}

/// An observation counts from its date; one without from the day on which it was seen.
#[test]
fn as_of_reads_what_was_known_on_that_day() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let series = "ict_total".parse().unwrap();
    let seen = date(2026, 11, 23);
    let enter = [
        ("310", Published::about("2025-01".parse().unwrap(), seen)),
        ("318", Published::undated(seen)),
        ("320", Published::on(date(2024, 12, 18))),
    ];
    workspace
        .change("Enter", now(), "A", |change| {
            for (value, published) in enter {
                change.add(&Observation {
                    published,
                    ..kit::observation("ict_total", "2024-11", value, SourceId(1))
                })?;
            }
            Ok::<_, hadaf_store::StoreError>(())
        })
        .unwrap();
    let read = workspace.read().unwrap();
    let known = |day| -> Vec<String> {
        let observations = read.observations(Some(&series), day).unwrap();
        observations
            .iter()
            .map(|observation| observation.value.to_string())
            .collect()
    };
    assert_eq!(known(Some(date(2024, 12, 17))), [""; 0]);
    assert_eq!(known(Some(date(2024, 12, 18))), ["320"]);
    assert_eq!(known(Some(date(2025, 1, 30))), ["320", "324"]);
    assert_eq!(known(Some(date(2025, 1, 31))), ["320", "324", "310"]);
    assert_eq!(known(Some(seen)), ["320", "324", "310", "318"]);
    assert_eq!(known(None), ["320", "324", "310", "318"]);
    assert_eq!(read.observations(None, None).unwrap().len(), 4);
    assert!(
        read.observations(Some(&"other".parse().unwrap()), None)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_source_is_found_before_it_is_added() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let ids = workspace
        .change("Sources", now(), "A", |change| {
            Ok::<_, hadaf_store::StoreError>([
                change.source_named("The Nation")?,
                change.source_named("Dawn")?,
                change.source_named("Dawn")?,
                change.source_for(&kit::source("The Nation"))?,
                change.source_for(&Source {
                    page: "4".into(),
                    ..kit::source("The Nation")
                })?,
            ])
        })
        .unwrap();
    assert_eq!(ids.map(|id| id.0), [1, 2, 2, 1, 3]);
}

#[test]
fn one_reader_belongs_to_one_moment() {
    let folder = folder();
    let (path, mut workspace) = filled(&folder);
    let other = Workspace::open(&path, Access::Read).unwrap();
    {
        let read = other.read().unwrap();
        assert_eq!(read.count::<Sector>().unwrap(), 1);
        // Our reader would see half of two moments otherwise, so the writer has to wait for it.
        let refused = workspace.change("Add", now(), "A", |change| change.put(&kit::sector("telecom")));
        assert!(
            refused.as_ref().is_err_and(hadaf_store::StoreError::is_transient),
            "{refused:?}"
        );
        assert_eq!(read.count::<Sector>().unwrap(), 1);
        let inner = other.read().unwrap();
        assert_eq!(inner.count::<Sector>().unwrap(), 1);
    }
    workspace
        .change("Add", now(), "A", |change| change.put(&kit::sector("telecom")))
        .unwrap();
    assert_eq!(other.read().unwrap().count::<Sector>().unwrap(), 2);
}

/// The sample has about a thousand rows; ten times that must not be felt.
#[test]
fn thousands_of_rows_in_one_change() {
    let folder = folder();
    let path = folder.path().join("bulk.hadaf");
    let rows: Vec<_> = (0..5000)
        .map(|n| kit::observation("ict_total", "2024-11", &format!("{n}.5"), SourceId(1)))
        .collect();
    let mut workspace = Workspace::build(&path, &info(), Existing::Keep, |change| {
        kit::fill(change)?;
        rows.iter().try_for_each(|row| change.add(row).map(|_| ()))
    })
    .unwrap();
    workspace
        .change("Import", now(), "A", |change| {
            rows.iter().try_for_each(|row| change.add(row).map(|_| ()))
        })
        .unwrap();
    assert_eq!(workspace.read().unwrap().count::<Observation>().unwrap(), 10_001);
    kit::undo(&mut workspace).unwrap();
    assert_eq!(workspace.read().unwrap().count::<Observation>().unwrap(), 5001);
}
