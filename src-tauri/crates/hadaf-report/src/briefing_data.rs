//! The data that a briefing rests on, as CSV and JSON, and told by a digest that is the same on every platform.

use hadaf_core::{AsOf, Claim, Draft, Judged, Preference, SourceDraft, YearNames, without_isolates};
use hadaf_import::write_long;
use hadaf_model::Situation;
use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::Show;

/// First line of the canonical text: what it is, and the version of its rules.
const HEADING: &str = "hadaf briefing data 2";

/// Every observation of the series known on the day, every claim about it, and how it stood.
pub struct BriefingData<'a> {
    situation: &'a Situation<'a>,
    day: Date,
    csv: String,
    count: usize,
    notes: usize,
    claims: Vec<&'a Claim>,
    /// Decisions which source is read for a period of the series, by period.
    preferences: Vec<&'a Preference>,
    with_notes: bool,
}

impl<'a> BriefingData<'a> {
    /// What a briefing as of the day rests on. The notes of observations are the workspace's own, and go with it only
    /// where that was asked for.
    #[must_use]
    pub fn collect(situation: &'a Situation<'a>, day: Date, with_notes: bool) -> Self {
        let mut observations = situation.judged();
        observations.retain(|judged| AsOf::Day(day).knows(&judged.observation.published));
        // By content, not by number: the digest must not depend on the order of entry.
        observations.sort_by_cached_key(
            |Judged {
                 observation, status, ..
             }| {
                (
                    observation.period.to_string(),
                    observation.basis,
                    observation.published.known_from(),
                    observation.value,
                    *status,
                )
            },
        );
        let drafts: Vec<Draft> = observations
            .iter()
            .map(|judged| draft(situation, judged, with_notes))
            .collect();
        let about = |claim: &&Claim| claim.series == situation.series.id && claim.known(AsOf::Day(day));
        let mut claims: Vec<&Claim> = situation.book.claims.iter().filter(about).collect();
        claims.sort_by(|left, right| left.id.cmp(&right.id));
        Self {
            situation,
            day,
            csv: write_long(&drafts),
            count: drafts.len(),
            notes: drafts.iter().filter(|draft| !draft.note.is_empty()).count(),
            claims,
            preferences: preferences(situation, AsOf::Day(day)),
            with_notes,
        }
    }

    /// How many observations there are.
    #[must_use]
    pub fn observations(&self) -> usize {
        self.count
    }

    /// How many claims there are.
    #[must_use]
    pub fn claims(&self) -> usize {
        self.claims.len()
    }

    /// How many notes go with the observations.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.notes
    }

    /// SHA-256 of the canonical text in hexadecimal.
    ///
    /// The text: a heading, the series, unit and day, the lines of `data.csv`, for each claim the tab-separated fields of
    /// `claim_line`, and for each decision which source is read those of `preference_line`; lines end in LF, UTF-8.
    #[must_use]
    pub fn digest(&self) -> String {
        let series = self.situation.series;
        let calendar = self.situation.calendar();
        let start = match calendar.names() {
            YearNames::Last => calendar.start_month().to_string(),
            YearNames::First => format!("{} first", calendar.start_month()),
        };
        let mut text = format!("{HEADING}\n{}\t{}\t{start}\t{}\n", series.id, series.unit, self.day);
        text.push_str(&self.csv);
        for claim in &self.claims {
            text.push_str(&claim_line(self.situation, claim));
        }
        for preference in &self.preferences {
            text.push_str(&preference_line(self.situation, preference));
        }
        Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The observations, as our own long CSV.
    #[must_use]
    pub fn csv(&self) -> &str {
        &self.csv
    }

    /// The fiscal years, the pace and the claims, as JSON that names the digest.
    #[must_use]
    pub fn json_text(&self, digest: &str) -> String {
        serde_json::to_string_pretty(&self.json(digest)).expect("texts, numbers, lists and maps of them")
    }

    fn json(&self, digest: &str) -> Value {
        let situation = self.situation;
        let show = Show::of(situation);
        let claims: Vec<Value> = self
            .claims
            .iter()
            .map(|claim| {
                json!({
                    "id": claim.id, "kind": claim.kind, "fiscal_year": claim.fiscal_year, "value": claim.value,
                    "value_high": claim.value_high, "unit": claim.unit, "announced": claim.announced,
                    "announced_approx": claim.announced_approx, "maker": claim.maker, "office": claim.office,
                    "conditions": claim.conditions, "official": claim.official,
                    "source": without_isolates(&hadaf_words::titled(situation.book, claim.source)),
                    "address": situation.book.source(claim.source).map(|source| source.address.clone()),
                })
            })
            .collect();
        let preferences: Vec<Value> = self
            .preferences
            .iter()
            .map(|it| {
                let mut told = json!({
                    "period": it.period,
                    "source": without_isolates(&hadaf_words::titled(situation.book, it.source)),
                });
                // Why it was decided so is a note of the workspace's own.
                if self.with_notes {
                    told["reason"] = it.reason.clone().into();
                }
                told
            })
            .collect();
        json!({
            "program": concat!("hadaf ", env!("CARGO_PKG_VERSION")),
            "digest": digest,
            "workspace": show.workspace,
            "as_of": self.day,
            "series": show.series,
            "fiscal_years": show.fiscal_years,
            "pace": show.pace,
            "claims": claims,
            "preferences": preferences,
        })
    }
}

fn draft(situation: &Situation<'_>, judged: &Judged<'_>, with_notes: bool) -> Draft {
    let observation = judged.observation;
    let source = situation.book.source(observation.source);
    let text = |pick: fn(&hadaf_core::Source) -> &String| source.map(pick).cloned().unwrap_or_default();
    Draft {
        line: 0,
        series: observation.series.clone(),
        period: observation.period,
        basis: observation.basis,
        value: observation.value,
        status: Some(judged.status),
        published: observation.published,
        source: SourceDraft {
            title: text(|source| &source.title),
            publisher: text(|source| &source.publisher),
            address: text(|source| &source.address),
        },
        note: if with_notes {
            observation.note.clone()
        } else {
            String::new()
        },
    }
}

/// id, kind, year, value, high end, unit, day, about when, maker, office, conditions, address.
fn claim_line(situation: &Situation<'_>, claim: &Claim) -> String {
    let text = |value: Option<String>| value.unwrap_or_default();
    let fields = [
        claim.id.to_string(),
        claim.kind.to_string(),
        text(claim.fiscal_year.map(|year| year.to_string())),
        claim.value.to_string(),
        text(claim.value_high.map(|value| value.to_string())),
        claim.unit.to_string(),
        text(claim.announced.map(|day| day.to_string())),
        text(claim.announced_approx.clone()),
        claim.maker.clone(),
        claim.office.clone(),
        claim.conditions.clone(),
        text(situation.book.source(claim.source).map(|source| source.address.clone())),
    ];
    let clean = |field: &String| field.replace(['\t', '\n', '\r'], " ");
    format!("{}\n", fields.iter().map(clean).collect::<Vec<_>>().join("\t"))
}

/// The decisions which source is read for a period of the series, as they stand, of sources that were known.
fn preferences<'a>(situation: &Situation<'a>, as_of: AsOf) -> Vec<&'a Preference> {
    let (book, series) = (situation.book, situation.series);
    let of_series = book.preferences.iter().filter(|it| it.series == series.id);
    let stands = |it: &&Preference| {
        book.preference_on(&series.id, it.period, as_of)
            .is_some_and(|other| other.id == it.id)
    };
    let mut preferences: Vec<&Preference> = of_series.filter(stands).collect();
    preferences.sort_by_key(|it| it.period);
    preferences
}

/// The word, period, title and address of the source.
fn preference_line(situation: &Situation<'_>, preference: &Preference) -> String {
    let source = situation.book.source(preference.source);
    let clean = |field: &str| field.replace(['\t', '\n', '\r'], " ");
    let text = |pick: fn(&hadaf_core::Source) -> &String| source.map_or_else(String::new, |it| clean(pick(it)));
    let (title, address) = (text(|source| &source.title), text(|source| &source.address));
    format!("prefer\t{}\t{title}\t{address}\n", preference.period)
}

/// The first twelve digits of a digest in groups of four, as a footer shows them.
#[must_use]
pub fn grouped(digest: &str) -> String {
    let digits = digest.get(..12).unwrap_or(digest);
    digits
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_digest_is_shown_in_groups() {
        assert_eq!(super::grouped("7c1e94b02f6d0011"), "7c1e 94b0 2f6d");
    }
}
