//! The bullets of the headline box: what is known, what is needed, whether there ever was such a pace.

use hadaf_brief::Text;
use hadaf_words::{Backing, MonthNames, Page, Prose, prose};

use super::{BriefWriter, noted};

/// Bullets in the box; more would make the page hard to take in.
const BULLETS: usize = 4;

impl<'a> BriefWriter<'a> {
    /// The bullets of the headline box.
    pub(super) fn summary(&mut self) -> Vec<Text> {
        // The best first; those that fit are told in the order of the page.
        let told = [
            (0, self.unknown_months()),
            (1, self.grown()),
            (2, self.against_target()),
            (3, self.left_to_do()),
            (6, self.above_projection()),
            (4, self.asked_growth()),
            (5, self.landing()),
        ];
        let told = told.into_iter().filter_map(|(place, bullet)| Some((place, bullet?)));
        let mut bullets: Vec<(u8, Prose<'a>)> = told.take(BULLETS).collect();
        bullets.sort_by_key(|(place, _)| *place);
        bullets
            .into_iter()
            .map(|(_, bullet)| bullet)
            .map(|bullet| noted(&bullet, &mut self.notes, self.page.situation))
            .collect()
    }

    /// That the year is over though its last months are not known.
    fn unknown_months(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let current = situation.current()?;
        Some(prose!(
            format.words,
            "note-unknown-months",
            [],
            month = format.month(current.last_month),
            day = format.day(situation.ended()?)
        ))
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
                count = format.count_word(current.months.into()),
                before = before
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
        Some(prose!(
            self.page.words(),
            match is_short {
                true => "brief-short",
                false => "brief-above",
            },
            [Backing::Total(total), Backing::Claim(claim)],
            value = self.page.money(total.value.to_f64()),
            gap = self.page.money(gap.abs()),
            target = self.page.claimed(claim)
        ))
    }

    /// What the target leaves for how many months, beside the best there was.
    fn left_to_do(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let (claim, pace) = (situation.target()?, self.open_pace()?);
        let best = pace.best_month?;
        let observation = situation.observation(situation.readings.get(best.first)?.observation)?;
        let words = format.words;
        let (target, remaining) = (self.page.claimed(claim), self.page.money(pace.remaining.to_f64()));
        let (most, month) = (self.page.money(best.average), format.month(best.first));
        Some(match pace.best_stretch.filter(|_| pace.months_left > 1) {
            Some(stretch) => prose!(
                words,
                "brief-left",
                [Backing::Claim(claim), Backing::Observation(observation)],
                target = target,
                remaining = remaining,
                count = format.count_word(pace.months_left.into()),
                best = most,
                month = month,
                average = self.page.money(stretch.average),
                over = situation.over().into()
            ),
            None => prose!(
                words,
                "brief-left-one",
                [Backing::Claim(claim), Backing::Observation(observation)],
                target = target,
                remaining = remaining,
                best = most,
                month = month,
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
        let stretch = pace.last_reached.unwrap_or(best);
        let was_reached = pace.last_reached.is_some();
        Some(prose!(
            format.words,
            match was_reached {
                true => "brief-growth-reached",
                false => "brief-growth-never",
            },
            [],
            growth = format.percent(needed, 0),
            number = pace.months_left.to_string(),
            count = format.count_word(pace.months_left.into()),
            best = format.percent(stretch.growth_percent?, 0),
            when = format.span(stretch.first, stretch.last, MonthNames::Dated),
            over = self.page.situation.over().into()
        ))
    }

    /// Where the year ends at past seasonal shares.
    fn landing(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let landing = situation.landing()?;
        let unit = situation.series.unit;
        let short = |value: f64| {
            let tens = (value / 10.0).round() * 10.0;
            let value = hadaf_core::Decimal::parse(&format!("{tens:.0}")).ok()?;
            Some(format.money_short(value, unit))
        };
        let current = situation.current()?;
        Some(prose!(
            format.words,
            "brief-landing",
            [],
            year = format.year(current.fiscal_year),
            central = short(landing.central)?,
            low = short(landing.low)?,
            high = short(landing.high)?,
            over = situation.over().into()
        ))
    }

    /// How far the target lies above what was projected for the year before.
    fn above_projection(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let claim = situation.target()?;
        let (projection, base) = situation.projected_before()?;
        let growth = hadaf_core::growth_percent(base.to_f64(), situation.amount(claim)?.to_f64())?;
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
