//! How official claims went, in sentences that screen, charts and command line share.

use crate::{ClaimWords, listed};

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
            (
                counts.too_close,
                say!(words, "claims-left-too-close", count = counts.too_close),
            ),
            (
                counts.condition_not_met,
                say!(words, "claims-left-condition-not-met", count = counts.condition_not_met),
            ),
            (counts.open, say!(words, "claims-left-open", count = counts.open)),
            (
                counts.replaced,
                say!(words, "claims-left-replaced", count = counts.replaced),
            ),
            (
                counts.restated,
                say!(words, "claims-left-restated", count = counts.restated),
            ),
            (
                counts.not_scorable,
                say!(words, "claims-left-not-scorable", count = counts.not_scorable),
            ),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = parts.map(|(_, text)| text).collect();
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
            let is_below = errors.bias_percent < 0.0;
            told.push(say!(
                words,
                match is_below {
                    true => "claims-bias-below",
                    false => "claims-bias-above",
                },
                number = errors.count,
                bias = format.percent(errors.bias_percent.abs(), 0),
                error = format.percent(errors.absolute_percent, 0)
            ));
        }
        told.extend(self.hanging());
        let revisions = self.claims.scores.revisions;
        told.push(match revisions.percent > 0.0 {
            true => say!(
                words,
                "claims-close-rule",
                revision = format.percent(revisions.percent, 1),
                years = revisions.years,
                largest = format.percent(self.claims.scores.largest_revision_percent, 1)
            ),
            false => say!(words, "claims-close-never"),
        });
        told
    }

    /// On how many readings the record hangs; none where it hangs on none.
    fn hanging(&self) -> Option<String> {
        let hanging = &self.claims.records.hanging;
        let claims: Vec<String> = hanging.claims.iter().map(ToString::to_string).collect();
        let (met, of) = hanging.without.map_or((0, 0), |rate| (rate.met, rate.of));
        (!claims.is_empty()).then(|| {
            say!(
                self.format.words,
                "claims-hanging",
                count = claims.len(),
                claims = listed(self.format, &claims),
                met = met,
                of = of
            )
        })
    }

    /// The harder of the two naive lines is told: beating "no growth at all" is little.
    pub fn naive_note(&self) -> String {
        let words = self.format.words;
        let record = &self.claims.records.official;
        let Some(theil) = record.against_growth.or(record.against_same) else {
            return String::new();
        };
        let is_better = theil.u2 < 1.0;
        say!(
            words,
            match is_better {
                true => "claims-naive-better",
                false => "claims-naive-worse",
            },
            count = theil.count,
            u2 = self.format.rounded(theil.u2, 2),
            line = match record.against_growth {
                Some(_) => say!(words, "claims-growth"),
                None => say!(words, "claims-same"),
            }
        )
    }
}
