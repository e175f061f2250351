//! The record of those who said something: how often they were right, and by how much they were off.

use std::collections::BTreeMap;

use crate::{Against, Claim, ClaimId, ClaimScore, Horizon, Outcome};

/// Claims scored from which on a maker may be ranked beside others; below, chance decides too much.
pub const RANKED_FROM: usize = 8;

/// How many claims had each outcome. Restatements are counted in [`Counts::restated`] only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Claims that were met.
    pub met: usize,
    /// Claims that were missed.
    pub missed: usize,
    /// As near as a year's total is usually revised.
    pub too_close: usize,
    /// Missed, with a condition that did not hold.
    pub condition_not_met: usize,
    /// Year not known whole.
    pub open: usize,
    /// Replaced before the year was over.
    pub replaced: usize,
    /// Claims that cannot be scored, for whatever reason.
    pub not_scorable: usize,
    /// Say again what an earlier claim said.
    pub restated: usize,
}

impl Counts {
    /// Met or missed: what the hit rate is out of.
    pub fn decided(&self) -> usize {
        self.met + self.missed
    }

    /// Met, missed or too close: what the errors are over.
    pub fn scored(&self) -> usize {
        self.decided() + self.too_close
    }

    /// All claims, scored or not.
    pub fn total(&self) -> usize {
        self.scored() + self.condition_not_met + self.open + self.replaced + self.not_scorable + self.restated
    }

    fn count(&mut self, outcome: Outcome) {
        let slot = match outcome {
            Outcome::Met => &mut self.met,
            Outcome::Missed => &mut self.missed,
            Outcome::TooClose => &mut self.too_close,
            Outcome::ConditionNotMet => &mut self.condition_not_met,
            Outcome::Open => &mut self.open,
            Outcome::Replaced => &mut self.replaced,
            Outcome::NotScorable(_) => &mut self.not_scorable,
        };
        *slot += 1;
    }
}

/// "1 of 5", and between what the rate behind it may lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HitRate {
    /// Claims that were met.
    pub met: usize,
    /// Claims that were met or missed.
    pub of: usize,
    /// Low end of the 95 % interval, 0 to 1.
    pub low: f64,
    /// High end of it.
    pub high: f64,
}

impl HitRate {
    /// With the score interval of Wilson (1927), "Probable inference, the law of succession, and
    /// statistical inference", JASA 22: it keeps within 0 and 1 and covers well for small counts,
    /// where the usual interval is far too narrow. None without a decided claim.
    pub fn new(met: usize, of: usize) -> Option<Self> {
        // 97.5 % point of the standard normal distribution.
        const Z: f64 = 1.959_963_984_540_054;
        if of == 0 || met > of {
            return None;
        }
        let (count, share) = (of as f64, met as f64 / of as f64);
        let denominator = 1.0 + Z * Z / count;
        let centre = share + Z * Z / (2.0 * count);
        let spread = Z * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
        Some(Self {
            met,
            of,
            low: ((centre - spread) / denominator).max(0.0),
            high: ((centre + spread) / denominator).min(1.0),
        })
    }
}

/// Errors of some claims.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Errors {
    /// How many errors it is the mean of.
    pub count: usize,
    /// Mean of outturn less claim, percent of the claim: below zero when the outturn mostly fell short.
    pub bias_percent: f64,
    /// Mean of the same without its sign.
    pub absolute_percent: f64,
}

impl Errors {
    /// Mean errors; none of no errors at all.
    pub fn of(errors: impl IntoIterator<Item = f64>) -> Option<Self> {
        let (mut count, mut sum, mut absolute) = (0_usize, 0.0, 0.0);
        for error in errors {
            count += 1;
            sum += error;
            absolute += error.abs();
        }
        (count > 0).then(|| Self {
            count,
            bias_percent: sum / count as f64,
            absolute_percent: absolute / count as f64,
        })
    }
}

/// Theil's inequality coefficient U2: the root of the claims' squared errors over that of a naive
/// line's for the same years. Below 1 the claims knew more than the line. Theil (1966), *Applied
/// Economic Forecasting*, chapter 2: errors are relative to the last year known when the claim was made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theil {
    /// The coefficient: below 1 the claims were nearer than the naive line.
    pub u2: f64,
    /// Over how many claims.
    pub count: usize,
}

/// Mean error of a naive line, as a share, below which it hit by chance: a coefficient against it would tell of the
/// rounding of the figures alone.
const LEAST_ERROR: f64 = 0.005;

impl Theil {
    /// From (claim, naive line, outturn, last known year) of each claim. None when there is none, or
    /// the naive line made next to no error.
    pub fn of(cases: impl IntoIterator<Item = (f64, f64, f64, f64)>) -> Option<Self> {
        let (mut count, mut claims, mut naive) = (0_usize, 0.0, 0.0);
        for (claim, line, outturn, base) in cases.into_iter().filter(|(.., base)| *base > 0.0) {
            count += 1;
            let square = |said: f64| ((said - outturn) / base) * ((said - outturn) / base);
            claims += square(claim);
            naive += square(line);
        }
        (count > 0 && naive >= count as f64 * LEAST_ERROR * LEAST_ERROR).then(|| Self {
            u2: (claims / naive).sqrt(),
            count,
        })
    }
}

/// The record of one maker, or of several together, under one of the totals.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackRecord {
    /// How many had each outcome.
    pub counts: Counts,
    /// Met out of met and missed.
    pub hit_rate: Option<HitRate>,
    /// Errors of all scored claims.
    pub errors: Option<Errors>,
    /// The same by how far ahead they were made; only horizons that have any.
    pub by_horizon: Vec<(Horizon, Errors)>,
    /// Against "the same as last year".
    pub against_same: Option<Theil>,
    /// Against "last year's growth".
    pub against_growth: Option<Theil>,
    /// There are enough scored claims to stand in an order with others: [`RANKED_FROM`].
    pub ranked: bool,
}

/// How much of a hit rate hangs on readings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hanging {
    /// The claims that were met or missed and hang on one ([`ClaimScore::hangs_on_a_reading`]).
    pub claims: Vec<ClaimId>,
    /// The hit rate without them; none where nothing is left.
    pub without: Option<HitRate>,
}

impl Hanging {
    /// Of the official claims, under the latest totals.
    pub fn of(claims: &[Claim], scores: &[ClaimScore]) -> Self {
        let is_decided =
            |score: &&ClaimScore| score.counted && matches!(score.outcome(), Outcome::Met | Outcome::Missed);
        let claim = |score: &ClaimScore| claims.iter().find(|claim| claim.id == score.claim && claim.official);
        let decided = scores
            .iter()
            .filter(is_decided)
            .filter_map(|score| Some((claim(score)?, score)));
        let (hanging, sure): (Vec<_>, Vec<_>) = decided.partition(|(claim, score)| score.hangs_on_a_reading(claim));
        let met = sure.iter().filter(|(_, score)| score.outcome() == Outcome::Met).count();
        Self {
            claims: hanging.iter().map(|(claim, _)| claim.id.clone()).collect(),
            without: HitRate::new(met, sure.len()),
        }
    }
}

impl TrackRecord {
    /// The record of some scores.
    pub fn of<'a>(scores: impl IntoIterator<Item = &'a ClaimScore>, against: Against) -> Self {
        let mut counts = Counts::default();
        let mut scored = Vec::new();
        for score in scores {
            if !score.counted {
                counts.restated += 1;
                continue;
            }
            let verdict = score.against(against);
            counts.count(verdict.outcome);
            if verdict.outcome.is_scored() {
                scored.push(score);
            }
        }
        let error = |score: &&ClaimScore| score.against(against).error_percent;
        let horizon_errors = |horizon: &Horizon| {
            let within = scored.iter().filter(|score| score.horizon() == Some(*horizon));
            Some((*horizon, Errors::of(within.filter_map(error))?))
        };
        let theil = |line: fn(&crate::Naive) -> Option<f64>| {
            Theil::of(scored.iter().filter_map(|score| {
                let (naive, verdict) = (score.naive.as_ref()?, score.against(against));
                let outturn = verdict.outturn?.value.to_f64();
                // Of a range, what in it lies nearest to the total.
                Some((outturn - verdict.margin?.to_f64(), line(naive)?, outturn, naive.same))
            }))
        };
        Self {
            hit_rate: HitRate::new(counts.met, counts.decided()),
            errors: Errors::of(scored.iter().filter_map(error)),
            by_horizon: Horizon::ALL.iter().filter_map(horizon_errors).collect(),
            against_same: theil(|naive| Some(naive.same)),
            against_growth: theil(|naive| naive.growth),
            ranked: counts.scored() >= RANKED_FROM,
            counts,
        }
    }
}

/// The record of one maker.
#[derive(Debug, Clone, PartialEq)]
pub struct MakerRecord {
    /// The office that answers for the claims where one is given, else the maker as written.
    pub maker: String,
    /// Said by or for a government office.
    pub official: bool,
    /// Its record.
    pub record: TrackRecord,
    /// Its claims, in the order of the register.
    pub claims: Vec<ClaimId>,
}

/// Who said what, and how it went.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackRecords {
    /// All official claims.
    pub official: TrackRecord,
    /// How much of that hangs on readings.
    pub hanging: Hanging,
    /// All others.
    pub unofficial: TrackRecord,
    /// Each maker: official ones first, then by claims scored, then by name.
    pub makers: Vec<MakerRecord>,
}

impl TrackRecords {
    /// The records of all claims that have a score.
    pub fn of(claims: &[Claim], scores: &[ClaimScore], against: Against) -> Self {
        let mut groups: BTreeMap<(bool, &str), Vec<&ClaimScore>> = BTreeMap::new();
        for score in scores {
            let Some(claim) = claims.iter().find(|claim| claim.id == score.claim) else {
                continue;
            };
            let maker = if claim.office.is_empty() {
                &claim.maker
            } else {
                &claim.office
            };
            groups.entry((claim.official, maker)).or_default().push(score);
        }
        let all = |official: bool| {
            let side = groups.iter().filter(|((side, _), _)| *side == official);
            TrackRecord::of(side.flat_map(|(_, scores)| scores.iter().copied()), against)
        };
        let (official, unofficial) = (all(true), all(false));
        let mut makers: Vec<MakerRecord> = groups
            .iter()
            .map(|((official, maker), scores)| MakerRecord {
                maker: (*maker).to_owned(),
                official: *official,
                record: TrackRecord::of(scores.iter().copied(), against),
                claims: scores.iter().map(|score| score.claim.clone()).collect(),
            })
            .collect();
        makers.sort_by(|left, right| {
            let weight = |maker: &MakerRecord| (maker.official, maker.record.counts.scored());
            weight(right)
                .cmp(&weight(left))
                .then_with(|| left.maker.cmp(&right.maker))
        });
        Self {
            official,
            hanging: Hanging::of(claims, scores),
            unofficial,
            makers,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Met, of, low, high.
    const WILSON: [(usize, usize, f64, f64); 6] = [
        (0, 1, 0.0, 0.793_450_685_622_762_6),
        (1, 5, 0.036_224_108_632_430_196, 0.624_465_370_237_474_7),
        (1, 6, 0.030_053_369_748_306_69, 0.563_502_822_186_470_2),
        (2, 7, 0.082_218_924_004_056_73, 0.641_065_548_167_380_7),
        (3, 3, 0.438_502_968_244_954_6, 1.0),
        (50, 100, 0.403_831_530_365_995_6, 0.596_168_469_634_004_4),
    ];

    /// Reference values: `scipy.stats.binomtest(k, n).proportion_ci(0.95, method="wilson")`, SciPy 1.17.
    #[test]
    fn wilsons_interval_is_that_of_scipy() {
        for (met, of, low, high) in WILSON {
            let rate = HitRate::new(met, of).unwrap();
            assert!(
                (rate.low - low).abs() < 1e-12 && (rate.high - high).abs() < 1e-12,
                "{met} of {of}: {rate:?}"
            );
        }
        assert_eq!(HitRate::new(0, 0), None);
        assert_eq!(HitRate::new(2, 1), None);
    }

    /// Errors of 10, 20 and 0 against naive errors of 20, 10 and 20: the root of 500 over 900.
    #[test]
    fn theils_coefficient_is_the_root_of_the_ratio() {
        let cases = [
            (110.0, 80.0, 100.0, 100.0),
            (80.0, 110.0, 100.0, 100.0),
            (100.0, 120.0, 100.0, 100.0),
        ];
        let theil = Theil::of(cases).unwrap();
        assert!((theil.u2 - (500.0_f64 / 900.0).sqrt()).abs() < 1e-12 && theil.count == 3);
        assert_eq!(Theil::of([(1.0, 2.0, 2.0, 1.0)]), None, "the naive line made no error");
        assert_eq!(Theil::of([(1.0, 3.0, 2.0, 0.0)]), None, "no base");
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_rate_and_narrows(met in 0_usize..50, missed in 0_usize..50) {
            prop_assume!(met + missed > 0);
            let rate = HitRate::new(met, met + missed).unwrap();
            let share = met as f64 / (met + missed) as f64;
            prop_assert!(0.0 <= rate.low && rate.low <= share + 1e-12 && share <= rate.high + 1e-12 && rate.high <= 1.0);
            let more = HitRate::new(met * 10, (met + missed) * 10).unwrap();
            prop_assert!(more.high - more.low < rate.high - rate.low);
            let other = HitRate::new(missed, met + missed).unwrap();
            prop_assert!((other.low - (1.0 - rate.high)).abs() < 1e-12);
        }

        #[test]
        fn bias_is_never_more_than_the_absolute_error(errors in prop::collection::vec(-100.0_f64..100.0, 1..20)) {
            let found = Errors::of(errors.iter().copied()).unwrap();
            prop_assert!(found.bias_percent.abs() <= found.absolute_percent + 1e-9);
        }
    }
}
