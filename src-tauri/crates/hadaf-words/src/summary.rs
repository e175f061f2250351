//! A series on its day in four sentences: what is known, what is needed, whether there ever was such a pace, where the
//! year is heading.

use hadaf_core::{Pace, Stretch};
use hadaf_model::{Outlook, YearBefore};

use crate::{Backing, MonthNames, Page, Prose, outcomes_text, reached_words};

/// Sentences; more would make a page hard to take in.
const BULLETS: usize = 4;

/// The sentences that sum up a page, those that matter most in their order. Without a forecast nothing is said of what
/// may come.
pub fn summary<'a>(page: Page<'a>, outlook: Option<&Outlook>) -> Vec<Prose<'a>> {
    Summary { page, outlook }.bullets()
}

struct Summary<'a, 'o> {
    page: Page<'a>,
    outlook: Option<&'o Outlook>,
}

impl<'a> Summary<'a, '_> {
    fn bullets(&self) -> Vec<Prose<'a>> {
        // The best first; those that fit are told in the order of the page.
        let told = [
            (0, self.unknown_months()),
            (1, self.grown()),
            (2, self.against_target()),
            (2, self.reached()),
            (5, self.ahead()),
            (3, self.left_to_do()),
            (4, self.asked_growth()),
            (6, self.above_projection()),
        ];
        let told = told.into_iter().filter_map(|(place, bullet)| Some((place, bullet?)));
        let mut bullets: Vec<(u8, Prose<'a>)> = told.take(BULLETS).collect();
        bullets.sort_by_key(|(place, _)| *place);
        bullets.into_iter().map(|(_, bullet)| bullet).collect()
    }

    fn open_pace(&self) -> Option<&'a Pace> {
        self.page.situation.open_pace()
    }

    /// What of the year is not known though it should be, or why there is no year so far.
    fn unknown_months(&self) -> Option<Prose<'a>> {
        let text = self.page.unknown_months().or_else(|| self.page.no_year_so_far())?;
        Some(prose!(self.page.words(), "as-told", [], text = text))
    }

    /// How the year so far compares; in a year whose months are missing that is for the table to tell.
    fn grown(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        if situation.ended().is_some() {
            return None;
        }
        let current = situation.current()?;
        let growth = current.growth_percent?;
        let (words, is_less) = (format.words, growth < 0.0);
        let series = situation.series.title.clone();
        let growth = format.percent(growth.abs(), 1);
        let before = format.year(current.fiscal_year.prev());
        let grown = self.page.counted_so_far(current);
        let (unlike, reasons) = self.page.unlike_so_far(current);
        Some(match current.months < 12 {
            true => prose!(
                words,
                match is_less {
                    false => "brief-grew",
                    true => "brief-fell",
                },
                [Backing::Total(current)],
                series = series,
                growth = growth,
                span = self.page.so_far_span(current, MonthNames::Long),
                before = before,
                number = grown.number.to_string(),
                every = grown.every.into(),
                unlike = unlike.into(),
                reasons = reasons
            ),
            false => prose!(
                words,
                match is_less {
                    false => "brief-grew-year",
                    true => "brief-fell-year",
                },
                [Backing::Total(current)],
                series = series,
                growth = growth,
                year = format.year(current.fiscal_year),
                before = before
            ),
        })
    }

    /// How a complete year stands to its target.
    fn against_target(&self) -> Option<Prose<'a>> {
        let situation = self.page.situation;
        let total = situation.current().filter(|total| total.months == 12)?;
        let claim = situation.target()?;
        let gap = total.value.checked_sub(situation.amount(claim)?).ok()?.to_f64();
        let is_short = gap < 0.0;
        let close = if situation.is_too_close(claim) { "yes" } else { "no" };
        let (value, target) = (self.page.money(total.value.to_f64()), self.page.claimed(claim));
        if gap == 0.0 {
            return Some(prose!(
                self.page.words(),
                "brief-at",
                [Backing::Total(total), Backing::Claim(claim)],
                value = value,
                target = target,
                close = close.into()
            ));
        }
        Some(prose!(
            self.page.words(),
            match is_short {
                true => "brief-short",
                false => "brief-above",
            },
            [Backing::Total(total), Backing::Claim(claim)],
            value = value,
            gap = self.page.money(gap.abs()),
            target = target,
            close = close.into()
        ))
    }

    /// What the target leaves for how many months or quarters, beside the best there was.
    fn left_to_do(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let (claim, pace) = (situation.target()?, self.open_pace()?);
        let needed = pace.needed?;
        let best = pace.best?;
        let every = || pace.every.as_str().to_owned();
        if let Some(before) = pace.left_average_a_year_before().filter(|_| needed <= best.average) {
            return Some(prose!(
                format.words,
                "brief-left-season",
                [Backing::Claim(claim)],
                target = self.page.claimed(claim),
                remaining = self.page.money(pace.remaining.to_f64()),
                needed = self.page.money(needed),
                span = self.page.left(pace),
                before = self.page.money(before),
                every = every(),
                unlike = self.page.unlike_and_why(pace.left.clone()).0.into(),
                over = situation.over().into()
            ));
        }
        let period = situation.calendar().period_of(best.first, pace.every);
        let observation = situation.observation(situation.readings.get(period)?.observation)?;
        let words = format.words;
        let (target, when) = (self.page.claimed(claim), format.period(period));
        let stretch = pace.best_stretch.filter(|_| pace.periods_left > 1);
        let average = stretch.map_or(best.average, |stretch| stretch.average);
        let values = [pace.remaining.to_f64(), best.average, average];
        let [remaining, most, average] = self.page.money_apart(values);
        Some(match stretch {
            Some(_) => prose!(
                words,
                "brief-left",
                [Backing::Claim(claim), Backing::Observation(observation)],
                target = target,
                remaining = remaining,
                count = format.count_word(pace.periods_left.into()),
                best = most,
                when = when,
                average = average,
                every = every(),
                over = situation.over().into()
            ),
            None => prose!(
                words,
                "brief-left-highest",
                [Backing::Claim(claim), Backing::Observation(observation)],
                target = target,
                remaining = remaining,
                number = pace.periods_left.to_string(),
                count = format.count_word(pace.periods_left.into()),
                best = most,
                when = when,
                every = every(),
                over = situation.over().into()
            ),
        })
    }

    /// The growth that is needed, and whether there ever was such growth.
    fn asked_growth(&self) -> Option<Prose<'a>> {
        let format = self.page.format;
        let pace = self.open_pace()?;
        let needed = pace.needed_growth_percent?;
        let best = pace.best_growth?;
        let change = self.page.change_of(needed);
        if needed < 0.0 {
            let over = self.page.situation.over();
            return Some(prose!(
                format.words,
                "brief-growth-less",
                [],
                change = change,
                every = pace.every.to_string(),
                unlike = self.page.unlike_and_why(pace.left.clone()).0.into(),
                over = over.into()
            ));
        }
        let (number, count) = (
            pace.periods_left.to_string(),
            format.count_word(pace.periods_left.into()),
        );
        let over = self.page.situation.over();
        let (unlike, _) = self.page.unlike_and_why(pace.left.clone());
        let periods = self.page.periods();
        let when = |stretch: Stretch| periods.span(stretch.first, stretch.last, MonthNames::Dated);
        if let Some(last) = pace.last_reached {
            return Some(prose!(
                format.words,
                "brief-growth-reached",
                [],
                change = change,
                number = number,
                count = count,
                best = format.percent(last.growth_percent?, 0),
                when = when(last),
                every = pace.every.to_string(),
                unlike = unlike.into(),
                over = over.into()
            ));
        }
        // As far as the figures go back, which is not for ever.
        let (since, _) = self.page.situation.readings.own().next()?;
        Some(prose!(
            format.words,
            "brief-growth-never",
            [],
            change = change,
            number = number,
            count = count,
            best = format.percent(best.growth_percent?, 0),
            when = when(best),
            since = format.period(since),
            every = pace.every.to_string(),
            unlike = unlike.into(),
            over = over.into()
        ))
    }

    /// That the target was reached before the year was over.
    fn reached(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let current = situation.current().filter(|total| total.months < 12)?;
        let pace = situation.pace.as_ref()?;
        let (claim, reached) = (situation.target()?, pace.reached?);
        Some(prose!(
            format.words,
            "brief-reached",
            [Backing::Claim(claim), Backing::Total(current)],
            target = self.page.claimed(claim),
            reached = reached_words(format, reached, MonthNames::Long),
            year = format.year(current.fiscal_year),
            above = self.page.above(pace)
        ))
    }

    /// Where the forecast has the year end, and the chance of the target: the numbers of the forecast itself.
    fn ahead(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let ahead = self.outlook?.year(situation.year()?)?;
        let at = ahead.totals.intervals();
        let (year, level) = (format.year(ahead.year), format.percent(80.0, 0));
        let open = situation.pace.as_ref().filter(|pace| pace.reached.is_none());
        let target = open.map_or(at.median, |pace| pace.target.to_f64());
        let values = [at.median, at.p80.low, at.p80.high, target];
        let [median, low, high, _] = self.page.money_short_apart(values, 1);
        let Some((claim, pace)) = situation.target().zip(open) else {
            return Some(prose!(
                format.words,
                "brief-outlook",
                [],
                year = year,
                median = median,
                level = level,
                low = low,
                high = high,
                over = situation.over().into()
            ));
        };
        let outcomes = ahead.outcomes_of(&ahead.totals, situation.series, (claim, pace.target));
        Some(prose!(
            format.words,
            "brief-outlook-chance",
            [Backing::Claim(claim)],
            year = year,
            median = median,
            level = level,
            low = low,
            high = high,
            target = self.page.claimed(claim),
            chance = outcomes_text(format, &outcomes),
            over = situation.over().into()
        ))
    }

    /// How far the target lies above the year before, or above what was projected for it while it is not known.
    fn above_projection(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let claim = situation.target()?;
        let base = situation.year_before()?;
        let growth = hadaf_core::growth_percent(base.value().to_f64(), situation.amount(claim)?.to_f64())?;
        let projection = match base {
            YearBefore::Projected(projection, _) => projection,
            YearBefore::Known(total) => {
                return Some(prose!(
                    format.words,
                    "brief-above-year",
                    [Backing::Total(total)],
                    target = self.page.claimed(claim),
                    growth = format.percent(growth, 1),
                    base = self.page.money(total.value.to_f64()),
                    year = format.year(total.fiscal_year)
                ));
            }
        };
        Some(prose!(
            format.words,
            "brief-above-projection",
            [Backing::Claim(projection)],
            target = self.page.claimed(claim),
            growth = format.percent(growth, 1),
            base = self.page.claimed(projection),
            year = format.year(projection.fiscal_year?)
        ))
    }
}
