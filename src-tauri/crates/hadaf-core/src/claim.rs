//! What was claimed about a year: targets, projections, commitments.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Amount, AsOf, CoreError, Decimal, FiscalCalendar, FiscalYear, Period, Result, SeriesId, SourceId, Unit, WordKind,
};

/// Name of a claim in the workspace, e.g. `T30`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClaimId(String);

impl ClaimId {
    /// Takes up to 32 letters, digits, hyphens and underscores.
    ///
    /// # Errors
    /// [`CoreError::Word`] for anything else.
    pub fn new(text: &str) -> Result<Self> {
        text.parse()
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for ClaimId {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if (1..=32).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.into()))
        } else {
            Err(CoreError::Word {
                what: WordKind::ClaimId,
                text: text.into(),
                known: "",
            })
        }
    }
}

crate::text::as_text!(ClaimId);

/// What kind of claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ClaimKind {
    /// Set as a goal.
    Target,
    /// Expected.
    Projection,
    /// Promised.
    Commitment,
}

crate::text::words!(ClaimKind, {
    Target => "target", Projection => "projection", Commitment => "commitment",
});

/// A target, projection or commitment: who said it, when, on which conditions, on which page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name.
    pub id: ClaimId,
    /// About which series.
    pub series: SeriesId,
    /// Target, projection or commitment.
    pub kind: ClaimKind,
    /// For which year; none when none was given.
    pub fiscal_year: Option<FiscalYear>,
    /// The number, or the low end of a range.
    pub value: Decimal,
    /// The high end of a range.
    pub value_high: Option<Decimal>,
    /// In which they count.
    pub unit: Unit,
    /// The day on which it was said.
    pub announced: Option<Date>,
    /// When it was said as far as the page tells: "before July 2025". None when `announced` says it.
    pub announced_approx: Option<String>,
    /// The last day on which it can have been said, when the page tells only that.
    pub announced_latest: Option<Date>,
    /// The day on which we saw it.
    pub seen: Date,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// On which conditions, only those that the page states; may be empty.
    pub conditions: String,
    /// What else is to be known about it: how it is read, what the page also says; may be empty.
    pub note: String,
    /// Where it was read.
    pub source: SourceId,
    /// Page or paragraph; may be empty.
    pub page: String,
    /// A few words of the source; may be empty.
    pub quote: String,
    /// Said by or for a government office; brokers, industry bodies and the press are not.
    pub official: bool,
    /// Weight of the maker: the higher one stands first. 0: not ranked.
    pub standing: u8,
    /// Why it cannot be scored though it has a number and a year; none when it can.
    pub not_scorable: Option<String>,
    /// Who put it into the workspace.
    pub entered_by: String,
    /// When.
    pub entered_at: Timestamp,
}

impl Claim {
    /// The number, or the low end of a range, counted in another scale of the same currency.
    ///
    /// # Errors
    /// [`CoreError::UnitMismatch`] for another currency or kind, [`CoreError::Overflow`].
    pub fn value_in(&self, unit: Unit) -> Result<Decimal> {
        Ok(Amount::new(self.value, self.unit).in_unit(unit)?.value)
    }

    /// From this day on the claim counts.
    pub fn known_from(&self) -> Date {
        self.announced.or(self.announced_latest).unwrap_or(self.seen)
    }

    /// Known as of a day.
    pub fn known(&self, as_of: AsOf) -> bool {
        as_of.has(self.known_from())
    }

    /// Our words about it, which have no day but that on which we saw it; empty before.
    pub fn note_on(&self, as_of: AsOf) -> &str {
        if as_of.has(self.seen) { &self.note } else { "" }
    }

    /// Said after the year that it is about had ended.
    pub fn is_hindsight(&self, calendar: &FiscalCalendar) -> bool {
        let said = self.announced.or(self.announced_latest);
        matches!((self.fiscal_year, said), (Some(year), Some(day)) if day > calendar.end_of(Period::FiscalYear(year)))
    }
}

/// How one claim hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum LineageKind {
    /// Says the same again; counted once, at the first day.
    Restates,
    /// Makes it more exact.
    Narrows,
    /// Takes its place.
    Replaces,
}

crate::text::words!(LineageKind, {
    Restates => "restates", Narrows => "narrows", Replaces => "replaces",
});

/// `from`, the later claim, restates, narrows or replaces `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// The later claim.
    pub from: ClaimId,
    /// The earlier claim.
    pub to: ClaimId,
    /// What it does to it.
    pub kind: LineageKind,
}

/// Which claims about one series and year stand on a day, the highest-ranked first.
#[derive(Debug, Clone, PartialEq)]
pub struct CurrentClaims<'a> {
    /// All that stand: official targets first, by standing, then by day (the newest first).
    pub claims: Vec<&'a Claim>,
}

impl<'a> CurrentClaims<'a> {
    /// Reads the claims about `series` and `year` as of a day.
    ///
    /// Left out: what was not known yet, what was said after the year had ended, what a known claim
    /// replaces or narrows, and restatements of a claim that is listed.
    pub fn read(
        claims: &'a [Claim],
        lineage: &[Lineage],
        series: &SeriesId,
        year: FiscalYear,
        calendar: &FiscalCalendar,
        as_of: AsOf,
    ) -> Self {
        let candidate = |claim: &&Claim| {
            claim.series == *series
                && claim.fiscal_year == Some(year)
                && claim.known(as_of)
                && !claim.is_hindsight(calendar)
        };
        let known = |id: &ClaimId| claims.iter().any(|claim| claim.id == *id && claim.known(as_of));
        let dropped = |id: &ClaimId| {
            lineage.iter().any(|link| match link.kind {
                LineageKind::Restates => link.from == *id && known(&link.to),
                LineageKind::Narrows | LineageKind::Replaces => link.to == *id && known(&link.from),
            })
        };
        let mut claims: Vec<&Claim> = claims
            .iter()
            .filter(candidate)
            .filter(|claim| !dropped(&claim.id))
            .collect();
        claims.sort_by(|left, right| rank(right).cmp(&rank(left)).then_with(|| left.id.cmp(&right.id)));
        Self { claims }
    }

    /// The claim that the pace uses unless told otherwise: the highest-ranked official target.
    pub fn target(&self) -> Option<&'a Claim> {
        self.claims
            .iter()
            .copied()
            .find(|claim| claim.official && claim.kind == ClaimKind::Target)
    }

    /// Official targets for the same year that say another number than [`CurrentClaims::target`].
    pub fn disagreeing(&self) -> Vec<&'a Claim> {
        let Some(target) = self.target() else { return Vec::new() };
        let differs = |claim: &&Claim| {
            let other = claim
                .value_in(target.unit)
                .is_ok_and(|value| !value.same_value(target.value));
            claim.official && claim.kind == ClaimKind::Target && other
        };
        self.claims.iter().copied().filter(differs).collect()
    }
}

/// The higher stands first.
fn rank(claim: &Claim) -> (bool, bool, u8, Date, Decimal) {
    let kind = claim.kind == ClaimKind::Target;
    (claim.official, kind, claim.standing, claim.known_from(), claim.value)
}
