//! What lies outside the pattern, in words: unusual months, and lasting steps.

use hadaf_core::{Disruption, isolated};
use hadaf_model::outlook::{Deviation, UnusualMonths};
use hadaf_model::{Outlook, Situation};

use crate::{Format, MonthNames, Page, listed};

/// Named in a note; more are counted.
const NAMED: usize = 3;

/// One sentence on each run of months that the forecast left out of the pattern (which, how far outside, whether they
/// may last) and on each lasting step, with what the register of disruptions has about them.
pub fn unusual_months(situation: &Situation<'_>, outlook: &Outlook, format: Format) -> Vec<String> {
    let page = Page::new(situation, format);
    let steps = outlook.lasting_steps(situation);
    let steps = steps.iter().map(|step| {
        let (month, by) = (format.month_short(step.from), signed(page, step.size));
        let told = say!(format.words, "remark-shift", month = month, by = by);
        with_reason(format, told, &step.disruptions)
    });
    let unusual = outlook.unusual(situation);
    let unusual = unusual
        .iter()
        .map(|months| with_reason(format, sentence(page, months), &months.disruptions));
    steps.chain(unusual).collect()
}

/// The same in a line beside a picture: the newest of each kind, with their size.
pub fn unusual_note(page: Page<'_>, outlook: &Outlook) -> Option<String> {
    let Page { situation, format } = page;
    let words = format.words;
    let unusual = outlook.unusual(situation);
    let named = |months: &UnusualMonths| {
        let span = format.span(months.first, months.last, MonthNames::Short);
        let span = match months.first == months.last {
            true => format.month_short(months.last),
            false => format!("{span} {}", months.last.year()),
        };
        say!(words, "note-sized", what = span, size = signed(page, months.size))
    };
    let over: Vec<&UnusualMonths> = unusual.iter().filter(|months| months.lasting == 0.0).collect();
    let more = over.len().saturating_sub(NAMED);
    let over: Vec<String> = over.iter().skip(more).map(|months| named(months)).collect();
    let over = (!over.is_empty()).then(|| say!(words, "note-unusual", months = over.join("; "), more = more));
    let late = unusual.iter().find(|months| months.lasting > 0.0);
    let late = late.map(|months| say!(words, "note-unusual-late", months = named(months)));
    let step = outlook.lasting_steps(situation).into_iter().next_back().map(|step| {
        let (month, size) = (format.month_short(step.from), signed(page, step.size));
        say!(
            words,
            "note-step",
            step = say!(words, "note-sized", what = month, size = size)
        )
    });
    let told: Vec<String> = [over, late, step].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// "+18 %", or in the series' unit.
fn signed(page: Page<'_>, size: Deviation) -> String {
    match size {
        Deviation::Ratio(ratio) => page.format.signed_percent((ratio - 1.0) * 100.0, 0),
        Deviation::Step(step) => page.signed(step),
    }
}

fn sentence(page: Page<'_>, months: &UnusualMonths) -> String {
    let Page { situation, format } = page;
    let words = format.words;
    let size = match months.size {
        Deviation::Ratio(ratio) => format.percent((ratio - 1.0).abs() * 100.0, 0),
        Deviation::Step(step) => format.money_rounded(step.abs(), situation.series.unit, situation.places),
    };
    let number = months.last.since(months.first) + 1;
    let span = format.span(months.first, months.last, MonthNames::Dated);
    let below = if months.size.is_below() { "yes" } else { "no" };
    match months.lasting > 0.0 {
        false => say!(
            words,
            "remark-pulse",
            number = number,
            span = span,
            size = size,
            below = below
        ),
        true => say!(
            words,
            "remark-pulse-late",
            number = number,
            span = span,
            size = size,
            below = below,
            share = format.percent(months.lasting * 100.0, 0)
        ),
    }
}

/// With what the register has about that time; whether it is the reason, nobody here knows.
fn with_reason(format: Format, told: String, disruptions: &[Disruption]) -> String {
    let kind = |it: &Disruption| {
        let parts = [it.kind.as_str(), it.scope.as_str()].into_iter();
        let parts: Vec<&str> = parts.filter(|text| !text.is_empty()).collect();
        isolated(&parts.join(", ")).into_owned()
    };
    let kinds: Vec<String> = disruptions.iter().map(kind).collect();
    match kinds.is_empty() {
        true => told,
        false => {
            let why = say!(format.words, "remark-pulse-why", disruptions = listed(format, &kinds));
            format!("{told} {why}")
        }
    }
}
