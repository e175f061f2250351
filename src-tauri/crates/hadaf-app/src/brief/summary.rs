//! The bullets of the headline box: what is known, what is needed, whether there ever was such a pace.

use hadaf_brief::Text;
use hadaf_core::Stretch;
use hadaf_words::{Backing, Prose};

use super::{Writer, noted};

/// Bullets in the box; more would make the page hard to take in.
const BULLETS: usize = 4;

impl<'a> Writer<'a> {
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
            .map(|bullet| noted(&bullet, &mut self.notes, self.situation))
            .collect()
    }

    /// That the year is over though its last months are not known.
    fn unknown_months(&self) -> Option<Prose<'a>> {
        let current = self.situation.current()?;
        let args = [
            ("month", self.format.month(current.last_month)),
            ("day", self.format.day(self.situation.ended()?)),
        ];
        Some(Prose::say(self.format.words, "note-unknown-months", &args, Vec::new()))
    }

    /// How the year so far compares; in a year whose months are missing that is for the table to tell.
    fn grown(&self) -> Option<Prose<'a>> {
        if self.situation.ended().is_some() {
            return None;
        }
        let current = self.situation.current()?;
        let growth = current.growth_percent?;
        let id = match (current.months < 12, growth < 0.0) {
            (true, false) => "brief-grew",
            (true, true) => "brief-fell",
            (false, false) => "brief-grew-year",
            (false, true) => "brief-fell-year",
        };
        let args = [
            ("series", self.situation.series.title.clone()),
            ("growth", self.format.percent(growth.abs(), 1)),
            ("count", self.format.count_word(current.months.into())),
            ("year", self.format.year(current.fiscal_year)),
            ("before", self.format.year(current.fiscal_year.prev())),
        ];
        Some(Prose::say(self.format.words, id, &args, vec![Backing::Total(current)]))
    }

    /// How a complete year stands to its target.
    fn against_target(&self) -> Option<Prose<'a>> {
        let total = self.situation.current().filter(|total| total.months == 12)?;
        let claim = self.situation.target()?;
        let gap = total.value.checked_sub(self.situation.amount(claim)?).ok()?.to_f64();
        let id = if gap < 0.0 { "brief-short" } else { "brief-above" };
        let args = [
            ("value", self.money(total.value.to_f64())),
            ("gap", self.money(gap.abs())),
            ("target", self.findings.claimed(claim)),
        ];
        Some(Prose::say(
            self.format.words,
            id,
            &args,
            vec![Backing::Total(total), Backing::Claim(claim)],
        ))
    }

    /// What the target leaves for how many months, beside the best there was.
    fn left_to_do(&self) -> Option<Prose<'a>> {
        let (claim, pace) = (self.situation.target()?, self.open_pace()?);
        let best = pace.best_month?;
        let observation = self
            .situation
            .observation(self.situation.readings.get(best.first)?.observation)?;
        let mut args = vec![
            ("target", self.findings.claimed(claim)),
            ("remaining", self.money(pace.remaining.to_f64())),
            ("count", self.format.count_word(pace.months_left.into())),
            ("best", self.money(best.average)),
            ("month", self.format.month(best.first)),
            ("over", self.situation.over().into()),
        ];
        let id = match pace.best_stretch.filter(|_| pace.months_left > 1) {
            Some(stretch) => {
                args.push(("average", self.money(stretch.average)));
                "brief-left"
            }
            None => "brief-left-one",
        };
        let backings = vec![Backing::Claim(claim), Backing::Observation(observation)];
        Some(Prose::say(self.format.words, id, &args, backings))
    }

    /// The growth that is needed, and whether there ever was such growth.
    fn asked_growth(&self) -> Option<Prose<'a>> {
        let pace = self.open_pace()?;
        let needed = pace.needed_growth_percent?;
        let best = pace.best_growth?;
        let span = |stretch: Stretch| self.format.span(stretch.first, stretch.last, true);
        let args = |stretch: Stretch, growth: f64| {
            [
                ("span", self.findings.left(pace)),
                ("growth", self.format.percent(needed, 0)),
                ("count", self.format.count_word(pace.months_left.into())),
                ("best", self.format.percent(growth, 0)),
                ("when", span(stretch)),
                ("over", self.situation.over().into()),
            ]
        };
        let words = self.format.words;
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
        let landing = self.situation.landing()?;
        let unit = self.situation.series.unit;
        let short = |value: f64| {
            let tens = (value / 10.0).round() * 10.0;
            let value = hadaf_core::Decimal::parse(&format!("{tens:.0}")).ok()?;
            Some(self.format.money_short(value, unit))
        };
        let current = self.situation.current()?;
        let args = [
            ("year", self.format.year(current.fiscal_year)),
            ("central", short(landing.central)?),
            ("low", short(landing.low)?),
            ("high", short(landing.high)?),
            ("over", self.situation.over().into()),
        ];
        Some(Prose::say(self.format.words, "brief-landing", &args, Vec::new()))
    }

    /// How far the target lies above what was projected for the year before.
    fn above_projection(&self) -> Option<Prose<'a>> {
        let claim = self.situation.target()?;
        let (projection, base) = self.situation.projected_before()?;
        let growth = hadaf_core::growth_percent(base.to_f64(), self.situation.amount(claim)?.to_f64())?;
        let args = [
            ("target", self.findings.claimed(claim)),
            ("growth", self.format.percent(growth, 1)),
            ("base", self.findings.claimed(projection)),
            ("year", self.format.year(projection.fiscal_year?)),
        ];
        let backings = vec![Backing::Claim(projection)];
        Some(Prose::say(self.format.words, "brief-above-projection", &args, backings))
    }
}
