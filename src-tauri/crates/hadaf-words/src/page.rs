//! What a page speaks of and how it is written, with the words that its parts share.

use hadaf_core::{Claim, Decimal, FiscalYearTotal, Pace};
use hadaf_model::Situation;

use crate::{Format, MonthNames, Words};

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

    /// The unit of the series in full: "US$ million".
    pub fn unit(&self) -> String {
        self.format.unit(self.situation.series.unit)
    }

    /// A value in the places of the series: "3,810".
    pub fn number(&self, value: Decimal) -> String {
        self.format.number(value, self.situation.series.places)
    }

    /// The same for a value that was worked out.
    pub fn rounded(&self, value: f64) -> String {
        self.format.rounded(value, self.situation.series.places)
    }

    /// The same with its sign: "+51".
    pub fn signed(&self, value: f64) -> String {
        self.format.signed(value, self.situation.series.places)
    }

    /// A value with its unit: "$556 m".
    pub fn money(&self, value: f64) -> String {
        let series = self.situation.series;
        self.format.money_rounded(value, series.unit, series.places)
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
            _ => {
                let month = self.format.month_named(total.last_month, MonthNames::Short);
                say!(self.words(), "total-to", value = value, month = month)
            }
        }
    }

    /// What is known of a year: "FY2026 to February".
    pub fn known_to(&self, total: &FiscalYearTotal) -> String {
        self.format
            .year_to(total.fiscal_year, total.last_month, MonthNames::Long)
    }

    /// The months that a pace leaves: "March to June".
    pub fn left(&self, pace: &Pace) -> String {
        self.format.span_of(&pace.left, MonthNames::Long)
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
