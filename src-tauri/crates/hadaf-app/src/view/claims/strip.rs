//! The strip of dots: how far each outturn was from its claim, by how far ahead the claim was made.

use hadaf_core::{ClaimKind, Horizon};
use hadaf_model::ScoredClaim;
use hadaf_words::{Keyword, say, say_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::RecordView;

/// Steps between the strip's ticks, percent; the first that needs no more than [`TICKS`] is taken.
const STEPS: [f64; 7] = [2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
/// How many ticks the strip has at most.
const TICKS: f64 = 6.0;

/// A dot of the strip "outturn against the claim".
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StripPoint {
    /// Claim id.
    pub id: String,
    /// 0 to 1 of the strip's width.
    pub at: f64,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// One line: claim, outturn, difference.
    pub readout: String,
}

/// The dots of claims that were made equally far ahead.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StripLane {
    /// "said within the year".
    pub label: String,
    /// By claim.
    pub points: Vec<StripPoint>,
}

/// A tick of the strip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StripTick {
    /// 0 to 1 of the strip's width.
    pub at: f64,
    /// "−40".
    pub label: String,
    /// The outturn was what was claimed.
    pub zero: bool,
}

impl RecordView<'_> {
    /// Multiples of one step that hold every error and zero.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let errors: Vec<f64> = self
            .register
            .scored()
            .filter_map(|entry| entry.score.latest.error_percent)
            .collect();
        if errors.is_empty() {
            return Vec::new();
        }
        let low = errors.iter().copied().fold(0.0, f64::min);
        let high = errors.iter().copied().fold(0.0, f64::max);
        let fits = |step: &f64| (high / step).ceil() - (low / step).floor() <= TICKS;
        // Beyond the largest step the strip takes its ends as they are.
        let step = STEPS.into_iter().find(fits).unwrap_or_else(|| (high - low) / TICKS);
        let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
        (first..=last).map(|place| place as f64 * step).collect()
    }

    pub(super) fn tick(&self, tick: f64, ticks: &[f64]) -> StripTick {
        StripTick {
            at: place(tick, ticks),
            label: self.register.format.signed(tick, 0),
            zero: tick == 0.0,
        }
    }

    /// Official claims by how far ahead they were made, the longest way first, then the others.
    pub(super) fn strip(&self, ticks: &[f64]) -> Vec<StripLane> {
        let words = self.register.format.words;
        let lane = |label: String, chosen: &dyn Fn(&ScoredClaim<'_>) -> bool| StripLane {
            label,
            points: self
                .register
                .scored()
                .filter(|entry| chosen(entry))
                .filter_map(|entry| self.point(entry, ticks))
                .collect(),
        };
        let official = Horizon::ALL.iter().rev().map(|horizon| {
            let label = say_of!(words, "horizon-{}", Horizon, *horizon);
            lane(label, &|entry| {
                entry.claim.official && entry.score.horizon() == Some(*horizon)
            })
        });
        let others = lane(say!(words, "horizon-unofficial"), &|entry| !entry.claim.official);
        official
            .chain([others])
            .filter(|lane| !lane.points.is_empty())
            .collect()
    }

    fn point(&self, entry: ScoredClaim<'_>, ticks: &[f64]) -> Option<StripPoint> {
        let register = self.register;
        let error = entry.score.latest.error_percent?;
        Some(StripPoint {
            id: entry.claim.id.to_string(),
            at: place(error, ticks),
            kind: entry.claim.kind.into(),
            readout: say!(
                register.format.words,
                "claims-strip-readout",
                claim = register.named(entry.claim),
                year = entry
                    .claim
                    .fiscal_year
                    .map_or_else(String::new, |year| register.format.year(year)),
                maker = entry.claim.maker.clone(),
                outturn = register.outturn(entry.score.latest.outturn),
                off = register.off(Some(error))
            ),
        })
    }
}

/// Where a value stands between the first and the last tick, 0 to 1.
fn place(value: f64, ticks: &[f64]) -> f64 {
    match (ticks.first(), ticks.last()) {
        (Some(first), Some(last)) if last > first => (value - first) / (last - first),
        _ => 0.5,
    }
}
