//! A claim that is about to be entered, beside those that are there: whether it says one of them again.

use crate::{Claim, ClaimId, Decimal, Lineage, LineageKind};

/// A claim that is there, and how one that is about to be entered may hang on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedClaim<'a> {
    /// The one that is there.
    pub claim: &'a Claim,
    /// What the later of both may do to the earlier one.
    pub kind: LineageKind,
    /// The one that is there was said after the one that is entered.
    pub is_later: bool,
}

/// The claims on which one that is about to be entered may hang: of the same series, year, kind and maker. Of the same
/// amount, it restates; within the range of the earlier one, it narrows; else it replaces. Restatements first, then the
/// newest first. Left out is what a link keeps out already: what restates another claim, what another one took the place of,
/// and what the two are linked by.
pub fn compared_claims<'a>(entering: &Claim, claims: &'a [Claim], lineage: &[Lineage]) -> Vec<ComparedClaim<'a>> {
    let is_alike = |claim: &&Claim| {
        claim.id != entering.id
            && claim.series == entering.series
            && claim.fiscal_year.is_some()
            && claim.fiscal_year == entering.fiscal_year
            && claim.kind == entering.kind
            && said_by_same(claim, entering)
    };
    let is_there = |id: &ClaimId| claims.iter().any(|claim| claim.id == *id);
    let is_out = |id: &ClaimId| {
        lineage.iter().any(|link| match link.kind {
            LineageKind::Restates => link.from == *id && is_there(&link.to),
            LineageKind::Narrows | LineageKind::Replaces => link.to == *id && is_there(&link.from),
        })
    };
    let is_linked = |id: &ClaimId| {
        let between = |one: &ClaimId, other: &ClaimId| *one == *id && *other == entering.id;
        lineage
            .iter()
            .any(|link| between(&link.from, &link.to) || between(&link.to, &link.from))
    };
    let others = claims.iter().filter(is_alike);
    let mut compared: Vec<ComparedClaim<'a>> = others
        .filter(|claim| !is_out(&claim.id) && !is_linked(&claim.id))
        .filter_map(|claim| {
            let is_later = claim.known_from() > entering.known_from();
            let (earlier, later) = match is_later {
                true => (entering, claim),
                false => (claim, entering),
            };
            Some(ComparedClaim {
                claim,
                kind: hanging(earlier, later)?,
                is_later,
            })
        })
        .collect();
    compared.sort_by_key(|one| (one.kind, std::cmp::Reverse(one.claim.known_from())));
    compared
}

/// What a later claim of the same maker does to an earlier one; none where the two do not count the same.
fn hanging(earlier: &Claim, later: &Claim) -> Option<LineageKind> {
    let ends = |claim: &Claim| -> Option<(Decimal, Decimal)> {
        let low = claim.value_in(earlier.unit).ok()?;
        let high = claim.value_high.map(|high| {
            let whole = Claim {
                value: high,
                ..claim.clone()
            };
            whole.value_in(earlier.unit).ok()
        });
        Some((low, high.unwrap_or(Some(low))?))
    };
    let (old, new) = (ends(earlier)?, ends(later)?);
    if old.0.same_value(new.0) && old.1.same_value(new.1) {
        return Some(LineageKind::Restates);
    }
    let is_within = new.0.cmp_value(old.0).is_ge() && new.1.cmp_value(old.1).is_le();
    Some(if is_within {
        LineageKind::Narrows
    } else {
        LineageKind::Replaces
    })
}

/// Whether the same one said both: by the name, whatever its letters' size, or by the office that answers for it.
fn said_by_same(left: &Claim, right: &Claim) -> bool {
    let same = |left: &str, right: &str| {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let left = words(left);
        !left.is_empty() && left == words(right)
    };
    same(&left.maker, &right.maker) || same(&left.office, &right.office)
}
