//! The register as scripts read it: the JSON that design calls an interface. Additions only.

use hadaf_core::{Against, ClaimId, ClaimKind, ClaimScore, Decimal, FiscalYear, Horizon, SeriesId, TrackRecord, Unit};
use hadaf_model::{ClaimGroup, Need, Record, ScoredClaim, ScoredClaims, Situation};
use hadaf_words::{Format, record_note, say, say_of};
use jiff::civil::Date;
use serde::Serialize;

use super::number::{as_text, two_places};
use crate::session::{App, AppError, Result};
use crate::view::ClaimViews;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ClaimsListRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Read what was known on a day; none: all that is known.
    pub as_of: Option<String>,
    /// Only claims whose maker or office contains this, in letters of any size.
    pub maker: Option<String>,
    /// Only claims whose year is not known whole.
    pub open: bool,
    /// Only claims that were held against a total, or were replaced.
    pub due: bool,
}

/// `hadaf claims --json`. Amounts are exact, in the series' unit; errors are percent of the claim, to two places
/// in JSON.
/// Record, makers and disagreements are those of all claims about the series, whatever is listed.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimsList {
    /// Series id.
    pub series: SeriesId,
    /// Its title.
    pub title: String,
    /// Canonical unit, e.g. `USD million`.
    pub unit: Unit,
    /// The day as of which it was read; null: all that is known.
    pub as_of: Option<Date>,
    /// The finding, in words.
    pub finding: String,
    /// Newest year first, of one year the highest-ranked first.
    pub claims: Vec<ListedClaim>,
    /// Of all official claims.
    pub record: ListedRecord,
    /// Of every maker: official ones first, then by claims scored.
    pub makers: Vec<ListedMaker>,
    /// The years for which officials named more than one number, the newest first.
    pub disagreements: Vec<ListedDisagreement>,
    /// The record in sentences, for the text.
    #[serde(skip)]
    sentences: Vec<String>,
    #[serde(skip)]
    rows: Vec<[String; 9]>,
    #[serde(skip)]
    format: Format,
}

/// One claim.
#[derive(Debug, Clone, Serialize)]
pub struct ListedClaim {
    /// Its id.
    pub id: ClaimId,
    /// Canonical; null when none was given.
    pub fiscal_year: Option<FiscalYear>,
    /// target, projection or commitment.
    pub kind: ClaimKind,
    /// In the series' unit, the low end of a range; null where it counts something else.
    pub value: Option<Decimal>,
    /// The high end of a range.
    pub value_high: Option<Decimal>,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// Said by or for a government office.
    pub official: bool,
    /// The day; null where the page tells none.
    pub said: Option<Date>,
    /// When it was said as far as the page tells, where it tells no day.
    pub said_approx: Option<String>,
    /// The last day on which it can have been said then.
    pub said_latest: Option<Date>,
    /// On which conditions; may be empty.
    pub conditions: String,
    /// met, missed, too_close, condition_not_met, open, replaced or not_scorable, under the current total.
    pub outcome: String,
    /// The same under the first total known.
    pub outcome_first: String,
    /// Why, in words.
    pub reason: String,
    /// It counts in the record; false for what says an earlier claim again.
    pub counted: bool,
    /// The claim with which it counts.
    pub counts_with: Option<ClaimId>,
    /// The claim that took its place.
    pub replaced_by: Option<ClaimId>,
    /// The first total known of its year; null while the year is not known whole.
    #[serde(rename = "first_release")]
    pub first_release: Option<Decimal>,
    /// The current total.
    pub latest: Option<Decimal>,
    /// First total less claim, percent of the claim.
    #[serde(serialize_with = "two_places")]
    pub error_first_percent: Option<f64>,
    /// Current total less claim, percent of the claim.
    #[serde(serialize_with = "two_places")]
    pub error_latest_percent: Option<f64>,
    /// From the month in which it was first said to the last of its year.
    pub months_to_go: Option<i32>,
    /// How many claims say it.
    pub times_said: usize,
    /// Chance that its year reaches it, held within 0.001 and 0.999; null unless it is open and within reach.
    pub probability: Option<f64>,
}

/// How claims went.
#[derive(Debug, Clone, Serialize)]
pub struct ListedRecord {
    /// Reached.
    pub met: usize,
    /// Not reached.
    pub missed: usize,
    /// Within the largest revision of a year's total so far: in neither.
    pub too_close: usize,
    /// Missed, with a condition that did not hold: in neither.
    pub condition_not_met: usize,
    /// Year not known whole.
    pub open: usize,
    /// Replaced before the year was over.
    pub replaced: usize,
    /// Say again what an earlier claim said.
    pub restated: usize,
    /// Cannot be scored.
    pub not_scorable: usize,
    /// Lower end of what the rate behind "met of met and missed" may be, percent (Wilson, 95 %).
    #[serde(serialize_with = "two_places")]
    pub rate_low_percent: Option<f64>,
    /// Upper end of it.
    #[serde(serialize_with = "two_places")]
    pub rate_high_percent: Option<f64>,
    /// Mean of outturn less claim, percent of the claim, over what was scored.
    #[serde(serialize_with = "two_places")]
    pub bias_percent: Option<f64>,
    /// Mean of the same without its sign.
    #[serde(serialize_with = "two_places")]
    pub error_percent: Option<f64>,
    /// Mean error by how far ahead: within_year, year_ahead, years_ahead.
    pub by_horizon: Vec<ListedHorizon>,
    /// Theil's U2 against "the same as last year": below 1 the claims knew more.
    #[serde(serialize_with = "two_places")]
    pub u2_same: Option<f64>,
    /// Theil's U2 against "last year's growth".
    #[serde(serialize_with = "two_places")]
    pub u2_growth: Option<f64>,
    /// Enough scored claims to be ranked beside others.
    pub ranked: bool,
}

/// Errors of claims made equally far ahead.
#[derive(Debug, Clone, Serialize)]
pub struct ListedHorizon {
    /// within_year, year_ahead or years_ahead.
    #[serde(serialize_with = "as_text")]
    pub horizon: Horizon,
    /// Over how many.
    pub count: usize,
    /// As [`ListedRecord::bias_percent`].
    #[serde(serialize_with = "two_places")]
    pub bias_percent: f64,
    /// As [`ListedRecord::error_percent`].
    #[serde(serialize_with = "two_places")]
    pub error_percent: f64,
}

/// One maker.
#[derive(Debug, Clone, Serialize)]
pub struct ListedMaker {
    /// The office where one is given, else who said it.
    pub maker: String,
    /// Said by or for a government office.
    pub official: bool,
    /// How its claims went.
    #[serde(flatten)]
    pub record: ListedRecord,
    /// Its claims.
    pub claims: Vec<ClaimId>,
}

/// A year with more than one official number.
#[derive(Debug, Clone, Serialize)]
pub struct ListedDisagreement {
    /// Canonical.
    pub fiscal_year: FiscalYear,
    /// The numbers, the largest first.
    pub values: Vec<Decimal>,
    /// Who said which.
    pub claims: Vec<ListedSaying>,
}

/// Who said a number.
#[derive(Debug, Clone, Serialize)]
pub struct ListedSaying {
    /// Claim id.
    pub id: ClaimId,
    /// In the series' unit.
    pub value: Option<Decimal>,
    /// target, projection or commitment.
    pub kind: ClaimKind,
    /// Who.
    pub maker: String,
    /// When, in words.
    pub said: String,
}

impl App {
    /// The claims about a series as scripts read them.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`].
    pub fn claims_list(&self, request: &ClaimsListRequest) -> Result<ClaimsList> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(request.series.as_deref().unwrap_or_default()))?;
        let series = book.series(request.series.as_deref().unwrap_or_default())?;
        let situation = Situation::read(&book, series, as_of)?;
        let scored = ScoredClaims::read(&self.fits, &situation)?;
        let register = ClaimViews::of(&scored, self.format());
        let maker = request.maker.as_deref().unwrap_or_default().trim().to_lowercase();
        let chosen = |entry: &ScoredClaim<'_>| {
            let claim = entry.claim;
            let named = [&claim.maker, &claim.office];
            let is_due = entry.score.latest.outturn.is_some() || entry.score.replaced_by.is_some();
            named.iter().any(|name| name.to_lowercase().contains(&maker))
                && (!request.open || entry.score.outcome() == hadaf_core::Outcome::Open)
                && (!request.due || (is_due && entry.group() != ClaimGroup::NotScorable))
        };
        let entries: Vec<ScoredClaim<'_>> = register.words.claims.entries().into_iter().filter(chosen).collect();
        let record = register.record();
        let sentences = [
            format!("{} {}", record.value, record.label).trim().to_owned(),
            record.interval,
            record.left_out,
        ];
        let sentences = sentences.into_iter().filter(|_| !record.value.is_empty());
        // No chance stands without the record of past ones.
        let chances = match Record::of(&self.fits, &situation).map_err(AppError::from) {
            Ok(record) => record_note(&record, register.words.format),
            Err(reason) => reason.view(register.words.format).message,
        };
        Ok(ClaimsList {
            series: series.id.clone(),
            title: series.title.clone(),
            unit: series.unit,
            as_of: as_of.past(),
            finding: register.words.finding(),
            claims: entries.iter().map(|entry| register.listed(*entry)).collect(),
            record: recorded(&register.words.claims.records.official),
            makers: register
                .words
                .claims
                .records
                .makers
                .iter()
                .map(|maker| ListedMaker {
                    maker: maker.maker.clone(),
                    official: maker.official,
                    record: recorded(&maker.record),
                    claims: maker.claims.clone(),
                })
                .collect(),
            disagreements: register
                .words
                .claims
                .disagreeing()
                .into_iter()
                .map(|year| register.said_about(year))
                .collect(),
            sentences: sentences
                .chain(record.sentences)
                .chain([record.naive_note, chances])
                .collect(),
            rows: entries.iter().map(|entry| register.row(*entry)).collect(),
            format: register.words.format,
        })
    }
}

impl ClaimViews<'_> {
    fn listed(&self, entry: ScoredClaim<'_>) -> ListedClaim {
        let (claim, score) = (entry.claim, entry.score);
        let total = |against: Against| Some(score.against(against).outturn?.value);
        let error = |against: Against| score.against(against).error_percent;
        let high = claim.value_high.and_then(|high| {
            let amount = hadaf_core::Amount::new(high, claim.unit).in_unit(self.words.claims.situation.series.unit);
            Some(amount.ok()?.value)
        });
        ListedClaim {
            id: claim.id.clone(),
            fiscal_year: claim.fiscal_year,
            kind: claim.kind,
            value: score.value,
            value_high: high,
            maker: claim.maker.clone(),
            office: claim.office.clone(),
            official: claim.official,
            said: claim.announced,
            said_approx: claim.announced_approx.clone(),
            said_latest: claim.announced_latest,
            conditions: claim.conditions.clone(),
            outcome: score.outcome().as_str().into(),
            outcome_first: score.first_release.outcome.as_str().into(),
            reason: self.words.reason(entry),
            counted: score.counted,
            counts_with: score.counts_with.clone(),
            replaced_by: score.replaced_by.clone(),
            first_release: total(Against::FirstRelease),
            latest: total(Against::Latest),
            error_first_percent: error(Against::FirstRelease),
            error_latest_percent: error(Against::Latest),
            months_to_go: months_to_go(score),
            times_said: score.times_said,
            probability: self.words.claims.chance(entry).map(hadaf_core::Chance::value),
        }
    }

    fn said_about(&self, (year, entries): (FiscalYear, Vec<ScoredClaim<'_>>)) -> ListedDisagreement {
        ListedDisagreement {
            fiscal_year: year,
            values: self.words.claims.numbers(&entries).into_iter().collect(),
            claims: entries
                .iter()
                .map(|entry| ListedSaying {
                    id: entry.claim.id.clone(),
                    value: entry.score.value,
                    kind: entry.claim.kind,
                    maker: entry.claim.maker.clone(),
                    said: hadaf_words::said(self.words.format, entry.claim),
                })
                .collect(),
        }
    }

    /// A line of the text's table.
    fn row(&self, entry: ScoredClaim<'_>) -> [String; 9] {
        let item = self.item(entry);
        let maker = match item.times_words.is_empty() {
            true => item.maker,
            false => format!("{}, {}", item.maker, item.times_words),
        };
        let outcome = match (&item.chance, item.outcome.as_str()) {
            (Some(chance), "open") => format!("{} {}, {}", item.sign, item.outcome_words, chance.frequency),
            _ => format!("{} {}", item.sign, item.outcome_words),
        };
        [
            item.id,
            item.fiscal_year,
            item.amount,
            item.kind_words,
            maker,
            item.said,
            item.latest,
            item.off_latest,
            outcome,
        ]
    }
}

/// Claims that cannot be scored have no way to go.
fn months_to_go(score: &ClaimScore) -> Option<i32> {
    score.months_to_go.filter(|months| *months >= 0)
}

fn recorded(record: &TrackRecord) -> ListedRecord {
    let counts = record.counts;
    let per_hundred = |share: f64| share * 100.0;
    ListedRecord {
        met: counts.met,
        missed: counts.missed,
        too_close: counts.too_close,
        condition_not_met: counts.condition_not_met,
        open: counts.open,
        replaced: counts.replaced,
        restated: counts.restated,
        not_scorable: counts.not_scorable,
        rate_low_percent: record.hit_rate.map(|rate| per_hundred(rate.low)),
        rate_high_percent: record.hit_rate.map(|rate| per_hundred(rate.high)),
        bias_percent: record.errors.map(|errors| errors.bias_percent),
        error_percent: record.errors.map(|errors| errors.absolute_percent),
        by_horizon: record
            .by_horizon
            .iter()
            .map(|(horizon, errors)| ListedHorizon {
                horizon: *horizon,
                count: errors.count,
                bias_percent: errors.bias_percent,
                error_percent: errors.absolute_percent,
            })
            .collect(),
        u2_same: record.against_same.map(|theil| theil.u2),
        u2_growth: record.against_growth.map(|theil| theil.u2),
        ranked: record.ranked,
    }
}

impl ClaimsList {
    /// As a person reads it.
    pub fn to_text(&self) -> String {
        let words = self.format.words;
        let mut lines = vec![self.finding.clone(), String::new()];
        let head = [
            say!(words, "claims-head-id"),
            say!(words, "claims-head-year"),
            say!(words, "claims-head-amount"),
            say!(words, "claims-head-kind"),
            say!(words, "claims-head-maker"),
            say!(words, "claims-head-said"),
            say!(words, "claims-head-outturn"),
            say!(words, "claims-head-off"),
            say!(words, "claims-head-outcome"),
        ];
        lines.extend(aligned(&head, &self.rows));
        lines.push(String::new());
        lines.extend(self.sentences.iter().filter(|line| !line.is_empty()).cloned());
        for year in &self.disagreements {
            let said = |saying: &ListedSaying| {
                let kind = say_of!(words, "kind-{}", ClaimKind, saying.kind).to_lowercase();
                format!(
                    "{} {kind} ({}, {})",
                    saying
                        .value
                        .map_or_else(String::new, |value| Format::of("en").exact(value)),
                    saying.maker,
                    saying.said
                )
            };
            let statements: Vec<String> = year.claims.iter().map(said).collect();
            lines.push(format!("{}: {}", year.fiscal_year, statements.join("; ")));
        }
        lines.join("\n")
    }
}

/// Columns of equal width; amounts, totals and differences to the right.
fn aligned(head: &[String; 9], rows: &[[String; 9]]) -> Vec<String> {
    const RIGHT: [usize; 3] = [2, 6, 7];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| &row[column]).chain([&head[column]]);
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; 9] = std::array::from_fn(width);
    let line = |row: &[String; 9]| {
        let cells = row
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| match RIGHT.contains(&column) {
                true => format!("{cell:>width$}"),
                false => format!("{cell:<width$}"),
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    [head].into_iter().chain(rows).map(line).collect()
}
