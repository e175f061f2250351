//! What a claim that is being typed would be: how it is read, what lacks, whether it can be scored, and on which claims that
//! are there already it may hang.

use hadaf_core::{Claim, ClaimScore, Outcome, Reason, Said, Series};
use hadaf_error::{AppError, Code, Result, parse_period, refusal, required};
use hadaf_import::read_amount;
use hadaf_model::{Book, Need, Situation};
use hadaf_words::{Format, claim_amount, not_scorable_words, outcome_word, said, say};
use serde::Serialize;
use ts_rs::TS;

use super::claim::read;
use super::claim_meant::{ClaimCompared, ClaimMeant};
use crate::session::App;
use crate::view::{SetClaim, claim_of};

/// What a claim that is being typed would be.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimPreview {
    /// "5,200 US$ million; FY2026; 20 August 2025"; empty while it cannot be read.
    pub read: String,
    /// What lacks and what is wrong, in the order of the form.
    pub remarks: Vec<ClaimRemark>,
    /// What it would be, in a sentence; empty while it cannot be read.
    pub outcome: String,
    /// It can be scored, now or once its year is known whole.
    pub scorable: bool,
    /// It can be saved as it stands.
    pub complete: bool,
    /// Claims that are there already and on which it may hang; it is linked to none of them by itself.
    pub compared: Vec<ClaimCompared>,
}

/// Something that lacks, or is wrong, in a claim that is being typed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimRemark {
    /// The field of [`SetClaim`] that it is about; empty: of the whole.
    pub field: String,
    /// In a sentence.
    pub words: String,
    /// It keeps the claim from being saved; what does not keeps it from being scored.
    pub stops: bool,
}

impl App {
    /// What a claim that is being typed would be. What is wrong in it is told and refused by nothing here.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`]; [`Code::Word`] for a claim that is to be amended and is not there.
    pub fn claim_preview(&self, request: &SetClaim) -> Result<ClaimPreview> {
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let format = self.format();
        let before = request.id.as_deref().map(|id| claim_of(&book, id)).transpose()?;
        let mut remarks = self.remarks(&book, series, request);
        let typed = SetClaim {
            // Who said it decides no score.
            maker: match request.maker.trim() {
                "" => "–".to_owned(),
                maker => maker.to_owned(),
            },
            ..request.clone()
        };
        let claim = match read(&book, &typed, before, format) {
            Ok(claim) => Some(claim),
            Err(_) if remarks.iter().any(|remark| remark.stops) => None,
            Err(error) => {
                remarks.push(self.stops("", &error));
                None
            }
        };
        let situation = Situation::read(&book, series, book.now())?;
        let score = claim.as_ref().map(|claim| situation.score_of(claim)).transpose()?;
        let score = score.flatten();
        let outcome = score.as_ref().map(ClaimScore::outcome);
        if let (Some(claim), Some(Outcome::NotScorable(reason))) = (&claim, outcome) {
            remarks.extend(unscorable(format, claim, reason));
        }
        let compared = match &claim {
            Some(_) if request.maker.trim().is_empty() => Vec::new(),
            Some(claim) => ClaimMeant::of(&book, format, claim, before)?.compared,
            None => Vec::new(),
        };
        let told = claim.as_ref().zip(score.as_ref());
        Ok(ClaimPreview {
            read: claim
                .as_ref()
                .map_or_else(String::new, |claim| told_as(format, claim, series)),
            complete: claim.is_some() && !remarks.iter().any(|remark| remark.stops),
            scorable: outcome.is_some_and(|outcome| !matches!(outcome, Outcome::NotScorable(_))),
            outcome: told.map_or_else(String::new, |(claim, score)| {
                let outturn = score.latest.outturn.map(|it| format.number(it.value, situation.places));
                let off = score.latest.error_percent.map(|off| format.signed_percent(off, 1));
                outcome_sentence(format, claim, score.outcome(), outturn.zip(off))
            }),
            compared,
            remarks,
        })
    }

    /// What lacks or cannot be read, each field by itself.
    fn remarks(&self, book: &Book, series: &Series, typed: &SetClaim) -> Vec<ClaimRemark> {
        let words = self.format().words;
        let lacks = |field: &str, words: String, stops: bool| ClaimRemark {
            field: field.into(),
            words,
            stops,
        };
        let mut remarks = Vec::new();
        match typed.amount.trim() {
            "" => remarks.push(lacks("amount", say!(words, "claim-lacks-amount"), true)),
            amount => remarks.extend(self.refused("amount", read_amount(amount, series.unit))),
        }
        remarks.extend(self.refused(
            "maker",
            required(&typed.maker, || refusal!(Code::Word, "maker-missing")),
        ));
        match typed.fiscal_year.trim() {
            "" => remarks.push(lacks("fiscal_year", say!(words, "claim-reason-no-year"), false)),
            year => remarks.extend(self.refused("fiscal_year", parse_period(year, book.calendar()))),
        }
        match (typed.said.trim(), typed.said_by.trim()) {
            ("", "") => remarks.push(lacks("said", say!(words, "claim-reason-no-day"), false)),
            (text, by) => remarks.extend(self.refused("said", Said::read(text, by, book.calendar(), book.today))),
        }
        remarks.extend(self.refused(
            "source",
            required(&typed.source, || refusal!(Code::Word, "claim-source-missing")),
        ));
        remarks
    }

    fn refused<T, E: Into<AppError>>(&self, field: &str, read: std::result::Result<T, E>) -> Option<ClaimRemark> {
        read.err().map(|error| self.stops(field, &error.into()))
    }

    fn stops(&self, field: &str, error: &AppError) -> ClaimRemark {
        ClaimRemark {
            field: field.into(),
            words: self.in_words(error).message,
            stops: true,
        }
    }
}

/// Why it could not be scored, where no empty field says so already.
fn unscorable(format: Format, claim: &Claim, reason: Reason) -> Option<ClaimRemark> {
    let field = match reason {
        Reason::NoYear | Reason::NoDay => return None,
        Reason::Hindsight => "said",
        Reason::OtherMeasure => "amount",
        Reason::Stated => "not_scorable",
    };
    Some(ClaimRemark {
        field: field.into(),
        words: not_scorable_words(format, claim, reason),
        stops: false,
    })
}

/// "5,200 US$ million; FY2026; 20 August 2025".
fn told_as(format: Format, claim: &Claim, series: &Series) -> String {
    let amount = match claim.value_in(series.unit) {
        Ok(low) => format!(
            "{} {}",
            claim_amount(format, claim, low, series.unit),
            format.unit(series.unit)
        ),
        Err(_) => format.money_short(claim.value, claim.unit),
    };
    let year = claim.fiscal_year.map(|year| format.year(year));
    let is_dated = claim.announced.or(claim.announced_latest).is_some();
    let day = is_dated.then(|| said(format, claim));
    let parts: Vec<String> = [Some(amount), year, day].into_iter().flatten().collect();
    parts.join("; ")
}

/// What a claim would be, in a sentence; with the total of its year and how far that is off, where they are known.
fn outcome_sentence(format: Format, claim: &Claim, outcome: Outcome, held: Option<(String, String)>) -> String {
    let words = format.words;
    match (outcome, held) {
        (Outcome::NotScorable(reason), _) => say!(
            words,
            "claim-preview-not-scorable",
            why = not_scorable_words(format, claim, reason)
        ),
        (Outcome::Open, _) => say!(
            words,
            "claim-preview-open",
            year = claim.fiscal_year.map_or_else(String::new, |year| format.year(year))
        ),
        (outcome, Some((outturn, off))) => say!(
            words,
            "claim-preview-held",
            outcome = outcome_word(format, outcome),
            outturn = outturn,
            off = off
        ),
        (outcome, None) => outcome_word(format, outcome),
    }
}
