//! Doubts about a figure, in words with the numbers that raise them.

use hadaf_core::{Decimal, Doubt, FiscalCalendar, FiscalYear, Period, Scale, Series, Status, SumOf, Unit};
use hadaf_model::{Book, Effect, Entering, Step, entering_doubts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Format, MonthNames, published_day};

/// Why a figure may not have been meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DoubtView {
    /// A stable word: `power_of_ten`, `too_large`, zero, negative, break, `off_pattern`, `above_whole`, `below_part`,
    /// `below_months`, `above_months`, `partial_sum`, `above_year`, `months_above_year`, `months_below_year`, `far_year`,
    /// `month_or_year`, `revised_before`.
    pub kind: String,
    /// Series id.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// In sentences, with the numbers.
    pub message: String,
    /// What may have been meant; null where the doubt does not say.
    pub instead: Option<Instead>,
}

/// A figure that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Instead {
    /// Exact.
    pub value: String,
    /// Formatted.
    pub text: String,
}

/// The doubts about each of some figures that are about to be entered together, in their order.
///
/// # Errors
/// As [`entering_doubts`].
///
/// # Panics
/// As [`entering_doubts`].
pub fn doubt_views(format: Format, book: &Book, entering: &[Entering]) -> hadaf_model::Result<Vec<Vec<DoubtView>>> {
    let found = entering_doubts(book, entering)?;
    let of = |(figure, doubts): (&Entering, Vec<Doubt>)| {
        if doubts.is_empty() {
            return Vec::new();
        }
        // A series that is not there is refused where the figure is entered.
        let series = book.series(figure.series.as_str()).ok();
        let view = |doubt| Some(doubt_view(format, book.calendar(), series?, figure, doubt));
        doubts.iter().filter_map(view).collect()
    };
    Ok(entering.iter().zip(found).map(of).collect())
}

fn doubt_view(
    format: Format,
    calendar: &FiscalCalendar,
    series: &Series,
    figure: &Entering,
    doubt: &Doubt,
) -> DoubtView {
    let instead = doubt.instead_of(figure.value).map(|value| Instead {
        value: value.to_string(),
        text: format.exact(value),
    });
    DoubtView {
        kind: doubt.code().into(),
        series: series.id.to_string(),
        period: figure.period.to_string(),
        message: doubt_text(format, calendar, series, (figure.period, figure.value), doubt),
        instead,
    }
}

/// The doubt that what is entered as a revision is dated before the figure that it can but revise.
pub fn revised_before(format: Format, step: &Step) -> Option<DoubtView> {
    let draft = &step.draft;
    let (Effect::RevisesLater(standing) | Effect::Beside(standing)) = &step.effect else {
        return None;
    };
    let is_before = standing.is_later && draft.status == Some(Status::Revised);
    is_before.then(|| DoubtView {
        kind: "revised_before".into(),
        series: draft.series.to_string(),
        period: draft.period.to_string(),
        message: say!(
            format.words,
            "doubt-revised-before",
            value = format.exact(draft.value),
            current = format.exact(standing.value),
            day = published_day(format, &standing.published)
        ),
        instead: None,
    })
}

/// The doubt that a text was read as a month, 2010-11 as November 2010, where the series has figures for fiscal years alone
/// and `year` may be meant.
///
/// # Panics
/// As [`Book::is_yearly`].
pub fn month_or_year(
    format: Format,
    book: &Book,
    figure: &Entering,
    year: FiscalYear,
    text: &str,
) -> Option<DoubtView> {
    let month = figure.period.as_month()?;
    let series = book.series(figure.series.as_str()).ok()?;
    book.is_yearly(series).then(|| DoubtView {
        kind: "month_or_year".into(),
        series: series.id.to_string(),
        period: month.to_string(),
        message: say!(
            format.words,
            "doubt-month-or-year",
            text = text.trim(),
            month = format.month(month),
            year = format.year(year)
        ),
        instead: None,
    })
}

/// The months of a quarter or a year, which its name alone does not tell everybody: "FY2026: July 2025 to June 2026". None
/// of a month.
pub fn period_span(format: Format, calendar: &FiscalCalendar, period: Period) -> Option<String> {
    if period.as_month().is_some() {
        return None;
    }
    let months = format.span_of(&calendar.months_in(period), MonthNames::Dated);
    let name = format.period(period);
    Some(say!(format.words, "period-span", period = name, months = months))
}

/// "July 2025 to March 2026": the first months, or quarters, of a period.
fn first_of(format: Format, calendar: &FiscalCalendar, period: Period, count: usize, of: SumOf) -> String {
    let months = match of {
        SumOf::Months => count,
        SumOf::Quarters => 3 * count,
    };
    let all = calendar.months_in(period);
    format.span_of(&all[..months.min(all.len())], MonthNames::Dated)
}

/// That a year, or a quarter, is less or more than the sum of what it is made of.
fn beside_sum(format: Format, figure: String, sum: Decimal, of: SumOf, is_below: bool) -> String {
    let (words, sum, of) = (format.words, format.exact(sum), of.as_str());
    match is_below {
        true => say!(words, "doubt-below-months", value = figure, sum = sum, of = of),
        false => say!(words, "doubt-above-months", value = figure, sum = sum, of = of),
    }
}

/// That with a figure the months, or quarters, of its year are more or less than the year.
fn beside_year(format: Format, name: String, (sum, year): (Decimal, Decimal), of: SumOf, is_above: bool) -> String {
    let (words, sum, year, of) = (format.words, format.exact(sum), format.exact(year), of.as_str());
    match is_above {
        true => say!(
            words,
            "doubt-months-above-year",
            of = of,
            name = name,
            sum = sum,
            year = year
        ),
        false => say!(
            words,
            "doubt-months-below-year",
            of = of,
            name = name,
            sum = sum,
            year = year
        ),
    }
}

/// Why a figure may not have been meant, in sentences.
pub fn doubt_text(
    format: Format,
    calendar: &FiscalCalendar,
    series: &Series,
    (period, value): (Period, Decimal),
    doubt: &Doubt,
) -> String {
    let words = format.words;
    let figure = format.exact(value);
    let usual = |usual: f64| format.rounded(usual, places(usual, series.places));
    let year_name = || format.year(calendar.fiscal_year_of(period));
    match *doubt {
        Doubt::PowerOfTen { power, usual: around } => {
            let around = usual(around);
            let told = say!(
                words,
                "doubt-power",
                value = figure,
                times = times(format, power),
                usual = around
            );
            format!("{told} {}", perhaps(format, series.unit, power))
        }
        Doubt::TooLarge { power } => too_large(format, series.unit, figure, power),
        Doubt::Zero { usual: around } => say!(words, "doubt-zero", usual = usual(around)),
        Doubt::Negative { usual: around } => say!(words, "doubt-negative", value = figure, usual = usual(around)),
        Doubt::Break { times, usual: around } => {
            let is_above = times > 1.0;
            let usual = usual(around);
            let by = if is_above { times } else { 1.0 / times };
            let by = format.rounded(by, u8::from(by < 10.0));
            match is_above {
                true => say!(words, "doubt-break-above", value = figure, usual = usual, times = by),
                false => say!(words, "doubt-break-below", value = figure, usual = usual, times = by),
            }
        }
        Doubt::OffPattern { times, usual: expected } => {
            let usual = usual(expected);
            let times = format.rounded(times, if times < 1.0 { 2 } else { 1 });
            say!(words, "doubt-off-pattern", value = figure, usual = usual, times = times)
        }
        Doubt::AboveWhole { whole } => {
            say!(
                words,
                "doubt-above-whole",
                value = figure,
                whole = format.exact(whole),
                period = format.period(period)
            )
        }
        Doubt::BelowPart { part } => {
            say!(
                words,
                "doubt-below-part",
                value = figure,
                part = format.exact(part),
                period = format.period(period)
            )
        }
        Doubt::BelowMonths { sum, of } => beside_sum(format, figure, sum, of, true),
        Doubt::AboveMonths { sum, of } => beside_sum(format, figure, sum, of, false),
        Doubt::PartialSum { count, of } => say!(
            words,
            "doubt-partial-sum",
            value = figure,
            span = first_of(format, calendar, period, count, of),
            period = format.period(period)
        ),
        Doubt::MonthsAboveYear { sum, year, of } => beside_year(format, year_name(), (sum, year), of, true),
        Doubt::MonthsBelowYear { sum, year, of } => beside_year(format, year_name(), (sum, year), of, false),
        Doubt::AboveYear { year } => say!(words, "doubt-above-year", value = figure, year = format.exact(year)),
        Doubt::FarYear => say!(words, "doubt-far-year", period = format.period(period)),
    }
}

/// That some figures one after the other are in another unit: how many, by which power of ten, and what is usual there.
pub(crate) fn other_unit_text(
    format: Format,
    series: &Series,
    span: String,
    (count, power, usual): (usize, i32, f64),
) -> String {
    let told = say!(
        format.words,
        "finding-other-unit",
        span = span,
        count = count,
        times = times(format, power),
        usual = format.rounded(usual, places(usual, series.places))
    );
    format!("{told} {}", perhaps(format, series.unit, power))
}

/// Why the amount of a claim may not have been meant, in sentences; the amount in the unit of its series.
pub fn claim_doubt_text(
    format: Format,
    series: &Series,
    (period, value): (Option<Period>, Decimal),
    doubt: &Doubt,
) -> String {
    let words = format.words;
    let figure = format.exact(value);
    let usual = |usual: f64| format.rounded(usual, places(usual, series.places));
    match *doubt {
        Doubt::PowerOfTen { power, usual: around } => {
            let told = say!(
                words,
                "doubt-claim-power",
                value = figure,
                times = times(format, power),
                usual = usual(around)
            );
            format!("{told} {}", perhaps(format, series.unit, power))
        }
        Doubt::Zero { usual: around } | Doubt::Negative { usual: around } => {
            say!(words, "doubt-claim-sign", value = figure, usual = usual(around))
        }
        Doubt::TooLarge { power } => too_large(format, series.unit, figure, power),
        Doubt::FarYear => say!(
            words,
            "doubt-far-year",
            period = period.map_or_else(String::new, |period| format.period(period))
        ),
        Doubt::Break { .. }
        | Doubt::OffPattern { .. }
        | Doubt::AboveWhole { .. }
        | Doubt::BelowPart { .. }
        | Doubt::BelowMonths { .. }
        | Doubt::AboveMonths { .. }
        | Doubt::PartialSum { .. }
        | Doubt::MonthsAboveYear { .. }
        | Doubt::MonthsBelowYear { .. }
        | Doubt::AboveYear { .. } => unreachable!("a claim is held against the size of whole years alone"),
    }
}

/// What is usual is told with three digits, and no fewer places than the series is shown with.
fn places(usual: f64, shown: u8) -> u8 {
    let digits = [100.0, 10.0, 1.0, 0.1].into_iter().position(|size| usual.abs() >= size);
    let wanted = digits.map_or(4, |place| u8::try_from(place).expect("at most four"));
    wanted.max(shown)
}

/// "a thousand times", "a tenth of", "10,000 times".
fn times(format: Format, power: i32) -> String {
    let words = format.words;
    let factor = || format.exact(Decimal::new(10_i64.pow(power.unsigned_abs().min(18)), 0).expect("a power of ten"));
    match power {
        1 => say!(words, "times-ten"),
        2 => say!(words, "times-hundred"),
        3 => say!(words, "times-thousand"),
        6 => say!(words, "times-million"),
        9 => say!(words, "times-billion"),
        -1 => say!(words, "times-tenth"),
        -2 => say!(words, "times-hundredth"),
        -3 => say!(words, "times-thousandth"),
        -6 => say!(words, "times-millionth"),
        _ if power > 0 => say!(words, "times-other", factor = factor()),
        _ => say!(words, "times-part", factor = factor()),
    }
}

/// That it is more than the whole world produces.
fn too_large(format: Format, unit: Unit, figure: String, power: i32) -> String {
    let told = say!(
        format.words,
        "doubt-too-large",
        value = figure,
        unit = format.unit(unit)
    );
    format!("{told} {}", perhaps(format, unit, power))
}

/// Another unit, where the factor is one between two; else a misplaced point.
fn perhaps(format: Format, unit: Unit, power: i32) -> String {
    let words = format.words;
    let Unit::Money { currency, scale } = unit else {
        return say!(words, "doubt-perhaps-point");
    };
    let meant = i32::from(scale.power()) - power;
    let scales = [Scale::One, Scale::Thousand, Scale::Million, Scale::Billion];
    match scales.into_iter().find(|other| i32::from(other.power()) == meant) {
        Some(other) => {
            let meant = Unit::Money { currency, scale: other };
            say!(
                words,
                "doubt-perhaps-unit",
                meant = format.unit(meant),
                unit = format.unit(unit)
            )
        }
        None => say!(words, "doubt-perhaps-point"),
    }
}
