//! What a scenario does, in words.

use hadaf_core::{Assumptions, Chance, CostPoint, Decimal};
use hadaf_forecast::scenario::{Swing, Swings};
use hadaf_model::{Result, ScenarioCase, Totals};

use super::{Format, Words, chance_view, factor_label, factor_value, say};

/// A chance below which a claim is told as lost.
const LOST: f64 = 0.05;
const EVEN: f64 = 0.5;

/// Marks that every number of a scenario rests on assumptions.
pub(crate) fn assumed_note(setup: &ScenarioCase<'_>, words: &Words) -> String {
    let note = words.say("scenario-assumed", &[]);
    match setup.assumptions.outages_from_register {
        true => format!("{note} {}", words.say("scenario-register", &[])),
        false => note,
    }
}

/// The finding: what it costs or brings, and what becomes of the claim that was asked about.
pub(crate) fn scenario_title(setup: &ScenarioCase<'_>, before: &Totals, after: &Totals, format: Format) -> String {
    let words = format.words;
    let series = setup.situation.series;
    let name = match setup.title.as_str() {
        "" => say!(words, "scenario-draft"),
        title => title.to_owned(),
    };
    let change = after.quantile(0.5) - before.quantile(0.5);
    let size = format.money_rounded(change.abs(), series.unit, series.places);
    let shown = format.rounded(change.abs(), series.places);
    let moves = match change {
        _ if shown == format.rounded(0.0, series.places) => "nothing",
        change if change < 0.0 => "costs",
        _ => "brings",
    };
    let effect = say!(words, "scenario-effect", name = name, size = size, moves = moves);
    let claimed = setup.target.and_then(|(claim, amount)| {
        let amount_words = format.money_short(claim.value, claim.unit);
        let of = |totals: &Totals| totals.chance(amount.to_f64());
        Some(becomes(&of(before)?, &of(after)?, amount_words, format))
    });
    match claimed {
        Some(claimed) => format!("{effect}; {claimed}"),
        None => effect,
    }
}

/// "$5.2 bn is out of reach either way".
fn becomes(before: &Chance, after: &Chance, amount: String, format: Format) -> String {
    let (was, is) = (before.value(), after.value());
    let how = match () {
        () if was < LOST && is < LOST => "lost",
        () if was > 1.0 - LOST && is > 1.0 - LOST => "safe",
        () if was >= EVEN && is < EVEN => "below",
        () if was < EVEN && is >= EVEN => "above",
        () => "moves",
    };
    let frequency = |chance: &Chance| chance_view(format, *chance).frequency;
    say!(
        format.words,
        "scenario-claim-becomes",
        how = how,
        amount = amount,
        before = frequency(before),
        after = frequency(after)
    )
}

/// A factor's swing, in words.
pub(crate) struct SwingWords {
    pub(crate) label: String,
    pub(crate) range: String,
    pub(crate) low: String,
    pub(crate) high: String,
    pub(crate) chance: String,
    /// It moves the total by something that is shown.
    pub(crate) moves: bool,
}

impl SwingWords {
    /// Totals are told as the difference from all factors central.
    pub(crate) fn of(swing: &Swing, setup: &ScenarioCase<'_>, tornado: &Swings, format: Format) -> Self {
        let places = setup.situation.series.places;
        let factor = swing.factor.as_ref().and_then(|id| setup.assumptions.factor(id));
        let chance = swing.mild.chance.zip(swing.severe.chance).map(|(low, high)| {
            let percent = |chance: f64| hadaf_core::Chance::new(chance).map(|it| chance_view(format, it).percent);
            match (percent(low.min(high)), percent(low.max(high))) {
                (Some(low), Some(high)) if low == high => low,
                (Some(low), Some(high)) => say!(format.words, "span", first = low, last = high),
                _ => String::new(),
            }
        });
        let signed = |total: f64| format.signed(total - tornado.total, places);
        let (low, high, nothing) = (
            signed(swing.mild.total),
            signed(swing.severe.total),
            signed(tornado.total),
        );
        Self {
            label: swing.factor.as_ref().map_or_else(
                || say!(format.words, "tornado-together"),
                |id| factor_label(id, &setup.assumptions, format),
            ),
            range: factor.map_or_else(String::new, |factor| {
                let value = |value: Decimal| factor_value(&factor, value.to_f64(), format);
                let setting = factor.setting;
                say!(
                    format.words,
                    "span",
                    first = value(setting.mild),
                    last = value(setting.severe)
                )
            }),
            moves: low != nothing || high != nothing,
            low,
            high,
            chance: chance.unwrap_or_default(),
        }
    }

    pub(crate) fn row(self) -> Vec<String> {
        vec![self.label, self.range, self.low, self.high, self.chance]
    }
}

/// One scenario beside others.
pub(crate) struct ScenarioOutcome {
    pub(crate) label: String,
    pub(crate) totals: Totals,
    pub(crate) is_baseline: bool,
    pub(crate) is_current: bool,
}

/// The baseline, this scenario with every factor at its low, as drawn, and at its high, then the others of the
/// workspace.
pub(crate) fn scenario_outcomes(setup: &ScenarioCase<'_>, format: Format) -> Result<Vec<ScenarioOutcome>> {
    let words = format.words;
    let name = match setup.title.as_str() {
        "" => say!(words, "scenario-draft"),
        title => title.to_owned(),
    };
    let of = |label: String, assumptions: &Assumptions, is_current: bool| -> Result<ScenarioOutcome> {
        let outcome = setup.run(assumptions)?;
        Ok(ScenarioOutcome {
            label,
            totals: setup.totals(outcome.run()),
            is_baseline: false,
            is_current,
        })
    };
    let mut columns = vec![ScenarioOutcome {
        label: say!(words, "scenario-baseline"),
        totals: setup.baseline(),
        is_baseline: true,
        is_current: false,
    }];
    if setup.assumptions != Assumptions::default() {
        let low = say!(words, "scenario-at-low");
        let high = say!(words, "scenario-at-high");
        columns.push(of(low, &setup.assumptions.held(CostPoint::Mild)?, false)?);
        columns.push(of(name, &setup.assumptions, true)?);
        columns.push(of(high, &setup.assumptions.held(CostPoint::Severe)?, false)?);
    }
    let others = setup
        .situation
        .book
        .scenarios
        .iter()
        .filter(|other| other.id.as_str() != setup.id);
    for other in others {
        columns.push(of(other.title.clone(), &other.assumptions, false)?);
    }
    Ok(columns)
}
