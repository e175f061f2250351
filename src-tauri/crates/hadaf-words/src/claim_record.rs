//! How official claims went, in sentences that screen, charts and command line share.

use crate::{ClaimWords, say};

/// Below so many decided claims a record is called short: the interval is wider than 30 points.
const FEW: usize = 40;

impl ClaimWords<'_> {
    /// "4 of 10"; empty while none is decided.
    pub fn rate(&self) -> String {
        let rate = self.claims.records.official.hit_rate;
        rate.map_or_else(String::new, |rate| {
            say!(self.format.words, "claims-rate", met = rate.met, of = rate.of)
        })
    }

    /// What the rate stands before.
    pub fn rate_label(&self) -> String {
        say!(self.format.words, "claims-rate-label")
    }

    /// The interval of the rate; empty while none is decided.
    pub fn rate_interval(&self) -> String {
        let per_hundred = |share: f64| self.format.rounded(share * 100.0, 0);
        let rate = self.claims.records.official.hit_rate;
        rate.map_or_else(String::new, |rate| {
            say!(
                self.format.words,
                "claims-interval",
                low = per_hundred(rate.low),
                high = per_hundred(rate.high),
                few = if rate.of < FEW { "yes" } else { "no" }
            )
        })
    }

    /// "1 too close to call, 8 open, 5 said again, ...": only what there is.
    pub fn left_out(&self) -> String {
        let words = self.format.words;
        let counts = &self.claims.records.official.counts;
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

    /// The bias and the error of what was scored, and what counts as too close to call.
    pub fn errors_in_sentences(&self) -> Vec<String> {
        let (format, words) = (self.format, self.format.words);
        let mut told = Vec::new();
        if let Some(errors) = self.claims.records.official.errors {
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
        let revision = self.claims.scores.largest_revision_percent;
        told.push(match revision > 0.0 {
            true => say!(words, "claims-close-rule", revision = format.percent(revision, 1)),
            false => say!(words, "claims-close-never"),
        });
        told
    }

    /// The harder of the two naive lines is told: beating "no growth at all" is little.
    pub fn naive_note(&self) -> String {
        let words = self.format.words;
        let record = &self.claims.records.official;
        let Some(theil) = record.against_growth.or(record.against_same) else {
            return String::new();
        };
        let id = if theil.u2 < 1.0 {
            "claims-naive-better"
        } else {
            "claims-naive-worse"
        };
        let u2 = self.format.rounded(theil.u2, 2);
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
