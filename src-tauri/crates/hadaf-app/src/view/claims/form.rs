//! What the form of a claim begins with.

use hadaf_core::Claim;
use hadaf_model::Book;

use super::wire::SetClaim;
use crate::session::{Code, Result, refusal};

/// A claim as it would be entered, so that entering it again changes nothing.
pub(super) fn form_of(book: &Book, claim: &Claim) -> SetClaim {
    let source = book.source(claim.source);
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    SetClaim {
        id: Some(claim.id.to_string()),
        series: claim.series.to_string(),
        kind: claim.kind.to_string(),
        fiscal_year: claim.fiscal_year.map_or_else(String::new, |year| year.to_string()),
        amount: as_typed(claim),
        said: match claim.announced {
            Some(said) => said.to_string(),
            None => claim.announced_approx.clone().unwrap_or_default(),
        },
        said_by: match claim.announced {
            Some(_) => String::new(),
            None => day(claim.announced_latest),
        },
        maker: claim.maker.clone(),
        office: claim.office.clone(),
        conditions: claim.conditions.clone(),
        note: claim.note.clone(),
        source: source.map_or_else(String::new, |source| source.title.clone()),
        address: source.map_or_else(String::new, |source| source.address.clone()),
        page: claim.page.clone(),
        quote: claim.quote.clone(),
        official: claim.official,
        standing: claim.standing.into(),
        not_scorable: claim.not_scorable.clone().unwrap_or_default(),
    }
}

/// "5200 USD million": digit for digit what is stored.
fn as_typed(claim: &Claim) -> String {
    use hadaf_core::{Scale, Unit};
    let number = match claim.value_high {
        Some(high) => format!("{} to {high}", claim.value),
        None => claim.value.to_string(),
    };
    match claim.unit {
        Unit::Money {
            currency,
            scale: Scale::One,
        } => format!("{currency} {number}"),
        Unit::Money { currency, scale } => format!("{currency} {number} {scale}"),
        Unit::Percent => format!("{number} %"),
        Unit::Count => number,
    }
}

/// The claim of an id.
///
/// # Errors
/// [`Code::Word`].
pub(crate) fn claim_of<'a>(book: &'a Book, id: &str) -> Result<&'a Claim> {
    let found = book.claims.iter().find(|claim| claim.id.as_str() == id.trim());
    found.ok_or_else(|| refusal!(Code::Word, "unknown-claim", name = id.trim()))
}
