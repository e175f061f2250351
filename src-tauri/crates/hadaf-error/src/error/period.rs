//! What is said of a text that is no period.

use hadaf_core::{NoPeriod, Period, PeriodError, PeriodOption};
use hadaf_words::{Detail, Format, Sentence, sentence};

use super::foreign::quoted;
use super::{AppError, Code};
use crate::refusal;

impl From<PeriodError> for AppError {
    fn from(error: PeriodError) -> Self {
        match error {
            PeriodError::Empty => refusal!(Code::Period, "period-empty"),
            PeriodError::Ambiguous { text, options } => ambiguous(&text, &options),
            PeriodError::Impossible { text, reason } => {
                let reason = no_period(reason);
                refusal!(Code::Period, "period-impossible", text = quoted(&text), reason = reason)
            }
            PeriodError::Unknown { text } => refusal!(Code::Period, "period-unknown", text = quoted(&text)),
        }
    }
}

fn ambiguous(text: &str, options: &[PeriodOption]) -> AppError {
    let text = quoted(text);
    match *options {
        [PeriodOption::Day { day, month }] => {
            refusal!(Code::Period, "period-day", text = text, day = day_of(day, month))
        }
        [PeriodOption::Period(period)] => refusal!(
            Code::Period,
            "period-perhaps",
            text = text,
            period = period,
            written = period.to_string()
        ),
        [
            PeriodOption::Period(period @ Period::Month(_)),
            PeriodOption::Day { day, month },
        ] => refusal!(
            Code::Period,
            "period-day-or-month",
            text = text,
            month = period,
            written = period.to_string(),
            day = day_of(day, month)
        ),
        _ => {
            let either = options.iter().map(option).reduce(|first, second| {
                let both = sentence!("", "either-or", first = first, second = second);
                both.into()
            });
            let options = either.unwrap_or_else(|| Detail::Text(String::new()));
            refusal!(Code::Period, "period-ambiguous", text = text, options = options)
        }
    }
}

/// One of the things that a text can mean, as it should be written.
fn option(option: &PeriodOption) -> Detail {
    match *option {
        PeriodOption::Period(period) => Detail::Text(period.to_string()),
        PeriodOption::Year { year, first, last } => sentence!(
            "",
            "period-option-year",
            year = year.to_string(),
            first = first,
            last = last
        )
        .into(),
        PeriodOption::FiscalQuarter(quarter) => {
            sentence!("", "period-option-fiscal", quarter = quarter.to_string()).into()
        }
        PeriodOption::CalendarQuarter(quarter) => {
            sentence!("", "period-option-calendar", quarter = quarter.to_string()).into()
        }
        PeriodOption::CalendarMonths(first) => sentence!("", "period-option-months", first = first).into(),
        PeriodOption::Day { day, month } => sentence!("", "period-option-day", day = day_of(day, month)).into(),
    }
}

/// "25 July".
fn day_of(day: u8, month: u8) -> Sentence {
    let month = Format::month_message(month);
    sentence!("", "day-and-month", day = day.to_string(), month = month)
}

/// Why there is no such period, as a part of a sentence.
fn no_period(reason: NoPeriod) -> Sentence {
    match reason {
        NoPeriod::HalfYear => sentence!("", "no-period-half-year"),
        NoPeriod::YearEnd => sentence!("", "no-period-year-end"),
        NoPeriod::Year => sentence!("", "no-period-year"),
        NoPeriod::YearDigits => sentence!("", "no-period-year-digits"),
        NoPeriod::WithoutYear => sentence!("", "no-period-without-year"),
        NoPeriod::Quarter => sentence!("", "no-period-quarter"),
        NoPeriod::Month(number) => sentence!("", "no-period-month", number = number.to_string()),
        NoPeriod::SecondNumber => sentence!("", "no-period-second-number"),
        NoPeriod::YearsApart => sentence!("", "no-period-years-apart"),
        NoPeriod::OneYear => sentence!("", "no-period-one-year"),
        NoPeriod::CalendarYear => sentence!("", "no-period-calendar-year"),
        NoPeriod::Day => sentence!("", "no-period-day"),
        NoPeriod::DayInside => sentence!("", "no-period-day-inside"),
        NoPeriod::Backwards => sentence!("", "no-period-backwards"),
        NoPeriod::SoFar { count, first, last } => {
            sentence!("", "no-period-so-far", count = count, first = first, last = last)
        }
        NoPeriod::Months(count) => sentence!("", "no-period-months", count = count),
    }
}

#[cfg(test)]
mod tests {
    use hadaf_core::FiscalCalendar;

    use super::*;

    #[test]
    fn a_text_that_may_be_a_day_or_a_month_is_told_with_both() {
        let july = FiscalCalendar::new(7).unwrap();
        let told = |text: &str| {
            let error = AppError::from(Period::parse(text, &july).unwrap_err());
            let view = error.view(Format::of("en"));
            (view.message, view.hint.unwrap())
        };
        for (text, message, hint) in [
            (
                "25-Jul",
                "\"25-Jul\" can be July 2025 or 25 July of a year that is not written",
                "Write 2025-07 for July 2025; for a day, write the month in which it lies, with its year",
            ),
            (
                "5-Jul",
                "\"5-Jul\" is 5 July of a year that is not written",
                "Write the month in which it lies, with its year, such as 2025-07",
            ),
            ("45-Jul", "\"45-Jul\" may be July 2045", "Write 2045-07 if it is"),
            (
                "07/08",
                "\"07/08\" can mean more than one period",
                "Write 2008-07 or 2007-08 or FY2008",
            ),
            (
                "2025",
                "\"2025\" can mean more than one period",
                "Write FY2025 (July 2024 to June 2025) or FY2026 (July 2025 to June 2026)",
            ),
        ] {
            assert_eq!(told(text), (message.into(), hint.into()), "{text}");
        }
        let (message, hint) = told("2026-13");
        assert_eq!(message, "\"2026-13\" is no period: the second number is neither a month nor the next year");
        assert!(hint.starts_with("Write a month as 2025-07"), "{hint}");
    }
}
