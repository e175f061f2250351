//! `hadaf forecast` for the eye.

use super::{ForecastClaim, ForecastMonth, ForecastReach, ForecastYear, SeriesForecast};
use crate::text_table::table;
use crate::year_range::YearRange;
use hadaf_core::{Decimal, Reached};
use hadaf_words::{ClaimAhead, Format, MonthNames, listed, outcomes_text, reached_words, say};

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
        for it in &self.fiscal_years {
            blocks.push(year(format, it));
            blocks.extend(beyond(format, it));
        }
        blocks.extend(self.sectors.iter().map(|sectors| format!("\n{}", sectors.text)));
        blocks.extend(self.beside_words.iter().map(|told| format!("\n{told}")));
        blocks.extend(self.tested_words.iter().map(|told| format!("\n{told}")));
        if !self.holiday_words.is_empty() {
            blocks.push(format!("\n{}", self.holiday_words.join("\n")));
        }
        if !self.unusual_words.is_empty() {
            blocks.push(format!("\n{}", self.unusual_words.join("\n")));
        }
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
    let span = |first: String, last: String| say!(words, "span", first = first, last = last);
    let mut rows = vec![vec![
        say!(words, "column-month"),
        say!(words, "column-middle"),
        format.percent(50.0, 0),
        format.percent(80.0, 0),
        format.percent(95.0, 0),
    ]];
    rows.extend(months.iter().map(|month| {
        let values = [
            month.mean, month.lo50, month.hi50, month.lo80, month.hi80, month.lo95, month.hi95,
        ];
        let [mean, lo50, hi50, lo80, hi80, lo95, hi95] = apart(format, values);
        vec![
            format.month_short(month.period),
            mean,
            span(lo50, hi50),
            span(lo80, hi80),
            span(lo95, hi95),
        ]
    }));
    rows
}

fn year(format: Format, year: &ForecastYear) -> String {
    let YearRange {
        median,
        lo80,
        hi80,
        lo95,
        hi95,
    } = year.range;
    let values = [median, lo80, hi80, lo95, hi95];
    let [median, low, high, lowest, highest] = apart(format, values);
    say!(
        format.words,
        "forecast-year",
        year = format.year(year.fiscal_year),
        median = median,
        low = low,
        high = high,
        lowest = lowest,
        highest = highest,
        known = format.exact(year.known),
        months = year.months_known,
        beyond = year.months_beyond.len(),
        missing = year.months_forecast,
        over = if year.year_over { "yes" } else { "no" },
    )
}

/// The months that are counted after a hole; none where there is none.
fn beyond(format: Format, year: &ForecastYear) -> Option<String> {
    let months: Vec<String> = year.months_beyond.iter().map(|month| format.month(*month)).collect();
    let months = listed(format, &months);
    let hole = year.hole.clone().filter(|_| !months.is_empty())?;
    Some(say!(format.words, "forecast-beyond", hole = hole, months = months))
}

fn claim(format: Format, claim: &ForecastClaim) -> String {
    let line = ClaimAhead {
        id: &claim.id,
        kind: claim.kind,
        value: claim.value,
        high: claim.value_high,
        year: claim.fiscal_year,
        reached: claim.is_reached.then(|| Reached {
            period: claim.reached.map(Into::into),
        }),
        outcomes: &claim.outcomes.parts,
    };
    line.text(format)
}

fn reach(format: Format, reach: &ForecastReach) -> String {
    if reach.is_reached {
        let reached = Reached {
            period: reach.reached.map(Into::into),
        };
        return say!(
            format.words,
            "forecast-reach-reached",
            value = format.exact(reach.amount),
            year = format.year(reach.fiscal_year),
            reached = reached_words(format, reached, MonthNames::Long),
        );
    }
    say!(
        format.words,
        "forecast-reach",
        value = format.exact(reach.amount),
        year = format.year(reach.fiscal_year),
        chance = outcomes_text(format, &reach.outcomes.parts),
    )
}

/// In as many places as tell something, three digits of the first, and as tell them apart.
fn apart<const N: usize>(format: Format, values: [f64; N]) -> [String; N] {
    format.apart(values, Decimal::places_of(values[0]))
}
