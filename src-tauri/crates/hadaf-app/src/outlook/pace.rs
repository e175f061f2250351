//! The pace as the outlook tells it: what a month and a day must bring, the growth that takes, and when there last
//! was such growth. It stands where there is no forecast too.

use hadaf_core::{DailyPace, Stretch, daily_average};

use crate::overview::Teller;
use crate::wire::HeadlineView;
use crate::words::say;

impl Teller<'_> {
    /// The year so far where no claim asks for more, else what the claim in use needs.
    pub(super) fn pace(&mut self) -> Vec<HeadlineView> {
        let needed = self.needed();
        if needed.is_none() {
            return [self.so_far().or_else(|| self.last_full()), self.so_far_a_day()]
                .into_iter()
                .flatten()
                .collect();
        }
        let day = self.needed_a_day();
        let growth = self.growth();
        [needed, day, growth, self.last_reached()].into_iter().flatten().collect()
    }

    fn needed_a_day(&self) -> Option<HeadlineView> {
        let daily = DailyPace::of(self.situation.pace.as_ref()?, self.situation.calendar());
        let words = self.format.words;
        let so_far = daily.so_far.map(|so_far| self.a_day(so_far)).unwrap_or_default();
        Some(HeadlineView {
            label: say!(words, "headline-by-day"),
            value: self.a_day(daily.needed?),
            unit: self.unit_a_day(),
            note: say!(words, "by-day-note", days = daily.days_left, so_far = so_far),
            marks: Vec::new(),
            life: self.situation.target().map(|claim| self.situation.life_of_claim(claim)),
            outlook: false,
        })
    }

    fn so_far_a_day(&self) -> Option<HeadlineView> {
        let total = self.situation.current()?;
        let calendar = self.situation.calendar();
        let first = calendar.first_month(total.fiscal_year);
        let months = hadaf_core::Month::range(first..=total.last_month);
        let known = months.filter(|month| total.months == 12 || !total.missing.contains(month));
        let average = daily_average(total.value, known)?;
        Some(HeadlineView {
            label: say!(self.format.words, "headline-by-day"),
            value: self.a_day(average),
            unit: self.unit_a_day(),
            note: self.format.span(first, total.last_month, false),
            marks: Vec::new(),
            life: Some(self.situation.life_of(total.fiscal_year)),
            outlook: false,
        })
    }

    /// When as many months in a row last grew as fast as is needed now.
    fn last_reached(&self) -> Option<HeadlineView> {
        let pace = self.situation.pace.as_ref()?;
        pace.needed_growth_percent?;
        let words = self.format.words;
        let grown = |stretch: Stretch| {
            let growth = self.format.signed_percent(stretch.growth_percent?, 0);
            Some((growth, self.format.span(stretch.first, stretch.last, true)))
        };
        let best = pace.best_growth.and_then(grown);
        let (value, note) = match (pace.last_reached.and_then(grown), best) {
            (Some((growth, span)), _) => (span, growth),
            (None, Some((growth, span))) => (
                say!(words, "never"),
                say!(words, "best-growth", growth = growth, span = span),
            ),
            (None, None) => return None,
        };
        Some(HeadlineView {
            label: say!(
                words,
                "headline-last-reached",
                number = pace.months_left,
                count = self.format.count_word(pace.months_left.into())
            ),
            value,
            unit: String::new(),
            note,
            marks: Vec::new(),
            life: None,
            outlook: false,
        })
    }

    /// One place more than the series has, since a day is a thirtieth of a month.
    fn a_day(&self, value: f64) -> String {
        self.format.rounded(value, (self.situation.series.places + 1).min(9))
    }

    fn unit_a_day(&self) -> String {
        let unit = self.format.unit_short(self.situation.series.unit);
        say!(self.format.words, "unit-a-day", unit = unit)
    }
}
