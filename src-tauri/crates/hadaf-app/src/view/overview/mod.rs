//! The first screen: are we on course, who said so, what changed, what to ask.

mod changes;
mod wire;

pub use wire::*;

use hadaf_core::{Claim, ClaimKind};
use hadaf_model::{Need, Outlook, Situation};
use hadaf_words::{Backing, Findings, Format, Notes, back, chance_view, questions, say, say_of};

use crate::session::{App, Result, history_of, history_of_claim};

impl App {
    /// The overview of a series as of a day.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`].
    pub fn overview(&self, request: &OverviewRequest) -> Result<OverviewView> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let book = self.book_for(Need::Series(&request.series))?;
        let format = self.format();
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, as_of)?;
        let mut teller = Teller::new(&situation, format);
        let mut headlines = teller.headlines();
        // Without a forecast there is no chance, and the outlook says why.
        let outlook = Outlook::of(&self.fits, &situation, None).ok();
        headlines.extend(outlook.and_then(|outlook| teller.chance(&outlook)));
        let (changes_title, changes) = teller.changes()?;
        let questions = questions(&situation, format);
        let empty = situation
            .totals
            .is_empty()
            .then(|| say!(format.words, "overview-empty"));
        Ok(OverviewView {
            series: series.id.to_string(),
            title: series.title.clone(),
            headlines,
            claims_title: situation.year().map_or_else(String::new, |year| {
                say!(format.words, "claims-title", year = format.year(year))
            }),
            claims: teller.claims()?,
            changes_title,
            changes,
            questions: questions
                .iter()
                .map(|asked| QuestionView {
                    text: asked.text.plain(),
                    to: asked.to.clone(),
                    good_answer: hadaf_words::sentence_case(&asked.good_answer),
                })
                .collect(),
            sources: teller.sources(),
            empty,
        })
    }
}

/// Writes the headlines of a situation, and numbers the notes that they rest on.
pub(crate) struct Teller<'a> {
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) format: Format,
    pub(crate) findings: Findings<'a>,
    notes: Notes<'a>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(situation: &'a Situation<'a>, format: Format) -> Self {
        Self {
            situation,
            format,
            findings: Findings { situation, format },
            notes: Notes::new(situation.book, format),
        }
    }

    /// The notes used, from number 1.
    pub(crate) fn sources(self) -> Vec<SourceMark> {
        let notes = (1..).zip(self.notes.into_vec());
        let mark = |(number, note): (u32, hadaf_words::Note)| SourceMark {
            number,
            text: note.text,
            address: note.address,
        };
        notes.map(mark).collect()
    }

    fn headlines(&mut self) -> Vec<HeadlineView> {
        let steps = [Self::so_far, Self::last_full, Self::needed, Self::growth];
        steps.into_iter().filter_map(|step| step(self)).collect()
    }

    pub(crate) fn so_far(&mut self) -> Option<HeadlineView> {
        let current = self.situation.current().filter(|total| total.months < 12)?;
        let words = self.format.words;
        let year = self.format.year(current.fiscal_year);
        let first = self.situation.calendar().first_month(current.fiscal_year);
        Some(HeadlineView {
            label: match self.situation.ended() {
                Some(_) => self.findings.known_to(current),
                None => say!(words, "headline-to-date", year = year),
            },
            value: self.number(current.value),
            unit: self.format.unit_short(self.situation.series.unit),
            note: self.grown(
                self.format.span(first, current.last_month, false),
                current.growth_percent,
            ),
            marks: self.marks(&Backing::Total(current)),
            history: Some(history_of(self.situation, current.fiscal_year)),
            outlook: false,
        })
    }

    pub(crate) fn last_full(&mut self) -> Option<HeadlineView> {
        let total = self.situation.last_full()?;
        let year = self.format.year(total.fiscal_year);
        let first = self.situation.calendar().first_month(total.fiscal_year);
        let growth = total.growth_percent.map(|growth| self.format.signed_percent(growth, 1));
        let span = self.format.span(first, total.last_month, true);
        Some(HeadlineView {
            label: say!(self.format.words, "headline-full-year", year = year),
            value: self.number(total.value),
            unit: self.format.unit_short(self.situation.series.unit),
            note: growth.map_or_else(|| span.clone(), |growth| format!("{span}, {growth}")),
            marks: self.marks(&Backing::Total(total)),
            history: Some(history_of(self.situation, total.fiscal_year)),
            outlook: false,
        })
    }

    pub(crate) fn needed(&mut self) -> Option<HeadlineView> {
        let (claim, pace) = (self.situation.target()?, self.situation.pace.as_ref()?);
        let needed = pace.needed_per_month.filter(|needed| *needed > 0.0)?;
        let words = self.format.words;
        let span = self.findings.left(pace);
        let beside = self.situation.last_month().and_then(|(month, reading)| {
            let above = hadaf_core::growth_percent(reading.value.to_f64(), needed)?;
            let is_below = above < 0.0;
            let (share, month) = (self.format.percent(above.abs(), 0), self.format.month_name(month));
            Some(say!(
                words,
                match is_below {
                    true => "needed-below",
                    false => "needed-above",
                },
                share = share,
                month = month
            ))
        });
        Some(HeadlineView {
            label: say!(
                words,
                "headline-needed",
                target = self.findings.claimed(claim),
                over = self.situation.over()
            ),
            value: self.format.rounded(needed, self.situation.series.places),
            unit: say!(
                words,
                "unit-a-month",
                unit = self.format.unit_short(self.situation.series.unit)
            ),
            note: beside.map_or_else(|| span.clone(), |beside| format!("{span}, {beside}")),
            marks: self.marks(&Backing::Claim(claim)),
            history: Some(history_of_claim(self.situation, claim)),
            outlook: false,
        })
    }

    pub(crate) fn growth(&mut self) -> Option<HeadlineView> {
        let pace = self.situation.pace.as_ref()?;
        let needed = pace.needed_growth_percent.filter(|_| pace.remaining.to_f64() > 0.0)?;
        let words = self.format.words;
        let best = pace.best_growth.and_then(|best| Some((best, best.growth_percent?)));
        let note = best.map_or_else(String::new, |(best, growth)| {
            let (growth, span) = (
                self.format.signed_percent(growth, 0),
                self.format.span(best.first, best.last, true),
            );
            say!(words, "best-growth", growth = growth, span = span)
        });
        Some(HeadlineView {
            label: say!(words, "headline-growth", span = self.findings.left(pace)),
            value: self.format.signed_percent(needed, 0),
            unit: say!(words, "on-a-year-before"),
            note,
            marks: Vec::new(),
            history: self
                .situation
                .target()
                .map(|claim| history_of_claim(self.situation, claim)),
            outlook: false,
        })
    }

    /// The chance of the highest-ranked target for the current year, while it is open.
    fn chance(&mut self, outlook: &Outlook) -> Option<HeadlineView> {
        let claim = self.situation.target()?;
        let amount = self.situation.amount(claim)?;
        let chance = outlook.chance(self.situation.year()?, amount.to_f64())?;
        let told = chance_view(self.format, chance);
        Some(HeadlineView {
            label: say!(
                self.format.words,
                "headline-chance",
                target = self.findings.claimed(claim),
                over = self.situation.over()
            ),
            value: told.percent,
            unit: String::new(),
            note: format!("{}, {}", told.words, told.frequency),
            marks: self.marks(&Backing::Claim(claim)),
            history: Some(history_of_claim(self.situation, claim)),
            outlook: true,
        })
    }

    fn claims(&self) -> Result<Vec<ClaimRow>> {
        let in_use = self.situation.target().map(|claim| claim.id.clone());
        let row = |claim: &&Claim| self.claim(claim, in_use.as_ref() == Some(&claim.id));
        self.situation.current.claims.iter().map(row).collect()
    }

    fn claim(&self, claim: &Claim, in_use: bool) -> Result<ClaimRow> {
        let words = self.format.words;
        let pace = self
            .situation
            .year()
            .map(|year| self.situation.pace_of(claim, year))
            .transpose()?
            .flatten();
        let needed = pace
            .and_then(|pace| pace.needed_per_month)
            .filter(|needed| *needed > 0.0);
        let kind = say_of!(words, "kind-{}", ClaimKind, claim.kind);
        let mut title = vec![kind];
        if in_use {
            title.push(say!(words, "claim-in-use"));
        }
        if !claim.official {
            title.push(say!(words, "claim-unofficial"));
        }
        if claim.value_high.is_some() {
            title.push(say!(words, "claim-low-end"));
        }
        let amount = self.situation.amount(claim);
        let places = self.situation.series.places;
        Ok(ClaimRow {
            id: claim.id.to_string(),
            amount: amount.map_or_else(
                || self.findings.claimed(claim),
                |amount| self.format.number(amount, places),
            ),
            kind: claim.kind.into(),
            title: title.join(", "),
            maker: claim.maker.clone(),
            said: hadaf_words::said(self.format, claim),
            needed: needed.map_or_else(String::new, |needed| self.format.rounded(needed, places)),
            conditions: claim.conditions.clone(),
            note: self.claim_note(claim, in_use),
            in_use,
            history: Some(history_of_claim(self.situation, claim)),
        })
    }

    /// What is to be known about a claim, and for the target in use the growth that it asks for.
    fn claim_note(&self, claim: &Claim, in_use: bool) -> String {
        let projected = self
            .situation
            .projected_before()
            .filter(|_| in_use && claim.kind == ClaimKind::Target);
        let growth = projected.and_then(|(projection, base)| {
            let growth = hadaf_core::growth_percent(base.to_f64(), self.situation.amount(claim)?.to_f64())?;
            let year = self.format.year(projection.fiscal_year?);
            let (growth, base) = (self.format.percent(growth, 1), self.findings.claimed(projection));
            Some(say!(
                self.format.words,
                "claim-above-projection",
                growth = growth,
                base = base,
                year = year
            ))
        });
        [Some(claim.note.clone()).filter(|text| !text.is_empty()), growth]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn grown(&self, span: String, growth: Option<f64>) -> String {
        match growth {
            Some(growth) => {
                let growth = self.format.signed_percent(growth, 1);
                format!(
                    "{span}, {}",
                    say!(self.format.words, "growth-year-before", growth = growth)
                )
            }
            None => span,
        }
    }

    fn number(&self, value: hadaf_core::Decimal) -> String {
        self.format.number(value, self.situation.series.places)
    }

    pub(crate) fn marks(&mut self, backing: &Backing<'_>) -> Vec<u32> {
        back(&mut self.notes, self.situation, backing).into_iter().collect()
    }
}
