//! What people said that disruptions cost: claims of another concept than receipts, held against a day's exports
//! and never taken from them.

use hadaf_core::{Amount, CostClaim, CostConcept, Disruption, Month, SourceId, Unit, sum_of};
use hadaf_model::Book;
use hadaf_words::{Format, say, say_of};
use jiff::civil::Date;

use super::disruption::SoFar;
use super::field::{Field, Input, Values, may, must, worked_out};
use super::{Desk, Entry, Remarks};
use crate::session::{Code, Result, refusal};

const CONCEPTS: &[&str] = &["gdp", "receipts", "industry", "other"];
/// A day that is said to have cost more than it earns.
const WHOLE_DAY: f64 = 100.0;

impl Entry for CostClaim {
    const FIELDS: &'static [Field] = &[
        may("disruption", Input::Of("disruption")),
        must("amount", Input::Number),
        must("unit", Input::Of("unit")),
        must("concept", Input::Word(CONCEPTS)),
        must("maker", Input::Text),
        may("method", Input::Text),
        may("published", Input::Day),
        worked_out("percent_of_day"),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.cost_claims
    }

    fn id(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> String {
        format!("{} {}, {}", self.amount.value, self.amount.unit, self.maker)
    }

    fn source(&self) -> Option<SourceId> {
        Some(self.source)
    }

    fn with_source(self, source: Option<SourceId>) -> Self {
        Self {
            source: source.unwrap_or(self.source),
            ..self
        }
    }

    fn is_known(&self, on: Date) -> bool {
        self.published.known_from() <= on
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.disruption.map(|id| id.to_string()).unwrap_or_default(),
            self.amount.value.to_string(),
            self.amount.unit.to_string(),
            self.concept.to_string(),
            self.maker.clone(),
            self.method.clone(),
            self.published.date.map(|day| day.to_string()).unwrap_or_default(),
            self.note.clone(),
        ]
    }

    fn computed(&self, desk: &Desk<'_>) -> Vec<Option<f64>> {
        vec![self.percent_of_day(desk)]
    }

    fn cells(&self, desk: &Desk<'_>) -> Vec<String> {
        let format = desk.format;
        let disruption = disruption(self, desk.book);
        vec![
            disruption.map(Entry::name).unwrap_or_default(),
            format.exact(self.amount.value),
            format.unit(self.amount.unit),
            say_of!(format.words, "concept-{}", CostConcept, self.concept),
            self.maker.clone(),
            self.method.clone(),
            self.published.date.map(|day| format.day_short(day)).unwrap_or_default(),
            desk.percent(self.percent_of_day(desk)),
            self.note.clone(),
        ]
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let words = desk.format.words;
        let mut remarks = Remarks::default();
        if self.percent_of_day(desk).is_some_and(|percent| percent > WHOLE_DAY) {
            remarks
                .texts
                .push(say!(words, "remark-more-than-a-day", maker = self.maker.clone()));
            remarks.is_bad = true;
        }
        if self.concept != CostConcept::Receipts {
            let concept = say_of!(words, "concept-{}", CostConcept, self.concept);
            remarks
                .texts
                .push(say!(words, "remark-other-concept", concept = concept));
        }
        remarks
    }

    fn entered(id: i64, values: &Values<'_>, book: &Book) -> Result<Self> {
        let disruption = values.text("disruption");
        let number = |text: &str| {
            let found = book.disruptions.iter().find(|entry| entry.id.to_string() == text);
            let unknown = || refusal!(Code::Refused, "entry-unknown", register = "disruptions", id = text);
            found.map(|entry| entry.id).ok_or_else(unknown)
        };
        let amount = values.amount_required("amount")?;
        let unit: Unit = values.parsed_required("unit")?;
        let published = values.day("published")?;
        let before = book
            .cost_claims
            .iter()
            .find(|entry| entry.id.0 == id)
            .map(|entry| &entry.published);
        Ok(Self {
            id: id.into(),
            disruption: if disruption.is_empty() {
                None
            } else {
                Some(number(&disruption)?)
            },
            amount: Amount::new(amount, unit),
            concept: values.parsed_required("concept")?,
            maker: values.required("maker")?,
            method: values.text("method"),
            published: super::published(before, published, book.today),
            source: SourceId::NEW,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let above = entries
            .iter()
            .filter(|cost| cost.percent_of_day(desk).is_some_and(|percent| percent > WHOLE_DAY))
            .count();
        let receipts = entries
            .iter()
            .filter(|cost| cost.concept == CostConcept::Receipts)
            .count();
        say!(
            desk.format.words,
            "finding-costs",
            count = entries.len(),
            receipts = receipts,
            above = above
        )
    }

    fn note(format: Format) -> String {
        say!(format.words, "note-costs")
    }
}

/// A cost beside the desk.
pub(crate) trait Told {
    fn told(&self, format: Format) -> String;
    fn percent_of_day(&self, desk: &Desk<'_>) -> Option<f64>;
}

impl Told for CostClaim {
    /// "US$ 1,620 m (GDP, Top10VPN)".
    fn told(&self, format: Format) -> String {
        let amount = format.money(self.amount.value, self.amount.unit, self.amount.value.places());
        let concept = say_of!(format.words, "concept-{}", CostConcept, self.concept);
        say!(
            format.words,
            "cost-told",
            amount = amount,
            concept = concept,
            maker = self.maker.clone()
        )
    }

    /// A day of it, percent of what the series took in on a day of its months; none without a disruption that has
    /// ended, for another currency, or when these months are not known.
    fn percent_of_day(&self, desk: &Desk<'_>) -> Option<f64> {
        let disruption = disruption(self, desk.book)?.so_far(desk.day());
        let (first, last) = (disruption.start.earliest(), disruption.end?.latest());
        let months = || Month::range(Month::of(first)..=Month::of(last));
        let exports = sum_of(&desk.situation.readings, months()).ok()??;
        let days: u32 = months().map(|month| u32::from(month.days())).sum();
        // Cost a day over exports a day: both sums over their days.
        let exports = Amount::new(exports, desk.situation.series.unit);
        let whole = self.percent_of_days_exports(disruption.days()?, exports).ok()?;
        Some(whole * f64::from(days))
    }
}

fn disruption<'a>(cost: &CostClaim, book: &'a Book) -> Option<&'a Disruption> {
    book.disruptions.iter().find(|entry| Some(entry.id) == cost.disruption)
}
