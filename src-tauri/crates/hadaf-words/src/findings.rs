//! What the numbers say, in one sentence each: titles of charts and of the briefing. Neutral words;
//! every one names its claim.

use hadaf_core::{Band, Claim, FiscalYearTotal, Pace, TotalBasis};
use hadaf_model::Outlook;

use crate::{MonthNames, Page};

impl Page<'_> {
    /// Over the months, or quarters: what one must bring, beside the best there was.
    pub fn monthly_finding(&self) -> String {
        let words = self.format.words;
        if let Some((claim, pace, needed)) = self.open_pace() {
            let (target, needed) = (self.claimed(claim), self.money(needed));
            let span = self.left(pace);
            let known = self.known_to(&pace.to_date);
            let so_far = self.money(pace.to_date.value.to_f64());
            let season = pace.left_average_a_year_before();
            let every = pace.every.as_str();
            return match (pace.best, season) {
                // A level below one that has been asks for more where the months left are usually weak.
                (Some(best), Some(before)) if pace.needed.is_some_and(|needed| needed <= best.average) => {
                    let before = self.money(before);
                    let (unlike, _) = self.unlike_and_why(pace.left.clone());
                    say!(
                        words,
                        "finding-monthly-season",
                        target = target,
                        needed = needed,
                        span = span,
                        before = before,
                        every = every,
                        unlike = unlike,
                        over = self.situation.over(),
                        known = known,
                        so_far = so_far
                    )
                }
                (Some(best), _) => {
                    let best = self.money(best.average);
                    say!(
                        words,
                        "finding-monthly",
                        target = target,
                        needed = needed,
                        span = span,
                        best = best,
                        every = every,
                        over = self.situation.over(),
                        known = known,
                        so_far = so_far
                    )
                }
                (None, _) => say!(
                    words,
                    "finding-monthly-alone",
                    target = target,
                    needed = needed,
                    span = span,
                    every = every,
                    over = self.situation.over(),
                    known = known,
                    so_far = so_far
                ),
            };
        }
        if let Some(text) = self.closed() {
            return text;
        }
        self.newest()
    }

    /// The newest figure: "$365 m in February 2026, +19.7 % on a year earlier".
    fn newest(&self) -> String {
        let words = self.format.words;
        let Some((period, reading)) = self.situation.readings.newest() else {
            return self.situation.series.title.clone();
        };
        let (name, value) = (self.format.period(period), self.money(reading.value.to_f64()));
        match self.situation.growth_of(period) {
            Some(growth) => {
                let growth = self.format.signed_percent(growth, 1);
                say!(
                    words,
                    "finding-newest",
                    period = name,
                    value = value,
                    growth = growth,
                    every = self.every(),
                    unlike = if self.unlike_in(period).is_some() { "yes" } else { "no" }
                )
            }
            None => say!(words, "finding-newest-alone", period = name, value = value),
        }
    }

    /// Over the year so far: ahead of or behind the path.
    pub fn year_to_date_finding(&self) -> String {
        let words = self.format.words;
        let Some(current) = self.situation.current() else {
            return self.without_total();
        };
        let gap = self.situation.path_gap_percent();
        let Some(((claim, _, _), gap)) = self.open_pace().zip(gap) else {
            return self.closed().unwrap_or_else(|| self.so_far(current));
        };
        let is_behind = gap < 0.0;
        let counted = self.counted_so_far(current);
        let (year, value) = (
            self.format.year(current.fiscal_year),
            self.money(current.value.to_f64()),
        );
        let (gap, target) = (self.format.percent(gap.abs(), 1), self.claimed(claim));
        say!(
            words,
            match is_behind {
                true => "finding-behind",
                false => "finding-ahead",
            },
            year = year,
            value = value,
            count = self.format.count_word(counted.number),
            number = counted.number,
            every = counted.every,
            gap = gap,
            target = target,
            over = self.situation.over()
        )
    }

    /// Over the years: the growth that is needed, beside the best there was.
    pub fn annual_finding(&self) -> String {
        let needed = self
            .open_pace()
            .and_then(|(claim, pace, _)| Some((claim, pace, pace.year_growth_percent?)));
        let Some((claim, pace, growth)) = needed else {
            let closed = self.closed();
            let current = || self.situation.current().map(|current| self.so_far(current));
            return closed.or_else(current).unwrap_or_else(|| self.without_total());
        };
        let words = self.format.words;
        let year = self.format.year(pace.fiscal_year);
        let (growth, target) = (self.format.percent(growth, 1), self.claimed(claim));
        let full = self.situation.totals.iter().filter(|total| total.months == 12);
        let last = full
            .clone()
            .next_back()
            .and_then(|total| Some((total, total.growth_percent?)));
        match last {
            Some((total, before)) => {
                let (last, before) = (self.format.year(total.fiscal_year), self.format.percent(before, 1));
                say!(
                    words,
                    "finding-annual",
                    year = year,
                    growth = growth,
                    target = target,
                    last = last,
                    before = before,
                    over = self.situation.over()
                )
            }
            None => say!(
                words,
                "finding-annual-alone",
                year = year,
                growth = growth,
                target = target,
                over = self.situation.over()
            ),
        }
    }

    /// Of the whole: whether the target is within reach, title of the briefing. Where there is a forecast its chance
    /// decides, so that the title never says otherwise than the chance; else the usual shares of the months do.
    pub fn verdict(&self, outlook: Option<&Outlook>) -> String {
        let words = self.format.words;
        let series = self.situation.series.title.clone();
        if let Some((claim, pace, _)) = self.open_pace() {
            let target = self.claimed(claim);
            if self.situation.ended().is_some() {
                return say!(words, "verdict-over", series = series, target = target);
            }
            let goal = pace.target.to_f64();
            let chance = outlook.and_then(|outlook| outlook.chance(pace.fiscal_year, goal));
            if let Some(chance) = chance {
                return say_of!(
                    words,
                    "verdict-{}",
                    Band,
                    chance.band(),
                    series = series,
                    target = target
                );
            }
            return match self.situation.landing() {
                Some(landing) if landing.high < goal => say!(words, "verdict-out", series = series, target = target),
                Some(landing) if landing.low >= goal => say!(words, "verdict-on", series = series, target = target),
                _ => say!(words, "verdict-open", series = series, target = target),
            };
        }
        match self.closed() {
            Some(closed) => format!("{series}: {closed}"),
            None => series,
        }
    }

    /// How the newest complete year ended against its target.
    fn closed(&self) -> Option<String> {
        let current = self.situation.current()?;
        let claim = self.situation.target()?;
        let target = self.situation.amount(claim)?;
        let gap = current.value.checked_sub(target).ok()?.to_f64();
        let is_passed = gap >= 0.0;
        if current.months < 12 {
            return self.reached();
        }
        let (words, year) = (self.format.words, self.format.year(current.fiscal_year));
        let (value, target) = (self.money(current.value.to_f64()), self.claimed(claim));
        let finding = match (gap == 0.0, is_passed) {
            (true, _) => say!(words, "finding-at", year = year, value = value, target = target),
            (false, is_passed) => say!(
                words,
                match is_passed {
                    true => "finding-met",
                    false => "finding-missed",
                },
                year = year,
                value = value,
                gap = self.money(gap.abs()),
                target = target
            ),
        };
        Some(match self.situation.is_too_close(claim) {
            true => say!(words, "finding-close", finding = finding),
            false => finding,
        })
    }

    /// That the target was reached before the year was over, and when.
    fn reached(&self) -> Option<String> {
        let pace = self.situation.pace.as_ref()?;
        let period = pace.reached?.period;
        Some(say!(
            self.format.words,
            "finding-passed",
            dated = if period.is_some() { "yes" } else { "no" },
            year = self.format.year(pace.fiscal_year),
            value = self.money(pace.to_date.value.to_f64()),
            when = period.map_or_else(String::new, |period| self.format.period(period)),
            target = self.claimed(self.situation.target()?),
            over = self.situation.over()
        ))
    }

    /// Of a current year of which no total so far can be told; the title where there is none.
    fn without_total(&self) -> String {
        let partial = self.situation.current_partial();
        partial.map_or_else(
            || self.situation.series.title.clone(),
            |partial| {
                let year = self.format.year(partial.fiscal_year);
                let [known, lacking] = self.periods().counted_of([&partial.known, &partial.lacking]);
                say!(
                    self.format.words,
                    "finding-partial",
                    year = year,
                    known = known.number,
                    of = known.number + lacking.number,
                    every = known.every,
                    over = self.situation.over()
                )
            },
        )
    }

    fn so_far(&self, current: &FiscalYearTotal) -> String {
        let year = self.format.year(current.fiscal_year);
        let value = self.money(current.value.to_f64());
        if current.months == 12 {
            return say!(self.format.words, "finding-closed", year = year, value = value);
        }
        // A stock brings nothing after so many months: it stands where it stood at the end of the last one.
        if current.basis == TotalBasis::Last {
            let end = self.periods().end(current.last_month, MonthNames::Dated);
            return say!(self.format.words, "finding-stands", value = value, end = end);
        }
        let counted = self.counted_so_far(current);
        say!(
            self.format.words,
            "finding-so-far",
            year = year,
            value = value,
            count = self.format.count_word(counted.number),
            number = counted.number,
            every = counted.every,
            over = self.situation.over()
        )
    }

    /// The claim, its pace and what a month or quarter needs, while something is left to do and time to do it in.
    fn open_pace(&self) -> Option<(&Claim, &Pace, f64)> {
        let pace = self.situation.pace.as_ref()?;
        let needed = pace.needed.filter(|needed| *needed > 0.0)?;
        Some((self.situation.target()?, pace, needed))
    }
}
