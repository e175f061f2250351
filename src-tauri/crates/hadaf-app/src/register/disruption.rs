//! The register of disruptions.

use hadaf_core::{CostClaim, Disruption, OutageKind, SourceId};
use hadaf_model::Book;
use hadaf_words::{say, say_of};
use jiff::civil::Date;

use super::cost::Told;
use super::field::{Field, Input, Values, may, must, worked_out};
use super::{Desk, Entry, Remarks, known};
use crate::session::{Code, Result, refusal};

const OUTAGES: &[&str] = &["national", "mobile", "throttled", "cable", "ban", "region"];

impl Entry for Disruption {
    const FIELDS: &'static [Field] = &[
        must("start", Input::PartialDate),
        may("end", Input::PartialDate),
        must("scope", Input::Text),
        must("kind", Input::Text),
        may("outage", Input::Word(OUTAGES)),
        may("region_share", Input::Number),
        worked_out("days"),
        may("costs", Input::Computed { numeric: false }),
        may("note", Input::Text),
    ];

    fn all(book: &Book) -> &[Self] {
        &book.disruptions
    }

    fn id(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> String {
        format!("{}, {}", self.kind, self.start)
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
        self.start.latest() <= on
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.start.to_string(),
            self.end.map(|end| end.to_string()).unwrap_or_default(),
            self.scope.clone(),
            self.kind.clone(),
            self.outage.map(|outage| outage.to_string()).unwrap_or_default(),
            self.region_share.map(|share| share.to_string()).unwrap_or_default(),
            self.note.clone(),
        ]
    }

    fn computed(&self, desk: &Desk<'_>) -> Vec<Option<f64>> {
        let costs = costs(self, desk).len();
        vec![
            self.so_far(desk.day()).days().map(f64::from),
            (costs > 0).then_some(costs as f64),
        ]
    }

    fn cells(&self, desk: &Desk<'_>) -> Vec<String> {
        let format = desk.format;
        let so_far = self.so_far(desk.day());
        vec![
            desk.date(Some(self.start)),
            desk.date(so_far.end),
            self.scope.clone(),
            self.kind.clone(),
            self.outage
                .map(|outage| say_of!(format.words, "outage-{}", OutageKind, outage))
                .unwrap_or_default(),
            desk.percent(self.region_share.map(|share| share.to_f64() * 100.0)),
            so_far.days().map(|days| days.to_string()).unwrap_or_default(),
            costs(self, desk)
                .iter()
                .map(|cost| cost.told(format))
                .collect::<Vec<_>>()
                .join("; "),
            self.note.clone(),
        ]
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let mut remarks = Remarks::default();
        if self.so_far(desk.day()).end.is_none() {
            remarks.texts.push(say!(desk.format.words, "remark-no-end"));
        }
        for cost in costs(self, desk) {
            for text in cost.remarks(desk).texts {
                if !remarks.texts.contains(&text) {
                    remarks.texts.push(text);
                }
            }
        }
        remarks
    }

    fn entered(id: i64, values: &Values<'_>, book: &Book) -> Result<Self> {
        let (start, end) = values.in_order("start", "end")?;
        let outage: Option<OutageKind> = values.parsed("outage")?;
        let region_share = values.amount("region_share")?;
        if region_share.is_some_and(|share| share.to_f64() > 1.0) {
            let text = values.text("region_share");
            return Err(refusal!(Code::Number, "field-share", text = text));
        }
        // The cost columns of older files are kept as they are: costs have a register of their own.
        let before = book.disruptions.iter().find(|entry| entry.id.0 == id);
        Ok(Self {
            id: id.into(),
            start: start.map_or_else(|| values.parsed_required("start"), Ok)?,
            end,
            scope: values.required("scope")?,
            kind: values.required("kind")?,
            cost: before.and_then(|entry| entry.cost),
            cost_source: before.map(|entry| entry.cost_source.clone()).unwrap_or_default(),
            outage,
            region_share,
            source: SourceId::NEW,
            note: values.text("note"),
        })
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let year = desk.book.calendar().year_of(hadaf_core::Month::of(desk.day()));
        let in_year = entries
            .iter()
            .filter(|entry| {
                desk.book
                    .calendar()
                    .year_of(hadaf_core::Month::of(entry.start.earliest()))
                    == year
            })
            .count();
        say!(
            desk.format.words,
            "finding-disruptions",
            count = entries.len(),
            in_year = in_year,
            year = desk.format.year(year),
        )
    }
}

/// As far as it was known on a day: an end that lay ahead was not.
pub(crate) trait SoFar {
    /// The disruption without an end that was still to come.
    fn so_far(&self, day: Date) -> Disruption;
}

impl SoFar for Disruption {
    fn so_far(&self, day: Date) -> Disruption {
        Disruption {
            end: self.end.filter(|end| end.latest() <= day),
            ..self.clone()
        }
    }
}

/// What was said by the desk's day that it cost.
fn costs(disruption: &Disruption, desk: &Desk<'_>) -> Vec<CostClaim> {
    known::<CostClaim>(desk)
        .into_iter()
        .filter(|cost| cost.disruption == Some(disruption.id))
        .collect()
}
