//! What the forms of a claim, its links and its conditions hold, and what that of a claim begins with.

use hadaf_core::{Claim, ClaimKind, Month};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::{Book, Need, Situation};
use hadaf_words::{Format, claim_named, said, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::App;

/// Enters a claim, or gives one its new content.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SetClaim {
    /// Which claim to amend; null: a new one.
    pub id: Option<String>,
    /// Series id.
    pub series: String,
    /// "target", "projection" or "commitment".
    pub kind: String,
    /// As people write it; empty when none was given.
    pub fiscal_year: String,
    /// As people write it: "5.2 bn", "$365 m", "10 to 20 bn", a bare number in the series' unit. That it is "about" that
    /// comes into the note.
    pub amount: String,
    /// When it was said: "2025-08-20", "20 Aug 2025", "August 2025", "before July 2025", "in 2017", "during FY2025";
    /// empty when nothing tells. With `said_by`, any words.
    pub said: String,
    /// The last day on which it can have been said, ISO, when `said` is no exact day; empty: worked out from it.
    pub said_by: String,
    /// Who said it.
    pub maker: String,
    /// The office that answers for it; may be empty.
    pub office: String,
    /// On which conditions, only those that the page states; may be empty.
    pub conditions: String,
    /// Anything else; may be empty.
    pub note: String,
    /// Title of the document.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// Page or paragraph; may be empty.
    pub page: String,
    /// A few words of it; may be empty.
    pub quote: String,
    /// Said by or for a government office.
    pub official: bool,
    /// Weight of the maker, 0 to 255: the higher one stands first.
    pub standing: u32,
    /// Why it cannot be scored though it has a number and a year; empty when it can.
    pub not_scorable: String,
    /// How it hangs on a claim that is there; null: as it does already, or on none.
    #[serde(default)]
    pub link: Option<ClaimLink>,
}

/// How two claims hang together: the later one of both does it to the earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimLink {
    /// Id of the one that is there.
    pub to: String,
    /// "restates", "narrows" or "replaces".
    pub kind: String,
}

/// Asks for the form of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimFormRequest {
    /// Series that a new one is about; empty: the first. Not read where there is an `id`.
    pub series: String,
    /// Which claim to amend; null: a new one.
    pub id: Option<String>,
}

/// The form of a claim, filled as far as the workspace tells, and what is known beside it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimForm {
    /// As it stands, or as a new one begins.
    pub entry: SetClaim,
    /// Title of the series.
    pub series_title: String,
    /// The unit of a bare number: "US$ million".
    pub unit: String,
    /// The years that are likely to be meant, the earliest first.
    pub years: Vec<ClaimFormYear>,
    /// Who stated others, each once.
    pub makers: Vec<String>,
    /// The other claims about this series.
    pub known: Vec<ClaimFormKnown>,
}

/// A year of the form.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimFormYear {
    /// "FY2027", as it is typed.
    pub value: String,
    /// As it is shown.
    pub label: String,
}

/// A claim that is there already.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimFormKnown {
    /// Its id.
    pub id: String,
    /// "FY2027"; empty without a year.
    pub fiscal_year: String,
    /// "$5.2 bn target, Ministry of IT, 20 Aug 2025".
    pub text: String,
}

impl App {
    /// The form of a claim: as it stands, or as a new one about a series begins.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Word`] for a claim that is not there.
    pub fn claim_form(&self, request: &ClaimFormRequest) -> Result<ClaimForm> {
        let about = self.book_for(Need::Registers)?;
        let before = request.id.as_deref().map(|id| claim_of(&about, id)).transpose()?;
        let series = before.map_or(request.series.as_str(), |claim| claim.series.as_str());
        let book = self.book_for(Need::Series(series))?;
        let (series, format) = (book.series(series)?, self.format());
        let situation = Situation::read(&book, series, book.now())?;
        let others = book.claims.iter().filter(|claim| claim.series == series.id);
        let others: Vec<&Claim> = others
            .filter(|claim| before.is_none_or(|it| it.id != claim.id))
            .collect();
        let current = match situation.current() {
            Some(total) if total.months == 12 => total.fiscal_year.next(),
            _ => situation
                .year()
                .unwrap_or_else(|| book.calendar().year_of(Month::of(book.today))),
        };
        let entry = match before {
            Some(claim) => form_of(&book, claim),
            None => SetClaim {
                series: series.id.to_string(),
                kind: ClaimKind::Target.to_string(),
                fiscal_year: current.to_string(),
                // A proposal: what has no day is scored by nobody.
                said: book.today.to_string(),
                official: true,
                standing: others
                    .iter()
                    .filter(|it| it.official)
                    .map(|it| it.standing)
                    .max()
                    .unwrap_or(3)
                    .into(),
                ..SetClaim::default()
            },
        };
        let mut makers: Vec<String> = book.claims.iter().map(|claim| claim.maker.clone()).collect();
        makers.sort();
        makers.dedup();
        let years = std::iter::successors(Some(current.prev()), |year| Some(year.next()));
        let known = |claim: &&Claim| ClaimFormKnown {
            id: claim.id.to_string(),
            fiscal_year: claim.fiscal_year.map_or_else(String::new, |year| year.to_string()),
            text: claim_told(format, claim),
        };
        Ok(ClaimForm {
            entry,
            series_title: series.title.clone(),
            unit: format.unit(series.unit),
            years: years
                .take(8)
                .map(|year| ClaimFormYear {
                    value: year.to_string(),
                    label: format.year(year),
                })
                .collect(),
            makers,
            known: others.iter().map(known).collect(),
        })
    }
}

/// "$5.2 bn target, Ministry of IT, 20 August 2025".
pub(crate) fn claim_told(format: Format, claim: &Claim) -> String {
    let what = claim_named(format, claim);
    say!(
        format.words,
        "claim-told",
        claim = what,
        maker = claim.maker.clone(),
        said = said(format, claim)
    )
}

/// Removes a claim, with its links and findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveClaim {
    /// Claim id.
    pub id: String,
}

/// Says how a later claim hangs on an earlier one. To remove a link, its kind is not read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SetLineage {
    /// The later claim.
    pub from: String,
    /// The earlier claim.
    pub to: String,
    /// "restates", "narrows" or "replaces".
    pub kind: String,
}

/// Says whether a condition of a claim held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgeCondition {
    /// Which finding to amend; null: a new one.
    pub id: Option<u32>,
    /// Claim id.
    pub claim: String,
    /// Which of its conditions, in a few words.
    pub condition: String,
    /// It held.
    pub met: bool,
    /// What shows it.
    pub evidence: String,
    /// Title of the document that shows it.
    pub source: String,
    /// The day from which it counts, ISO: when the evidence was complete.
    pub judged: String,
    /// Number of the disruption that broke it, from which its price is worked out; empty: it has none.
    #[serde(default)]
    pub disruption: String,
}

/// Takes a finding back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveFinding {
    /// Its number.
    pub id: u32,
}

/// A claim as it would be entered, so that entering it again changes nothing.
pub(super) fn form_of(book: &Book, claim: &Claim) -> SetClaim {
    let source = book.source(claim.source);
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    SetClaim {
        id: Some(claim.id.to_string()),
        series: claim.series.to_string(),
        kind: claim.kind.to_string(),
        fiscal_year: claim.fiscal_year.map_or_else(String::new, |year| year.to_string()),
        amount: claim_typed(book, claim),
        said: match claim.announced {
            Some(said) => said.to_string(),
            None => claim.announced_approx.clone().unwrap_or_default(),
        },
        said_by: match claim.announced {
            Some(_) => String::new(),
            None => day(claim.announced_latest),
        },
        maker: claim.maker.clone(),
        office: claim.office.clone(),
        conditions: claim.conditions.clone(),
        note: claim.note.clone(),
        source: source.map_or_else(String::new, |source| source.title.clone()),
        address: source.map_or_else(String::new, |source| source.address.clone()),
        page: claim.page.clone(),
        quote: claim.quote.clone(),
        official: claim.official,
        standing: claim.standing.into(),
        not_scorable: claim.not_scorable.clone().unwrap_or_default(),
        link: None,
    }
}

/// "USD 5200 million": digit for digit what is stored.
pub(crate) fn claim_typed(book: &Book, claim: &Claim) -> String {
    use hadaf_core::{Scale, Unit};
    let series = book.series(claim.series.as_str()).ok();
    let is_usual = series.is_some_and(|series| series.unit == claim.unit);
    let number = match claim.value_high {
        Some(high) => format!("{} to {high}", claim.value),
        None => claim.value.to_string(),
    };
    match claim.unit {
        Unit::Money {
            currency,
            scale: Scale::One,
        } if is_usual => format!("{currency} {number}"),
        Unit::Money { currency, scale } => format!("{currency} {number} {scale}"),
        Unit::Percent => format!("{number} %"),
        Unit::Count => number,
    }
}

/// The claim of an id.
///
/// # Errors
/// [`Code::Word`].
pub(crate) fn claim_of<'a>(book: &'a Book, id: &str) -> Result<&'a Claim> {
    let found = book.claims.iter().find(|claim| claim.id.as_str() == id.trim());
    found.ok_or_else(|| refusal!(Code::Word, "unknown-claim", name = id.trim()))
}
