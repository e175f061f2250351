//! How numbers, money, shares, periods and days are written: one place for screen, paper and
//! command line.

use hadaf_core::{Currency, Decimal, FiscalYear, Month, Period, Scale, Unit};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::{Family, Message, Words};

/// No-break space, between a number and its unit.
const NBSP: char = '\u{a0}';

/// Stands for a number where only what is around it is wanted.
const PLACE: &str = "\u{1}";

const MONTHS: [Message; 12] = Family::of("month-{}").twelve();
const SHORT_MONTHS: [Message; 12] = Family::of("month-short-{}").twelve();
const COUNTS: [Message; 12] = Family::of("count-{}").twelve();

/// How much of the name of a month, or a quarter, is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthNames {
    /// "February", "Q3".
    Long,
    /// "Feb", "Q3".
    Short,
    /// "February 2026", "Q3 FY2026".
    Dated,
}

/// Writes values in the words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The words.
    pub words: &'static Words,
}

/// The most decimals in which a larger unit is shorter.
const SHORT_PLACES: u8 = 4;

impl Format {
    /// In a language; English where it is not there.
    pub fn of(lang: &str) -> Self {
        Self { words: Words::of(lang) }
    }

    /// A number rounded to some places: "3,810", "\u{2212}390".
    pub fn number(&self, value: Decimal, places: u8) -> String {
        self.write(&value.round(places).to_string())
    }

    /// A number with all digits that it was written with: "161.980".
    pub fn exact(&self, value: Decimal) -> String {
        self.write(&value.to_string())
    }

    /// A number that was worked out exactly, without zeros behind its last digit: "2,112.03".
    pub fn worked_out(&self, value: Decimal) -> String {
        self.trimmed(&self.exact(value)).to_owned()
    }

    /// A calculated number rounded to some places.
    pub fn rounded(&self, value: f64, places: u8) -> String {
        self.write(&plain(value, places))
    }

    /// Calculated numbers in as many places, of some at least, as tell them apart.
    pub fn apart<const N: usize>(&self, values: [f64; N], least: u8) -> [String; N] {
        let places = told_apart(&values, least);
        values.map(|value| self.rounded(value, places))
    }

    /// A calculated number with a plus sign when it is above zero.
    pub fn signed(&self, value: f64, places: u8) -> String {
        let digits = plain(value, places);
        let is_zero = digits.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
        let text = self.write(&digits);
        if value > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// "36.8 %".
    pub fn percent(&self, value: f64, places: u8) -> String {
        say!(self.words, "number-percent", number = self.rounded(value, places))
    }

    /// "+36.8 %".
    pub fn signed_percent(&self, value: f64, places: u8) -> String {
        say!(self.words, "number-percent", number = self.signed(value, places))
    }

    /// Money as it is counted: "$2,975 m".
    pub fn money(&self, value: Decimal, unit: Unit, places: u8) -> String {
        self.around(unit, &self.number(value, places))
    }

    /// Calculated money: "$556 m".
    pub fn money_rounded(&self, value: f64, unit: Unit, places: u8) -> String {
        self.around(unit, &self.rounded(value, places))
    }

    /// The same of several amounts, in as many places, of some at least, as tell them apart.
    pub fn money_apart<const N: usize>(&self, values: [f64; N], unit: Unit, least: u8) -> [String; N] {
        let places = told_apart(&values, least);
        values.map(|value| self.money_rounded(value, unit, places))
    }

    /// Money in the largest unit that loses nothing: 5200 million are "$5.2 bn", 3810 are "$3.81 bn".
    pub fn money_short(&self, value: Decimal, unit: Unit) -> String {
        let Unit::Money { currency, scale } = unit else {
            return self.around(unit, &self.exact(value));
        };
        let (Some(larger), thousands) = (larger(scale), value.to_f64().abs() >= 1000.0) else {
            return self.around(unit, self.trimmed(&self.exact(value)));
        };
        if !thousands {
            return self.around(unit, self.trimmed(&self.exact(value)));
        }
        let rounded = value.round(Decimal::MAX_PLACES - 3);
        let moved = Decimal::new(rounded.mantissa(), rounded.places() + 3).expect("three places are free");
        // Many digits behind the point are harder to read than the smaller unit: "$425,000.05 m".
        if !(0..=SHORT_PLACES).any(|places| moved.rescale(places).is_ok()) {
            return self.around(unit, self.trimmed(&self.exact(value)));
        }
        self.around(
            Unit::Money {
                currency,
                scale: larger,
            },
            self.trimmed(&self.write(&moved.to_string())),
        )
    }

    /// Calculated money in the next larger unit, rounded to `10^exponent` (up to 3) of its own, all zeros written, so that
    /// several amounts have as many digits: "$4.42 bn", "$4.70 bn". None where there is no larger unit.
    pub fn money_larger(&self, value: f64, unit: Unit, exponent: i32) -> Option<String> {
        let Unit::Money { currency, scale } = unit else {
            return None;
        };
        let scale = larger(scale)?;
        let places = u8::try_from(3 - exponent).ok()?;
        Some(self.money_rounded(value / 1000.0, Unit::Money { currency, scale }, places))
    }

    /// The unit in full: "US$ million".
    pub fn unit(&self, unit: Unit) -> String {
        match unit {
            Unit::Money { currency, scale } => {
                let scale = match scale {
                    Scale::One => return sign_alone(currency),
                    Scale::Thousand => say!(self.words, "scale-thousand"),
                    Scale::Million => say!(self.words, "scale-million"),
                    Scale::Billion => say!(self.words, "scale-billion"),
                };
                format!("{} {scale}", sign_alone(currency))
            }
            Unit::Percent => say!(self.words, "unit-percent"),
            Unit::Count => say!(self.words, "unit-count"),
        }
    }

    /// The unit beside a figure: "US$ m".
    pub fn unit_short(&self, unit: Unit) -> String {
        match unit {
            Unit::Money { currency, scale } => format!("{}{}", sign_alone(currency), self.suffix(scale)),
            Unit::Percent => "%".into(),
            Unit::Count => String::new(),
        }
    }

    /// What stands before and behind the number of a tick: "$" and " m".
    pub fn tick(&self, unit: Unit) -> (String, String) {
        match unit {
            Unit::Money { currency, scale } => (sign(currency), self.suffix(scale)),
            Unit::Percent => {
                let around = say!(self.words, "number-percent", number = PLACE);
                let (before, after) = around.split_once(PLACE).unwrap_or(("", &around));
                (before.to_owned(), after.to_owned())
            }
            Unit::Count => (String::new(), String::new()),
        }
    }

    /// "December".
    pub fn month_name(&self, month: Month) -> String {
        self.words.say(MONTHS[usize::from(month.month()) - 1], &[])
    }

    /// "January" to "December".
    pub fn month_names(&self) -> [String; 12] {
        MONTHS.map(|name| self.words.say(name, &[]))
    }

    /// "Jan" to "Dec".
    pub fn month_short_names(&self) -> [String; 12] {
        SHORT_MONTHS.map(|name| self.words.say(name, &[]))
    }

    /// "Dec", for January to December (1 to 12).
    pub fn month_short_name(&self, month: u8) -> String {
        self.words.say(SHORT_MONTHS[usize::from(month) - 1], &[])
    }

    /// The name of a month of every year, 1 to 12, as a message: "December".
    pub fn month_message(month: u8) -> Message {
        MONTHS[usize::from(month) - 1]
    }

    /// "December 2025".
    pub fn month(&self, month: Month) -> String {
        self.month_and_year(self.month_name(month), month)
    }

    /// "Dec 2025".
    pub fn month_short(&self, month: Month) -> String {
        self.month_and_year(self.month_short_name(month.month()), month)
    }

    /// "FY2026".
    pub fn year(&self, year: FiscalYear) -> String {
        year.to_string()
    }

    /// "Dec 2025", "Q1 FY2026", "FY2026".
    pub fn period_short(&self, period: Period) -> String {
        match period {
            Period::Month(month) => self.month_short(month),
            Period::Quarter(quarter) => {
                let (name, year) = (self.quarter(quarter), self.year(quarter.fiscal_year()));
                say!(self.words, "quarter-and-year", quarter = name, year = year)
            }
            Period::FiscalYear(year) => self.year(year),
        }
    }

    /// "December 2025", "Q1 FY2026", "FY2026".
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Month(month) => self.month(month),
            _ => self.period_short(period),
        }
    }

    /// "FY2020 to FY2026"; one name when they are one.
    pub fn year_span(&self, first: FiscalYear, last: FiscalYear) -> String {
        if first == last {
            return self.year(last);
        }
        self.range(self.year(first), self.year(last))
    }

    /// "July 2021 to May 2022", "Q3 FY2025 to Q1 FY2026"; one name when they are one.
    pub fn periods(&self, first: Period, last: Period) -> String {
        match (first, last) {
            (first, last) if first == last => self.period(first),
            (Period::Month(first), Period::Month(last)) => self.span(first, last, MonthNames::Dated),
            _ => self.range(self.period(first), self.period(last)),
        }
    }

    /// A month with so much of its name.
    pub fn month_named(&self, month: Month, names: MonthNames) -> String {
        match names {
            MonthNames::Long => self.month_name(month),
            MonthNames::Short => self.month_short_name(month.month()),
            MonthNames::Dated => self.month(month),
        }
    }

    /// "July to February", "Jul to Feb", "July 2025 to February 2026", "May to August 2021"; one name when they are one.
    pub fn span(&self, first: Month, last: Month, names: MonthNames) -> String {
        if first == last {
            return self.month_named(last, names);
        }
        let of_first = match names {
            MonthNames::Dated if first.year() == last.year() => MonthNames::Long,
            _ => names,
        };
        self.range(self.month_named(first, of_first), self.month_named(last, names))
    }

    /// From the first of some months to the last; nothing of none.
    pub fn span_of(&self, months: &[Month], names: MonthNames) -> String {
        match (months.first(), months.last()) {
            (Some(first), Some(last)) => self.span(*first, *last, names),
            _ => String::new(),
        }
    }

    /// A year up to one of its months: "FY2026 to February".
    pub fn year_to(&self, year: FiscalYear, month: Month, names: MonthNames) -> String {
        self.year_through(year, self.month_named(month, names))
    }

    /// From one thing to another: "10,000 to 18,000".
    pub fn range(&self, first: String, last: String) -> String {
        say!(self.words, "span", first = first, last = last)
    }

    /// "18 December 2024".
    pub fn day(&self, day: Date) -> String {
        self.day_and_month(day, self.month(Month::of(day)))
    }

    /// "18 Dec 2024".
    pub fn day_short(&self, day: Date) -> String {
        self.day_and_month(day, self.month_short(Month::of(day)))
    }

    /// "14:02" where that is of the same day as `now`, else as [`Self::moment_long`].
    pub fn moment(&self, at: &ZonedDateTime, now: &ZonedDateTime) -> String {
        match at.date() == now.date() {
            true => clock(at),
            false => self.moment_long(at),
        }
    }

    /// "18 Dec 2024, 14:02".
    pub fn moment_long(&self, at: &ZonedDateTime) -> String {
        format!("{}, {}", self.day_short(at.date()), clock(at))
    }

    fn month_and_year(&self, name: String, month: Month) -> String {
        let year = self.words.numbers().digits(&month.year().to_string());
        say!(self.words, "month-and-year", month = name, year = year)
    }

    fn day_and_month(&self, day: Date, month: String) -> String {
        let day = self.words.numbers().digits(&day.day().to_string());
        say!(self.words, "day-and-month", day = day, month = month)
    }

    /// A number as programs write it, as this language writes it.
    fn write(&self, plain: &str) -> String {
        self.words.numbers().write(plain)
    }

    /// Without zeros behind the last digit of a fraction.
    pub(crate) fn trimmed<'t>(&self, text: &'t str) -> &'t str {
        self.words.numbers().trimmed(text)
    }

    fn suffix(&self, scale: Scale) -> String {
        let name = match scale {
            Scale::One => return String::new(),
            Scale::Thousand => say!(self.words, "scale-short-thousand"),
            Scale::Million => say!(self.words, "scale-short-million"),
            Scale::Billion => say!(self.words, "scale-short-billion"),
        };
        format!("{NBSP}{name}")
    }

    /// The number with what stands around it; the minus goes before the sign.
    fn around(&self, unit: Unit, number: &str) -> String {
        let minus = self.words.numbers().minus();
        let (minus, bare) = number.strip_prefix(minus).map_or(("", number), |rest| (minus, rest));
        match unit {
            Unit::Money { currency, scale } => format!("{minus}{}{bare}{}", sign(currency), self.suffix(scale)),
            Unit::Percent => say!(self.words, "number-percent", number = number),
            Unit::Count => number.to_owned(),
        }
    }

    /// "one" to "twelve"; digits beyond.
    pub fn count_word(&self, count: usize) -> String {
        match count {
            1..=12 => self.words.say(COUNTS[count - 1], &[]),
            _ => self.words.numbers().digits(&count.to_string()),
        }
    }
}

/// The fewest places, from `least` on, in which different values are written differently. What differs by less than a
/// millionth of itself is told as the same.
fn told_apart(values: &[f64], least: u8) -> u8 {
    let differ = |left: f64, right: f64| (left - right).abs() > left.abs().max(right.abs()) * 1e-6;
    let is_apart = |places: &u8| {
        values.iter().enumerate().all(|(place, left)| {
            let mut later = values.iter().skip(place + 1);
            later.all(|right| !differ(*left, *right) || plain(*left, *places) != plain(*right, *places))
        })
    };
    (least..=Decimal::MAX_PLACES)
        .find(is_apart)
        .unwrap_or(Decimal::MAX_PLACES)
}

/// Rounded half away from zero, as [`Decimal::round`] does.
fn plain(value: f64, places: u8) -> String {
    Decimal::rounded_from(value, places).map_or_else(
        || format!("{value:.places$}", places = usize::from(places)),
        |value| value.to_string(),
    )
}

fn larger(scale: Scale) -> Option<Scale> {
    match scale {
        Scale::One => Some(Scale::Thousand),
        Scale::Thousand => Some(Scale::Million),
        Scale::Million => Some(Scale::Billion),
        Scale::Billion => None,
    }
}

/// "$", "€"; letters and a space where there is no sign that everybody knows.
fn sign(currency: Currency) -> String {
    match currency.as_str() {
        "USD" => "$".into(),
        "EUR" => "€".into(),
        "GBP" => "£".into(),
        "PKR" | "INR" => format!("Rs{NBSP}"),
        other => format!("{other}{NBSP}"),
    }
}

/// The sign as it stands in a unit, where "$" alone would be any dollar.
fn sign_alone(currency: Currency) -> String {
    match currency.as_str() {
        "USD" => "US$".into(),
        _ => sign(currency).trim_end().into(),
    }
}

fn clock(at: &ZonedDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_grouped_and_signed() {
        let f = Format::of("en");
        assert_eq!(f.number(decimal("2975"), 0), "2,975");
        assert_eq!(f.number(decimal("161.980"), 0), "162");
        assert_eq!(f.exact(decimal("161.980")), "161.980");
        assert_eq!(f.number(decimal("-390"), 0), "\u{2212}390");
        assert_eq!(f.number(decimal("-0.3"), 0), "0");
        assert_eq!(f.exact(decimal("1234567.5")), "1,234,567.5");
        assert_eq!(f.rounded(556.25, 0), "556");
        assert_eq!(f.rounded(0.5, 0), "1");
    }

    #[test]
    fn shares_carry_a_no_break_space() {
        let f = Format::of("en");
        assert_eq!(f.percent(36.842, 1), "36.8\u{a0}%");
        assert_eq!(f.signed_percent(-0.88, 1), "\u{2212}0.9\u{a0}%");
        assert_eq!(f.signed_percent(68.4, 0), "+68\u{a0}%");
        assert_eq!(f.signed_percent(0.0, 1), "0.0\u{a0}%");
    }

    #[test]
    fn money_takes_the_largest_unit_that_loses_nothing() {
        let (f, unit) = (Format::of("en"), "USD million".parse().unwrap());
        assert_eq!(f.money_short(decimal("5200"), unit), "$5.2\u{a0}bn");
        assert_eq!(f.money_short(decimal("5000"), unit), "$5\u{a0}bn");
        assert_eq!(f.money_short(decimal("15000"), unit), "$15\u{a0}bn");
        assert_eq!(f.money_short(decimal("365"), unit), "$365\u{a0}m");
        assert_eq!(f.money(decimal("-390"), unit, 0), "\u{2212}$390\u{a0}m");
        assert_eq!(f.unit(unit), "US$ million");
        assert_eq!(f.unit_short(unit), "US$\u{a0}m");
        assert_eq!(
            f.money(decimal("16227.493"), "PKR million".parse().unwrap(), 0),
            "Rs\u{a0}16,227\u{a0}m"
        );
    }

    #[test]
    fn periods_and_days_are_spelled_out() {
        let f = Format::of("en");
        let (july, february) = (Month::new(2025, 7).unwrap(), Month::new(2026, 2).unwrap());
        let year = FiscalYear::new(2026).unwrap();
        assert_eq!(f.span(july, february, MonthNames::Long), "July to February");
        assert_eq!(f.span(july, february, MonthNames::Short), "Jul to Feb");
        assert_eq!(f.span(july, february, MonthNames::Dated), "July 2025 to February 2026");
        assert_eq!(
            f.span(february, february.plus(3), MonthNames::Dated),
            "February to May 2026"
        );
        assert_eq!(f.span(july, july, MonthNames::Dated), "July 2025");
        assert_eq!(f.span_of(&[], MonthNames::Long), "");
        assert_eq!(f.year_to(year, february, MonthNames::Short), "FY2026 to Feb");
        assert_eq!(f.year_span(year.prev(), year), "FY2025 to FY2026");
        assert_eq!(f.month_short(february), "Feb 2026");
        assert_eq!(f.day("2024-12-18".parse().unwrap()), "18 December 2024");
        assert_eq!(f.count_word(8), "eight");
    }
}
