//! What a scenario does, in words.

use hadaf_core::{Chance, Decimal, Sample};
use hadaf_forecast::scenario::Swing;
use hadaf_model::scenario::AlternativeKind;
use hadaf_model::{Result, ScenarioCase};

use crate::claims::claim_money;
use crate::{Format, MonthNames, Words, chance_view, factor_label, factor_value, reached_words};

/// A chance below which a claim is told as lost.
const LOST: f64 = 0.05;
const EVEN: f64 = 0.5;

/// Marks that every number of a scenario rests on assumptions.
pub fn assumed_note(setup: &ScenarioCase<'_>, words: &Words) -> String {
    let note = say!(words, "scenario-assumed");
    match setup.assumptions().outages_from_register {
        true => format!("{note} {}", say!(words, "scenario-register")),
        false => note,
    }
}

/// The finding: what it costs or brings, and what becomes of the claim that was asked about.
pub fn scenario_title(setup: &ScenarioCase<'_>, format: Format) -> String {
    let words = format.words;
    let series = setup.situation.series;
    let (before, after) = (setup.baseline(), setup.totals());
    let name = scenario_name(setup, format);
    let change = after.quantile(0.5) - before.quantile(0.5);
    let places = setup.situation.places;
    let size = format.money_rounded(change.abs(), series.unit, places);
    let shown = format.rounded(change.abs(), places);
    let moves = match change {
        _ if shown == format.rounded(0.0, places) => "nothing",
        change if change < 0.0 => "costs",
        _ => "brings",
    };
    let effect = say!(words, "scenario-effect", name = name, size = size, moves = moves);
    let claimed = setup.target.map(|(claim, amount)| {
        let amount_words = claim_money(format, claim);
        if let Some(reached) = setup.situation.reached(claim, setup.year.year) {
            let reached = reached_words(format, reached, MonthNames::Long);
            return say!(
                words,
                "scenario-claim-reached",
                amount = amount_words,
                reached = reached
            );
        }
        let of = |totals: &Sample| setup.chance(totals, (claim, amount));
        becomes(of(before), of(after), amount_words, format)
    });
    match claimed {
        Some(claimed) => format!("{effect}; {claimed}"),
        None => effect,
    }
}

/// Its title, or "This scenario" for a draft.
fn scenario_name(setup: &ScenarioCase<'_>, format: Format) -> String {
    match setup.title.as_str() {
        "" => say!(format.words, "scenario-draft"),
        title => title.to_owned(),
    }
}

/// "$5.2 bn is out of reach either way".
fn becomes(before: Chance, after: Chance, amount: String, format: Format) -> String {
    let (was, is) = (before.value(), after.value());
    let how = match () {
        () if was < LOST && is < LOST => "lost",
        () if was > 1.0 - LOST && is > 1.0 - LOST => "safe",
        () if was >= EVEN && is < EVEN => "below",
        () if was < EVEN && is >= EVEN => "above",
        () => "moves",
    };
    let frequency = |chance: Chance| chance_view(format, chance).frequency;
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
pub struct SwingWords {
    /// The factor.
    pub label: String,
    /// From its mild to its severe end.
    pub range: String,
    /// The difference at its mild end.
    pub low: String,
    /// The difference at its severe end.
    pub high: String,
    /// The chances between which it moves the claim; empty without a claim.
    pub chance: String,
    /// It moves the total by something that is shown.
    pub moves: bool,
}

impl SwingWords {
    /// Totals are told as the difference from all factors central.
    pub fn of(swing: &Swing, setup: &ScenarioCase<'_>, format: Format) -> Self {
        let centre = setup.tornado().total;
        let places = setup.situation.places;
        let factor = swing.factor.as_ref().and_then(|id| setup.assumptions().factor(id));
        let chance = swing.mild.chance.zip(swing.severe.chance).map(|(low, high)| {
            let percent = |chance: f64| hadaf_core::Chance::new(chance).map(|it| chance_view(format, it).percent);
            match (percent(low.min(high)), percent(low.max(high))) {
                (Some(low), Some(high)) if low == high => low,
                (Some(low), Some(high)) => format.range(low, high),
                _ => String::new(),
            }
        });
        let signed = |total: f64| format.signed(total - centre, places);
        let (low, high, nothing) = (signed(swing.mild.total), signed(swing.severe.total), signed(centre));
        Self {
            label: swing.factor.as_ref().map_or_else(
                || say!(format.words, "tornado-together"),
                |id| factor_label(id, setup.assumptions(), format),
            ),
            range: factor.map_or_else(String::new, |factor| {
                let value = |value: Decimal| factor_value(&factor, value.to_f64(), format);
                let setting = factor.setting;
                format.range(value(setting.mild), value(setting.severe))
            }),
            moves: low != nothing || high != nothing,
            low,
            high,
            chance: chance.unwrap_or_default(),
        }
    }

    /// The factors that move the total, the widest first, then all together if that does.
    pub fn all<'c>(case: &'c ScenarioCase<'_>, format: Format) -> Vec<(&'c Swing, Self)> {
        let tornado = case.tornado();
        let together = std::iter::once(&tornado.together);
        let swings = tornado
            .swings
            .iter()
            .chain(together.filter(|_| !tornado.swings.is_empty()));
        let told = swings.map(|swing| (swing, Self::of(swing, case, format)));
        told.filter(|(_, told)| told.moves).collect()
    }

    /// Heads of a table of swings.
    pub fn heads(chance: String, words: &Words) -> [String; 5] {
        [
            say!(words, "column-tornado-factor"),
            say!(words, "column-tornado-range"),
            say!(words, "column-tornado-low"),
            say!(words, "column-tornado-high"),
            chance,
        ]
    }

    /// A row under these heads.
    pub fn row(self) -> Vec<String> {
        vec![self.label, self.range, self.low, self.high, self.chance]
    }
}

/// One scenario beside others.
pub struct ScenarioOutcome<'a> {
    /// Its name.
    pub label: String,
    /// Totals of the year.
    pub totals: &'a Sample,
    /// Without any scenario.
    pub is_baseline: bool,
    /// The scenario that is looked at.
    pub is_current: bool,
}

impl ScenarioOutcome<'_> {
    /// Heads of a table of scenarios side by side.
    pub fn heads(words: &Words) -> [String; 4] {
        [
            say!(words, "column-side-scenario"),
            say!(words, "column-side-median"),
            say!(words, "column-side-interval"),
            say!(words, "column-side-chance"),
        ]
    }

    /// A row under these heads.
    pub fn row(&self, case: &ScenarioCase<'_>, format: Format) -> Vec<String> {
        let at = self.totals.intervals();
        let ends = [at.median, at.p80.low, at.p80.high];
        let [median, low, high] = format.apart(ends, case.situation.places);
        vec![
            self.label.clone(),
            median,
            format.range(low, high),
            self.chance(case, format),
        ]
    }

    /// The chance of the claim that is asked about; empty without one.
    pub fn chance(&self, case: &ScenarioCase<'_>, format: Format) -> String {
        let chance = case.claim.map(|claim| case.chance(self.totals, claim));
        chance.map_or_else(String::new, |chance| chance_view(format, chance).frequency)
    }
}

/// The forecast, this scenario at its mild end, as drawn and at its severe end, then the others of the workspace.
pub fn scenario_outcomes<'a>(setup: &'a ScenarioCase<'_>, format: Format) -> Result<Vec<ScenarioOutcome<'a>>> {
    let words = format.words;
    let label = |kind: &AlternativeKind| match kind {
        AlternativeKind::Baseline => say!(words, "scenario-baseline"),
        AlternativeKind::Mild => say!(words, "scenario-at-low"),
        AlternativeKind::Current => scenario_name(setup, format),
        AlternativeKind::Severe => say!(words, "scenario-at-high"),
        AlternativeKind::Other(title) => title.clone(),
    };
    let outcomes = setup.alternatives()?.iter().map(|one| ScenarioOutcome {
        label: label(&one.kind),
        totals: &one.totals,
        is_baseline: one.kind == AlternativeKind::Baseline,
        is_current: one.kind == AlternativeKind::Current,
    });
    Ok(outcomes.collect())
}
