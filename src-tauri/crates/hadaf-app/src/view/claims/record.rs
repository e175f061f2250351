//! How official claims went: hit rate, errors, makers, the strip of dots, and the comparison with saying nothing new.

use hadaf_core::{Errors, Horizon, MakerRecord, RANKED_FROM, Theil};
use hadaf_model::ScoredClaim;
use hadaf_words::{ClaimWords, say, say_of, sentence_case};

use crate::chart::ChartTable;
use crate::session::count;
use crate::view::{ClaimRecord, StripLane, StripPoint, StripTick};

/// Steps between the strip's ticks, percent; the first that needs no more than [`TICKS`] is taken.
const STEPS: [f64; 7] = [2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0];
/// How many ticks the strip has at most.
const TICKS: f64 = 6.0;

/// Tells the record.
pub(super) struct Record<'a> {
    pub(super) register: &'a ClaimWords<'a>,
}

impl Record<'_> {
    pub(super) fn view(&self) -> ClaimRecord {
        let words = self.register.format.words;
        let counts = &self.register.claims.records.official.counts;
        let ticks = self.ticks();
        ClaimRecord {
            value: self.register.rate(),
            label: self.register.rate_label(),
            met: count(counts.met),
            of: count(counts.decided()),
            interval: self.register.rate_interval(),
            left_out: self.register.left_out(),
            sentences: self.register.errors_in_sentences(),
            strip_title: say!(words, "claims-strip"),
            strip: self.strip(&ticks),
            ticks: ticks.iter().map(|tick| self.tick(*tick, &ticks)).collect(),
            makers: self.makers(),
            makers_note: say!(words, "claims-makers-note", from = RANKED_FROM),
            horizons: self.horizons(),
            naive: self.naive(),
            naive_note: self.register.naive_note(),
        }
    }

    /// Multiples of one step that hold every error and zero.
    fn ticks(&self) -> Vec<f64> {
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

    fn tick(&self, tick: f64, ticks: &[f64]) -> StripTick {
        StripTick {
            at: place(tick, ticks),
            label: self.register.format.signed(tick, 0),
            zero: tick == 0.0,
        }
    }

    /// Official claims by how far ahead they were made, the longest way first, then the others.
    fn strip(&self, ticks: &[f64]) -> Vec<StripLane> {
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

    fn makers(&self) -> ChartTable {
        let words = self.register.format.words;
        let columns = [
            say!(words, "claims-column-maker"),
            say!(words, "claims-column-claims"),
            say!(words, "outcome-met"),
            say!(words, "outcome-missed"),
            say!(words, "outcome-too-close"),
            say!(words, "claims-column-rate"),
            say!(words, "claims-column-bias"),
            say!(words, "claims-column-error"),
            say!(words, "claims-column-rank"),
        ];
        let mut rank = 0;
        let mut rows = Vec::new();
        for maker in &self.register.claims.records.makers {
            rank += usize::from(maker.record.ranked);
            rows.push(self.maker(maker, rank));
        }
        table(columns.map(|head| sentence_case(&head)), rows)
    }

    fn maker(&self, maker: &MakerRecord, rank: usize) -> Vec<String> {
        let words = self.register.format.words;
        let counts = maker.record.counts;
        let name = match maker.official {
            true => maker.maker.clone(),
            false => format!("{} ({})", maker.maker, say!(words, "claim-unofficial")),
        };
        let rate = maker.record.hit_rate.map_or_else(String::new, |rate| {
            say!(words, "claims-rate", met = rate.met, of = rate.of)
        });
        let [bias, error] = self.errors(maker.record.errors.as_ref());
        let rank = match maker.record.ranked {
            true => rank.to_string(),
            false => say!(words, "claims-unranked"),
        };
        let numbers = [counts.total(), counts.met, counts.missed, counts.too_close];
        let numbers = numbers.map(|number| number.to_string());
        [name]
            .into_iter()
            .chain(numbers)
            .chain([rate, bias, error, rank])
            .collect()
    }

    fn errors(&self, errors: Option<&Errors>) -> [String; 2] {
        let format = self.register.format;
        errors.map_or_else(Default::default, |errors| {
            [
                format.signed_percent(errors.bias_percent, 1),
                format.percent(errors.absolute_percent, 1),
            ]
        })
    }

    fn horizons(&self) -> ChartTable {
        let words = self.register.format.words;
        let columns = [
            say!(words, "claims-column-ahead"),
            say!(words, "claims-column-claims"),
            say!(words, "claims-column-bias"),
            say!(words, "claims-column-error"),
        ];
        let row = |(horizon, errors): &(Horizon, Errors)| {
            let label = say_of!(words, "horizon-{}", Horizon, *horizon);
            let [bias, error] = self.errors(Some(errors));
            vec![label, errors.count.to_string(), bias, error]
        };
        let rows = self
            .register
            .claims
            .records
            .official
            .by_horizon
            .iter()
            .map(row)
            .collect();
        table(columns.map(|head| sentence_case(&head)), rows)
    }

    fn naive(&self) -> ChartTable {
        let words = self.register.format.words;
        let columns = [
            say!(words, "claims-column-line"),
            say!(words, "claims-column-u2"),
            say!(words, "claims-column-claims"),
        ];
        let record = &self.register.claims.records.official;
        let lines = [
            (say!(words, "claims-same"), record.against_same),
            (say!(words, "claims-growth"), record.against_growth),
        ];
        let row = |(line, theil): (String, Option<Theil>)| {
            let theil = theil?;
            let u2 = self.register.format.rounded(theil.u2, 2);
            Some(vec![line, u2, theil.count.to_string()])
        };
        let rows = lines.into_iter().filter_map(row).collect();
        table(columns.map(|head| sentence_case(&head)), rows)
    }
}

/// Where a value stands between the first and the last tick, 0 to 1.
fn place(value: f64, ticks: &[f64]) -> f64 {
    match (ticks.first(), ticks.last()) {
        (Some(first), Some(last)) if last > first => (value - first) / (last - first),
        _ => 0.5,
    }
}

fn table<const N: usize>(columns: [String; N], rows: Vec<Vec<String>>) -> ChartTable {
    ChartTable {
        columns: columns.into(),
        histories: rows.iter().map(|row| vec![None; row.len()]).collect(),
        rows,
    }
}
