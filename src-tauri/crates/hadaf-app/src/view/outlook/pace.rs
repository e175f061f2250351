//! The pace as the outlook tells it: what a month or quarter and a day must bring, the growth that takes, and when there last
//! was such growth. It stands where there is no forecast too.

use hadaf_core::{DailyPace, Stretch, TotalBasis, daily_average};
use hadaf_picture::{history_of, history_of_target};
use hadaf_words::{MonthNames, Page, say};

use crate::view::HeadlineView;
use crate::view::noted::NotedPage;

impl NotedPage<'_> {
    /// The year so far where no claim asks for more, else what the claim in use needs.
    pub(super) fn pace(&mut self) -> Vec<HeadlineView> {
        let needed = self.needed();
        if needed.is_none() {
            let so_far = self.so_far().or_else(|| self.last_full());
            return [so_far, self.reached(), self.so_far_a_day()]
                .into_iter()
                .flatten()
                .collect();
        }
        let day = self.needed_a_day();
        let growth = self.growth();
        [needed, day, growth, self.last_reached()]
            .into_iter()
            .flatten()
            .collect()
    }

    fn needed_a_day(&self) -> Option<HeadlineView> {
        let daily = DailyPace::of(self.page.situation.pace.as_ref()?, self.page.situation.calendar());
        let words = self.page.words();
        let so_far = daily.so_far.map(|so_far| self.a_day(so_far)).unwrap_or_default();
        Some(HeadlineView {
            label: say!(words, "headline-by-day"),
            value: self.a_day(daily.needed?),
            unit: self.unit_a_day(),
            note: say!(words, "by-day-note", days = daily.days_left, so_far = so_far),
            marks: Vec::new(),
            history: history_of_target(self.page.situation),
            outlook: false,
        })
    }

    fn so_far_a_day(&self) -> Option<HeadlineView> {
        let situation = self.page.situation;
        let total = situation.current().filter(|total| total.basis != TotalBasis::Last)?;
        let calendar = situation.calendar();
        let first = calendar.first_month(total.fiscal_year);
        let average = daily_average(total.value, hadaf_core::Month::range(first..=total.last_month))?;
        Some(HeadlineView {
            label: say!(self.page.words(), "headline-by-day"),
            value: self.a_day(average),
            unit: self.unit_a_day(),
            note: self.page.so_far_span(total, MonthNames::Long),
            marks: Vec::new(),
            history: Some(history_of(situation, total.fiscal_year)),
            outlook: false,
        })
    }

    /// When as many months, or quarters, in a row last grew as fast as is needed now.
    fn last_reached(&self) -> Option<HeadlineView> {
        let Page { situation, format } = self.page;
        let pace = situation.pace.as_ref()?;
        let words = format.words;
        let periods = self.page.periods();
        let span = |stretch: Stretch| periods.span(stretch.first, stretch.last, MonthNames::Dated);
        let (reached, windows) = situation.as_fast(pace).ok()??;
        Some(HeadlineView {
            label: say!(
                words,
                "headline-last-reached",
                number = pace.periods_left,
                count = format.count_word(pace.periods_left.into()),
                every = pace.every.as_str()
            ),
            value: pace.last_reached.map_or_else(|| say!(words, "never"), span),
            unit: String::new(),
            note: say!(words, "in-windows", reached = reached, windows = windows),
            marks: Vec::new(),
            history: None,
            outlook: false,
        })
    }

    /// One place more than the series has, since a day is a thirtieth of a month.
    fn a_day(&self, value: f64) -> String {
        self.page.format.rounded(value, (self.page.situation.places + 1).min(9))
    }

    fn unit_a_day(&self) -> String {
        let unit = self.page.format.unit_short(self.page.situation.series.unit);
        say!(self.page.words(), "unit-a-day", unit = unit)
    }
}
