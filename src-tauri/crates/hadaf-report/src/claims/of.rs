//! From scored claims to what is listed of them.

use hadaf_core::{Against, ClaimScore, FiscalYear, Hanging, MakerRecord, Outcome, Side};
use hadaf_model::ScoredClaim;

use super::{
    ClaimsFilter, ClaimsList, ListedClaim, ListedCloseness, ListedDisagreement, ListedFinding, ListedHanging,
    ListedMaker, ListedRecord, ListedSaying,
};
use hadaf_words::{ClaimWords, said};

impl ClaimsList {
    /// The claims that a filter takes; the rest is of all claims about the series.
    pub fn of(words: &ClaimWords<'_>, filter: &ClaimsFilter) -> Self {
        let (claims, situation) = (words.claims, words.claims.situation);
        let entries = claims.entries().into_iter().filter(|entry| filter.takes(entry));
        let disagreements = claims.disagreeing().into_iter();
        Self {
            series: situation.series.id.clone(),
            title: situation.series.title.clone(),
            unit: situation.series.unit,
            as_of: situation.as_of.past(),
            finding: words.finding(),
            claims: entries.map(|entry| listed(words, entry)).collect(),
            record: ListedRecord::of(&claims.records.official),
            makers: claims.records.makers.iter().map(maker).collect(),
            disagreements: disagreements.map(|year| disagreement(words, year)).collect(),
            too_close: ListedCloseness {
                percent: claims.scores.revisions.percent,
                years: claims.scores.revisions.years,
                largest_percent: claims.scores.largest_revision_percent,
            },
            hanging: hanging(&claims.records.hanging),
        }
    }
}

fn listed(words: &ClaimWords<'_>, entry: ScoredClaim<'_>) -> ListedClaim {
    let (claim, score) = (entry.claim, entry.score);
    let total = |against: Against| Some(score.against(against).outturn?.value);
    let error = |against: Against| score.against(against).error_percent;
    let is_open = score.outcome() == Outcome::Open;
    let year = claim.fiscal_year.filter(|_| is_open);
    let reached = year.and_then(|year| words.claims.situation.reached(claim, year));
    ListedClaim {
        id: claim.id.clone(),
        fiscal_year: claim.fiscal_year,
        kind: claim.kind,
        value: score.value,
        value_high: words.claims.situation.high_end(claim),
        maker: claim.maker.clone(),
        office: claim.office.clone(),
        official: claim.official,
        said: claim.announced,
        said_approx: claim.announced_approx.clone(),
        said_latest: claim.announced_latest,
        conditions: claim.conditions.clone(),
        outcome: score.outcome(),
        outcome_first: score.first_release.outcome,
        reason: words.reason(entry),
        side: score.latest.side.map(Side::as_str),
        findings: findings(words, entry),
        condition_broken: score.broken,
        condition_cost: score.condition_cost.map(|cost| cost.central),
        condition_cost_worst: score.condition_cost.map(|cost| cost.worst),
        condition_cost_basis: score
            .broken
            .then(|| score.condition_cost.map_or("unknown", |cost| cost.basis.as_str())),
        counted: score.counted,
        counts_with: score.counts_with.clone(),
        replaced_by: score.replaced_by.clone(),
        first_release: total(Against::FirstRelease),
        latest: total(Against::Latest),
        error_first_percent: error(Against::FirstRelease),
        error_latest_percent: error(Against::Latest),
        months_to_go: months_to_go(score),
        times_said: score.times_said,
        probability: words.claims.chance(entry),
        is_reached: reached.is_some(),
        reached: reached.and_then(|it| it.period?.as_month()),
        reached_in: reached.and_then(|it| it.period),
    }
}

fn findings(words: &ClaimWords<'_>, entry: ScoredClaim<'_>) -> Vec<ListedFinding> {
    let all = words.claims.situation.book.findings.iter();
    all.filter(|finding| entry.score.findings.contains(&finding.id))
        .map(|finding| ListedFinding {
            id: finding.id.0,
            condition: finding.condition.clone(),
            held: finding.met,
            evidence: finding.evidence.clone(),
            judged: finding.judged,
        })
        .collect()
}

fn hanging(hanging: &Hanging) -> ListedHanging {
    let (met, of) = hanging.without.map_or((0, 0), |rate| (rate.met, rate.of));
    ListedHanging {
        claims: hanging.claims.clone(),
        met,
        of,
    }
}

/// Claims that cannot be scored have no way to go.
fn months_to_go(score: &ClaimScore) -> Option<i32> {
    score.months_to_go.filter(|months| *months >= 0)
}

fn maker(maker: &MakerRecord) -> ListedMaker {
    ListedMaker {
        maker: maker.maker.clone(),
        official: maker.official,
        record: ListedRecord::of(&maker.record),
        claims: maker.claims.clone(),
    }
}

fn disagreement(words: &ClaimWords<'_>, (year, entries): (FiscalYear, Vec<ScoredClaim<'_>>)) -> ListedDisagreement {
    let statement = |entry: &ScoredClaim<'_>| ListedSaying {
        id: entry.claim.id.clone(),
        value: entry.score.value,
        value_high: words.claims.situation.high_end(entry.claim),
        kind: entry.claim.kind,
        maker: entry.claim.maker.clone(),
        said: said(words.format, entry.claim),
    };
    ListedDisagreement {
        fiscal_year: year,
        values: words.claims.numbers(&entries),
        claims: entries.iter().map(statement).collect(),
    }
}
