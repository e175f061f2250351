//! `hadaf forecast` for the eye.

use super::{ForecastClaim, ForecastMonth, ForecastReach, ForecastYear, SeriesForecast};
use crate::text_table::table;
use hadaf_core::ClaimKind;
use hadaf_words::{Format, chance_view, say, say_of};

impl SeriesForecast {
    /// For the eye.
    pub fn to_text(&self, format: Format) -> String {
        let words = format.words;
        let unit = format.unit(self.unit);
        let head = format!("{} ({}), {unit}", self.title, self.series);
        let known = say!(
            words,
            "forecast-known",
            months = self.known_months,
            last = format.month_short(self.known_to),
            method = self.method.clone(),
            paths = format.rounded(self.paths as f64, 0),
        );
        let mut blocks = vec![match self.as_of {
            Some(day) => format!("{head}, {}", say!(words, "as-known-on", day = format.day(day))),
            None => head,
        }];
        if let Some(scenario) = &self.scenario {
            blocks.push(say!(words, "forecast-scenario", scenario = scenario.clone()));
        }
        blocks.push(known);
        blocks.push(format!("\n{}", table(&months(format, &self.horizon))));
        if !self.fiscal_years.is_empty() {
            blocks.push(String::new());
        }
        blocks.extend(self.fiscal_years.iter().map(|it| year(format, it)));
        if !self.claims.is_empty() {
            blocks.push(String::new());
        }
        blocks.extend(self.claims.iter().map(|it| claim(format, it)));
        if !self.reach.is_empty() {
            blocks.push(String::new());
        }
        blocks.extend(self.reach.iter().map(|it| reach(format, it)));
        if !(self.claims.is_empty() && self.reach.is_empty()) {
            blocks.push(format!("\n{}", self.record));
        }
        blocks.extend(
            self.backtest
                .iter()
                .map(|record| format!("\n{}", record.to_text(format))),
        );
        blocks.join("\n")
    }
}

fn months(format: Format, months: &[ForecastMonth]) -> Vec<Vec<String>> {
    let words = format.words;
    let span = |low, high| {
        let (first, last) = (number(format, low), number(format, high));
        say!(words, "span", first = first, last = last)
    };
    let mut rows = vec![vec![
        say!(words, "column-month"),
        say!(words, "column-middle"),
        format.percent(50.0, 0),
        format.percent(80.0, 0),
        format.percent(95.0, 0),
    ]];
    rows.extend(months.iter().map(|month| {
        vec![
            format.month_short(month.period),
            number(format, month.mean),
            span(month.lo50, month.hi50),
            span(month.lo80, month.hi80),
            span(month.lo95, month.hi95),
        ]
    }));
    rows
}

fn year(format: Format, year: &ForecastYear) -> String {
    say!(
        format.words,
        "forecast-year",
        year = format.year(year.fiscal_year),
        median = number(format, year.median),
        low = number(format, year.lo80),
        high = number(format, year.hi80),
        lowest = number(format, year.lo95),
        highest = number(format, year.hi95),
        known = format.exact(year.known),
        months = year.months_known,
        missing = year.months_forecast,
        over = if year.year_over { "yes" } else { "no" },
    )
}

fn claim(format: Format, claim: &ForecastClaim) -> String {
    let kind = say_of!(format.words, "kind-{}", ClaimKind, claim.kind);
    say!(
        format.words,
        "forecast-claim",
        claim = claim.id.to_string(),
        kind = kind,
        value = format.exact(claim.value),
        year = format.year(claim.fiscal_year),
        chance = chance_view(format, claim.probability).frequency,
    )
}

fn reach(format: Format, reach: &ForecastReach) -> String {
    say!(
        format.words,
        "forecast-reach",
        value = format.exact(reach.amount),
        year = format.year(reach.fiscal_year),
        chance = chance_view(format, reach.probability).frequency,
    )
}

/// As many places as tell something: none from 100 on.
fn number(format: Format, value: f64) -> String {
    let places = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format.rounded(value, places)
}
