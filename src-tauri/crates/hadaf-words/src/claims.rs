//! What became of claims, in words.

use hadaf_core::{Claim, ClaimKind, ClaimScore, Decimal, Errors, Horizon, Outcome, Outturn, Reason, Side};
use hadaf_model::{ScoredClaim, ScoredClaims};

use crate::chance::low_to_high;
use crate::{ChanceView, Format, chance_or_reached, outcomes_rest, said};

/// Scored claims with the words for them.
#[derive(Clone, Copy)]
pub struct ClaimWords<'a> {
    /// The claims.
    pub claims: &'a ScoredClaims<'a>,
    /// The language.
    pub format: Format,
}

impl ClaimWords<'_> {
    /// Heads of a table of claims.
    pub fn heads(&self) -> [String; 8] {
        let words = self.format.words;
        [
            say!(words, "claims-head-year"),
            say!(words, "claims-head-amount"),
            say!(words, "claims-head-kind"),
            say!(words, "claims-head-maker"),
            say!(words, "claims-head-said"),
            say!(words, "claims-head-outturn"),
            say!(words, "claims-head-off"),
            say!(words, "claims-head-outcome"),
        ]
    }

    /// A value in the places of the series.
    pub fn number(&self, value: Decimal) -> String {
        self.format.number(value, self.claims.situation.places)
    }

    /// "5,200", "10,000 to 18,000" in the series' unit; as it was said where it counts something else.
    pub fn amount(&self, claim: &Claim) -> String {
        let unit = self.claims.situation.series.unit;
        let in_unit = |value: Decimal| {
            hadaf_core::Amount::new(value, claim.unit).in_unit(unit).map_or_else(
                |_| self.format.money_short(value, claim.unit),
                |amount| self.number(amount.value),
            )
        };
        low_to_high(self.format, in_unit(claim.value), claim.value_high.map(in_unit))
    }

    /// "$5.2 bn".
    pub fn money(&self, claim: &Claim) -> String {
        claim_money(self.format, claim)
    }

    /// "$5.2 bn target".
    pub fn named(&self, claim: &Claim) -> String {
        claim_named(self.format, claim)
    }

    /// "−9.3 %".
    pub fn off(&self, percent: Option<f64>) -> String {
        percent.map_or_else(String::new, |percent| self.format.signed_percent(percent, 1))
    }

    /// "3,223"; nothing where none is known.
    pub fn outturn(&self, outturn: Option<Outturn>) -> String {
        outturn.map_or_else(String::new, |outturn| self.number(outturn.value))
    }

    /// "missed", "counted with T02", "replaced by T22".
    pub fn outcome_words(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.format.words;
        if let Some(first) = &entry.score.counts_with {
            return say!(words, "claim-counted-with", first = first.to_string());
        }
        match (entry.score.outcome(), &entry.score.replaced_by) {
            (Outcome::Replaced, Some(later)) => say!(words, "claim-replaced-by", later = later.to_string()),
            (Outcome::Missed, _) if self.is_unexcused(entry) => self.unexcused(entry),
            (Outcome::Missed, _) if entry.score.latest.side == Some(Side::Above) => say!(words, "outcome-above"),
            (outcome, _) => outcome_word(self.format, outcome),
        }
    }

    /// The same where no error stands beside it: a projected number then carries its own, "met (+0.3 %)".
    pub fn outcome_with_error(&self, entry: ScoredClaim<'_>) -> String {
        let word = self.outcome_words(entry);
        let is_point = entry.claim.kind == ClaimKind::Projection && entry.score.high.is_none() && entry.score.counted;
        match entry.score.latest.error_percent {
            Some(error) if is_point && entry.score.outcome().is_scored() => {
                let off = self.format.signed_percent(error, 1);
                say!(self.format.words, "outcome-off", outcome = word, off = off)
            }
            _ => word,
        }
    }

    /// It fell short though a condition did not hold, which cost less than was missing, or whose worth is not known.
    fn is_unexcused(&self, entry: ScoredClaim<'_>) -> bool {
        entry.score.broken && entry.score.latest.side == Some(Side::Below)
    }

    fn unexcused(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.format.words;
        match entry.score.condition_cost {
            Some(cost) => say!(
                words,
                "outcome-missed-worth",
                worst = self.worth(cost.worst),
                gap = self.gap(entry)
            ),
            None => say!(words, "outcome-missed-broken"),
        }
    }

    /// What a condition took, rounded up: it is told as the most.
    fn worth(&self, worst: f64) -> String {
        let places = self.claims.situation.places;
        let scale = (0..places).fold(1.0, |scale, _| scale * 10.0);
        self.format.rounded((worst * scale - 1e-9).ceil() / scale, places)
    }

    /// By how much the latest total is off, without its sign.
    fn gap(&self, entry: ScoredClaim<'_>) -> String {
        let margin = entry.score.latest.margin.map_or(0.0, Decimal::to_f64);
        self.format.rounded(margin.abs(), self.claims.situation.places)
    }

    /// How likely an open claim is, or in which month the year so far had reached it; none where nothing tells.
    pub fn chance(&self, entry: ScoredClaim<'_>) -> Option<ChanceView> {
        let chance = self.claims.chance(entry)?;
        let year = entry.claim.fiscal_year?;
        let reached = self.claims.situation.reached(entry.claim, year);
        Some(chance_or_reached(self.format, reached, || chance))
    }

    /// "21 too close to call, 20 missed": the rest of that chance's whole; empty where nothing tells.
    pub fn chance_rest(&self, entry: ScoredClaim<'_>) -> String {
        let year = entry.claim.fiscal_year;
        let reached = year.and_then(|year| self.claims.situation.reached(entry.claim, year));
        let chances = self.claims.outcomes(entry).filter(|_| reached.is_none());
        let rest = chances.and_then(|chances| outcomes_rest(self.format, &chances));
        rest.unwrap_or_default()
    }

    /// "said 3×"; empty for once.
    pub fn times(&self, entry: ScoredClaim<'_>) -> String {
        match entry.score.times_said {
            ..=1 => String::new(),
            times => say!(self.format.words, "claim-times", times = times),
        }
    }

    /// Why a claim has its outcome, in a sentence.
    pub fn reason(&self, entry: ScoredClaim<'_>) -> String {
        let words = self.format.words;
        let (claim, score) = (entry.claim, entry.score);
        if let Some(first) = score.counts_with.as_ref().and_then(|first| self.claims.claim(first)) {
            return say!(
                words,
                "claim-why-again",
                first = first.id.to_string(),
                maker = first.maker.clone(),
                day = said(self.format, first)
            );
        }
        let (value, gap) = (self.outturn(score.latest.outturn), self.gap(entry));
        match score.outcome() {
            Outcome::Met if score.high.is_some() && score.latest.side == Some(Side::Within) => {
                say!(words, "claim-why-within", value = value)
            }
            Outcome::Met => say!(words, "claim-why-met", value = value, gap = gap),
            Outcome::Missed => self.why_missed(entry, value, gap),
            Outcome::TooClose => {
                let revisions = self.claims.scores.revisions;
                say!(
                    words,
                    "claim-why-close",
                    value = value,
                    gap = gap,
                    revision = self.format.percent(revisions.percent, 1),
                    years = revisions.years
                )
            }
            Outcome::ConditionNotMet => {
                let worst = score
                    .condition_cost
                    .map_or_else(String::new, |cost| self.worth(cost.worst));
                say!(
                    words,
                    "claim-why-condition",
                    gap = gap,
                    condition = self.broken(entry),
                    worst = worst
                )
            }
            Outcome::Open => self.why_open(claim),
            Outcome::Replaced => {
                let later = score.replaced_by.as_ref().and_then(|later| self.claims.claim(later));
                later.map_or_else(String::new, |later| {
                    say!(
                        words,
                        "claim-why-replaced",
                        claim = self.named(later),
                        maker = later.maker.clone(),
                        day = said(self.format, later)
                    )
                })
            }
            Outcome::NotScorable(reason) => not_scorable_words(self.format, claim, reason),
        }
    }

    fn why_missed(&self, entry: ScoredClaim<'_>, value: String, gap: String) -> String {
        let (words, score) = (self.format.words, entry.score);
        if score.latest.side == Some(Side::Above) {
            return say!(words, "claim-why-above", value = value, gap = gap);
        }
        let missed = say!(words, "claim-why-missed", value = value, gap = gap);
        if !self.is_unexcused(entry) {
            return missed;
        }
        let condition = self.broken(entry);
        let why = match score.condition_cost {
            Some(cost) => say!(
                words,
                "claim-why-worth",
                condition = condition,
                basis = cost.basis.as_str(),
                central = self.format.rounded(cost.central, self.claims.situation.places),
                worst = self.worth(cost.worst)
            ),
            None => say!(words, "claim-why-unpriced", condition = condition),
        };
        format!("{missed} {why}")
    }

    /// The conditions that were found not to hold.
    fn broken(&self, entry: ScoredClaim<'_>) -> String {
        let broken = self.claims.situation.book.findings.iter();
        let broken = broken.filter(|finding| entry.score.findings.contains(&finding.id) && !finding.met);
        let broken: Vec<&str> = broken.map(|finding| finding.condition.as_str()).collect();
        broken.join("; ")
    }

    fn why_open(&self, claim: &Claim) -> String {
        let words = self.format.words;
        let Some(year) = claim.fiscal_year else {
            return String::new();
        };
        let calendar = self.claims.situation.calendar();
        let end = calendar.end_of(year.into());
        let day = self.format.day(end);
        let year = self.format.year(year);
        match self.claims.situation.as_of.day() > end {
            true => {
                let every = self.claims.situation.readings.every().as_str();
                say!(words, "claim-why-unknown", year = year, day = day, every = every)
            }
            false => say!(words, "claim-why-open", year = year, day = day),
        }
    }

    /// The claims that count and were held against a total.
    pub fn scored(&self) -> impl Iterator<Item = ScoredClaim<'_>> {
        let entries = self.claims.entries().into_iter();
        entries.filter(|entry| entry.score.counted && entry.score.outcome().is_scored())
    }

    /// The finding: how far ahead claims were made, and how far they were off; else how many were met; else how many
    /// are open.
    pub fn finding(&self) -> String {
        let words = self.format.words;
        let record = &self.claims.records.official;
        let of = |horizon: Horizon| record.by_horizon.iter().find(|(known, _)| *known == horizon);
        let near = of(Horizon::WithinYear).map(|(_, errors)| errors);
        if let (Some((_, far)), Some(near)) = (of(Horizon::YearsAhead), near) {
            let is_short = far.bias_percent < 0.0;
            return say!(
                words,
                match is_short {
                    true => "claims-finding-short",
                    false => "claims-finding-above",
                },
                number = far.count,
                far = self.percents(Horizon::YearsAhead, far),
                near = self.format.percent(near.absolute_percent, 0)
            );
        }
        let counts = record.counts;
        match (record.hit_rate, counts.open) {
            (Some(rate), _) => say!(words, "claims-finding-met", met = rate.met, of = rate.of),
            (None, 0) => say!(words, "claims-finding-none"),
            (None, open) => say!(words, "claims-finding-open", open = open),
        }
    }

    /// "48 and 76 %": each where there are few, else their mean.
    fn percents(&self, horizon: Horizon, errors: &Errors) -> String {
        let format = self.format;
        if errors.count > 2 {
            return format.percent(errors.bias_percent.abs(), 0);
        }
        let mut each: Vec<f64> = self
            .scored()
            .filter(|entry| entry.claim.official && entry.score.horizon() == Some(horizon))
            .filter_map(|entry| entry.score.latest.error_percent)
            .map(f64::abs)
            .collect();
        each.sort_by(f64::total_cmp);
        let last = each.len().saturating_sub(1);
        let text = |(place, value): (usize, &f64)| match place == last {
            true => format.percent(*value, 0),
            false => format.rounded(*value, 0),
        };
        listed(format, &each.iter().enumerate().map(text).collect::<Vec<_>>())
    }
}

/// The number of a claim, with both ends of a range: "$5.2 bn", "$10 bn to $18 bn".
pub(crate) fn claim_money(format: Format, claim: &Claim) -> String {
    let short = |value| format.money_short(value, claim.unit);
    low_to_high(format, short(claim.value), claim.value_high.map(short))
}

/// A claim by its number and kind: "$5.2 bn target".
pub fn claim_named(format: Format, claim: &Claim) -> String {
    let amount = claim_money(format, claim);
    say_of!(format.words, "claim-{}", ClaimKind, claim.kind, amount = amount)
}

/// "4,500", "4,200 to 4,500": the number of a claim, digit for digit, in a unit in which its low end was read.
pub fn claim_amount(format: Format, claim: &Claim, low: Decimal, unit: hadaf_core::Unit) -> String {
    let high = claim.value_high.and_then(|high| {
        let amount = hadaf_core::Amount::new(high, claim.unit).in_unit(unit);
        amount.ok().map(|amount| format.exact(amount.value))
    });
    low_to_high(format, format.exact(low), high)
}

/// "too close to call".
pub fn outcome_word(format: Format, outcome: Outcome) -> String {
    let words = format.words;
    match outcome {
        Outcome::Met => say!(words, "outcome-met"),
        Outcome::Missed => say!(words, "outcome-missed"),
        Outcome::TooClose => say!(words, "outcome-too-close"),
        Outcome::ConditionNotMet => say!(words, "outcome-condition-not-met"),
        Outcome::Open => say!(words, "outcome-open"),
        Outcome::Replaced => say!(words, "outcome-replaced"),
        Outcome::NotScorable(_) => say!(words, "outcome-not-scorable"),
    }
}

/// Why a claim cannot be scored, in a sentence.
pub fn not_scorable_words(format: Format, claim: &Claim, reason: Reason) -> String {
    let words = format.words;
    match reason {
        Reason::Stated => claim.not_scorable.clone().unwrap_or_default(),
        Reason::NoYear => say!(words, "claim-reason-no-year"),
        Reason::NoDay => say!(words, "claim-reason-no-day"),
        Reason::Hindsight => say!(words, "claim-reason-hindsight"),
        Reason::OtherMeasure => say!(words, "claim-reason-other-measure"),
    }
}

/// Stands before "counted with" and "replaced by".
const TIED: &str = "→";

/// What stands before the word of an outcome.
fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "✓",
        Outcome::Missed => "×",
        Outcome::TooClose => "=",
        Outcome::ConditionNotMet => "¬",
        Outcome::Open => "…",
        Outcome::Replaced => TIED,
        Outcome::NotScorable(_) => "–",
    }
}

/// What stands before the words of a claim's outcome.
pub fn entry_sign(score: &ClaimScore) -> &'static str {
    if score.counted { sign(score.outcome()) } else { TIED }
}

/// The same under the first total known of its year.
pub fn first_sign(score: &ClaimScore) -> &'static str {
    match score.counted {
        true => sign(score.first_release.outcome),
        false => TIED,
    }
}

/// "4,200, 3,800 and 3,500".
pub fn listed(format: Format, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => say!(format.words, "list-and", most = most.join(", "), last = last.clone()),
    }
}
