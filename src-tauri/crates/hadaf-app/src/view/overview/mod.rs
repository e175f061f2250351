//! The first screen: are we on course, who said so, what changed, what to ask.

mod change;
mod changes;
mod claims;
mod headlines;
mod since;

use hadaf_core::Frequency;
use hadaf_error::Result;
use hadaf_model::{Need, Outlook, Situation};
use hadaf_words::{Keyword, questions, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::noted::{NotedPage, SourceMark};
use crate::session::App;

pub use change::ChangeRow;
pub use claims::{OtherClaim, OverviewClaim};
use claims::{claims, others};
pub use headlines::HeadlineView;

/// Asks for the overview of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverviewRequest {
    /// Series id.
    pub series: String,
    /// ISO date or null.
    pub as_of: Option<String>,
}

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Fact and ask.
    pub text: String,
    /// The office it goes to.
    pub to: String,
    /// What a good answer contains.
    pub good_answer: String,
}

/// The overview.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OverviewView {
    /// Series id.
    pub series: String,
    /// Its title.
    pub title: String,
    /// In what the series is counted and what is needed is told: months, quarters or fiscal years.
    pub every: Keyword<Frequency>,
    /// Three or four.
    pub headlines: Vec<HeadlineView>,
    /// "Current claims for FY2026".
    pub claims_title: String,
    /// Highest standing first.
    pub claims: Vec<OverviewClaim>,
    /// "Other targets and projections"; empty without any.
    pub others_title: String,
    /// Claims about other years of this series: those that are still to come, or all where no year is known.
    pub others: Vec<OtherClaim>,
    /// "Changed since last observation", or "Since that day".
    pub changes_title: String,
    /// What changed.
    pub changes: Vec<ChangeRow>,
    /// Best first.
    pub questions: Vec<QuestionView>,
    /// Notes in order.
    pub sources: Vec<SourceMark>,
    /// What to do next when there is nothing to show.
    pub empty: Option<String>,
}

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
        let mut page = NotedPage::new(&situation, format);
        let mut headlines = page.headlines();
        // Without a forecast there is no chance, and the outlook says why.
        let outlook = Outlook::of(&self.fits, &situation, None).ok();
        headlines.extend(outlook.and_then(|outlook| page.chance(&outlook)));
        let (changes_title, changes) = page.changes()?;
        let questions = questions(page.page);
        let empty = situation.year().is_none().then(|| match as_of.past() {
            Some(day) if !situation.observations.is_empty() => {
                say!(format.words, "overview-empty-then", day = format.day(day))
            }
            None if situation.readings.iter().next().is_some() => {
                say!(format.words, "overview-no-year", every = page.page.every())
            }
            _ => say!(format.words, "overview-empty"),
        });
        let others = others(&situation, format);
        Ok(OverviewView {
            series: series.id.to_string(),
            title: series.title.clone(),
            every: situation.readings.every().into(),
            headlines,
            claims_title: situation.year().map_or_else(String::new, |year| {
                say!(format.words, "claims-title", year = format.year(year))
            }),
            claims: claims(page.page)?,
            others_title: match others.is_empty() {
                true => String::new(),
                false => say!(format.words, "claims-others-title"),
            },
            others,
            changes_title,
            changes,
            questions: questions
                .iter()
                .map(|asked| QuestionView {
                    text: asked.text.plain(),
                    to: asked.to.clone(),
                    good_answer: asked.good_answer.clone(),
                })
                .collect(),
            sources: page.sources(),
            empty,
        })
    }
}
