//! Changes of the register, each one entry of the journal.

use hadaf_core::{
    Claim, ClaimId, ClaimKind, ConditionFinding, ConditionFindingId, Lineage, LineageKind, Said, SaidAbout, Source,
    SourceId,
};
use hadaf_error::{Code, Result, parse_day, parse_period, refusal, required};
use hadaf_import::read_amount;
use hadaf_model::{Book, Need};
use hadaf_store::Change;
use hadaf_words::{Format, claim_named, say, say_of};
use jiff::Timestamp;

use super::claim_meant::{ClaimMeant, EnteredClaim};
use super::meant::{Doubted, accept_doubted};
use crate::session::{App, Changed};
use crate::view::{ClaimLink, JudgeCondition, RemoveClaim, RemoveFinding, SetClaim, SetLineage, claim_of};

impl App {
    /// Enters a claim, or gives one its new content. The window asks first, so that what it saves is meant.
    ///
    /// # Errors
    /// Those of [`App::claim_enter`].
    pub fn claim_set(&self, request: &SetClaim) -> Result<Changed> {
        Ok(self.claim_enter(request, true)?.changed)
    }

    /// What is to be asked about a claim before it is saved.
    ///
    /// # Errors
    /// Those of [`App::claim_enter`].
    pub fn claim_meant(&self, request: &SetClaim) -> Result<ClaimMeant> {
        let book = self.book_for(Need::Series(&request.series))?;
        let before = request.id.as_deref().map(|id| claim_of(&book, id)).transpose()?;
        let claim = read(&book, request, before, self.format())?;
        ClaimMeant::of(&book, self.format(), &claim, before)
    }

    /// Enters a claim, or gives one its new content, and tells what is doubted of it and on which others it may hang. With
    /// `anyway` its amount is meant: the check then counts its doubts as accepted.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`]; [`Code::Word`] for a claim or kind that is not there, or without maker or source;
    /// [`Code::Period`] for what is no fiscal year, [`Code::Number`], [`Code::Date`] (also for a day that is still to
    /// come), [`Code::ReadOnly`]; for a link those of [`App::lineage_set`].
    pub fn claim_enter(&self, request: &SetClaim, anyway: bool) -> Result<EnteredClaim> {
        let book = self.book_for(Need::Series(&request.series))?;
        let format = self.format();
        let before = request.id.as_deref().map(|id| claim_of(&book, id)).transpose()?;
        let claim = read(&book, request, before, format)?;
        let source = BackingSource::read(
            &book,
            &request.source,
            &request.address,
            before.map(|claim| claim.source),
        )?;
        let link = request
            .link
            .as_ref()
            .map(|link| link_of(&book, &claim, link))
            .transpose()?;
        let mut meant = ClaimMeant::of(&book, format, &claim, before)?;
        if link.is_some() {
            // That question was answered.
            meant.compared.clear();
        }
        let doubted: Option<Doubted> = match anyway && !meant.doubts.is_empty() {
            true => Some((self.book()?, vec![claim.series.clone()])),
            false => None,
        };
        let is_known = before.is_some();
        let label = say!(
            format.words,
            match is_known {
                true => "label-claim-amend",
                false => "label-claim-set",
            },
            claim = named(format, &claim)
        );
        let made = before.is_none().then(|| claim.id.to_string());
        let changed = self.change(&label, |change, author| {
            let mut claim = Claim {
                source: source.number(change)?,
                ..claim
            };
            // What is entered again as it stands is no change, and keeps who entered it.
            let (by, at) = match before.filter(|before| same(before, &claim)) {
                Some(before) => (&before.entered_by, before.entered_at),
                None => (&author.name, author.at),
            };
            claim.entered_by.clone_from(by);
            claim.entered_at = at;
            change.put(&claim)?;
            if let Some(link) = &link {
                change.put(link)?;
            }
            accept_doubted(change, author, doubted.as_ref())
        })?;
        Ok(EnteredClaim {
            changed: Changed { made, ..changed },
            meant,
        })
    }

    /// Removes a claim, with its links and what was found about its conditions.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim that is not there, [`Code::ReadOnly`].
    pub fn claim_remove(&self, request: &RemoveClaim) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let claim = claim_of(&book, &request.id)?;
        let format = self.format();
        let label = say!(format.words, "label-claim-remove", claim = named(format, claim));
        self.change(&label, |change, _| {
            for link in book
                .lineage
                .iter()
                .filter(|link| link.from == claim.id || link.to == claim.id)
            {
                change.remove::<Lineage>(&(link.from.clone(), link.to.clone()))?;
            }
            for finding in book.findings.iter().filter(|finding| finding.claim == claim.id) {
                change.remove::<ConditionFinding>(&finding.id)?;
            }
            change.remove::<Claim>(&claim.id)?;
            Ok(())
        })
    }

    /// Says how a later claim hangs on an earlier one.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim or kind that is not there, for one claim twice, and where the later one was said
    /// first; [`Code::Refused`] when the earlier one hangs on the later one already; [`Code::ReadOnly`].
    pub fn lineage_set(&self, request: &SetLineage) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let format = self.format();
        let (from, to) = (claim_of(&book, &request.from)?, claim_of(&book, &request.to)?);
        let link = linked(&book, from, to, &request.kind)?;
        let label = say_of!(
            format.words,
            "label-lineage-{}",
            LineageKind,
            link.kind,
            from = named(format, from),
            to = named(format, to)
        );
        self.change(&label, |change, _| Ok(change.put(&link)?))
    }

    /// Takes a link between two claims away.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim that is not there, [`Code::Refused`] without such a link, [`Code::ReadOnly`].
    pub fn lineage_remove(&self, request: &SetLineage) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let format = self.format();
        let (from, to) = (claim_of(&book, &request.from)?, claim_of(&book, &request.to)?);
        let label = say!(
            format.words,
            "label-lineage-remove",
            from = named(format, from),
            to = named(format, to)
        );
        let key = (from.id.clone(), to.id.clone());
        self.change(&label, |change, _| Ok(change.remove::<Lineage>(&key)?))
    }

    /// Says whether a condition of a claim held, with what shows it.
    ///
    /// # Errors
    /// [`Code::Word`] for a claim or finding that is not there, without condition, evidence or source, and for a
    /// claim that states no condition; [`Code::Date`] (also for a day that is still to come, or before the claim was
    /// made); [`Code::ReadOnly`].
    pub fn condition_judge(&self, request: &JudgeCondition) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let format = self.format();
        let claim = claim_of(&book, &request.claim)?;
        let before = request.id.map(|id| found(&book, id)).transpose()?;
        if claim.conditions.trim().is_empty() {
            return Err(refusal!(Code::Word, "no-condition", claim = claim.id.as_str()));
        }
        let judged = parse_day(&request.judged)?;
        if hadaf_core::is_to_come(judged, self.today()) {
            return Err(refusal!(
                Code::Date,
                "judged-to-come",
                day = judged,
                today = self.today()
            ));
        }
        if claim.announced.is_some_and(|said| judged < said) {
            let said = hadaf_words::said(format, claim);
            return Err(refusal!(Code::Date, "judged-early", day = judged, said = said));
        }
        let source = BackingSource::read(&book, &request.source, "", before.map(|finding| finding.source))?;
        let mut finding = ConditionFinding {
            id: before.map_or(ConditionFindingId::NEW, |finding| finding.id),
            claim: claim.id.clone(),
            condition: required(&request.condition, || refusal!(Code::Word, "condition-missing"))?,
            disruption: hadaf_register::disruption_numbered(&request.disruption, &book)?,
            met: request.met,
            evidence: required(&request.evidence, || refusal!(Code::Word, "evidence-missing"))?,
            source: SourceId::NEW,
            judged,
            entered_by: String::new(),
            entered_at: Timestamp::UNIX_EPOCH,
        };
        let is_met = finding.met;
        let label = say!(
            format.words,
            match is_met {
                true => "label-condition-met",
                false => "label-condition-broken",
            },
            claim = named(format, claim),
            condition = &finding.condition
        );
        let mut made = None;
        let changed = self.change(&label, |change, author| {
            finding.source = source.number(change)?;
            finding.entered_by.clone_from(&author.name);
            finding.entered_at = author.at;
            match before {
                Some(_) => change.amend(&finding)?,
                None => made = Some(change.add(&finding)?.0.to_string()),
            }
            Ok(())
        })?;
        Ok(Changed { made, ..changed })
    }

    /// Takes back what was found about a condition.
    ///
    /// # Errors
    /// [`Code::Word`] without such a finding, [`Code::ReadOnly`].
    pub fn condition_remove(&self, request: &RemoveFinding) -> Result<Changed> {
        let book = self.book_for(Need::Registers)?;
        let format = self.format();
        let finding = found(&book, request.id)?;
        let label = say!(
            format.words,
            "label-condition-remove",
            condition = finding.condition.clone()
        );
        self.change(&label, |change, _| Ok(change.remove::<ConditionFinding>(&finding.id)?))
    }
}

/// The link of a claim that is entered, from the later of both to the earlier one.
fn link_of(book: &Book, claim: &Claim, link: &ClaimLink) -> Result<Lineage> {
    let other = claim_of(book, &link.to)?;
    match other.known_from() > claim.known_from() {
        true => linked(book, other, claim, &link.kind),
        false => linked(book, claim, other, &link.kind),
    }
}

/// How a later claim hangs on an earlier one, where it can.
fn linked(book: &Book, from: &Claim, to: &Claim, kind: &str) -> Result<Lineage> {
    let kind: LineageKind = kind.trim().parse()?;
    if from.id == to.id {
        return Err(refusal!(Code::Word, "lineage-itself", claim = from.id.as_str()));
    }
    let day = |claim: &Claim| claim.announced.or(claim.announced_latest);
    if matches!((day(from), day(to)), (Some(later), Some(earlier)) if later < earlier) {
        return Err(refusal!(
            Code::Word,
            "lineage-order",
            from = from.id.as_str(),
            to = to.id.as_str()
        ));
    }
    if goes_back_to(book, &to.id, &from.id) {
        return Err(refusal!(
            Code::Refused,
            "lineage-circle",
            from = from.id.as_str(),
            to = to.id.as_str()
        ));
    }
    Ok(Lineage {
        from: from.id.clone(),
        to: to.id.clone(),
        kind,
    })
}

/// What was typed, as a claim without its source and author.
pub(super) fn read(book: &Book, typed: &SetClaim, before: Option<&Claim>, format: Format) -> Result<Claim> {
    let series = book.series(&typed.series)?;
    let kind: ClaimKind = typed.kind.trim().parse()?;
    let fiscal_year = match typed.fiscal_year.trim() {
        "" => None,
        text => {
            let period = parse_period(text, book.calendar())?;
            let year = period.as_fiscal_year();
            Some(year.ok_or_else(|| refusal!(Code::Period, "claim-year", text = text))?)
        }
    };
    let amount = read_amount(&typed.amount, series.unit)?;
    let said = Said::read(&typed.said, &typed.said_by, book.calendar(), book.today)?;
    let about = said.about.map(|about| match about {
        SaidAbout::Month(month) => say!(format.words, "when-about", month = format.month(month)),
        SaidAbout::Words(words) => words,
    });
    let text = |text: &str| text.trim().to_owned();
    Ok(Claim {
        id: before.map_or_else(|| next_id(book), |before| Ok(before.id.clone()))?,
        series: series.id.clone(),
        kind,
        fiscal_year,
        value: amount.low.value,
        value_high: amount.high,
        unit: amount.low.unit,
        announced: said.day,
        announced_approx: about,
        announced_latest: said.latest,
        seen: before.map_or(book.today, |before| before.seen),
        maker: required(&typed.maker, || refusal!(Code::Word, "maker-missing"))?,
        office: text(&typed.office),
        conditions: text(&typed.conditions),
        note: noted(text(&typed.note), &typed.amount, amount.about, format),
        source: SourceId::NEW,
        page: text(&typed.page),
        quote: text(&typed.quote),
        official: typed.official,
        standing: u8::try_from(typed.standing).map_err(|_| refusal!(Code::Number, "claim-standing"))?,
        not_scorable: Some(text(&typed.not_scorable)).filter(|why| !why.is_empty()),
        entered_by: String::new(),
        entered_at: Timestamp::UNIX_EPOCH,
    })
}

/// The note of a claim, with how its amount was stated where it was stated as about that.
fn noted(note: String, amount: &str, about: bool, format: Format) -> String {
    let stated = say!(format.words, "claim-stated-as", amount = amount.trim());
    match (about, note.as_str()) {
        (false, _) => note,
        (true, "") => stated,
        (true, known) if known.contains(&stated) => note,
        (true, known) => format!("{known} {stated}"),
    }
}

/// Whether two claims say the same, whoever entered them.
fn same(before: &Claim, now: &Claim) -> bool {
    let now = Claim {
        entered_by: before.entered_by.clone(),
        entered_at: before.entered_at,
        ..now.clone()
    };
    *before == now
}

/// The name after the highest number there is, with the same letters: T40 after T39, C1 in an empty register.
fn next_id(book: &Book) -> Result<ClaimId> {
    let numbered = |claim: &Claim| {
        let id = claim.id.as_str();
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let number: u32 = id[letters.len()..].parse().ok()?;
        Some((number, letters.to_owned()))
    };
    let last = book.claims.iter().filter_map(numbered).max();
    let (number, letters) = last.unwrap_or((0, "C".into()));
    Ok(ClaimId::new(&format!("{letters}{}", number.saturating_add(1)))?)
}

/// Whether links lead from one claim back to another.
fn goes_back_to(book: &Book, start: &ClaimId, goal: &ClaimId) -> bool {
    let mut reached = vec![start];
    let mut next = 0;
    while let Some(here) = reached.get(next).copied() {
        next += 1;
        for link in book.lineage.iter().filter(|link| link.from == *here) {
            if !reached.contains(&&link.to) {
                reached.push(&link.to);
            }
        }
    }
    reached.contains(&goal)
}

/// The document that backs an entry: the one it has already, one of the same title, or a new one.
struct BackingSource {
    kept: Option<SourceId>,
    title: String,
    address: String,
}

impl BackingSource {
    fn read(book: &Book, title: &str, address: &str, before: Option<SourceId>) -> Result<Self> {
        let title = required(title, || refusal!(Code::Word, "claim-source-missing"))?;
        let address = address.trim().to_owned();
        let same = |source: &&Source| source.title == title && (address.is_empty() || source.address == address);
        let kept = before
            .and_then(|id| book.source(id))
            .filter(same)
            .map(|source| source.id);
        Ok(Self { kept, title, address })
    }

    fn number(self, change: &Change<'_>) -> Result<SourceId> {
        if let Some(kept) = self.kept {
            return Ok(kept);
        }
        if self.address.is_empty() {
            return Ok(change.source_named(&self.title)?);
        }
        Ok(change.source_for(&Source {
            id: SourceId::NEW,
            title: self.title,
            publisher: String::new(),
            address: self.address,
            page: String::new(),
            retrieved: None,
            file_hash: None,
            note: String::new(),
        })?)
    }
}

fn found(book: &Book, id: u32) -> Result<&ConditionFinding> {
    let found = book.findings.iter().find(|finding| finding.id.0 == i64::from(id));
    found.ok_or_else(|| refusal!(Code::Word, "unknown-finding", name = id.to_string()))
}

/// "FY2026, $5.2 bn target".
fn named(format: Format, claim: &Claim) -> String {
    let what = claim_named(format, claim);
    match claim.fiscal_year {
        Some(year) => format!("{}, {what}", format.year(year)),
        None => what,
    }
}
