//! From what lies ahead to its report.

use hadaf_core::{Claim, Decimal, Intervals, Month, Sample};
use hadaf_forecast::tested;
use hadaf_model::outlook::{HolidayEffect, LastingStep, UnusualMonths};
use hadaf_model::{Situation, YearAhead, open_claims};
use hadaf_words::{Format, Page, beside_total, holiday_effects, tested_note, unusual_months};

use crate::year_range::YearRange;

use super::{
    Ahead, ForecastClaim, ForecastHoliday, ForecastMonth, ForecastOutcomes, ForecastReach, ForecastRecord,
    ForecastSectors, ForecastShift, ForecastTested, ForecastUnusual, ForecastYear, SeriesForecast,
};

impl SeriesForecast {
    /// What lies ahead, with the chance of each of some amounts in each year. `record` is the sentence on past chances,
    /// without which no chance stands.
    pub fn of(
        ahead: &Ahead<'_>,
        amounts: &[Decimal],
        record: String,
        backtest: Option<ForecastRecord>,
        format: Format,
    ) -> Self {
        let (situation, outlook) = (ahead.situation, ahead.outlook);
        let years = ahead.years.iter();
        Self {
            series: situation.series.id.clone(),
            title: situation.series.title.clone(),
            unit: situation.series.unit,
            method: outlook.forecast.method().into(),
            scenario: ahead.scenario.map(str::to_owned),
            as_of: situation.as_of.past(),
            known_to: outlook.first.prev(),
            known_months: outlook.known_months,
            paths: outlook.paths().count(),
            seed: outlook.seed,
            horizon: ahead.months.iter().map(month).collect(),
            claims: years.clone().flat_map(|year| claims(situation, year)).collect(),
            reach: years.clone().flat_map(|year| reach(situation, year, amounts)).collect(),
            fiscal_years: years.map(|year| total(Page::new(situation, format), year)).collect(),
            unusual_months: outlook.unusual(situation).iter().map(unusual).collect(),
            level_shifts: outlook.lasting_steps(situation).iter().map(step).collect(),
            holidays: outlook.holiday_effects().iter().map(holiday).collect(),
            holiday_words: holiday_effects(Page::new(situation, format), outlook),
            unusual_words: unusual_months(situation, outlook, format),
            tested: tested(outlook.known_months, ahead.months.len())
                .iter()
                .map(ForecastTested::of)
                .collect(),
            tested_words: tested_note(outlook, ahead.months.len(), format),
            beside_total: outlook.is_beside_total,
            beside_words: beside_total(Page::new(situation, format), outlook),
            sectors: ahead
                .sectors
                .as_ref()
                .map(|sectors| ForecastSectors::of(situation, sectors, format)),
            record,
            backtest,
        }
    }
}

fn unusual(months: &UnusualMonths) -> ForecastUnusual {
    ForecastUnusual {
        first: months.first,
        last: months.last,
        ratio: months.size.ratio(),
        step: months.size.step(),
        may_last: months.lasting > 0.0,
        taken_as_lasting: months.lasting,
        disruptions: months.disruptions.iter().map(|disruption| disruption.id).collect(),
    }
}

fn holiday(holiday: &HolidayEffect) -> ForecastHoliday {
    let effect = holiday.effect;
    ForecastHoliday {
        feasts: holiday.feasts.iter().map(|feast| feast.id.as_str()).collect(),
        counted: effect.kept,
        ratio: effect.ratio,
        step: effect.step,
        standard_error: effect.error,
    }
}

fn step(step: &LastingStep) -> ForecastShift {
    ForecastShift {
        from: step.from,
        ratio: step.size.ratio(),
        step: step.size.step(),
        disruptions: step.disruptions.iter().map(|disruption| disruption.id).collect(),
    }
}

fn month((period, at): &(Month, Intervals)) -> ForecastMonth {
    ForecastMonth {
        period: *period,
        mean: at.median,
        lo50: at.p50.low,
        hi50: at.p50.high,
        lo80: at.p80.low,
        hi80: at.p80.high,
        lo95: at.p95.low,
        hi95: at.p95.high,
    }
}

fn total(page: Page<'_>, (year, totals): &(&YearAhead, Sample)) -> ForecastYear {
    let missing = u8::try_from(year.missing.len()).expect("a year has twelve months");
    ForecastYear {
        fiscal_year: year.year,
        range: YearRange::of(totals),
        known: year.known,
        close_percent: year.close_percent,
        months_known: year.months_known,
        months_beyond: year.beyond.iter().map(|(month, _)| *month).collect(),
        hole: page.hole(year.year),
        months_forecast: missing,
        year_over: page.situation.is_over(year.year),
    }
}

/// The chance of each claim that stands about a year and counts in the series' money.
fn claims(situation: &Situation<'_>, (year, totals): &(&YearAhead, Sample)) -> Vec<ForecastClaim> {
    let open = open_claims(situation, year.year).into_iter();
    open.map(|claim| claim_of(situation, (*year, totals), claim)).collect()
}

/// The chance of a claim about a year, whose amount is given, by some totals of the year.
pub(super) fn claim_of(
    situation: &Situation<'_>,
    (year, totals): (&YearAhead, &Sample),
    (claim, value): (&Claim, Decimal),
) -> ForecastClaim {
    let reached = situation.reached(claim, year.year);
    let outcomes = year.outcomes_of(totals, situation.series, (claim, value));
    ForecastClaim {
        id: claim.id.clone(),
        probability: outcomes.met,
        outcomes: ForecastOutcomes::of(outcomes),
        fiscal_year: year.year,
        kind: claim.kind,
        is_reached: reached.is_some(),
        reached: reached.and_then(|it| it.period?.as_month()),
        value,
        value_high: situation.high_end(claim),
    }
}

/// The chance of each amount in a year.
fn reach(situation: &Situation<'_>, (year, totals): &(&YearAhead, Sample), amounts: &[Decimal]) -> Vec<ForecastReach> {
    let chance = |amount: &Decimal| {
        let reached = situation.reached_amount(*amount, year.year);
        ForecastReach {
            fiscal_year: year.year,
            amount: *amount,
            probability: year.chance_in(totals, amount.to_f64()),
            outcomes: ForecastOutcomes::of(year.outcomes_in(totals, amount.to_f64())),
            is_reached: reached.is_some(),
            reached: reached.and_then(|it| it.period?.as_month()),
        }
    };
    amounts.iter().map(chance).collect()
}
