//! Who said what about the current year, and what each asks for.

use hadaf_core::{Claim, ClaimKind};
use hadaf_error::Result;
use hadaf_model::{Situation, YearBefore};
use hadaf_picture::{HistoryRequest, history_of_claim};
use hadaf_words::{Format, Keyword, MonthNames, Page, reached_words, said, say, say_of};
use serde::Serialize;
use ts_rs::TS;

use crate::view::claim_told;

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
    /// Needed a month, or a quarter, formatted, or when it was reached; empty where it makes no sense.
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

/// A claim about another year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OtherClaim {
    /// Claim id.
    pub id: String,
    /// "FY2028"; empty without a year.
    pub year: String,
    /// "$5.2 bn target, Ministry of IT, 20 August 2025".
    pub text: String,
    /// Whose history F2 opens: the claim's own.
    pub history: Option<HistoryRequest>,
}

/// The claims about a series that are not told of the current year and lie ahead of it, the nearest first; all of them
/// where no year is known.
pub(super) fn others(situation: &Situation<'_>, format: Format) -> Vec<OtherClaim> {
    let now = situation.year();
    let is_other = |claim: &&Claim| {
        claim.series == situation.series.id
            && claim.known(situation.as_of)
            && now.is_none_or(|now| claim.fiscal_year.is_none_or(|year| year > now))
    };
    let mut others: Vec<&Claim> = situation.book.claims.iter().filter(is_other).collect();
    others.sort_by_key(|claim| (claim.fiscal_year.is_none(), claim.fiscal_year));
    let told = |claim: &Claim| OtherClaim {
        id: claim.id.to_string(),
        year: claim.fiscal_year.map_or_else(String::new, |year| format.year(year)),
        text: claim_told(format, claim),
        history: Some(history_of_claim(situation, claim)),
    };
    others.into_iter().map(told).collect()
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
    let needed = match pace.as_ref().map(|pace| (pace.reached, pace.needed)) {
        Some((Some(reached), _)) => reached_words(page.format, reached, MonthNames::Short),
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
    let before = page.situation.year_before();
    let before = before.filter(|_| in_use && claim.kind == ClaimKind::Target);
    let growth = before.and_then(|before| {
        let growth = hadaf_core::growth_percent(before.value().to_f64(), page.situation.amount(claim)?.to_f64())?;
        let (words, growth) = (page.words(), page.format.percent(growth, 1));
        let year = page.format.year(page.situation.year()?.prev());
        Some(match before {
            YearBefore::Known(total) => {
                let base = page.money(total.value.to_f64());
                say!(words, "claim-above-year", growth = growth, base = base, year = year)
            }
            YearBefore::Projected(projection, _) => {
                let base = page.claimed(projection);
                say!(
                    words,
                    "claim-above-projection",
                    growth = growth,
                    base = base,
                    year = year
                )
            }
        })
    });
    let told = claim.note_on(page.situation.as_of);
    [Some(told.to_owned()).filter(|text| !text.is_empty()), growth]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
