//! The register of claims: what was said, what became of it under the rule of `hadaf-core`, the record of those who
//! said it, and the edits.

mod detail;
mod edit;
mod list;
mod record;
mod register;
mod said;

use hadaf_core::{Decimal, FiscalYear};

use crate::app::{App, parse_as_of};
use crate::error::Result;
use crate::outlook::chance_view;
use crate::situation::Situation;
use crate::wire::{ClaimGroup, ClaimItem, ClaimRecord, ClaimsRequest, ClaimsView, DisagreementRow, DisagreementView};
use crate::words::say;
use crate::workspace::count;

pub use list::{
    ClaimsList, ClaimsListRequest, ListedClaim, ListedDisagreement, ListedHorizon, ListedMaker, ListedRecord,
    ListedSaying,
};
pub(crate) use register::{Entry, Group, Register, listed};
use register::{outcome_word, sign};

impl App {
    /// The claims about a series with what became of each, the record of those who said them, and where they
    /// disagree.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`].
    pub fn claims(&self, request: &ClaimsRequest) -> Result<ClaimsView> {
        let as_of = parse_as_of(request.as_of.as_deref())?;
        let book = self.book()?;
        let situation = Situation::read(&book, book.series(&request.series)?, as_of)?;
        Ok(Register::read(self, &situation, self.format())?.view())
    }
}

impl Register<'_> {
    fn view(&self) -> ClaimsView {
        let (format, series) = (self.format, self.situation.series);
        let entries = self.entries();
        let claims: Vec<ClaimItem> = entries.iter().map(|entry| self.item(*entry)).collect();
        let subtitle = say!(
            format.words,
            "claims-subtitle",
            series = series.title.clone(),
            unit = format.unit(series.unit)
        );
        ClaimsView {
            series: series.id.to_string(),
            title: self.title(),
            subtitle: match self.situation.as_of {
                Some(day) => format!(
                    "{subtitle}, {}",
                    say!(format.words, "as-known-on", day = format.day(day))
                ),
                None => subtitle,
            },
            groups: self.groups(&entries),
            record: self.record(),
            chances_note: match claims.iter().any(|claim| claim.chance.is_some()) {
                true => say!(format.words, "claims-chances-note"),
                false => String::new(),
            },
            disagreements: self.disagreements(),
            empty: claims.is_empty().then(|| say!(format.words, "claims-empty")),
            claims,
        }
    }

    fn groups(&self, entries: &[Entry<'_>]) -> Vec<ClaimGroup> {
        let words = self.format.words;
        let all = ClaimGroup {
            group: "all".into(),
            title: say!(words, "claims-group-all"),
            count: count(entries.len()),
        };
        let group = |group: Group| ClaimGroup {
            group: group.as_str().into(),
            title: words.say(&format!("claims-group-{}", group.as_str().replace('_', "-")), &[]),
            count: count(entries.iter().filter(|entry| entry.group() == group).count()),
        };
        [all].into_iter().chain(Group::ALL.map(group)).collect()
    }

    pub(crate) fn item(&self, entry: Entry<'_>) -> ClaimItem {
        let (claim, score, words) = (entry.claim, entry.score, self.format.words);
        let times = score.times_said;
        ClaimItem {
            id: claim.id.to_string(),
            group: entry.group().as_str().into(),
            fiscal_year: claim
                .fiscal_year
                .map_or_else(String::new, |year| self.format.year(year)),
            amount: self.amount(claim),
            kind: claim.kind.to_string(),
            kind_words: words.say(&format!("kind-{}", claim.kind), &[]),
            maker: claim.maker.clone(),
            office: claim.office.clone(),
            official: claim.official,
            said: crate::notes::said(self.format, claim),
            first_print: self.outturn(score.first_print.outturn),
            latest: self.outturn(score.latest.outturn),
            off_first: self.off(score.first_print.error_percent),
            off_latest: self.off(score.latest.error_percent),
            outcome: score.outcome().as_str().into(),
            outcome_first: score.first_print.outcome.as_str().into(),
            sign: match score.counted {
                true => sign(score.outcome()).into(),
                false => register::TIED.into(),
            },
            outcome_words: self.outcome_words(entry),
            reason: self.reason(entry),
            times_said: count(times),
            times_words: match times {
                ..=1 => String::new(),
                _ => say!(words, "claim-times", times = times),
            },
            mark: match (score.counted, &score.replaced_by, times) {
                (false, ..) => "again",
                (true, Some(_), _) => "replaced",
                (true, None, 2..) => "first",
                (true, None, _) => "alone",
            }
            .into(),
            tied_to: score
                .counts_with
                .as_ref()
                .or(score.replaced_by.as_ref())
                .map(ToString::to_string),
            conditions: claim.conditions.clone(),
            chance: self.chance(entry).map(|chance| chance_view(self.format, chance)),
            life: Some(self.situation.life_of_claim(claim)),
        }
    }

    /// The claims of each year for which officials named more than one number, the newest year first; the largest
    /// number first, of one number the earliest claim.
    pub(crate) fn disagreeing(&self) -> Vec<(FiscalYear, Vec<Entry<'_>>)> {
        let official = self.entries().into_iter().filter(|entry| entry.claim.official);
        let mut years: Vec<(FiscalYear, Vec<Entry<'_>>)> = Vec::new();
        for entry in official.filter(|entry| entry.score.value.is_some()) {
            let Some(year) = entry.claim.fiscal_year else { continue };
            match years.iter_mut().find(|(known, _)| *known == year) {
                Some((_, entries)) => entries.push(entry),
                None => years.push((year, vec![entry])),
            }
        }
        for (_, entries) in &mut years {
            let value = |entry: &Entry<'_>| entry.score.value.unwrap_or(Decimal::ZERO);
            entries.sort_by(|left, right| {
                let day = |entry: &Entry<'_>| entry.claim.known_from();
                value(right)
                    .cmp_value(value(left))
                    .then_with(|| day(left).cmp(&day(right)))
            });
        }
        years.retain(|(_, entries)| self.numbers(entries).len() > 1);
        years
    }

    /// The different numbers of some claims, in their order.
    pub(crate) fn numbers(&self, entries: &[Entry<'_>]) -> Vec<Decimal> {
        let mut numbers: Vec<Decimal> = Vec::new();
        for value in entries.iter().filter_map(|entry| entry.score.value) {
            if !numbers.iter().any(|known| known.same_value(value)) {
                numbers.push(value);
            }
        }
        numbers
    }

    fn disagreements(&self) -> Vec<DisagreementView> {
        let (format, words) = (self.format, self.format.words);
        let view = |(year, entries): (FiscalYear, Vec<Entry<'_>>)| {
            let numbers: Vec<String> = self
                .numbers(&entries)
                .into_iter()
                .map(|value| self.number(value))
                .collect();
            DisagreementView {
                fiscal_year: format.year(year),
                title: say!(
                    words,
                    "claims-disagree",
                    year = format.year(year),
                    numbers = listed(format, &numbers)
                ),
                claims: entries
                    .iter()
                    .map(|entry| DisagreementRow {
                        id: entry.claim.id.to_string(),
                        amount: self.amount(entry.claim),
                        kind_words: words.say(&format!("kind-{}", entry.claim.kind), &[]),
                        maker: entry.claim.maker.clone(),
                        said: crate::notes::said(format, entry.claim),
                        outcome_words: self.outcome_words(*entry),
                        life: Some(self.situation.life_of_claim(entry.claim)),
                    })
                    .collect(),
            }
        };
        self.disagreeing().into_iter().map(view).collect()
    }

    pub(crate) fn record(&self) -> ClaimRecord {
        record::Record { register: self }.view()
    }

    /// The finding.
    pub(crate) fn title(&self) -> String {
        record::Record { register: self }.finding()
    }
}
