//! The register of budget lines.

use hadaf_core::{BudgetLine, Month, SourceId, Unit};
use hadaf_model::Book;
use hadaf_words::say;
use jiff::civil::Date;

use super::field::{Field, Input, Values, may, must, worked_out};
use super::{Desk, Entry, Remarks};
use crate::session::{Code, Result, refusal};

/// Released so many points less of its allocation than the year has passed is behind.
const BEHIND: f64 = 10.0;

impl Entry for BudgetLine {
    const FIELDS: &'static [Field] = &[
        must("fiscal_year", Input::Of("year")),
        must("body", Input::Text),
        must("item", Input::Text),
        must("unit", Input::Of("unit")),
        may("allocated", Input::Number),
        may("released", Input::Number),
        may("spent", Input::Number),
        may("through", Input::Of("month")),
        may("published", Input::Day),
        worked_out("released_percent"),
        worked_out("spent_percent"),
        worked_out("elapsed_percent"),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.budget
    }

    fn id(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> String {
        format!("{}, {}", self.fiscal_year, self.item)
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
        let amount = |value: Option<hadaf_core::Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
        vec![
            self.fiscal_year.to_string(),
            self.body.clone(),
            self.item.clone(),
            self.unit.to_string(),
            amount(self.allocated),
            amount(self.released),
            amount(self.spent),
            self.through.map(|month| month.to_string()).unwrap_or_default(),
            self.published.date.map(|day| day.to_string()).unwrap_or_default(),
            self.note.clone(),
        ]
    }

    fn computed(&self, desk: &Desk<'_>) -> Vec<Option<f64>> {
        let pace = self.release_pace(desk.book.calendar());
        vec![
            pace.and_then(|pace| pace.released_percent),
            pace.and_then(|pace| pace.spent_percent),
            pace.map(|pace| pace.elapsed_percent),
        ]
    }

    fn cells(&self, desk: &Desk<'_>) -> Vec<String> {
        let format = desk.format;
        let amount = |value: Option<hadaf_core::Decimal>| value.map(|value| format.exact(value)).unwrap_or_default();
        let mut cells = vec![
            format.year(self.fiscal_year),
            self.body.clone(),
            self.item.clone(),
            format.unit(self.unit),
            amount(self.allocated),
            amount(self.released),
            amount(self.spent),
            self.through.map(|month| format.month_short(month)).unwrap_or_default(),
            self.published.date.map(|day| format.day_short(day)).unwrap_or_default(),
        ];
        cells.extend(self.computed(desk).into_iter().map(|value| desk.percent(value)));
        cells.push(self.note.clone());
        cells
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let words = desk.format.words;
        let mut remarks = Remarks::default();
        let pace = self.release_pace(desk.book.calendar());
        if let Some(behind) = pace
            .and_then(|pace| pace.ahead_points)
            .filter(|points| *points < -BEHIND)
        {
            let points = desk.format.rounded(-behind, 0);
            remarks.texts.push(say!(words, "remark-behind", points = points));
            remarks.is_bad = true;
        }
        let exceeds = |part: Option<hadaf_core::Decimal>, whole: Option<hadaf_core::Decimal>| {
            part.zip(whole)
                .is_some_and(|(part, whole)| part.cmp_value(whole).is_gt())
        };
        if exceeds(self.released, self.allocated) {
            remarks.texts.push(say!(words, "remark-released-more"));
        }
        if exceeds(self.spent, self.released) {
            remarks.texts.push(say!(words, "remark-spent-more"));
        }
        remarks
    }

    fn entered(id: i64, values: &Values<'_>, book: &Book) -> Result<Self> {
        let year = values.required("fiscal_year")?;
        let period = hadaf_core::Period::parse(&year, book.calendar())?;
        let month = values.text("through");
        let through: Option<Month> = match month.as_str() {
            "" => None,
            text => {
                let month = hadaf_core::Period::parse(text, book.calendar())?.as_month();
                let none = || refusal!(Code::Period, "field-month", text = text);
                Some(month.ok_or_else(none)?)
            }
        };
        let published = values.day("published")?;
        let before = book
            .budget
            .iter()
            .find(|entry| entry.id.0 == id)
            .map(|entry| &entry.published);
        Ok(Self {
            id: id.into(),
            fiscal_year: match period.as_fiscal_year() {
                Some(year) => year,
                None => book.calendar().fiscal_year_of(period),
            },
            body: values.required("body")?,
            item: values.required("item")?,
            unit: values.parsed_required::<Unit>("unit")?,
            allocated: values.amount("allocated")?,
            released: values.amount("released")?,
            spent: values.amount("spent")?,
            through,
            published: super::published(before, published, book.today),
            source: SourceId::NEW,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let words = desk.format.words;
        let paced = |line: &&Self| {
            line.release_pace(desk.book.calendar())
                .is_some_and(|pace| pace.released_percent.or(pace.spent_percent).is_some())
        };
        let newest = entries
            .iter()
            .filter(paced)
            .max_by_key(|line| (line.fiscal_year, line.through, line.published.known_from()));
        let Some((line, pace)) = newest.and_then(|line| Some((line, line.release_pace(desk.book.calendar())?))) else {
            return say!(words, "finding-budget-none", count = entries.len());
        };
        say!(
            words,
            "finding-budget",
            year = desk.format.year(line.fiscal_year),
            item = line.item.clone(),
            share = desk.percent(pace.released_percent.or(pace.spent_percent)),
            what = if pace.released_percent.is_some() {
                "released"
            } else {
                "spent"
            },
            elapsed = desk.percent(Some(pace.elapsed_percent)),
        )
    }
}
