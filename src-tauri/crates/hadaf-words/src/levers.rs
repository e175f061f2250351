//! Where a scenario tips, in words: break-evens, and the chance of the claim by two levers.

use hadaf_core::{Chance, Claim, ClaimKind, Decimal};
use hadaf_forecast::scenario::BreakEven;
use hadaf_model::scenario::{BreakEvenOf, Lever};
use hadaf_model::{Result, ScenarioCase};

use crate::{Format, chance_view, factor_value};

/// The claim that tornado and two-way table ask about: "Target of 5,200 for FY2026"; none without one.
pub fn asked_claim(case: &ScenarioCase<'_>, format: Format) -> Option<String> {
    case.claim.map(|claim| named(case, claim, format))
}

/// "$5.2 bn" of that claim, both ends of a range that was projected; none without one.
pub fn asked_amount(case: &ScenarioCase<'_>, format: Format) -> Option<String> {
    let (claim, _) = case.claim?;
    let low = format.money_short(claim.value, claim.unit);
    let high = case.situation.deciding_high(claim).and(claim.value_high);
    Some(match high {
        Some(high) => format.range(low, format.money_short(high, claim.unit)),
        None => low,
    })
}

fn named(case: &ScenarioCase<'_>, (claim, amount): (&Claim, Decimal), format: Format) -> String {
    let low = format.exact(amount);
    let amount = match case.situation.deciding_high(claim) {
        Some(high) => format.range(low, format.exact(high)),
        None => low,
    };
    let kind = say_of!(format.words, "kind-{}", ClaimKind, claim.kind);
    say!(
        format.words,
        "scenario-claim-named",
        kind = kind,
        amount = amount,
        year = format.year(case.year.year)
    )
}

/// The claim whose chance is to pass one half: of a range that was projected reaching its low end alone, since the chance of
/// lying in it rises and falls again.
fn named_even(case: &ScenarioCase<'_>, even: &BreakEvenOf<'_>, format: Format) -> String {
    let (claim, amount) = even.claim;
    let named = named(case, even.claim, format);
    match case.situation.deciding_high(claim) {
        Some(_) => say!(
            format.words,
            "break-even-low-end",
            claim = named,
            amount = format.exact(amount)
        ),
        None => named,
    }
}

/// "At 34 days the chance falls below one half": in days, in the share released, in points of growth.
pub fn break_even_words(case: &ScenarioCase<'_>, even: &BreakEvenOf<'_>, format: Format) -> String {
    let (how, value) = match even.found {
        BreakEven::LostWithout => ("lost", 0.0),
        BreakEven::SafeWithAll => ("safe", 0.0),
        BreakEven::At(value) => ("at", value),
    };
    let value = match even.lever {
        // Few days are shown to a tenth.
        Lever::Days => format.rounded(value, u8::from(value < 10.0)),
        Lever::Released => format.percent(value * 100.0, 0),
        Lever::Growth => format.signed(value, 1),
    };
    let (words, claim) = (format.words, named_even(case, even, format));
    let most = format.rounded(even.lever.bounds().1, 0);
    match even.lever {
        Lever::Days => say!(
            words,
            "break-even-days",
            claim = claim,
            how = how,
            value = value,
            most = most
        ),
        Lever::Released => say!(words, "break-even-released", claim = claim, how = how, value = value),
        Lever::Growth => say!(
            words,
            "break-even-growth",
            claim = claim,
            how = how,
            value = value,
            most = most
        ),
    }
}

/// The chance of the claim by two levers, in words.
pub struct LeverWords {
    /// What stands down and what across.
    pub title: String,
    /// An empty corner, then the values across.
    pub heads: Vec<String>,
    /// The value down, then a chance for each value across.
    pub rows: Vec<Vec<String>>,
}

impl LeverWords {
    /// None where there is no such table.
    ///
    /// # Errors
    /// As [`ScenarioCase::lever_table`].
    pub fn of(case: &ScenarioCase<'_>, format: Format) -> Result<Option<Self>> {
        let Some(found) = case.lever_table()? else {
            return Ok(None);
        };
        let written = |lever: Lever, value: f64| {
            let factor = case.assumptions().factor(&lever.factor());
            factor.map_or_else(String::new, |factor| factor_value(&factor, value, format))
        };
        let across = found.columns.steps().iter().map(|value| written(found.columns, *value));
        let percent = |chance: &Option<f64>| {
            let chance = chance.and_then(Chance::new);
            chance.map_or_else(String::new, |chance| chance_view(format, chance).percent)
        };
        let rows = found.rows.steps().iter().zip(&found.chances);
        let claim = asked_claim(case, format).unwrap_or_default();
        let pair = (found.rows, found.columns);
        Ok(Some(Self {
            title: say!(
                format.words,
                match pair {
                    (Lever::Days, Lever::Released) => "two-way-days-released",
                    (Lever::Days, _) => "two-way-days-growth",
                    _ => "two-way-released-growth",
                },
                claim = claim
            ),
            heads: std::iter::once(String::new()).chain(across).collect(),
            rows: rows
                .map(|(value, chances)| {
                    let cells = chances.iter().map(percent);
                    std::iter::once(written(found.rows, *value)).chain(cells).collect()
                })
                .collect(),
        }))
    }
}
