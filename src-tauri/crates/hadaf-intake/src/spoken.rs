//! What is said of files that are to be imported, in the words of the catalogue.

use hadaf_core::{Basis, Decimal, FiscalCalendar, Period, Unit, read_day};
use hadaf_import::table::{AssumedThat, LeftOut, TotalCheck, WhyLeftOut};
use hadaf_words::{Format, say};

use crate::file_reading::Asked;
use crate::wire::IntakeOutcome;

/// The question, and why it is asked.
pub(crate) fn question(format: Format, asked: &Asked) -> (String, String) {
    let words = format.words;
    match asked.kind {
        "published" => (say!(words, "intake-ask-published"), say!(words, "intake-why-published")),
        "unit" => (say!(words, "intake-ask-unit"), say!(words, "intake-why-unit")),
        "currency" => (say!(words, "intake-ask-currency"), say!(words, "intake-why-currency")),
        "year_meaning" => (
            say!(words, "intake-ask-year-meaning"),
            say!(words, "intake-why-year-meaning"),
        ),
        "month_year" => (
            say!(words, "intake-ask-month-year"),
            say!(words, "intake-why-month-year"),
        ),
        "quarter_meaning" => (
            say!(words, "intake-ask-quarter-meaning"),
            say!(words, "intake-why-quarter-meaning"),
        ),
        "date_order" => (
            say!(words, "intake-ask-date-order"),
            say!(words, "intake-why-date-order"),
        ),
        "month_or_day" => (
            say!(words, "intake-ask-month-or-day"),
            say!(words, "intake-why-month-or-day"),
        ),
        "spacing" => (say!(words, "intake-ask-spacing"), say!(words, "intake-why-spacing")),
        "period_column" => (
            say!(words, "intake-ask-period-column"),
            say!(words, "intake-why-period-column"),
        ),
        "pair_meaning" => (
            say!(words, "intake-ask-pair-meaning"),
            say!(words, "intake-why-pair-meaning"),
        ),
        "mixed_periods" => (
            say!(words, "intake-ask-mixed-periods"),
            say!(words, "intake-why-mixed-periods"),
        ),
        "decimal_comma" => (
            say!(words, "intake-ask-decimal-comma"),
            say!(words, "intake-why-decimal-comma"),
        ),
        "hidden" => (say!(words, "intake-ask-hidden"), say!(words, "intake-why-hidden")),
        "source" => (say!(words, "intake-ask-source"), say!(words, "intake-why-source")),
        "twice" => (say!(words, "intake-ask-twice"), say!(words, "intake-why-twice")),
        _ => (
            say!(words, "intake-ask-series", name = &asked.about),
            say!(words, "intake-why-series"),
        ),
    }
}

/// An answer, as it is shown.
pub(crate) fn choice(format: Format, kind: &str, value: &str, title: impl Fn(&str) -> Option<String>) -> String {
    let words = format.words;
    match (kind, value) {
        ("published", "after-each-period") => say!(words, "intake-choice-after-each-period"),
        ("published", "unknown") => say!(words, "intake-choice-unknown"),
        ("published", day) => match read_day(day) {
            Ok(day) => say!(words, "intake-choice-day", day = format.day(day)),
            Err(_) => day.to_owned(),
        },
        ("unit", unit) => unit.parse().map_or_else(|_| unit.to_owned(), |unit| format.unit(unit)),
        // A heading may be worded as any other answer is.
        ("period_column", heading) => match heading.strip_prefix("column ") {
            Some(letter) => say!(words, "intake-choice-column", letter = letter),
            None => heading.to_owned(),
        },
        ("pair_meaning", "year") => say!(words, "intake-choice-pair-year"),
        ("pair_meaning", "month") => say!(words, "intake-choice-pair-month"),
        ("mixed_periods", "both") => say!(words, "intake-choice-all-kinds"),
        ("mixed_periods", "month") => say!(words, "intake-choice-months-alone"),
        ("mixed_periods", "quarter") => say!(words, "intake-choice-quarters-alone"),
        ("mixed_periods", "fiscal_year") => say!(words, "intake-choice-years-alone"),
        (_, "year_ends") => say!(words, "intake-choice-year-ends"),
        (_, "year_begins") => say!(words, "intake-choice-year-begins"),
        (_, "calendar_year") => say!(words, "intake-choice-calendar-year"),
        (_, "calendar") => say!(words, "intake-choice-calendar"),
        (_, "fiscal") => say!(words, "intake-choice-fiscal"),
        (_, "day_first") => say!(words, "intake-choice-day-first"),
        (_, "month_first") => say!(words, "intake-choice-month-first"),
        (_, "swapped") => say!(words, "intake-choice-swapped"),
        (_, "as_it_stands") => say!(words, "intake-choice-as-it-stands"),
        (_, "month_of_year") => say!(words, "intake-choice-month-of-year"),
        ("month_or_day", "day") => say!(words, "intake-choice-day-of-month"),
        ("spacing", "month") => say!(words, "intake-choice-spacing-month"),
        ("spacing", "quarter") => say!(words, "intake-choice-spacing-quarter"),
        ("spacing", "year") => say!(words, "intake-choice-spacing-year"),
        (_, "thousands") => say!(words, "intake-choice-thousands"),
        (_, "decimals") => say!(words, "intake-choice-decimals"),
        ("hidden", "take") => say!(words, "intake-choice-take"),
        (_, "leave_out") => say!(words, "intake-choice-leave-out"),
        ("twice", "both") => say!(words, "intake-choice-both"),
        ("twice", "first") => say!(words, "intake-choice-first"),
        ("twice", "last") => say!(words, "intake-choice-last"),
        ("series", "new") => say!(words, "intake-choice-new"),
        ("series", id) => title(id).unwrap_or_else(|| id.to_owned()),
        (_, other) => other.to_owned(),
    }
}

/// Why something was not taken.
pub(crate) fn why_left_out(format: Format, left_out: &LeftOut) -> String {
    let words = format.words;
    match left_out.why {
        WhyLeftOut::Missing => say!(words, "intake-left-missing"),
        WhyLeftOut::Title => say!(words, "intake-left-title"),
        WhyLeftOut::Note => say!(words, "intake-left-note"),
        WhyLeftOut::Change => say!(words, "intake-left-change"),
        WhyLeftOut::FormulaError => say!(words, "intake-left-formula-error"),
        WhyLeftOut::Hidden => say!(words, "intake-left-hidden"),
        WhyLeftOut::NoFigure => say!(words, "intake-left-no-figure"),
        WhyLeftOut::OtherColumn => say!(words, "intake-left-other-column"),
        WhyLeftOut::OtherKind => say!(words, "intake-left-other-kind"),
        WhyLeftOut::NoPeriod => say!(words, "intake-left-no-period"),
        WhyLeftOut::NoNumber => say!(words, "intake-left-no-number"),
        WhyLeftOut::OtherPeriod => say!(words, "intake-left-other-period"),
        WhyLeftOut::Repeated => say!(words, "intake-left-repeated"),
        WhyLeftOut::NoTable => say!(words, "intake-left-no-table"),
    }
}

/// What was assumed.
pub(crate) fn assumed(format: Format, that: &AssumedThat) -> String {
    let words = format.words;
    match that {
        AssumedThat::DecimalComma => say!(words, "intake-assumed-decimal-comma"),
        AssumedThat::CommaThousands => say!(words, "intake-assumed-comma-thousands"),
        AssumedThat::DayFirst => say!(words, "intake-assumed-day-first"),
        AssumedThat::MonthFirst => say!(words, "intake-assumed-month-first"),
        AssumedThat::FiscalYearStarts(month) => {
            let name = format.month_names().get(usize::from(*month) - 1).cloned();
            say!(words, "intake-assumed-fiscal-year", month = name.unwrap_or_default())
        }
        AssumedThat::YearOf(year) => say!(words, "intake-assumed-year", year = year),
        AssumedThat::UnitOf(text) => say!(words, "intake-assumed-unit", text = text),
        AssumedThat::CountedIn(word) => say!(words, "intake-assumed-counted", word = word),
        AssumedThat::ShownInThousands(count) => {
            let digits = (u32::from(*count) * 3).to_string();
            say!(words, "intake-assumed-shown", digits = digits)
        }
        AssumedThat::Rounded => say!(words, "intake-assumed-rounded"),
        AssumedThat::Encoding(encoding) => say!(words, "intake-assumed-encoding", encoding = *encoding),
        _ => say!(words, "intake-assumed-day-for-month"),
    }
}

/// Where the source of a file was taken from.
pub(crate) fn source_from(format: Format, from: &str, title: &str) -> String {
    let words = format.words;
    match from {
        "source_line" => say!(words, "intake-assumed-source-line", title = title),
        "source_file" => say!(words, "intake-assumed-source-file", title = title),
        _ => say!(words, "intake-assumed-source-pasted", title = title),
    }
}

/// What becomes of a value.
pub(crate) fn outcome(format: Format, outcome: IntakeOutcome, before: Option<Decimal>, value: Decimal) -> String {
    let words = format.words;
    let (before, value) = (before.map(|before| format.exact(before)), format.exact(value));
    match (outcome, before) {
        (IntakeOutcome::New, _) => say!(words, "intake-outcome-new"),
        (IntakeOutcome::Same, _) => say!(words, "intake-outcome-same"),
        (IntakeOutcome::Refused, _) => say!(words, "intake-outcome-refused"),
        (IntakeOutcome::Revises, Some(before)) => {
            say!(words, "intake-outcome-revises", before = before, value = value)
        }
        (IntakeOutcome::Revises, None) => say!(words, "intake-outcome-restores"),
        (IntakeOutcome::Conflicts, before) => {
            say!(words, "intake-outcome-conflicts", before = before.unwrap_or_default())
        }
    }
}

/// A total of the file beside its parts: whether it agrees but for rounding, by how much it is off, and the sentence.
pub(crate) fn check(
    format: Format,
    calendar: &FiscalCalendar,
    check: &TotalCheck,
    title: &str,
) -> (bool, String, String) {
    let words = format.words;
    let difference = check.stated.checked_sub(check.parts).ok();
    let agrees = difference.is_some_and(|difference| difference.to_f64().abs() <= tolerance(calendar, check));
    let shown = difference.filter(|difference| !difference.is_zero());
    let shown = shown.map_or_else(String::new, |difference| {
        format.signed(difference.to_f64(), difference.places())
    });
    let period = span(format, check.period, check.basis);
    let (stated, parts) = (format.exact(check.stated), format.exact(check.parts));
    let message = match agrees {
        true => say!(
            words,
            "intake-check-agrees",
            title = title,
            period = period,
            stated = stated,
            parts = parts
        ),
        false => say!(
            words,
            "intake-check-differs",
            title = title,
            period = period,
            stated = stated,
            parts = parts,
            difference = &shown
        ),
    };
    (agrees, shown, message)
}

/// How far a total may be from its parts when each of them was rounded.
fn tolerance(calendar: &FiscalCalendar, check: &TotalCheck) -> f64 {
    let parts = match (check.period, check.basis) {
        (Period::Month(month), Basis::ToDate) => i64::from(calendar.position(month)) + 1,
        (Period::Month(_), Basis::Period) => 1,
        (Period::Quarter(_), _) => 3,
        (Period::FiscalYear(_), _) => 12,
    };
    // Half of the last digit for each of the parts and for the total.
    let places = check.stated.places().min(check.parts.places());
    Decimal::new((parts + 1) * 5, places + 1).map_or(0.0, Decimal::to_f64)
}

/// A period, or what runs up to it.
pub(crate) fn span(format: Format, period: Period, basis: Basis) -> String {
    match basis.is_to_date() {
        true => say!(format.words, "intake-to-date", period = format.period(period)),
        false => format.period(period),
    }
}

/// How numbers of one unit are counted in another; nothing where they stay.
pub(crate) fn rescaled(format: Format, from: Option<Unit>, to: Unit, example: Option<(Decimal, Decimal)>) -> String {
    let (Some(from), Some((before, after))) = (from.filter(|from| *from != to), example) else {
        return String::new();
    };
    say!(
        format.words,
        "intake-rescaled",
        from = format.unit(from),
        to = format.unit(to),
        before = format.exact(before),
        after = format.exact(after)
    )
}
