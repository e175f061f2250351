//! A claim spread over the months of its year.

use serde::{Deserialize, Serialize};

use crate::{Adding, FiscalCalendar, FiscalYear, Frequency, Month, Period, Readings};

/// How a claim is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PathMethod {
    /// The season of past years times one constant monthly growth.
    Seasonal,
    /// The same each month.
    Even,
    /// As somebody entered it.
    Entered,
}

crate::text::words!(PathMethod, { Seasonal => "seasonal", Even => "even", Entered => "entered" });

/// A claim's twelve months, which sum to it.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPath {
    /// How it was spread.
    pub method: PathMethod,
    /// The twelve months in the order of the fiscal year.
    pub months: [f64; 12],
    /// Smallest of each month over the past years alone; equal to `months` where there is no band.
    pub low: [f64; 12],
    /// Largest of each month.
    pub high: [f64; 12],
    /// Smallest running total over the past years alone.
    pub cumulative_low: [f64; 12],
    /// Largest running total to each month.
    pub cumulative_high: [f64; 12],
    /// Growth a month that the seasonal method found, percent.
    pub monthly_growth_percent: Option<f64>,
}

impl TargetPath {
    /// The season of past years times one constant monthly growth such that the year sums to `target`.
    ///
    /// A past year's shares hold its own growth too: March to June was 38.7 % of a year that grew
    /// fast and 34.7 % of one that did not. So each year's shares are freed from the constant monthly
    /// growth that leads from the year before to it, and averaged; the path starts from the level at
    /// which the last year ended. The oldest year only tells the growth of the next, unless it is the
    /// only one: then its shares are taken as they are. The band holds what each year's own season gives.
    ///
    /// Years in order, the newest last. None when there is none, or a year or the target is not above zero.
    pub fn seasonal(target: f64, past: &[[f64; 12]]) -> Option<Self> {
        let (season, seasons) = season(past)?;
        let level = level(past, &season)?;
        let (months, growth) = grown(target, level, &season)?;
        let own = |season: &[f64; 12]| grown(target, level, season).map(|(months, _)| months);
        let each: Vec<[f64; 12]> = seasons.iter().map(own).collect::<Option<_>>()?;
        let totals: Vec<[f64; 12]> = each.iter().map(running).collect();
        Some(Self {
            method: PathMethod::Seasonal,
            months,
            low: extreme(&each, f64::min),
            high: extreme(&each, f64::max),
            cumulative_low: extreme(&totals, f64::min),
            cumulative_high: extreme(&totals, f64::max),
            monthly_growth_percent: Some((growth - 1.0) * 100.0),
        })
    }

    /// A twelfth each month.
    pub fn even(target: f64) -> Self {
        Self::without_band(PathMethod::Even, [target / 12.0; 12])
    }

    /// Months as entered. None when they do not sum to `target` (to a millionth of it).
    pub fn entered(target: f64, months: [f64; 12]) -> Option<Self> {
        ((sum(&months) - target).abs() <= target.abs() * 1e-6).then(|| Self::without_band(PathMethod::Entered, months))
    }

    /// The path of a year: the seasonal one over the years before it, at most `years` of them, the last of which is the
    /// preceding one, since the path begins at the level where that ended. A year that lacks months stands with its
    /// published total, the months that lack in the shares of another year. The even path where nothing is known before
    /// the year; none where something is, but not the preceding year's total: a path from further back would show
    /// somebody ahead who is behind. None too where months do not sum.
    pub fn read(
        target: f64,
        readings: &Readings,
        calendar: &FiscalCalendar,
        year: FiscalYear,
        years: u8,
    ) -> Option<Self> {
        if readings.adding() != Adding::Sum {
            return None;
        }
        let is_before = |period: Period| calendar.fiscal_year_of(period) < year;
        let to_date = readings.to_date().map(|(month, _)| Period::Month(month));
        let mut known = readings.iter().map(|(period, _)| period).chain(to_date);
        if !known.any(is_before) {
            return Some(Self::even(target));
        }
        let past = carried_years(readings, calendar, year, years);
        if past.is_empty() {
            return None;
        }
        Some(Self::seasonal(target, &past).unwrap_or_else(|| Self::even(target)))
    }

    /// Running totals of the path: the last is the claim.
    pub fn cumulative(&self) -> [f64; 12] {
        running(&self.months)
    }

    /// How the actual running total stands to the path after `months` (1 to 12) months, in the unit
    /// of the claim: below zero is behind.
    pub fn gap(&self, to_date: f64, months: u8) -> f64 {
        to_date - self.cumulative()[usize::from(months.clamp(1, 12)) - 1]
    }

    /// Average a month that the path has for the months after the first `months`; none after the
    /// twelfth. What is needed now less this is how far the year has slipped.
    pub fn level_after(&self, months: u8) -> Option<f64> {
        let rest = self.months.get(usize::from(months)..).filter(|rest| !rest.is_empty())?;
        Some(rest.iter().sum::<f64>() / rest.len() as f64)
    }

    fn without_band(method: PathMethod, months: [f64; 12]) -> Self {
        let total = running(&months);
        Self {
            method,
            months,
            low: months,
            high: months,
            cumulative_low: total,
            cumulative_high: total,
            monthly_growth_percent: None,
        }
    }
}

/// The unbroken run of years up to the one before `year` whose totals are known, at most `count` of them, each in twelve
/// months: its own, and where some lack the rest of its published total in the shares that these have in the nearest
/// year whose months are all known, or even shares without one.
fn carried_years(readings: &Readings, calendar: &FiscalCalendar, year: FiscalYear, count: u8) -> Vec<[f64; 12]> {
    let value = |month: Month| {
        let of_quarter = || Some(readings.get(calendar.quarter_of(month))?.value.to_f64() / 3.0);
        readings.get(month).map(|it| it.value.to_f64()).or_else(of_quarter)
    };
    let of = |back: i16| calendar.months_of(year.plus(-back)).map(value);
    let whole = |months: [Option<f64>; 12]| {
        let is_whole = months.iter().all(Option::is_some);
        is_whole.then(|| months.map(|month| month.unwrap_or(0.0)))
    };
    let count = i16::from(count);
    let shape = (1..=count).find_map(|back| whole(of(back))).unwrap_or([1.0; 12]);
    let carried = |back: i16| {
        let months = of(back);
        if let Some(whole) = whole(months) {
            return Some(whole);
        }
        let total = readings
            .get(year.plus(-back))
            .filter(|annual| !annual.derived)?
            .value
            .to_f64();
        let rest = total - months.iter().flatten().sum::<f64>();
        let lacks = |place: usize| months[place].is_none();
        let shares: f64 = (0..12).filter(|place| lacks(*place)).map(|place| shape[place]).sum();
        let fill = |place: usize| months[place].unwrap_or(rest * shape[place] / shares);
        (rest > 0.0 && shares > 0.0).then(|| std::array::from_fn(fill))
    };
    let mut past: Vec<[f64; 12]> = (1..=count).map_while(carried).collect();
    past.reverse();
    past
}

/// The newest unbroken run of years before `year` whose twelve months all have a number (calculated
/// ones included), in order, at most `count` of them. A month of a series of quarters has a third of its quarter.
pub fn past_years(
    readings: &Readings,
    calendar: &FiscalCalendar,
    year: FiscalYear,
    count: u8,
) -> Vec<(FiscalYear, [f64; 12])> {
    let starts = readings.own().map(|(period, _)| calendar.start_of(period));
    let Some(oldest) = starts.min().filter(|_| readings.every() != Frequency::FiscalYear) else {
        return Vec::new();
    };
    let each = f64::from(readings.every().months());
    let complete = |year: FiscalYear| {
        let mut values = [0.0; 12];
        for (value, month) in values.iter_mut().zip(calendar.months_of(year)) {
            *value = readings
                .get(calendar.period_of(month, readings.every()))?
                .value
                .to_f64()
                / each;
        }
        Some((year, values))
    };
    let span = year.year() - calendar.year_of(oldest).year();
    let read = (1..=span).map(|back| complete(year.plus(-back)));
    let run = read
        .skip_while(Option::is_none)
        .map_while(|year| year)
        .take(usize::from(count));
    let mut past: Vec<_> = run.collect();
    past.reverse();
    past
}

/// Where a year lands when its months so far have the share that they had in past years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Landing {
    /// With the average share.
    pub central: f64,
    /// With the largest share of any of them.
    pub low: f64,
    /// With the smallest share of any of them.
    pub high: f64,
}

impl Landing {
    /// From the total of the first `months` (1 to 12) months and the past years' months. None without past years.
    pub fn read(to_date: f64, months: u8, past: &[[f64; 12]]) -> Option<Self> {
        let index = usize::from(months.clamp(1, 12)) - 1;
        let shares: Vec<f64> = past
            .iter()
            .map(|year| shares_of(year).map(|shares| running(&shares)[index]))
            .collect::<Option<_>>()?;
        let mean = shares.iter().sum::<f64>() / shares.len() as f64;
        let low = shares.iter().copied().fold(f64::MAX, f64::min);
        let high = shares.iter().copied().fold(0.0, f64::max);
        (!shares.is_empty() && low > 0.0).then(|| Self {
            central: to_date / mean,
            low: to_date / high,
            high: to_date / low,
        })
    }
}

fn sum(months: &[f64; 12]) -> f64 {
    months.iter().sum()
}

fn running(months: &[f64; 12]) -> [f64; 12] {
    let mut total = 0.0;
    months.map(|month| {
        total += month;
        total
    })
}

fn shares_of(months: &[f64; 12]) -> Option<[f64; 12]> {
    let total = sum(months);
    (total > 0.0 && total.is_finite()).then(|| months.map(|month| month / total))
}

fn extreme(years: &[[f64; 12]], pick: fn(f64, f64) -> f64) -> [f64; 12] {
    let of = |month: usize| years.iter().map(|year| year[month]).reduce(pick);
    std::array::from_fn(|month| of(month).expect("a season comes of at least one year"))
}

/// The average season of past years, and that of each.
fn season(past: &[[f64; 12]]) -> Option<([f64; 12], Vec<[f64; 12]>)> {
    let freed = |pair: &[[f64; 12]]| {
        let growth = monthly_growth(&pair[0], &pair[1])?;
        shares_of(&over_growth(&pair[1], growth))
    };
    let each: Vec<[f64; 12]> = match past {
        [only] => vec![shares_of(only)?],
        _ => past.windows(2).map(freed).collect::<Option<_>>()?,
    };
    let count = each.len() as f64;
    let mean = std::array::from_fn(|month| each.iter().map(|year| year[month]).sum::<f64>() / count);
    (!each.is_empty()).then_some((mean, each))
}

/// The yearly level at which the last of the past years ended.
fn level(past: &[[f64; 12]], season: &[f64; 12]) -> Option<f64> {
    let (last, growth) = match past {
        [] => return None,
        [only] => (only, 1.0),
        [.., before, last] => (last, monthly_growth(before, last)?),
    };
    Some(sum(last) / sum(&along_growth(season, growth)) * along_growth(&[1.0; 12], growth)[11])
}

/// The constant monthly growth that leads from one year's total to the next one's.
fn monthly_growth(before: &[f64; 12], year: &[f64; 12]) -> Option<f64> {
    let ratio = sum(year) / sum(before);
    (ratio > 0.0 && ratio.is_finite())
        .then(|| solve(ratio, |growth| along_growth(&[1.0; 12], growth)[11]))
        .flatten()
}

/// Each month times `growth` as often as months have passed.
fn along_growth(months: &[f64; 12], growth: f64) -> [f64; 12] {
    let mut factor = 1.0;
    months.map(|month| {
        factor *= growth;
        month * factor
    })
}

fn over_growth(months: &[f64; 12], growth: f64) -> [f64; 12] {
    along_growth(months, 1.0 / growth)
}

/// `level x season x growth^(month + 1)` with the growth that makes the sum `target`, and that growth.
fn grown(target: f64, level: f64, season: &[f64; 12]) -> Option<([f64; 12], f64)> {
    if !(target > 0.0 && target.is_finite() && level > 0.0) {
        return None;
    }
    let growth = solve(target / level, |growth| sum(&along_growth(season, growth)))?;
    let found = along_growth(season, growth);
    let exact = target / sum(&found);
    Some((found.map(|month| month * exact), growth))
}

/// Where a function that rises from nothing reaches `wanted`. Halves an interval: multiplication and
/// comparison only, so the result is the same on every platform.
fn solve(wanted: f64, rising: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut low, mut high) = (0.0, 1.0);
    while rising(high) < wanted {
        if high > 1e6 {
            return None;
        }
        (low, high) = (high, high * 2.0);
    }
    for _ in 0..100 {
        let middle = (low + high) / 2.0;
        if rising(middle) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(high)
}
