//! Claims whose amount may not have been meant: one that is about to be entered, and those that stand.

use std::collections::BTreeMap;

use hadaf_core::{
    Claim, ClaimId, ClaimedYears, Decimal, Doubt, FiscalYear, Readings, Series, claim_doubt, years_known,
};

use crate::book::Book;
use crate::error::Result;

/// The doubt about the amount of a claim that is about to be entered, with its amount, or the low end of a range, in the
/// unit of its series. None where nothing is doubted, and where it counts in what the series does not.
///
/// # Errors
/// Sums that do not fit, and a series that is not there.
///
/// # Panics
/// Where the book was read without the observations of the series.
pub fn entering_claim_doubt(book: &Book, claim: &Claim) -> Result<Option<(Decimal, Doubt)>> {
    let series = book.series(claim.series.as_str())?;
    ClaimJudge::of(book, series, &book.readings(series, book.now())).map(|judge| judge.doubt(claim))
}

/// The claims about a series that stand and are doubted.
///
/// # Errors
/// Sums that do not fit.
pub(crate) fn standing_claim_doubts<'a>(
    book: &'a Book,
    series: &Series,
    readings: &Readings,
) -> Result<Vec<(&'a Claim, Decimal, Doubt)>> {
    let mut claims = book.claims.iter().filter(|claim| claim.series == series.id).peekable();
    if claims.peek().is_none() {
        return Ok(Vec::new());
    }
    let judge = ClaimJudge::of(book, series, readings)?;
    let doubted = claims.filter_map(|claim| {
        let (value, doubt) = judge.doubt(claim)?;
        Some((claim, value, doubt))
    });
    Ok(doubted.collect())
}

/// What the claims about one series are held against.
struct ClaimJudge<'a> {
    series: &'a Series,
    known: BTreeMap<FiscalYear, f64>,
    claimed: Vec<(&'a ClaimId, Option<FiscalYear>, f64)>,
}

impl<'a> ClaimJudge<'a> {
    fn of(book: &'a Book, series: &'a Series, readings: &Readings) -> Result<Self> {
        let claimed = book.claims.iter().filter(|claim| claim.series == series.id);
        let said = |claim: &'a Claim| Some((&claim.id, claim.fiscal_year, judged_value(claim, series)?.to_f64()));
        Ok(Self {
            series,
            known: years_known(readings, book.calendar())?,
            claimed: claimed.filter_map(said).collect(),
        })
    }

    fn doubt(&self, claim: &Claim) -> Option<(Decimal, Doubt)> {
        let value = judged_value(claim, self.series)?;
        let others = self.claimed.iter().filter(|(id, ..)| **id != claim.id);
        let others: Vec<(Option<FiscalYear>, f64)> = others.map(|(_, year, value)| (*year, *value)).collect();
        let beside = ClaimedYears {
            known: &self.known,
            claimed: &others,
            unit: self.series.unit,
        };
        claim_doubt(claim.fiscal_year, value, beside).map(|doubt| (value, doubt))
    }
}

/// The amount of a claim in the unit of its series; none where it counts something else.
fn judged_value(claim: &Claim, series: &Series) -> Option<Decimal> {
    let counts = claim.not_scorable.is_none();
    Book::claim_in(claim, series.unit).filter(|_| counts)
}
