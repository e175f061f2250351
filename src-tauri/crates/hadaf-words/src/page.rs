//! What a page speaks of and how it is written, with the words that its parts share.

use hadaf_core::{
    Claim, Decimal, FiscalYear, FiscalYearTotal, Frequency, Month, Pace, PartialYear, Reached, TotalBasis,
};
use hadaf_model::Situation;

use crate::{Counted, Format, Hole, MonthNames, PeriodNames, Words};

/// What a screen, a chart or a briefing speaks of, and how that is written.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// What is known of a series on a day.
    pub situation: &'a Situation<'a>,
    /// How it is written.
    pub format: Format,
}

impl<'a> Page<'a> {
    /// A page about `situation`.
    pub fn new(situation: &'a Situation<'a>, format: Format) -> Self {
        Self { situation, format }
    }

    /// The words that it is written in.
    pub fn words(&self) -> &'static Words {
        self.format.words
    }

    /// The title of the series: "IT exports".
    pub fn title(&self) -> &'a str {
        &self.situation.series.title
    }

    /// The months of the series in its own unit.
    pub fn periods(&self) -> PeriodNames {
        let Situation { book, readings, .. } = self.situation;
        PeriodNames::new(self.format, *book.calendar(), readings.every())
    }

    /// The word by which a message chooses between months, quarters and years.
    pub fn every(&self) -> &'static str {
        self.situation.readings.every().as_str()
    }

    /// The series has one figure a year.
    pub fn is_yearly(&self) -> bool {
        self.situation.readings.every() == Frequency::FiscalYear
    }

    /// Why there can be no year so far: the series has one figure a year, or figures that have no sum.
    pub fn no_year_so_far(&self) -> Option<String> {
        let readings = &self.situation.readings;
        readings.newest()?;
        // What a formula gives may have a year all the same.
        if !self.is_yearly() && self.situation.current().is_some() {
            return None;
        }
        self.periods().no_year_so_far(readings.adding())
    }

    /// The unit of the series in full: "US$ million".
    pub fn unit(&self) -> String {
        self.format.unit(self.situation.series.unit)
    }

    /// A value in the places of the series: "3,810".
    pub fn number(&self, value: Decimal) -> String {
        self.format.number(value, self.situation.places)
    }

    /// The same for a value that was worked out.
    pub fn rounded(&self, value: f64) -> String {
        self.format.rounded(value, self.places_of(value))
    }

    /// The places of the situation, without zeros at the end that the series itself would not write.
    fn places_of(&self, value: f64) -> u8 {
        let Situation { series, places, .. } = self.situation;
        let rounded = Decimal::rounded_from(value, *places);
        let same = |fewer: &u8| rounded.is_some_and(|rounded| rounded.same_value(rounded.round(*fewer)));
        (series.places..*places).find(same).unwrap_or(*places)
    }

    /// The same with its sign: "+51".
    pub fn signed(&self, value: f64) -> String {
        self.format.signed(value, self.situation.places)
    }

    /// A value with its unit: "$556 m".
    pub fn money(&self, value: f64) -> String {
        let unit = self.situation.series.unit;
        self.format.money_rounded(value, unit, self.places_of(value))
    }

    /// The ends of a range with its middle, each with its unit, in as many digits as tell them apart.
    pub fn money_apart<const N: usize>(&self, values: [f64; N]) -> [String; N] {
        let Situation { series, places, .. } = self.situation;
        self.format.money_apart(values, series.unit, *places)
    }

    /// The same in the largest unit that fits: "$4.56 bn", "$4.42 bn", "$4.70 bn". Large values are rounded to a power
    /// of ten, at first that of `exponent`, to smaller ones until they are told apart.
    pub fn money_short_apart<const N: usize>(&self, values: [f64; N], exponent: i32) -> [String; N] {
        const LARGE: std::ops::Range<f64> = 1_000.0..1e15;
        let largest = values.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
        let exact = values.map(|value| Decimal::rounded_from(value, 3));
        let is_apart = |exponent: &i32| {
            let power = |value: &Option<Decimal>| (*value)?.round_to_power(*exponent).ok();
            let rounded = exact.each_ref().map(power);
            let pairs = rounded.iter().zip(&exact).enumerate();
            pairs.clone().all(|(place, (left, value))| {
                let mut later = pairs.clone().skip(place + 1);
                later.all(|(_, (right, other))| value == other || left != right)
            })
        };
        let exponent = (-3..=exponent).rev().find(is_apart).unwrap_or(-3);
        let short = |value: f64| {
            let is_large = LARGE.contains(&largest);
            let unit = self.situation.series.unit;
            is_large
                .then(|| self.format.money_larger(value, unit, exponent))
                .flatten()
        };
        let written = values.map(short);
        let plain = self.money_apart(values);
        let mut pairs = written.into_iter().zip(plain);
        std::array::from_fn(|_| {
            let (short, plain) = pairs.next().expect("as many as there are values");
            short.unwrap_or(plain)
        })
    }

    /// "15 % more", "8 % less", "0.2 % more": a change as it is told before "than a year earlier".
    pub fn change_of(&self, percent: f64) -> String {
        let places = if percent.abs() < 1.0 { 1 } else { 0 };
        let growth = self.format.percent(percent.abs(), places);
        match percent < 0.0 {
            true => say!(self.words(), "change-less", growth = growth),
            false => say!(self.words(), "change-more", growth = growth),
        }
    }

    /// The number of a claim, of a range its lower end: "$5.2 bn".
    pub fn claimed(&self, claim: &Claim) -> String {
        self.format.money_short(claim.value, claim.unit)
    }

    /// A total, and to which month it goes where that is not its year's last: "3,810", "2,975 to Feb".
    pub fn total(&self, total: &FiscalYearTotal) -> String {
        let value = self.number(total.value);
        match total.months {
            12 => value,
            _ => self.value_to(value, total.last_month, MonthNames::Short),
        }
    }

    /// A value so far, and to what it goes: "2,975 to Feb", "$285 bn to Q3".
    pub fn value_to(&self, value: String, month: Month, names: MonthNames) -> String {
        let end = self.periods().end(month, names);
        say!(self.words(), "total-to", value = value, end = end)
    }

    /// What is known of a year: "FY2026 to February".
    pub fn known_to(&self, total: &FiscalYearTotal) -> String {
        self.periods()
            .year_to(total.fiscal_year, total.last_month, MonthNames::Long)
    }

    /// The months of a year so far: "July to February", "Q1 to Q3".
    pub fn so_far_span(&self, total: &FiscalYearTotal, names: MonthNames) -> String {
        // The year so far of a stock is its last figure.
        if total.basis == TotalBasis::Last {
            return self.periods().end(total.last_month, names);
        }
        let first = self.situation.calendar().first_month(total.fiscal_year);
        self.periods().span(first, total.last_month, names)
    }

    /// How many months or quarters the year so far is; of a stock one, the last, however many have passed.
    pub fn counted_so_far(&self, total: &FiscalYearTotal) -> Counted {
        let periods = self.periods();
        match total.basis {
            TotalBasis::Last => Counted {
                number: 1,
                every: periods.ending(total.last_month).frequency().as_str(),
            },
            _ => periods.count(total.months.into()),
        }
    }

    /// How much of a year without a total is known: "3 of 7 months", "2 of 4 quarters".
    pub fn partly(&self, partial: &PartialYear) -> String {
        self.periods().partly(&partial.known, &partial.lacking)
    }

    /// What lacks of a year though months after it are known; none where it has no hole.
    pub fn hole(&self, year: FiscalYear) -> Option<String> {
        let Self { situation, format } = self;
        let is_over = situation.is_over(year);
        let partial = situation.partial_of(year).map(|it| Hole::of_partial(it, is_over));
        let total = || Hole::of_total(situation.total_of(year)?, is_over);
        Some(partial.or_else(total)?.sentence(*format, self.periods()))
    }

    /// What is not known of some years, given in order and told from the newest one on; of the current one also that its
    /// last months are not.
    pub fn unknown_of(&self, years: impl IntoIterator<Item = FiscalYear>) -> Option<String> {
        let current = self.situation.year();
        let of = |year: FiscalYear| match Some(year) == current {
            true => self.unknown_months(),
            false => self.hole(year),
        };
        let mut sentences: Vec<String> = years.into_iter().filter_map(of).collect();
        sentences.reverse();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Why no path is drawn to a target that is open: the year from which it would start is not known.
    pub fn no_path(&self) -> Option<String> {
        let pace = self.situation.open_pace().filter(|_| self.situation.path.is_none())?;
        let (target, before) = (
            self.claimed(self.situation.target()?),
            self.format.year(pace.fiscal_year.prev()),
        );
        Some(say!(self.words(), "no-path", target = target, before = before))
    }

    /// What of the current year is not known though it should be: a hole, else that its last months are not.
    pub fn unknown_months(&self) -> Option<String> {
        let Self { situation, format } = self;
        if let Some(hole) = self.hole(situation.year()?) {
            return Some(hole);
        }
        let (current, end) = (situation.current()?, situation.ended()?);
        let last = self.periods().end(current.last_month, MonthNames::Dated);
        let day = format.day(end);
        Some(say!(format.words, "note-unknown-months", last = last, day = day))
    }

    /// The months that a pace leaves: "March to June", "Q3 to Q4".
    pub fn left(&self, pace: &Pace) -> String {
        self.periods().span_of(&pace.left, MonthNames::Long)
    }

    /// Beside a target of which it is said that it is reached: the month or quarter, else that it is.
    pub fn reached_when(&self, reached: Reached) -> String {
        let yes = || say!(self.words(), "reached-yes");
        reached
            .period
            .map_or_else(yes, |period| self.format.period_short(period))
    }

    /// How far above a target that is reached the year so far stands: "$175 m above it", "exactly at it".
    pub fn above(&self, pace: &Pace) -> String {
        crate::above(self.format, pace.remaining.is_zero(), || {
            self.money(pace.remaining.to_f64().abs())
        })
    }

    /// With the day as of which it is read, on a past day.
    pub fn dated(&self, text: String) -> String {
        match self.situation.as_of.past() {
            Some(day) => format!(
                "{text}, {}",
                say!(self.words(), "as-known-on", day = self.format.day(day))
            ),
            None => text,
        }
    }
}
