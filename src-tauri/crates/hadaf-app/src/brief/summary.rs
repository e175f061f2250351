//! The bullets of the headline box: what is known, what is needed, whether there ever was such a pace.

use hadaf_brief::Text;
use hadaf_core::Stretch;
use hadaf_words::{Backing, MonthNames, Page, Prose};

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
        let args = [
            ("month", format.month(current.last_month)),
            ("day", format.day(situation.ended()?)),
        ];
        Some(Prose::say(self.page.words(), "note-unknown-months", &args, Vec::new()))
    }

    /// How the year so far compares; in a year whose months are missing that is for the table to tell.
    fn grown(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        if situation.ended().is_some() {
            return None;
        }
        let current = situation.current()?;
        let growth = current.growth_percent?;
        let id = match (current.months < 12, growth < 0.0) {
            (true, false) => "brief-grew",
            (true, true) => "brief-fell",
            (false, false) => "brief-grew-year",
            (false, true) => "brief-fell-year",
        };
        let args = [
            ("series", situation.series.title.clone()),
            ("growth", format.percent(growth.abs(), 1)),
            ("count", format.count_word(current.months.into())),
            ("year", format.year(current.fiscal_year)),
            ("before", format.year(current.fiscal_year.prev())),
        ];
        Some(Prose::say(self.page.words(), id, &args, vec![Backing::Total(current)]))
    }

    /// How a complete year stands to its target.
    fn against_target(&self) -> Option<Prose<'a>> {
        let situation = self.page.situation;
        let total = situation.current().filter(|total| total.months == 12)?;
        let claim = situation.target()?;
        let gap = total.value.checked_sub(situation.amount(claim)?).ok()?.to_f64();
        let id = if gap < 0.0 { "brief-short" } else { "brief-above" };
        let args = [
            ("value", self.page.money(total.value.to_f64())),
            ("gap", self.page.money(gap.abs())),
            ("target", self.page.claimed(claim)),
        ];
        Some(Prose::say(
            self.page.words(),
            id,
            &args,
            vec![Backing::Total(total), Backing::Claim(claim)],
        ))
    }

    /// What the target leaves for how many months, beside the best there was.
    fn left_to_do(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let (claim, pace) = (situation.target()?, self.open_pace()?);
        let best = pace.best_month?;
        let observation = situation.observation(situation.readings.get(best.first)?.observation)?;
        let mut args = vec![
            ("target", self.page.claimed(claim)),
            ("remaining", self.page.money(pace.remaining.to_f64())),
            ("count", format.count_word(pace.months_left.into())),
            ("best", self.page.money(best.average)),
            ("month", format.month(best.first)),
            ("over", situation.over().into()),
        ];
        let id = match pace.best_stretch.filter(|_| pace.months_left > 1) {
            Some(stretch) => {
                args.push(("average", self.page.money(stretch.average)));
                "brief-left"
            }
            None => "brief-left-one",
        };
        let backings = vec![Backing::Claim(claim), Backing::Observation(observation)];
        Some(Prose::say(self.page.words(), id, &args, backings))
    }

    /// The growth that is needed, and whether there ever was such growth.
    fn asked_growth(&self) -> Option<Prose<'a>> {
        let format = self.page.format;
        let pace = self.open_pace()?;
        let needed = pace.needed_growth_percent?;
        let best = pace.best_growth?;
        let span = |stretch: Stretch| format.span(stretch.first, stretch.last, MonthNames::Dated);
        let args = |stretch: Stretch, growth: f64| {
            [
                ("span", self.page.left(pace)),
                ("growth", format.percent(needed, 0)),
                ("count", format.count_word(pace.months_left.into())),
                ("best", format.percent(growth, 0)),
                ("when", span(stretch)),
                ("over", self.page.situation.over().into()),
            ]
        };
        let words = format.words;
        match pace.last_reached {
            Some(reached) => Some(Prose::say(
                words,
                "brief-growth-reached",
                &args(reached, reached.growth_percent?),
                Vec::new(),
            )),
            None => Some(Prose::say(
                words,
                "brief-growth-never",
                &args(best, best.growth_percent?),
                Vec::new(),
            )),
        }
    }

    /// Where the year ends at past seasonal shares.
    fn landing(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let landing = situation.landing()?;
        let unit = situation.series.unit;
        let short = |value: f64| {
            let tens = (value / 10.0).round() * 10.0;
            let value = hadaf_core::Decimal::parse(&format!("{tens:.0}")).unwrap_or(hadaf_core::Decimal::ZERO);
            format.money_short(value, unit)
        };
        let current = situation.current()?;
        let args = [
            ("year", format.year(current.fiscal_year)),
            ("central", short(landing.central)),
            ("low", short(landing.low)),
            ("high", short(landing.high)),
            ("over", situation.over().into()),
        ];
        Some(Prose::say(self.page.words(), "brief-landing", &args, Vec::new()))
    }

    /// How far the target lies above what was projected for the year before.
    fn above_projection(&self) -> Option<Prose<'a>> {
        let Page { situation, format } = self.page;
        let claim = situation.target()?;
        let (projection, base) = situation.projected_before()?;
        let growth = hadaf_core::growth_percent(base.to_f64(), situation.amount(claim)?.to_f64())?;
        let args = [
            ("target", self.page.claimed(claim)),
            ("growth", format.percent(growth, 1)),
            ("base", self.page.claimed(projection)),
            ("year", format.year(projection.fiscal_year?)),
        ];
        let backings = vec![Backing::Claim(projection)];
        Some(Prose::say(self.page.words(), "brief-above-projection", &args, backings))
    }
}
