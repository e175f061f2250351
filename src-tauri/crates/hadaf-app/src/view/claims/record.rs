//! How official claims went: hit rate, errors, makers, the strip of dots, and the comparison with saying nothing new.

use hadaf_core::{Counts, Errors, Horizon, MakerRecord, RANKED_FROM, Theil};
use hadaf_words::{ClaimWords, say, sentence_case};
use serde::Serialize;
use ts_rs::TS;

use super::strip::{StripLane, StripTick};
use crate::chart::{ChartTable, TableCell};
use crate::session::count;

/// Below so many decided claims a record is called short: the interval is wider than 30 points.
const FEW: usize = 40;

/// How official claims went.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimRecord {
    /// "1 of 5"; empty when none is decided.
    pub value: String,
    /// "official claims met".
    pub label: String,
    /// Claims met.
    pub met: u32,
    /// Claims met or missed.
    pub of: u32,
    /// "With so few, the true rate could be anything from 4 to 62 in 100".
    pub interval: String,
    /// What is not in it: "1 too close to call; 8 open, ...".
    pub left_out: String,
    /// What the record rests on and how far off claims were, in sentences.
    pub sentences: Vec<String>,
    /// "Outturn against the claim, %".
    pub strip_title: String,
    /// The strip's lanes, the longest way ahead first.
    pub strip: Vec<StripLane>,
    /// The strip's ticks.
    pub ticks: Vec<StripTick>,
    /// A maker a row: claims, met, missed, too close, hit rate with counts, bias, mean error; the last says who is
    /// ranked.
    pub makers: ChartTable,
    /// From how many claims on a maker is ranked.
    pub makers_note: String,
    /// By how far ahead they were made: how many, bias, mean error.
    pub horizons: ChartTable,
    /// Against "the same as last year" and "last year's growth": Theil's U2 and its count.
    pub naive: ChartTable,
    /// What the naive comparison says, in a sentence.
    pub naive_note: String,
}

/// The record of officials, in the words of the register.
pub(super) struct RecordView<'a> {
    pub(super) register: &'a ClaimWords<'a>,
}

impl RecordView<'_> {
    pub(super) fn view(&self) -> ClaimRecord {
        let (format, words) = (self.register.format, self.register.format.words);
        let record = &self.register.claims.records.official;
        let rate = record.hit_rate;
        let per_hundred = |share: f64| format.rounded(share * 100.0, 0);
        let ticks = self.ticks();
        ClaimRecord {
            value: rate.map_or_else(String::new, |rate| {
                say!(words, "claims-rate", met = rate.met, of = rate.of)
            }),
            label: say!(words, "claims-rate-label"),
            met: count(record.counts.met),
            of: count(record.counts.decided()),
            interval: rate.map_or_else(String::new, |rate| {
                say!(
                    words,
                    "claims-interval",
                    low = per_hundred(rate.low),
                    high = per_hundred(rate.high),
                    few = if rate.of < FEW { "yes" } else { "no" }
                )
            }),
            left_out: self.left_out(&record.counts),
            sentences: self.sentences(),
            strip_title: say!(words, "claims-strip"),
            strip: self.strip(&ticks),
            ticks: ticks.iter().map(|tick| self.tick(*tick, &ticks)).collect(),
            makers: self.makers(),
            makers_note: say!(words, "claims-makers-note", from = RANKED_FROM),
            horizons: self.horizons(),
            naive: self.naive(),
            naive_note: self.naive_note(),
        }
    }

    /// "1 too close to call, 8 open, 5 said again, ...": only what there is.
    pub(super) fn left_out(&self, counts: &Counts) -> String {
        let words = self.register.format.words;
        let parts = [
            ("too-close", counts.too_close),
            ("condition-not-met", counts.condition_not_met),
            ("open", counts.open),
            ("replaced", counts.replaced),
            ("restated", counts.restated),
            ("not-scorable", counts.not_scorable),
        ];
        let parts = parts.into_iter().filter(|(_, number)| *number > 0);
        let told: Vec<String> = parts
            .map(|(what, number)| words.say(&format!("claims-left-{what}"), &[("count", number.into())]))
            .collect();
        match told.is_empty() {
            true => String::new(),
            false => say!(words, "claims-left-out", parts = told.join(", ")),
        }
    }

    pub(super) fn sentences(&self) -> Vec<String> {
        let (format, words) = (self.register.format, self.register.format.words);
        let mut told = Vec::new();
        if let Some(errors) = self.register.claims.records.official.errors {
            let id = if errors.bias_percent < 0.0 {
                "claims-bias-below"
            } else {
                "claims-bias-above"
            };
            told.push(words.say(
                id,
                &[
                    ("number", errors.count.into()),
                    ("bias", format.percent(errors.bias_percent.abs(), 0).into()),
                    ("error", format.percent(errors.absolute_percent, 0).into()),
                ],
            ));
        }
        let revision = self.register.claims.scores.largest_revision_percent;
        told.push(match revision > 0.0 {
            true => say!(words, "claims-close-rule", revision = format.percent(revision, 1)),
            false => say!(words, "claims-close-never"),
        });
        told
    }

    /// A table with such heads.
    fn table(&self, heads: &[&str], rows: Vec<Vec<TableCell>>) -> ChartTable {
        let words = self.register.format.words;
        let heads = heads.iter().map(|id| sentence_case(&words.say(id, &[])));
        ChartTable::new(heads.collect::<Vec<_>>(), rows)
    }

    fn makers(&self) -> ChartTable {
        let heads = [
            "claims-column-maker",
            "claims-column-claims",
            "outcome-met",
            "outcome-missed",
            "outcome-too-close",
            "claims-column-rate",
            "claims-column-bias",
            "claims-column-error",
            "claims-column-rank",
        ];
        let mut rank = 0;
        let mut rows = Vec::new();
        for maker in &self.register.claims.records.makers {
            rank += usize::from(maker.record.ranked);
            rows.push(self.maker(maker, rank));
        }
        self.table(&heads, rows)
    }

    fn maker(&self, maker: &MakerRecord, rank: usize) -> Vec<TableCell> {
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
            true => TableCell::count(rank),
            false => TableCell::text(say!(words, "claims-unranked")),
        };
        let numbers = [counts.total(), counts.met, counts.missed, counts.too_close];
        std::iter::once(TableCell::text(name))
            .chain(numbers.map(TableCell::count))
            .chain([TableCell::text(rate), bias, error, rank])
            .collect()
    }

    /// Bias and mean error.
    fn errors(&self, errors: Option<&Errors>) -> [TableCell; 2] {
        let format = self.register.format;
        errors.map_or_else(Default::default, |errors| {
            [
                TableCell::signed_percent(format, errors.bias_percent, 1),
                TableCell::percent(format, errors.absolute_percent, 1),
            ]
        })
    }

    fn horizons(&self) -> ChartTable {
        let words = self.register.format.words;
        let heads = [
            "claims-column-ahead",
            "claims-column-claims",
            "claims-column-bias",
            "claims-column-error",
        ];
        let row = |(horizon, errors): &(Horizon, Errors)| {
            let label = words.say(&format!("horizon-{}", horizon.as_str().replace('_', "-")), &[]);
            let [bias, error] = self.errors(Some(errors));
            vec![TableCell::text(label), TableCell::count(errors.count), bias, error]
        };
        let horizons = &self.register.claims.records.official.by_horizon;
        self.table(&heads, horizons.iter().map(row).collect())
    }

    fn naive(&self) -> ChartTable {
        let format = self.register.format;
        let heads = ["claims-column-line", "claims-column-u2", "claims-column-claims"];
        let record = &self.register.claims.records.official;
        let lines = [
            ("claims-same", record.against_same),
            ("claims-growth", record.against_growth),
        ];
        let row = |(id, theil): (&str, Option<Theil>)| {
            let theil = theil?;
            let u2 = TableCell::rounded(format, theil.u2, 2);
            let line = TableCell::text(format.words.say(id, &[]));
            Some(vec![line, u2, TableCell::count(theil.count)])
        };
        self.table(&heads, lines.into_iter().filter_map(row).collect())
    }

    /// The harder of the two lines is told: beating "no growth at all" is little.
    fn naive_note(&self) -> String {
        let words = self.register.format.words;
        let record = &self.register.claims.records.official;
        let Some(theil) = record.against_growth.or(record.against_same) else {
            return String::new();
        };
        let id = if theil.u2 < 1.0 {
            "claims-naive-better"
        } else {
            "claims-naive-worse"
        };
        let u2 = self.register.format.rounded(theil.u2, 2);
        let line = if record.against_growth.is_some() {
            "claims-growth"
        } else {
            "claims-same"
        };
        words.say(
            id,
            &[
                ("count", theil.count.into()),
                ("u2", u2.into()),
                ("line", words.say(line, &[]).into()),
            ],
        )
    }
}
