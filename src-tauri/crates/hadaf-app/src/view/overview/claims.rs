//! Who said what about the current year, and what each asks for.

use hadaf_core::{Claim, ClaimKind};
use hadaf_error::Result;
use hadaf_words::{Keyword, Page, said, say, say_of};
use serde::Serialize;
use ts_rs::TS;

use crate::session::{HistoryRequest, history_of_claim};

/// A current claim for the current year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OverviewClaim {
    /// Claim id.
    pub id: String,
    /// "5,200".
    pub amount: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target, the pace uses it" and the like.
    pub title: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// Needed a month, formatted, or when it was reached; empty where it makes no sense.
    pub needed: String,
    /// On which conditions it was said, in our words; may be empty.
    pub conditions: String,
    /// What else is to be known about it; may be empty.
    pub note: String,
    /// The pace uses this claim.
    pub in_use: bool,
    /// Whose history F2 opens: the claim's own.
    pub history: Option<HistoryRequest>,
}

/// The claims that are current for the current year, the highest-ranked first.
pub(super) fn claims(page: Page<'_>) -> Result<Vec<OverviewClaim>> {
    let in_use = page.situation.target().map(|claim| claim.id.clone());
    let row = |claim: &&Claim| row(page, claim, in_use.as_ref() == Some(&claim.id));
    page.situation.current.claims.iter().map(row).collect()
}

fn row(page: Page<'_>, claim: &Claim, in_use: bool) -> Result<OverviewClaim> {
    let words = page.words();
    let pace = page
        .situation
        .year()
        .map(|year| page.situation.pace_of(claim, year))
        .transpose()?
        .flatten();
    let needed = match pace.as_ref().map(|pace| (pace.reached, pace.needed_per_month)) {
        Some((Some(month), _)) => say!(words, "chance-reached", month = page.format.month_short(month)),
        Some((None, Some(needed))) => page.rounded(needed),
        _ => String::new(),
    };
    let kind = say_of!(words, "kind-{}", ClaimKind, claim.kind);
    let mut title = vec![kind];
    if in_use {
        title.push(say!(words, "claim-in-use"));
    }
    if !claim.official {
        title.push(say!(words, "claim-unofficial"));
    }
    if claim.value_high.is_some() {
        title.push(say!(words, "claim-low-end"));
    }
    let amount = page.situation.amount(claim);
    Ok(OverviewClaim {
        id: claim.id.to_string(),
        amount: amount.map_or_else(|| page.claimed(claim), |amount| page.number(amount)),
        kind: claim.kind.into(),
        title: title.join(", "),
        maker: claim.maker.clone(),
        said: said(page.format, claim),
        needed,
        conditions: claim.conditions.clone(),
        note: note(page, claim, in_use),
        in_use,
        history: Some(history_of_claim(page.situation, claim)),
    })
}

/// What is to be known about a claim, and for the target in use the growth that it asks for.
fn note(page: Page<'_>, claim: &Claim, in_use: bool) -> String {
    let projected = page
        .situation
        .projected_before()
        .filter(|_| in_use && claim.kind == ClaimKind::Target);
    let growth = projected.and_then(|(projection, base)| {
        let growth = hadaf_core::growth_percent(base.to_f64(), page.situation.amount(claim)?.to_f64())?;
        let year = page.format.year(projection.fiscal_year?);
        let (growth, base) = (page.format.percent(growth, 1), page.claimed(projection));
        Some(say!(
            page.words(),
            "claim-above-projection",
            growth = growth,
            base = base,
            year = year
        ))
    });
    let told = claim.note_on(page.situation.as_of);
    [Some(told.to_owned()).filter(|text| !text.is_empty()), growth]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
