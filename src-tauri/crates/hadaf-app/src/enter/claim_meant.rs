//! Whether a claim is meant as it is typed: what is doubted of its amount, and on which claims that are there it may hang.
//! Both are told once, before or beside the entry, and never keep it out.

use hadaf_core::{Amount, Claim, ComparedClaim, Doubt, LineageKind, Period, Series, compared_claims};
use hadaf_error::Result;
use hadaf_model::{Book, entering_claim_doubt};
use hadaf_words::{DoubtView, Format, Instead, claim_doubt_text, say_of};
use serde::Serialize;
use ts_rs::TS;

use crate::session::Changed;
use crate::view::{claim_told, claim_typed};

/// What is to be asked about a claim before it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimMeant {
    /// Why its amount may not have been meant; what may have been meant is as it is typed.
    pub doubts: Vec<DoubtView>,
    /// Claims of the same maker about the same year, on which it may hang; restatements first.
    pub compared: Vec<ClaimCompared>,
}

/// A claim that is there, and how one that is typed may hang on it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimCompared {
    /// Its id.
    pub id: String,
    /// "restates", "narrows" or "replaces": what the later of both does to the earlier one.
    pub kind: String,
    /// "T30 states the same: $5.2 bn target, Ministry of IT, 20 August 2025."
    pub text: String,
    /// "It restates T30".
    pub choice: String,
}

/// What became of a claim that was entered, with what is remarked of it.
#[derive(Debug, Clone, Serialize)]
pub struct EnteredClaim {
    /// The change.
    #[serde(flatten)]
    pub changed: Changed,
    /// What would have been asked before.
    #[serde(flatten)]
    pub meant: ClaimMeant,
}

impl ClaimMeant {
    /// Of a claim that takes the place of what stood before, if anything did. What is as it stood is not asked about again.
    pub(super) fn of(book: &Book, format: Format, claim: &Claim, before: Option<&Claim>) -> Result<Self> {
        let is_repeated = before.is_some_and(|before| {
            (before.unit, before.fiscal_year, before.value_high) == (claim.unit, claim.fiscal_year, claim.value_high)
                && before.value.same_value(claim.value)
        });
        Ok(Self {
            doubts: match is_repeated {
                true => Vec::new(),
                false => doubts(book, format, claim)?,
            },
            compared: match before.is_some() {
                true => Vec::new(),
                false => compared_claims(claim, &book.claims, &book.lineage)
                    .iter()
                    .map(|compared| told(format, compared))
                    .collect(),
            },
        })
    }
}

fn doubts(book: &Book, format: Format, claim: &Claim) -> Result<Vec<DoubtView>> {
    let Some((value, doubt)) = entering_claim_doubt(book, claim)? else {
        return Ok(Vec::new());
    };
    let series = book.series(claim.series.as_str())?;
    let period = claim.fiscal_year.map(Period::from);
    Ok(vec![DoubtView {
        kind: doubt.code().into(),
        series: series.id.to_string(),
        period: period.map_or_else(String::new, |period| period.to_string()),
        message: claim_doubt_text(format, series, (period, value), &doubt),
        instead: instead(book, format, claim, series, &doubt),
    }])
}

/// The amount that may have been meant, as it is typed; none where the doubt does not say.
fn instead(book: &Book, format: Format, claim: &Claim, series: &Series, doubt: &Doubt) -> Option<Instead> {
    let meant = |value| {
        let counted = Amount::new(value, claim.unit).in_unit(series.unit).ok()?;
        doubt.instead_of(counted.value)
    };
    let low = meant(claim.value)?;
    let high = match claim.value_high {
        // Of a range below zero the ends would change their places.
        Some(_) if matches!(doubt, Doubt::Negative { .. }) => return None,
        Some(high) => Some(meant(high)?),
        None => None,
    };
    let text = |value| format.money_short(value, series.unit);
    Some(Instead {
        text: match high {
            Some(high) => format.range(text(low), text(high)),
            None => text(low),
        },
        value: claim_typed(
            book,
            &Claim {
                value: low,
                value_high: high,
                unit: series.unit,
                ..claim.clone()
            },
        ),
    })
}

fn told(format: Format, compared: &ComparedClaim<'_>) -> ClaimCompared {
    let ComparedClaim { claim, kind, is_later } = compared;
    let later = if *is_later { "yes" } else { "no" };
    ClaimCompared {
        id: claim.id.to_string(),
        kind: kind.to_string(),
        text: say_of!(
            format.words,
            "claim-compared-{}",
            LineageKind,
            *kind,
            id = claim.id.as_str(),
            claim = claim_told(format, claim),
            later = later
        ),
        choice: say_of!(
            format.words,
            "claim-link-{}",
            LineageKind,
            *kind,
            id = claim.id.as_str(),
            later = later
        ),
    }
}
