//! How official claims went: hit rate, errors, makers, the strip of dots, and the comparison with saying nothing new.

use hadaf_core::{Against, Errors, HitRate, Horizon, MakerRecord, RANKED_FROM, Theil, TrackRecord, TrackRecords};
use hadaf_picture::{ChartTable, TableCell};
use hadaf_words::{ClaimWords, say, say_of, sentence_case};
use serde::Serialize;
use ts_rs::TS;

use super::strip::{StripLane, StripTick};
use crate::session::count;

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
    /// The same against first releases: "Against first releases: 1 of 5."; empty where none is decided.
    pub first: String,
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
    /// A maker a row: claims, met, missed, too close, condition not met, hit rate with counts and its interval, the same
    /// against first releases, bias, mean error; the last says who is ranked.
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
        let words = self.register.format.words;
        let counts = &self.register.claims.records.official.counts;
        let ticks = self.ticks();
        let claims = self.register.claims;
        let first = TrackRecords::of(
            &claims.situation.book.claims,
            &claims.scores.scores,
            Against::FirstRelease,
        );
        ClaimRecord {
            value: self.register.rate(),
            label: self.register.rate_label(),
            met: count(counts.met),
            of: count(counts.decided()),
            interval: self.register.rate_interval(),
            first: self.first(&first.official),
            left_out: self.register.left_out(),
            sentences: self.register.errors_in_sentences(),
            strip_title: say!(words, "claims-strip"),
            strip: self.strip(&ticks),
            ticks: ticks.iter().map(|tick| self.tick(*tick, &ticks)).collect(),
            makers: self.makers(&first.makers),
            makers_note: say!(words, "claims-makers-note", from = RANKED_FROM),
            horizons: self.horizons(),
            naive: self.naive(),
            naive_note: self.register.naive_note(),
        }
    }

    fn first(&self, official: &TrackRecord) -> String {
        let words = self.register.format.words;
        official.hit_rate.map_or_else(String::new, |rate| {
            say!(words, "claims-rate-first", rate = self.rate(Some(rate)))
        })
    }

    /// "1 of 5".
    fn rate(&self, rate: Option<HitRate>) -> String {
        rate.map_or_else(String::new, |rate| {
            say!(self.register.format.words, "claims-rate", met = rate.met, of = rate.of)
        })
    }

    fn makers(&self, first: &[MakerRecord]) -> ChartTable {
        let words = self.register.format.words;
        let columns = [
            say!(words, "claims-column-maker"),
            say!(words, "claims-column-claims"),
            say!(words, "outcome-met"),
            say!(words, "outcome-missed"),
            say!(words, "outcome-too-close"),
            say!(words, "outcome-condition-not-met"),
            say!(words, "claims-column-rate"),
            say!(words, "claims-column-interval"),
            say!(words, "claims-column-first"),
            say!(words, "claims-column-bias"),
            say!(words, "claims-column-error"),
            say!(words, "claims-column-rank"),
        ];
        let makers = &self.register.claims.records.makers;
        let error = |maker: &MakerRecord| maker.record.errors.as_ref().map(|errors| errors.absolute_percent);
        let row = |maker: &MakerRecord| {
            let nearer = |other: &&MakerRecord| other.record.ranked && error(other) < error(maker);
            let same = |other: &&MakerRecord| other.official == maker.official && other.maker == maker.maker;
            self.maker(maker, first.iter().find(same), 1 + makers.iter().filter(nearer).count())
        };
        let rows = makers.iter().map(row).collect();
        table(columns, rows)
    }

    fn maker(&self, maker: &MakerRecord, first: Option<&MakerRecord>, rank: usize) -> Vec<TableCell> {
        let words = self.register.format.words;
        let counts = maker.record.counts;
        let name = match maker.official {
            true => maker.maker.clone(),
            false => format!("{} ({})", maker.maker, say!(words, "claim-unofficial")),
        };
        let latest = maker.record.hit_rate;
        let first = first.and_then(|first| first.record.hit_rate);
        let [bias, error] = self.errors(maker.record.errors.as_ref());
        let rank = match maker.record.ranked {
            true => TableCell::count(rank),
            false => TableCell::text(say!(words, "claims-unranked")),
        };
        let interval = latest.map_or_else(TableCell::default, |rate| {
            TableCell::range(self.register.format, (rate.low * 100.0, rate.high * 100.0), 0)
        });
        let numbers = [
            counts.total(),
            counts.met,
            counts.missed,
            counts.too_close,
            counts.condition_not_met,
        ];
        std::iter::once(TableCell::text(name))
            .chain(numbers.map(TableCell::count))
            .chain([
                TableCell::text(self.rate(latest)),
                interval,
                TableCell::text(self.rate(first)),
                bias,
                error,
                rank,
            ])
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
        let columns = [
            say!(words, "claims-column-ahead"),
            say!(words, "claims-column-claims"),
            say!(words, "claims-column-bias"),
            say!(words, "claims-column-error"),
        ];
        let row = |(horizon, errors): &(Horizon, Errors)| {
            let label = say_of!(words, "horizon-{}", Horizon, *horizon);
            let [bias, error] = self.errors(Some(errors));
            vec![TableCell::text(label), TableCell::count(errors.count), bias, error]
        };
        let horizons = &self.register.claims.records.official.by_horizon;
        table(columns, horizons.iter().map(row).collect())
    }

    fn naive(&self) -> ChartTable {
        let (format, words) = (self.register.format, self.register.format.words);
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
            let u2 = TableCell::rounded(format, theil.u2, 2);
            Some(vec![TableCell::text(line), u2, TableCell::count(theil.count)])
        };
        table(columns, lines.into_iter().filter_map(row).collect())
    }
}

/// A table whose heads begin as sentences do.
fn table<const N: usize>(heads: [String; N], rows: Vec<Vec<TableCell>>) -> ChartTable {
    ChartTable::new(heads.map(|head| sentence_case(&head)), rows)
}
