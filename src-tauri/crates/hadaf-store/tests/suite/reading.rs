//! What was written reads back as it was.

use hadaf_core::{
    Assumptions, BudgetLine, Claim, Concern, ConditionFinding, CostClaim, Disruption, Initiative, Lineage, Observation,
    Published, Scenario, Sector, Series, Source, SourceId, Undertaking,
};
use hadaf_store::{Access, Existing, Workspace};
use jiff::civil::date;

use crate::kit::{self, filled, folder, info, now};

#[test]
fn every_record_reads_back_as_it_was_written() {
    let folder = folder();
    let (path, workspace) = filled(&folder);
    drop(workspace);
    let workspace = Workspace::open(&path, Access::Read).unwrap();
    let read = workspace.read().unwrap();
    let source = SourceId(1);
    assert_eq!(read.info().unwrap(), info());
    assert_eq!(read.list::<Sector>().unwrap(), [kit::sector("ict")]);
    assert_eq!(read.list::<Series>().unwrap(), [kit::series("ict_total")]);
    assert_eq!(
        read.list::<Source>().unwrap(),
        [Source {
            id: source,
            ..kit::source("The Nation")
        }]
    );
    assert_eq!(
        read.list::<Observation>().unwrap(),
        [Observation {
            id: 1,
            ..kit::observation("ict_total", "2024-11", "324", source)
        }]
    );
    assert_eq!(
        read.list::<Claim>().unwrap(),
        [kit::claim("T1", source), kit::claim("T2", source)]
    );
    assert_eq!(read.list::<Lineage>().unwrap(), [kit::lineage("T2", "T1")]);
    assert_eq!(
        read.list::<Disruption>().unwrap(),
        [Disruption {
            id: 1,
            ..kit::disruption(source)
        }]
    );
    assert_eq!(
        read.list::<BudgetLine>().unwrap(),
        [BudgetLine {
            id: 1,
            ..kit::budget_line(source)
        }]
    );
    assert_eq!(
        read.list::<Initiative>().unwrap(),
        [Initiative {
            id: 1,
            ..kit::initiative(source)
        }]
    );
    assert_eq!(
        read.list::<Concern>().unwrap(),
        [Concern {
            id: 1,
            ..kit::concern(Some(source))
        }]
    );
    assert_eq!(
        read.list::<Undertaking>().unwrap(),
        [Undertaking {
            id: 1,
            ..kit::undertaking(Some(1))
        }]
    );
    assert_eq!(
        read.list::<ConditionFinding>().unwrap(),
        [ConditionFinding {
            id: 1,
            ..kit::condition_finding("T1", source)
        }]
    );
    assert_eq!(
        read.list::<CostClaim>().unwrap(),
        [CostClaim {
            id: 1,
            ..kit::cost_claim(Some(1), source)
        }]
    );
    assert_eq!(read.list::<Scenario>().unwrap(), [kit::scenario("april")]);
    assert_eq!(read.count::<Claim>().unwrap(), 2);
    assert_eq!(
        read.get::<Claim>(&"T2".parse().unwrap()).unwrap(),
        Some(kit::claim("T2", source))
    );
    assert_eq!(read.get::<Claim>(&"T3".parse().unwrap()).unwrap(), None);
}

/// The other way round from the records above: what may be missing is, what may be so is not.
#[test]
fn every_record_reads_back_with_the_least_in_it() {
    let folder = folder();
    let (_, mut workspace) = filled(&folder);
    let source = SourceId(1);
    let claim = Claim {
        fiscal_year: None,
        value_high: None,
        announced: None,
        announced_approx: None,
        announced_latest: None,
        official: false,
        not_scorable: None,
        ..kit::claim("T9", source)
    };
    let about = Published::about("2025-01".parse().unwrap(), date(2026, 11, 23));
    let observation = Observation {
        id: 2,
        through: true,
        published: about,
        ..kit::observation("ict_total", "2025-01", "1", source)
    };
    let series = Series {
        part_of_total: true,
        places: 9,
        ..kit::series("other")
    };
    let sector = Sector {
        parent: Some("ict".parse().unwrap()),
        ebops: None,
        ..kit::sector("part")
    };
    let bare = Source {
        id: SourceId(2),
        retrieved: None,
        file_hash: None,
        ..kit::source("Bare")
    };
    let disruption = Disruption {
        id: 2,
        end: None,
        cost: None,
        outage: None,
        region_share: None,
        ..kit::disruption(source)
    };
    let budget_line = BudgetLine {
        id: 2,
        allocated: None,
        released: None,
        spent: Some(kit::decimal("0.10")),
        through: None,
        published: about,
        ..kit::budget_line(source)
    };
    let initiative = Initiative {
        id: 2,
        announced: None,
        due: None,
        state: None,
        closed: None,
        ..kit::initiative(source)
    };
    let concern = Concern {
        id: 2,
        raised: None,
        ..kit::concern(None)
    };
    let undertaking = Undertaking {
        id: 2,
        promised: None,
        due: None,
        state: None,
        closed: None,
        source: Some(source),
        ..kit::undertaking(None)
    };
    let scenario = Scenario {
        assumptions: Assumptions::default(),
        ..kit::scenario("empty")
    };
    let finding = ConditionFinding {
        id: 2,
        met: true,
        ..kit::condition_finding("T2", source)
    };
    let cost_claim = CostClaim {
        id: 2,
        published: about,
        concept: hadaf_core::CostConcept::Gdp,
        ..kit::cost_claim(None, source)
    };
    workspace
        .change("Enter", now(), "A", |change| {
            change.put(&sector)?;
            change.put(&series)?;
            change.put(&claim)?;
            change.add(&bare)?;
            change.add(&observation)?;
            change.add(&disruption)?;
            change.add(&budget_line)?;
            change.add(&initiative)?;
            change.add(&concern)?;
            change.add(&undertaking)?;
            change.add(&finding)?;
            change.put(&scenario)?;
            change.add(&cost_claim)?;
            Ok::<_, hadaf_store::StoreError>(())
        })
        .unwrap();
    let read = workspace.read().unwrap();
    assert_eq!(read.get(&sector.id).unwrap(), Some(sector));
    assert_eq!(read.get(&series.id).unwrap(), Some(series));
    assert_eq!(read.get(&claim.id).unwrap(), Some(claim));
    assert_eq!(read.get(&bare.id).unwrap(), Some(bare));
    assert_eq!(read.get(&2).unwrap(), Some(observation));
    assert_eq!(read.get(&2).unwrap(), Some(finding));
    assert_eq!(read.get(&scenario.id).unwrap(), Some(scenario));
    assert_eq!(read.get(&2).unwrap(), Some(cost_claim));
    assert_eq!(read.get(&2).unwrap(), Some(disruption));
    assert_eq!(read.get(&2).unwrap(), Some(budget_line));
    assert_eq!(read.get(&2).unwrap(), Some(initiative));
    assert_eq!(read.get(&2).unwrap(), Some(concern));
    assert_eq!(read.get(&2).unwrap(), Some(undertaking));
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
            .observations_for(&"ict_total".parse().unwrap(), period.parse().unwrap(), false)
            .unwrap();
        let [observation] = observations.as_slice() else {
            panic!("{observations:?}")
        };
        assert_eq!(observation.value.to_string(), *value);
    }
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
    workspace.undo().unwrap();
    assert_eq!(workspace.read().unwrap().count::<Observation>().unwrap(), 5001);
}
