//! Months in a row in the unit of their series: three months that are one figure of a series of quarters are that quarter,
//! wherever a span is named or counted.

use hadaf_core::{Adding, FiscalCalendar, FiscalYear, Frequency, Month, Period, Quarter};

use crate::{Format, MonthNames};

/// Names and counts the months of a series: in its own periods where they are whole ones, else as months.
#[derive(Debug, Clone, Copy)]
pub struct PeriodNames {
    format: Format,
    calendar: FiscalCalendar,
    every: Frequency,
}

/// So many months as they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub number: usize,
    /// Of what: the word by which a message chooses between months, quarters and years.
    pub every: &'static str,
}

impl PeriodNames {
    /// Of a series that is told in such periods.
    pub fn new(format: Format, calendar: FiscalCalendar, every: Frequency) -> Self {
        Self {
            format,
            calendar,
            every,
        }
    }

    /// In what periods the series is told.
    pub fn every(&self) -> Frequency {
        self.every
    }

    /// The first or last so many months of a fiscal year: six months of a series of quarters are two.
    pub fn count(&self, months: usize) -> Counted {
        self.counted([months])[0]
    }

    /// The same of several at once, in one unit.
    pub fn counted<const N: usize>(&self, months: [usize; N]) -> [Counted; N] {
        counted(
            months,
            self.of_quarters() && months.iter().all(|months| months.is_multiple_of(3)),
        )
    }

    /// Sets of months, as they are counted together: of a series of quarters in quarters where all are whole ones.
    pub fn counted_of<const N: usize>(&self, sets: [&[Month]; N]) -> [Counted; N] {
        let is_whole = |months: &&[Month]| self.calendar.whole(months, Frequency::Quarter).is_some();
        counted(
            sets.map(<[Month]>::len),
            self.of_quarters() && sets.iter().all(is_whole),
        )
    }

    /// What a sum is of: "one month", "sum of 2 quarters".
    pub fn sum(&self, months: usize) -> String {
        let Counted { number, every } = self.count(months);
        say!(self.format.words, "grid-sum", count = number, every = every)
    }

    /// Why there can be no year so far: the series has one figure a year, or figures that have no sum.
    pub fn no_year_so_far(&self, adding: Adding) -> Option<String> {
        let words = self.format.words;
        match (self.every, adding) {
            (Frequency::FiscalYear, _) => Some(say!(words, "years-alone")),
            (every, Adding::Nothing) => Some(say!(words, "no-sum", every = every.as_str())),
            (_, Adding::Sum | Adding::Last) => None,
        }
    }

    /// "February", "Q3", "Q3 FY2026".
    pub fn name(&self, period: Period, names: MonthNames) -> String {
        match (period, names) {
            (Period::Month(month), _) => self.format.month_named(month, names),
            (Period::Quarter(quarter), MonthNames::Long | MonthNames::Short) => self.format.quarter(quarter),
            (period, _) => self.format.period(period),
        }
    }

    /// The quarter of a series of quarters that a month ends, else the month: to what a total goes.
    pub fn end(&self, month: Month, names: MonthNames) -> String {
        self.name(self.ending(month), names)
    }

    /// With its year, in short: "Feb 2026", "Q3 FY2026".
    pub fn end_short(&self, month: Month) -> String {
        self.format.period_short(self.ending(month))
    }

    /// Beside the name of its year: "Q3", "February 2026".
    pub fn in_its_year(&self, period: Period) -> String {
        self.name(
            period,
            match period {
                Period::Quarter(_) => MonthNames::Long,
                _ => MonthNames::Dated,
            },
        )
    }

    /// How much of a year without a total is known: "3 of 7 months", "2 of 4 quarters".
    pub fn partly(&self, known: &[Month], lacking: &[Month]) -> String {
        let [known, lacking] = self.counted_of([known, lacking]);
        say!(
            self.format.words,
            "months-known",
            known = known.number,
            of = known.number + lacking.number,
            every = known.every
        )
    }

    /// "July to February", "Q1 to Q3", "Q3 FY2025 to Q2 FY2026"; one name when they are one.
    pub fn span(&self, first: Month, last: Month, names: MonthNames) -> String {
        let quarters = (self.starting(first), self.ending(last));
        let (Period::Quarter(from), Period::Quarter(to)) = quarters else {
            return self.format.span(first, last, names);
        };
        if from == to {
            return self.name(to.into(), names);
        }
        let of_first = match names {
            MonthNames::Dated if from.fiscal_year() == to.fiscal_year() => MonthNames::Long,
            _ => names,
        };
        self.format
            .range(self.name(from.into(), of_first), self.name(to.into(), names))
    }

    /// From the first of some months to the last; nothing of none.
    pub fn span_of(&self, months: &[Month], names: MonthNames) -> String {
        match (months.first(), months.last()) {
            (Some(first), Some(last)) => self.span(*first, *last, names),
            _ => String::new(),
        }
    }

    /// Some months of a year one by one, three or more in a row as a span: "July 2025" and "August 2025", "July to October
    /// 2025", "Q1" and "Q3".
    pub fn each(&self, months: &[Month]) -> Vec<String> {
        let whole = self.calendar.whole(months, Frequency::Quarter);
        let quarters = whole.filter(|_| self.of_quarters());
        let periods = quarters.unwrap_or_else(|| months.iter().copied().map(Period::Month).collect());
        let first = |period: &Period| self.calendar.start_of(*period);
        let follows =
            |period: &Period, next: &Period| first(period).plus(period.frequency().months().into()) == first(next);
        let names = periods.chunk_by(follows).flat_map(|run| match run {
            [Period::Month(first), _, .., Period::Month(last)] => {
                vec![self.format.span(*first, *last, MonthNames::Dated)]
            }
            [first, _, .., last] => vec![self.format.range(self.in_its_year(*first), self.in_its_year(*last))],
            _ => run.iter().map(|period| self.in_its_year(*period)).collect(),
        });
        names.collect()
    }

    /// A year up to one of its months: "FY2026 to February", "FY2026 to Q3".
    pub fn year_to(&self, year: FiscalYear, month: Month, names: MonthNames) -> String {
        match self.ending(month) {
            Period::Month(month) => self.format.year_to(year, month, names),
            period => self.format.year_through(year, self.name(period, MonthNames::Long)),
        }
    }

    /// The quarter of a series of quarters that a month ends, else the month. Years are named by their own label.
    pub fn ending(&self, month: Month) -> Period {
        let quarter = || self.calendar.period_ending(month, Frequency::Quarter);
        self.of_quarters().then(quarter).flatten().unwrap_or(month.into())
    }

    /// The quarter of a series of quarters that a month begins, else the month.
    pub fn starting(&self, month: Month) -> Period {
        let quarter = Period::Quarter(self.calendar.quarter_of(month));
        match self.of_quarters() && self.calendar.start_of(quarter) == month {
            true => quarter,
            false => month.into(),
        }
    }

    fn of_quarters(&self) -> bool {
        self.every == Frequency::Quarter
    }
}

impl Format {
    /// "Q1".
    pub fn quarter(&self, quarter: Quarter) -> String {
        let number = self.words.numbers().digits(&quarter.number().to_string());
        say!(self.words, "quarter-name", number = number)
    }

    /// A year up to something that is named: "FY2026 to Q3".
    pub fn year_through(&self, year: FiscalYear, end: String) -> String {
        say!(self.words, "year-to", year = self.year(year), end = end)
    }
}

fn counted<const N: usize>(months: [usize; N], in_quarters: bool) -> [Counted; N] {
    let every = if in_quarters {
        Frequency::Quarter
    } else {
        Frequency::Month
    };
    months.map(|months| Counted {
        number: months / usize::from(every.months()),
        every: every.as_str(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(every: Frequency) -> PeriodNames {
        PeriodNames::new(Format::of("en"), FiscalCalendar::new(4).unwrap(), every)
    }

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_series_of_quarters_is_told_in_quarters() {
        let names = names(Frequency::Quarter);
        let (april, september, march) = (month("2025-04"), month("2025-09"), month("2026-03"));
        assert_eq!(names.span(april, september, MonthNames::Long), "Q1 to Q2");
        assert_eq!(names.span(april, september, MonthNames::Dated), "Q1 to Q2 FY2026");
        assert_eq!(
            names.span(month("2024-10"), september, MonthNames::Dated),
            "Q3 FY2025 to Q2 FY2026"
        );
        assert_eq!(names.span(april, month("2025-06"), MonthNames::Dated), "Q1 FY2026");
        assert_eq!(names.end(march, MonthNames::Short), "Q4");
        assert_eq!(
            names.year_to("FY2026".parse().unwrap(), september, MonthNames::Dated),
            "FY2026 to Q2"
        );
        let two = Counted {
            number: 2,
            every: "quarter",
        };
        assert_eq!(names.count(6), two);
    }

    #[test]
    fn what_is_no_whole_quarter_is_told_in_months() {
        let names = names(Frequency::Quarter);
        let (april, august) = (month("2025-04"), month("2025-08"));
        assert_eq!(names.span(april, august, MonthNames::Dated), "April to August 2025");
        assert_eq!(names.end(august, MonthNames::Short), "Aug");
        let counted = names.counted([6, 7]);
        assert_eq!(counted.map(|it| (it.number, it.every)), [(6, "month"), (7, "month")]);
    }

    #[test]
    fn months_and_years_are_named_by_months() {
        let (april, march) = (month("2025-04"), month("2026-03"));
        for every in [Frequency::Month, Frequency::FiscalYear] {
            let names = names(every);
            assert_eq!(names.span(april, march, MonthNames::Dated), "April 2025 to March 2026");
            assert_eq!(names.end(march, MonthNames::Long), "March");
        }
        assert_eq!(names(Frequency::Month).count(1).number, 1);
        assert_eq!(names(Frequency::FiscalYear).count(12).number, 12);
        assert_eq!(names(Frequency::Quarter).sum(6), "sum of 2 quarters");
        assert_eq!(names(Frequency::Quarter).sum(3), "one quarter");
        assert_eq!(names(Frequency::Month).sum(8), "sum of 8 months");
    }

    #[test]
    fn what_lacks_is_listed_in_runs() {
        let range = |from: &str, count: usize| (0..count).map(|place| month(from).ahead(place)).collect::<Vec<_>>();
        let quarters = names(Frequency::Quarter);
        assert_eq!(quarters.each(&range("2025-04", 6)), ["Q1", "Q2"]);
        assert_eq!(quarters.each(&range("2025-04", 9)), ["Q1 to Q3"]);
        assert_eq!(
            quarters.each(&[range("2025-04", 3), range("2025-10", 3)].concat()),
            ["Q1", "Q3"]
        );
        assert_eq!(quarters.each(&range("2025-05", 2)), ["May 2025", "June 2025"]);
        assert_eq!(
            names(Frequency::Month).each(&range("2025-07", 4)),
            ["July to October 2025"]
        );
        let counted = quarters.counted_of([&range("2025-10", 6), &range("2025-04", 6)]);
        assert_eq!(
            counted.map(|it| (it.number, it.every)),
            [(2, "quarter"), (2, "quarter")]
        );
        let counted = quarters.counted_of([&range("2025-10", 5), &range("2025-04", 6)]);
        assert_eq!(counted.map(|it| (it.number, it.every)), [(5, "month"), (6, "month")]);
    }
}
