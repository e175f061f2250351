//! What would have to be true for an open claim to be met: what each month must bring, the growth that takes, and when
//! there last was such growth.

use hadaf_core::{FiscalYear, FiscalYearTotal, Outcome, Pace, Unit};
use hadaf_error::Result;
use hadaf_model::ScoredClaim;
use hadaf_words::{MonthNames, Page, say};

use super::ClaimViews;

/// Halvings of an interval, after which nothing of it is left.
const HALVINGS: usize = 100;

/// The constant growth a year, as a share, that makes `ratio` of one in so many years.
fn yearly_growth(ratio: f64, years: i16) -> f64 {
    let after = |factor: f64| (0..years).fold(1.0, |product: f64, _| product * factor);
    // The factor lies between one and the ratio, whichever is larger.
    let (mut low, mut high) = (ratio.min(1.0), ratio.max(1.0));
    for _ in 0..HALVINGS {
        let middle = low + (high - low) / 2.0;
        match after(middle) < ratio {
            true => low = middle,
            false => high = middle,
        }
    }
    high - 1.0
}

impl ClaimViews<'_> {
    /// In sentences; none for what is not open, or where too little is known.
    pub(super) fn needed(&self, entry: ScoredClaim<'_>) -> Result<Vec<String>> {
        let open = entry.score.outcome() == Outcome::Open && entry.score.value.is_some();
        let Some(year) = entry.claim.fiscal_year.filter(|_| open) else {
            return Ok(Vec::new());
        };
        match self.words.claims.situation.pace_of(entry.claim, year)? {
            Some(pace) => self.of_the_rest(&pace),
            None => Ok(self.of_years(entry, year)),
        }
    }

    /// Of a year of which something is known: what the rest of it must bring.
    fn of_the_rest(&self, pace: &Pace) -> Result<Vec<String>> {
        let (situation, format) = (self.words.claims.situation, self.words.format);
        let (page, words) = (Page::new(situation, format), format.words);
        if let Some(reached) = pace.reached {
            let period = reached.period;
            let note = say!(
                words,
                "headline-reached-note",
                dated = if period.is_some() { "yes" } else { "no" },
                when = period.map_or_else(String::new, |period| format.period(period)),
                above = page.above(pace)
            );
            return Ok(vec![say!(words, "claim-needs-nothing", note = note)]);
        }
        let Some(needed) = pace.needed else {
            return Ok(Vec::new());
        };
        let mut lines = vec![say!(
            words,
            "claim-needs",
            needed = page.rounded(needed),
            unit = format.unit_short(situation.series.unit),
            every = pace.every.as_str(),
            span = page.left(pace)
        )];
        if let Some(growth) = pace.needed_growth_percent {
            let growth = format.signed_percent(growth, 1);
            lines.push(say!(words, "claim-needs-growth", growth = growth));
        }
        if let Some((reached, windows)) = situation.as_fast(pace)? {
            let last = pace.last_reached.map(|run| {
                let names = page.periods();
                names.span(run.first, run.last, MonthNames::Dated)
            });
            lines.push(say!(
                words,
                "claim-last-so-fast",
                span = last.unwrap_or_else(|| say!(words, "never")),
                reached = reached,
                windows = windows
            ));
        }
        Ok(lines)
    }

    /// Of a year of which nothing is known: the growth a year that it takes from the last full one.
    fn of_years(&self, entry: ScoredClaim<'_>, year: FiscalYear) -> Vec<String> {
        let (situation, format) = (self.words.claims.situation, self.words.format);
        let words = format.words;
        let (Some(base), Some(value)) = (situation.last_full(), entry.score.value) else {
            return Vec::new();
        };
        let years = year.year() - base.fiscal_year.year();
        let ratio = value.to_f64() / base.value.to_f64();
        if years <= 0 || !ratio.is_finite() || ratio <= 0.0 || situation.series.unit == Unit::Percent {
            return Vec::new();
        }
        let growth = yearly_growth(ratio, years) * 100.0;
        let mut lines = vec![say!(
            words,
            "claim-needs-years",
            number = years,
            growth = format.signed_percent(growth, 1),
            base = self.words.number(base.value),
            from = format.year(base.fiscal_year)
        )];
        let whole = || situation.totals.iter().filter(|total| total.months == 12);
        let grown = |total: &FiscalYearTotal| Some((total.fiscal_year, total.growth_percent?));
        let as_fast = whole().filter_map(grown).rfind(|(_, known)| *known >= growth);
        let best = whole().filter_map(grown).max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((last, known)) = as_fast.or(best) {
            let is_reached = as_fast.is_some();
            let (last, known) = (format.year(last), format.signed_percent(known, 1));
            lines.push(say!(
                words,
                match is_reached {
                    true => "claim-last-year-so-fast",
                    false => "claim-no-year-so-fast",
                },
                year = last,
                growth = known
            ));
        }
        lines
    }
}
