//! Sample workspaces: real data that ships with the program, built into a workspace on demand.

mod rows;

use std::collections::BTreeMap;
use std::path::Path;

use hadaf_core::{
    Amount, Basis, BudgetLine, Claim, Concern, ConditionFinding, ConditionFindingId, CostClaim, Disruption,
    FiscalCalendar, Holidays, Initiative, Lineage, Observation, ObservationId, Published, Scenario, Sector, Series,
    Source, SourceId, Unit,
};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, Need};
use hadaf_register::{Entry, Typed};
use hadaf_store::{Change, Existing, Workspace, WorkspaceInfo};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use self::rows::{FindingRow, LineageRow, ObservationRow, SampleClaim, ScenarioRow, SectorRow, SeriesRow, SourceRow};
use crate::session::{App, PAKISTAN, SAMPLES, Unbuilt, WorkspaceView};

/// The files of one sample.
struct Files {
    name: &'static str,
    workspace: &'static str,
    sectors: &'static str,
    series: &'static str,
    sources: &'static str,
    monthly: &'static str,
    cumulative: &'static str,
    annual: &'static str,
    claims: &'static str,
    lineage: &'static str,
    disruptions: &'static str,
    budget: &'static str,
    initiatives: &'static str,
    concerns: &'static str,
    findings: &'static str,
    cost_claims: &'static str,
    scenarios: &'static str,
}

macro_rules! files {
    ($sample:literal) => {
        Files {
            name: $sample,
            workspace: files!($sample, "workspace.json"),
            sectors: files!($sample, "sectors.csv"),
            series: files!($sample, "series.csv"),
            sources: files!($sample, "sources.csv"),
            monthly: files!($sample, "monthly.csv"),
            cumulative: files!($sample, "cumulative.csv"),
            annual: files!($sample, "annual.csv"),
            claims: files!($sample, "claims.csv"),
            lineage: files!($sample, "lineage.csv"),
            disruptions: files!($sample, "disruptions.csv"),
            budget: files!($sample, "budget.csv"),
            initiatives: files!($sample, "initiatives.csv"),
            concerns: files!($sample, "concerns.csv"),
            findings: files!($sample, "condition_findings.csv"),
            cost_claims: files!($sample, "cost_claims.csv"),
            scenarios: files!($sample, "scenarios.json"),
        }
    };
    ($sample:literal, $file:literal) => {
        include_str!(concat!("../../../../../../assets/samples/", $sample, "/", $file))
    };
}

/// In the order of [`SAMPLES`].
static FILES: [Files; SAMPLES.len()] = [files!("pakistan-it-exports"), files!("india-services-exports")];

/// The samples there are.
pub fn names() -> impl Iterator<Item = &'static str> {
    SAMPLES.into_iter()
}

impl App {
    /// Opens a sample, building it in the folder of the program's data when it is not there.
    ///
    /// # Errors
    /// [`Code::UnknownSample`], and those of opening and of writing a workspace.
    pub fn workspace_sample(&self, name: &str) -> Result<WorkspaceView> {
        let name = files_of(name)?.name;
        let path = self.state().sample(name);
        if path.is_file() {
            return self.workspace_open(&path);
        }
        self.fresh_sample(name, Existing::Keep)
    }

    /// Builds the open sample anew, without what was changed in it, and opens it; the first one where none is open.
    ///
    /// # Errors
    /// Those of writing a workspace; [`Code::ReadOnly`] when somebody else has the sample open.
    pub fn workspace_sample_afresh(&self) -> Result<WorkspaceView> {
        let open = self.state().open_sample();
        self.fresh_sample(open.unwrap_or(PAKISTAN), Existing::Replace)
    }

    fn fresh_sample(&self, name: &str, existing: Existing) -> Result<WorkspaceView> {
        let folder = &self.environment().data;
        std::fs::create_dir_all(folder).map_err(|error| AppError::io(folder, &error))?;
        let path = self.state().sample(name);
        self.create_sample(&path, name, existing)?;
        self.remembered()
    }

    /// Builds a sample into a new file and opens it, without remembering it.
    ///
    /// # Errors
    /// [`Code::UnknownSample`], [`Code::Exists`], and those of writing a workspace.
    pub fn create_sample(&self, path: &Path, name: &str, existing: Existing) -> Result<()> {
        self.make_room(path, existing)?;
        let workspace = build(name, path, self.now().timestamp(), existing)?;
        self.state().put(Some(workspace));
        Ok(())
    }
}

/// Builds a sample into a new workspace file and opens it.
///
/// # Errors
/// [`Code::UnknownSample`], and those of writing a workspace.
fn build(name: &str, path: &Path, created: Timestamp, existing: Existing) -> Result<Workspace> {
    let files = files_of(name)?;
    let about: About = serde_json::from_str(files.workspace).map_err(|error| broken("workspace.json", &error))?;
    let new = WorkspaceInfo {
        name: about.name.clone(),
        currency: about.currency.parse()?,
        calendar: FiscalCalendar::new(about.fiscal_year_start_month)?,
        created,
        holidays: about.holidays,
    };
    let fill = |change: &Change<'_>| {
        let filled = Filler::new(&about, created).fill(change, files);
        filled.map_err(Unbuilt::Content)
    };
    Workspace::build(path, &new, existing, fill).map_err(|error| error.at(path))
}

/// The files of a sample.
///
/// # Errors
/// [`Code::UnknownSample`].
fn files_of(name: &str) -> Result<&'static Files> {
    FILES.iter().find(|files| files.name == name).ok_or_else(|| {
        let known = names().collect::<Vec<_>>().join(", ");
        refusal!(Code::UnknownSample, "unknown-sample", name = name, known = known)
    })
}

/// `workspace.json`.
#[derive(Deserialize)]
struct About {
    name: String,
    currency: String,
    fiscal_year_start_month: u8,
    holidays: Holidays,
    collected: Date,
    entered_by: String,
}

/// Writes the files' rows into a workspace.
struct Filler<'a> {
    about: &'a About,
    entered_at: Timestamp,
    /// Numbers in `sources.csv` and in the workspace.
    sources: BTreeMap<i64, SourceId>,
}

impl<'a> Filler<'a> {
    fn new(about: &'a About, created: Timestamp) -> Self {
        Self {
            about,
            entered_at: created,
            sources: BTreeMap::new(),
        }
    }

    fn fill(mut self, change: &Change<'_>, files: &Files) -> Result<()> {
        for (position, row) in (0..).zip(rows::<SectorRow>("sectors.csv", files.sectors)?) {
            let SectorRow {
                id,
                title,
                parent,
                ebops,
            } = row;
            change.put(&Sector {
                id,
                title,
                parent,
                ebops,
                position,
            })?;
        }
        for (position, row) in (0..).zip(rows::<SeriesRow>("series.csv", files.series)?) {
            change.put(&series(row, position))?;
        }
        for row in rows::<SourceRow>("sources.csv", files.sources)? {
            let number = row.id;
            let id = change.add(&self.source_record(row))?;
            self.sources.insert(number, id);
        }
        for (name, text, basis) in [
            ("monthly.csv", files.monthly, Basis::Period),
            ("cumulative.csv", files.cumulative, Basis::ToDate),
            ("annual.csv", files.annual, Basis::Period),
        ] {
            for row in rows::<ObservationRow>(name, text)? {
                change.add(&self.observation(row, basis)?)?;
            }
        }
        self.fill_claims(change, files)?;
        self.fill_registers(change, files)?;
        self.fill_findings(change, files)?;
        self.fill_scenarios(change, files)
    }

    fn fill_claims(&self, change: &Change<'_>, files: &Files) -> Result<()> {
        let usual = Unit::Money {
            currency: self.about.currency.parse()?,
            scale: hadaf_core::Scale::Million,
        };
        for row in rows::<SampleClaim>("claims.csv", files.claims)? {
            change.put(&Claim {
                id: row.id,
                series: row.series,
                kind: row.kind.parse()?,
                fiscal_year: row.fiscal_year,
                value: row.value,
                value_high: row.value_high,
                unit: row.unit.unwrap_or(usual),
                announced: row.announced,
                announced_approx: row.announced_approx,
                announced_latest: row.announced_latest,
                seen: self.about.collected,
                maker: row.maker,
                office: row.office,
                conditions: row.conditions,
                note: row.note,
                source: self.source(row.source)?,
                page: String::new(),
                quote: String::new(),
                official: row.official == 1,
                standing: row.standing,
                not_scorable: row.not_scorable,
                entered_by: self.about.entered_by.clone(),
                entered_at: self.entered_at,
            })?;
        }
        for row in rows::<LineageRow>("lineage.csv", files.lineage)? {
            change.put(&Lineage {
                from: row.from,
                to: row.to,
                kind: row.kind.parse()?,
            })?;
        }
        Ok(())
    }

    /// After the register, to which they refer.
    fn fill_findings(&self, change: &Change<'_>, files: &Files) -> Result<()> {
        for row in rows::<FindingRow>("condition_findings.csv", files.findings)? {
            change.add(&ConditionFinding {
                id: ConditionFindingId::NEW,
                claim: row.claim,
                condition: row.condition,
                disruption: row.disruption.map(Into::into),
                met: row.met == 1,
                evidence: row.evidence,
                source: self.source(row.source)?,
                judged: row.judged,
                entered_by: self.about.entered_by.clone(),
                entered_at: self.entered_at,
            })?;
        }
        Ok(())
    }

    fn fill_registers(&self, change: &Change<'_>, files: &Files) -> Result<()> {
        let dollars: Unit = "USD million".parse()?;
        self.fill_register(
            change,
            "disruptions.csv",
            files.disruptions,
            |it: &mut Disruption, row| {
                let cost = row["cost_usd_million"].as_str();
                it.cost = match cost {
                    "" => None,
                    cost => Some(Amount::new(cost.parse()?, dollars)),
                };
                it.cost_source.clone_from(&row["cost_source"]);
                Ok(())
            },
        )?;
        // A new file numbers its entries from 1, so that the place of a disruption is its number.
        self.fill_register::<CostClaim>(change, "cost_claims.csv", files.cost_claims, |_, _| Ok(()))?;
        self.fill_register::<BudgetLine>(change, "budget.csv", files.budget, |_, _| Ok(()))?;
        self.fill_register::<Initiative>(change, "initiatives.csv", files.initiatives, |_, _| Ok(()))?;
        self.fill_register::<Concern>(change, "concerns.csv", files.concerns, |_, _| Ok(()))
    }

    /// The rows of a register, whose columns are the fields of its form, and what `more` finds in the others.
    fn fill_register<E: Entry>(
        &self,
        change: &Change<'_>,
        name: &str,
        text: &str,
        more: impl Fn(&mut E, &BTreeMap<String, String>) -> Result<()>,
    ) -> Result<()> {
        let book = Book::read(change, self.about.collected, Need::Registers)?;
        for row in rows::<BTreeMap<String, String>>(name, text)? {
            let typed = Typed {
                values: &row,
                book: &book,
            };
            let mut entry = E::entered(&typed, None)?;
            let source = row["source"].parse().map_err(|error| broken(name, &error))?;
            entry.set_source(Some(self.source(source)?));
            more(&mut entry, &row)?;
            let published = self.published(entry.published().date, &row["dated"]);
            // By its place, which a new file makes its number.
            let earlier_of: Option<i64> = match row["earlier_of"].as_str() {
                "" => None,
                place => Some(place.parse().map_err(|error| broken(name, &error))?),
            };
            let number = entry.number();
            change.add(&entry.known_since(published).placed(number, earlier_of.map(Into::into)))?;
        }
        Ok(())
    }

    fn fill_scenarios(&self, change: &Change<'_>, files: &Files) -> Result<()> {
        let broken = |error: &dyn std::fmt::Display| broken("scenarios.json", error);
        let rows: Vec<ScenarioRow> = serde_json::from_str(files.scenarios).map_err(|error| broken(&error))?;
        for (position, row) in (0..).zip(rows) {
            row.assumptions.check().map_err(|error| broken(&error))?;
            change.put(&Scenario {
                id: row.id,
                title: row.title,
                note: row.note,
                assumptions: row.assumptions,
                position,
                entered_by: self.about.entered_by.clone(),
                entered_at: self.entered_at,
            })?;
        }
        Ok(())
    }

    fn source_record(&self, row: SourceRow) -> Source {
        Source {
            id: SourceId::NEW,
            title: row.title,
            publisher: row.publisher,
            address: row.address,
            page: String::new(),
            retrieved: Some(self.about.collected),
            file_hash: None,
            note: row.note,
        }
    }

    fn observation(&self, row: ObservationRow, basis: Basis) -> Result<Observation> {
        Ok(Observation {
            id: ObservationId::NEW,
            series: row.series,
            period: row.period.parse()?,
            basis,
            value: row.value,
            status: Some(row.status.parse()?),
            published: self.published(row.published, &row.dated),
            source: self.source(row.source)?,
            note: row.note,
            entered_by: self.about.entered_by.clone(),
            entered_at: self.entered_at,
            preferred: false,
        })
    }

    fn published(&self, date: Option<Date>, dated: &str) -> Published {
        Published {
            date,
            approximate: date.is_some() && dated == "about",
            seen: self.about.collected,
        }
    }

    fn source(&self, number: i64) -> Result<SourceId> {
        self.sources
            .get(&number)
            .copied()
            .ok_or_else(|| broken("sources.csv", &format!("no source {number}")))
    }
}

fn series(row: SeriesRow, position: i64) -> Series {
    Series {
        id: row.id,
        sector: row.sector,
        title: row.title,
        unit: row.unit,
        frequency: row.frequency,
        measure: row.measure,
        places: row.places,
        part_of_total: row.part_of_total == 1,
        position,
        origin: row.origin,
        note: row.note,
        archived: false,
        formula: None,
    }
}

fn rows<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| broken(name, &error))
}

/// Our own file is wrong: a fault of the program, which the tests keep out of a release.
fn broken(name: &str, error: &dyn std::fmt::Display) -> AppError {
    refusal!(Code::Internal, "sample", name = name, reason = error.to_string())
}

#[cfg(test)]
mod tests {
    use hadaf_core::{CoreError, CostConcept, Decimal, State};

    use super::*;

    #[test]
    fn the_registers_of_the_sample_are_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.hadaf");
        let workspace = build(PAKISTAN, &path, Timestamp::UNIX_EPOCH, Existing::Keep).unwrap();
        let read = workspace.read().unwrap();
        let (disruptions, costs) = (read.list::<Disruption>().unwrap(), read.list::<CostClaim>().unwrap());
        // One of them is what another said before.
        assert_eq!((disruptions.len(), costs.len()), (22, 8));
        // What the register of disruptions says it cost is one of the costs that are kept as claims.
        for disruption in disruptions.iter().filter(|disruption| disruption.cost.is_some()) {
            let same =
                |cost: &&CostClaim| cost.disruption == Some(disruption.id) && Some(cost.amount) == disruption.cost;
            assert_eq!(costs.iter().filter(same).count(), 1, "{disruption:?}");
        }
        // None of them counts receipts, so none can be taken from them.
        let receipts = Amount::new(Decimal::from(300), "USD million".parse().unwrap());
        for cost in &costs {
            assert_ne!(cost.concept, CostConcept::Receipts);
            let refused = cost.taken_from_receipts(receipts);
            assert_eq!(refused, Err(CoreError::ConceptMismatch { cost: cost.concept }));
        }
        let initiatives = read.list::<Initiative>().unwrap();
        assert!(
            initiatives
                .iter()
                .all(|it| it.closed.is_none() || matches!(it.state, Some(State::Done | State::Dropped)))
        );
        assert_eq!(read.list::<ConditionFinding>().unwrap().len(), 1);
        // What the scenarios point at is what their titles say.
        let scenarios = read.list::<Scenario>().unwrap();
        let (budget, names) = (
            read.list::<BudgetLine>().unwrap(),
            initiatives
                .iter()
                .map(|it| (it.id, it.name.as_str()))
                .collect::<BTreeMap<_, _>>(),
        );
        assert_eq!(scenarios.len(), 3);
        for assumed in scenarios.iter().flat_map(|it| &it.assumptions.budget) {
            let line = budget.iter().find(|line| Some(line.id) == assumed.line).unwrap();
            assert_eq!((line.fiscal_year.year(), line.item.as_str()), (2026, "All schemes"));
        }
        let wanted = scenarios.iter().flat_map(|it| &it.assumptions.initiatives);
        let found: Vec<&str> = wanted.map(|it| names[&it.initiative.unwrap()]).collect();
        assert_eq!(found, ["Spectrum auction for 5G", "Islamabad IT Park"]);
    }
}
