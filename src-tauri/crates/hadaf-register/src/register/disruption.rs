//! The register of disruptions.

use hadaf_core::{CostClaim, Decimal, Disruption, DisruptionId, Month};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::say;
use jiff::civil::Date;

use super::{Desk, Entry, FieldName, Remarks, Typed, cost_words, entry_of, known, register};

// The cost columns of older files are kept as they are: costs have a register of their own.
register! {
    Disruption of Disruptions in disruptions keeping cost, cost_source, earlier_of;
    start.key();
    end.not_before("start").known(|entry, desk| desk.has_passed(entry.end));
    scope.key();
    kind.key();
    outage;
    region_share.checked(is_share).shown(|entry, desk| {
        let percent = |share: Decimal| desk.format.percent(share.to_f64() * 100.0, 0);
        entry.region_share.map(percent).unwrap_or_default()
    });
    published;
    computed days(|entry, desk| so_far(entry, desk.day()).days().map(f64::from));
    computed costs(|entry, desk| Some(costs(entry, desk).len() as f64).filter(|count| *count > 0.0))
        .shown(|entry, desk| {
            let told = costs(entry, desk);
            told.iter().map(|cost| cost_words(cost, desk)).collect::<Vec<_>>().join("; ")
        });
    note.optional();
}

impl Entry for Disruption {
    fn name(&self) -> String {
        format!("{}, {}", self.kind, self.start)
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let mut remarks = Remarks::default();
        if so_far(self, desk.day()).end.is_none() {
            remarks.texts.push(say!(desk.format.words, "remark-no-end"));
        }
        for text in costs(self, desk).iter().flat_map(|cost| cost.remarks(desk).texts) {
            if !remarks.texts.contains(&text) {
                remarks.texts.push(text);
            }
        }
        remarks
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let year_of = |day: Date| desk.book.calendar().year_of(Month::of(day));
        let year = year_of(desk.day());
        let in_year = entries.iter().filter(|entry| year_of(entry.start.earliest()) == year);
        say!(
            desk.format.words,
            "finding-disruptions",
            count = entries.len(),
            in_year = in_year.count(),
            year = desk.format.year(year),
        )
    }
}

/// A disruption as far as it was known on a day: an end that lay ahead was not.
pub fn so_far(disruption: &Disruption, day: Date) -> Disruption {
    Disruption {
        end: disruption.end.filter(|end| end.latest() <= day),
        ..disruption.clone()
    }
}

/// The disruption of a number that was typed; none where nothing was.
///
/// # Errors
/// [`Code::Refused`] when the register has none of it.
pub fn disruption_numbered(typed: &str, book: &Book) -> Result<Option<DisruptionId>> {
    match typed.trim() {
        "" => Ok(None),
        number => Ok(Some(entry_of::<Disruption>(book, number)?.id)),
    }
}

/// What was said by the desk's day that it cost.
fn costs(disruption: &Disruption, desk: &Desk<'_>) -> Vec<CostClaim> {
    known::<CostClaim>(desk)
        .into_iter()
        .filter(|cost| cost.disruption == Some(disruption.id))
        .collect()
}

/// A share of capacity is no percentage.
fn is_share(typed: &Typed<'_>, name: FieldName) -> Result<()> {
    let share: Decimal = typed.read(name, None)?;
    if share.to_f64() <= 1.0 {
        return Ok(());
    }
    Err(refusal!(Code::Number, "field-share", text = typed.text(name)))
}
