//! Random writing: any table, any action, content that a seed chooses.

use hadaf_core::{
    Acceptance, AcceptanceId, BudgetLine, BudgetLineId, Claim, ClaimId, Concern, ConcernId, ConditionFinding,
    ConditionFindingId, Correction, CorrectionId, CostClaim, CostClaimId, Disruption, DisruptionId, DocumentContent,
    FiscalCalendar, Holidays, ImportLayout, ImportLayoutId, Initiative, InitiativeId, Lineage, LineageKind,
    Observation, ObservationId, Preference, PreferenceId, Scenario, ScenarioId, Sector, SectorId, Series, SeriesId,
    Source, SourceDocument, SourceId, State, Status, Undertaking, UndertakingId, YearNames,
};
use hadaf_store::{Change, Named, Numbered, Result, TableRow};

use crate::kept;
use crate::kit::{self, TABLES};

#[derive(Debug, Clone, Copy)]
pub(crate) enum Action {
    Add,
    Amend,
    Remove,
}

/// One row of one table is written. `pick` chooses among the rows there are, `seed` the content.
#[derive(Debug, Clone)]
pub(crate) struct Op {
    pub(crate) table: &'static str,
    pub(crate) action: Action,
    pub(crate) pick: usize,
    pub(crate) seed: u32,
}

/// What a row is made of.
struct Content<'a> {
    change: &'a Change<'a>,
    op: &'a Op,
    /// Any source there is; one that there is not where there is none.
    source: SourceId,
    text: String,
}

impl Content<'_> {
    /// The key of any row there is.
    fn any<R: TableRow>(&self) -> Result<Option<R::Key>> {
        picked::<R>(self.change, self.op.pick)
    }

    fn is_even(&self) -> bool {
        self.op.seed.is_multiple_of(2)
    }
}

/// The key of a row, if there are any.
fn picked<R: TableRow>(change: &Change<'_>, pick: usize) -> Result<Option<R::Key>> {
    let rows = change.list::<R>()?;
    Ok((!rows.is_empty()).then(|| rows[pick % rows.len()].key()))
}

/// Does what `op` says. A reference to nothing is refused by the table.
pub(crate) fn act(change: &Change<'_>, op: &Op) -> Result<()> {
    let whole = Content {
        change,
        op,
        source: picked::<Source>(change, op.pick)?.unwrap_or(SourceId(999)),
        text: format!("text {}", op.seed),
    };
    let it = &whole;
    let word = format!("w{}", op.seed % 6);
    match op.table {
        "workspace" => workspace(it),
        "sector" => named(it, word.parse().unwrap(), sector),
        "series" => named(it, word.parse().unwrap(), series),
        "source" => numbered(it, source),
        "observation" => numbered(it, observation),
        "correction" => numbered(it, correction),
        "claim" => named(it, word.to_uppercase().parse().unwrap(), claim),
        "claim_lineage" => named(it, two_claims(it)?, lineage),
        "disruption" => numbered(it, disruption),
        "budget_line" => numbered(it, budget_line),
        "initiative" => numbered(it, initiative),
        "concern" => numbered(it, concern),
        "undertaking" => numbered(it, undertaking),
        "condition_finding" => numbered(it, condition_finding),
        "cost_claim" => numbered(it, cost_claim),
        "scenario" => named(it, word.parse().unwrap(), scenario),
        "import_layout" => numbered(it, import_layout),
        "acceptance" => numbered(it, acceptance),
        "document" => named(it, format!("{:064x}", op.seed % 6), document),
        "document_content" => named(it, any_document(it)?, document_content),
        "preference" => numbered(it, preference),
        other => unreachable!("{other}"),
    }
}

fn named<R: Named>(it: &Content<'_>, fresh: R::Key, make: fn(&Content<'_>, R::Key) -> Result<R>) -> Result<()> {
    match it.op.action {
        Action::Add => it.change.put(&make(it, fresh)?),
        Action::Amend | Action::Remove => change_one(it, make),
    }
}

fn numbered<R: Numbered>(it: &Content<'_>, make: fn(&Content<'_>, R::Key) -> Result<R>) -> Result<()> {
    match it.op.action {
        Action::Add => it.change.add(&make(it, R::numbered(0))?).map(|_| ()),
        Action::Amend | Action::Remove => change_one(it, make),
    }
}

/// Amends or removes a row that there is.
fn change_one<R: TableRow>(it: &Content<'_>, make: fn(&Content<'_>, R::Key) -> Result<R>) -> Result<()> {
    match (it.op.action, it.any::<R>()?) {
        (Action::Amend, Some(key)) => it.change.amend(&make(it, key)?),
        (Action::Remove, Some(key)) => it.change.remove::<R>(&key),
        (Action::Add, _) | (_, None) => Ok(()),
    }
}

/// Empties whatever refers to `table`, so that its first row can be removed.
pub(crate) fn clear_what_refers_to(change: &Change<'_>, table: &str) -> Result<()> {
    let at = TABLES.iter().position(|name| *name == table).unwrap();
    for referring in TABLES.iter().skip(at + 1).rev() {
        match *referring {
            "cost_claim" => clear::<CostClaim>(change)?,
            "condition_finding" => clear::<ConditionFinding>(change)?,
            "undertaking" => clear::<Undertaking>(change)?,
            "concern" => clear::<Concern>(change)?,
            "initiative" => clear::<Initiative>(change)?,
            "budget_line" => clear::<BudgetLine>(change)?,
            "disruption" => clear::<Disruption>(change)?,
            "claim_lineage" => clear::<Lineage>(change)?,
            "claim" if table != "claim_lineage" => clear::<Claim>(change)?,
            "observation" => clear::<Observation>(change)?,
            "correction" => clear::<Correction>(change)?,
            "document_content" => clear::<DocumentContent>(change)?,
            "preference" => clear::<Preference>(change)?,
            "series" => clear::<Series>(change)?,
            _ => {}
        }
    }
    Ok(())
}

fn clear<R: TableRow>(change: &Change<'_>) -> Result<()> {
    change
        .list::<R>()?
        .iter()
        .try_for_each(|row| change.remove::<R>(&row.key()))
}

// One function for each table: a row with this key, whatever it refers to taken from the rows there are.

/// The one row can be changed, not added or removed.
fn workspace(it: &Content<'_>) -> Result<()> {
    let mut info = it.change.info()?;
    info.name.clone_from(&it.text);
    let names = YearNames::ALL[(it.op.seed % 2) as usize];
    info.calendar = FiscalCalendar::new(1 + (it.op.seed % 12) as u8).unwrap().named(names);
    info.holidays = Holidays::all().nth((it.op.seed % 3) as usize).unwrap();
    it.change.set_info(&info)
}

fn sector(it: &Content<'_>, id: SectorId) -> Result<Sector> {
    let parent = it.any::<Sector>()?;
    Ok(Sector {
        parent: parent.filter(|parent| *parent != id && it.op.seed.is_multiple_of(3)),
        title: it.text.clone(),
        id,
        ..kit::sector("x")
    })
}

fn series(it: &Content<'_>, id: SeriesId) -> Result<Series> {
    Ok(Series {
        id,
        sector: it.any::<Sector>()?.unwrap_or("none".parse().unwrap()),
        note: it.text.clone(),
        formula: it.is_even().then(|| "ict_total - none".parse().unwrap()),
        ..kit::series("x")
    })
}

fn source(it: &Content<'_>, id: SourceId) -> Result<Source> {
    Ok(Source {
        id,
        retrieved: None,
        ..kit::source(&it.text)
    })
}

fn observation(it: &Content<'_>, id: ObservationId) -> Result<Observation> {
    let series = it.any::<Series>()?.unwrap_or("none".parse().unwrap());
    Ok(Observation {
        id,
        status: it.is_even().then_some(Status::Revised),
        basis: hadaf_core::Basis::to_date_if(it.is_even()),
        ..kit::observation(series.as_str(), "2025-03", &format!("{}.50", it.op.seed), it.source)
    })
}

fn correction(it: &Content<'_>, id: CorrectionId) -> Result<Correction> {
    let observation = it.any::<Observation>()?.unwrap_or(ObservationId(999));
    Ok(Correction {
        id,
        value: it.is_even().then(|| kit::decimal("4020")),
        corrected_by: it.text.clone(),
        ..kit::correction(observation, it.source)
    })
}

fn claim(it: &Content<'_>, id: ClaimId) -> Result<Claim> {
    Ok(Claim {
        quote: it.text.clone(),
        value_high: None,
        ..kit::claim(id.as_str(), it.source)
    })
}

fn two_claims(it: &Content<'_>) -> Result<(ClaimId, ClaimId)> {
    let nth = |pick| picked::<Claim>(it.change, pick);
    let none: ClaimId = "NONE".parse().unwrap();
    Ok((
        nth(it.op.pick)?.unwrap_or(none.clone()),
        nth(it.op.pick + 1)?.unwrap_or(none),
    ))
}

fn lineage(it: &Content<'_>, (from, to): (ClaimId, ClaimId)) -> Result<Lineage> {
    let kind = LineageKind::ALL[1 + (it.op.seed % 2) as usize];
    Ok(Lineage { from, to, kind })
}

fn disruption(it: &Content<'_>, id: DisruptionId) -> Result<Disruption> {
    Ok(Disruption {
        id,
        scope: it.text.clone(),
        cost: None,
        ..kit::disruption(it.source)
    })
}

fn budget_line(it: &Content<'_>, id: BudgetLineId) -> Result<BudgetLine> {
    Ok(BudgetLine {
        id,
        spent: Some(kit::decimal(&format!("{}.0", it.op.seed))),
        ..kit::budget_line(it.source)
    })
}

fn initiative(it: &Content<'_>, id: InitiativeId) -> Result<Initiative> {
    Ok(Initiative {
        id,
        status: it.text.clone(),
        ..kit::initiative(it.source)
    })
}

fn concern(it: &Content<'_>, id: ConcernId) -> Result<Concern> {
    Ok(Concern {
        id,
        answer: it.text.clone(),
        ..kit::concern(Some(it.source).filter(|_| it.is_even()))
    })
}

fn undertaking(it: &Content<'_>, id: UndertakingId) -> Result<Undertaking> {
    Ok(Undertaking {
        id,
        status: it.text.clone(),
        state: State::ALL.get(it.op.seed as usize % 5).copied(),
        ..kit::undertaking(it.any::<Concern>()?)
    })
}

fn condition_finding(it: &Content<'_>, id: ConditionFindingId) -> Result<ConditionFinding> {
    let claim = it.any::<Claim>()?.unwrap_or("NONE".parse().unwrap());
    Ok(ConditionFinding {
        id,
        met: it.is_even(),
        evidence: it.text.clone(),
        ..kit::condition_finding(claim.as_str(), it.source)
    })
}

fn cost_claim(it: &Content<'_>, id: CostClaimId) -> Result<CostClaim> {
    let disruption = it.any::<Disruption>()?;
    Ok(CostClaim {
        id,
        method: it.text.clone(),
        ..kit::cost_claim(disruption.filter(|_| !it.op.seed.is_multiple_of(3)), it.source)
    })
}

fn import_layout(it: &Content<'_>, id: ImportLayoutId) -> Result<ImportLayout> {
    Ok(ImportLayout {
        id,
        name: it.text.clone(),
        ..kit::import_layout(&it.text)
    })
}

fn acceptance(it: &Content<'_>, id: AcceptanceId) -> Result<Acceptance> {
    Ok(Acceptance {
        id,
        anyway: it.is_even(),
        because: it.text.clone(),
        ..kit::acceptance()
    })
}

fn scenario(it: &Content<'_>, id: ScenarioId) -> Result<Scenario> {
    Ok(Scenario {
        title: it.text.clone(),
        position: i64::from(it.op.seed),
        ..kit::scenario(id.as_str())
    })
}

fn document(it: &Content<'_>, hash: String) -> Result<SourceDocument> {
    Ok(SourceDocument {
        hash,
        beside: it.is_even().then(|| it.text.clone()),
        attached_by: it.text.clone(),
        ..kept::document('b')
    })
}

fn any_document(it: &Content<'_>) -> Result<String> {
    Ok(it.any::<SourceDocument>()?.unwrap_or("d".repeat(64)))
}

fn document_content(it: &Content<'_>, hash: String) -> Result<DocumentContent> {
    Ok(DocumentContent {
        hash,
        bytes: it.text.clone().into_bytes(),
    })
}

fn preference(it: &Content<'_>, id: PreferenceId) -> Result<Preference> {
    Ok(Preference {
        id,
        reason: it.text.clone(),
        ..kept::preference(it.source)
    })
}
