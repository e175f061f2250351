//! Unusual months, in words.

use hadaf_model::outlook::UnusualMonths;
use hadaf_model::{Outlook, Situation};

use crate::{Format, MonthNames, listed};

/// One sentence on each run of months that the forecast left out of the pattern: which, how far outside, that they are
/// not expected again, and what the register of disruptions has about them.
pub fn unusual_months(situation: &Situation<'_>, outlook: &Outlook, format: Format) -> Vec<String> {
    let unusual = outlook.unusual(situation);
    unusual
        .iter()
        .map(|months| sentence(months, situation, format))
        .collect()
}

fn sentence(months: &UnusualMonths, situation: &Situation<'_>, format: Format) -> String {
    let words = format.words;
    let (size, is_below) = match (months.ratio, months.step) {
        (Some(ratio), _) => (format.percent((ratio - 1.0).abs() * 100.0, 0), ratio < 1.0),
        (None, step) => {
            let step = step.unwrap_or_default();
            let unit = situation.series.unit;
            (format.money_rounded(step.abs(), unit, situation.places), step < 0.0)
        }
    };
    let number = months.last.since(months.first) + 1;
    let span = format.span(months.first, months.last, MonthNames::Dated);
    let told = say!(
        words,
        "remark-pulse",
        number = number,
        span = span,
        size = size,
        below = if is_below { "yes" } else { "no" }
    );
    let kinds: Vec<String> = months
        .disruptions
        .iter()
        .map(|it| {
            [it.kind.as_str(), it.scope.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty())
        })
        .map(|parts| parts.collect::<Vec<_>>().join(", "))
        .collect();
    match kinds.is_empty() {
        true => told,
        false => {
            let why = say!(words, "remark-pulse-why", disruptions = listed(format, &kinds));
            format!("{told} {why}")
        }
    }
}
