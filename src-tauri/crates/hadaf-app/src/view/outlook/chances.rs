//! The chance of each open claim, and what stands beside it: what it needs, how often that has happened, on which
//! conditions it was said, and who says otherwise.

use hadaf_core::{Claim, ClaimKind, Decimal, FiscalYear, Pace};
use hadaf_error::Result;
use hadaf_model::{Outlook, YearAhead, open_claims};
use hadaf_picture::{HistoryRequest, history_of_claim};
use hadaf_words::{
    ChanceView, Keyword, MonthNames, Page, chance_or_reached, claim_amount, outcomes_rest, reached_words, said, say,
    say_of,
};
use serde::Serialize;
use ts_rs::TS;

/// From this change on, percent, growth is told as "so many times".
const TIMES_FROM: f64 = 200.0;

/// One open claim and its chance.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimChance {
    /// Claim id.
    pub id: String,
    /// "5,200", in the series' unit.
    pub amount: String,
    /// "FY2026".
    pub fiscal_year: String,
    /// What kind.
    pub kind: Keyword<ClaimKind>,
    /// "Target" and the like.
    pub kind_words: String,
    /// Who said it.
    pub maker: String,
    /// When, in words.
    pub said: String,
    /// Said by or for a government office.
    pub official: bool,
    /// How likely it is to be met.
    pub chance: ChanceView,
    /// The rest of the whole: "21 too close to call, 20 missed"; may be empty.
    pub rest: String,
    /// What it needs, and how often that has happened: "March to June +15 %: reached in 2 of 8 past years".
    pub evidence: String,
    /// On which conditions it was said; may be empty.
    pub conditions: String,
    /// Another number was said for the same year, in words; may be empty.
    pub disagrees: String,
    /// Whose history F2 opens.
    pub history: Option<HistoryRequest>,
}

/// The claims that are open, beside what is forecast.
pub(super) struct Chances<'a> {
    pub(super) page: Page<'a>,
    pub(super) outlook: &'a Outlook,
}

impl Chances<'_> {
    /// Year by year from the current one, in each the largest amount first.
    pub(super) fn claims(&self) -> Result<Vec<ClaimChance>> {
        let mut claims = Vec::new();
        for year in self.outlook.years() {
            let mut open = open_claims(self.page.situation, year.year);
            open.sort_by(|left, right| right.1.cmp_value(left.1));
            for (claim, amount) in &open {
                claims.push(self.claim(year, claim, *amount, &open)?);
            }
        }
        Ok(claims)
    }

    /// Which years the chances speak of.
    pub(super) fn note(&self, claims: &[ClaimChance]) -> String {
        let format = self.page.format;
        let Some(year) = self.outlook.years().first() else {
            return String::new();
        };
        let known = usize::from(year.months_known);
        let note = say!(
            self.page.words(),
            "outlook-claims-note",
            number = known,
            count = format.count_word(known),
        );
        let is_far = |claim: &ClaimChance| claim.fiscal_year != format.year(year.year);
        if claims.iter().any(is_far) {
            return format!("{note} {}", say!(self.page.words(), "outlook-claims-far"));
        }
        note
    }

    fn claim(
        &self,
        year: &YearAhead,
        claim: &Claim,
        amount: Decimal,
        open: &[(&Claim, Decimal)],
    ) -> Result<ClaimChance> {
        let Page { situation, format } = self.page;
        let reached = situation.reached(claim, year.year);
        let outcomes = year.outcomes_of(&year.totals, situation.series, (claim, amount));
        let rest = outcomes_rest(format, &outcomes);
        Ok(ClaimChance {
            id: claim.id.to_string(),
            amount: claim_amount(format, claim, amount, situation.series.unit),
            fiscal_year: format.year(year.year),
            kind: claim.kind.into(),
            kind_words: self.kind(claim, year.year),
            maker: claim.maker.clone(),
            said: said(format, claim),
            official: claim.official,
            rest: rest.filter(|_| reached.is_none()).unwrap_or_default(),
            chance: chance_or_reached(format, reached, || outcomes.met),
            evidence: match situation.pace_of(claim, year.year)? {
                // A range is not reached before its year is over, and what it asks is no least growth.
                Some(pace) if pace.reached.is_some() && reached.is_none() => String::new(),
                Some(pace) => self.of_months(&pace)?,
                None => self.of_years(year.year, amount)?,
            },
            conditions: claim.conditions.clone(),
            disagrees: self.disagrees(claim, amount, open),
            history: Some(history_of_claim(situation, claim)),
        })
    }

    /// "Target", "Projection for FY2030, unofficial, low end".
    fn kind(&self, claim: &Claim, year: FiscalYear) -> String {
        let words = self.page.words();
        let kind = say_of!(words, "kind-{}", ClaimKind, claim.kind);
        let in_hand = self.outlook.years().first().map(|first| first.year);
        let mut title = vec![match in_hand == Some(year) {
            true => kind,
            false => say!(words, "kind-for", kind = kind, year = self.page.format.year(year)),
        }];
        if !claim.official {
            title.push(say!(words, "claim-unofficial"));
        }
        title.join(", ")
    }

    /// "March to June +15 %: reached in 2 of 8 past years".
    fn of_months(&self, pace: &Pace) -> Result<String> {
        let format = self.page.format;
        let words = format.words;
        if let Some(reached) = pace.reached {
            return Ok(reached_words(format, reached, MonthNames::Long));
        }
        let Some(needed) = pace.needed_growth_percent else {
            return Ok(String::new());
        };
        let span = self.page.left(pace);
        let asks = match needed >= TIMES_FROM {
            true => {
                let times = format.rounded(1.0 + needed / 100.0, 1);
                say!(words, "chance-evidence-times", span = span, times = times)
            }
            false => format!("{span} {}", format.signed_percent(needed, 0)),
        };
        let asks = self.page.with_unlike(asks, pace.left.clone());
        // The same months of each past year: windows that overlap would count one good run many times.
        let past = pace.past_growth.iter().map(|past| past.growth_percent);
        Ok(self.reached(&asks, past, needed))
    }

    /// "+47 % a year on FY2025 for four years: reached in 0 of 6 past years".
    fn of_years(&self, year: FiscalYear, amount: Decimal) -> Result<String> {
        let Page { situation, format } = self.page;
        let Some(base) = situation.last_full().filter(|base| base.fiscal_year < year) else {
            return Ok(String::new());
        };
        let years = i32::from(year.year() - base.fiscal_year.year());
        let times = |from: f64, to: f64| (from > 0.0 && to > 0.0).then(|| to / from);
        let Some(needed) = times(base.value.to_f64(), amount.to_f64()) else {
            return Ok(String::new());
        };
        let asks = say!(
            self.page.words(),
            "chance-evidence-years",
            growth = format.signed_percent((a_year(needed, years) - 1.0) * 100.0, 0),
            base = format.year(base.fiscal_year),
            number = years,
            count = format.count_word(usize::try_from(years).expect("its base is earlier")),
        );
        // Of each past year by which it had ended, and not of any twelve months: these overlap.
        let whole = || situation.totals.iter().filter(|total| total.months == 12);
        let of_year = |year: FiscalYear| whole().find(|total| total.fiscal_year == year);
        let span = i16::try_from(years).expect("a few years");
        let past = whole().filter_map(|end| {
            let start = of_year(end.fiscal_year.plus(-span))?;
            times(start.value.to_f64(), end.value.to_f64())
        });
        Ok(self.reached(&asks, past, needed))
    }

    /// What is asked, and in how many past years it was reached.
    fn reached(&self, asks: &str, past: impl Iterator<Item = f64>, needed: f64) -> String {
        let past: Vec<f64> = past.collect();
        let reached = past.iter().filter(|growth| **growth >= needed).count();
        say!(
            self.page.words(),
            "chance-evidence",
            asks = asks,
            reached = reached,
            windows = past.len()
        )
    }

    /// Who named another number officially for the same year.
    fn disagrees(&self, claim: &Claim, amount: Decimal, open: &[(&Claim, Decimal)]) -> String {
        let others = open
            .iter()
            .filter(|(other, value)| claim.official && other.official && !value.same_value(amount));
        let other = |(other, value): &(&Claim, Decimal)| {
            let said = said(self.page.format, other);
            say!(
                self.page.words(),
                "chance-other",
                kind = say_of!(self.page.words(), "kind-{}", ClaimKind, other.kind).to_lowercase(),
                amount = self.page.number(*value),
                maker = other.maker.clone(),
                said = said
            )
        };
        let others: Vec<String> = others.map(other).collect();
        match others.is_empty() {
            true => String::new(),
            false => say!(self.page.words(), "chance-disagrees", others = others.join("; ")),
        }
    }
}

/// The factor of one year, when so many of them make `whole`: by halving, since roots differ between platforms.
fn a_year(whole: f64, years: i32) -> f64 {
    let (mut low, mut high) = (0.0, whole.max(1.0));
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        let made: f64 = (0..years).map(|_| middle).product();
        if made < whole {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_taken_so_many_times_makes_the_whole() {
        for (whole, years, one) in [(1.21, 2, 1.1), (8.0, 3, 2.0), (0.25, 2, 0.5), (1.5, 1, 1.5)] {
            assert!((a_year(whole, years) - one).abs() < 1e-12, "{whole} {years}");
        }
    }
}
